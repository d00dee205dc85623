"""The store of statements: bounded in number and room, counted, and never wrong about what it holds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.query.authorise import authorise
from hub.query.compile import Statement, compile_operation
from hub.query.operation import prepare
from hub.query.plans import Plans
from tests.province import officer

KNOWN = compile_operation(authorise(prepare("{ courts { totalCount } }", None, {}), officer("CP")), "1")


def statement(size: int) -> Statement:
    return replace(KNOWN, text="x" * size)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 60))))
def test_holds_the_latest_that_fit(uses: list[tuple[int, int]]) -> None:
    """Never more entries or characters than allowed, and of what was kept always the most recently used."""
    plans = Plans(entries=5, characters=100)
    latest: list[tuple[int, int]] = []
    for key, size in uses:
        plans.keep(key, statement(size))
        latest = [one for one in latest if one[0] != key] + [(key, size)]
        while len(latest) > 5 or sum(size for _, size in latest) > 100:
            latest.pop(0)

    account = plans.account()
    assert (account["held"], account["characters"]) == (len(latest), sum(size for _, size in latest))
    for key, size in latest:
        found = plans.find(key)
        assert found is not None
        assert len(found.text) == size


def test_use_keeps_alive() -> None:
    """What is asked for stays, however old it is."""
    plans = Plans(entries=2)
    for key in "abc":
        plans.keep(key, statement(1))
        plans.find("a")

    assert plans.find("a") is not None
    assert plans.find("b") is None


def test_statement_larger_than_all_room_is_kept_alone() -> None:
    """A single huge operation still runs from its plan instead of being compiled for every request."""
    plans = Plans(characters=10)
    plans.keep("small", statement(5))
    plans.keep("huge", statement(50))

    assert plans.find("huge") is not None
    assert plans.find("small") is None


def test_hits_and_misses_are_counted() -> None:
    """An operator sees whether the store is too small for his agencies' operations."""
    plans = Plans()
    plans.find("a")
    plans.keep("a", statement(7))
    plans.find("a")

    assert plans.account() == {"held": 1, "characters": 7, "hits": 1, "misses": 1}


@pytest.mark.parametrize("role", ["CP", "CE"])
def test_one_plan_for_all_values(role: str) -> None:
    """Codes, dates and page sizes in variables make no new plan; enum values, nulls and booleans do."""
    query = "query ($c: CourtCode, $n: Int, $k: ListingKind) { listings(first: $n, filter: {courtCode: {eq: $c},"
    query += " kind: {eq: $k}}) { totalCount } }"
    keys = {
        prepare(query, None, {"c": court, "n": size, "k": kind}).key
        for court in ("浙0211", "渝0112") for size in (1, 50) for kind in ("SX", "CONSUMPTION_RESTRICTION")
    }  # fmt: skip

    assert len(keys) == 2
    assert len({prepare(query, None, {"c": None, "n": 1}).key, prepare(query, None, {"n": 1}).key}) == 2
