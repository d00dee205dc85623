"""Serving: take the port, be the only server of the data directory, run uvicorn, stop in order.

`hub serve` and `hub demo` share this. The address is taken before anything else starts, so that a port in use is one
clear sentence and not a trace after a minute of loading.
"""

from __future__ import annotations

import errno
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import uvicorn
from uvicorn.config import STARTUP_FAILURE
from uvicorn.supervisors import Multiprocess

from hub.cluster import sole_server
from hub.database import Database, check_migrated, migrate, open_database
from hub.errors import AddressUnusable, PortInUse
from hub.issuers import trusted
from hub.keeping import hold
from hub.policies.store import check_policy
from hub.settings import Settings
from hub.tokens import ensure_keys
from hub.trusted import store
from hub.vault import Vault

#: factory of the ASGI application, by name since each worker imports it for itself
APPLICATION = "hub.server.app:create"
#: how a worker reads HTTP, by name too
PROTOCOL = "hub.server.protocol:Protocol"
#: seconds that requests in flight may take after SIGTERM or Ctrl-C
GRACE = 10


@contextmanager
def listening(settings: Settings) -> Iterator[socket.socket]:
    """The bound socket of HUB_HOST and HUB_PORT; raises `PortInUse` or `AddressUnusable`."""
    try:
        family, kind, proto, _, where = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        taken = socket.socket(family, kind, proto)
    except OSError as error:
        raise _refusal(settings, error) from None
    with taken:
        # Take the port again right after a restart; not for "any free one", which two could then be given at once.
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, settings.port != 0)
        try:
            taken.bind(where)  # not listening yet: who comes too early is refused at once instead of left waiting
        except OSError as error:
            raise _refusal(settings, error) from None
        yield taken


def _refusal(settings: Settings, error: OSError) -> PortInUse | AddressUnusable:
    if error.errno == errno.EADDRINUSE:
        return PortInUse(host=settings.host, port=settings.port)
    return AddressUnusable(host=settings.host, port=settings.port, reason=error.strerror or "unknown")


def url(settings: Settings, taken: socket.socket) -> str:
    """Address of the server for people, with the port that was really taken."""
    host, port = taken.getsockname()[:2]
    name = settings.host if ":" not in host else f"[{host}]"
    return f"http://{name}:{port}"


@contextmanager
def prepared(settings: Settings) -> Iterator[Database]:
    """The database for serving: the embedded one brought up to date, an operator's own checked and left alone.

    Raises `DataDirectoryBusy` when another hub serves from the same data directory, and for issuers, trusted
    documents, sources of proof or a policy table in force that cannot be used: a worker would refuse them, too, but
    with nobody left to tell.
    """
    ensure_keys(settings)
    trusted(settings)
    _check_documents(settings)
    _check_live(settings)
    if not settings.embedded:
        with open_database(settings) as database:
            check_migrated(database)
            hold(database, Vault.from_settings(settings))
            check_policy(database)
            yield database
        return
    with sole_server(settings.data_dir), open_database(settings) as database:
        migrate(database)
        hold(database, Vault.from_settings(settings))
        check_policy(database)
        yield database


def _check_documents(settings: Settings) -> None:
    if settings.trusted_documents is not None:
        from hub.query.documents import check  # builds the schema, which a hub without such documents leaves to workers

        store.load(settings, check)


def _check_live(settings: Settings) -> None:
    if settings.live_sources is not None:
        from loaders.live.configuration import live_sources  # polars and all, which a hub without such sources spares

        live_sources(settings)


def run(settings: Settings, database: Database, taken: socket.socket, ready: Callable[[], None] | None = None) -> None:
    """Serve until SIGTERM or Ctrl-C, then finish what is in flight and return.

    `ready` is called once, in a thread of its own, when the server accepts connections. Workers read their settings
    from the environment, so what was decided here (options of the command line, the socket of the embedded cluster) is
    put there. Exits with uvicorn's code 3 when the application does not start.
    """
    os.environ.update(worker_environment(settings, database))
    if ready is not None:
        threading.Thread(target=_call_when_up, args=[taken, ready], daemon=True).start()
    try:
        _run_uvicorn(_configuration(settings), taken)
    except OSError as error:
        raise _refusal(settings, error) from None
    except KeyboardInterrupt:
        return
    except SystemExit as end:
        if end.code != 128 + signal.SIGTERM:
            raise


def _configuration(settings: Settings) -> uvicorn.Config:
    return uvicorn.Config(
        APPLICATION,
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=settings.workers,
        log_level=settings.log_level,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # nobody here asks who called, and trusting a header costs on every request
        http=PROTOCOL,
        ws="none",
        timeout_graceful_shutdown=GRACE,
    )


def _run_uvicorn(config: uvicorn.Config, taken: socket.socket) -> None:
    if config.workers == 1:
        uvicorn.Server(config).run(sockets=[taken])
        return
    supervisor = Multiprocess(config, sockets=[taken])
    supervisor.run()
    if any(process.exitcode == STARTUP_FAILURE for process in supervisor.processes):
        sys.exit(STARTUP_FAILURE)


def _call_when_up(taken: socket.socket, ready: Callable[[], None]) -> None:
    where = taken.getsockname()
    while True:
        with socket.socket(taken.family) as probe:
            if probe.connect_ex(where) == 0:
                break
        time.sleep(0.05)
    ready()


def worker_environment(settings: Settings, database: Database) -> dict[str, str]:
    """HUB_* variables from which a worker reads the same settings, with the database given by its address."""
    return {
        "HUB_HOST": settings.host,
        "HUB_PORT": str(settings.port),
        "HUB_WORKERS": str(settings.workers),
        "HUB_DATA_DIR": str(settings.data_dir),
        "HUB_DATABASE_URL": database.owner_connection,
    }


def with_options(settings: Settings, host: str | None, port: int | None, workers: int | None) -> Settings:
    """Settings with what the command line says put over the environment."""
    given = {"host": host, "port": port, "workers": workers}
    return replace(settings, **{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
