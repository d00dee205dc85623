"""Filters: does a row satisfy a filter input? Plain truth, two values: a comparison with nothing does not hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from schema.catalog import ObjectType, Value
from tests.oracle.policy import Road, Sight
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
        stored = self.compared(self._kind.filterable[key], row)
        return all(_compare(operator, stored, wanted) for operator, wanted in item.items())

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
