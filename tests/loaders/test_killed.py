"""kill -9 at any moment, then once more: the same state as if nothing had happened, and nobody saw half a file."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hub.database import Database
from hub.vault import Vault, new_key_file
from loaders.load import load_file
from tests.loaders.fixtures import load_reference
from tests.loaders.test_load import row, written

ROOT = Path(__file__).parents[2]
ROWS = 600
#: what differs between two loads of the same bytes: random keys, times, ciphertext
VOLATILE = "{id,subject_id,batch_id,recorded_at,received_at,id_number_sealed,raw_sealed,owner_id,key_sealed}"
SUBJECTS = """
(select string_agg(k.kind || k.value, '|' order by k.kind, k.value) from subject_identifier k where k.subject_id = {})
"""


def rows() -> list[dict[str, str]]:
    """Persons known by starred numbers, units by registration numbers, and now and then a bad row."""
    made = []
    for number in range(1, ROWS + 1):
        changes = {"case_no": f"(2024)浙0211执{number}号"}
        if number % 3 == 0:
            changes |= {"executed_nature": "法人", "gen": "", "executed_nm": f"示例第{number % 50}有限公司",
                        "identi_id": f"3302110000{number % 50:04d}0"}  # fmt: skip
        else:
            changes |= {"identi_id": f"3302111990****{number:04d}", "executed_nm": "赵甲子"}
        made.append(row(**changes) if number % 100 else row(case_no="案号不详"))
    return made


def digest(database: Database) -> dict[str, list[str]]:
    """Every row of every table in a form that has no keys and no times, sorted."""
    found: dict[str, list[str]] = {}
    with database.connect("owner") as connection:
        names = "select table_name from information_schema.tables where table_schema = 'public' order by 1"
        for (name,) in connection.execute(names).fetchall():
            columns = (
                "select column_name from information_schema.columns where table_schema = 'public' and table_name = %s"
            )
            present = {column for (column,) in connection.execute(columns, (name,)).fetchall()}
            key = "t.subject_id" if "subject_id" in present else "t.id" if name == "subject" else None
            whose = SUBJECTS.format(key) if key else "''"
            query = f"select (to_jsonb(t) - '{VOLATILE}'::text[])::text || coalesce({whose}, '') from \"{name}\" t"
            found[name] = sorted(text for (text,) in connection.execute(query).fetchall())
    return found


def seen(database: Database) -> tuple[int, int]:
    """Listings and batches of the file, in one snapshot, as a reader sees them."""
    with database.connect("reader") as connection:
        query = ("select (select count(*) from listing),"
                 " (select count(*) from batch where source_name = 'sx_warehouse' and status = 'MERGED')")  # fmt: skip
        (found,) = connection.execute(query).fetchall()
    return found


@contextmanager
def loading(database: Database, keys: Path, path: Path) -> Iterator[subprocess.Popen[str]]:
    """A load in a process of its own, killed at the end of the block."""
    arguments = [database.owner_connection, str(keys), "sx_warehouse", str(path)]
    command = [sys.executable, "-m", "tests.loaders.killed_load", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "started\n"
            yield process
        finally:
            process.kill()


def stands_at(database: Database, statement: str) -> None:
    """Wait until the load runs, or waits in, a statement that begins so."""
    query = ("select count(*) from pg_stat_activity where application_name = 'hub-loader'"
             " and datname = current_database() and query like %s")  # fmt: skip
    with database.connect("owner") as connection:
        connection.autocommit = True
        for _ in range(5000):
            if connection.execute(query, (f"{statement}%",)).fetchone() != (0,):
                return
            time.sleep(0.001)
    pytest.fail(f"the load never came to {statement}")


def rolled_back(database: Database) -> None:
    """Wait until PostgreSQL has noticed the death."""
    query = (
        "select count(*) from pg_stat_activity where application_name = 'hub-loader' and datname = current_database()"
    )
    with database.connect("owner") as connection:
        connection.autocommit = True
        while connection.execute(query).fetchone() != (0,):
            time.sleep(0.005)


def test_killed_anywhere_and_repeated_it_ends_as_if_uninterrupted(database: Database, tmp_path: Path) -> None:
    """Five deaths, in COPY, in the merge and at random moments: nothing of them remains, the rerun is whole."""
    load_reference(database)
    key_file = new_key_file()
    keys = tmp_path / "keys.json"
    keys.write_bytes(key_file)
    path, vault = written(tmp_path / "1.csv", rows()), Vault.from_key_file(key_file)
    before, start = digest(database), time.monotonic()
    whole = load_file(database, vault, "sx_warehouse", path)
    lasted, expected = time.monotonic() - start, digest(database)
    with database.connect("owner") as connection:
        connection.execute(
            "truncate subject, subject_identifier, listing, enforcement_case, former_name, quarantine_row"
        )
        connection.execute(
            "delete from delivery where batch_id in (select id from batch where source_name = 'sx_warehouse')"
        )
        connection.execute("delete from batch where source_name = 'sx_warehouse'")
        connection.execute("delete from source where name = 'sx_warehouse'")
    assert digest(database) == before

    for blocked, statement in (
        ("staging.chunk", "insert into staging.chunk"), ("subject", "insert into subject"),
        ("listing", 'insert into "listing"'),
    ):  # fmt: skip
        # the merge waits for a table that somebody holds, and dies there
        with database.connect("owner") as holder:
            holder.execute(f"lock table {blocked} in share mode".encode())
            with loading(database, keys, path):
                stands_at(database, statement)
                assert seen(database) == (0, 0)
        rolled_back(database)
        assert digest(database) == before
    moments: list[Callable[[], None]] = [
        *[lambda: time.sleep(random.uniform(0, 0.6 * lasted))] * 3,
    ]
    for moment in moments:
        with loading(database, keys, path):
            moment()
        rolled_back(database)
        assert seen(database) in {(0, 0), (whole.inserted // 2, 1)}
    again = load_file(database, vault, "sx_warehouse", path)

    assert again.repeated or again.inserted == whole.inserted
    assert json.dumps(digest(database)) == json.dumps(expected)
