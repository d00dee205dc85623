"""The log's only door: entries go in, one after the other, and whoever waits for one knows that it is on disk.

What arrives while the disk is busy goes in together. A group is written by a transaction that does not wait for the
disk, since nobody else can write until it ends, and brought to it by the next one, which follows in the same breath;
only then may the answers leave. Each worker has one connection for it, as role hub_logger, which may do nothing else.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Final, NamedTuple

from hub.database import Database
from hub.errors import AuditUnavailable
from hub.line import Line

APPEND: Final = "select audit.append($1::text[], $2::text[])"
#: a record of its own in the write-ahead log, whose commit waits until everything before it is on disk
_FLUSH: Final = (
    "select to_json(set_config('synchronous_commit', 'on', true) || pg_logical_emit_message(true, 'hub', '')::text)"
)
#: entries written together
MOST: Final = 200
#: entries that may wait; each keeps an answer from leaving
QUEUE: Final = 2000
#: seconds before the attempts after the first
_PAUSES: Final = (0.0, 0.1, 0.4)

_log = logging.getLogger("hub.audit")

Waiting = asyncio.Future[None]


class Entry(NamedTuple):
    """One entry: the text that is hashed, and its sealed terms, in base64 and parted by blanks, which are not."""

    content: str
    seals: str = ""


class AccessLog:
    """Appends for one process and one event loop."""

    def __init__(self, database: Database) -> None:
        self._line = Line(database, "logger", prepared=2, durable=False)
        self._new: list[tuple[Entry, Waiting]] = []
        self._writer: asyncio.Task[None] | None = None

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
        """Write what waits and close the connection."""
        if self._writer is not None:
            await self._writer
        await self._line.close()

    async def _write_all(self) -> None:
        try:
            while self._new:
                together, self._new = self._new[:MOST], self._new[MOST:]
                columns = [list(column) for column in zip(*(entry for entry, _ in together), strict=True)]
                is_written = await self._write(columns)
                for _, done in together:
                    if done.done():  # whoever asked has gone; the entry stands all the same
                        continue
                    if is_written:
                        done.set_result(None)
                    else:
                        done.set_exception(AuditUnavailable())
        finally:
            self._writer = None

    async def _write(self, columns: list[list[str]]) -> bool:
        """Write a group to disk; False when no attempt succeeded, whatever went wrong: somebody waits."""
        for pause in _PAUSES:
            try:
                lane = await self._line.open()
                appended, flushed = lane.send(APPEND, columns, alone=True), lane.send(_FLUSH, [], alone=True)
                both = await asyncio.gather(appended, flushed, return_exceptions=True)
                failed = next((each for each in both if isinstance(each, BaseException)), None)
                if failed is not None:
                    raise failed
                if None not in both:
                    return True
            except Exception as error:  # noqa: BLE001
                told = getattr(error, "sqlstate", None) or type(error).__name__
                _log.error("the access log cannot be written: %s", told)
            await asyncio.sleep(pause)
        return False
