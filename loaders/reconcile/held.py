"""What the hub holds of a source, as row hashes: the rows that its facts bear, and those that stand in quarantine."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

import polars as pl
import psycopg
from psycopg import sql

from loaders.probe import recognised_by
from loaders.reconcile.cells import distinct
from loaders.roll_call import Loss
from loaders.row_hash import mapping_of
from loaders.source import Source
from schema.catalog import catalog

_FACTS = sql.SQL(
    "select t.content_hash as row_hash from {table} t join batch b on b.id = t.batch_id "
    "join delivery d on d.batch_id = b.id "
    "where b.source_name = {source} and d.mapping = {mapping} and t.content_hash <> 0 and {here}"
)
#: entries that may be missed: in force, and not under suspicion already
_HERE = sql.SQL("t.absent_since is null and t.state not in ('REMOVED', 'REVOKED')")
_SET_ASIDE = sql.SQL(
    "select q.row_hash from quarantine_row q join delivery d on d.batch_id = q.batch_id "
    "join batch b on b.id = q.batch_id where b.source_name = {source} and d.mapping = {mapping} "
    "and q.row_hash is not null and q.replayed_at is null"
)
_OUTDATED = sql.SQL(
    "select count(*) from {table} t join batch b on b.id = t.batch_id join delivery d on d.batch_id = b.id "
    "where b.source_name = {source} and d.mapping <> {mapping} and t.content_hash <> 0 and {here}"
)
_NAMED = sql.SQL(
    "select t.id::text, t.content_hash, {ended}, {suspected}, b.received_at > {made_at} "
    "from {table} t join batch b on b.id = t.batch_id where b.source_name = {source} and t.content_hash = any({hashes})"
)
#: lists that are told apart by the guard, and all together
_LOSSES = sql.SQL(
    "select t.court_code, t.kind, count(*), count(*) filter (where t.id = any({ids})) from {table} t "
    "join batch b on b.id = t.batch_id where b.source_name = {source} and {here} "
    "group by grouping sets ((t.court_code, t.kind), ()) having count(*) filter (where t.id = any({ids})) > 0"
)
_SUSPECT = sql.SQL(
    "update {table} t set absent_since = {since}, recorded_at = now() where t.id = any({ids}) and {here} returning t.id"
)
_CLEAR = sql.SQL("update {table} t set absent_since = null, recorded_at = now() where t.id = any({ids}) returning t.id")


class Named(NamedTuple):
    """A fact that bears a row hash."""

    id: str
    row_hash: int
    #: removed or revoked, so that no list has to name it
    ended: bool
    suspected: bool
    #: came in after the list was made
    newer: bool


@dataclass(frozen=True)
class Held:
    """The facts of one source."""

    cursor: psycopg.Cursor[Any]
    source: Source

    @property
    def tables(self) -> list[str]:
        """Tables whose facts tell which rows are held: the one that rows are recognised by, or all."""
        found = recognised_by(self.source)
        if found:
            return [found]
        with_hash = [name for name in self.source.targets() if "content_hash" in catalog().metadata.tables[name].c]
        return sorted(with_hash) or ["subject"]

    def hashes(self) -> pl.Series:
        """Every row hash that is held, each once (Int64); one scan, 8 bytes a row in memory."""
        return distinct(self._copied(query) for query in [*map(self._facts, self.tables), self._set_aside()])

    def outdated(self) -> int:
        """Facts that were read under another mapping, which no hash of today's can be compared with."""
        return sum(self._count(self._query(_OUTDATED, table)) for table in self.tables)

    def agreed(self, but: Iterable[int]) -> sql.Composed:
        """SQL: (row_hash, row_no) of the held rows, save some, each behind every row of a file.

        Given to a merge it says: what stands by a row that the sender has, too, is not replaced by an older one.
        """
        rows = sql.SQL(" union all ").join(map(self._facts, self.tables))
        return sql.SQL(
            "(select r.row_hash, 2147483647 as row_no from ({rows}) r where not (r.row_hash = any({but}::bigint[])))"
        ).format(rows=rows, but=sql.Literal(list(but)))

    def named(self, hashes: Iterable[int], made_at: str) -> dict[str, list[Named]]:
        """Table → its facts of this source that bear one of these hashes."""
        wanted = sql.SQL("{}::bigint[]").format(sql.Literal(list(hashes)))
        found = {}
        for table in self.tables:
            listed = _is_list(table)
            query = _NAMED.format(
                table=sql.Identifier(table), source=sql.Literal(self.source.name), hashes=wanted,
                made_at=sql.SQL("{}::timestamptz").format(sql.Literal(made_at)),
                ended=sql.SQL("t.state in ('REMOVED', 'REVOKED')" if listed else "false"),
                suspected=sql.SQL("t.absent_since is not null" if listed else "false"),
            )  # fmt: skip
            found[table] = [Named(*row) for row in self.cursor.execute(query).fetchall()]
        return found

    def losses(self, table: str, ids: list[str]) -> list[Loss]:
        """What would be lost of each list, and in all, if these facts were suspected; nothing where none can be."""
        if not ids or not _is_list(table):
            return []
        query = self._query(_LOSSES, table, ids=_ids(ids))
        return [Loss(*row) for row in self.cursor.execute(query).fetchall()]

    def suspect(self, table: str, ids: list[str], since: str) -> int:
        """Mark facts as absent since a time; how many were not before. Only lists know suspects."""
        if not ids or not _is_list(table):
            return 0
        given = sql.SQL("{}::timestamptz").format(sql.Literal(since))
        return len(self.cursor.execute(self._query(_SUSPECT, table, ids=_ids(ids), since=given)).fetchall())

    def clear(self, table: str, ids: list[str]) -> int:
        """Take the suspicion from facts."""
        if not ids:
            return 0
        return len(self.cursor.execute(self._query(_CLEAR, table, ids=_ids(ids))).fetchall())

    def _facts(self, table: str) -> sql.Composed:
        return self._query(_FACTS, table)

    def _set_aside(self) -> sql.Composed:
        return self._query(_SET_ASIDE, "quarantine_row")

    def _query(self, template: sql.SQL, table: str, **more: sql.Composable) -> sql.Composed:
        here = _HERE if _is_list(table) else sql.SQL("true")
        return template.format(
            table=sql.Identifier(table), source=sql.Literal(self.source.name),
            mapping=sql.Literal(mapping_of(self.source.name)), here=here, **more,
        )  # fmt: skip

    def _count(self, query: sql.Composed) -> int:
        row = self.cursor.execute(query).fetchone()
        return int(row[0]) if row else 0

    def _copied(self, query: sql.Composed) -> pl.Series:
        """The one column of a query, by COPY: a million rows in half a second, nothing of them as Python objects."""
        buffer = io.BytesIO()
        with self.cursor.copy(sql.SQL("copy ({}) to stdout").format(query)) as copy:
            for block in copy:
                buffer.write(block)
        if not buffer.tell():
            return pl.Series("hash", [], dtype=pl.Int64)
        buffer.seek(0)
        return pl.read_csv(buffer, has_header=False, schema={"hash": pl.Int64})["hash"]


def _is_list(table: str) -> bool:
    return "absent_since" in catalog().metadata.tables[table].c


def _ids(ids: list[str]) -> sql.Composed:
    return sql.SQL("{}::uuid[]").format(sql.Literal(ids))
