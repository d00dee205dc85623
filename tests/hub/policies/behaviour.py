"""What a policy table does, as far as anybody could notice: the answers of the judge to everything that is asked of it.

For one role, alone, on two roads (Q shut, and Q open by a purpose of its own and a matter number), and one type: which
rows exist and by which rules, which may only be counted, how each value is shown and whether it may be compared, what
opens each relation, and whether the area may be counted by. Beside the types, what a screening may hit.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from hub.actions import screen_hits
from hub.caller import Caller
from hub.query.authorise import _Authoriser
from hub.query.authorise_groups import area_groups
from hub.query.authorised import Sight
from schema.catalog import ObjectType, catalog
from schema.policy import Policy
from tests.province import officer

#: stands beside the types
SCREENING = "screening"
NAMES = (*(name for name, kind in catalog().types.items() if not kind.is_interface), SCREENING)


def behaviour(table: Policy, role: str, name: str) -> str:
    """A digest of all that the role may notice of one type, or of screenings."""
    said = [_of(table, asker, name) for asker in _askers(table, role)]
    return hashlib.sha256(repr(said).encode()).hexdigest()[:8]


def is_blind(table: Policy, role: str, name: str) -> bool:
    """Whether no row of a type exists for the role, so that whatever it might see of one is nothing."""
    return name != SCREENING and not any(
        _Authoriser(asker, table)._visibility(name) or _Authoriser(asker, table)._countable(name, None)
        for asker in _askers(table, role)
    )


@cache
def touched() -> dict[str, tuple[str, ...]]:
    """Group → the types, or screenings, that it may decide anything of."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in NAMES[:-1]:
        for group in _groups(catalog().types[name]):
            found[group].add(name)
    for group in (*screen_hits.LISTS.values(), "honest_person", "honest_entity"):
        found[group].add(SCREENING)
    return {group: tuple(sorted(names)) for group, names in found.items()}


def _groups(kind: ObjectType) -> Iterable[str]:
    yield from (presence.group for presence in kind.entity.presence)
    yield from (value.group for value in kind.values.values())
    yield from area_groups(kind)
    for link in kind.links.values():
        yield link.group
        for one in catalog().concrete(link.target):  # the columns of the other end decide, too
            yield from (one.values[column].group for column in link.declared.on.values() if column in one.values)


def _askers(table: Policy, role: str) -> tuple[Caller, Caller]:
    purpose = min(table.purposes.get(role, ()), default="NONE")
    own = {"subject_id": str(UUID(int=0))} if role == "SE" else {}
    return officer(role, **own), officer(role, purpose=purpose, matter="M-1", **own)


def _of(table: Policy, asker: Caller, name: str) -> Any:
    if name == SCREENING:
        given = {"purpose": asker.purpose or "", "matter": asker.matter or ""}
        return screen_hits.open_lists(SimpleNamespace(caller=asker, given=given, policy=table))  # type: ignore[arg-type]
    judge, kind = _Authoriser(asker, table), catalog().types[name]
    judge.opened = judge.may_open
    rows = judge._visibility(name)
    seen = [(one.type_name, [(presence.group, _rules(rules)) for presence, rules in one.grants]) for one in rows]
    counted = [(one.type_name, [presence.group for presence, _ in one.grants]) for one in judge._countable(name, None)]
    values = [(_sight(judge.told(value, compared=False)), _sight(judge.told(value, compared=True)))
              for value in kind.values.values()]  # fmt: skip
    roads = [_road(judge._road(link, rows[0])) for link in kind.links.values()] if rows else []
    area = _sets(judge._open(sorted(area_groups(kind)), rows[0] if rows else None, "area"))
    # which purposes open something follows from the roles at Q and the list of purposes, which is reviewed by itself
    hint = judge._would_open(name) is not None
    refused = sorted((coordinate, opening is not None) for coordinate, opening in judge.refused.items())
    return seen, hint, counted, values, roads, area, refused, judge.refusals


def _sight(sight: Sight | None) -> Any:
    return sight and (sight.clear, _rules(sight.rules), sight.masked)


def _road(road: Any) -> Any:
    return _sets(road.near), _sets(road.far)


def _sets(sets: Iterable[frozenset[str]]) -> list[Any]:
    return sorted(sorted(one) for one in sets)


def _rules(rules: frozenset[str] | None) -> list[str] | None:
    return None if rules is None else sorted(rules)
