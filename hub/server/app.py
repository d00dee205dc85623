"""The composition root of a worker: settings, keys, database and routes, joined once."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any

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
        vault = Vault.from_settings(settings)
        await authenticator.open()
        parts.reader = Reader(database, minimum=settings.pool_min, maximum=settings.pool_max)
        await parts.reader.open()
        await authenticator.revocations.look(parts.reader)
        writer = Writer(database)
        log, door = AccessLog(database), Door(database)
        budgeted = settings.budgets == "on"
        misses, daily = (Misses(door), Daily(door)) if budgeted else (None, None)
        live = _live(settings, database, vault)
        acting = actions.performer(writer, vault, live)
        parts.engine = Engine(parts.reader, vault, acting, documents, Auditor(log, vault), misses, daily)
        await parts.engine.statistics.look(parts.reader)
        await parts.engine.policies.look(parts.reader)
        keeping = asyncio.create_task(parts.engine.statistics.keep(parts.reader))
        revoking = asyncio.create_task(authenticator.revocations.keep(parts.reader))
        following = asyncio.create_task(parts.engine.policies.keep(parts.reader))
        telling = asyncio.create_task(_tell(parts.engine))
        settling = asyncio.create_task(daily.keep() if daily else asyncio.sleep(0))
        books = Writer(database, "loader", maximum=3)
        loading_process = LoadingProcess(Ledger(books), settings, database)
        parts.intake = Intake(loading_process.ledger, vault, spool_of(settings.data_dir), loading_process.wake)
        loading = asyncio.create_task(loading_process.keep() if deliverers.pairs else asyncio.sleep(0))
        keeper = Keeper(database, settings)
        signing = asyncio.create_task(keeper.keep())
        _settle()
        yield
        for task in (keeping, revoking, following, telling, signing, settling, loading):
            task.cancel()
        await loading_process.close()
        await books.close()
        await keeper.close()
        await log.close()
        await _close(door, daily)
        if live is not None:
            await live.close()
        await writer.close()
        await parts.reader.close()

    admission = Admission(everyone=WAITING + settings.pool_max)
    endpoint = Endpoint(parts.running_engine, authenticator, admission)
    routes = [
        Route(GRAPHQL, endpoint),
        Route(
            f"{PREFIX}{{name}}", Uploads(parts.running_intake, authenticator, deliverers, settings.upload_limit << 20)
        ),
        health.route(parts.running_reader, authenticator.revocations),
        *explorer.routes(),
    ]
    app = Application(endpoint, routes=routes, lifespan=lifespan, exception_handlers={HTTPException: elsewhere.answer})
    app.router.redirect_slashes = False  # `/graphql/` is no address: see `elsewhere`
    return app


def _live(settings: Settings, database: Database, vault: Vault) -> Live | None:
    """Whoever asks sources for proof; None without such sources, and then nothing of the pump is imported."""
    if settings.live_sources is None:
        return None
    from loaders.live.configuration import live_sources
    from loaders.live.prover import Live
    from loaders.load import Desk
    from loaders.store import Store

    folder = settings.data_dir / "sources"
    desk = Desk(database, vault, "live", Store(folder, vault))
    return Live(live_sources(settings), desk, folder, settings.live_deadline / 1000)


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
