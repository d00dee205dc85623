"""Serving: an address in use is one sentence, workers share one database, SIGTERM loses nothing in flight."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from hub import serving
from hub.cluster import Cluster
from hub.errors import AddressUnusable, DatabaseNotMigrated, DataDirectoryBusy, PortInUse
from hub.postgres import Postmaster
from hub.settings import Settings
from tests.conftest import bare_database

_SERVE = """
from hub import serving
serving.APPLICATION = "tests.hub.tiny_app:create"
from hub.cli import main
main()
"""


@contextmanager
def serve(data_dir: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`hub serve` on a free port in a process of its own, with the stand-in application; yields its address."""
    command = [sys.executable, "-c", _SERVE, "serve", "--port", "0", *options]
    env = {"HUB_DATA_DIR": str(data_dir), "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "HUB_LOG_LEVEL": "warning"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env)
    assert process.stdout is not None
    address = process.stdout.readline().split("/graphql")[0]
    try:
        wait_until_up(process, address)
        yield process, address
    finally:
        process.kill()
        process.communicate()


def wait_until_up(process: subprocess.Popen[str], address: str) -> None:
    """Return when the address accepts connections; tell what the process said when it ended instead."""
    while process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", int(address.rpartition(":")[2]))) == 0:
                return
        time.sleep(0.1)
    pytest.fail(process.communicate()[1])


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One data directory, so that initdb runs once."""
    directory = tmp_path_factory.mktemp("serving")
    with Cluster(directory):
        pass
    yield directory
    with Cluster(directory):  # a killed server leaves its database running: adopt and stop it
        pass


@pytest.mark.parametrize(
    ("options", "sent"), [([], signal.SIGTERM), ([], signal.SIGINT), (["--workers", "2"], signal.SIGTERM)]
)
def test_request_in_flight_is_answered_and_all_is_stopped(
    data_dir: Path, options: list[str], sent: signal.Signals
) -> None:
    """SIGTERM or Ctrl-C: the answer still comes, the exit code is 0, the database is down, no trace is printed."""
    with serve(data_dir, *options) as (process, address):
        answers: list[str] = []
        flight = threading.Thread(target=lambda: answers.append(httpx.get(f"{address}/?seconds=1").text))
        flight.start()
        assert process.stdout is not None
        assert process.stdout.readline() == "received\n"
        process.send_signal(sent)
        flight.join()
        said = process.communicate(timeout=15)

    assert [answer.split()[1] for answer in answers] == ['"hub_reader"']
    assert process.returncode == 0
    assert "Traceback" not in said[1]
    found = Postmaster.of(data_dir / "postgres")
    assert found is None or not found.listening


def test_second_server_on_the_same_data_is_refused(data_dir: Path) -> None:
    """It names the first one's process; other commands join its database and leave it running."""
    settings = Settings.from_environment({"HUB_DATA_DIR": str(data_dir), "HUB_PORT": "0"})
    with serve(data_dir) as (process, address):
        with pytest.raises(DataDirectoryBusy, match=str(process.pid)), serving.prepared(settings):
            pass
        with Cluster(data_dir):
            pass
        assert httpx.get(address).status_code == 200
        assert "server" not in httpx.get(address).headers


def test_port_in_use_is_said_before_anything_starts(tmp_path: Path) -> None:
    """No data directory is made, no database started."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        settings = Settings.from_environment({"HUB_PORT": port, "HUB_DATA_DIR": str(tmp_path / "data")})
        with pytest.raises(PortInUse, match=port), serving.listening(settings):
            pass
        done = subprocess.run(
            [sys.executable, "-m", "hub", "serve"],
            env={"HUB_PORT": port, "HUB_DATA_DIR": str(tmp_path / "data")},
            capture_output=True,
            text=True,
            check=False,
        )

    assert done.returncode == PortInUse.exit_code
    assert done.stderr.splitlines()[0].startswith("PORT_IN_USE: Port")
    assert "已被其他程序占用" in done.stderr
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid"])
def test_foreign_address_is_refused(host: str) -> None:
    """An address of another machine, or a name that nobody knows, is a sentence too."""
    settings = Settings.from_environment({"HUB_HOST": host, "HUB_PORT": "0"})

    with pytest.raises(AddressUnusable, match=host), serving.listening(settings):
        pass


def test_database_of_an_operator_is_not_migrated_behind_his_back(server: str) -> None:
    """`hub serve` changes the tables of its own cluster only; for another it names `hub migrate`."""
    with bare_database(server) as database:
        settings = Settings.from_environment({"HUB_DATABASE_URL": database.owner_connection})
        with pytest.raises(DatabaseNotMigrated), serving.prepared(settings):
            pass


def test_ready_is_called_once_the_server_answers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever wants to show a first answer is called when there can be one."""
    settings = Settings.from_environment({"HUB_PORT": "0", "HUB_DATA_DIR": str(tmp_path)})
    called = threading.Event()
    with serving.listening(settings) as taken:
        threading.Thread(target=serving._call_when_up, args=[taken, called.set], daemon=True).start()
        assert not called.wait(0.2)
        taken.listen()
        assert called.wait(5)


def test_options_go_before_the_environment() -> None:
    """`hub serve --port` wins over HUB_PORT, and a worker reads the same."""
    settings = serving.with_options(Settings.from_environment({"HUB_PORT": "1", "HUB_HOST": "::1"}), None, 2, 3)

    assert (settings.host, settings.port, settings.workers) == ("::1", 2, 3)
