"""The log's only door: entries go in, one after the other, and whoever waits for one knows that it is on disk.

Two things happen side by side. Entries that arrive while others are being written are written together, which puts them
in order and ends without waiting for the disk, since nobody else can write meanwhile. What was written while the disk
was busy is then brought to it together, and only now may the answers leave. Each worker has two connections for it, as
role hub_logger, which may do nothing else.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Final, NamedTuple

from hub.database import Database
from hub.errors import AuditUnavailable
from hub.line import Line

APPEND: Final = "select audit.append($1::text[], $2::text[], $3::text[])"
#: a record of its own in the write-ahead log, whose commit waits until everything before it is on disk
_FLUSH: Final = "select to_json(pg_logical_emit_message(true, 'hub', '')::text)"
#: entries written together
MOST: Final = 200
#: entries that may wait; each keeps an answer from leaving
QUEUE: Final = 2000
#: seconds before the attempts after the first
_PAUSES: Final = (0.0, 0.1, 0.4)

_log = logging.getLogger("hub.audit")

Waiting = asyncio.Future[None]


class Entry(NamedTuple):
    """One entry: the text that is hashed, and two of its members for look-ups."""

    content: str
    agency: str
    decision: str


class AccessLog:
    """Appends for one process and one event loop."""

    def __init__(self, database: Database) -> None:
        #: by whether commits wait for the disk
        self._lines = {waits: Line(database, "logger", prepared=1, durable=waits) for waits in (False, True)}
        self._new: list[tuple[Entry, Waiting]] = []
        self._written: list[Waiting] = []
        self._writer: asyncio.Task[None] | None = None
        self._flusher: asyncio.Task[None] | None = None

    async def append(self, entry: Entry) -> None:
        """Append one entry and return when it is on disk. Raises AuditUnavailable.

        An entry whose connection died is sent again and may then stand twice; its `id` tells.
        """
        if len(self._new) >= QUEUE:
            raise AuditUnavailable
        done: Waiting = asyncio.get_running_loop().create_future()
        self._new.append((entry, done))
        if self._writer is None:
            self._writer = asyncio.create_task(self._write_all())
        await done

    async def close(self) -> None:
        """Write what waits and close the connections."""
        if self._writer is not None:
            await self._writer
        if self._flusher is not None:
            await self._flusher
        for line in self._lines.values():
            await line.close()

    async def _write_all(self) -> None:
        try:
            while self._new:
                together, self._new = self._new[:MOST], self._new[MOST:]
                waiting = [done for _, done in together]
                columns = [list(column) for column in zip(*(entry for entry, _ in together), strict=True)]
                if not await self._ask(APPEND, columns, waits=False):
                    _fail(waiting)
                    continue
                self._written += waiting
                if self._flusher is None:
                    self._flusher = asyncio.create_task(self._flush_all())
        finally:
            self._writer = None

    async def _flush_all(self) -> None:
        try:
            while self._written:
                waiting, self._written = self._written, []
                if not await self._ask(_FLUSH, [], waits=True):
                    _fail(waiting)
                    continue
                for done in waiting:
                    if not done.done():  # else whoever asked has gone; the entry stands all the same
                        done.set_result(None)
        finally:
            self._flusher = None

    async def _ask(self, sql: str, parameters: list[list[str]], *, waits: bool) -> bool:
        """Run one of the two statements; False when no attempt succeeded, whatever went wrong: somebody waits."""
        for pause in _PAUSES:
            try:
                lane = await self._lines[waits].open()
                if await lane.send(sql, parameters) is not None:
                    return True
            except Exception as error:  # noqa: BLE001
                told = getattr(error, "sqlstate", None) or type(error).__name__
                _log.error("the access log cannot be written: %s", told)
            await asyncio.sleep(pause)
        return False


def _fail(waiting: list[Waiting]) -> None:
    for done in waiting:
        if not done.done():
            done.set_exception(AuditUnavailable())
