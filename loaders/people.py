"""People that a court names beside a unit (四类人, 法释〔2015〕17号 art. 3): a list in one cell → staging rows.

They are no subjects: a name and a starred number prove nobody. The unit is the subject, the person a fact about it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import polars as pl

from hub.vault import Vault
from loaders.cleaners.base import Fault
from loaders.cleaners.document import Scheme, recognise
from loaders.cleaners.text import STARS
from loaders.party import bytea
from schema.names import name_of

#: coordinate of the cell that holds the list as JSON text
PEOPLE = "@people"
#: table of lookups.toml with the words for their roles
WORDS = "responsible"
_TABLE = "responsible_person"
#: the key of `responsible_person.id_number_sealed`, which goes to a table of its own
PERSON_KEY = "@person_number_key"


class Person(NamedTuple):
    """One person of a list; the plain number lives in memory only."""

    role: str
    name: str
    masked: str | None
    plain: str | None


def people_of(text: str | None, words: Mapping[str, str]) -> list[Person]:
    """The people of one cell; Fault JSON_BROKEN, WORD_UNKNOWN, VALUE_MISSING, NAME_HOLDS_NUMBER or of a number."""
    if not text:
        return []
    try:
        listed = json.loads(text, strict=False)
    except ValueError:
        raise Fault("JSON_BROKEN") from None
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise Fault("JSON_BROKEN")
    return [_person(one, words) for one in listed]


def people_rows(rows: pl.DataFrame, people: Mapping[int, list[Person]], vault: Vault) -> pl.DataFrame:
    """A staging row for each person: the unit and its identifiers, the person, nothing else of the source's row.

    `rows` are the staging rows of the unit, `people` the people by the index of their row.
    """
    flat = [(index, one) for index, listed in people.items() for one in listed]
    kept = [name for name in rows.columns if name.startswith(("@", "subject.")) or name in ("row_no", "#index")]
    base = rows.select(kept)[[index for index, _ in flat]]
    halves, keys = vault.seal_apart_many("id_number", [one.plain for _, one in flat])
    parts = {
        "case_number": rows["listing.case_number"][[index for index, _ in flat]],
        "role": pl.Series([one.role for _, one in flat], dtype=pl.String),
        "name": pl.Series([one.name for _, one in flat], dtype=pl.String),
        "id_number_masked": pl.Series([one.masked for _, one in flat], dtype=pl.String),
        "id_number_sealed": pl.Series(bytea(halves), dtype=pl.String),
    }
    return base.with_columns(
        *(column.alias(f"{_TABLE}.{part}") for part, column in parts.items()),
        pl.Series(PERSON_KEY, bytea(keys), dtype=pl.String),
    )


def _person(one: Mapping[str, Any], words: Mapping[str, str]) -> Person:
    role, name = (str(one.get(key) or "").strip() for key in ("corporationtypename", "iname"))
    if not name or not role:
        raise Fault("VALUE_MISSING")
    if role not in words:
        raise Fault("WORD_UNKNOWN")
    if re.search(r"\d{15}", name):
        raise Fault("NAME_HOLDS_NUMBER")
    number = str(one.get("cardNum") or "").strip()
    return Person(words[role], name_of(name), *_number(number) if number else (None, None))


def _number(text: str) -> tuple[str | None, str | None]:
    """The form that may be shown, at most the last four characters, and the whole number if the source gives it."""
    document = recognise(text, "PERSON")
    if document.scheme is Scheme.ID_NUMBER:
        return STARS + document.value[-4:], document.value
    if document.scheme is not Scheme.MASKED:
        raise Fault("DOCUMENT_INVALID")
    suffix = document.value.partition("*")[2]
    return (STARS + suffix[-4:] if len(suffix) >= 4 else STARS + "****"), None
