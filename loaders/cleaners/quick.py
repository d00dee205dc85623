"""Whole columns at once: expressions that answer for the forms nearly every value has, and leave the rest to a judge.

An expression gives the canonical text or null for "not my form"; wherever it answers, it must answer as the judge would
(`tests/loaders/cleaners/test_quick.py` compares them over generated values). What it leaves is judged value by value.
"""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from loaders.cleaners.base import Cleaned, Cleaner, Context, Judge, by_distinct
from schema.free_text import SUSPECT
from schema.identifiers import COURT_CHARACTERS

#: column of tidy text → canonical text, or null where the value is not of the common form
Quick = Callable[[pl.Expr], pl.Expr]

_HAN = "一-鿿㐀-䶿"
_DAY = r"^([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?"
_CLOCK = r"[ T]([01]?[0-9]|2[0-3]):([0-5]?[0-9])"
_DATE = rf"{_DAY}(?:{_CLOCK}(?::[0-5]?[0-9])?)?$"
_PACKED = r"^([0-9]{4})([0-9]{2})([0-9]{2})$"
_INSTANT = rf"{_DAY}{_CLOCK}:([0-5]?[0-9])$"
_MONEY = r"^(0|[1-9][0-9]{0,13})(?:\.([0-9]{1,2}))?$"
_MONEY_10K = r"^(0|[1-9][0-9]{0,9})(?:\.([0-9]{1,6}))?$"
_NAME = rf"^[{_HAN}·()A-Za-z0-9]+$"
_CASE = (
    rf"^[(（〔\[]((?:19|20)[0-9]{{2}})[)）〕\]](最高法|[{COURT_CHARACTERS}](?:[0-9]{{4}}|[0-9]{{2}})?)"
    r"(知?)([一-鿿]{1,4}?)0*([1-9][0-9]{0,7})号$"
)


def quick_first(quick: Quick, judge: Judge) -> Cleaner:
    """A cleaner that asks the expression first and the judge for what is left."""

    def clean(series: pl.Series, context: Context) -> Cleaned:
        values = series.to_frame("text").select(quick(pl.col("text")).alias(series.name)).to_series()
        faults = pl.Series(series.name, [None], dtype=pl.String).new_from_index(0, len(series))
        left = (series.is_not_null() & values.is_null()).arg_true()
        if len(left):
            judged = by_distinct(series[left], judge)
            values, faults = values.scatter(left, judged.values), faults.scatter(left, judged.faults)
        return Cleaned(values, faults)

    return clean


def _group(text: pl.Expr, pattern: str, number: int) -> pl.Expr:
    return text.str.extract(pattern, number)


def _two(text: pl.Expr, pattern: str, number: int) -> pl.Expr:
    return _group(text, pattern, number).str.zfill(2)


def _day(text: pl.Expr, pattern: str) -> pl.Expr:
    """An ISO date; null for a sentinel year or a day that does not exist."""
    year = _group(text, pattern, 1)
    iso = year + "-" + _two(text, pattern, 2) + "-" + _two(text, pattern, 3)
    real = iso.str.to_date("%Y-%m-%d", strict=False).is_not_null() & (year > "1900") & (year < "2099")
    return pl.when(real).then(iso)


def quick_date(text: pl.Expr) -> pl.Expr:
    """`2019-7-9`, `2019/07/09 0:00:00`, `2019年07月13日`, `20190709`."""
    return pl.coalesce(_day(text, _DATE), _day(text, _PACKED))


def quick_instant(text: pl.Expr) -> pl.Expr:
    """`2026-4-20 1:01:23`, a moment in China."""
    clock = ":".join(["{}"] * 3)
    return pl.format(f"{{}}T{clock}+08:00", _day(text, _INSTANT), *(_two(text, _INSTANT, part) for part in (4, 5, 6)))


def quick_money(text: pl.Expr) -> pl.Expr:
    """`5746611.8`: yuan with at most two decimals."""
    cents = _group(text, _MONEY, 2).fill_null("").str.pad_end(2, "0")
    return _group(text, _MONEY, 1) + "." + cents


def quick_money_10k(text: pl.Expr) -> pl.Expr:
    """`1.2345`: ten thousands of yuan with at most six decimals, so that nothing is to be rounded."""
    decimals = _group(text, _MONEY_10K, 2).fill_null("").str.pad_end(6, "0")
    whole = (_group(text, _MONEY_10K, 1) + decimals.str.head(4)).str.strip_chars_start("0")
    return pl.when(whole == "").then(pl.lit("0")).otherwise(whole) + "." + decimals.str.tail(2)


def quick_name(text: pl.Expr) -> pl.Expr:
    """Han characters, middle dot, round brackets, Latin letters and digits: one spelling already, and no ID number."""
    return pl.when(text.str.contains(_NAME) & ~text.str.contains(SUSPECT)).then(text)


def _is_plain(text: pl.Expr) -> pl.Expr:
    """Whether a case number is of the new style and counts in at most eight digits, zeros before them included."""
    return ~text.str.contains("字", literal=True) & text.str.contains("[^0-9][0-9]{1,8}号$")


def quick_case_number(text: pl.Expr) -> pl.Expr:
    """`（2024）浙0211执1号`: the new style, in any bracket, without the name or the number of a document."""
    parts = [_group(text, _CASE, part) for part in (1, 2, 3, 4, 5)]
    return pl.when(_is_plain(text)).then(pl.format("({}){}{}{}{}号", *parts))


def quick_case_type(text: pl.Expr) -> pl.Expr:
    """The type code of such a number."""
    return pl.when(_is_plain(text)).then(_group(text, _CASE, 4))
