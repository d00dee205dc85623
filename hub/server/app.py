"""The composition root of a worker: settings, keys, database and routes, joined once."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from hub import actions
from hub.audit.auditor import Auditor
from hub.audit.keeper import Keeper
from hub.audit.log import AccessLog
from hub.budgets.daily import Daily
from hub.budgets.door import Door
from hub.budgets.misses import Misses
from hub.database import Database, Writer, check_migrated
from hub.errors import HubError, Internal
from hub.identity import Authenticator
from hub.query.document import account as documents_account
from hub.query.documents import Documents, check
from hub.query.engine import Engine
from hub.reader import Reader
from hub.server import elsewhere, explorer, health
from hub.server.admission import WAITING, Admission
from hub.server.http import Endpoint
from hub.server.uploads import PREFIX, Uploads
from hub.settings import Settings
from hub.trusted import store
from hub.uploads.deliverers import Deliverers
from hub.uploads.intake import Intake
from hub.uploads.ledger import Ledger
from hub.uploads.process import LoadingProcess
from hub.uploads.spool import spool_of
from hub.vault import Vault
from schema.catalog import catalog

if TYPE_CHECKING:
    from loaders.live.prover import Live

_log = logging.getLogger("hub.server")

#: seconds between two accounts in the log
TELLING = 600.0
#: when garbage is looked for: a request makes some hundred objects and nearly none in circles, so that the usual
#: thresholds look for it every few requests, in vain
_COLLECT = (10_000, 20, 20)
#: address of the endpoint
GRAPHQL = "/graphql"


class _Closed(Protocol):
    async def close(self) -> None: ...


C = TypeVar("C", bound=_Closed)


class Application(Starlette):
    """Starlette, which asks the endpoint first: its own routing and layers cost as much as a whole look-up."""

    def __init__(self, endpoint: Endpoint, **options: Any) -> None:
        super().__init__(**options)
        self._endpoint = endpoint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and scope["path"] == GRAPHQL:
            await self._endpoint(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


class Parts:
    """What a worker holds while it lives."""

    engine: Engine | None = None
    reader: Reader | None = None
    intake: Intake | None = None

    def running_engine(self) -> Engine:
        """The engine. Raises Internal before start-up has finished."""
        if self.engine is None:
            raise Internal
        return self.engine

    def running_reader(self) -> Reader:
        """The reader. Raises Internal before start-up has finished."""
        if self.reader is None:
            raise Internal
        return self.reader

    def running_intake(self) -> Intake:
        """Where uploads are taken in. Raises Internal before start-up has finished."""
        if self.intake is None:
            raise Internal
        return self.intake


def create() -> Starlette:
    """The application of one worker, from the settings in the environment."""
    settings = Settings.from_environment()
    if settings.database_url is None:
        raise Internal  # `hub serve` hands every worker the address of the cluster it started
    return build(settings, Database.at(settings.database_url, settings))


def build(settings: Settings, database: Database) -> Application:
    """The application over a given database."""
    parts = Parts()
    authenticator = Authenticator.from_settings(settings)
    documents = Documents(store.load(settings, check))
    deliverers = Deliverers.from_settings(settings)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        check_migrated(database)
        async with AsyncExitStack() as until:
            worker = _Worker(until, settings, database, Vault.from_settings(settings))
            await worker.read(parts, authenticator)
            await worker.answer(parts, documents)
            worker.take_in(parts, needed=bool(deliverers.pairs))
            worker.sign()
            _settle()
            yield

    admission = Admission(everyone=WAITING + settings.pool_max)
    endpoint = Endpoint(parts.running_engine, authenticator, admission)
    uploads = Uploads(parts.running_intake, authenticator, deliverers, settings.upload_limit << 20)
    routes = [
        Route(GRAPHQL, endpoint),
        Route(f"{PREFIX}{{name}}", uploads),
        health.route(parts.running_reader, authenticator.revocations),
        *explorer.routes(),
    ]
    app = Application(endpoint, routes=routes, lifespan=lifespan, exception_handlers={HTTPException: elsewhere.answer})
    app.router.redirect_slashes = False  # `/graphql/` is no address: see `elsewhere`
    return app


class _Worker:
    """Opens what a worker holds; what was opened last is closed first."""

    def __init__(self, until: AsyncExitStack, settings: Settings, database: Database, vault: Vault) -> None:
        self._until, self._settings, self._database, self._vault = until, settings, database, vault

    async def read(self, parts: Parts, authenticator: Authenticator) -> None:
        """The way to what is asked for, and who may not ask any more."""
        await authenticator.open()
        parts.reader = self._closing(
            Reader(self._database, minimum=self._settings.pool_min, maximum=self._settings.pool_max)
        )
        await parts.reader.open()
        await authenticator.revocations.look(parts.reader)
        self._beside(authenticator.revocations.keep(parts.reader))

    async def answer(self, parts: Parts, documents: Documents) -> None:
        """The engine with all that it acts, records and counts by."""
        reader = parts.running_reader()
        writer = self._closing(Writer(self._database))
        live = _live(self._settings, self._database, self._vault)
        if live is not None:
            self._closing(live)
        door = Door(self._database)
        budgeted = self._settings.budgets == "on"
        misses, daily = (Misses(door), Daily(door)) if budgeted else (None, None)
        self._until.push_async_callback(_close, door, daily)
        auditor = Auditor(self._closing(AccessLog(self._database)), self._vault)
        acting = actions.performer(writer, self._vault, live)
        parts.engine = Engine(reader, self._vault, acting, documents, auditor, misses, daily)
        for known in (parts.engine.statistics, parts.engine.policies):
            await known.look(reader)
            self._beside(known.keep(reader))
        self._beside(_tell(parts.engine))
        if daily is not None:
            self._beside(daily.keep())

    def take_in(self, parts: Parts, *, needed: bool) -> None:
        """Uploads, which a process of its own loads where anybody may send some."""
        books = self._closing(Writer(self._database, "loader", maximum=3))
        loading = self._closing(LoadingProcess(Ledger(books), self._settings, self._database))
        parts.intake = Intake(loading.ledger, self._vault, spool_of(self._settings.data_dir), loading.wake)
        if needed:
            self._beside(loading.keep())

    def sign(self) -> None:
        """Checkpoints of the access log, by one worker among all."""
        self._beside(self._closing(Keeper(self._database, self._settings)).keep())

    def _closing(self, held: C) -> C:
        self._until.push_async_callback(held.close)
        return held

    def _beside(self, work: Coroutine[Any, Any, object]) -> None:
        self._until.callback(asyncio.create_task(work).cancel)


def _live(settings: Settings, database: Database, vault: Vault) -> Live | None:
    """Whoever asks sources for proof; None without such sources, and then nothing of the pump is imported."""
    if settings.live_sources is None:
        return None
    from loaders.live.configuration import live_sources
    from loaders.live.prover import Live
    from loaders.load import Desk
    from loaders.store import store_of

    store = store_of(settings.data_dir, vault)
    desk = Desk(database, vault, "live", store)
    return Live(live_sources(settings), desk, store.folder, settings.live_deadline / 1000)


async def _close(door: Door, daily: Daily | None) -> None:
    """Tell what the last second used up, and close the connection."""
    with suppress(HubError):
        if daily is not None:
            await daily.settle()
    await door.close()


async def _tell(engine: Engine) -> None:
    """Write into the log every ten minutes how full the bounded stores are, so that an operator sees one too small."""
    while True:
        await asyncio.sleep(TELLING)
        _log.info("documents %s, statements %s", documents_account(), engine.plans.account())


def _settle() -> None:
    """Build what every request needs before the first one, and keep it out of the collector's way (25–50 ms)."""
    assert catalog().graphql.query_type
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_COLLECT)
