"""The servers to compare, each in a process of its own, started when first asked for and kept until the end."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from tests.benchmarks.province import Province

_HERE = Path(__file__).parent
ROOT = _HERE.parent.parent
#: a folder with an npm install of postgraphile/package.json; without it PostGraphile is left out
POSTGRAPHILE = os.environ.get("BENCH_POSTGRAPHILE")
#: what the hub is given; the others have pools as large
CONNECTIONS = 10
#: the HTTP server of every Python contestant, as `hub serve` runs it
_UVICORN = [
    "uvicorn",
    "--port",
    "0",
    "--no-access-log",
    "--no-server-header",
    "--timeout-keep-alive",
    "600",
    "--http",
    "hub.server.protocol:Protocol",
]
_PORT = re.compile(r"http://127\.0\.0\.1:(\d+)")


@dataclass(frozen=True)
class Served:
    """A server that listens."""

    port: int
    process: subprocess.Popen[str]

    @property
    def pid(self) -> int:
        """The process; its workers are its children."""
        return self.process.pid

    def check(self) -> None:
        """Raise AssertionError with the last words of a server that has ended."""
        if self.process.poll() is not None:
            said = self.process.stdout.read() if self.process.stdout else ""
            raise AssertionError(f"{self.process.args!r} ended with {self.process.returncode}: {said}")


@dataclass
class Servers:
    """All over one province."""

    province: Province
    _until: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)
    _running: dict[str, Served] = field(default_factory=dict)
    _seen: set[tuple[str, object]] = field(default_factory=set)

    def get(self, name: str) -> Served:
        """`hub`, `hub, 2 workers`, `hub, no access log`, `naive`, `naive, caches` or `postgraphile`."""
        if name not in self._running:
            self._running[name] = self._until.enter_context(self._start(name))
        self._running[name].check()
        return self._running[name]

    def is_new(self, name: str, operation: object) -> bool:
        """Whether this operation was never asked of this server; from now on it was."""
        seen = (name, operation) in self._seen
        self._seen.add((name, operation))
        return not seen

    def close(self) -> None:
        """Stop them all."""
        self._until.close()

    def _start(self, name: str) -> contextlib.AbstractContextManager[Served]:
        contestant, _, variant = name.partition(", ")
        if contestant == "hub":
            module = "tests.benchmarks.unlogged" if variant == "no access log" else "hub"
            return hub(self.province, 2 if variant == "2 workers" else 1, module)
        given = psycopg.conninfo.conninfo_to_dict(self.province.database.owner_connection)
        where = f"{given['user']}@localhost/{given['dbname']}?host={given['host']}&port={given.get('port', 5432)}"
        return naive(where, tuned=variant == "caches") if contestant == "naive" else postgraphile(where, self.province)


def hub(province: Province, workers: int = 1, module: str = "hub") -> contextlib.AbstractContextManager[Served]:
    """`hub serve` over the province."""
    return served(_python(module, "serve"), {
        "HUB_BUDGETS": "off",  # a run asks in minutes for what an officer may ask in years
        "HUB_DATA_DIR": str(province.settings.data_dir),
        "HUB_DATABASE_URL": province.database.owner_connection,
        "HUB_POOL_MAX": str(CONNECTIONS),
        "HUB_PORT": "0",
        "HUB_WORKERS": str(workers),
    })  # fmt: skip


def naive(where: str, *, tuned: bool) -> contextlib.AbstractContextManager[Served]:
    """Strawberry, DataLoader and SQLAlchemy."""
    environment = {"BENCH_DATABASE": f"postgresql+psycopg://{where}", "BENCH_POOL": str(CONNECTIONS)}
    command = [*_python(*_UVICORN), "tests.benchmarks.naive:application"]
    return served(command, environment | ({"BENCH_TUNED": "1"} if tuned else {}))


def postgraphile(where: str, province: Province) -> contextlib.AbstractContextManager[Served]:
    """PostGraphile, from the folder where it is installed."""
    assert POSTGRAPHILE is not None
    with psycopg.connect(province.database.owner_connection) as connection:
        connection.execute((_HERE / "postgraphile" / "functions.sql").read_bytes())
    installed = Path(POSTGRAPHILE) / "node_modules" / ".bin" / "node"
    command = [str(installed) if installed.exists() else "node", str(_HERE / "postgraphile" / "server.mjs")]
    environment = {"BENCH_DATABASE": f"postgresql://{where}", "BENCH_POOL": str(CONNECTIONS)}
    return served(command, environment, Path(POSTGRAPHILE))


def empty(length: int) -> contextlib.AbstractContextManager[Served]:
    """A constant answer with a body of so many bytes."""
    return served([*_python(*_UVICORN), "tests.benchmarks.empty:application"], {"BENCH_LENGTH": str(length)})


def _python(*module: str) -> list[str]:
    return [sys.executable, "-m", *module]


@contextlib.contextmanager
def served(command: list[str], environment: dict[str, str], folder: Path = ROOT) -> Iterator[Served]:
    """Start a server that says its address, wait for it, and end it."""
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )  # fmt: skip
    said = []
    try:
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line)
            if found := _PORT.search(line):
                _wait_for(int(found[1]))
                yield Served(int(found[1]), process)
                return
        raise AssertionError(f"{command} did not start: {''.join(said)}")
    finally:
        process.terminate()
        process.communicate(timeout=20)


def _wait_for(port: int) -> None:
    for _ in range(600):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.1)
    raise AssertionError(f"nothing listens on port {port}")
