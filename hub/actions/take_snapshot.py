"""Taking the weekly snapshot of listed government bodies (政府机构失信监测): once per area and ISO week, never changed.

Added, cleared and unchanged are held against the snapshot of the week before, or the latest earlier one. A second run
in the same week finds the snapshot and leaves it. The digest is SHA-256 over the entries, sorted, so a
copy can be checked against the hub for ever. Source: the practice reports behind 动态清零; ISO 8601 weeks in China
time.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from psycopg import Connection

from hub.errors import InvalidArgument
from schema.identifiers import area_prefix

CURRENT = """
select l.subject_id::text, l.id::text, coalesce(s.area_code, %(area)s), s.name, s.credit_code, s.government_kind,
       l.case_number, l.court_code, l.published_on
from listing l join subject s on s.id = l.subject_id
where s.kind = 'GOVERNMENT_BODY' and s.area_code ^@ %(prefix)s and l.kind = 'SX' and l.state = 'PUBLISHED'
    and (l.term_ends_on is null or l.term_ends_on >= %(day)s)
order by l.case_number, s.credit_code, l.id
"""

BEFORE = """
select e.subject_id::text, e.listing_id::text, e.area_code, e.name, e.credit_code, e.government_kind,
       e.case_number, e.court_code, e.published_on
from government_debtor_entry e where e.snapshot_id = %s and e.change <> 'CLEARED'
order by e.case_number, e.credit_code, e.listing_id
"""

#: areas to watch when none is named: counties and cities in which a government body is known
WATCHED = """
select distinct a.code from area a
where a.level in ('CITY', 'COUNTY') and exists (
    select from subject s where s.kind = 'GOVERNMENT_BODY' and s.area_code ^@ regexp_replace(a.code, '(00)+$', ''))
order by a.code
"""

#: advisory lock of whoever takes snapshots, and what lets it wait for another run
LOCK = 0x736E6170
PATIENCE = ["lock_timeout", "statement_timeout"]

#: ids of the hub: kept, but no part of what a reader can check
IDS = ("subject_id", "listing_id")
FIELDS = (
    *IDS,
    "area_code",
    "name",
    "credit_code",
    "government_kind",
    "case_number",
    "court_code",
    "published_on",
)
LISTING, PUBLISHED = FIELDS.index("listing_id"), FIELDS.index("published_on")


@dataclass(frozen=True)
class Snapshot:
    """What was taken, or found already taken."""

    area: str
    week: str
    taken: bool
    listed: int
    added: int
    cleared: int
    unchanged: int


def week_of(day: datetime.date) -> str:
    """ISO week of a civil day, such as `2026-W47`."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def take_snapshots(connection: Connection[Any], areas: list[str], day: datetime.date) -> list[Snapshot]:
    """One snapshot for each area, all in one transaction over one view of the data; no areas means every watched one.

    Raises InvalidArgument for an area that the hub does not know: its snapshot would say zero for ever.
    """
    with _alone(connection), connection.transaction():
        connection.execute("set transaction isolation level repeatable read")
        unknown = connection.execute("select unnest(%s::text[]) except select code from area", (areas,)).fetchone()
        if unknown:
            raise InvalidArgument(argument="--area", reason="is no area code", reason_zh="不是区划代码")
        wanted = areas or [code for (code,) in connection.execute(WATCHED).fetchall()]
        return [_take(connection, area, day) for area in dict.fromkeys(wanted)]


@contextmanager
def _alone(connection: Connection[Any]) -> Iterator[None]:
    """One run at a time. Locked before the transaction: a view of the data begun earlier would miss the other run's."""
    connection.execute("select set_config(name, '120000', false) from unnest(%s::text[]) name", (PATIENCE,))
    connection.execute("select pg_advisory_lock(%s)", (LOCK,))
    connection.commit()
    try:
        yield
    finally:
        connection.execute("select pg_advisory_unlock(%s)", (LOCK,))
        connection.commit()


def _take(connection: Connection[Any], area: str, day: datetime.date) -> Snapshot:
    week = week_of(day)
    known = connection.execute(
        "select listed_count, added_count, cleared_count, unchanged_count from government_debtor_snapshot"
        " where area_code = %s and week = %s", (area, week)).fetchone()  # fmt: skip
    if known:
        return Snapshot(area, week, False, *known)
    values = {"area": area, "prefix": area_prefix(area), "day": day}
    current = connection.execute(CURRENT, values).fetchall()
    previous, before = _before(connection, area, week)
    entries = compare(before, current)
    counts = {change: sum(1 for found, _ in entries if found == change) for change in ("ADDED", "CLEARED", "UNCHANGED")}
    _write(connection, area, week, day, previous, entries, counts, len(current))
    return Snapshot(area, week, True, len(current), counts["ADDED"], counts["CLEARED"], counts["UNCHANGED"])


def _before(connection: Connection[Any], area: str, week: str) -> tuple[str | None, list[tuple[Any, ...]]]:
    row = connection.execute(
        "select id::text from government_debtor_snapshot where area_code = %s and week < %s order by week desc limit 1",
        (area, week)).fetchone()  # fmt: skip
    return (row[0], connection.execute(BEFORE, (row[0],)).fetchall()) if row else (None, [])


def compare(before: list[tuple[Any, ...]], current: list[tuple[Any, ...]]) -> list[tuple[str, tuple[Any, ...]]]:
    """(change, entry) for every listing of either week, in the order of the current week, cleared ones last."""
    then, now = {row[LISTING] for row in before}, {row[LISTING] for row in current}
    entries = [("UNCHANGED" if row[LISTING] in then else "ADDED", row) for row in current]
    return entries + [("CLEARED", row) for row in before if row[LISTING] not in now]


def digest(entries: list[tuple[str, tuple[Any, ...]]]) -> str:
    """SHA-256 over the entries as JSON lines `[change, areaCode, name, … publishedOn]`, sorted; none of the hub's ids.

    Whoever reads a snapshot's `entries` can compute it again.
    """
    shown = [json.dumps([change, *row[len(IDS) :]], ensure_ascii=False, default=str) for change, row in entries]
    return hashlib.sha256("".join(f"{line}\n" for line in sorted(shown)).encode()).hexdigest()


def _write(connection: Connection[Any], area: str, week: str, day: datetime.date, previous: str | None,
           entries: list[tuple[str, tuple[Any, ...]]], counts: dict[str, int], listed: int) -> None:  # fmt: skip
    row = connection.execute(
        "insert into government_debtor_snapshot (area_code, week, listed_count, added_count, cleared_count,"
        " unchanged_count, is_zero, digest, previous_id) values (%s, %s, %s, %s, %s, %s, %s, %s, %s) returning id",
        (
            area,
            week,
            listed,
            counts["ADDED"],
            counts["CLEARED"],
            counts["UNCHANGED"],
            listed == 0,
            digest(entries),
            previous,
        ),
    ).fetchone()
    assert row
    with connection.cursor() as cursor:
        cursor.executemany(
            f"insert into government_debtor_entry (snapshot_id, change, days_listed, {', '.join(FIELDS)})"  # noqa: S608 - our own names
            f" values (%s, %s, %s{', %s' * len(FIELDS)})",
            [
                (row[0], change, (day - entry[PUBLISHED]).days if entry[PUBLISHED] else 0, *entry)
                for change, entry in entries
            ],
        )
