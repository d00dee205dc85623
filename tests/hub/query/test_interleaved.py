"""Two regions on two connections: answers never cross, though statements of both share pipelines and transactions."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from hub import reader
from hub.errors import Forbidden, Internal
from hub.pipeline import Lane
from hub.query.engine import Engine
from tests.province import CallerOf

CASES = """{ cases(first: 20) {
    nodes { id caseNumber courtCode subject { id areaCode name } } } }"""
#: region → its court
REGIONS = {"330211": "浙0211", "500112": "渝0112"}
#: what the public is refused
SHUT = "{ cases { nodes { amountApplied } } }"
#: a read that fails in PostgreSQL, and takes with it whatever shares its transaction
BROKEN = "select to_json(1 / $1::int)"


class Sent:
    """Which connection carried what: (lane, region of a read or None) → how often."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.counts: Counter[tuple[int, str | None]] = Counter()
        self.again = 0
        send = Lane.send

        def noted(lane: Lane, sql: str, parameters: Sequence[object], *, alone: bool = False) -> Any:
            areas = [one[0] for one in parameters if isinstance(one, list | tuple) and one and one[0] in REGIONS]
            self.counts[id(lane), areas[0] if areas else None] += 1
            self.again += alone
            return send(lane, sql, parameters, alone=alone)

        monkeypatch.setattr(Lane, "send", noted)


def foreign(area: str, data: dict[str, Any]) -> Iterator[str]:
    """Ids of rows that lie in neither the region nor before its court."""
    for node in data["cases"]["nodes"]:
        own = (node["subject"]["areaCode"] or area).startswith(area) or node["courtCode"] == REGIONS[area]
        if not own:
            yield node["id"]


async def test_a_thousand_interleaved_requests_bring_no_foreign_row(
    engine: Engine, caller: CallerOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of 1 000 requests, a hundred at a time by officers of two regions, brings rows of its own region alone,
    while reads between them fail in PostgreSQL and others are refused.

    Both regions travel on both of the two shared connections, and errors did tear reads out of shared transactions.
    """
    monkeypatch.setattr(reader, "_SLOW", 600.0)  # on a slow machine, too, nobody is given a connection alone
    officers = {area: caller("TL", areas=(area,), courts=(court,)) for area, court in REGIONS.items()}
    alone = {area: json.loads(await engine.answer(CASES, None, {}, officers[area]))["data"] for area in REGIONS}
    areas = [area for _ in range(500) for area in REGIONS]
    sent = Sent(monkeypatch)
    places = asyncio.Semaphore(100)

    async def ask(area: str) -> bytes:
        async with places:
            return await engine.answer(CASES, None, {}, officers[area])

    async def disturb(number: int) -> str:
        async with places:
            failing = engine.reader.fetch(BROKEN, [0]) if number % 20 else engine.answer(SHUT, None, {}, caller("PU"))
            with pytest.raises((Internal, Forbidden)) as error:
                await failing
            return error.value.code

    work: list[Any] = []
    for number, area in enumerate(areas):
        work += [ask(area), *([disturb(number)] if number % 10 == 0 else [])]
    answers = await asyncio.gather(*work)

    bodies = [one for one in answers if isinstance(one, bytes)]
    assert len(bodies) == 1000
    for area, body in zip(areas, bodies, strict=True):
        data = json.loads(body)["data"]
        assert data == alone[area]
        assert data["cases"]["nodes"]
        assert list(foreign(area, data)) == []
    first, second = ({node["id"] for node in found["cases"]["nodes"]} for found in alone.values())
    assert first.isdisjoint(second)
    _mixed(sent, Counter(one for one in answers if isinstance(one, str)))


def _mixed(sent: Sent, errors: Counter[str]) -> None:
    """Two connections, both regions on each, and errors among them that had others asked again."""
    lanes = {lane for lane, _ in sent.counts}
    assert len(lanes) == 2
    assert all(sent.counts[lane, area] > 50 for lane in lanes for area in (*REGIONS, None) if area)
    assert sum(sent.counts[lane, area] for lane in lanes for area in REGIONS) >= 1000
    assert errors == {"INTERNAL": 50, "FORBIDDEN": 50}
    assert sent.again > 0
