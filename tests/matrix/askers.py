"""Askers: each role alone, without and with a purpose of its own and a matter number; and roles acting for others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hub.caller import Caller
from tests.hub.query.small_world import OWN_AGENCY, OWN_SUBJECT
from tests.matrix.extent import ROLES
from tests.oracle.policy import purposes
from tests.oracle.world import World
from tests.province import AREA, COURT, officer


@dataclass(frozen=True)
class Asker:
    """A caller with a name to tell."""

    name: str
    caller: Caller


def askers(world: World, role: str) -> Iterator[Asker]:
    """The role without a purpose; with one of its own; and, if others have any, with a purpose of somebody else's."""
    yield Asker(role, _officer(world, role))
    own = sorted(purposes()[role])
    if own:
        yield Asker(f"{role} for {own[0]}", _officer(world, role, purpose=own[0], matter="M-1"))
    foreign = min(set().union(*purposes().values()) - set(own))
    yield Asker(f"{role} for {foreign}", _officer(world, role, purpose=foreign, matter="M-1"))


def _officer(world: World, role: str, **claims: str) -> Caller:
    own = world.tables["subject"][OWN_SUBJECT]["id"] if role == "SE" else None
    return officer(role, agency=OWN_AGENCY, areas=(AREA,), courts=(COURT,), subject_id=own, **claims)


__all__ = ["ROLES", "Asker", "askers"]
