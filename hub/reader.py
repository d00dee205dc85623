"""The read path's only door: one statement in, the bytes of one JSON value out, as role hub_reader.

Short reads share two connections in pipeline mode (`hub.pipeline`), which saturate PostgreSQL at about half the cost
of a connection for each, and run from plans made once for all values. A statement that was seen to take long gets a
connection of its own, so that nobody waits behind it, and comes back once it is seen to be quick; one that takes very
long there is planned for its very values for a while.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Sequence
from typing import Final, LiteralString

import psycopg

from hub.database import Database
from hub.database_errors import connection_refusal, refusal
from hub.errors import Busy, Internal
from hub.pipeline import Aborted, Lane
from hub.pool import QUEUE, Pool

#: pauses before the second to fifth attempt of a read whose connection died; together below a second
_PAUSES: Final = (0.02, 0.1, 0.3, 0.5)
#: prepared statements kept per connection: bounds the server's memory, large enough for one product's operations
PREPARED: Final = 200
#: connections that short reads share
_SHARED: Final = 2
#: seconds after which a statement counts as slow
_SLOW: Final = 0.05
#: seconds below which it is quick again
_QUICK: Final = 0.02
#: seconds from which a plan for the values themselves, which takes milliseconds to make, is worth trying
_VERY_SLOW: Final = 0.5
#: seconds for which it is tried; a machine that stood still for a moment slows every statement once
_TRIAL: Final = 600.0
#: slow statements remembered
_MOST_SLOW: Final = 500
#: what PostgreSQL says when it ends a connection rather than a statement
_ENDED: Final = ("57P01", "57P02", "57P03")

_log = logging.getLogger("hub.database")


class _ConnectionLost(Exception):
    """The connection died below a read, or could not be made."""

    def __init__(self, error: psycopg.Error) -> None:
        super().__init__()
        self.error = error


class Reader:
    """Reads through at most `maximum` connections, three at least; one per process, for one event loop."""

    def __init__(self, database: Database, *, minimum: int = 1, maximum: int = 10) -> None:
        self._database = database
        self._minimum = minimum
        self._width = min(_SHARED, max(maximum - 2, 1))
        self._shared: list[Lane] = []
        self._widening = asyncio.Lock()
        own = max(maximum - self._width - 1, 1)
        self._own = Pool(self._connect, _is_free, maximum=own)
        self._custom = Pool(self._connect_custom, _is_free, maximum=1)
        #: slow statements, the oldest first → until when they are planned for their values
        self._slow: OrderedDict[str, float] = OrderedDict()
        #: statements sent since the start; lets a test assert "one operation, one statement"
        self.statements = 0

    async def open(self) -> None:
        """Connect; raises `DatabaseUnreachable`, `DatabaseRefused` or `DatabaseNotMigrated`."""
        try:
            for _ in range(min(self._minimum, self._width)):
                await self._widen()
        except _ConnectionLost as lost:
            raise connection_refusal(lost.error, self._database.address) from None

    async def close(self) -> None:
        """Close all connections."""
        shared, self._shared = self._shared, []
        for lane in shared:
            await lane.close()
        await self._own.close()
        await self._custom.close()

    async def fetch(self, sql: str, parameters: Sequence[object] = ()) -> bytes:
        """Run `sql` (placeholders $1, $2 …) and return its single value of its single row, undecoded.

        A read whose connection dies is sent again, up to four times within a second. Raises `Timeout`, `Busy`,
        `DatabaseUnreachable`, or `Internal` for whatever only an operator can mend.
        """
        try:
            return await self._attempt(sql, parameters)
        except _ConnectionLost:
            return await self._persist(sql, parameters)

    async def _persist(self, sql: str, parameters: Sequence[object]) -> bytes:
        for pause in (*_PAUSES, None):
            try:
                return await self._attempt(sql, parameters)
            except _ConnectionLost as lost:
                await self._own.forget()
                await self._custom.forget()
                if pause is None:
                    raise connection_refusal(lost.error, self._database.address) from None
                await asyncio.sleep(pause)
        raise AssertionError

    async def _attempt(self, sql: str, parameters: Sequence[object]) -> bytes:
        if sql in self._slow:
            return await self._alone(sql, parameters)
        lane = self._least_deep(self._shared)
        if (lane is None or lane.depth) and len(self._shared) < self._width:
            await self._widen()
            lane = self._least_deep(self._shared)
        if lane is None:
            return await self._alone(sql, parameters)
        if lane.depth >= QUEUE:
            raise Busy
        try:
            return await self._ask(lane, sql, parameters)
        except Aborted:  # by somebody else's error; in a transaction of its own that cannot happen
            return await self._ask(lane, sql, parameters, alone=True)

    async def _ask(self, lane: Lane, sql: str, parameters: Sequence[object], *, alone: bool = False) -> bytes:
        self.statements += 1
        try:
            body = await lane.send(sql, parameters, alone=alone)
        except psycopg.Error as error:
            ended = lane.closed or error.sqlstate in _ENDED
            if ended and isinstance(error, psycopg.OperationalError):
                raise _ConnectionLost(error) from None
            raise refusal(error, self._database.address) from None
        if body is None:
            _log.error("a read returned no JSON")
            raise Internal
        return body

    def _least_deep(self, lanes: list[Lane]) -> Lane | None:
        """Of shared connections the one with the fewest reads in flight; None where all are stuck. Drops closed ones.

        Stuck takes a look at the clock, so only the one that would be chosen is asked.
        """
        best = None
        for lane in lanes:
            if lane.closed:
                self._shared.remove(lane)
                return self._least_deep(self._shared)
            if best is None or lane.depth < best.depth:
                best = lane
        if best is None or not best.is_stuck(_SLOW):
            return best
        return self._least_deep([lane for lane in lanes if lane is not best])

    async def _widen(self) -> None:
        async with self._widening:
            if len(self._shared) < self._width:
                lane = await self._connect()
                self._shared.append(lane)  # found again only now: the list may have been replaced meanwhile

    async def _alone(self, sql: str, parameters: Sequence[object]) -> bytes:
        """A slow statement on a connection that nobody shares."""
        loop = asyncio.get_running_loop()
        pool = self._custom if self._slow.get(sql, 0.0) > loop.time() else self._own
        async with pool.lend() as lane:
            begun = loop.time()
            body = await self._ask(lane, sql, parameters)
            taken = loop.time() - begun
        if pool is self._own and taken < _QUICK:
            self._slow.pop(sql, None)
        return body

    def _note_time(self, sql: str, seconds: float) -> None:
        if seconds <= _SLOW:
            return
        if sql not in self._slow:
            self._slow[sql] = 0.0
        elif seconds > _VERY_SLOW:
            self._slow[sql] = asyncio.get_running_loop().time() + _TRIAL
        if len(self._slow) > _MOST_SLOW:
            self._slow.popitem(last=False)

    async def _connect_custom(self) -> Lane:
        return await self._connect("set plan_cache_mode = 'force_custom_plan'")

    async def _connect(self, first: LiteralString | None = None) -> Lane:
        try:
            connection = await self._database.connect_async("reader")
            if first is not None:
                await connection.execute(first)
        except psycopg.OperationalError as error:
            raise _ConnectionLost(error) from None
        return Lane(connection, prepared=PREPARED, on_time=self._note_time)


def _is_free(lane: Lane) -> bool:
    return not lane.closed and lane.depth == 0
