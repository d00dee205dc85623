"""Plans: compiled statements, kept by what shaped them, bounded in number and in room, with an account of both."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Final

from hub.query.compile import Statement

#: statements kept; the least recently used goes first
ENTRIES: Final = 2000
#: characters of SQL kept in all; a statement takes about three times its text
CHARACTERS: Final = 8_000_000


class Plans:
    """The statements of one process: (operation's digest, name and shape) × policy fingerprint → statement."""

    def __init__(self, entries: int = ENTRIES, characters: int = CHARACTERS) -> None:
        self._entries, self._characters = entries, characters
        self._known: OrderedDict[Hashable, Statement] = OrderedDict()
        #: characters held
        self.held = 0
        self.hits = 0
        self.misses = 0

    def find(self, key: Hashable) -> Statement | None:
        """The statement for `key`, which counts as used."""
        found = self._known.get(key)
        if found is None:
            self.misses += 1
            return None
        self.hits += 1
        self._known.move_to_end(key)
        return found

    def keep(self, key: Hashable, statement: Statement) -> None:
        """Remember a statement, and forget the longest unused ones where there is no room."""
        former = self._known.pop(key, None)
        self.held += len(statement.text) - (len(former.text) if former else 0)
        self._known[key] = statement
        while len(self._known) > self._entries or (self.held > self._characters and len(self._known) > 1):
            self.held -= len(self._known.popitem(last=False)[1].text)

    def account(self) -> dict[str, int]:
        """Statements held, their characters, and how often one was found or had to be compiled since the start."""
        return {"held": len(self._known), "characters": self.held, "hits": self.hits, "misses": self.misses}
