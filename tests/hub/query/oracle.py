"""An oracle that reads `policy.csv` by itself, in plain Python, and says what a role must get of one row's field.

It shares the declarations (which group a field is in, when a row is there) with the machine, and none of its code:
levels, row rules, masks and rendering are written here a second time, slowly.
"""

from __future__ import annotations

import csv
import datetime
from dataclasses import dataclass
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from schema.catalog import ObjectType, Value, catalog
from tests.hub.query.small_world import COURTS, OWN_AGENCY, Row, World
from tests.province import AREA, COURT

TEXT = resources.files("schema").joinpath("policy.csv").read_text("utf-8")
LEVEL = {(row["group"], role): cell for row in csv.DictReader(TEXT.splitlines()) for role, cell in row.items()}
ROLES = TEXT.splitlines()[0].split(",")[2:]
RULED = {"R", "S", "O", "gov", "listed", "consent"}


class Refused(Exception):
    """The whole operation must be refused for this field."""


@dataclass(frozen=True)
class Oracle:
    """What one role sees; `opened` when purpose and matter open Q for the looked-up subject; `own` is who SE is."""

    world: World
    role: str
    opened: bool
    own: str

    def level(self, group: str) -> str:
        """The cell of the table, with Q resolved."""
        found = LEVEL[group, self.role]
        return "F" if found == "Q" and self.opened else found

    def exists(self, kind: ObjectType, row: Row, *, told: bool = False) -> bool:
        """Whether the row is there for the role at all; `told`: it comes from a row that it sees about this one."""
        if kind.entity.when is not None and row[_discriminator(kind)] != kind.entity.when:
            return False
        group, masks = self._presence(kind, row)
        level = self.level(group)
        if level in ("F", "M") or (masks and level in ("R", "Q")):
            return told or kind.name != "NaturalPerson" or self._known_of(row)
        return level in RULED and self.holds(level, kind, row)

    def _known_of(self, person: Row) -> bool:
        """Whether the role sees any fact about a person, or who was told of them; else the person is nobody to it."""
        tables = ("listing", "enforcement_case", "terminated_case", "performance_certificate", "honest_listing",
                  "subject_access")  # fmt: skip
        return any(
            self.exists(fact, row)
            for fact in catalog().types.values() if fact.entity.table in tables and not fact.is_interface
            for row in self.world.tables[fact.entity.table] if row["subject_id"] == person["id"]
        )  # fmt: skip

    def anything(self, kind: ObjectType) -> bool:
        """Whether any row of the type could be there; a type without is refused as a whole."""
        levels = {self.level(presence.group) for presence in kind.entity.presence}
        return bool(levels & ({"F", "M"} | RULED)) or any(
            presence.masks and self.level(presence.group) == "Q" for presence in kind.entity.presence
        )

    def _presence(self, kind: ObjectType, row: Row) -> tuple[str, bool]:
        """The row of the table that decides about a row's presence, after the declarations' comments."""
        groups = [presence.group for presence in kind.entity.presence]
        masks = kind.entity.presence[0].masks
        if kind.entity.table == "listing":
            if row["state"] in ("PROPOSED", "GRACE", "SHIELDED"):
                return "listing_unpublished", False
            return (groups[0] if _in_force(row) else "listing_history"), False
        if kind.name == "ResponsiblePerson":
            # named only because the unit was listed: hidden as the listing is
            about = [x for x in self.world.tables["listing"] if _same_case(x, row)]
            if any(x["kind"] == "SX" and _in_force(x) for x in about):
                return "listing_sx", False
            shut = any(x["state"] in ("PROPOSED", "GRACE", "SHIELDED") for x in about)
            return ("listing_unpublished" if shut else "listing_history"), False
        if len(groups) == 2:
            return groups[row["subject_kind"] == "NATURAL_PERSON"], False
        return groups[0], masks

    def holds(self, level: str, kind: ObjectType, row: Row) -> bool:
        """Whether the row rule behind a level is true of a row."""
        table = kind.entity.table
        subject = row if table == "subject" else self.world.of(row) if row.get("subject_id") in self._known() else None
        if level == "S":
            return subject is not None and subject["id"] == self.own and not self._sealed(table, row)
        if level == "O":
            return row.get("agency_code" if table != "batch" else "provider_code") == OWN_AGENCY
        if level == "gov":
            snapshot = table.startswith("government_debtor")
            return snapshot or (subject is not None and subject["kind"] == "GOVERNMENT_BODY")
        if level == "consent":
            return bool(row.get("is_publication_consented"))
        if level == "listed":
            return self._listed(table, row)
        return self._regional(table, row, subject)

    def _sealed(self, table: str, row: Row) -> bool:
        """Whether the agency that asked keeps from its subject that it did, and what it found and did."""
        asked = row if table == "subject_access" else self._screening(table, row)
        return asked is not None and any(
            (seal["agency_code"], seal["matter"]) == (asked["agency_code"], asked["matter"])
            and seal["released_at"] is None and datetime.datetime.fromisoformat(seal["sealed_until"]) > _now()
            for seal in self.world.tables["access_seal"]
        )  # fmt: skip

    def _screening(self, table: str, row: Row) -> Row | None:
        """The screening that a hit, or what followed from it, comes from."""
        if table not in ("screening_hit", "screening_instruction", "feedback"):
            return None
        tables = self.world.tables
        hit = row if table == "screening_hit" else _one(tables["screening_hit"], row["hit_id"])
        item = _one(tables["screening_item"], hit["item_id"]) if hit else None
        return _one(tables["screening"], item["screening_id"]) if item else None

    def _known(self) -> set[str]:
        return {subject["id"] for subject in self.world.tables["subject"]}

    def _listed(self, table: str, row: Row) -> bool:
        listings = [x for x in self.world.tables["listing"] if x["kind"] == "SX" and _in_force(x)]
        if table == "listing":
            return _in_force(row)
        if table == "subject":
            return any(x["subject_id"] == row["id"] for x in listings)
        return any((x["subject_id"], x["case_number"]) == (row["subject_id"], row.get("case_number")) for x in listings)

    def _regional(self, table: str, row: Row, subject: Row | None) -> bool:
        if table.startswith("access_"):
            return COURT in (row["court_codes"] or ())
        if table in ("former_name", "responsible_person", "licence", "penalty"):
            return subject is not None and self._regional("subject", subject, subject)
        if table == "subject":
            facts = [*self.world.tables["enforcement_case"], *self.world.tables["listing"]]
            mine = [fact for fact in facts if fact["subject_id"] == row["id"] and fact["court_code"]]
            courts = {fact["court_code"] for fact in mine}
            # by area no listing counts that officers of an area may not know of
            open_ = [f for f in mine if "kind" not in f or (f["kind"] != "SERIOUS_DISHONESTY" and _in_force(f))]
            near = row["area_code"] is None and any(COURTS[f["court_code"]].startswith(AREA) for f in open_)
            return (row["area_code"] or "").startswith(AREA) or COURT in courts or near
        area = (subject or row).get("area_code") or COURTS.get(row.get("court_code") or "", "")
        return area.startswith(AREA) or row.get("court_code") == COURT

    def sight(self, kind: ObjectType, value: Value, row: Row) -> str:
        """CLEAR or MASKED; raises Refused when nothing of the field is ever shown to the role."""
        level = self.level(value.group)
        if level in ("H", "A", "-") or (level == "Q" and value.declared.mask.name == "withheld"):
            raise Refused
        clear = level == "F" or (level in RULED and self.holds(level, kind, row))
        return "CLEAR" if clear else "MASKED"

    def _is_born(self, kind: ObjectType, row: Row) -> bool:
        """Whether the birth date is shown beside a number."""
        level = self.level("person_birth_date") if "birth_date" in kind.values else "-"
        return level == "F" or (level in RULED and self.holds(level, kind, row))

    def shown(self, kind: ObjectType, value: Value, row: Row) -> Any:
        """What the answer must hold."""
        clear = self.sight(kind, value, row) == "CLEAR"
        if value.kind.sealed:
            if clear:
                return self.world.numbers[row["id"]]
            # the last four beside a birth date would leave few numbers possible
            return "*" * 18 if self._is_born(kind, row) else row[f"{value.name}_masked"]
        stored = row[value.name]
        if clear and value.kind.cast == "bigint":
            return str(stored)  # clients would round it
        if not clear:
            return MASKS[value.declared.mask.name](stored)
        return stored


def _same_case(one: Row, other: Row) -> bool:
    return (one["subject_id"], one["case_number"]) == (other["subject_id"], other["case_number"])


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _one(rows: list[Row], row_id: str) -> Row | None:
    return next((row for row in rows if row["id"] == row_id), None)


def _in_force(row: Row) -> bool:
    today = datetime.datetime.now(ZoneInfo("Asia/Shanghai")).date().isoformat()
    return row["state"] == "PUBLISHED" and (row["term_ends_on"] is None or row["term_ends_on"] >= today)


def _discriminator(kind: ObjectType) -> str:
    parent = kind.entity.of
    assert parent
    return catalog().types[parent.__name__].entity.discriminator or ""


def _name(text: str) -> str:
    if len(text) <= 2:
        return f"{text[0]}*"
    if "·" in text:
        return f"{text[0]}**"
    return f"{text[0]}{'*' if len(text) == 3 else '**'}{text[-1]}"


MASKS: dict[str, Any] = {
    "withheld": lambda _: None,
    "name": _name,
    "phone": lambda text: f"{text[:3]}****{text[-4:]}",
    "address": lambda text: f"{text[:6]}******",
}
