"""Memory: of each server after the reads, and of a worker that is asked very many different operations.

The name sorts this file behind `bench_read`, whose servers it looks at. BENCH_REQUESTS=1000000 gives the figure that
counts; the default only shows that it runs.
"""

from __future__ import annotations

import os
import random

import uvloop

from tests.benchmarks.client import connect, requests
from tests.benchmarks.measure import descendants, drive, memory
from tests.benchmarks.operations import small
from tests.benchmarks.province import Province
from tests.benchmarks.record import Record
from tests.benchmarks.servers import POSTGRAPHILE, Servers, hub

REQUESTS = int(os.environ.get("BENCH_REQUESTS", "5000"))
DISTINCT = 5000
#: requests before growth counts: caches have to fill first
SETTLED = 200_000
STEPS = 10


def bench_memory(servers: Servers, record: Record) -> None:
    """Megabytes of each server after everything above."""
    for name in ("hub", "naive", *(["postgraphile"] if POSTGRAPHILE else [])):
        record.note("memory", name, memory(servers.get(name).pid))


def bench_growth(province: Province, record: Record) -> None:
    """Megabytes of a fresh worker, step by step: 5 000 operations, some asked often and most seldom."""
    chance = random.Random(1)
    codes = province.codes()
    wanted = [int(DISTINCT * chance.random() ** 2) for _ in range(10 * DISTINCT)]
    tokens = [province.token("CH")]
    sent = [requests(small(number), [{"code": chance.choice(codes)}], tokens)[0] for number in wanted]
    with hub(province) as worker:
        steps = uvloop.run(_steps(worker.port, worker.pid, province.postmaster, sent))
    settled = [used for count, used in steps if count >= SETTLED]
    for count, used in steps:
        record.note("memory, 5 000 operations", f"after {count:,} requests", used)
    if len(settled) > 1:
        record.note("memory", "growth", {name: settled[-1][name] - settled[0][name] for name in settled[0]})


async def _steps(port: int, pid: int, postmaster: int, sent: list[bytes]) -> list[tuple[int, dict[str, float]]]:
    askers = await connect(port, 16, sent)
    count = 0
    found = []
    while count < REQUESTS:
        step = count + REQUESTS // STEPS
        while count < step:
            count += len(await drive(askers, 1.0))
        sessions = sum(memory(session)["USS"] for session in descendants(postmaster))
        found.append((count, {**memory(pid), "PostgreSQL": sessions}))
    for asker in askers:
        asker.close()
    return found
