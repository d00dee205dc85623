"""What two or more may see together, where one acts for another: everywhere the less of what each may see alone.

A row rule speaks of one caller's areas, courts, agency or own subject, so a rule of somebody further down the chain
carries his place: `region@1` is the region of the first actor. Rules that speak of the row alone (`gov`, `listed`,
`consent`) are the same for all. A set of rules opens a row where any of its terms holds, and a term of several rules,
`own&region@1`, where all of them do. So "what A's rules open and B's rules open" is again a set of terms, exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from schema.policy import Decision

#: rules that say the same whoever asks
_SAME = frozenset({"gov", "listed", "consent"})


def rules_of(term: str) -> tuple[tuple[str, int], ...]:
    """The rules of a term, each with the place of the party that it is about: `own&region@1` → own 0, region 1."""
    return tuple((name, int(place or 0)) for name, _, place in (part.partition("@") for part in term.split("&")))


def implied(terms: Iterable[str], by: Iterable[str]) -> bool:
    """Whether every row that one of the terms `by` opens is opened by one of `terms`, too, as far as the terms tell."""
    wanted = [frozenset(term.split("&")) for term in terms]
    return all(any(each <= frozenset(term.split("&")) for each in wanted) for term in by)


def conjoined(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """The terms that open what each of the sets opens; terms that say no more than a shorter one are left out."""
    found = {frozenset[str]()}
    for one in sets:
        found = {before | frozenset(term.split("&")) for before, term in product(found, one)}
        found = {term for term in found if not any(other < term for other in found)}
    return frozenset("&".join(sorted(term)) for term in found)


def placed(rules: frozenset[str], place: int) -> frozenset[str]:
    """The rules of the party at a place in the chain; 0 is the one for whom the others act."""
    return frozenset(rule if rule in _SAME or not place else f"{rule}@{place}" for rule in rules)


def meet(decisions: Sequence[Decision]) -> Decision:
    """What all parties may see of one group, their rules placed; never more than any of them, and no less than all."""
    shut = [one for one in decisions if not one.clear]
    hidden = [one.rules | one.masked_by for one in shut if not one.masked]
    waiting = [one.purposes for one in shut if one.opens_with_purpose]
    refused = any(one.nothing for one in decisions)
    return Decision(
        clear=not shut,
        rules=conjoined(one.rules for one in shut) if shut else frozenset(),
        masked=bool(shut) and not hidden,
        masked_by=conjoined(hidden) if hidden else frozenset(),
        always_masked=bool(shut) and all(one.always_masked for one in shut),
        opens_with_purpose=not refused and any(one.opens_with_purpose for one in shut),
        # each who waits has to be allowed the one purpose of the request
        purposes=frozenset.intersection(*waiting) if waiting and not refused else frozenset(),
        hit=all(one.hit for one in decisions),
        counted=any(one.counted for one in decisions) and all(one.counted or one.clear for one in decisions),
    )
