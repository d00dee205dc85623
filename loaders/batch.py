"""The books of loading: sources, batches and quarantine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import psycopg

from loaders.merge import Counts
from loaders.prepare import Delivery
from loaders.quarantine import Reject
from loaders.read import FileFacts
from loaders.source import Source

_RECEIPT = """
select id::text, rows_read, rows_accepted, rows_quarantined, rows_ignored from batch
where source_name = %s and sha256 = %s and status = 'MERGED'
"""
_RECEIPT_NAMES = ("batch_id", "read", "accepted", "quarantined", "ignored")
_NEW_SOURCE = """
insert into source (name, title, title_en, provider, precedence)
select %(name)s, %(title)s, %(title_en)s, %(provider)s, %(precedence)s
where not exists (select from source where name = %(name)s)
"""
_CHANGED_SOURCE = """
update source set title = %(title)s, title_en = %(title_en)s, provider = %(provider)s, precedence = %(precedence)s
where name = %(name)s
and (title, title_en, provider, precedence) is distinct from (%(title)s, %(title_en)s, %(provider)s, %(precedence)s)
"""
_BATCH = """
insert into batch (source_name, file_name, sha256, encoding, mode, status, rows_read, rows_accepted, rows_quarantined,
                   rows_ignored, facts_inserted, facts_updated, facts_unchanged)
values (%(source)s, %(file)s, %(sha256)s, %(encoding)s, %(mode)s, %(status)s, %(read)s, %(accepted)s, %(quarantined)s,
        %(ignored)s, 0, 0, 0)
on conflict (source_name, sha256) do update set
    file_name = excluded.file_name, mode = excluded.mode, status = excluded.status, received_at = now(),
    rows_read = excluded.rows_read, rows_accepted = excluded.rows_accepted,
    rows_quarantined = excluded.rows_quarantined, rows_ignored = excluded.rows_ignored
    where batch.status = 'REJECTED'
returning id::text
"""
_CLOSE = """
update batch set rows_read = %(read)s, rows_accepted = %(accepted)s, rows_quarantined = %(quarantined)s,
    rows_ignored = %(ignored)s, facts_inserted = %(inserted)s, facts_updated = %(updated)s,
    facts_unchanged = %(unchanged)s, rows_erased = %(erased)s
where id = %(id)s
"""
_QUARANTINE = "copy quarantine_row (batch_id, row_no, reason, column_name, locator, raw_masked, raw_sealed) from stdin"
_NOTHING = {"read": 0, "accepted": 0, "quarantined": 0, "ignored": 0}


def lock_source(cursor: psycopg.Cursor[Any], source: Source) -> None:
    """Let one load of a source run at a time; the lock ends with the transaction, also by kill -9."""
    cursor.execute("select pg_advisory_xact_lock(hashtext('hub source'), hashtext(%s))", (source.name,))


def already_merged(cursor: psycopg.Cursor[Any], source: Source, facts: FileFacts) -> dict[str, Any] | None:
    """The account of an earlier load of the same bytes, or None."""
    row = cursor.execute(_RECEIPT, (source.name, facts.sha256.hex())).fetchone()
    if row is None:
        return None
    return {**dict(zip(_RECEIPT_NAMES, row, strict=True)), "inserted": 0, "updated": 0, "unchanged": 0}


def open_batch(cursor: psycopg.Cursor[Any], delivery: Delivery) -> str:
    """Register the source and the batch; the batch's id."""
    return _write_batch(cursor, delivery, {"status": "MERGED", **_NOTHING})


def close_batch(cursor: psycopg.Cursor[Any], batch_id: str, account: Mapping[str, int], counts: Counts) -> None:
    """Write the account and the counts of the merge."""
    cursor.execute(_CLOSE, {"id": batch_id, **account, **asdict(counts)})


def note_rejected(connection: psycopg.Connection[Any], delivery: Delivery, account: Mapping[str, int]) -> None:
    """Remember, in a transaction of its own, that a delivery was refused as a whole."""
    with connection.transaction(), connection.cursor() as cursor:
        _write_batch(cursor, delivery, {"status": "REJECTED", **account})


def write_quarantine(cursor: psycopg.Cursor[Any], batch_id: str, rejects: Sequence[Reject]) -> None:
    """Store the rows set aside."""
    if not rejects:
        return
    with cursor.copy(_QUARANTINE) as copy:
        for one in rejects:
            copy.write_row((batch_id, one.row_no, one.reason, one.column, one.pointer, one.shown, one.sealed))


def _write_batch(cursor: psycopg.Cursor[Any], delivery: Delivery, state: Mapping[str, Any]) -> str:
    source, facts = delivery.source, delivery.facts
    about = {name: getattr(source, name) for name in ("name", "title", "title_en", "provider", "precedence")}
    cursor.execute(_NEW_SOURCE, about)
    cursor.execute(_CHANGED_SOURCE, about)
    named = {"source": source.name, "file": facts.name, "sha256": facts.sha256.hex(), "mode": delivery.mode}
    row = cursor.execute(_BATCH, {**named, "encoding": facts.encoding or "xlsx", **state}).fetchone()
    return str(row[0]) if row else ""
