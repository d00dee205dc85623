"""Groups: every role × dimension × sum, and combinations at random, against an oracle in plain Python."""

from __future__ import annotations

import json
from itertools import combinations
from random import Random
from typing import Any

import pytest

from hub.database import Database
from hub.errors import Forbidden
from hub.query.engine import Engine
from hub.settings import Settings
from hub.vault import Vault
from schema.catalog import catalog
from schema.dimensions import Dimension
from schema.inputs import constant
from tests.hub.query.group_oracle import Group, GroupOracle
from tests.hub.query.oracle import ROLES, Oracle
from tests.hub.query.small_world import World, asker, build
from tests.province import opened

#: root list → type, where there is anything to count by
LISTS = {field: name for field, name in catalog().lists.items() if catalog().groupable[name].dimensions}


class Asking:
    """One role that asks for groups of the small world."""

    def __init__(self, engine: Engine, world: World, role: str) -> None:
        own = world.subject(3)
        self.engine, self.role, self.caller = engine, role, asker(role, own)
        self.oracle = GroupOracle(Oracle(world, role, opened=False, own=own))
        self.compared = self.refused = 0

    async def groups(
        self, field: str, wanted: list[list[Dimension]], sums: list[str], *, only_visible: bool
    ) -> list[list[Group]]:
        """The groups by each list of dimensions, in one operation."""
        parts = " ".join(
            f"g{i}: groups(by: [{', '.join(constant(d.field) for d in by)}], onlyVisible: {str(only_visible).lower()})"
            f" {{ count {' '.join(d.field for d in by)} {' '.join(sums)} }}" for i, by in enumerate(wanted)
        )  # fmt: skip
        body = await self.engine.answer(f"{{ {field} {{ {parts} }} }}", None, {}, self.caller)
        data: dict[str, Any] = json.loads(body)["data"][field]
        return [
            [(tuple(g[d.field] for d in by), g["count"], tuple(g[s] for s in sums)) for g in data[f"g{i}"]]
            for i, by in enumerate(wanted)
        ]  # fmt: skip

    async def named(self, field: str, dimensions: list[Dimension], sums: list[str]) -> set[str]:
        """The coordinates that a refusal names."""
        with pytest.raises(Forbidden) as error:
            await self.groups(field, [[each] for each in dimensions] or [[]], sums, only_visible=False)
        return {item["coordinate"] for item in error.value.data["refused"]}

    async def check(self, field: str, random: Random) -> None:
        """Every dimension and sum of a list, refused by name or compared; pairs and triples at random besides."""
        name = catalog().lists[field]
        offered = catalog().groupable[name]
        dimensions = list(offered.dimensions.values())
        if not self.oracle.types(name, only_visible=False):
            assert await self.named(field, dimensions, []) == {f"Query.{field}"}
            return
        shut = [each for each in dimensions if self.oracle.refused(name, each)]
        shut_sums = [each for each in offered.sums if self.oracle.refused_sum(name, each)]
        if shut or shut_sums:
            expected = set().union(*(self.oracle.refused(name, each) for each in shut))
            expected |= set().union(*(self.oracle.refused_sum(name, each) for each in shut_sums))
            assert await self.named(field, shut, shut_sums) == expected, (self.role, field)
            self.refused += len(shut) + len(shut_sums)
        usable = [each for each in dimensions if each not in shut]
        sums = [each for each in offered.sums if each not in shut_sums]
        several = [list(by) for size in (2, 3) for by in combinations(usable, size)]
        wanted = [[], *([each] for each in usable), *random.sample(several, min(3, len(several)))]
        for only_visible in (False, True):
            if self.oracle.types(name, only_visible=only_visible):
                await self._compare(field, wanted, sums, only_visible=only_visible)

    async def _compare(self, field: str, wanted: list[list[Dimension]], sums: list[str], *, only_visible: bool) -> None:
        name = catalog().lists[field]
        found = await self.groups(field, wanted, sums, only_visible=only_visible)
        for by, groups in zip(wanted, found, strict=True):
            expected = self.oracle.groups(name, by, sums, only_visible=only_visible)
            if not by and not expected and groups:
                expected = [((), 0, (None,) * len(sums))]  # by nothing: one group of all rows that there are
            assert groups == expected, (self.role, field, [each.field for each in by], only_visible)
        self.compared += len(wanted)


async def test_counts_and_sums_what_the_policy_shows(
    empty_database: Database, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """For every role, dimension and sum: refused by name, or the groups that plain Python finds, in order."""
    vault = Vault.from_settings(settings)
    with empty_database.connect("owner") as connection:
        world = build(connection, vault)
    compared = refused = 0
    async with opened(empty_database, vault) as engine:
        await engine.statistics.look(engine.reader)
        for number, role in enumerate(ROLES):
            asking = Asking(engine, world, role)
            for field in LISTS:
                await asking.check(field, Random(number))
            compared, refused = compared + asking.compared, refused + asking.refused
    with capsys.disabled():
        print(f"\n{compared} groupings compared, {refused} dimensions and sums refused", end=" ")

    assert compared > 1000
    assert refused > 100
