"""How far each pull has come, and who may write that down: the leader, and no leader before him."""

from __future__ import annotations

import json
import os
import socket
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Any, Final, NamedTuple

import psycopg

from hub.database import Database
from hub.errors import NotLeading

_LEAD: Final = "select pg_try_advisory_lock(hashtext('hub sync'))"
_TAKE: Final = """
insert into sync_leader (token, name) values (1, %(name)s)
on conflict (id) do update set token = sync_leader.token + 1, name = excluded.name, since = now()
returning token
"""
#: waits for a leader that is just taking over, and lets none take over before this transaction has ended
_FENCE: Final = "select token from sync_leader for share"
_ENTRY: Final = """
select position, begun_at, ended_at, succeeded_at, failures, code, rows_pulled, batch_id::text from pull where name = %s
"""
_BEGIN: Final = """
insert into pull (name, token, begun_at) values (%(name)s, %(token)s, now())
on conflict (name) do update set token = excluded.token, begun_at = now()
"""
_MOVE: Final = """
update pull set position = %(position)s, token = %(token)s, rows_pulled = rows_pulled + %(rows)s,
    batch_id = coalesce(%(batch)s, batch_id)
where name = %(name)s
"""
_END: Final = """
update pull set ended_at = now(), token = %(token)s, code = %(code)s::text,
    succeeded_at = case when %(code)s::text is null then now() else succeeded_at end,
    failures = case when %(code)s::text is null then 0 else failures + 1 end
where name = %(name)s
"""


class Entry(NamedTuple):
    """What is noted of one pull."""

    #: as the kind of pull writes it
    position: Any = None
    begun_at: datetime | None = None
    ended_at: datetime | None = None
    succeeded_at: datetime | None = None
    #: in a row, since it last succeeded
    failures: int = 0
    code: str | None = None
    rows: int = 0
    batch: str | None = None


def entry(connection: psycopg.Connection[Any], pull: str) -> Entry:
    """What is noted of a pull; nothing, if it never ran."""
    row = connection.execute(_ENTRY, (pull,)).fetchone()
    return Entry() if row is None else Entry(*row)


@dataclass
class Leader:
    """The one process that pulls: holds a lock for as long as its session lasts, and a token that only it has.

    The lock keeps others from beginning. The token stops a leader that lost its session without noticing (stopped,
    cut off): whatever it would still write or merge compares the token in the same transaction.
    """

    connection: psycopg.Connection[Any]
    token: int

    @classmethod
    def of(cls, database: Database) -> Leader:
        """Become the leader. Raises NotLeading while another process is."""
        connection = database.connect("loader")
        connection.autocommit = True
        if connection.execute(_LEAD).fetchone() != (True,):
            connection.close()
            raise NotLeading
        row = connection.execute(_TAKE, {"name": f"{socket.gethostname()} {os.getpid()}"}).fetchone()
        assert row is not None
        return cls(connection, int(row[0]))

    def __enter__(self) -> Leader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(psycopg.Error):
            self.connection.close()

    def fence(self, cursor: psycopg.Cursor[Any]) -> None:
        """Raise NotLeading unless this leader is the last one; holds within the cursor's transaction."""
        if cursor.execute(_FENCE).fetchone() != (self.token,):
            raise NotLeading

    def entry(self, pull: str) -> Entry:
        """What is noted of a pull."""
        return entry(self.connection, pull)

    def begin(self, pull: str) -> None:
        """Note that a pull begins."""
        self._write(_BEGIN, name=pull)

    def move(self, pull: str, position: Any, rows: int = 0, batch: str | None = None) -> None:
        """Note how far a pull has come. Raises NotLeading."""
        self._write(_MOVE, name=pull, position=json.dumps(position), rows=rows, batch=batch)

    def end(self, pull: str, code: str | None) -> None:
        """Note how a pull ended: None, or the code of its refusal. Raises NotLeading."""
        self._write(_END, name=pull, code=code)

    def _write(self, statement: str, **given: Any) -> None:
        try:
            with self.connection.transaction(), self.connection.cursor() as cursor:
                self.fence(cursor)
                cursor.execute(statement.encode(), {**given, "token": self.token})
        except psycopg.OperationalError:  # the session is gone, and the lock with it
            raise NotLeading from None
