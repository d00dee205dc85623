"""Two regions on two connections: answers never cross, though statements of both share pipelines and transactions."""

from __future__ import annotations

import asyncio
import json

from hub.query.engine import Engine
from tests.province import CallerOf

CASES = """{ cases(first: 20) {
    nodes { id caseNumber courtCode subject { id areaCode name } } } }"""
#: region → its court
REGIONS = {"330211": "浙0211", "500112": "渝0112"}


async def test_a_thousand_interleaved_requests_bring_no_foreign_row(engine: Engine, caller: CallerOf) -> None:
    """Each of 1 000 requests, a hundred at a time by officers of two regions, brings rows of its own region alone."""
    officers = {area: caller("TL", areas=(area,), courts=(court,)) for area, court in REGIONS.items()}
    alone = {area: json.loads(await engine.answer(CASES, None, {}, officers[area]))["data"] for area in REGIONS}
    areas = [area for _ in range(500) for area in REGIONS]

    places = asyncio.Semaphore(100)

    async def ask(area: str) -> bytes:
        async with places:
            return await engine.answer(CASES, None, {}, officers[area])

    bodies = await asyncio.gather(*map(ask, areas))

    foreign = 0
    for area, body in zip(areas, bodies, strict=True):
        data = json.loads(body)["data"]
        assert data == alone[area]
        assert data["cases"]["nodes"]
        for node in data["cases"]["nodes"]:
            own = (node["subject"]["areaCode"] or area).startswith(area) or node["courtCode"] == REGIONS[area]
            foreign += not own
    assert foreign == 0
    first, second = ({node["id"] for node in found["cases"]["nodes"]} for found in alone.values())
    assert first.isdisjoint(second)
    assert len(engine.reader._shared) <= 2  # what the promise is about: both regions on the same connections
