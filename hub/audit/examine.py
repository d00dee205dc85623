"""Examination of the log where it lies: entries against their hashes, the index of subjects against what entries say.

Faster to come by than the proof of an export, and no substitute for it: here the database is believed to show what it
holds. It sees what was edited beside or below the chain: a content under its old hash, an index row that was taken
away, so that nobody would be told who had asked, or put in.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from psycopg import Connection

from hub.audit.checkpoint import BEGINNING
from hub.audit.verify import Finding, entry_hash

#: entries that are held in memory together
CHUNK: Final = 2000
#: an id as PostgreSQL writes it
_ID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

_ENDS: Final = """select coalesce((select min(seq) from audit.entry), 0), h.seq + 1, i.indexed, h.hash,
    (select hash from audit.entry where seq = (select max(seq) from audit.entry))
    from audit.head h, audit.indexed i"""
_ENTRIES: Final = """select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), content, hash
    from audit.entry where seq >= %s and seq < %s order by seq"""
_BEFORE: Final = "select hash from audit.entry where seq = %s"
_TERMS: Final = "select seq, count(*) from audit.term where seq >= %s and seq < %s group by seq"
_INDEXED: Final = "select seq, subject_id::text from audit.subject where seq >= %s and seq < %s order by seq"


class Ends:
    """Where the log begins and ends: numbers of its first entry, of the next one, and of the first not indexed."""

    def __init__(self, connection: Connection[Any]) -> None:
        row = connection.execute(_ENDS).fetchone()
        assert row
        self.first, self.beyond, self.indexed = row[:3]
        #: whether the last entry is the one that the next will be hashed with
        self.is_whole = row[4] == row[3] or (row[4] is None and row[3] == BEGINNING)


def examine(
    connection: Connection[Any], first: int, beyond: int, *, indexed: int, chains: Mapping[int, bytes]
) -> Iterator[tuple[int, list[Finding]]]:
    """Examine entries from `first` on and before `beyond`; yields (number reached, findings) for each chunk.

    Entries before `indexed` have to stand in the index. `chains` are hashes that checkpoints prove: entries → hash of
    the last. Each chunk is a transaction of its own, and is seen as of one moment. Raises psycopg.Error.
    """
    before = _before(connection, first, chains)
    for start in range(first, beyond, CHUNK):
        end = min(start + CHUNK, beyond)
        rows = connection.execute(_ENTRIES, (start, end)).fetchall()
        known, terms = _known(connection, start, end), dict(connection.execute(_TERMS, (start, end)).fetchall())
        connection.commit()
        findings = [*_chained(rows, start, end, before, chains), *_compared(rows, known, indexed)]
        findings += [Finding("UNSEALED", seq) for seq, _, content, _ in rows if _unsealed(content, terms.get(seq, 0))]
        before = rows[-1][3] if rows else None
        yield end, sorted(findings, key=lambda one: one.seq)


def examine_last(
    connection: Connection[Any], ends: Ends, most: int, seconds: float, chains: Mapping[int, bytes]
) -> tuple[int, list[Finding]]:
    """Examine the last entries, the newest first, `most` of them or as many as the time allows: how many, findings."""
    until, place, findings = time.monotonic() + seconds, ends.beyond, list[Finding]()
    oldest = max(ends.first, ends.beyond - most)
    while place > oldest and time.monotonic() < until:
        start = max(oldest, place - CHUNK)
        for _, found in examine(connection, start, place, indexed=ends.indexed, chains=chains):
            findings += found
        place = start
    return ends.beyond - place, sorted(findings, key=lambda one: one.seq)


def _unsealed(content: str, there: int) -> bool:
    """Whether fewer terms stand beside an entry than it names without holding them itself."""
    try:
        return sum("sealed" not in term for term in json.loads(content)["terms"]) > there
    except (ValueError, KeyError, TypeError, RecursionError):
        return False


def subjects_of(content: str) -> tuple[set[str], bool]:
    """The subjects that an entry names, and whether that is all: false where something else than ids stands there."""
    try:
        named = json.loads(content).get("subjects")
    except (ValueError, AttributeError, RecursionError):
        return set(), False
    if type(named) is not list:
        return set(), named is None
    ids = [each for each in named if type(each) is str and _ID.fullmatch(each)]
    return set(ids), len(ids) == len(named)


def _before(connection: Connection[Any], first: int, chains: Mapping[int, bytes]) -> bytes | None:
    """The hash before an entry; None where the entry before it was dropped and no checkpoint tells."""
    if first == 0:
        return BEGINNING
    row = connection.execute(_BEFORE, (first - 1,)).fetchone()
    return row[0] if row else chains.get(first)


def _chained(
    rows: list[Any], start: int, end: int, before: bytes | None, chains: Mapping[int, bytes]
) -> Iterator[Finding]:
    expected = start
    for seq, at, content, digest in rows:
        if seq != expected:
            yield Finding("ORDER", expected)
        elif before is not None and entry_hash(before, seq, at, content) != digest:
            yield Finding("HASH", seq)
        if chains.get(seq + 1, digest) != digest:
            yield Finding("CHECKPOINT", seq)
        before, expected = digest, seq + 1
    if expected < end:
        yield Finding("ORDER", expected)


def _known(connection: Connection[Any], start: int, end: int) -> dict[int, set[str]]:
    rows = connection.execute(_INDEXED, (start, end)).fetchall()
    return {seq: {subject for _, subject in found} for seq, found in groupby(rows, itemgetter(0))}


def _compared(rows: list[Any], known: dict[int, set[str]], indexed: int) -> Iterator[Finding]:
    """What the index lacks of these entries, and what it holds that they do not say."""
    for seq, _, content, _ in rows:
        (named, readable), found = subjects_of(content), known.pop(seq, set())
        if not readable:
            yield Finding("UNREADABLE", seq)
        if seq < indexed and named - found:
            yield Finding("UNINDEXED", seq)
        if found - named:
            yield Finding("MISINDEXED", seq)
    for seq in known:
        yield Finding("MISINDEXED", seq)
