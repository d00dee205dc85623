"""Callers of every kind: one role or several, with and without purpose and matter, areas, courts, an own subject."""

from __future__ import annotations

import random
from uuid import UUID

from hub.caller import Caller
from tests.oracle.policy import ROLES, purposes
from tests.oracle.world import World

AREAS = (
    (),
    ("33",),
    ("330211",),
    ("330211001",),
    ("330211Z01",),
    ("500112",),
    ("3302", "500112"),
    ("350502", "222401"),
)
COURTS = ((), ("浙0211",), ("渝0112",), ("浙02",), ("浙0211", "渝01"), ("闽0502", "吉2401"))
#: roles that see much, asked more often than their share, since most others are refused most of the time; most often
#: those that see some rows and not others
SEEING = ("CE", "CE", "CH", "CP", "TL", "TL", "PL", "PL", "AU", "SE", "PU", "MR")


class Callers:
    """Makes callers by chance; agencies are some that have rows."""

    def __init__(self, world: World, chance: random.Random) -> None:
        self._chance = chance
        acting = {row["agency_code"] for row in world.tables["screening"]}
        self._agencies = sorted(acting | {"AG500112-MR01", "AG330211-CE01"})
        self._subjects = [row["id"] for row in world.told_of()]

    def make(self, number: int) -> Caller:
        """The caller with this number; every role has its turn."""
        chance = self._chance
        roles = {ROLES[number % len(ROLES)]} if number % 2 else {chance.choice(SEEING)}
        if chance.random() < 0.4:
            roles |= {chance.choice(ROLES) for _ in range(chance.randint(1, 2))}
        claimable = sorted(set().union(*(purposes()[role] for role in roles)))
        asking = chance.random() < 0.6
        if asking and (not claimable or chance.random() < 0.3):  # a purpose of somebody else's opens nothing
            claimable = sorted(set().union(*purposes().values()))
        return Caller(
            issuer="https://login.example.gov.cn", subject=f"officer-{number}", agency=chance.choice(self._agencies),
            roles=frozenset(roles), areas=chance.choice(AREAS), courts=chance.choice(COURTS),
            purpose=chance.choice(claimable) if asking else None,
            matter="M-1" if asking and chance.random() < 0.9 else None,
            subject_id=UUID(chance.choice(self._subjects)) if "SE" in roles else None,
            jti=f"jti-{number}", scopes=frozenset({"read"}), expires=2**33,
        )  # fmt: skip
