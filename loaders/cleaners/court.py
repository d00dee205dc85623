"""Case numbers, courts and areas."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import polars as pl

from loaders.cleaners.base import Cleaned, Context, Fault, by_distinct
from loaders.cleaners.quick import quick_case_number, quick_case_type, quick_first
from schema.identifiers import normalise, parse_case_number

_AREA_CODE = re.compile(r"\d{2}|\d{4}|\d{6}|\d{9}|\d{12}|\d{6}Z\d{2}")


#: a case number stands in several columns of a row and several rows of a file
_parsed = lru_cache(maxsize=50_000)(parse_case_number)


def _case_number(text: str) -> str:
    parsed = _parsed(text)
    if parsed is None:
        raise Fault("CASE_NUMBER_INVALID")
    return parsed.canonical


def _case_type(text: str) -> str | None:
    parsed = _parsed(text)
    return parsed.type if parsed else None


def clean_court(series: pl.Series, context: Context) -> Cleaned:
    """A court's code from its name, an alias, or the source's own number (lookups.toml, table `court`)."""
    own = context.tables.get("court", {})
    return by_distinct(series, lambda text: _known(own, context.courts, text, "COURT_UNKNOWN"))


def clean_area(series: pl.Series, context: Context) -> Cleaned:
    """An area's code from the code itself or from its name (lookups.toml, table `area`, goes first)."""
    own = context.tables.get("area", {})
    return by_distinct(series, lambda text: _area(own, context.areas, text))


def _area(own: Mapping[str, str], areas: Mapping[str, str], text: str) -> str:
    code = normalise(text)
    if code not in own and _AREA_CODE.fullmatch(code):
        return code.removesuffix("000") if len(code) == 12 else code
    return _known(own, areas, text, "AREA_UNKNOWN")


def _known(own: Mapping[str, str], names: Mapping[str, str], text: str, fault: str) -> str:
    key = normalise(text)
    code = own.get(text) or own.get(key) or names.get(key)
    if code is None:
        raise Fault(fault)
    return code


CASE_NUMBER = quick_first(quick_case_number, _case_number)
#: type code (类型代字: 执, 执恢 …) of a case number; an unreadable number is CASE_NUMBER's fault to report
CASE_TYPE = quick_first(quick_case_type, _case_type)
COURT = clean_court
AREA = clean_area
