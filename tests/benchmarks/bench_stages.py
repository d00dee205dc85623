"""Where the microseconds of one request go: `make profile`.

Three measurements, none of which waits, since a processor that waits forgets: the application in this process, without
network and with the answers of PostgreSQL at hand, stage by stage; its reader alone, sixteen reads in flight; the same
requests over HTTP from sixteen clients. What is left of the last is the HTTP server and the system below it.
"""

from __future__ import annotations

import asyncio
import itertools
import statistics
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import psycopg
import pytest
import uvloop
from starlette.applications import Starlette

from hub.database import Database
from hub.identity import Authenticator
from hub.query import engine as engine_module
from hub.query.engine import Engine
from hub.reader import Reader
from hub.server import http as endpoint
from hub.server.app import build
from tests.benchmarks.asking import Asking, Case
from tests.benchmarks.by_hand import Statement, compiled
from tests.benchmarks.province import Province
from tests.benchmarks.record import Record
from tests.benchmarks.servers import Servers
from tests.benchmarks.stopwatch import Stage, Stopwatch, cost_of_watching

STAGES: tuple[Stage, ...] = (
    ("headers", endpoint, "looked_at"),
    ("headers", endpoint, "answer_type"),
    ("headers", endpoint, "check_body_type"),
    ("authenticate", Authenticator, "authenticate"),
    ("read body", endpoint, "_body"),
    ("decode JSON", endpoint, "read_request"),
    ("limits, checks", Engine, "respond"),
    ("find document, coerce variables", engine_module, "prepare"),
    ("find plan", Engine, "plan"),
    ("bind", Engine, "_bind"),
    ("parameters", Engine, "_fetch"),
    ("splice", engine_module, "splice"),
    ("send", endpoint, "send_whole"),
)
REQUESTS = 2000
IN_FLIGHT = 16


@pytest.mark.parametrize("name", ["tiny", "point", "page", "codes"])
def bench_stages(name: str, province: Province, servers: Servers, record: Record, case: Case) -> None:
    """Microseconds of CPU per request, by stage."""
    token = province.token(case.role)
    bodies = [request.partition(b"\r\n\r\n")[2] for request in case.sent("hub")]
    title = f"profile, {name}"
    statement = uvloop.run(compiled(province, case.operation.text("hub"), case.variables, token))
    parts = uvloop.run(_in_process(province, bodies, token, statement))
    over_http = Asking(case, IN_FLIGHT, province, servers).of("hub")()
    parts["HTTP server, event loop, sockets"] = over_http.server - sum(parts.values())
    parts["PostgreSQL"] = over_http.database
    for part, spent in parts.items():
        record.note(title, part, {"µs": spent, "%": spent / (over_http.server + over_http.database) * 100})
    record.note(title, "PostgreSQL, the plan by itself", _explained(province.database, statement))


async def _in_process(
    province: Province, bodies: Sequence[bytes], token: str, statement: Statement
) -> dict[str, float]:
    """Microseconds of each stage, and of the reader."""
    reader = Reader(province.database)
    await reader.open()
    answers = [await reader.fetch(statement.text, values) for values in statement.values]
    reading = await _reading(reader, statement)
    await reader.close()
    app = build(province.settings, province.database)
    async with app.router.lifespan_context(app):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Reader, "fetch", _answering(answers))
            stages = await _stages(app, bodies, token)
    return {**stages, "send to PostgreSQL, take answer": reading}


async def _reading(reader: Reader, statement: Statement) -> float:
    """Microseconds of CPU per read."""
    begun = time.thread_time_ns()

    async def one(first: int) -> None:
        for number in range(first, REQUESTS, IN_FLIGHT):
            await reader.fetch(statement.text, statement.values[number % len(statement.values)])

    await asyncio.gather(*(one(first) for first in range(IN_FLIGHT)))
    return (time.thread_time_ns() - begun) / REQUESTS / 1e3


def _answering(answers: Sequence[bytes]) -> Callable[..., Awaitable[bytes]]:
    """A `Reader.fetch` that has the answers at hand."""
    numbers = itertools.count()

    async def fetch(*_: object) -> bytes:
        return answers[next(numbers) % len(answers)]

    return fetch


async def _stages(app: Starlette, bodies: Sequence[bytes], token: str) -> dict[str, float]:
    """Microseconds of each stage; what the stopwatch itself costs falls, as the rest does, to the endpoint."""
    watch = Stopwatch()
    await _ask(app, bodies, token, REQUESTS)
    begun = time.thread_time_ns()
    await _ask(app, bodies, token, REQUESTS)
    bare = (time.thread_time_ns() - begun) / REQUESTS / 1e3
    with watch.wrapping(STAGES):
        watch.start()
        await _ask(app, bodies, token, REQUESTS)
        spent = dict(watch.spent)
    inside = cost_of_watching() / 2  # the other half falls outside of the watched call
    calls = Counter(stage for stage, _, _ in STAGES)
    own = {}
    for stage in calls:
        own[stage] = max(spent.get(stage, 0) / REQUESTS / 1e3 - inside * calls[stage], 0.0)
    return {**own, "endpoint": max(bare - sum(own.values()), 0.0)}


async def _ask(app: Starlette, bodies: Sequence[bytes], token: str, number: int) -> None:
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "http",
        "path": "/graphql", "raw_path": b"/graphql", "query_string": b"", "root_path": "", "server": ("hub", 80),
        "headers": [(b"host", b"hub"), (b"content-type", b"application/json"),
                    (b"authorization", f"Bearer {token}".encode())],
    }  # fmt: skip

    async def send(message: Any) -> None:
        assert message.get("status", 200) == 200

    for index in range(number):
        message = {"type": "http.request", "body": bodies[index % len(bodies)], "more_body": False}

        async def receive(given: dict[str, Any] = message) -> dict[str, Any]:
            return given

        await app(dict(scope), receive, send)


def _explained(database: Database, statement: Statement) -> dict[str, float]:
    """Median microseconds of planning and running the statement, prepared, with its answer written out."""
    found: list[tuple[float, float]] = []
    with psycopg.connect(database.url("reader"), autocommit=True, cursor_factory=psycopg.RawCursor) as connection:
        connection.execute(f"prepare asked as {statement.text}".encode())
        for values in ([*statement.values] * 10)[:100]:
            literals = psycopg.sql.SQL(", ").join(psycopg.sql.Literal(value) for value in values)
            query = psycopg.sql.SQL("explain (analyze, timing off, serialize, format json) execute asked ({})")
            (((plan,),),) = [connection.execute(query.format(literals)).fetchall()]
            found.append((plan[0]["Planning Time"], plan[0]["Execution Time"]))
    planning, running = (statistics.median(times) * 1e3 for times in zip(*found, strict=True))
    return {"planning µs": planning, "running µs": running}
