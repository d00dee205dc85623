"""Acting on behalf: what two see together is what each of them sees, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from schema.meet import conjoined, implied, meet, placed, rules_of
from schema.policy import ROW_RULES, Decision, policy

NOTHING, MASKED, CLEAR = 0, 1, 2
ROLES = policy().roles


def decided(group: str, role: str, opened: bool, place: int) -> Decision:
    """What a role may see alone, as the party at a place of the chain."""
    one = policy().decide(group, frozenset({role}), opened)
    return replace(one, rules=placed(one.rules, place))


def shown(decision: Decision, true: frozenset[str]) -> int:
    """How a value is shown in a row of which the rules in `true` are true, the parties' own ones by place."""

    def holds(terms: frozenset[str]) -> bool:
        return any(frozenset(term.split("&")) <= true for term in terms)

    if decision.clear or holds(decision.rules):
        return CLEAR
    return MASKED if decision.masked or holds(decision.masked_by) else NOTHING


def rows(*decisions: Decision) -> Iterator[frozenset[str]]:
    """Every kind of row that the rules of the parties can tell apart."""
    rules = sorted({rule for decision in decisions for rule in decision.rules})
    for held in product((False, True), repeat=len(rules)):
        yield frozenset(rule for rule, holds in zip(rules, held, strict=True) if holds)


@pytest.mark.parametrize("group", policy().levels)
def test_two_see_the_less_of_what_each_sees(group: str) -> None:
    """All pairs of roles, with and without purpose, in every kind of row: exactly the lower level, never above it."""
    for first, second, opened in product(ROLES, ROLES, (False, True)):
        one, other = decided(group, first, opened, 0), decided(group, second, opened, 1)
        both = meet([one, other])
        for row in rows(one, other):
            assert shown(both, row) == min(shown(one, row), shown(other, row)), (first, second, row)
        assert both.nothing >= (one.nothing or other.nothing)
        assert both.hit <= min(one.hit, other.hit)
        assert both.counted <= (one.counted or one.clear) * (other.counted or other.clear)


def distinct(group: str, place: int) -> list[Decision]:
    """What roles may see of a group, alike ones once."""
    found = {decided(group, role, opened, place): None for role in ROLES for opened in (False, True)}
    return list(found)


def test_chain_of_three_is_the_intersection() -> None:
    """Three parties see what the first sees with what the other two see together; the order takes nothing away."""
    for group in policy().levels:
        for one, two, three in product(*(distinct(group, place) for place in range(3))):
            all_three = meet([one, two, three])
            stepwise = meet([one, meet([two, three])])
            for row in rows(one, two, three):
                expected = min(shown(each, row) for each in (one, two, three))
                assert shown(all_three, row) == shown(stepwise, row) == shown(meet([three, one, two]), row) == expected


def test_rules_of_several_parties_stay_apart() -> None:
    """A region is somebody's; whether a body is a government's is nobody's."""
    assert placed(frozenset(ROW_RULES.values()), 2) == {
        "region@2", "own@2", "agency@2", "gov", "listed", "consent",
    }  # fmt: skip
    assert conjoined([frozenset({"region", "gov"}), frozenset({"region@1", "gov"})]) == {"region&region@1", "gov"}
    assert conjoined([frozenset({"own"}), frozenset()]) == frozenset()
    assert rules_of("own&region@1") == (("own", 0), ("region", 1))


def test_term_of_more_rules_implies_one_of_fewer() -> None:
    """What is there only by two rules together is there by each of them."""
    assert implied(["region"], ["region&region@1", "own&region"])
    assert not implied(["region&region@1"], ["region"])
    assert not implied(["region"], ["region@1"])
