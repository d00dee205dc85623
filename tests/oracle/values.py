"""Values as JSON shows them."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from schema.catalog import Value, catalog
from tests.oracle.masks import masked
from tests.oracle.policy import Road, Sight
from tests.oracle.world import Row

#: kind of value → what the vault knows it as
_SEALED_AS = {"IdNumber": "id_number", "SearchTerm": "audit_term"}
#: what tells of a person and cannot say `ERASED`
SILENT = frozenset({
    "NaturalPerson.birthDate", "NaturalPerson.sex", "DishonestDebtorListing.age", "DishonestDebtorListing.sex",
})  # fmt: skip


def shown(sight: Sight, value: Value, row: Row, road: Road) -> Any:
    """What a caller gets for one value of one row: as it is, masked, or nothing."""
    clear = sight.is_clear(value, row, road)
    if value.kind.sealed:
        return _sealed(sight, value, row, road, clear=clear, has_mask=sight.has_mask(value.group, road))
    if clear:
        return _text(row[value.name]) if value.kind.name == "Position" else rendered(row[value.name])
    return masked(value.declared.mask.name, row[value.name]) if sight.has_mask(value.group, road) else None


def is_erased(sight: Sight, value: Value, row: Row, road: Road) -> bool:
    """Whether null stands for a value that was erased and that the caller would see."""
    return value.coordinate in SILENT and sight.is_clear(value, row, road) and sight.world.is_erased(row)


def _sealed(sight: Sight, value: Value, row: Row, road: Road, *, clear: bool, has_mask: bool) -> str | None:
    """An ID number: opened where it is clear and the source told it; else the stars that the source gave."""
    stars: str | None = row[f"{value.name}_masked"]
    if clear:
        if value.kind.name == "IdNumber":
            return sight.world.number(row) or stars
        sealed: bytes | None = row[f"{value.name}_sealed"]
        return stars if sealed is None else sight.world.vault.open(_SEALED_AS[value.kind.name], sealed)
    if not has_mask or stars is None:
        return None
    born = catalog().types[value.type_name].values.get("birth_date")
    # the last four beside a birth date would leave few numbers possible
    return "*" * 18 if born and sight.is_clear(born, row, road) else masked(value.declared.mask.name, stars)


def rendered(stored: Any) -> Any:
    """A stored value as JSON: dates and instants in ISO 8601 (China time), amounts as text with two decimals."""
    if isinstance(stored, datetime.datetime):
        return _instant(stored)
    if isinstance(stored, datetime.date):
        return stored.isoformat()
    if isinstance(stored, Decimal):
        return f"{stored:.2f}"
    return stored


def _text(number: int) -> str:
    """A number that clients would round."""
    return str(number)


def _instant(moment: datetime.datetime) -> str:
    local = moment.astimezone(ZoneInfo("Asia/Shanghai"))
    fraction = f".{local.microsecond:06d}".rstrip("0") if local.microsecond else ""
    return f"{local:%Y-%m-%dT%H:%M:%S}{fraction}+08:00"
