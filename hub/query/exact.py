"""Exact look-ups: operations that name people by ID number and name, which is how numbers could be guessed.

Rule: each look-up that finds nobody costs, denied and unknown alike, and for callers who do not see the number in full
an answer takes the same time whether there is somebody or not. Which operations are concerned is known when they are
compiled; all others pay nothing.

An act that names people (`screen`) is the same look-up a hundred at a time: each person of whom it tells no proven hit
costs, whether unknown, shielded, in grace or not open to the caller. It takes the same time for everybody, since
entries that are not in force are a secret of firms, too, and of those whom every number is open to.
"""

from __future__ import annotations

import asyncio
import json
import math
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Protocol

from hub.caller import Caller
from hub.errors import Busy, DatabaseUnreachable, Forbidden, InvalidArgument, InvalidDocument
from hub.query import limits
from hub.query.authorise_references import PERSON
from hub.query.authorised import Authorised, ReferencesNode, Root
from hub.query.operation import filled
from hub.query.parameters import Bindings
from schema.actions import ACTIONS
from schema.catalog import catalog

#: seconds that a look-up takes at least, and in steps of which it takes longer
FLOOR: Final = 0.03
#: the same for an act, which takes 10 to 60 ms to write, to log and to read back
ACT_FLOOR: Final = 0.1
#: seconds at most that are added to it: the same for the same question, so that asking again tells nothing
JITTER: Final = 0.01
#: what stops a request before anything was read of the people it names; whatever else stops it leaves the charge
UNREAD: Final = (Busy, DatabaseUnreachable, Forbidden, InvalidArgument, InvalidDocument)
#: field of an input that names a person
NUMBER: Final = "idNumber"
#: what people are looked up by
TERMS: Final = (NUMBER, "name")
#: people named by number in one request, where all of them have to be within the budget
MOST_UNSEEN: Final = 10
#: the same of one act, which says for what matter it asks
MOST_IN_ACT: Final = 100


#: who is looked up to be read: response key, place in its list, and what was said
Person = tuple[str, int | None, Any]


class Misses(Protocol):
    """What look-ups are charged to; see `hub.budgets.misses`."""

    async def take(self, caller: Caller, number: int, *, whole: bool, batch: bool = False) -> Any:
        """Charge look-ups. Raises BudgetSpent."""

    async def settle(self, caller: Caller, charge: Any, missed: int) -> None:
        """Charge what was missed in place of what was asked."""


@dataclass(frozen=True)
class Exact:
    """The look-ups by ID number and name of one operation."""

    #: (response key, arguments) of those that ask for one person
    single: tuple[tuple[str, dict[str, Any]], ...]
    #: (response key, references as given) of those that may name people among others
    many: tuple[tuple[str, Any], ...]
    #: inputs of acts that name people
    acts: tuple[Any, ...]
    #: whether the caller does not see every number in full
    unseen: bool

    def inputs(self, bound: Bindings) -> list[Any]:
        """What the acts of this request were given, about people or not."""
        return [filled(given, bound.variables) for given in self.acts]

    def named(self, bound: Bindings) -> list[dict[str, Any]]:
        """The people whom the acts of this request name by number."""
        return [*_persons(self.inputs(bound))]

    def people(self, bound: Bindings) -> list[Person]:
        """Who is looked up to be read: response key, place in its list, and what was said."""
        found: list[Person] = [(key, None, filled(arguments, bound.variables)) for key, arguments in self.single]
        for key, given in self.many:
            references = filled(given, bound.variables)
            found += [(key, place, one[PERSON]) for place, one in enumerate(references) if one.get(PERSON) is not None]
        return found

    def terms(self, bound: Bindings) -> list[tuple[str, str]]:
        """The names and numbers that people are looked up by in this request, with their arguments."""
        said = [*(one for _, _, one in self.people(bound)), *self.named(bound)]
        return [(name, one[name]) for one in said for name in TERMS if isinstance(one.get(name), str)]


def exact(authorised: Authorised) -> Exact | None:
    """The exact look-ups of an operation, or None where it has none."""
    single, many = tuple(_single(authorised)), tuple(_many(authorised))
    acts = tuple(root.arguments["input"] for root in authorised.roots if _names_people(root))
    return Exact(single, many, acts, authorised.unseen) if single or many or acts else None


def _names_people(root: Root) -> bool:
    return root.name in ACTIONS and ACTIONS[root.name].names_people


def _persons(given: Any) -> Iterator[dict[str, Any]]:
    """What an act's input says of people, by number and name, wherever it holds them."""
    if isinstance(given, dict) and given.get(NUMBER) is not None:
        yield given
    elif isinstance(given, dict | list):
        for each in given.values() if isinstance(given, dict) else given:
            yield from _persons(each)


def _single(authorised: Authorised) -> Iterator[tuple[str, dict[str, Any]]]:
    for root in authorised.roots:
        if root.name in catalog().lookups:
            lookup = catalog().types[catalog().lookups[root.name]].entity.lookup
            assert lookup
            given = {name: value for name, value in root.arguments.items() if value is not None}
            if any(lookup.arguments[name] == "@ID_NUMBER" for name in given):
                yield root.key, given


def _many(authorised: Authorised) -> Iterator[tuple[str, Any]]:
    for root in authorised.roots:
        if isinstance(root.node, ReferencesNode) and PERSON in root.node.keys.get("Subject", ()):
            yield root.key, root.node.given


async def guarded(
    wanted: Exact, bound: Bindings, misses: Misses | None, answer: Callable[[], Awaitable[bytes]]
) -> bytes:
    """The answer to an operation with exact look-ups. Raises BudgetSpent, before any row is read, or as `answer`."""
    people = wanted.people(bound)
    if misses is None or not (people or wanted.acts):
        return await answer()
    number = len(people) + len(wanted.named(bound))
    charged = partial(_charged, wanted, people, number, bound, misses, answer)
    if not (wanted.unseen or wanted.acts):
        return await charged()
    most = MOST_IN_ACT if wanted.acts else MOST_UNSEEN
    limits.check("people named by number", "以身份证号指明的人数", number, most)
    floor = ACT_FLOOR if wanted.acts else FLOOR
    begun = asyncio.get_running_loop().time()
    jitter = _jitter([*wanted.inputs(bound), *(one for _, _, one in people)], bound)
    try:
        return await charged()
    finally:
        await _wait(begun, jitter, floor)


async def _charged(
    wanted: Exact, people: list[Person], number: int, bound: Bindings, misses: Misses,
    answer: Callable[[], Awaitable[bytes]],
) -> bytes:  # fmt: skip
    if not number:  # an act about firms alone
        return await answer()
    charge = await misses.take(bound.caller, number, whole=wanted.unseen, batch=bool(wanted.acts))
    try:
        body = await answer()
    except UNREAD:
        if not bound.keys:  # an act that was performed has read them
            await misses.settle(bound.caller, charge, 0)
        raise
    await misses.settle(bound.caller, charge, _missed(people, body) + bound.missed)
    return body


def _missed(people: list[Person], body: bytes) -> int:
    if not people:
        return 0
    data = json.loads(body)["data"]
    found = [data[key] if place is None else data[key][place] for key, place, _ in people]
    return found.count(None)


def _jitter(said: list[Any], bound: Bindings) -> float:
    text = json.dumps(said, sort_keys=True, default=str)
    return int.from_bytes(bound.vault.blind("lookup_time", text)[:4]) / 2**32 * JITTER


async def _wait(begun: float, jitter: float, floor: float) -> None:
    loop = asyncio.get_running_loop()
    steps = max(1, math.ceil((loop.time() - begun - jitter) / floor))
    await asyncio.sleep(begun + steps * floor + jitter - loop.time())
