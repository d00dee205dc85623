"""Enumerations through the tables of a source's lookups.toml: an unknown word is a fault, never a default."""

from __future__ import annotations

import re
from collections.abc import Mapping

import polars as pl

from loaders.cleaners.base import Cleaned, Cleaner, Context, Fault, by_distinct
from loaders.cleaners.text import array_literal

#: not the ideographic comma: it stands inside the wordings themselves (以伪造证据、暴力、威胁等方法…)
_SEPARATORS = re.compile(r"[,，;；]\s*")


def lookup(table: str, fault: str = "WORD_UNKNOWN") -> Cleaner:
    """A cleaner for one word of a table; the empty text in the table means "no value"."""

    def clean(series: pl.Series, context: Context) -> Cleaned:
        words = context.tables[table]
        return by_distinct(series, lambda text: _one(words, text, fault))

    return clean


def lookups(table: str, fault: str = "WORD_UNKNOWN") -> Cleaner:
    """A cleaner for several words joined by commas: a sorted array without doubles; one unknown word is a fault."""

    def clean(series: pl.Series, context: Context) -> Cleaned:
        words = context.tables[table]
        return by_distinct(series, lambda text: _several(words, text, fault))

    return clean


def _one(words: Mapping[str, str], text: str, fault: str) -> str | None:
    found = words.get(text)
    if found is None:
        raise Fault(fault)
    return found or None


def _several(words: Mapping[str, str], text: str, fault: str) -> str | None:
    if (whole := words.get(text)) is not None:
        return array_literal([whole])
    parts = [_one(words, part, fault) for part in _SEPARATORS.split(text) if part]
    return array_literal(sorted({part for part in parts if part})) or None
