"""Rows 28 to 31, *ask*: guessing by exact look-up, in one step or in two, and acts that answer by refusing."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import pytest

from hub.actions import screen_input
from hub.budgets.misses import A_BATCH, A_DAY, A_MINUTE
from hub.china import today
from hub.database import Writer
from hub.query.exact import MOST_IN_ACT
from schema.actions import ACTIONS
from schema.catalog import catalog
from tests.hub.actions.conftest import DAY, World
from tests.hub.actions.test_own_rows import OWNED
from tests.side_channels.pairs import Counter, nobody, somebody

STATES: dict[str, dict[str, Any]] = {
    "shielded": {"state": "SHIELDED"}, "in grace": {"state": "GRACE"}, "proposed": {"state": "PROPOSED"},
    "removed": {"state": "REMOVED", "removed_on": today()}, "past its term": {"term_ends_on": today() - DAY},
}  # fmt: skip


async def test_row_28_guessed_numbers_cost_in_a_look_up_and_in_a_screening(counter: Counter, place: World) -> None:
    """Channel: exact look-up with guessed IDs, batch screening. Rule: each item that finds nobody is charged to the
    officer and to the agency; who was found is given back."""
    person, ask = place.person("示例找")
    place.enlist(person)
    looking, screening = somebody("MR"), somebody("FI")
    for guess in (nobody(1), {**ask, "name": "示例错"}, ask):
        await counter.look_up(looking, guess)
    await counter.screen(screening, ask, nobody(2), {**ask, "name": "示例错"}, nobody(3), ask)

    assert counter.charged(looking) == (2, 2)
    assert counter.charged(screening) == (3, 3)


@pytest.mark.parametrize("state", STATES)
async def test_row_28_who_is_not_to_be_told_costs_like_who_is_not_there(
    counter: Counter, place: World, state: str
) -> None:
    """Channel: the budget itself. Rule: shielded, in grace, removed and clean people are charged like unknown ones, in
    answers of the same bytes; else the count of what is left would tell of them."""
    person, ask = place.person(f"示例{state}")
    place.enlist(person, **STATES[state])
    _, clean = place.person(f"示例清{state}")
    askers = [somebody("FI") for _ in range(3)]
    answers = {await counter.screen(who, one) for who, one in zip(askers, (ask, clean, nobody(4)), strict=True)}

    assert len(answers) == 1
    assert [counter.charged(who) for who in askers] == [(1, 1)] * 3


async def test_row_28_candidates_are_no_free_guesses(counter: Counter, place: World) -> None:
    """Channel: a name with a known mask, whose other digits are tried. Rule: only a proven hit is given back."""
    person, ask = place.masked_person("示例疑", 6, 4)
    place.enlist(person)
    caller = somebody("FI")
    answer = json.loads(await counter.screen(caller, ask))["data"]["screen"]["screening"]["items"]["nodes"][0]

    assert answer["outcome"] == "CANDIDATE"
    assert counter.charged(caller) == (1, 1)


async def test_row_28_no_batch_gets_past_the_budget(counter: Counter, place: World) -> None:
    """Channel: a batch of guesses. Rule: a hundred at most, all of them charged before any row is read, and nothing is
    read or written when they are not left; refused in the same bytes for known and unknown."""
    person, ask = place.person("示例批")
    place.enlist(person)
    caller = somebody("FI")
    assert b'"NONE"' in await counter.screen(caller, *[nobody(100 + n) for n in range(A_BATCH - 1)])
    before, written = counter.engine.reader.statements, place.count("screening")
    known, unknown = [await counter.screen(caller, one, nobody(5)) for one in (ask, nobody(6))]

    assert known.startswith(b"429 ")
    assert json.loads(known[4:])["errors"][0]["extensions"]["code"] == "BUDGET_SPENT"
    assert known == unknown or abs(len(known) - len(unknown)) <= 1  # the seconds to wait run
    assert (counter.engine.reader.statements, place.count("screening")) == (before, written)
    assert (await counter.screen(somebody("FI"), *[ask] * 101)).startswith(b"400 ")


async def test_row_28_agencies_have_a_day(counter: Counter) -> None:
    """Channel: many officers, one agency. Rule: two hundred misses a day for all of them together."""
    agency = uuid4().hex
    for _ in range(A_DAY // A_BATCH):
        await counter.screen(somebody("FI", agency=agency), *[nobody(300 + n) for n in range(A_BATCH)])

    assert (await counter.screen(somebody("FI", agency=agency), nobody(1))).startswith(b"429 ")


async def test_row_28_faults_of_the_input_cost_nothing(counter: Counter) -> None:
    """What is refused before anything is read is given back: an officer's typing error is no guess."""
    caller = somebody("FI")
    faults: list[dict[str, Any]] = [
        {"scenario": "MADE_UP"}, {"purpose": "CREDIT_REVIEW"}, {"matter": " "}, {"subjects": []},
    ]  # fmt: skip
    for changes in faults:
        assert (await counter.screen(caller, nobody(7), **changes)).startswith(b"40")

    assert counter.charged(caller) == (0, 0)


FOUND = {
    "look-up": "query ($n: IdNumber!, $m: String!) { one: subject(idNumber: $n, name: $m) { id } }",
    "below it": """query ($n: IdNumber!, $m: String!) { subject(idNumber: $n, name: $m) {
        listings { nodes { one: subject { id } } } } }""",
    "reference": """query ($n: IdNumber!, $m: String!) {
        one: subjectsByReference(references: [{person: {idNumber: $n, name: $m}}]) { id } }""",
    "screening": """mutation ($n: IdNumber!, $m: String!) { screen(input: {scenario: "COMPANY_REGISTRATION",
        purpose: "REGISTRATION", matter: "M-1", subjects: [{idNumber: $n, name: $m}]}) { screening { items { nodes {
        hits { nodes { one: subject { id } listing { one: subject { id } } } } } } } } }""",
    "own screenings": "{ screenings { nodes { items { nodes { hits { nodes { one: subject { id } } } } } } } }",
}  # fmt: skip


def _ids(value: Any, *, within: bool = False) -> set[str]:
    """Every `id` below a key `one`."""
    if isinstance(value, list):
        return set().union(*(_ids(each, within=within) for each in value))
    if not isinstance(value, dict):
        return set()
    own = {value["id"]} if within and isinstance(value.get("id"), str) else set()
    return own.union(*(_ids(each, within=within or key == "one") for key, each in value.items()))


@pytest.mark.parametrize("road", FOUND)
async def test_row_29_a_number_leads_to_no_public_id(counter: Counter, place: World, road: str) -> None:
    """Channel: a masked row with its id, and a look-up by number that returns the same id. Rule: whoever sees the
    number masked gets another id, told in `extensions.masked`, which names nothing; who sees it in full the row's."""
    person, ask = place.person(f"示例{road}")
    place.enlist(person)
    blind, seeing = somebody("MR"), somebody("MR", purpose="REGISTRATION", matter="M-1")
    given = {"n": ask["idNumber"], "m": ask["name"]}
    if road == "own screenings":
        await counter.told(blind, FOUND["screening"], **given)
    answers = [json.loads(await counter.told(blind, FOUND[road], **given)) for _ in range(2)]
    shown = _ids(answers[0]["data"])

    assert answers[0] == answers[1] or road == "own screenings"
    assert len(shown) == 1
    assert person not in shown
    assert "NaturalPerson.id" in answers[0]["extensions"]["masked"]
    named = await counter.told(blind, "query ($i: ID!) { node(id: $i) { id } }", i=next(iter(shown)))
    assert json.loads(named)["data"] == {"node": None}
    others = _ids(json.loads(await counter.told(somebody("MR"), FOUND["look-up"], **given))["data"])
    assert others.isdisjoint({*shown, person})
    if road in ("look-up", "below it", "screening"):  # where a purpose opens the number
        clear = json.loads(await counter.told(seeing, FOUND[road], **given))
        assert _ids(clear["data"]) == ({person} if road == "look-up" else shown_below(clear, person))


def shown_below(answer: Any, person: str) -> set[str]:
    """Where the road left the subject the number is shut again: either the row's own id or a masked one, never both."""
    found = _ids(answer["data"])
    assert found == {person} or "NaturalPerson.id" in answer["extensions"].get("masked", [])
    return found


async def test_row_29_firms_keep_their_ids(counter: Counter, place: World) -> None:
    """What is found by a code that everybody sees is named as everywhere."""
    firm, ask = place.unit()
    place.enlist(firm)
    found = json.loads(
        await counter.told(somebody("MR"), "query ($c: CreditCode!) { one: subject(creditCode: $c) { id } }",
                           c=ask["creditCode"])
    )  # fmt: skip

    assert _ids(found["data"]) == {firm}


async def test_row_30_acts_answer_others_like_nothing(counter: Counter, place: World) -> None:
    """Channel: an act that conflicts with what another agency did. Rule: another agency's hit and none answer byte for
    byte alike, and to answer one's own twice is no conflict."""
    firm, ask = place.unit()
    place.enlist(firm)
    mine, theirs = somebody("FI"), somebody("FI")
    query = SCREENED_HIT
    hit = json.loads(await counter.told(mine, query, c=ask["creditCode"]))["data"]["screen"]["screening"]["items"]
    identity = hit["nodes"][0]["hits"]["nodes"][0]["id"]
    given = {"outcome": "REFUSED", "measureCode": "J0108", "actedOn": str(today())}
    foreign, absent = [
        await counter.told(theirs, FEEDBACK, i={"hitId": one, **given}) for one in (identity, str(uuid4()))
    ]
    twice = [await counter.told(mine, FEEDBACK, i={"hitId": identity, **given}) for _ in range(2)]

    assert foreign == absent
    assert foreign.startswith(b"400 ")
    assert twice[0] == twice[1]
    assert b"REFUSED" in twice[0]


SCREENED_HIT = """mutation ($c: CreditCode!) { screen(input: {scenario: "PUBLIC_PROCUREMENT",
    purpose: "PROCUREMENT_REVIEW", matter: "M-1", subjects: [{creditCode: $c}]}) { screening { items { nodes { hits {
    nodes { id } } } } } } }"""
FEEDBACK = "mutation ($i: ReportFeedbackInput!) { reportFeedback(input: $i) { feedback { outcome measureCode } } }"


async def test_row_30_nothing_that_acts_write_is_unique_across_agencies(place: World) -> None:
    """Rule: conflicts only within own rows. Every unique index of a table that acts write is led by an id that the hub
    itself has just made, so no insert can collide with a row of another agency."""
    query = """select c.relname, (
            select array_agg(a.attname::text order by n) from unnest(i.indkey) with ordinality k(at, n)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.at) from pg_index i
        join pg_class c on c.oid = i.indrelid where i.indisunique and has_table_privilege('hub_writer', c.oid, 'INSERT')
            and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'agency_code')"""
    found = place.connection.execute(query).fetchall()
    made = {"id", "screening_id", "item_id", "hit_id", "agency_code"}

    assert {table for table, _ in found} >= {"screening", "screening_item", "screening_hit", "feedback"}
    assert [(table, columns) for table, columns in found if columns[0] not in made] == []


async def test_row_30_an_act_writes_under_its_own_agency_alone(place: World) -> None:
    """Rule, second wall: a statement of an act finds no other agency's row to conflict with."""
    writer = Writer(place.database)
    async with writer.transaction() as connection:
        await connection.execute("select set_config('hub.agency', 'nobody', true)")
        seen = [
            await (await connection.execute(f"select count(*) from {table}".encode())).fetchone() for table in OWNED
        ]
    await writer.close()

    assert seen == [(0,)] * len(OWNED)


def test_row_31_nobody_is_alerted() -> None:
    """Channel: an alert of a watch tells of a hit by its time. There is none: no subscription, and no field, argument
    or act by which to watch somebody. Whoever adds one has to answer this row."""
    schema = catalog().graphql
    words = ("watch", "subscri", "alert", "notify", "webhook", "callback")
    types = {name: kind for name, kind in schema.type_map.items() if not name.startswith("__")}
    fields = [(name, field) for name, kind in types.items() for field in getattr(kind, "fields", None) or ()]
    named = [f"{name}.{field}" for name, field in fields if any(word in field.lower() for word in words)]

    assert schema.subscription_type is None
    assert named == []
    assert not [action for action in ACTIONS if any(word in action.lower() for word in words)]


async def test_row_28_look_ups_stop_at_the_eleventh_miss(counter: Counter, place: World) -> None:
    """Ten misses a minute; the eleventh look-up is refused, whoever it names, before any row is read."""
    _, ask = place.person("示例十")
    caller = somebody("MR")
    for n in range(A_MINUTE):
        await counter.look_up(caller, nobody(500 + n))
    before = counter.engine.reader.statements
    refusals = [await counter.look_up(caller, one) for one in (ask, nobody(600))]

    assert all(one.startswith(b"429 ") for one in refusals)
    assert counter.engine.reader.statements == before


def test_row_28_one_batch_is_what_one_act_may_name() -> None:
    """The most that an act takes, that may be named unseen, and that a minute lets through are one number."""
    assert screen_input.MOST == MOST_IN_ACT == A_BATCH == 100
