"""What is told before any row is read: refusals, masked coordinates, wrong arguments.

A plain walk over the document, once for each concrete type that rows may have, as often as it likes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from graphql import (
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    is_abstract_type,
)
from graphql.execution.values import VariableValues, get_argument_values

from schema.catalog import Link, ObjectType, Value, catalog
from tests.oracle.paging import LARGEST_PAGE, List
from tests.oracle.policy import Road, Sight, sure

Arguments = dict[str, Any]
Fields = dict[str, list[FieldNode]]

#: whom a credit code can name, and whom an ID number can
ORGANISATIONS = frozenset({"ENTERPRISE", "GOVERNMENT_BODY", "OTHER_ORGANISATION"})
PERSONS = frozenset({"NATURAL_PERSON"})


@dataclass
class Findings:
    """What the walk found."""

    #: refused coordinate → whether purpose and matter number would open it, wherever it was met
    refused: dict[str, set[bool]] = field(default_factory=lambda: defaultdict(set))
    masked: set[str] = field(default_factory=set)
    elsewhere: set[str] = field(default_factory=set)
    #: codes of errors about arguments
    faults: set[str] = field(default_factory=set)


class Examiner:
    """Walks one operation with one caller's variables."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode, variables: VariableValues, sight: Sight) -> None:
        self._schema, self._variables, self._sight = schema, variables, sight
        named = (node for node in document.definitions if isinstance(node, FragmentDefinitionNode))
        self._fragments = {node.name.value: node for node in named}
        self.found = Findings()

    def operation(self, definition: OperationDefinitionNode) -> Findings:
        """Walk the whole operation."""
        root = self._schema.query_type
        assert root
        for nodes in self._collect(root, [definition.selection_set]).values():
            self._root(root, nodes)
        return self.found

    # --- fields of a selection set, as the specification collects them ---------------------------------------------

    def _collect(self, kind: GraphQLObjectType, sets: Iterable[SelectionSetNode]) -> Fields:
        found: Fields = {}
        for node in self._flat(kind, sets):
            found.setdefault(node.alias.value if node.alias else node.name.value, []).append(node)
        return found

    def _flat(self, kind: GraphQLObjectType, sets: Iterable[SelectionSetNode]) -> Iterator[FieldNode]:
        for selections in sets:
            for node in selections.selections:
                if not self._included(node.directives):
                    continue
                if isinstance(node, FieldNode):
                    yield node
                    continue
                fragment: Any = node
                if isinstance(node, FragmentSpreadNode):
                    fragment = self._fragments[node.name.value]
                assert isinstance(fragment, InlineFragmentNode | FragmentDefinitionNode)
                if fragment.type_condition is None or self._applies(fragment.type_condition.name.value, kind):
                    yield from self._flat(kind, [fragment.selection_set])

    def _applies(self, condition: str, kind: GraphQLObjectType) -> bool:
        named = self._schema.type_map[condition]
        return named is kind or (is_abstract_type(named) and self._schema.is_sub_type(named, kind))

    def _included(self, directives: Iterable[DirectiveNode] | None) -> bool:
        for directive in directives or ():
            definition = self._schema.get_directive(directive.name.value)
            assert definition
            holds = get_argument_values(definition, directive, self._variables)["if"]
            if holds == (directive.name.value == "skip"):
                return False
        return True

    def _below(self, nodes: list[FieldNode], type_name: str) -> Fields:
        """What is selected below a field, if its value is of the concrete type."""
        kind = self._schema.type_map[type_name]
        assert isinstance(kind, GraphQLObjectType)
        return self._collect(kind, [node.selection_set for node in nodes if node.selection_set])

    def _arguments(self, parent: GraphQLObjectType, nodes: list[FieldNode]) -> Arguments:
        return get_argument_values(parent.fields[nodes[0].name.value], nodes[0], self._variables)

    # --- roots --------------------------------------------------------------------------------------------------

    def _root(self, root: GraphQLObjectType, nodes: list[FieldNode]) -> None:
        name = nodes[0].name.value
        if name == "__typename":
            return
        arguments = self._arguments(root, nodes)
        if name in catalog().lists:
            self._list(nodes, arguments, None, catalog().lists[name], f"Query.{name}", Road.LISTED)
            return
        type_name = catalog().lookups[name]
        self._lookup(type_name, arguments)
        only = ORGANISATIONS if arguments.get("creditCode") else PERSONS if arguments.get("idNumber") else None
        self.rows(nodes, type_name, f"Query.{name}", Road.LOOKED_UP, only)

    def _lookup(self, type_name: str, arguments: Arguments) -> None:
        given = {name for name, value in arguments.items() if value is not None}
        if given not in ({"id"}, {"creditCode"}, {"idNumber", "name"}):
            self.found.faults.add("INVALID_ARGUMENT")
        if "id" in given and not _is_uuid(arguments["id"]):
            self.found.faults.add("INVALID_ARGUMENT")
        for kind in catalog().concrete(type_name):
            for value in kind.values.values():
                # whoever never sees any form of the number may not search by it
                if (
                    value.field in given
                    and value.kind.sealed
                    and self._sight.shows_nothing(value.group, Road.LOOKED_UP)
                ):
                    self._refuse(value.coordinate, waits=False)

    # --- lists and objects --------------------------------------------------------------------------------------

    def _list(self, nodes: list[FieldNode], arguments: Arguments, link: Link | None, type_name: str, coordinate: str,
              road: Road) -> None:  # fmt: skip
        kind = catalog().types[type_name]
        self._page(List.of(type_name, link, arguments), arguments)
        only = narrowed(kind, arguments.get("filter"))
        for concrete in self.there(kind, road, only):
            for column in used(kind, arguments):
                if column in concrete.values:
                    self.use(concrete.values[column], road)
        connection = self._below(nodes, f"{type_name}Connection")
        # the list itself is refused, whatever is wanted of it
        self.rows([], type_name, coordinate, road, only)
        for parts in connection.values():
            if parts[0].name.value == "nodes":
                self.rows(parts, type_name, coordinate, road, only)
            if parts[0].name.value == "edges":
                for inner in self._below(parts, f"{type_name}Edge").values():
                    if inner[0].name.value == "node":
                        self.rows(inner, type_name, coordinate, road, only)

    def _page(self, wanted: List, arguments: Arguments) -> None:
        first, last = arguments.get("first"), arguments.get("last")
        if first is not None and last is not None:
            self.found.faults.add("INVALID_ARGUMENT")
        for size in (first, last):
            if size is not None and size < 0:
                self.found.faults.add("INVALID_ARGUMENT")
            if size is not None and size > LARGEST_PAGE:
                self.found.faults.add("LIMIT_EXCEEDED")
        for name in ("after", "before"):
            if arguments.get(name) is not None and wanted.position(arguments[name]) is None:
                self.found.faults.add("INVALID_CURSOR")

    def there(self, kind: ObjectType, road: Road, only: frozenset[str] | None) -> list[ObjectType]:
        """The concrete types of which any row may be there."""
        return [
            one for one in catalog().concrete(kind.name)
            if (only is None or one.entity.when in only) and self._sight.ways(one, road)
        ]  # fmt: skip

    def rows(self, nodes: list[FieldNode], type_name: str, coordinate: str, road: Road, only: frozenset[str] | None
              ) -> None:  # fmt: skip
        kinds = self.there(catalog().types[type_name], road, only)
        if not kinds:
            groups = {p.group for kind in catalog().concrete(type_name) for p in kind.entity.presence}
            self._refuse(coordinate, waits=any(self._sight.waits(group, road) for group in groups))
        for kind in kinds:
            for fields in self._below(nodes, kind.name).values():
                self.field(kind, fields, road)

    def field(self, kind: ObjectType, nodes: list[FieldNode], road: Road) -> None:
        name = nodes[0].name.value
        if name == "__typename":
            return
        if name in kind.visible():
            self._value(kind, kind.visible()[name], road)
            return
        link = next(link for link in kind.links.values() if link.field == name)
        onward = Road.LISTED if link.declared.across else road
        self._walk(kind, link, road, onward)
        if not link.many:
            self.rows(nodes, link.target, link.coordinate, onward, None)
            return
        parent = self._schema.type_map[kind.name]
        assert isinstance(parent, GraphQLObjectType)
        self._list(nodes, self._arguments(parent, nodes), link, link.target, link.coordinate, onward)

    # --- values -------------------------------------------------------------------------------------------------

    def _value(self, kind: ObjectType, value: Value, road: Road) -> None:
        """A value is clear in all rows that are there, or in some, or masked, or refused."""
        sight, group = self._sight, value.group
        rules = sight.rules(group, road)
        if "F" in sight.levels(group, road) or sure(sight.ways(kind, road), rules):
            return
        if rules:
            self.found.elsewhere.add(value.coordinate)
        elif sight.shows_nothing(group, road) or self._only_waits(value, road):
            self._refuse(value.coordinate, waits=sight.waits(group, road))
        else:
            self.found.masked.add(value.coordinate)

    def _only_waits(self, value: Value, road: Road) -> bool:
        """What has no masked form and waits for a purpose is refused, not withheld."""
        waits = self._sight.waits(value.group, road) and "M" not in self._sight.levels(value.group, road)
        return waits and value.declared.mask.name == "withheld"

    def use(self, value: Value, road: Road) -> None:
        """Use needs sight."""
        if "F" not in self._sight.levels(value.group, road) and not self._sight.rules(value.group, road):
            self._refuse(value.coordinate, waits=self._sight.waits(value.group, road))

    def _walk(self, kind: ObjectType, link: Link, road: Road, onward: Road) -> None:
        """A relation may be walked by whoever may use the columns that it joins by."""
        if self._sight.shows_nothing(link.group, road):
            self._refuse(link.coordinate, waits=False)
        for value in near_columns(kind, link):
            if not sure(self._sight.ways(kind, road), self._sight.rules(value.group, road)):
                self._step(link, value, road)
        for value in far_columns(link):
            self._step(link, value, onward)

    def _step(self, link: Link, value: Value, road: Road) -> None:
        if "F" in self._sight.levels(value.group, road):
            return
        if self._sight.rules(value.group, road):
            self.found.elsewhere.add(link.coordinate)
        else:
            self._refuse(link.coordinate, waits=self._sight.waits(value.group, road))

    def _refuse(self, coordinate: str, *, waits: bool) -> None:
        self.found.refused[coordinate].add(waits)


def near_columns(kind: ObjectType, link: Link) -> list[Value]:
    """The columns of the row that a relation leaves by which it joins, as far as they are declared."""
    return [kind.values[name] for name in link.declared.on if name in kind.values]


def far_columns(link: Link) -> list[Value]:
    """The columns of the rows that a relation across subjects reaches: joining by them is filtering by them."""
    target = catalog().types[link.target]
    names = link.declared.on.values() if link.declared.across else ()
    return [target.values[name] for name in names if name in target.values]


def narrowed(kind: ObjectType, condition: Arguments | None) -> frozenset[str] | None:
    """The kinds that a filter's own `kind: {eq | in}` leaves; None where it leaves all, or none at all."""
    if kind.entity.discriminator is None or condition is None:
        return None
    asked = condition.get(kind.values[kind.entity.discriminator].field) or {}
    sets = [{asked["eq"]}] if asked.get("eq") is not None else []
    sets += [set(asked["in"])] if asked.get("in") is not None else []
    return frozenset(set.intersection(*sets)) or None if sets else None


def used(kind: ObjectType, arguments: Arguments) -> set[str]:
    """The columns that a list is filtered or ordered by."""
    return {
        *_filtered(kind, arguments.get("filter")),
        *(one["field"].lower() for one in arguments.get("orderBy") or ()),
    }


def _filtered(kind: ObjectType, condition: Arguments | None) -> Iterator[str]:
    for key, item in (condition or {}).items():
        if key in ("and", "or"):
            for part in item or ():
                yield from _filtered(kind, part)
        elif key == "not":
            yield from _filtered(kind, item)
        else:
            yield kind.filterable[key].name


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
