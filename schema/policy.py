"""Who sees which field group at which level: one table, `policy.csv`, read by machine and by people.

Levels: F full · M masked · R full in own region or court, masked elsewhere · Q full only for one subject asked about
with a purpose and a matter number · H hit and instruction only · S own records · O own agency's rows · A counts only
· gov rows about government bodies · listed only while publicly listed · consent only with the person's consent · -
nothing. Basis: 个人信息保护法 arts. 6, 13, 25, 34 (purpose, least data, publication); 浙江省公共信用信息管理条例
arts. 15, 19.

`A` lets a role count what it may not see, in `groups` of a root list, and nothing else: `totalCount`, pages, sums,
filters and relations do as if the rows were not there. Such rows may be counted by what the role sees in the clear
anyway (`kind` of a listing), and by columns of the very group that `A` was granted for, where rows of the type exist
for the role by `A` alone (the court of a closed case). Not by columns of other groups, though these be at `A`, too,
or masked: an auditor sees `case_reference` masked and counts no listing by court. What is counted is protected as
`hub.query.authorise_groups` says.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources

#: level → the row rule that opens it
ROW_RULES = {"R": "region", "S": "own", "O": "agency", "gov": "gov", "listed": "listed", "consent": "consent"}
LEVELS = frozenset({"F", "M", "Q", "H", "A", "-", *ROW_RULES})


@dataclass(frozen=True)
class Decision:
    """What a caller's roles allow for one field group, before any row is seen."""

    #: full, whatever the row
    clear: bool = False
    #: full on rows for which one of these row rules holds
    rules: frozenset[str] = frozenset()
    #: masked where it is not full (M everywhere; R outside the region)
    masked: bool = False
    #: M itself was granted, not only as the other side of R
    always_masked: bool = False
    #: a purpose and a matter number would open it for a looked-up subject
    opens_with_purpose: bool = False
    #: a screening may answer with a hit and an instruction
    hit: bool = False
    #: rows may be counted, under protection, by whoever sees none of them
    counted: bool = False

    @property
    def nothing(self) -> bool:
        """Whether neither the value nor a masked form is ever shown."""
        return not (self.clear or self.rules or self.masked)


@dataclass(frozen=True)
class Policy:
    """The whole table: `levels[group][role]`, a version, and the purposes each role may claim."""

    version: str
    roles: tuple[str, ...]
    levels: dict[str, dict[str, str]]
    titles: dict[str, str]
    purposes: dict[str, frozenset[str]]

    def opened(self, roles: frozenset[str], purpose: str | None, matter: str | None) -> bool:
        """Whether purpose and matter number suffice for `Q`: the purpose must be on the list of one of the roles."""
        return bool(self.opened_roles(roles, purpose, matter))

    def opened_roles(self, roles: frozenset[str], purpose: str | None, matter: str | None) -> frozenset[str]:
        """The roles whose `Q` opens: those that may claim the purpose; one role's purpose lends nothing to another."""
        if not matter or not purpose:
            return frozenset()
        return frozenset(role for role in roles if purpose in self.purposes.get(role, ()))

    def decide(self, group: str, roles: frozenset[str], opened: bool | frozenset[str]) -> Decision:
        """Join what each role grants for `group`; `opened`: for which roles Q holds on this road (True: all)."""
        levels = [self.levels[group][role] for role in roles]
        holding = (roles if opened else frozenset()) if isinstance(opened, bool) else opened
        granted = any(self.levels[group][role] == "Q" for role in roles & holding)
        waiting = "Q" in levels and not granted
        return Decision(
            clear="F" in levels or granted,
            rules=frozenset(ROW_RULES[level] for level in levels if level in ROW_RULES),
            masked="M" in levels or "R" in levels or waiting,
            always_masked="M" in levels,
            opens_with_purpose=waiting,
            hit=any(level not in ("A", "-") for level in levels),
            counted="A" in levels,
        )


def _rows(name: str) -> list[dict[str, str]]:
    text = resources.files("schema").joinpath(name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def _purposes() -> dict[str, frozenset[str]]:
    allowed: dict[str, set[str]] = {}
    for row in _rows("law/purposes.csv"):
        for role in row["roles"].split(";"):
            allowed.setdefault(role.strip(), set()).add(row["code"])
    return {role: frozenset(codes) for role, codes in allowed.items()}


@cache
def policy() -> Policy:
    """The policy table in force. Raises ValueError for an unknown level or a role without a cell."""
    rows = _rows("policy.csv")
    roles = tuple(name for name in rows[0] if name not in ("group", "zh"))
    for row in rows:
        for role in roles:
            if row[role] not in LEVELS:
                raise ValueError(f"policy.csv: {row['group']} × {role}: unknown level {row[role]!r}")
    source = resources.files("schema").joinpath("policy.csv").read_bytes()
    return Policy(
        version=hashlib.sha256(source).hexdigest()[:12],
        roles=roles,
        levels={row["group"]: {role: row[role] for role in roles} for row in rows},
        titles={row["group"]: row["zh"] for row in rows},
        purposes=_purposes(),
    )
