"""Databases for tests: one real PostgreSQL per run, one migrated template, one throw-away copy per test that asks.

Without HUB_TEST_DATABASE_URL the server is the embedded one, in a temporary directory and without fsync, shared by all
pytest-xdist workers (the first starts it, the last stops it). With it, tests make and drop databases on that server;
its user must be a superuser or own CREATEDB and CREATEROLE.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import hypothesis
import psycopg
import pytest
from psycopg import conninfo, sql

from hub.cluster import Cluster
from hub.database import Database, migrate
from hub.locks import file_lock
from hub.settings import Settings

# how long one example takes says more about the machine than about the code
hypothesis.settings.register_profile("suite", deadline=None)
hypothesis.settings.load_profile("suite")

pytest_plugins = ["tests.province", "tests.golden.option", "tests.matrix.counting", "tests.side_channels.pairs"]

#: directory shared by all workers of this run: locks, embedded cluster, notes of what the template databases are called
SHARED = "HUB_TEST_DIRECTORY"
_CREATE_BARE = sql.SQL("create database {} encoding 'UTF8' template template0")


def pytest_configure(config: pytest.Config) -> None:
    """Make the directory of this run, in the process that starts the workers, which inherit the environment."""
    if SHARED not in os.environ:
        os.environ[SHARED] = tempfile.mkdtemp(prefix="hub-tests-")
        Path(os.environ[SHARED]).chmod(0o711)
        config.stash[_OWN_DIRECTORY] = Path(os.environ[SHARED])


def pytest_unconfigure(config: pytest.Config) -> None:
    """Drop the template of an operator's server and the directory, when all workers are done."""
    directory = config.stash.get(_OWN_DIRECTORY, None)
    if directory is None:
        return
    outside = os.environ.get("HUB_TEST_DATABASE_URL")
    if outside is not None and (directory / "databases").exists():
        for name in (directory / "databases").read_text().split():
            _drop(outside, name)
    shutil.rmtree(directory, ignore_errors=True)
    del os.environ[SHARED]


_OWN_DIRECTORY = pytest.StashKey[Path]()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """libpq connection string of the server, as a user who may create databases and roles."""
    outside = os.environ.get("HUB_TEST_DATABASE_URL")
    if outside is not None:
        yield outside
        return
    with Cluster(Path(os.environ[SHARED]), durable=False) as cluster:
        yield cluster.conninfo


@pytest.fixture(scope="session")
def template(server: str) -> str:
    """Name of the migrated database that others are copied from; the first worker to ask makes it."""
    directory = Path(os.environ[SHARED])
    note = directory / "template"
    with file_lock(directory / "template.lock") as lock:
        assert lock.wait_exclusive(120)
        if not note.exists():
            name = f"hub_test_{uuid4().hex[:12]}"
            note_database(name)
            _run(server, _CREATE_BARE.format(sql.Identifier(name)))
            note.write_text(name)
            migrate(Database.at(named(server, name)))
    return note.read_text()


@pytest.fixture
def empty_database(server: str, template: str) -> Iterator[Database]:
    """A database of this test's own: migrated, without a single row."""
    yield from copied(server, template)


@pytest.fixture
def database(empty_database: Database) -> Database:
    """The usual name for it."""
    return empty_database


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Development settings whose data directory is this test's own."""
    return Settings.from_environment({"HUB_DATA_DIR": str(tmp_path / "data")})


def note_database(name: str) -> None:
    """Have a database dropped when the run ends, on a server that outlives the run."""
    with (Path(os.environ[SHARED]) / "databases").open("a") as notes:
        notes.write(f"{name}\n")


def copied(server: str, template: str) -> Iterator[Database]:
    """A copy of the database `template`, dropped afterwards even when connections are left open."""
    name = f"hub_test_{uuid4().hex[:12]}"
    copy = sql.SQL("create database {} template {}").format(sql.Identifier(name), sql.Identifier(template))
    _run(server, copy)
    try:
        yield Database.at(named(server, name))
    finally:
        _drop(server, name)


@contextmanager
def bare_database(server: str) -> Iterator[Database]:
    """A database without tables, for tests of migrations."""
    name = f"hub_test_{uuid4().hex[:12]}"
    _run(server, _CREATE_BARE.format(sql.Identifier(name)))
    try:
        yield Database.at(named(server, name))
    finally:
        _drop(server, name)


def named(server: str, name: str) -> str:
    """The connection string of another database on the same server."""
    return conninfo.make_conninfo(server, dbname=name)


def _drop(server: str, name: str) -> None:
    _run(server, sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))


def _run(server: str, statement: sql.Composed) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement)
