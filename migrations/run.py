"""Alembic without alembic.ini: configured here, so that an installed wheel can migrate too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from schema.catalog import catalog

#: indexes that no declaration derives: over functions that a migration makes
BY_HAND = frozenset({"ix_subject_name_keys"})
#: a fresh blocking connection of the owner
Connect = Callable[[], psycopg.Connection[Any]]


def is_declared(name: str | None, kind: str, _: object) -> bool:
    """Whether Alembic is to hold something of the database against the declarations."""
    return not (kind == "index" and name in BY_HAND)


_COMPARED = {"compare_type": True, "compare_server_default": True, "include_name": is_declared}


def configuration(connect: Connect) -> Config:
    """Alembic's configuration; `env.py` finds `connect` in its attributes."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connect"] = connect
    return config


def upgrade(connect: Connect, revision: str = "head") -> None:
    """Run the migrations up to `revision`; a second run finds nothing to do. Raises psycopg.Error."""
    try:
        command.upgrade(configuration(connect), revision)
    except DBAPIError as error:
        # nobody outside migrations/ knows SQLAlchemy, and its message would show the statement
        raise error.orig or error from None


def revisions(connect: Connect) -> tuple[str | None, str | None]:
    """(revision of the database, newest revision of this code); None for an empty history."""
    wanted = ScriptDirectory.from_config(configuration(connect)).get_current_head()
    with sql_connection(connect) as connection:
        return MigrationContext.configure(connection).get_current_revision(), wanted


def differences(connect: Connect) -> list[Any]:
    """What the declarations have and the database lacks, or the other way round; empty when they agree."""
    with sql_connection(connect) as connection:
        context = MigrationContext.configure(connection, opts=_COMPARED)
        return list(compare_metadata(context, catalog().metadata))


def draft(connect: Connect, sentence: str) -> Path:
    """Write the next migration: the difference between the database, migrated to head, and the declarations."""
    config = configuration(connect)
    config.attributes["metadata"] = catalog().metadata
    upgrade(connect)
    number = len(list(ScriptDirectory.from_config(config).walk_revisions())) + 1
    made = command.revision(config, sentence, autogenerate=True, rev_id=f"{number:04d}")
    assert made is not None
    assert not isinstance(made, list)
    return Path(made.path)


def sql_connection(connect: Connect) -> Connection:
    """An SQLAlchemy connection over `connect`, closed for good when it is closed."""
    return create_engine("postgresql+psycopg://", creator=connect, poolclass=NullPool).connect()
