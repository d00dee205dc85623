"""The books of uploads, as role hub_loader: what is being sent, how much of it is safe, what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, LiteralString

from hub.caller import Caller
from hub.database import Writer
from hub.errors import UploadsOpen, UploadUnknown
from hub.uploads.announced import Announced
from schema.free_text import starred

#: uploads that one agency may leave unfinished
MOST_OPEN: Final = 50

_COLUMNS: Final = """
u.id::text, u.agency, u.source_name, u.file_name, u.sha256, u.size, u.received, u.blocks, u.stored, u.key_sealed,
u.state, u.refusal, u.begun_at::text, b.id::text, b.status, b.rows_read, b.rows_accepted, b.rows_quarantined,
b.rows_ignored, d.reasons
"""
_FROM: Final = "from upload u left join batch b on b.id = u.batch_id left join delivery d on d.batch_id = b.id"
_FIND: Final = f"select {_COLUMNS} {_FROM} where u.id = %s and u.agency = %s"
_ALIVE: Final = f"""select {_COLUMNS} {_FROM}
where u.agency = %s and u.source_name = %s and u.sha256 = %s and u.state in ('OPEN', 'RECEIVED', 'LOADED')"""
_OPEN: Final = "select count(*) from upload where agency = %s and state = 'OPEN'"
_BEGIN: Final = """
insert into upload (source_name, file_name, mode, sha256, size, agency, issuer, officer, token, key_sealed)
values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
on conflict (agency, source_name, sha256) where state in ('OPEN', 'RECEIVED', 'LOADED') do nothing
"""
#: only ever forwards, and only what is still open
_ADVANCE: Final = """
update upload set received = %s, blocks = %s, stored = %s, state = %s, changed_at = now()
where id = %s and state = 'OPEN'
"""
_CANCEL: Final = "update upload set state = 'CANCELLED', changed_at = now() where id = %s and state = 'OPEN'"
_WAITING: Final = "select exists (select from upload where state = 'RECEIVED')"


@dataclass(frozen=True)
class Upload:
    """One upload as it stands in the books."""

    id: str
    agency: str
    source: str
    file: str
    sha256: str
    #: bytes of the whole file, and how many of them are safe
    size: int
    received: int
    #: sealed blocks, and bytes of these
    blocks: int
    stored: int
    key_sealed: bytes
    #: OPEN, RECEIVED, LOADED, REFUSED or CANCELLED
    state: str
    #: {"code": …, "message_en": …, "message_zh": …}
    refusal: dict[str, str] | None
    begun_at: str
    batch: str | None
    #: MERGED, PARKED or REJECTED
    status: str | None
    read: int | None
    accepted: int | None
    quarantined: int | None
    ignored: int | None
    #: reason code → rows
    reasons: dict[str, int] | None

    @property
    def complete(self) -> bool:
        """Whether nothing is to be sent any more."""
        return self.state in ("RECEIVED", "LOADED", "REFUSED")


class Ledger:
    """Reads and writes the books."""

    def __init__(self, writer: Writer) -> None:
        """`writer` lends connections of the role hub_loader."""
        self._writer = writer

    async def find(self, upload: str, agency: str) -> Upload:
        """The upload with this id, if it is the agency's. Raises UploadUnknown."""
        found = await self._one(_FIND, upload, agency)
        if found is None:
            raise UploadUnknown
        return found

    async def begin(self, caller: Caller, source: str, file: Announced, key_sealed: bytes) -> Upload:
        """Open the books for a file, or find those that are open. Raises UploadsOpen.

        The same bytes for the same source by the same agency are one upload, until they are refused or cancelled.
        """
        known = await self._one(_ALIVE, caller.agency, source, file.sha256)
        if known is not None:
            return known
        async with self._writer.transaction() as connection:
            row = await (await connection.execute(_OPEN, (caller.agency,))).fetchone()
            if row is not None and row[0] >= MOST_OPEN:
                raise UploadsOpen(limit=MOST_OPEN)
            await connection.execute(_BEGIN, (
                source, file.name, file.mode, file.sha256, file.size, caller.agency, caller.issuer, caller.subject,
                starred(caller.jti), key_sealed,
            ))  # fmt: skip
        begun = await self._one(_ALIVE, caller.agency, source, file.sha256)
        if begun is None:  # refused or cancelled by another request within this moment
            raise UploadUnknown
        return begun

    async def advance(self, upload: Upload, *, received: int, blocks: int, stored: int) -> None:
        """Note what is safe on the disk; with the last byte the file is RECEIVED."""
        state = "RECEIVED" if received == upload.size else "OPEN"
        async with self._writer.transaction() as connection:
            done = await connection.execute(_ADVANCE, (received, blocks, stored, state, upload.id))
        if done.rowcount != 1:
            raise UploadUnknown

    async def cancel(self, upload: Upload) -> bool:
        """Give an unfinished upload up; whether it was unfinished."""
        async with self._writer.transaction() as connection:
            return (await connection.execute(_CANCEL, (upload.id,))).rowcount == 1

    async def is_waiting(self) -> bool:
        """Whether anything was received and not loaded yet."""
        async with self._writer.transaction() as connection:
            return (await (await connection.execute(_WAITING)).fetchone()) == (True,)

    async def _one(self, query: LiteralString, *values: Any) -> Upload | None:
        async with self._writer.transaction() as connection:
            row = await (await connection.execute(query, values)).fetchone()
        return None if row is None else Upload(*row)
