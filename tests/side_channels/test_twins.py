"""The harness itself: twins differ, only in what is hidden, and a hub that leaks is caught whichever way it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from hub.query import rows
from hub.query.authorise_groups import GroupAuthoriser
from hub.query.authorised import CLEAR
from hub.query.joins import TRUE
from hub.query.judge import Judge
from tests.side_channels.hidden import hidden, judging
from tests.side_channels.twins import Twin, Worlds

Patch = Callable[[pytest.MonkeyPatch], None]


def _shows_all(patch: pytest.MonkeyPatch) -> None:
    """Values are shown in the clear to everybody."""
    patch.setattr(Judge, "_sight", lambda *_: CLEAR)


def _compares_all(patch: pytest.MonkeyPatch) -> None:
    """Whatever may be filtered by at all may be filtered and ordered by everybody."""
    patch.setattr(Judge, "_use", lambda *_: CLEAR)


def _groups_all(patch: pytest.MonkeyPatch) -> None:
    """Everybody counts by everything."""
    patch.setattr(GroupAuthoriser, "_open", lambda *_: frozenset())


def _finds_all(patch: pytest.MonkeyPatch) -> None:
    """Rows that do not exist for the caller are cut nowhere."""
    patch.setattr(rows, "is_visible", lambda *_: TRUE)


FAULTS: tuple[tuple[Patch, Twin, str, str], ...] = (
    (_shows_all, Twin.OTHER, "PL", "{ subjects { nodes { name } } }"),
    (_shows_all, Twin.OTHER, "PU", "{ subjects { nodes { ... on NaturalPerson { idNumber } } } }"),
    (_shows_all, Twin.ABSENT, "PL", "{ cases { nodes { amountApplied } } }"),
    (_compares_all, Twin.OTHER, "PL", '{ subjects(filter: {name: {startsWith: "欧阳示"}}) { totalCount } }'),
    (_compares_all, Twin.OTHER, "PL", '{ subjects(filter: {not: {name: {eq: "欧阳示例"}}}) { totalCount } }'),
    (_compares_all, Twin.OTHER, "PL", '{ listings(filter: {subject: {name: {eq: "欧阳示例"}}}) { totalCount } }'),
    (_compares_all, Twin.OTHER, "PL", "{ cases(orderBy: [{field: AMOUNT_APPLIED}]) { edges { cursor } } }"),
    (_groups_all, Twin.OTHER, "PL", "{ cases { groups(by: []) { sumAmountApplied } } }"),
    (_finds_all, Twin.GONE, "PU", "{ listings { totalCount } }"),
    (_finds_all, Twin.GONE, "PU", "{ listings(first: 60) { pageInfo { hasNextPage } } }"),
    (_finds_all, Twin.GONE, "PU", "{ subjects(filter: {listings: {some: {state: {eq: SHIELDED}}}}) { totalCount } }"),
)


@pytest.mark.parametrize(("fault", "twin", "role", "document"), FAULTS)
async def test_catches_a_hub_that_leaks(
    worlds: Worlds, monkeypatch: pytest.MonkeyPatch, fault: Patch, twin: Twin, role: str, document: str
) -> None:
    """A fault planted in the policy's road makes the two worlds answer differently; without it they do not. So silence
    of the other tests means something.
    """
    async with worlds.twins(role, twin) as twins:
        before = await twins.ask(document)
    fault(monkeypatch)
    async with worlds.twins(role, twin) as twins:
        with pytest.raises(AssertionError):
            await twins.ask(document)

    assert before.code in (None, "FORBIDDEN")


@pytest.mark.parametrize("twin", list(Twin))
@pytest.mark.parametrize("role", ["PL", "PU", "MR"])
def test_twins_differ_in_what_is_hidden(worlds: Worlds, role: str, twin: Twin) -> None:
    """The second world is another one, in many places, and wherever it is, the oracle calls the value or row hidden."""
    unseen = hidden(judging(worlds.world, role))
    cells = {(cell.kind.entity.table, cell.row["id"]) for cell in unseen.cells}
    lost = {row for ids in unseen.rows.values() for row in ids}
    moved, gone = 0, 0
    for table, before in worlds.world.tables.items():
        after = _read(worlds, role, twin, table)
        for row in before:
            if row["id"] not in after:
                assert row["id"] in lost
                gone += 1
            elif after[row["id"]] != row:
                assert (table, row["id"]) in cells
                moved += 1

    assert (gone if twin is Twin.GONE else moved) > 100
    assert not (moved if twin is Twin.GONE else gone)


def _read(worlds: Worlds, role: str, twin: Twin, table: str) -> dict[str, dict[str, Any]]:
    import json

    with worlds.second(role, twin).connect("owner") as connection:
        found = connection.execute(f"select row_to_json(t)::text from {table} t").fetchall()
    return {row["id"]: row for (text,) in found for row in [json.loads(text, parse_float=str)]}
