"""What a caller would be refused, one field at a time, so that documents can be made that are mostly answered."""

from __future__ import annotations

from collections.abc import Callable

from graphql import DocumentNode, FieldNode, GraphQLSchema, NameNode
from graphql.execution.values import VariableValues

from schema.catalog import Link, ObjectType, catalog
from tests.oracle import search
from tests.oracle.examine import Examiner
from tests.oracle.naming import ARGUMENTS
from tests.oracle.policy import Road, Sight
from tests.oracle.walk import Arguments


class Permitted:
    """Remembers what it has asked the examiner about one caller."""

    def __init__(self, sight: Sight, schema: GraphQLSchema) -> None:
        self._sight, self._schema = sight, schema
        self._known: dict[tuple[object, ...], bool] = {}

    def root(self, name: str) -> bool:
        """Whether a field of the root is open, be it for counting alone."""
        if name in ARGUMENTS:
            return True
        if name == search.ROOT:
            return bool(search.named_in_full(self._sight))
        listed = name in catalog().lists
        type_name = catalog().lists[name] if listed else catalog().lookups[name]
        if listed and self._sight.countable(catalog().types[type_name], None):
            return True
        road = Road.LISTED if listed else Road.LOOKED_UP

        def ask(examiner: Examiner) -> None:
            examiner.rows([], type_name, name, road, None)
            if name == "accessEntry":
                examiner.lookup(type_name, {"sequence": 0})

        return self._asked(("root", name), ask)

    def field(self, kind: ObjectType, name: str, road: Road) -> bool:
        """Whether a field may be selected on all concrete types whose rows may be there."""

        def ask(examiner: Examiner) -> None:
            for concrete in examiner.there(kind, road, None):
                examiner.field(concrete, [FieldNode(name=NameNode(value=name))], road)

        return self._asked((kind.name, name, road), ask)

    def use(self, kind: ObjectType, column: str, road: Road) -> bool:
        """Whether a column may be filtered or ordered by."""

        def ask(examiner: Examiner) -> None:
            examiner.compared(column, examiner.kinds(kind, road, None), road)

        return self._asked((kind.name, "=", column, road), ask)

    def through(self, kind: ObjectType, link: Link, road: Road) -> bool:
        """Whether a filter may go through a relation."""
        condition: Arguments = {link.field: {"every": {}} if link.many else {}}

        def ask(examiner: Examiner) -> None:
            examiner.filtered(kind, condition, examiner.kinds(kind, road, None), road)

        return self._asked((kind.name, "→", link.field, road), ask)

    def dimension(self, kind: ObjectType, name: str, road: Road, *, at_root: bool) -> bool:
        """Whether rows may be counted by a dimension."""

        def ask(examiner: Examiner) -> None:
            counted = [one.name for one in self._sight.countable(kind, None)] if at_root else []
            examiner.dimension(kind, name, examiner.kinds(kind, road, None), counted, road)

        return self._asked((kind.name, "#", name, road, at_root), ask)

    def sum(self, kind: ObjectType, name: str, road: Road, *, at_root: bool) -> bool:
        """Whether an amount may be summed."""

        def ask(examiner: Examiner) -> None:
            counted = [one.name for one in self._sight.countable(kind, None)] if at_root else []
            ways = {one: self._sight.ways(catalog().types[one], road) or [None] for one in counted}
            examiner.sum(kind, name, {**ways, **examiner.kinds(kind, road, None)}, road)

        return self._asked((kind.name, "+", name, road, at_root), ask)

    def partly(self, kind: ObjectType, column: str, road: Road) -> bool:
        """Whether a column is seen in some rows and not in others, for all that the policy says before looking."""
        values = [one.values[column] for one in self._examiner().there(kind, road, None) if column in one.values]
        return any(
            self._sight.rules(value.group, road) and "F" not in self._sight.levels(value.group, road)
            for value in values
        )  # fmt: skip

    def _asked(self, key: tuple[object, ...], ask: Callable[[Examiner], None]) -> bool:
        if key not in self._known:
            examiner = self._examiner()
            ask(examiner)
            self._known[key] = not examiner.found.refused
        return self._known[key]

    def _examiner(self) -> Examiner:
        return Examiner(self._schema, DocumentNode(definitions=()), VariableValues({}, {}), self._sight)
