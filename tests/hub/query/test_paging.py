"""Paging: every row once, in order, whatever the data; cursors of others, of other lists and of old are refused."""

from __future__ import annotations

import base64
import json
import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.caller import Caller
from hub.database import Database
from hub.errors import InvalidCursor
from hub.query import paging
from hub.query.engine import Engine
from hub.vault import Vault
from tests.hub.query.small_world import Builder
from tests.province import CallerOf, opened

PAGE = """query ($first: Int, $after: String, $last: Int, $before: String) {
    cases(first: $first, after: $after, last: $last, before: $before, orderBy: [%s]) {
        nodes { id closedOn amountApplied } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""
ORDER = st.lists(
    st.tuples(st.sampled_from(["CLOSED_ON", "AMOUNT_APPLIED"]), st.sampled_from(["ASC", "DESC"])),
    max_size=2, unique_by=lambda pair: pair[0],
)  # fmt: skip
DAY = st.sampled_from([None, "2020-01-01", "2020-01-02"])
AMOUNT = st.sampled_from([None, "-1.50", "0.00", "10.00"])


async def _page(engine: Engine, caller: Caller, order: list[tuple[str, str]], **variables: Any) -> Any:
    wanted = ", ".join(f"{{field: {name}, direction: {direction}}}" for name, direction in order)
    body = await engine.answer(PAGE % wanted, None, variables, caller)
    return json.loads(body)["data"]["cases"]


def _sorted(rows: list[dict[str, Any]], order: list[tuple[str, str]]) -> list[str]:
    """The ids in order: nulls greatest, ties by id in the direction of the first key."""
    rows = sorted(rows, key=lambda row: row["id"], reverse=bool(order) and order[0][1] == "DESC")
    for name, direction in reversed(order):
        column, number = ("closedOn", str) if name == "CLOSED_ON" else ("amountApplied", float)
        rows.sort(
            key=lambda row, c=column, n=number: (row[c] is None, n(row[c]) if row[c] is not None else n(0)),  # type: ignore[misc]
            reverse=direction == "DESC",
        )
    return [row["id"] for row in rows]


async def _walk(engine: Engine, caller: Caller, order: list[tuple[str, str]], size: int, *, forward: bool) -> list[str]:
    found: list[str] = []
    cursor: str | None = None
    while True:
        given = {"first": size, "after": cursor} if forward else {"last": size, "before": cursor}
        page = await _page(engine, caller, order, **given)
        ids = [node["id"] for node in page["nodes"]]
        found = found + ids if forward else ids + found
        info = page["pageInfo"]
        assert info["hasPreviousPage" if forward else "hasNextPage"] is (cursor is not None)
        if not info["hasNextPage" if forward else "hasPreviousPage"]:
            return found
        cursor = info["endCursor" if forward else "startCursor"]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(DAY, AMOUNT), max_size=9), order=ORDER, size=st.integers(1, 4))
async def test_visits_each_row_once_in_order(
    empty_database: Database, province_vault: Vault, caller: CallerOf, rows: list[Any], order: Any, size: int
) -> None:
    """Walking pages forward or backward over ties and nulls gives the whole list, once, in its order."""
    with empty_database.connect("owner") as connection:
        connection.execute("truncate enforcement_case, subject cascade")
        builder = Builder(connection, province_vault)
        subject = builder.row("Subject", kind="ENTERPRISE")
        for closed, amount in rows:
            builder.row("Case", subject_id=subject, closed_on=closed, amount_applied=amount)
    async with opened(empty_database, province_vault) as engine:
        everything = await _page(engine, caller("CH"), [], first=100)
        expected = _sorted(everything["nodes"], order)

        assert await _walk(engine, caller("CH"), order, size, forward=True) == expected
        assert await _walk(engine, caller("CH"), order, size, forward=False) == expected


async def test_keeps_its_place_when_rows_are_added(
    province_copy: Database, province_vault: Vault, caller: CallerOf
) -> None:
    """Rows that appear before the cursor neither shift the next page nor repeat a row."""
    order = [("AMOUNT_APPLIED", "ASC")]
    async with opened(province_copy, province_vault) as engine:
        both = await _page(engine, caller("CH"), order, first=6)
        head = await _page(engine, caller("CH"), order, first=3)
        with province_copy.connect("owner") as connection:
            builder = Builder(connection, province_vault)
            subject = builder.row("Subject", kind="ENTERPRISE")
            builder.row("Case", subject_id=subject, amount_applied="-1.00")
        tail = await _page(engine, caller("CH"), order, first=3, after=head["pageInfo"]["endCursor"])

    assert head["nodes"] + tail["nodes"] == both["nodes"]


async def test_walks_past_withheld_order_keys(engine: Engine, caller: CallerOf) -> None:
    """A list ordered by a column that is withheld outside the region still shows every row once."""
    query = """query ($after: String) { subjects(first: 100, after: $after, filter: {kind: {eq: NATURAL_PERSON}},
        orderBy: [{field: NAME, direction: ASC}]) {
        totalCount nodes { id name } pageInfo { hasNextPage endCursor } } }"""
    ids: list[str] = []
    names: list[str] = []
    after = None
    while True:
        page = json.loads(await engine.answer(query, None, {"after": after}, caller("PL")))["data"]["subjects"]
        ids += [node["id"] for node in page["nodes"]]
        names += [node["name"] for node in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break

    assert len(ids) == len(set(ids)) == page["totalCount"]
    clear = [name for name in names if "*" not in name]
    assert clear == sorted(clear)
    assert 0 < len(clear) < len(names)


async def _first_cursor(engine: Engine, caller: Caller) -> str:
    page = await _page(engine, caller, [("CLOSED_ON", "ASC")], first=1)
    return str(page["pageInfo"]["endCursor"])


async def test_refuses_cursors_that_were_not_given_for_this(
    engine: Engine, caller: CallerOf, province_vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forged, changed, foreign, of another order, of another type, expired: one refusal for all."""
    good = await _first_cursor(engine, caller("CH"))
    order = [("CLOSED_ON", "ASC")]
    raw = bytearray(base64.urlsafe_b64decode(good + "=" * (-len(good) % 4)))
    raw[-1] ^= 1
    forged = [
        "", "x", "é", "====", good[:-4], good + "AAAA", base64.urlsafe_b64encode(raw).decode().rstrip("="),
        base64.urlsafe_b64encode(province_vault.seal("id_number", "[]")).decode(),
        base64.urlsafe_b64encode(province_vault.seal("cursor", "[]")).decode(),
    ]  # fmt: skip
    assert await _page(engine, caller("CH"), order, first=1, after=good)
    for cursor in forged:
        with pytest.raises(InvalidCursor):
            await _page(engine, caller("CH"), order, first=1, after=cursor)
    for other in (caller("CH", subject="somebody"), caller("CH", agency="other"), replace(caller("CH"), issuer="x")):
        with pytest.raises(InvalidCursor):
            await _page(engine, other, order, first=1, after=good)
    for other_order in ([("CLOSED_ON", "DESC")], [("AMOUNT_APPLIED", "ASC")], []):
        with pytest.raises(InvalidCursor):
            await _page(engine, caller("CH"), other_order, first=1, after=good)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + paging.CURSOR_LIFE + 5)
    with pytest.raises(InvalidCursor):
        await _page(engine, caller("CH"), order, first=1, after=good)


async def test_keeps_positions_out_of_sight(engine: Engine, caller: CallerOf, province_vault: Vault) -> None:
    """A cursor holds order keys, sealed: its bytes show none, and two cursors of one place differ."""
    one, two = await _first_cursor(engine, caller("CH")), await _first_cursor(engine, caller("CH"))

    assert one != two
    position = json.loads(province_vault.open("cursor", base64.urlsafe_b64decode(one + "=" * (-len(one) % 4))))
    for key in filter(None, position[-1]):
        assert key.encode() not in base64.urlsafe_b64decode(one + "=" * (-len(one) % 4))
