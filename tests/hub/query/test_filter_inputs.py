"""Filters as callers write them: variables inside lists, lists of nothing, columns that only some types have."""

from __future__ import annotations

import json
from typing import Any

import pytest

from hub.database import Database
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
        for kind in ("NATURAL_PERSON", "ENTERPRISE", "OTHER_ORGANISATION"):
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
