"""What the first request of an operation costs: parse, validate, authorise, compile."""

from __future__ import annotations

import time

from hub.query.authorise import authorise
from hub.query.compile import compile_operation
from hub.query.document import _document, tree
from hub.query.operation import prepare
from schema.identifiers import credit_code_check_digit
from schema.policy import policy
from tests.benchmarks.conftest import Record
from tests.benchmarks.operations import POINT, wide
from tests.province import officer

_FIRST17 = "91330211MA2AB3CD4"
VARIABLES = {"code": _FIRST17 + credit_code_check_digit(_FIRST17)}


def bench_cold_plan(record: Record) -> None:
    """Milliseconds per stage, median of fifty, nothing remembered between them."""
    caller = officer("CE")
    for title, query in (("plan, 60 fields", wide()), ("plan, point", POINT)):
        stages: dict[str, list[float]] = {"parse+validate": [], "authorise": [], "compile": []}
        for _ in range(50):
            _document.cache_clear()
            tree.cache_clear()
            begun = time.perf_counter()
            operation = prepare(query, None, VARIABLES)
            parsed = time.perf_counter()
            authorised = authorise(operation, caller)
            allowed = time.perf_counter()
            compile_operation(authorised, policy().version)
            done = time.perf_counter()
            for name, spent in zip(stages, (parsed - begun, allowed - parsed, done - allowed), strict=True):
                stages[name].append(spent * 1e3)
        figures = {name: sorted(times)[len(times) // 2] for name, times in stages.items()}
        record.note(title, "cold, ms", {**figures, "total": sum(figures.values())})
