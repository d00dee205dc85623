"""Where the microseconds of one request go: `make profile`.

The application runs in this process and is asked without a network, one request at a time; each stage's own CPU is
taken, and what the stopwatch costs is taken off. Beside it stand the same requests over HTTP, and what PostgreSQL
says of the statement by itself.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
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
    ("media types", endpoint, "answer_type"),
    ("media types", endpoint, "check_body_type"),
    ("authenticate", Authenticator, "authenticate"),
    ("read body", endpoint, "_body"),
    ("decode JSON", endpoint, "read_request"),
    ("find document, coerce variables", engine_module, "prepare"),
    ("find plan", Engine, "plan"),
    ("bind", Engine, "_bind"),
    ("parameters", Engine, "_fetch"),
    ("send to PostgreSQL, take answer", Reader, "fetch"),
    ("splice", engine_module, "splice"),
    ("send", endpoint, "_send"),
)
REQUESTS = 2000


@pytest.mark.parametrize("name", ["tiny", "point", "page", "codes"])
def bench_stages(name: str, province: Province, servers: Servers, record: Record, case: Case) -> None:
    """Microseconds of CPU per request, by stage."""
    token = province.token(case.role)
    bodies = [request.partition(b"\r\n\r\n")[2] for request in case.sent("hub")]
    title = f"profile, {name}"
    in_process = uvloop.run(_in_process(province, bodies, token))
    for stage, spent in in_process.items():
        record.note(title, stage, {"µs": spent, "%": spent / sum(in_process.values()) * 100})
    over_http = Asking(case, 1, province, servers).of("hub")()
    record.note(title, "= in process", {"µs": sum(in_process.values())})
    record.note(title, "over HTTP, server", {"µs": over_http.server})
    record.note(title, "over HTTP, PostgreSQL", {"µs": over_http.database})
    text = case.operation.text("hub")
    statement = uvloop.run(compiled(province, text, case.variables[:20], token))
    record.note(title, "PostgreSQL, the plan by itself", _explained(province.database, statement))


async def _in_process(province: Province, bodies: Sequence[bytes], token: str) -> dict[str, float]:
    """Microseconds of each stage, the stopwatch's own taken off."""
    app = build(province.settings, province.database)
    watch = Stopwatch()
    async with app.router.lifespan_context(app):
        await _ask(app, bodies, token, 200)
        begun = time.thread_time_ns()
        await _ask(app, bodies, token, REQUESTS)
        bare = (time.thread_time_ns() - begun) / 1e3
        with watch.wrapping(STAGES):
            watch.start()
            await _ask(app, bodies, token, REQUESTS)
            watched = dict(watch.spent)
    order = dict.fromkeys(stage for stage, _, _ in STAGES)
    # half of what a watched call costs falls into the stage, half into the one around it; by far most is around
    own = {stage: watched.get(stage, 0) / REQUESTS / 1e3 for stage in order}
    rest = bare / REQUESTS - sum(own.values()) + watch.calls * cost_of_watching() / 2 / REQUESTS
    return {**own, "endpoint, routing": max(rest, 0.0)}


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
        for values in [*statement.values, *statement.values]:
            literals = psycopg.sql.SQL(", ").join(psycopg.sql.Literal(value) for value in values)
            query = psycopg.sql.SQL("explain (analyze, timing off, serialize, format json) execute asked ({})")
            (((plan,),),) = [connection.execute(query.format(literals)).fetchall()]
            found.append((plan[0]["Planning Time"], plan[0]["Execution Time"]))
    planning, running = (statistics.median(times) * 1e3 for times in zip(*found, strict=True))
    return {"planning µs": planning, "running µs": running}
