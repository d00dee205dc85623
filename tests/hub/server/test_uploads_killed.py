"""kill -9 while a file arrives and while it is loaded: it goes on, and ends as if nothing had happened."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from hub.database import Database
from hub.errors import Busy
from hub.settings import Settings
from hub.uploads import loading
from hub.uploads.loading import Place, load_received
from hub.uploads.spool import Part, part_of, spool_of
from hub.vault import Vault
from loaders.load import load_file
from loaders.sealed_blocks import KIND
from loaders.source import folder_of
from loaders.store import Store
from tests.conftest import copied
from tests.hub.server.running import Hub
from tests.hub.server.sending import deliverer, patch, post, receipt
from tests.loaders.fixtures import sample_of
from tests.loaders.test_killed import digest
from tests.loaders.test_load import row, written

#: tables that tell of the delivery and the hub, and not of the world
BOOKS = ("upload", "delivery", "stored_file", "hub_setting")


@pytest.fixture
def place(server: str, template: str, tmp_path: Path) -> Iterator[tuple[Database, dict[str, str]]]:
    """A database with reference data, and the environment of a hub over it."""
    (tmp_path / "deliverers.csv").write_text("agency,source\n*,*\n")
    with contextmanager(copied)(server, template) as database:
        environment = {"HUB_DATA_DIR": str(tmp_path / "data"), "HUB_DELIVERERS": str(tmp_path / "deliverers.csv"),
                       "HUB_DATABASE_URL": database.owner_connection, "HUB_PORT": "0"}  # fmt: skip
        (tmp_path / "data").mkdir()
        referenced(database, Vault.from_settings(Settings.from_environment(environment)))
        yield database, environment


def referenced(database: Database, vault: Vault) -> None:
    load_file(database, vault, "courts", folder_of("courts") / "courts.csv")
    load_file(database, vault, "areas", sample_of("areas"))


@contextmanager
def serving(environment: dict[str, str]) -> Iterator[tuple[Hub, subprocess.Popen[str]]]:
    """`hub serve` in a process group of its own, killed at the end of the block."""
    command = [sys.executable, "-m", "hub", "serve", "--port", "0"]
    settings = Settings.from_environment(environment)
    with subprocess.Popen(
        command, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        try:
            assert process.stdout is not None
            url = next(found[0] for line in process.stdout if (found := re.search(r"http://[0-9.]+:[0-9]+", line)))
            with httpx.Client(base_url=url, timeout=60, transport=httpx.HTTPTransport(retries=8)) as client:
                yield Hub(url, settings, client), process
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def big(path: Path) -> bytes:
    """Some megabytes that do not compress, in a column that is passed over, and a bad row."""
    made = [row(case_no=f"(2024)浙0211执{number}号", bzxrxh=os.urandom(7_500).hex()) for number in range(1, 601)]
    return written(path, [*made, row(case_no="案号不详")]).read_bytes()


def uninterrupted(server: str, template: str, vault: Vault, path: Path) -> dict[str, list[str]]:
    """What the database holds after the same file was loaded from the disk."""
    with contextmanager(copied)(server, template) as database:
        referenced(database, vault)
        load_file(database, vault, "sx_warehouse", path)
        return world(database)


def world(database: Database) -> dict[str, list[str]]:
    return {table: rows for table, rows in digest(database).items() if table not in BOOKS}


@pytest.mark.slow
def test_a_hub_that_is_killed_while_a_file_arrives_goes_on_with_it(
    place: tuple[Database, dict[str, str]], server: str, template: str, tmp_path: Path
) -> None:
    """What HEAD says after the restart is there; with the rest the file is whole, and loaded as any other."""
    database, environment = place
    body = big(tmp_path / "list.csv")
    with serving(environment) as (hub, process):
        where = post(hub, body, content=b"", upload_complete="?0", upload_length=str(len(body))).headers["location"]

        def broken_off() -> Iterator[bytes]:
            for start in range(0, len(body) - (1 << 20), 1 << 16):
                yield body[start : start + (1 << 16)]
            time.sleep(0.5)
            os.killpg(process.pid, signal.SIGKILL)
            yield body[-1:]

        with pytest.raises(httpx.TransportError):
            post(hub, body, content=broken_off(), upload_length=str(len(body)), upload_complete="?1")
    with serving(environment) as (hub, _):
        asked = hub.client.head(where, headers=deliverer(hub))
        offset = int(asked.headers["upload-offset"])
        assert 4 << 20 <= offset < len(body)
        assert patch(hub, where, offset, body[offset:]).status_code == 202
        told = receipt(hub, where)
    assert told["rows"] == {"read": 601, "accepted": 600, "quarantined": 1, "ignored": 0}
    vault = Vault.from_settings(Settings.from_environment(environment))
    assert world(database) == uninterrupted(server, template, vault, tmp_path / "list.csv")


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0.0, 0.4, 1.0, 2.0])
def test_a_loading_process_that_is_killed_is_followed_by_another(
    place: tuple[Database, dict[str, str]], server: str, template: str, tmp_path: Path, seconds: float
) -> None:
    """Killed at whatever moment after its start, it leaves a state from which the next one comes to the same end."""
    database, environment = place
    settings = Settings.from_environment(environment)
    vault = Vault.from_settings(settings)
    path = written(tmp_path / "list.csv", [row(case_no=f"(2024)浙0211执{number}号") for number in range(1, 3001)])
    upload = received(database, vault, settings, path)
    command = [sys.executable, "-m", "hub", "uploads", "load"]
    with subprocess.Popen(command, env={**os.environ, **environment}) as process:
        wait_for_lock(database, process)
        time.sleep(seconds)
        process.kill()
    at = Place(database, vault, Store(settings.data_dir / "sources", vault), spool_of(settings.data_dir))
    states = [state for _, state in load_received(at)]

    assert states in ([], ["LOADED"])
    with database.connect("owner") as connection:
        book = connection.execute("select state, batch_id is not null from upload where id = %s", (upload,)).fetchone()
    assert book == ("LOADED", True)
    assert world(database) == uninterrupted(server, template, vault, path)


def received(database: Database, vault: Vault, settings: Settings, path: Path) -> str:
    """A file as an upload leaves it when its last byte has come."""
    body = path.read_bytes()
    sha256, (key, box) = hashlib.sha256(body).hexdigest(), vault.new_box(KIND)
    with database.connect("loader") as connection:
        row = connection.execute(
            "insert into upload (source_name, file_name, sha256, size, received, agency, issuer, officer, token,"
            " key_sealed, state) values ('sx_warehouse', 'list.csv', %s, %s, %s, 'A', 'I', 'O', 'J', %s, 'RECEIVED')"
            " returning id::text",
            (sha256, len(body), len(body), key),
        ).fetchone()
    assert row is not None
    with Part(part_of(spool_of(settings.data_dir), row[0]), box, sha256) as part:
        part.append(body)
    return str(row[0])


def wait_for_lock(database: Database, process: subprocess.Popen[bytes]) -> None:
    """Wait until the process has begun with its work, or has ended."""
    query = """select count(*) from pg_locks where locktype = 'advisory'
        and database = (select oid from pg_database where datname = current_database())"""
    with database.connect("owner") as connection:
        connection.autocommit = True
        while connection.execute(query).fetchone() == (0,) and process.poll() is None:
            time.sleep(0.02)


def test_one_file_that_breaks_the_loader_stops_no_other(
    place: tuple[Database, dict[str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What nobody foresaw is INTERNAL in its receipt; a database that is away leaves all of them waiting."""
    database, environment = place
    settings = Settings.from_environment(environment)
    vault = Vault.from_settings(settings)
    at = Place(database, vault, Store(settings.data_dir / "sources", vault), spool_of(settings.data_dir))
    broken, good = (
        received(
            database, vault, settings, written(tmp_path / f"{number}.csv", [row(case_no=f"(2024)浙0211执{number}号")])
        )
        for number in (1, 2)
    )
    real, faults = loading._merge, {broken: ZeroDivisionError(), good: Busy()}

    def merge(where: Place, connection: Any, waiting: loading.Waiting) -> None:
        if waiting.id in faults:
            raise faults[waiting.id]
        real(where, connection, waiting)

    monkeypatch.setattr(loading, "_merge", merge)
    told = load_received(at)
    assert next(told)[1] == "REFUSED"
    with pytest.raises(Busy):
        next(told)
    del faults[good]
    assert [(waiting.id, state) for waiting, state in load_received(at)] == [(good, "LOADED")]
    with database.connect("owner") as connection:
        found = connection.execute("select refusal ->> 'code' from upload where id = %s", (broken,)).fetchone()
    assert found == ("INTERNAL",)
