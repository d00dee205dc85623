"""The database as the hub sees it: roles with limits, bytes undecoded, faults as clear refusals."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import psycopg
import pytest

from hub import database as database_module
from hub import postgres
from hub import reader as reader_module
from hub.cluster import Cluster
from hub.database import Database, Role, Writer, check_migrated, migrate, open_database
from hub.errors import (
    DatabaseNotMigrated,
    DatabaseRefused,
    DatabaseTooOld,
    DatabaseUnreachable,
    DiskFull,
    HubError,
    Internal,
    Timeout,
)
from hub.privileges import server_account
from hub.reader import Reader
from hub.settings import Settings
from migrations.roles import create_roles
from tests.conftest import bare_database


@pytest.fixture
async def reader(database: Database) -> AsyncIterator[Reader]:
    """A reader with one connection, so that what it keeps can be seen."""
    opened = Reader(database, maximum=1)
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
async def writer(database: Database) -> AsyncIterator[Writer]:
    """A writer on a table of its own."""
    with database.connect("owner") as connection:
        connection.execute("create table note (n int primary key)")
        connection.execute("grant select, insert on note to hub_writer")
    opened = Writer(database)
    yield opened
    await opened.close()


def notes(database: Database) -> list[int]:
    with database.connect("owner") as connection:
        return [row[0] for row in connection.execute("select n from note order by n")]


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("reader", ("hub_reader", "on", "2s", "1s", "5s")),
        ("writer", ("hub_writer", "off", "5s", "2s", "5s")),
        ("loader", ("hub_loader", "off", "30min", "30s", "10min")),
    ],
)
def test_each_role_has_its_limits(database: Database, role: Role, expected: tuple[str, ...]) -> None:
    """Nobody holds a lock or a connection for longer than his work may take, and only loaders take long."""
    names = (
        "default_transaction_read_only",
        "statement_timeout",
        "lock_timeout",
        "idle_in_transaction_session_timeout",
    )
    with database.connect(role) as connection:
        user = connection.execute("select current_user").fetchone()
        limits = [connection.execute(f"show {name}".encode()).fetchone() for name in names]

    assert expected == tuple(row[0] for row in [user, *limits] if row is not None)


@pytest.mark.parametrize("role", ["owner", "reader", "writer", "loader"])
def test_days_are_counted_in_china(database: Database, role: Role) -> None:
    """A listing ends at midnight in China, wherever the server stands."""
    with database.connect(role) as connection:
        assert connection.execute("show timezone").fetchone() == ("Asia/Shanghai",)


def test_options_of_the_operator_are_kept() -> None:
    """A search_path in HUB_DATABASE_URL stays beside what the hub sets."""
    url = Database.at("host=h options='-c search_path=hub'").url("reader")

    assert "-c search_path=hub" in url
    assert "-c role=hub_reader" in url


def test_role_with_a_login_of_its_own_uses_it() -> None:
    """HUB_READER_DATABASE_URL lets the read path connect without the owner's password."""
    settings = Settings.from_environment(
        {"HUB_DATABASE_URL": "postgresql://o@h/d", "HUB_READER_DATABASE_URL": "postgresql://r@h/d"}
    )
    database = Database.at("postgresql://o@h/d", settings)

    assert "user=r" in database.url("reader")
    assert "user=o" in database.url("loader")


def test_password_is_never_shown() -> None:
    """Neither the object, nor its address, nor a refusal repeats the password."""
    database = Database.at("postgresql://u:sesame@127.0.0.1:1/d")
    with pytest.raises(DatabaseUnreachable) as caught:
        database.connect("owner")

    assert "sesame" not in f"{database!r} {database.address} {caught.value}"
    assert "127.0.0.1:1/d" in caught.value.english


async def test_json_comes_as_the_bytes_that_were_sent(reader: Reader) -> None:
    """The answer is passed on, never decoded: blanks, key order, duplicates and digits stay."""
    text = '{"b" : 1,  "a": 10000000000000000000000.10, "b":"失信"}'

    assert await reader.fetch("select $1::text::json", [text]) == text.encode()
    assert await reader.fetch("select '[1, 2]'::jsonb") == b"[1, 2]"


async def test_parameters_are_values_and_nothing_else(reader: Reader) -> None:
    """A value that looks like SQL is text."""
    nasty = "'; drop table subject; --"

    assert nasty.encode() in await reader.fetch("select to_json($1::text)", [nasty])


async def test_statements_are_counted(reader: Reader) -> None:
    """One fetch is one statement, and a test can see it."""
    before = reader.statements
    await reader.fetch("select '1'::json")
    await reader.fetch("select '1'::json")

    assert reader.statements - before == 2


async def test_statements_are_prepared_once_and_not_without_end(reader: Reader) -> None:
    """Small and large integers share one prepared statement, and a connection forgets the oldest ones."""
    count = "select to_json(count(*)) from pg_prepared_statements where statement like $1"
    for number in (1, 70_000, 5_000_000_000):
        await reader.fetch("select to_json($1::bigint)", [number])
    assert await reader.fetch(count, ["select to_json($1::bigint)%"]) == b"1"

    for number in range(reader_module.PREPARED + 20):
        await reader.fetch(f"select to_json({number})")
    kept = int(await reader.fetch(count, ["%"]))
    assert 100 <= kept <= reader_module.PREPARED + 1  # the asking one, too


async def test_reader_cannot_write(reader: Reader, database: Database) -> None:
    """Not even where a grant was given by mistake: the read path's transactions are read-only."""
    with database.connect("owner") as connection:
        connection.execute("create table note (n int)")
        connection.execute("grant all on note to hub_reader")
    with pytest.raises(Internal):
        await reader.fetch("insert into note values (1) returning to_json(n)")

    assert notes(database) == []


async def test_slow_statement_ends_in_time(reader: Reader) -> None:
    """A read that takes longer than two seconds is cancelled, and its connection serves the next."""
    began = time.monotonic()
    with pytest.raises(Timeout):
        await reader.fetch("select to_json(1) from pg_sleep(20)")

    assert time.monotonic() - began < 4
    assert await reader.fetch("select '1'::json") == b"1"


@pytest.mark.parametrize(
    ("sql", "parameters"),
    [
        ("select to_json($1::int)", ["marker"]),
        ("select nothing.marker", []),
        ("select 1/0, 'marker'", []),
        ("select 'marker'::text", []),
        ("select to_json(1) where false", []),
    ],
)
async def test_fault_of_ours_tells_nothing(
    reader: Reader, sql: str, parameters: list[object], caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the caller nor the log gets SQL or a value; the log gets what an operator can search for."""
    with caplog.at_level(logging.DEBUG), pytest.raises(Internal) as caught:
        await reader.fetch(sql, parameters)

    assert "marker" not in f"{caught.value} {caught.value.__cause__} {caplog.text}"
    assert caplog.records
    assert await reader.fetch("select '1'::json") == b"1"


async def test_lost_connection_is_not_noticed(reader: Reader, database: Database) -> None:
    """A connection that the server closed is replaced and the read sent again."""
    with database.connect("owner") as connection:
        connection.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hub-reader'"
        )

    assert await reader.fetch("select '1'::json") == b"1"


async def test_cancelled_read_gives_its_connection_back(reader: Reader) -> None:
    """A caller who hangs up does not take a connection with him."""
    task = asyncio.create_task(reader.fetch("select to_json(1) from pg_sleep(1.5)"))
    await asyncio.sleep(0.1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert await reader.fetch("select '1'::json") == b"1"


@pytest.fixture
def own_cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A cluster that a test may stop and start, with the roles."""
    with Cluster(tmp_path, durable=False) as cluster:
        with psycopg.connect(cluster.conninfo) as connection:
            create_roles(connection)
        yield cluster


async def test_restart_of_the_server_is_not_noticed(own_cluster: Cluster) -> None:
    """While PostgreSQL crashes and comes back, every read is answered."""
    reader = Reader(Database.at(own_cluster.conninfo), maximum=4)
    await reader.open()
    answers: list[bytes] = []

    async def client() -> None:
        for _ in range(40):
            answers.append(await reader.fetch("select '1'::json"))
            await asyncio.sleep(0.02)

    clients = [asyncio.create_task(client()) for _ in range(8)]
    await asyncio.sleep(0.2)
    await asyncio.to_thread(control, own_cluster, "restart", "--mode=immediate")
    await asyncio.gather(*clients)
    await reader.close()

    assert answers == [b"1"] * 320


async def test_server_that_stays_away_is_unreachable(own_cluster: Cluster) -> None:
    """After a second of trying the caller is told, and when the server is back it works without a restart."""
    database = Database.at(own_cluster.conninfo)
    reader, writer = Reader(database), Writer(database)
    await reader.open()
    control(own_cluster, "stop", "--mode=fast")
    began = time.monotonic()
    with pytest.raises(DatabaseUnreachable):
        await reader.fetch("select '1'::json")
    with pytest.raises(DatabaseUnreachable):
        async with writer.transaction():
            pass
    assert time.monotonic() - began < 3

    control(own_cluster, "start", f"--log={own_cluster.log}")
    assert await reader.fetch("select '1'::json") == b"1"
    await reader.close()


def control(cluster: Cluster, *arguments: str) -> None:
    """pg_ctl, waiting for the end."""
    account = server_account(cluster.directory)
    done = postgres.run(
        account, "pg_ctl", *arguments, f"--pgdata={cluster.directory}", "--wait", cluster=cluster.directory
    )
    assert done.returncode == 0, done.stderr


async def test_action_is_all_or_nothing(writer: Writer, database: Database) -> None:
    """The block's end commits; a fault in it leaves nothing."""
    async with writer.transaction() as connection:
        await connection.execute("insert into note values (1)")
    with pytest.raises(Internal):
        async with writer.transaction() as connection:
            await connection.execute("insert into note values (2), (1)")

    assert notes(database) == [1]


async def test_action_after_a_lost_connection(writer: Writer, database: Database) -> None:
    """A write is never sent twice, so the connection is tested before the first statement."""
    async with writer.transaction() as connection:
        await connection.execute("insert into note values (1)")
    with database.connect("owner") as owner:
        owner.execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hub-writer'")
    async with writer.transaction() as connection:
        await connection.execute("insert into note values (2)")

    assert notes(database) == [1, 2]


@pytest.mark.parametrize(
    ("sqlstate", "expected"),
    [("53100", DiskFull), ("57014", Timeout), ("55P03", Timeout), ("23505", Internal), ("53300", HubError)],
)
async def test_fault_in_an_action(writer: Writer, sqlstate: str, expected: type[HubError]) -> None:
    """A full disk, a lock that is not given and a broken constraint are different answers."""
    with pytest.raises(expected) as caught:
        async with writer.transaction() as connection:
            await connection.execute(f"do $$ begin raise 'marker' using errcode = '{sqlstate}'; end $$".encode())

    assert "marker" not in str(caught.value)


def test_old_server_is_refused(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Below the oldest version we use, both versions are named and nothing else is tried."""
    monkeypatch.setattr(database_module, "MINIMUM_VERSION", 99)
    settings = Settings.from_environment({"HUB_DATABASE_URL": database.owner_connection})

    with pytest.raises(DatabaseTooOld, match="version 99 or newer"), open_database(settings):
        pass


def test_wrong_database_name_is_refused(database: Database) -> None:
    """A server that answers but says no is not called unreachable."""
    with pytest.raises(DatabaseRefused):
        Database.at(f"{database.owner_connection} dbname=hub_test_never_made").connect("owner")


def test_embedded_database_opens_and_is_joined(settings: Settings) -> None:
    """Without a setting the cluster starts in the data directory, and a second command uses the same."""
    with open_database(settings) as first, open_database(settings) as second:
        assert first.embedded
        assert first.address == second.address
        with second.connect("owner") as connection:
            assert connection.execute("select 1").fetchone() == (1,)


def test_database_without_tables_says_what_to_do(server: str) -> None:
    """Before `hub migrate`, the sentence names it; after it, all is well; a second run finds nothing to do."""
    with bare_database(server) as database:
        with pytest.raises(DatabaseNotMigrated, match="run `hub migrate`"):
            check_migrated(database)
        migrate(database)
        check_migrated(database)
        migrate(database)


def test_two_migrators_wait_for_each_other(server: str) -> None:
    """Two hubs started at the same moment on an empty database both come up."""
    code = "import sys; from hub.database import Database, migrate; migrate(Database.at(sys.argv[1]))"
    with bare_database(server) as database:
        command = [sys.executable, "-c", code, database.owner_connection]
        both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
        assert [process.communicate()[1] for process in both] == ["", ""]
        check_migrated(database)
