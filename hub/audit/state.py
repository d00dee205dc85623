"""State of the access log, as an operator asks for it: can it be written, and how far is it proved and indexed."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import dataclass

import psycopg

from hub.audit.checkpoint import Checkpoint, Signer, checkpoints_file, last_note
from hub.database import Database
from hub.settings import Settings

#: a whole entry, taken back: it has every right and every lock that one needs, and leaves nothing
_TRIED = "select audit.append(array['{}'], array[''], array[''])"
_COUNTED = """select (select seq + 1 from audit.head),
    (select count(*) from audit.entry where seq >= (select indexed from audit.indexed))"""
_HASH = "select hash from audit.entry where seq = %s"


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


def state(database: Database, settings: Settings) -> State:
    """Look at the log of a migrated database; makes no key and leaves no entry. Raises psycopg.Error."""
    refusal = _refusal(database)
    checkpoint, age, unreadable = _signed(settings)
    proved = checkpoint.size if checkpoint else 0
    with closing(database.connect("owner")) as connection:
        row = connection.execute(_COUNTED).fetchone()
        assert row
        found = connection.execute(_HASH, (proved - 1,)).fetchone() if checkpoint and proved else None
    contradicted = bool(checkpoint and proved) and (found is None or bytes(found[0]) != checkpoint.chain)  # type: ignore[union-attr]
    return State(refusal, row[0], row[1], proved, age, unreadable, contradicted)


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
