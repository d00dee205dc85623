"""Revocation: whose tokens end, how workers learn of it, and what they do when they cannot."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import psycopg
import pytest
from typer.testing import CliRunner

from hub import revocation
from hub.caller import Caller
from hub.commands.token import app
from hub.database import Database, Role
from hub.errors import HubError, RevocationInvalid, RevocationsUnknown, Timeout
from hub.identity import DEVELOPMENT_ISSUER
from hub.reader import Reader
from hub.revocation import Revocation, Revocations
from hub.revoking import Order, in_force, named_by, revoke
from hub.settings import Settings
from hub.tokens import TokenRequest, sign
from tests.hub.server.running import running

QUERY = {"query": "{ areas { totalCount } }"}
NOW = int(time.time())


def caller(**changes: Any) -> Caller:
    """An officer whose token was issued just now."""
    said: dict[str, Any] = {
        "issuer": "a", "subject": "officer", "agency": "bank-1", "roles": frozenset({"BK"}), "areas": (), "courts": (),
        "purpose": None, "matter": None, "subject_id": None, "jti": "j", "scopes": frozenset({"read"}),
        "expires": NOW + 3600, "issued": NOW,
    }  # fmt: skip
    return Caller(**{**said, **changes})


def known(*rows: Revocation) -> Revocations:
    found = Revocations(lambda: None)
    found.add(rows)
    return found


@pytest.mark.parametrize(
    ("row", "covered"),
    [
        (Revocation("TOKEN", "a", "j"), True),
        (Revocation("TOKEN", "", "j"), True),
        (Revocation("TOKEN", "b", "j"), False),
        (Revocation("TOKEN", "a", "J"), False),
        (Revocation("SUBJECT", "a", "officer", NOW + 1), True),
        (Revocation("SUBJECT", "a", "officer", NOW), False),
        (Revocation("SUBJECT", "b", "officer", NOW + 1), False),
        (Revocation("SUBJECT", "a", "j", NOW + 1), False),
        (Revocation("AGENCY", "", "bank-1", NOW + 1), True),
        (Revocation("AGENCY", "a", "bank-1", NOW + 1), True),
        (Revocation("AGENCY", "b", "bank-1", NOW + 1), False),
        (Revocation("AGENCY", "", "bank-1", NOW - 5), False),
        (Revocation("AGENCY", "", "bank-10", NOW + 1), False),
        (Revocation("AGENCY", "", "officer", NOW + 1), False),
    ],
)
def test_a_row_ends_what_it_names_and_nothing_else(row: Revocation, covered: bool) -> None:
    """Issuer, value and instant have to fit, and a `sub` is never taken for a `jti` or an agency."""
    assert known(row).covers(caller()) is covered


def test_a_caller_without_a_known_instant_counts_as_old() -> None:
    """Where `iat` is not known the holder's revocation holds, rather than not."""
    assert known(Revocation("AGENCY", "", "bank-1", 1)).covers(caller(issued=0))


def test_rows_are_forgotten_when_their_tokens_have_ended() -> None:
    """What a worker remembers does not grow for ever."""
    found = known(Revocation("TOKEN", "", "old", expires=time.time() - 1))
    found.add([Revocation("TOKEN", "", "new", expires=time.time() + 60)])

    assert [name[2] for name in found._known] == ["new"]


@pytest.fixture
async def reader(empty_database: Database) -> AsyncIterator[Reader]:
    found = Reader(empty_database)
    await found.open()
    yield found
    await found.close()


def order(database: Database, *orders: Order) -> None:
    with database.connect("owner") as connection:
        for one in orders:
            revoke(connection, one)


async def test_a_look_brings_what_is_new(empty_database: Database, reader: Reader) -> None:
    """Every kind of order is read with the reader's own rights; memory is told once, and not again for nothing."""
    changes: list[int] = []
    found = Revocations(lambda: changes.append(1))
    order(empty_database, Order("TOKEN", "j"), Order("AGENCY", "bank-1", reason="left"))
    await found.look(reader)
    await found.look(reader)
    order(empty_database, Order("SUBJECT", "officer", "a"))
    await found.look(reader)

    assert len(changes) == 2
    assert sorted(found._known) == [("AGENCY", "", "bank-1"), ("SUBJECT", "a", "officer"), ("TOKEN", "", "j")]
    assert found.covers(caller(jti="other", agency="other"))
    assert not found.covers(caller(jti="other", issued=int(time.time()) + 90))  # NOW is long ago in a long run


async def test_an_order_that_commits_late_is_not_overlooked(empty_database: Database, reader: Reader) -> None:
    """A transaction that began before a look and ends after it, while younger ones were read already."""
    found = Revocations(lambda: None)
    with empty_database.connect("owner") as slow:
        revoke(slow, Order("TOKEN", "slow"))
        order(empty_database, Order("TOKEN", "quick"))
        await found.look(reader)
        before = sorted(name[2] for name in found._known)
        slow.commit()
    order(empty_database, Order("TOKEN", "quicker"))
    await found.look(reader)

    assert before == ["quick"]
    assert sorted(name[2] for name in found._known) == ["quick", "quicker", "slow"]


def test_an_order_given_twice_is_one_that_lasts(empty_database: Database) -> None:
    """A later instant counts and an earlier one takes nothing back; rows that no token can need are dropped."""
    earlier = datetime.now(UTC) - timedelta(hours=3)
    with empty_database.connect("owner") as connection:
        revoke(connection, Order("AGENCY", "bank-1", reason="first"))
        revoke(connection, Order("AGENCY", "bank-1", before=earlier))
        (row,) = in_force(connection)
        connection.execute("update revoked_token set expires_at = now() - interval '1 second'")
        revoke(connection, Order("TOKEN", "j"))
        count = connection.execute("select count(*) from revoked_token").fetchone()

    assert row.issued_before is not None
    assert row.issued_before > earlier + timedelta(hours=2)
    assert row.reason == "first"
    assert row.expires_at - row.revoked_at > timedelta(hours=24)
    assert count == (1,)


@pytest.mark.parametrize(
    "wrong",
    [
        Order("TOKEN", ""), Order("TOKEN", "a\nb"), Order("TOKEN", "x" * 600), Order("TOKEN", "j", reason="a\x00"),
        Order("TOKEN", "j", before=datetime.now(UTC)),
        Order("AGENCY", "a", before=datetime.now(UTC) + timedelta(hours=1)),
        Order("AGENCY", "a", before=datetime.now(UTC) - timedelta(days=3)),
    ],
)  # fmt: skip
def test_orders_that_mean_nothing_are_refused(wrong: Order, empty_database: Database) -> None:
    """An operator who believes something revoked that is not would be worse off than one who is told."""
    with pytest.raises(RevocationInvalid) as caught, empty_database.connect("owner") as connection:
        revoke(connection, wrong)

    assert re.search(r"[\u4e00-\u9fff]", caught.value.chinese)


@pytest.mark.parametrize("text", ["", "x", "a.b.c", "a.e30.c", "a.eyJpc3MiOjEsImp0aSI6MX0.c"])
def test_what_is_no_token_is_said(text: str) -> None:
    """`--token` needs something that has an `iss` and a `jti`."""
    with pytest.raises(RevocationInvalid):
        named_by(text)


def test_command_line_revokes_and_lists(empty_database: Database, tmp_path: Path) -> None:
    """The four ways to name what ends, an explanation when none or two are given, and the list as JSON."""
    env = {"HUB_DATA_DIR": str(tmp_path), "HUB_DATABASE_URL": empty_database.owner_connection}
    here = Settings.from_environment(env)
    token = sign(here, TokenRequest(("BK",)))

    def run(*options: str, **more: Any) -> Any:
        return CliRunner().invoke(app, options, env=env, **more)

    done = [
        run("revoke", "--jti", "j", "--reason", "lost"), run("revoke", "--token", "-", input=token),
        run("revoke", "--agency", "bank-1"), run("revoke", "--subject", "officer", "--issuer", "a"),
    ]  # fmt: skip
    wrong = [run("revoke"), run("revoke", "--jti", "j", "--agency", "a"), run("revoke", "--subject", "officer")]
    listed = json.loads(run("revoked", "--json").stdout)

    assert [result.exit_code for result in done] == [0] * 4
    assert all(isinstance(result.exception, RevocationInvalid) for result in wrong)
    found = {(row["kind"], row["issuer"]): row for row in listed}
    assert len(found["TOKEN", DEVELOPMENT_ISSUER]["value"]) == len(str(UUID(int=0)))
    assert found["TOKEN", ""]["reason"] == "lost"
    assert found["AGENCY", ""]["value"] == "bank-1"
    assert found["SUBJECT", "a"]["issued_before"]
    assert "officer" in run("revoked").stdout


class Broken:
    """A database that does not answer."""

    async def fetch(self, sql: str, parameters: tuple[int, ...]) -> bytes:
        raise Timeout


async def test_trouble_is_said_and_then_nobody_is_answered(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, empty_database: Database, reader: Reader
) -> None:
    """After ten seconds people hear of it, after a minute no token is trusted, and one look mends it."""
    real, later = time.monotonic, 0.0
    monkeypatch.setattr("hub.periodic.monotonic", lambda: real() + later)
    monkeypatch.setattr(revocation, "PERIOD", 0.01)
    found = Revocations(lambda: None)
    await found.look(reader)
    states = []
    keeping = asyncio.create_task(found.keep(Broken()))
    for later in (0.0, 11.0, 61.0):  # noqa: B007  read by the clock above
        await asyncio.sleep(0.05)
        try:
            found.check_sighted()
            states.append((found.unconfirmed, ""))
        except HubError as error:
            states.append((found.unconfirmed, error.code))
    keeping.cancel()
    await found.look(reader)

    assert states == [(False, ""), (True, ""), (True, RevocationsUnknown.code)]
    assert [record.levelname for record in caplog.records] == ["ERROR", "WARNING"]
    assert "TIMEOUT" in caplog.text
    found.check_sighted()


def test_health_and_answers_follow(
    empty_database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hub whose reader lost its right to the table: degraded and answering, then 503 for everybody, then well."""
    real, later = time.monotonic, 0.0
    monkeypatch.setattr("hub.periodic.monotonic", lambda: real() + later)
    monkeypatch.setattr("hub.identity.monotonic", lambda: real() + later)
    monkeypatch.setattr(revocation, "PERIOD", 0.05)

    def right(words: str) -> None:
        with empty_database.connect("owner") as connection:
            connection.execute(words.encode())

    with running(empty_database, settings) as hub:

        def told() -> tuple[int, dict[str, Any], int]:
            answer = hub.client.get("/health")
            asked = hub.client.post("/graphql", json=QUERY, headers={"authorization": f"Bearer {hub.token('CP')}"})
            return answer.status_code, answer.json(), asked.status_code

        well = told()
        right("revoke select (value) on revoked_token from hub_reader")
        time.sleep(0.2)
        later = 11.0
        degraded = told()
        later = 100.0
        blind = told()
        right("grant select (value) on revoked_token to hub_reader")
        time.sleep(0.5)
        again = told()

    assert well == again == (200, {"status": "ok"}, 200)
    assert degraded == (200, {"status": "degraded", "code": "REVOCATIONS_UNKNOWN"}, 200)
    assert blind == (503, {"status": "unavailable", "code": "REVOCATIONS_UNKNOWN"}, 503)


@contextmanager
def worker(env: dict[str, str]) -> Iterator[str]:
    """`hub serve` in a process of its own; yields its address."""
    command = [sys.executable, "-m", "hub", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as process:
        try:
            assert process.stdout
            address = process.stdout.readline().split("/graphql")[0]
            while not is_up(address):
                assert process.poll() is None
                time.sleep(0.1)
            yield address
        finally:
            process.terminate()
            process.wait(20)


def is_up(address: str) -> bool:
    try:
        return httpx.get(f"{address}/health").status_code == 200
    except httpx.TransportError:
        return False


def test_two_workers_refuse_within_five_seconds(empty_database: Database, tmp_path: Path) -> None:
    """A token, a holder and an agency, revoked on the command line: both workers refuse each at most 5 s later."""
    env = {
        **os.environ, "HUB_DATA_DIR": str(tmp_path), "HUB_DATABASE_URL": empty_database.owner_connection,
        "HUB_LOG_LEVEL": "error",
    }  # fmt: skip
    here = Settings.from_environment(env)
    tokens = {agency: sign(here, TokenRequest(("CP",), agency=agency)) for agency in ("one", "two", "rest")}

    def accepted(address: str, agency: str) -> bool:
        answer = httpx.post(f"{address}/graphql", json=QUERY, headers={"authorization": f"Bearer {tokens[agency]}"})
        assert answer.status_code in (200, 401)
        return answer.status_code == 200

    def ended(addresses: list[str], agencies: list[str]) -> float:
        began = time.monotonic()
        while any(accepted(address, agency) for address in addresses for agency in agencies):
            assert time.monotonic() - began < 20
            time.sleep(0.05)
        return time.monotonic() - began

    with ExitStack() as stack:
        both = [stack.enter_context(worker(env)) for _ in range(2)]
        at_first = [accepted(address, agency) for address in both for agency in tokens]
        order(empty_database, Order("TOKEN", named_by(tokens["one"])[1]), Order("AGENCY", "two"))
        taken = ended(both, ["one", "two"])
        rest = [accepted(address, "rest") for address in both]
        order(empty_database, Order("SUBJECT", "hub-token", DEVELOPMENT_ISSUER))
        holder = ended(both, ["rest"])

    assert at_first == [True] * 6
    assert rest == [True] * 2
    assert max(taken, holder) <= 5


def test_only_the_owner_writes(empty_database: Database) -> None:
    """No role of the serving hub can revoke, nor take a revocation back."""
    roles: tuple[Role, ...] = ("reader", "writer", "loader")
    for role in roles:
        with pytest.raises(psycopg.Error), empty_database.connect(role) as connection:
            connection.execute("delete from revoked_token")
