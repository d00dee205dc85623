"""What an operation costs that was never seen: from the bytes of its body to its statement and parameters."""

from __future__ import annotations

import asyncio
import json
import statistics
import time
from itertools import pairwise
from typing import Any

import pytest

from hub.query.authorise import authorise
from hub.query.compile import compile_operation
from hub.query.engine import Engine
from hub.query.operation import prepare
from hub.server.request import read_request
from hub.settings import Settings
from schema.identifiers import credit_code_check_digit
from schema.policy import policy
from tests.benchmarks.by_hand import deaf_engine
from tests.benchmarks.operations import POINT, wide
from tests.benchmarks.record import Record
from tests.province import officer

_FIRST17 = "91330211MA2AB3CD4"
VARIABLES = {"code": _FIRST17 + credit_code_check_digit(_FIRST17)}
#: distinct documents of each kind: half of them asked stage by stage, half of them of the engine
DOCUMENTS = 120
STAGES = ("read", "parse, validate", "authorise", "compile")


def bench_cold_plan(record: Record, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Milliseconds of CPU: the median over documents, each asked once in the life of the process.

    `total` is all that the engine does until PostgreSQL is asked.
    """
    engine, _ = deaf_engine(Settings.from_environment({"HUB_DATA_DIR": str(tmp_path_factory.mktemp("data"))}))
    point = POINT.text("hub")
    documents = {
        "cold, 60 fields": [wide(number) for number in range(DOCUMENTS)],
        "cold, point": [point.replace("case {", f"c{number}: case {{") for number in range(DOCUMENTS)],
        "cold, one field": [f"{{ a{number}: __typename }}" for number in range(DOCUMENTS)],
    }
    for title, texts in documents.items():
        assert len(set(texts)) == DOCUMENTS
        stages = [_staged(text) for text in texts[::2]]
        totals = sorted(asyncio.run(_whole(engine, text)) for text in texts[1::2])
        figures = {
            name: statistics.median(times) for name, times in zip(STAGES, zip(*stages, strict=True), strict=True)
        }
        record.note(title, "hub", {**figures, "total": statistics.median(totals), "longest": totals[-1]})


def _body(text: str) -> bytes:
    variables: dict[str, Any] = VARIABLES if "$code" in text else {}
    return json.dumps({"query": text, "variables": variables}).encode()


def _staged(text: str) -> list[float]:
    """Milliseconds of each stage."""
    body, caller = _body(text), officer("CE")
    moments = [time.thread_time()]
    request = read_request(body)
    moments.append(time.thread_time())
    assert request.query is not None
    operation = prepare(request.query, request.operation_name, request.variables)
    moments.append(time.thread_time())
    authorised = authorise(operation, caller)
    moments.append(time.thread_time())
    compile_operation(authorised, policy().version)
    moments.append(time.thread_time())
    return [(late - early) * 1e3 for early, late in pairwise(moments)]


async def _whole(engine: Engine, text: str) -> float:
    """Milliseconds of everything."""
    body, caller = _body(text), officer("CE")
    begun = time.thread_time()
    await engine.respond(read_request(body), caller)
    return (time.thread_time() - begun) * 1e3
