"""Enumerations through the tables of a source's lookups.toml: an unknown word is a fault, never a default."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from loaders.cleaners.base import Cleaned, Context, Fault, by_distinct
from loaders.cleaners.text import array_literal

#: not the ideographic comma: it stands inside the wordings themselves (以伪造证据、暴力、威胁等方法…)
_SEPARATORS = re.compile(r"[,，;；]\s*")


@dataclass(frozen=True)
class Lookup:
    """A cleaner by a table; a class, so that it can be told which table and how."""

    #: name of the table in lookups.toml, or `grounds` for the law's
    table: str
    #: reason code of a word that the table lacks
    fault: str
    #: several words joined by commas, instead of one
    is_list: bool = False

    def __call__(self, series: pl.Series, context: Context) -> Cleaned:
        """Clean a column."""
        words = context.tables[self.table]
        judge = _several if self.is_list else _one
        return by_distinct(series, lambda text: judge(words, text, self.fault))


def lookup(table: str, fault: str = "WORD_UNKNOWN") -> Lookup:
    """A cleaner for one word of a table; the empty text in the table means "no value"."""
    return Lookup(table, fault)


def lookups(table: str, fault: str = "WORD_UNKNOWN") -> Lookup:
    """A cleaner for several words joined by commas: a sorted array without doubles; one unknown word is a fault."""
    return Lookup(table, fault, is_list=True)


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
