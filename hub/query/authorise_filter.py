"""Authorise filters and orderings: use needs sight, on every concrete type whose rows could answer."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import Any

from hub.query.authorised import Combined, Compared, Condition, Sight, Visibility
from hub.query.judge import Judge
from schema.catalog import ObjectType


class FilterAuthoriser(Judge):
    """Turns filters into conditions that hold nothing the caller may not use."""

    def _filter(self, kind: ObjectType, given: Any, visibility: list[Visibility]) -> Condition:
        """A filter over rows of `kind`, of which the caller sees those of `visibility`."""
        return Combined("and", tuple(self._conditions(kind, given or {}, visibility)))

    def _conditions(self, kind: ObjectType, given: dict[str, Any], visibility: list[Visibility]) -> Iterator[Condition]:
        """Fields beside one another all have to hold; null says nothing, but names the column all the same."""
        for key, item in given.items():
            if key == "not":
                if item is not None:
                    yield Combined("not", (self._filter(kind, item, visibility),))
            elif key in ("and", "or"):
                if item is not None:
                    yield Combined(key, tuple(self._filter(kind, part, visibility) for part in item))
            else:
                value = kind.filterable[key]
                sights = self._uses(value.name, visibility)
                if item is not None:
                    yield Compared(value, sights, item)

    def _uses(self, name: str, visibility: list[Visibility]) -> dict[str, Sight]:
        """How the column compares on each type; one without it has nothing to compare: its rows are null there."""
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
