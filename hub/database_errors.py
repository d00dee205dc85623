"""What a fault of PostgreSQL means to the caller, and how it is logged: never with a statement's values.

PostgreSQL's own sentences quote the offending row, so neither a caller nor the log sees them; the log gets SQLSTATE,
the kind of error and the names of table, column and constraint.
"""

from __future__ import annotations

import logging
import re
from typing import Final

import psycopg
from psycopg import conninfo, errors

from hub.errors import (
    Busy,
    DatabaseNotMigrated,
    DatabaseRefused,
    DatabaseUnreachable,
    DiskFull,
    HubError,
    Internal,
    Timeout,
)

_log = logging.getLogger("hub.database")

#: beginnings of what libpq itself says when no server answers; whatever else comes was said by a server
_NO_SERVER: Final = (
    "Connection refused",
    "No such file or directory",
    "could not translate host name",
    "failed to resolve host",
    "timeout expired",
    "timed out",
    "No route to host",
    "Network is unreachable",
    "closed the connection unexpectedly",
    "Connection reset",
    "the connection is closed",
    "connection is lost",
    "the database system is",  # starting up, shutting down, in recovery
    "terminating connection",
)


def address(connection: str) -> str:
    """host:port/name of a libpq connection string, or directory/name of a Unix socket; no user, password or options."""
    given = conninfo.conninfo_to_dict(connection)
    host = str(given.get("host") or given.get("hostaddr") or "local socket")
    port = "" if host.startswith("/") else f":{given.get('port') or 5432}"
    return f"{host}{port}/{given.get('dbname') or given.get('user') or ''}"


def connection_refusal(error: psycopg.Error, where: str) -> HubError:
    """The error for a connection to `where` that could not be made or was lost."""
    said = str(error)
    if any(phrase in said for phrase in _NO_SERVER) or not said:
        return DatabaseUnreachable(address=where)
    if "too many" in said or "reserved for roles" in said:
        return Busy()
    if re.search('"hub_(reader|writer|loader)"', said) and "permission denied" not in said:
        return DatabaseNotMigrated(found="–", wanted="head")
    return DatabaseRefused(address=where)


def refusal(error: psycopg.Error, where: str) -> HubError:
    """The error for a statement that failed on a live connection, or with it; logs what only an operator can mend."""
    if isinstance(error, errors.QueryCanceled | errors.LockNotAvailable | errors.IdleInTransactionSessionTimeout):
        return Timeout()
    if isinstance(error, errors.DiskFull):
        return DiskFull()
    if isinstance(error, errors.TooManyConnections):
        return Busy()
    if isinstance(error, psycopg.OperationalError) and error.sqlstate in (None, "57P01", "57P02", "57P03"):
        return DatabaseUnreachable(address=where)
    names = [error.diag.schema_name, error.diag.table_name, error.diag.column_name, error.diag.constraint_name]
    _log.error(
        "database fault %s %s at %s", error.sqlstate, type(error).__name__, ".".join(filter(None, names)) or "no table"
    )
    return Internal()
