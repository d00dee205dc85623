"""A worker's table in force: taken up, kept, given back; and two real workers under load while it changes."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from hub.database import Database
from hub.errors import DatabaseUnreachable, PolicyUnknown, PolicyUnusable
from hub.policies import store
from hub.policies.following import Following
from hub.reader import Reader
from hub.tokens import TokenRequest, sign
from schema.policy import Policy, policy
from tests.hub.policies.tables import changed, text
from tests.province import Province

OPEN = changed({("person_name", "MR"): "F", ("person_id_number", "MR"): "F", ("person_birth_date", "MR"): "F"})
SHUT = changed({("person_name", "MR"): "M", ("person_id_number", "MR"): "M", ("person_birth_date", "MR"): "-"})
#: its refusals are held to the same
CLOSED = changed({("person_profile", "MR"): "-"})


class Answering:
    """A reader with prepared answers."""

    def __init__(self, *answers: Any) -> None:
        self.answers, self.asked = list(answers), list[object]()

    async def fetch(self, sql: str, parameters: list[object]) -> bytes:
        """The next answer."""
        self.asked += parameters
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return json.dumps(answer).encode()


def put_in_force(database: Database, table: Policy, begins: datetime | None = None) -> None:
    """Propose and approve."""
    with database.connect("owner") as connection:
        store.propose(connection, table, "Li Yi", begins or datetime.now(UTC))
        store.approve(connection, table.version, "Wang Er")


async def test_table_is_taken_up_and_given_back() -> None:
    """The content travels once; when a table's time ends without a successor, the bundled one is in force again."""
    following = Following()
    reader = Answering({"version": OPEN.version, "content": OPEN.text}, {"version": OPEN.version, "content": None}, {})

    await following.look(reader)
    taken = following.current
    await following.look(reader)

    assert taken == OPEN
    assert following.current is taken
    await following.look(reader)
    assert following.current is policy()
    assert reader.asked == [policy().version, OPEN.version, OPEN.version]


async def test_table_that_cannot_be_used_leaves_the_former_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """At start it is refused; a hub that runs keeps deciding as before, and goes on looking whatever happens."""
    bad = {"version": "1", "content": "group,zh\n"}
    with pytest.raises(PolicyUnusable):
        await Following().look(Answering(bad))

    monkeypatch.setattr("hub.policies.following.PERIOD", 0.001)
    following = Following()
    good = {"version": OPEN.version, "content": OPEN.text}
    reader = Answering(
        bad, DatabaseUnreachable(address="x"), RuntimeError(), good, *[good | {"content": None}] * 10_000
    )
    looking = asyncio.create_task(following.keep(reader))
    for _ in range(500):
        if following.current is policy():
            await asyncio.sleep(0.01)
    looking.cancel()

    assert following.current == OPEN


async def test_nothing_is_decided_by_a_table_that_may_be_out_of_force(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table may take rights away: a worker that could not look for a minute refuses, and one look mends it."""
    real, later = time.monotonic, 0.0
    monkeypatch.setattr("hub.periodic.monotonic", lambda: real() + later)
    following = Following()
    reader = Answering({}, {})
    await following.look(reader)

    later = 59.0
    assert following.in_force() is policy()
    later = 61.0
    with pytest.raises(PolicyUnknown):
        following.in_force()
    await following.look(reader)
    assert following.in_force() is policy()


async def test_clock_of_the_database_decides(database: Database) -> None:
    """A table approved beforehand comes in force by time alone, without a write."""
    following, reader = Following(), Reader(database)
    await reader.open()
    put_in_force(database, OPEN, datetime.now(UTC) + timedelta(seconds=1))

    await following.look(reader)
    before = following.current
    await asyncio.sleep(1.1)
    await following.look(reader)
    await reader.close()

    assert before is policy()
    assert following.current == OPEN


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (text({("person_name", "MR"): "X"}), "person_name × MR: unknown level 'X'"),
        (text({}).replace("person_name,", "person_nickname,"), "unknown group or purpose 'person_nickname'"),
        (text({}).replace(",SA\n", ",SB\n"), "role SA has no column"),
        (text({}, {"NO_SUCH": "MR"}), "unknown group or purpose 'purpose:NO_SUCH'"),
        (text({("purpose:AUDIT", "AU"): "F"}, {"AUDIT": ""}), "purpose:AUDIT × AU: unknown level 'F'"),
        (text({}) + "reference,x,F\n", "group 'reference' stands twice"),
        (text({}) + "x,,F,F,F,F,F,F,F,F,F,F,F,F,F,F,F,F,F,F,F,F,F,F\n", "x: more cells than columns"),
        ("", "the first line does not begin with group,zh"),
    ],
)
def test_faults_of_a_table_are_named(broken: str, said: str) -> None:
    """Every cell, group and role that does not fit, so that a table is mended in one go."""
    from hub.policies.following import usable

    with pytest.raises(PolicyUnusable) as refused:
        usable(broken, "table.csv")
    assert said in refused.value.english
    assert "table.csv" in refused.value.chinese


def test_table_may_say_who_claims_a_purpose() -> None:
    """Rows `purpose:CODE` replace the bundled list as a whole; a table without any keeps it."""
    table = changed({}, {"AUDIT": "AU BK"})

    assert table.purposes["BK"] == {"AUDIT"}
    assert table.purposes["MR"] == frozenset()
    assert OPEN.purposes == policy().purposes


QUERY = """query ($idNumber: IdNumber!, $name: String!) {
  subject(idNumber: $idNumber, name: $name) { ... on NaturalPerson { name idNumber %s } } }"""


@contextmanager
def two_workers(built: Province, database: Database) -> Iterator[str]:
    """`hub serve --workers 2` over a database, as processes of their own; yields the address."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    env = os.environ | {"HUB_DATA_DIR": str(built.settings.data_dir), "HUB_DATABASE_URL": database.owner_connection}
    command = [sys.executable, "-m", "hub", "serve", "--workers", "2", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=env)
    try:
        address = f"http://127.0.0.1:{port}"
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            assert process.poll() is None, process.stderr and process.stderr.read()
            try:
                if httpx.get(f"{address}/health").status_code == 200:
                    break
            except httpx.TransportError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.communicate(timeout=30)


class Load:
    """Threads that ask one question over and over and note (begun, version, everything but the version)."""

    def __init__(self, address: str, token: str, variables: dict[str, Any]) -> None:
        self._address, self._token, self._variables = address, token, variables
        self.answers: list[tuple[float, str, str]] = []
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._ask) for _ in range(8)]

    def _ask(self) -> None:
        headers = {"authorization": f"Bearer {self._token}"}
        body = {"query": QUERY % "sex", "variables": self._variables}
        while not self._over.is_set():  # a connection of its own for every tenth, so that both workers are asked
            with httpx.Client(base_url=self._address, headers=headers, timeout=20) as client:
                for _ in range(10):
                    begun = time.time()
                    answer = client.post("/graphql", json=body).json()
                    said = answer["errors"][0] if "errors" in answer else answer
                    version = said["extensions"].pop("policyVersion")
                    self.answers.append((begun, version, json.dumps(answer, ensure_ascii=False, sort_keys=True)))

    def __enter__(self) -> Load:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join(30)


def test_two_workers_follow_within_a_second(province_build: Province, province_copy: Database, truth: Any) -> None:
    """Under load every answer is exactly that of the version it names, and a second after the change all name it."""
    sample = truth["samples"]["listed_person"]
    variables = {"idNumber": sample["id_number"], "name": sample["name"]}
    token = sign(province_build.settings, TokenRequest(roles=("MR",)))
    changes: list[tuple[float, str]] = [(0.0, policy().version)]
    with two_workers(province_build, province_copy) as address, Load(address, token, variables) as load:
        for table in (OPEN, SHUT, CLOSED, OPEN):
            time.sleep(1.5)
            put_in_force(province_copy, table)
            changes.append((time.time(), table.version))
        time.sleep(2)

    answers: dict[str, set[str]] = {}
    for _, version, answer in load.answers:
        answers.setdefault(version, set()).add(answer)
    assert {version: len(found) for version, found in answers.items()} == {v: 1 for _, v in changes}
    assert sample["id_number"] in next(iter(answers[OPEN.version]))
    assert sample["name"] in next(iter(answers[OPEN.version]))
    assert sample["id_number"] not in next(iter(answers[SHUT.version]))
    assert "FORBIDDEN" in next(iter(answers[CLOSED.version]))
    for begun, version, _ in load.answers:
        settled = [wanted for at, wanted in changes if at + 1 < begun][-1]
        lately = {wanted for at, wanted in changes if at - 0.1 <= begun}
        assert version == settled or (version in lately and begun < changes[-1][0] + 1), (begun, version, changes)
