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
from hub.errors import HubError, InvalidArgument, InvalidCursor, InvalidDocument, LimitExceeded
from hub.query import paging
from hub.query.engine import Engine
from hub.vault import Vault
from tests.hub.query.small_world import Builder
from tests.province import CallerOf, opened

PAGE = """query ($first: Int, $after: String, $last: Int, $before: String) {
    cases(first: $first, after: $after, last: $last, before: $before, orderBy: [%s]) {
        nodes { id closedOn amountApplied } edges { cursor }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""
#: field, direction, placement of nulls where one is said
Order = list[tuple[str, str, str | None]]
FIELDS = {"CLOSED_ON": ("closedOn", str), "AMOUNT_APPLIED": ("amountApplied", float)}
ORDER = st.lists(
    st.tuples(st.sampled_from(sorted(FIELDS)), st.sampled_from(["ASC", "DESC"]),
              st.sampled_from([None, "FIRST", "LAST"])),
    max_size=2, unique_by=lambda item: item[0],
)  # fmt: skip
DAY = st.sampled_from([None, "2020-01-01", "2020-01-02"])
AMOUNT = st.sampled_from([None, "-1.50", "0.00", "10.00"])


async def _page(engine: Engine, caller: Caller, order: Order, **variables: Any) -> Any:
    wanted = ", ".join(
        f"{{field: {name}, direction: {direction}{f', nulls: {nulls}' if nulls else ''}}}"
        for name, direction, nulls in order
    )
    body = await engine.answer(PAGE % wanted, None, variables, caller)
    return json.loads(body)["data"]["cases"]


def _sorted(rows: list[dict[str, Any]], order: Order) -> list[str]:
    """The ids in order: nulls where they are put, else greatest; ties by id in the direction of the first key."""
    rows = sorted(rows, key=lambda row: row["id"], reverse=bool(order) and order[0][1] == "DESC")
    for name, direction, nulls in reversed(order):
        column, number = FIELDS[name]
        present = [row for row in rows if row[column] is not None]
        present.sort(key=lambda row, c=column, n=number: n(row[c]), reverse=direction == "DESC")  # type: ignore[misc]
        absent = [row for row in rows if row[column] is None]
        first = direction == "DESC" if nulls is None else nulls == "FIRST"
        rows = absent + present if first else present + absent
    return [row["id"] for row in rows]


async def _walk(engine: Engine, caller: Caller, order: Order, size: int, *, forward: bool) -> list[str]:
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


async def _between(engine: Engine, caller: Caller, order: Order, size: int, bounds: tuple[int, int]) -> list[list[str]]:
    """The first and the last `size` rows strictly between two places of the list."""
    cursors = [edge["cursor"] for edge in (await _page(engine, caller, order, first=100))["edges"]]
    after, before = cursors[bounds[0]], cursors[bounds[1]]
    pages = [
        await _page(engine, caller, order, after=after, before=before, first=size),
        await _page(engine, caller, order, after=after, before=before, last=size),
    ]
    return [[node["id"] for node in page["nodes"]] for page in pages]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(DAY, AMOUNT), max_size=9), order=ORDER, size=st.integers(1, 4), data=st.data())
async def test_visits_each_row_once_in_order(
    empty_database: Database, province_vault: Vault, caller: CallerOf, rows: list[Any], order: Order, size: int,
    data: st.DataObject,
) -> None:  # fmt: skip
    """Walking pages forward or backward, or between two cursors, over ties and nulls wherever these are put, gives the
    whole list, once, in its order.
    """
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
        if rows:
            low = data.draw(st.integers(0, len(rows) - 1))
            high = data.draw(st.integers(low, len(rows) - 1))
            inside = expected[low + 1 : high]
            assert await _between(engine, caller("CH"), order, size, (low, high)) == [inside[:size], inside[-size:]]


async def test_keeps_its_place_when_rows_are_added(
    province_copy: Database, province_vault: Vault, caller: CallerOf
) -> None:
    """Rows that appear before the cursor neither shift the next page nor repeat a row."""
    order: Order = [("AMOUNT_APPLIED", "ASC", None)]
    async with opened(province_copy, province_vault) as engine:
        both = await _page(engine, caller("CH"), order, first=6)
        head = await _page(engine, caller("CH"), order, first=3)
        with province_copy.connect("owner") as connection:
            builder = Builder(connection, province_vault)
            subject = builder.row("Subject", kind="ENTERPRISE")
            builder.row("Case", subject_id=subject, amount_applied="-1.00")
        tail = await _page(engine, caller("CH"), order, first=3, after=head["pageInfo"]["endCursor"])

    assert head["nodes"] + tail["nodes"] == both["nodes"]


@pytest.mark.parametrize("nulls", ["FIRST", "LAST"])
async def test_walks_past_withheld_order_keys(engine: Engine, caller: CallerOf, nulls: str) -> None:
    """A list ordered by a column that is withheld outside the region still shows every row once, and withheld names
    stand where absent ones are put.
    """
    query = """query ($after: String) { subjects(first: 100, after: $after, filter: {kind: {eq: NATURAL_PERSON}},
        orderBy: [{field: NAME, direction: ASC, nulls: %s}]) {
        totalCount nodes { id name } pageInfo { hasNextPage endCursor } } }"""
    ids: list[str] = []
    names: list[str] = []
    after = None
    while True:
        page = json.loads(await engine.answer(query % nulls, None, {"after": after}, caller("PL")))["data"]["subjects"]
        ids += [node["id"] for node in page["nodes"]]
        names += [node["name"] for node in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break

    assert len(ids) == len(set(ids)) == page["totalCount"]
    clear = [name for name in names if "*" not in name]
    assert clear == sorted(clear)
    assert 0 < len(clear) < len(names)
    assert names[-len(clear) :] == clear if nulls == "FIRST" else names[: len(clear)] == clear


async def _first_cursor(engine: Engine, caller: Caller) -> str:
    page = await _page(engine, caller, [("CLOSED_ON", "ASC", None)], first=1)
    return str(page["pageInfo"]["endCursor"])


async def test_refuses_cursors_that_were_not_given_for_this(
    engine: Engine, caller: CallerOf, province_vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forged, changed, foreign, of another order, of another type, expired: one refusal for all."""
    good = await _first_cursor(engine, caller("CH"))
    order: Order = [("CLOSED_ON", "ASC", None)]
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
    others: list[Order] = [
        [("CLOSED_ON", "DESC", None)], [("CLOSED_ON", "ASC", "FIRST")], [("AMOUNT_APPLIED", "ASC", None)], [],
    ]  # fmt: skip
    for other_order in others:
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


async def test_continues_a_list_whatever_type_it_starts_from(
    engine: Engine, caller: CallerOf, truth: dict[str, Any]
) -> None:
    """`Subject.listings` is one list, also where a fragment makes the hub answer enterprises apart from people."""
    query = """query ($code: CreditCode!, $after: String) { subject(creditCode: $code) {
        ... on Enterprise { companyType } listings(first: 1, after: $after) {
            nodes { id } pageInfo { hasNextPage endCursor } } } }"""
    given: dict[str, Any] = {"code": truth["samples"]["listed_enterprise"]["credit_code"]}
    pages = []
    for _ in range(2):
        answer = json.loads(await engine.answer(query, None, given, caller("CH")))
        pages.append(answer["data"]["subject"]["listings"])
        given["after"] = pages[-1]["pageInfo"]["endCursor"]

    assert pages[0]["pageInfo"]["hasNextPage"]
    assert pages[1]["nodes"] not in ([], pages[0]["nodes"])


@pytest.mark.parametrize("wanted", ["totalCount", "__typename", "nodes { id }"])
async def test_refuses_a_wrong_cursor_whatever_is_selected(engine: Engine, caller: CallerOf, wanted: str) -> None:
    """An argument that cannot be answered is refused even where nothing that was asked needs it."""
    query = f"query ($c: String) {{ cases(after: $c) {{ {wanted} }} }}"
    listings = "{ listings(first: 1) { pageInfo { endCursor } } }"
    other = json.loads(await engine.answer(listings, None, {}, caller("CH")))["data"]["listings"]["pageInfo"]

    for cursor in ("garbage", other["endCursor"]):
        with pytest.raises(InvalidCursor):
            await engine.answer(query, None, {"c": cursor}, caller("CH"))


EVERY_ROAD = {
    "root": "{ cases(%s) { %s } }",
    "below a list": "{ courts(first: 1) { nodes { area { courts(%s) { %s } } } } }",
    "below a node": '{ node(id: "00000000-0000-4000-8000-000000000000") { ... on Subject { cases(%s) { %s } } } }',
}
SELECTED = ["pageInfo { hasNextPage }", "edges { cursor }", "totalCount", "__typename"]


@pytest.mark.parametrize("road", EVERY_ROAD)
@pytest.mark.parametrize(
    ("kind", "arguments"),
    [
        (InvalidArgument, "first: -1"), (InvalidArgument, "last: -1"), (InvalidArgument, "first: 1, last: 1"),
        (LimitExceeded, "first: 101"), (LimitExceeded, "last: 101"), (LimitExceeded, "first: 2147483647"),
        (InvalidDocument, "first: 2147483648"), (InvalidDocument, 'first: "1"'), (InvalidDocument, "first: 1.5"),
        (InvalidCursor, 'after: ""'), (InvalidCursor, 'before: "garbage"'), (InvalidCursor, 'last: 1, after: "张"'),
    ],
)  # fmt: skip
async def test_refuses_wrong_pages_wherever_they_are_asked_for(
    engine: Engine, caller: CallerOf, road: str, arguments: str, kind: type[HubError]
) -> None:
    """Sizes and cursors that cannot be are typed errors before any SQL, also where no row would have been paged."""
    before = engine.reader.statements
    for selected in SELECTED:
        with pytest.raises(kind):
            await engine.answer(EVERY_ROAD[road] % (arguments, selected), None, {}, caller("CH"))

    assert engine.reader.statements == before


async def test_answers_pages_of_nothing(engine: Engine, caller: CallerOf) -> None:
    """A size of zero is no error: no rows, no cursors, and the truth about whether there are any."""
    nothing = {"startCursor": None, "endCursor": None}
    forward = await _page(engine, caller("CH"), [], first=0)
    backward = await _page(engine, caller("CH"), [], last=0)

    assert forward["nodes"] == backward["nodes"] == []
    assert forward["pageInfo"] == {"hasNextPage": True, "hasPreviousPage": False, **nothing}
    assert backward["pageInfo"] == {"hasNextPage": False, "hasPreviousPage": True, **nothing}


async def test_continues_below_a_node_where_the_list_of_a_subject_ended(
    engine: Engine, caller: CallerOf, truth: dict[str, Any]
) -> None:
    """Relay refetches a subject's list by `node`: its cursors are those of the list that `subject` began."""
    code = truth["samples"]["listed_enterprise"]["credit_code"]
    one = "listings(first: 1, after: $after) { nodes { id } pageInfo { endCursor } }"
    begun = json.loads(
        await engine.answer(
            f"query ($code: CreditCode, $after: String) {{ subject(creditCode: $code) {{ id {one} }} }}",
            None, {"code": code}, caller("CH"),
        )
    )["data"]["subject"]  # fmt: skip
    query = f"query ($id: ID!, $after: String) {{ node(id: $id) {{ ... on Subject {{ {one} }} }} }}"
    variables = {"id": begun["id"], "after": begun["listings"]["pageInfo"]["endCursor"]}
    rest = json.loads(await engine.answer(query, None, variables, caller("CH")))["data"]["node"]["listings"]

    assert len(rest["nodes"]) == 1
    assert rest["nodes"] != begun["listings"]["nodes"]
