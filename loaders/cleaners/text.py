"""Free text, names, sexes, yes/no and change flags."""

from __future__ import annotations

import re

import polars as pl

from loaders.cleaners.base import Cleaned, Context, Fault, by_distinct, from_judge, no_faults
from loaders.cleaners.quick import quick_first, quick_name
from schema.free_text import STARS, SUSPECT, starred
from schema.identifiers import is_credit_code, normalise
from schema.names import name_of

_SEXES = {
    "男": "MALE",
    "男性": "MALE",
    "女": "FEMALE",
    "女性": "FEMALE",
    "1": "MALE",
    "2": "FEMALE",
    "M": "MALE",
    "F": "FEMALE",
}
_UNKNOWN_SEX = {"未知", "未说明", "0", "9"}
_FLAGS = {"是": "true", "否": "false", "1": "true", "0": "false", "Y": "true", "N": "false",
          "TRUE": "true", "FALSE": "false",
          "同意": "true", "不同意": "false", "有": "true"}  # fmt: skip
#: insert and update are one thing for a merge by natural key; the vocabulary is mixed even within one city
_OPERATIONS = {"1": "u", "2": "u", "3": "d", "I": "u", "U": "u", "D": "d", "ADD": "u", "MOD": "u", "DEL": "d",
               "INSERT": "u", "UPDATE": "u", "DELETE": "d", "新增": "u", "修改": "u", "删除": "d"}  # fmt: skip
__all__ = ["AGE", "CODE", "DOCUMENT", "FLAG", "NAME", "NAMES", "OPERATION", "SEX", "STARS", "TEXT", "TEXT_LIST"]

_SEPARATORS = re.compile(r"[,，、;；]\s*")


def clean_text(series: pl.Series, context: Context) -> Cleaned:
    """Free text: ends stripped, null words null, ID numbers starred, nothing else (NFKC would change punctuation)."""
    suspect = series.str.contains(SUSPECT)
    if not suspect.any():
        return no_faults(series)
    whole = [starred(text) if look else text for text, look in zip(series, suspect, strict=True)]
    return no_faults(pl.Series(series.name, whole, dtype=pl.String))


def clean_document(series: pl.Series, context: Context) -> Cleaned:
    """Document numbers pass as they are; `loaders.party` judges them beside the name and never lets them through."""
    return no_faults(series)


def _name(text: str) -> str:
    """A name in one spelling. A number in it belongs to somebody, and nobody who may read the name may read that."""
    if starred(text) != text:
        raise Fault("NAME_HOLDS_NUMBER")
    return name_of(text)


def _code(text: str) -> str:
    """A code of letters and digits in one spelling, which is no person's number."""
    code = normalise(text)
    if starred(code) != code and not is_credit_code(code):
        raise Fault("DOCUMENT_INVALID")
    return code


def _sex(text: str) -> str | None:
    if text in _UNKNOWN_SEX:
        return None
    if text.upper() not in _SEXES:
        raise Fault("SEX_UNKNOWN")
    return _SEXES[text.upper()]


def _flag(text: str) -> str:
    if text.upper() not in _FLAGS:
        raise Fault("FLAG_UNKNOWN")
    return _FLAGS[text.upper()]


def _operation(text: str) -> str:
    if text.upper() not in _OPERATIONS:
        raise Fault("OPERATION_UNKNOWN")
    return _OPERATIONS[text.upper()]


def array_literal(parts: list[str]) -> str:
    """A PostgreSQL array literal of texts."""
    return "{" + ",".join('"' + part.replace("\\", "\\\\").replace('"', '\\"') + '"' for part in parts) + "}"


def _text_list(text: str) -> str:
    return array_literal([starred(part) for part in _SEPARATORS.split(text) if part])


def clean_list(series: pl.Series, context: Context) -> Cleaned:
    """Several words in one cell; an empty cell is the empty list."""
    cleaned = by_distinct(series, _text_list)
    return Cleaned(cleaned.values.fill_null("{}"), cleaned.faults)


def _age(text: str) -> str | None:
    """Age in years; sources write 0 for organisations."""
    written = normalise(text).removesuffix("岁")
    if not re.fullmatch(r"\d{1,3}", written):
        raise Fault("INTEGER_INVALID")
    return str(int(written)) if int(written) else None


def _names(text: str) -> str | None:
    return "；".join(_name(part) for part in _SEPARATORS.split(text) if part) or None


TEXT = clean_text
DOCUMENT = clean_document
AGE = from_judge(_age)
CODE = from_judge(_code)
#: several names in one cell, joined by ；
NAMES = from_judge(_names)
#: names of people and bodies; what stands behind 曾用名 stays in the text for `loaders.party` to split off
NAME = quick_first(quick_name, _name)
SEX = from_judge(_sex)
FLAG = from_judge(_flag)
#: "u" (insert or update) or "d" (withdrawn at the source)
OPERATION = from_judge(_operation)
TEXT_LIST = clean_list
