"""The pool: lends what is alive, refuses rather than queueing for ever."""

from __future__ import annotations

import asyncio

import pytest
from psycopg import AsyncConnection
from psycopg.pq import TransactionStatus

from hub import pool as pool_module
from hub.database import Database
from hub.errors import Busy
from hub.pool import Pool

Connection = AsyncConnection[tuple[object, ...]]


def pool(database: Database, maximum: int) -> Pool[Connection]:
    return Pool(lambda: database.connect_async("owner"), is_idle, maximum=maximum)


def is_idle(connection: Connection) -> bool:
    return connection.pgconn.transaction_status == TransactionStatus.IDLE


async def backend(lent: Connection) -> object:
    row = await (await lent.execute("select pg_backend_pid()")).fetchone()
    assert row is not None
    return row[0]


async def test_the_same_connection_serves_one_after_the_other(database: Database) -> None:
    """Connecting costs more than most reads, so a returned connection is used again."""
    made = pool(database, 5)
    async with made.lend() as lent:
        first = await backend(lent)
    async with made.lend() as lent:
        assert await backend(lent) == first
    await made.close()


async def test_connection_in_a_broken_transaction_is_not_lent_again(database: Database) -> None:
    """Whatever a borrower leaves open ends with him."""
    made = pool(database, 1)
    async with made.lend() as lent:
        first = await backend(lent)
        await lent.execute("begin")
    async with made.lend() as lent:
        assert await backend(lent) != first
    await made.close()


async def test_waiting_has_an_end(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who finds no connection in time is told that the hub is busy, and the pool works on."""
    monkeypatch.setattr(pool_module, "PATIENCE", 0.05)
    made = pool(database, 1)
    async with made.lend():
        with pytest.raises(Busy):
            async with made.lend():
                pass
    async with made.lend() as lent:
        assert await backend(lent)
    await made.close()


async def test_queue_has_an_end(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """One more than may wait is refused at once, not after the waiting time."""
    monkeypatch.setattr(pool_module, "QUEUE", 1)
    made = pool(database, 1)
    async with made.lend():
        waiting = asyncio.create_task(made.lend().__aenter__())
        await asyncio.sleep(0.01)
        with pytest.raises(Busy):
            async with asyncio.timeout(1), made.lend():
                pass
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
    async with made.lend() as lent:  # the cancelled one took no connection with him
        assert await backend(lent)
    await made.close()
