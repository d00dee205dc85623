"""Screening: who may ask what for which reason, what hits, what follows from a hit, and who may read it later."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any

import pytest
from psycopg import AsyncConnection

from hub.actions import screen_hits, screen_input
from hub.actions.acting import Acting
from hub.caller import Caller
from hub.china import today
from hub.database import Writer
from hub.errors import Forbidden, HubError, InvalidArgument, InvalidDocument, InvalidVariables, ScopeMissing
from schema.law.scenarios import scenarios
from schema.policy import policy
from tests.hub.actions.conftest import DAY, FINANCE, SCREEN, Desk, World, code_of, number_of
from tests.province import officer

TABLES = ("screening", "screening_item", "screening_hit")
THREE = ("SX", "CONSUMPTION_RESTRICTION", "SERIOUS_DISHONESTY")
NOTHING = {"outcome": "NONE", "hits": []}
CLAIM = {"purpose": "PROCUREMENT_REVIEW", "matter": "示例-1"}


def lists(item: dict[str, Any]) -> set[str]:
    """The lists on which the subject was found."""
    return {hit["listingKind"] for hit in item["hits"]}


def measures(item: dict[str, Any]) -> set[str]:
    """The measures allowed over all hits."""
    return {code for hit in item["hits"] for code in hit["measureCodes"]}


# --- who may ask ---------------------------------------------------------------------------------------------------


def _may(caller: Caller, scenario: str, purpose: str) -> bool:
    given = {"scenario": scenario, "purpose": purpose, "matter": "示例-1"}
    acting: Any = SimpleNamespace(caller=caller, given=given, policy=policy())
    try:
        screen_input.allowed(acting)
    except Forbidden:
        return False
    return True


@pytest.mark.parametrize("role", policy().roles)
def test_scenario_and_purpose_must_be_the_roles_own(role: str) -> None:
    """Every role × scenario × purpose: open exactly for the scenario's own purpose and a role named for both."""
    caller, purposes = officer(role), {p for allowed in policy().purposes.values() for p in allowed}
    for code, scenario in scenarios().items():
        for purpose in purposes:
            allowed = purpose in policy().purposes.get(role, ())
            expected = allowed and role in scenario.roles and purpose == scenario.purpose
            assert _may(caller, code, purpose) is expected, (code, purpose)


@pytest.mark.parametrize(
    ("role", "scenario", "purpose"),
    [("TL", "PUBLIC_PROCUREMENT", "PROCUREMENT_REVIEW"), ("BK", "PUBLIC_PROCUREMENT", "PROCUREMENT_REVIEW"),
     ("FI", "LOAN_CREDIT", "CREDIT_REVIEW"), ("FI", "PUBLIC_PROCUREMENT", "CREDIT_REVIEW"),
     ("FI", "PUBLIC_PROCUREMENT", "MADE_UP"), ("CP", "PUBLIC_PROCUREMENT", "PROCUREMENT_REVIEW")],
)  # fmt: skip
async def test_foreign_scenario_or_purpose_is_forbidden(
    desk: Desk, world: World, role: str, scenario: str, purpose: str
) -> None:
    """FORBIDDEN, and nothing is written, not even that somebody asked."""
    before = world.count(*TABLES)
    with pytest.raises(Forbidden, match="not one of your role's"):
        await desk.screen(officer(role), {"creditCode": code_of(1)}, scenario=scenario, purpose=purpose)

    assert world.count(*TABLES) == before


async def test_token_binds_purpose_and_matter(desk: Desk) -> None:
    """Who carries one purpose or matter number may not act for another; the same one is fine."""
    bound = officer("FI", purpose="PROCUREMENT_REVIEW", matter="示例-1")
    subject = {"creditCode": code_of(1)}
    assert await desk.screen(bound, subject) == [NOTHING]
    for differing in ({"purpose": "SUBSIDY_REVIEW"}, {"matter": "示例-2"}):
        with pytest.raises(InvalidArgument, match="differs from the token"):
            await desk.screen(bound, subject, **differing)


async def test_act_needs_its_scope_and_leaves_nothing_without(desk: Desk, world: World) -> None:
    """A token that may only read does not act."""
    before = world.count(*TABLES)
    with pytest.raises(ScopeMissing):
        await desk.screen(officer("FI", scopes=frozenset({"read"})), {"creditCode": code_of(1)})

    assert world.count(*TABLES) == before


# --- what may be asked ---------------------------------------------------------------------------------------------

GOOD = {"creditCode": code_of(1)}
REFUSED: dict[str, dict[str, Any]] = {
    "scenario empty": {"scenario": ""},
    "scenario unknown": {"scenario": "MADE_UP"},
    "scenario long": {"scenario": "X" * 65},
    "scenario in lower case": {"scenario": "public_procurement"},
    "purpose empty": {"purpose": " "},
    "purpose long": {"purpose": "X" * 65},
    "matter empty": {"matter": ""},
    "matter blank": {"matter": " \u3000"},
    "matter long": {"matter": "事" * 65},
    "matter of two lines": {"matter": "示例\n1"},
    "matter with an invisible sign": {"matter": "示例\u202e1"},
    "matter is an ID number": {"matter": number_of(1)},
    "matter holds an ID number": {"matter": f"示例{number_of(1)}号"},
    "matter holds one in blanks": {"matter": " ".join((number_of(1)[:6], number_of(1)[6:14], number_of(1)[14:]))},
    "no subjects": {"subjects": []},
    "101 subjects": {"subjects": [GOOD] * 101},
    "empty subject": {"subjects": [GOOD, {}]},
    "name alone": {"subjects": [{"name": "示例某"}]},
    "number alone": {"subjects": [{"idNumber": number_of(1)}]},
    "number, empty name": {"subjects": [{"idNumber": number_of(1), "name": ""}]},
    "both": {"subjects": [{"idNumber": number_of(1), "name": "示例某", **GOOD}]},
    "nulls": {"subjects": [{"idNumber": None, "creditCode": None}]},
    "check digit of the code": {"subjects": [{"creditCode": code_of(1)[:-1] + "I"}]},
    "check digit of the number": {"subjects": [{"idNumber": number_of(1)[:-1] + "W", "name": "示例某"}]},
    "masked number": {"subjects": [{"idNumber": "3302**********0012", "name": "示例某"}]},
    "subjects null": {"subjects": None},
    "subject null": {"subjects": [None]},
    "number for name": {"subjects": [{"idNumber": number_of(1), "name": 7}]},
    "unknown key": {"subjects": [{"phone": "1"}]},
    "scenario null": {"scenario": None},
    "matter a number": {"matter": 7},
}


@pytest.mark.parametrize("name", REFUSED)
async def test_unfit_input_is_refused_and_leaves_nothing(desk: Desk, world: World, name: str) -> None:
    """Each fault is the caller's, in a sentence that repeats no ID number; no screening is written."""
    before = world.count(*TABLES)
    given = {"scenario": "PUBLIC_PROCUREMENT", "purpose": "PROCUREMENT_REVIEW", "matter": "示例-1", "subjects": [GOOD]}
    with pytest.raises(HubError) as refusal:
        await desk.ask(SCREEN, FINANCE, input={**given, **REFUSED[name]})

    assert isinstance(refusal.value, InvalidArgument | InvalidVariables)
    assert number_of(1)[:14] not in str(refusal.value) + json.dumps(refusal.value.data, ensure_ascii=False)
    assert world.count(*TABLES) == before


async def test_hundred_subjects_are_one_screening(desk: Desk, world: World) -> None:
    """The most that may be asked; the order is kept, and one asked twice is answered twice."""
    listed, ask = world.unit()
    world.enlist(listed)
    before = world.count(*TABLES)
    items = await desk.screen(
        FINANCE, *[ask if n in (0, 99) else {"creditCode": code_of(5000 + n)} for n in range(100)]
    )

    assert [item["outcome"] for item in items] == ["HIT"] + ["NONE"] * 98 + ["HIT"]
    assert [now - then for now, then in zip(world.count(*TABLES), before, strict=True)] == [1, 100, 2]


async def test_one_act_in_an_operation(desk: Desk, world: World) -> None:
    """Two acts under aliases are refused whole, so that no half of an operation stays behind."""
    subjects = f'[{{creditCode: "{code_of(1)}"}}]'
    reason = 'scenario: "PUBLIC_PROCUREMENT", purpose: "PROCUREMENT_REVIEW", matter: "M-1"'
    act = f"screen(input: {{{reason}, subjects: {subjects}}}) {{ screening {{ id }} }}"
    before = world.count(*TABLES)
    with pytest.raises(InvalidDocument):
        await desk.ask(f"mutation {{ a: {act} b: {act} }}", FINANCE)
    assert await desk.ask("mutation { __typename }", FINANCE) == {"__typename": "Mutation"}
    assert world.count(*TABLES) == before

    data = await desk.ask(f"mutation {{ __typename done: {act} }}", FINANCE)
    assert (data["__typename"], set(data["done"]["screening"])) == ("Mutation", {"id"})


# --- what hits -----------------------------------------------------------------------------------------------------


async def test_organisation_is_found_by_its_code(desk: Desk, world: World) -> None:
    """In any spelling of the code; another code finds nothing."""
    subject, ask = world.unit()
    world.enlist(subject)
    items = await desk.screen(
        FINANCE, ask, {"creditCode": f" {ask['creditCode'].lower()} "}, {"creditCode": code_of(4000)}
    )

    assert [item["outcome"] for item in items] == ["HIT", "HIT", "NONE"]
    assert lists(items[0]) == {"SX"}


async def test_person_is_found_by_number_and_name_together(desk: Desk, world: World) -> None:
    """The right number with another name, and the right name with another number, are no hit."""
    subject, ask = world.person("示例甲")
    world.enlist(subject)
    items = await desk.screen(
        FINANCE, ask, {**ask, "name": "示例乙"}, {**ask, "name": "示例"}, {**ask, "idNumber": number_of(4000)}
    )

    assert [item["outcome"] for item in items] == ["HIT", "NONE", "NONE", "NONE"]
    assert measures(items[0]) == {"J0108"}


@pytest.mark.parametrize(("head", "tail"), [(10, 4), (11, 4), (6, 4), (4, 4), (0, 4), (6, 0)])
async def test_masked_person_is_a_candidate_and_nothing_follows(desk: Desk, world: World, head: int, tail: int) -> None:
    """A fitting number with the name is a CANDIDATE without measures; where either differs there is nothing."""
    subject, ask = world.masked_person(f"示例{head}{tail}", head, tail)
    world.enlist(subject)
    other = {**ask, "idNumber": number_of(4001, "110199")}
    items = await desk.screen(FINANCE, ask, {**ask, "name": "示例乙"}, other)

    assert [item["outcome"] for item in items] == ["CANDIDATE", "NONE", "NONE"]
    assert [(hit["outcome"], hit["measureCodes"]) for hit in items[0]["hits"]] == [("CANDIDATE", [])]


async def test_proven_hit_outweighs_a_candidate(desk: Desk, world: World) -> None:
    """One person proven and another who might be the same: the item is a HIT, and both are named for what they are."""
    proven, ask = world.person("示例丙")
    world.enlist(proven)
    number = ask["idNumber"]
    twin = world.provisional("示例丙", number[:6], number[-4:])
    world.enlist(twin)
    item = (await desk.screen(FINANCE, ask))[0]

    assert item["outcome"] == "HIT"
    found = sorted((hit["outcome"], hit["measureCodes"]) for hit in item["hits"])
    assert found == [("CANDIDATE", []), ("HIT", ["J0108"])]


UNFIT: dict[str, dict[str, Any]] = {
    "proposed": {"state": "PROPOSED"},
    "in grace": {"state": "GRACE"},
    "shielded": {"state": "SHIELDED"},
    "removed": {"state": "REMOVED", "removed_on": today()},
    "revoked": {"state": "REVOKED"},
    "expired": {"term_ends_on": today() - DAY},
}


@pytest.mark.parametrize("name", UNFIT)
async def test_entry_not_in_force_answers_like_none(desk: Desk, world: World, name: str) -> None:
    """What is in grace, shielded, removed or past its term never hits, and the answer is that of an unknown subject."""
    (firm, ask), (person, ask_person) = world.unit(), world.person(f"示例{name}")
    for subject in (firm, person):
        for kind in THREE:
            world.enlist(subject, kind, **UNFIT[name])
    unknown = ({"creditCode": code_of(4002)}, {"idNumber": number_of(4002), "name": "示例某"})
    items = await desk.screen(
        officer("AP"), ask, ask_person, *unknown, scenario="TRAVEL_TICKET", purpose="ENFORCEMENT_ASSISTANCE"
    )

    assert items == [NOTHING] * 4


async def test_last_day_of_the_term_counts(desk: Desk, world: World) -> None:
    """A term that ends today is in force all day."""
    subject, ask = world.unit()
    world.enlist(subject, term_ends_on=today())

    assert (await desk.screen(FINANCE, ask))[0]["outcome"] == "HIT"


# --- which lists, for whom -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "scenario", "found"),
    [
        ("PE", "PUBLIC_INSTITUTION_POST", {*THREE, "HONEST_PERFORMANCE"}),
        ("MR", "COMPANY_REGISTRATION", {*THREE}),
        ("PS", "EXIT_ENTRY", {*THREE}),
        ("TE", "PERSON_LOCATION", {"SX"}),
    ],
)  # fmt: skip
async def test_list_hits_when_the_policy_opens_it_in_any_way(
    desk: Desk, world: World, role: str, scenario: str, found: set[str]
) -> None:
    """`H`, `Q` and `F` let a list hit; `-` keeps it out, here of one person who stands on all four."""
    subject, ask = world.person(f"示例{role}")
    for kind in THREE:
        world.enlist(subject, kind)
    world.honour(subject, "NATURAL_PERSON")
    purpose = scenarios()[scenario].purpose
    item = (await desk.screen(officer(role), ask, scenario=scenario, purpose=purpose))[0]

    assert lists(item) == found


async def test_hit_alone_does_not_open_the_entry(desk: Desk, world: World) -> None:
    """With `H` the caller learns of the hit and what to do; the entry itself stays closed."""
    subject, ask = world.unit()
    world.enlist(subject)
    world.enlist(subject, "CONSUMPTION_RESTRICTION")
    query = SCREEN.replace("id outcome listingKind", "outcome listingKind listing { id state }")
    given = {
        "scenario": "PUBLIC_INSTITUTION_POST",
        "purpose": "PERSONNEL_REVIEW",
        "matter": "示例-1",
        "subjects": [ask],
    }
    data = await desk.ask(query, officer("PE"), input=given)
    hits = data["screen"]["screening"]["items"]["nodes"][0]["hits"]["nodes"]

    shown = {hit["listingKind"]: hit["listing"] and hit["listing"]["state"] for hit in hits}
    assert shown == {"SX": "PUBLISHED", "CONSUMPTION_RESTRICTION": None}


async def test_region_bounds_what_a_liaison_officer_hits(world: World) -> None:
    """A role with regional sight hits in its own areas and courts only, whatever the list."""
    (near, ask_near), (far, ask_far), (court, ask_court) = (
        world.unit(area=area) for area in ("330211Z01", "330212", "331102")
    )
    world.enlist(near)
    world.enlist(far)
    world.enlist(court, court_code="浙0211")
    asks = [ask_near, ask_far, ask_court]

    async def ordinals(caller: Caller) -> set[int]:
        async with _transaction(world) as connection:
            return {hit[0] for hit in await screen_hits.find(Acting(connection, world.vault, caller, CLAIM), asks)}

    assert await ordinals(officer("TL")) == {1, 3}
    assert await ordinals(officer("TL", areas=("3302",), courts=())) == {1, 2}
    assert await ordinals(officer("TL", areas=(), courts=())) == set()
    assert await ordinals(officer("DP")) == set()
    assert await ordinals(officer("TL", "FI", areas=(), courts=())) == {1, 2, 3}


async def test_two_roles_never_see_less_than_one(world: World) -> None:
    """A list that one role hits everywhere is not narrowed to the region by another role of the same officer."""
    subject, ask = world.unit(area="331102")
    world.enlist(subject, "CONSUMPTION_RESTRICTION")
    async with _transaction(world) as connection:
        for roles in (("FI",), ("FI", "TL")):
            assert await screen_hits.find(Acting(connection, world.vault, officer(*roles), CLAIM), [ask])


@asynccontextmanager
async def _transaction(world: World) -> AsyncIterator[AsyncConnection[Any]]:
    writer = Writer(world.database)
    async with writer.transaction() as connection:
        yield connection
    await writer.close()


# --- what follows --------------------------------------------------------------------------------------------------


async def test_honest_performer_gets_incentives(desk: Desk, world: World) -> None:
    """An entry in force triggers incentives and nothing else; one removed or past its day triggers nothing."""
    (good, ask), (gone, ask_gone), (old, ask_old), (both, ask_both) = (world.unit() for _ in range(4))
    world.honour(good, expires_on=today())
    world.honour(gone, removed_on=today())
    world.honour(old, expires_on=today() - DAY)
    world.honour(both)
    world.enlist(both)
    asked = {"scenario": "TENDERING_BIDDING", "purpose": "PROCUREMENT_REVIEW"}
    items = await desk.screen(FINANCE, ask, ask_gone, ask_old, ask_both, **asked)

    assert [measures(item) for item in items] == [{"I07"}, set(), set(), {"I07", "J0107"}]
    assert [item["outcome"] for item in items] == ["HIT", "NONE", "NONE", "HIT"]
    by_list = {hit["listingKind"]: hit["measureCodes"] for hit in items[3]["hits"]}
    assert by_list == {"HONEST_PERFORMANCE": ["I07"], "SX": ["J0107"]}


async def test_measures_fit_the_kind_of_subject(desk: Desk, world: World) -> None:
    """Measures for persons follow for persons, those for entities for firms, state-owned ones, government bodies."""
    world.measure("Z-GOV", "GOVERNMENT", ["SX"], ["PUBLIC_PROCUREMENT"], ["FI"])
    world.measure("Z-PER", "PERSON", ["SX"], ["PUBLIC_PROCUREMENT"], ["FI"])
    world.measure("Z-ENT", "ENTITY", ["SX"], ["PUBLIC_PROCUREMENT"], ["FI"])
    subjects = [world.person("示例丁"), world.unit(), world.unit(is_state_owned=True), world.unit("GOVERNMENT_BODY"),
                world.unit("OTHER_ORGANISATION")]  # fmt: skip
    for subject, _ in subjects:
        world.enlist(subject)
    items = await desk.screen(FINANCE, *(ask for _, ask in subjects))
    found = [measures(item) - {"J0108"} for item in items]
    world.connection.execute("delete from measure where code like 'Z-%'")

    assert found == [{"Z-PER"}, {"Z-ENT"}, {"Z-ENT"}, {"Z-ENT", "Z-GOV"}, {"Z-ENT"}]


async def test_measures_are_those_of_today_this_scenario_this_list_and_this_role(desk: Desk, world: World) -> None:
    """A measure not yet or no longer in force, of another scenario, list or executing role, does not follow."""
    here = (["SX"], ["PUBLIC_PROCUREMENT"], ["FI"])
    world.measure("Y-1-FIRST-DAY", "BOTH", *here, valid_from=today())
    world.measure("Y-2-LAST-DAY", "BOTH", *here, valid_to=today())
    world.measure("N-TOMORROW", "BOTH", *here, valid_from=today() + DAY)
    world.measure("N-YESTERDAY", "BOTH", *here, valid_to=today() - DAY)
    world.measure("N-SCENARIO", "BOTH", ["SX"], ["TENDERING_BIDDING"], ["FI"])
    world.measure("N-LIST", "BOTH", ["SERIOUS_DISHONESTY"], ["PUBLIC_PROCUREMENT"], ["FI"])
    world.measure("N-ROLE", "BOTH", ["SX"], ["PUBLIC_PROCUREMENT"], ["AP"])
    subject, ask = world.unit()
    world.enlist(subject)
    item = (await desk.screen(FINANCE, ask))[0]
    world.connection.execute("delete from measure where code like 'Y-%' or code like 'N-%'")

    assert [hit["measureCodes"] for hit in item["hits"]] == [["J0108", "Y-1-FIRST-DAY", "Y-2-LAST-DAY"]]
