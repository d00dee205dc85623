"""What a person was searched by, destroyed in the access log: the entries stay as they were hashed, the texts go.

A term is the person's where it is his number, or his name in an entry that is about him: beside his number, or among
whose subjects he is. A name alone that found somebody else, or nobody, may be anybody's of that name, and stays. So do
the keyed hashes: pseudonyms, under a key that is not in the database.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from psycopg import Connection, sql

from hub.audit.entry import NAME, TERM
from hub.errors import SealBroken
from hub.vault import Vault
from schema.erasure import numbers_in

#: words of a caller's own that were sealed for the number in them
_WORDS: Final = ("matter", "jti", NAME)
_FIND: Final = sql.SQL("select seq, content from audit.entry where {}")
_HOLDS: Final = sql.SQL("position({} in content) > 0")
_SEALED: Final = "select text_sealed from audit.term where seq = %s and ordinal = %s"
#: terms of before stand in the entries themselves: a row that holds nothing hides them
_DESTROY: Final = """insert into audit.term (seq, ordinal, text_sealed)
    select seq, ordinal, null from unnest(%s::bigint[], %s::integer[]) gone(seq, ordinal)
    on conflict (seq, ordinal) do update set text_sealed = null where term.text_sealed is not null"""


def shred(connection: Connection[Any], vault: Vault, subject: str, names: Sequence[str], number: str | None) -> int:
    """Destroy the texts of terms by which the person was searched: how many. Reads the whole log once."""
    blinds = {vault.blind(TERM, text).hex() for text in names}
    numbers = {vault.blind(TERM, text).hex() for text in _spellings(number)}
    gone: list[tuple[int, int]] = []
    for seq, content in _candidates(connection, blinds | numbers):
        entry = json.loads(content)
        about = subject in (*entry.get("subjects", ()), *entry.get("inspected", ()))
        about = about or any(term["hmac"] in numbers for term in entry["terms"])
        for ordinal, term in enumerate(entry["terms"], 1):
            is_his = term["hmac"] in numbers or (about and term["hmac"] in blinds)
            if is_his or (
                number and term["argument"] in _WORDS and number in _told(connection, vault, seq, ordinal, term)
            ):
                gone.append((seq, ordinal))
    if not gone:
        return 0
    return connection.execute(_DESTROY, [list(column) for column in zip(*gone, strict=True)]).rowcount


def _candidates(connection: Connection[Any], blinds: set[str]) -> Iterator[tuple[int, str]]:
    wanted = [*sorted(blinds), *(f'"argument":"{word}"' for word in _WORDS)]
    holds = sql.SQL(" or ").join(_HOLDS.format(sql.Literal(each)) for each in wanted)
    with connection.cursor("terms") as cursor:
        cursor.execute(_FIND.format(holds))
        yield from cursor


def _spellings(number: str | None) -> list[str]:
    """A number in both lengths."""
    if number is None:
        return []
    return [number, number[:6] + number[8:17]] if number[6:8] == "19" else [number]


def _told(connection: Connection[Any], vault: Vault, seq: int, ordinal: int, term: Mapping[str, str]) -> set[str]:
    """The numbers that a sealed text holds; none where nothing opens it."""
    row = connection.execute(_SEALED, (seq, ordinal)).fetchone()
    sealed = row[0] if row else base64.b64decode(term.get("sealed", ""))
    try:
        return numbers_in(vault.open(TERM, sealed)) if sealed else set()
    except SealBroken:
        return set()
