"""What is told before any row is read: refusals, masked coordinates, wrong arguments.

A plain walk over the document, once for each concrete type that rows may have, as often as it likes.
"""

from __future__ import annotations

from dataclasses import replace

from graphql import FieldNode, GraphQLObjectType, OperationDefinitionNode

from schema.catalog import Link, ObjectType, Value, catalog
from tests.oracle import examine_references, search
from tests.oracle.examine_filters import presence_groups
from tests.oracle.examine_groups import GroupExaminer
from tests.oracle.filters import narrowed
from tests.oracle.naming import ARGUMENTS, ORGANISATIONS, PERSONS, fields_named, is_uuid, names_people
from tests.oracle.paging import LARGEST_PAGE, List
from tests.oracle.policy import NUMBER, Road, sure
from tests.oracle.relations import is_found, onward
from tests.oracle.walk import Arguments, Begun, Findings


class Examiner(GroupExaminer):
    """Walks one operation with one caller's variables."""

    def operation(self, definition: OperationDefinitionNode) -> Findings:
        """Walk the whole operation."""
        root = self.schema.query_type
        assert root
        for nodes in self.collect(root, [definition.selection_set]).values():
            self._root(root, nodes)
        return self.found

    # --- roots --------------------------------------------------------------------------------------------------

    def _root(self, root: GraphQLObjectType, nodes: list[FieldNode]) -> None:
        name = nodes[0].name.value
        self.named = None
        if name == "__typename":
            return
        arguments = self.arguments(root, nodes)
        if names_people(name, arguments):
            mixed = len(fields_named(name, arguments.get("references", ()))) > 1
            self.named = Begun(Road.LISTED if name in ARGUMENTS else Road.LOOKED_UP, mixed)
        if name in catalog().lists:
            self._list(nodes, arguments, None, catalog().lists[name], f"Query.{name}", Road.LISTED)
            return
        if name in ARGUMENTS:
            examine_references.examine(self, name, nodes, arguments[ARGUMENTS[name]])
            return
        if name == search.ROOT:
            search.examine(self, nodes, arguments)
            return
        type_name = catalog().lookups[name]
        self.lookup(type_name, arguments)
        only = ORGANISATIONS if arguments.get("creditCode") else PERSONS if arguments.get("idNumber") else None
        self.rows(nodes, type_name, f"Query.{name}", Road.LOOKED_UP, only)

    def lookup(self, type_name: str, arguments: Arguments) -> None:
        """What a look-up is refused for by the way in which it names."""
        given = {name for name, value in arguments.items() if value is not None}
        if given not in ({"id"}, {"creditCode"}, {"idNumber", "name"}, {"sequence"}):
            self.found.faults.add("INVALID_ARGUMENT")
        if "id" in given and not is_uuid(arguments["id"]):
            self.found.faults.add("INVALID_ARGUMENT")
        for kind in catalog().concrete(type_name):
            for value in kind.values.values():
                # whoever never sees any form of a value may not search by it
                if value.field in given and self.sight.shows_nothing(value.group, Road.LOOKED_UP):
                    self.refuse(value.coordinate, waits=False)

    # --- lists and objects --------------------------------------------------------------------------------------

    def _list(self, nodes: list[FieldNode], arguments: Arguments, link: Link | None, type_name: str, coordinate: str,
              road: Road) -> None:  # fmt: skip
        kind = catalog().types[type_name]
        self._page(List.of(type_name, link, arguments, veiled=self._veils()), arguments)
        given, only = arguments.get("filter"), narrowed(kind, arguments.get("filter"))
        kinds = self.kinds(kind, road, only)
        self.filtered(kind, given, kinds, road)
        for order in arguments.get("orderBy") or ():
            self.compared(order["field"].lower(), kinds, road)
        counting = []
        connection = self.below(nodes, f"{type_name}Connection").values()
        for parts in connection:
            if parts[0].name.value == "nodes":
                self.rows(parts, type_name, coordinate, road, only)
            if parts[0].name.value == "edges":
                for inner in self.below(parts, f"{type_name}Edge").values():
                    if inner[0].name.value == "node":
                        self.rows(inner, type_name, coordinate, road, only)
            if parts[0].name.value == "groups":
                counting.append(self.groups(parts, kind, given, coordinate, road, only, at_root=link is None))
        # the list itself is refused, whatever is wanted of it; but who may only count may count
        if not any(counting) or {parts[0].name.value for parts in connection} - {"groups", "__typename"}:
            self.rows([], type_name, coordinate, road, only)

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

    def rows(self, nodes: list[FieldNode], type_name: str, coordinate: str, road: Road, only: frozenset[str] | None
              ) -> None:  # fmt: skip
        kinds = self.there(catalog().types[type_name], road, only)
        if not kinds:
            groups = presence_groups(catalog().types[type_name])
            self.refuse(coordinate, waits=any(self.sight.waits(group, road) for group in groups))
        met = (tuple(map(id, nodes)), type_name, road, only, self.named)
        if met in self._met:  # what is found is kept in sets, and grows by nothing when it is found again
            return
        self._met.add(met)
        for kind in kinds:
            for fields in self.below(nodes, kind.name).values():
                self.field(kind, fields, road)

    def field(self, kind: ObjectType, nodes: list[FieldNode], road: Road) -> None:
        name = nodes[0].name.value
        if name == "__typename":
            return
        if name in kind.visible():
            self._value(kind, kind.visible()[name], road)
            return
        before = self.named
        link = next(link for link in kind.links.values() if link.field == name)
        if is_found(link):
            self.named = Begun(road, mixed=True, below=link.target != "Subject")
        elif self.named:
            self.named = replace(self.named, below=True)
        self._follow(kind, nodes, road)
        self.named = before

    def _follow(self, kind: ObjectType, nodes: list[FieldNode], road: Road) -> None:
        link = next(link for link in kind.links.values() if link.field == nodes[0].name.value)
        ahead = onward(link, road)
        self.walk(kind, link, road, self.sight.ways(kind, road))
        if not link.many:
            self.rows(nodes, link.target, link.coordinate, ahead, None)
            return
        parent = self.schema.type_map[kind.name]
        assert isinstance(parent, GraphQLObjectType)
        self._list(nodes, self.arguments(parent, nodes), link, link.target, link.coordinate, ahead)

    # --- values -------------------------------------------------------------------------------------------------

    def _value(self, kind: ObjectType, value: Value, road: Road) -> None:
        """A value is clear in all rows that are there, or in some, or masked, or refused."""
        sight, group = self.sight, value.group
        own = kind.name == "NaturalPerson"
        if self.named and self._veils() and value.kind.name == "Id" and (self.named.below or own):
            self._veiled(value, self.named)
            return
        rules = sight.rules(group, road)
        if "F" in sight.levels(group, road) or sure(sight.ways(kind, road), rules):
            return
        if rules:
            self.found.elsewhere.add(value.coordinate)
        elif sight.shows_nothing(group, road) or self._only_waits(value, road):
            self.refuse(value.coordinate, waits=sight.waits(group, road))
            return
        else:
            self.found.masked.add(value.coordinate)
        if opening := sight.opening(group, road):
            self.found.waiting[value.coordinate] = opening

    def _veils(self) -> bool:
        """Whether ids are other ones on this road: not where all numbers that may have begun it are seen."""
        return self.named is not None and self.sight.hides_numbers(self.named.road)

    def _veiled(self, value: Value, begun: Begun) -> None:
        """An id below a number is as visible as the number was where the road began."""
        partly = self.sight.rules(NUMBER, begun.road) or (begun.mixed and begun.below)
        (self.found.elsewhere if partly else self.found.masked).add(value.coordinate)
        if opening := self.sight.opening(NUMBER, begun.road):
            self.found.waiting[value.coordinate] = opening

    def _only_waits(self, value: Value, road: Road) -> bool:
        """What has no masked form and waits for a purpose is refused, not withheld."""
        waits = self.sight.waits(value.group, road) and "M" not in self.sight.levels(value.group, road)
        return waits and value.declared.mask.name == "withheld"
