"""The hub's side: what a sender's list and the hub tell apart, and how the hub is put right.

Nothing is healed but by the loader's own rules. Rows that were lacking come as a delta: kept, named in a batch, guarded
by their source time. What the list does not name any more is *suspected*, as by a whole list, never removed, and no
more of it at once than `Vanishing` allows. A row that loses, to another source or to a row further down in the list, is
not forced: it is counted as overruled, each time anew.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import psycopg

from hub.database_errors import refusal
from hub.errors import BatchRefused, DigestTooSmall
from loaders.batch import lock_merge
from loaders.load import Desk, Receipt, take_in
from loaders.prepare import Delivery
from loaders.reconcile.cells import Cells, larger
from loaders.reconcile.held import Held, Named
from loaders.reconcile.papers import Digest
from loaders.source import Expect, Source, source_of


@dataclass
class Comparison:
    """How a list and the hub differ, as row hashes and facts."""

    source: str
    file: str
    #: different rows of the list, and rows that the hub holds of the source
    listed: int
    held: int
    #: rows to ask for
    lacking: set[int] = field(repr=False)
    #: every row that the hub alone has
    others: set[int] = field(repr=False)
    #: table → facts in force that the list does not name
    extra: dict[str, list[str]] = field(repr=False)
    #: table → suspected facts that the list names
    returned: dict[str, list[str]] = field(repr=False)
    #: facts that came in after the list was made, so that it cannot name them
    newer: int
    #: facts that were read under another mapping and cannot be compared
    outdated: int

    def as_json(self) -> dict[str, Any]:
        """Counts for machines."""
        said = {key: getattr(self, key) for key in ("source", "file", "listed", "held", "newer", "outdated")}
        extra, returned = _count(self.extra), _count(self.returned)
        return {**said, "lacking": len(self.lacking), "extra": extra, "returned": returned}


@dataclass
class Healing:
    """What became of the differences."""

    source: str
    #: rows that the hub had asked for, and what the load made of those that came
    asked: int
    receipt: Receipt | None
    #: rows that were lacking and are held now; that came and lost, or were set aside; that did not come
    restored: int
    overruled: int
    missing: int
    #: facts that the list did not name: replaced by what came, suspected now
    replaced: int
    suspected: int
    #: suspects that the list names, cleared
    cleared: int

    def as_json(self) -> dict[str, Any]:
        """Counts for machines."""
        return asdict(self)


def compare(desk: Desk, source_name: str, digest: Digest) -> Comparison:
    """Tell a list and the hub apart. Raises DigestTooSmall."""
    with _cursor(desk) as cursor:
        return _compared(Held(cursor, source_of(source_name)), digest)


def heal(desk: Desk, source_name: str, digest: Digest, rows: Path | None = None) -> Healing:
    """Merge the rows that were lacking, and suspect what the list does not name.

    Raises DigestTooSmall, BatchRefused where too much would be suspected, and what a load raises. Killed half-way it
    is run again: what is merged is merged.
    """
    source = source_of(source_name)
    with _cursor(desk) as cursor:
        held = Held(cursor, source)
        before = _compared(held, digest)
        _guard(held, before, digest)
        cursor.connection.rollback()  # the load takes locks that a look must not be in the way of
        receipt = _load(desk, held, before, rows) if rows is not None and before.lacking else None
        lock_merge(cursor, source)
        after = _compared(held, digest)
        _guard(held, after, digest)
        came = receipt.read if receipt else 0
        missing = max(0, len(before.lacking) - came)
        # while rows are out, what the list does not name may be what one of them is to replace
        extra = {} if missing else after.extra
        suspected = sum(held.suspect(table, ids, _until(digest)) for table, ids in extra.items())
        cleared = sum(held.clear(table, ids) for table, ids in after.returned.items())
        cursor.connection.commit()
    asked, left = len(before.lacking), len(before.lacking & after.lacking)
    return Healing(
        source.name, asked, receipt, asked - left, max(0, left - missing), missing,
        _count(before.extra) - _count(after.extra), suspected, cleared,
    )  # fmt: skip


def _compared(held: Held, digest: Digest) -> Comparison:
    hashes = held.hashes()
    size = len(digest.cells.counts)
    apart = digest.cells.minus(Cells.of(hashes, size)).apart()
    if apart is None:
        raise DigestTooSmall(file=digest.file, cells=larger(size))
    lacking, others = apart
    until = _until(digest)
    extra = _chosen(held.named(others, until), lambda one: not (one.ended or one.suspected or one.newer))
    newer = _chosen(held.named(others, until), lambda one: one.newer and not (one.ended or one.suspected))
    known = held.named(lacking, until)
    returned = _chosen(known, lambda one: one.suspected and not one.ended)
    lacking -= {one.row_hash for found in known.values() for one in found if one.ended or one.suspected}
    return Comparison(
        held.source.name, digest.file, digest.distinct, len(hashes), lacking, others, extra, returned, _count(newer),
        held.outdated(),
    )  # fmt: skip


def _chosen(found: dict[str, list[Named]], wanted: Callable[[Named], bool]) -> dict[str, list[str]]:
    return {table: [one.id for one in facts if wanted(one)] for table, facts in found.items()}


def _count(found: dict[str, list[str]]) -> int:
    return sum(map(len, found.values()))


def _until(digest: Digest) -> str:
    """For when the list speaks: when it was made, by a clock that may be wrong, and not in the future."""
    return min(digest.made_at, datetime.datetime.now(datetime.UTC)).isoformat()


def _guard(held: Held, found: Comparison, digest: Digest) -> None:
    """Raise BatchRefused where the list names too few: that is a broken export rather than so many removals.

    What will be replaced is counted, too, but for those it is as many rows that are lacking.
    """
    limits = held.source.expect.vanishing
    for table, ids in found.extra.items():
        spared = len(found.lacking)
        for loss in held.losses(table, ids):
            if limits.exceeded(loss.before, loss.missing - spared):
                raise BatchRefused(
                    file=digest.file, reason=f"{loss.missing} of {loss.before} entries would be suspected",
                    reason_zh=f"原有 {loss.before} 条中有 {loss.missing} 条将被标为疑似缺失",
                )  # fmt: skip


def _load(desk: Desk, held: Held, before: Comparison, rows: Path) -> Receipt:
    """Merge the rows that came; what stands by a row that the list has as well is not replaced by them."""
    delivery = Delivery.of(held.source.name, rows, "DELTA")
    source: Source = replace(delivery.source, expect=Expect())  # a few rows are no delivery that could be unlike others
    at_desk = replace(desk, agreed=held.agreed(before.others))
    return next(take_in(at_desk, [replace(delivery, source=source)]))


@contextmanager
def _cursor(desk: Desk) -> Iterator[psycopg.Cursor[Any]]:
    try:
        with desk.database.connect("loader") as connection, connection.cursor() as cursor:
            yield cursor
    except psycopg.Error as error:
        raise refusal(error, desk.database.address) from None
