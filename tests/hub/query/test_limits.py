"""Limits: documents and pages of any size are refused quickly."""

from __future__ import annotations

import time

import pytest

from hub.errors import HubError, InvalidArgument, LimitExceeded
from hub.query import limits
from hub.query.engine import Engine
from hub.query.operation import flatten, prepare
from tests.province import CallerOf


def _nested(levels: int) -> str:
    return "{ areas { nodes { " + "parent { " * levels + "code" + " }" * levels + " } } }"


def test_measures_doubled_spreads_in_linear_time() -> None:
    """Nineteen fragments that each spread the next twice stand for half a million fields; refused at once."""
    parts = [f"fragment F{i} on Area {{ ...F{i + 1} ...F{i + 1} }}" for i in range(19)]
    query = "{ areas { nodes { ...F0 } } } " + " ".join(parts) + " fragment F19 on Area { code }"
    begin = time.perf_counter()
    with pytest.raises(LimitExceeded):
        prepare(query, None, {})

    assert time.perf_counter() - begin < 0.5


@pytest.mark.parametrize(
    "query",
    [
        "{ areas { nodes { ...A } } } fragment A on Area { parent { ...A } }",
        "{ areas { nodes { ...A } } } fragment A on Area { ...B } fragment B on Area { ...A }",
        "query { ...A } fragment A on Query { ...A }",
    ],
)
def test_refuses_cycles(query: str) -> None:
    """A fragment that contains itself is endless."""
    with pytest.raises(HubError):
        prepare(query, None, {})


def test_refuses_depth_beyond_the_limit() -> None:
    """Depth is counted with fragments expanded; the limit itself is allowed."""
    prepare(_nested(limits.DEPTH - 3), None, {})
    with pytest.raises(LimitExceeded):
        prepare(_nested(limits.DEPTH - 2), None, {})


def test_refuses_keys_that_postgresql_would_cut() -> None:
    """Two aliases of 64 bytes with the same beginning would become one column."""
    flatten(prepare(f"{{ {'a' * 63}: __typename }}", None, {}))
    with pytest.raises(LimitExceeded):
        flatten(prepare(f"{{ {'a' * 64}: __typename }}", None, {}))


@pytest.mark.parametrize("query", ["{ " + " ".join(f"a{i}: __typename" for i in range(11)) + " }", "#" * 20_000])
def test_refuses_wide_and_long_documents(query: str) -> None:
    """More root fields or characters than the limit."""
    with pytest.raises(LimitExceeded):
        prepare(query, None, {})


async def test_refuses_root_fields_hidden_in_fragments(engine: Engine, caller: CallerOf) -> None:
    """A fragment at the root does not raise the number of root fields."""
    fields = " ".join(f"a{i}: courts {{ totalCount }}" for i in range(limits.ROOTS + 1))
    with pytest.raises(LimitExceeded):
        await engine.answer(f"{{ ...R }} fragment R on Query {{ {fields} }}", None, {}, caller("CH"))


@pytest.mark.parametrize("given", ["literal", "variable"])
async def test_refuses_more_rows_than_pages_multiply_to(engine: Engine, caller: CallerOf, given: str) -> None:
    """The product of page sizes is bounded, also when the sizes are variables and the plan is warm."""
    size = "$n" if given == "variable" else "100"
    head = "query ($n: Int = 1)" if given == "variable" else ""
    query = (
        f"{head} {{ areas(first: {size}) {{ nodes {{ children(first: {size}) {{ nodes {{"
        f" children(first: {size}) {{ totalCount nodes {{ code }} }} }} }} }} }} }}"
    )
    if given == "variable":
        await engine.answer(query, None, {"n": 2}, caller("CH"))
    with pytest.raises(LimitExceeded):
        await engine.answer(query, None, {"n": 100} if given == "variable" else {}, caller("CH"))


@pytest.mark.parametrize("arguments", ["first: -1", "last: -1", "first: 101", "last: 101", "first: 1, last: 1"])
@pytest.mark.parametrize("selection", ["totalCount", "nodes { code }", "pageInfo { hasNextPage }"])
async def test_refuses_page_sizes_whatever_is_selected(
    engine: Engine, caller: CallerOf, arguments: str, selection: str
) -> None:
    """Negative, too large and contradicting sizes are refused, not cut."""
    with pytest.raises((InvalidArgument, LimitExceeded)):
        await engine.answer(f"{{ courts({arguments}) {{ {selection} }} }}", None, {}, caller("CH"))
