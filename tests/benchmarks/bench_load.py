"""Loading: `hub load` beside raw COPY of the ready rows into the same indexed tables."""

from __future__ import annotations

import io
import time
from typing import Any

import psycopg
import pytest

from hub.database import Database, migrate
from hub.vault import Vault
from loaders.bundled import bundled
from loaders.load import load_all
from loaders.prepare import Delivery
from schema.catalog import catalog
from tests.benchmarks.province import Files
from tests.benchmarks.record import Record
from tests.conftest import bare_database


@pytest.mark.parametrize("source", ["sx_warehouse", "sx_court_json"])
def bench_load(source: str, generated: Files, bench_cluster: tuple[str, int], record: Record) -> None:
    """Rows of the source per second, of a first load and of raw COPY."""
    server, _ = bench_cluster
    vault = Vault.from_settings(generated.settings)
    deliveries = generated.deliveries(source)
    with bare_database(server) as loaded, bare_database(server) as target:
        for database in (loaded, target):
            migrate(database)
            list(load_all(database, vault, [Delivery.of(name, path, "FULL") for name, path in bundled().items()]))
        begun = time.perf_counter()
        read = sum(receipt.read for receipt in load_all(loaded, vault, deliveries))
        spent = time.perf_counter() - begun
        copied, floor = copy_facts(loaded, target)
    record.note(f"load {source}", "hub load", {"rows/s": read / spent, "rows": read, "facts": copied})
    record.note(f"load {source}", "COPY of its facts", {"rows/s": read / floor, "facts/s": copied / floor})
    record.note(f"load {source}", "ratio", {"to COPY": floor / spent})


def copy_facts(loaded: Database, target: Database) -> tuple[int, float]:
    """Copy every fact into the other database's tables; rows and seconds that COPY alone took."""
    rows, spent = 0, 0.0
    with loaded.connect("owner") as source, target.connect("owner") as into:
        for table in catalog().metadata.sorted_tables:
            if "content_hash" not in table.c and table.name != "subject_identifier":
                continue
            if into.execute(f"select 1 from {table.name} limit 1".encode()).fetchone():
                continue  # reference data
            data = _dump(source, table.name)
            begun = time.perf_counter()
            with into.cursor() as cursor, cursor.copy(f"copy {table.name} from stdin".encode()) as copy:
                copy.write(data)
            into.commit()
            spent += time.perf_counter() - begun
            rows += data.count(b"\n")
    return rows, spent


def _dump(connection: psycopg.Connection[Any], table: str) -> bytes:
    buffer = io.BytesIO()
    with connection.cursor() as cursor, cursor.copy(f"copy {table} to stdout".encode()) as copy:
        for block in copy:
            buffer.write(block)
    return buffer.getvalue()
