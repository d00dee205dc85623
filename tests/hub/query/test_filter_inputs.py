"""Filters as callers write them: variables inside lists, lists of nothing, columns that only some types have."""

from __future__ import annotations

import json
from typing import Any

import pytest

from hub.database import Database
from hub.errors import HubError
from hub.query.engine import Engine
from hub.vault import Vault
from tests.hub.query.small_world import Builder
from tests.province import CallerOf, opened


async def _count(engine: Engine, document: str, caller: Any, **variables: Any) -> int:
    body = await engine.answer(document, None, variables, caller)
    found: int = next(iter(json.loads(body)["data"].values()))["totalCount"]
    return found


async def test_reads_variables_inside_a_list(engine: Engine, caller: CallerOf) -> None:
    """`in: [$a, "…"]` holds for the request's own value and for the document's."""
    document = 'query ($a: CourtCode!) { courts(filter: {code: {in: [$a, "渝0112"]}}) { totalCount } }'

    found = [await _count(engine, document, caller("PU"), a=code) for code in ("浙0211", "渝0112")]

    assert found == [2, 1]


async def test_all_of_none_hold_and_one_of_none_does_not(engine: Engine, caller: CallerOf) -> None:
    """`and: []` lets every row through, `or: []` none, whether written or sent."""
    written = [
        await _count(engine, f"{{ courts(filter: {{{word}: []}}) {{ totalCount }} }}", caller("PU"))
        for word in ("and", "or")
    ]
    sent = [
        await _count(
            engine, "query ($f: CourtFilter) { courts(filter: $f) { totalCount } }", caller("PU"), f={word: []}
        )
        for word in ("and", "or")
    ]

    assert written == sent
    assert written[0] > 0
    assert written[1] == 0


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ("{isProvisional: {eq: false}}", {"NATURAL_PERSON"}),
        ("{isProvisional: {eq: null}}", {"ENTERPRISE", "OTHER_ORGANISATION"}),
        ("{not: {isProvisional: {eq: false}}}", {"ENTERPRISE", "OTHER_ORGANISATION"}),
        ('{establishedOn: {gt: "2000-01-01"}}', {"ENTERPRISE"}),
        ('{not: {establishedOn: {gt: "2000-01-01"}}}', {"NATURAL_PERSON", "OTHER_ORGANISATION"}),
    ],
)
async def test_compares_a_column_only_on_types_that_have_it(
    empty_database: Database, province_vault: Vault, caller: CallerOf, condition: str, found: set[str]
) -> None:
    """One table holds all kinds of subjects, and defaults and sources fill columns of rows whose type has none such:
    what no caller can see there, nobody may filter by.
    """
    with empty_database.connect("owner") as connection:
        builder = Builder(connection, province_vault)
        builder.person(is_provisional=False)
        for kind in ("ENTERPRISE", "OTHER_ORGANISATION"):
            builder.row("Subject", kind=kind, is_provisional=False)
    async with opened(empty_database, province_vault) as engine:
        body = await engine.answer(
            f"{{ subjects(filter: {condition}) {{ nodes {{ kind }} }} }}", None, {}, caller("CH")
        )

    assert {row["kind"] for row in json.loads(body)["data"]["subjects"]["nodes"]} == found


@pytest.mark.parametrize("condition", ["{name: {}}", "{not: {name: {startsWith: null}}}"])
async def test_takes_conditions_that_compare_nothing(engine: Engine, caller: CallerOf, condition: str) -> None:
    """Where row rules open a column, a condition without an operator, or against null, is no fault of the hub."""
    every = await _count(engine, "{ subjects { totalCount } }", caller("PL"))

    assert await _count(engine, f"{{ subjects(filter: {condition}) {{ totalCount }} }}", caller("PL")) == every


ALL, NONE, HERE, ELSEWHERE, INVALID = "all", "none", "here", "elsewhere", "INVALID_VARIABLES"
THERE = {"code": {"eq": "浙0211"}}
#: type of `$v`, filter that holds it, `$v` (… is not sent), courts found
OPERANDS: list[tuple[str, str, Any, str]] = [
    ("CourtFilter!", "{and: [{}, $v]}", {}, ALL),
    ("CourtFilter!", "{and: [{}, $v]}", THERE, HERE),
    ("CourtFilter!", "{and: [{}, $v]}", {"code": None}, ALL),
    ("CourtFilter!", "{and: [{}, $v]}", {"code": {}}, ALL),
    ("CourtFilter!", "{and: [{}, $v]}", {"or": []}, NONE),
    ("CourtFilter!", "{and: [{}, $v]}", {"or": None, "and": None, "not": None}, ALL),
    ("CourtFilter!", "{and: [{}, $v]}", {"or": THERE}, HERE),
    ("CourtFilter!", "{and: [{}, $v]}", {"not": {}}, NONE),
    ("CourtFilter!", "{and: [{}, $v]}", {"cases": {}}, ALL),
    ("CourtFilter!", "{and: [{}, $v]}", {"area": None, "cases": {"some": None}, **THERE}, HERE),
    ("CourtFilter!", "{and: [{}, $v]}", None, INVALID),
    ("CourtFilter!", "{or: [{}, $v]}", THERE, ALL),
    ("CourtFilter!", "{or: [$v]}", {}, ALL),
    ("CourtFilter!", "{and: $v}", THERE, "INVALID_DOCUMENT"),  # values stand for lists of them, variables do not
    ("CourtFilter! = {}", "{and: [$v]}", ..., ALL),
    ("CourtFilter = {or: []}", "{and: [{}, $v]}", ..., NONE),
    ("CourtFilter = {or: []}", "{and: [{}, $v]}", THERE, HERE),
    ("CourtFilter = {or: []}", "{and: [{}, $v]}", None, INVALID),
    ("CourtFilter", "$v", ..., ALL),
    ("CourtFilter", "$v", None, ALL),
    ("CourtFilter", "{not: $v}", ..., ALL),
    ("CourtFilter", "{not: $v}", None, ALL),
    ("CourtFilter", "{not: $v}", {}, NONE),
    ("CourtFilter", "{not: $v}", THERE, ELSEWHERE),
    ("[CourtFilter!]", "{and: $v}", [], ALL),
    ("[CourtFilter!]", "{or: $v}", [], NONE),
    ("[CourtFilter!]", "{or: $v}", None, ALL),
    ("[CourtFilter!]", "{or: $v}", ..., ALL),
    ("[CourtFilter!]", "{or: $v}", THERE, HERE),
    ("[CourtFilter!]", "{or: $v}", [THERE, {}], ALL),
    ("[CourtFilter!]", "{or: $v}", [None], INVALID),
    ("[CourtFilter!]", "{or: $v}", [[THERE]], INVALID),
]


async def test_takes_variables_for_filters_and_for_operands(engine: Engine, caller: CallerOf) -> None:
    """A variable may be the whole filter, one operand or all of them: `{}` holds for every row, null and what is not
    sent say nothing, one value stands for a list of it, and null is refused where only a default let it be declared.
    """
    every = await _count(engine, "{ courts { totalCount } }", caller("PU"))
    numbers = {ALL: every, NONE: 0, HERE: 1, ELSEWHERE: every - 1}
    for kind, condition, value, expected in OPERANDS:
        document = f"query ($v: {kind}) {{ courts(filter: {condition}) {{ totalCount }} }}"
        given = {} if value is ... else {"v": value}
        try:
            found: Any = await _count(engine, document, caller("PU"), **given)
        except HubError as error:
            found = error.code

        assert found == numbers.get(expected, expected), (document, value)
