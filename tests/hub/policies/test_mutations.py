"""Mutation testing of the policy: whichever cell is flipped, to whichever level, a test notices.

What the table does is committed, as reviewed, in `tests/golden/policy_behaviour.json`: role × type → a digest of all
that the role may notice. Every mutant of the table is held against it without a database. Flips that nobody can notice
at all (fields of rows that the role has none of, masks of rows without values, counts of what is never counted, hits of
what is never screened) are known by kind, and the version in the same file fails for them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hub.query.authorise import _Authoriser
from schema.catalog import catalog
from schema.policy import LEVELS, Policy, bundled_purposes, policy
from tests.hub.policies.behaviour import NAMES, SCREENING, behaviour, is_blind, touched
from tests.hub.policies.tables import changed
from tests.hub.policies.witness import asker, by_judge, by_oracle
from tests.oracle.policy import purposes

GOLDEN = Path(__file__).parents[2] / "golden" / "policy_behaviour.json"
#: levels that differ only where rows are counted or screened
QUIET = {"H", "A", "-"}
#: why a flip may be without effect
EQUAL = {"no such rows", "neither counted nor screened", "rows without values"}


def reviewed() -> dict[str, Any]:
    """What was committed."""
    found: dict[str, Any] = json.loads(GOLDEN.read_text("utf-8"))
    return found


def mutants() -> Iterator[tuple[str, str, str, Policy]]:
    """(group, role, other level, the table with that cell)."""
    table = policy()
    for group, cells in table.levels.items():
        for role, level in cells.items():
            for other in sorted(LEVELS - {level}):
                yield group, role, other, replace(table, levels={**table.levels, group: {**cells, role: other}})


def test_table_does_what_was_reviewed(request: pytest.FixtureRequest) -> None:
    """Role × type; a cell that changes is meant, and `--update-golden` shows which roles and types it moves."""
    found = {
        "version": policy().version,
        "purposes": {role: sorted(codes) for role, codes in bundled_purposes().items()},
        "roles": {role: {name: behaviour(policy(), role, name) for name in NAMES} for role in policy().roles},
    }
    if request.config.getoption("--update-golden", default=None):
        GOLDEN.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", "utf-8")
    assert reviewed() == json.loads(json.dumps(found))


def test_every_flipped_cell_is_noticed(capsys: pytest.CaptureFixture[str]) -> None:
    """Each cell to every other level: some role notices it on some type, or it is a flip that nobody could notice."""
    expected, noticed, quiet = reviewed()["roles"], 0, Counter[str]()
    for group, role, other, table in mutants():
        if any(behaviour(table, role, name) != expected[role][name] for name in touched()[group]):
            noticed += 1
        else:
            quiet[_why(group, role, other, table)] += 1

    with capsys.disabled():
        total = noticed + quiet.total()
        print(f"\n{total} flips of {len(policy().levels)} × {len(policy().roles)} cells: {noticed} noticed by role and"
              f" type; without effect on anybody, and noticed by the version: {dict(quiet)} ", end="")  # fmt: skip
    assert total == 11 * len(policy().levels) * len(policy().roles)
    assert set(quiet) <= EQUAL


def _why(group: str, role: str, other: str, table: Policy) -> str:
    """Why nobody can notice a flip; where there is no reason, the flip itself."""
    was = policy().levels[group][role]
    if all(is_blind(table, role, name) for name in touched()[group]):
        return "no such rows"
    if {was, other} <= QUIET:
        return "neither counted nor screened"
    valued = {value.group for kind in catalog().types.values() for value in kind.values.values()}
    return "rows without values" if {was, other} == {"F", "M"} and group not in valued else f"{group} × {role}: {other}"


def test_a_second_opinion_notices_every_flip_that_shows(capsys: pytest.CaptureFixture[str]) -> None:
    """The judge under each mutant against the oracle in plain Python, which reads the table by itself and shares no
    code with the judge: seven in eight flips are noticed by it; the others show in relations, areas, screenings, hints.
    """
    whole = [asker(role, min(policy().purposes.get(role, ()), default=None)) for role in policy().roles]
    for one in whole:
        for name in NAMES[:-1]:
            assert by_judge(policy(), one, name) == by_oracle(one, name), (one.roles, name)
    noticed = 0
    for group, role, _, table in mutants():
        one = whole[policy().roles.index(role)]
        names = (name for name in touched()[group] if name != SCREENING)
        noticed += any(by_judge(table, one, name) != by_oracle(one, name) for name in names)

    with capsys.disabled():
        print(f"\n{noticed} flips noticed by the oracle in plain Python ", end="")
    assert noticed > 0.875 * 11 * len(policy().levels) * len(policy().roles)


def test_a_second_opinion_notices_every_flipped_purpose() -> None:
    """Each role × purpose: the judge opens what the oracle's own reading of `purposes.csv` opens, and in the table with
    that one cell flipped, written and read as text, the opposite.
    """
    codes = sorted(set().union(*bundled_purposes().values()))
    for role, code in ((role, code) for role in policy().roles for code in codes):
        claimed = code in purposes()[role]
        said = {each: " ".join(r for r in policy().roles if each in purposes()[r]) for each in codes}
        flipped = {**said, code: " ".join(sorted({*said[code].split()} ^ {role}))}
        assert bool(_Authoriser(asker(role, code), changed({}, said)).may_open) is claimed
        assert bool(_Authoriser(asker(role, code), changed({}, flipped)).may_open) is not claimed


def test_every_flipped_purpose_is_noticed() -> None:
    """A role that may claim one purpose more, or one less, is not the role that was reviewed."""
    expected = {role: frozenset(codes) for role, codes in reviewed()["purposes"].items()}
    codes = {code for claimed in expected.values() for code in claimed}
    for role in policy().roles:
        for code in codes:
            flipped = {**bundled_purposes(), role: bundled_purposes().get(role, frozenset()) ^ {code}}
            table = replace(policy(), purposes=flipped)
            opened = {one for one in codes if table.opened(frozenset({role}), one, "M-1")}
            assert opened == expected.get(role, frozenset()) ^ {code}
            assert opened != expected.get(role, frozenset())
