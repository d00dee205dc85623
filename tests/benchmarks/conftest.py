"""A province of its own (BENCH_SIZE, by default medium), the servers to compare, and one table at the end.

Everything is measured in one run on one machine, because only ratios travel. Results are also kept as JSON under
tests/benchmarks/results, named by the commit.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest

from hub.cluster import Cluster
from hub.database import Database, migrate
from hub.settings import Settings
from hub.tokens import TokenRequest, sign
from hub.vault import Vault
from loaders.bundled import bundled
from loaders.load import load_all
from loaders.prepare import Delivery
from loaders.synthetic import Size, generate
from tests.benchmarks.measure import Cost
from tests.conftest import bare_database

ROOT = Path(__file__).parent.parent.parent
RESULTS = Path(__file__).parent / "results"
_PORT = re.compile(r"http://127\.0\.0\.1:(\d+)")


@dataclass
class Record:
    """What was measured: title → line of the table → figures."""

    tables: dict[str, dict[str, dict[str, float]]] = field(default_factory=dict)

    def note(self, table: str, line: str, cost: Cost | dict[str, float]) -> None:
        """Keep a line and show it at once."""
        figures = asdict(cost) if isinstance(cost, Cost) else cost
        self.tables.setdefault(table, {})[line] = figures
        shown = "  ".join(f"{name} {value:,.2f}".rstrip("0").rstrip(".") for name, value in figures.items())
        sys.stdout.write(f"\n{table:<26} {line:<28} {shown}")
        sys.stdout.flush()


@pytest.fixture(scope="session")
def record() -> Iterator[Record]:
    """The record of this run, written when the run ends."""
    found = Record()
    yield found
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=ROOT, check=True
    )
    RESULTS.mkdir(exist_ok=True)
    about = {"cpus": os.cpu_count(), "python": platform.python_version(), "size": size().name}
    path = RESULTS / f"{commit.stdout.strip()}.json"
    path.write_text(json.dumps({"about": about, "tables": found.tables}, indent=1))
    sys.stdout.write(f"\n\n{path}\n")


def size() -> Size:
    return Size[os.environ.get("BENCH_SIZE", "medium")]


@dataclass(frozen=True)
class Files:
    """The synthetic province as its senders wrote it, and settings with keys of its own."""

    files: Path
    settings: Settings

    def token(self, role: str) -> str:
        """A real development token of an officer of Zhenhai."""
        return sign(self.settings, TokenRequest((role,), areas=("330211",), courts=("浙0211",), agency="AG330211-B01"))

    def deliveries(self, source: str | None = None) -> list[Delivery]:
        """The generated files in loading order, or those of one source."""
        manifest = json.loads((self.files / "manifest.json").read_text("utf-8"))
        return [
            Delivery.of(entry["source"], self.files / entry["file"], entry["mode"].upper())
            for entry in manifest if source in (None, entry["source"])
        ]  # fmt: skip


@dataclass(frozen=True)
class Province(Files):
    """The same, loaded."""

    database: Database
    postmaster: int


@pytest.fixture(scope="session")
def bench_cluster() -> Iterator[tuple[str, int]]:
    """Connection string and postmaster of a cluster of this run, with the settings that `hub serve` uses."""
    # not below pytest's own directory: another run of pytest closes that to the account of the server
    with tempfile.TemporaryDirectory(prefix="hub-bench-") as name:
        folder = Path(name)
        folder.chmod(0o711)
        with Cluster(folder) as cluster:
            yield cluster.conninfo, int((folder / "postgres" / "postmaster.pid").read_text().split()[0])


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Generated once."""
    folder, data = tmp_path_factory.mktemp("files"), tmp_path_factory.mktemp("data")
    generate(size(), 1, folder)
    return Files(folder, Settings.from_environment({"HUB_DATA_DIR": str(data)}))


@pytest.fixture(scope="session")
def province(bench_cluster: tuple[str, int], generated: Files) -> Iterator[Province]:
    """Loaded once; takes a minute or two at medium size."""
    server, postmaster = bench_cluster
    with bare_database(server) as database:
        migrate(database)
        reference = [Delivery.of(source, path, "FULL") for source, path in bundled().items()]
        vault = Vault.from_settings(generated.settings)
        list(load_all(database, vault, [*reference, *generated.deliveries()]))
        with database.connect("owner") as connection:
            connection.autocommit = True
            connection.execute("vacuum analyze")
        yield Province(generated.files, generated.settings, database, postmaster)


@dataclass(frozen=True)
class Served:
    """A server in a process of its own."""

    port: int
    pid: int


@contextlib.contextmanager
def served(command: list[str], environment: dict[str, str]) -> Iterator[Served]:
    """Start a server that says its address, wait for it, and end it."""
    process = subprocess.Popen(
        [sys.executable, "-m", *command], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )  # fmt: skip
    try:
        assert process.stdout is not None
        for line in process.stdout:
            if found := _PORT.search(line):
                _wait_for(int(found[1]))
                yield Served(int(found[1]), process.pid)
                return
        raise AssertionError(f"{command} did not start")
    finally:
        process.terminate()
        process.communicate(timeout=20)


def _wait_for(port: int) -> None:
    for _ in range(100):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.1)
    raise AssertionError(f"nothing listens on port {port}")


@pytest.fixture(scope="session")
def hub_server(province: Province) -> Iterator[Served]:
    """`hub serve` with one worker over the province."""
    environment = {
        "HUB_DATA_DIR": str(province.settings.data_dir),
        "HUB_DATABASE_URL": province.database.owner_connection,
        "HUB_PORT": "0",
    }
    with served(["hub", "serve"], environment) as found:
        yield found


@pytest.fixture(scope="session")
def sample(province: Province) -> Callable[[str], list[Any]]:
    """Rows of a query over the loaded province, to ask about."""

    def rows(query: str) -> list[Any]:
        with psycopg.connect(province.database.owner_connection) as connection:
            return connection.execute(query.encode()).fetchall()

    return rows
