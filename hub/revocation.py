"""Revocation: tokens that are refused before they end, known to every worker within five seconds.

Workers share nothing but the database: `hub token revoke` writes a row, each worker asks every two seconds for the rows
written since it last asked. A row names one token (`jti`), or everything issued before an instant to one holder (`sub`)
or one agency. It lives as long as a token that it may be about.

While the table cannot be read the hub goes on with what it knows, because a moment's trouble of the database would
else stop everybody; it says so in the log and in `/health` after ten seconds. After a minute it answers nobody: a token
may have been stolen and revoked meanwhile, and whoever stole it may be the one who keeps the table from being read.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from math import inf
from time import time
from typing import Final, Literal, Protocol

from hub.caller import LONGEST_LIFE, Caller
from hub.errors import HubError, RevocationsUnknown
from hub.periodic import LONGEST_BLIND, LastLook, every

#: seconds between two looks; with the statement's own two seconds and its retries it stays below five
PERIOD: Final = 2.0
#: seconds without a look after which it is said
UNCONFIRMED: Final = 10.0
#: seconds by which an issuer's clock may differ from ours
LEEWAY: Final = 30
#: `issuer` of a row that is about tokens of all issuers
ANY_ISSUER: Final = ""

Kind = Literal["TOKEN", "SUBJECT", "AGENCY"]

_log = logging.getLogger(__name__)

#: Rows of transactions that were still running at the last look come late; hence the oldest running one is the mark
#: from which the next look reads, rather than a time or a number of its own.
_QUERY: Final = """select json_build_object(
  'next', pg_snapshot_xmin(pg_current_snapshot())::text,
  'rows', coalesce((select json_agg(json_build_array(r.kind, r.issuer, r.value, extract(epoch from r.issued_before),
                                                     extract(epoch from r.expires_at)))
                    from revoked_token r where r.written >= $1::bigint and r.expires_at > now()), '[]'))"""


class Fetching(Protocol):
    """What `hub.reader.Reader` offers."""

    async def fetch(self, sql: str, parameters: tuple[int, ...]) -> bytes:
        """The bytes of one JSON value."""
        ...


@dataclass(frozen=True, slots=True)
class Revocation:
    """One row: what is refused, and for how long that has to be remembered."""

    kind: Kind
    #: `iss`, or `ANY_ISSUER`
    issuer: str
    #: a `jti`, a `sub` or an `agency_id`
    value: str
    #: seconds since 1970; a token issued from then on is good again; infinite for a single token
    issued_before: float = inf
    #: seconds since 1970 after which no token that this is about can live
    expires: float = inf


class Revocations:
    """What this worker knows to be revoked; one per process, for one event loop."""

    def __init__(self, on_change: Callable[[], None]) -> None:
        self._on_change = on_change
        self._known: dict[tuple[str, str, str], Revocation] = {}
        self._mark = 0
        self._look = LastLook()
        self._told = False

    @property
    def blind_from(self) -> float:
        """Monotonic time from which nobody may be answered unless there is a look before."""
        return self._look.blind_from

    @property
    def unconfirmed(self) -> bool:
        """Whether the last look is so long ago that people should hear of it."""
        return self._look.is_older_than(UNCONFIRMED)

    def check_sighted(self) -> None:
        """Raise RevocationsUnknown when the last look is too long ago to trust any token."""
        if self._look.is_blind:
            raise RevocationsUnknown

    def covers(self, caller: Caller) -> bool:
        """Whether this caller's token is revoked."""
        if not self._known:
            return False
        named = [("TOKEN", caller.issuer, caller.jti)]
        for party in caller.parties:  # whoever acts for another is known to nobody but by his own name
            named += [("SUBJECT", party.issuer, party.subject), ("AGENCY", party.issuer, party.agency)]
        return any(
            caller.issued < found.issued_before
            for kind, known, value in named
            for issuer in (known, ANY_ISSUER)
            if (found := self._known.get((kind, issuer, value))) is not None
        )

    def add(self, rows: Iterable[Revocation]) -> None:
        """Refuse from now on what the rows name, remembered tokens too."""
        new = {(row.kind, row.issuer, row.value): row for row in rows}
        if all(self._known.get(name) == row for name, row in new.items()):
            return
        now = time()
        self._known = {name: row for name, row in (self._known | new).items() if row.expires > now}
        self._on_change()

    async def look(self, reader: Fetching) -> None:
        """Read what was revoked since the last look. Raises HubError."""
        began = self._look.begin()
        found = json.loads(await reader.fetch(_QUERY, (self._mark,)))
        self.add(_read(*row) for row in found["rows"])
        self._mark = int(found["next"])
        self._look.end(began)
        if self._told:
            self._told = False
            _log.warning("revocations are read again")

    async def keep(self, reader: Fetching) -> None:
        """Look every two seconds until cancelled; trouble is told once."""
        await every(PERIOD, partial(self.look, reader), self._complain)

    def _complain(self, error: HubError) -> None:
        if self.unconfirmed and not self._told:
            self._told = True
            _log.error(
                "revocations were not read for %d s (%s); after %d s nobody is answered",
                UNCONFIRMED, error.code, LONGEST_BLIND,
            )  # fmt: skip


def _read(kind: Kind, issuer: str, value: str, before: float | None, expires: float) -> Revocation:
    """A row; issuers' clocks may be ahead, so a holder's tokens are refused for as long after the instant."""
    return Revocation(kind, issuer, value, inf if before is None else before + LEEWAY, expires)


def remembered_until(instant: float) -> float:
    """Seconds since 1970 after which no token issued before `instant` can be alive, clocks allowed for."""
    return instant + LONGEST_LIFE + 3 * LEEWAY
