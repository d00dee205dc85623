"""Erasing as a whole: the transaction, and the cleaning up that cannot be part of one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from psycopg import Connection, sql

from hub.database import Database
from hub.erasure import store
from hub.erasure.wiping import Account, touched, wipe
from hub.vault import Vault
from loaders.staging import forget_idle


def rehearse(connection: Connection[Any], vault: Vault, subject: str) -> Account:
    """What an erasure would wipe: it is done and rolled back. Raises ErasureRefused where nobody of the id is there."""
    try:
        return wipe(connection, vault, subject)
    finally:
        connection.rollback()


def erase(database: Database, vault: Vault, subject: str, by: str) -> Account | None:
    """Approve and carry out an erasure, or finish one that was interrupted; what was wiped, None if that was before.

    Killed at any moment, it was done as a whole or not at all, and whoever approves again finishes it.
    Raises InvalidArgument or ErasureRefused.
    """
    with database.connect("owner") as connection:
        before = store.approving(connection, subject, by)
        account = wipe(connection, vault, subject) if before.approved_at is None else None
    if before.finished_at is None:
        _clean_up(database, subject)
    return account


def erased_at(connection: Connection[Any], subject: str) -> datetime | None:
    """When the person was erased. Raises ErasureRefused where the subject is no natural person."""
    store.check_person(connection, subject)
    row = connection.execute("select erased_at from subject where id = %s", (subject,)).fetchone()
    return row[0] if row else None


def _clean_up(database: Database, subject: str) -> None:
    """Remove what loads left that died, the dead rows, and what the planner's statistics remember of their values.

    Reads and loads go on; what a load at work has staged is wiped when it is merged, and gone when it ends.
    """
    with database.connect("owner") as connection:
        connection.autocommit = True
        connection.execute("set statement_timeout = 0")
        forget_idle(connection)
        for table in touched():
            connection.execute(sql.SQL("vacuum (analyze) {}").format(sql.Identifier(*table.split("."))))
        connection.execute("update erasure set finished_at = now() where subject_id = %s", (subject,))
