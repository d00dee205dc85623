"""Hidden: what one caller may not see of a world, by the policy table and an oracle of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hub.caller import Caller
from schema.catalog import ObjectType, Value, catalog
from schema.language import Column
from tests.hub.query.oracle import Oracle, Refused
from tests.hub.query.small_world import OWN_AGENCY, Row, World
from tests.province import AREA, COURT, officer

# --- callers -------------------------------------------------------------------------------------------------------


def asking(role: str, own: str, **claims: Any) -> Caller:
    """An officer of a role without purpose and matter number; `own` is who SE is."""
    given: dict[str, Any] = {
        "agency": OWN_AGENCY, "areas": (AREA,), "courts": (COURT,), "subject_id": own if role == "SE" else None,
    }  # fmt: skip
    return officer(role, **given | claims)


def judging(world: World, role: str) -> Oracle:
    """What this caller must see."""
    return Oracle(world, role, opened=False, own=own_of(world))


def own_of(world: World) -> str:
    """The person whose own record SE asks for."""
    return world.subject(3)


# --- what is hidden ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Cell:
    """A value that a caller may not see: its row, and whether a masked form of it is shown."""

    kind: ObjectType
    value: Value
    row: Row
    masked: bool


@dataclass
class Hidden:
    """All that one caller may not see of a world."""

    cells: list[Cell] = field(default_factory=list)
    #: table → ids of rows that do not exist for the caller
    rows: dict[str, list[str]] = field(default_factory=dict)


def hidden(oracle: Oracle) -> Hidden:
    """The cells and rows of the oracle's world that its role may not see."""
    found = Hidden()
    for kind in concrete_types():
        for row in rows_of(oracle.world, kind):
            if oracle.exists(kind, row):
                found.cells += [cell for value in columns(kind) if (cell := _hidden_cell(oracle, kind, value, row))]
            else:
                found.rows.setdefault(kind.entity.table, []).append(row["id"])
                found.cells += [Cell(kind, value, row, masked=False) for value in columns(kind)]
    return found


def concrete_types() -> list[ObjectType]:
    """Every type of which rows are."""
    return [kind for kind in catalog().types.values() if not kind.is_interface]


def rows_of(world: World, kind: ObjectType) -> list[Row]:
    """The rows of a concrete type."""
    rows = world.tables[kind.entity.table]
    parent = kind.entity.of
    if parent is None:
        return rows
    told = catalog().types[parent.__name__].entity.discriminator or ""
    return [row for row in rows if row[told] == kind.entity.when]


def columns(kind: ObjectType) -> list[Value]:
    """The stored values of a type that are its own and not how rows are tied together."""
    found = [value for value in kind.values.values() if isinstance(value.declared, Column)]
    return [value for value in found if value.name != "id" and not value.name.endswith(("_id", "_pattern"))]


def _hidden_cell(oracle: Oracle, kind: ObjectType, value: Value, row: Row) -> Cell | None:
    try:
        shown = oracle.sight(kind, value, row)
    except Refused:
        return Cell(kind, value, row, masked=False)
    return Cell(kind, value, row, masked=True) if shown == "MASKED" else None
