"""Policy tables in the database: proposed by one person, approved by another, in force from an instant on.

Nothing is overwritten but the end of a table's time, when its successor is approved. An instant that has passed when
the approval comes is not pretended: the table is then in force from the approval on, so that what stands here is what
answers were given under.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import psycopg
from psycopg import Connection
from psycopg.rows import class_row

from hub.database import Database
from hub.errors import InvalidArgument
from hub.policies.following import kept, usable
from hub.two_persons import is_same, named
from schema.policy import Policy, policy

_COLUMNS: Final = "version, valid_from, valid_to, proposed_by, proposed_at, approved_by, approved_at"
#: of several rows with one version the one that matters most: pending, then the latest
_FIND: Final = (
    f"select {_COLUMNS}, content from policy_table where version = %s"  # noqa: S608 - our own names
    " order by approved_at is not null, id desc limit 1"
)
_ALL: Final = f"select {_COLUMNS}, content from policy_table order by valid_from, id"  # noqa: S608 - our own names
_IN_FORCE: Final = (
    "select content, version from policy_table where approved_at is not null"
    " and valid_from <= now() and (valid_to is null or valid_to > now())"
)


@dataclass(frozen=True)
class Stored:
    """One table of the database; instants with their zone."""

    version: str
    valid_from: datetime
    valid_to: datetime | None
    proposed_by: str
    proposed_at: datetime
    approved_by: str | None
    approved_at: datetime | None
    content: str

    @property
    def table(self) -> Policy:
        """The table itself. Raises PolicyUnusable."""
        return kept(self.content, self.version)


def in_force(connection: Connection[Any]) -> Policy:
    """The table in force now: an approved one, else the bundled one. Raises PolicyUnusable."""
    row = connection.execute(_IN_FORCE).fetchone()
    return kept(*row) if row else policy()


def check_policy(database: Database) -> None:
    """Refuse to serve under a table that this hub cannot decide by, after an upgrade, say. Raises PolicyUnusable."""
    with database.connect("owner") as connection:
        in_force(connection)


def stored(connection: Connection[Any]) -> list[Stored]:
    """Every table of the database, in the order of their time."""
    with connection.cursor(row_factory=class_row(Stored)) as cursor:
        return cursor.execute(_ALL).fetchall()


def find(connection: Connection[Any], version: str) -> Stored:
    """The table of that version. Raises InvalidArgument."""
    with connection.cursor(row_factory=class_row(Stored)) as cursor:
        found = cursor.execute(_FIND, (version,)).fetchone()
    if found is None:
        raise InvalidArgument(argument="VERSION", reason=f"no table {version} was ever proposed",
                              reason_zh=f"没有版本为 {version} 的策略表")  # fmt: skip
    return found


def propose(connection: Connection[Any], table: Policy, by: str, valid_from: datetime) -> Stored:
    """Put a table up for approval. Raises InvalidArgument where it waits for approval already."""
    try:
        connection.execute(
            "insert into policy_table (version, content, valid_from, proposed_by) values (%s, %s, %s, %s)",
            (table.version, table.text, valid_from, named(by)),
        )
    except psycopg.errors.UniqueViolation:
        raise InvalidArgument(argument="FILE", reason=f"table {table.version} waits for approval already",
                              reason_zh=f"策略表 {table.version} 已在等待批准") from None  # fmt: skip
    return find(connection, table.version)


def approve(connection: Connection[Any], version: str, by: str) -> Stored:
    """Put a proposed table in force from its instant on, or from now on when that has passed; ends its predecessor.

    Raises InvalidArgument where nothing waits, for the person who proposed it, or where another table begins at that
    very instant.
    """
    connection.execute("lock table policy_table in share row exclusive mode")
    name, waiting = named(by), find(connection, version)
    if waiting.approved_at is not None:
        raise InvalidArgument(argument="VERSION", reason=f"table {version} is approved already",
                              reason_zh=f"策略表 {version} 已获批准")  # fmt: skip
    if is_same(waiting.proposed_by, name):
        raise InvalidArgument(argument="--by", reason=f"{name} proposed this table; another person has to approve it",
                              reason_zh=f"该策略表由 {name} 提出，须由另一人批准")  # fmt: skip
    usable(waiting.content, version)  # it may have been proposed to a hub with other groups
    row = connection.execute("select greatest(%s, now())", (waiting.valid_from,)).fetchone()
    assert row
    _make_room(connection, begins := row[0])
    connection.execute(
        "update policy_table set valid_from = %(begins)s, approved_by = %(by)s, approved_at = now(), valid_to ="
        " (select min(valid_from) from policy_table where approved_at is not null and valid_from > %(begins)s)"
        " where version = %(version)s and approved_at is null",
        {"begins": begins, "by": name, "version": version},
    )
    with connection.cursor(row_factory=class_row(Stored)) as cursor:
        done = cursor.execute(
            f"select {_COLUMNS}, content from policy_table where version = %s and valid_from = %s",  # noqa: S608
            (version, begins),
        ).fetchone()
    assert done
    return done


def _make_room(connection: Connection[Any], begins: datetime) -> None:
    """End whatever would be in force at `begins`. Raises InvalidArgument where a table begins just then."""
    taken = connection.execute(
        "select version from policy_table where approved_at is not null and valid_from = %s", (begins,)
    ).fetchone()
    if taken:
        raise InvalidArgument(argument="VERSION", reason=f"table {taken[0]} begins at that very instant",
                              reason_zh=f"策略表 {taken[0]} 于同一时刻生效")  # fmt: skip
    connection.execute(
        "update policy_table set valid_to = %(begins)s where approved_at is not null and valid_from < %(begins)s"
        " and (valid_to is null or valid_to > %(begins)s)",
        {"begins": begins},
    )
