"""One listening hub for each module of tests that asks over the wire."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from hub.settings import Settings
from tests.conftest import copied
from tests.hub.server.running import Hub, running


@pytest.fixture(scope="module")
def hub(server: str, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    """A hub over a migrated database without a row."""
    settings = Settings.from_environment({"HUB_DATA_DIR": str(tmp_path_factory.mktemp("data"))})
    with contextmanager(copied)(server, template) as database, running(database, settings) as found:
        yield found
