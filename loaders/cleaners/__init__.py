"""Cleaners: one small file per family of kinds. A cleaner turns a column of raw text into canonical text and faults.

Order of a cell: `base.tidy` (blanks, null words) → one cleaner → canonical text, or a fault code of
`loaders.quarantine.REASONS`. Values stay text until COPY; PostgreSQL casts them to the column's type.
Cleaners judge each *distinct* value once, so a readable function per value costs little on columns that repeat.
"""

from __future__ import annotations

from loaders.cleaners.base import Cleaned, Cleaner, Context
from loaders.cleaners.court import AREA, CASE_NUMBER, CASE_TYPE, COURT
from loaders.cleaners.lookup import Lookup, lookup, lookups
from loaders.cleaners.number import INTEGER, MONEY, MONEY_10K
from loaders.cleaners.scramble import ORIGINAL, PROSE
from loaders.cleaners.text import AGE, CODE, DOCUMENT, FLAG, NAME, NAMES, OPERATION, SEX, TEXT, TEXT_LIST
from loaders.cleaners.time import DATE, INSTANT

__all__ = [
    "AGE",
    "AREA",
    "CASE_NUMBER",
    "CASE_TYPE",
    "CODE",
    "COURT",
    "DATE",
    "DOCUMENT",
    "FLAG",
    "INSTANT",
    "INTEGER",
    "MONEY",
    "MONEY_10K",
    "NAME",
    "NAMES",
    "OPERATION",
    "ORIGINAL",
    "PROSE",
    "SEX",
    "TEXT",
    "TEXT_LIST",
    "Cleaned",
    "Cleaner",
    "Context",
    "Lookup",
    "lookup",
    "lookups",
]
