"""What a role may ask at once: one table, `allowance.csv`, beside the policy, which says what it may see.

`free_form`: whether it may send documents of its own when the hub has trusted ones. `cost`: what one operation may
cost, in the unit of `hub/query/cost.py`, of about one object delivered. Of several roles the most generous counts.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class Allowance:
    """What one caller may ask."""

    free_form: bool
    cost: int


@cache
def allowances() -> dict[str, Allowance]:
    """The table by role. Raises ValueError for a cell that is not of its kind."""
    text = resources.files("schema").joinpath("allowance.csv").read_text("utf-8")
    return {row["role"]: _allowance(row) for row in csv.DictReader(text.splitlines())}


@cache
def allowance(roles: frozenset[str]) -> Allowance:
    """What a caller with these roles, at least one, may ask."""
    found = [allowances()[role] for role in roles]
    return Allowance(any(one.free_form for one in found), max(one.cost for one in found))


def _allowance(row: dict[str, str]) -> Allowance:
    if row["free_form"] not in ("yes", "no") or not row["cost"].isdigit():
        raise ValueError(f"allowance.csv: {row['role']}: free_form is yes or no and cost a whole number")
    return Allowance(row["free_form"] == "yes", int(row["cost"]))
