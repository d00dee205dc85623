"""Authorise: refusals come together, rows and columns are seen and used only as far as the policy goes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from hub.caller import Actor, Caller
from hub.database import Database
from hub.errors import Forbidden
from hub.query.engine import Engine
from hub.vault import Vault
from schema.catalog import catalog
from tests.province import AREA, COURT, CallerOf, opened


async def _data(engine: Engine, query: str, caller: Caller, **variables: Any) -> Any:
    return json.loads(await engine.answer(query, None, variables, caller))["data"]


async def _refused(engine: Engine, query: str, caller: Caller, **variables: Any) -> set[str]:
    with pytest.raises(Forbidden) as error:
        await engine.answer(query, None, variables, caller)
    return {item["coordinate"] for item in error.value.data["refused"]}


async def test_reports_all_refusals_together(engine: Engine, caller: CallerOf) -> None:
    """Selected, filtered, ordered and nested coordinates are named at once, also under aliases and fragments."""
    query = """{ a: cases(filter: {amountApplied: {gt: "1"}}) { nodes { x: basisNumber ...F } }
        listings(orderBy: [{field: DECIDED_ON, direction: ASC}], filter: {kind: {eq: SX}}) { totalCount } }
        fragment F on Case { parties { nodes { name } } amountRecovered }"""

    assert await _refused(engine, query, caller("PU")) == {"Case.amountApplied", "Case.amountRecovered", "Case.parties"}


async def test_narrows_an_interface_by_kind(engine: Engine, caller: CallerOf) -> None:
    """Names of firms may be filtered by MR when the kind says firms; people's names keep the list shut."""
    narrowed = '{ subjects(filter: {kind: {eq: ENTERPRISE}, name: {startsWith: "宁波"}}) { totalCount } }'
    wide = '{ subjects(filter: {name: {startsWith: "宁波"}}) { totalCount } }'
    evaded = '{ subjects(filter: {or: [{kind: {eq: ENTERPRISE}}, {name: {startsWith: "张"}}]}) { totalCount } }'
    doubled = (
        '{ subjects(filter: {kind: {in: [ENTERPRISE, NATURAL_PERSON]}, name: {startsWith: "张"}}) { totalCount } }'
    )

    assert (await _data(engine, narrowed, caller("MR")))["subjects"]["totalCount"] > 0
    for query in (wide, evaded, doubled):
        assert await _refused(engine, query, caller("MR")) == {"NaturalPerson.name"}


PERSON = (
    "query ($n: IdNumber!, $m: String!) { subject(idNumber: $n, name: $m) { name ... on NaturalPerson { idNumber } } }"
)


@pytest.mark.parametrize(
    ("claims", "opened"),
    [
        ({}, False),
        ({"purpose": "REGISTRATION"}, False),
        ({"matter": "M-1"}, False),
        ({"purpose": "CREDIT_REVIEW", "matter": "M-1"}, False),
        ({"purpose": "REGISTRATION", "matter": "M-1"}, True),
    ],
)
async def test_opens_q_only_with_a_purpose_of_the_role_and_a_matter(
    engine: Engine, caller: CallerOf, truth: dict[str, Any], claims: dict[str, str], opened: bool
) -> None:
    """Q needs both, and the purpose must be on the list of the role that has Q."""
    person = truth["samples"]["listed_person"]
    found = await _data(engine, PERSON, caller("MR", **claims), n=person["id_number"], m=person["name"])

    clear = {"name": person["name"], "idNumber": person["id_number"]}
    masked = {"name": "张*子", "idNumber": f"{'*' * 14}{person['id_number'][-4:]}"}
    assert found["subject"] == (clear if opened else masked)


async def test_does_not_lend_one_roles_purpose_to_another(
    engine: Engine, caller: CallerOf, truth: dict[str, Any]
) -> None:
    """A caller with two roles: the purpose of one role must not open what only the other role has Q for."""
    claims = {"purpose": "LIAISON", "matter": "M-1"}  # of TL, who sees ID numbers masked; MR has Q for them
    person = truth["samples"]["listed_person"]
    found = await _data(engine, PERSON, caller("TL", "MR", **claims), n=person["id_number"], m=person["name"])

    assert found["subject"]["idNumber"].startswith("*" * 14)


async def test_keeps_q_shut_in_lists(engine: Engine, caller: CallerOf) -> None:
    """Purpose and matter open one looked-up subject, never a list of everybody."""
    asking = caller("MR", purpose="REGISTRATION", matter="M-1")
    query = """{ subjects(first: 50, filter: {kind: {eq: NATURAL_PERSON}}) {
        nodes { ... on NaturalPerson { name idNumber } } } }"""
    nodes = (await _data(engine, query, asking))["subjects"]["nodes"]

    assert nodes
    assert all("*" in node["name"] and (node["idNumber"] or "*").startswith("*") for node in nodes)


async def test_closes_q_where_the_road_leaves_the_subject(
    engine: Engine, caller: CallerOf, truth: dict[str, Any]
) -> None:
    """Others in the same case are not the subject asked about."""
    asking = caller("DC", purpose="DISCIPLINE_INSPECTION", matter="M-1")
    query = """query ($c: CreditCode!) { subject(creditCode: $c) { cases { nodes { caseNumber
        otherDebtors { nodes { subject { name } } } } } } }"""
    refused = await _refused(engine, query, asking, c=truth["samples"]["listed_enterprise"]["credit_code"])

    assert refused == {"Case.otherDebtors"}


@pytest.mark.parametrize(
    "condition",
    [
        'amountApplied: {gt: "0"}',
        'not: {amountApplied: {lte: "100000"}}',
        "not: {amountApplied: {eq: null}}",
        'not: {not: {amountApplied: {gt: "0"}}}',
        'or: [{amountApplied: {gt: "0"}}, {amountApplied: {lt: "0"}}]',
    ],
)
async def test_compares_regional_columns_only_inside_the_region(
    engine: Engine, caller: CallerOf, province: Database, condition: str
) -> None:
    """Outside the region a withheld amount counts as absent, in every combination, so no filter can find it."""
    query = f"{{ cases(filter: {{{condition}}}) {{ totalCount }} }}"
    inside = f"(court_code = '{COURT}' or coalesce(s.area_code, k.area_code, '') ^@ '{AREA}')"
    with province.connect("owner") as connection:
        row = connection.execute(
            f"select count(*) filter (where {inside} and amount_applied > 0),"
            f" count(*) filter (where {inside} and amount_applied > 100000),"
            f" count(*) filter (where not {inside} or amount_applied is null) from enforcement_case c"
            " join subject s on s.id = c.subject_id left join court k on k.code = c.court_code"
        ).fetchone()
    assert row
    known, high, unknown = row
    expected = high + unknown if "lte" in condition else known
    found = (await _data(engine, query, caller("CE")))["cases"]["totalCount"]

    assert found == expected


async def test_names_what_a_purpose_would_open(engine: Engine, caller: CallerOf) -> None:
    """A refusal says which coordinates open with purpose and matter, and which do not open at all."""
    with pytest.raises(Forbidden) as error:
        await engine.answer("{ cases { nodes { amountApplied basisNumber } } }", None, {}, caller("BK"))
    refused = {item["coordinate"]: item["opensWith"] for item in error.value.data["refused"]}

    assert refused == {"Query.cases": "PURPOSE_AND_MATTER"}


def test_covers_every_state_by_the_conditions_of_presences(province: Database) -> None:
    """Each row of each type meets exactly one of its presences' conditions: nothing is there by default or twice."""
    with province.connect("owner") as connection:
        connection.execute("set transaction read only")
        for kind in catalog().types.values():
            whens = [presence.when for presence in kind.entity.presence]
            if kind.is_interface or whens == [None]:
                continue
            table = kind.entity.table
            for values in _states(table):
                met = " + ".join(f"coalesce(({when}), false)::int" for when in whens if when).replace("{t}", "t")
                row = connection.execute(
                    f"select {met} from (select (jsonb_populate_record(null::{table}, %s::jsonb)).*) t",
                    (json.dumps(values),),
                ).fetchone()

                assert row == (1,), f"{kind.name} {values}"


def _states(table: str) -> list[dict[str, Any]]:
    if table == "listing":
        states = ("PROPOSED", "GRACE", "PUBLISHED", "SHIELDED", "REMOVED", "REVOKED")
        return [{"state": s, "term_ends_on": t} for s in states for t in (None, "2000-01-01", "2999-01-01")]
    kinds = ("NATURAL_PERSON", "ENTERPRISE", "GOVERNMENT_BODY", "OTHER_ORGANISATION")
    return [{"subject_kind": kind} for kind in kinds]


@pytest.mark.parametrize(
    ("role", "query", "refused"),
    [
        ("BK", "{ listings(first: 1) { nodes { court { code } } } }", "DishonestDebtorListing.court"),
        ("BK", "{ courts(first: 1) { nodes { listings { totalCount } } } }", "Court.listings"),
        ("AU", "{ cases(first: 1) { nodes { court { code } } } }", "Case.court"),
        ("AU", "{ courts(first: 1) { nodes { cases { totalCount } } } }", "Court.cases"),
    ],
)
async def test_joins_by_no_column_out_of_sight(
    engine: Engine, caller: CallerOf, role: str, query: str, refused: str
) -> None:
    """A relation tells what the columns hold that it joins by: who may not see `courtCode` reaches no court by it."""
    assert refused in await _refused(engine, query, caller(role))


async def test_joins_where_a_row_rule_opens_the_column(engine: Engine, caller: CallerOf) -> None:
    """SE opens the area of the own record only, although PU beside it shows that other firms exist."""
    query = "{ subjects(first: 100, filter: {kind: {eq: ENTERPRISE}}) { nodes { areaCode area { code } } } }"
    own = "00000000-0000-4000-8000-000000000000"
    nodes = (await _data(engine, query, caller("SE", "PU", subject_id=own)))["subjects"]["nodes"]

    assert len(nodes) == 100
    assert all(node["areaCode"] is None and node["area"] is None for node in nodes)


async def test_rights_in_own_records_are_none_in_those_of_others(
    province_copy: Database, province_vault: Vault, caller: CallerOf
) -> None:
    """The public sees nothing of an address and the subject its own: both together see no masked form of others'."""
    query = "query ($id: ID!) { subject(id: $id) { name ... on NaturalPerson { address phone } } }"
    with province_copy.connect("owner") as connection:
        found = connection.execute(
            "update subject set address = '浙江省宁波市镇海区示例路1号', phone = '19900000010'"
            " where id in (select subject_id from listing where kind = 'SX' and subject_kind = 'NATURAL_PERSON'"
            " and state = 'PUBLISHED' and term_ends_on is null limit 2) returning id::text"
        ).fetchall()
        connection.commit()
    own, other = (row[0] for row in found)
    both = caller("SE", "PU", subject_id=own)
    async with opened(province_copy, province_vault) as engine:
        mine = (await _data(engine, query, both, id=own))["subject"]
        answer = json.loads(await engine.answer(query, None, {"id": other}, both))

    assert mine["phone"] == "19900000010"
    assert answer["data"]["subject"]["name"]
    assert (answer["data"]["subject"]["address"], answer["data"]["subject"]["phone"]) == (None, None)
    assert answer["extensions"]["maskedElsewhere"] == ["NaturalPerson.address", "NaturalPerson.phone"]


async def test_answers_and_refusals_name_the_purposes_of_the_callers_own_role(
    engine: Engine, caller: CallerOf, truth: dict[str, Any]
) -> None:
    """What is masked because a purpose is missing stands in `extensions.opensWith` with the purposes of the role, what
    is refused in `refused`; with one of them and a matter number neither does, and no other role's purpose is named."""
    person = truth["samples"]["listed_person"]
    given = {"n": person["id_number"], "m": person["name"]}
    bank = ["CREDIT_REVIEW", "ENFORCEMENT_ASSISTANCE", "INCENTIVE"]
    masked = json.loads(await engine.answer(PERSON, None, given, caller("BK")))["extensions"]
    opened = await engine.answer(PERSON, None, given, caller("BK", purpose="CREDIT_REVIEW", matter="M-1"))
    foreign = await engine.answer(PERSON, None, given, caller("BK", purpose="REGISTRATION", matter="M-1"))
    with pytest.raises(Forbidden) as error:
        await engine.answer("{ cases { totalCount } }", None, {}, caller("BK"))

    assert masked["opensWith"] == {"NaturalPerson.idNumber": bank, "NaturalPerson.name": bank}
    assert "opensWith" not in json.loads(opened)["extensions"]
    assert json.loads(foreign)["extensions"] == masked
    assert error.value.data["refused"] == [
        {"coordinate": "Query.cases", "opensWith": "PURPOSE_AND_MATTER", "purposes": bank}
    ]
    assert "CREDIT_REVIEW" in error.value.english
    assert "opensWith" not in json.loads(await engine.answer(PERSON, None, given, caller("CP")))["extensions"]


async def test_who_acts_for_another_needs_a_purpose_that_both_may_claim(
    engine: Engine, caller: CallerOf, truth: dict[str, Any]
) -> None:
    """Of several parties that wait for a purpose, those are named that each of them may claim."""
    person = truth["samples"]["listed_person"]
    bank = caller("BK")
    actor = Actor(issuer=bank.issuer, subject="a", agency="b", roles=frozenset({"MR"}), areas=(), courts=(),
                  subject_id=None)  # fmt: skip
    given = {"n": person["id_number"], "m": person["name"]}
    body = await engine.answer(PERSON, None, given, caller("BK", actors=(actor,)))

    assert json.loads(body)["extensions"]["opensWith"]["NaturalPerson.name"] == ["ENFORCEMENT_ASSISTANCE", "INCENTIVE"]
