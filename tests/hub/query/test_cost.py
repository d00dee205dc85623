"""Cost: worked out before any SQL, from page sizes and statistics alone, and held against what a role may spend."""

from __future__ import annotations

import json
from typing import Any

import pytest

from hub.caller import Caller
from hub.errors import CostExceeded, HubError
from hub.query.authorise import authorise
from hub.query.cost import Cost, delivered
from hub.query.engine import Engine
from hub.query.operation import prepare
from hub.query.parameters import Bindings
from hub.query.request import Request
from hub.query.statistics import UNKNOWN, Looking, Statistics, read
from hub.vault import Vault
from schema.allowance import allowances
from tests.province import CallerOf

#: 64 subjects with 4 listings each, of two kinds, in 8 courts
KNOWN = Statistics(
    rows={"subject": 64.0, "listing": 256.0, "court": 8.0},
    alike={("listing", "subject_id"): 4.0, ("listing", "kind"): 128.0, ("listing", "court_code"): 32.0,
           ("subject", "kind"): 16.0},
)  # fmt: skip

DEAREST = """{ subjects(first: 1) { nodes {
  ... on Enterprise { listings(first: 2) { nodes { id } } } ... on NaturalPerson { area { name } } } } }"""
#: operation, what it costs with KNOWN, what with no statistics at all
OPERATIONS: list[tuple[str, int, int]] = [
    ("{ __typename }", 0, 0),
    ('{ subject(creditCode: "91330211XXC5HAF538") { name } }', 1, 1),
    ('{ subject(creditCode: "91330211XXC5HAF538") { name area { name parent { name } } } }', 3, 3),
    ("{ subjects { nodes { name } } }", 1 + 20, 1 + 20),
    ("{ subjects(first: 0) { nodes { name } } }", 1, 1),
    ("{ subjects(last: 100) { nodes { name } } }", 1 + 64, 1 + 100),
    ("{ subjects(first: 10) { edges { cursor } } }", 1 + 10, 1 + 10),
    ("{ subjects(first: 10) { edges { node { name } } } }", 1 + 20, 1 + 20),
    ("{ subjects(first: 10) { nodes { name } edges { node { area { name } } } } }", 1 + 10 + 30, 1 + 10 + 30),
    ("{ subjects(first: 10) { nodes { name } pageInfo { endCursor } } }", 2 + 10, 2 + 10),
    ("{ a: subjects(first: 1) { nodes { name } } b: subjects(first: 1) { nodes { name } } }", 4, 4),
    ("{ subjects(first: 10) { nodes { listings(first: 100) { nodes { id } } } } }", 1 + 10 * 6, 1 + 10 * 12),
    ("{ subjects(first: 10) { nodes { listings(first: 2) { nodes { id } } } } }", 1 + 10 * 4, 1 + 10 * 4),
    ("{ listings { totalCount } }", 3, 501),  # 1 + 256 / 200, and 1 + 100 000 / 200
    ("{ listings(filter: {kind: {eq: SX}}) { totalCount } }", 2, 501),
    ("{ listings(filter: {kind: {eq: SX}, courtCode: {eq: \"浙0211\"}}, first: 100) { nodes { id } } }", 33, 101),
    ("{ listings(filter: {or: [{kind: {eq: SX}}, {courtCode: {eq: \"浙0211\"}}]}) { totalCount } }", 2, 501),
    ("{ listings(filter: {not: {kind: {eq: SX}}}, first: 100) { totalCount } }", 3, 501),
    # counted once, and brought: as many groups as rows, a hundred at most
    ("{ listings { groups(by: [KIND]) { count } } }", 1 + 2 + 100, 1 + 500 + 100),
    ("{ subjects(first: 10) { nodes { listings { groups(by: [KIND]) { count } } } } }", 62, 122),
    (DEAREST, 1 + 1 + 3, 1 + 1 + 3),
]  # fmt: skip


def estimated(query: str, asker: Caller, statistics: Statistics, vault: Vault, **variables: Any) -> int:
    """The estimate for an operation."""
    operation = prepare(query, None, variables)
    bound = Bindings(operation.variables, asker, vault, statistics=statistics)
    return Cost(authorise(operation, asker)).of(bound)[1]


@pytest.mark.parametrize(("query", "known", "unknown"), OPERATIONS, ids=[query for query, _, _ in OPERATIONS])
def test_estimate_follows_the_formula(
    query: str, known: int, unknown: int, caller: CallerOf, province_vault: Vault
) -> None:
    """One unit for each object expected, a two-hundredth for each row counted; worked out by hand beside each."""
    assert estimated(query, caller("CH"), KNOWN, province_vault) == known
    assert estimated(query, caller("CH"), UNKNOWN, province_vault) == unknown


def test_sizes_in_variables_are_read_for_each_request(caller: CallerOf, province_vault: Vault) -> None:
    """One plan, each request its own estimate."""
    query = (
        """query ($n: Int = 3, $m: Int!) { subjects(first: $n) { nodes { listings(last: $m) { nodes { id } } } } }"""
    )
    asker = caller("CH")

    for variables, cost in (({"m": 1}, 1 + 3 * 3), ({"n": 10, "m": 2}, 1 + 10 * 4), ({"n": 10, "m": 50}, 1 + 10 * 6)):
        assert estimated(query, asker, KNOWN, province_vault, **variables) == cost


def test_estimate_does_not_depend_on_values(caller: CallerOf, province_vault: Vault) -> None:
    """Asking for the rare costs what asking for the frequent costs: an estimate must not tell how many there are."""
    query = """query ($k: ListingKind!, $c: CourtCode!) {
      listings(filter: {kind: {eq: $k}, courtCode: {eq: $c}}) { totalCount } }"""
    costs = {
        estimated(query, caller("CH"), KNOWN, province_vault, k=kind, c=court)
        for kind in ("SX", "SERIOUS_DISHONESTY") for court in ("浙0211", "渝0112")
    }  # fmt: skip

    assert len(costs) == 1


def test_statistics_are_magnitudes() -> None:
    """Rounded up to powers of two, so that one row more shows in no estimate; shares of rows become numbers."""
    for rows, alike in ((33, 3), (64, 4)):
        found = read({"rows": {"t": rows}, "distinct": [["t", "a", rows / alike], ["t", "b", -1], ["t", "c", -0.25]]})
        assert found == Statistics({"t": 64.0}, {("t", "a"): 4.0, ("t", "b"): 1.0, ("t", "c"): 4.0})
    assert read({"rows": None, "distinct": None}) == UNKNOWN
    assert read({"rows": {}, "distinct": [["t", "a", 5]]}) == UNKNOWN


async def test_looks_with_the_readers_rights(engine: Engine) -> None:
    """The tables and the columns that relations join by are known after a look; a second look changes nothing."""
    await engine.statistics.look(engine.reader)
    first = engine.statistics.current
    await engine.statistics.look(engine.reader)

    assert engine.statistics.current is first
    assert first.rows["listing"] >= 1024
    assert 1 < first.alike["listing", "subject_id"] < 64
    assert ("enforcement_case", "subject_id") in first.alike


async def test_a_database_that_does_not_answer_leaves_the_former_look() -> None:
    """Costs go on to be estimated."""

    class Silent:
        async def fetch(self, sql: str) -> bytes:
            raise HubError

    looking = Looking()
    looking.current = KNOWN
    await looking.look(Silent())

    assert looking.current is KNOWN


DEAR = "{ subjects(first: 100) { nodes { listings(first: 100) { edges { node { id } } } } } }"


async def test_refuses_what_a_role_may_not_spend_before_any_sql(engine: Engine, caller: CallerOf) -> None:
    """COST_EXCEEDED names estimate and limit; a more generous role, or smaller pages, are answered."""
    engine.statistics.current = Statistics(alike={("listing", "subject_id"): 64.0})
    cost = 1 + 100 * (2 + 64 * 2)
    before = engine.reader.statements
    for roles in (["PU"], ["FI"], ["FI", "PU"]):
        with pytest.raises(CostExceeded) as caught:
            await engine.answer(DEAR, None, {}, caller(*roles))
        limit = max(allowances()[role].cost for role in roles)
        assert caught.value.data == {"estimated": cost, "limit": limit}
        assert str(cost) in caught.value.english
        assert str(limit) in caught.value.chinese

    assert engine.reader.statements == before
    assert b"errors" not in await engine.answer(DEAR, None, {}, caller("CH"))
    assert b"errors" not in await engine.answer(DEAR, None, {}, caller("FI", "CH"))
    assert b"errors" not in await engine.answer(DEAR.replace("100", "5"), None, {}, caller("FI"))


REPORTED = """query ($n: Int!) { subjects(first: $n) { nodes { name area { name } listings(first: 3) { totalCount
  edges { node { id case { id } } } pageInfo { hasNextPage } } } } courts(first: 2) { nodes { name } } }"""


async def test_tells_cost_when_asked(engine: Engine, caller: CallerOf) -> None:
    """Estimate, objects really delivered, limit; the rest of the answer is the same bytes."""
    await engine.statistics.look(engine.reader)
    plain = json.loads(await engine.answer(REPORTED, None, {"n": 7}, caller("CH")))
    asked = Request(REPORTED, variables={"n": 7}, extensions={"cost": True})
    told = json.loads(await engine.respond(asked, caller("CH")))

    cost = told["extensions"].pop("cost")
    assert told == plain
    assert cost["actual"] == _objects(plain["data"]) - 1
    assert cost["limit"] == allowances()["CH"].cost
    assert cost["actual"] <= cost["estimated"]


@pytest.mark.parametrize("given", [False, None, "true", 1, {}, [True]])
async def test_tells_no_cost_unasked(engine: Engine, caller: CallerOf, given: Any) -> None:
    """Only `true` asks."""
    request = Request("{ courts(first: 1) { nodes { name } } }", extensions={"cost": given})
    answer = json.loads(await engine.respond(request, caller("CH")))

    assert "cost" not in answer["extensions"]


def test_counts_objects_and_not_what_looks_like_them() -> None:
    """Braces in texts are no objects."""
    body = b'{"data":{"a":[{"b":"{}{"},{"b":null},[]],"c":{}},"extensions":{"x":{}}}'

    assert delivered(body) == 3


def _objects(value: Any) -> int:
    if isinstance(value, dict):
        return 1 + sum(map(_objects, value.values()))
    return sum(map(_objects, value)) if isinstance(value, list) else 0
