"""Reads: the hub over HTTP beside the same SQL by hand, an empty answer of the same size, and resolving objects."""

from __future__ import annotations

import asyncio
import csv
import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import psycopg
import pytest
import uvloop
from psycopg.types.numeric import Int8Dumper

from hub.caller import Caller
from hub.identity import Authenticator
from hub.query.engine import Engine
from hub.query.operation import prepare
from hub.reader import Reader
from hub.vault import Vault
from schema.identifiers import is_id_number
from tests.benchmarks.client import Connection, connect, requests
from tests.benchmarks.conftest import Province, Record, Served, served
from tests.benchmarks.measure import Ask, Cost, resident_megabytes, run
from tests.benchmarks.operations import PAGE, PERSON, POINT, POINT_NAIVE, TINY

#: seconds per measurement
SECONDS = 4.0
CONCURRENCY = (1, 16)
#: subjects worth asking about: several listings, and cases with them
CODES = """
    select s.credit_code from subject s
    where s.kind = 'ENTERPRISE' and s.credit_code_valid
      and (select count(*) from listing l where l.subject_id = s.id) between 2 and 10
    order by s.id limit 2000"""
COURTS = "select court_code from listing where kind = 'SX' group by 1 having count(*) > 200 order by 1 limit 20"


def persons(province: Province) -> list[dict[str, Any]]:
    """ID numbers and names as the warehouse delivers them."""
    found = []
    for delivery in province.deliveries("sx_warehouse")[:1]:
        with delivery.path.open(encoding=delivery.facts.encoding, newline="") as file:
            found += [
                {"id": row["identi_id"], "name": row["executed_nm"]}
                for row in csv.DictReader(file) if is_id_number(row["identi_id"] or "")
            ]  # fmt: skip
    return found[:2000]


@pytest.fixture(scope="module")
def cases(province: Province, sample: Callable[[str], list[Any]]) -> dict[str, tuple[str, list[dict[str, Any]], str]]:
    """Name → (document, variables, role)."""
    codes = [{"code": code} for (code,) in sample(CODES)]
    courts = [{"court": court} for (court,) in sample(COURTS)]
    assert codes
    assert courts
    return {
        "point": (POINT, codes, "CH"),
        "point, row rules (CE)": (POINT, codes, "CE"),
        "page of 100": (PAGE, courts, "CE"),
        "person by ID number": (PERSON, persons(province), "CE"),
        "one field": (TINY, codes, "CH"),
    }


CASES = ("point", "point, row rules (CE)", "page of 100", "person by ID number", "one field")


@pytest.mark.parametrize("concurrency", CONCURRENCY)
@pytest.mark.parametrize("name", CASES)
def bench_read(
    name: str, concurrency: int, province: Province, hub_server: Served, record: Record,
    cases: dict[str, tuple[str, list[dict[str, Any]], str]],
) -> None:  # fmt: skip
    """The hub, the same SQL by hand and an empty answer of the same size, one after the other."""
    query, variables, role = cases[name]
    token = province.token(role)
    title = f"{name}, {concurrency} at once"
    sent = requests(query, variables, token)

    body = uvloop.run(one(hub_server.port, sent[0]))
    cost = uvloop.run(over_http(hub_server, sent, concurrency, province.postmaster))
    record.note(title, f"hub, {len(body) / 1000:.1f} kB", cost)
    by_hand = uvloop.run(same_sql(province, query, variables, token, concurrency))
    record.note(title, "same SQL by hand", by_hand)
    environment = {"BENCH_SIZE": str(len(body))}
    with served(
        ["uvicorn", "tests.benchmarks.empty:application", "--port", "0", "--no-access-log"], environment
    ) as bare:
        empty = uvloop.run(over_http(bare, sent, concurrency, province.postmaster))
    record.note(title, "empty answer", empty)
    record.note(
        title, "ratio to SQL by hand / empty", {"sql": cost.rate / by_hand.rate, "empty": cost.rate / empty.rate}
    )


@pytest.mark.parametrize("concurrency", CONCURRENCY)
def bench_resolving_objects(
    concurrency: int, province: Province, record: Record, cases: dict[str, tuple[str, list[dict[str, Any]], str]]
) -> None:
    """The documented Strawberry way for the point look-up, over the same tables."""
    url = psycopg.conninfo.conninfo_to_dict(province.database.owner_connection)
    target = f"postgresql+psycopg://{url['user']}@/{url['dbname']}?host={url['host']}&port={url.get('port', 5432)}"
    sent = requests(POINT_NAIVE, cases["point"][1])
    command = ["uvicorn", "tests.benchmarks.naive:application", "--port", "0", "--no-access-log"]
    with served(command, {"BENCH_DATABASE_URL": target}) as naive:
        cost = uvloop.run(over_http(naive, sent, concurrency, province.postmaster))
        record.note(f"point, {concurrency} at once", "Strawberry, DataLoader, ORM", cost)
        record.note("memory", f"naive after {concurrency} at once", {"MB": resident_megabytes(naive.pid)})


def bench_memory(hub_server: Served, record: Record) -> None:
    """Resident memory of the worker after everything above."""
    record.note("memory", "hub worker", {"MB": resident_megabytes(hub_server.pid)})


async def one(port: int, request: bytes) -> bytes:
    """One answer."""
    async with connected(port, 1) as (connection,):
        return await connection.ask(request)


@asynccontextmanager
async def connected(port: int, number: int) -> AsyncIterator[list[Connection]]:
    """Connections for the length of the block."""
    found = await connect(port, number)
    try:
        yield found
    finally:
        for connection in found:
            connection.close()


async def over_http(server: Served, sent: Sequence[bytes], concurrency: int, postmaster: int) -> Cost:
    """A server, asked over so many connections."""
    async with connected(server.port, concurrency) as found:
        asks = [partial(_next, connection, sent) for connection in found]
        return await run(asks, SECONDS, [server.pid], postmaster)


async def _next(connection: Connection, sent: Sequence[bytes], number: int) -> object:
    return await connection.ask(sent[number % len(sent)])


async def same_sql(
    province: Province, query: str, variables: Sequence[dict[str, Any]], token: str, concurrency: int
) -> Cost:
    """The statement that the hub compiles, prepared, on as many connections as the hub has at that load."""
    text, values = await compiled(province, query, variables, token)
    sessions = [await session(province) for _ in range(min(concurrency, province.settings.pool_max))]
    free: asyncio.Queue[psycopg.AsyncConnection[Any]] = asyncio.Queue()
    for opened in sessions:
        free.put_nowait(opened)

    async def ask(number: int) -> object:
        connection = await free.get()
        try:
            cursor = await connection.execute(text.encode(), values[number % len(values)], prepare=True)
            return await cursor.fetchone()
        finally:
            free.put_nowait(connection)

    try:
        asks: list[Ask] = [ask] * concurrency
        return await run(asks, SECONDS, [os.getpid()], province.postmaster)
    finally:
        for opened in sessions:
            await opened.close()


async def session(province: Province) -> psycopg.AsyncConnection[Any]:
    """A connection as the hub's own, in the reader's role."""
    connection: psycopg.AsyncConnection[Any] = await psycopg.AsyncConnection.connect(
        province.database.url("reader"), autocommit=True, cursor_factory=psycopg.AsyncRawCursor
    )
    connection.adapters.register_dumper(int, Int8Dumper)
    return connection


async def compiled(
    province: Province, query: str, variables: Sequence[dict[str, Any]], token: str
) -> tuple[str, list[list[Any]]]:
    """Text of the statement and its parameters for each set of variables."""
    authenticator = Authenticator.from_settings(province.settings)
    await authenticator.open()
    caller: Caller = await authenticator.authenticate([f"Bearer {token}".encode()])
    engine = Engine(Reader(province.database), Vault.from_settings(province.settings), _no_act)
    found = []
    text = ""
    for values in variables:
        operation = prepare(query, None, values)
        statement = engine.plan(operation, caller)
        bound = engine._bind(operation, caller)
        text = statement.text
        found.append([getter(bound) for getter in statement.parameters])
    return text, found


async def _no_act(*_: object) -> list[str]:
    raise AssertionError("reads only")
