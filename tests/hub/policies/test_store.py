"""Policy tables in the database: two persons, one table at a time, a history that is true."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest

from hub.database import Database
from hub.diagnosis import diagnose
from hub.errors import InvalidArgument, PolicyUnusable
from hub.policies import store
from hub.policies.following import Following, usable
from hub.reader import Reader
from schema.policy import policy
from tests.hub.policies.tables import changed

ONE = changed({("person_name", "MR"): "F"})
TWO = changed({("person_name", "MR"): "-"})
SOON = datetime.now(UTC) + timedelta(hours=1)
LATER = SOON + timedelta(hours=1)


def test_bundled_table_is_in_force_until_another_is_approved(database: Database) -> None:
    """An empty database decides by the file that ships; a proposal alone changes nothing."""
    with database.connect("owner") as connection:
        assert store.in_force(connection) is policy()
        store.propose(connection, ONE, "Li Yi", datetime.now(UTC))
        assert store.in_force(connection) is policy()
        connection.commit()  # `now()` is when a transaction began
        done = store.approve(connection, ONE.version, "Wang Er")
        connection.commit()
        assert store.in_force(connection) == ONE
    assert (done.proposed_by, done.approved_by, done.valid_to) == ("Li Yi", "Wang Er", None)


@pytest.mark.parametrize("name", ["Li Yi", " Li  Yi "])
def test_one_person_cannot_do_it_alone(database: Database, name: str) -> None:
    """Whoever proposes may not approve, spelt with blanks or not; PostgreSQL refuses it, too."""
    with database.connect("owner") as connection:
        store.propose(connection, ONE, "Li Yi", SOON)
        with pytest.raises(InvalidArgument, match="another person"):
            store.approve(connection, ONE.version, name)
        with pytest.raises(psycopg.errors.CheckViolation):
            connection.execute("update policy_table set approved_by = proposed_by, approved_at = now()")


def test_successor_ends_its_predecessor_and_is_ended_by_what_follows(database: Database) -> None:
    """Of approved tables never two are in force, in whatever order they are approved."""
    with database.connect("owner") as connection:
        store.propose(connection, TWO, "Li Yi", LATER)
        store.approve(connection, TWO.version, "Wang Er")
        store.propose(connection, ONE, "Li Yi", SOON)
        first = store.approve(connection, ONE.version, "Wang Er")
        assert (first.valid_from, first.valid_to) == (SOON, LATER)
        assert store.in_force(connection) is policy()
        store.propose(connection, TWO, "Li Yi", datetime.now(UTC))
        again = store.approve(connection, TWO.version, "Wang Er")
        assert again.valid_to == SOON
        with pytest.raises(psycopg.errors.ExclusionViolation):
            connection.execute("update policy_table set valid_to = null where version = %s", (ONE.version,))


def test_instant_that_has_passed_is_not_pretended(database: Database) -> None:
    """A table approved after its instant is in force from the approval on: nothing was answered under it before."""
    with database.connect("owner") as connection:
        asked = datetime.now(UTC) - timedelta(days=1)
        store.propose(connection, ONE, "Li Yi", asked)
        done = store.approve(connection, ONE.version, "Wang Er")
        assert done.valid_from == done.approved_at
        assert done.valid_from > asked


def test_what_cannot_be_approved(database: Database) -> None:
    """Unknown, approved already, or at the instant of another: each with a sentence of its own."""
    with database.connect("owner") as connection:
        with pytest.raises(InvalidArgument, match="ever proposed"):
            store.approve(connection, "000000000000", "Wang Er")
        store.propose(connection, ONE, "Li Yi", SOON)
        with pytest.raises(InvalidArgument, match="waits for approval already"), connection.transaction():
            store.propose(connection, ONE, "Li Yi", LATER)
        store.approve(connection, ONE.version, "Wang Er")
        with pytest.raises(InvalidArgument, match="approved already"):
            store.approve(connection, ONE.version, "Wang Er")
        store.propose(connection, TWO, "Li Yi", SOON)
        with pytest.raises(InvalidArgument, match="that very instant"):
            store.approve(connection, TWO.version, "Wang Er")


def test_cell_changed_by_hand_is_refused(database: Database) -> None:
    """The version is the digest of the content, so that an administrator cannot slip a cell into an approved table."""
    with database.connect("owner") as connection:
        store.propose(connection, ONE, "Li Yi", SOON)
        with pytest.raises(psycopg.errors.CheckViolation):
            connection.execute("update policy_table set content = content || ' '")


def test_table_of_another_hub_is_refused(database: Database) -> None:
    """A table without a group of this hub would leave fields undecided; it is not approved."""
    foreign = "group,zh,CE\nreference,x,F\n"
    with database.connect("owner") as connection:
        connection.execute(
            "insert into policy_table (version, content, valid_from, proposed_by)"
            " values (left(encode(sha256(convert_to(%(text)s, 'UTF8')), 'hex'), 12), %(text)s, now(), 'Li Yi')",
            {"text": foreign},
        )
        with pytest.raises(PolicyUnusable, match="SA has no column"):
            store.approve(connection, store.stored(connection)[0].version, "Wang Er")


def older(*groups: str) -> str:
    """The bundled table as it was before it had these groups."""
    return "".join(line for line in policy().text.splitlines(keepends=True) if line.split(",")[0] not in groups)


def keep(database: Database, content: str) -> None:
    """A table that an earlier hub has approved."""
    with database.connect("owner") as connection:
        connection.execute(
            "insert into policy_table (version, content, valid_from, proposed_by, approved_by, approved_at)"
            " values (left(encode(sha256(convert_to(%(text)s, 'UTF8')), 'hex'), 12), %(text)s, now(), 'Li Yi',"
            " 'Wang Er', now())",
            {"text": content},
        )


async def test_table_of_before_a_group_was_there_shuts_it_and_decides_the_rest(
    database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """An upgrade that adds groups neither stops the hub nor opens them: nobody sees what the table does not name, and
    operators are told by start, doctor and log; a new table without them is refused as ever.
    """
    gone = [group for group in policy().levels if group.startswith("access_")]
    assert len(gone) > 3
    keep(database, older(*gone))

    store.check_policy(database)
    with database.connect("owner") as connection:
        table = store.in_force(connection)
    assert table.absent == tuple(gone)
    assert {level for group in gone for level in table.levels[group].values()} == {"-"}
    rest = {group: levels for group, levels in table.levels.items() if group not in gone}
    assert rest == {group: levels for group, levels in policy().levels.items() if group not in gone}
    env = {"HUB_DATA_DIR": str(tmp_path), "HUB_PORT": "0", "HUB_DATABASE_URL": database.owner_connection}
    (found,) = [finding for finding in diagnose(env) if finding.check == "policy"]
    assert (found.level, all(group in found.en for group in gone)) == ("warning", True)

    following, reader = Following(), Reader(database)
    await following.look(reader)
    await reader.close()
    assert following.in_force() == table
    assert [record.levelname for record in caplog.records if "access_log" in record.getMessage()] == ["WARNING"]
    with pytest.raises(PolicyUnusable, match="group access_log has no row"):
        usable(older(*gone), "table.csv")


def test_hub_does_not_start_under_a_table_that_it_cannot_read(database: Database) -> None:
    """After an upgrade that adds a group, the operator is told at start; the bundled table does not step in unasked."""
    store.check_policy(database)
    with database.connect("owner") as connection:
        connection.execute(
            "insert into policy_table (version, content, valid_from, proposed_by, approved_by, approved_at)"
            " values (left(encode(sha256('group,zh'), 'hex'), 12), 'group,zh', now(), 'Li Yi', 'Wang Er', now())"
        )
    with pytest.raises(PolicyUnusable, match="has no column"):
        store.check_policy(database)
