"""Reference data that cleaners need: courts and areas of the database, grounds of the law, lookups of the source."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import psycopg

import schema.law as law
from loaders.cleaners import Context
from loaders.source import Source
from schema.identifiers import normalise

_COURTS = "select code, name, short_name, numeric_code, aliases from court"
#: random ids make the state of one database unlike that of any other
_STATE = """
select (select row(count(*), max(id::text), max(recorded_at))::text from area),
       (select row(count(*), max(id::text), max(recorded_at))::text from court)
"""
_SEATS = "select code, area_code from court where area_code is not null"
_AREAS = "select code, name from area where valid_to is null"


def context_of(cursor: psycopg.Cursor[Any], source: Source) -> Context:
    """The context of one load, as the database stands in this transaction."""
    state = cursor.execute(_STATE).fetchone()
    held = _CACHE.get(state)
    if held is None:
        held = _read(cursor)
        _CACHE.clear()  # one database at a time
        _CACHE[state] = held
    return replace(held, tables={"grounds": grounds(), **source.tables})


#: state of the reference tables → what was read from them; normalising 45 000 names takes half a second
_CACHE: dict[Any, Context] = {}


def _read(cursor: psycopg.Cursor[Any]) -> Context:
    areas = cursor.execute(_AREAS).fetchall()
    names = [(code, normalise(name)) for code, name in areas]
    seats = dict(cursor.execute(_SEATS).fetchall())
    return Context(court_names(cursor.execute(_COURTS).fetchall()), unique_names(names), towns_of(names), seats)


def towns_of(rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    """County code and normalised name (joined by |) of each town and zone → its code."""
    return {f"{code[:6]}|{name}": code for code, name in rows if len(code) > 6}


def court_names(rows: Iterable[tuple[Any, ...]]) -> dict[str, str]:
    """Every spelling of a court → its code: code, name, short name, numeric code, aliases; names win over aliases."""
    names: dict[str, str] = {}
    held = list(rows)
    for code, name, *_ in held:
        names[normalise(code)] = names[normalise(name)] = code
    for code, _, short, numeric, aliases in held:
        for spelling in (short, numeric, *(aliases or ())):
            if spelling:
                names.setdefault(normalise(spelling), code)
    return names


def unique_names(rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Normalised name → code, for names that only one area bears."""
    held = list(rows)
    borne = Counter(name for _, name in held)
    return {name: code for code, name in held if borne[name] == 1}


@cache
def grounds() -> Mapping[str, str]:
    """Wording of dishonest conduct → ground (G1–G6), in force today or before: old wordings stay in the data."""
    path = Path(next(iter(law.__path__))) / "grounds.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        return {row["wording"]: row["ground"] for row in csv.DictReader(stream)}
