"""What an operation costs that was never seen: from bytes to the statement, and a tiny one beside a wide one."""

from __future__ import annotations

import json
import statistics
import time
from itertools import pairwise
from typing import Any

from hub.query.authorise import authorise
from hub.query.compile import compile_operation
from hub.query.operation import prepare
from hub.server.request import read_request
from schema.identifiers import credit_code_check_digit
from schema.policy import policy
from tests.benchmarks.operations import POINT, wide
from tests.benchmarks.record import Record
from tests.province import officer

_FIRST17 = "91330211MA2AB3CD4"
VARIABLES = {"code": _FIRST17 + credit_code_check_digit(_FIRST17)}
#: distinct documents of each kind
DOCUMENTS = 60
STAGES = ("read", "parse, validate", "authorise", "compile")


def bench_cold_plan(record: Record) -> None:
    """Milliseconds of CPU per stage: the median over documents, each asked once in the life of the process."""
    point = POINT.text("hub")
    documents = {
        "cold, 60 fields": [wide(number) for number in range(DOCUMENTS)],
        "cold, point": [point.replace("(first: 10)", f"(first: {number + 1})") for number in range(DOCUMENTS)],
        "cold, one field": [f"{{ a{number}: __typename }}" for number in range(DOCUMENTS)],
    }
    for title, texts in documents.items():
        assert len(set(texts)) == DOCUMENTS
        stages = [_cold(text) for text in texts]
        figures = {
            name: statistics.median(times) for name, times in zip(STAGES, zip(*stages, strict=True), strict=True)
        }
        totals = sorted(map(sum, stages))
        record.note(title, "hub", {**figures, "total": statistics.median(totals), "longest": totals[-1]})


def _cold(text: str) -> list[float]:
    """Milliseconds of each stage."""
    variables: dict[str, Any] = VARIABLES if "$code" in text else {}
    body = json.dumps({"query": text, "variables": variables}).encode()
    caller = officer("CE")
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
