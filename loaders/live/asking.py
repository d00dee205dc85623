"""What is asked of a source, and what is answered; no I/O, so that acts can speak of it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

CURRENT, CONFIRMED, STALE = "CURRENT", "CONFIRMED", "STALE"


class Asked(NamedTuple):
    """One subject: a credit code, or a whole ID number with the name."""

    credit_code: str | None = None
    id_number: str | None = None
    name: str | None = None

    def __repr__(self) -> str:
        """Nothing of it: it may come to stand in a trace."""
        return "Asked(…)"


@dataclass(frozen=True)
class Proof:
    """How fresh the hub is about one subject."""

    #: CURRENT (young enough, nobody was asked), CONFIRMED (the source answered, and the hub agrees with it) or STALE
    state: str
    #: when the sources were asked; None where they were not, or did not answer
    checked_at: datetime.datetime | None = None
    #: for when the hub's copy speaks; None where nobody can tell
    as_of: datetime.datetime | None = None
    #: ids of listings that the source does not name any more
    gone: frozenset[str] = frozenset()
    #: sources that were asked, whether or not they answered
    asked: frozenset[str] = field(default=frozenset())


class Prover(Protocol):
    """Whoever proves."""

    async def prove(self, agency: str, subjects: Sequence[Asked], max_age: datetime.timedelta) -> list[Proof]:
        """A proof for each subject, within the deadline, whatever the sources do; never raises for them."""


def together(proofs: Sequence[Proof]) -> Proof:
    """The proof that several sources give of one subject: as weak as the weakest, as old as the oldest."""
    if not proofs:
        return Proof(STALE)
    states = {proof.state for proof in proofs}
    checked = [proof.checked_at for proof in proofs if proof.checked_at]
    known = [proof.as_of for proof in proofs if proof.as_of]
    return Proof(
        next(state for state in (STALE, CONFIRMED, CURRENT) if state in states),
        min(checked) if checked and STALE not in states else None,
        min(known) if len(known) == len(proofs) else None,
        frozenset().union(*(proof.gone for proof in proofs)),
        frozenset().union(*(proof.asked for proof in proofs)),
    )
