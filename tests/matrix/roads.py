"""Roads: every way to reach a row by output, walked off the catalog and never listed by hand.

A road is a root and the relations that are followed from it. Whether a purpose has opened anything is a part of it:
look-ups open what lists keep shut, and a relation across subjects shuts it again.

**Which roads are alike.** What is authorised below a relation depends on the relation, on the concrete type that it
leaves, and on what is open there: `_Authoriser` carries nothing else down a road, and answers the same selected field
once for all types that lead to it. What is compiled of it depends, besides, on the alias of the row above, since a
relation is a sub-select tied to that row by the columns that it joins by. So two roads that end with the same
relation in the same state are the same SQL but for names of aliases, and differ in nothing but the rows from which the
last step is taken. More than that is asked: of the last *two* relations and what is open behind them the shortest
road, and of each last relation one of the longest. `MATRIX=all` (`make soak`) asks every single road, and with it
whether this is true.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from schema.catalog import Link, catalog
from tests.oracle.policy import Road as State
from tests.oracle.relations import links, onward

#: relations of a road at most
DEPTH = 5


@dataclass(frozen=True, eq=False)
class Way:
    """A road: the root field, where it begins, and the relations after it."""

    root: str
    start: str
    state: State
    steps: tuple[Link, ...] = ()

    @property
    def target(self) -> str:
        """The type that it leads to."""
        return self.steps[-1].target if self.steps else self.start

    @property
    def end(self) -> State:
        """Whether what a purpose opens is open at its end."""
        return self.states()[-1] if self.steps else self.state

    @property
    def alike(self) -> tuple[str, State, tuple[str, ...]]:
        """The class of roads that it is walked for: the last two relations, and what is open."""
        return self.start if len(self.steps) < 2 else "", self.end, tuple(link.origin for link in self.steps[-2:])

    def states(self) -> list[State]:
        """What is open after each of the relations."""
        found, state = [], self.state
        for link in self.steps:
            state = onward(link, state)
            found.append(state)
        return found

    def further(self) -> Iterator[Way]:
        """The roads that are one relation longer."""
        for link in links(catalog().types[self.target]).values():
            yield Way(self.root, self.start, self.state, (*self.steps, link))

    def __str__(self) -> str:
        return ".".join((self.root, *(link.field for link in self.steps)))


def roots() -> list[Way]:
    """The roads of no relation: each list, and the look-up, of which a purpose may open things."""
    found = [Way(name, type_name, State.LISTED) for name, type_name in catalog().lists.items()]
    return [*found, *(Way(name, type_name, State.LOOKED_UP) for name, type_name in catalog().lookups.items())]


def every_way(start: Iterable[Way], depth: int = DEPTH) -> Iterator[Way]:
    """All roads to the depth, shorter ones first."""
    front = list(start)
    for _ in range(depth):
        yield from front
        front = [longer for way in front for longer in way.further()]
    yield from front


def chosen(ways: Iterable[Way], *, pairs: bool = True, seed: int = 1) -> list[Way]:
    """Of each class the shortest road; and of each last relation, by what is open, one of the longest by chance.
    Without `pairs` the class is the last relation alone.
    """
    first: dict[object, Way] = {}
    ends: dict[object, list[Way]] = {}
    for way in ways:
        last = way.end, way.steps[-1].origin if way.steps else way.root
        first.setdefault(way.alike if pairs else last, way)
        ends.setdefault(last, []).append(way)
    dice = random.Random(seed)
    found = dict.fromkeys(first.values())
    for same in ends.values():
        found[dice.choice([way for way in same if len(way.steps) == len(same[-1].steps)])] = None
    return list(found)


def by_root(ways: Iterable[Way]) -> dict[str, list[Way]]:
    """Roads by the root field at which they begin."""
    found: dict[str, list[Way]] = {}
    for way in ways:
        found.setdefault(way.root, []).append(way)
    return found


@dataclass
class Tree:
    """Roads that share their beginnings, as one document can walk them."""

    wanted: bool = False
    below: dict[str, Tree] = field(default_factory=dict)

    @classmethod
    def of(cls, ways: Iterable[Way]) -> Tree:
        """The roads of one root."""
        top = cls()
        for way in ways:
            at = top
            for link in way.steps:
                at = at.below.setdefault(link.field, cls())
            at.wanted = True
        return top
