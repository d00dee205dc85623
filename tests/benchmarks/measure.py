"""What it costs: requests per second, percentiles, CPU of each side, resident memory."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")
#: an asynchronous function that sends the n-th request of one connection and waits for its answer
Ask = Callable[[int], Awaitable[object]]


@dataclass(frozen=True)
class Cost:
    """One run: speed in requests/s, times in milliseconds, CPU in microseconds per request."""

    rate: float
    p50: float
    p99: float
    server_cpu: float = 0.0
    database_cpu: float = 0.0


def cpu_seconds(pids: Sequence[int]) -> float:
    """User and system time that the processes have used."""
    total = 0
    for pid in pids:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except FileNotFoundError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total / _TICK


def resident_megabytes(pid: int) -> float:
    """Resident memory of a process."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def children(pid: int) -> list[int]:
    """Processes started by `pid`: the sessions of a postmaster."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


async def run(asks: Sequence[Ask], seconds: float, server: Sequence[int], postmaster: int) -> Cost:
    """Send as fast as answers come, on every connection at once, and account for it; the first fifth is warm-up."""
    await _drive(asks, seconds / 5)
    before = cpu_seconds(server), cpu_seconds(children(postmaster))
    begun = time.perf_counter()
    taken = await _drive(asks, seconds)
    passed = time.perf_counter() - begun
    after = cpu_seconds(server), cpu_seconds(children(postmaster))
    taken.sort()
    return Cost(
        rate=len(taken) / passed,
        p50=taken[len(taken) // 2] * 1e3,
        p99=taken[len(taken) * 99 // 100] * 1e3,
        server_cpu=(after[0] - before[0]) / len(taken) * 1e6,
        database_cpu=(after[1] - before[1]) / len(taken) * 1e6,
    )


async def _drive(asks: Sequence[Ask], seconds: float) -> list[float]:
    end = time.perf_counter() + seconds
    taken: list[float] = []

    async def one(number: int, ask: Ask) -> None:
        count = number * 7919  # connections ask about different subjects
        while (begun := time.perf_counter()) < end:
            await ask(count)
            taken.append(time.perf_counter() - begun)
            count += 1

    await asyncio.gather(*(one(number, ask) for number, ask in enumerate(asks)))
    return taken
