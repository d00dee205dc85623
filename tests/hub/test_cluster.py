"""The embedded cluster: started once, shared, adopted, stopped by the last; and one clear sentence for each mishap."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from hub import postgres
from hub.cluster import Cluster, make_data_directory, serving_process, sole_server
from hub.errors import ClusterFailed, DataDirectoryBusy, DataDirectoryUnusable, DiskFull
from hub.postgres import Postmaster
from hub.privileges import server_account

_HOLD = """
import sys, time
from pathlib import Path
from hub.cluster import Cluster, sole_server
with {what}:
    print("in", flush=True)
    time.sleep(60)
"""


def listening(directory: Path) -> bool:
    """Whether the cluster below the data directory accepts connections."""
    found = Postmaster.of(directory / "postgres")
    return found is not None and found.listening


def value(cluster: Cluster, query: str) -> object:
    """The first column of the first row."""
    with psycopg.connect(cluster.conninfo, autocommit=True) as connection:
        row = connection.execute(query.encode()).fetchone()
    return row and row[0]


def run(cluster: Cluster, statement: str) -> None:
    """Execute as owner and commit."""
    with psycopg.connect(cluster.conninfo) as connection:
        connection.execute(statement.encode())


def holder(what: str) -> subprocess.Popen[str]:
    """Another process that stays inside `with what`."""
    process = subprocess.Popen([sys.executable, "-c", _HOLD.format(what=what)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "in\n"
    return process


def kill(process: subprocess.Popen[str]) -> None:
    """As by `kill -9`."""
    process.kill()
    process.communicate()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with a stopped cluster, for tests that leave it usable."""
    directory = tmp_path_factory.mktemp("data")
    with Cluster(directory, durable=False):
        pass
    return directory


def test_data_outlives_the_cluster(tmp_path: Path) -> None:
    """What was committed is there at the next start, and nothing runs in between."""
    with Cluster(tmp_path) as cluster:
        run(cluster, "create table kept as select 7 as seven")
    assert not listening(tmp_path)

    with Cluster(tmp_path) as cluster:
        assert value(cluster, "select seven from kept") == 7


def test_nothing_is_risked_for_speed(tmp_path: Path) -> None:
    """A power cut loses no acknowledged write; only the throw-away clusters of tests may turn that off."""
    with Cluster(tmp_path) as cluster:
        found = [value(cluster, f"show {name}") for name in ("fsync", "synchronous_commit", "full_page_writes")]
        checksums = value(cluster, "show data_checksums")

    assert found == ["on", "on", "on"]
    assert checksums == "on"


def test_only_the_owner_gets_in(made: Path) -> None:
    """No TCP, and socket and files lie in a directory closed to every other account."""
    with Cluster(made, durable=False) as cluster:
        assert value(cluster, "show listen_addresses") == ""
        assert cluster.directory.stat().st_mode & 0o077 == 0
        assert (cluster.directory / ".s.PGSQL.5432").stat().st_mode & 0o077 == 0


def test_chinese_letters_are_letters(made: Path) -> None:
    """Trigrams of Chinese names are not empty, which they are when the C locale decides what a letter is."""
    with Cluster(made, durable=False) as cluster:
        run(cluster, "create extension if not exists pg_trgm")
        run(cluster, "create extension if not exists btree_gist")

        assert value(cluster, "select cardinality(show_trgm('重庆市人民法院'))") == 8


def test_values_stay_out_of_the_log(made: Path) -> None:
    """A failing statement may hold an ID number; neither it nor the offending value reaches the server's log."""
    with Cluster(made, durable=False) as cluster:
        for statement in (
            "select 'marker-one'::int",
            "select 1/0 as marker_two",
            "do $$ begin raise 'marker-three'; end $$",
        ):
            with pytest.raises(psycopg.Error):
                run(cluster, statement)

        assert "marker" not in cluster.log.read_text()


def test_last_to_leave_stops_it(made: Path) -> None:
    """`hub load` may start the cluster, `hub serve` join it and outlive the load; and the other way round."""
    first, second = Cluster(made, durable=False), Cluster(made, durable=False)
    with first:
        second.__enter__()
    assert listening(made)

    second.__exit__(None, None, None)
    assert not listening(made)


def test_server_of_a_killed_hub_is_adopted(made: Path) -> None:
    """After kill -9 of the hub its server runs on; the next command uses it and stops it when done."""
    kill(holder(f"Cluster(Path({str(made)!r}), durable=False)"))
    orphan = Postmaster.of(made / "postgres")
    assert orphan is not None
    assert orphan.listening

    with Cluster(made, durable=False):
        assert Postmaster.of(made / "postgres") == orphan
    assert not listening(made)


def test_server_killed_in_a_running_hub_comes_back(tmp_path: Path) -> None:
    """After kill -9 of PostgreSQL its pid file is stale; the next command starts it with all that was committed."""
    with Cluster(tmp_path) as cluster:
        run(cluster, "create table survivor as select 1 as one")
        found = Postmaster.of(cluster.directory)
        assert found is not None
        os.kill(found.pid, signal.SIGKILL)
        while found.listening:
            time.sleep(0.01)
        time.sleep(0.3)  # its children notice

        with Cluster(tmp_path) as again:
            assert value(again, "select one from survivor") == 1


def test_stale_pid_of_another_program(made: Path) -> None:
    """After a restart of a container the pid in the file belongs to something else; that is no running server."""
    account = server_account(made / "postgres")
    sleeper = subprocess.Popen(["/bin/sleep", "60"], cwd="/", **account.identity(["sleep"]))
    stale = made / "postgres" / "postmaster.pid"
    lines = [sleeper.pid, made / "postgres", int(time.time()), 5432, made / "postgres", "", "0 0", "ready"]
    stale.write_text("\n".join(map(str, lines)) + "\n")
    if account.switch:
        os.chown(stale, account.uid, account.gid)
    try:
        with Cluster(made, durable=False) as cluster:
            assert value(cluster, "select 1") == 1
    finally:
        sleeper.kill()
        sleeper.wait()


def test_interrupted_creation_leaves_no_trace(tmp_path: Path) -> None:
    """A first start that was cut off half-way is begun again."""
    (tmp_path / "postgres.new").mkdir()
    (tmp_path / "postgres.new" / "half").write_text("made")

    with Cluster(tmp_path, durable=False) as cluster:
        assert value(cluster, "select 1") == 1
    assert not (tmp_path / "postgres.new").exists()


def test_foreign_files_are_not_touched(tmp_path: Path) -> None:
    """A directory called postgres that holds something else is refused, not emptied."""
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "letter").write_text("dear")

    with pytest.raises(ClusterFailed, match="holds files but no PostgreSQL cluster"), Cluster(tmp_path):
        pass
    assert (tmp_path / "postgres" / "letter").read_text() == "dear"


def test_other_major_version_is_refused(tmp_path: Path) -> None:
    """A cluster of PostgreSQL 17 is left as it is, and both versions are named."""
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "PG_VERSION").write_text("17\n")

    with pytest.raises(ClusterFailed, match=f"PostgreSQL 17, the installed one is {postgres.version()}"):
        Cluster(tmp_path).__enter__()


@pytest.mark.parametrize("name", ["long" * 30, "公共 信用, 'x'"])
def test_directory_that_is_no_socket_address(tmp_path: Path, name: str) -> None:
    """A path beyond 103 bytes, or with a comma, blank or quote, gets a short private socket directory."""
    with Cluster(tmp_path / name, durable=False) as cluster:
        found = Postmaster.of(cluster.directory)
        assert found is not None
        assert value(cluster, "select 1") == 1
        assert found.socket.stat().st_mode & 0o077 == 0
        assert found.socket != cluster.directory
    assert not found.socket.exists()


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of eight megabytes; needs root."""
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", tmp_path], check=False, capture_output=True
    )
    if done.returncode != 0:
        pytest.skip("only root may mount a small file system")
    try:
        yield tmp_path
    finally:
        subprocess.run(["umount", tmp_path], check=True)


def test_full_disk_is_one_sentence(tiny_disk: Path) -> None:
    """Creating a cluster where it does not fit says so and leaves nothing behind."""
    with pytest.raises(DiskFull), Cluster(tiny_disk):
        pass

    assert not (tiny_disk / "postgres").exists()
    assert not (tiny_disk / "postgres.new").exists()


def test_data_directory_that_is_a_file(tmp_path: Path) -> None:
    """The operating system's objection is told with the path, in both languages."""
    (tmp_path / "file").write_text("")

    with pytest.raises(DataDirectoryUnusable, match=r"file exists|not a directory"):
        make_data_directory(tmp_path / "file")
    with pytest.raises(DataDirectoryUnusable, match="not a directory"):
        make_data_directory(tmp_path / "file" / "below")


def test_one_server_per_data_directory(tmp_path: Path) -> None:
    """A second `hub serve` is refused with the first one's pid; a killed one is not in the way."""
    first = holder(f"sole_server(Path({str(tmp_path)!r}))")
    try:
        with pytest.raises(DataDirectoryBusy, match=f"process {first.pid}"), sole_server(tmp_path):
            pass
        assert serving_process(tmp_path) == str(first.pid)
    finally:
        kill(first)

    with sole_server(tmp_path):
        pass
    assert serving_process(tmp_path) is None
