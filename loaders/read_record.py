"""One record as a reader yields it, and how a heading becomes a key."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import lru_cache
from typing import Any, NamedTuple

#: reserved columns of a chunk: number of the record (from 1), where it stands, why it is unreadable, its raw text
ROW, POINTER, FAULT, RAW = "#row", "#pointer", "#fault", "#raw"
#: reserved, too: offset of the record's first byte in its file, unpacked; null where the layout has none
OFFSET = "$offset"
RESERVED = (ROW, POINTER, FAULT, RAW, OFFSET)
#: a cell without content: blanks, zero-width characters, byte order mark
BLANK = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*")
#: mark of a row without content: counted as ignored, never as bad
EMPTY = "EMPTY"
_GAPS = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")


class Record(NamedTuple):
    """One record of a file."""

    #: counted from 1 over the records of the file, the heading excluded
    number: int
    #: JSON pointer or row words, for people and for the replay
    pointer: str
    #: text by key
    cells: dict[str, str | None]
    #: code of `loaders.quarantine.REASONS`, EMPTY, or None
    fault: str | None
    #: the text of a record that could not be split into cells
    raw: str | None
    #: byte offset in the stream it was read from, None where unknown
    offset: int | None = None


@lru_cache(maxsize=10_000)
def key_of(heading: str) -> str:
    """The key of a heading: NFKC, no blanks, case-folded."""
    return _GAPS.sub("", unicodedata.normalize("NFKC", heading)).casefold()


def text_of(value: Any) -> str | None:
    """A JSON value as the text a CSV of it would hold; lists and objects stay JSON text."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
