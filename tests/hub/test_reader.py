"""Reads in flight together: nobody's error, slowness or size is anybody else's."""

from __future__ import annotations

import asyncio
import datetime
import gc
import json
import time
from collections.abc import AsyncIterator
from decimal import Decimal
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub import pool as pool_module
from hub import reader as reader_module
from hub.database import Database
from hub.errors import Busy, Internal, Timeout
from hub.pipeline import Aborted, Lane, encode
from hub.reader import Reader

ECHO = "select to_json($1::text)"
SLEEP = "select to_json(1) from pg_sleep($1::float8)"


@pytest.fixture
async def reader(database: Database) -> AsyncIterator[Reader]:
    """A reader with all its connections."""
    found = Reader(database)
    await found.open()
    yield found
    await found.close()


async def sessions(database: Database) -> int:
    """Connections of readers that the server sees."""
    query = """select count(*) from pg_stat_activity
        where application_name = 'hub-reader' and datname = current_database()"""
    with database.connect("owner") as connection:
        row = connection.execute(query).fetchone()
        assert row is not None
        return int(row[0])


async def test_each_gets_his_own_answer(reader: Reader) -> None:
    """Of hundreds of reads in flight at once, in few connections, every one gets the answer to its own question."""
    asked = [f"问{number}" for number in range(300)]
    answers = await asyncio.gather(*(reader.fetch(ECHO, [text]) for text in asked))

    assert [json.loads(answer) for answer in answers] == asked


async def test_error_of_one_is_not_the_error_of_others(reader: Reader) -> None:
    """Reads that leave in one write share a transaction; those behind a failing one are sent again."""
    mixed = [reader.fetch("select to_json(1 / $1::int)", [number % 5]) for number in range(100)]
    answers = await asyncio.gather(*mixed, return_exceptions=True)

    assert [isinstance(answer, Internal) for answer in answers] == [number % 5 == 0 for number in range(100)]
    assert {answer for answer in answers if isinstance(answer, bytes)} == {b"1", b"0"}


async def test_what_an_error_aborts_is_told_from_what_failed(reader: Reader) -> None:
    """Of three reads in one write the second fails: the first is answered, the third never ran and says so."""
    lane = reader._shared[0]
    sent = [lane.send("select to_json(1 / $1::int)", [number]) for number in (1, 0, 2)]
    first, failed, aborted = await asyncio.gather(*sent, return_exceptions=True)

    assert first == b"1"
    assert isinstance(failed, psycopg.errors.DivisionByZero)
    assert isinstance(aborted, Aborted)
    assert await lane.send("select to_json(1 / $1::int)", [2], alone=True) == b"0"


async def test_statement_that_cannot_be_prepared_fails_alone(reader: Reader) -> None:
    """A preparation that fails takes neither its neighbours nor the next attempt with it."""
    reads = [reader.fetch(ECHO, ["a"]), reader.fetch("select nothing"), reader.fetch(ECHO, ["b"])]
    first, wrong, last = await asyncio.gather(*reads, return_exceptions=True)

    assert (first, last) == (b'"a"', b'"b"')
    assert isinstance(wrong, Internal)
    with pytest.raises(Internal):
        await reader.fetch("select nothing")


async def test_slow_reads_do_not_hold_up_quick_ones(reader: Reader) -> None:
    """Once a statement is known to be slow, it runs on connections of its own."""
    await reader.fetch(SLEEP, ["0.1"])
    slow = [asyncio.create_task(reader.fetch(SLEEP, ["1.5"])) for _ in range(4)]
    await asyncio.sleep(0.05)
    begun = time.monotonic()
    for _ in range(20):
        await reader.fetch(ECHO, ["a"])

    assert time.monotonic() - begun < 1
    assert not any(task.done() for task in slow)
    await asyncio.gather(*slow)


async def test_statement_that_became_quick_comes_back(reader: Reader, database: Database) -> None:
    """Slowness is no sentence for life: one slow moment does not cost a connection of its own for ever."""
    await reader.fetch(SLEEP, ["0.1"])
    assert SLEEP in reader._slow
    for _ in range(20):  # on a busy machine even a quick one may take long
        await reader.fetch(SLEEP, ["0"])
    assert SLEEP not in reader._slow


async def test_very_slow_statements_are_planned_for_their_values(reader: Reader) -> None:
    """A plan for all values is cheap and mostly right; where it proves very slow, the values are looked at."""
    query = "select to_json(current_setting('plan_cache_mode')) from pg_sleep($1::float8)"
    modes = [await reader.fetch(query, [seconds]) for seconds in ("0.1", "0.1", "0.6", "0.1")]

    assert modes == [b'"force_generic_plan"'] * 3 + [b'"force_custom_plan"']


async def test_connections_are_few(reader: Reader, database: Database) -> None:
    """A hundred quick reads at once need two connections, not a hundred."""
    await asyncio.gather(*(reader.fetch(ECHO, [str(number)]) for number in range(100)))

    assert await sessions(database) <= 2


async def test_too_many_are_told_so(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond what can be answered in time, refusing is kinder than queueing; what was accepted is answered."""
    await asyncio.gather(*(reader.fetch(ECHO, ["a"]) for _ in range(50)))  # every connection is made
    monkeypatch.setattr(reader_module, "QUEUE", 20)
    monkeypatch.setattr(pool_module, "QUEUE", 20)  # on a busy machine they may be thought slow
    answers = await asyncio.gather(*(reader.fetch(ECHO, ["a"]) for _ in range(200)), return_exceptions=True)

    assert {type(answer) for answer in answers} == {bytes, Busy}
    assert await reader.fetch(ECHO, ["b"]) == b'"b"'


async def test_timeout_of_one_is_not_the_timeout_of_others(reader: Reader) -> None:
    """A read that is cancelled for taking too long takes nobody with him who was sent together with it."""
    reads = [reader.fetch(ECHO, ["a"]), reader.fetch(SLEEP, ["5"]), *(reader.fetch(ECHO, ["b"]) for _ in range(9))]
    first, slow, *others = await asyncio.gather(*reads, return_exceptions=True)

    assert isinstance(slow, Timeout)
    assert (first, set(others)) == (b'"a"', {b'"b"'})


async def test_large_answers_come_whole(reader: Reader) -> None:
    """Answers larger than any buffer, many at once, arrive complete."""
    sizes = [10, 1_000_000, 8191, 8192, 300_000, 16_384]
    query = "select to_json(repeat('信', $1::int))"
    answers = await asyncio.gather(*(reader.fetch(query, [size]) for size in sizes))

    assert [len(json.loads(answer)) for answer in answers] == sizes


TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


@given(st.lists(st.none() | TEXTS))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_lists_arrive_as_they_left(database: Database, texts: list[str | None]) -> None:
    """Quotes, braces, backslashes, commas, NULL as a word and empty texts are texts, and None is null."""
    with database.connect("reader") as connection:
        found = connection.pgconn.exec_params(b"select to_json($1::text[])", [encode(texts)])

    value = found.get_value(0, 0)
    assert value is not None
    assert json.loads(value) == texts


@pytest.mark.parametrize(
    ("value", "cast", "expected"),
    [
        (5_000_000_000, "bigint", b"5000000000"),
        (True, "boolean", b"true"),
        (Decimal("-1234.50"), "numeric", b"-1234.50"),
        (datetime.date(2026, 11, 22), "date", b'"2026-11-22"'),
        (datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC), "timestamptz", b'"2026-01-01T08:00:00+08:00"'),
        (None, "date", b"null"),
    ],
)
async def test_values_of_every_kind_arrive(reader: Reader, value: object, cast: str, expected: bytes) -> None:
    """Whatever a kind accepts, PostgreSQL reads as the same value."""
    assert await reader.fetch(f"select coalesce(to_json($1::{cast}), 'null')", [value]) == expected


def test_no_other_value_is_sent() -> None:
    """A type that nobody thought of is a fault of ours, not a text that happens to be readable."""
    with pytest.raises(KeyError):
        encode(b"bytes")


async def test_a_statement_forgotten_among_aborted_ones_is_nobodys_error(database: Database) -> None:
    """What is dropped for want of room while another's error aborts the write leaves no error that nobody takes."""
    told: list[Any] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: told.append(context))
    lane = Lane(await database.connect_async("reader"), prepared=1, on_time=lambda _sql, _seconds: None)
    reads = [lane.send(text, []) for text in ("select to_json(1 / 0)", "select to_json(2)", "select to_json(3)")]

    found = await asyncio.gather(*reads, return_exceptions=True)
    await lane.close()
    del reads
    gc.collect()
    await asyncio.sleep(0)

    assert [type(one).__name__ for one in found] == ["DivisionByZero", "Aborted", "Aborted"]
    assert told == []
