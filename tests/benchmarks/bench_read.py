"""Reads: the hub over HTTP, and beside it in the same run what it may be compared with.

The same SQL by hand on as many connections as the hub uses, an empty answer of the same size, the documented
Strawberry way, PostGraphile. All take turns, several rounds, because the machine is noisy; a ratio is the median of the
rounds' ratios.
"""

from __future__ import annotations

import os
import statistics
from collections.abc import Callable, Mapping

import pytest

from tests.benchmarks.asking import Asking, Case
from tests.benchmarks.measure import Cost, median
from tests.benchmarks.province import Province
from tests.benchmarks.record import Record
from tests.benchmarks.servers import POSTGRAPHILE, Servers, empty

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))


@pytest.mark.parametrize("concurrency", [1, 16, 64])
@pytest.mark.parametrize("name", ["point", "page", "codes", "tiny"])
def bench_read(name: str, concurrency: int, province: Province, servers: Servers, record: Record, case: Case) -> None:
    """Everybody, at one concurrency."""
    ask = Asking(case, concurrency, province, servers)
    answered = ask.check()
    with empty(answered) as bare:
        runs = {
            "hub": ask.of("hub"),
            "empty": ask.at(bare.port, bare.pid, case.sent("hub", province.tokens(case.role))),
            **ask.by_hand(),
            "naive": ask.of("naive"),
            **({"naive, caches": ask.of("naive, caches")} if name == "point" else {}),
            **({"postgraphile": ask.of("postgraphile")} if POSTGRAPHILE else {}),
        }
        _compare(record, f"{name}, {concurrency} at once", runs)


@pytest.mark.parametrize("name", ["point, row rules", "page, row rules", "person"])
def bench_rules(name: str, province: Province, servers: Servers, record: Record, case: Case) -> None:
    """What row rules, masks and sealed numbers cost: a role whose rights end at its own court."""
    ask = Asking(case, 16, province, servers)
    _compare(record, f"{name}, 16 at once", {"hub": ask.of("hub"), **ask.by_hand()})


@pytest.mark.parametrize("concurrency", [16, 64])
@pytest.mark.parametrize("name", ["someone", "page", "point"])
def bench_log(name: str, concurrency: int, province: Province, servers: Servers, record: Record, case: Case) -> None:
    """What the access log costs: answers about persons, which wait for it, and one about an organisation."""
    ask = Asking(case, concurrency, province, servers)
    runs = {"hub": ask.of("hub"), "hub, no access log": ask.of("hub, no access log")}
    _compare(record, f"{name}, {concurrency} at once, access log", runs)


@pytest.mark.parametrize("concurrency", [16, 64])
@pytest.mark.parametrize("name", ["point", "tiny"])
def bench_workers(
    name: str, concurrency: int, province: Province, servers: Servers, record: Record, case: Case
) -> None:
    """Two workers beside one."""
    ask = Asking(case, concurrency, province, servers)
    runs = {"hub": ask.of("hub"), "hub, 2 workers": ask.of("hub, 2 workers")}
    _compare(record, f"{name}, {concurrency} at once, workers", runs)


def _compare(record: Record, title: str, runs: Mapping[str, Callable[[], Cost]]) -> None:
    """Measure all in turns; note the medians, and the ratios of the first to the others."""
    rounds = [{line: measure() for line, measure in runs.items()} for _ in range(ROUNDS)]
    for line in runs:
        record.note(title, line, median([each[line] for each in rounds]))
    first, *others = runs
    ratios = {line: statistics.median(each[first].rate / each[line].rate for each in rounds) for line in others}
    if "empty" in ratios:
        ratios["empty, CPU"] = statistics.median(each[first].server / each["empty"].server for each in rounds)
    record.note(title, f"{first} ÷", ratios)
