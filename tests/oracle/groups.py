"""Groups: rows counted by what the caller sees of them, and rows that he may only count, in full tens.

What may be counted by is read off the committed schema.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from graphql import GraphQLEnumType, GraphQLObjectType

from schema.catalog import ObjectType, Value
from tests.oracle.policy import Road, Sight
from tests.oracle.rules import AREA_DECIDES
from tests.oracle.sdl import committed_schema
from tests.oracle.values import rendered
from tests.oracle.world import Row, kind_of

#: dimensions made of the row's area, and how many digits of the code they keep
CUTS = {"provinceCode": 2, "cityCode": 4, "countyCode": 6}
Group = dict[str, Any]


@cache
def fields_by_word(type_name: str) -> dict[str, str]:
    """`FILED_MONTH` → `filedMonth`, for all that rows of a type may be counted by; of some there is nothing."""
    if f"{type_name}GroupField" not in committed_schema().type_map:
        return {}
    words = committed_schema().type_map[f"{type_name}GroupField"]
    assert isinstance(words, GraphQLEnumType)
    known = {re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).upper(): name for name in group_fields(type_name)}
    return {word: known[word] for word in words.values}


def group_fields(type_name: str) -> list[str]:
    """What a group of rows of a type may show."""
    group = committed_schema().type_map[f"{type_name}Group"]
    assert isinstance(group, GraphQLObjectType)
    return list(group.fields)


def is_cut(name: str) -> bool:
    """Whether a dimension is the row's area, cut."""
    return name in CUTS


def dimension(kind: ObjectType, name: str) -> Value | None:
    """The column that a dimension is made of, if rows of this type have it."""
    stem = name.removesuffix("Month")
    fields = [name] if stem == name else [f"{stem}On", f"{stem}At", stem]
    return next((value for value in kind.values.values() if value.field in fields), None) if not is_cut(name) else None


def summed(kind: ObjectType, name: str) -> Value | None:
    """The amount that `sumAmount` sums, if rows of this type have it."""
    field = name[3].lower() + name[4:]
    return next((value for value in kind.values.values() if value.field == field), None)


def area_decides(kind: ObjectType) -> set[str]:
    """Rows of the policy table that decide who may know the area of a row."""
    return set(AREA_DECIDES[kind.entity.table])


class Groups:
    """The groups of one list: rows that exist for the caller, and rows that do not and are counted beside them."""

    def __init__(self, type_name: str, sight: Sight, road: Road, words: Iterable[str]) -> None:
        self._type, self._sight, self._road = type_name, sight, road
        self._by = list(dict.fromkeys(fields_by_word(type_name)[word] for word in words))
        self._sums = [name for name in group_fields(type_name) if name.startswith("sum")]

    def of(self, visible: Sequence[Row], counted: Sequence[Row] | None) -> list[Group]:
        """Groups in the order of their dimensions; `counted` is None where only rows that exist are counted."""
        known, others = Counter(map(self._key, visible)), Counter(map(self._key, counted or ()))
        amounts: dict[Any, list[Decimal]] = defaultdict(list)
        for row in visible:
            for name in self._sums:
                amounts[self._key(row), name] += self._amount(name, row)
        counts = {key: known[key] + others[key] // 10 * 10 for key in {*known, *others}}
        if counted is not None:
            counts = {key: count for key, count in counts.items() if count}
        elif not self._by:
            counts = counts or {(): 0}
        ordered = sorted(counts, key=lambda key: [(cell is None, cell or "") for cell in key])
        return [
            {**dict(zip(self._by, key, strict=True)), "count": counts[key],
             **{name: _total(amounts[key, name]) for name in self._sums}}
            for key in ordered
        ]  # fmt: skip

    def _key(self, row: Row) -> tuple[str | None, ...]:
        return tuple(self._cell(name, row) for name in self._by)

    def _cell(self, name: str, row: Row) -> str | None:
        kind = kind_of(self._type, row)
        value = dimension(kind, name)
        if value is None and not is_cut(name):
            return None
        groups = {value.group} if value else area_decides(kind)
        if not self._sight.ways(kind, self._road):
            groups -= self._sight.counting(kind)
        if not all(self._sight.opens(group, self._road, kind.entity.table, row) for group in groups):
            return None
        if value is None:
            return _cut(self._sight.area_of(kind.entity.table, row), CUTS[name])
        return _month(row[value.name]) if name.endswith("Month") else rendered(row[value.name])

    def _amount(self, name: str, row: Row) -> list[Decimal]:
        value = summed(kind_of(self._type, row), name)
        if value is None or row[value.name] is None or not self._sight.is_clear(value, row, self._road):
            return []
        return [row[value.name]]


def _total(amounts: list[Decimal]) -> str | None:
    return f"{sum(amounts):.2f}" if amounts else None


def _cut(area: str | None, digits: int) -> str | None:
    return None if area is None else area[:digits].ljust(6, "0")


def _month(stored: datetime.date | None) -> str | None:
    if isinstance(stored, datetime.datetime):
        stored = stored.astimezone(ZoneInfo("Asia/Shanghai"))
    return None if stored is None else f"{stored:%Y-%m}"
