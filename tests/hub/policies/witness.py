"""A second opinion on a policy table: what the oracle in plain Python, which reads `policy.csv` by itself and shares no
code with the judge, says of a role and a type; and what the judge says under some table, in the same words.
"""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from hub.caller import Caller
from hub.query.authorise import _Authoriser
from hub.query.authorised import Sight as Shown
from schema.catalog import ObjectType, Value, catalog
from schema.policy import Policy
from tests.oracle.policy import Road, Sight, sure
from tests.oracle.world import World
from tests.province import officer


def by_judge(table: Policy, caller: Caller, name: str) -> Any:
    """For both roads: which rows are there, how each value is shown and may be compared, and what may be counted."""
    kind, found = catalog().types[name], []
    for opened in (False, True):
        judge = _Authoriser(caller, table)
        judge.opened = judge.may_open if opened else frozenset()
        ways = [rules for one in judge._visibility(name) for _, rules in one.grants]
        values = [
            (_shown(judge.told(value, compared=False)), _shown(judge.told(value, compared=True)))
            for value in kind.values.values() if ways
        ]  # fmt: skip
        found.append((ways, values, [one.type_name for one in judge._countable(name, None)]))
    return found


def _shown(sight: Shown | None) -> Any:
    if sight is None or sight.clear:
        return sight and "clear"
    return (sight.rules, sight.masked) if sight.rules else "masked"


@cache
def by_oracle(caller: Caller, name: str) -> Any:
    """The same, said by the oracle of the bundled table."""
    kind, sight = catalog().types[name], Sight(cast("World", None), caller)  # nothing of it looks at rows
    found = []
    for road in (Road.LISTED, Road.LOOKED_UP):
        ways = sight.ways(kind, road)
        values = [(_value(sight, kind, one, road), _use(sight, one, road)) for one in kind.values.values() if ways]
        found.append((ways, values, [one.name for one in sight.countable(kind, None)]))
    return found


def _value(sight: Sight, kind: ObjectType, value: Value, road: Road) -> Any:
    rules = sight.rules(value.group, road)
    if "F" in sight.levels(value.group, road) or sure(sight.ways(kind, road), rules):
        return "clear"
    if rules:
        return rules, sight.has_mask(value.group, road)
    if sight.shows_nothing(value.group, road) or only_waits(sight, value, road):
        return None
    return "masked"


def only_waits(sight: Sight, value: Value, road: Road) -> bool:
    """What has no masked form and waits for a purpose is refused, not withheld."""
    waits = sight.waits(value.group, road) and "M" not in sight.levels(value.group, road)
    return waits and value.declared.mask.name == "withheld"


def _use(sight: Sight, value: Value, road: Road) -> Any:
    if "F" in sight.levels(value.group, road):
        return "clear"
    rules = sight.rules(value.group, road)
    return (rules, True) if rules else None


@cache
def asker(role: str, purpose: str | None) -> Caller:
    """Somebody of the role, who names a purpose and a matter number."""
    own = {"subject_id": "00000000-0000-4000-8000-000000000000"} if role == "SE" else {}
    return officer(role, purpose=purpose, matter="M-1" if purpose else None, **own)


__all__ = ["asker", "by_judge", "by_oracle"]
