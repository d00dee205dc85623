"""Authorise groups: rows are counted by what the caller may see, and rows that he may only count under protection.

Level `A` lets a caller count rows that do not exist for him otherwise. What he may learn is how many there are, never
that there is one. So where such rows are counted,

* they count in full tens, apart from the rows that exist for him, which count exactly. Ten people and the one in
  question would tell of the one, if both were added up before rounding: whoever knows ten sees nineteen become twenty;
* a group of fewer than ten is left out, as if it were none. Marked as too small it would tell that there is one, and
  nine such marks below a total under ten tell that each of the nine is exactly one;
* only root lists count them: below one subject, the group would be about that subject;
* a filter may say no more than `dimension = value`, so that what is counted are cells and margins of one cube of at
  most three dimensions. Sums over sets that the caller composes freely, rounded or not, give every number away;
* nothing is summed over them: of two sums that differ by one row, the difference is the row, rounding only blurs it.

Rounding keeps overlapping margins from pinning a small cell: each total is known to ten, each part to ten, and the
errors add up. Its limits: where all parts of a total happen to be nine short of the next ten, or where counts are
watched while rows come and go one by one, more is told than should be. See `tests/hub/query/test_protected_counts.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from hub.errors import InvalidArgument
from hub.query import limits
from hub.query.authorise_filter import FilterAuthoriser, narrowed_to
from hub.query.authorised import Axis, Combined, Compared, Condition, Grouped, Opened, Visibility
from hub.query.operation import Node
from schema.catalog import ObjectType
from schema.dimensions import Dimension
from schema.language import Presence

#: own columns that a declared expression reads
_OWN = re.compile(r"\{t\}\.(\w+)")


class GroupAuthoriser(FilterAuthoriser):
    """Turns `groups` of a list into axes, sums and rows that the caller may use."""

    def _grouped(self, node: Node, kind: ObjectType, given: Any, *, at_root: bool) -> Grouped | None:
        """One `groups` of a list of `kind` with the filter `given`; None where the caller may count nothing at all."""
        narrowed = narrowed_to(kind, given)
        visible = self._visibility(kind.name, narrowed)
        counted = self._countable(kind.name, narrowed) if at_root and not node.arguments["onlyVisible"] else []
        if not visible and not counted:
            return None
        alone = [rows for rows in counted if rows.type_name not in {other.type_name for other in visible}]
        wanted = dict.fromkeys(member.value for member in node.arguments["by"])
        limits.check("dimensions", "统计维度数", len(wanted), limits.DIMENSIONS)
        offered = self.catalog.groupable[kind.name]
        axes = [self._axis(kind, offered.dimensions[name], visible, counted) for name in wanted]
        sums = {
            child.name: self._summed(child.name, kind, [*visible, *alone])
            for child in next(iter((node.children or {}).values())) if child.name in offered.sums
        }  # fmt: skip
        where = self._where(kind, given, [*visible, *alone])
        if counted:
            self._check_slices(where, wanted, kind)
            self.masked.add(f"{kind.name}Group.count")
        return Grouped(tuple(axes), sums, visible, counted, where)

    def _countable(self, type_name: str, narrowed: frozenset[str] | None) -> list[Visibility]:
        """Rows that a role may count at level A and that exist for the caller by nothing else, or not always."""
        found = []
        for kind in self.catalog.concrete(type_name):
            grants = tuple((presence, None) for presence in kind.entity.presence if self._may_count(presence))
            if grants and (narrowed is None or kind.entity.when in narrowed):
                found.append(Visibility(kind.name, grants))
        return found

    def _may_count(self, presence: Presence) -> bool:
        granted = self._grant(presence)
        return self._decide(presence.group).counted and not (granted and granted[1] is None)

    def _axis(self, kind: ObjectType, dimension: Dimension, visible: list[Visibility], counted: list[Visibility]
              ) -> Axis:  # fmt: skip
        """What opens a dimension on each concrete type that has it."""
        seen = {rows.type_name: rows for rows in visible}
        by_level = {rows.type_name: rows for rows in counted}
        opened: dict[str, Opened] = {}
        for name in dict.fromkeys([*seen, *by_level]):
            one = self.catalog.types[name]
            value = one.values.get(dimension.value.name) if dimension.value else None
            if dimension.value and value is None:
                continue
            groups = {value.group} if value else area_groups(one)
            granted = {presence.group for presence, _ in by_level[name].grants} if name not in seen else set()
            coordinate = value.coordinate if value else f"{kind.name}Group.{dimension.field}"
            # a rule that all visible rows satisfy says nothing of rows that are only counted
            opened[name] = self._open(groups - granted, None if name in by_level else seen[name], coordinate)
        return Axis(dimension, opened)

    def _summed(self, name: str, kind: ObjectType, rows: list[Visibility]) -> dict[str, Opened]:
        """What opens an amount on each concrete type that has it."""
        amount = self.catalog.groupable[kind.name].sums[name]
        types = {each.type_name: self.catalog.types[each.type_name].values.get(amount.name) for each in rows}
        return {
            each.type_name: self._open({value.group}, each, value.coordinate)
            for each in rows if (value := types[each.type_name])
        }  # fmt: skip

    def _open(self, groups: Iterable[str], rows: Visibility | None, coordinate: str) -> Opened:
        """The sets of row rules each of which has to hold for all `groups` to be seen; refused where none would do."""
        found = set()
        for decision in map(self._decide, groups):
            if decision.clear or (rows and rows.implies(decision.rules)):
                continue
            if not decision.rules:
                self._refuse(coordinate, decision.opening)
            else:
                self.elsewhere.add(coordinate)
                found.add(decision.rules)
        return frozenset(found)

    def _check_slices(self, where: Condition, wanted: Iterable[str], kind: ObjectType) -> None:
        """Rows that may only be counted are counted in cells and margins of one cube, never in sets made to measure."""
        offered = self.catalog.groupable[kind.name].dimensions
        cells = {each.value.name: name for name, each in offered.items() if each.value and each.sql == "{}"}
        said = list(_leaves(where))
        for each in said:
            plain = each is not None and each.value.name in cells and set(each.wanted) == {"eq"}
            if not plain or not all(sight.clear for sight in (each.sights.values() if each else ())):
                raise InvalidArgument(
                    argument="filter",
                    reason="may only say `eq` of dimensions that you see while rows are counted that you do not see; "
                    "with onlyVisible: true it may say anything",
                    reason_zh="统计您不可见的记录时，只能对您可见的维度使用 eq；设 onlyVisible: true 则不受此限",
                )
        fixed = {cells[each.value.name] for each in said if each}
        limits.check("dimensions", "统计维度数", len({*wanted, *fixed}), limits.DIMENSIONS)


def area_groups(kind: ObjectType) -> set[str]:
    """Rows of the policy table that decide who may know the area of a row of this type."""
    region = kind.entity.region
    own = (kind.values.get(name) for name in _OWN.findall(region.area or ""))
    return {region.group, *(value.group for value in own if value)}


def _leaves(where: Condition) -> Iterator[Compared | None]:
    """The comparisons that all have to hold; None for anything else that a filter says."""
    if isinstance(where, Compared):
        yield where
    elif isinstance(where, Combined) and where.word == "and":
        for part in where.parts:
            yield from _leaves(part)
    else:
        yield None
