"""Staging: where a delivery stands between cleaning and merge, chunk by chunk, with a ledger of what is there.

Each chunk is one transaction: its rows, its bad rows, the hashes of the rows that were recognised, and its line of the
ledger. So a load that is killed goes on behind the last chunk that is whole, without reading anything twice into the
database, and readers see nothing before the merge commits. The tables are unlogged: they cost no WAL, and a crash of
PostgreSQL empties rows and ledger alike, after which the load begins anew.

What stands there is only good for the same bytes read in the same way and sealed with a key that still opens:
`fingerprint` says so, and what does not fit is thrown away.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import psycopg
from psycopg import sql

from hub.vault import Vault
from loaders.merge_pieces import Staged, staging_columns
from loaders.prepare import Delivery, Part
from loaders.row_hash import mapping_of

#: staged rows that are merged at a time, each span in a table of its own: enough for sets, few for a session's memory
SPAN = 40_000
_OPEN = """
insert into staging.load (source_name, sha256, fingerprint, batch_id)
values (%(source)s, %(sha256)s, %(fingerprint)s,
        coalesce((select id from batch where source_name = %(source)s and sha256 = %(sha256)s), gen_random_uuid()))
on conflict (source_name, sha256) do update set source_name = excluded.source_name
returning batch_id::text, fingerprint, begun_at::text
"""
#: what a load of yesterday left behind is of no use to anybody
_YESTERDAY = "1 day"
_LEFT = "select source_name, batch_id::text from staging.load where begun_at <= now() - %s::interval"
_IDLE = "select pg_try_advisory_lock(hashtext('hub source'), hashtext(%s))"
_LEDGER = """
select coalesce(max(chunk_no), 0), coalesce(max(last_row), 0), coalesce(max(span_no), 0),
       coalesce(sum(rows_read), 0)::int, coalesce(sum(rows_accepted), 0)::int, coalesce(sum(rows_quarantined), 0)::int,
       coalesce(sum(rows_ignored), 0)::int, coalesce(sum(rows_unchanged), 0)::int
from staging.chunk where batch_id = %s
"""
_FILLED = """
select key, sum(value::int)::int from staging.chunk, jsonb_each_text(filled) where batch_id = %s group by key
"""
_IN_SPAN = "select coalesce(sum(staged), 0)::int from staging.chunk where batch_id = %s and span_no = %s"
_CHUNK = "insert into staging.chunk values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
_SEEN = "select distinct unnest(columns) from staging.chunk where batch_id = %s"
_SPOIL = (
    "update staging.load set fingerprint = '' where batch_id = %s",
    "delete from staging.chunk where batch_id = %s",
    "delete from staging.reject where batch_id = %s",
)
#: sequences go with their tables
_TABLES = """
select relname from pg_class where relnamespace = 'staging'::regnamespace and relkind = 'r' and relname like %s
"""
_REJECT = """
copy staging.reject (batch_id, row_no, reason, column_name, locator, raw_masked, raw_sealed, row_hash) from stdin
"""
#: a bad row that is sent every night stands in quarantine once, with the batch that brought it first
_REJECTED = """
insert into quarantine_row (batch_id, row_no, reason, column_name, locator, raw_masked, raw_sealed, row_hash)
select batch_id, row_no, reason, column_name, locator, raw_masked, raw_sealed, row_hash from staging.reject r
where batch_id = %s and not exists (
    select from quarantine_row q where q.row_hash = r.row_hash and q.reason = r.reason and q.replayed_at is null)
"""
_REASONS = "select reason, count(*) from staging.reject where batch_id = %s group by 1 order by 2 desc, 1"
_MAKE_KNOWN = "create unlogged table {} (row_hash bigint not null, row_no integer not null)"

#: the query of a span's rows
Rows = sql.Composed


@dataclass
class Account:
    """What became of the rows; `accepted + quarantined + ignored == read`, and `unchanged` are among the accepted."""

    read: int = 0
    accepted: int = 0
    quarantined: int = 0
    ignored: int = 0
    unchanged: int = 0
    #: filled cells by column among the rows that were cleaned
    filled: dict[str, int] = field(default_factory=dict)
    #: columns that the file has, as the source calls them
    columns: set[str] = field(default_factory=set)

    def add(self, part: Part) -> None:
        """Count one part in."""
        self.read += part.clean.read
        self.accepted += part.clean.accepted
        self.quarantined += len(part.clean.rejects)
        self.ignored += part.clean.ignored
        self.unchanged += len(part.known)
        self.columns |= part.columns
        for label, filled in part.clean.filled.items():
            self.filled[label] = self.filled.get(label, 0) + filled


class Staging:
    """One delivery in staging, on a connection in autocommit that holds the lock of its source."""

    def __init__(self, connection: psycopg.Connection[Any], delivery: Delivery, vault: Vault) -> None:
        """Find what an earlier attempt left, or begin."""
        self._connection, self._delivery = connection, delivery
        self.account = Account()
        #: number of the last record that is staged
        self.last_row = 0
        #: id that the batch has or will have
        self.batch_id = ""
        self._begun_at = ""
        self._columns: tuple[str, ...] = ()
        self._chunks = self._span = self._in_span = 0
        forget_idle(connection, _YESTERDAY)
        self._begin(fingerprint(delivery, vault))

    def _begin(self, wanted: str) -> None:
        source, sha256 = self._delivery.source.name, self._delivery.facts.sha256.hex()
        with self._connection.cursor() as cursor:
            self.batch_id, found, self._begun_at = cursor.execute(
                _OPEN, {"source": source, "sha256": sha256, "fingerprint": wanted}
            ).fetchone() or ("", "", "")
        if found != wanted:
            self.drop()
            self._begin(wanted)
            return
        self._resume()

    def _resume(self) -> None:
        with self._connection.cursor() as cursor:
            found = cursor.execute(_LEDGER, (self.batch_id,)).fetchone() or (0,) * 8
            self._chunks, self.last_row, self._span, *counts = found
            (self._in_span,) = cursor.execute(_IN_SPAN, (self.batch_id, self._span)).fetchone() or (0,)
            filled = dict(cursor.execute(_FILLED, (self.batch_id,)).fetchall())
            columns = {name for (name,) in cursor.execute(_SEEN, (self.batch_id,)).fetchall()}
            read, accepted, quarantined, ignored, unchanged = counts
            self.account = Account(read, accepted, quarantined, ignored, unchanged, filled, columns)
            attributes = cursor.execute(
                "select attname from pg_attribute where attrelid = to_regclass(%s) and attnum > 0 order by attnum",
                (f"staging.rows_{self._key}_1",),
            ).fetchall()
        self._columns = tuple(name for (name,) in attributes if name != "seq")

    @property
    def _key(self) -> str:
        return self.batch_id.replace("-", "")

    @property
    def _known(self) -> sql.Identifier:
        return sql.Identifier("staging", f"known_{self._key}")

    def _rows(self, span: int) -> sql.Identifier:
        return sql.Identifier("staging", f"rows_{self._key}_{span}")

    @property
    def staged(self) -> Staged:
        """What the merge must know of it."""
        return Staged(self._columns, self._known, self.account.unchanged > 0, self._begun_at)

    def take(self, part: Part) -> None:
        """Stage one part, whole or not at all."""
        rows, clean = part.clean.rows, part.clean
        span, before = self._place(len(rows))
        with self._connection.transaction(), self._connection.cursor() as cursor:
            if not self._chunks:
                cursor.execute(sql.SQL(_MAKE_KNOWN).format(self._known))
            if len(rows):
                self._stage(cursor, rows, span, make=span > self._span)
            if part.known:
                known = pl.DataFrame(part.known, schema=["row_hash", "row_no"], orient="row")
                copy_frame(cursor, sql.SQL("copy {} from stdin (format csv)").format(self._known), known)
            self._copy_rejects(cursor, part)
            cursor.execute(_CHUNK, (
                self.batch_id, self._chunks + 1, part.last_row, span, len(rows), clean.read, clean.accepted,
                len(clean.rejects), clean.ignored, len(part.known), json.dumps(dict(clean.filled)),
                sorted(part.columns),
            ))  # fmt: skip
        self._chunks, self.last_row, self._span, self._in_span = (
            self._chunks + 1,
            part.last_row,
            span,
            before + len(rows),
        )
        self.account.add(part)

    def _place(self, rows: int) -> tuple[int, int]:
        """The span that the next rows belong to, and how many rows it holds: a new one when this is full."""
        if rows and (not self._span or self._in_span >= SPAN):
            return self._span + 1, 0
        return self._span, self._in_span

    def _stage(self, cursor: psycopg.Cursor[Any], rows: pl.DataFrame, span: int, *, make: bool) -> None:
        if not self._columns:
            self._columns = tuple(name for name in rows.columns if not name.startswith("#"))
        table = self._rows(span)
        if make:
            columns = sql.SQL(", ").join(
                sql.SQL("{} {}").format(sql.Identifier(name), sql.SQL(kind))
                for name, kind in staging_columns(self._columns).items()
            )
            make_table = sql.SQL("create unlogged table {} (seq bigint generated always as identity, {})")
            cursor.execute(make_table.format(table, columns))
        names = sql.SQL(", ").join(map(sql.Identifier, self._columns))
        statement = sql.SQL("copy {} ({}) from stdin (format csv)").format(table, names)
        copy_frame(cursor, statement, rows.select(self._columns))

    def _copy_rejects(self, cursor: psycopg.Cursor[Any], part: Part) -> None:
        if not part.clean.rejects:
            return
        with cursor.copy(_REJECT) as copy:
            for one in part.clean.rejects:
                said = (one.reason, one.column, one.pointer, one.shown, one.sealed)
                copy.write_row((self.batch_id, one.row_no, *said, part.rejected.get(one.row_no)))

    def spans(self, merged: int, *, whole: bool) -> Iterator[tuple[int, Rows]]:
        """(number, query of its rows) of the spans behind `merged`; without `whole` only of those that are full."""
        last = self._span if whole or self._in_span >= SPAN else self._span - 1
        columns = sql.SQL(", ").join(map(sql.Identifier, ("seq", *self._columns)))
        for span in range(merged + 1, last + 1):
            yield span, sql.SQL("select {} from {}").format(columns, self._rows(span))

    def quarantine(self, cursor: psycopg.Cursor[Any]) -> None:
        """Store the rows set aside that do not stand there yet, in the transaction of the merge."""
        cursor.execute(_REJECTED, (self.batch_id,))

    def reasons(self) -> dict[str, int]:
        """Reason code → rows set aside for it, those included that stood in quarantine before."""
        return dict(self._connection.execute(_REASONS, (self.batch_id,)).fetchall())

    def analyze(self) -> None:
        """Statistics on what was recognised, which the merge joins with."""
        if self.account.unchanged:
            with self._connection.cursor() as cursor:
                cursor.execute(sql.SQL("analyze {}").format(self._known))

    def hold(self) -> None:
        """Raise psycopg.OperationalError where the session is gone, and with it the lock of the source."""
        self._connection.execute("select 1")

    def drop(self) -> None:
        """Forget it: it is merged, refused, or of no use."""
        _drop(self._connection, self.batch_id)


def fingerprint(delivery: Delivery, vault: Vault) -> str:
    """What staged rows depend on besides the bytes of the file."""
    parts = f"{delivery.mode} {mapping_of(delivery.source.name)} {_readers()} {vault.sealing_key}"
    return hashlib.sha256(parts.encode()).hexdigest()


@cache
def _readers() -> str:
    """A digest of the readers, on which the number of a row depends."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("read*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def forget_idle(connection: psycopg.Connection[Any], older: str = "0") -> None:
    """Forget what loads left that died, where nobody loads their source just now; `older` is an interval.

    Staging holds what the files tell of people. The connection is in autocommit.
    """
    for source, batch_id in connection.execute(_LEFT, (older,)).fetchall():
        with _idle(connection, source) as idle:
            if idle:
                _drop(connection, batch_id)


@contextmanager
def _idle(connection: psycopg.Connection[Any], source: str) -> Iterator[bool]:
    """Whether the source has no load at work but one of this session; it is held meanwhile."""
    held = connection.execute(_IDLE, (source,)).fetchone() == (True,)
    try:
        yield held
    finally:
        if held:
            connection.execute("select pg_advisory_unlock(hashtext('hub source'), hashtext(%s))", (source,))


def _drop(connection: psycopg.Connection[Any], batch_id: str) -> None:
    """First no half-dropped staging may be taken for a whole one, last its line of the ledger goes: killed in between,
    it is found and dropped by the next. Table by table, for one transaction may not hold as many locks as a large file
    has spans.
    """
    with connection.transaction():
        for statement in _SPOIL:
            connection.execute(statement, (batch_id,))
    for (name,) in connection.execute(_TABLES, (f"%\\_{batch_id.replace('-', '')}%",)).fetchall():
        connection.execute(sql.SQL("drop table if exists {}").format(sql.Identifier("staging", name)))
    connection.execute("delete from staging.load where batch_id = %s", (batch_id,))


def copy_frame(cursor: psycopg.Cursor[Any], statement: sql.Composed, rows: pl.DataFrame) -> None:
    """COPY of rows as CSV: nothing is null, two quotes are the empty text."""
    buffer = io.BytesIO()
    rows.write_csv(buffer, include_header=False, null_value="")
    with cursor.copy(statement) as copy:
        copy.write(buffer.getbuffer())
