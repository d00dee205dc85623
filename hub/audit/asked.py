"""Who asked about a subject: the entries that name it, read from their own content, which is what is hashed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from psycopg import Connection

from hub.audit.examine import subjects_of

#: entries in which the id occurs at all; whether as a subject, their content is asked
_SCANNED: Final = """
select seq, to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS'), content from audit.entry
where position(%(subject)s in content) > 0 order by seq
"""
#: those that are indexed, and the last seconds', which are not yet
_INDEXED: Final = """
select seq, to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS'), content from audit.entry
where position(%(subject)s in content) > 0
  and (seq in (select seq from audit.subject where subject_id = %(subject)s::uuid)
       or seq >= (select indexed from audit.indexed))
order by seq
"""


def asked_about(connection: Connection[Any], subject: str, *, indexed: bool) -> Iterator[tuple[int, str, str]]:
    """(number, time in China, content) of every entry that names the subject, the oldest first.

    The whole log is read, twelve seconds for a million entries of 2.4 KB on two busy cores.
    Where it is `indexed`, only what the index leads to:
    at once, and without what somebody has taken out of the index.
    """
    with connection.cursor("asked") as cursor:
        cursor.execute(_INDEXED if indexed else _SCANNED, {"subject": subject})
        for seq, at, content in cursor:
            if subject in subjects_of(content)[0]:
                yield seq, at, content
