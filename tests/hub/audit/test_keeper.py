"""Who keeps the log: one at a time, another within seconds when he is gone, and no session that may not."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from hub.audit.checkpoint import Signer, checkpoints_file, opened
from hub.audit.keeper import LEASE, Keeper
from hub.database import Database
from hub.settings import Settings

#: takes the lease as a worker does, and then does nothing more
HOLDS = """
import asyncio, sys, time
from hub.audit.keeper import Keeper
from hub.database import Database
from hub.settings import Settings
async def main():
    keeper = Keeper(Database.at(sys.argv[1]), Settings.from_environment({"HUB_DATA_DIR": sys.argv[2]}))
    print(await keeper._hold(3600), flush=True)
    time.sleep(600)
asyncio.run(main())
"""


def append(database: Database, entries: int = 1) -> None:
    """Entries of no meaning."""
    with database.connect("owner") as connection:
        connection.execute("select audit.append(array_fill('{}'::text, array[%s]))", (entries,))


def sizes(settings: Settings) -> list[int]:
    """What the checkpoints of the file cover; they are signed and in order, or this fails."""
    signer = Signer.from_settings(settings)
    return [one.size for one in opened(checkpoints_file(settings).read_text("utf-8"), signer.verifier)]


async def eventually(keeper: Keeper) -> None:
    """Wait until the keeper has signed; without end, it would never."""
    for _ in range(1200):
        if await keeper.sign():
            return
        await asyncio.sleep(0.05)
    pytest.fail("the lease is still somebody else's")


def killed_holder(database: Database, settings: Settings) -> Callable[[], None]:
    """A process that holds the lease for an hour; what kills it."""
    command = [sys.executable, "-c", HOLDS, database.owner_connection, str(settings.data_dir)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    holder = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert holder.stdout
    assert holder.stdout.readline() == "1\n"

    def kill() -> None:
        holder.send_signal(signal.SIGKILL)
        holder.communicate()

    return kill


@pytest.mark.parametrize("role", ["reader", "writer", "loader"])
async def test_no_session_without_the_loggers_rights_stops_the_signing(
    database: Database, settings: Settings, role: Any
) -> None:
    """The former lock may be taken, for nothing; the lease can neither be moved nor locked nor seen."""
    append(database)
    keeper = Keeper(database, settings)
    statements = (
        "select audit.hold(gen_random_uuid(), 3600)", "select * from audit.lease", "lock table audit.lease",
        "select from audit.lease for update", "update audit.lease set ends = 'infinity'", "delete from audit.lease",
    )  # fmt: skip
    with database.connect(role) as connection:
        connection.execute("select pg_advisory_lock(8230915647113)")
        connection.commit()
        for statement in statements:
            refused = (psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction)
            with pytest.raises(refused):
                connection.execute(statement.encode())
            connection.rollback()
        assert await keeper.sign() is not None
    await keeper.close()


async def test_two_keepers_sign_by_turns(database: Database, settings: Settings) -> None:
    """While one holds the lease the other does nothing; given back, it is taken at once."""
    one, other = Keeper(database, settings), Keeper(database, settings)
    append(database)
    assert await one.sign() is not None
    append(database)
    assert await other.sign() is None
    await one.close()
    assert await other.sign() is not None
    assert sizes(settings) == [1, 2]
    await other.close()


async def test_a_lease_that_somebody_sits_on_is_told(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A login of the logger's may hold the lease, and an administrator may do anything: operators hear of it when
    nothing is signed, and it ends with the session behind it.
    """
    keeper = Keeper(database, settings)
    append(database)
    with database.connect("logger") as connection:
        connection.execute("select audit.hold(gen_random_uuid(), 3600)")
        connection.commit()
        assert await keeper.sign() is None
        assert caplog.records == []
        monkeypatch.setattr("hub.audit.keeper.OVERDUE", -1.0)
        assert await keeper.sign() is None
        assert [record.levelname for record in caplog.records] == ["CRITICAL"]
    await eventually(keeper)
    await keeper.close()


async def test_another_takes_over_from_a_worker_that_was_killed(database: Database, settings: Settings) -> None:
    """Kill -9 for the holder of an hour's lease: the session behind it is gone, so the next one signs."""
    append(database)
    kill = killed_holder(database, settings)
    keeper = Keeper(database, settings)
    assert await keeper.sign() is None
    kill()
    await eventually(keeper)
    assert sizes(settings) == [1]
    await keeper.close()


async def test_a_lease_that_is_not_prolonged_ends(database: Database, settings: Settings) -> None:
    """A worker that hangs with its session open loses the lease by the database's clock alone."""
    one, other = Keeper(database, settings), Keeper(database, settings)
    append(database)
    assert (await one._hold(), await other._hold()) == (1, None)
    with database.connect("owner") as connection:
        row = connection.execute("select ends - clock_timestamp() from audit.lease").fetchone()
        assert row
        assert 0 < row[0].total_seconds() <= LEASE
        connection.execute("update audit.lease set ends = clock_timestamp()")
    assert (await other._hold(), await one._hold(), await other._hold()) == (2, None, 2)
    await one.close()
    await other.close()


async def test_one_who_wakes_up_after_another_took_over_writes_nothing(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped between reading the log and signing, and even between the last look at the lease and the file: the
    file's order is never broken by a checkpoint that comes late.
    """
    late, other = Keeper(database, settings), Keeper(database, settings)
    append(database)
    holding = late._hold

    async def stopped(seconds: int = LEASE) -> int | None:
        """The lease as it was before the stop; meanwhile another takes over and signs more."""
        fence = await holding(seconds)
        if not checkpoints_file(settings).exists() and asleep:
            with database.connect("owner") as connection:
                connection.execute("update audit.lease set ends = '-infinity'")
            append(database)
            assert await other.sign() is not None
        asleep.append(True)
        return fence

    asleep: list[bool] = []
    monkeypatch.setattr(late, "_hold", stopped)
    assert await late.sign() is None
    assert sizes(settings) == [2]
    monkeypatch.undo()
    append(database)
    assert await late.sign() is None, "the other holds the lease"
    await other.close()
    assert await late.sign() is not None
    assert sizes(settings) == [2, 3]
    await late.close()
