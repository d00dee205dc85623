"""Which roles attack: some that between them meet every kind of level, all with SIDE_CHANNELS=all (`make soak`)."""

from __future__ import annotations

import os

from tests.hub.query.oracle import LEVEL, ROLES

#: region with rows that do not exist and rows that may be counted; region alone; listed, masked and counted; government
#: bodies; purposes and the own agency; own records; masked and counted
USUAL = ("PL", "TL", "PU", "GM", "MR", "SE", "AU")
ALL = os.environ.get("SIDE_CHANNELS") == "all"
ATTACKERS = tuple(ROLES) if ALL else USUAL
#: for attacks with very many questions
FEW = ATTACKERS if ALL else ("PL", "PU", "MR")


def levels(role: str) -> set[str]:
    """The levels that the table gives a role somewhere."""
    return {cell for (_, of), cell in LEVEL.items() if of == role}
