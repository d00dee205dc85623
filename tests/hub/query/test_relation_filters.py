"""Filters through relations: every relation × column behind it × role, and nested ones at random, against an oracle in
plain Python; attacks that search for what a role does not see; limits.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random
from typing import Any, TypeVar

import pytest

from hub.caller import Caller
from hub.database import Database
from hub.errors import Forbidden, LimitExceeded
from hub.query import limits
from hub.query.engine import Engine
from hub.settings import Settings
from hub.vault import Vault
from schema.catalog import Link, Value, catalog
from tests.hub.query.filter_oracle import Filter, FilterOracle
from tests.hub.query.oracle import ROLES, Oracle
from tests.hub.query.small_world import World, asker, build
from tests.province import CallerOf, opened

T = TypeVar("T")
#: root list → type, where the filter goes through any relation
LISTS = {field: name for field, name in catalog().lists.items() if catalog().related[name]}


class Asking:
    """One role that asks lists of the small world."""

    def __init__(self, engine: Engine, world: World, role: str) -> None:
        own = world.subject(3)
        self.engine, self.role, self.caller = engine, role, asker(role, own)
        self.oracle = FilterOracle(Oracle(world, role, opened=False, own=own))
        self.compared = self.refused = 0

    async def found(self, field: str, filters: list[Filter]) -> list[tuple[set[str], int]]:
        """The ids of up to a hundred rows that each filter leaves, and how many it leaves, in one operation."""
        names = [f"f{i}" for i in range(len(filters))]
        given = ", ".join(f"${name}: {catalog().lists[field]}Filter" for name in names)
        # how long the log is goes into no estimate, so each page of it counts as full, and few rows are in this world's
        size = 20 if catalog().types[catalog().lists[field]].entity.view else 100
        lists = " ".join(
            f"{name}: {field}(first: {size}, filter: ${name}) {{ totalCount nodes {{ id }} }}" for name in names
        )
        variables = dict(zip(names, filters, strict=True))
        body = await self.engine.answer(f"query ({given}) {{ {lists} }}", None, variables, self.caller)
        data: dict[str, Any] = json.loads(body)["data"]
        return [({node["id"] for node in data[name]["nodes"]}, data[name]["totalCount"]) for name in names]

    async def check(self, field: str, filters: list[Filter]) -> None:
        """Filters are refused for exactly what the oracle names, or find exactly what it finds."""
        name = catalog().lists[field]
        refusals = [(given, self.oracle.refused(name, given)) for given in filters]
        shut = {f"Query.{field}"}
        refused = [(g, r if self.oracle.types(name, g) else r | shut) for g, r in refusals]
        for part in _parts([(given, names) for given, names in refused if names]):
            expected = set().union(*(names for _, names in part))
            assert expected == await self._named(field, [given for given, _ in part]), (self.role, field, part)
            self.refused += len(part)
        for allowed in _parts([given for given, names in refused if not names]):
            for given, (ids, count) in zip(allowed, await self.found(field, allowed), strict=True):
                matching = self.oracle.matching(name, given)
                assert ids <= matching, (self.role, field, given)
                assert count == len(matching), (self.role, field, given)
            self.compared += len(allowed)

    async def _named(self, field: str, filters: list[Filter]) -> set[str]:
        """The coordinates that a refusal names; none if the filters are answered."""
        try:
            await self.found(field, filters)
        except Forbidden as error:
            return {item["coordinate"] for item in error.data["refused"]}
        return set()


def _parts(items: list[T]) -> Iterator[list[T]]:
    """As many at a time as one operation may have root fields."""
    for start in range(0, len(items), limits.ROOTS):
        yield items[start : start + limits.ROOTS]


class Values:
    """Conditions over a column with values that rows of the world hold, those that a role does not see first of all."""

    def __init__(self, asking: Asking, random: Random) -> None:
        self._oracle, self._random = asking.oracle, random

    def condition(self, column: Value) -> Filter:
        """One operator with a stored value of the column, or with null."""
        kind = catalog().types[column.type_name]
        rows = [row for row in self._oracle.oracle.world.tables[kind.entity.table] if self.usable(row, column)]
        hidden = [row for row in rows if not self._oracle.sees(column, row)]
        if not rows or self._random.random() < 0.1:
            return {"eq": None} if "eq" in column.kind.operators else {}
        value = self._random.choice(hidden or rows)[column.name]
        operator = self._random.choice(column.kind.operators)
        if operator == "startsWith":
            return {operator: value[: self._random.randint(1, len(value))]} if _prefixable(column) else {"eq": value}
        return {operator: value[0] if operator == "has" else [value] if operator == "in" else value}

    @staticmethod
    def usable(row: dict[str, Any], column: Value) -> bool:
        try:
            return row[column.name] is not None and bool([column.kind.accept(row[column.name])])
        except ValueError:
            return column.kind.name.endswith("List") or isinstance(row[column.name], list)


def _prefixable(column: Value) -> bool:
    return column.kind.name == "Text"


def _through(link: Link, quantifier: str, inner: Filter) -> Filter:
    return {link.field: {quantifier: inner} if link.many else inner}


def _single(values: Values, name: str, random: Random) -> Iterator[Filter]:
    """Each relation of a type with each column behind it."""
    for link in catalog().related[name].values():
        for column in catalog().types[link.target].filterable.values():
            quantifier = random.choice(["some", "none", "every"])
            yield _through(link, quantifier, {column.field: values.condition(column)})


def _nested(values: Values, name: str, random: Random, depth: int, levels: int = 4) -> Filter:
    """A filter at random: columns, combinations, relations within relations; `depth` and `levels` bound it."""
    parts: Filter = {}
    for _ in range(random.randint(1, 2)):
        choice = random.random()
        if choice < 0.45 and depth and levels and catalog().related[name]:
            link = random.choice(list(catalog().related[name].values()))
            inner = _nested(values, link.target, random, depth - 1, levels - 1) if random.random() < 0.9 else {}
            parts |= _through(link, random.choice(["some", "none", "every"]), inner)
        elif choice < 0.65 and levels:
            word = random.choice(["and", "or", "not"])
            several = [_nested(values, name, random, depth, levels - 1) for _ in range(random.randint(0, 2))]
            parts[word] = several if word != "not" else several[0] if several else {}
        else:
            column = random.choice(list(catalog().types[name].filterable.values()))
            parts[column.field] = values.condition(column)
    return parts


async def test_finds_through_relations_what_the_policy_shows(
    empty_database: Database, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """For every role, relation and column behind it: refused by name, or the rows that plain Python finds."""
    vault = Vault.from_settings(settings)
    with empty_database.connect("owner") as connection:
        world = build(connection, vault)
    compared = refused = 0
    async with opened(empty_database, vault) as engine:
        await engine.statistics.look(engine.reader)
        for number, role in enumerate(ROLES):
            asking, random = Asking(engine, world, role), Random(number)
            values = Values(asking, random)
            for field, name in LISTS.items():
                nested = [_nested(values, name, random, limits.RELATIONS) for _ in range(8)]
                await asking.check(field, [*_single(values, name, random), *nested])
            compared, refused = compared + asking.compared, refused + asking.refused
    with capsys.disabled():
        print(f"\n{compared} filters through relations compared, {refused} refused", end=" ")

    assert compared > 3000
    assert refused > 3000


def _thresholds(column: Value, cells: list[Any]) -> list[Filter]:
    """The questions of a search for these values: each bound, each prefix, each value itself."""
    asked: list[Filter] = []
    for cell in cells:
        if _prefixable(column):
            asked += [{"startsWith": cell[:length]} for length in range(1, len(cell), 5)]
        if "gte" in column.kind.operators:
            asked += [{"gte": cell}, {"lte": cell}]
        asked.append({"has": cell[0]} if "has" in column.kind.operators else {"eq": cell})
    return asked


def _hidden(asking: Asking, column: Value) -> list[Any]:
    """Up to two values of the column that the role does not see, which it could write down."""
    rows = asking.oracle.oracle.world.tables[catalog().types[column.type_name].entity.table]
    unseen = [row for row in rows if Values.usable(row, column) and not asking.oracle.sees(column, row)]
    return [row[column.name] for row in unseen][:2]


def _attacks(asking: Asking, name: str) -> Iterator[tuple[Filter, set[str]]]:
    """Questions that search through a relation for what is withheld behind it; the rows that none may tell apart."""
    rows = asking.oracle.oracle.world.tables[catalog().types[name].entity.table]
    for link in catalog().related[name].values():
        for column in catalog().types[link.target].filterable.values():
            conditions = _thresholds(column, _hidden(asking, column)) if asking.oracle.types(name, {}) else []
            asked = [_through(link, "some", {column.field: condition}) for condition in conditions]
            if asked and not asking.oracle.refused(name, asked[0]):
                blind = {row["id"] for row in rows if not asking.oracle.seen_behind(name, link.field, column, row)}
                yield from ((given, blind) for given in asked)


async def test_recovers_nothing_that_is_withheld_behind_a_relation(
    empty_database: Database, settings: Settings
) -> None:
    """Where a column is clear in some rows only, no bound, prefix or value finds a row that leads to withheld ones;
    where it is clear in none, the matrix above sees it refused.
    """
    vault = Vault.from_settings(settings)
    with empty_database.connect("owner") as connection:
        world = build(connection, vault)
    answered = 0
    async with opened(empty_database, vault) as engine:
        await engine.statistics.look(engine.reader)
        for role in ROLES:
            asking = Asking(engine, world, role)
            for field, name in LISTS.items():
                rows = len(world.tables[catalog().types[name].entity.table])
                for part in _parts(list(_attacks(asking, name))):
                    for (given, blind), (ids, count) in zip(
                        part, await asking.found(field, [given for given, _ in part]), strict=True
                    ):
                        assert not ids & blind, (role, field, given)
                        assert count <= rows - len(blind), (role, field, given)
                    answered += len(part)

    assert answered > 300


SEARCH = """query ($number: CaseNumber!, $bound: Money!) {
    subjects(filter: {cases: {some: {caseNumber: {eq: $number}, amountApplied: {gte: $bound}}}}) { totalCount } }"""


async def _search(engine: Engine, caller: Caller, number: str) -> int:
    """The amount of a case in cents, by bisection over whether its debtor is found."""
    low, high = 0, 2**40
    while low < high:
        middle = (low + high + 1) // 2
        bound = f"{middle // 100}.{middle % 100:02d}"
        body = await engine.answer(SEARCH, None, {"number": number, "bound": bound}, caller)
        found = json.loads(body)["data"]["subjects"]["totalCount"] > 0
        low, high = (middle, high) if found else (low, middle - 1)
    return low


async def test_stops_a_binary_search_for_an_amount(engine: Engine, caller: CallerOf, province: Database) -> None:
    """The search that tells a higher court the amount of a case tells the bureau of another region nothing."""
    with province.connect("owner") as connection:
        row = connection.execute(
            "select case_number, (amount_applied * 100)::bigint from enforcement_case where court_code = '渝0112'"
            " and amount_applied > 0 and subject_id in (select id from subject where area_code ^@ '500112')"
            " and case_number in (select case_number from enforcement_case group by 1 having count(*) = 1) limit 1"
        ).fetchone()
    assert row
    number, amount = row

    assert await _search(engine, caller("CH"), number) == amount
    assert await _search(engine, caller("CE"), number) == 0


@pytest.mark.parametrize(
    ("condition", "allowed"),
    [
        ("subject: {area: {courts: {some: {}}}}", True),
        ("subject: {area: {courts: {some: {cases: {some: {}}}}}}", False),
        (f"or: [{', '.join(['{caseType: {eq: null}}'] * 49)}]", True),
        (f"or: [{', '.join(['{caseType: {eq: null}}'] * 50)}]", False),
        (f"subject: {{or: [{', '.join(['{name: {eq: null}}'] * 49)}]}}", False),
    ],
)
async def test_bounds_filters(engine: Engine, caller: CallerOf, condition: str, allowed: bool) -> None:
    """Three relations one behind the other, fifty conditions in one filter, wherever they stand; no more."""
    query = f"{{ cases(filter: {{{condition}}}) {{ totalCount }} }}"
    if allowed:
        assert await engine.answer(query, None, {}, caller("CH"))
        return
    with pytest.raises(LimitExceeded):
        await engine.answer(query, None, {}, caller("CH"))


async def test_keeps_q_shut_behind_relations(engine: Engine, caller: CallerOf, truth: dict[str, Any]) -> None:
    """What purpose and matter open of the looked-up subject is shown, and not searched in from its other facts."""
    asking = caller("BK", purpose="CREDIT_REVIEW", matter="M-1")
    code = {"code": truth["samples"]["listed_enterprise"]["credit_code"]}
    shown = "query ($code: CreditCode) { subject(creditCode: $code) { terminatedCases { totalCount } } }"
    searched = """query ($code: CreditCode) { subject(creditCode: $code) {
        cases(filter: {termination: {}}) { totalCount } } }"""

    assert await engine.answer(shown, None, code, asking)
    with pytest.raises(Forbidden) as error:
        await engine.answer(searched, None, code, asking)
    assert {item["coordinate"] for item in error.value.data["refused"]} == {"Case.termination"}
