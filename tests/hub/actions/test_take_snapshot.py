"""The weekly snapshot of listed government bodies: taken once, true to the day, comparable, never changed."""

from __future__ import annotations

import datetime
import hashlib
import json
import threading
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import psycopg
import pytest

from hub.actions.take_snapshot import FIELDS, Snapshot, compare, take_snapshots, week_of
from hub.china import today
from hub.database import Database, Role
from hub.errors import InvalidArgument
from tests.hub.actions.registry import Registry

MONDAY = datetime.date(2026, 11, 16)
ROLES: tuple[Role, ...] = ("reader", "writer", "loader")
LATER = MONDAY + datetime.timedelta(7)


class Weeks(Registry):
    """The registry, with the monitor over it."""

    def take(self, day: datetime.date, *areas: str) -> list[Snapshot]:
        """Take snapshots as the command does: as hub_writer."""
        with self.database.connect("writer") as connection:
            return take_snapshots(connection, list(areas), day)

    def entries(self, area: str, week: str) -> list[tuple[Any, ...]]:
        """(change, days listed, FIELDS…) of a snapshot, in canonical order."""
        rest = ", ".join(f"e.{field}" for field in FIELDS[2:])
        return self.connection.execute(
            f"""select e.change, e.days_listed, e.subject_id::text, e.listing_id::text, {rest}
            from government_debtor_entry e join government_debtor_snapshot s on s.id = e.snapshot_id
            where s.area_code = %s and s.week = %s
            order by e.change = 'CLEARED', e.case_number, e.credit_code, e.listing_id""".encode(), (area, week)
        ).fetchall()  # fmt: skip


@pytest.fixture
def registry(empty_database: Database) -> Iterator[Weeks]:
    """A database with areas and nothing else."""
    found = Weeks(empty_database)
    yield found
    found.connection.close()


def counts(snapshot: Snapshot) -> tuple[int, int, int, int]:
    """Listed, added, cleared, unchanged."""
    return snapshot.listed, snapshot.added, snapshot.cleared, snapshot.unchanged


@pytest.mark.parametrize(
    ("day", "week"),
    [("2026-11-22", "2026-W47"), ("2026-12-31", "2026-W53"), ("2027-01-03", "2026-W53"), ("2027-01-04", "2027-W01"),
     ("2024-12-30", "2025-W01"), ("2023-01-01", "2022-W52"), ("2028-01-01", "2027-W52")],
)  # fmt: skip
def test_week_is_the_iso_week_of_the_day(day: str, week: str) -> None:
    """Weeks around New Year belong to the year that holds their Thursday (ISO 8601); text order is time order."""
    assert week_of(datetime.date.fromisoformat(day)) == week


@pytest.mark.parametrize(
    ("instant", "week"),
    [("2026-11-22T15:59:59+00:00", "2026-W47"), ("2026-11-22T16:00:00+00:00", "2026-W48"),
     ("2027-01-03T15:59:59+00:00", "2026-W53"), ("2027-01-03T16:00:00+00:00", "2027-W01")],
)  # fmt: skip
def test_week_begins_at_midnight_in_china(monkeypatch: pytest.MonkeyPatch, instant: str, week: str) -> None:
    """Sunday 24:00 in China is Sunday 16:00 UTC, whatever zone the server stands in."""

    class Clock(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> Clock:
            return cls.fromisoformat(instant).astimezone(tz)

    monkeypatch.setattr("hub.china.datetime", SimpleNamespace(datetime=Clock))

    assert week_of(today()) == week


def test_weeks_are_held_against_each_other(registry: Weeks) -> None:
    """Added, unchanged and cleared add up, week after week, also over a week without a snapshot."""
    body = registry.body("330211")
    stays, goes = registry.listing(body, 1), registry.listing(body, 2)
    assert counts(registry.take(MONDAY, "330211")[0]) == (2, 2, 0, 0)

    registry.remove(goes)
    comes = registry.listing(body, 3, published_on=LATER)
    after_a_gap = LATER + datetime.timedelta(7)
    assert counts(registry.take(after_a_gap, "330211")[0]) == (2, 1, 1, 1)
    found = {row[3]: row[:2] for row in registry.entries("330211", week_of(after_a_gap))}
    assert found == {stays: ("UNCHANGED", 24), comes: ("ADDED", 7), goes: ("CLEARED", 24)}

    registry.remove(stays)
    registry.remove(comes)
    last = registry.take(after_a_gap + datetime.timedelta(7), "330211")[0]
    assert counts(last) == (0, 0, 2, 0)
    ended = registry.take(after_a_gap + datetime.timedelta(14), "330211")[0]
    assert counts(ended) == (0, 0, 0, 0)
    zero = registry.connection.execute("select week, is_zero from government_debtor_snapshot order by week").fetchall()
    assert zero == [("2026-W47", False), ("2026-W49", False), ("2026-W50", True), ("2026-W51", True)]


def test_only_published_listings_of_government_bodies_count(registry: Weeks) -> None:
    """Firms, other lists, unpublished and removed entries do not stand in a snapshot; a term counts to its last day."""
    body, firm = registry.body("330211"), registry.body("330211", "ENTERPRISE")
    counted = {registry.listing(body, 1), registry.listing(body, 2, term_ends_on=MONDAY)}
    registry.listing(body, 3, term_ends_on=MONDAY - datetime.timedelta(1))
    for number, state in enumerate(("PROPOSED", "GRACE", "SHIELDED", "REMOVED", "REVOKED"), 4):
        registry.listing(body, number, state=state)
    registry.listing(body, 10, kind="CONSUMPTION_RESTRICTION")
    registry.listing(body, 11, kind="SERIOUS_DISHONESTY")
    registry.listing(firm, 12, subject_kind="ENTERPRISE")
    registry.listing(registry.body(None), 13)

    assert registry.take(MONDAY, "330211")[0].listed == 2
    assert {row[3] for row in registry.entries("330211", "2026-W47")} == counted


def test_an_area_takes_in_what_lies_within(registry: Weeks) -> None:
    """City over county over zone; a neighbour whose code begins alike stays out."""
    for number, area in enumerate(("330211", "330211Z01", "330212", "331102", "330200"), 1):
        registry.listing(registry.body(area), number)
    taken = {
        s.area: s.listed for s in registry.take(MONDAY, "330000", "330200", "330211", "330211Z01", "331000", "331100")
    }

    assert taken == {"330000": 5, "330200": 4, "330211": 2, "330211Z01": 1, "331000": 0, "331100": 1}


def test_watched_areas_are_those_with_a_government_body(registry: Weeks) -> None:
    """Every county and city in which one is known, and not 331000 or 330110 for bodies in 331102 and 330111."""
    registry.body("331102")
    registry.body("330111")
    registry.body("330211", "ENTERPRISE")

    assert [snapshot.area for snapshot in registry.take(MONDAY)] == ["330111", "331100", "331102"]


def test_unknown_area_is_refused_and_nothing_is_taken(registry: Weeks) -> None:
    """A misspelt code would say zero for ever; the whole run is refused, the right ones of it included."""
    with pytest.raises(InvalidArgument, match="--area"):
        registry.take(MONDAY, "330211", "33021")

    assert registry.connection.execute("select count(*) from government_debtor_snapshot").fetchone() == (0,)


def test_second_run_of_the_week_changes_nothing(registry: Weeks) -> None:
    """The first snapshot of the week stands, also when the data have moved and the area is named twice."""
    listing = registry.listing(registry.body("330211"), 1)
    first = registry.take(MONDAY, "330211", "330211")
    assert [snapshot.taken for snapshot in first] == [True]
    before = dump(registry)
    registry.remove(listing)
    again = registry.take(MONDAY + datetime.timedelta(6), "330211")

    assert (again[0].taken, counts(again[0])) == (False, counts(first[0]))
    assert dump(registry) == before


def dump(registry: Weeks) -> list[tuple[Any, ...]]:
    """Everything in both tables of snapshots."""
    return [
        row
        for table in ("government_debtor_snapshot", "government_debtor_entry")
        for row in registry.connection.execute(f"select t::text from {table} t order by 1".encode()).fetchall()
    ]


def test_runs_at_the_same_moment_take_one(registry: Weeks) -> None:
    """Four runs at once: one takes each snapshot, the others find it; nobody fails and nothing is doubled."""
    registry.listing(registry.body("330211"), 1)
    start, taken, failed = threading.Barrier(4), [], []

    def run() -> None:
        with registry.database.connect("writer") as connection:
            start.wait()
            try:
                taken.append([s.taken for s in take_snapshots(connection, ["330211", "330200"], MONDAY)])
            except psycopg.Error as error:
                failed.append(error)

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert not failed
    assert sorted(taken) == [[False, False]] * 3 + [[True, True]]
    assert registry.connection.execute("select count(*) from government_debtor_snapshot").fetchone() == (2,)


def test_run_waits_for_a_slow_one(registry: Weeks) -> None:
    """A run that another holds up for longer than the writer's usual patience waits, and then finds the snapshot."""
    from hub.actions.take_snapshot import LOCK

    registry.connection.execute("select pg_advisory_lock(%s)", (LOCK,))
    timer = threading.Timer(2.5, registry.connection.execute, ("select pg_advisory_unlock_all()",))
    timer.start()

    assert registry.take(MONDAY, "330211")[0].taken
    timer.join()


def test_digest_can_be_computed_again_from_the_entries(registry: Weeks) -> None:
    """SHA-256 over what a reader sees of the entries: whoever has a copy can prove it, and a changed entry shows."""
    body = registry.body("330211")
    for number in (3, 1, 2):
        registry.listing(body, number)
    gone = registry.listing(registry.body("330211Z01"), 9)
    registry.take(MONDAY, "330211")
    registry.remove(gone)
    registry.take(LATER, "330211")

    for week in ("2026-W47", "2026-W48"):
        rows = [(row[0], *row[4:]) for row in registry.entries("330211", week)]
        lines = sorted(json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in rows)
        stated = registry.connection.execute(
            "select digest from government_debtor_snapshot where week = %s", (week,)
        ).fetchone()
        assert stated == (hashlib.sha256("".join(lines).encode()).hexdigest(),)
        assert stated != (hashlib.sha256("".join(lines[1:]).encode()).hexdigest(),)


def test_failed_run_leaves_nothing(registry: Weeks, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault at the second area takes back the first; the next run does the whole work."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    registry.listing(registry.body("330211"), 1)
    with monkeypatch.context() as patch:
        patch.setattr("hub.actions.take_snapshot.digest", fail)
        with pytest.raises(ZeroDivisionError):
            registry.take(MONDAY, "330211")

    assert registry.take(MONDAY, "330211")[0].taken


@pytest.mark.parametrize("table", ["government_debtor_snapshot", "government_debtor_entry"])
@pytest.mark.parametrize("act", ["update {} set id = id", "delete from {}", "truncate {}"])
def test_snapshots_cannot_be_changed(registry: Weeks, table: str, act: str) -> None:
    """None of the three roles may alter, delete or empty them: PostgreSQL refuses, not only our code."""
    for role in ROLES:
        with registry.database.connect(role) as connection:
            connection.read_only = False
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(act.format(table).encode())


def test_compare_keeps_the_order_of_the_week() -> None:
    """Entries of this week in its order, then the cleared ones in the order of the week before."""
    row = dict(zip(FIELDS, range(len(FIELDS)), strict=True))

    def of(listing: str) -> tuple[Any, ...]:
        return tuple({**row, "listing_id": listing}.values())

    found = [(change, entry[1]) for change, entry in compare([of("d"), of("a"), of("b")], [of("c"), of("a")])]

    assert found == [("ADDED", "c"), ("UNCHANGED", "a"), ("CLEARED", "d"), ("CLEARED", "b")]
