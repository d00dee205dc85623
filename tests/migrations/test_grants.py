"""Who may do what to which table: the second wall, asked of PostgreSQL itself."""

from __future__ import annotations

import psycopg
import pytest

from hub.database import Database
from migrations.roles import ROLES
from schema.catalog import catalog

TABLES = sorted(catalog().metadata.tables)
RIGHTS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
#: written by acts, once
ACTED = {
    "screening", "screening_item", "screening_hit", "feedback", "government_debtor_snapshot", "government_debtor_entry",
}  # fmt: skip
#: closed to the read path: what was refused at the gate, and the hub's own notes
CLOSED = {"quarantine_row", "hub_setting"}


def expected(role: str, table: str) -> set[str]:
    """The rights of a role on a whole table, as the migration's docstring says them."""
    if role == "hub_loader":
        if table in ACTED or table == "hub_setting":
            return set()
        return {"SELECT", "INSERT"} | (set() if table == "quarantine_row" else {"UPDATE"})
    if table in CLOSED or (role == "hub_reader" and table == "subject"):
        return set()  # the reader sees `subject` column by column
    return {"SELECT"} | ({"INSERT"} if role == "hub_writer" and table in ACTED else set())


@pytest.mark.parametrize("role", ROLES)
def test_rights_on_tables(database: Database, role: str) -> None:
    """The whole matrix, role × table × right; nobody may delete, truncate or change what acts have written."""
    with database.connect("owner") as connection:
        found = connection.execute(
            "select t, r from unnest(%s::text[]) t, unnest(%s::text[]) r where has_table_privilege(%s, t, r)",
            [TABLES, list(RIGHTS), role],
        ).fetchall()
    granted = {table: {right for name, right in found if name == table} for table in TABLES}
    assert granted == {table: expected(role, table) for table in TABLES}


def test_reader_sees_every_column_but_the_partial_number_index(database: Database) -> None:
    """The index over partly known ID numbers would let a reader test guesses; everything else it needs to answer."""
    columns = [column.name for column in catalog().metadata.tables["subject"].c]
    with database.connect("owner") as connection:
        found = connection.execute(
            "select c from unnest(%s::text[]) c where not has_column_privilege('hub_reader', 'subject', c, 'SELECT')",
            [columns],
        ).fetchall()
    assert found == [("id_number_pattern",)]


@pytest.mark.parametrize(
    "statement",
    [
        "select raw_masked from quarantine_row",
        "select value from hub_setting",
        "select id_number_pattern from subject",
        "select * from subject",
        "insert into feedback default values",
        "update subject set name = ''",
        "delete from listing",
        "truncate listing",
        "create temporary table own (n int)",
        "set session authorization default; reset role; select value from hub_setting",
    ],
)
def test_reader_is_refused(database: Database, statement: str) -> None:
    """Tried as the read path connects, each is refused by PostgreSQL and not by our manners."""
    refused = (psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction)
    with pytest.raises(refused), database.connect("reader") as connection:
        connection.execute(statement.encode())


@pytest.mark.parametrize(
    "statement",
    [
        "update feedback set note = ''",
        "delete from screening",
        "insert into listing default values",
        "update subject set name = ''",
        "select value from hub_setting",
    ],
)
def test_writer_adds_and_never_changes(database: Database, statement: str) -> None:
    """What an agency did stays as it was written; facts are the loaders' business."""
    with pytest.raises(psycopg.errors.InsufficientPrivilege), database.connect("writer") as connection:
        connection.execute(statement.encode())


@pytest.mark.parametrize("statement", ["delete from listing", "update quarantine_row set reason = ''"])
def test_loader_removes_nothing(database: Database, statement: str) -> None:
    """A removal is a state of a row; and what was set aside stays as it came."""
    with pytest.raises(psycopg.errors.InsufficientPrivilege), database.connect("loader") as connection:
        connection.execute(statement.encode())


def test_every_table_is_somebodys(database: Database) -> None:
    """A table that no role may read was forgotten in the migration; only the hub's own notes are the owner's alone."""
    with database.connect("owner") as connection:
        found = connection.execute(
            """select t from unnest(%s::text[]) t where not exists
               (select from unnest(%s::text[]) r where has_any_column_privilege(r, t, 'SELECT'))""",
            [TABLES, list(ROLES)],
        ).fetchall()
    assert found == [("hub_setting",)]
