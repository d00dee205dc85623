"""Asking: a case put to a server, or its statement to PostgreSQL, as often as answers come."""

from __future__ import annotations

import asyncio
import json
import os
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import psycopg
import uvloop

from hub.reader import _SHARED
from tests.benchmarks.by_hand import Session, Statement, compiled
from tests.benchmarks.client import Asker, HttpAsker, connect, requests
from tests.benchmarks.measure import Cost, run
from tests.benchmarks.operations import CODES, PAGE, PERSON, POINT, SOMEONE, TINY, Operation
from tests.benchmarks.province import Province
from tests.benchmarks.servers import POSTGRAPHILE, Servers

#: seconds per measurement, and of warming up a server that compiles while it runs, once per operation
SECONDS = float(os.environ.get("BENCH_SECONDS", "4"))
WARM = float(os.environ.get("BENCH_WARM", "12"))
#: codes of one screening-shaped look-up
MANY = 500


@dataclass(frozen=True)
class Case:
    """An operation, who asks it, and what for: the variables for the hub, and for the others where they differ."""

    operation: Operation
    role: str
    variables: Sequence[dict[str, Any]]
    theirs: Sequence[dict[str, Any]] | None = None

    def sent(self, contestant: str, tokens: Sequence[str] = ()) -> list[bytes]:
        """The requests, finished."""
        variables = self.variables if contestant == "hub" else self.theirs or self.variables
        return requests(self.operation.text(contestant), variables, tokens)


def cases_of(province: Province) -> dict[str, Case]:
    """What is asked, by name."""
    codes = province.codes()
    one = [{"code": code} for code in codes]
    courts = [{"court": court} for court in province.courts()]
    most = min(MANY, len(codes))  # a small province has fewer
    many = [[codes[(start + n) % len(codes)] for n in range(most)] for start in range(0, len(codes), most // 2)]
    references = [{"references": [{"creditCode": code} for code in some]} for some in many]
    return {
        "point": Case(POINT, "CH", one),
        "page": Case(PAGE, "CH", courts),
        "codes": Case(CODES, "CH", references, [{"codes": some} for some in many]),
        "tiny": Case(TINY, "CH", one),
        "point, row rules": Case(POINT, "CE", one),
        "page, row rules": Case(PAGE, "CE", courts),
        "someone": Case(SOMEONE, "CH", [{"id": person} for person in province.people()]),
        "person": Case(PERSON, "CE", province.persons()),
    }


@dataclass
class Asking:
    """One case at one concurrency."""

    case: Case
    concurrency: int
    province: Province
    servers: Servers

    def of(self, server: str) -> Callable[[], Cost]:
        """Asking one of the servers; warmed up first if it has not been."""
        found = self.servers.get(server)
        words = server.split(",", maxsplit=1)[0]
        sent = self.case.sent(words, self.province.tokens(self.case.role) if words == "hub" else ())
        if server == "postgraphile" and self.servers.is_new(server, self.case.operation):
            uvloop.run(_over_http(found.port, found.pid, sent, 16, WARM, self.province.postmaster))
        return self.at(found.port, found.pid, sent)

    def at(self, port: int, pid: int, sent: Sequence[bytes]) -> Callable[[], Cost]:
        """Asking whatever listens there."""
        return lambda: uvloop.run(_over_http(port, pid, sent, self.concurrency, SECONDS, self.province.postmaster))

    def by_hand(self) -> dict[str, Callable[[], Cost]]:
        """The hub's statement on as many connections as the hub uses, one at a time and as many as callers at once."""
        token = self.province.token(self.case.role)
        statement = uvloop.run(compiled(self.province, self.case.operation.text("hub"), self.case.variables, token))
        number = min(_SHARED, self.concurrency)
        runs: dict[str, Callable[[], Cost]] = {
            f"same SQL, {number} connections": partial(self._sql, statement, number, 1)
        }
        if self.concurrency > number:
            runs[f"same SQL, {number} pipelined"] = partial(self._sql, statement, number, self.concurrency // number)
        return runs

    def _sql(self, statement: Statement, number: int, depth: int) -> Cost:
        return uvloop.run(_by_hand(self.province, statement, number, depth))

    def check(self) -> int:
        """That all contestants answer alike; the length of the hub's answer."""
        found = {}
        for server in ("hub", "naive", *(["postgraphile"] if POSTGRAPHILE else [])):
            sent = self.case.sent(server, [self.province.token(self.case.role)] if server == "hub" else ())
            found[server] = uvloop.run(_first(self.servers.get(server).port, sent[:20]))
        for server, answers in found.items():
            for ours, theirs in zip(found["hub"], answers, strict=True):
                assert _data(theirs) == _data(ours), server
        return statistics.median_low(len(answer) for answer in found["hub"])


def _data(answer: bytes) -> Any:
    data = json.loads(answer)["data"]
    if "subjectsByReference" in data:  # PostGraphile answers in an order of its own
        data["subjectsByReference"].sort(key=lambda subject: subject["creditCode"])
    return data


async def _first(port: int, sent: Sequence[bytes]) -> list[bytes]:
    """The answers to all, one after the other."""
    (asker,) = await connect(port, 1, sent)
    found = [await asker.ask() for _ in sent]
    asker.close()
    return found


async def _over_http(
    port: int, pid: int, sent: Sequence[bytes], concurrency: int, seconds: float, postmaster: int
) -> Cost:
    askers: list[HttpAsker] = await connect(port, concurrency, sent)
    return await _run(askers, seconds, pid, postmaster)


async def _by_hand(province: Province, statement: Statement, number: int, depth: int) -> Cost:
    sessions = [
        Session(psycopg.connect(province.database.url("reader"), autocommit=True), statement, index * 7919, depth)
        for index in range(number)
    ]
    return await _run(sessions, SECONDS, None, province.postmaster)


async def _run(askers: Sequence[Asker], seconds: float, pid: int | None, postmaster: int) -> Cost:
    try:
        return await run(askers, seconds, pid, postmaster)
    finally:
        for asker in askers:
            asker.close()
        await asyncio.sleep(0)
