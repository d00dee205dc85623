"""Check digits of whole columns against value by value and against python-stdnum, right numbers and near misses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.cn import ric, uscc

from loaders.cleaners import digits
from loaders.cleaners.digits import proven
from loaders.cleaners.document import Document, recognise
from schema import identifiers as ids

_FEW = settings(max_examples=150, deadline=None)
_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)).map("{:%Y%m%d}".format) | st.sampled_from(
    ["19900230", "20231301", "00000101", "19001301"]
)


def _first17() -> st.SearchStrategy[str]:
    area, sequence = (st.text("0123456789", min_size=size, max_size=size) for size in (6, 3))
    return st.builds("{}{}{}".format, area, _DAYS, sequence)


def _credit17() -> st.SearchStrategy[str]:
    head = st.builds("{}{}".format, st.sampled_from("1959ANY2"), st.sampled_from("12319"))
    area, own = st.text("0123456789", min_size=6, max_size=6), st.text(_CREDIT, min_size=9, max_size=9)
    return st.builds("{}{}{}".format, head, area, own)


def spoilt(number: str, place: int, sign: str) -> str:
    """The number with one character changed."""
    place %= max(len(number), 1)
    return number[:place] + sign + number[place + 1 :]


right = st.one_of(
    _first17().map(lambda first: first + ids.id_number_check_digit(first)),
    _credit17().map(lambda first: first + ids.credit_code_check_digit(first)),
    st.text("0123456789ABCXYZ", min_size=8, max_size=8).map(lambda one: one + ids.organisation_code_check_digit(one)),
)  # fmt: skip
numbers = st.one_of(
    right,
    st.builds(spoilt, right, st.integers(0, 20), st.sampled_from("0159XAIOSVZx ９*")),
    st.text("0123456789X", max_size=19),
)


@pytest.mark.parametrize("name", ["is_id_number", "is_credit_code", "is_organisation_code"])
def test_columns_agree_with_single_values(name: str) -> None:
    """Every verdict over a column is the verdict over its value."""
    expression: Callable[[pl.Expr], pl.Expr] = getattr(digits, name)
    single: Callable[[str], bool] = getattr(ids, name)

    @_FEW
    @given(st.lists(numbers, min_size=1, max_size=40))
    def compare(texts: list[str]) -> None:
        frame = pl.DataFrame({"number": texts}, schema={"number": pl.String})
        verdicts = frame.select(expression(pl.col("number"))).to_series().to_list()
        assert verdicts == [single(text) for text in texts]

    compare()


@_FEW
@given(st.lists(st.tuples(_first17(), _credit17()), min_size=1, max_size=20))
def test_check_characters_are_those_of_stdnum(pairs: list[tuple[str, str]]) -> None:
    """An independent witness computes the same last characters."""
    people = [first + str(ric.calc_check_digit(first + "0")) for first, _ in pairs if ids._date_or_none(first[6:14])]
    bodies = [first + str(uscc.calc_check_digit(first)) for _, first in pairs if first[0].isdigit()]
    for values, expression in ((people, digits.is_id_number), (bodies, digits.is_credit_code)):
        frame = pl.DataFrame({"number": values}, schema={"number": pl.String})
        assert frame.select(expression(pl.col("number")).all()).item()


@_FEW
@given(st.lists(numbers, max_size=40))
def test_what_is_proven_is_recognised_under_any_name(texts: list[str]) -> None:
    """A proven document is the one that the slow way finds, for a person, a body and whoever is not known."""
    for text, document in proven(pl.Series("number", [*texts, None], dtype=pl.String)).items():
        for hint in ("PERSON", "ORGANISATION", None):
            assert recognise(text, hint) == document


def test_nearly_all_numbers_are_proven() -> None:
    """A column that proved nothing would agree with everything."""
    people = [first + ids.id_number_check_digit(first) for first in (f"330211{1960 + n}0307{n:03}" for n in range(50))]
    bodies = [first + ids.credit_code_check_digit(first) for first in (f"91330211MA2A{n:05}" for n in range(50))]
    found = proven(pl.Series("number", people + bodies))

    assert len(found) >= 95
    assert all(isinstance(document, Document) for document in found.values())
