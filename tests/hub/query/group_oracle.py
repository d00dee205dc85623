"""What groups must hold, or be refused for, worked out row by row in plain Python."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from schema.catalog import ObjectType, catalog
from schema.dimensions import Dimension
from tests.hub.query.oracle import LEVEL, RULED, Oracle
from tests.hub.query.small_world import COURTS, Row

#: table → what the area of its rows is read from, as rows of the policy table
AREA = {
    "subject": ["subject_area"],
    "former_name": ["subject_area"],
    "responsible_person": ["subject_area"],
    "licence": ["subject_area"],
    "penalty": ["subject_area"],
    "enforcement_case": ["subject_area", "case_reference"],
    "case_party": ["subject_area"],
    "terminated_case": ["subject_area", "terminated_case"],
    "listing": ["subject_area", "case_reference"],
    "performance_certificate": ["subject_area", "certificate"],
    "honest_listing": ["subject_area"],
    "government_debtor_snapshot": ["government_debtor"],
    "government_debtor_entry": ["government_debtor"],
    "agency": [], "area": [], "court": [],
}  # fmt: skip
DIGITS = {"provinceCode": 2, "cityCode": 4, "countyCode": 6}
Group = tuple[tuple[Any, ...], int, tuple[str | None, ...]]


class GroupOracle:
    """Groups of one role over the rows of the oracle's world."""

    def __init__(self, oracle: Oracle) -> None:
        self.oracle = oracle

    def types(self, name: str, *, only_visible: bool) -> list[ObjectType]:
        """The concrete types of which the role may see or count any row."""
        return [
            kind for kind in catalog().concrete(name)
            if self.oracle.anything(kind) or (not only_visible and self._levels(kind))
        ]  # fmt: skip

    def _levels(self, kind: ObjectType) -> set[str]:
        """The groups by whose level A rows of the type are counted."""
        return {p.group for p in kind.entity.presence if LEVEL[p.group, self.oracle.role] == "A"}

    def counted(self, kind: ObjectType, row: Row) -> bool:
        """Whether the row is there for nothing but counting."""
        if kind.entity.when is not None and row[_told(kind)] != kind.entity.when:
            return False
        return self.oracle._presence(kind, row)[0] in self._levels(kind) and not self.oracle.exists(kind, row)

    def refused(self, name: str, dimension: Dimension, *, only_visible: bool = False) -> set[str]:
        """Every coordinate for which a dimension is refused."""
        found = set()
        for kind in self.types(name, only_visible=only_visible):
            value = kind.values.get(dimension.value.name) if dimension.value else None
            if dimension.value and not value:
                continue
            groups = [value.group] if value else AREA[kind.entity.table]
            granted = set() if self.oracle.anything(kind) or only_visible else self._levels(kind)
            if not all(self.oracle.level(group) in {"F", *RULED} or group in granted for group in groups):
                found.add(value.coordinate if value else f"{name}Group.{dimension.field}")
        return found

    def refused_sum(self, name: str, field: str) -> set[str]:
        """Every coordinate for which a sum is refused."""
        column = catalog().groupable[name].sums[field].name
        values = [k.values[column] for k in self.types(name, only_visible=False) if column in k.values]
        return {value.coordinate for value in values if self.oracle.level(value.group) not in {"F", *RULED}}

    def groups(self, name: str, dimensions: list[Dimension], sums: list[str], *, only_visible: bool) -> list[Group]:
        """(dimensions, count, sums) of each group, in order: rows that exist exactly, the others in full tens."""
        visible: Counter[Any] = Counter()
        counted: Counter[Any] = Counter()
        totals: dict[tuple[Any, str], list[Decimal]] = defaultdict(list)
        for kind, row in self._rows(name):
            key = tuple(self._cell(kind, dimension, row) for dimension in dimensions)
            if self.oracle.exists(kind, row):
                visible[key] += 1
                for field in sums:
                    totals[key, field] += self._amount(name, kind, field, row)
            elif not only_visible and self.counted(kind, row):
                counted[key] += 1
        found = {key: visible[key] + counted[key] // 10 * 10 for key in {*visible, *counted}}
        return [
            (key, count, tuple(str(sum(totals[key, s])) if totals[key, s] else None for s in sums))
            for key, count in sorted(found.items(), key=lambda item: [(cell is None, cell or "") for cell in item[0]])
            if count > 0
        ]  # fmt: skip

    def _rows(self, name: str) -> Iterator[tuple[ObjectType, Row]]:
        for row in self.oracle.world.tables[catalog().types[name].entity.table]:
            for kind in catalog().concrete(name):
                if kind.entity.when is None or row[_told(kind)] == kind.entity.when:
                    yield kind, row

    def _amount(self, name: str, kind: ObjectType, field: str, row: Row) -> list[Decimal]:
        value = kind.values.get(catalog().groupable[name].sums[field].name)
        if value is None or row[value.name] is None or not self._sees([value.group], kind, row):
            return []
        return [Decimal(row[value.name])]

    def _cell(self, kind: ObjectType, dimension: Dimension, row: Row) -> str | None:
        value = kind.values.get(dimension.value.name) if dimension.value else None
        if dimension.value and value is None:
            return None
        if not self._sees([value.group] if value else AREA[kind.entity.table], kind, row):
            return None
        raw = row[value.name] if value else self._area(row)
        if raw is None:
            return None
        if dimension.field.endswith("Month"):
            return _month(raw)
        return str(raw[: DIGITS[dimension.field]].ljust(6, "0") if value is None else raw)

    def _sees(self, groups: list[str], kind: ObjectType, row: Row) -> bool:
        """Whether the role sees all of it in this row, or was given it for counting."""
        granted = set() if self.oracle.anything(kind) else self._levels(kind)
        levels = [self.oracle.level(group) for group in groups if group not in granted]
        return all(level == "F" or (level in RULED and self.oracle.holds(level, kind, row)) for level in levels)

    def _area(self, row: Row) -> str | None:
        subjects = {s["id"]: s for s in self.oracle.world.tables["subject"]}
        subject = subjects.get(row.get("subject_id") or "")
        if subject is None:
            return row.get("area_code") or row.get("code")
        return subject["area_code"] or COURTS.get(row.get("court_code") or "")


def _month(raw: str) -> str:
    if len(raw) == len("2020-01-01"):
        return raw[:7]
    return datetime.datetime.fromisoformat(raw).astimezone(ZoneInfo("Asia/Shanghai")).strftime("%Y-%m")


def _told(kind: ObjectType) -> str:
    parent = kind.entity.of
    assert parent
    return catalog().types[parent.__name__].entity.discriminator or ""
