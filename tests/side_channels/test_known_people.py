"""Rows 7, 28 and 33, of people: that somebody stands in the hub tells of the entry that brought him there.

Organisations stand in an open register; people are known by facts alone. So a person of whom a caller sees no fact is
to him as if he were not there, on every road, and not a person without entries.
"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from hub.china import today
from schema.policy import policy
from tests.hub.actions.conftest import DAY, World
from tests.hub.query.oracle import LEVEL, ROLES
from tests.side_channels.pairs import Counter, nobody, somebody

#: an entry that is not in force, and the row of the policy that it is kept under
STATES: dict[str, tuple[dict[str, Any], str]] = {
    "shielded": ({"state": "SHIELDED"}, "listing_unpublished"),
    "in grace": ({"state": "GRACE"}, "listing_unpublished"),
    "proposed": ({"state": "PROPOSED"}, "listing_unpublished"),
    "removed": ({"state": "REMOVED", "removed_on": today()}, "listing_history"),
    "past its term": ({"term_ends_on": today() - DAY}, "listing_history"),
}  # fmt: skip
#: levels that open no such entry far from the caller's region, whatever purpose he states
SHUT = {"-", "A", "H", "M", "R", "O", "gov", "S", "listed"}
#: nobody's region
ELSEWHERE = "500112001"

#: every way of asking about one person, by number and by id
ROADS = {
    "look-up": "query ($n: IdNumber!, $m: String!) { subject(idNumber: $n, name: $m) { __typename } }",
    "look-up with a list": """query ($n: IdNumber!, $m: String!) {
        subject(idNumber: $n, name: $m) { id listings { totalCount } } }""",
    "reference": """query ($n: IdNumber!, $m: String!) {
        subjectsByReference(references: [{person: {idNumber: $n, name: $m}}]) { __typename } }""",
    "look-up by id": "query ($i: ID!) { subject(id: $i) { __typename } }",
    "node": "query ($i: ID!) { node(id: $i) { __typename } }",
    "nodes": "query ($i: ID!) { nodes(ids: [$i]) { __typename } }",
    "reference by id": "query ($i: ID!) { subjectsByReference(references: [{id: $i}]) { __typename } }",
    "entity": """query ($i: ID!) {
        _entities(representations: [{__typename: "NaturalPerson", id: $i}]) { __typename } }""",
    "list": """{ subjects(first: 100) {
        totalCount nodes { name } pageInfo { hasNextPage } groups(by: [KIND]) { count } } }""",
    "count behind a filter": "{ subjects(filter: {kind: {eq: NATURAL_PERSON}}) { totalCount } }",
}  # fmt: skip


def _askers(role: str) -> list[Any]:
    """Officers of the role, with a purpose and a matter number and without."""
    purposes = sorted(policy().purposes.get(role, ()))
    asking = [{"purpose": purposes[0], "matter": "M-1"}] if purposes else []
    return [somebody(role), *(somebody(role, **claims) for claims in asking)]


HIDDEN = [
    (role, state) for state, (_, group) in STATES.items() for role in ROLES
    if role not in ("SE", "SA", "DP") and LEVEL[group, role] in SHUT
]  # fmt: skip


@pytest.mark.parametrize(("role", "state"), HIDDEN)
async def test_who_is_known_by_hidden_entries_alone_is_nobody(
    counter: Counter, place: World, role: str, state: str
) -> None:
    """Channel: an object without entries where there is a hidden one, null where there is nobody. Rule: a role that may
    not see the entry is answered in the same bytes as if there were neither entry nor person, on every road.
    """
    entry, _ = STATES[state]
    given = {"i": str(uuid4()), "n": nobody(7)["idNumber"], "m": "示例藏"}
    askers = _askers(role)
    absent = [await _told(counter, caller, given) for caller in askers]
    person, ask = place.person("示例藏", area=ELSEWHERE)
    place.enlist(person, **entry)
    hidden = [await _told(counter, caller, {"i": person, "n": ask["idNumber"], "m": ask["name"]}) for caller in askers]
    _forget(place, person)

    assert hidden == absent


@pytest.mark.parametrize("role", ["CE", "CH", "CP", "PL", "DC", "PS", "MR", "FI", "BK", "AU"])
async def test_whoever_sees_one_fact_finds_the_person(counter: Counter, place: World, role: str) -> None:
    """The rule hides nobody of whom an entry in force tells: every role that sees it finds him by id and in lists, and
    every role that may name people finds him by his number, also beside an entry that stays hidden.
    """
    person, ask = place.person("示例现", area=ELSEWHERE)
    place.enlist(person)
    place.enlist(person, kind="CONSUMPTION_RESTRICTION", state="SHIELDED")
    found = await _told(counter, somebody(role), {"i": person, "n": ask["idNumber"], "m": ask["name"]})
    _forget(place, person)

    answered = {road: body for road, body in found.items() if body.startswith(b'{"data"')}
    assert {road for road in ROADS if road not in answered} <= {"look-up", "look-up with a list", "reference"}
    assert [road for road, body in answered.items() if b"null" in body or b'"totalCount":0' in body] == []


async def test_a_person_finds_himself(counter: Counter, place: World) -> None:
    """Who asks about himself sees his own entries, hidden from others as they are, and so himself."""
    person, _ = place.person("示例己", area=ELSEWHERE)
    place.enlist(person, state="SHIELDED")
    caller = somebody("SE", subject_id=person)
    found = await counter.told(
        caller, "query ($i: ID!) { subject(id: $i) { id listings { nodes { state } } } }", i=person
    )
    _forget(place, person)

    assert b'"state":"SHIELDED"' in found


async def test_a_row_that_names_its_subject_leads_there(counter: Counter, place: World) -> None:
    """A hit at level `H` shows no entry, but whom it is about: the agency named him itself, and was told of the hit."""
    person, ask = place.person("示例中", area=ELSEWHERE)
    place.enlist(person, kind="CONSUMPTION_RESTRICTION")
    body = await counter.told(somebody("MR"), SCREENED, n=ask["idNumber"], m=ask["name"])
    _forget(place, person)

    assert b'"subject":{"__typename":"NaturalPerson"},"listing":null' in body


SCREENED = """mutation ($n: IdNumber!, $m: String!) { screen(input: {scenario: "COMPANY_REGISTRATION",
    purpose: "REGISTRATION", matter: "M-1", subjects: [{idNumber: $n, name: $m}]}) { screening { items { nodes {
    hits { nodes { subject { __typename } listing { __typename } } } } } } } }"""


async def _told(counter: Counter, caller: Any, given: dict[str, str]) -> dict[str, bytes]:
    """Road → status and bytes of the answer."""
    found = {}
    for road, query in ROADS.items():
        wanted = {name: value for name, value in given.items() if f"${name}:" in query}
        found[road] = await counter.told(caller, query, **wanted)
    return found


def _forget(place: World, person: str) -> None:
    for table in ("screening_instruction", "screening_hit", "listing", "subject_identifier"):
        place.connection.execute(f"delete from {table} where subject_id = %s".encode(), [person])
    place.connection.execute("delete from subject where id = %s", [person])
