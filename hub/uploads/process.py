"""The process that loads what was uploaded: started by a worker that serves, with nothing of its loop or memory.

It ends when nothing waits any more. One of them works at a time, whatever number of workers start one (the others find
the lock taken and leave); a worker that ends takes its own along, and the next one goes on where it stood.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from contextlib import suppress
from typing import Final

from hub.database import Database
from hub.errors import HubError
from hub.settings import Settings
from hub.uploads.ledger import Ledger

_log = logging.getLogger("hub.uploads")

#: seconds between two looks for what another worker left
_LOOK: Final = 30.0
#: what is started; it waits five seconds for another file, which saves a start
_COMMAND: Final = (sys.executable, "-m", "hub", "uploads", "load", "--linger", "5")
#: seconds after a process that could not do its work
_PAUSE: Final = 10.0


class LoadingProcess:
    """Starts `hub uploads load` when there is something to load."""

    def __init__(self, ledger: Ledger, settings: Settings, database: Database) -> None:
        self.ledger = ledger
        self._environment = {
            **os.environ, "HUB_DATA_DIR": str(settings.data_dir), "HUB_DATABASE_URL": database.owner_connection,
            "HUB_VAULT_KEYS": str(settings.vault_keys),
        }  # fmt: skip
        self._due = asyncio.Event()
        self._process: asyncio.subprocess.Process | None = None

    def wake(self) -> None:
        """Look at once."""
        self._due.set()

    async def keep(self) -> None:
        """Look for what waits, for ever."""
        self._due.set()
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._due.wait(), _LOOK)
            self._due.clear()
            with suppress(HubError):  # the database is away: the next look finds what waits
                if await self.ledger.is_waiting() and await self._run() != 0:
                    await asyncio.sleep(_PAUSE)

    async def close(self) -> None:
        """End the process in order; a merge that is not committed is taken back and done again later."""
        if self._process is not None and self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.terminate()
            await self._process.wait()

    async def _run(self) -> int:
        self._process = await asyncio.create_subprocess_exec(
            *_COMMAND, env=self._environment, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL
        )
        ended = await self._process.wait()
        if ended:
            _log.error("the process that loads uploads ended with %s", ended)
        return ended
