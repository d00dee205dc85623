"""Probes: every question that the schema lets a caller ask, found by reading the schema itself.

Nothing here knows what is hidden. A list, an argument, an operator or a dimension that is added to the schema is
probed the day it is added.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    get_named_type,
    is_input_object_type,
    is_leaf_type,
)

from schema.catalog import Value, catalog
from tests.side_channels.hidden import is_of_log

SCHEMA = catalog().graphql
QUANTIFIERS = ("some", "none", "every")
COMBINERS = ("and", "or", "not")
#: rows asked for: more than the small world has of most
PAGE = 60
#: what is asked of every page
TOLD = "totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage }"


# --- lists ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Road:
    """A list: at the root, or below the rows of a root list."""

    root: str
    #: relation below it and the type of row that it starts from
    below: tuple[str, str] | None
    #: the type of the list's rows
    target: str

    def asking(self, arguments: str, selection: str) -> str:
        """The selection of this list with arguments."""
        called = f"({arguments})" if arguments else ""
        if self.below is None:
            return f"{self.root}{called} {{ {selection} }}"
        kind, field = self.below
        return f"{self.root}(first: {PAGE}) {{ nodes {{ ... on {kind} {{ id {field}{called} {{ {selection} }} }} }} }}"

    def accepts(self, argument: str) -> str | None:
        """The type of an argument of this list, if it has it."""
        if self.below is None:
            assert SCHEMA.query_type
            field = SCHEMA.query_type.fields[self.root]
        else:
            field = object_type(self.below[0]).fields[self.below[1]]
        return str(field.args[argument].type) if argument in field.args else None


def object_type(name: str) -> GraphQLObjectType | GraphQLInterfaceType:
    """A type that has fields."""
    found = SCHEMA.type_map[name]
    assert isinstance(found, GraphQLObjectType | GraphQLInterfaceType)
    return found


@cache
def root_lists() -> tuple[Road, ...]:
    """Every list at the root."""
    assert SCHEMA.query_type
    return tuple(
        Road(name, None, row_type(get_named_type(field.type).name))
        for name, field in SCHEMA.query_type.fields.items()
        if is_list(field) and not is_of_log(row_type(get_named_type(field.type).name))
    )  # fmt: skip


@cache
def nested_lists() -> tuple[Road, ...]:
    """Every list below a row of a root list, once for each concrete type that has it."""
    found = []
    for road in root_lists():
        for kind in concrete(road.target):
            for name, field in kind.fields.items():
                if is_list(field) and not is_of_log(row_type(get_named_type(field.type).name)):
                    found.append(Road(road.root, (kind.name, name), row_type(get_named_type(field.type).name)))
    return tuple(found)


def is_list(field: GraphQLField) -> bool:
    """Whether a field is a connection, with pages; what is found by name is none."""
    return "first" in field.args and get_named_type(field.type).name.endswith("Connection")


def row_type(connection: str) -> str:
    """The type of a connection's rows."""
    return str(get_named_type(object_type(connection).fields["nodes"].type))


def concrete(name: str) -> Sequence[GraphQLObjectType]:
    """The types that rows of a type may have."""
    found = SCHEMA.type_map[name]
    return SCHEMA.get_possible_types(found) if isinstance(found, GraphQLInterfaceType) else [object_type(name)]  # type: ignore[list-item]


def fields_of(name: str, *, leaf: bool) -> list[str]:
    """The fields of a type that are values, or that lead on."""
    fields = object_type(name).fields.items()
    return [field for field, declared in fields if is_leaf_type(get_named_type(declared.type)) is leaf]


# --- filters -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Leaf:
    """A place in a filter where a column is compared: the way to it, and what it may be compared with."""

    path: tuple[str, ...]
    #: the type whose column it is, and the column
    type_name: str
    operators: tuple[str, ...]

    @property
    def value(self) -> Value:
        """The column's declaration."""
        return catalog().types[self.type_name].filterable[self.path[-1]]

    def saying(self, operator: str, wanted: Any) -> dict[str, Any]:
        """The filter that compares the column there."""
        said: dict[str, Any] = {operator: wanted}
        for step in reversed(self.path):
            said = {step: said}
        return said


def leaves(name: str, relations: int) -> Iterator[Leaf]:
    """Every column that a filter type reaches through at most so many relations."""
    yield from _leaves(name, (), relations)


def _leaves(name: str, path: tuple[str, ...], relations: int) -> Iterator[Leaf]:
    kind = SCHEMA.type_map[name]
    assert isinstance(kind, GraphQLInputObjectType)
    for field, declared in kind.fields.items():
        below = get_named_type(declared.type)
        if field in COMBINERS or not is_input_object_type(below):
            continue
        if "and" in below.fields:
            if relations:
                yield from _leaves(below.name, (*path, field), relations - 1)
        elif set(QUANTIFIERS) <= set(below.fields):
            if relations:
                for quantifier in QUANTIFIERS:
                    inner = get_named_type(below.fields[quantifier].type).name
                    yield from _leaves(inner, (*path, field, quantifier), relations - 1)
        else:
            yield Leaf((*path, field), name.removesuffix("Filter"), tuple(below.fields))


def comparisons(leaf: Leaf, wanted: Sequence[Any]) -> Iterator[dict[str, Any]]:
    """Every way of comparing a column with values, plain and within `and`, `or` and `not`."""
    for operator in leaf.operators:
        for value in [[each] for each in wanted] if operator == "in" else wanted:
            yield leaf.saying(operator, value)
        if operator == "startsWith":
            yield from (leaf.saying(operator, each[:1]) for each in wanted)
    if wanted:
        said = leaf.saying(leaf.operators[0], wanted[0])
        yield {"not": said}
        yield {"and": [{}, said]}
        yield {"or": [said, {"not": {}}]}
    if "eq" in leaf.operators:
        yield leaf.saying("eq", None)
        yield {"not": leaf.saying("eq", None)}


def filtered(
    road: Road, filters: Sequence[Mapping[str, Any]], told: str = TOLD
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Operations that ask a list with each of the filters, ten to an operation, and their variables."""
    kind = road.accepts("filter")
    for some in _tens(filters):
        declared = ", ".join(f"$f{i}: {kind}" for i in range(len(some)))
        parts = " ".join(f"a{i}: {road.asking(f'first: {PAGE}, filter: $f{i}', told)}" for i in range(len(some)))
        yield f"query ({declared}) {{ {parts} }}", {f"f{i}": each for i, each in enumerate(some)}


def _tens(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(items), 10):
        yield items[start : start + 10]


# --- orders and groups ---------------------------------------------------------------------------------------------


def orders(road: Road) -> Iterator[tuple[str, str]]:
    """Every field that a list may be ordered by, with every direction and placement of nulls: (field, order)."""
    kind = road.accepts("orderBy")
    if kind is None:
        return
    order = SCHEMA.type_map[kind.strip("[]!")]
    assert isinstance(order, GraphQLInputObjectType)
    names = get_named_type(order.fields["field"].type)
    assert isinstance(names, GraphQLEnumType)
    for name in names.values:
        for direction in ("ASC", "DESC"):
            for nulls in ("", ", nulls: FIRST", ", nulls: LAST"):
                yield name, f"{{field: {name}, direction: {direction}{nulls}}}"


def dimensions(road: Road) -> list[tuple[str, str]]:
    """What a list may be counted by: (member of the enum, field of the group)."""
    field = _groups_of(road)
    if field is None:
        return []
    members = get_named_type(field.args["by"].type)
    assert isinstance(members, GraphQLEnumType)
    return [(name, str(value.value)) for name, value in members.values.items()]


def sums(road: Road) -> list[str]:
    """What may be summed of a list."""
    field = _groups_of(road)
    if field is None:
        return []
    return [name for name in fields_of(get_named_type(field.type).name, leaf=True) if name.startswith("sum")]


def _groups_of(road: Road) -> Any:
    connection = SCHEMA.type_map.get(f"{road.target}Connection")
    return connection.fields.get("groups") if isinstance(connection, GraphQLObjectType) else None
