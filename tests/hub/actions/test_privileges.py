"""What the three roles may do, read from PostgreSQL's own catalogue: table × privilege × role, and nothing beyond."""

from __future__ import annotations

import pytest

from hub.database import Database

#: written once by actions
ACTED = {
    "screening", "screening_item", "screening_hit", "screening_instruction", "feedback",
    "government_debtor_snapshot", "government_debtor_entry", "access_seal", "identity_decision",
}  # fmt: skip
#: what no role reads as a whole: settings of record, rows that could not be loaded, revocations and policy
#: tables (of which the reader has columns), erasures with the keys and names that they take, the migration's own table
CLOSED = {
    "hub_setting", "quarantine_row", "revoked_token", "policy_table", "erasure", "erased_name", "person_key",
    "subject_alias", "alembic_version",
}  # fmt: skip
#: the loaders' work
LOADED = {
    "agency", "area", "batch", "case_party", "court", "delivery", "enforcement_case", "former_name", "honest_listing",
    "listing", "licence", "measure", "penalty", "performance_certificate", "pull", "responsible_person", "source",
    "stored_file", "subject", "subject_identifier", "sync_leader", "terminated_case", "upload", "work_day",
}  # fmt: skip

MATRIX = """
select t.table_name, p.privilege, has_table_privilege(%s, quote_ident(t.table_name), p.privilege)
from information_schema.tables t,
    unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) as p(privilege)
where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
"""


def granted(database: Database, role: str) -> dict[str, set[str]]:
    """Table → privileges on the whole table, for tables with any."""
    found: dict[str, set[str]] = {}
    with database.connect("owner") as connection:
        for table, privilege, holds in connection.execute(MATRIX.encode(), (role,)).fetchall():
            if holds:
                found.setdefault(table, set()).add(privilege)
    return found


def test_every_table_is_in_one_of_the_lists(empty_database: Database) -> None:
    """A new table must be given its place here before anybody may touch it."""
    with empty_database.connect("owner") as connection:
        tables = {name for (name,) in connection.execute("select tablename from pg_tables where schemaname = 'public'")}

    assert tables == ACTED | LOADED | CLOSED


def test_writer_writes_once(empty_database: Database) -> None:
    """hub_writer inserts what agencies do; of the rest it reads columns. It updates, deletes and empties nothing."""
    assert granted(empty_database, "hub_writer") == {table: {"SELECT", "INSERT"} for table in ACTED}


def test_acts_read_what_they_name(empty_database: Database) -> None:
    """Of what sources deliver, an act reads what its statements name: neither masked nor sealed numbers, no address."""
    query = """select a.attrelid::regclass::text, a.attname from pg_attribute a
        where a.attrelid = any(%s::regclass[]) and a.attnum > 0 and not a.attisdropped
            and has_column_privilege('hub_writer', a.attrelid, a.attnum, 'SELECT')"""
    with empty_database.connect("owner") as connection:
        found = connection.execute(query, (sorted(LOADED),)).fetchall()

    assert {table for table, _ in found} == {
        "area", "court", "honest_listing", "listing", "measure", "subject", "subject_identifier",
        "terminated_case",
    }  # fmt: skip
    assert {column for table, column in found if table == "subject"} == {
        "id", "kind", "name", "credit_code", "area_code", "government_kind", "id_number_pattern", "is_provisional",
    }  # fmt: skip


def test_reader_has_no_whole_table(empty_database: Database) -> None:
    """hub_reader selects columns and nothing else: no table as a whole, and nothing to write."""
    assert granted(empty_database, "hub_reader") == {}


def test_loader_neither_deletes_nor_acts(empty_database: Database) -> None:
    """hub_loader fills and corrects what sources deliver, keeps quarantine, and stays out of what agencies did."""
    found = granted(empty_database, "hub_loader")

    assert {table: rights for table, rights in found.items() if table in LOADED} == {
        table: {"SELECT", "INSERT", "UPDATE"} for table in LOADED
    }
    assert {table: rights for table, rights in found.items() if table not in LOADED} == {
        "quarantine_row": {"SELECT", "INSERT"}, "erased_name": {"SELECT"},
        "person_key": {"SELECT", "INSERT", "UPDATE"}, "subject_alias": {"SELECT"},
    }  # fmt: skip


@pytest.mark.parametrize("role", ["hub_reader", "hub_writer", "hub_loader"])
def test_roles_are_nobody(empty_database: Database, role: str) -> None:
    """No role logs in by itself, is a superuser, bypasses row rules, owns a table or makes objects in the schema."""
    query = """select rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
            has_schema_privilege(rolname, 'public', 'CREATE'),
            exists (select from pg_class c where c.relowner = r.oid),
            pg_has_role(rolname, 'pg_read_all_data', 'MEMBER'),
            pg_has_role(rolname, 'pg_execute_server_program', 'MEMBER')
        from pg_roles r where rolname = %s"""
    with empty_database.connect("owner") as connection:
        row = connection.execute(query, (role,)).fetchone()

    assert row == (False,) * 10
