"""Rows 18–22: orders and pages. Neither where a row stands nor how pages end tells what it hides."""

from __future__ import annotations

import base64
import itertools
import json
import time
from typing import Any
from uuid import UUID

import pytest
from psycopg import sql

from hub.database import Database
from hub.query import paging
from schema.catalog import catalog
from tests.side_channels.hidden import asking, own_of
from tests.side_channels.probes import PAGE, Road, nested_lists, orders, root_lists
from tests.side_channels.roles import ATTACKERS, FEW
from tests.side_channels.schema_names import arguments, named
from tests.side_channels.twins import Hub, Twin, Twins, Worlds, positions

ROWS = "edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"


def _ordered(road: Road) -> list[list[str]]:
    """The orderings of a list, those by one field together: all of them are refused or none."""
    return [[order for _, order in same] for _, same in itertools.groupby(orders(road), key=lambda one: one[0])]


# --- 18 ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("twin", [Twin.OTHER, Twin.ABSENT])
@pytest.mark.parametrize("role", ATTACKERS)
async def test_row_18_order_by_a_hidden_field(worlds: Worlds, role: str, twin: Twin) -> None:
    """Channel: `orderBy` a hidden field, ties broken by it, nulls put first or last: rows whose own values are known
    bracket the hidden one. Rule: use needs sight; where it is seen in some rows, the others stand as absent, among
    themselves by random id. The order of both worlds is the same, and so is every cursor's position.
    """
    async with worlds.twins(role, twin) as twins:
        for road in root_lists():
            for same in _ordered(road):
                parts = (f"a{i}: {road.asking(f'first: 30, orderBy: [{one}]', ROWS)}" for i, one in enumerate(same))
                await twins.ask(f"{{ {' '.join(parts)} }}")

    assert twins.asked > 20


@pytest.mark.parametrize("role", FEW)
async def test_row_18_order_below_other_rows(worlds: Worlds, role: str) -> None:
    """Rule: as above, in lists that stand below other rows, and of two fields one after the other."""
    async with worlds.twins(role, Twin.OTHER) as twins:
        for road in nested_lists():
            for same in _ordered(road):
                await twins.ask(f"{{ {road.asking(f'first: 30, orderBy: [{same[0]}, {same[-1]}]', ROWS)} }}")

    assert twins.asked > 20


# --- 19 ------------------------------------------------------------------------------------------------------------


def test_row_19_ids_are_random(province: Database) -> None:
    """Channel: ids handed out while a sorted file is loaded, UUIDv7, sequences: the natural order tells the file's.
    Rule: every id that is shown is a UUIDv4, and those of a table, in the order in which its rows were
    written, rise and fall as often as chance has it.
    """
    looked_at = 0
    tables = {kind.entity.table for kind in catalog().types.values()}
    with province.connect("owner") as connection:
        for table in sorted(tables):
            found = connection.execute(sql.SQL("select id from {} order by ctid").format(sql.Identifier(table)))
            ids = [UUID(str(one)) for (one,) in found]
            assert {one.version for one in ids} <= {4}, table
            if len(ids) > 200:
                rises = sum(one < two for one, two in itertools.pairwise(ids)) / (len(ids) - 1)
                assert 0.35 < rises < 0.65, table
                looked_at += 1

    assert looked_at > 3


async def test_row_19_lists_stand_in_the_order_of_ids(worlds: Worlds) -> None:
    """Rule: without an ordering a list stands by random id, not by `ctid` or time of loading; and no number of a row in
    its file, no sequence and no time of writing is shown.
    """
    async with worlds.twins("CH", Twin.OTHER) as twins:
        for road in root_lists():
            answer = await twins.ask(f"{{ {road.asking(f'first: {PAGE}', 'nodes { id }')} }}")
            if answer.code is None:
                ids = [row["id"] for row in answer.json["data"][road.root]["nodes"]]
                assert ids == sorted(ids), road.root

    assert not named("rowNo", "sequence", "seq", "ctid", "recordedAt", "createdAt", "updatedAt", "version") - {
        "Screening.policyVersion"
    }  # fmt: skip


# --- 20 ------------------------------------------------------------------------------------------------------------

LISTED = """query ($after: String) { listings(first: 2, after: $after, orderBy: [{field: PUBLISHED_ON}]) {
    edges { cursor } pageInfo { endCursor } } }"""


def _cursor(answer: Any) -> str:
    found: str = answer.json["data"]["listings"]["pageInfo"]["endCursor"]
    return found


@pytest.mark.parametrize("role", ATTACKERS)
async def test_row_20_cursors_hold_no_hidden_value(worlds: Worlds, role: str) -> None:
    """Channel: a cursor that can be read shows the order key; opened with the keys, it holds nothing but the caller,
    the list, and keys that the caller sees (the same in both worlds), whatever the list is ordered by.
    """
    cursors = 0
    async with worlds.twins(role, Twin.OTHER) as twins:
        for road in root_lists():
            for order in ["", *(same[0] for same in _ordered(road))]:
                arguments = f"first: 5{f', orderBy: [{order}]' if order else ''}"
                answer = await twins.one.ask(f"{{ {road.asking(arguments, 'edges { cursor }')} }}")
                other = await twins.two.ask(f"{{ {road.asking(arguments, 'edges { cursor }')} }}")
                pair = [[edge["cursor"] for edge in one.json["data"][road.root]["edges"]] if one.code is None else []
                        for one in (answer, other)]  # fmt: skip
                opened = [[positions(worlds.vault, cursor) for cursor in each] for each in pair]
                assert opened[0] == opened[1]
                for cursor, (_, _, keys) in zip(pair[0], opened[0], strict=True):
                    raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
                    assert not any(key and key.encode() in raw for key in keys)
                    cursors += 1

    assert cursors > 10 or role == "SE"


async def test_row_20_cursors_of_others(worlds: Worlds, monkeypatch: pytest.MonkeyPatch) -> None:
    """Channel: a forged cursor compares with a value of the forger's, another's opens where he stood. Rule: altered,
    made up, another officer's, another agency's, another list's, another ordering's and one older than an hour are one
    error, the same bytes, before any row is read.
    """
    async with worlds.twins("CH", Twin.OTHER) as twins:
        good = _cursor(await twins.one.ask(LISTED))
        claims = ({"subject": "another"}, {"agency": "another"}, {"issuer": "https://other.example.gov.cn"})
        others = [Hub(twins.one.engine, asking("CH", own_of(worlds.world), **each)) for each in claims]
        wrong = [(twins.one, LISTED, cursor) for cursor in _forged(worlds, good)]
        wrong += [(hub, LISTED, good) for hub in others]
        wrong += [
            (twins.one, LISTED.replace("PUBLISHED_ON", "DECIDED_ON"), good),
            (twins.one, LISTED.replace("PUBLISHED_ON", "PUBLISHED_ON, direction: DESC"), good),
            (twins.one, LISTED.replace("listings", "certificates").replace("PUBLISHED_ON", "ISSUED_ON"), good),
        ]
        before = twins.one.engine.reader.statements
        told = {await _refusal(*one) for one in wrong}
        now = time.time()
        monkeypatch.setattr(time, "time", lambda: now + paging.CURSOR_LIFE + 5)
        told.add(await _refusal(twins.one, LISTED, good))
        monkeypatch.undo()

        assert len(told) == 1
        assert twins.one.engine.reader.statements == before
        assert (await twins.one.ask(LISTED, {"after": good})).code is None


def _forged(worlds: Worlds, good: str) -> list[str]:
    """Cursors that nobody was given."""
    raw = base64.urlsafe_b64decode(good + "=" * (-len(good) % 4))
    flipped = [raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :] for place in (0, len(raw) // 2, len(raw) - 1)]
    text = json.dumps(["x", "y", int(time.time()), ["2020-01-01", "0"]]).encode()
    sealed = [worlds.vault.seal("id_number", text.decode()), worlds.vault.seal("cursor", text.decode())]
    made = [base64.urlsafe_b64encode(one).decode().rstrip("=") for one in (*flipped, text, *sealed)]
    return ["", "x", "张三", good[:-4], good + "AAAA", *made]


async def _refusal(hub: Hub, document: str, cursor: str) -> tuple[int, Any, bytes]:
    answer = await hub.ask(document, {"after": cursor})
    assert answer.code == "INVALID_CURSOR", answer.body
    return answer.status, answer.headers, answer.body


# --- 21 ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ATTACKERS)
async def test_row_21_pages_over_rows_that_do_not_exist(worlds: Worlds, role: str) -> None:
    """Channel: `hasNextPage`, short pages and steps tell of rows that were left out. Rule: rows are cut in SQL before
    they are paged: walked in pages of three, forward and backward, a list is the same in a world without them.
    """
    async with worlds.twins(role, Twin.GONE) as twins:
        for road in root_lists():
            for forward in (True, False):
                await _walk(twins, road, forward=forward)
        for road in nested_lists():
            await twins.ask(f"{{ {road.asking('first: 2', f'totalCount {ROWS}')} }}")

    assert twins.asked > 30


async def _walk(twins: Twins, road: Road, *, forward: bool) -> None:
    """Page through a list in both worlds, each with its own cursors."""
    size, bound, more, place = ("first", "after", "hasNextPage", "endCursor") if forward else (
        "last", "before", "hasPreviousPage", "startCursor")  # fmt: skip
    document = f"query ($c: String) {{ {road.asking(f'{size}: 3, {bound}: $c', f'totalCount {ROWS}')} }}"
    cursors: tuple[str | None, str | None] = (None, None)
    for _ in range(8):
        one, two = await twins.both(document, ({"c": cursors[0]}, {"c": cursors[1]}))
        if one.code is not None or not one.json["data"][road.root]["pageInfo"][more]:
            return
        ends = [each.json["data"][road.root]["pageInfo"][place] for each in (one, two)]
        cursors = (ends[0], ends[1])


def test_row_21_no_offsets() -> None:
    """Rule: a place in a list is a cursor, never a number."""
    assert not {"offset", "skip", "page", "pageNumber", "limit", "from", "start"} & arguments()


# --- 22 ------------------------------------------------------------------------------------------------------------


def test_row_22_no_distinct() -> None:
    """Channel: `distinct`, `distinctOn` over a hidden column count its values. Rule: as groups (row 24). The schema has
    neither, on lists, counts or groups.
    """
    assert not named("distinct", "unique", "uniq", "dedupe")
