"""The policy table, read from `policy.csv` anew and applied value by value.

`Sight` answers for one caller: is this row there, is this value clear in it, may this column be compared. `road` says
on which way the row was reached: `LOOKED_UP` where one subject was asked about, `LISTED` everywhere else, and after a
relation that leaves the subject.
"""

from __future__ import annotations

import csv
import enum
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib import resources

from hub.caller import Caller
from schema.catalog import ObjectType, Value, catalog
from tests.oracle.rules import Rules, presence_group
from tests.oracle.world import Row, World, kind_of

_TEXT = resources.files("schema").joinpath("policy.csv").read_bytes()
VERSION = hashlib.sha256(_TEXT).hexdigest()[:12]
#: (group, role) → level
LEVEL = {
    (row["group"], role): cell
    for row in csv.DictReader(_TEXT.decode().splitlines()) for role, cell in row.items()
}  # fmt: skip
ROLES = _TEXT.decode().splitlines()[0].split(",")[2:]
#: the row of the policy under which the number that names people is kept
NUMBER = "person_id_number"
#: level → rule that opens a row
RULE = {"R": "region", "S": "own", "O": "agency", "gov": "gov", "listed": "listed", "consent": "consent"}
#: what tells of a person: entries, cases, closings, certificates, praise, and whom others were told of them
TELLING = ("Listing", "Case", "TerminatedCase", "PerformanceCertificate", "HonestListEntry", "SubjectAccess")
#: levels that show a masked form where they do not show the value
MASKING = frozenset({"M", "R", "Q"})


class Road(enum.Enum):
    """How a row was reached."""

    LISTED = "LISTED"
    LOOKED_UP = "LOOKED_UP"


@cache
def purposes() -> dict[str, frozenset[str]]:
    """Role → purposes that it may claim."""
    text = resources.files("schema").joinpath("law/purposes.csv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    return {role: frozenset(row["code"] for row in rows if role in row["roles"].split(";")) for role in ROLES}


class Sight:
    """What one caller may see of the world."""

    def __init__(self, world: World, caller: Caller) -> None:
        self.world, self.caller = world, caller
        self._rules = Rules(world, caller)
        asking = bool(caller.purpose and caller.matter)
        self._claiming = {role for role in caller.roles if asking and caller.purpose in purposes()[role]}
        self._levels: dict[tuple[str, Road], frozenset[str]] = {}
        self._there: dict[str, list[Row]] = {}
        self._counted: dict[str, list[Row]] = {}
        self._opening: dict[tuple[str, Road], frozenset[str]] = {}
        self._held: dict[tuple[str, str, str], bool] = {}
        self._known: dict[tuple[str, Road], bool] = {}

    def levels(self, group: str, road: Road) -> frozenset[str]:
        """What the caller's roles have together; Q is F for a role with a purpose of its own, on the road it opens."""
        known = self._levels.get((group, road))
        if known is None:
            opened = self._claiming if road is Road.LOOKED_UP else set()
            cells = {(LEVEL[group, role], role in opened) for role in self.caller.roles}
            known = frozenset("F" if cell == ("Q", True) else cell[0] for cell in cells)
            self._levels[group, road] = known
        return known

    def rules(self, group: str, road: Road) -> frozenset[str]:
        """Rules by which rows open."""
        known = self._opening.get((group, road))
        if known is None:
            known = frozenset(RULE[level] for level in self.levels(group, road) if level in RULE)
            self._opening[group, road] = known
        return known

    def waits(self, group: str, road: Road) -> bool:
        """Whether a purpose and a matter number would open what is shut now: a Q, and none of the caller's is open."""
        cells = [LEVEL[group, role] for role in self._claiming]
        return "Q" in self.levels(group, road) and not (road is Road.LOOKED_UP and "Q" in cells)

    def opening(self, group: str, road: Road) -> list[str]:
        """The purposes that would open what waits."""
        asking = [role for role in self.caller.roles if LEVEL[group, role] == "Q"] if self.waits(group, road) else []
        return sorted({purpose for role in asking for purpose in purposes()[role]})

    def holds(self, rule: str, table: str, row: Row) -> bool:
        """Whether a row rule is true of a row; remembered, since pages ask again and again."""
        key = (rule, table, row["id"])
        if key not in self._held:
            self._held[key] = self._rules.holds(rule, table, row)
        return self._held[key]

    def opens(self, group: str, road: Road, table: str, row: Row) -> bool:
        """Whether a group is open in a row: for all rows, or by a rule that is true of it."""
        if "F" in self.levels(group, road):
            return True
        return any(self.holds(rule, table, row) for rule in self.rules(group, road))

    # --- rows ---------------------------------------------------------------------------------------------------

    def exists(self, type_name: str, row: Row, road: Road, *, told: bool = False) -> bool:
        """Whether the row is there for the caller at all; people are there with masked columns, facts are not.

        A person is nobody to a caller who may see nothing of what is known about them, unless a row that he sees, and
        that is about them, led him there (`told`), or a rule says of the person's own row that he may.
        """
        kind = kind_of(type_name, row)
        group = presence_group(self.world, kind, row)
        levels = self.levels(group, road)
        if _is_person(kind) and levels & {"F", *MASKING}:
            return told or self._is_known(row, road)
        return "M" in levels or self.opens(group, road, kind.entity.table, row)

    def _is_known(self, person: Row, road: Road) -> bool:
        """Whether anything is there for the caller that tells of a person."""
        key = (person["id"], road)
        if key not in self._known:
            self._known[key] = any(
                self.exists(name, row, road)
                for name in TELLING
                for row in self.world.where(catalog().types[name].entity.table, subject_id=person["id"])
            )
        return self._known[key]

    def all_rows(self, type_name: str) -> list[Row]:
        """The rows of a root list that are there; looked through once for each type."""
        if type_name not in self._there:
            rows = self.world.tables[catalog().types[type_name].entity.table]
            self._there[type_name] = [row for row in rows if self.exists(type_name, row, Road.LISTED)]
        return self._there[type_name]

    # --- rows that are only counted -----------------------------------------------------------------------------

    def counting(self, kind: ObjectType) -> set[str]:
        """The groups by whose level A rows of a concrete type are counted that are not there, or not always."""
        presences = {presence.group for presence in kind.entity.presence}
        return {group for group in presences if "A" in self.levels(group, Road.LISTED) and not self._all(kind, group)}

    def countable(self, kind: ObjectType, only: frozenset[str] | None) -> list[ObjectType]:
        """The concrete types that have such rows."""
        concrete = catalog().concrete(kind.name)
        return [one for one in concrete if (only is None or one.entity.when in only) and self.counting(one)]

    def counted_rows(self, type_name: str) -> list[Row]:
        """The rows of a type that are there for nothing but counting."""
        if type_name not in self._counted:
            rows = self.world.tables[catalog().types[type_name].entity.table]
            self._counted[type_name] = [row for row in rows if self._is_counted(type_name, row)]
        return self._counted[type_name]

    def _is_counted(self, type_name: str, row: Row) -> bool:
        kind = kind_of(type_name, row)
        group = presence_group(self.world, kind, row)
        return group in self.counting(kind) and not self.exists(type_name, row, Road.LISTED)

    def _all(self, kind: ObjectType, group: str) -> bool:
        """Whether all rows that a presence stands for are there."""
        levels = self.levels(group, Road.LISTED)
        return bool(levels & {"F", "M"} or (_is_person(kind) and levels & MASKING))

    def area_of(self, table: str, row: Row) -> str | None:
        """Where a row lies."""
        return self._rules.area_of(table, row)

    # --- ways ---------------------------------------------------------------------------------------------------

    def ways(self, kind: ObjectType, road: Road) -> list[frozenset[str] | None]:
        """By which rules rows of a concrete type may be there, for each presence that gives any; None is all rows."""
        found: list[frozenset[str] | None] = []
        for presence in kind.entity.presence:
            levels = self.levels(presence.group, road)
            if levels & {"F", "M"} or (_is_person(kind) and levels & MASKING):
                found.append(None)
            elif rules := self.rules(presence.group, road):
                found.append(rules)
        return found

    # --- values -------------------------------------------------------------------------------------------------

    def is_clear(self, value: Value, row: Row, road: Road) -> bool:
        """Whether the value is shown as it is."""
        return self.opens(value.group, road, catalog().types[value.type_name].entity.table, row)

    def hides_numbers(self, road: Road) -> bool:
        """Whether there may be a person on the road whose ID number the caller does not see in full."""
        ways, rules = self.ways(catalog().types["NaturalPerson"], road), self.rules(NUMBER, road)
        return not ("F" in self.levels(NUMBER, road) or (ways and sure(ways, rules)))

    def has_mask(self, group: str, road: Road) -> bool:
        """Whether any role is given a masked form; a role that sees only certain rows clear has none of the others."""
        return bool(self.levels(group, road) & MASKING)

    def shows_nothing(self, group: str, road: Road) -> bool:
        """Whether neither the value nor a masked form is ever shown."""
        return not self.levels(group, road) & {"F", *MASKING, *RULE}

    def comparable(self, value: Value, row: Row, road: Road) -> bool:
        """Use needs sight: only what is clear in this row may be compared."""
        return self.is_clear(value, row, road)


def _is_person(kind: ObjectType) -> bool:
    return kind.name == "NaturalPerson"


def sure(ways: Iterable[frozenset[str] | None], rules: frozenset[str]) -> bool:
    """Whether every row that is there is so by one of `rules`, so that what they open is open in all of them."""
    return all(way is not None and way <= rules for way in ways)
