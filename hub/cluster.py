"""The embedded PostgreSQL: a cluster of our own in `<data directory>/postgres`.

The first process that needs it starts it, others join it, the last one to leave stops it; after a crash of the hub the
next process adopts what still runs. It listens on a Unix socket in a directory closed to everybody else, never on TCP,
and that closed directory is its authentication.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Self

import psycopg
from psycopg import conninfo

from hub import postgres
from hub.errors import ClusterFailed, DataDirectoryBusy, DataDirectoryUnusable, DiskFull, HubError
from hub.locks import FileLock, file_lock
from hub.postgres import Postmaster
from hub.privileges import Account, server_account

#: superuser of the cluster and name of its one database
OWNER: Final = "hub"
#: bytes that a Unix socket address holds on every system we run on (macOS 104, Linux 108, one for the final NUL)
_SOCKET_BYTES: Final = 103
_SOCKET_PREFIX: Final = "hub-socket-"
#: longest start, crash recovery included; also how long one process waits for another that is starting
_START_SECONDS: Final = 300


class Cluster:
    """One embedded cluster, entered as a context: it runs inside the block and the last process to leave stops it.

    `durable=False` turns fsync off and is for the throw-away clusters of tests only.
    """

    def __init__(self, data_dir: Path, *, durable: bool = True) -> None:
        self.data_dir = data_dir.absolute()
        self.directory = self.data_dir / "postgres"
        self.log = self.directory / "server.log"
        self._durable = durable

    def __enter__(self) -> Self:
        make_data_directory(self.data_dir)
        with _file_errors(self.data_dir), self._alone():
            self._account: Account = server_account(self.directory)
            self._users = FileLock(self.data_dir / "users.lock")
            try:
                self._ensure_running()
                self._users.share()
            except BaseException:
                self._users.close()
                raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._alone():
            last = self._users.try_exclusive()
            self._users.close()
            if last:
                self._stop()

    @property
    def conninfo(self) -> str:
        """libpq connection string of the owner."""
        found = Postmaster.of(self.directory)
        host = str(found.socket if found else self.directory)
        return conninfo.make_conninfo(host=host, port=postgres.PORT, user=OWNER, dbname=OWNER)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else starts, stops, joins or leaves meanwhile."""
        with file_lock(self.data_dir / "cluster.lock") as lock:
            if not lock.wait_exclusive(_START_SECONDS):
                raise self._failed("start", "启动", "another process has been starting it for five minutes")
            yield

    def _ensure_running(self) -> None:
        if not (self.directory / "PG_VERSION").exists():
            self._create()
        self._check_version()
        if not self._adoptable():
            self._remove_stale_locks()
            self._start()
        self._wait_ready()

    def _create(self) -> None:
        """Run initdb beside the final place, then rename: an interrupted attempt leaves nothing half-made behind."""
        if self.directory.exists() and any(self.directory.iterdir()):
            raise self._failed("start", "启动", f"{self.directory} holds files but no PostgreSQL cluster")
        draft = self.data_dir / "postgres.new"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir()
        self._account.own(draft)
        # Bytes decide the order, for speed; Unicode decides what a letter is, or trigrams of Chinese would be empty.
        locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--lc-ctype=C.UTF-8"]
        access = [
            "--encoding=UTF8",
            f"--username={OWNER}",
            "--auth-local=trust",
            "--auth-host=reject",
            "--no-instructions",
        ]
        sync = [] if self._durable else ["--no-sync"]
        done = postgres.run(self._account, "initdb", f"--pgdata={draft}", *locale, *access, *sync, cluster=draft)
        if done.returncode != 0:
            shutil.rmtree(draft, ignore_errors=True)
            raise self._because("start", "启动", done.stdout + done.stderr)
        draft.rename(self.directory)

    def _check_version(self) -> None:
        """A cluster of another major version has to be moved with pg_dump by its operator; it is never touched."""
        found = (self.directory / "PG_VERSION").read_text().strip()
        ours = postgres.version()
        if found != ours.partition(".")[0]:
            raise self._failed("start", "启动", f"it was made by PostgreSQL {found}, the installed one is {ours}")

    def _adoptable(self) -> bool:
        """Whether a server runs here already: left by a hub that was killed, or in use by another command."""
        for _ in range(30):
            found = Postmaster.of(self.directory)
            if found is not None and found.listening:
                return True
            if found is None or not found.alive:
                return False
            time.sleep(0.1)  # starting, shutting down, or a stale file whose pid another program got
        return False

    def _remove_stale_locks(self) -> None:
        """Clear the way when the pid of a stale lock file is in use again, as after each restart of a container.

        PostgreSQL would refuse to start. Nobody listens any more, and orphaned backends are still found by its
        shared-memory check, which does not depend on these files.
        """
        for name in ("postmaster.pid", f".s.PGSQL.{postgres.PORT}.lock"):
            (self.directory / name).unlink(missing_ok=True)

    def _start(self) -> None:
        self._write_configuration()
        with self._own_file(self.log):
            pass
        wait = ["--wait", f"--timeout={_START_SECONDS}", "--silent"]
        place = [f"--pgdata={self.directory}", f"--log={self.log}"]
        done = postgres.run(self._account, "pg_ctl", "start", *place, *wait, cluster=self.directory)
        if done.returncode != 0:
            raise self._because("start", "启动", done.stderr + self.log.read_text(errors="replace"))

    def _write_configuration(self) -> None:
        with self._own_file(self.directory / "hub.conf") as file:
            file.write(postgres.configuration(self._socket_directory(), durable=self._durable).encode())
        main = self.directory / "postgresql.conf"
        if "include = 'hub.conf'" not in main.read_text():
            with main.open("a") as end:
                end.write("\ninclude = 'hub.conf'\n")

    def _socket_directory(self) -> Path:
        """The cluster directory, or a short private one when its path is too long or too odd for a socket address."""
        path = f"{self.directory}/.s.PGSQL.{postgres.PORT}"
        if len(path.encode()) <= _SOCKET_BYTES and re.fullmatch(r"[\w/.@+-]+", path):
            return self.directory
        usual = tempfile.gettempdir()
        short = usual if len(usual.encode()) < _SOCKET_BYTES - 40 else "/tmp"  # noqa: S108 - mkdtemp makes it private
        made = Path(tempfile.mkdtemp(prefix=_SOCKET_PREFIX, dir=short))
        self._account.own(made)
        return made

    @contextmanager
    def _own_file(self, path: Path) -> Iterator[BinaryIO]:
        """An emptied file that belongs to the account of the server."""
        with path.open("wb") as file:
            if self._account.switch:
                os.fchown(file.fileno(), self._account.uid, self._account.gid)
            yield file

    def _wait_ready(self) -> None:
        """Return when the database exists and answers; an adopted server may still be replaying its log."""
        deadline = time.monotonic() + _START_SECONDS
        while True:
            try:
                return self._make_database()
            except psycopg.OperationalError as error:
                if time.monotonic() > deadline or "starting up" not in str(error):
                    raise self._because("answer", "响应", str(error)) from None
                time.sleep(0.1)

    def _make_database(self) -> None:
        with psycopg.connect(conninfo.make_conninfo(self.conninfo, dbname="postgres"), autocommit=True) as connection:
            known = connection.execute("select from pg_database where datname = %s", [OWNER]).fetchone()
            if known is None:
                connection.execute("create database hub")

    def _stop(self) -> None:
        found = Postmaster.of(self.directory)
        if found is None:
            return
        how = [f"--pgdata={self.directory}", "--mode=fast", "--timeout=60", "--silent"]
        done = postgres.run(self._account, "pg_ctl", "stop", *how, cluster=self.directory)
        if done.returncode != 0 and found.listening:
            raise self._because("stop", "停止", done.stderr)
        if found.socket.name.startswith(_SOCKET_PREFIX):
            with suppress(OSError):
                found.socket.rmdir()

    def _because(self, action: str, action_zh: str, output: str) -> HubError:
        """The error that the output of a PostgreSQL program stands for."""
        if postgres.says_disk_full(output):
            return DiskFull()
        return self._failed(action, action_zh, postgres.telling_line(output))

    def _failed(self, action: str, action_zh: str, reason: str) -> ClusterFailed:
        return ClusterFailed(action=action, action_zh=action_zh, reason=reason, log=self.log)


def make_data_directory(directory: Path) -> None:
    """Create the data directory when it is missing: closed to others, but passable for the server's account of root."""
    with _file_errors(directory):
        if not directory.is_dir():
            directory.mkdir(parents=True)
            directory.chmod(0o711 if os.geteuid() == 0 else 0o700)


@contextmanager
def sole_server(data_dir: Path) -> Iterator[None]:
    """Be the only `hub serve` of this data directory inside the block; raises `DataDirectoryBusy` for a second one.

    Other commands need no such right: they join the cluster of the running server.
    """
    make_data_directory(data_dir)
    with _file_errors(data_dir), file_lock(data_dir / "serve.lock") as lock:
        if not lock.try_exclusive():
            raise DataDirectoryBusy(pid=lock.read_note() or "?", directory=data_dir)
        lock.note(str(os.getpid()))
        yield


def serving_process(data_dir: Path) -> str | None:
    """Pid of the `hub serve` that holds this data directory, None when there is none."""
    if not (data_dir / "serve.lock").exists():
        return None
    with _file_errors(data_dir), file_lock(data_dir / "serve.lock") as lock:
        return None if lock.try_exclusive() else lock.read_note()


@contextmanager
def _file_errors(directory: Path) -> Iterator[None]:
    """Say what the operating system has against the data directory."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull from None
        reason = os.strerror(error.errno or errno.EIO).lower()
        raise DataDirectoryUnusable(directory=directory, reason=reason, reason_zh=reason) from None
