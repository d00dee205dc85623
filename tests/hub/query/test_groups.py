"""Groups: below rows, under filters and pages, within limits; what rows that may only be counted are counted by."""

from __future__ import annotations

import json
from typing import Any

import pytest

from hub.caller import Caller
from hub.database import Database
from hub.errors import Forbidden, HubError, InvalidArgument, LimitExceeded
from hub.query import limits
from hub.query.engine import Engine
from hub.settings import Settings
from hub.vault import Vault
from tests.hub.query.small_world import Builder, build
from tests.province import CallerOf, opened


async def _answer(engine: Engine, caller: Caller, query: str, **variables: Any) -> Any:
    return json.loads(await engine.answer(query, None, variables, caller))


async def test_counts_below_each_row_what_exists_there(
    empty_database: Database, settings: Settings, caller: CallerOf
) -> None:
    """Groups of nested lists are those of the row above, and count no rows that the caller may only count."""
    query = """{ subjects(first: 100) { nodes { id listings(first: 100) { totalCount nodes { kind }
        groups(by: [KIND]) { kind count } all: groups(by: []) { count } } } } }"""
    vault = Vault.from_settings(settings)
    with empty_database.connect("owner") as connection:
        build(connection, vault)
    async with opened(empty_database, vault) as engine:
        await engine.statistics.look(engine.reader)
        for role in ("CH", "PL", "AU"):
            subjects = (await _answer(engine, caller(role), query))["data"]["subjects"]["nodes"]
            for listings in (subject["listings"] for subject in subjects):
                kinds = sorted(node["kind"] for node in listings["nodes"])
                expected = [{"kind": kind, "count": kinds.count(kind)} for kind in sorted(set(kinds))]

                assert listings["groups"] == expected
                assert listings["all"] == [{"count": listings["totalCount"]}]
            assert sum(subject["listings"]["totalCount"] for subject in subjects) > 0


async def test_obeys_the_filter_and_not_the_page(engine: Engine, caller: CallerOf) -> None:
    """Page size and cursor change nothing; the filter does, through relations, too."""
    query = """{ cases(%s) { totalCount nodes { id } groups(by: [STATE, COURT_CODE]) { count } } }"""
    through = 'filter: {subject: {kind: {eq: ENTERPRISE}}, court: {area: {code: {startsWith: "33"}}}}'
    counts = []
    for arguments in ("first: 1", "last: 7", f"first: 2, {through}"):
        cases = (await _answer(engine, caller("CH"), query % arguments))["data"]["cases"]
        assert sum(group["count"] for group in cases["groups"]) == cases["totalCount"]
        counts.append(cases["totalCount"])

    assert counts[0] == counts[1] > counts[2] > 0


async def test_answers_types_of_an_interface_each_by_its_own_groups(
    engine: Engine, caller: CallerOf, truth: dict[str, Any]
) -> None:
    """One response key may stand for other groups on another type; each type is answered with its own."""
    query = """query ($code: CreditCode!) { subject(creditCode: $code) {
        ... on Enterprise { cases { groups(by: [COURT_CODE]) { courtCode state count } } }
        ... on NaturalPerson { cases { groups(by: [STATE]) { courtCode state count } } } }
        subjects(first: 50, filter: {kind: {eq: NATURAL_PERSON}}) { nodes {
        ... on NaturalPerson { cases { groups(by: [STATE]) { courtCode state count } } }
        ... on Enterprise { cases { groups(by: [COURT_CODE]) { courtCode state count } } } } } }"""
    code = truth["samples"]["listed_enterprise"]["credit_code"]
    data = (await _answer(engine, caller("CH"), query, code=code))["data"]
    people = [group for node in data["subjects"]["nodes"] for group in node["cases"]["groups"]]

    assert [group["courtCode"] is None for group in data["subject"]["cases"]["groups"]] == [False]
    assert people
    assert {group["courtCode"] for group in people} == {None}


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ("{ cases { groups(by: [STATE, CLOSING_MODE, PROVINCE_CODE]) { count } } }", None),
        ("{ cases { groups(by: [STATE, STATE, STATE, STATE]) { count } } }", None),
        ("{ cases { groups(by: [STATE, COURT_CODE, FILED_MONTH, CITY_CODE]) { count } } }", LimitExceeded),
        ("{ workDays { groups(by: [DAY_MONTH]) { count } } }", None),
    ],
)
async def test_bounds_dimensions(engine: Engine, caller: CallerOf, query: str, error: type[HubError] | None) -> None:
    """Three dimensions, each counted once however often it is named."""
    if error is None:
        assert await _answer(engine, caller("CH"), query)
        return
    with pytest.raises(error):
        await _answer(engine, caller("CH"), query)


@pytest.mark.parametrize(("courts", "fits"), [(limits.GROUPS, True), (limits.GROUPS + 1, False)])
async def test_refuses_more_groups_than_it_answers(
    empty_database: Database, province_vault: Vault, caller: CallerOf, courts: int, fits: bool
) -> None:
    """A thousand groups come whole; of one more none comes, and an error says so."""
    with empty_database.connect("owner") as connection:
        Builder(connection, province_vault).row("Court")
        connection.execute("update court set superior_code = '吉0000'")
        connection.execute(
            "insert into court (code, name, level, superior_code, batch_id, row_no, content_hash) select"
            " '浙' || n, 'c' || n, 'BASIC', '吉' || n, gen_random_uuid(), 1, 1 from generate_series(1, %s) n",
            [courts - 1],
        )
        connection.commit()
    query = "{ courts { groups(by: [SUPERIOR_CODE]) { superiorCode count } } }"
    async with opened(empty_database, province_vault) as engine:
        if fits:
            found = (await _answer(engine, caller("PU"), query))["data"]["courts"]["groups"]
            codes = [group["superiorCode"] for group in found]
            assert len(codes) == limits.GROUPS
            assert codes == sorted(codes)
            return
        with pytest.raises(LimitExceeded):
            await engine.answer(query, None, {}, caller("PU"))


SLICED = "{ listings(filter: {%s}) { groups(by: [STATE], onlyVisible: %s) { state count } } }"


@pytest.mark.parametrize(
    ("condition", "allowed"),
    [
        ("kind: {eq: SX}", True),
        ("kind: {eq: SX}, and: [{subjectKind: {eq: ENTERPRISE}}]", True),
        ("removalReason: {eq: null}", True),
        ("kind: {in: [SX]}", False),
        ("kind: {eq: SX}, not: {subjectKind: {eq: ENTERPRISE}}", False),
        ("or: [{kind: {eq: SX}}]", False),
        ('publishedOn: {eq: "2026-01-01"}', False),
        ('publishedOn: {gte: "2026-01-01"}', False),
        ('caseNumber: {eq: "(2023)浙0211执1号"}', False),
        ("subject: {kind: {eq: ENTERPRISE}}", False),
    ],
)
async def test_counts_unseen_rows_in_slices_only(
    engine: Engine, caller: CallerOf, condition: str, allowed: bool
) -> None:
    """While rows are counted that the caller does not see, a filter says `dimension = value` and no more."""
    assert await _answer(engine, caller("PL"), SLICED % (condition, "true"))
    if allowed:
        assert await _answer(engine, caller("PL"), SLICED % (condition, "false"))
        return
    with pytest.raises(InvalidArgument):
        await _answer(engine, caller("PL"), SLICED % (condition, "false"))


async def test_counts_unseen_rows_by_three_dimensions_at_most(engine: Engine, caller: CallerOf) -> None:
    """A dimension that the filter fixes is one of the three: what is counted are parts of one cube."""
    query = """{ listings(filter: {kind: {eq: SX}, subjectKind: {eq: ENTERPRISE}}) {
        groups(by: [STATE%s]) { count } } }"""

    assert await _answer(engine, caller("AU"), query % "")
    with pytest.raises(LimitExceeded):
        await _answer(engine, caller("AU"), query % ", PUBLISHED_MONTH")


@pytest.mark.parametrize(
    ("role", "field", "dimension", "allowed"),
    [
        # what A was granted for opens its own columns, where nothing else opens the type
        ("AU", "terminatedCases", "COURT_CODE", True),
        ("AU", "terminatedCases", "TERMINATED_MONTH", True),
        ("AU", "governmentDebtorSnapshots", "COUNTY_CODE", True),
        ("AU", "feedback", "OUTCOME", True),
        ("TL", "governmentDebtorSnapshots", "TAKEN_MONTH", True),
        ("DC", "feedback", "OUTCOME", True),
        ("PL", "feedback", "ACTED_MONTH", True),
        # not what another group decides: masked for AU, nothing for AU
        ("AU", "listings", "COURT_CODE", False),
        ("AU", "terminatedCases", "COUNTY_CODE", False),
        ("AU", "cases", "STATE", False),
        # columns in the clear are open to counted rows, too
        ("AU", "listings", "STATE", True),
        ("PL", "listings", "COURT_CODE", True),
        # amounts at A are counted, not summed: nothing of them opens
        ("CP", "cases", "STATE", True),
    ],
)
async def test_counts_unseen_rows_by_what_is_seen_or_granted(
    engine: Engine, caller: CallerOf, role: str, field: str, dimension: str, allowed: bool
) -> None:
    """Level A opens the dimensions that the policy's docstring names, and no others."""
    query = f"{{ {field} {{ groups(by: [{dimension}]) {{ count }} }} }}"
    if allowed:
        assert await _answer(engine, caller(role), query)
        return
    with pytest.raises(Forbidden):
        await _answer(engine, caller(role), query)


async def test_sums_nothing_where_no_row_has_the_amount(engine: Engine, caller: CallerOf) -> None:
    """An interface offers the sums of all its types; where a filter leaves those without one, there is no sum."""
    query = """{ subjects(filter: {kind: {eq: NATURAL_PERSON}}) {
        totalCount groups(by: []) { count sumRegisteredCapital } } }"""
    subjects = (await _answer(engine, caller("CH"), query))["data"]["subjects"]

    assert subjects["groups"] == [{"count": subjects["totalCount"], "sumRegisteredCapital": None}]
    assert subjects["totalCount"] > 0


@pytest.mark.parametrize("query", [
    "{ cases { groups(by: []) { sumAmountApplied } } }",
    '{ cases(filter: {amountApplied: {gt: "1"}}) { groups(by: []) { count } } }',
])  # fmt: skip
async def test_sums_nothing_at_level_a(engine: Engine, caller: CallerOf, query: str) -> None:
    """A platform that may count cases with amounts at A neither sums nor compares the amounts."""
    with pytest.raises(Forbidden) as error:
        await _answer(engine, caller("CP"), query)

    assert {item["coordinate"] for item in error.value.data["refused"]} == {"Case.amountApplied"}


async def test_says_that_counts_are_rounded(engine: Engine, caller: CallerOf) -> None:
    """`extensions.masked` names the count wherever rows are counted in tens, and only there."""
    query = "{ listings { groups(by: [KIND], onlyVisible: %s) { kind count } } }"

    assert "ListingGroup.count" in (await _answer(engine, caller("PL"), query % "false"))["extensions"]["masked"]
    assert "masked" not in (await _answer(engine, caller("PL"), query % "true"))["extensions"]
    assert "masked" not in (await _answer(engine, caller("CH"), query % "false"))["extensions"]
