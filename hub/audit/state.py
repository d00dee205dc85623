"""State of the access log, as an operator asks for it: can it be written, and how far is it proved and indexed."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Final

import psycopg

from hub.audit.checkpoint import Checkpoint, Signer, checkpoints_file, last_note
from hub.audit.examine import Ends, examine_last
from hub.audit.verify import Finding
from hub.database import Database
from hub.settings import Settings

#: entries that are compared with their hashes and with the index, and seconds after which no more are
EXAMINED: Final = 20_000
_SECONDS: Final = 5.0
#: a whole entry, taken back: it has every right and every lock that one needs, and leaves nothing
_TRIED: Final = "select audit.append(array['{}'])"
_HASH: Final = "select hash from audit.entry where seq = %s"


@dataclass(frozen=True)
class State:
    """What was found."""

    #: why an entry cannot be written, as PostgreSQL names it (SQLSTATE); None when one can
    refusal: str | None
    entries: int
    #: entries whose subjects are not indexed yet
    unindexed: int
    #: entries that the last checkpoint covers
    proved: int
    #: seconds since the last checkpoint; None when there is none
    age: float | None
    #: whether the file of checkpoints cannot be read with the key
    unreadable: bool
    #: whether the log no longer holds what the last checkpoint proves
    contradicted: bool
    #: how many of the last entries were compared with their hashes and with the index, and what was wrong
    examined: int
    findings: Sequence[Finding]


def state(database: Database, settings: Settings) -> State:
    """Look at the log of a migrated database; makes no key and leaves no entry. Raises psycopg.Error."""
    refusal = _refusal(database)
    checkpoint, age, unreadable = _signed(settings)
    chains = {checkpoint.size: checkpoint.chain} if checkpoint and checkpoint.size else {}
    with closing(database.connect("owner")) as connection:
        ends = Ends(connection)
        held = [connection.execute(_HASH, (size - 1,)).fetchone() for size in chains]
        examined, findings = examine_last(connection, ends, EXAMINED, _SECONDS, chains)
    contradicted = any(row is None or row[0] not in chains.values() for row in held)
    if not ends.is_whole:
        findings.append(Finding("HEAD", ends.beyond))
    proved = checkpoint.size if checkpoint else 0
    unindexed = ends.beyond - ends.indexed
    return State(refusal, ends.beyond, unindexed, proved, age, unreadable, contradicted, examined, findings)


def _refusal(database: Database) -> str | None:
    try:
        with closing(database.connect("logger")) as connection:
            connection.execute(_TRIED)
            connection.rollback()
    except psycopg.Error as error:
        return error.sqlstate or type(error).__name__
    return None


def _signed(settings: Settings) -> tuple[Checkpoint | None, float | None, bool]:
    """The last checkpoint, its age, and whether there is one that cannot be read."""
    file, key = checkpoints_file(settings), settings.data_dir / "keys" / "audit.json"
    if not file.exists():
        return None, None, False
    age = max(0.0, time.time() - file.stat().st_mtime)
    if not key.exists():
        return None, age, True
    try:
        return Signer.from_settings(settings).verifier.opened(last_note(file)), age, False
    except (OSError, ValueError):
        return None, age, True
