"""Loading beside raw COPY of the same cleaned rows into the same tables with the same indexes, all in one run.

BENCH_ROWS rows of the city warehouse (by default a million) with their cases and subjects: a first load, the same rows
in other bytes, one in a hundred changed, and row by row with python-stdnum as most platforms do it. The delta comes
once more when BENCH_BESIDE others (by default twice as many) have joined them. Each load runs in a process of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from hub.database import Database, migrate
from hub.vault import Vault, new_key_file
from loaders.bundled import bundled
from loaders.load import load_all
from loaders.prepare import Delivery
from schema.catalog import catalog
from tests.benchmarks import row_by_row, warehouse_rows
from tests.benchmarks.record import ROOT, Record
from tests.conftest import bare_database

ROWS = int(os.environ.get("BENCH_ROWS", "1000000"))
BESIDE = int(os.environ.get("BENCH_BESIDE", str(2 * ROWS)))
SOURCE = "sx_warehouse"
#: as many as show the rate of a loader that needs a minute for them
ONE_BY_ONE = min(ROWS, 20_000)


def bench_load(bench_cluster: tuple[str, int], record: Record, tmp_path: Path) -> None:
    """The table of the issue."""
    server, _ = bench_cluster
    keys = tmp_path / "keys.json"
    keys.write_bytes(new_key_file())
    vault = Vault.from_key_file(keys.read_bytes())
    whole = warehouse_rows.write(tmp_path / "whole.csv", warehouse_rows.rows(range(1, ROWS + 1)))
    with prepared(server, vault) as loaded, prepared(server, vault) as target, prepared(server, vault) as third:
        first = measured(loaded, keys, whole)
        facts, floor = copy_facts(loaded, target, tmp_path)
        record.note("load", "COPY of its facts", {"rows/s": ROWS / floor, "facts": facts, "seconds": floor})
        _note(record, "first load", first, floor)
        _forget_bytes(loaded)
        _note(record, "the same rows again", measured(loaded, keys, whole), floor)
        _note(record, f"1 % changed, {ROWS:,} stored", measured(loaded, keys, _delta(tmp_path / "1.csv", "05")), floor)
        more = warehouse_rows.write(tmp_path / "more.csv", warehouse_rows.rows(range(ROWS + 1, ROWS + BESIDE + 1)))
        _note(record, f"{BESIDE:,} more", measured(loaded, keys, more), floor * BESIDE / ROWS)
        _note(
            record,
            f"1 % changed, {ROWS + BESIDE:,} stored",
            measured(loaded, keys, _delta(tmp_path / "2.csv", "06")),
            floor,
        )
        few = warehouse_rows.write(tmp_path / "few.csv", warehouse_rows.rows(range(1, ONE_BY_ONE + 1)))
        with third.connect("owner") as connection:
            courts: dict[str, str] = dict(connection.execute("select name, code from court").fetchall())
            rows, spent = row_by_row.load(connection, vault, few, courts)
    record.note("load", "row by row, python-stdnum", {"rows/s": rows / spent})
    record.note("load", "ratio", {"first ÷ row by row": (ROWS / first["seconds"]) / (rows / spent)})


@contextmanager
def prepared(server: str, vault: Vault) -> Iterator[Database]:
    """A database with reference data."""
    with bare_database(server) as database:
        migrate(database)
        list(load_all(database, vault, [Delivery.of(name, path, "FULL") for name, path in bundled().items()]))
        yield database


def measured(database: Database, keys: Path, path: Path, mode: str = "DELTA") -> dict[str, Any]:
    """The receipt of a load, its seconds, its peak of memory in MB, and the WAL that it wrote in MB."""
    with database.connect("owner") as connection:
        connection.autocommit = True
        connection.execute("vacuum analyze")
        connection.execute("checkpoint")
        (before,) = connection.execute("select pg_current_wal_insert_lsn()").fetchone() or ("",)
        command = [sys.executable, "-m", "tests.benchmarks.load_one", database.owner_connection, str(keys), SOURCE]
        done = subprocess.run([*command, str(path), mode], cwd=ROOT, capture_output=True, text=True, check=True)
        query = "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), %s) / 1e6"
        (wal,) = connection.execute(query, (before,)).fetchone() or (0,)
    found: dict[str, Any] = json.loads(done.stdout)
    return {**found, "wal": float(wal)}


def copy_facts(loaded: Database, target: Database, folder: Path) -> tuple[int, float]:
    """Copy every fact into the other database's tables; rows and seconds that COPY alone took."""
    rows, spent = 0, 0.0
    with loaded.connect("owner") as source, target.connect("owner") as into:
        for table in catalog().metadata.sorted_tables:
            if "content_hash" not in table.c and table.name != "subject_identifier":
                continue
            if into.execute(sql.SQL("select 1 from {} limit 1").format(sql.Identifier(table.name))).fetchone():
                continue  # reference data
            path = folder / f"{table.name}.copy"
            _dump(source, table.name, path)
            begun = time.perf_counter()
            with into.cursor() as cursor, path.open("rb") as stream:
                with cursor.copy(sql.SQL("copy {} from stdin").format(sql.Identifier(table.name))) as copy:
                    while block := stream.read(1 << 20):
                        copy.write(block)
                rows += cursor.rowcount
            into.commit()
            spent += time.perf_counter() - begun
            path.unlink()
        into.commit()
        into.autocommit = True
        into.execute("vacuum analyze")  # now, or autovacuum does it while the WAL of other loads is measured
    return rows, spent


def _dump(connection: psycopg.Connection[Any], table: str, path: Path) -> None:
    statement = sql.SQL("copy {} to stdout").format(sql.Identifier(table))
    with path.open("wb") as stream, connection.cursor() as cursor, cursor.copy(statement) as copy:
        for block in copy:
            stream.write(block)


def _delta(path: Path, month: str) -> Path:
    """One row in a hundred, performed in part since."""
    changed = warehouse_rows.rows(range(1, ROWS + 1, 100), f"2026-{month}-01 00:00:00", "部分未履行")
    return warehouse_rows.write(path, changed)


def _forget_bytes(database: Database) -> None:
    """Let the same rows come in a file that nobody has seen."""
    with database.connect("owner") as connection:
        connection.execute("update batch set sha256 = md5(sha256) where source_name = %s", (SOURCE,))


def _note(record: Record, line: str, found: dict[str, Any], floor: float) -> None:
    rate = found["read"] / found["seconds"]
    record.note("load", line, {
        "rows/s": rate, "to COPY": rate / (ROWS / floor), "WAL MB": found["wal"], "peak MB": found["peak"],
        "inserted": found["inserted"], "updated": found["updated"], "recognised": found["rows_unchanged"],
    })  # fmt: skip
