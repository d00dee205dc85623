"""PostgreSQL as the hub sees it: who connects in which role, with which limits, and what its faults mean to a caller.

Nothing else opens connections. Reads go through `hub.reader.Reader` (one statement, finished JSON as bytes), actions
through `Writer`, loaders and migrations through `Database.connect`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import psycopg
from psycopg import AsyncConnection, conninfo
from psycopg.pq import TransactionStatus
from psycopg.rows import TupleRow

from hub.cluster import Cluster
from hub.database_errors import address, connection_refusal, refusal
from hub.errors import DatabaseNotMigrated, DatabaseTooOld, DatabaseUnreachable, Internal, MigrationFailed
from hub.pool import Pool
from hub.settings import Settings

Role = Literal["owner", "reader", "writer", "loader", "logger"]

#: oldest PostgreSQL with everything we use (MERGE, security_invoker views, unprivileged public schema)
MINIMUM_VERSION: Final = 15

#: What each role starts its session with. Times in milliseconds; a read that needs more than two seconds is a mistake
#: of ours, a load may take its time. Days are legal days, so sessions count in China time wherever the server stands.
_SESSIONS: Final[Mapping[Role, Mapping[str, str]]] = {
    "owner": {"statement_timeout": "0", "lock_timeout": "10000", "idle_in_transaction_session_timeout": "600000"},
    "reader": {
        "role": "hub_reader",
        "default_transaction_read_only": "on",
        # row rules are estimated high: compiling their plans to machine code took longer than running them
        "jit": "off",
        # planning row rules for each request anew took ten times as long as running them; statements that turn out
        # slow are planned for their values (`hub.reader`)
        "plan_cache_mode": "force_generic_plan",
        "statement_timeout": "2000",
        "lock_timeout": "1000",
        "idle_in_transaction_session_timeout": "5000",
    },
    "writer": {
        "role": "hub_writer",
        "statement_timeout": "5000",
        "lock_timeout": "2000",
        "idle_in_transaction_session_timeout": "5000",
    },
    "logger": {
        "role": "hub_logger",
        "plan_cache_mode": "force_generic_plan",
        "statement_timeout": "5000",
        "lock_timeout": "4000",
        "idle_in_transaction_session_timeout": "5000",
    },
    "loader": {
        "role": "hub_loader",
        "statement_timeout": "1800000",
        "lock_timeout": "30000",
        "idle_in_transaction_session_timeout": "600000",
    },
}
_COMMON: Final = {"timezone": "Asia/Shanghai", "client_min_messages": "warning"}


@dataclass(frozen=True)
class Database:
    """A PostgreSQL server that answers and is new enough, with one connection string per role."""

    #: libpq connection strings without the session settings; may hold passwords, hence not in repr()
    _connections: Mapping[Role, str] = field(repr=False)
    #: whether this is the cluster of the data directory
    embedded: bool = False

    @classmethod
    def at(cls, owner: str, settings: Settings | None = None, *, embedded: bool = False) -> Database:
        """The server at the libpq string `owner`; roles with a login of their own take it from `settings`."""
        same: dict[Role, str] = {"owner": owner, "reader": owner, "writer": owner, "loader": owner, "logger": owner}
        return cls(same | ({} if settings is None else _own_logins(settings)), embedded)

    def url(self, role: Role) -> str:
        """libpq connection string of `role`, its limits included; holds the password, so never print it."""
        given = conninfo.conninfo_to_dict(self._connections[role])
        options = [f"-c {name}={value}" for name, value in (_COMMON | dict(_SESSIONS[role])).items()]
        given["options"] = " ".join([*filter(None, [str(given.get("options") or "")]), *options])
        given.setdefault("connect_timeout", 5)
        given.setdefault("application_name", f"hub-{role}")
        return conninfo.make_conninfo("", **given)

    @property
    def owner_connection(self) -> str:
        """libpq connection string of the owner as it was given, to hand on as HUB_DATABASE_URL; may hold a password."""
        return self._connections["owner"]

    def connect(self, role: Role) -> psycopg.Connection[TupleRow]:
        """A blocking connection of `role`, not in autocommit; raises `DatabaseUnreachable` and its neighbours."""
        try:
            return psycopg.connect(self.url(role))
        except psycopg.OperationalError as error:
            raise connection_refusal(error, self.address) from None

    async def connect_async(self, role: Role) -> AsyncConnection[TupleRow]:
        """The same without blocking, in autocommit; raises psycopg.OperationalError."""
        return await AsyncConnection.connect(self.url(role), autocommit=True)

    @property
    def address(self) -> str:
        """host:port/name, safe to show."""
        return address(self._connections["owner"])

    def check(self) -> None:
        """Connect once as owner; raises `DatabaseTooOld` below version 15."""
        with self.connect("owner") as connection:
            found = connection.info.server_version
        if found < MINIMUM_VERSION * 10_000:
            version = f"{found // 10_000}.{found % 10_000}"
            raise DatabaseTooOld(address=self.address, version=version, minimum=MINIMUM_VERSION)


def _own_logins(settings: Settings) -> dict[Role, str]:
    given: dict[Role, str | None] = {
        "reader": settings.reader_database_url,
        "writer": settings.writer_database_url,
        "loader": settings.loader_database_url,
        "logger": settings.logger_database_url,
    }
    return {role: url for role, url in given.items() if url is not None}


@contextmanager
def open_database(settings: Settings) -> Iterator[Database]:
    """The database of `settings`, checked: HUB_DATABASE_URL, or the embedded cluster, running inside the block."""
    if settings.database_url is not None:
        database = Database.at(settings.database_url, settings)
        database.check()
        yield database
        return
    with Cluster(settings.data_dir) as cluster:
        yield Database.at(cluster.conninfo, settings, embedded=True)


def migrate(database: Database) -> None:
    """Bring the tables and roles to the newest revision; waits for another migrator, then finds nothing to do.

    Each migration is one transaction. Raises `MigrationFailed`, after which the database is as before that migration.
    """
    from migrations.run import upgrade  # alembic and SQLAlchemy take a third of a second that readers need not pay

    try:
        upgrade(lambda: database.connect("owner"))
    except psycopg.Error as error:
        fault = refusal(error, database.address)
        if isinstance(fault, Internal):
            fault = MigrationFailed(reason=error.diag.message_primary or error.sqlstate or "no reason given")
        raise fault from error


def check_migrated(database: Database) -> None:
    """Raise `DatabaseNotMigrated` unless the database is at the newest revision of this hub."""
    from migrations.newest import newest  # without alembic and SQLAlchemy, which readers need for nothing else

    with database.connect("owner") as connection:
        known = connection.execute("select to_regclass('alembic_version') is not null").fetchone()
        row = connection.execute("select version_num from alembic_version").fetchone() if known == (True,) else None
    found, wanted = row[0] if row else None, newest()
    if found != wanted:
        raise DatabaseNotMigrated(found=found or "–", wanted=wanted or "–")


class Writer:
    """Transactions of actions, as role hub_writer; of the books of uploads, as hub_loader."""

    def __init__(self, database: Database, role: Role = "writer", *, maximum: int = 5) -> None:
        self._database, self._role = database, role
        self._pool = Pool(self._connect, _is_idle, maximum=maximum)

    async def close(self) -> None:
        """Close all connections."""
        await self._pool.close()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncConnection[TupleRow]]:
        """One transaction: committed when the block ends, rolled back when it raises.

        A write is never sent twice, since nobody can know whether a lost one was committed; so an idle connection is
        tested before it is used. Raises `Timeout`, `Busy`, `DiskFull`, `DatabaseUnreachable` or `Internal`.
        """
        try:
            async with self._lend() as connection, connection.transaction():
                yield connection
        except psycopg.Error as error:
            raise refusal(error, self._database.address) from None

    @asynccontextmanager
    async def _lend(self) -> AsyncIterator[AsyncConnection[TupleRow]]:
        for _ in range(2):
            async with self._pool.lend() as connection:
                if await _answers(connection):
                    yield connection
                    return
            await self._pool.forget()
        raise DatabaseUnreachable(address=self._database.address)

    async def _connect(self) -> AsyncConnection[TupleRow]:
        try:
            return await self._database.connect_async(self._role)
        except psycopg.OperationalError as error:
            raise connection_refusal(error, self._database.address) from None


def _is_idle(connection: AsyncConnection[TupleRow]) -> bool:
    return connection.pgconn.transaction_status == TransactionStatus.IDLE


async def _answers(connection: AsyncConnection[Any]) -> bool:
    try:
        await connection.execute("")
    except psycopg.OperationalError:
        return False
    return True
