"""Rows 23–27: counts, groups, sums, costs. What is counted is what exists for the caller."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import Any

import pytest

from hub.errors import BudgetSpent
from hub.query.statistics import Statistics, read, rounded
from schema.catalog import catalog
from tests.hub.query.oracle import LEVEL
from tests.side_channels.hidden import judging
from tests.side_channels.probes import Road, dimensions, filtered, leaves, nested_lists, root_lists, sums
from tests.side_channels.roles import ALL, ATTACKERS, FEW
from tests.side_channels.schema_names import named, shown
from tests.side_channels.twins import Planted, Twin, Twins, Worlds

FEWEST = 10


# --- 23 ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", FEW)
async def test_row_23_counts_under_a_filter(worlds: Worlds, role: str) -> None:
    """Channel: `totalCount` under a filter is a filter whose answer is a number. Rule: use needs sight, and only rows
    that exist for the caller count: in a world without the others every count is the same.
    """
    planted = Planted(judging(worlds.world, role), Twin.GONE)
    async with worlds.twins(role, Twin.GONE) as twins:
        for road in root_lists():
            kind = road.accepts("filter")
            for leaf in leaves(kind, 0) if kind else ():
                operator = next(one for one in leaf.operators if one != "in")
                guesses = [leaf.saying(operator, one) for one in planted.of(leaf.value)]
                for document, variables in filtered(road, guesses, "totalCount") if guesses else ():
                    await twins.ask(document, variables)

    assert twins.asked > 10


@pytest.mark.parametrize("role", ATTACKERS)
async def test_row_23_counts_of_every_list(worlds: Worlds, role: str) -> None:
    """Rule: `totalCount` of every list, at the root and below other rows, is that of the world without hidden rows."""
    async with worlds.twins(role, Twin.GONE) as twins:
        for road in (*root_lists(), *nested_lists()):
            await twins.ask(f"{{ {road.asking('', 'totalCount')} }}")

    assert twins.asked > 40


# --- 24 ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ATTACKERS)
async def test_row_24_groups_and_sums_of_a_hidden_field(worlds: Worlds, role: str) -> None:
    """Channel: groups by a hidden or derived field are its values, sums of one row are its amount, minimum and maximum
    are somebody's (Directus, CVE-2026-35442). Rule: what one may not see one may neither count by nor sum; where it is
    seen in some rows, null stands in the others.
    """
    async with worlds.twins(role, Twin.OTHER) as twins:
        for road in root_lists():
            for member, field in dimensions(road):
                both = f"a: groups(by: [{member}]) {{ {field} count }}"
                await twins.ask(f"{{ {road.asking('', f'{both} b: {_alone(member, field)}')} }}")
            for name in sums(road):
                await twins.ask(f"{{ {road.asking('', f'groups(by: [], onlyVisible: true) {{ count {name} }}')} }}")

    assert twins.asked > 50


@pytest.mark.parametrize("role", FEW)
async def test_row_24_groups_below_other_rows(worlds: Worlds, role: str) -> None:
    """Rule: as above, in the lists that stand below other rows, where each group is about one of them."""
    async with worlds.twins(role, Twin.OTHER) as twins:
        for road in nested_lists():
            for member, field in dimensions(road)[: None if ALL else 4]:
                await twins.ask(f"{{ {road.asking('', _alone(member, field))} }}")
            for name in sums(road):
                await twins.ask(f"{{ {road.asking('', f'groups(by: []) {{ {name} }}')} }}")

    assert twins.asked > 10


def _alone(member: str, field: str) -> str:
    return f"groups(by: [{member}], onlyVisible: true) {{ {field} count }}"


def test_row_24_no_other_aggregates() -> None:
    """Rule: rows are counted and amounts are summed; there is no least, greatest, mean or percentile of anything, and
    nothing but amounts is summed.
    """
    words = ("min", "max", "avg", "average", "mean", "median", "percentile", "stddev", "variance", "histogram")
    assert named(*words) == {"ScreenInput.maxStaleness"}
    summed = {name.split(".")[1] for name in shown() if ".sum" in name}
    amounts = {value.field for kind in catalog().types.values() for value in kind.values.values()
               if value.kind.name == "Money"}  # fmt: skip
    assert {f"{name[3].lower()}{name[4:]}" for name in summed} <= amounts


# --- 25 ------------------------------------------------------------------------------------------------------------


def _counting() -> Iterator[str]:
    """Roles that may count rows which do not exist for them."""
    presences = {presence.group for kind in catalog().types.values() for presence in kind.entity.presence}
    yield from sorted({role for (group, role), cell in LEVEL.items() if cell == "A" and group in presences})


@pytest.mark.parametrize("role", list(_counting()))
async def test_row_25_small_cells_and_their_complements(worlds: Worlds, role: str) -> None:
    """Channel: a cell of one is a person; so is the difference of two counts, of all and of all the others. Rule: rows
    that may only be counted count in full tens, by themselves: beside those that exist for the caller no group, by any
    one or two dimensions, shows more or fewer than tens, and none of fewer than ten. So one row more or less, and any
    cell's complement, shows only where a ten is full.
    """
    compared = 0
    async with worlds.twins(role, Twin.OTHER) as twins:
        for road in root_lists():
            offered = [*dimensions(road)]
            for by in [(), *itertools.combinations(offered, 1), *list(itertools.combinations(offered, 2))[:6]]:
                told = await _cells(twins, road, by)
                for seen, everything in told:
                    assert everything >= seen
                    assert (everything - seen) % FEWEST == 0, (road.root, by)
                    compared += everything > seen

    assert compared or role not in ("PU", "AU", "PL")


async def _cells(twins: Twins, road: Road, by: tuple[tuple[str, str], ...]) -> list[tuple[int, int]]:
    """For each group: rows that exist for the caller, and rows counted in all."""
    members, fields = ", ".join(member for member, _ in by), " ".join(field for _, field in by)
    found: dict[tuple[Any, ...], list[int]] = {}
    # asked one by one: who sees no row at all is refused the rows that he sees
    for place, only in enumerate((", onlyVisible: true", "")):
        groups = f"groups(by: [{members}]{only}) {{ {fields} count }}"
        answer = await twins.one.ask(f"{{ {road.asking('', groups)} }}")
        for group in answer.json["data"][road.root]["groups"] if answer.code is None else ():
            cell = tuple(group[field] for _, field in by)
            found.setdefault(cell, [0, 0])[place] = group["count"]
    return [(seen, everything) for seen, everything in found.values()]


@pytest.mark.parametrize("role", ["AU"])
async def test_row_25_no_sets_made_to_measure(worlds: Worlds, role: str) -> None:
    """Channel: a tracker, counts of overlapping regions, of weeks, of ranges: their differences are small cells. Rule:
    where rows are counted that do not exist for the caller, a filter says `eq` of fixed dimensions and nothing else, at
    most three together; ranges, prefixes, `or`, `not`, relations and lists are refused, and nothing of them is summed.
    """
    document = (
        "query ($f: ListingFilter, $by: [ListingGroupField!]!) { listings(filter: $f) { groups(by: $by) { count } } }"
    )
    wrong: list[dict[str, Any]] = [
        {"not": {"kind": {"eq": "SX"}}}, {"or": [{"kind": {"eq": "SX"}}]}, {"kind": {"in": ["SX"]}},
        {"publishedOn": {"gte": "2020-01-01"}}, {"removedOn": {"eq": "2020-01-01"}},
        {"subject": {"kind": {"eq": "ENTERPRISE"}}},
    ]  # fmt: skip
    async with worlds.twins(role, Twin.OTHER) as twins:
        for condition in wrong:
            answer = await twins.ask(document, {"f": condition, "by": ["KIND"]})
            assert answer.code in ("INVALID_ARGUMENT", "FORBIDDEN"), condition
        four = await twins.ask(
            document, {"f": {"kind": {"eq": "SX"}}, "by": ["STATE", "SUBJECT_KIND", "REMOVAL_REASON"]}
        )
        assert four.code in ("LIMIT_EXCEEDED", "FORBIDDEN")
        right = await twins.ask(document, {"f": {"kind": {"eq": "SX"}}, "by": ["SUBJECT_KIND"]})
        assert right.code is None


async def test_row_25_counting_costs(worlds: Worlds) -> None:
    """Rule: whoever asks for very many counts to hold them against one another runs into a budget: each costs, more the
    more rows are counted, and the cost of a day is bounded per officer and per agency.
    """
    asked = []

    class Spent:
        def charge(self, caller: Any, cost: int) -> None:
            asked.append(cost)
            if len(asked) > 3:
                raise BudgetSpent(retry_after=60, what="cost", what_zh="成本")

        def saw(self, caller: Any, subjects: list[str]) -> None:
            pass

    async with worlds.twins("AU", Twin.OTHER) as twins:
        twins.one.engine._daily = Spent()
        codes = [
            (await twins.one.ask(f"{{ listings {{ groups(by: [KIND]) {{ count kind }} a{i}: totalCount }} }}")).code
            for i in range(5)
        ]

    assert codes[:3] == [None] * 3
    assert codes[3:] == ["BUDGET_SPENT"] * 2
    assert min(asked) > 1


# --- 26 ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ATTACKERS)
async def test_row_26_no_count_of_the_unseen(worlds: Worlds, role: str) -> None:
    """Channel: counts over rows out of region, "x results hidden", notes of masks that depend on the rows. Rule: the
    unseen is never counted and never noted: groups and the list of masked coordinates are those of a world without it,
    and beside `policyVersion`, `masked` and `maskedElsewhere` an answer has no extensions.
    """
    async with worlds.twins(role, Twin.GONE) as twins:
        for road in root_lists():
            for member, field in dimensions(road):
                answer = await twins.ask(f"{{ {road.asking('', _alone(member, field))} }}")
                assert set(answer.json.get("extensions", {})) <= {"policyVersion", "masked", "maskedElsewhere"}

    assert twins.asked > 30
    assert not named("hidden", "hiddenCount", "unseen", "withheld", "omitted", "filteredCount", "suppressed")


# --- 27 ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("twin", [Twin.OTHER, Twin.GONE])
@pytest.mark.parametrize("role", FEW)
async def test_row_27_costs_tell_no_values(worlds: Worlds, role: str, twin: Twin) -> None:
    """Channel: a cost that depends on hidden rows, in `extensions.cost` or in a refusal, counts them. Rule: costs come
    from the document and from the tables' magnitudes; the values of a filter are never looked at, and `actual` counts
    what was answered. With the same magnitudes both worlds tell the same, asked for and unasked.
    """
    planted = Planted(judging(worlds.world, role), twin)
    async with worlds.twins(role, twin) as twins:
        for road in root_lists():
            kind = road.accepts("filter")
            await twins.ask(f"{{ {road.asking('first: 5', 'totalCount nodes { id }')} }}", extensions={"cost": True})
            for leaf in list(leaves(kind, 0))[:4] if kind else ():
                guesses = [leaf.saying(leaf.operators[0], one) for one in planted.of(leaf.value)][:2]
                costs = set()
                for document, variables in (pair for one in guesses for pair in filtered(road, [one])):
                    answer = await twins.ask(document, variables, extensions={"cost": True})
                    costs.add(answer.json.get("extensions", {}).get("cost", {}).get("estimated"))
                assert len(costs) <= 1, leaf

    assert twins.asked > 10


def test_row_27_statistics_are_magnitudes() -> None:
    """Rule: of the tables no more is known than powers of two, so that a caller who may ask for estimates learns when
    a table has doubled, not when a row came; columns count by how many values they have, never by which.
    """

    def told(rows: int, distinct: float) -> Statistics:
        return read({"rows": {"listing": rows}, "distinct": [["listing", "subject_id", distinct]]})

    assert told(1025, 1000) == told(1500, 1000) == told(2048, 2000)
    assert told(1025, 1000).rows != told(1024, 1000).rows
    for rows in (1, 10, 999, 10**6 + 1):
        assert math.log2(rounded(rows)).is_integer()
        assert rows <= rounded(rows) < 2 * rows


async def test_row_27_headers_do_not_move_with_rows(worlds: Worlds) -> None:
    """Rule: no header of an answer or refusal tells of rates, costs or remains; the length of the body is its own."""
    codes = []
    async with worlds.twins("PU", Twin.GONE) as twins:
        for document in (
            "{ listings { totalCount } }",
            "{ subjects { nodes { ... on NaturalPerson { phone } } } }",
            "{ x }",
        ):
            answer = await twins.ask(document)
            assert {name for name, _ in answer.headers} == {
                b"content-type", b"content-length", b"cache-control", b"x-content-type-options",
            }  # fmt: skip
            codes.append(answer.code)

    assert codes == [None, "FORBIDDEN", "INVALID_DOCUMENT"]
