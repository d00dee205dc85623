"""`hub erase`: two persons, a dry run, and kill -9 at any moment."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hub.database import Database
from hub.keeping import hold
from hub.settings import Settings
from hub.vault import Vault
from loaders.load import load_file
from tests.conftest import copied
from tests.hub.erasure.test_wiping import NAME, OTHER, REMOVED, dump, everything, in_force, named_of
from tests.loaders.test_load import ID_NUMBER, ask, ready, row, written

__all__ = ["ready"]

ROOT = Path(__file__).parent.parent.parent.parent
#: approves as the command does, and is killed before its n-th statement
KILLED = """
import os, signal, sys
import psycopg
from hub.database import Database
from hub.erasure.erase import erase
from hub.settings import Settings
from hub.vault import Vault
owner, subject, last = sys.argv[1:]
count, execute = 0, psycopg.Connection.execute
def counted(self, *arguments, **named):
    global count
    count += 1
    if count == int(last):
        os.kill(os.getpid(), signal.SIGKILL)
    return execute(self, *arguments, **named)
psycopg.Connection.execute = counted
erase(Database.at(owner), Vault.from_settings(Settings.from_environment()), subject, "Wang Er")
"""


class Hub:
    """A database with one person who may be erased, its keys, and the command line."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.environment = {**os.environ, "HUB_DATA_DIR": str(folder), "HUB_DATABASE_URL": database.owner_connection,
                            "PYTHONPATH": str(ROOT)}  # fmt: skip
        vault = Vault.from_settings(Settings.from_environment(self.environment))
        hold(database, vault)
        load_file(
            database, vault, "sx_warehouse", written(folder / "1.csv", [row(**REMOVED), row(**in_force() | OTHER)])
        )
        blind = vault.blind("id_number", ID_NUMBER).hex()
        self.subject = str(ask(database, f"select subject_id from subject_identifier where value = '{blind}'")[0][0])

    def run(self, *arguments: str, check: bool = True) -> str:
        """What `hub erase …` prints."""
        command = [sys.executable, "-m", "hub", "erase", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=self.environment, cwd=ROOT)
        assert (done.returncode == 0) == check, done.stderr
        return done.stdout if check else f"{done.returncode} {done.stderr}"

    def killed(self, database: Database, statement: int) -> int:
        """The exit code of an erasure that is killed before its n-th statement."""
        command = [sys.executable, "-c", KILLED, database.owner_connection, self.subject, str(statement)]
        return subprocess.run(command, capture_output=True, check=False, env=self.environment, cwd=ROOT).returncode


@pytest.fixture
def hub(ready: Database, tmp_path: Path) -> Hub:
    return Hub(ready, tmp_path)


def test_person_is_shown_proposed_approved_and_listed(hub: Hub) -> None:
    """The whole way, in two languages, by two persons; no word of the person on the way."""
    shown = json.loads(hub.run("show", hub.subject, "--json"))
    assert (shown["erasedAt"], shown["rows"]["subject"], shown["rows"]["listing"], shown["listings"]) == (None, 1, 1, 0)
    assert NAME in dump(hub.database)
    refused = hub.run("approve", hub.subject, "--by", "Wang Er", check=False)
    assert "INVALID_ARGUMENT" in refused
    proposed = hub.run("propose", hub.subject, "--basis", "RETENTION_EXPIRED", "--by", "Li Yi")
    assert "waits for approval 待批准" in proposed
    assert "INVALID_ARGUMENT" in hub.run("approve", hub.subject, "--by", "Li Yi", check=False)
    done = hub.run("approve", hub.subject, "--by", "Wang Er")
    assert "listing: 1 rows wiped 行已删除" in done
    again = hub.run("approve", hub.subject, "--by", "Wang Er")
    assert "wiped" not in again
    (listed,) = json.loads(hub.run("list", "--json"))
    assert (listed["basis"], listed["proposed_by"], listed["approved_by"]) == ("RETENTION_EXPIRED", "Li Yi", "Wang Er")
    assert listed["finished_at"] is not None
    assert json.loads(hub.run("show", hub.subject, "--json"))["rows"] == {}
    assert NAME not in dump(hub.database) + done + again + proposed


def test_other_person_in_force_is_refused_with_the_reason(hub: Hub) -> None:
    """Exit code 25, both sentences, and how many records stand against it."""
    other = ask(
        hub.database, f"select subject_id from listing where state = 'PUBLISHED' and subject_id <> '{hub.subject}'"
    )
    refused = hub.run("propose", str(other[0][0]), "--basis", "OTHER_LAW", "--by", "Li Yi", check=False)

    assert refused.startswith("25 ERASURE_REFUSED: Not erased: 1 listings are in force")
    assert "ERASURE_REFUSED：未删除：有 1 条名单记录在列" in refused


def test_killed_erasure_is_done_as_a_whole_by_the_next(server: str, hub: Hub) -> None:
    """kill -9 before any statement: untouched or wiped, never half; approved again, it ends like one left alone."""
    hub.run("propose", hub.subject, "--basis", "RETENTION_EXPIRED", "--by", "Li Yi")
    before, ends, states = everything(hub.database), [], []
    for statement in (2, 9, 16, 23, 30, 999):
        for database in copied(server, named_of(hub.database)):
            ends.append(hub.killed(database, statement))
            approved = ask(database, "select approved_at is not null from erasure")[0][0]
            assert approved == (everything(database) != before)
            hub.environment["HUB_DATABASE_URL"] = database.owner_connection
            hub.run("approve", hub.subject, "--by", "Wang Er")
            states.append((everything(database), ask(database, "select finished_at is not null from erasure")))

    assert (ends[0], ends[-1]) == (-signal.SIGKILL, 0)
    assert -signal.SIGKILL in ends[3:-1]  # also while it cleaned up
    assert all(state == states[-1] for state in states)
    assert states[-1][1] == [(True,)]
