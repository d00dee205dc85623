"""References: how callers name rows that they know already, one or many at a time.

Relay asks by `id` (`node`, `nodes`), approval windows by number (`subjectsByReference`), an Apollo Federation gateway
by representations (`_entities`). Every type that shows an id is a `Node`, unless it stands on a view, and an id is
never withheld from a row that is there.
"""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Annotated, Any, NewType, Union

import strawberry
from graphql import GraphQLInputObjectType, GraphQLSchema
from strawberry.types.scalar import ScalarDefinition

from schema.kinds import CreditCode, IdNumber

if TYPE_CHECKING:
    from schema.resolved import Resolved

#: what a gateway sends: `__typename` and the fields of one key
Representation = NewType("Representation", object)

#: input types of which a list is bound as a whole, however long it is
WHOLE = frozenset({"SubjectReference", "_Any"})


@strawberry.interface(description="节点 — whatever has an id by which it can be asked for again (Relay).")
class Node:
    """What every type with an id implements."""

    id: strawberry.ID = strawberry.field(description="标识 — opaque and random.")


@strawberry.input(description="自然人引用 — a person by whole ID number and name; both have to agree.")
class PersonReference:
    """A person named as officers do."""

    id_number: IdNumber = strawberry.field(description="公民身份号码 — the whole citizen ID number.")
    name: str = strawberry.field(description="姓名 — name.")


@strawberry.input(one_of=True, description="主体引用 — one way of naming a subject.")
class SubjectReference:
    """One of the ways of naming a subject."""

    id: strawberry.ID | None = strawberry.field(default=strawberry.UNSET, description="标识 — its id in this hub.")
    credit_code: CreditCode | None = strawberry.field(
        default=strawberry.UNSET, description="统一社会信用代码 — unified social credit code of an organisation."
    )
    person: PersonReference | None = strawberry.field(
        default=strawberry.UNSET, description="自然人 — a person by ID number and name."
    )


@strawberry.type(name="_Service", description="联邦子图 — what a gateway reads to compose this hub with others.")
class Service:
    """The hub as a subgraph."""

    sdl: str = strawberry.field(description="子图模式 — the schema with its Federation 2 directives.")


REPRESENTATION = strawberry.scalar(
    name="_Any",
    description="实体表示 — `__typename` and the fields of one key of an entity, as a gateway sends them.",
    parse_value=lambda value: value,
)
SCALARS: dict[object, ScalarDefinition] = {Representation: REPRESENTATION}

_ORDER = (
    " in the same order, null where there is none that you may see. More than one is asked about, so nothing opens"
    " that takes a purpose and a matter number."
)
ONE = (
    "按标识查找 — the object with this id; null if there is none that you may see. Of a subject it opens what a purpose"
    " and a matter number open, as `subject(id:)` does."
)
MANY = "按标识批量查找 — the objects with these ids" + _ORDER
MANY_SUBJECTS = "按引用批量查找主体 — the subjects so named" + _ORDER
ENTITIES = "联邦实体查找 — what a Federation gateway asks for," + _ORDER
SUBGRAPH = "联邦子图 — this hub as a subgraph; asked for alone, like introspection."


def _never() -> Any:
    raise AssertionError("reads are compiled to SQL, never resolved")


def _described(annotation: Any, description: str) -> Any:
    return Annotated[annotation, strawberry.argument(description=description)]


def _node(id: Any) -> Any:  # noqa: A002 - the argument is called id in GraphQL
    return _never()


def _nodes(ids: Any) -> Any:
    return _never()


def _subjects_by_reference(references: Any) -> Any:
    return _never()


def _entities(representations: Any) -> Any:
    return _never()


def _service(root: Any) -> Any:
    """The one root that is resolved: what is executed says what the hub is as a subgraph; see `schema.federation`."""
    return root.service


def root_fields(built: Resolved, space: ModuleType) -> dict[str, Any]:
    """Python name → Strawberry field of every root that answers references; `space` holds the made types."""
    named = [name for name, kind in sorted(built.types.items()) if kind.references and not kind.is_interface]
    concrete = tuple(getattr(space, name) for name in named)
    union = strawberry.union("_Entity", description="联邦实体 — every type that a gateway may ask for by its key.")
    subject: Any = space.Subject
    entity: Any = Annotated[Union[concrete], union]  # noqa: UP007 - made at run time
    ids = _described(list[strawberry.ID], "标识列表 — at most 100 ids.")
    references = _described(list[SubjectReference], "主体引用列表 — at most 500 references.")
    representations = _described(list[Representation], "实体表示列表 — at most 500 representations.")
    return {
        "node": _root(_node, Node | None, ONE, id=_described(strawberry.ID, "标识 — the id.")),
        "nodes": _root(_nodes, list[Node | None], MANY, ids=ids),
        "subjects_by_reference": _root(
            _subjects_by_reference, list[subject | None], MANY_SUBJECTS, references=references
        ),
        "_entities": _root(_entities, list[entity | None], ENTITIES, "_entities", representations=representations),
        "_service": _root(_service, Service, SUBGRAPH, "_service"),
    }


def _root(resolver: Any, returns: Any, doc: str, name: str | None = None, **arguments: Any) -> Any:
    resolver.__annotations__ = {**arguments, "return": returns}
    return strawberry.field(resolver, name=name, description=doc)


def mark_one_of(schema: GraphQLSchema) -> None:
    """Tell graphql-core, which validates and prints, what Strawberry only checks by itself."""
    reference = schema.type_map["SubjectReference"]
    assert isinstance(reference, GraphQLInputObjectType)
    reference.is_one_of = True
