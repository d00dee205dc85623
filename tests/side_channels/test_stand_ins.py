"""Row 29, below the person: nothing that a look-up by number answers leads back to the row with the masked number.

The person's own id is not enough: a listing found by a guessed number, and named by its id, names its subject.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from hub.caller import Caller
from hub.china import today
from tests.hub.actions.conftest import World
from tests.side_channels.pairs import Counter, somebody

#: all that is known of a person, with every id on the way
FILE = """{ id __typename
    listings(first: 1) { pageInfo { endCursor } edges { cursor node { id case { id } court { id }
        subject { id cases { nodes { id } } } } } }
    cases { nodes { id court { id } listings { nodes { id } }
        otherDebtors { nodes { id subject { id listings { nodes { id } } } } } } } }"""
BY_NUMBER = f"query ($n: IdNumber!, $m: String!) {{ subject(idNumber: $n, name: $m) {FILE} }}"
BY_REFERENCE = f"""query ($n: IdNumber!, $m: String!) {{
    subjectsByReference(references: [{{person: {{idNumber: $n, name: $m}}}}]) {FILE} }}"""
ROADS = {"look-up": BY_NUMBER, "reference": BY_REFERENCE}
PAGE = "{ listings(first: 5, after: $a) { nodes { caseNumber } } }"
SCREENED = """mutation ($i: ScreenInput!) { screen(input: $i) { screening { id items { nodes { id hits { nodes { id
    subject { id listings { nodes { id } } } listing { id subject { id } } } } } } } } }"""
REPORT = """mutation ($i: ReportFeedbackInput!) { reportFeedback(input: $i) { feedback { id hit { id
    listing { id } subject { id } } } } }"""


@pytest.fixture
def people(place: World) -> Iterator[tuple[str, dict[str, str]]]:
    """A person on two lists and enforced against together with another: (id, how to name him)."""
    person, ask = place.person("示例债")
    other, _ = place.person("示例共")
    for each in (person, other):
        place.insert("enforcement_case", subject_id=each, case_number="(2025)浙0211执70007号", court_code="浙0211")
    place.insert("listing", subject_id=person, kind="SX", subject_kind="NATURAL_PERSON", state="PUBLISHED",
                 published_on=today(), case_number="(2025)浙0211执70007号", court_code="浙0211")  # fmt: skip
    for each in (person, other):
        place.enlist(each, published_on=today())
    if not place.count("court")[0]:
        place.insert("court", code="浙0211", name="示例法院", level="BASIC", area_code="330211")
    yield person, ask
    for table in ("feedback", "screening_instruction", "screening_hit", "listing", "enforcement_case",
                  "subject_identifier"):  # fmt: skip
        place.connection.execute(f"delete from {table} where subject_id = any(%s)".encode(), [[person, other]])
    place.connection.execute("delete from subject where id = any(%s::uuid[])", [[person, other]])


def _ids(value: Any) -> list[str]:
    """Every id of an answer, in order."""
    if isinstance(value, list):
        return [one for each in value for one in _ids(each)]
    if not isinstance(value, dict):
        return []
    own = [value["id"]] if isinstance(value.get("id"), str) else []
    return own + [one for each in value.values() for one in _ids(each)]


async def _asked(counter: Counter, caller: Caller, query: str, **given: Any) -> Any:
    return json.loads(await counter.told(caller, query, **given))


async def _named(counter: Counter, ids: list[str]) -> int:
    """How many of the ids name anything, for a role that sees all rows."""
    told = await _asked(counter, somebody("CH"), "query ($i: [ID!]!) { nodes(ids: $i) { id } }", i=sorted(set(ids)))
    return sum(one is not None for one in told["data"]["nodes"])


@pytest.mark.parametrize("road", ROADS)
async def test_row_29_no_id_below_a_number_names_anything(
    counter: Counter, people: tuple[str, dict[str, str]], road: str
) -> None:
    """Channel: an id of a listing, a case, a co-debtor below a guessed number, and the same id in a list beside a
    masked number. Rule: every id there is another one, told in `extensions`; the same for the caller at all times and
    for one row wherever it stands; of no use as an id; and to others another."""
    _, ask = people
    given = {"n": ask["idNumber"], "m": ask["name"]}
    caller = somebody("CP")
    first, again = [await _asked(counter, caller, ROADS[road], **given) for _ in range(2)]
    elsewhere = await _asked(counter, somebody("CP"), ROADS[road], **given)
    plain = await _asked(counter, somebody("CH"), ROADS[road], **given)
    shown, real = _ids(first["data"]), _ids(plain["data"])

    assert _ids(again["data"]) == shown
    assert set(shown).isdisjoint({*real, *_ids(elsewhere["data"])})
    assert {"NaturalPerson.id", "Case.id", "DishonestDebtorListing.id", "Court.id"} <= {*first["extensions"]["masked"]}
    assert len(shown) == len(real) >= 10
    assert len(set(zip(real, shown, strict=True))) == len(set(shown)) == len(set(real))
    assert await _named(counter, shown) == 0
    assert await _named(counter, real) == len(set(real))
    assert "masked" not in plain["extensions"]


@pytest.mark.parametrize("road", ROADS)
async def test_row_29_a_cursor_below_a_number_fits_no_list_below_an_id(
    counter: Counter, people: tuple[str, dict[str, str]], road: str
) -> None:
    """Channel: a cursor holds a position among one person's rows, and fits the list of whoever it belongs to. Rule: the
    lists below a number and those below an id are different lists; below the number the cursor goes on."""
    person, ask = people
    given = {"n": ask["idNumber"], "m": ask["name"]}
    caller = somebody("CP")
    by_id = "query ($i: ID!, $a: String) { subject(id: $i) %s }"
    by_number = "query ($n: IdNumber!, $m: String!, $a: String) { subject(idNumber: $n, name: $m) %s }"
    told = (await _asked(counter, caller, ROADS[road], **given))["data"]
    found = told["subject"] if road == "look-up" else told["subjectsByReference"][0]
    below_number = {found["listings"]["pageInfo"]["endCursor"], found["listings"]["edges"][0]["cursor"]}
    plain = "{ listings(first: 1, after: $a) { pageInfo { endCursor } } }"
    below_id = (await _asked(counter, caller, by_id % plain, i=person))["data"]["subject"]["listings"]["pageInfo"]

    for cursor in below_number:
        assert b"INVALID_CURSOR" in await counter.told(caller, by_id % PAGE, i=person, a=cursor)
        onward = await _asked(counter, caller, by_number % PAGE, a=cursor, **given)
        assert len(onward["data"]["subject"]["listings"]["nodes"]) == 1
    assert b"INVALID_CURSOR" in await counter.told(caller, by_number % PAGE, a=below_id["endCursor"], **given)
    assert b"INVALID_CURSOR" not in await counter.told(caller, by_id % PAGE, i=person, a=below_id["endCursor"])


async def test_row_29_acts_go_by_their_own_ids(counter: Counter, people: tuple[str, dict[str, str]]) -> None:
    """A screening names people by number, too: what lies behind its hits goes by other ids, on every road to a hit. The
    screening, its items, hits and what was reported are the agency's own rows, and keep theirs, or nobody could
    report."""
    person, ask = people
    caller = somebody("FI")
    given = {"scenario": "PUBLIC_PROCUREMENT", "purpose": "PROCUREMENT_REVIEW", "matter": "示例-1", "subjects": [ask]}
    screening = (await _asked(counter, caller, SCREENED, i=given))["data"]["screen"]["screening"]
    hits = screening["items"]["nodes"][0]["hits"]["nodes"]
    behind = _ids([{"subject": hit["subject"], "listing": hit["listing"]} for hit in hits])
    report = {"hitId": hits[0]["id"], "outcome": "REFUSED", "measureCode": "J0108", "actedOn": str(today())}
    feedback = (await _asked(counter, caller, REPORT, i=report))["data"]["reportFeedback"]["feedback"]
    node = "query ($i: ID!) { node(id: $i) { id ... on ScreeningHit { listing { id } subject { id } } } }"
    again = (await _asked(counter, caller, node, i=hits[0]["id"]))["data"]["node"]

    assert len(behind) >= 8
    assert person not in behind
    assert await _named(counter, behind) == 0
    assert feedback["hit"] == again == {
        "id": hits[0]["id"], "listing": {"id": hits[0]["listing"]["id"]}, "subject": {"id": hits[0]["subject"]["id"]}
    }  # fmt: skip
    own = [screening["id"], screening["items"]["nodes"][0]["id"], hits[0]["id"], feedback["id"]]
    nodes = await _asked(counter, caller, "query ($i: [ID!]!) { nodes(ids: $i) { id } }", i=own)
    assert [one["id"] for one in nodes["data"]["nodes"]] == own


async def test_row_29_what_is_known_of_firms_keeps_its_ids(counter: Counter, place: World) -> None:
    """A firm is screened by a code that everybody sees: entries behind its hits, and below a list that names people by
    number beside it, are named as everywhere."""
    firm, code = place.unit()
    entry = place.enlist(firm)
    person, ask = place.person("示例旁")
    own = place.enlist(person)
    caller = somebody("FI")
    given = {"scenario": "PUBLIC_PROCUREMENT", "purpose": "PROCUREMENT_REVIEW", "matter": "示例-1", "subjects": [code]}
    screened = (await _asked(counter, caller, SCREENED, i=given))["data"]["screen"]["screening"]["items"]["nodes"][0]
    hit = screened["hits"]["nodes"][0]
    mixed = """query ($c: CreditCode!, $n: IdNumber!, $m: String!) { subjectsByReference(references: [
        {creditCode: $c}, {person: {idNumber: $n, name: $m}}]) { id listings { nodes { id } } } }"""
    listed = await _asked(counter, caller, mixed, c=code["creditCode"], n=ask["idNumber"], m=ask["name"])
    first, second = listed["data"]["subjectsByReference"]

    assert (hit["subject"], hit["listing"]) == (
        {"id": firm, "listings": {"nodes": [{"id": entry}]}}, {"id": entry, "subject": {"id": firm}}
    )  # fmt: skip
    assert first == {"id": firm, "listings": {"nodes": [{"id": entry}]}}
    assert set(_ids(second)).isdisjoint({person, own})
    assert "NaturalPerson.id" in listed["extensions"]["masked"]
    assert "DishonestDebtorListing.id" in listed["extensions"]["maskedElsewhere"]


async def test_row_29_whoever_sees_the_number_here_sees_the_ids(counter: Counter, place: World) -> None:
    """An enforcement bureau reads numbers of its own region in full: below such a person all ids are the rows' own,
    below one of another region none is; a purpose that opens the number opens the ids."""
    for area, clear in (("330211", True), ("500112", False)):
        person, ask = place.person("示例区", area=area)
        entry = place.enlist(person)
        query = """query ($n: IdNumber!, $m: String!) { subject(idNumber: $n, name: $m) {
            id listings { nodes { id } } } }"""
        given = {"n": ask["idNumber"], "m": ask["name"]}
        told = await _asked(counter, somebody("CE"), query, **given)
        opened = await _asked(counter, somebody("MR", purpose="REGISTRATION", matter="M-1"), query, **given)

        assert (set(_ids(told["data"])) == {person, entry}) is clear
        assert set(_ids(told["data"])).isdisjoint({person, entry}) is not clear
        assert "DishonestDebtorListing.id" in told["extensions"]["maskedElsewhere"]
        assert set(_ids(opened["data"])) == {person, entry}
