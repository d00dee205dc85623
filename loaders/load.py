"""One file → one batch → one transaction: read, clean, COPY to staging, merge, account.

Whatever happens before COMMIT — a refusal, a crash, kill -9 — leaves the database as it was, and running the command again
leads to the state of an uninterrupted run. The same bytes a second time are recognised by their SHA-256 and change nothing.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import polars as pl
import psycopg

from hub.database import Database
from hub.errors import BatchRefused, HubError
from hub.vault import Vault
from loaders.batch import already_merged, close_batch, note_rejected, open_batch, write_quarantine
from loaders.clean import CleanChunk, Cleaning
from loaders.merge import Counts, Merge
from loaders.read import FileFacts, facts_of, read_file
from loaders.reference import context_of
from loaders.source import Source, source_of

#: told (rows read, rows expected) after each chunk; the second is an estimate
Progress = Callable[[int, int], None]
#: small files may be bad by chance; from here on the share of bad rows is judged
_JUDGED_FROM = 100


@dataclass(frozen=True)
class Receipt:
    """What became of one file; `accepted + quarantined + ignored == read`."""

    source: str
    file: str
    batch_id: str
    read: int
    accepted: int
    quarantined: int
    ignored: int
    #: facts written new, changed, and confirmed as they were
    inserted: int
    updated: int
    unchanged: int
    #: accepted rows whose identifiers belong to different subjects; the stronger identifier won
    conflicts: int = 0
    #: the same bytes had been merged before; nothing was done
    repeated: bool = False

    def as_json(self) -> dict[str, Any]:
        """The receipt for machines."""
        return asdict(self)


@dataclass
class _Account:
    read: int = 0
    accepted: int = 0
    quarantined: int = 0
    ignored: int = 0

    def add(self, chunk: CleanChunk) -> None:
        self.read += chunk.read
        self.accepted += chunk.accepted
        self.quarantined += len(chunk.rejects)
        self.ignored += chunk.ignored


def load_file(
    database: Database, vault: Vault, source_name: str, path: Path, mode: str | None = None, progress: Progress | None = None
) -> Receipt:
    """Load one file of a source and return its receipt.

    `mode` is "FULL" or "DELTA", by default the source's own. Raises SourceUnknown, FileMissing, FileTooLarge, FileEncoding,
    FileFormat, ColumnUnknown, ColumnMissing or BatchRefused; nothing of the file is in the database then.
    """
    source = source_of(source_name)
    facts = facts_of(path, source.layout_of(path))
    account = _Account()
    with database.connect("loader") as connection:
        try:
            with connection.transaction(), connection.cursor() as cursor:
                job = _Job(cursor, source, path, facts, vault, account)
                return job.run(mode or source.mode, progress)
        except HubError:
            note_rejected(connection, source, facts, mode or source.mode, asdict(account))
            raise


class _Job:
    """One load, inside its transaction."""

    def __init__(
        self, cursor: psycopg.Cursor[Any], source: Source, path: Path, facts: FileFacts, vault: Vault, account: _Account
    ) -> None:
        self._cursor, self._source, self._path, self._facts = cursor, source, path, facts
        self._vault, self._account = vault, account
        self._filled: dict[str, int] = {}
        self._merge: Merge | None = None

    def run(self, mode: str, progress: Progress | None) -> Receipt:
        """Everything between BEGIN and COMMIT."""
        before = already_merged(self._cursor, self._source, self._facts)
        if before is not None:
            return Receipt(self._source.name, self._facts.name, **before, repeated=True)
        batch_id = open_batch(self._cursor, self._source, self._facts, mode)
        cleaning = Cleaning(self._path, self._source, context_of(self._cursor, self._source), self._vault)
        known = self._source.known_keys()
        for chunk in read_file(self._path, self._source.layout_of(self._path), self._facts, known):
            self._take(batch_id, cleaning.clean(chunk))
            if progress:
                progress(self._account.read, max(self._facts.lines, self._account.read))
        self._check()
        counts = self._merge.run() if self._merge else Counts()
        close_batch(self._cursor, batch_id, asdict(self._account), counts)
        return Receipt(self._source.name, self._facts.name, batch_id, **asdict(self._account), **asdict(counts))

    def _take(self, batch_id: str, chunk: CleanChunk) -> None:
        """Send one cleaned chunk to staging, and its bad rows to quarantine."""
        self._account.add(chunk)
        for label, filled in chunk.filled.items():
            self._filled[label] = self._filled.get(label, 0) + filled
        rows = chunk.rows
        if self._merge is None:
            columns = [name for name in rows.columns if not name.startswith("#")]
            self._merge = Merge(self._cursor, self._source, batch_id, columns)
            self._merge.stage()
        with self._cursor.copy(self._merge.copy_statement()) as copy:
            copy.write(_csv(rows.select(self._merge.columns)))
        write_quarantine(self._cursor, batch_id, chunk.rejects)

    def _check(self) -> None:
        """Refuse a delivery that is not like this source's deliveries; see `Expect`."""
        expect, account, name = self._source.expect, self._account, self._facts.name
        rows = account.read - account.ignored
        if rows < expect.min_rows:
            raise BatchRefused(
                file=name, reason=f"it has {rows} rows, at least {expect.min_rows} are expected",
                reason_zh=f"只有 {rows} 行，至少应有 {expect.min_rows} 行",
            )  # fmt: skip
        if rows >= _JUDGED_FROM and account.quarantined > expect.max_quarantined * rows:
            share = round(100 * account.quarantined / rows)
            raise BatchRefused(
                file=name, reason=f"{share} % of its rows are bad", reason_zh=f"{share}% 的行有错误"
            )  # fmt: skip
        for label, least in expect.fill.items():
            if rows >= _JUDGED_FROM and self._filled.get(label, 0) < least * rows:
                raise BatchRefused(
                    file=name, reason=f"column {label} is nearly empty", reason_zh=f"列 {label} 几乎全为空"
                )  # fmt: skip


def _csv(rows: pl.DataFrame) -> bytes:
    """Rows as the CSV that COPY reads: nothing is null, two quotes are the empty text."""
    buffer = io.BytesIO()
    rows.write_csv(buffer, include_header=False, null_value="")
    return buffer.getvalue()
