"""One connection in libpq's pipeline mode, driven by the event loop: many reads in flight, none waiting for another.

Whatever was asked for within one turn of the loop leaves in one write, and answers are read as they come. All reads of
one write share an implicit transaction, so an error among them aborts those behind it; these never ran and are handed
back as `Aborted`, to be sent again. https://www.postgresql.org/docs/current/libpq-pipeline-mode.html
"""

from __future__ import annotations

import asyncio
import datetime
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Final

import psycopg
from psycopg import AsyncConnection, errors
from psycopg.pq import ConnStatus, ExecStatus
from psycopg.pq.abc import PGconn, PGresult

#: an answer that is waited for: (the read's future, its statement, whether this only prepares it), or None for a sync
_Expected = tuple["asyncio.Future[bytes | None]", str, bool] | None


#: type numbers of json and jsonb
_JSON: Final = (114, 3802)


class Aborted(Exception):
    """The read did not run, because one sent before it in the same write failed."""


class Lane:
    """A connection that is only read from, by many at once. Raises psycopg.Error or `Aborted` through its futures."""

    def __init__(
        self, connection: AsyncConnection[Any], *, prepared: int, on_time: Callable[[str, float], None]
    ) -> None:
        self._connection = connection
        self._pgconn: PGconn = connection.pgconn
        self._loop = asyncio.get_running_loop()
        self._socket = self._pgconn.socket
        self._expected: deque[_Expected] = deque()
        self._prepared: OrderedDict[str, bytes] = OrderedDict()
        self._most_prepared = prepared
        self._on_time = on_time
        self._named = 0
        self._unsynced = False
        self._writing = False
        #: reads in flight
        self.depth = 0
        #: when the connection turned to the read at the head of the line, on the loop's clock
        self._turned = 0.0
        self.closed = False
        self._pgconn.nonblocking = 1
        self._pgconn.enter_pipeline_mode()
        self._loop.add_reader(self._socket, self._read)

    def send(self, sql: str, parameters: Sequence[object], *, alone: bool = False) -> asyncio.Future[bytes | None]:
        """Ask for the single value of `sql` (placeholders $1, $2 …), as bytes; None if there is none or it is no JSON.

        `alone` keeps the read out of everybody else's transaction.
        """
        if self.closed:
            raise psycopg.OperationalError("the connection is closed")
        answer: asyncio.Future[bytes | None] = self._loop.create_future()
        values = [encode(value) for value in parameters]
        try:
            if alone and self._unsynced:
                self._sync()
            self._pgconn.send_query_prepared(self._name(sql, answer), values)
        except psycopg.OperationalError as error:
            self._lose(error)
            raise
        if self.depth == 0:
            self._turned = self._loop.time()
        self.depth += 1
        self._expected.append((answer, sql, False))
        if alone:
            self._sync()
        if not self._unsynced:
            self._unsynced = True
            self._loop.call_soon(self._end_turn)
        return answer

    def is_stuck(self, seconds: float) -> bool:
        """Whether the read at the head of the line has been running for longer."""
        return self.depth > 0 and self._loop.time() - self._turned > seconds

    async def close(self) -> None:
        """Close the connection; whoever still waits gets an error."""
        self._lose(psycopg.OperationalError("the connection is closed"))
        await self._connection.close()

    def _name(self, sql: str, answer: asyncio.Future[bytes | None]) -> bytes:
        """The name of the prepared statement of `sql`; preparing it leaves in the same write as its first use."""
        name = self._prepared.get(sql)
        if name is not None:
            self._prepared.move_to_end(sql)
            return name
        self._named += 1
        name = b"r%d" % self._named
        self._pgconn.send_prepare(name, sql.encode())
        self._expected.append((answer, sql, True))
        self._prepared[sql] = name
        if len(self._prepared) > self._most_prepared:
            _, oldest = self._prepared.popitem(last=False)
            self._pgconn.send_close_prepared(oldest)
            nobodys: asyncio.Future[bytes | None] = self._loop.create_future()
            nobodys.cancel()  # aborted by somebody's error, too, but no one has to hear of it
            self._expected.append((nobodys, "", True))
        return name

    def _end_turn(self) -> None:
        if self.closed or not self._unsynced:
            return
        try:
            self._sync()
            self._flush()
        except psycopg.OperationalError as error:
            self._lose(error)

    def _sync(self) -> None:
        self._unsynced = False
        self._pgconn.pipeline_sync()
        self._expected.append(None)

    def _flush(self) -> None:
        """Write what the socket takes; the rest when it takes more."""
        unfinished = self._pgconn.flush() == 1
        if unfinished and not self._writing:
            self._loop.add_writer(self._socket, self._write)
        elif self._writing and not unfinished:
            self._loop.remove_writer(self._socket)
        self._writing = unfinished

    def _write(self) -> None:
        try:
            self._flush()
        except psycopg.OperationalError as error:
            self._lose(error)

    def _read(self) -> None:
        pgconn = self._pgconn
        try:
            pgconn.consume_input()
            if self._writing:
                self._flush()
            while self._expected and not pgconn.is_busy():
                result = pgconn.get_result()
                if result is not None:
                    self._take(result)
                elif pgconn.status == ConnStatus.BAD:  # else None parts one statement's results from the next one's
                    raise psycopg.OperationalError("the connection is lost")
        except psycopg.OperationalError as error:
            self._lose(error)

    def _take(self, result: PGresult) -> None:
        expected = self._expected.popleft()
        if expected is None:
            return
        answer, sql, preparing = expected
        if not preparing:
            self.depth -= 1
            now = self._loop.time()
            self._on_time(sql, now - self._turned)
            self._turned = now
            _settle(answer, result)
        elif result.status != ExecStatus.COMMAND_OK:
            self._prepared.pop(sql, None)
            _fail(answer, result)

    def _lose(self, error: psycopg.Error) -> None:
        """The connection is gone: tell everybody who waits."""
        if self.closed:
            return
        self.closed = True
        self._loop.remove_reader(self._socket)
        self._loop.remove_writer(self._socket)
        self._pgconn.finish()
        expected, self._expected = self._expected, deque()
        for one in expected:
            if one is not None and not one[0].done():
                one[0].set_exception(error)
                one[0].exception()  # whoever no longer waits must not be reported as a forgotten error


def _settle(answer: asyncio.Future[bytes | None], result: PGresult) -> None:
    if result.status != ExecStatus.TUPLES_OK:
        _fail(answer, result)
    elif not answer.done():
        answer.set_result(result.get_value(0, 0) if result.ntuples and result.ftype(0) in _JSON else None)


def _fail(answer: asyncio.Future[bytes | None], result: PGresult) -> None:
    """Fail a read with what the server said; the first word counts, since a failed preparation aborts its own use."""
    if answer.done():
        return
    aborted = result.status == ExecStatus.PIPELINE_ABORTED
    answer.set_exception(Aborted() if aborted else errors.error_from_result(result))


def _array(value: list[Any]) -> bytes:
    """A list of texts, numbers or None as PostgreSQL writes arrays."""
    try:
        joined = '","'.join(value)
    except TypeError:
        joined = "\\"
    if value and "\\" not in joined and joined.count('"') == 2 * (len(value) - 1):  # texts with nothing to quote
        return f'{{"{joined}"}}'.encode()
    quoted = {item: _quoted(item) for item in set(value)}  # some lists say one thing five hundred times
    return ("{" + ",".join([quoted[item] for item in value]) + "}").encode()


def _quoted(item: object) -> str:
    return "NULL" if item is None else '"' + str(item).replace("\\", "\\\\").replace('"', '\\"') + '"'


_ENCODERS: Final[dict[type, Callable[[Any], bytes]]] = {
    str: str.encode,
    int: lambda value: b"%d" % value,
    bool: lambda value: b"t" if value else b"f",
    list: _array,
    Decimal: lambda value: str(value).encode(),
    datetime.date: lambda value: value.isoformat().encode(),
    datetime.datetime: lambda value: value.isoformat().encode(),
}  # fmt: skip


def encode(value: object) -> bytes | None:
    """A parameter in PostgreSQL's text format; the statement's casts say what it is. Raises KeyError for strangers."""
    return None if value is None else _ENCODERS[type(value)](value)
