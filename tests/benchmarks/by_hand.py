"""The hub's own statement, sent by hand: libpq, prepared, from the same lean loop as every other load.

`depth` is how many statements a session has in flight. One is what a program does that waits for each answer; more is
libpq's pipeline mode, which is the most that PostgreSQL gives over so many connections.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGconn

from hub.database import Database
from hub.identity import Authenticator
from hub.pipeline import encode
from hub.query.engine import Engine
from hub.query.request import Request
from hub.reader import Reader
from hub.settings import Settings
from hub.vault import Vault
from tests.benchmarks.province import Province


@dataclass(frozen=True)
class Statement:
    """Text with $1, $2 …, and the values of each request."""

    text: str
    values: Sequence[Sequence[object]]


class Session:
    """One connection, `depth` statements in flight."""

    def __init__(self, connection: psycopg.Connection[Any], statement: Statement, first: int, depth: int) -> None:
        self._connection = connection
        self._pgconn: PGconn = connection.pgconn
        self._values = [[encode(value) for value in values] for values in statement.values]
        self._number = first
        self._depth = depth
        self._begun: deque[float] = deque()
        self._done: asyncio.Future[None] | None = None
        self._taken: list[float] = []
        self._end = 0.0
        self._pgconn.prepare(b"by hand", statement.text.encode())
        self._pgconn.nonblocking = 1
        self._pgconn.enter_pipeline_mode()

    def begin(self, end: float, taken: list[float]) -> asyncio.Future[None]:
        loop = asyncio.get_running_loop()
        self._done = loop.create_future()
        self._end, self._taken = end, taken
        loop.add_reader(self._pgconn.socket, self._read)
        for _ in range(self._depth):
            self._send()
        self._pgconn.flush()
        return self._done

    def close(self) -> None:
        self._connection.close()

    def _send(self) -> None:
        self._pgconn.send_query_prepared(b"by hand", self._values[self._number % len(self._values)])
        self._pgconn.pipeline_sync()
        self._begun.append(time.perf_counter())
        self._number += 1

    def _read(self) -> None:
        pgconn = self._pgconn
        pgconn.consume_input()
        while self._begun and not pgconn.is_busy():
            result = pgconn.get_result()
            if result is None:
                continue
            if result.status == ExecStatus.PIPELINE_SYNC:
                self._answered()
            else:
                assert result.status == ExecStatus.TUPLES_OK, result.error_message
                assert result.get_value(0, 0)
        pgconn.flush()

    def _answered(self) -> None:
        now = time.perf_counter()
        self._taken.append(now - self._begun.popleft())
        if now < self._end:
            self._send()
        elif not self._begun:
            assert self._done is not None
            asyncio.get_running_loop().remove_reader(self._pgconn.socket)
            self._done.set_result(None)


class Listener(Reader):
    """A reader that only listens to what it is asked."""

    def __init__(self) -> None:
        super().__init__(Database.at(""))
        self.heard: list[tuple[str, Sequence[object]]] = []

    async def fetch(self, sql: str, parameters: Sequence[object] = ()) -> bytes:
        self.heard.append((sql, parameters))
        return b"{}"


def deaf_engine(settings: Settings) -> tuple[Engine, Listener]:
    """An engine without a database, and what it would have asked."""
    reader = Listener()
    return Engine(reader, Vault.from_settings(settings), _no_act), reader


async def compiled(province: Province, query: str, variables: Sequence[dict[str, Any]], token: str) -> Statement:
    """The statement of an operation for the bearer of a token."""
    authenticator = Authenticator.from_settings(province.settings)
    await authenticator.open()
    caller = await authenticator.authenticate([f"Bearer {token}".encode()])
    engine, reader = deaf_engine(province.settings)
    for values in variables:
        await engine.respond(Request(query, None, values), caller)
    (text,) = {sql for sql, _ in reader.heard}
    return Statement(text, [values for _, values in reader.heard])


async def _no_act(*_: object) -> Any:
    raise AssertionError("reads only")
