"""The policy table: every cell a known level, and how the levels of several roles join."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pytest

import schema
from schema.policy import LEVELS, ROW_RULES, Decision, policy

TABLE = Path(schema.__path__[0]) / "policy.csv"
#: the roles of the field, from the courts to the public; SA (administrator) and DP (provider) see no data of others
ROLES = (
    "CE", "CH", "CP", "PL", "GM", "DC", "PS", "PR", "MR", "PE", "FI",
    "AP", "BK", "TE", "TL", "DP", "SE", "AQ", "PU", "AU", "SA",
)  # fmt: skip
PERSONAL = ("person_name", "person_id_number", "person_profile", "person_contact", "responsible_person_id")
#: what everybody may know: codes and names of divisions, courts, measures and agencies
FREE = ("reference",)


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_roles_are_those_of_the_field() -> None:
    """No role is missing or invented: a token with any other is refused."""
    assert policy().roles == ROLES


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["group"])
def test_every_cell_is_a_known_level(row: dict[str, str]) -> None:
    """A row has a Chinese title and one level for each role; nothing is left to a default."""
    assert list(row) == ["group", "zh", *ROLES]
    assert row["zh"]
    assert {role: row[role] for role in ROLES if row[role] not in LEVELS} == {}


def test_no_group_stands_twice() -> None:
    """Two rows for one group would be two answers to one question."""
    groups = [row["group"] for row in rows()]
    assert len(groups) == len(set(groups))


@pytest.mark.parametrize("role", ["SA", "DP"])
def test_administrator_and_provider_see_no_personal_data(role: str) -> None:
    """They see free codes; the provider also its own batches; nothing about any subject, with or without a purpose."""
    for group in policy().levels:
        decision = policy().decide(group, frozenset({role}), opened=True)
        allowed = group in FREE or (role == "DP" and group == "batch")
        assert decision.nothing is not allowed, group


@pytest.mark.parametrize("group", PERSONAL)
def test_the_public_sees_persons_only_as_published(group: str) -> None:
    """Never clear as such: listed persons as the court published them, ID numbers masked, contacts not at all."""
    decision = policy().decide(group, frozenset({"PU"}), opened=True)
    assert not decision.clear
    assert decision.rules <= {"listed"}


@pytest.mark.parametrize(
    ("group", "roles", "opened", "expected"),
    [
        ("person_name", "CH", False, Decision(clear=True, hit=True)),
        ("person_name", "CE", False, Decision(rules=frozenset({"region"}), masked=True, hit=True)),
        ("person_name", "BK", False, Decision(masked=True, opens_with_purpose=True, hit=True)),
        ("person_name", "BK", True, Decision(clear=True, hit=True)),
        ("person_name", "AU", False, Decision(masked=True, always_masked=True, hit=True)),
        ("person_name", "PU", False, Decision(rules=frozenset({"listed"}), hit=True)),
        ("person_name", "SE", False, Decision(rules=frozenset({"own"}), hit=True)),
        ("person_name", "GM", True, Decision()),
        ("case_basis", "AP", True, Decision(hit=True)),
        ("case_reference", "GM", False, Decision(rules=frozenset({"gov"}), hit=True)),
        ("case_amounts", "CP", False, Decision(counted=True)),
        ("feedback", "MR", False, Decision(rules=frozenset({"agency"}), hit=True)),
        ("honest_person", "PU", False, Decision(rules=frozenset({"consent"}), hit=True)),
        # several roles in one token: the most open counts, row rules add up
        ("person_name", "GM CH", False, Decision(clear=True, hit=True)),
        ("person_name", "CE SE", False, Decision(rules=frozenset({"region", "own"}), masked=True, hit=True)),
        (
            "person_name", "CE BK", False,
            Decision(rules=frozenset({"region"}), masked=True, opens_with_purpose=True, hit=True),
        ),
        ("person_name", "CE BK", True, Decision(clear=True, rules=frozenset({"region"}), masked=True, hit=True)),
        ("person_id_number", "CP BK", False,
         Decision(masked=True, always_masked=True, opens_with_purpose=True, hit=True)),
        ("person_id_number", "SA DP", True, Decision()),
    ],
    ids=lambda value: "" if isinstance(value, Decision) else str(value),
)  # fmt: skip
def test_levels_join(group: str, roles: str, opened: bool, expected: Decision) -> None:
    """What a token's roles allow together, before any row is seen."""
    found = policy().decide(group, frozenset(roles.split()), opened)
    assert found == expected
    assert found.nothing is not (expected.clear or bool(expected.rules) or expected.masked)


@pytest.mark.parametrize("group", [row["group"] for row in rows()])
def test_another_role_never_takes_away(group: str) -> None:
    """Whatever one role opens stays open beside any second one."""
    for first in ROLES:
        alone = policy().decide(group, frozenset({first}), opened=False)
        for second in ROLES:
            both = policy().decide(group, frozenset({first, second}), opened=False)
            assert both.clear >= alone.clear
            assert both.rules >= alone.rules
            assert both.masked >= alone.masked
            assert both.nothing <= alone.nothing


def test_purpose_opens_nothing_but_q() -> None:
    """With purpose and matter only cells with Q change, and those become clear."""
    for group, levels in policy().levels.items():
        for role in ROLES:
            before, after = (policy().decide(group, frozenset({role}), opened=opened) for opened in (False, True))
            assert (before != after) is (levels[role] == "Q"), (group, role)
            assert levels[role] != "Q" or after.clear


def test_every_row_rule_is_used_and_known() -> None:
    """A level whose rule no cell uses is dead; one without a rule would open everything."""
    used = {level for levels in policy().levels.values() for level in levels.values()}
    assert used == LEVELS
    assert len(set(ROW_RULES.values())) == len(ROW_RULES)


@pytest.mark.parametrize(
    ("roles", "purpose", "matter", "opened"),
    [
        ("BK", "CREDIT_REVIEW", "2024-1", True),
        ("BK", "CREDIT_REVIEW", None, False),
        ("BK", None, "2024-1", False),
        ("BK", "PROSECUTION", "2024-1", False),
        ("BK PR", "PROSECUTION", "2024-1", True),
        ("PU", "CREDIT_REVIEW", "2024-1", False),
        ("SA", "ENFORCEMENT", "2024-1", False),
    ],
)
def test_purpose_must_be_on_the_list_of_a_role(roles: str, purpose: str, matter: str, opened: bool) -> None:
    """Purpose alone, matter alone, or another role's purpose opens nothing."""
    assert policy().opened(frozenset(roles.split()), purpose, matter) is opened


def test_whoever_has_q_has_a_purpose() -> None:
    """A role with Q cells and no purpose on its list could never open them; the subject and the public need none."""
    asking = {role for role in ROLES if any(levels[role] == "Q" for levels in policy().levels.values())}
    assert asking <= set(policy().purposes)


def test_version_changes_with_the_table() -> None:
    """Answers name the policy they were given under: twelve hexadecimal digits of the file itself."""
    assert policy().version == hashlib.sha256(TABLE.read_bytes()).hexdigest()[:12]
