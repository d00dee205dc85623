"""One file → one batch: read, recognise, clean, COPY to staging chunk by chunk, merge in one transaction, account.

    read ─ hash ─→ recognise ─ clean ─→ staging (a transaction a chunk) ─→ merge (one transaction) ─→ batch
      thread 1          thread 2              this thread, two connections

* *Readers see all or nothing.* Staging is seen by loaders alone; facts, quarantine and account of a batch are committed
  at once. Nobody acts on half a list, what a guard refuses was never there, and the price of one long transaction is
  paid only where rows really change: those that were recognised cost neither transaction nor WAL.
* *A killed load goes on.* Its staging is there (`loaders.staging`); whatever was merged and not committed is merged
  again from it. The state is that of an uninterrupted run.
* *First loads overlap.* Where the source has nothing merged yet, spans are merged while later ones are cleaned. Else
  the merge waits for the end of the file: which of two rows for one fact is the last is known when both were seen.
* *Memory* holds a few chunks, whatever the size of the file. The same bytes a second time change nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import psycopg

from hub.database import Database
from hub.database_errors import refusal
from hub.errors import BatchParked, BatchRefused, HubError, NotLeading
from hub.vault import Vault
from loaders.batch import (
    Noted,
    close_batch,
    drift,
    has_merged,
    known_batch,
    last_list,
    lock_merge,
    lock_source,
    note_delivery,
    note_refused,
    open_batch,
    unlock_source,
)
from loaders.merge import Merge
from loaders.merge_erased import wipe_rejects
from loaders.prepare import Delivery, Prepared
from loaders.probe import Probe, recognised_by
from loaders.read import Format
from loaders.read_member import Member, members_of
from loaders.read_text import blocks_of
from loaders.reference import context_of
from loaders.roll_call import Guard
from loaders.staging import Rows, Staging
from loaders.store import Keeping, Store

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
    #: accepted rows that were recognised as merged before; their facts are counted nowhere else
    rows_unchanged: int = 0
    #: accepted rows whose identifiers belong to different subjects; the stronger identifier won
    conflicts: int = 0
    #: accepted rows about erased people, merged without what tells of them
    erased: int = 0
    #: the same bytes had been merged before; nothing was done
    repeated: bool = False
    #: columns that appeared or vanished since the last delivery of the source
    drift: dict[str, list[str]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The receipt for machines."""
        return asdict(self)


@dataclass(frozen=True)
class Desk:
    """Where deliveries are taken in: the database, the keys, who is there, and where the files are kept."""

    database: Database
    vault: Vault
    #: who delivers
    by: str = "hub"
    #: None: files are not kept, and nothing can be proved of them later
    store: Store | None = None
    #: a second person let the batch pass that was parked
    released: bool = False
    #: asked within the transaction of the merge, right before its COMMIT; raises NotLeading
    fence: Callable[[psycopg.Cursor[Any]], None] | None = None
    #: SQL of (row_hash, row_no): rows that the sender of a delta has besides it, whose facts no older row replaces
    agreed: Rows | None = None


def load_file(
    database: Database,
    vault: Vault,
    source_name: str,
    path: Path,
    mode: str | None = None,
    progress: Progress | None = None,
) -> Receipt:
    """Load one file of a source and return its receipt; the file is not kept.

    `mode` is "FULL" or "DELTA", by default the source's own. Raises SourceUnknown, FileMissing, FileTooLarge,
    FileEncoding, FileFormat, ColumnUnknown, ColumnMissing, BatchRefused, BatchParked, or what PostgreSQL could not do:
    DiskFull, DatabaseUnreachable, Busy, Timeout, Internal; nothing of the file is in the database then.
    """
    return next(load_all(database, vault, [Delivery.of(source_name, path, mode)], progress))


def load_all(
    database: Database, vault: Vault, deliveries: Sequence[Delivery], progress: Progress | None = None
) -> Iterator[Receipt]:
    """`take_in` without a desk of its own: the files are not kept."""
    return take_in(Desk(database, vault), deliveries, progress)


def take_in(desk: Desk, deliveries: Sequence[Delivery], progress: Progress | None = None) -> Iterator[Receipt]:
    """Load files in order, each merged in a transaction of its own; yields a receipt after each COMMIT.

    Stops at the first refusal, which it raises; the files before it stay loaded.
    """
    try:
        with desk.database.connect("loader") as connection:
            connection.autocommit = True
            for delivery in deliveries:
                lock_source(connection, delivery.source)
                yield _load(desk, connection, delivery, progress)
                unlock_source(connection, delivery.source)
    except psycopg.Error as error:
        raise refusal(error, desk.database.address) from None


def _load(desk: Desk, connection: psycopg.Connection[Any], delivery: Delivery, progress: Progress | None) -> Receipt:
    """One delivery, under the lock of its source."""
    with connection.cursor() as cursor:
        before = known_batch(cursor, delivery.source, delivery.facts)
    if before and before.pop("status") == "MERGED":
        return Receipt(
            delivery.source.name, delivery.facts.name, **before, inserted=0, updated=0, unchanged=0, repeated=True
        )
    with ExitStack() as stack:
        keeping = stack.enter_context(Keeping(desk.store, connection, delivery)) if desk.store else None
        staging = Staging(connection, delivery, desk.vault)
        job = _Job(desk, connection, delivery, staging, stack)
        try:
            receipt = job.run(progress, keeping)
        except BatchParked as parked:
            job.abandon()
            noted = Noted(desk.by, staging.account.columns, staging.reasons(), parked=parked.losses)
            note_refused(connection, delivery, staging.batch_id, staging.account, noted)
            staging.drop()
            raise
        except NotLeading:  # what is staged belongs to whoever leads now
            job.abandon()
            raise
        except HubError:
            job.abandon()
            noted = Noted(desk.by, staging.account.columns, staging.reasons())
            note_refused(connection, delivery, staging.batch_id, staging.account, noted)
            staging.drop()
            raise
        staging.drop()
        return receipt


class _Job:
    """One load: what is staged, and the transaction in which it is merged."""

    def __init__(
        self, desk: Desk, connection: psycopg.Connection[Any], delivery: Delivery, staging: Staging, stack: ExitStack
    ) -> None:
        self._desk, self._delivery, self._staging, self._stack = desk, delivery, staging, stack
        with connection.cursor() as cursor:
            #: nothing to recognise, nothing that a later row of the file could stand for
            self._first = not has_merged(cursor, delivery.source)
            self._context = context_of(cursor, delivery.source)
        self._merging: _Merging | None = None

    def run(self, progress: Progress | None, keeping: Keeping | None) -> Receipt:
        """Stage what is not staged yet, judge it, merge it."""
        staging, facts = self._staging, self._delivery.facts
        with ExitStack() as reading:
            prepared = Prepared(self._delivery, self._context, self._desk.vault, self._probe(reading), staging.last_row)
            reading.callback(prepared.close)
            for part in prepared:
                staging.take(part)
                if self._first:
                    self._merge_spans(whole=False)
                if progress:
                    progress(staging.account.read, max(facts.lines, staging.account.read))
        self._check()
        self._merge_spans(whole=True)
        if keeping:
            keeping.finish()
        return self._started().finish(self._guard(), staging)

    def abandon(self) -> None:
        """Take the merge back, which holds what a note of the refusal needs."""
        if self._merging is not None:
            self._merging.abandon()

    def _probe(self, stack: ExitStack) -> Probe | None:
        table = None if self._first else recognised_by(self._delivery.source)
        if table is None:
            return None
        connection = stack.enter_context(self._desk.database.connect("loader"))
        connection.autocommit = True
        return Probe(connection, table)

    def _started(self) -> _Merging:
        """The transaction of the merge, begun when it is first needed."""
        if self._merging is None:
            connection = self._stack.enter_context(self._desk.database.connect("loader"))
            self._merging = _Merging(connection, self._desk, self._delivery, self._staging)
        return self._merging

    def _merge_spans(self, *, whole: bool) -> None:
        merged = self._merging.merged if self._merging else 0
        for number, rows in self._staging.spans(merged, whole=whole):
            self._started().span(number, rows)

    def _guard(self) -> Guard | None:
        if self._desk.released:
            return None
        delivery = self._delivery
        return Guard(delivery.facts.name, self._staging.batch_id, delivery.source.expect.vanishing)

    def _check(self) -> None:
        """Refuse a delivery that is not like this source's deliveries; see `Expect`."""
        expect, account, name = self._delivery.source.expect, self._staging.account, self._delivery.facts.name
        rows = account.read - account.ignored
        if rows < expect.min_rows:
            en, zh = f"it has {rows} rows, at least {expect.min_rows} are expected", f"只有 {rows} 行"
            raise BatchRefused(file=name, reason=en, reason_zh=f"{zh}，至少应有 {expect.min_rows} 行")
        self._check_end()
        if rows >= _JUDGED_FROM and account.quarantined > expect.max_quarantined * rows:
            share = round(100 * account.quarantined / rows)
            raise BatchRefused(file=name, reason=f"{share} % of its rows are bad", reason_zh=f"{share}% 的行有错误")
        cleaned = rows - account.unchanged
        for label, least in expect.fill.items() if cleaned >= _JUDGED_FROM else ():
            if account.filled.get(label, 0) < least * cleaned:
                en, zh = f"column {label} is nearly empty", f"列 {label} 几乎全为空"
                raise BatchRefused(file=name, reason=en, reason_zh=zh)

    def _check_end(self) -> None:
        """Park a whole list that ends within a line: it may have been cut short, and what it lacks is not gone."""
        delivery, text = self._delivery, (Format.CSV, Format.NDJSON)
        layout = delivery.source.layout_of(delivery.path)
        if delivery.mode != "FULL" or self._desk.released or layout not in text:
            return
        if delivery.source.expect.last_line_ended and not _ends_with_line(delivery.path):
            raise BatchParked(
                [], file=delivery.facts.name, batch=self._staging.batch_id, reason="it ends in the middle of a line",
                reason_zh="文件末行不完整，可能被截断",
            )  # fmt: skip


class _Merging:
    """The transaction in which one batch is merged."""

    def __init__(self, connection: psycopg.Connection[Any], desk: Desk, delivery: Delivery, staging: Staging) -> None:
        self._connection, self._desk, self._delivery = connection, desk, delivery
        self._cursor = connection.cursor()
        staging.analyze()
        lock_merge(self._cursor, delivery.source)
        self._batch = open_batch(self._cursor, delivery, staging.batch_id)
        full = delivery.mode == "FULL"
        last = last_list(self._cursor, delivery.source, staging.batch_id)
        staged = replace(staging.staged, known_table=desk.agreed, known=True) if desk.agreed else staging.staged
        self._merge = Merge(self._cursor, delivery.source, self._batch, staged, desk.vault, full=full, last_list=last)
        #: number of the last span that is merged
        self.merged = 0

    def span(self, number: int, rows: Rows) -> None:
        """Merge the next span."""
        self._merge.span(rows)
        self.merged = number

    def abandon(self) -> None:
        """ROLLBACK."""
        self._connection.close()

    def finish(self, guard: Guard | None, staging: Staging) -> Receipt:
        """Roll call, quarantine, account, COMMIT."""
        cursor, delivery, account = self._cursor, self._delivery, staging.account
        counts = self._merge.finish(guard)
        wipe_rejects(cursor, self._batch.id, self._desk.vault)
        staging.quarantine(cursor)
        changes = drift(cursor, delivery.source, self._batch.id, account.columns)
        noted = Noted(self._desk.by, account.columns, staging.reasons(), counts.as_of)
        note_delivery(cursor, delivery.source, self._batch.id, noted)
        close_batch(cursor, self._batch, account, counts)
        staging.hold()
        if self._desk.fence is not None:
            self._desk.fence(cursor)
        self._connection.commit()
        return Receipt(
            delivery.source.name, delivery.facts.name, self._batch.id, account.read, account.accepted,
            account.quarantined, account.ignored, counts.inserted, counts.updated, counts.unchanged, account.unchanged,
            counts.conflicts, counts.erased,
            drift=changes,
        )  # fmt: skip


def _ends_with_line(path: Path) -> bool:
    """Whether a text, or every text of an archive, ends with a line end or is empty."""
    return all(_last_byte(member) in (b"", b"\n", b"\r") for member in members_of(path))


def _last_byte(member: Member) -> bytes:
    last = b""
    with member.open() as stream:
        if member.info is None:
            stream.seek(max(0, member.path.stat().st_size - 1))
        for block in blocks_of(stream):
            last = block[-1:]
    return last
