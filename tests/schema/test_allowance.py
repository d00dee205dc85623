"""What a role may ask at once: every role has a row, and several roles join to the most generous."""

from __future__ import annotations

import csv
from pathlib import Path

import schema
from schema.allowance import UNLIMITED, Allowance, allowance, allowances
from schema.policy import policy

TABLE = Path(schema.__path__[0]) / "allowance.csv"


def test_every_role_has_one_row() -> None:
    """The roles of the policy, in its order; a role without a row could ask nothing, or everything."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert [row["role"] for row in rows] == list(policy().roles)
    assert all(row["zh"] for row in rows)


def test_the_public_sends_no_documents_of_its_own() -> None:
    """Nor do subjects, third parties and agencies' programs: they run what was signed for them."""
    closed = {role for role, found in allowances().items() if not found.free_form}

    assert {"PU", "SE", "AQ", "BK", "TE", "TL", "MR", "AP"} <= closed


def test_several_roles_take_the_most_generous() -> None:
    """Free form from one role, cost from another."""
    one, other = allowances()["AU"], allowances()["CH"]

    assert allowance(frozenset({"PU"})) == allowances()["PU"]
    joined = Allowance(True, max(one.cost, other.cost), other.officer, other.agency)
    assert allowance(frozenset({"AU", "CH", "PU"})) == joined
    assert other.agency.people == UNLIMITED
    assert not allowance(frozenset({"PU", "BK"})).free_form
