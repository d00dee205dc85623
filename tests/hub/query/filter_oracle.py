"""What a filter must find, or be refused for, worked out row by row in plain Python, through relations and all."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from schema.catalog import Link, ObjectType, Value, catalog
from tests.hub.query.oracle import RULED, Oracle
from tests.hub.query.small_world import Row

Filter = dict[str, Any]
SHUT = {"H", "A", "-"}


class FilterOracle:
    """Filters of one role, written as JSON, over the rows of the oracle's world."""

    def __init__(self, oracle: Oracle) -> None:
        self.oracle = oracle

    # --- what is refused ---------------------------------------------------------------------------------------

    def refused(self, name: str, given: Filter) -> set[str]:
        """Every coordinate that a filter of this type needs and the role may not use."""
        return self._refused(self.types(name, given), name, given)

    def types(self, name: str, given: Filter) -> list[ObjectType]:
        """The concrete types of which the role may see any row, as far as the filter does not exclude them at once."""
        told = catalog().types[name].entity.discriminator
        wanted = given.get(catalog().types[name].values[told].field, {}) if told else {}
        left = [{wanted["eq"]}] if wanted.get("eq") is not None else []
        left += [set(wanted["in"])] if "in" in wanted else []
        narrowed = set.intersection(*left) if left else None
        return [
            kind for kind in catalog().concrete(name)
            if self.oracle.anything(kind) and (not narrowed or kind.entity.when in narrowed)
        ]  # fmt: skip

    def _refused(self, kinds: list[ObjectType], name: str, given: Filter) -> set[str]:
        found: set[str] = set()
        for key, item in given.items():
            if key in ("and", "or", "not"):
                for part in item if isinstance(item, list) else [item]:
                    found |= self._refused(kinds, name, part)
            elif key in catalog().types[name].filterable:
                column = catalog().types[name].filterable[key].name
                values = [kind.values[column] for kind in kinds if column in kind.values]
                found |= {value.coordinate for value in values if not self._usable(value)}
            else:
                found |= self._refused_behind(kinds, catalog().related[name][key], item)
        return found

    def _refused_behind(self, kinds: list[ObjectType], link: Link, item: Filter) -> set[str]:
        own = [kind.links[link.name] for kind in kinds if link.name in kind.links]
        found = {each.coordinate for each in own if self._shut(each)}
        for quantifier, condition in (item if link.many else {"some": item}).items():
            behind = self.types(link.target, {} if quantifier == "every" else condition)
            if not behind:
                found |= {each.coordinate for each in own}
            if own:
                found |= self._refused(behind, link.target, condition)
        return found

    def _shut(self, link: Link) -> bool:
        return self.oracle.level(link.group) in SHUT or not all(map(self._usable, self._joins(link)))

    def _joins(self, link: Link) -> Iterator[Value]:
        """The declared columns that tell what they hold when the relation is walked."""
        near, far = catalog().types[link.type_name].values, catalog().types[link.target].values
        yield from (near[name] for name in link.declared.on if name in near)
        if link.declared.across:
            yield from (far[name] for name in link.declared.on.values() if name in far)

    def _usable(self, value: Value) -> bool:
        return self.oracle.level(value.group) in {"F", *RULED}

    # --- what is found -----------------------------------------------------------------------------------------

    def matching(self, name: str, given: Filter) -> set[str]:
        """The ids that the filter must leave."""
        rows = self.oracle.world.tables[catalog().types[name].entity.table]
        return {row["id"] for row in rows if self.exists(name, row) and self._holds(name, given, row)}

    def exists(self, name: str, row: Row, *, told: bool = False) -> bool:
        """Whether the row is there for the role."""
        return any(self.oracle.exists(kind, row, told=told) for kind in catalog().concrete(name))

    def sees(self, value: Value, row: Row) -> bool:
        """Whether the role sees the column of this row in the clear."""
        level = self.oracle.level(value.group)
        return level == "F" or (level in RULED and self.oracle.holds(level, catalog().types[value.type_name], row))

    def _holds(self, name: str, given: Filter, row: Row) -> bool:
        return all(self._met(name, key, item, row) for key, item in given.items())

    def _met(self, name: str, key: str, item: Any, row: Row) -> bool:
        if key == "not":
            return not self._holds(name, item, row)
        if key in ("and", "or"):
            parts = [self._holds(name, part, row) for part in item]
            return all(parts) if key == "and" else any(parts)
        column = catalog().types[name].filterable.get(key)
        if column:
            cell = row[column.name] if self._sees_own(name, column, row) else None
            return all(_compares(column, operator, cell, wanted) for operator, wanted in item.items())
        link = self._kind(name, row).links.get(catalog().related[name][key].name)
        behind = list(self._behind(link, row)) if link else []
        quantified = item if catalog().related[name][key].many else {"some": item}
        target = catalog().related[name][key].target
        return all(_quantified(q, [self._holds(target, c, r) for r in behind]) for q, c in quantified.items())

    def _kind(self, name: str, row: Row) -> ObjectType:
        told, found = catalog().types[name].entity.discriminator, catalog().concrete(name)
        return found[0] if told is None else next(kind for kind in found if kind.entity.when == row[told])

    def _behind(self, link: Link, row: Row) -> Iterator[Row]:
        for other in self.oracle.world.tables[catalog().types[link.target].entity.table]:
            # a row that is about somebody, and that the role sees, leads to him
            there = self.exists(link.target, other, told="subject_id" in link.declared.on)
            if _joined(link, row, other) and there and self._walkable(link, row, other):
                yield other

    def seen_behind(self, name: str, key: str, column: Value, row: Row) -> bool:
        """Whether the relation leads from the row to any row at all in which the role sees the column."""
        link = self._kind(name, row).links.get(catalog().related[name][key].name)
        others = self.oracle.world.tables[catalog().types[link.target].entity.table] if link else []
        return any(
            link and _joined(link, row, other) and self._sees_own(link.target, column, other) for other in others
        )

    def _sees_own(self, name: str, column: Value, row: Row) -> bool:
        """Whether the row's concrete type has the column, and the role sees it."""
        own = self._kind(name, row).values.get(column.name)
        return own is not None and self.sees(own, row)

    def _walkable(self, link: Link, row: Row, other: Row) -> bool:
        """Whether the columns of the join are seen in both rows."""
        near, far = catalog().types[link.type_name].values, self._kind(link.target, other).values
        seen = [self.sees(near[name], row) for name in link.declared.on if name in near]
        if link.declared.across:
            seen += [self.sees(far[name], other) for name in link.declared.on.values() if name in far]
        return all(seen)


def _quantified(quantifier: str, met: list[bool]) -> bool:
    return {"some": any(met), "none": not any(met), "every": all(met)}[quantifier]


def _joined(link: Link, row: Row, other: Row) -> bool:
    if link.declared.where is not None:
        assert link.declared.where == "{t}.subject_id <> {p}.subject_id"
        if row["subject_id"] == other["subject_id"]:
            return False
    return all(
        other[theirs] is not None
        and other[theirs] in (row[ours] if isinstance(row[ours], list) else [row[ours]])
        for ours, theirs in link.declared.on.items()
    )  # fmt: skip


def _compares(column: Value, operator: str, cell: Any, wanted: Any) -> bool:
    if wanted is None or cell is None:
        return operator == "eq" and wanted is None and cell is None
    if operator == "has":
        return bool(wanted in cell)
    if operator == "in":
        return bool(cell in wanted)
    if operator == "startsWith":
        return bool(cell.startswith(wanted))
    read: Any = {"Money": Decimal, "Instant": datetime.datetime.fromisoformat}.get(column.kind.name, lambda text: text)
    one, two = read(cell), read(wanted)
    return bool({"eq": one == two, "gt": one > two, "gte": one >= two, "lt": one < two, "lte": one <= two}[operator])
