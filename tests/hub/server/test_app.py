"""The composition of a worker: what it refuses to start with, what it serves, and that it leaves nothing open."""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from hub.database import Database
from hub.errors import DatabaseNotMigrated, DatabaseUnreachable, HubError, Internal, KeyFileUnusable
from hub.server.app import build, create
from hub.settings import Settings
from hub.tokens import TokenRequest, sign
from tests.conftest import bare_database


async def ask(app: Starlette, token: str, path: str = "/graphql") -> httpx.Response:
    """One query, in process."""
    transport = httpx.ASGITransport(app, raise_app_exceptions=True)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
        return await client.post(
            path, json={"query": "{ areas { totalCount } }"}, headers={"authorization": f"Bearer {token}"}
        )


async def start(app: Starlette) -> None:
    """Start and stop again."""
    async with app.router.lifespan_context(app):
        pass


async def test_worker_answers_between_start_and_stop(empty_database: Database, settings: Settings) -> None:
    """Before start-up has finished a request is refused in our own words; afterwards it is answered."""
    token = sign(settings, TokenRequest(roles=("CP",)))
    app = build(settings, empty_database)
    early = await ask(app, token)
    async with app.router.lifespan_context(app):
        answered = await ask(app, token)

    assert (early.status_code, early.json()["errors"][0]["extensions"]["code"]) == (500, "INTERNAL")
    assert answered.json()["data"] == {"areas": {"totalCount": 0}}


async def test_worker_closes_its_connections(empty_database: Database, settings: Settings) -> None:
    """After a stop no session is left at the server, so the database can be dropped or moved."""
    token = sign(settings, TokenRequest(roles=("CP",)))
    app = build(settings, empty_database)
    async with app.router.lifespan_context(app):
        await asyncio.gather(*(ask(app, token) for _ in range(20)))

    patience = 50
    query = "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
    with empty_database.connect("owner") as connection:
        connection.autocommit = True
        left = connection.execute(query).fetchone()
        while left != (0,) and patience > 0:
            await asyncio.sleep(0.05)
            patience -= 1
            left = connection.execute(query).fetchone()
    assert left == (0,)


async def test_worker_reads_as_the_reader(empty_database: Database, settings: Settings) -> None:
    """Its standing connections have given up the owner's rights: they are hub_reader, and read only."""
    app = build(settings, empty_database)
    async with app.router.lifespan_context(app):
        with empty_database.connect("owner") as connection:
            names = connection.execute(
                "select distinct application_name from pg_stat_activity"
                " where datname = current_database() and pid <> pg_backend_pid()"
            ).fetchall()

    assert names == [("hub-reader",)]


async def test_unmigrated_database_stops_the_start(server: str, settings: Settings) -> None:
    """A worker never serves over tables it does not know."""
    sign(settings, TokenRequest(roles=("CP",)))
    with bare_database(server) as bare:
        with pytest.raises(DatabaseNotMigrated):
            await start(build(settings, bare))


async def test_absent_database_stops_the_start(settings: Settings) -> None:
    """With our own error, whose sentence names the address without its password."""
    sign(settings, TokenRequest(roles=("CP",)))
    absent = Database.at("host=127.0.0.1 port=1 dbname=hub user=hub password=geheim")
    with pytest.raises(DatabaseUnreachable) as refusal:
        await start(build(settings, absent))

    assert "geheim" not in str(refusal.value)


async def test_missing_vault_stops_a_production_start(empty_database: Database, tmp_path: Path) -> None:
    """In production no key is made silently: without the vault's file the worker does not start."""
    keys = tmp_path / "jwks.json"
    keys.write_text('{"keys": []}')
    given = {"HUB_DATA_DIR": str(tmp_path), "HUB_ENVIRONMENT": "production", "HUB_JWKS": str(keys),
             "HUB_JWT_ISSUER": "https://login.example.gov.cn", "HUB_JWT_AUDIENCE": "hub"}  # fmt: skip
    with pytest.raises(HubError) as refusal:
        await start(build(Settings.from_environment(given), empty_database))

    assert isinstance(refusal.value, KeyFileUnusable)
    assert not (tmp_path / "keys" / "vault.json").exists()


def test_worker_without_an_address_is_our_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`hub serve` always hands the address on; a worker started by hand without it does not invent a cluster."""
    monkeypatch.setenv("HUB_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("HUB_DATABASE_URL", raising=False)
    with pytest.raises(Internal):
        create()

    assert list(tmp_path.iterdir()) == []


async def test_nothing_but_the_five_addresses_is_served(empty_database: Database, settings: Settings) -> None:
    """GraphQL, uploads, health, the page and its files; each as one route."""
    app = build(settings, empty_database)

    paths = sorted(str(getattr(route, "path", "")) for route in app.routes)
    assert paths == ["/batches/{name}", "/graphiql", "/graphiql/{asset}", "/graphql", "/health"]


@pytest.fixture(autouse=True)
def _thaw() -> object:
    """A worker freezes what it starts with; a test process goes on."""
    yield
    gc.unfreeze()
