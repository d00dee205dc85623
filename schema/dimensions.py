"""Dimensions: what the rows of a type may be counted by, and which amounts may be summed, from the declarations.

Every vocabulary and court code that may be filtered by is a dimension, the month of every date that may be, and the
area of the row (as `Region` says), cut to province, city or county.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from schema.kinds import COURT_CODE, MONEY, AreaCode
from schema.resolved import ObjectType, Value

#: name → (digits of a division code, Chinese and English term)
LEVELS = {"province": (2, "省级 — province"), "city": (4, "地级 — prefecture"), "county": (6, "县级 — county")}
_MONTHS = {
    "date": "to_char({}, 'YYYY-MM') collate \"C\"",
    "timestamptz": "to_char({} at time zone 'Asia/Shanghai', 'YYYY-MM') collate \"C\"",
}


@dataclass(frozen=True)
class Dimension:
    """One thing to count by."""

    #: GraphQL name, in a group
    field: str
    doc: str
    #: kind's annotation, which decides the GraphQL type
    annotation: Any
    #: the column that it is made of; None for the area, which the row's region tells
    value: Value | None
    #: SQL with one hole for the column or the area
    sql: str = "{}"


@dataclass(frozen=True)
class Groupable:
    """What groups of a type may be made of; GraphQL names as keys."""

    dimensions: dict[str, Dimension]
    #: name of the sum → amount that is summed
    sums: dict[str, Value]


def groupable(kind: ObjectType) -> Groupable:
    """The dimensions and sums of a type; an interface offers those of its concrete types, too."""
    values = {**kind.narrower, **kind.values}.values()
    amounts = [value for value in values if value.kind is MONEY]
    return Groupable(
        dimensions={dimension.field: dimension for dimension in _dimensions(kind)},
        sums={f"sum{value.field[0].upper()}{value.field[1:]}": value for value in amounts},
    )


def _dimensions(kind: ObjectType) -> Iterator[Dimension]:
    for value in kind.filterable.values():
        if value.kind.is_enum or (value.kind is COURT_CODE and kind.entity.key != (value.name,)):
            yield Dimension(value.field, value.declared.doc, value.annotation, value)
        elif value.kind.cast in _MONTHS:
            month = f"{value.field.removesuffix('On').removesuffix('At')}Month"
            yield Dimension(month, f"月份（YYYY-MM）— month of {value.field}.", str, value, _MONTHS[value.kind.cast])
    if kind.entity.region.area:
        for name, (digits, term) in LEVELS.items():
            cut = f"rpad(left({{}}, {digits}), 6, '0')"
            yield Dimension(f"{name}Code", f"{term} of the row's area, as a division code.", AreaCode, None, cut)
