"""Rows 9–17: filters. Nobody learns by asking for rows what he is not shown; every guess is tried in two worlds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from graphql import GraphQLEnumType, GraphQLInputObjectType

from hub.vault import Vault
from schema.catalog import catalog
from tests.side_channels.hidden import judging, rows_of
from tests.side_channels.probes import SCHEMA, Leaf, Road, filtered, leaves, nested_lists, root_lists
from tests.side_channels.roles import ALL, ATTACKERS, FEW
from tests.side_channels.schema_names import arguments, named, shown
from tests.side_channels.twins import Planted, Twin, Twins, Worlds

#: a column and guesses at it → filters that try them
Guess = Callable[[Leaf, Sequence[Any]], Iterator[dict[str, Any]]]


async def _try(
    worlds: Worlds, role: str, twin: Twin, guess: Guess, relations: int = 0, *, below: bool = False
) -> Twins:
    """Guess at every column that some filter reaches and that is hidden from the role somewhere."""
    planted = Planted(judging(worlds.world, role), twin)
    async with worlds.twins(role, twin) as twins:
        for road in nested_lists() if below else root_lists():
            for leaf in _reached(road, relations):
                guesses = planted.of(leaf.value)
                if guesses and (filters := list(guess(leaf, guesses))):
                    for document, variables in filtered(road, filters):
                        await twins.ask(document, variables)
    return twins


def _reached(road: Road, relations: int) -> Iterator[Leaf]:
    """The columns behind exactly so many relations."""
    kind = road.accepts("filter")
    for leaf in leaves(kind, relations) if kind else ():
        steps = [step for step in leaf.path if step not in ("some", "none", "every")]
        if len(steps) == relations + 1:
            yield leaf


def _operators(*names: str) -> Guess:
    """Compare with every guess by these operators."""

    def guess(leaf: Leaf, guesses: Sequence[Any]) -> Iterator[dict[str, Any]]:
        for operator in set(names) & set(leaf.operators):
            yield from (leaf.saying(operator, [one] if operator == "in" else one) for one in guesses)

    return guess


# --- 9 -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ATTACKERS)
async def test_row_09_equality_with_a_hidden_value(worlds: Worlds, role: str) -> None:
    """Channel: `eq`, `in` and `has` with the very value that is hidden, guessed right: 33 questions for a number behind
    the courts' mask. Rule: whoever does not see a field in full may not compare it; where he sees it in some rows, it
    compares as absent in the others.
    """
    twins = await _try(worlds, role, Twin.OTHER, _operators("eq", "in", "has"))

    assert twins.asked


@pytest.mark.parametrize("role", FEW)
async def test_row_09_equality_below_other_rows(worlds: Worlds, role: str) -> None:
    """Rule: as above, in the filters of lists that stand below other rows."""
    twins = await _try(worlds, role, Twin.OTHER, _operators("eq", "has"), below=True)

    assert twins.asked > 10


def test_row_09_no_negated_equality() -> None:
    """Rule: there is no `notIn` and no `ne`; `not` negates whole conditions, which row 14 tries."""
    assert not {"notIn", "ne", "neq", "notEq", "nin"} & arguments()


# --- 10 ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ATTACKERS)
async def test_row_10_prefixes_of_a_hidden_value(worlds: Worlds, role: str) -> None:
    """Channel: a prefix oracle needs ten questions a digit. Rule: use needs sight; prefixes of every length of the
    hidden values of both worlds find the same.
    """

    def guess(leaf: Leaf, guesses: Sequence[Any]) -> Iterator[dict[str, Any]]:
        if "startsWith" in leaf.operators:
            yield from (leaf.saying("startsWith", one[:size]) for one in guesses for size in (1, 2, 4) if one[:size])

    twins = await _try(worlds, role, Twin.OTHER, guess)

    assert twins.asked


async def test_row_10_wildcards_are_letters(worlds: Worlds) -> None:
    """Rule: `%`, `_`, `*` and patterns mean nothing within a value, in any operator that compares texts."""
    document = "query ($f: SubjectFilter) { subjects(filter: $f) { totalCount } }"
    async with worlds.twins("CH", Twin.OTHER) as twins:
        everything = (await twins.ask(document)).json["data"]["subjects"]["totalCount"]
        for operator in ("eq", "startsWith"):
            for text in ("%", "_", "张%", "张_", "*", "张*", ".*", "^张", "[张]", "\\", "张三%", "%三"):
                found = await twins.ask(document, {"f": {"name": {operator: text}}})
                assert found.json["data"]["subjects"]["totalCount"] == 0, text
        named = await twins.ask(document, {"f": {"name": {"startsWith": "张"}}})

    assert 0 < named.json["data"]["subjects"]["totalCount"] < everything


def test_row_10_no_parts_of_numbers_nor_patterns() -> None:
    """Rule: no `contains`, `like`, `regex` or `endsWith` for anybody, and no operator at all over ID numbers, birth
    dates, addresses and telephones.
    """
    assert not {"contains", "like", "ilike", "regex", "matches", "endsWith", "containsAny"} & arguments()
    assert not {name for name in shown() if re.search(r"Filter\.(idNumber|birthDate|phone|address|sex|age)$", name)}
    assert "IdNumberFilter" not in shown()


# --- 11 ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ATTACKERS)
async def test_row_11_ranges_around_a_hidden_value(worlds: Worlds, role: str) -> None:
    """Channel: 27 questions of greater and less find eight hidden digits. Rule: use needs sight, of dates and amounts,
    too; what is derived from a number (birth date, age) has no operators (row 10).
    """
    twins = await _try(worlds, role, Twin.OTHER, _operators("gt", "gte", "lt", "lte"))

    assert twins.asked
    assert not {"between", "range"} & arguments()


# --- 12 ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ATTACKERS)
async def test_row_12_presence_of_a_hidden_value(worlds: Worlds, role: str) -> None:
    """Channel: `eq: null` and its negation, and boolean twins such as `hasPhone`, tell that there is something. Rule:
    presence is of the class of the field itself.
    """

    def guess(leaf: Leaf, _: Sequence[Any]) -> Iterator[dict[str, Any]]:
        if "eq" in leaf.operators:
            yield leaf.saying("eq", None)
            yield {"not": leaf.saying("eq", None)}

    twins = await _try(worlds, role, Twin.ABSENT, guess)

    assert twins.asked
    assert not {"isNull", "exists", "isPresent", "isSet"} & arguments()
    assert not {name for name in arguments() if re.match("has[A-Z]", name)}


# --- 13 ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", FEW)
async def test_row_13_across_relations(worlds: Worlds, role: str) -> None:
    """Channel: `cases(filter: {subject: {name: …}})`, `some`, `every`, `none`: the ORM leaks of Django and Prisma.
    Rule: the whole tree is checked, on each concrete type that a relation may reach, and rows that do not exist for the
    caller satisfy and contradict nothing.
    """

    def guess(leaf: Leaf, guesses: Sequence[Any]) -> Iterator[dict[str, Any]]:
        operator = next(one for one in leaf.operators if one != "in")
        yield from (leaf.saying(operator, one) for one in guesses[: 4 if ALL else 2])

    twins = await _try(worlds, role, Twin.OTHER, guess, relations=1)

    assert twins.asked > 50


@pytest.mark.parametrize("role", FEW)
async def test_row_13_rows_behind_relations_that_do_not_exist(worlds: Worlds, role: str) -> None:
    """Rule: whether there is a row behind a relation (`some: {}`, `none: {}`, `every: {}`) is asked only of rows that
    exist for the caller: in a world without all others the answers are the same.
    """
    async with worlds.twins(role, Twin.GONE) as twins:
        for road in root_lists():
            if kind := road.accepts("filter"):
                filters = list(_behind(kind))
                for document, variables in filtered(road, filters) if filters else ():
                    await twins.ask(document, variables)

    assert twins.asked


def _behind(kind: str) -> Iterator[dict[str, Any]]:
    filter_type = SCHEMA.type_map[kind]
    assert isinstance(filter_type, GraphQLInputObjectType)
    for name, field in filter_type.fields.items():
        below = str(field.type)
        if below.endswith("ListFilter") and name not in ("and", "or", "not"):
            yield from ({name: {quantifier: {}}} for quantifier in ("some", "none"))
        elif below.removesuffix("Filter") in catalog().types and name != "not":
            yield {name: {}}


# --- 14 ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", FEW)
async def test_row_14_combined_around_a_hidden_value(worlds: Worlds, role: str) -> None:
    """Channel: `and`, `or`, `not` around a comparison that alone would be refused; lists and objects that are empty
    (Directus, CVE-2024-39701). Rule: leaves are checked, not tops; what compares a hidden value within any of them is
    refused or finds the same.
    """

    def guess(leaf: Leaf, guesses: Sequence[Any]) -> Iterator[dict[str, Any]]:
        operator = next(one for one in leaf.operators if one != "in")
        said = leaf.saying(operator, guesses[0])
        yield from ({"not": said}, {"and": [{}, said]}, {"or": [said, {"or": []}]}, {"not": {"not": said}})
        yield {"and": [{"not": {"and": [said, said]}}, {}]}

    twins = await _try(worlds, role, Twin.OTHER, guess)

    assert twins.asked > 10


@pytest.mark.parametrize("role", ATTACKERS)
async def test_row_14_refused_in_every_place(worlds: Worlds, role: str) -> None:
    """Rule: a column that may not be compared is refused by name wherever it stands, compared with null or with nothing
    as well, and in a branch that cannot matter.
    """
    refused = 0
    async with worlds.twins(role, Twin.OTHER) as twins:
        for road in root_lists():
            for leaf in _reached(road, 0):
                alone = await _refused(twins, road, {leaf.path[0]: {}})
                said: dict[str, Any] = {leaf.path[0]: {}}
                for around in ({leaf.path[0]: None}, {"not": said}, {"and": [{"or": [said]}]},
                               {"or": [{}, {"and": [{"not": said}]}]}):  # fmt: skip
                    assert await _refused(twins, road, around) == alone, (road.root, around)
                refused += bool(alone)

    assert refused


async def _refused(twins: Twins, road: Road, condition: dict[str, Any]) -> set[str]:
    ((document, variables),) = filtered(road, [condition])
    return (await twins.ask(document, variables)).refused


async def test_row_14_empty_lists_and_objects(worlds: Worlds) -> None:
    """Rule: of nothing `or` and `in` find no row, `and` and `{}` leave all; an empty list never opens more."""
    document = "query ($f: ListingFilter) { listings(filter: $f) { totalCount } }"
    async with worlds.twins("MR", Twin.OTHER) as twins:
        count = {}
        conditions: dict[str, dict[str, Any] | None] = {
            "all": None, "{}": {}, "and": {"and": []}, "or": {"or": []}, "in": {"kind": {"in": []}}, "not": {"not": {}},
        }  # fmt: skip
        for name, condition in conditions.items():
            answer = await twins.ask(document, {"f": condition})
            count[name] = answer.json["data"]["listings"]["totalCount"]

    assert count["all"] == count["{}"] == count["and"] > 0
    assert count["or"] == count["in"] == count["not"] == 0


# --- 15 ------------------------------------------------------------------------------------------------------------


def test_row_15_no_filter_over_stored_forms() -> None:
    """Channel: JSON paths into raw data, filters by hash, by blind index or by the masked text. Rule: none of them is
    in the schema; the digests that may be filtered by are those of whole files.
    """
    stored = named("masked", "sealed", "blind", "index", "pattern", "hash", "sha256", "path", "json")

    assert {name for name in stored if "Filter" in name or "(" in name} == {
        "BatchFilter.sha256", "AccessSealFilter.sealedAt", "AccessSealFilter.sealedUntil",  # of a matter, no value
    }  # fmt: skip
    for kind in catalog().types.values():
        for value in kind.values.values():
            assert not (value.kind.sealed and value.field in kind.filterable), value.coordinate


@pytest.mark.parametrize("role", ["PU", "MR"])
async def test_row_15_masked_text_names_nobody(worlds: Worlds, vault_of: Vault, role: str) -> None:
    """Rule: the masked form, the blind index and the sealed bytes of a person's number find nobody where a number is
    asked for, and are refused before any row is read.
    """
    person = rows_of(worlds.world, catalog().types["NaturalPerson"])[0]
    number = worlds.world.numbers[person["id"]]
    document = "query ($n: IdNumber, $m: String) { subject(idNumber: $n, name: $m) { id } }"
    async with worlds.twins(role, Twin.OTHER) as twins:
        before = twins.one.engine.reader.statements
        blind, sealed = vault_of.blind("id_number", number).hex(), vault_of.seal("id_number", number).hex()
        for form in (person["id_number_masked"], f"{number[:6]}%", f"{number[:17]}*", blind, sealed):
            answer = await twins.ask(document, {"n": form, "m": person["name"]})
            assert answer.code == "INVALID_VARIABLES", answer.body

        assert twins.one.engine.reader.statements == before


@pytest.fixture
def vault_of(worlds: Worlds) -> Vault:
    """The vault of both worlds."""
    return worlds.vault


# --- 16, 17 --------------------------------------------------------------------------------------------------------


def test_row_16_no_general_search() -> None:
    """Channel: a search box looks into columns that the caller does not see (Directus, CVE-2025-30352). Rule: it would
    search only what he sees in full. There is none: no argument of any field takes a text that is not one column's.
    """
    assert not {"search", "query", "q", "text", "keyword", "match", "find", "suggest", "autocomplete"} & arguments()
    roots = {name for name in shown() if re.fullmatch(r"Query\.\w+\(\w+\)", name)}
    assert {re.sub(r".*\((\w+)\)", r"\1", name) for name in roots} == {
        "first", "after", "last", "before", "filter", "orderBy", "id", "ids", "creditCode", "idNumber", "name",
        "references", "representations", "sequence",
    }  # fmt: skip


def test_row_17_no_scores() -> None:
    """Channel: scores, ranks and highlights of a fuzzy search tell how near a guess is. Rule: a score would come from
    what the caller sent alone, in steps. There is one, of organisations' names, which everybody sees who may search;
    a screening says hit, candidate or none.
    """
    scored = named("score", "rank", "relevance", "similarity", "distance", "confidence", "fuzzy", "highlight")
    assert scored == {"SubjectMatch.score"}
    outcome = SCHEMA.type_map["ScreeningOutcome"]
    assert isinstance(outcome, GraphQLEnumType)
    assert set(outcome.values) == {"HIT", "CANDIDATE", "NONE"}
