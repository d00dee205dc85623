"""A pool of asynchronous connections that forgets dead ones at once.

psycopg's own pool tests and replaces dead connections one by one at a measured pace, which after a restart of the
server costs a lone client seconds. This one drops everything idle at the first dead connection and lets each borrower
connect for himself, so the first read after the restart succeeds.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final, Generic, Protocol, TypeVar

from hub.errors import Busy

#: seconds to wait for a connection, and how many may wait: beyond either, refusing is kinder than queueing
PATIENCE: Final = 5.0
QUEUE: Final = 200


class Closable(Protocol):
    """What a pool needs of a connection."""

    async def close(self) -> None:
        """Close it."""


C = TypeVar("C", bound=Closable)


class Pool(Generic[C]):
    """At most `maximum` connections made by `connect`; the last one returned is the first lent, so spare ones idle.

    `usable` says of a returned connection whether the next borrower may have it.
    """

    def __init__(self, connect: Callable[[], Awaitable[C]], usable: Callable[[C], bool], *, maximum: int) -> None:
        self._connect = connect
        self._usable = usable
        self._free = asyncio.Semaphore(maximum)
        self._idle: list[C] = []
        self._waiting = 0
        self._closed = False

    async def close(self) -> None:
        """Close what is idle; what is lent is closed when it comes back."""
        self._closed = True
        await self.forget()

    async def forget(self) -> None:
        """Close all idle connections: one of them was dead, so the others most likely are too."""
        idle, self._idle = self._idle, []
        for connection in idle:
            await connection.close()

    @asynccontextmanager
    async def lend(self) -> AsyncIterator[C]:
        """A connection for the length of the block; raises `Busy` when none comes free in time."""
        await self._take_turn()
        try:
            connection = self._idle.pop() if self._idle else await self._connect()
            try:
                yield connection
            finally:
                await self._take_back(connection)
        finally:
            self._free.release()

    async def _take_turn(self) -> None:
        if not self._free.locked():
            await self._free.acquire()  # does not wait
            return
        if self._waiting >= QUEUE:
            raise Busy
        self._waiting += 1
        try:
            async with asyncio.timeout(PATIENCE):
                await self._free.acquire()
        except TimeoutError:
            raise Busy from None
        finally:
            self._waiting -= 1

    async def _take_back(self, connection: C) -> None:
        if not self._closed and self._usable(connection):
            self._idle.append(connection)
        else:
            await connection.close()
