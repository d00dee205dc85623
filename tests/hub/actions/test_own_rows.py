"""Row-level security under the acts: an agency touches its own screenings and feedback, whatever a statement says."""

from __future__ import annotations

import psycopg
import pytest

from hub.database import Database, Writer

OWNED = ("screening", "screening_item", "screening_hit", "screening_instruction", "feedback")
SCREENING = """insert into screening (agency_code, officer, scenario, purpose, matter, policy_version)
    values (%s, 'o', 's', 'p', 'm', 'v') returning id"""
NAME = "select set_config('hub.agency', %s, true)"


async def count(database: Database, agency: str | None) -> int:
    """Screenings that an act of `agency` finds when it asks for all of them."""
    writer = Writer(database)
    async with writer.transaction() as connection:
        if agency is not None:
            await connection.execute(NAME, (agency,))
        row = await (await connection.execute("select count(*) from screening")).fetchone()
    await writer.close()
    assert row
    return int(row[0])


async def test_agency_finds_its_own_rows(database: Database) -> None:
    """A statement that forgot its condition finds no other agency's rows; without an agency it finds none."""
    with database.connect("owner") as connection:
        for agency in ("A", "A", "B"):
            connection.execute(SCREENING, (agency,))

    assert [await count(database, agency) for agency in ("A", "B", "C", "", None)] == [2, 1, 0, 0, 0]


@pytest.mark.parametrize("named", ["B", "", None])
def test_agency_writes_in_no_other_name(database: Database, named: str | None) -> None:
    """An act of B, or of nobody, that writes a row of A is refused by PostgreSQL."""
    with database.connect("writer") as connection:
        if named is not None:
            connection.execute(NAME, (named,))
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(SCREENING, ("A",))


@pytest.mark.parametrize("fails", [False, True], ids=["committed", "failed"])
def test_name_ends_with_its_transaction(database: Database, fails: bool) -> None:
    """The next act on a pooled connection starts without an agency, also after an error inside the transaction."""
    with database.connect("writer") as connection:
        connection.execute(NAME, ("A",))
        connection.execute(SCREENING, ("A",))
        if fails:
            with pytest.raises(psycopg.errors.DivisionByZero):
                connection.execute("select 1/0")
            connection.rollback()
        else:
            connection.commit()

        assert connection.execute("select current_setting('hub.agency', true)").fetchone() in [(None,), ("",)]
        assert connection.execute("select count(*) from screening").fetchone() == (0,)


def test_every_table_of_acts_with_an_agency_is_kept_apart(database: Database) -> None:
    """A new table that names an agency and that acts may write needs the policy, too."""
    query = """select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency_code'
        where c.relkind = 'r' and has_table_privilege('hub_writer', c.oid, 'INSERT') and c.relrowsecurity = %s"""
    with database.connect("owner") as connection:
        assert {name for (name,) in connection.execute(query, (True,)).fetchall()} == {
            *OWNED,
            "access_seal",
            "identity_decision",
        }
        assert connection.execute(query, (False,)).fetchall() == []
