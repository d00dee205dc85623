"""Every role × every coordinate at the end of every road: the value, its mask, null that is listed, or a refusal."""

from __future__ import annotations

import pytest

from hub.query.engine import Engine
from schema.catalog import catalog
from tests.matrix.askers import ROLES, askers
from tests.matrix.asking import Asking
from tests.matrix.counting import Count
from tests.matrix.documents import DEEP, SHALLOW, May, Pages, Writer, packed
from tests.matrix.extent import ALL, thorough
from tests.matrix.roads import DEPTH, Tree, Way, by_root, chosen, every_way, roots
from tests.oracle.world import World

WAYS = list(every_way(roots()))
ASKED = WAYS if ALL else chosen(WAYS)
#: by roles that are not thorough: the last relation alone makes the class
FEWER = chosen(WAYS, pairs=False)
#: roads in one document
PACK = 16
#: subjects whose deep roads are walked: a person of the region who is listed, a firm, a government body elsewhere
SUBJECTS = (0, 5, 7) if ALL else (0,)


def test_every_step_is_walked_in_every_state() -> None:
    """Each relation of each type, from a look-up and from a list; the road that goes furthest is of full depth."""
    kinds = {(link.origin, state) for way in WAYS for link, state in zip(way.steps, way.states(), strict=True)}

    for asked in (ASKED, FEWER):
        assert {(way.steps[-1].origin, way.states()[-1]) for way in asked if way.steps} == kinds
    assert {way.alike for way in ASKED} == {way.alike for way in WAYS}
    assert max(len(way.steps) for way in ASKED) == DEPTH
    assert len(WAYS) > 20_000


class Walk:
    """One asker's walk of the roads of one root."""

    def __init__(self, asking: Asking, sizes: tuple[Pages, ...], subjects: list[str]) -> None:
        self.asking, self.sizes, self.subjects = asking, sizes, subjects

    async def along(self, ways: list[Way]) -> None:
        """In documents small enough for the asker. Raises AssertionError for a road that is too dear even alone."""
        for part in packed(ways, PACK):
            await self._part(part)

    async def _part(self, part: list[Way]) -> None:
        for pages in self.sizes:
            if await self._fits(part, pages):
                return
        assert len(part) > 1, f"too dear for {self.asking.asker.name}: {part[0]}"
        for half in (part[::2], part[1::2]):
            await self._part(half)

    async def _fits(self, part: list[Way], pages: Pages) -> bool:
        looked_up = catalog().lookups.get(part[0].root)
        ends = ("id", "ID") if looked_up == "Subject" else ("sequence", "Position")

        def write(may: May) -> str:
            text = Writer(may, pages).root(part[0], Tree.of(part), f"({ends[0]}: $id)")
            return f"query ($id: {ends[1]}) {{ {text} }}" if looked_up else f"{{ {text} }}"

        for variables in [{"id": one} for one in self.subjects] if looked_up else [{}]:
            if not await self.asking.all_of(write, variables):
                return False
        return True


@pytest.mark.parametrize("role", ROLES)
async def test_roads_show_what_the_table_says(asked: Engine, world: World, role: str, count: Count) -> None:
    """Without a purpose and with one of its own; refused coordinates by name, all others value for value."""
    for asker in list(askers(world, role))[:2]:
        asking = Asking(asked, world, asker)
        await _roads(asking, world, ASKED if thorough(role) else FEWER)
        count.add("output", asking)


async def _roads(asking: Asking, world: World, asked: list[Way]) -> None:
    people = [row["id"] for row in world.tables["subject"]]
    entries = [str(row["sequence"]) for row in world.tables["access_entry"]]
    for root, ways in by_root(asked).items():
        subjects = entries if catalog().lookups.get(root) == "AccessEntry" else people
        # in lists a purpose opens nothing, however far the road
        furthest = 1 if asking.asker.caller.purpose and root not in catalog().lookups and not ALL else DEPTH
        await Walk(asking, SHALLOW, subjects).along([way for way in ways if len(way.steps) < 2])
        far = [way for way in ways if 2 <= len(way.steps) <= furthest]
        await Walk(asking, DEEP, [subjects[number % len(subjects)] for number in SUBJECTS]).along(far)
