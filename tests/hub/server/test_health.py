"""`GET /health`: 200 while a statement comes back from the database, 503 with the code otherwise; nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import psycopg
import pytest
from starlette.applications import Starlette

from hub.database import Database
from hub.errors import Busy, DatabaseUnreachable, HubError, Internal, Timeout
from hub.revocation import Revocations
from hub.server import health
from hub.settings import Settings
from tests.hub.server.running import Hub, running


@pytest.fixture
def hub(empty_database: Database, settings: Settings) -> Iterator[Hub]:
    """A hub over a database of its own."""
    with running(empty_database, settings) as found:
        yield found


def test_healthy_hub_says_so_to_anybody(hub: Hub) -> None:
    """Without a token, uncached, and without a word about versions or addresses."""
    answer = hub.client.get("/health")

    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert answer.headers["cache-control"] == "no-store"
    assert "server" not in answer.headers
    assert hub.client.post("/health").status_code == 405


def test_hub_outlives_its_connections(hub: Hub, empty_database: Database) -> None:
    """When all its sessions are ended the next question is answered over a new one."""
    assert hub.client.get("/health").status_code == 200
    with empty_database.connect("owner") as connection:
        connection.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where datname = current_database() and pid <> pg_backend_pid()"
        )

    assert hub.client.get("/health").status_code == 200
    assert "data" in hub.ask("{ areas { totalCount } }", hub.token("CP"))


def test_lost_database_is_503_and_comes_back(hub: Hub, empty_database: Database, server: str) -> None:
    """While the database takes no connections: 503 with the code, for queries too; afterwards all is well by itself."""
    with empty_database.connect("owner") as connection:
        row = connection.execute("select current_database()").fetchone()
    assert row
    with psycopg.connect(server, autocommit=True) as operator:
        operator.execute(f'alter database "{row[0]}" allow_connections false'.encode())
        operator.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = %s", row)
        try:
            sick = hub.client.get("/health")
            refused = hub.client.post(
                "/graphql",
                json={"query": "{ areas { totalCount } }"},
                headers={"authorization": f"Bearer {hub.token('CP')}"},
            )
        finally:
            operator.execute(f'alter database "{row[0]}" allow_connections true'.encode())

    assert (sick.status_code, sick.json()["status"]) == (503, "unavailable")
    assert sick.json()["code"].startswith("DATABASE_")
    assert sick.headers["cache-control"] == "no-store"
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "1")
    assert refused.json()["errors"][0]["extensions"]["code"] == sick.json()["code"]
    assert row[0] not in sick.text
    assert hub.client.get("/health").json() == {"status": "ok"}


@pytest.mark.parametrize(
    "fault", [Busy(), Timeout(), Internal(), DatabaseUnreachable(address="db.example.invalid:5432/x")]
)
async def test_every_fault_is_503_with_its_code(fault: HubError) -> None:
    """Only the code is told: sentences name addresses."""

    class Broken:
        async def fetch(self, _: str) -> bytes:
            raise fault

    app = Starlette(routes=[health.route(Broken, Revocations(list))])  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://hub") as client:
        answer = await client.get("/health")

    assert (answer.status_code, answer.json()) == (503, {"status": "unavailable", "code": fault.code})
