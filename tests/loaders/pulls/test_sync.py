"""`hub sync` as a process: killed at any moment it goes on, one leads, and what fails is told and stops nothing."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hub.database import Database
from hub.diagnosis import diagnose
from hub.settings import Settings
from hub.vault import Vault
from loaders.load import load_file
from loaders.pulls.book import Leader
from tests.conftest import copied
from tests.loaders.fixtures import load_reference
from tests.loaders.pulls.conftest import Provider, debtor, later
from tests.loaders.pulls.stub import Stub, serving
from tests.loaders.test_killed import digest

ROWS = 1_200
#: tables that tell of deliveries, which a kill cuts differently, and of the hub
BOOKS = ("batch", "delivery", "stored_file", "hub_setting", "pull", "sync_leader", "quarantine_row")


def environment(database: Database, folder: Path) -> dict[str, str]:
    """A hub over the database with a folder of pulls."""
    (folder / "pulls").mkdir(exist_ok=True)
    return {"HUB_DATA_DIR": str(folder / "data"), "HUB_DATABASE_URL": database.owner_connection,
            "HUB_PULLS": str(folder / "pulls"), "HUB_VAULT_KEYS": str(folder / "vault.json")}  # fmt: skip


def synced(given: dict[str, str], *options: str) -> subprocess.CompletedProcess[str]:
    """`hub sync` to its end."""
    command = [sys.executable, "-m", "hub", "sync", *options]
    return subprocess.run(command, env={**os.environ, **given}, capture_output=True, text=True, check=False)


@contextmanager
def syncing(given: dict[str, str], database: Database) -> Iterator[subprocess.Popen[bytes]]:
    """`hub sync --once`, as soon as it leads; killed at the end of the block."""
    before = leaders(database)
    command = [sys.executable, "-m", "hub", "sync", "--once"]
    with subprocess.Popen(command, env={**os.environ, **given}, stdout=subprocess.DEVNULL) as process:
        try:
            while leaders(database) == before and process.poll() is None:
                time.sleep(0.02)
            yield process
        finally:
            process.kill()


def leaders(database: Database) -> int:
    """How many have led so far."""
    with database.connect("owner") as connection:
        row = connection.execute("select coalesce(max(token), 0) from sync_leader").fetchone()
    return int(row[0]) if row else 0


def world(database: Database) -> dict[str, list[str]]:
    """What is known, without the place of a row within its delivery."""
    found = {table: rows for table, rows in digest(database).items() if table not in BOOKS}
    return {table: sorted(re.sub(r'"row_no": \d+', "", row) for row in rows) for table, rows in found.items()}


@pytest.mark.slow
def test_killed_at_any_moment_it_comes_to_the_same_end(
    database: Database, provider: Provider, server: str, template: str, tmp_path: Path
) -> None:
    """Four kills one after the other: then every row is there and answered, as if nobody had been killed."""
    bad = {number for number in range(1, ROWS + 1) if number % 97 == 0}
    rows = [debtor(number, later(number // 100)) for number in range(1, ROWS + 1)]
    for number in bad:
        rows[number - 1]["caseCode"] = "案号不详"
    provider.add(*rows)
    load_reference(database)
    given = environment(database, tmp_path)
    (tmp_path / "pulls" / "court.toml").write_text(provider.plan(rows=100), "utf-8")
    chance = random.Random(7)
    for _ in range(4):
        with syncing(given, database):
            time.sleep(chance.uniform(0.0, 3.0))
    done = synced(given, "--now", "court")

    assert done.returncode == 0, done.stderr
    assert provider.answered() == {
        number: ("01", "CASE_NUMBER_INVALID") if number in bad else ("00", None) for number in range(1, ROWS + 1)
    }
    with contextmanager(copied)(server, template) as other:
        load_reference(other)
        whole = tmp_path / "whole.ndjson"
        whole.write_text("".join(json.dumps(row, default=str) + "\n" for row in rows), "utf-8")
        load_file(other, Vault.from_settings(Settings.from_environment(given)), "sx_exchange", whole)
        assert world(database) == world(other)
    assert not list((tmp_path / "data" / "sources").glob(".open-*/*"))


@pytest.mark.slow
def test_one_leads_and_a_bad_pull_stops_no_other(database: Database, provider: Provider, tmp_path: Path) -> None:
    """Exit 3 and a code for what failed; the others are pulled. A second process is told that it does not lead."""
    provider.add(debtor(1))
    load_reference(database)
    given = environment(database, tmp_path)
    (tmp_path / "pulls" / "a-broken.toml").write_text("source = 1", "utf-8")
    (tmp_path / "pulls" / "b-lost.toml").write_text(provider.plan().replace("ex_sx", "ex_none"), "utf-8")
    (tmp_path / "pulls" / "court.toml").write_text(provider.plan(), "utf-8")
    done = synced(given, "--once", "--json")
    told = {one["pull"]: one for one in map(json.loads, done.stdout.splitlines())}

    assert done.returncode == 3, done.stderr
    assert {name: one["refused"] for name, one in told.items()} == {
        "a-broken": "PULL_INVALID", "b-lost": "PULL_INVALID", "court": None,
    }  # fmt: skip
    assert told["court"]["read"] == 1
    with Leader.of(database):
        second = synced(given, "--once")
    assert (second.returncode, second.stderr.split(":")[0]) == (3, "NOT_LEADING")
    found = {one.check: one.level for one in diagnose(given)}
    assert (found["pull a-broken"], found["pull b-lost"], found["pull court"]) == ("broken", "warning", "ok")
    again = [json.loads(line) for line in synced(given, "--once", "--json").stdout.splitlines()]
    assert "court" not in {one["pull"] for one in again}  # not due


@pytest.mark.slow
def test_a_pull_of_pages_that_is_killed_comes_to_the_same_end(
    database: Database, server: str, template: str, tmp_path: Path
) -> None:
    """Three kills while pages are read and merged: then every row is there, as if nobody had been killed."""
    rows = [debtor(number) for number in range(1, 601)]
    load_reference(database)
    given = environment(database, tmp_path)
    told = [{**row, "xyptmodify_date": str(row["xyptmodify_date"])} for row in rows]
    chance = random.Random(11)
    with serving(Stub(told, size=5, before=lambda page: time.sleep(0.01))) as stub:
        (tmp_path / "pulls" / "court.toml").write_text(stub.plan(), "utf-8")
        for _ in range(3):
            with syncing(given, database):
                time.sleep(chance.uniform(0.2, 3.0))
        done = synced(given, "--now", "court")
    assert done.returncode == 0, done.stderr
    with contextmanager(copied)(server, template) as other:
        load_reference(other)
        whole = tmp_path / "whole.ndjson"
        whole.write_text("".join(json.dumps(row) + "\n" for row in told), "utf-8")
        load_file(other, Vault.from_settings(Settings.from_environment(given)), "sx_exchange", whole)
        assert world(database) == world(other)
