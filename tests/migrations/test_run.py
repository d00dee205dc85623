"""Migrations: they agree with the declarations, may be repeated and undone, and read as a history."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn

import psycopg
import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import postgresql

from hub.database import Database, migrate
from hub.errors import MigrationFailed
from migrations import run
from migrations.newest import newest
from migrations.run import configuration, differences, revisions
from schema.catalog import catalog
from tests.conftest import bare_database

ROOT = Path(__file__).parent.parent.parent

#: what autogenerate does not compare, as PostgreSQL itself describes it
CHECKS = """
    select c.conrelid::regclass::text, c.conname, pg_get_constraintdef(c.oid)
    from pg_constraint c where c.contype = 'c' and c.connamespace = current_schema::regnamespace"""
UNIQUES = """
    select i.indrelid::regclass::text, i.indexrelid::regclass::text, i.indnullsnotdistinct
    from pg_index i join pg_constraint c on c.conindid = i.indexrelid and c.contype = 'u'
    where c.connamespace = current_schema::regnamespace"""
COLLATIONS = """
    select a.attrelid::regclass::text || '.' || a.attname, l.collname
    from pg_attribute a join pg_class r on r.oid = a.attrelid and r.relkind = 'r'
    join pg_collation l on l.oid = a.attcollation
    where r.relnamespace = current_schema::regnamespace and a.attnum > 0 and r.relname <> 'alembic_version'"""


def rows(database: Database, query: str) -> set[tuple[Any, ...]]:
    with database.connect("owner") as connection:
        return set(connection.execute(query.encode()).fetchall())


def tables(database: Database) -> set[tuple[Any, ...]]:
    return rows(database, "select tablename from pg_tables where schemaname = current_schema")


def test_migrated_database_is_what_the_declarations_say(database: Database) -> None:
    """Tables, columns, types, defaults, indexes and constraints: nothing more and nothing less."""
    assert differences(lambda: database.connect("owner")) == []


@pytest.mark.parametrize("query", [CHECKS, UNIQUES, COLLATIONS], ids=["checks", "uniques", "collations"])
def test_what_alembic_does_not_compare_agrees_too(server: str, database: Database, query: str) -> None:
    """Check constraints, nulls-not-distinct and collations equal those of tables made straight from the metadata."""
    with bare_database(server) as declared:
        engine = sa.create_engine("postgresql+psycopg://", creator=lambda: declared.connect("owner"))
        catalog().metadata.create_all(engine)
        engine.dispose()
        wanted = rows(declared, query)
    assert len(wanted) > 3
    assert rows(database, query) == wanted


def test_nothing_of_a_declared_table_is_left_to_the_servers_locale(database: Database) -> None:
    """Every text column is collated "C"; lists of text are only ever searched, not sorted."""
    plain = f"{COLLATIONS} and a.atttypid = 'text'::regtype"
    assert {collation for _, collation in rows(database, plain)} == {"C"}


def test_second_run_changes_nothing(database: Database) -> None:
    """A start of the hub may always migrate first."""
    query = "select oid, relname, relfilenode from pg_class where relnamespace = current_schema::regnamespace"
    before = rows(database, query)

    migrate(database)

    assert rows(database, query) == before
    found, wanted = revisions(lambda: database.connect("owner"))
    assert found == wanted


def test_two_migrators_at_once(server: str) -> None:
    """The second waits for the first and finds nothing to do; neither fails."""
    script = "import sys; from hub.database import Database, migrate; migrate(Database.at(sys.argv[1]))"
    with bare_database(server) as fresh:
        command_line = [sys.executable, "-c", script, fresh.owner_connection]
        running = [subprocess.Popen(command_line, stderr=subprocess.PIPE, cwd=ROOT) for _ in range(3)]
        faults = [process.communicate(timeout=120)[1].decode() for process in running]
        assert faults == [""] * 3
        assert differences(lambda: fresh.connect("owner")) == []


def test_down_to_nothing_and_up_again(server: str) -> None:
    """A migration can be taken back, and what it made comes again just as it was."""
    with bare_database(server) as fresh:
        migrate(fresh)
        grants = rows(fresh, "select relname, relacl::text from pg_class where relacl is not null and relkind = 'r'")
        command.downgrade(configuration(lambda: fresh.connect("owner")), "base")
        assert tables(fresh) == {("alembic_version",)}
        migrate(fresh)
        assert differences(lambda: fresh.connect("owner")) == []
        again = rows(fresh, "select relname, relacl::text from pg_class where relacl is not null and relkind = 'r'")
        assert again == grants


def test_migrations_run_under_time_limits(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting for a table lock ends after seconds, since everybody queues behind the migrator; work has an end too."""
    seen: dict[str, str] = {}

    def note(connection: psycopg.Connection[Any]) -> None:
        for name in ("lock_timeout", "statement_timeout"):
            row = connection.execute(f"show {name}".encode()).fetchone()
            assert row is not None
            seen[name] = row[0]

    with bare_database(server) as fresh:
        connections: list[psycopg.Connection[Any]] = []

        def connect() -> psycopg.Connection[Any]:
            connections.append(fresh.connect("owner"))
            monkeypatch.setattr(connections[-1], "close", lambda: None)
            return connections[-1]

        run.upgrade(connect)
        note(connections[0])
        for connection in connections:
            psycopg.Connection.close(connection)
    assert seen == {"lock_timeout": "5s", "statement_timeout": "30min"}


def test_blocked_migration_gives_up_and_leaves_nothing(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A migration that fails is undone whole: the database is as before, and the refusal is one of ours."""
    with bare_database(server) as fresh:
        with fresh.connect("owner") as connection:
            connection.execute("create table work_day (n int)")  # made by somebody else: the migration collides
        with pytest.raises(MigrationFailed, match="work_day"):
            migrate(fresh)
        assert tables(fresh) <= {("work_day",), ("alembic_version",)}


def test_history_is_one_line_of_sentences() -> None:
    """One head, numbered files named by what they do, each with a docstring that says why."""
    scripts = ScriptDirectory.from_config(configuration(_never))
    revisions = list(scripts.walk_revisions())

    assert len(scripts.get_heads()) == 1
    assert [f"{number:04d}" for number in range(len(revisions), 0, -1)] == [script.revision for script in revisions]
    for script in revisions:
        assert re.fullmatch(r"\d{4}_[a-z]+(_[a-z0-9]+)+\.py", script.path.rpartition("/")[2])
        assert len((script.module.__doc__ or "").strip()) > 40


def test_declarations_compile_for_postgresql_alone() -> None:
    """Tables use what only PostgreSQL has; a type that another dialect would render differently is a mistake."""
    for table in catalog().metadata.tables.values():
        assert str(sa.schema.CreateTable(table).compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]


def _never() -> NoReturn:
    raise AssertionError("reading the history needs no connection")


def test_newest_revision_is_known_without_alembic(database: Database) -> None:
    """A worker tells an outdated database by the names of the migrations, and means what alembic means."""
    assert newest() == ScriptDirectory.from_config(configuration(lambda: database.connect("owner"))).get_current_head()


def test_reading_needs_neither_alembic_nor_sqlalchemy() -> None:
    """A worker that only reads does not carry what only migrations and loaders use: a third of its memory."""
    code = (
        "import sys, hub.server.app; from schema.catalog import catalog; catalog().graphql;"
        "print(sorted({'alembic', 'sqlalchemy', 'httpx', 'polars', 'openpyxl'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
