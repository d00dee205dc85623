"""Look-ups by ID number that find nobody are charged, in all workers together, and nobody is told by the time."""

from __future__ import annotations

import asyncio
import datetime
import json
import statistics
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import psycopg
import pytest

from hub.budgets.door import Door
from hub.budgets.misses import A_DAY, A_MINUTE, A_SHARE, Misses
from hub.caller import Caller
from hub.database import Database
from hub.errors import BudgetSpent, Busy, HubError, LimitExceeded, Timeout
from hub.query.engine import Engine
from hub.query.exact import FLOOR, JITTER
from hub.vault import Vault
from schema.identifiers import id_number_check_digit
from tests.province import officer, opened

ONE = "query ($n: IdNumber!, $m: String!) { subject(idNumber: $n, name: $m) { __typename } }"
MANY = "query ($r: [SubjectReference!]!) { subjectsByReference(references: $r) { __typename } }"
NAME = "李乙丑"


def number(nth: int) -> str:
    """Well-formed numbers of nobody."""
    stem = f"000000199003{nth // 100 % 28 + 1:02}9{nth % 100:02}"
    return stem + id_number_check_digit(stem)


def somebody(*roles: str, **claims: Any) -> Caller:
    """An officer and an agency that no other test has charged."""
    own = {"subject": uuid4().hex, "agency": uuid4().hex, **claims}
    return officer(*(roles or ("CH",)), **own)


@asynccontextmanager
async def worker(database: Database, vault: Vault) -> AsyncIterator[Engine]:
    """One worker's engine, with the budgets of the database."""
    async with opened(database, vault) as engine:
        door = Door(database)
        engine._misses = Misses(door)
        yield engine
        await door.close()


@pytest.fixture
async def hub(province: Database, province_vault: Vault) -> AsyncIterator[Engine]:
    async with worker(province, province_vault) as engine:
        yield engine


@pytest.fixture
def known(truth: dict[str, Any]) -> dict[str, Any]:
    """Somebody who is there."""
    person = truth["samples"]["listed_person"]
    return {"n": person["id_number"], "m": person["name"]}


async def ask(engine: Engine, caller: Caller, nth: int = 0, **given: Any) -> Any:
    found = json.loads(await engine.answer(ONE, None, given or {"n": number(nth), "m": NAME}, caller))
    return found["data"]["subject"]


async def refused(asked: Any) -> HubError:
    with pytest.raises(HubError) as caught:
        await asked
    return caught.value


def charged(database: Database, caller: Caller) -> tuple[int, int]:
    """What stands against the officer and against the agency."""
    with database.connect("owner") as connection:
        mine = connection.execute("select cardinality(charged) from budget.officer_miss where issuer = %s and"
                                  " subject = %s", [caller.issuer, caller.subject]).fetchone()  # fmt: skip
        ours = connection.execute(
            "select charged from budget.agency_miss where agency = %s", [caller.agency]
        ).fetchone()
    return (mine or (0,))[0], (ours or (0,))[0]


async def test_the_eleventh_miss_in_a_minute_is_not_looked_up(hub: Engine, known: dict[str, Any]) -> None:
    """429 with the seconds to wait, before any row is read, for the known and the unknown alike."""
    caller = somebody()
    for nth in range(A_MINUTE):
        assert await ask(hub, caller, nth) is None
    sent = hub.reader.statements
    errors = [await refused(ask(hub, caller, 99)), await refused(ask(hub, caller, **known))]

    assert hub.reader.statements == sent
    assert [(error.code, error.status) for error in errors] == [("BUDGET_SPENT", 429)] * 2
    assert all(50 <= error.data["retry_after"] <= 60 for error in errors)
    assert await ask(hub, somebody(agency=caller.agency)) is None


async def test_hits_cost_nothing(hub: Engine, province: Database, known: dict[str, Any]) -> None:
    """Whoever asks about people who are there is never held up, however many he asks about at once."""
    caller = somebody()
    for _ in range(A_MINUTE):
        assert await asyncio.gather(*(ask(hub, caller, **known) for _ in range(8)))

    assert charged(province, caller) == (0, 0)


async def test_denied_costs_like_unknown(hub: Engine, province: Database, known: dict[str, Any]) -> None:
    """A wrong name beside a right number, and a number beside another's name, are misses."""
    caller = somebody()
    assert await ask(hub, caller, n=known["n"], m=NAME) is None
    assert await ask(hub, caller, n=number(1), m=known["m"]) is None

    assert charged(province, caller) == (2, 2)


async def test_every_alias_and_every_reference_is_charged(
    hub: Engine, province: Database, known: dict[str, Any]
) -> None:
    """One request with many look-ups costs as much as many requests; what names nobody by number costs nothing."""
    caller = somebody()
    aliases = " ".join(f'a{nth}: subject(idNumber: "{number(nth)}", name: "{NAME}") {{ id }}' for nth in range(3))
    await hub.answer(f"{{ {aliases} }}", None, {}, caller)
    person = {"person": {"idNumber": known["n"], "name": known["m"]}}
    missing = [{"person": {"idNumber": number(nth), "name": NAME}} for nth in range(4)]
    await hub.answer(MANY, None, {"r": [person, *missing, {"creditCode": "91330211MA2A00018F"}, person]}, caller)
    await hub.answer(MANY, None, {"r": [{"creditCode": "91330211MA2A00018F"}] * 50}, caller)

    assert charged(province, caller) == (7, 7)


async def test_who_sees_numbers_may_name_many_and_pays_for_what_is_missing(hub: Engine, province: Database) -> None:
    """A list of numbers that its sender sees anyway is answered as long as anything is left; the debt is kept."""
    caller = somebody("CH")
    missing = [{"person": {"idNumber": number(nth), "name": NAME}} for nth in range(25)]
    assert await hub.answer(MANY, None, {"r": missing}, caller)

    assert charged(province, caller) == (25, 25)
    assert isinstance(await refused(ask(hub, caller)), BudgetSpent)


async def test_one_list_shuts_nobody_else_out(hub: Engine, province: Database) -> None:
    """Five hundred misses in one request are the debt of its sender: the agency is charged his share of its day, its
    other officers go on, and he himself is refused until the day ends."""
    caller = somebody("CH")
    missing = [{"person": {"idNumber": number(nth), "name": NAME}} for nth in range(500)]
    assert await hub.answer(MANY, None, {"r": missing}, caller)
    error = await refused(ask(hub, caller))
    others = [somebody(role, agency=caller.agency) for role in ("CH", "MR")]

    assert charged(province, caller) == (500, A_SHARE)
    assert [await ask(hub, one, 1) for one in others] == [None, None]
    assert isinstance(error, BudgetSpent)
    assert _until_midnight(error.data["retry_after"])


async def test_officers_share_the_day_and_exhaust_it_together(hub: Engine, province: Database) -> None:
    """A share is no licence for all: the agency's day ends at two hundred, whoever has missed how many of them."""
    agency = uuid4().hex
    missing = [{"person": {"idNumber": number(nth), "name": NAME}} for nth in range(300)]
    for _ in range(A_DAY // A_SHARE):
        await hub.answer(MANY, None, {"r": missing}, somebody("CH", agency=agency))
    error = await refused(ask(hub, somebody("CH", agency=agency)))

    assert isinstance(error, BudgetSpent)
    assert _until_midnight(error.data["retry_after"])


async def test_a_debt_is_paid_off_at_the_pace_of_all_others(hub: Engine, province: Database) -> None:
    """Whoever was told of 35 misses at once is told of the next one when ten a minute have made up for them."""
    caller = somebody("CH")
    missing = [{"person": {"idNumber": number(nth), "name": NAME}} for nth in range(35)]
    await hub.answer(MANY, None, {"r": missing}, caller)
    waits = [(await refused(ask(hub, caller))).data["retry_after"]]
    for _ in range(3):
        _a_minute_later(province, caller)
        found = await asyncio.gather(ask(hub, caller), return_exceptions=True)
        waits += [one.data["retry_after"] for one in found if isinstance(one, BudgetSpent)]

    assert [round(wait / 60) for wait in waits] == [3, 2, 1]
    assert charged(province, caller)[0] == 6
    assert [await ask(hub, caller, nth) for nth in range(4)] == [None] * 4
    assert isinstance(await refused(ask(hub, caller)), BudgetSpent)


def _until_midnight(seconds: int) -> bool:
    """Whether so many seconds are left of the day in China, or nearly so."""
    now = datetime.datetime.now(ZoneInfo("Asia/Shanghai"))
    left = 86_400 - now.hour * 3600 - now.minute * 60 - now.second
    return abs(seconds - left) <= 60


def _a_minute_later(database: Database, caller: Caller) -> None:
    with database.connect("owner") as connection:
        connection.execute(
            "update budget.officer_miss set charged = array(select c - interval '1 minute' from unnest(charged) c)"
            " where subject = %s", [caller.subject]
        )  # fmt: skip


async def test_who_does_not_see_numbers_never_gets_more_than_is_left(hub: Engine, province: Database) -> None:
    """No list of guesses exceeds the budget: all of it has to be left, and ten is the most there is."""
    caller = somebody("MR")
    missing = [{"person": {"idNumber": number(nth), "name": NAME}} for nth in range(11)]
    assert isinstance(await refused(hub.answer(MANY, None, {"r": missing}, caller)), LimitExceeded)
    assert await hub.answer(MANY, None, {"r": missing[:6]}, caller)
    assert isinstance(await refused(hub.answer(MANY, None, {"r": missing[:5]}, caller)), BudgetSpent)
    assert await hub.answer(MANY, None, {"r": missing[:4]}, caller)

    assert charged(province, caller) == (10, 10)


@pytest.mark.parametrize("role", ["CH", "MR"])
async def test_workers_together_let_no_guess_through(province: Database, province_vault: Vault, role: str) -> None:
    """A hundred guesses at once at two workers: ten are answered."""
    caller = somebody(role)
    async with AsyncExitStack() as stack:
        workers = [await stack.enter_async_context(worker(province, province_vault)) for _ in range(2)]
        found = await asyncio.gather(
            *(ask(workers[nth % 2], caller, nth) for nth in range(100)), return_exceptions=True
        )

    assert found.count(None) == A_MINUTE
    assert sum(isinstance(one, BudgetSpent) for one in found) == 100 - A_MINUTE
    assert charged(province, caller) == (A_MINUTE, A_MINUTE)


async def test_an_agency_has_a_budget_of_its_own(hub: Engine, province: Database) -> None:
    """Officers who share the work share its limit: two hundred a day, told with the seconds to midnight."""
    agency = uuid4().hex
    for _ in range(A_DAY // A_MINUTE):
        caller = somebody(agency=agency)
        await asyncio.gather(*(ask(hub, caller, nth) for nth in range(A_MINUTE)))
    error = await refused(ask(hub, somebody(agency=agency)))

    assert isinstance(error, BudgetSpent)
    assert 1 <= error.data["retry_after"] <= 86400
    with province.connect("owner") as connection:
        connection.execute("update budget.agency_miss set day = day - 1 where agency = %s", [agency])
    assert await ask(hub, somebody(agency=agency)) is None


async def test_a_minute_later_all_is_well(hub: Engine, province: Database) -> None:
    """Each miss is forgotten a minute after it was made, one by one."""
    caller = somebody()
    for nth in range(A_MINUTE):
        await ask(hub, caller, nth)
    with province.connect("owner") as connection:
        connection.execute(
            "update budget.officer_miss set charged = array(select c - case when n <= 3 then interval '1 minute' else"
            " interval '0' end from unnest(charged) with ordinality e(c, n)) where subject = %s", [caller.subject]
        )  # fmt: skip
    answered = await asyncio.gather(*(ask(hub, caller, nth) for nth in range(5)), return_exceptions=True)

    assert answered.count(None) == 3


async def test_whoever_is_stopped_has_paid(
    province: Database, province_vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A guess whose answer was cut off may have been read, so it stays charged; one that was never asked does not."""
    caller = somebody()
    async with worker(province, province_vault) as engine:
        for fault, missed in ((Timeout(), 1), (Busy(), 1), (asyncio.CancelledError(), 2)):

            async def fetch(*_: Any, fault: BaseException = fault) -> bytes:
                raise fault

            with monkeypatch.context() as patch:
                patch.setattr(engine.reader, "fetch", fetch)
                with pytest.raises(type(fault)):
                    await ask(engine, caller)
            assert charged(province, caller) == (missed, missed)


KILLED = """
import asyncio, sys
from hub.budgets.door import Door
from hub.budgets.misses import Misses
from hub.database import Database
from tests.province import officer

async def main():
    misses = Misses(Door(Database.at(sys.argv[1])))
    await misses.take(officer("CH", subject=sys.argv[2], agency=sys.argv[3]), 7, whole=True)
    print("charged", flush=True)
    await asyncio.sleep(60)

asyncio.run(main())
"""


async def test_a_killed_worker_leaves_its_charges(hub: Engine, province: Database) -> None:
    """Killed between charge and settlement, a worker gives nothing back; another one goes on from there."""
    caller = somebody()
    command = [sys.executable, "-c", KILLED, province.owner_connection, caller.subject, caller.agency]
    process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
    assert process.stdout
    assert await process.stdout.readline() == b"charged\n"
    process.kill()
    await process.wait()

    found = await asyncio.gather(*(ask(hub, caller, nth) for nth in range(5)), return_exceptions=True)
    assert found.count(None) == 3
    assert charged(province, caller) == (10, 10)


async def test_what_cannot_be_counted_is_not_answered(hub: Engine, province: Database, known: dict[str, Any]) -> None:
    """Without its connection the budget connects anew; without the right to count nobody is looked up."""
    caller = somebody()
    await ask(hub, caller, **known)
    assert isinstance(hub._misses, Misses)
    assert hub._misses._door._line._lane
    await hub._misses._door._line._lane.close()

    assert await ask(hub, caller, **known)


@pytest.mark.parametrize(
    "statement",
    ["select * from budget.officer_miss", "select * from budget.agency_miss", "delete from budget.officer_miss",
     "update budget.agency_miss set charged = 0"],
)  # fmt: skip
@pytest.mark.parametrize("role", ["reader", "writer", "loader"])
def test_nobody_else_touches_the_count(province: Database, role: Any, statement: str) -> None:
    """The tables are their owner's; hub_writer may call two functions, the others not even these."""
    with pytest.raises(psycopg.errors.InsufficientPrivilege), province.connect(role) as connection:
        connection.execute(statement.encode())
    if role != "writer":
        with pytest.raises(psycopg.errors.InsufficientPrivilege), province.connect(role) as connection:
            connection.execute("select budget.take('', '', '', 1, true, 1, 1, 1)")


async def _seconds(asked: Any) -> float:
    begun = time.perf_counter()
    with suppress(HubError):
        await asked
    return time.perf_counter() - begun


async def test_row_38_hit_and_miss_take_the_same_time(hub: Engine, known: dict[str, Any]) -> None:
    """For who does not see numbers: found, unknown and refused by budget, each not before the floor; the medians of
    the same question lie within the jitter of one another."""
    await ask(hub, somebody("MR"), **known)
    hits, misses = [], []
    for nth in range(30):
        caller = somebody("MR")
        hits.append(await _seconds(ask(hub, caller, **known)))
        misses.append(await _seconds(ask(hub, caller, nth)))
    spent = somebody("MR")
    for nth in range(A_MINUTE):
        await ask(hub, spent, nth)
    budget = await _seconds(ask(hub, spent))

    assert min(*hits, *misses, budget) >= FLOOR - 0.001
    assert abs(statistics.median(hits) - statistics.median(misses)) < JITTER + 0.002


async def test_row_38_asking_again_tells_nothing(hub: Engine) -> None:
    """The addition belongs to the question: the same for every asker, so that it cannot be averaged away."""
    taken = [await _seconds(ask(hub, somebody("MR"), 5)) for _ in range(7)]

    assert statistics.median(taken) - min(taken) < 0.005


async def test_who_sees_numbers_waits_for_nothing(hub: Engine, known: dict[str, Any]) -> None:
    """A role that reads every number in full learns nothing from time."""
    await ask(hub, somebody("CH"), **known)
    taken = [await _seconds(ask(hub, somebody("CH"), **known)) for _ in range(9)]

    assert min(taken) < FLOOR / 2
