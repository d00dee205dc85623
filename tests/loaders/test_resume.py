"""A load that died goes on where it was: what was staged is not read again, and what does not fit is thrown away."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import loaders.read_chunk
import loaders.staging
from hub.cluster import Cluster
from hub.database import Database, migrate
from hub.errors import HubError
from hub.vault import Vault, new_key_file
from loaders.load import load_file
from loaders.row_hash import RowHasher
from tests.loaders.fixtures import VAULT, load_reference
from tests.loaders.test_killed import ROOT, digest, rolled_back
from tests.loaders.test_load import row, written

ROWS = 250


@pytest.fixture
def short_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunks of fifty rows and spans of a hundred, so that a small file has many."""
    monkeypatch.setattr(loaders.read_chunk, "CHUNK_ROWS", 50)
    monkeypatch.setattr(loaders.staging, "SPAN", 100)


def rows() -> list[dict[str, str]]:
    """Persons and units in turn, each with two cases, and now and then a bad row."""
    made = []
    for number in range(1, ROWS + 1):
        changes = {"case_no": f"(2024)浙0211执{number}号" if number % 40 else "案号不详"}
        if number % 2:
            changes |= {"identi_id": f"3302111990****{number // 4:04d}"}
        else:
            changes |= {"executed_nature": "法人", "gen": "", "executed_nm": f"示例第{number // 4}有限公司",
                        "identi_id": f"3302110000{number // 4:04d}0"}  # fmt: skip
        made.append(row(**changes))
    return made


class Death(BaseException):
    """As if the process were killed: nothing catches it."""


def dying(after: int) -> Any:
    """A progress that dies when so many rows are staged."""

    def progress(done: int, total: int) -> None:
        if done >= after:
            raise Death

    return progress


def empty(database: Database) -> None:
    """Forget the list, not the reference data."""
    with database.connect("owner") as connection:
        connection.execute(
            "truncate subject, subject_identifier, listing, enforcement_case, former_name, quarantine_row"
        )
        connection.execute(
            "delete from delivery where batch_id in (select id from batch where source_name = 'sx_warehouse')"
        )
        connection.execute("delete from batch where source_name = 'sx_warehouse'")


def staged(database: Database) -> list[tuple[Any, ...]]:
    """Lines of the ledger, and the tables that hold staged rows."""
    with database.connect("owner") as connection:
        return connection.execute(
            "select (select count(*) from staging.chunk), (select count(*) from pg_class c join pg_namespace n"
            " on n.oid = relnamespace where nspname = 'staging' and relname ~ '^(rows|known)_' and relkind = 'r')"
        ).fetchall()


@pytest.mark.usefixtures("short_chunks")
def test_died_at_every_chunk_it_goes_on_behind_it(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it dies, the next run reads only what is not staged, and ends as an uninterrupted one."""
    load_reference(database)
    path = written(tmp_path / "1.csv", rows())
    whole = load_file(database, VAULT, "sx_warehouse", path)
    expected = digest(database)
    hashed: list[int] = []
    plain = RowHasher.hashes

    def counting(self: RowHasher, frame: Any) -> Any:
        hashed.append(len(frame))
        return plain(self, frame)

    monkeypatch.setattr(RowHasher, "hashes", counting)
    for after in range(50, ROWS + 1, 50):
        empty(database)
        with pytest.raises(Death):
            load_file(database, VAULT, "sx_warehouse", path, progress=dying(after))
        assert staged(database)[0][0] == after // 50
        hashed.clear()
        again = load_file(database, VAULT, "sx_warehouse", path)

        assert sum(hashed) == ROWS - after
        assert (again.read, again.accepted, again.inserted) == (whole.read, whole.accepted, whole.inserted)
        assert digest(database) == expected
        assert staged(database) == [(0, 0)]


@pytest.mark.usefixtures("short_chunks")
def test_it_knows_behind_which_row_the_notes_began(database: Database, tmp_path: Path) -> None:
    """Lines of one cell below the table are notes, also where the first of them was staged before the load died."""
    load_reference(database)
    first, *_ = row()
    notes = [
        dict.fromkeys(row(), "") | {first: text} for text in ("说明：", *(f"第{number}点" for number in range(90)))
    ]
    path = written(tmp_path / "1.csv", [*rows()[:80], *notes])
    with pytest.raises(Death):
        load_file(database, VAULT, "sx_warehouse", path, progress=dying(100))
    again = load_file(database, VAULT, "sx_warehouse", path)

    assert (again.read, again.ignored, again.quarantined) == (171, 91, 2)


@pytest.mark.usefixtures("short_chunks")
def test_what_was_staged_otherwise_is_not_used(database: Database, tmp_path: Path) -> None:
    """Staged as changes and loaded as a whole list, it begins anew, as it does when the key has changed since."""
    load_reference(database)
    path = written(tmp_path / "1.csv", rows())
    with pytest.raises(Death):
        load_file(database, VAULT, "sx_warehouse", path, "DELTA", progress=dying(100))
    done: list[int] = []
    load_file(database, VAULT, "sx_warehouse", path, "FULL", progress=lambda read, _: done.append(read))

    assert done[0] == 50
    assert staged(database) == [(0, 0)]


@pytest.mark.usefixtures("short_chunks")
def test_killed_while_it_drops_staging_it_leaves_a_trace(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The facts are merged; the tables that it did not come to drop are found and gone a day later, whoever loads."""
    load_reference(database)
    with monkeypatch.context() as broken:
        broken.setattr(loaders.staging, "_TABLES", "select 1 / 0 where %s is not null")
        with pytest.raises(HubError):
            load_file(database, VAULT, "sx_warehouse", written(tmp_path / "1.csv", rows()))
    assert staged(database)[0][1] > 0
    with database.connect("owner") as connection:
        connection.execute("update staging.load set begun_at = now() - interval '2 days'")
    load_reference(database)
    load_file(database, VAULT, "sx_warehouse", written(tmp_path / "2.csv", rows()[:60]))

    assert staged(database) == [(0, 0)]


def test_stopped_and_continued_it_ends_alike_and_a_second_waits(database: Database, tmp_path: Path) -> None:
    """SIGSTOP in the middle: the other load of the file waits for the lock, then finds the work done."""
    load_reference(database)
    keys = tmp_path / "keys.json"
    keys.write_bytes(new_key_file())
    vault = Vault.from_key_file(keys.read_bytes())
    path = written(tmp_path / "1.csv", rows())
    command = [sys.executable, "-m", "tests.loaders.killed_load", database.owner_connection, str(keys), "sx_warehouse"]
    with subprocess.Popen([*command, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "started\n"
        time.sleep(0.05)
        first.send_signal(signal.SIGSTOP)
        with subprocess.Popen([*command, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True) as second:
            time.sleep(0.5)
            first.send_signal(signal.SIGCONT)
            assert (first.wait(120), second.wait(120)) == (0, 0)
    rolled_back(database)
    held = digest(database)
    again = load_file(database, vault, "sx_warehouse", path)

    assert again.repeated
    assert len(held["listing"]) == again.accepted


@pytest.mark.usefixtures("short_chunks")
def test_a_crash_of_the_database_empties_staging_and_ledger_alike(tmp_path_factory: pytest.TempPathFactory) -> None:
    """After kill -9 of PostgreSQL no line of the ledger speaks of rows that are gone; the load begins anew, whole."""
    import os
    import tempfile

    with tempfile.TemporaryDirectory(prefix="hub-crash-") as name:
        folder = Path(name)
        folder.chmod(0o711)
        path = written(tmp_path_factory.mktemp("crash") / "1.csv", rows())
        with Cluster(folder) as cluster:
            database = Database.at(cluster.conninfo)
            migrate(database)
            load_reference(database)
            with pytest.raises(Death):
                load_file(database, VAULT, "sx_warehouse", path, progress=dying(150))
            assert staged(database)[0][0] == 3
            os.kill(int((folder / "postgres" / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
            time.sleep(1)
        with Cluster(folder) as cluster:
            database = Database.at(cluster.conninfo)
            assert staged(database)[0][0] == 0
            again = load_file(database, VAULT, "sx_warehouse", path)
            with database.connect("owner") as connection:
                (listings,) = connection.execute("select count(*) from listing").fetchone() or (0,)

    assert again.read == ROWS
    assert listings == again.accepted
