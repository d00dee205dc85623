"""Admission: who may begin, so that one caller's haste is not everybody's wait. Counts, and no locks: one event loop.

Every worker counts for itself; callers are told by issuer and subject, whatever tokens they come with.
"""

from __future__ import annotations

from typing import Final

from hub.caller import Caller
from hub.errors import Busy, TooManyRequests

#: requests of one caller in flight, per worker
EACH: Final = 16
#: requests that may wait, per worker, beyond those that the database works on
WAITING: Final = 200

#: what a request gives back when it ends
Slot = tuple[str, str]


class Admission:
    """Requests in flight: at most `each` of one caller, `everyone` in all. Every `enter` needs its `leave`."""

    def __init__(self, *, everyone: int, each: int = EACH) -> None:
        self._each = each
        self._everyone = everyone
        self._of: dict[Slot, int] = {}
        #: requests in flight
        self.inside = 0

    def enter(self, caller: Caller) -> Slot:
        """Take a slot. Raises TooManyRequests when this caller has enough of them, Busy when everybody together has."""
        slot = (caller.issuer, caller.subject)
        taken = self._of.get(slot, 0)
        if taken >= self._each:
            raise TooManyRequests(limit=self._each)
        if self.inside >= self._everyone:
            raise Busy
        self._of[slot] = taken + 1
        self.inside += 1
        return slot

    def leave(self, slot: Slot) -> None:
        """Give a slot back."""
        taken = self._of[slot] - 1
        if taken:
            self._of[slot] = taken
        else:
            del self._of[slot]  # whoever is not here takes no memory
        self.inside -= 1
