"""Digests: every difference comes out, exactly, or none is claimed."""

from __future__ import annotations

import random

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.reconcile.cells import CELL, Cells, distinct

HASHES = st.sets(st.integers(-(2**63), 2**63 - 1), max_size=60)


def cells(hashes: set[int], size: int = 96) -> Cells:
    return Cells.of(pl.Series("hash", list(hashes), dtype=pl.Int64), size)


@given(HASHES, HASHES, HASHES)
@settings(max_examples=300)
def test_what_differs_comes_out_or_too_much_is_said(shared: set[int], left: set[int], right: set[int]) -> None:
    """Whatever the hashes, a digest tells exactly what each side alone has; a small one may give up, never guess."""
    one, two = shared | left, shared | right
    found = cells(one).minus(cells(two)).apart()

    assert found in (None, (one - two, two - one))


def test_a_full_quarter_nearly_always_comes_out() -> None:
    """24 differences in 96 buckets: in a hundred digests at most five give up."""
    dice = random.Random(7)
    told = [cells({dice.randrange(-(2**63), 2**63) for _ in range(24)}).apart() for _ in range(100)]

    assert sum(found is not None for found in told) >= 95


@pytest.mark.parametrize(("different", "told"), [(1_000, True), (5_000, False)])
def test_a_thousand_differences_fit_the_usual_size(different: int, told: bool) -> None:
    """1 536 buckets tell a thousand differences apart in two hundred thousand rows; five thousand are too many."""
    dice = random.Random(different)
    rows = [dice.randrange(-(2**63), 2**63) for _ in range(200_000)]
    one, two = set(rows[different // 2 :]), set(rows[: len(rows) - different // 2])
    table = cells(one, 1536).minus(cells(two, 1536))
    found = table.apart()

    assert found == ((one - two, two - one) if told else None)


@given(HASHES)
def test_the_written_form_is_the_table(hashes: set[int]) -> None:
    """What is read is what was written, and no other length is taken for a table."""
    table = cells(hashes)
    content = table.write()

    assert len(content) == 96 * CELL
    assert Cells.read(content) == table
    with pytest.raises(ValueError, match="buckets"):
        Cells.read(content[:-1])


def test_rows_count_once() -> None:
    """A row that a file repeats is one row, and what could not be read as a row is none."""
    parts = [pl.Series([1, 2, None], dtype=pl.Int64), pl.Series([2, 3], dtype=pl.Int64)]

    assert sorted(distinct(parts)) == [1, 2, 3]
