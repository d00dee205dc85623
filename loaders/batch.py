"""The books of loading: sources, batches and what people decide about them."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, NamedTuple

import psycopg

from hub.errors import BatchNotParked, Busy, SamePerson
from loaders.merge import Counts
from loaders.merge_pieces import Batch, LastList
from loaders.prepare import Delivery
from loaders.read import FileFacts
from loaders.row_hash import mapping_of
from loaders.source import Source
from loaders.staging import Account

_RECEIPT = """
select id::text, status, rows_read, rows_accepted, rows_quarantined, rows_ignored, rows_unchanged from batch
where source_name = %s and sha256 = %s and status <> 'REJECTED'
"""
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
#: a batch that was refused takes the time of its new try; one that is released keeps its place among those since
_BATCH = """
insert into batch (id, source_name, file_name, sha256, encoding, mode, status, rows_read, rows_accepted,
                   rows_quarantined, rows_ignored, rows_unchanged, facts_inserted, facts_updated, facts_unchanged)
values (%(id)s, %(source)s, %(file)s, %(sha256)s, %(encoding)s, %(mode)s, %(status)s, %(read)s, %(accepted)s,
        %(quarantined)s, %(ignored)s, %(unchanged)s, 0, 0, 0)
on conflict (source_name, sha256) do update set
    file_name = excluded.file_name, mode = excluded.mode, status = excluded.status,
    received_at = case batch.status when 'PARKED' then batch.received_at else now() end,
    rows_read = excluded.rows_read, rows_accepted = excluded.rows_accepted,
    rows_quarantined = excluded.rows_quarantined, rows_ignored = excluded.rows_ignored,
    rows_unchanged = excluded.rows_unchanged
    where batch.status <> 'MERGED'
returning id::text, received_at::text
"""
_CLOSE = """
update batch set rows_read = %(read)s, rows_accepted = %(accepted)s, rows_quarantined = %(quarantined)s,
    rows_ignored = %(ignored)s, rows_unchanged = %(unchanged)s, facts_inserted = %(inserted)s,
    facts_updated = %(updated)s, facts_unchanged = %(facts_unchanged)s, rows_erased = %(erased)s
where id = %(id)s
"""
_DELIVERY = """
insert into delivery (batch_id, delivered_by, columns, mapping, parked, as_of, reasons)
values (%(id)s, %(by)s, %(columns)s, %(mapping)s, %(parked)s, %(as_of)s, %(reasons)s)
on conflict (batch_id) do update set columns = excluded.columns, mapping = excluded.mapping, as_of = excluded.as_of,
    reasons = excluded.reasons,
    parked = coalesce(excluded.parked, delivery.parked),
    delivered_by = case when delivery.decision = 'RELEASED' then delivery.delivered_by else excluded.delivered_by end
"""
#: columns of the batch of this source that was merged last before this one
_COLUMNS = """
select d.columns from delivery d join batch b on b.id = d.batch_id
where b.source_name = %s and b.status = 'MERGED' and b.id <> %s order by b.received_at desc limit 1
"""
_LAST_LIST = """
select d.as_of::text, b.received_at::text from delivery d join batch b on b.id = d.batch_id
where b.source_name = %s and b.id <> %s and b.mode = 'FULL' and b.status = 'MERGED' and d.as_of is not null
order by d.as_of desc, b.received_at desc limit 1
"""
_LISTED = """
select b.id::text, b.source_name, b.file_name, b.sha256, b.mode, b.status, b.received_at::text,
       b.rows_read, b.rows_accepted,
       b.rows_quarantined, b.rows_ignored, b.rows_unchanged, b.facts_inserted, b.facts_updated, b.facts_unchanged,
       d.delivered_by, d.reasons, d.parked, d.decision, d.decided_by, d.decided_at::text
from batch b left join delivery d on d.batch_id = b.id
where (%(id)s::uuid is null or b.id = %(id)s) and (%(source)s::text is null or b.source_name = %(source)s)
  and (%(status)s::text is null or b.status = %(status)s)
order by b.received_at desc, b.id limit %(most)s
"""
_DECIDE = """
update delivery set decision = %(decision)s, decided_by = %(by)s, decided_at = now() where batch_id = %(id)s
"""


class Listed(NamedTuple):
    """A batch with what is noted of its delivery."""

    id: str
    source: str
    file: str
    sha256: str
    mode: str
    status: str
    received_at: str
    read: int
    accepted: int
    quarantined: int
    ignored: int
    unchanged: int
    facts_inserted: int
    facts_updated: int
    facts_unchanged: int
    delivered_by: str | None
    #: reason code → bad rows, when it was loaded
    reasons: dict[str, int] | None
    #: what would have vanished, or why else it was parked
    parked: Any
    decision: str | None
    decided_by: str | None
    decided_at: str | None


def lock_source(connection: psycopg.Connection[Any], source: Source) -> None:
    """Let one load of a source run at a time; the lock ends with the session, also by kill -9."""
    connection.execute("select pg_advisory_lock(hashtext('hub source'), hashtext(%s))", (source.name,))


def unlock_source(connection: psycopg.Connection[Any], source: Source) -> None:
    """Let the next one in."""
    connection.execute("select pg_advisory_unlock(hashtext('hub source'), hashtext(%s))", (source.name,))


def lock_merge(cursor: psycopg.Cursor[Any], source: Source) -> None:
    """Let one merge of a source run at a time, whatever became of the session that holds the lock of the source.

    None runs beside an erasure, which locks the batches against writers: neither must miss what the other one brings.
    """
    cursor.execute("lock table batch in row exclusive mode")
    cursor.execute("select pg_advisory_xact_lock(hashtext('hub merge'), hashtext(%s))", (source.name,))


def known_batch(cursor: psycopg.Cursor[Any], source: Source, facts: FileFacts) -> dict[str, Any] | None:
    """The account of an earlier load of the same bytes that was merged or is parked, or None."""
    row = cursor.execute(_RECEIPT, (source.name, facts.sha256.hex())).fetchone()
    names = ("batch_id", "status", "read", "accepted", "quarantined", "ignored", "rows_unchanged")
    return None if row is None else dict(zip(names, row, strict=True))


def has_merged(cursor: psycopg.Cursor[Any], source: Source) -> bool:
    """Whether anything of this source was merged before."""
    query = "select exists (select from batch where source_name = %s and status = 'MERGED')"
    return cursor.execute(query, (source.name,)).fetchone() == (True,)


def last_list(cursor: psycopg.Cursor[Any], source: Source, batch_id: str) -> LastList:
    """The newest whole list of the source besides this batch."""
    row = cursor.execute(_LAST_LIST, (source.name, batch_id)).fetchone()
    return LastList(*row) if row else LastList()


def open_batch(cursor: psycopg.Cursor[Any], delivery: Delivery, batch_id: str) -> Batch:
    """Register the source and the batch."""
    return _write_batch(cursor, delivery, batch_id, "MERGED", Account())


def close_batch(cursor: psycopg.Cursor[Any], batch: Batch, account: Account, counts: Counts) -> None:
    """Write the account and the counts of the merge."""
    facts = {
        "inserted": counts.inserted, "updated": counts.updated, "facts_unchanged": counts.unchanged,
        "erased": counts.erased,
    }  # fmt: skip
    cursor.execute(_CLOSE, {**asdict(account), **facts, "id": batch.id})


class Noted(NamedTuple):
    """What is noted of a delivery besides its account."""

    by: str
    columns: set[str]
    #: reason code → bad rows
    reasons: dict[str, int]
    #: ISO 8601: latest source time in a whole list
    as_of: str | None = None
    #: what would have vanished, where the batch is parked
    parked: Any = None


def note_delivery(cursor: psycopg.Cursor[Any], source: Source, batch_id: str, noted: Noted) -> None:
    """Note who delivered it, which columns it had, how they were read, what was bad, and why it was parked."""
    parked = None if noted.parked is None else json.dumps(noted.parked, ensure_ascii=False)
    cursor.execute(_DELIVERY, {
        "id": batch_id, "by": noted.by, "columns": sorted(noted.columns), "mapping": mapping_of(source.name),
        "reasons": json.dumps(noted.reasons), "as_of": noted.as_of, "parked": parked,
    })  # fmt: skip


def note_refused(
    connection: psycopg.Connection[Any], delivery: Delivery, batch_id: str, account: Account, noted: Noted
) -> None:
    """Remember, in a transaction of its own, that a delivery was refused, or parked with what would have vanished."""
    with connection.transaction(), connection.cursor() as cursor:
        _write_batch(cursor, delivery, batch_id, "REJECTED" if noted.parked is None else "PARKED", account)
        note_delivery(cursor, delivery.source, batch_id, noted)


def drift(cursor: psycopg.Cursor[Any], source: Source, batch_id: str, columns: set[str]) -> dict[str, list[str]]:
    """Columns that this delivery has or lacks, and that the last one lacked or had: {"appeared": …, "vanished": …}."""
    row = cursor.execute(_COLUMNS, (source.name, batch_id)).fetchone()
    before = set(row[0]) if row else columns
    changes = {"appeared": sorted(columns - before), "vanished": sorted(before - columns)}
    return {word: names for word, names in changes.items() if names}


def listed(
    cursor: psycopg.Cursor[Any], *, batch_id: str | None = None, source: str | None = None, status: str | None = None,
    most: int = 50,
) -> list[Listed]:  # fmt: skip
    """Batches, the latest first."""
    given = {"id": batch_id, "source": source, "status": status, "most": most}
    return [Listed(*row) for row in cursor.execute(_LISTED, given).fetchall()]


def parked_batch(cursor: psycopg.Cursor[Any], batch_id: str) -> Listed:
    """The batch that waits for a decision; raises BatchNotParked."""
    found = listed(cursor, batch_id=batch_id)
    if not found or found[0].status != "PARKED":
        raise BatchNotParked(batch=batch_id)
    return found[0]


def decide(cursor: psycopg.Cursor[Any], batch: Listed, decision: str, by: str) -> None:
    """Write down who released or rejected a parked batch. Raises SamePerson when its deliverer would release it."""
    if decision == "RELEASED" and by == batch.delivered_by:
        raise SamePerson(person=by)
    cursor.execute(_DECIDE, {"id": batch.id, "decision": decision, "by": by})
    if decision == "REJECTED":
        cursor.execute("update batch set status = 'REJECTED' where id = %s", (batch.id,))


def _write_batch(
    cursor: psycopg.Cursor[Any], delivery: Delivery, batch_id: str, status: str, account: Account
) -> Batch:
    source, facts = delivery.source, delivery.facts
    about = {name: getattr(source, name) for name in ("name", "title", "title_en", "provider", "precedence")}
    cursor.execute(_NEW_SOURCE, about)
    cursor.execute(_CHANGED_SOURCE, about)
    named = {"id": batch_id, "source": source.name, "file": facts.name, "sha256": facts.sha256.hex()}
    given = {**named, **asdict(account), "mode": delivery.mode, "status": status, "encoding": facts.encoding or "xlsx"}
    row = cursor.execute(_BATCH, given).fetchone()
    if row is None:  # a load that lost its lock, and another one that has merged the same file since
        raise Busy
    return Batch(*row)
