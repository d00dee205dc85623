"""What sources derive and check besides the kinds of their columns: terms, ages, towns."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import polars as pl

import schema.law as law
from loaders.cleaners import Context
from loaders.source import Check, Derive
from schema.identifiers import normalise

#: 法释〔2017〕7号 art. 1–2: grounds with a term; G1 alone has none
_WITH_TERM = "G[2-6]"
#: 法释〔2017〕7号 art. 4: minors must not be listed
_ADULT_MONTHS = 18 * 12


def of_age(on: str) -> Check:
    """Fault MINOR where the party's known birth date makes it under 18 on the day of the coordinate `on`."""

    def check(rows: pl.DataFrame) -> pl.Series:
        born = pl.col("subject.birth_date").str.to_date(strict=False)
        listed = pl.col(on).str.to_date(strict=False)
        minor = born.dt.offset_by(f"{_ADULT_MONTHS}mo") > listed
        return rows.select(pl.when(minor.fill_null(False)).then(pl.lit("MINOR")).alias("fault")).to_series()

    return check


@cache
def term_months() -> int:
    """Months of an ordinary term (DL_TERM of schema/law/terms.csv: 法释〔2017〕7号 art. 2)."""
    path = Path(next(iter(law.__path__))) / "terms.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        return next(int(row["length_min"]) for row in csv.DictReader(stream) if row["code"] == "DL_TERM")


def listing_term(rows: pl.DataFrame, context: Context) -> pl.DataFrame:
    """Adds `listing.term_ends_on`: the term from the decision (else publication) where a ground carries one.

    The term runs from the decision; sources that omit its date give the publication as the nearest known day.
    """
    start = pl.col("listing.published_on")
    if "listing.decided_on" in rows.columns:
        start = pl.coalesce("listing.decided_on", start)
    ends = start.str.to_date(strict=False).dt.offset_by(f"{term_months()}mo").dt.to_string("%Y-%m-%d")
    term = pl.when(pl.col("listing.grounds").str.contains(_WITH_TERM)).then(ends)
    return rows.with_columns(term.alias("listing.term_ends_on"))


def constant_where(coordinate: str, given: str, value: str) -> Derive:
    """Sets a coordinate to a value where another one is given."""

    def derive(rows: pl.DataFrame, context: Context) -> pl.DataFrame:
        chosen = pl.when(pl.col(given).is_not_null()).then(pl.lit(value)).otherwise(pl.col(coordinate))
        return rows.with_columns(chosen.alias(coordinate))

    return derive


def town_of_court(name: str, court: str, to: str) -> Derive:
    """Sets the area `to` from a town's name, which is unique only within the county where the court sits."""

    def derive(rows: pl.DataFrame, context: Context) -> pl.DataFrame:
        found = []
        for town, code in zip(rows[name], rows[court], strict=True):
            county = context.court_areas.get(code or "", "")
            found.append(context.towns.get(f"{county[:6]}|{normalise(town)}") if town else None)
        return rows.with_columns(pl.Series(to, found, dtype=pl.String))

    return derive


def known_where_given(given: str, found: str, fault: str) -> Check:
    """The fault where a coordinate was given and nothing was found for it."""

    def check(rows: pl.DataFrame) -> pl.Series:
        lost = pl.col(given).is_not_null() & pl.col(found).is_null()
        return rows.select(pl.when(lost).then(pl.lit(fault)).alias("fault")).to_series()

    return check
