"""`maxStaleness` of a screening: sources are asked before it answers, and each item says what came of it.

    what hits now ─→ the sources are asked, the hub is put right ─→ what hits then, which is the answer

CHANGED compares what this caller is shown before and after, so what he may not see (an entry in grace, a list that is
shut to his role) cannot make it: for him the sources confirm. An entry that a source does not name any more is a
suspect, not removed; it is answered as a CANDIDATE, from which no measure follows.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any, Final

from hub.actions.acting import Acting, Proved
from hub.actions.screen_hits import WITH_MEASURE, Hit, find
from hub.actions.screen_input import allowed, subjects_of
from hub.errors import InvalidArgument
from loaders.live.asking import CONFIRMED, STALE, Asked, Proof, Prover
from schema.names import name_of

CHANGED: Final = "CHANGED"
_LONGEST = datetime.timedelta(days=366)
_SECONDS = re.compile(r"\d{1,8}", re.ASCII)
#: ISO 8601, without years and months, whose length nobody knows
_DURATION = re.compile(
    r"P(?=.)(?:(?P<days>\d{1,4})D)?(?:T(?=.)(?:(?P<hours>\d{1,5})H)?(?:(?P<minutes>\d{1,6})M)?(?:(?P<seconds>\d{1,8})S)?)?",
    re.ASCII,
)


async def proved(
    asking: Callable[[], AbstractAsyncContextManager[Acting]], prover: Prover | None, given: dict[str, Any]
) -> tuple[Proved, ...]:
    """For each subject its proof and what hit before; empty where none is asked for.

    Raises what the screening itself would, before anybody is asked.
    """
    text = given.get("maxStaleness")
    if text is None:
        return ()
    max_age = duration(text)
    async with asking() as acting:
        allowed(acting)
        subjects = subjects_of(acting)
        hits = await find(acting, subjects)
        agency = acting.caller.agency
    asked = [_asked(one) for one in subjects]
    proofs = await prover.prove(agency, asked, max_age) if prover else [Proof(STALE)] * len(asked)
    return tuple(Proved(proof, _shown(hits, ordinal, frozenset())) for ordinal, proof in enumerate(proofs, 1))


def duration(text: str) -> datetime.timedelta:
    """Seconds, or an ISO 8601 duration of days and less. Raises InvalidArgument."""
    if _SECONDS.fullmatch(text):
        found = datetime.timedelta(seconds=int(text))
    else:
        match = _DURATION.fullmatch(text)
        parts = {unit: int(number) for unit, number in match.groupdict().items() if number} if match else {}
        found = datetime.timedelta(**parts) if parts else _LONGEST * 2
    if found > _LONGEST:
        raise InvalidArgument(
            argument="maxStaleness", reason="must be seconds or an ISO 8601 duration such as PT15M, at most 366 days",
            reason_zh="须为秒数或 ISO 8601 时长（如 PT15M），最长 366 天",
        )  # fmt: skip
    return found


def without_gone(hits: list[Hit], proved: tuple[Proved, ...]) -> list[Hit]:
    """The hits, those that a source does not name any more as candidates."""
    return [
        hit._replace(outcome="CANDIDATE") if proved and hit.listing_id in proved[hit.ordinal - 1].proof.gone else hit
        for hit in hits
    ]


def told(hits: list[Hit], proved: tuple[Proved, ...]) -> list[tuple[str | None, Any, Any]]:
    """(state, when checked, as of when) for each subject."""
    return [
        (_state(one, _shown(hits, ordinal, one.proof.gone)), one.proof.checked_at, one.proof.as_of)
        for ordinal, one in enumerate(proved, 1)
    ]


def _state(one: Proved, after: frozenset[tuple[str, str]]) -> str:
    return CHANGED if one.proof.state == CONFIRMED and one.before != after else one.proof.state


def _shown(hits: list[Hit], ordinal: int, gone: frozenset[str]) -> frozenset[tuple[str, str]]:
    # that somebody stands in the register of closed cases is told only where a measure follows from it
    mine = [hit for hit in hits if hit.ordinal == ordinal and hit.kind != WITH_MEASURE]
    return frozenset((hit.listing_id, "CANDIDATE" if hit.listing_id in gone else hit.outcome) for hit in mine)


def _asked(subject: dict[str, Any]) -> Asked:
    name = name_of(subject["name"]) if subject.get("name") else None
    return Asked(subject.get("creditCode"), subject.get("idNumber"), name)
