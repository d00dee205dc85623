"""Following: the table in force, as one worker knows it; looked up twice a second.

Asking beats being told here. A table comes in force by the clock, not by a write, so a notification would need a timer
beside it; a notification is lost with its connection, a look is not; and the database's clock decides for all workers.
A look is one read of a table of a few rows on a connection that is shared anyway. The content travels only when new.
"""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Final, Protocol

from hub.errors import HubError, PolicyUnusable
from schema.policy import Policy, PolicyFaults, policy, read_policy

#: seconds between two looks
PERIOD: Final = 0.5
_log = logging.getLogger(__name__)

IN_FORCE: Final = """select coalesce((
  select json_build_object('version', version, 'content', case when version <> $1::text then content end)
  from policy_table
  where approved_at is not null and valid_from <= now() and (valid_to is null or valid_to > now())
), '{}'::json)"""


class Fetching(Protocol):
    """What `hub.reader.Reader` offers."""

    async def fetch(self, sql: str, parameters: list[object], /) -> bytes:
        """The bytes of one JSON value."""
        ...


class Following:
    """The table in force; one per process. Whoever begins an operation takes `current` once and keeps to it."""

    def __init__(self) -> None:
        self.current: Policy = policy()
        self._trouble = ""

    async def look(self, reader: Fetching) -> None:
        """Look now. Raises PolicyUnusable for a table that this hub cannot decide by, or whatever the read raises."""
        found = json.loads(await reader.fetch(IN_FORCE, [self.current.version]))
        if not found:
            self._take(policy())
        elif found["version"] != self.current.version:
            self._take(usable(found["content"], found["version"]))

    async def keep(self, reader: Fetching) -> None:
        """Look until cancelled; keeps to the former table when the database does not answer or the new one is bad."""
        while True:
            await asyncio.sleep(PERIOD)
            try:
                await self.look(reader)
                self._trouble = ""
            except HubError as error:
                self._tell(error)
            except Exception:  # noqa: BLE001 - one bad look must not be the last
                _log.exception("the policy table could not be looked up")

    def _take(self, table: Policy) -> None:
        if table is not self.current:
            _log.info("policy %s is in force, after %s", table.version, self.current.version)
            self.current = table

    def _tell(self, error: HubError) -> None:
        """Once for each trouble, not twice a second."""
        if error.english != self._trouble:
            self._trouble = error.english
            _log.error("still policy %s: %s: %s", self.current.version, error.code, error.english)


def usable(content: str, source: object) -> Policy:
    """The table in `content`. Raises PolicyUnusable, which names `source` and every fault."""
    try:
        return read_policy(content)
    except PolicyFaults as error:
        raise PolicyUnusable(
            source=source,
            reason="; ".join(english for english, _ in error.faults),
            reason_zh="；".join(chinese for _, chinese in error.faults),
        ) from None
