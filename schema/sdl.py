"""SDL: the GraphQL schema, declared with Strawberry from the catalog.

Strawberry classes are made, not written: one type per entity, and for each what Relay and typed filters need
(connection, edge, filter, order). graphql-core validates operations and answers introspection against the result;
nothing here resolves data, so every resolver is a promise that it is never called.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Optional

import strawberry
from graphql import GraphQLSchema
from strawberry.schema.config import StrawberryConfig
from strawberry.types.scalar import ScalarDefinition

from schema import references, search, viewer
from schema.actions import ACTIONS, Action
from schema.dimensions import Groupable
from schema.groups import GROUPS, declare_groups, groups_of
from schema.inputs import DIRECTIONS, NULLS, Direction, Nulls, declare_inputs
from schema.kinds import Id
from schema.resolved import Link, ObjectType, Resolved, Value, scalar_kinds
from schema.space import SPACE, Namespace, described_enum, make, publish

if TYPE_CHECKING:
    from strawberry.types.field import StrawberryField

#: what every list takes, and how every page is asked for
ARGUMENTS = {
    "first": "前几条 — page size from the start, at most 100.",
    "after": "起始游标 — only what comes after this cursor.",
    "last": "后几条 — page size from the end, at most 100.",
    "before": "截止游标 — only what comes before this cursor.",
    "filter": "筛选条件 — only what satisfies the filter.",
    "order_by": "排序 — the first ordering goes first; ties are broken by id.",
}


def build_schema(
    built: Resolved, related: Mapping[str, Mapping[str, Link]], groupable: Mapping[str, Groupable]
) -> GraphQLSchema:
    """The whole schema as a graphql-core schema; `related` says through which relations filters may go, `groupable`
    what rows may be counted by.
    """
    sys.modules[SPACE.__name__] = SPACE
    vars(SPACE).update(
        Optional=Optional, Id=Id, Direction=described_enum(Direction, DIRECTIONS), Nulls=described_enum(Nulls, NULLS)
    )
    vars(SPACE).update({k.scalar.__name__: k.scalar for k in scalar_kinds()})
    _page_info()
    for kind in built.types.values():
        _declare_enums(kind)
    for kind in built.types.values():
        declare_inputs(kind, related[kind.name].values())
    for kind in sorted(built.types.values(), key=lambda k: k.entity.of is not None):
        _declare_type(built, kind)
        _declare_connection(kind, groupable[kind.name])
    schema = strawberry.Schema(
        query=_query(built), mutation=_mutation(),
        types=[getattr(SPACE, name) for name in built.types],
        config=StrawberryConfig(scalar_map=_scalars(), disable_field_suggestions=True),
    )  # fmt: skip
    references.mark_one_of(schema._schema)
    return schema._schema


def _scalars() -> dict[object, ScalarDefinition]:
    made: dict[object, ScalarDefinition] = {
        kind.scalar: strawberry.scalar(name=kind.name, description=kind.doc, parse_value=kind.accept)
        for kind in scalar_kinds()
    }
    return made | references.SCALARS


def _annotation(value: Value) -> Any:
    """The GraphQL type of a value: nullable when absent values exist, or when a mask may withhold it."""
    inner = value.annotation
    found = value.kind.vocabulary
    if found:
        made = getattr(SPACE, found.__name__)
        inner = made if value.kind.is_enum else list[made]  # type: ignore[valid-type]
    kept = value.group == "reference" or value.name == "id"  # the id of a row that is there is never withheld
    return inner if kept and not value.nullable else Optional[inner]


def _never(*_: Any, **__: Any) -> Any:
    raise AssertionError("reads are compiled to SQL, never resolved")


def _connection_field(target: ObjectType, doc: str) -> StrawberryField:
    """A Relay connection field with paging, and filter and order where the target has any."""
    arguments: Namespace = {
        "first": Optional[int],
        "after": Optional[str],
        "last": Optional[int],
        "before": Optional[str],
    }
    if target.filterable:
        arguments["filter"] = Optional[getattr(SPACE, f"{target.name}Filter")]
    if target.orderable:
        arguments["order_by"] = f"Optional[list[{target.name}Order]]"
    return strawberry.field(_with_arguments(arguments, ARGUMENTS, f"{target.name}Connection"), description=doc)


def _with_arguments(arguments: Namespace, docs: Mapping[str, str], returns: Any) -> Callable[..., Any]:
    """A function whose signature Strawberry reads as the field's arguments, all optional."""
    names = ", ".join(f"{name}=UNSET" for name in arguments)
    scope: Namespace = {"_never": _never, "UNSET": strawberry.UNSET}
    exec(f"def resolver({names}): return _never()", scope)  # noqa: S102 - the names are our own declarations
    resolver: Callable[..., Any] = scope["resolver"]
    described = {
        name: Annotated[annotation, strawberry.argument(description=docs[name])]
        for name, annotation in arguments.items()
    }
    resolver.__annotations__ = {**described, "return": returns}
    resolver.__module__ = SPACE.__name__
    return resolver


def _declare_enums(kind: ObjectType) -> None:
    for value in kind.values.values():
        found = value.kind.vocabulary
        if found and not hasattr(SPACE, found.__name__):
            publish(found.__name__, described_enum(found, {member.name: member.doc for member in found}))


def _declare_type(built: Resolved, kind: ObjectType) -> None:
    annotations: Namespace = {}
    members: Namespace = {}
    for value in kind.visible().values():
        annotations[value.name] = _annotation(value)
        members[value.name] = strawberry.field(description=_documented(value))
    for link in kind.links.values():
        _declare_link(built, link, annotations, members)
    parent = kind.entity.of
    nodes = () if kind.entity.view else (references.Node,)
    bases = (getattr(SPACE, parent.__name__),) if parent else nodes
    made = make(kind.name, annotations, members, bases)
    decorate = strawberry.interface if kind.is_interface else strawberry.type
    publish(kind.name, decorate(made, description=kind.entity.doc))


def _documented(value: Value) -> str:
    return f"{value.declared.doc} [{value.group}]"


def _declare_link(built: Resolved, link: Link, annotations: Namespace, members: Namespace) -> None:
    if link.many:
        members[link.name] = _connection_field(built.types[link.target], link.declared.doc)
    else:
        annotations[link.name] = f"Optional[{link.target}]"
        members[link.name] = strawberry.field(description=link.declared.doc)


def _page_info() -> None:
    fields = {
        "has_next_page": bool,
        "has_previous_page": bool,
        "start_cursor": Optional[str],
        "end_cursor": Optional[str],
    }
    docs = ("是否有下一页", "是否有上一页", "本页起始游标", "本页结束游标")
    members = {name: strawberry.field(description=doc) for name, doc in zip(fields, docs, strict=True)}
    publish("PageInfo", strawberry.type(make("PageInfo", fields, members), description="分页信息 — Relay page info."))


def _declare_connection(kind: ObjectType, found: Groupable) -> None:
    edge = make(f"{kind.name}Edge", {"cursor": str, "node": kind.name},
                 {"cursor": strawberry.field(description="游标 — opaque position."),
                  "node": strawberry.field(description="节点 — the object.")})  # fmt: skip
    publish(edge.__name__, strawberry.type(edge, description=f"边 — one {kind.name} of a page, with its cursor."))
    fields: Namespace = {"edges": f"list[{kind.name}Edge]", "nodes": f"list[{kind.name}]", "page_info": "PageInfo",
                         "total_count": int}  # fmt: skip
    docs = ("边 — objects with their cursors.", "节点 — objects without cursors.", "分页信息 — page info.",
            "总数 — rows that you may see under the filter; counted only when asked for.")  # fmt: skip
    members = {name: strawberry.field(description=doc) for name, doc in zip(fields, docs, strict=True)}
    if found.dimensions:
        declare_groups(kind, found)
        members["groups"] = strawberry.field(groups_of(kind, _never), description=GROUPS)
    made = make(f"{kind.name}Connection", fields, members)
    publish(made.__name__, strawberry.type(made, description=f"连接 — a page of {kind.name} (Relay)."))


def _query(built: Resolved) -> type:
    members: Namespace = {}
    for field, type_name in built.lookups.items():
        lookup = built.types[type_name].entity.lookup
        assert lookup
        found = {_python(name): _lookup_value(built, type_name, name) for name in lookup.arguments}
        arguments = {name: Optional[value.kind.scalar] for name, value in found.items()}
        docs = {name: value.declared.doc for name, value in found.items()}
        resolver = _with_arguments(arguments, docs, f"Optional[{type_name}]")
        members[field] = strawberry.field(resolver, description=lookup.doc)
    for field, type_name in built.lists.items():
        target = built.types[type_name]
        members[field] = _rename(_connection_field(target, target.entity.doc), field)
    members |= references.root_fields(built, SPACE) | viewer.root_fields() | search.root_fields(SPACE)
    return strawberry.type(make("Query", {}, members), description="查询 — everything that may be asked.")


def _rename(field: StrawberryField, name: str) -> StrawberryField:
    field.graphql_name = name
    return field


def _python(name: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name)


def _lookup_value(built: Resolved, type_name: str, argument: str) -> Value:
    for candidate in built.types[type_name].possible:
        for value in built.types[candidate].values.values():
            if value.field == argument:
                return value
    raise KeyError(f"lookup argument {argument!r} is no field of {type_name}")


def _mutation() -> type:
    members: Namespace = {}
    for action in ACTIONS.values():
        _declare_payload(action)
        members[_python(action.field)] = strawberry.mutation(_action_resolver(action), description=action.doc)
    return strawberry.type(make("Mutation", {}, members), description="办理 — acts that write.")


def _declare_payload(action: Action) -> None:
    name = f"{action.field[0].upper()}{action.field[1:]}Payload"
    members = {action.payload_field: strawberry.field(description="结果 — what was written.")}
    made = make(name, {action.payload_field: action.payload_type}, members)
    publish(name, strawberry.type(made, description=f"{action.doc}"))


def _action_resolver(action: Action) -> Callable[..., Any]:
    def resolver(input: Any) -> Any:  # noqa: A002 - the argument is called input in GraphQL
        return _never(input)

    described = strawberry.argument(description="输入 — what the act needs to know.")
    given: Any = Annotated[action.input, described]
    resolver.__annotations__ = {"input": given, "return": f"{action.field[0].upper()}{action.field[1:]}Payload"}
    resolver.__module__ = SPACE.__name__
    return resolver


def printed(schema: GraphQLSchema) -> str:
    """The SDL as committed in `schema/schema.graphql`."""
    from graphql import print_schema

    return print_schema(schema) + "\n"
