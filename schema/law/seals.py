"""How long an agency may keep from subjects that it asked about them, read from `seals.csv` by role; `*` is any other.

Which roles may at all is the policy's, by `access_seal`. 个人信息保护法 arts. 18 and 35: whoever processes personal
data need not tell the person where the law demands secrecy, or where telling would hinder an organ of state.
The figures are proposals for the operator to settle; no statute was found that fixes them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class Bounds:
    """How long one seal may hold, in days, and how often a matter may be sealed again."""

    days: int
    renewals: int


@cache
def bounds() -> dict[str, Bounds]:
    """The table by role."""
    text = resources.files("schema").joinpath("law/seals.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["role"]: Bounds(int(row["max_days"]), int(row["most_renewals"])) for row in rows}


def widest(roles: Iterable[str]) -> Bounds:
    """What whoever has these roles, at least one, may do: the most that one of them may."""
    found = [bounds().get(role, bounds()["*"]) for role in roles]
    return Bounds(max(one.days for one in found), max(one.renewals for one in found))
