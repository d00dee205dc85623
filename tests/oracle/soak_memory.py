"""Memory of a worker that is asked a million times, five thousand different operations by callers of every kind.

Not collected with the tests: `make soak` runs it, over HTTP against `hub serve`. SOAK_REQUESTS and SOAK_OPERATIONS
scale it. The documents are those of the oracle, so they part plans by document, by shape of variables and by caller.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
import uvloop
from graphql import parse, validate

from hub.caller import Caller
from hub.database import Database
from hub.errors import HubError
from hub.query.engine import Engine
from hub.settings import Settings
from hub.tokens import TokenRequest, sign
from hub.vault import Vault
from tests.benchmarks.client import connect, requests
from tests.benchmarks.measure import drive, memory
from tests.benchmarks.servers import Served, served
from tests.oracle.callers import Callers
from tests.oracle.emphasis import Emphasis
from tests.oracle.generate import Generator
from tests.oracle.policy import Sight
from tests.oracle.sdl import committed_schema
from tests.oracle.world import World
from tests.province import Province, opened

REQUESTS = int(os.environ.get("SOAK_REQUESTS", "1000000"))
OPERATIONS = int(os.environ.get("SOAK_OPERATIONS", "5000"))
#: part of the requests before growth counts: caches have to fill first
SETTLED = 0.25
#: megabytes that a worker may grow by afterwards
GROWTH = 8.0
STEPS = 20
#: callers; what each is answered is a plan of its own
CALLERS = 40
#: items of a document, so that it takes milliseconds and a million take an hour at most
SHORT = Emphasis(impolite=0, sizes=(2, 3, 4, 6, 8))
#: seconds that an operation may take, in this process
QUICK = 0.02

Sent = list[bytes]


@pytest.fixture(scope="module")
def sent(enriched: Database, province_build: Province, province_vault: Vault, world: World) -> Sent:
    """Finished requests, one for each operation, of which each is answered."""
    with ThreadPoolExecutor(1) as beside:
        made = _operations(enriched, province_build.settings, province_vault, world)
        return beside.submit(asyncio.run, made).result()


async def _operations(database: Database, settings: Settings, vault: Vault, world: World) -> Sent:
    chance = random.Random(1)
    callers = Callers(world, chance)
    sights = [Sight(world, callers.make(number)) for number in range(CALLERS)]
    tokens = [sign(settings, _token(sight.caller)) for sight in sights]
    found: dict[str, bytes] = {}
    async with opened(database, vault) as engine:
        while len(found) < OPERATIONS:
            number = chance.randrange(CALLERS)
            draft = Generator(sights[number], chance, SHORT).draft()
            variables = {variable.name: variable.make() for variable in draft.variables}
            if draft.name is None and await _is_quick(engine, draft.text, variables, sights[number].caller):
                found[draft.text] = requests(draft.text, [variables], [tokens[number]])[0]
    return list(found.values())


def _token(caller: Caller) -> TokenRequest:
    return TokenRequest(
        roles=tuple(sorted(caller.roles)), areas=caller.areas, courts=caller.courts, agency=caller.agency,
        purpose=caller.purpose, matter=caller.matter, officer=caller.subject,
        subject=str(caller.subject_id) if caller.subject_id else None,
    )  # fmt: skip


async def _is_quick(engine: Engine, text: str, variables: dict[str, object], caller: Caller) -> bool:
    if validate(committed_schema(), parse(text)):
        return False
    begun = time.perf_counter()
    try:
        await engine.answer(text, None, variables, caller)
    except HubError:
        return False
    return time.perf_counter() - begun < QUICK


@pytest.fixture(scope="module")
def worker(enriched: Database, province_build: Province) -> Iterator[Served]:
    """`hub serve` with one worker over the same database."""
    given = {
        "HUB_DATA_DIR": str(province_build.settings.data_dir), "HUB_PORT": "0", "HUB_WORKERS": "1",
        "HUB_DATABASE_URL": enriched.owner_connection,
    }  # fmt: skip
    with served([sys.executable, "-m", "hub", "serve"], given) as found:
        yield found


def soak_memory(worker: Served, sent: Sent, enriched: Database) -> None:
    """Once its caches are full, a worker needs no more memory, however many requests follow."""
    chance = random.Random(2)
    # some are asked often and most seldom, so that what is kept and what is dropped changes all the time
    order = [sent[int(len(sent) * chance.random() ** 2)] for _ in range(20 * len(sent))]
    steps = uvloop.run(_steps(worker, order, enriched))
    settled = [own for count, own in steps if count >= SETTLED * REQUESTS]

    assert settled[-1] - settled[0] <= GROWTH


async def _steps(worker: Served, sent: Sent, database: Database) -> list[tuple[int, float]]:
    askers = await connect(worker.port, 16, sent)
    found = []
    count, begun = 0, time.perf_counter()
    _tell(f"{'requests':>12}{'a second':>10}{'RSS, MB':>10}{'USS, MB':>10}{'PostgreSQL, MB':>16}")
    while count < REQUESTS:
        before, started = count, time.perf_counter()
        while count < before + REQUESTS / STEPS:
            count += len(await drive(askers, 1.0))
        rate = (count - before) / (time.perf_counter() - started)
        used = memory(worker.pid)
        found.append((count, used["USS"]))
        _tell(f"{count:>12,}{rate:>10,.0f}{used['RSS']:>10.1f}{used['USS']:>10.1f}{_sessions(database):>16.1f}")
    for asker in askers:
        asker.close()
    _tell(f"{len(set(sent))} operations, {count / (time.perf_counter() - begun):,.0f} requests a second")
    return found


def _sessions(database: Database) -> float:
    """Megabytes that the worker's sessions hold for themselves."""
    with psycopg.connect(database.owner_connection) as connection:
        pids = connection.execute("select pid from pg_stat_activity where application_name = 'hub-reader'").fetchall()
    return sum(memory(pid)["USS"] for (pid,) in pids)


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
