"""Every role × every coordinate by look-up, by reference, as a gateway's entity, and in every form of writing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from hub.query.engine import Engine
from schema.catalog import catalog
from tests.matrix.askers import ROLES, askers
from tests.matrix.asking import Asking
from tests.matrix.counting import Count
from tests.matrix.documents import May, everything
from tests.matrix.naming import Asks, forms, looked_up, referred, root_lists
from tests.oracle.world import World


async def both(asking: Asking, asks: Callable[[May], Asks]) -> None:
    """Everything is asked for; where that is refused, the same is asked without what is refused."""
    polite = list(asks(asking.permitted.field))
    for number, (text, variables) in enumerate(asks(everything)):
        verdict = await asking.ask(text, variables)
        if verdict.ending == "refused":
            await asking.ask(*polite[number])


@pytest.mark.parametrize("role", ROLES)
async def test_naming_a_row_tells_no_more(asked: Engine, world: World, role: str, count: Count) -> None:
    """Hit, miss and denied; with a purpose that opens, without, and with somebody else's."""
    for number, asker in enumerate(askers(world, role)):
        asking = Asking(asked, world, asker)
        await both(asking, lambda may: looked_up(world, may))
        for kind in catalog().types.values():
            # a purpose opens nothing but one subject that is named alone
            if kind.references and not kind.is_interface and (number == 0 or kind.entity.table == "subject"):
                await both(asking, lambda may, kind=kind: referred(world, kind, may))  # type: ignore[misc]
        count.add("look-up and reference", asking)


@pytest.mark.parametrize("role", ROLES)
async def test_no_form_of_writing_tells_more(asked: Engine, world: World, role: str, count: Count) -> None:
    """Aliases, fragments, interfaces, edges, directives: the same value under the same rights."""
    for asker in list(askers(world, role))[:2]:
        asking = Asking(asked, world, asker)
        for kind, root in root_lists():

            def asks(may: May, kind: Any = kind, root: str = root) -> Asks:
                return ((text, {}) for text in forms(kind, root, may))

            await both(asking, asks)
        count.add("form", asking)
