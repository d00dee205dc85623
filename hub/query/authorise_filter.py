"""Authorise filters and orderings: use needs sight, on every concrete type whose rows could answer."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import Any

from hub.query import limits
from hub.query.authorised import EVERY_ROW, NO_ROW, Combined, Compared, Condition, Related, Road, Sight, Visibility
from hub.query.judge import Judge
from schema.catalog import Link, ObjectType


class FilterAuthoriser(Judge):
    """Turns filters into conditions that hold nothing the caller may not use."""

    #: conditions of the filter at hand so far
    _held = 0
    #: relations walked to where the filter at hand stands
    _depth = 0
    #: columns compared so far, over all filters and orderings
    _compared = 0

    def _where(self, kind: ObjectType, given: Any, visibility: list[Visibility]) -> Condition:
        """The filter of a list of `kind`, of which the caller sees the rows of `visibility`."""
        self._held, self._depth = 0, 0
        return self._filter(kind, given or {}, visibility)

    def _filter(self, kind: ObjectType, given: dict[str, Any], visibility: list[Visibility]) -> Condition:
        return Combined("and", tuple(self._conditions(kind, given, visibility)))

    def _conditions(self, kind: ObjectType, given: dict[str, Any], visibility: list[Visibility]) -> Iterator[Condition]:
        """Fields beside one another all have to hold; null says nothing, but names the column all the same."""
        for key, item in given.items():
            self._held += 1
            limits.check("conditions in one filter", "单个筛选的条件数", self._held, limits.CONDITIONS)
            if key in ("and", "or", "not"):
                if item is not None:
                    yield self._combined(key, kind, item, visibility)
            elif key in kind.filterable:
                value = kind.filterable[key]
                sights = self._uses(value.name, visibility)
                if item is not None:
                    yield Compared(value, sights, item)
            else:
                yield from self._through(self.catalog.related[kind.name][key], item, visibility)

    def _combined(self, word: str, kind: ObjectType, item: Any, visibility: list[Visibility]) -> Condition:
        return Combined(
            word, tuple(self._filter(kind, part, visibility) for part in ([item] if word == "not" else item))
        )

    def _through(self, link: Link, given: Any, visibility: list[Visibility]) -> Iterator[Condition]:
        """Conditions on the rows behind a relation: it has to be open to walk, and what is compared there to use."""
        own = {rows: self.catalog.types[rows.type_name].links.get(link.name) for rows in visibility}
        ways = {rows.type_name: (each, self._road(each, rows)) for rows, each in own.items() if each}
        quantified = given if link.many else {"some": given}
        for quantifier, condition in (quantified or {}).items():
            if condition is None:
                continue
            if not ways:  # of the rows that exist for the caller none has anything behind it
                yield NO_ROW if quantifier == "some" else EVERY_ROW
                continue
            # what every row satisfies is asked of all kinds of rows, those included that the condition excludes
            told = None if quantifier == "every" else narrowed_to(self.catalog.types[link.target], condition)
            visible, part = self._behind(link, ways, condition, told)
            yield Related(quantifier, ways, len(ways) == len(visibility), link.target, visible, part)

    def _behind(self, link: Link, ways: dict[str, tuple[Link, Road]], given: dict[str, Any],
                narrowed: frozenset[str] | None) -> tuple[list[Visibility], Condition]:  # fmt: skip
        """The rows behind and the condition on them; Q is open for the subject asked about, never in a filter."""
        self._depth += 1
        limits.check("relations within one another in a filter", "筛选中关联的嵌套层数", self._depth, limits.RELATIONS)
        before = self.opened, self.witnessed
        self.opened, self.witnessed = frozenset(), self._tells(link)
        visible = self._visibility(link.target, narrowed)
        for own, _ in ways.values():
            if not visible:
                self._refuse(own.coordinate, self._would_open(link.target))
        part = self._filter(self.catalog.types[link.target], given, visible)
        self.opened, self.witnessed = before
        self._depth -= 1
        return visible, part

    def _uses(self, name: str, visibility: list[Visibility]) -> dict[str, Sight]:
        """How the column compares on each type; one without it has nothing to compare: its rows are null there."""
        self._compared += 1
        limits.check_compared(self._compared)
        types = [self.catalog.types[visible.type_name] for visible in visibility]
        return {one.name: self._use(one, name) for one in types if name in one.values}

    def _ordered(self, kind: ObjectType, visibility: list[Visibility], orders: Any) -> dict[str, dict[str, Sight]]:
        """The columns of an ordering."""
        return {order["field"].value: self._uses(order["field"].value, visibility) for order in orders or ()}


def narrowed_to(kind: ObjectType, condition: Any) -> frozenset[str] | None:
    """The discriminator values that a top-level `kind: {eq | in}` leaves, where document or shape tell."""
    discriminator = kind.entity.discriminator
    if discriminator is None or not isinstance(condition, dict):
        return None
    wanted = condition.get(kind.values[discriminator].field)
    if not isinstance(wanted, dict):
        return None
    sets = []
    if isinstance(wanted.get("eq"), enum.Enum):
        sets.append({wanted["eq"].value})
    if isinstance(wanted.get("in"), list):
        sets.append({member.value for member in wanted["in"]})
    # nothing left is an empty answer, which the filter itself gives; it is no refusal
    return frozenset(set.intersection(*sets)) or None if sets else None
