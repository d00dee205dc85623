"""Keeping checkpoints: one worker among all signs, once a minute, what the log has become, and indexes its subjects.

Whoever holds the lease in the database is the one: a row that only a function of the logger's moves, so that no other
session can stop the signing. The lease ends by itself, and with the session behind it. The one reads the hashes since
its last checkpoint, makes sure that the log still holds what was signed before, and appends a signed note to a file,
unless another has taken over meanwhile. A log that contradicts its own checkpoint is never signed again: that is told
in the operator's log, every minute, until somebody looks.
"""

from __future__ import annotations

import asyncio
import fcntl
import itertools
import json
import logging
import os
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final
from uuid import uuid4

import psycopg

from hub.audit.checkpoint import BEGINNING, Checkpoint, Signer, checkpoints_file, grown, last_note
from hub.audit.tree import Tree
from hub.database import Database
from hub.line import Line
from hub.pipeline import Lane
from hub.settings import Settings

#: seconds between two checkpoints
EVERY: Final = 60.0
#: seconds without a checkpoint, while there is something to sign, after which operators hear of it
OVERDUE: Final = 5 * EVERY
#: seconds between two looks for entries whose subjects are to be indexed: whoever asks about a subject reads those that
#: are not, one by one
INDEXED: Final = 5.0
#: seconds that a lease lasts unless it is prolonged, as it is with every look
LEASE: Final = 15
#: hashes read at a time
_STEP: Final = 20_000
#: entries named in one line of the operator's log
_TOLD: Final = 20
_HOLD: Final = "select audit.hold($1::uuid, $2::integer)"
_INDEX: Final = "select audit.index_subjects($1::integer)"
_HASHES: Final = "select audit.hashes($1::bigint, $2::integer)"

_log = logging.getLogger("hub.audit")


class Contradicted(Exception):
    """The log no longer holds what was signed."""


class Keeper:
    """Signs checkpoints for one data directory."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self._line = Line(database, "logger", prepared=4)
        self._signer = Signer.from_settings(settings)
        self._file = checkpoints_file(settings)
        #: size of the file when it was last looked at, and the last checkpoint in it
        self._known: tuple[int, Checkpoint | None] = (0, None)
        self._begun = time.time()
        #: by which the lease knows this keeper
        self._name = str(uuid4())
        self._held = False

    async def keep(self) -> None:
        """Index and sign for ever."""
        for turn in itertools.count():
            if turn % round(EVERY / INDEXED) == 0:
                await self._try("no checkpoint of the access log", self.sign)
            await self._try("subjects of the access log are not indexed", self.index)
            await asyncio.sleep(INDEXED)

    async def _try(self, failing: str, work: Callable[[], Awaitable[object]]) -> None:
        try:
            await work()
        except Contradicted:
            _log.critical("the access log contradicts its last checkpoint; nothing is signed 访问日志与检查点不符")
        except (psycopg.Error, OSError, ValueError) as error:
            _log.error("%s: %s", failing, type(error).__name__)

    async def close(self) -> None:
        """Give the lease back, if it is held; without a database it ends by itself."""
        with suppress(psycopg.Error):
            if self._held:
                await self._hold(0)
        await self._line.close()

    async def _hold(self, seconds: int = LEASE) -> int | None:
        """Take the lease or prolong it: its fence, None where another holds it. Raises psycopg.Error."""
        lane = await self._line.open()
        fence: int | None = json.loads(await lane.send(_HOLD, [self._name, seconds]) or b"null")
        self._held = fence is not None
        return fence

    async def sign(self) -> Checkpoint | None:
        """Sign what the log is now; None where another worker does, or nothing is new.

        Raises Contradicted, psycopg.Error, OSError, or ValueError for a file of checkpoints that was altered.
        """
        lane = await self._line.open()
        fence = await self._hold()
        if fence is None:
            await self._mind(lane)
            return None
        last = self._last()
        tree, chain = (last.tree(), last.chain) if last else (Tree(), BEGINNING)
        if tree.size and await _hashes(lane, tree.size - 1, 1) != [chain]:
            raise Contradicted
        made, signed = None, tree.size
        while hashes := await _hashes(lane, tree.size, _STEP):
            for checkpoint in grown(tree, chain, self._signer.verifier.name, hashes):
                if (made := await self._append(checkpoint, fence)) is None:
                    return None
                signed = checkpoint.size
            chain = hashes[-1]
        if tree.size == signed:
            return made
        return await self._append(Checkpoint.of(self._signer.verifier.name, tree, chain), fence)

    async def _mind(self, lane: Lane) -> None:
        """Tell it when whoever holds the lease signs nothing: a login of the logger's, or an administrator."""
        last = self._last()
        signed = self._file.stat().st_mtime if self._file.exists() else 0.0
        late = time.time() - max(signed, self._begun)
        if late > OVERDUE and await _hashes(lane, last.size if last else 0, 1):
            _log.critical("entries of the access log were not signed for %d s, and another holds the lease;"
                          " until then an administrator can rewrite them 访问日志逾期未签署", late)  # fmt: skip

    async def index(self) -> None:
        """Have the entries' subjects indexed, if this is the worker that keeps the log. Raises psycopg.Error."""
        lane = await self._line.open()
        if await self._hold() is not None:
            while (done := json.loads(await lane.send(_INDEX, [_STEP]) or b"{}")).get("indexed"):
                if done["skipped"]:
                    told = ", ".join(map(str, done["skipped"][:_TOLD]))
                    _log.error(
                        "entries of the access log whose subjects cannot be read 日志记录的主体无法读取: %s", told
                    )

    def _last(self) -> Checkpoint | None:
        """The last checkpoint of the file, which another worker may have added to."""
        size = self._file.stat().st_size if self._file.exists() else 0
        if size != self._known[0]:
            self._known = (size, self._signer.verifier.opened(last_note(self._file)))
        return self._known[1]

    async def _append(self, checkpoint: Checkpoint, fence: int) -> Checkpoint | None:
        """Add a checkpoint to the file; None where another keeper has taken over since the fence was told.

        A process that was stopped between the two looks may still find the file longer than it knows it: then what is
        in it goes before.
        """
        if await self._hold() != fence:
            return None
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._file.open("a", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            last = self._last()
            if last and last.size >= checkpoint.size:
                return None
            file.write(self._signer.signed(checkpoint))
            file.flush()
            os.fsync(file.fileno())
            self._known = (file.tell(), checkpoint)
        return checkpoint


async def _hashes(lane: Lane, first: int, most: int) -> list[bytes]:
    body = await lane.send(_HASHES, [first, most])
    return [bytes.fromhex(each) for each in json.loads(body or b"[]")]
