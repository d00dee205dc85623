"""Loading what was uploaded, in a process of its own: held against its digest, stored, merged, entered in the books."""

from __future__ import annotations

import hashlib
import json
import logging
import time
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import psycopg

from hub.database import Database
from hub.errors import BatchParked, Busy, HubError, Internal, SealBroken, UploadAltered
from hub.uploads.spool import part_of
from hub.vault import Vault
from loaders.load import Desk, take_in
from loaders.prepare import Delivery
from loaders.sealed_blocks import KIND, opened
from loaders.store import Store

_log = logging.getLogger("hub.uploads")

#: days after which an unfinished upload is given up
EXPIRY = 3
_LOCK = "select pg_try_advisory_lock(hashtext('hub uploads'))"
_NEXT = """
select id::text, source_name, file_name, mode, sha256, size, agency, officer, key_sealed from upload
where state = 'RECEIVED' and id <> all(%s::uuid[]) order by begun_at, id limit 1
"""
_STORED = """
insert into stored_file (sha256, size, key_sealed) values (%s, %s, %s)
on conflict (sha256) do update set size = excluded.size, key_sealed = excluded.key_sealed, stored_at = now()
"""
_BATCH = "select id::text from batch where source_name = %s and sha256 = %s"
_CLOSE = """
update upload set state = %s, batch_id = %s, refusal = %s, changed_at = now() where id = %s and state = 'RECEIVED'
"""
_EXPIRED = """
update upload set state = 'CANCELLED', changed_at = now()
where state = 'OPEN' and changed_at < now() - make_interval(days => %s) returning id::text
"""


class Waiting(NamedTuple):
    """An upload that is whole."""

    id: str
    source: str
    file: str
    mode: str | None
    sha256: str
    size: int
    agency: str
    officer: str
    key_sealed: bytes


@dataclass(frozen=True)
class Place:
    """Where uploads are loaded."""

    database: Database
    vault: Vault
    store: Store
    #: folder of the parts
    spool: Path


def load_received(place: Place, linger: float = 0.0) -> Iterator[tuple[Waiting, str]]:
    """Load all that waits, the oldest first; yields each with its state afterwards.

    Stays for `linger` seconds after the last one, since files come in rows and a process takes a second to start.

    Nothing when another process is at it. One bad file stops no other; what the database or the disk could not do is
    raised, and done again later.
    """
    with place.database.connect("loader") as connection:
        connection.autocommit = True
        if connection.execute(_LOCK).fetchone() != (True,):
            return
        for (expired,) in connection.execute(_EXPIRED, (EXPIRY,)).fetchall():
            part_of(place.spool, expired).unlink(missing_ok=True)
        elsewhere: list[str] = []
        patience = time.monotonic() + linger
        while True:
            row = connection.execute(_NEXT, (elsewhere,)).fetchone()
            if row is None:
                if time.monotonic() >= patience:
                    return
                time.sleep(0.2)
                continue
            waiting = Waiting(*row)
            if not _is_here(place, waiting):  # on the disk of another machine, whose process loads it
                elsewhere.append(waiting.id)
                continue
            yield waiting, _load(place, connection, waiting)
            patience = time.monotonic() + linger


def _is_here(place: Place, waiting: Waiting) -> bool:
    return part_of(place.spool, waiting.id).is_file() or place.store.path(waiting.sha256).is_file()


def _load(place: Place, connection: psycopg.Connection[Any], waiting: Waiting) -> str:
    state, refusal, is_ours = "LOADED", None, True
    try:
        _adopt(place, connection, waiting)
        _merge(place, connection, waiting)
    except BatchParked:
        pass  # loaded, and waiting for a second person
    except HubError as error:
        if error.status == Busy.status:  # the database or the disk is not there for any file
            raise
        state, refusal = "REFUSED", _said(error)
        is_ours = not isinstance(error, UploadAltered)  # a batch of the bytes that were announced is somebody else's
    except Exception as error:  # noqa: BLE001 - one file that nobody foresaw may not hold up all that come after it
        _log.error("upload %s failed: %s", waiting.id, type(error).__name__)
        state, refusal = "REFUSED", _said(Internal())
    batch = connection.execute(_BATCH, (waiting.source, waiting.sha256)).fetchone() if is_ours else None
    connection.execute(_CLOSE, (state, batch and batch[0], refusal, waiting.id))
    part_of(place.spool, waiting.id).unlink(missing_ok=True)
    return state


def _said(error: HubError) -> str:
    said = {"code": error.code, "message_en": error.english, "message_zh": error.chinese}
    return json.dumps(said, ensure_ascii=False)


def _adopt(place: Place, connection: psycopg.Connection[Any], waiting: Waiting) -> None:
    """Make the part the stored file of its digest, if its bytes have it. Raises UploadAltered."""
    part, target = part_of(place.spool, waiting.id), place.store.path(waiting.sha256)
    known = connection.execute("select from stored_file where sha256 = %s", (waiting.sha256,)).fetchone()
    if not part.is_file():
        return  # adopted by a process that was killed before it had loaded it
    _check(place.vault, part, waiting)
    if known is None or not target.is_file():
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.replace(target)
        connection.execute(_STORED, (waiting.sha256, waiting.size, waiting.key_sealed))


def _check(vault: Vault, part: Path, waiting: Waiting) -> None:
    digest, size = hashlib.sha256(), 0
    try:
        with part.open("rb") as stream:
            for block in opened(stream, waiting.sha256, vault.open_box(KIND, waiting.key_sealed)):
                digest.update(block)
                size += len(block)
    except (SealBroken, zlib.error):
        raise UploadAltered from None
    if (digest.hexdigest(), size) != (waiting.sha256, waiting.size):
        raise UploadAltered


def _merge(place: Place, connection: psycopg.Connection[Any], waiting: Waiting) -> None:
    desk = Desk(place.database, place.vault, f"{waiting.agency}/{waiting.officer}", place.store)
    with ExitStack() as stack:
        cursor = stack.enter_context(connection.cursor())
        path = stack.enter_context(place.store.opened(cursor, waiting.sha256, waiting.file))
        for _ in take_in(desk, [Delivery.of(waiting.source, path, waiting.mode)]):
            pass
