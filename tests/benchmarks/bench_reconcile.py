"""One lost, one stale and one extra row among BENCH_ROWS (by default a million): found, healed, bytes counted.

Beside it what the same costs by other ways: the hashes of all rows, and a bucket digest with the hashes of the buckets
that differ. Times are those of the digest on either side and of the healing.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from hub.vault import Vault, new_key_file
from loaders.load import Desk, take_in
from loaders.prepare import Delivery
from loaders.reconcile.cells import Cells
from loaders.reconcile.heal import compare, heal
from loaders.reconcile.held import Held
from loaders.reconcile.key import RowKey
from loaders.reconcile.papers import write_wanted
from loaders.reconcile.sender import digest_of, write_rows
from loaders.source import RESENT, source_of
from loaders.store import Store
from tests.benchmarks import warehouse_rows
from tests.benchmarks.bench_load import ROWS, SOURCE, prepared
from tests.benchmarks.record import Record

T = TypeVar("T")
#: what may be exchanged
MOST_BYTES = 64 * 1024
#: buckets of the way that is compared with, and bytes of one (count, xor)
_BUCKETS, _BUCKET = 2048, 12


def bench_reconcile(bench_cluster: tuple[str, int], record: Record, tmp_path: Path) -> None:
    """Three differences in a million."""
    vault = Vault.from_key_file(new_key_file())
    # one row in a hundred is bad, number 99 of each: the three are good ones
    lost, stale, extra = 101, 5001, 9001
    there = (number for number in range(1, ROWS + 1) if number not in (stale, extra))
    newer = warehouse_rows.rows([stale], "2026-06-01 00:00:00", "部分未履行")
    listed = warehouse_rows.write(tmp_path / "list.csv", warehouse_rows.rows(there), newer)
    known = (number for number in range(1, ROWS + 1) if number != lost)
    loaded = warehouse_rows.write(tmp_path / "loaded.csv", warehouse_rows.rows(known))
    key = RowKey.of(source_of(SOURCE), vault)
    with prepared(bench_cluster[0], vault) as database:
        desk = Desk(database, vault, "bench", Store(tmp_path / "sources", vault))
        list(take_in(desk, [Delivery.of(SOURCE, loaded, "DELTA")]))
        digest, making = timed(lambda: digest_of(listed, key))
        exchanged = digest.write(tmp_path / "digest", key)
        with database.connect("loader") as connection, connection.cursor() as cursor:
            hashes, scanning = timed(lambda: Held(cursor, source_of(SOURCE)).hashes())
        _, filling = timed(lambda: Cells.of(hashes))
        found, comparing = timed(lambda: compare(desk, SOURCE, digest))
        exchanged += write_wanted(tmp_path / "wanted", key, found.lacking)
        resent = tmp_path / f"rows{RESENT}"
        write_rows(listed, key, found.lacking, resent)
        exchanged += resent.stat().st_size
        done, healing = timed(lambda: heal(desk, SOURCE, digest, resent))
        left = compare(desk, SOURCE, digest)
    assert (len(found.lacking), len(found.extra["listing"])) == (2, 2)
    assert (done.restored, done.replaced, done.suspected) == (2, 1, 1)
    assert (left.lacking, left.extra["listing"]) == (set(), [])
    assert exchanged < MOST_BYTES
    record.note("reconcile", f"{ROWS:,} rows, 3 differences", {
        "bytes": exchanged, "sender s": making, "scan s": scanning, "buckets s": filling, "compare s": comparing,
        "heal s": healing,
    })  # fmt: skip
    tree = _BUCKETS * _BUCKET + 4 * ROWS // _BUCKETS * 8 + 2 * resent.stat().st_size
    record.note("reconcile", "other ways", {"bytes, two levels": tree, "bytes, every hash": 8 * ROWS})


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What it returns, and its seconds."""
    begun = time.perf_counter()
    return work(), time.perf_counter() - begun
