"""The province with what it lacks added, in a database of each worker's own, and the world read from it."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator

import pytest

from hub.database import Database
from hub.query.engine import Engine
from hub.vault import Vault
from tests.conftest import copied
from tests.oracle.extras import Extras
from tests.oracle.world import World
from tests.province import Province, opened

#: one subject of so many is kept
SHARE = int(os.environ.get("ORACLE_SHARE", "4"))


@pytest.fixture(scope="session")
def enriched(server: str, province_build: Province, province_vault: Vault) -> Iterator[Database]:
    """The province with the extras; only read by tests."""
    for database in copied(server, province_build.names[1]):
        with database.connect("owner") as connection:
            extras = Extras(connection, province_vault)
            extras.thin(SHARE)
            extras.add()
            connection.autocommit = True
            connection.execute("vacuum analyze")
        yield database


@pytest.fixture(scope="session")
def world(enriched: Database, province_vault: Vault) -> World:
    """All its rows."""
    with enriched.connect("owner") as connection:
        return World(connection, province_vault)


@pytest.fixture
async def asked(enriched: Database, province_vault: Vault) -> AsyncIterator[Engine]:
    """A hub over the same database."""
    async with opened(enriched, province_vault) as engine:
        yield engine
