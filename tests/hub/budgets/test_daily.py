"""What a day uses up: of each officer and of each agency, in all workers together, whatever stops in between."""

from __future__ import annotations

import json
import random
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from hub.budgets import daily
from hub.budgets.daily import Daily
from hub.budgets.door import Door
from hub.caller import Caller
from hub.database import Database
from hub.errors import BudgetSpent, DatabaseUnreachable, HubError
from hub.vault import Vault
from schema.allowance import UNLIMITED, Allowance, Budget, allowance
from tests.province import officer, opened

LISTINGS = "{ listings(first: 5, filter: {kind: {eq: SX}}) { nodes { subject { ... on NaturalPerson { name } } } } }"


def somebody(*roles: str, **claims: Any) -> Caller:
    own = {"subject": uuid4().hex, "agency": uuid4().hex, **claims}
    return officer(*(roles or ("MR",)), **own)


def subjects(number: int) -> list[str]:
    return [str(uuid4()) for _ in range(number)]


def allow(monkeypatch: pytest.MonkeyPatch, what: Callable[[Caller], Allowance]) -> None:
    monkeypatch.setattr(Caller, "allowance", property(what))


@pytest.fixture(autouse=True)
def limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """1000 units and 50 people of an officer, 3000 and 120 of an agency; no limits for CH."""

    def few(caller: Caller) -> Allowance:
        found = allowance(caller.roles)
        if "CH" in caller.roles:
            return found
        return replace(found, officer=Budget(1000, 50), agency=Budget(3000, 120))

    allow(monkeypatch, few)


@pytest.fixture
async def workers(empty_database: Database) -> AsyncIterator[list[Daily]]:
    """The budgets of three workers over one database."""
    doors = [Door(empty_database) for _ in range(3)]
    yield [Daily(door) for door in doors]
    for door in doors:
        await door.close()


def used(database: Database, caller: Caller) -> list[tuple[int, int]]:
    """Cost and people of the officer and of the agency, as the database knows them."""
    with database.connect("owner") as connection:
        return [
            connection.execute("select coalesce(sum(cost), 0)::int, coalesce(sum(people), 0)::int from budget.day"
                               " where kind = %s and issuer = %s and name = %s", key).fetchone() or (0, 0)
            for key in (("OFFICER", caller.issuer, caller.subject), ("AGENCY", "", caller.agency))
        ]  # fmt: skip


def charges(worker: Daily, caller: Caller, cost: int = 100) -> int:
    """How many operations are let through."""
    for done in range(1000):
        try:
            worker.charge(caller, cost)
        except BudgetSpent:
            return done
    return 1000


async def test_an_officer_spends_what_a_day_has(workers: list[Daily]) -> None:
    """429 with the seconds to midnight in China; other officers of the agency go on until the agency has spent its."""
    caller = somebody()
    assert charges(workers[0], caller) == 10
    with pytest.raises(BudgetSpent) as caught:
        workers[0].charge(caller, 1)
    assert (caught.value.status, 1 <= caught.value.data["retry_after"] <= 86400) == (429, True)

    assert [charges(workers[0], somebody(agency=caller.agency)) for _ in range(3)] == [10, 10, 0]


async def test_workers_learn_of_one_another(workers: list[Daily], empty_database: Database) -> None:
    """Each may exceed by what it lets through between two settlements, and then knows."""
    caller = somebody()
    for worker in workers:
        for _ in range(3):
            worker.charge(caller, 100)
    for worker in workers:
        await worker.settle()
    for worker in workers:
        assert charges(worker, caller, 0) in (0, 1000)
        await worker.settle()

    assert [charges(worker, caller) for worker in workers] == [1, 1, 1]
    for worker in workers:
        await worker.settle()
    assert [charges(worker, caller) for worker in workers] == [0, 0, 0]
    assert used(empty_database, caller)[0][0] == 1200


async def test_people_are_counted_once_a_day(workers: list[Daily], empty_database: Database) -> None:
    """However often, and at whichever worker, the same person is asked for; and for officer and agency apart."""
    caller = somebody()
    colleague = somebody(agency=caller.agency)
    known = subjects(30)
    for worker in workers:
        worker.charge(caller, 1)
        worker.saw(caller, known)
        worker.saw(caller, known[:10])
        await worker.settle()
        worker.charge(colleague, 1)
        worker.saw(colleague, known[20:] + subjects(5))
        await worker.settle()

    assert used(empty_database, caller) == [(3, 30), (6, 45)]
    workers[0].charge(caller, 1)
    workers[0].saw(caller, subjects(20))
    with pytest.raises(BudgetSpent):
        workers[0].charge(caller, 1)
    await workers[0].settle()
    assert used(empty_database, caller)[0] == (4, 50)


async def test_without_a_limit_nobody_is_written_down(workers: list[Daily], empty_database: Database) -> None:
    """Roles that read everything by trade are not counted by person: it would be millions of rows for no decision."""
    caller = somebody("CH")
    assert allowance(caller.roles).officer.people == UNLIMITED
    workers[0].charge(caller, 10**9)
    workers[0].saw(caller, subjects(100))
    await workers[0].settle()

    assert used(empty_database, caller) == [(10**9, 0), (10**9, 0)]
    assert charges(workers[0], caller, 10**9) == 1000


@pytest.mark.parametrize("seed", range(5))
async def test_nothing_is_lost_or_counted_twice(
    workers: list[Daily], empty_database: Database, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever order charges, answers, settlements and failed settlements come in: at the end the sums are right."""
    chance = random.Random(seed)
    agency = uuid4().hex
    callers = [somebody("CH", agency=agency), *(somebody(agency=agency) for _ in range(4))]
    much = Budget(10**9, 10**9)
    allow(monkeypatch, lambda caller: replace(allowance(caller.roles), officer=much, agency=much))
    everybody = [str(UUID(int=chance.getrandbits(128), version=4)) for _ in range(40)]
    cost = dict.fromkeys(callers, 0)
    seen: dict[Caller, set[str]] = {caller: set() for caller in callers}
    for _ in range(300):
        worker, caller = chance.choice(workers), chance.choice(callers)
        step = chance.random()
        if step < 0.85:
            worker.charge(caller, 7)
            cost[caller] += 7
            told = chance.sample(everybody, chance.randrange(4))
            worker.saw(caller, told)
            seen[caller] |= {*told}
        elif step < 0.95:
            await worker.settle()
        else:

            async def lost(*_: Any) -> None:
                raise DatabaseUnreachable(address="x")

            with monkeypatch.context() as patch:
                patch.setattr(worker._door, "ask", lost)
                if worker._changed:
                    with pytest.raises(HubError):
                        await worker.settle()
    for worker in workers:
        await worker.settle()

    for caller in callers:
        assert used(empty_database, caller)[0] == (cost[caller], len(seen[caller]))
    assert used(empty_database, callers[0])[1] == (sum(cost.values()), len(set().union(*seen.values())))


async def test_a_new_day_begins_with_nothing(workers: list[Daily], empty_database: Database) -> None:
    """Who was refused before midnight is answered within a second after it, without a restart, and whom he asked about
    yesterday is forgotten."""
    caller = somebody()
    charges(workers[0], caller)
    workers[0].saw(caller, subjects(3))
    await workers[0].settle()
    with empty_database.connect("owner") as connection:
        connection.execute("update budget.day set day = day - 1")
        connection.execute("update budget.day_subject set day = day - 1")
    workers[0]._day = "yesterday"
    assert charges(workers[0], caller) == 0
    await workers[0].settle()

    assert charges(workers[0], caller) == 10
    with empty_database.connect("owner") as connection:
        assert connection.execute("select count(*) from budget.day_subject").fetchone() == (0,)


async def test_a_restart_forgets_nothing(workers: list[Daily]) -> None:
    """A new worker lets through what fits between two settlements, and then stands where the old one stood."""
    caller = somebody()
    charges(workers[0], caller)
    await workers[0].settle()
    workers[1].charge(caller, 1)
    await workers[1].settle()

    assert charges(workers[1], caller) == 0


async def test_idle_holders_take_no_memory(workers: list[Daily], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whom nobody has heard of for ten minutes the worker forgets, and is told again by the database."""
    caller = somebody()
    charges(workers[0], caller)
    await workers[0].settle()
    monkeypatch.setattr(daily, "monotonic", lambda: 2**40)
    await workers[0].settle()
    assert (workers[0]._uses, workers[0]._accounts) == ({}, {})

    workers[0].charge(caller, 1)
    await workers[0].settle()
    assert charges(workers[0], caller) == 0


@pytest.mark.parametrize("role", ["reader", "writer", "loader"])
@pytest.mark.parametrize("statement", ["select * from budget.day", "select * from budget.day_subject",
                                       "delete from budget.day"])  # fmt: skip
def test_nobody_else_touches_the_count(database: Database, role: Any, statement: str) -> None:
    """Who asked about whom is nobody's to read but the owner's."""
    with pytest.raises(psycopg.errors.InsufficientPrivilege), database.connect(role) as connection:
        connection.execute(statement.encode())


async def test_operations_are_charged_as_estimated(
    province: Database, province_vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine charges the estimate and the people of an answer, and refuses before it reads."""
    caller = somebody("MR")
    door = Door(province)
    async with opened(province, province_vault) as engine:
        engine._daily = budget = Daily(door)
        body = await engine.answer(LISTINGS, None, {}, caller)
        await budget.settle()
        estimated = budget._uses["OFFICER", caller.issuer, caller.subject].cost
        (officer_cost, officer_people), agency = used(province, caller)
        people = {str(node) for node in json.loads(body)["data"]["listings"]["nodes"]}
        sent = engine.reader.statements
        allow(monkeypatch, lambda caller: replace(allowance(caller.roles), officer=Budget(1, 1)))
        budget._accounts.clear()
        with pytest.raises(BudgetSpent):
            await engine.answer(LISTINGS, None, {}, caller)
    await door.close()

    assert officer_cost == estimated > 5
    assert (officer_cost, officer_people) == agency
    assert 1 <= officer_people <= 5
    assert people
    assert engine.reader.statements == sent


@pytest.mark.parametrize("role", ["reader", "loader", "logger"])
async def test_no_session_holds_settlements_up(workers: list[Daily], empty_database: Database, role: Any) -> None:
    """They are put in order by a row that only the function touches, and not by a lock that any session may take."""
    caller = somebody()
    with empty_database.connect(role) as connection:
        connection.execute("select pg_advisory_lock(hashtext('budget.settle_day'))")
        connection.commit()
        for statement in ("select from budget.settling for update", "lock table budget.settling"):
            with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction)):
                connection.execute(statement.encode())
            connection.rollback()
        workers[0].charge(caller, 100)
        await workers[0].settle()
    assert used(empty_database, caller) == [(100, 0)] * 2


async def test_a_malformed_subject_costs_the_others_nothing(workers: list[Daily], empty_database: Database) -> None:
    """What is no id is passed over; the cost and the other people of the settlement are counted."""
    caller = somebody()
    workers[0].charge(caller, 100)
    workers[0].saw(caller, [*subjects(2), "330211199003079015"])
    await workers[0].settle()
    assert used(empty_database, caller) == [(100, 2)] * 2
