"""The three roles: created by whoever may, as often as asked, with hardly any rights of their own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from hub.database import Database
from migrations import roles
from migrations.roles import ROLES, create_roles
from tests.conftest import bare_database


def test_roles_can_do_nothing_by_themselves(database: Database) -> None:
    """No login, no superuser, no way around row-level security, no new roles or databases."""
    query = """select rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
               from pg_roles where rolname = any(%s)"""
    with database.connect("owner") as connection:
        assert connection.execute(query, [list(ROLES)]).fetchall() == [(False,)] * len(ROLES)


def test_only_the_loader_makes_temporary_tables(server: str) -> None:
    """Nobody creates tables in public, and staging is the loader's business."""
    with bare_database(server) as database:
        with database.connect("owner") as connection:
            create_roles(connection)
        with database.connect("loader") as connection:
            connection.execute("create temporary table staging (n int)")
        for table in ("temporary table staging", "table public.own"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege), database.connect("writer") as connection:
                connection.execute(f"create {table} (n int)".encode())


def test_owner_without_superuser_may_create_and_become_them(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A managed PostgreSQL gives no superuser; CREATEROLE and the database are enough."""
    tag = uuid4().hex[:8]
    fresh = (f"hub_a_{tag}", f"hub_b_{tag}")
    monkeypatch.setattr(roles, "ROLES", fresh)
    owner = sql.Identifier(f"hub_owner_{tag}")
    with database.connect("owner") as connection:
        connection.execute(sql.SQL("create role {} createrole").format(owner))
        name = sql.Identifier(connection.info.dbname)
        connection.execute(sql.SQL("alter database {} owner to {}").format(name, owner))
        connection.execute(sql.SQL("set session authorization {}").format(owner))
        create_roles(connection)
        for role in fresh:
            connection.execute(sql.SQL("set role {}").format(sql.Identifier(role)))
            connection.execute("reset role")
        connection.rollback()


def test_databases_migrated_at_the_same_moment_do_not_collide(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Roles belong to the whole server; two databases that create them at once both succeed."""
    fresh = tuple(f"hub_{uuid4().hex[:12]}" for _ in range(6))
    monkeypatch.setattr(roles, "ROLES", fresh)

    def create(database: Database) -> None:
        with database.connect("owner") as connection:
            connection.autocommit = True
            create_roles(connection)

    # one migrator per database: within one, an advisory lock keeps them apart (see test_run)
    with bare_database(server) as one, bare_database(server) as two, bare_database(server) as three:
        try:
            with ThreadPoolExecutor(3) as pool:
                assert list(pool.map(create, [one, two, three])) == [None] * 3
        finally:
            with one.connect("owner") as connection:
                for role in fresh:
                    connection.execute(sql.SQL("drop role if exists {}").format(sql.Identifier(role)))
