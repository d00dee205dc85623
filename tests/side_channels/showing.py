"""Showing: ask a list for the values of its rows, as far as a caller is not refused them."""

from __future__ import annotations

from tests.hub.query.oracle import LEVEL
from tests.side_channels.probes import (
    PAGE,
    Road,
    fields_of,
)
from tests.side_channels.twins import Twins


def levels_empty(role: str) -> bool:
    """Whether a role sees nothing anywhere."""
    return {cell for (_, of), cell in LEVEL.items() if of == role} <= {"-"}


def asking_for(road: Road, selection: str, fragments: str = "") -> str:
    declared = "query ($yes: Boolean!, $no: Boolean!) " if fragments else ""
    return f"{declared}{{ {road.asking(f'first: {PAGE}', f'nodes {{ {selection} }}')} }} {fragments}"


async def answered_fields(twins: Twins, road: Road, kind: str) -> list[str]:
    """The value fields of a type that the caller is not refused on this road."""
    wanted = fields_of(kind, leaf=True)
    while wanted:
        answer = await twins.ask(asking_for(road, f"... on {kind} {{ {' '.join(wanted)} }}"))
        if answer.code is None:
            return wanted
        named_here = {
            coordinate.partition(".")[2] for coordinate in answer.refused if coordinate.startswith(f"{kind}.")
        }
        if not named_here & set(wanted):
            return []
        wanted = [field for field in wanted if field not in named_here]
    return []
