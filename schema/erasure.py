"""Erasure in the declarations: which columns tell of a natural person, and what stands in them once he is erased.

A text becomes the marker `ERASED`, so that null goes on meaning absent. What cannot hold the marker (a date, a number,
a word of a vocabulary) becomes null, and an answer that shows it names its coordinate in `extensions.erased`. Columns
that nobody is shown, and those of other types in the person's own row, become null. Kinds, divisions, case numbers,
states, dates and amounts of facts stay: they are the statistics, and tell of nobody without his name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Final

from schema.identifiers import upgrade_id_number
from schema.language import Column
from schema.masks import ERASED
from schema.resolved import Resolved, Value, physical_columns

#: the type whose rows can be erased
PERSON: Final = "NaturalPerson"
#: tables that name people beside the subject of their rows, tied to the case in which they are named
NAMING: Final = ("case_party", "responsible_person")
#: true where the row's person was erased, by whether the row is the person itself
_GONE: Final = {
    True: "{t}.erased_at is not null",
    False: "exists (select from subject r$e where r$e.id = {t}.subject_id and r$e.erased_at is not null)",
}
#: of the person's own row, what stays besides the columns of its type
_KEPT: Final = frozenset({"id", "kind", "erased_at"})

#: physical column → what an erasure leaves where a value stood: the marker, or nothing
Wiped = Mapping[str, str | None]


def is_silent(value: Value) -> bool:
    """Whether a shown value is erased to null, so that answers have to say so beside it."""
    declared = value.declared
    return isinstance(declared, Column) and declared.personal and not declared.hidden and not _holds_marker(value)


def is_gone(table: str) -> str:
    """SQL over the row `{t}` of `table`: whether the person that it tells of was erased."""
    return _GONE[table == "subject"]


def _holds_marker(value: Value) -> bool:
    return bool(value.kind.sealed) or (value.kind.cast == "text" and not value.kind.is_enum)


def wiped(built: Resolved) -> dict[str, Wiped]:
    """Table → what an erasure does to its columns, for every table that tells of natural persons."""
    found: dict[str, dict[str, str | None]] = {"subject": _others(built)}
    for kind in built.types.values():
        if kind.entity.table != "subject" or kind.name == PERSON:
            for value in kind.values.values():
                if isinstance(value.declared, Column) and value.declared.personal:
                    found.setdefault(kind.entity.table, {}).update(_columns(value))
    return dict(sorted(found.items()))


def _columns(value: Value) -> dict[str, str | None]:
    assert isinstance(value.declared, Column)
    if value.kind.sealed:
        return {f"{value.name}_masked": ERASED, f"{value.name}_sealed": None}
    return {value.name: ERASED if _holds_marker(value) and not value.declared.hidden else None}


def _others(built: Resolved) -> dict[str, str | None]:
    """Columns of the other kinds of subjects, in which a source may have left something."""
    own = built.types[PERSON].values
    return {name: None for name in physical_columns(built, PERSON) if name not in own and name not in _KEPT}


#: kind under which ID numbers are blinded, and names beside a case
NUMBER_KIND: Final = "id_number"
NAME_KIND: Final = "erased_name"
#: whole numbers of either length, at every place of a text whose gaps were closed
_NEW: Final = re.compile(r"(?=(\d{17}[\dX]))")
_OLD: Final = re.compile(r"(?=(\d{15}))")
_GAPS: Final = re.compile(r"[\s\-·.,，、]")


def compact(text: str) -> str:
    """A text with its letters and digits in one form and nothing between them, however a source wrote it."""
    return _GAPS.sub("", unicodedata.normalize("NFKC", text)).upper()


def numbers_in(text: str) -> set[str]:
    """Every ID number that may be read out of a text, old ones in their new form; also what only looks like one."""
    closed = compact(text)
    found = set(_NEW.findall(closed))
    for candidate in _OLD.findall(closed):
        with suppress(ValueError):  # fifteen digits of something else
            found.add(upgrade_id_number(candidate))
    return found


def name_blind(blind: Callable[[str, str], bytes], case_number: str, name: str) -> bytes:
    """What is kept of an erased person's name beside a case, so that it does not come back with the next file."""
    return blind(NAME_KIND, f"{case_number}|{name}")
