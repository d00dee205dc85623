"""Operation: documents are parsed once, bound by shape, flattened by response key, and say nothing of long numbers."""

from __future__ import annotations

import json
from typing import Any

import pytest
from graphql import GraphQLInputObjectType, GraphQLList, GraphQLNonNull, coerce_input_value
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.errors import HubError, InvalidDocument, InvalidVariables, UnknownOperation
from hub.query.answer import refused
from hub.query.coercion import Codes, named_by, references
from hub.query.engine import Engine
from hub.query.operation import flatten, prepare
from schema.catalog import catalog
from tests.province import CallerOf

COURTS = (
    "query ($code: CourtCode, $first: Int, $yes: Boolean = true) { courts(filter: {code: {eq: $code}}, first: $first) {"
    " nodes { code name @include(if: $yes) } } }"
)
FILTER = "query ($f: CourtFilter, $o: [CourtOrder!]) { courts(filter: $f, orderBy: $o) { totalCount } }"


CODE = "91330211XXC5HAF538"
REFERENCE = st.one_of(
    st.just({"creditCode": CODE}), st.just({"creditCode": f" {CODE.lower()} "}), st.none(), st.just(5), st.just(CODE),
    st.dictionaries(
        st.sampled_from(["creditCode", "id", "person", "nothing"]),
        st.sampled_from([CODE, "x", "", None, 5, True, [CODE], {"idNumber": CODE}, {"name": "张甲子"}]), max_size=2,
    ),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.lists(REFERENCE, max_size=4), REFERENCE))
def test_coerces_references_as_graphql_core_does(given_references: Any) -> None:
    """The short way for lists of credit codes makes, accepts and refuses nothing else than the long one."""
    inner = catalog().graphql.type_map["SubjectReference"]
    assert isinstance(inner, GraphQLInputObjectType)
    for type_ in (GraphQLList(GraphQLNonNull(inner)), GraphQLList(inner)):
        for whole in (type_, GraphQLNonNull(type_)):
            found = references(given_references, whole)
            if isinstance(found, Codes):
                assert named_by(found) == {"creditCode"}
                found = [{"creditCode": code} for code in found]
            assert found == coerce_input_value(given_references, whole)


def test_shares_a_plan_among_plain_values() -> None:
    """Requests that differ only in plain values have one plan."""
    keys = {
        prepare(COURTS, None, {"code": code, "first": n}).key for code, n in (("浙02", 1), ("浙0211", 2), ("渝", 3))
    }

    assert len(keys) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"f": {"code": {"eq": "浙02"}}}, {"f": {"code": {"eq": None}}}),
        ({"f": {"code": {"eq": "浙02"}}}, {"f": {"code": {"startsWith": "浙02"}}}),
        ({"f": {"code": {"eq": "浙02"}}}, {"f": {"name": {"eq": "浙02"}}}),
        ({"f": {}}, {"f": None}),
        ({"f": {"and": []}}, {"f": {"or": []}}),
        ({"f": {"and": [{}]}}, {"f": {"and": [{}, {}]}}),
        ({"f": {"level": {"eq": "BASIC"}}}, {"f": {"level": {"eq": "HIGH"}}}),
        ({"o": [{"field": "CODE", "direction": "ASC"}]}, {"o": [{"field": "CODE", "direction": "DESC"}]}),
        ({"o": [{"field": "CODE", "direction": "ASC"}]}, {"o": [{"field": "NAME", "direction": "ASC"}]}),
    ],
)
def test_parts_plans_by_what_changes_the_sql(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Null, keys, lengths of conditions and enum values stand in the key of a plan."""
    assert prepare(FILTER, None, one).key != prepare(FILTER, None, other).key


@pytest.mark.parametrize(
    ("given", "found"), [({"f": {"or": []}}, False), ({"f": {"code": {"in": []}}}, False), ({"o": []}, True)]
)
async def test_answers_empty_lists_of_variables_as_of_literals(
    engine: Engine, caller: CallerOf, given: dict[str, Any], found: bool
) -> None:
    """A list without a member matches nothing in a filter and orders by nothing; it is no fault of the hub."""
    body = await engine.answer(FILTER, None, given, caller("PU"))

    assert (json.loads(body)["data"]["courts"]["totalCount"] > 0) is found


def test_parts_plans_by_booleans_of_directives() -> None:
    """`@include(if: $yes)` makes two plans of one document."""
    keys = {prepare(COURTS, None, {"yes": yes}).key for yes in (True, False)}

    assert len(keys) == 2


CODES = st.sampled_from(["浙0211", "浙02", "渝0112", "渝01", "最高法", "吉24", None])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(codes=st.lists(st.tuples(CODES, st.booleans(), st.integers(1, 3)), min_size=2, max_size=6))
async def test_never_answers_with_another_requests_values(
    engine: Engine, caller: CallerOf, codes: list[tuple[str | None, bool, int]]
) -> None:
    """One engine with warm plans answers each request for its own values, whatever came before."""
    for code, yes, first in codes:
        body = await engine.answer(COURTS, None, {"code": code, "yes": yes, "first": first}, caller("PU"))
        nodes = json.loads(body)["data"]["courts"]["nodes"]

        assert [node["code"] for node in nodes] == ([code] if code else [])
        assert all(("name" in node) is yes for node in nodes)


def test_merges_equal_response_keys() -> None:
    """Fields of one response key are one field with the selections of all, in order of first appearance."""
    operation = prepare(
        "{ courts { totalCount ...More } courts { nodes { name } } }"
        " fragment More on CourtConnection { nodes { code } }",
        None, {},
    )  # fmt: skip

    courts = flatten(operation)
    assert [node.key for node in courts] == ["courts"]
    parts = (courts[0].children or {})["CourtConnection"]
    assert [part.key for part in parts] == ["totalCount", "nodes"]
    assert [field.key for field in (parts[1].children or {})["Court"]] == ["code", "name"]


@pytest.mark.parametrize("name", ["C", "", "a"])
def test_refuses_an_unknown_operation(name: str) -> None:
    """An operation is named exactly or not at all; without a name there must be one only."""
    with pytest.raises(UnknownOperation):
        prepare("query A { __typename } query B { __typename }", name, {})
    with pytest.raises(UnknownOperation):
        prepare("query A { __typename } query B { __typename }", None, {})


@pytest.mark.parametrize("query", ["{}", "{ courts {} }", "{ ...F } fragment F on Query {}", "{ ... on Query { } }"])
def test_refuses_a_selection_set_without_a_selection(query: str) -> None:
    """October 2021, 2.4: a selection set holds at least one selection."""
    with pytest.raises(InvalidDocument):
        prepare(query, None, {})


@pytest.mark.parametrize("literal", ["9" * 5000, f"-{'9' * 5000}", f"1e{'9' * 5000}", f'"{"9" * 5000}"'])
def test_survives_literals_of_five_thousand_digits(literal: str) -> None:
    """A literal too long to be a number is the caller's fault, not the hub's."""
    with pytest.raises((InvalidDocument, InvalidVariables)):
        prepare(f"{{ courts(first: {literal}) {{ totalCount }} }}", None, {})


@pytest.mark.parametrize(
    ("query", "variables"),
    [
        ('{ subject(creditCode: "330211199003079015") { id } }', {}),
        ("query ($c: CreditCode!) { subject(creditCode: $c) { id } }", {"c": "330211199003079015"}),
        ("query ($c: Int!) { courts(first: $c) { totalCount } }", {"c": 330211199003079015}),
        ("{ courts(first: 330211199003079015) { totalCount } }", {}),
        ('{ subject(creditCode: "３３０２１１１９９００３０７９０１５") { id } }', {}),
        ('{ subject(creditCode: "33021119900307901X ") { id } }', {}),
        ('{ subject(creditCode: "330211 19900307 9015") { id } }', {}),
    ],
)
def test_scrubs_long_numbers_from_error_texts(query: str, variables: dict[str, Any]) -> None:
    """A wrong argument may be an ID number, so no error text repeats it, however it is written."""
    with pytest.raises(HubError) as error:
        prepare(query, None, variables)

    text = refused(error.value).decode()
    assert "19900307" not in text
    assert "１９９００３０７" not in text
