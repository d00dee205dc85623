"""Who sees what of an erased person: every role × every field, held against what the role saw before."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from hub.database import Database
from hub.erasure.wiping import wipe
from hub.errors import Forbidden, InvalidDocument
from hub.query.engine import Engine
from hub.settings import Settings
from hub.vault import Vault
from schema.catalog import ObjectType, catalog
from schema.erasure import is_silent
from tests.hub.query.oracle import ROLES
from tests.hub.query.small_world import World, asker, build
from tests.province import officer, opened

#: concrete type → how a document comes to it from the person
ROADS = {
    "NaturalPerson": "{}", "FormerName": "formerNames {{ totalCount nodes {} }}",
    "Case": "cases {{ totalCount nodes {} }}",
    "CaseParty": "cases {{ nodes {{ parties {{ totalCount nodes {} }} }} }}",
    "TerminatedCase": "terminatedCases {{ totalCount nodes {} }}",
    "PerformanceCertificate": "certificates {{ totalCount nodes {} }}",
    "HonestListEntry": "honestPerformance {{ totalCount nodes {} }}",
    "Licence": "licences {{ totalCount nodes {} }}", "Penalty": "penalties {{ totalCount nodes {} }}",
    **dict.fromkeys(("DishonestDebtorListing", "ConsumptionRestriction", "SeriousDishonestyListing"),
                    "listings {{ totalCount nodes {} }}"),
}  # fmt: skip
#: what masks make of a value too short to show anything of
BLANK = {"NaturalPerson.name": "*", "NaturalPerson.idNumber": "*" * 18, "NaturalPerson.phone": "*" * 11,
         "NaturalPerson.address": "*" * 12}  # fmt: skip

Answer = dict[str, Any] | str


class Asked:
    """Every field that is about one person, asked one by one, by one role."""

    def __init__(self, engine: Engine, person: str, role: str, own: str) -> None:
        self._engine, self._person, self._caller = engine, person, asker(role, own)

    async def answers(self) -> dict[str, Answer]:
        """Coordinate → answer, or the refusal."""
        return {
            f"{name}.{field}": await self._ask(catalog().types[name], field)
            for name in ROADS for field in catalog().types[name].visible()
        }  # fmt: skip

    async def _ask(self, kind: ObjectType, field: str) -> Answer:
        inside = f"{{ __typename ... on {kind.name} {{ value: {field} }} }}"
        road = ROADS[kind.name]
        below = inside if road == "{}" else f"{{ {road.format(inside)} }}"
        try:
            body = await self._engine.answer(f"query ($id: ID!) {{ subject(id: $id) {below} }}", None,
                                             {"id": self._person}, self._caller)  # fmt: skip
        except Forbidden as error:
            return f"{error.code} {error.data['refused']}"
        answer: dict[str, Any] = json.loads(body)
        return answer


@pytest.fixture
async def world(empty_database: Database, settings: Settings) -> AsyncIterator[tuple[Engine, World, Database, Vault]]:
    vault = Vault.from_settings(settings)
    with empty_database.connect("owner") as connection:
        made = build(connection, vault)
    async with opened(empty_database, vault) as engine:
        yield engine, made, empty_database, vault


@pytest.mark.parametrize("place", [0, 1])
async def test_every_role_sees_of_the_erased_what_the_policy_leaves(
    world: tuple[Engine, World, Database, Vault], place: int
) -> None:
    """Clear values become `ERASED`, or null that is named; masks show nothing; what was hidden stays as it was."""
    engine, made, database, vault = world
    person = made.subject(place)
    before = {role: await Asked(engine, person, role, person).answers() for role in ROLES}
    with database.connect("owner") as connection:
        wipe(connection, vault, person)
    seen: set[str] = set()
    for role in ROLES:
        after = await Asked(engine, person, role, person).answers()
        for coordinate, was in before[role].items():
            expected = _expected(coordinate, was)
            assert after[coordinate] == expected, (role, coordinate)
            seen |= {coordinate} if expected != was else set()

    personal = {
        value.coordinate for name in ROADS for value in catalog().types[name].visible().values()
        if getattr(value.declared, "personal", False)
    }  # fmt: skip
    # the made-up party is another person than the debtor, so its name stays
    assert seen == personal - {"CaseParty.name"}


def _expected(coordinate: str, before: Answer) -> Answer:
    """The answer after the erasure, from the answer before it."""
    name, field = coordinate.split(".")
    value = catalog().types[name].visible()[field]
    if isinstance(before, str) or not getattr(value.declared, "personal", False) or coordinate == "CaseParty.name":
        return before
    masked = {*before["extensions"].get("masked", ()), *before["extensions"].get("maskedElsewhere", ())}
    erased: set[str] = set()

    def told(was: Any) -> Any:
        if was is None:
            return None
        if coordinate in masked and isinstance(was, str) and "*" in was:
            return BLANK[coordinate]
        if is_silent(value):
            erased.add(coordinate)
            return None
        return "ERASED"

    data = _mapped(before["data"], told)
    extensions = before["extensions"] | ({"erased": sorted(erased)} if erased else {})
    return {"data": data, "extensions": extensions}


def _mapped(node: Any, told: Any) -> Any:
    if isinstance(node, list):
        return [_mapped(item, told) for item in node]
    if isinstance(node, dict):
        return {key: told(item) if key == "value" else _mapped(item, told) for key, item in node.items()}
    return node


async def test_erased_number_finds_nobody_and_the_id_still_does(
    world: tuple[Engine, World, Database, Vault],
) -> None:
    """By number and name, by number and the marker, by reference: like a number that never was."""
    engine, made, database, vault = world
    person, number = made.subject(0), made.numbers[made.subject(0)]
    caller = officer("CH")
    with database.connect("owner") as connection:
        connection.execute("insert into subject_identifier values ('ID_NUMBER', %s, %s, gen_random_uuid())",
                           (vault.blind("id_number", number).hex(), person))  # fmt: skip
    document = """query ($number: IdNumber!, $name: String!, $id: ID!) { subject(idNumber: $number, name: $name) { id }
        subjectsByReference(references: [{person: {idNumber: $number, name: $name}}]) { id } node(id: $id) { id } }"""

    async def found(name: str, wanted: str = number) -> Any:
        given = {"number": wanted, "name": name, "id": person}
        return json.loads(await engine.answer(document, None, given, caller))["data"]

    there = {"id": person}
    assert await found("张三") == {"subject": there, "subjectsByReference": [there], "node": there}
    with database.connect("owner") as connection:
        wipe(connection, vault, person)
    none = {"subject": None, "subjectsByReference": [None], "node": there}
    assert [await found(name) for name in ("张三", "ERASED")] == [none, none]
    assert await found("张三", "330211199003079015") == none


async def test_dates_of_people_and_of_units_stand_under_one_key(
    world: tuple[Engine, World, Database, Vault],
) -> None:
    """A value that may have been erased is written as JSON; merged with others it must not change their type."""
    engine, made, database, vault = world
    document = """{ subjects(first: 50) { nodes { kind ... on NaturalPerson { day: birthDate word: sex }
        ... on Enterprise { day: establishedOn word: enterpriseKind } } } }"""
    with pytest.raises(InvalidDocument):  # two vocabularies under one key are no document at all
        await engine.answer(document, None, {}, officer("CH"))
    document = document.replace("word: sex", "").replace("word: enterpriseKind", "")
    before = json.loads(await engine.answer(document, None, {}, officer("CH")))
    with database.connect("owner") as connection:
        wipe(connection, vault, made.subject(0))
    after = json.loads(await engine.answer(document, None, {}, officer("CH")))

    days = [[node["day"] for node in one["data"]["subjects"]["nodes"] if "day" in node] for one in (before, after)]
    assert days[0].count(None) == 0
    assert days[1].count(None) == 1
    assert ("erased" in before["extensions"], after["extensions"]["erased"]) == (False, ["NaturalPerson.birthDate"])
