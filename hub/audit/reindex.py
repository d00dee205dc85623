"""Making the index of subjects anew, in blocks, while entries are written and the keeper indexes new ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from psycopg import Connection

from hub.audit.examine import CHUNK, Ends, subjects_of
from hub.database import Database

#: the keeper waits meanwhile; a number beyond the log, by which somebody had entries passed over, is taken back
_ALONE: Final = """update audit.indexed set indexed = least(indexed, (select seq + 1 from audit.head))
    returning indexed"""
_ENTRIES: Final = "select seq, content from audit.entry where seq >= %s and seq < %s"
_THERE: Final = "select subject_id::text, seq from audit.subject where seq >= %s and seq < %s"
_ADD: Final = "insert into audit.subject (subject_id, seq) select * from unnest(%s::uuid[], %s::bigint[])"
_REMOVE: Final = """delete from audit.subject s using unnest(%s::uuid[], %s::bigint[]) gone(subject_id, seq)
    where s.subject_id = gone.subject_id and s.seq = gone.seq"""
_BEYOND: Final = "delete from audit.subject where seq >= %s"


def reindex(database: Database, first: int, most: int | None) -> Iterator[tuple[int, int, int]]:
    """Make the index anew from the entry `first` on; yields (next entry, rows added, rows removed) for each block.

    Only what differs is written. Killed at any moment, every block is as it was or as it should be. Rows for entries
    that are not there yet go at the end, the keeper will make them. Raises psycopg.Error.
    """
    with database.connect("owner") as connection:
        ends = Ends(connection)
        connection.commit()
        start = max(first, ends.first)
        beyond = ends.beyond if most is None else min(ends.beyond, start + most)
        for place in range(start, beyond, CHUNK):
            indexed = _alone(connection)
            end = min(place + CHUNK, beyond, indexed)
            added, removed = _block(connection, place, end) if place < end else (0, 0)
            connection.commit()
            yield min(place + CHUNK, beyond), added, removed
        if beyond == ends.beyond:
            removed = connection.execute(_BEYOND, (_alone(connection),)).rowcount
            connection.commit()
            yield beyond, 0, removed


def _alone(connection: Connection[Any]) -> int:
    row = connection.execute(_ALONE).fetchone()
    assert row
    return int(row[0])


def _block(connection: Connection[Any], first: int, beyond: int) -> tuple[int, int]:
    entries = connection.execute(_ENTRIES, (first, beyond)).fetchall()
    wanted = {(subject, seq) for seq, content in entries for subject in subjects_of(content)[0]}
    there = set(connection.execute(_THERE, (first, beyond)).fetchall())
    for statement, rows in ((_ADD, wanted - there), (_REMOVE, there - wanted)):
        if rows:
            connection.execute(statement, [list(column) for column in zip(*sorted(rows), strict=True)])
    return len(wanted - there), len(there - wanted)
