"""The adversarial world in a database of each worker's own, its rows in plain dicts, and a hub over it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import LiteralString

import pytest

from hub.database import Database
from hub.query.engine import Engine
from hub.settings import Settings
from hub.vault import Vault
from tests.conftest import copied
from tests.hub.query.small_world import build
from tests.oracle.world import World
from tests.province import opened

#: what subjects are found by, and a person of whose number the source told nothing but the stars
IDENTIFIERS: LiteralString = """
insert into subject_identifier (kind, value, subject_id, batch_id)
    select 'CREDIT_CODE', credit_code, id, batch_id from subject where kind <> 'NATURAL_PERSON';
update subject set id_number_sealed = null where kind = 'NATURAL_PERSON' and area_code is null and id = (
    select id from subject where kind = 'NATURAL_PERSON' and area_code is null order by id limit 1)
"""
PERSON = (
    "insert into subject_identifier (kind, value, subject_id, batch_id) values ('ID_NUMBER', %s, %s, gen_random_uuid())"
)


@pytest.fixture(scope="session")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Vault:
    """The vault that seals the world's values."""
    folder = tmp_path_factory.mktemp("matrix") / "data"
    return Vault.from_settings(Settings.from_environment({"HUB_DATA_DIR": str(folder)}))


@pytest.fixture(scope="session")
def peopled(server: str, template: str, vault: Vault) -> Iterator[Database]:
    """The small world, with identifiers; only read by tests."""
    for database in copied(server, template):
        people(database, vault)
        yield database


@pytest.fixture(scope="session")
def acted_on(server: str, template: str, vault: Vault) -> Iterator[Database]:
    """The same world, in which acts write."""
    for database in copied(server, template):
        people(database, vault)
        yield database


def people(database: Database, vault: Vault) -> None:
    """Fill a migrated database."""
    with database.connect("owner") as connection:
        made = build(connection, vault)
        for row in made.tables["subject"]:
            if row["kind"] == "NATURAL_PERSON":
                blind = vault.blind("id_number", made.numbers[row["id"]]).hex()
                connection.execute(PERSON, [blind, row["id"]])
        for statement in IDENTIFIERS.split(";"):
            connection.execute(statement)
        connection.commit()
        connection.autocommit = True
        connection.execute("vacuum analyze")


@pytest.fixture(scope="session")
def world(peopled: Database, vault: Vault) -> World:
    """All its rows."""
    with peopled.connect("owner") as connection:
        return World(connection, vault)


@pytest.fixture
async def asked(peopled: Database, vault: Vault) -> AsyncIterator[Engine]:
    """A hub over the same database."""
    async with opened(peopled, vault) as engine:
        yield engine
