"""PostgreSQL as the hub sees it: who connects in which role, with which limits, and what its faults mean to a caller.

Nothing else opens connections. Reads go through `Reader` (one statement, finished JSON as bytes), actions through
`Writer`, loaders and migrations through `Database.connect`.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import psycopg
from psycopg import AsyncConnection, AsyncRawCursor, conninfo
from psycopg.abc import Buffer
from psycopg.adapt import Loader
from psycopg.rows import TupleRow
from psycopg.types.numeric import Int8Dumper

from hub.cluster import Cluster
from hub.database_errors import address, connection_refusal, refusal
from hub.errors import DatabaseNotMigrated, DatabaseTooOld, DatabaseUnreachable, Internal, MigrationFailed
from hub.pool import Pool
from hub.settings import Settings

Role = Literal["owner", "reader", "writer", "loader"]

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
    "loader": {
        "role": "hub_loader",
        "statement_timeout": "1800000",
        "lock_timeout": "30000",
        "idle_in_transaction_session_timeout": "600000",
    },
}
_COMMON: Final = {"timezone": "Asia/Shanghai", "client_min_messages": "warning"}

#: pauses before the second to fifth attempt of a read whose connection died; together below a second
_PAUSES: Final = (0.02, 0.1, 0.3, 0.5)
#: prepared statements kept per connection: bounds the server's memory, large enough for one product's operations
_PREPARED: Final = 200

_log = logging.getLogger("hub.database")


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
        same: dict[Role, str] = {"owner": owner, "reader": owner, "writer": owner, "loader": owner}
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
    from migrations.run import revisions

    found, wanted = revisions(lambda: database.connect("owner"))
    if found != wanted:
        raise DatabaseNotMigrated(found=found or "–", wanted=wanted or "–")


class _RawJson(Loader):
    """Leaves json and jsonb as the bytes that PostgreSQL sent: the answer is passed on, never decoded."""

    def load(self, data: Buffer) -> bytes:
        return bytes(data)


class _ConnectionLost(Exception):
    """The connection died below a read, or could not be made."""

    def __init__(self, error: psycopg.Error) -> None:
        super().__init__()
        self.error = error


class Reader:
    """The read path's only door: one statement in, the bytes of one JSON column out, as role hub_reader."""

    def __init__(self, database: Database, *, minimum: int = 1, maximum: int = 10) -> None:
        self._database = database
        self._url = database.url("reader")
        self._pool = Pool(self._connect, minimum=minimum, maximum=maximum)
        #: statements sent since the start; lets a test assert "one operation, one statement"
        self.statements = 0

    async def open(self) -> None:
        """Connect; raises `DatabaseUnreachable`, `DatabaseRefused` or `DatabaseNotMigrated`."""
        try:
            await self._pool.open()
        except psycopg.OperationalError as error:
            raise connection_refusal(error, self._database.address) from None

    async def close(self) -> None:
        """Close all connections."""
        await self._pool.close()

    async def fetch(self, sql: str, parameters: Sequence[object] = ()) -> bytes:
        """Run `sql` (placeholders $1, $2 …) and return its single column of its single row, undecoded.

        A read whose connection dies is sent again, up to four times within a second. Raises `Timeout`, `Busy`,
        `DatabaseUnreachable`, or `Internal` for whatever only an operator can mend.
        """
        for pause in (*_PAUSES, None):
            try:
                return await self._attempt(sql, parameters)
            except _ConnectionLost as lost:
                await self._pool.forget()
                if pause is None:
                    raise connection_refusal(lost.error, self._database.address) from None
                await asyncio.sleep(pause)
        raise AssertionError

    async def _attempt(self, sql: str, parameters: Sequence[object]) -> bytes:
        async with self._lend() as connection:
            cursor = connection.cursor()
            self.statements += 1
            try:
                await cursor.execute(sql, parameters, prepare=True)
                row = await cursor.fetchone()
            except psycopg.Error as error:
                if connection.closed and isinstance(error, psycopg.OperationalError):
                    raise _ConnectionLost(error) from None
                raise refusal(error, self._database.address) from None
        if row is None or not isinstance(row[0], bytes):
            _log.error("a read returned no JSON: %s", "no row" if row is None else type(row[0]).__name__)
            raise Internal
        return row[0]

    @asynccontextmanager
    async def _lend(self) -> AsyncIterator[AsyncConnection[Any]]:
        try:
            async with self._pool.lend() as connection:
                yield connection
        except psycopg.OperationalError as error:  # from connecting; what the statement raises is translated above
            raise _ConnectionLost(error) from None

    async def _connect(self) -> AsyncConnection[TupleRow]:
        connection = await AsyncConnection.connect(self._url, autocommit=True, cursor_factory=AsyncRawCursor)
        connection.prepared_max = _PREPARED
        connection.adapters.register_loader("json", _RawJson)
        connection.adapters.register_loader("jsonb", _RawJson)
        # By default small and large integers travel as different types, and each would be prepared anew.
        connection.adapters.register_dumper(int, Int8Dumper)
        return connection


class Writer:
    """Transactions of actions, as role hub_writer."""

    def __init__(self, database: Database, *, maximum: int = 5) -> None:
        self._database = database
        self._url = database.url("writer")
        self._pool = Pool(self._connect, minimum=0, maximum=maximum)

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
            return await AsyncConnection.connect(self._url, autocommit=True)
        except psycopg.OperationalError as error:
            raise connection_refusal(error, self._database.address) from None


async def _answers(connection: AsyncConnection[Any]) -> bool:
    try:
        await connection.execute("")
    except psycopg.OperationalError:
        return False
    return True
