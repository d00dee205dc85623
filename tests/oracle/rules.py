"""Row rules in plain Python: which rows are a caller's own in some sense, and which policy group a row's being there
belongs to. Written from what README and the declarations' comments say, not from their SQL.

A rule that a new entity declares and that nothing is written about here fails `test_knows_every_declared_rule`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from zoneinfo import ZoneInfo

from hub.caller import Caller
from schema.catalog import ObjectType
from tests.oracle.world import Row, World

#: facts about a subject that lie where the subject lies, or with the court that they name
OF_A_COURT = frozenset({
    "enforcement_case", "case_party", "terminated_case", "listing", "performance_certificate", "honest_listing",
})  # fmt: skip
#: facts about a subject that name no court
OF_A_SUBJECT = frozenset({"former_name", "responsible_person", "licence", "penalty"})
#: entries of the access log and what is in them: near whose courts the officer stands for
OF_THE_LOG = frozenset({"access_entry", "access_subject", "access_term"})
#: what has an area of its own
OF_AN_AREA = frozenset({"agency", "government_debtor_snapshot", "government_debtor_entry"})

#: table → rows of the policy table that decide who may know the area of its rows: where the subject lies, and where it
#: takes the court to know, what that is a part of
AREA_DECIDES = {
    "subject": ["subject_area"], "former_name": ["subject_area"], "responsible_person": ["subject_area"],
    "licence": ["subject_area"], "penalty": ["subject_area"],
    "enforcement_case": ["subject_area", "case_reference"], "case_party": ["subject_area"],
    "terminated_case": ["subject_area", "terminated_case"], "listing": ["subject_area", "case_reference"],
    "performance_certificate": ["subject_area", "certificate"], "honest_listing": ["subject_area"],
    "government_debtor_snapshot": ["government_debtor"], "government_debtor_entry": ["government_debtor"],
    "agency": ["reference"], "area": ["reference"], "court": ["reference"],
}  # fmt: skip
UNPUBLISHED = frozenset({"PROPOSED", "GRACE", "SHIELDED"})


def today() -> datetime.date:
    """The civil day in China."""
    return datetime.datetime.now(ZoneInfo("Asia/Shanghai")).date()


def in_force(listing: Row) -> bool:
    """Published, and its term has not run out; the last day still counts."""
    ends = listing["term_ends_on"]
    return bool(listing["state"] == "PUBLISHED" and (ends is None or ends >= today()))


def is_publicly_listed(listing: Row) -> bool:
    """An entry that everybody may know: on the list of dishonest debtors, and in force."""
    return listing["kind"] == "SX" and in_force(listing)


class Rules:
    """What the levels R, S, O, gov, listed and consent mean for one caller's rows."""

    def __init__(self, world: World, caller: Caller) -> None:
        self._world = world
        self._areas, self._courts = caller.areas, frozenset(caller.courts)
        self._agency = caller.agency
        self._own = str(caller.subject_id) if caller.subject_id else None
        self._holds: dict[str, Callable[[str, Row], bool]] = {
            "region": self._region, "own": self._is_own, "agency": self._is_agency, "gov": self._is_government,
            "listed": self._is_listed, "consent": self._is_consented,
        }  # fmt: skip

    def holds(self, rule: str, table: str, row: Row) -> bool:
        """Whether `rule` is true of a row of `table`."""
        return self._holds[rule](table, row)

    # --- own region or court ------------------------------------------------------------------------------------

    def _region(self, table: str, row: Row) -> bool:
        if table == "subject":
            return self._subject_region(row)
        if table in OF_A_SUBJECT:
            subject = self._world.subject(row["subject_id"])
            return subject is not None and self._subject_region(subject)
        if table in OF_A_COURT:
            return row["court_code"] in self._courts or self._near(self._area_of_fact(row))
        if table in OF_THE_LOG:
            return not self._courts.isdisjoint(row["court_codes"] or ())
        if table == "court":
            return row["code"] in self._courts or self._near(row["area_code"])
        if table == "area":
            return self._near(row["code"])
        return table in OF_AN_AREA and self._near(row["area_code"])

    def area_of(self, table: str, row: Row) -> str | None:
        """The division in which a row lies, as far as any source says."""
        if table in OF_A_COURT:
            return self._area_of_fact(row)
        subject = self._world.subject(row["subject_id"]) if table in OF_A_SUBJECT else row
        return subject["code" if table == "area" else "area_code"] if subject else None

    def _near(self, area: str | None) -> bool:
        return area is not None and area.startswith(self._areas)

    def _area_of_fact(self, row: Row) -> str | None:
        """A fact lies where its subject does; where no source says that, where its court sits."""
        subject = self._world.subject(row["subject_id"])
        if subject is not None and subject["area_code"] is not None:
            return str(subject["area_code"])
        return self._seat(row["court_code"])

    def _seat(self, court_code: str | None) -> str | None:
        court = self._world.one("court", code=court_code)
        return court["area_code"] if court else None

    def _subject_region(self, subject: Row) -> bool:
        """Its area; a court of the caller that enforces against it or listed it; and where no source says where it
        belongs, any such court in the caller's area.
        """
        if self._near(subject["area_code"]):
            return True
        for table in ("enforcement_case", "listing"):
            for fact in self._world.where(table, subject_id=subject["id"]):
                near = subject["area_code"] is None and self._near(self._seat(fact["court_code"]))
                # a listing that officers of an area may not know of does not bring its subject there
                near = near and (table != "listing" or (fact["kind"] != "SERIOUS_DISHONESTY" and in_force(fact)))
                if near or fact["court_code"] in self._courts:
                    return True
        return False

    # --- the others ---------------------------------------------------------------------------------------------

    def _is_own(self, table: str, row: Row) -> bool:
        owner = row["id"] if table == "subject" else row.get("subject_id")
        # a screening and a snapshot are acts of an agency, not records of the subject
        is_own = self._own is not None and owner == self._own and table != "government_debtor_entry"
        if table in ("screening_hit", "screening_instruction", "feedback"):
            return is_own and not self._is_sealed(self._screening(table, row))
        return is_own and not (table == "subject_access" and self._is_sealed(row))

    def _screening(self, table: str, row: Row) -> Row:
        """The screening that a hit, or what followed from it, comes from."""
        hit = row if table == "screening_hit" else self._world.one("screening_hit", id=row["hit_id"])
        item = self._world.one("screening_item", id=hit["item_id"]) if hit else None
        found = self._world.one("screening", id=item["screening_id"]) if item else None
        assert found
        return found

    def _is_sealed(self, access: Row) -> bool:
        """Whether the agency that asked keeps from the subject, for the time being, what it asked in this matter."""
        now = datetime.datetime.now(datetime.UTC)
        return any(
            seal["sealed_until"] > now and seal["released_at"] is None
            for seal in self._world.where("access_seal", agency_code=access["agency_code"], matter=access["matter"])
        )  # fmt: skip

    def _is_agency(self, table: str, row: Row) -> bool:
        # a source is nobody's: it has no deliverer of its own
        return bool(row.get("provider_code" if table == "batch" else "agency_code") == self._agency)

    def _is_government(self, table: str, row: Row) -> bool:
        if table.startswith("government_debtor"):
            return True
        subject = row if table == "subject" else self._world.subject(row.get("subject_id"))
        knows = table == "subject" or table in OF_A_COURT or table in ("responsible_person", "licence", "penalty")
        return knows and subject is not None and subject["kind"] == "GOVERNMENT_BODY"

    def _is_listed(self, table: str, row: Row) -> bool:
        if table == "listing":
            return in_force(row)
        if table == "subject":
            return any(map(is_publicly_listed, self._world.where("listing", subject_id=row["id"])))
        if table in ("enforcement_case", "case_party", "terminated_case", "responsible_person"):
            return any(map(is_publicly_listed, same_case(self._world, row)))
        return False

    def _is_consented(self, table: str, row: Row) -> bool:
        return table == "honest_listing" and bool(row["is_publication_consented"])


def same_case(world: World, row: Row) -> list[Row]:
    """The listings of the row's subject in the row's case."""
    return world.where("listing", subject_id=row["subject_id"], case_number=row["case_number"])


def presence_group(world: World, kind: ObjectType, row: Row) -> str:
    """The policy group that decides whether the row is there at all.

    Listings that are published, not yet published and past are three different secrets; a person named beside a unit
    is as secret as the listing on whose account they were named; what a person is praised for is more so than a unit's.
    """
    if kind.entity.table == "listing":
        return _listing_group(kind.name, row)
    if kind.name == "ResponsiblePerson":
        about = same_case(world, row)
        if any(map(is_publicly_listed, about)):
            return "listing_sx"
        return "listing_unpublished" if any(x["state"] in UNPUBLISHED for x in about) else "listing_history"
    if kind.name == "FormerName":
        return "person_contact" if row["subject_kind"] == "NATURAL_PERSON" else "entity_identity"
    if kind.name == "HonestListEntry":
        return "honest_person" if row["subject_kind"] == "NATURAL_PERSON" else "honest_entity"
    if kind.name in ("Licence", "Penalty"):
        return "administrative_person" if row["subject_kind"] == "NATURAL_PERSON" else "administrative_entity"
    (only,) = kind.entity.presence
    return only.group


def _listing_group(type_name: str, row: Row) -> str:
    if row["state"] in UNPUBLISHED:
        return "listing_unpublished"
    if not in_force(row):
        return "listing_history"
    return {
        "DishonestDebtorListing": "listing_sx", "ConsumptionRestriction": "consumption_restriction",
        "SeriousDishonestyListing": "serious_dishonesty",
    }[type_name]  # fmt: skip
