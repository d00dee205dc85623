"""Every role × every column × filter, ordering, cursor, group, sum and count: use needs sight, on every list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from hub.query.engine import Engine
from schema.catalog import catalog
from tests.matrix.askers import ROLES, askers
from tests.matrix.asking import Asking
from tests.matrix.counting import Count
from tests.matrix.extent import ALL, thorough
from tests.matrix.uses import TOGETHER, Listed, Uses, lists
from tests.oracle.world import World

LISTS = list(lists())
#: subjects below whom relations are looked at: a person elsewhere, and of all kinds one
SUBJECTS = (0, 1, 5, 7) if ALL else (1,)


def _batches(texts: Iterable[str], size: int = TOGETHER) -> Iterator[list[str]]:
    held = list(texts)
    for start in range(0, len(held), size):
        yield held[start : start + size]


def _subjects(world: World, listed: Listed) -> list[dict[str, str]]:
    """Variables with which a list is asked for: of subjects that have the relation."""
    if not listed.looked_up:
        return [{}]
    rows = [world.tables["subject"][number] for number in SUBJECTS]
    return [{"id": row["id"]} for row in rows]


class Using:
    """One asker's uses of every list."""

    def __init__(self, asking: Asking, listed: Listed) -> None:
        self.asking, self.listed = asking, listed
        self.uses = Uses(asking.sight, asking.permitted, listed)
        self.subjects = _subjects(asking.world, listed)

    async def refusals(self) -> None:
        """All columns at once: what is refused is named, and nothing else."""
        filters = [self.uses.all_filters()] if self.listed.kind.filterable else []
        texts = [*filters, *([grouped] if (grouped := self.uses.all_groups()) else [])]
        for text in texts:
            await self.asking.ask(self.listed.document([text]), self.subjects[0])
        for batch in _batches(self.uses.all_orders()):
            await self.asking.ask(self.listed.document(batch, "$after: String"), self.subjects[0])

    async def filters(self) -> None:
        for batch in _batches(self.uses.filters()):
            for variables in self.subjects:
                await self.asking.ask(self.listed.document(batch), variables)

    async def related(self) -> None:
        """Behind relations."""
        found = list(self.uses.related())
        for ending, text in found:
            if ending == "refused":
                verdict = await self.asking.ask(self.listed.document([text]), self.subjects[0])
                assert verdict.ending == "refused"
        for batch in _batches(text for ending, text in found if ending == "answered"):
            await self.asking.ask(self.listed.document(batch), self.subjects[0])

    async def orders(self) -> None:
        """Pages, and the pages after each of their cursors' middle."""
        for text in self.uses.orders():
            document = self.listed.document([text], "$after: String")
            verdict = await self.asking.ask(document, self.subjects[0])
            cursors = sorted(verdict.cursors)
            if cursors and self.listed.link is None:
                after = {"after": cursors[len(cursors) // 2]}
                await self.asking.ask(document, {**self.subjects[0], **after}, sealed=verdict.cursors)

    async def groups(self) -> None:
        for text in self.uses.groups():
            await self.asking.ask(self.listed.document([text]), self.subjects[0])

    def is_there(self) -> bool:
        """Whether any row of the list may be there; of one that only counts nothing else is asked."""
        kinds = catalog().concrete(self.listed.kind.name)
        return any(self.asking.sight.ways(kind, self.listed.state) for kind in kinds)


@pytest.mark.parametrize("role", ROLES)
async def test_nothing_is_used_that_is_not_seen(asked: Engine, world: World, role: str, count: Count) -> None:
    """Refusals name the columns; conditions, positions, groups and sums take what is unseen for absent."""
    for number, asker in enumerate(askers(world, role)):
        asking = Asking(asked, world, asker)
        lists = LISTS if number == 0 or thorough(role) else [listed for listed in LISTS if listed.looked_up]
        await _use(asking, lists, everything=number == 0)
        count.add("use", asking)


async def _use(asking: Asking, lists: Iterable[Listed], *, everything: bool) -> None:
    for listed in lists:
        using = Using(asking, listed)
        await using.refusals()
        if not everything and not listed.looked_up:  # a purpose opens nothing in a list: the same is refused
            continue
        await using.groups()
        if using.is_there():
            await using.filters()
            if ALL or listed.link is None:  # below other rows it is the same filter and the same order
                await using.related()
            if ALL or listed.link is None or listed.looked_up:
                await using.orders()
