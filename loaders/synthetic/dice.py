"""Cheap, portable randomness: every thing of the province has its own dice, fixed by (seed, what it is, its number).

Because nothing depends on the order in which things are drawn, a subject can be made again at any time without being
remembered, and a change in one kind of row leaves all other kinds byte for byte as they were. `random.Random` is both
slower to seed and not promised to stay the same between Python versions.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")
_MASK = (1 << 64) - 1


class Dice:
    """A linear congruential generator (Knuth's MMIX constants); only its high bits are used."""

    __slots__ = ("_state",)

    def __init__(self, seed: int, what: str, number: int = 0) -> None:
        digest = blake2b(f"{seed}/{what}/{number}".encode(), digest_size=8).digest()
        self._state = int.from_bytes(digest, "big")

    # PERF: the step stands three times, because these are called some seventy times for every listing.

    def below(self, limit: int) -> int:
        """A number from 0 to limit - 1; limit at most 2^31."""
        self._state = state = (self._state * 6364136223846793005 + 1442695040888963407) & _MASK
        return (state >> 33) % limit

    def chance(self, per_mille: int) -> bool:
        """True in so many of a thousand throws."""
        self._state = state = (self._state * 6364136223846793005 + 1442695040888963407) & _MASK
        return (state >> 33) % 1000 < per_mille

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices, all equally likely; repeat a choice to weigh it."""
        self._state = state = (self._state * 6364136223846793005 + 1442695040888963407) & _MASK
        return choices[(state >> 33) % len(choices)]


def weighed(*weights: tuple[T, int]) -> tuple[T, ...]:
    """Each choice repeated by its weight, to be given to `Dice.pick`."""
    return tuple(choice for choice, weight in weights for _ in range(weight))
