"""What every cleaner shares: tidying, judging distinct values once, the context of reference data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import polars as pl

#: words that mean "no value" in the sources seen; compared after stripping, in upper case
NULL_WORDS = (
    "",
    "暂无",
    "无",
    "空",
    "/",
    "\\",
    "NULL",
    "NONE",
    "NAN",
    "N/A",
    "-",
    "--",
    "—",
    "——",
    "无处罚期限",
    "\\N",
    "\\R\\N",
)
#: blanks and characters without width
EDGES = (
    " \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)


class Cleaned(NamedTuple):
    """Canonical text and, where a value could not be read, the code of the fault; both as long as the input."""

    values: pl.Series
    faults: pl.Series


@dataclass(frozen=True)
class Context:
    """Reference data that some cleaners need, read once per load."""

    #: name or alias of a court, normalised → court code
    courts: Mapping[str, str] = field(default_factory=dict)
    #: name of an area → area code
    areas: Mapping[str, str] = field(default_factory=dict)
    #: county code and name of a town or zone within it, joined by | → area code
    towns: Mapping[str, str] = field(default_factory=dict)
    #: court code → code of the division of its seat
    court_areas: Mapping[str, str] = field(default_factory=dict)
    #: tables of the source's lookups.toml: table → raw value → canonical value ("" means no value)
    tables: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


#: takes a tidy column
Cleaner = Callable[[pl.Series, Context], Cleaned]
#: one value → canonical text, or None for "no value"; raises Fault
Judge = Callable[[str], str | None]


class Fault(Exception):
    """A value that cannot be read; carries the stable reason code, never the value."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def tidy_expression(name: str) -> pl.Expr:
    """Strip blanks, zero-width characters and BOM from both ends of a column; null words become null."""
    stripped = pl.col(name).str.strip_chars(EDGES)
    return pl.when(~stripped.str.to_uppercase().is_in(NULL_WORDS)).then(stripped).alias(name)


def key_expression(series: pl.Series) -> pl.Series:
    """Texts as `read_record.key_of` makes keys of headings."""
    gaps = r"[\s\u200b-\u200f\u2060\ufeff]+"
    return series.str.normalize("NFKC").str.replace_all(gaps, "").str.to_lowercase()


def tidy(series: pl.Series) -> pl.Series:
    """`tidy_expression` for one column; tidying twice changes nothing."""
    return series.to_frame("text").select(tidy_expression("text")).to_series().alias(series.name)


def by_distinct(series: pl.Series, judge: Judge) -> Cleaned:
    """Judge each distinct tidy value once and spread the verdicts over the column."""
    distinct = series.drop_nulls().unique()
    verdicts = [_verdict(judge, text) for text in distinct]
    values = pl.Series([value for value, _ in verdicts], dtype=pl.String)
    faults = pl.Series([fault for _, fault in verdicts], dtype=pl.String)
    return Cleaned(_spread(series, distinct, values), _spread(series, distinct, faults))


def _spread(series: pl.Series, distinct: pl.Series, verdicts: pl.Series) -> pl.Series:
    if verdicts.null_count() == len(verdicts):
        return pl.Series(series.name, [None], dtype=pl.String).new_from_index(0, len(series))
    return series.replace_strict(distinct, verdicts, default=None, return_dtype=pl.String)


def _verdict(judge: Judge, text: str) -> tuple[str | None, str | None]:
    try:
        return judge(text), None
    except Fault as fault:
        return None, fault.code


def from_judge(judge: Judge) -> Cleaner:
    """A cleaner out of a function for one value."""

    def clean(series: pl.Series, context: Context) -> Cleaned:
        return by_distinct(series, judge)

    return clean


def no_faults(series: pl.Series) -> Cleaned:
    """A cleaned column in which nothing can be wrong."""
    return Cleaned(series, pl.Series(series.name, [None] * len(series), dtype=pl.String))
