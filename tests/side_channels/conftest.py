"""One world for each worker, and twins of it as they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
from psycopg import conninfo

from hub.database import Database
from hub.settings import Settings
from hub.vault import Vault
from tests.conftest import copied
from tests.hub.query.small_world import build
from tests.side_channels.hidden import judging
from tests.side_channels.twins import Twin, Worlds, part


@pytest.fixture(scope="session")
def worlds(server: str, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worlds]:
    """The small world, of which nobody writes the first copy, and its twins."""
    vault = Vault.from_settings(
        Settings.from_environment({"HUB_DATA_DIR": str(tmp_path_factory.mktemp("twins") / "data")})
    )
    copy = contextmanager(copied)
    with ExitStack() as stack:
        original = stack.enter_context(copy(server, template))
        with original.connect("owner") as connection:
            world = build(connection, vault)
        name = str(conninfo.conninfo_to_dict(original.owner_connection)["dbname"])
        made: dict[tuple[str, Twin], Database] = {}

        def second(role: str, twin: Twin) -> Database:
            if (role, twin) not in made:
                made[role, twin] = stack.enter_context(copy(server, name))
                part(made[role, twin], vault, judging(world, role), twin)
            return made[role, twin]

        yield Worlds(world, vault, stack.enter_context(copy(server, name)), second)
