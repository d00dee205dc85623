"""What a filter or an ordering uses: use needs sight, of every column and of every relation on the way to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from schema.catalog import Link, ObjectType, catalog
from tests.oracle.filters import narrowed
from tests.oracle.policy import Road
from tests.oracle.relations import links
from tests.oracle.walk import Arguments, Walker, Ways

#: the concrete types of which rows are looked through, with the ways by which any are there
Kinds = Mapping[str, Ways]


class FilterExaminer(Walker):
    """Walks filters and orderings."""

    def kinds(self, kind: ObjectType, road: Road, only: frozenset[str] | None) -> dict[str, Ways]:
        """The concrete types of which rows may be there, and by what."""
        return {one.name: self.sight.ways(one, road) for one in self.there(kind, road, only)}

    def filtered(self, kind: ObjectType, given: Arguments | None, kinds: Kinds, road: Road) -> None:
        """A filter over rows of `kinds`. Null says nothing, but it names what it stands beside."""
        for key, item in (given or {}).items():
            if key in ("and", "or"):
                for part in item or ():
                    self.filtered(kind, part, kinds, road)
            elif key == "not":
                self.filtered(kind, item, kinds, road)
            elif key in kind.filterable:
                self.compared(kind.filterable[key].name, kinds, road)
            else:
                self._related(links(kind)[key], item, kinds, road)

    def compared(self, column: str, kinds: Kinds, road: Road) -> None:
        """A column that is filtered or ordered by, on each type that has it."""
        for name in kinds:
            if column in catalog().types[name].values:
                self.use(catalog().types[name].values[column], road)

    def _related(self, link: Link, item: Any, kinds: Kinds, road: Road) -> None:
        own = {name: catalog().types[name].links[link.name] for name in kinds
               if link.name in catalog().types[name].links}  # fmt: skip
        for name, each in own.items():
            self.walk(catalog().types[name], each, road, list(kinds[name]))
        target = catalog().types[link.target]
        for quantifier, condition in quantified(link, item):
            if not own:
                continue
            # what all rows have to satisfy is asked of rows of every kind
            only = None if quantifier == "every" else narrowed(target, condition)
            behind = self.kinds(target, Road.LISTED, only)
            if not behind:
                waits = any(self.sight.waits(group, Road.LISTED) for group in presence_groups(target))
                for each in own.values():
                    self.refuse(each.coordinate, waits=waits)
            self.filtered(target, condition, behind, Road.LISTED)


def quantified(link: Link, item: Any) -> Iterator[tuple[str, Arguments]]:
    """Quantifiers with their conditions; a to-one relation has `some` row behind it that satisfies the condition."""
    for quantifier, condition in ((item or {}) if link.many else {"some": item}).items():
        if condition is not None:
            yield quantifier, condition


def presence_groups(kind: ObjectType) -> set[str]:
    """Rows of the policy table that decide whether any row of the type is there."""
    return {presence.group for one in catalog().concrete(kind.name) for presence in one.entity.presence}
