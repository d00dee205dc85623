"""Exact look-ups: operations that name people by ID number and name, which is how numbers could be guessed.

Rule: each look-up that finds nobody costs, denied and unknown alike, and for callers who do not see the number in full
an answer takes the same time whether there is somebody or not. Which operations are concerned is known when they are
compiled; all others pay nothing.
"""

from __future__ import annotations

import asyncio
import json
import math
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Protocol

from hub.caller import Caller
from hub.errors import Busy, DatabaseUnreachable
from hub.query import limits
from hub.query.authorise_references import PERSON
from hub.query.authorised import Authorised, ReferencesNode
from hub.query.operation import filled
from hub.query.parameters import Bindings
from schema.catalog import catalog

#: seconds that a look-up takes at least, and in steps of which it takes longer
FLOOR: Final = 0.03
#: seconds at most that are added to it: the same for the same question, so that asking again tells nothing
JITTER: Final = 0.01
#: what people are looked up by
TERMS: Final = ("idNumber", "name")
#: people named by number in one request, where all of them have to be within the budget
MOST_UNSEEN: Final = 10


class Misses(Protocol):
    """What look-ups are charged to; see `hub.budgets.misses`."""

    async def take(self, caller: Caller, number: int, *, whole: bool) -> Any:
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
    #: whether the caller does not see every number in full
    unseen: bool

    def people(self, bound: Bindings) -> list[tuple[str, int | None, Any]]:
        """Who is looked up in this request: response key, place in its list, and what was said."""
        found: list[tuple[str, int | None, Any]] = [
            (key, None, filled(arguments, bound.variables)) for key, arguments in self.single
        ]
        for key, given in self.many:
            references = filled(given, bound.variables)
            found += [(key, place, one[PERSON]) for place, one in enumerate(references) if one.get(PERSON) is not None]
        return found

    def terms(self, bound: Bindings) -> list[tuple[str, str]]:
        """The names and numbers that people are looked up by in this request, with their arguments."""
        return [
            (argument, said[argument]) for _, _, said in self.people(bound) for argument in TERMS if argument in said
        ]


def exact(authorised: Authorised) -> Exact | None:
    """The exact look-ups of an operation, or None where it has none."""
    single, many = tuple(_single(authorised)), tuple(_many(authorised))
    return Exact(single, many, authorised.unseen) if single or many else None


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
        if isinstance(root.node, ReferencesNode) and root.node.name == "subjectsByReference":
            yield root.key, root.node.given


async def guarded(
    wanted: Exact, bound: Bindings, misses: Misses | None, answer: Callable[[], Awaitable[bytes]]
) -> bytes:
    """The answer to an operation with exact look-ups. Raises BudgetSpent, before any row is read, or as `answer`."""
    people = wanted.people(bound)
    if not people or misses is None:
        return await answer()
    if not wanted.unseen:
        return await _charged(people, bound, misses, answer, whole=False)
    limits.check("people named by number", "以身份证号指明的人数", len(people), MOST_UNSEEN)
    begun = asyncio.get_running_loop().time()
    jitter = _jitter(people, bound)
    try:
        return await _charged(people, bound, misses, answer, whole=True)
    finally:
        await _wait(begun, jitter)


async def _charged(
    people: list[tuple[str, int | None, Any]], bound: Bindings, misses: Misses, answer: Callable[[], Awaitable[bytes]],
    *, whole: bool,
) -> bytes:  # fmt: skip
    charge = await misses.take(bound.caller, len(people), whole=whole)
    try:
        body = await answer()
    except (Busy, DatabaseUnreachable):  # nothing was read; whatever else stops it leaves the charge
        await misses.settle(bound.caller, charge, 0)
        raise
    await misses.settle(bound.caller, charge, _missed(people, body))
    return body


def _missed(people: list[tuple[str, int | None, Any]], body: bytes) -> int:
    data = json.loads(body)["data"]
    found = [data[key] if place is None else data[key][place] for key, place, _ in people]
    return found.count(None)


def _jitter(people: list[tuple[str, int | None, Any]], bound: Bindings) -> float:
    said = json.dumps([one for _, _, one in people], sort_keys=True)
    return int.from_bytes(bound.vault.blind("lookup_time", said)[:4]) / 2**32 * JITTER


async def _wait(begun: float, jitter: float) -> None:
    loop = asyncio.get_running_loop()
    steps = max(1, math.ceil((loop.time() - begun - jitter) / FLOOR))
    await asyncio.sleep(begun + steps * FLOOR + jitter - loop.time())
