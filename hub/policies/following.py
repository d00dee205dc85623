"""Following: the table in force, as one worker knows it; looked up twice a second.

Asking beats being told here. A table comes in force by the clock, not by a write, so a notification would need a timer
beside it; a notification is lost with its connection, a look is not; and the database's clock decides for all workers.
A look is one read of a table of a few rows on a connection that is shared anyway. The content travels only when new.

A table may take rights away, as a revocation does. So a worker that could not look for a minute decides nothing more,
as with revocations, rather than go on by a table that may be out of force.
"""

from __future__ import annotations

import json
import logging
from functools import partial
from typing import Final, Protocol

from hub.errors import HubError, PolicyUnknown, PolicyUnusable
from hub.periodic import LastLook, every
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
    """The table in force; one per process. Whoever begins an operation takes it once and keeps to it."""

    def __init__(self) -> None:
        self.current: Policy = policy()
        self._look = LastLook()
        self._trouble = ""

    def in_force(self) -> Policy:
        """The table to decide by. Raises PolicyUnknown when the last look is too long ago."""
        if self._look.is_blind:
            raise PolicyUnknown
        return self.current

    async def look(self, reader: Fetching) -> None:
        """Look now. Raises PolicyUnusable for a table that this hub cannot decide by, or whatever the read raises."""
        began = self._look.begin()
        found = json.loads(await reader.fetch(IN_FORCE, [self.current.version]))
        if not found:
            self._take(policy())
        elif found["version"] != self.current.version:
            self._take(usable(found["content"], found["version"]))
        self._look.end(began)
        self._trouble = ""

    async def keep(self, reader: Fetching) -> None:
        """Look until cancelled; keeps to the former table while the database does not answer or the new one is bad."""
        await every(PERIOD, partial(self.look, reader), self._tell)

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
