"""What a role may ask at once and in a day: one table, `allowance.csv`, beside the policy, which says what it may see.

`free_form`: whether it may send documents of its own when the hub has trusted ones. `cost`: what one operation may
cost, in the unit of `hub/query/cost.py`, of about one object delivered. `officer_cost`, `agency_cost`: what all
operations of a day may cost, of one officer and of one agency; `officer_people`, `agency_people`: of how many different
subjects a day's answers about people may tell; `-` sets no limit. Of several roles the most generous counts.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

#: `-` of the table
UNLIMITED = math.inf


@dataclass(frozen=True)
class Budget:
    """What one officer or one agency may use up in a day."""

    cost: float
    people: float


@dataclass(frozen=True)
class Allowance:
    """What one caller may ask."""

    free_form: bool
    cost: int
    officer: Budget
    agency: Budget


@cache
def allowances() -> dict[str, Allowance]:
    """The table by role. Raises ValueError for a cell that is not of its kind."""
    text = resources.files("schema").joinpath("allowance.csv").read_text("utf-8")
    return {row["role"]: _allowance(row) for row in csv.DictReader(text.splitlines())}


@cache
def allowance(roles: frozenset[str]) -> Allowance:
    """What a caller with these roles, at least one, may ask."""
    found = [allowances()[role] for role in roles]
    return Allowance(
        any(one.free_form for one in found),
        max(one.cost for one in found),
        _joined(max, [one.officer for one in found]),
        _joined(max, [one.agency for one in found]),
    )


def least(of: Sequence[Allowance]) -> Allowance:
    """What each of several parties, one at least, may ask."""
    return Allowance(
        all(one.free_form for one in of), min(one.cost for one in of),
        _joined(min, [one.officer for one in of]), _joined(min, [one.agency for one in of]),
    )  # fmt: skip


def _joined(join: Callable[[Iterable[float]], float], budgets: list[Budget]) -> Budget:
    return Budget(join([one.cost for one in budgets]), join([one.people for one in budgets]))


def _allowance(row: dict[str, str]) -> Allowance:
    if row["free_form"] not in ("yes", "no") or not row["cost"].isdigit():
        raise ValueError(f"allowance.csv: {row['role']}: free_form is yes or no and cost a whole number")
    officer, agency = (Budget(_limit(row, f"{of}_cost"), _limit(row, f"{of}_people")) for of in ("officer", "agency"))
    return Allowance(row["free_form"] == "yes", int(row["cost"]), officer, agency)


def _limit(row: dict[str, str], column: str) -> float:
    if row[column] != "-" and not row[column].isdigit():
        raise ValueError(f"allowance.csv: {row['role']}: {column} is a whole number or -")
    return UNLIMITED if row[column] == "-" else int(row[column])
