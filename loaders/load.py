"""One file → one batch → one transaction: read, clean, COPY to staging, merge, account.

Whatever happens before COMMIT — a refusal, a crash, kill -9 — leaves the database as it was, and running the command
again leads to the state of an uninterrupted run. The same bytes a second time are recognised by their SHA-256 and
change nothing. While one file is being merged the next one is already read and cleaned.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import polars as pl
import psycopg

from hub.database import Database
from hub.database_errors import refusal
from hub.errors import BatchRefused, HubError
from hub.vault import Vault
from loaders.batch import already_merged, close_batch, lock_source, note_rejected, open_batch, write_quarantine
from loaders.clean import CleanChunk
from loaders.merge import Counts, Merge
from loaders.merge_erased import without_erased
from loaders.prepare import Delivery, Prepared
from loaders.reference import context_of

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
    #: accepted rows about erased people, merged without what tells of them
    erased: int = 0
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
    database: Database,
    vault: Vault,
    source_name: str,
    path: Path,
    mode: str | None = None,
    progress: Progress | None = None,
) -> Receipt:
    """Load one file of a source and return its receipt.

    `mode` is "FULL" or "DELTA", by default the source's own. Raises SourceUnknown, FileMissing, FileTooLarge,
    FileEncoding, FileFormat, ColumnUnknown, ColumnMissing, BatchRefused, or what PostgreSQL could not do: DiskFull,
    DatabaseUnreachable, Busy, Timeout, Internal; nothing of the file is in the database then.
    """
    return next(load_all(database, vault, [Delivery.of(source_name, path, mode)], progress))


def load_all(
    database: Database, vault: Vault, deliveries: Sequence[Delivery], progress: Progress | None = None
) -> Iterator[Receipt]:
    """Load files in order, each in its own transaction; yields a receipt after each COMMIT.

    Stops at the first refusal, which it raises; the files before it stay loaded.
    """
    try:
        with database.connect("loader") as connection:
            connection.autocommit = True
            yield from _load_each(connection, vault, deliveries, progress)
    except psycopg.Error as error:
        raise refusal(error, database.address) from None


def _load_each(
    connection: psycopg.Connection[Any], vault: Vault, deliveries: Sequence[Delivery], progress: Progress | None
) -> Iterator[Receipt]:
    """Load the deliveries over one connection, the next one being cleaned while one is merged."""
    ahead: dict[int, Prepared] = {}
    try:
        for number, delivery in enumerate(deliveries):
            _prepare(connection, vault, deliveries, number, ahead)
            following = number + 1
            # a source of reference data changes what the cleaning of the next file must know
            if following < len(deliveries) and delivery.source.parties:
                _prepare(connection, vault, deliveries, following, ahead)
            yield _load(connection, delivery, ahead.pop(number, None), progress)
    finally:
        for prepared in ahead.values():
            prepared.close()


def _prepare(
    connection: psycopg.Connection[Any],
    vault: Vault,
    deliveries: Sequence[Delivery],
    number: int,
    ahead: dict[int, Prepared],
) -> None:
    """Start cleaning a delivery, unless that has begun or it was merged before."""
    delivery = deliveries[number]
    with connection.cursor() as cursor:
        if number not in ahead and already_merged(cursor, delivery.source, delivery.facts) is None:
            ahead[number] = Prepared(delivery, context_of(cursor, delivery.source), vault)


def _load(
    connection: psycopg.Connection[Any], delivery: Delivery, prepared: Prepared | None, progress: Progress | None
) -> Receipt:
    """One delivery in one transaction."""
    account = _Account()
    try:
        with connection.transaction(), connection.cursor() as cursor:
            lock_source(cursor, delivery.source)
            before = already_merged(cursor, delivery.source, delivery.facts)
            if before is not None or prepared is None:
                known = before or {}
                return Receipt(delivery.source.name, delivery.facts.name, **known, repeated=True)
            return _Job(cursor, delivery, account).run(prepared, progress)
    except HubError:
        note_rejected(connection, delivery, asdict(account))
        raise
    finally:
        if prepared is not None:
            prepared.close()


class _Job:
    """One load, inside its transaction."""

    def __init__(self, cursor: psycopg.Cursor[Any], delivery: Delivery, account: _Account) -> None:
        self._cursor, self._delivery, self._account = cursor, delivery, account
        self._filled: dict[str, int] = {}
        self._merge: Merge | None = None

    def run(self, prepared: Prepared, progress: Progress | None) -> Receipt:
        """Everything between BEGIN and COMMIT."""
        source, facts = self._delivery.source, self._delivery.facts
        batch_id = open_batch(self._cursor, self._delivery)
        for chunk in prepared:
            self._take(batch_id, chunk, prepared.vault)
            if progress:
                progress(self._account.read, max(facts.lines, self._account.read))
        self._check()
        counts = self._merge.run() if self._merge else Counts()
        close_batch(self._cursor, batch_id, asdict(self._account), counts)
        return Receipt(source.name, facts.name, batch_id, **asdict(self._account), **asdict(counts))

    def _take(self, batch_id: str, chunk: CleanChunk, vault: Vault) -> None:
        """Send one cleaned chunk to staging, and its bad rows to quarantine."""
        self._account.add(chunk)
        for label, filled in chunk.filled.items():
            self._filled[label] = self._filled.get(label, 0) + filled
        if self._merge is None:
            columns = [name for name in chunk.rows.columns if not name.startswith("#")]
            full = self._delivery.mode == "FULL"
            self._merge = Merge(self._cursor, self._delivery.source, batch_id, columns, vault, full=full)
            self._merge.stage()
        with self._cursor.copy(self._merge.copy_statement()) as copy:
            copy.write(_csv(chunk.rows.select(self._merge.columns)))
        write_quarantine(self._cursor, batch_id, without_erased(self._cursor, chunk.rejects, vault))

    def _check(self) -> None:
        """Refuse a delivery that is not like this source's deliveries; see `Expect`."""
        expect, account, name = self._delivery.source.expect, self._account, self._delivery.facts.name
        rows = account.read - account.ignored
        if rows < expect.min_rows:
            en, zh = f"it has {rows} rows, at least {expect.min_rows} are expected", f"只有 {rows} 行"
            raise BatchRefused(file=name, reason=en, reason_zh=f"{zh}，至少应有 {expect.min_rows} 行")
        if rows < _JUDGED_FROM:
            return
        if account.quarantined > expect.max_quarantined * rows:
            share = round(100 * account.quarantined / rows)
            raise BatchRefused(file=name, reason=f"{share} % of its rows are bad", reason_zh=f"{share}% 的行有错误")
        for label, least in expect.fill.items():
            if self._filled.get(label, 0) < least * rows:
                en, zh = f"column {label} is nearly empty", f"列 {label} 几乎全为空"
                raise BatchRefused(file=name, reason=en, reason_zh=zh)


def _csv(rows: pl.DataFrame) -> bytes:
    """Rows as the CSV that COPY reads: nothing is null, two quotes are the empty text."""
    buffer = io.BytesIO()
    rows.write_csv(buffer, include_header=False, null_value="")
    return buffer.getvalue()
