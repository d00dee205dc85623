"""Rows set aside, cleaned once more after a mapping was mended, and merged where they belong.

A row that is clean now enters the batch that it came with, under its own number and at the time that batch was
received: what came since stands. It stays in quarantine, marked as replayed, and the account of its batch moves. Of an
erased person's row nothing is left to try.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl
import psycopg
from psycopg import sql

from hub.database import Database
from hub.database_errors import refusal
from hub.errors import QuarantineRowUnknown
from hub.vault import Vault
from loaders.batch import Listed, last_list, listed, lock_merge
from loaders.merge import Counts, Merge
from loaders.merge_pieces import Batch, Staged, staging_columns
from loaders.prepare import Delivery, Part, cleaned_again
from loaders.quarantine import UNREAD
from loaders.read import CHUNK_ROWS, Chunk, FileFacts
from loaders.read_record import FAULT, POINTER, RAW, ROW
from loaders.reference import context_of
from loaders.source import source_of
from loaders.staging import copy_frame

_LISTED = """
select q.batch_id::text, b.source_name, b.file_name, q.row_no, q.reason, q.column_name, q.locator, q.raw_masked::text,
       q.recorded_at::text, q.replayed_at::text
from quarantine_row q join batch b on b.id = q.batch_id
where (%(batch)s::uuid is null or q.batch_id = %(batch)s) and (%(source)s::text is null or b.source_name = %(source)s)
  and (%(reason)s::text is null or q.reason = %(reason)s) and (%(row)s::int is null or q.row_no = %(row)s)
  and (%(replayed)s or q.replayed_at is null)
order by q.recorded_at desc, q.batch_id, q.row_no limit %(most)s
"""
_SEALED = """
select row_no, locator, raw_sealed from quarantine_row
where batch_id = %s and replayed_at is null and raw_sealed <> '' and reason <> all(%s) order by row_no
"""
_REPLAYED = "update quarantine_row set replayed_at = now() where batch_id = %s and row_no = any(%s)"
_MOVED = """
update batch set rows_accepted = rows_accepted + %(moved)s, rows_quarantined = rows_quarantined - %(moved)s,
    facts_inserted = facts_inserted + %(inserted)s, facts_updated = facts_updated + %(updated)s,
    facts_unchanged = facts_unchanged + %(unchanged)s, rows_erased = rows_erased + %(erased)s
where id = %(id)s
"""
_AGAIN = sql.Identifier("replayed")


class SetAside(NamedTuple):
    """One row in quarantine, as far as it may be shown."""

    batch: str
    source: str
    file: str
    row: int
    reason: str
    column: str | None
    locator: str | None
    #: the row as JSON text, numbers starred
    shown: str
    recorded_at: str
    replayed_at: str | None


@dataclass(frozen=True)
class Replay:
    """What became of the rows of one batch that were tried once more."""

    batch: str
    source: str
    tried: int
    accepted: int
    inserted: int
    updated: int
    unchanged: int


def set_aside(
    cursor: psycopg.Cursor[Any], *, batch: str | None = None, source: str | None = None, reason: str | None = None,
    row: int | None = None, replayed: bool = False, most: int = 100,
) -> list[SetAside]:  # fmt: skip
    """Rows in quarantine, the latest first; with `replayed` also those that have left it."""
    given = {"batch": batch, "source": source, "reason": reason, "row": row, "replayed": replayed, "most": most}
    return [SetAside(*found) for found in cursor.execute(_LISTED, given).fetchall()]


def opened(cursor: psycopg.Cursor[Any], vault: Vault, batch: str, row: int) -> str:
    """The row as the source wrote it, ID numbers and all, as JSON text. Raises QuarantineRowUnknown."""
    query = "select raw_sealed from quarantine_row where batch_id = %s and row_no = %s"
    found = cursor.execute(query, (batch, row)).fetchone()
    if found is None:
        raise QuarantineRowUnknown(batch=batch, row=row)
    return vault.open("quarantine_row", found[0])


def replay(database: Database, vault: Vault, batch_id: str) -> Replay:
    """Try the rows of a batch once more; all that are clean now are merged, or none."""
    try:
        with database.connect("loader") as connection, connection.cursor() as cursor:
            batch = next(iter(listed(cursor, batch_id=batch_id, status="MERGED")), None)
            if batch is None:
                return Replay(batch_id, "", 0, 0, 0, 0, 0)
            return _Replaying(cursor, vault, batch).run()
    except psycopg.Error as error:
        raise refusal(error, database.address) from None


class _Replaying:
    """The transaction in which the rows of one batch are tried."""

    def __init__(self, cursor: psycopg.Cursor[Any], vault: Vault, batch: Listed) -> None:
        self._cursor, self._vault, self._batch = cursor, vault, batch
        self._source = source_of(batch.source)
        facts = FileFacts(batch.file, 0, bytes.fromhex(batch.sha256), 0, None)
        self._delivery = Delivery(self._source, Path(batch.file), "DELTA", facts)
        self._columns: tuple[str, ...] = ()

    def run(self) -> Replay:
        """Clean, merge, move the account."""
        lock_merge(self._cursor, self._source)
        tried, accepted = 0, list[int]()
        context = context_of(self._cursor, self._source)
        for part in cleaned_again(self._delivery, self._chunks(), context, self._vault):
            tried += part.clean.read
            accepted += self._stage(part)
        counts = self._merge() if accepted else Counts()
        self._cursor.execute(_REPLAYED, (self._batch.id, accepted))
        moved = {"inserted": counts.inserted, "updated": counts.updated, "unchanged": counts.unchanged}
        self._cursor.execute(_MOVED, {"id": self._batch.id, "moved": len(accepted), "erased": counts.erased, **moved})
        return Replay(self._batch.id, self._batch.source, tried, len(accepted), **moved)

    def _chunks(self) -> Iterator[Chunk]:
        """The rows as they were read; those that no reader could read as rows need their file."""
        rows = self._cursor.execute(_SEALED, (self._batch.id, list(UNREAD))).fetchall()
        for start in range(0, len(rows), CHUNK_ROWS):
            yield _chunk([
                (number, pointer, json.loads(self._vault.open("quarantine_row", sealed)))
                for number, pointer, sealed in rows[start : start + CHUNK_ROWS]
            ])  # fmt: skip

    def _stage(self, part: Part) -> list[int]:
        """Copy what is clean; the numbers of those rows."""
        rows = part.clean.rows
        if not len(rows):
            return []
        if not self._columns:
            self._columns = tuple(name for name in rows.columns if not name.startswith("#"))
            columns = sql.SQL(", ").join(
                sql.SQL("{} {}").format(sql.Identifier(name), sql.SQL(kind))
                for name, kind in staging_columns(self._columns).items()
            )
            make = sql.SQL("create temp table {} (seq bigint generated always as identity, {}) on commit drop")
            self._cursor.execute(make.format(_AGAIN, columns))
        names = sql.SQL(", ").join(map(sql.Identifier, self._columns))
        statement = sql.SQL("copy {} ({}) from stdin (format csv)").format(_AGAIN, names)
        copy_frame(self._cursor, statement, rows.select(self._columns))
        return [int(number) for number in rows["row_no"].unique().sort()]

    def _merge(self) -> Counts:
        batch = Batch(self._batch.id, self._batch.received_at)
        merge = Merge(self._cursor, self._source, batch, Staged(self._columns, _AGAIN, known=False), self._vault,
                      full=False, last_list=last_list(self._cursor, self._source, batch.id))  # fmt: skip
        columns = sql.SQL(", ").join(map(sql.Identifier, ("seq", *self._columns)))
        merge.span(sql.SQL("select {} from {}").format(columns, _AGAIN))
        return merge.finish(None)


def _chunk(rows: Sequence[tuple[int, str, dict[str, str]]]) -> Chunk:
    keys = dict.fromkeys(key for _, _, cells in rows for key in cells)
    columns: dict[str, pl.Series] = {
        ROW: pl.Series([number for number, _, _ in rows], dtype=pl.Int64),
        POINTER: pl.Series([pointer for _, pointer, _ in rows], dtype=pl.String),
        FAULT: pl.Series([None] * len(rows), dtype=pl.String),
        RAW: pl.Series([None] * len(rows), dtype=pl.String),
    }
    for key in keys:
        columns[key] = pl.Series([cells.get(key) for _, _, cells in rows], dtype=pl.String)
    return Chunk(pl.DataFrame(columns))
