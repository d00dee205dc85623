"""The instruction of a hit: what level H answers, put together from the catalogue, and that H shows nothing else."""

from __future__ import annotations

import csv
import datetime
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

import schema
from hub.actions.instruct import Measure, instruction
from hub.caller import Caller
from hub.errors import Forbidden
from schema.catalog import ObjectType, Value, catalog
from schema.entities.screening import InstructionAct
from schema.law.instructions import acts
from schema.law.scenarios import scenarios
from schema.policy import policy
from tests.hub.actions.conftest import Desk, World
from tests.province import officer

MEASURES = [*csv.DictReader(Path(schema.__path__[0], "law", "measures.csv").read_text("utf-8").splitlines())]
H_CELLS = [(group, role) for group, cells in policy().levels.items() for role, level in cells.items() if level == "H"]
ASKED = """mutation($input: ScreenInput!) { screen(input: $input) { screening { items { nodes { hits { nodes {
    listingKind measureCodes listing { id } instruction { isListed act tellsSubject reviewRequired measureCodes
    legalBasis instructionZh instructionEn remedyZh remedyEn validFrom validTo } } } } } } } }"""


def measure(code: str = "A", **values: Any) -> Measure:
    """A measure of discipline that an officer checks."""
    given: dict[str, Any] = {
        "code": code, "triggers": ["SX"], "target_kind": "BOTH", "kind": "1", "mode": "PROMPT",
        "review_required": False, "legal_basis": f"basis {code}", "instruction_zh": f"做{code}",
        "instruction_en": f"do {code}", "remedy_zh": "救济", "remedy_en": "remedy",
        "valid_from": None, "valid_to": None,
    }  # fmt: skip
    return Measure(**{**given, **values})


def test_every_measure_of_the_catalogue_has_its_act() -> None:
    """Each kind and mode is answered by exactly one act, and the acts are those of the schema."""
    for row in MEASURES:
        found = [act.code for act in acts() if act.answers("HIT", row["kind"], row["mode"])]
        assert len(found) == 1, row["code"]
    assert {act.code for act in acts()} == {member.value for member in InstructionAct}


def test_every_measure_says_what_to_do_and_where_to_object() -> None:
    """An instruction without act, text or remedy cannot be acted on; the catalogue leaves none of them empty."""
    for row in MEASURES:
        assert row["instruction_zh"] and row["instruction_en"] and row["remedy_zh"] and row["remedy_en"], row["code"]  # noqa: PT018
        assert "案号" not in row["instruction_zh"], row["code"]  # who is told nothing of the file cannot name it


def test_the_strongest_act_is_told_with_all_measures() -> None:
    """Refusing outweighs restricting, restricting warning; basis and texts are told once each, in order."""
    found = instruction("HIT", [measure("A", mode="NOTIFY"), measure("B", mode="INTERCEPT"), measure("C")])

    assert (found["act"], found["tells_subject"], found["is_listed"]) == ("REFUSE", True, True)
    assert found["measure_codes"] == ["A", "B", "C"]
    assert found["legal_basis"] == ["basis A", "basis B", "basis C"]
    assert found["remedy_zh"] == ["救济"]
    assert instruction("HIT", [measure(mode="NOTIFY"), measure()])["act"] == "RESTRICT"
    assert instruction("HIT", [measure(kind="INCENTIVE")])["act"] == "REWARD"


def test_it_holds_while_all_of_its_measures_do() -> None:
    """The latest beginning and the earliest end; without dates there is none."""
    days = [datetime.date(2020, 1, day) for day in (1, 2, 3, 4)]
    found = instruction("HIT", [measure(valid_from=days[0], valid_to=days[3]), measure(valid_from=days[1]),
                                measure(valid_to=days[2])])  # fmt: skip

    assert (found["valid_from"], found["valid_to"]) == ("2020-01-02", "2020-01-03")
    assert instruction("HIT", [measure()])["valid_to"] is None


def test_without_a_measure_nothing_may_be_taken_away() -> None:
    """A hit that no measure follows from, and a candidate, say so instead of being silent."""
    for outcome, act in (("HIT", "NONE"), ("CANDIDATE", "CONFIRM")):
        found = instruction(outcome, [])
        assert (found["act"], found["measure_codes"], found["is_listed"]) == (act, [], outcome == "HIT")
        assert found["instruction_zh"]
        assert found["instruction_en"]


async def _screened(desk: Desk, role: str, scenario: str, ask: dict[str, str]) -> list[dict[str, Any]]:
    given = {"scenario": scenario, "purpose": scenarios()[scenario].purpose, "matter": "示例-1", "subjects": [ask]}
    data = await desk.ask(ASKED, officer(role), input=given)
    hits: list[dict[str, Any]] = data["screen"]["screening"]["items"]["nodes"][0]["hits"]["nodes"]
    return hits


async def test_the_same_instruction_at_h_and_at_f_and_none_at_nothing(desk: Desk, world: World) -> None:
    """AP is at H for consumption restrictions: the instruction, and no entry; PS at F: both; TE at -: no hit at all."""
    person, ask = world.person("示例指引")
    world.enlist(person, "CONSUMPTION_RESTRICTION")
    world.measure(
        "Z-ALL", "BOTH", ["CONSUMPTION_RESTRICTION"], ["PERSON_LOCATION", "TRAVEL_TICKET"], ["AP", "PS", "TE"]
    )
    try:
        asked = (("AP", "TRAVEL_TICKET"), ("PS", "PERSON_LOCATION"), ("TE", "PERSON_LOCATION"))
        told = {role: await _screened(desk, role, scenario, ask) for role, scenario in asked}
    finally:
        world.connection.execute("delete from measure where code = 'Z-ALL'")
    hit, full = told["AP"][0], told["PS"][0]

    assert told["TE"] == []
    assert (hit["listing"], bool(full["listing"])) == (None, True)
    assert hit["instruction"]["act"] == full["instruction"]["act"] == "RESTRICT"
    assert hit["instruction"]["isListed"] is True
    assert "Z-ALL" in hit["instruction"]["measureCodes"]
    assert hit["instruction"]["measureCodes"] == hit["measureCodes"]


async def test_an_instruction_is_kept_as_it_was_told(desk: Desk, world: World) -> None:
    """The catalogue changes; what an officer was told on a day stays."""
    firm, ask = world.unit()
    world.enlist(firm)
    world.measure("Z-KEEP", "BOTH", ["SX"], ["PUBLIC_PROCUREMENT"], ["FI"], instruction_zh="旧", legal_basis="旧法")
    before = await _screened(desk, "FI", "PUBLIC_PROCUREMENT", ask)
    world.connection.execute("delete from measure where code = 'Z-KEEP'")
    query = (
        "{ screenings(orderBy: [{field: ASKED_AT, direction: DESC}], first: 1) { nodes { items { nodes { hits { nodes"
    )
    data = await desk.ask(f"{query} {{ instruction {{ legalBasis measureCodes }} }} }} }} }} }} }} }}", officer("FI"))
    kept = data["screenings"]["nodes"][0]["items"]["nodes"][0]["hits"]["nodes"][0]["instruction"]

    assert "旧法" in before[0]["instruction"]["legalBasis"]
    assert kept == {name: before[0]["instruction"][name] for name in ("legalBasis", "measureCodes")}


async def test_a_closed_case_is_told_where_a_measure_follows_from_it(desk: Desk, world: World) -> None:
    """MR is at H for 终本: nothing while the catalogue has no measure for it, a hit with an instruction once it has
    one; FI, at -, never."""
    firm, ask = world.unit()
    world.insert("terminated_case", subject_id=firm, case_number="(2025)浙0211执9号", court_code="浙0211",
                 terminated_on=datetime.date(2025, 1, 1))  # fmt: skip
    silent = await _screened(desk, "MR", "COMPANY_REGISTRATION", ask)
    world.measure("Z-T", "BOTH", ["TERMINATED_CASE"], ["COMPANY_REGISTRATION", "PUBLIC_PROCUREMENT"], ["MR", "FI"])
    try:
        told, foreign = (await _screened(desk, "MR", "COMPANY_REGISTRATION", ask),
                         await _screened(desk, "FI", "PUBLIC_PROCUREMENT", ask))  # fmt: skip
    finally:
        world.connection.execute("delete from measure where code = 'Z-T'")

    assert (silent, foreign) == ([], [])
    assert [(hit["listingKind"], hit["instruction"]["measureCodes"], hit["listing"]) for hit in told] == [
        ("TERMINATED_CASE", ["Z-T"], None)
    ]


# --- reads show nothing at H ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("group", "role"), H_CELLS)
async def test_no_read_shows_anything_at_h(desk: Desk, world: World, group: str, role: str) -> None:
    """Every cell at H: of values each is refused or stands on rows that are not there; of rows none exists in lists,
    counts, groups, nodes, relations and look-ups, with a purpose of the role and without."""
    person, ask = world.person(f"示例{group}{role}")
    rows = {
        "ConsumptionRestriction": world.enlist(person, "CONSUMPTION_RESTRICTION"),
        "DishonestDebtorListing": world.enlist(person, obligation="秘密义务", order_path="秘密义务"),
        "TerminatedCase": world.insert("terminated_case", subject_id=person, case_number=f"(2025)浙0211执{role}号",
                                       court_code="浙0211", terminated_on=datetime.date(2025, 1, 1)),
    }  # fmt: skip
    hidden = {kind.name for kind in _types() if group in {presence.group for presence in kind.entity.presence}}
    values = [value for kind in _types() for value in kind.visible().values() if value.group == group]
    assert hidden or values
    for claims in ({}, {"purpose": min(policy().purposes[role]), "matter": "M-1"}):
        caller = officer(role, **claims)
        for name in hidden & {*rows}:
            await _no_rows(desk, caller, name, rows[name], ask)
        shown = [value for value in values if await _answers(desk, caller, value, rows)]
        assert hidden or len(shown) < len(values)  # columns of rows that are there are refused by name


def _types() -> list[ObjectType]:
    return [kind for kind in catalog().types.values() if not kind.is_interface]


async def _no_rows(desk: Desk, caller: Caller, name: str, row: str, ask: dict[str, str]) -> None:
    relation = "terminatedCases" if name == "TerminatedCase" else "listings"
    person = f'subject(idNumber: "{ask["idNumber"]}", name: "{ask["name"]}")'
    for query in (
        f'{{ node(id: "{row}") {{ ... on {name} {{ id }} }} }}',
        f'{{ nodes(ids: ["{row}"]) {{ ... on {name} {{ id }} }} }}',
        f"{{ {relation}(first: 100) {{ nodes {{ ... on {name} {{ id }} }} }} }}",
        f"{{ {person} {{ {relation} {{ nodes {{ ... on {name} {{ id }} }} }} }} }}",
    ):
        with suppress(Forbidden):
            assert row not in json.dumps(await desk.ask(query, caller)), query
    if name == "TerminatedCase":  # all of the type are hidden, so that nothing is left to count
        for query in (f"{{ {relation} {{ totalCount }} }}", f"{{ {relation} {{ groups(by: []) {{ count }} }} }}"):
            with pytest.raises(Forbidden):
                await desk.ask(query, caller)
        return
    count = "{ listings(filter: {kind: {eq: CONSUMPTION_RESTRICTION}}) { {} } }"
    for query in (count.replace("{}", "totalCount"), count.replace("{}", "groups(by: []) { count }")):
        with suppress(Forbidden):
            told = (await desk.ask(query, caller))["listings"]
            assert told in ({"totalCount": 0}, {"groups": []}, {"groups": [{"count": 0}]}), query


async def _answers(desk: Desk, caller: Caller, value: Value, rows: dict[str, str]) -> bool:
    """Whether a question for a value is let through; then the row must not be there."""
    row = rows.get(value.type_name, "00000000-0000-4000-8000-000000000000")
    query = f"query ($i: ID!) {{ node(id: $i) {{ ... on {value.type_name} {{ {value.field} }} }} }}"
    try:
        told = await desk.ask(query, caller, i=row)
    except Forbidden:
        return False
    assert told["node"] in (None, {}), value.coordinate
    return True
