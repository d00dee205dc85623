"""The declarations resolved: every annotation a kind, every relation a target; checked.

A wrong declaration fails here, with a sentence that names it.
"""

from __future__ import annotations

import inspect
import sys
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from strawberry.utils.str_converters import to_camel_case

from schema import entities, language
from schema.kinds import KINDS, Id, Kind, kind_of
from schema.language import Column, Computed, Entity, Relation
from schema.policy import policy


@dataclass(frozen=True)
class Value:
    """A column or computed value of one type, with its kind resolved."""

    type_name: str
    #: Python and SQL name
    name: str
    #: GraphQL name
    field: str
    kind: Kind
    annotation: Any
    nullable: bool
    declared: Column | Computed

    @property
    def coordinate(self) -> str:
        """`Type.field`, as errors, masks and the policy name it."""
        return f"{self.type_name}.{self.field}"

    @property
    def group(self) -> str:
        """Its row of the policy table."""
        return self.declared.group


@dataclass(frozen=True)
class Link:
    """A relation of one type with its target resolved."""

    type_name: str
    name: str
    field: str
    target: str
    many: bool
    nullable: bool
    declared: Relation

    @property
    def coordinate(self) -> str:
        """`Type.field`."""
        return f"{self.type_name}.{self.field}"

    @property
    def origin(self) -> str:
        """`Type.field` of the type that declares the relation: the same for all concrete types of an interface."""
        parent = language.REGISTRY[self.type_name].of
        inherited = parent is not None and self.name in language.REGISTRY[parent.__name__].relations
        return f"{parent.__name__ if parent and inherited else self.type_name}.{self.field}"

    @property
    def group(self) -> str:
        """Its row of the policy table."""
        return self.declared.group


@dataclass(frozen=True)
class ObjectType:
    """A GraphQL object type or interface over one table."""

    name: str
    entity: Entity
    values: Mapping[str, Value]
    links: Mapping[str, Link]
    #: concrete types: itself, or the implementations of an interface
    possible: tuple[str, ...]
    #: columns that only concrete types of an interface have; they may be filtered by at the interface
    narrower: Mapping[str, Value] = field(default_factory=dict)

    @property
    def is_interface(self) -> bool:
        """Whether the type is an interface, told apart by its discriminator column."""
        return self.entity.discriminator is not None

    @cached_property
    def filterable(self) -> dict[str, Value]:
        """GraphQL name → column that may be filtered by (if the policy lets the caller see it)."""
        offered = {**self.narrower, **self.values}
        return {v.field: v for v in offered.values() if isinstance(v.declared, Column) and v.declared.filter}

    @cached_property
    def orderable(self) -> dict[str, Value]:
        """GraphQL name → column that may be ordered by."""
        return {v.field: v for v in self.values.values() if isinstance(v.declared, Column) and v.declared.order}

    @cached_property
    def parts(self) -> dict[str, list[Value]]:
        """Name of a value → the values that are parts of it."""
        found: dict[str, list[Value]] = {}
        for value in self.values.values():
            if isinstance(value.declared, Column) and value.declared.part_of:
                found.setdefault(value.declared.part_of, []).append(value)
        return found

    @cached_property
    def references(self) -> dict[str, Value]:
        """GraphQL name → value that names one row: the id, a natural key of one column, what was declared besides.

        Rows of a view are not named.
        """
        if self.entity.view:
            return {}
        alone = self.entity.key if len(self.entity.key) == 1 else ()
        return {self.values[name].field: self.values[name] for name in ("id", *alone, *self.entity.named_by)}

    def visible(self) -> dict[str, Value]:
        """GraphQL name → value, without the hidden columns."""
        return self._visible

    @cached_property
    def _visible(self) -> dict[str, Value]:
        return {v.field: v for v in self.values.values() if not getattr(v.declared, "hidden", False)}

    @cached_property
    def relations(self) -> dict[str, Link]:
        """GraphQL name → relation."""
        return {link.field: link for link in self.links.values()}


@dataclass(frozen=True)
class Resolved:
    """All types by name; list and lookup roots by field name."""

    types: dict[str, ObjectType]
    #: root field → type name, for connections
    lists: dict[str, str]
    #: root field → type name, for single look-ups
    lookups: dict[str, str]

    def leading(self, type_name: str) -> str:
        """The type that stands for the whole table: an interface for its concrete types."""
        parent = self.types[type_name].entity.of
        return parent.__name__ if parent else type_name

    def concrete(self, type_name: str) -> list[ObjectType]:
        """The concrete types that rows of `type_name` may have."""
        return [self.types[name] for name in self.types[type_name].possible]


def resolve() -> Resolved:
    """All declared entities, resolved. Raises TypeError or KeyError for a wrong declaration."""
    entities.load()
    names = _namespace()
    # by file, then as declared: the order must not depend on which module was imported first
    declared = sorted(language.REGISTRY.values(), key=lambda entity: entity.cls.__module__)
    types = {entity.name: _object_type(entity, names) for entity in declared}
    result = Resolved(
        types={name: _with_narrower(kind, types) for name, kind in types.items()},
        lists={entity.plural: entity.name for entity in declared if entity.plural},
        lookups={entity.lookup.name: entity.name for entity in declared if entity.lookup},
    )
    _check(result)
    return result


def _with_narrower(kind: ObjectType, types: Mapping[str, ObjectType]) -> ObjectType:
    """An interface with the columns of its concrete types."""
    children = [types[name] for name in kind.possible if name != kind.name]
    found = {name: value for child in children for name, value in child.values.items() if name not in kind.values}
    return replace(kind, narrower=found)


def _namespace() -> dict[str, Any]:
    """Names that annotations may use: entities everywhere, kinds and enums where they were declared."""
    return {name: entity.cls for name, entity in language.REGISTRY.items()}


def _object_type(entity: Entity, names: dict[str, Any]) -> ObjectType:
    hints = _hints(entity.cls, names)
    declared: dict[str, Column | Computed] = {**entity.columns, **entity.computed}
    values = {name: _value(entity.name, name, one, hints) for name, one in declared.items()}
    links = {name: _link(entity.name, name, declared, hints) for name, declared in entity.relations.items()}
    children = tuple(e.name for e in language.REGISTRY.values() if e.of is entity.cls)
    possible = children if entity.discriminator else (entity.name,)
    return ObjectType(entity.name, entity, values, links, possible)


def _hints(cls: type, names: dict[str, Any]) -> dict[str, Any]:
    """Resolved annotations of the class and its parents, each in the namespace of the module that declared it."""
    found: dict[str, Any] = {}
    for base in reversed(cls.__mro__[:-1]):
        scope = {**vars(sys.modules[base.__module__]), **names}
        for name, annotation in inspect.get_annotations(base).items():
            found[name] = eval(annotation, scope) if isinstance(annotation, str) else annotation  # noqa: S307
    return found


def _optional(annotation: Any) -> tuple[Any, bool]:
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        inner = [argument for argument in typing.get_args(annotation) if argument is not type(None)]
        return inner[0], True
    return annotation, False


def _annotation(type_name: str, name: str, hints: dict[str, Any]) -> tuple[Any, bool]:
    """What the annotation of `name` says, and whether it may be absent."""
    if name not in hints:
        raise TypeError(f"{type_name}.{name} has no annotation, so nobody knows its kind")
    return _optional(hints[name])


def _value(type_name: str, name: str, declared: Column | Computed, hints: dict[str, Any]) -> Value:
    inner, nullable = _annotation(type_name, name, hints)
    try:
        kind = kind_of(inner)
    except TypeError as error:
        raise TypeError(f"{type_name}.{name}: {error}") from None
    return Value(type_name, name, to_camel_case(name), kind, inner, nullable, declared)


def _link(type_name: str, name: str, declared: Relation, hints: dict[str, Any]) -> Link:
    inner, nullable = _annotation(type_name, name, hints)
    many = typing.get_origin(inner) is list
    target = typing.get_args(inner)[0] if many else inner
    if getattr(target, "__name__", None) not in language.REGISTRY:
        raise TypeError(f"{type_name}.{name} leads to {target!r}, which is no entity")
    return Link(type_name, name, to_camel_case(name), target.__name__, many, nullable, declared)


def _check(built: Resolved) -> None:
    for kind in built.types.values():
        members: list[Value | Link] = [*kind.values.values(), *kind.links.values()]
        for member in members:
            _check_group(member.coordinate, "group", member.group)
            _check_doc(member.coordinate, member.declared.doc)
        for presence in kind.entity.presence:
            _check_group(kind.name, "presence group", presence.group)
        _check_group(kind.name, "group of the region", kind.entity.region.group)
        for link in kind.links.values():
            _check_link(built, kind, link)
        _check_doc(kind.name, kind.entity.doc)
        _check_table(built, kind)


def _check_group(where: str, what: str, group: str) -> None:
    if group not in policy().levels:
        raise TypeError(f"{where}: {what} {group!r} has no row in policy.csv")


def _check_doc(where: str, doc: str) -> None:
    if not "一" <= doc[:1] <= "鿿":
        raise TypeError(f"{where}: the description does not begin with its Chinese term")


def _check_table(built: Resolved, kind: ObjectType) -> None:
    """Key and discriminator: what tells rows apart, and what tells types apart."""
    columns = {*physical_columns(built, kind.name), "batch_id"}
    for name in (*kind.entity.key, kind.entity.tie):
        if name not in columns:
            raise TypeError(f"{kind.name}: key column {name!r} does not exist")
    if kind.is_interface and not kind.possible:
        raise TypeError(f"{kind.name} has a discriminator but no concrete type")
    if kind.entity.of:
        parent = built.types[kind.entity.of.__name__]
        told = parent.values[parent.entity.discriminator or ""]
        if kind.entity.when not in [member.value for member in told.annotation]:
            raise TypeError(f"{kind.name}: {kind.entity.when!r} is no value of {told.coordinate}")


def _check_link(built: Resolved, kind: ObjectType, link: Link) -> None:
    own = {*physical_columns(built, kind.name), "batch_id"}
    theirs = physical_columns(built, link.target)
    for left, right in link.declared.on.items():
        if left not in own or right not in theirs:
            raise TypeError(f"{link.coordinate}: no columns {left!r} → {right!r}")


def physical_columns(built: Resolved, type_name: str) -> dict[str, Value]:
    """Column name → value over the whole table: the union over an interface's concrete types."""
    table = built.types[type_name].entity.table
    found: dict[str, Value] = {}
    for kind in built.types.values():
        if kind.entity.table == table:
            found |= {
                name: v for name, v in kind.values.items() if isinstance(v.declared, Column) and name not in found
            }
    return found


def scalar_kinds() -> list[Kind]:
    """Kinds that are GraphQL scalars of their own."""
    return [kind for kind in KINDS.values() if kind.scalar not in (str, int, bool, Id)]
