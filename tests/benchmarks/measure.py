"""What it costs: requests per second, percentiles, CPU of each side, resident memory; all read from /proc."""

from __future__ import annotations

import asyncio
import gc
import os
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from tests.benchmarks.client import Asker

_TICK = os.sysconf("SC_CLK_TCK")
#: fields of /proc/PID/stat behind the name: user and system time, own and of children that ended
_TIMES = slice(11, 15)


@dataclass(frozen=True)
class Cost:
    """One run: requests/s, milliseconds, and microseconds of CPU per request of server, PostgreSQL and load generator.

    `tail` is p99 ÷ p50.
    """

    rate: float
    p50: float
    p99: float
    tail: float
    server: float
    database: float
    client: float

    @property
    def database_share(self) -> float:
        """PostgreSQL's part of the CPU that answers a request, the load generator left out unless it is the server."""
        return self.database / ((self.server or self.client) + self.database)


def median(costs: Sequence[Cost]) -> Cost:
    """The median of each figure by itself."""
    return Cost(**{each.name: statistics.median(getattr(cost, each.name) for cost in costs) for each in fields(Cost)})


def cpu_seconds(pid: int) -> float:
    """User and system time of a process and of everything it started, ended processes included."""
    total = 0.0
    for each in (pid, *descendants(pid)):
        try:
            times = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()[_TIMES]
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended just now: its parent counts it from here on
        total += sum(map(int, times)) / _TICK
    return total


def descendants(pid: int) -> list[int]:
    """Processes started by `pid`, and theirs: the sessions of a postmaster, the workers of a server."""
    found = []
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                found += [int(child), *descendants(int(child))]
    except (FileNotFoundError, ProcessLookupError):
        return found
    return found


def memory(pid: int) -> dict[str, float]:
    """Megabytes of a process: resident, its share where pages are shared, and what is its alone."""
    lines = [line.split() for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]]
    kilobytes = {words[0].rstrip(":"): int(words[1]) for words in lines}
    own = kilobytes["Private_Clean"] + kilobytes["Private_Dirty"]
    return {name: value / 1e3 for name, value in (("RSS", kilobytes["Rss"]), ("PSS", kilobytes["Pss"]), ("USS", own))}


async def run(askers: Sequence[Asker], seconds: float, server: int | None, postmaster: int) -> Cost:
    """Ask on every connection as fast as answers come, a fifth of the time to warm up, and account for the rest."""
    await drive(askers, seconds / 5)
    gc.collect()
    gc.freeze()
    gc.disable()  # the load generator keeps one number per answer and makes no garbage that has to be looked for
    try:
        before = _used(server, postmaster)
        begun = time.perf_counter()
        taken = await drive(askers, seconds)
        passed = time.perf_counter() - begun
        after = _used(server, postmaster)
    finally:
        gc.enable()
        gc.unfreeze()
    taken.sort()
    p50, p99 = (taken[len(taken) * part // 100] * 1e3 for part in (50, 99))
    costs = [(late - early) / len(taken) * 1e6 for early, late in zip(before, after, strict=True)]
    return Cost(len(taken) / passed, p50, p99, p99 / p50, *costs)


def _used(server: int | None, postmaster: int) -> tuple[float, float, float]:
    return (cpu_seconds(server) if server else 0.0, cpu_seconds(postmaster), time.process_time())


async def drive(askers: Sequence[Asker], seconds: float) -> list[float]:
    """Ask on every connection as fast as answers come; the seconds that each answer took."""
    taken: list[float] = []
    end = time.perf_counter() + seconds
    await asyncio.gather(*(asker.begin(end, taken) for asker in askers))
    return taken
