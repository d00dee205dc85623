"""Filters: does a row satisfy a filter input? Plain truth, two values: a comparison with nothing does not hold.

Behind a relation only rows that exist for the caller count, and what waits for a purpose stays shut there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from schema.catalog import Link, ObjectType, Value, catalog
from tests.oracle.policy import Road, Sight
from tests.oracle.relations import links, reached, tells
from tests.oracle.world import Row, kind_of

_OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": lambda stored, wanted: bool(stored == wanted),
    "in": lambda stored, wanted: stored in wanted,
    "gt": lambda stored, wanted: bool(stored > wanted),
    "gte": lambda stored, wanted: bool(stored >= wanted),
    "lt": lambda stored, wanted: bool(stored < wanted),
    "lte": lambda stored, wanted: bool(stored <= wanted),
    "startsWith": lambda stored, wanted: stored.startswith(wanted),
    "has": lambda stored, wanted: wanted in stored,
}
_QUANTIFIERS: dict[str, Callable[[Iterable[bool]], bool]] = {
    "some": any,
    "every": all,
    "none": lambda found: not any(found),
}


class Filter:
    """One filter input over rows of one type, as one caller may use it."""

    def __init__(self, kind: ObjectType, given: dict[str, Any] | None, sight: Sight, road: Road) -> None:
        self._kind, self._given, self._sight, self._road = kind, given, sight, road

    def holds(self, row: Row) -> bool:
        """Whether the row satisfies the filter; no filter is satisfied by all."""
        return self._given is None or self._all(self._given, row)

    def _all(self, given: dict[str, Any], row: Row) -> bool:
        return all(self._one(key, item, row) for key, item in given.items() if item is not None)

    def _one(self, key: str, item: Any, row: Row) -> bool:
        if key == "and":
            return all(self._all(part, row) for part in item)
        if key == "or":
            return any(self._all(part, row) for part in item)
        if key == "not":
            return not self._all(item, row)
        if key not in self._kind.filterable:
            return self._related(links(self._kind)[key], item, row)
        stored = self.compared(self._kind.filterable[key], row)
        return all(_compare(operator, stored, wanted) for operator, wanted in item.items())

    def _related(self, link: Link, item: dict[str, Any], row: Row) -> bool:
        """A row of a kind that does not have the relation has nothing behind it."""
        own = kind_of(self._kind.name, row).links.get(link.name)
        behind = list(reached(self._sight, row, own, self._road, Road.LISTED)) if own else []
        there = [one for one in behind if self._sight.exists(link.target, one, Road.LISTED, told=tells(link))]
        target = catalog().types[link.target]
        for quantifier, condition in (item if link.many else {"some": item}).items():
            if condition is None:
                continue
            inner = Filter(target, condition, self._sight, Road.LISTED)
            if not _QUANTIFIERS[quantifier](inner.holds(one) for one in there):
                return False
        return True

    def compared(self, declared: Value, row: Row) -> Any:
        """What the row's column counts as: nothing where the caller does not see it, or where the type has none."""
        return compared(self._kind.name, declared.name, row, self._sight, self._road)


def compared(type_name: str, column: str, row: Row, sight: Sight, road: Road) -> Any:
    """The row's column as this caller may compare it."""
    value = kind_of(type_name, row).values.get(column)
    if value is None or not sight.comparable(value, row, road):
        return None
    return row[column]


def _compare(operator: str, stored: Any, wanted: Any) -> bool:
    """`eq: null` asks for absence; any other comparison with nothing does not hold."""
    if wanted is None:
        return operator == "eq" and stored is None
    return stored is not None and _OPERATORS[operator](stored, wanted)


def narrowed(kind: ObjectType, condition: dict[str, Any] | None) -> frozenset[str] | None:
    """The kinds that a filter's own `kind: {eq | in}` leaves; None where it leaves all, or none at all."""
    if kind.entity.discriminator is None or condition is None:
        return None
    asked = condition.get(kind.values[kind.entity.discriminator].field) or {}
    sets = [{asked["eq"]}] if asked.get("eq") is not None else []
    sets += [set(asked["in"])] if asked.get("in") is not None else []
    return frozenset(set.intersection(*sets)) or None if sets else None
