"""What stands beside the chain decides nothing: the log answers from its content, and tells where the index differs."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from psycopg import errors

from hub.audit.asked import asked_about
from hub.audit.examine import Ends, examine, examine_last, subjects_of
from hub.audit.keeper import Keeper
from hub.audit.reindex import reindex
from hub.audit.verify import Finding
from hub.database import Database
from hub.settings import Settings
from hub.vault import Vault
from tests.hub.audit.reading import BANK, COURT, POLICE, Office, office


@pytest.fixture
async def asking(database: Database, settings: Settings) -> AsyncIterator[Office]:
    """An office of this test's own."""
    async with office(database, Vault.from_settings(settings)) as found:
        yield found


def found(database: Database, first: int = 0) -> list[Finding]:
    """What an examination of the log from `first` on finds."""
    with database.connect("owner") as connection:
        ends = Ends(connection)
        walk = examine(connection, first, ends.beyond, indexed=ends.indexed, chains={})
        return [one for _, findings in walk for one in findings]


def who(database: Database, subject: str, *, indexed: bool = False) -> list[int]:
    """Numbers of the entries that `hub audit who` shows."""
    with database.connect("owner") as connection:
        return [seq for seq, _, _ in asked_about(connection, subject, indexed=indexed)]


def append(database: Database, *contents: Any) -> None:
    """Append entries as some worker might."""
    with database.connect("owner") as connection:
        connection.execute("select audit.append(%s)", ([json.dumps(each) for each in contents],))


async def test_nothing_outside_the_content_can_be_edited_to_hide_an_access(asking: Office) -> None:
    """Agency and decision have no column of their own, hashed or not: what the log shows is what was hashed."""
    await asking.about(0, POLICE)
    columns = asking.run("select attname::text from pg_attribute where attrelid = 'audit.entry'::regclass"
                         " and attnum > 0 and not attisdropped order by 1")  # fmt: skip
    assert columns == [("at",), ("content",), ("hash",), ("seq",)]
    asking.run("update audit.entry set content = replace(content, 'AG-PS', 'AG-XX')")
    assert [node["agencyCode"] for node in (await asking.told(0))["nodes"]] == ["AG-XX"]
    assert Finding("HASH", 0) in found(asking.database), "what is shown wrongly is convicted by the chain"


async def test_an_agencys_entries_are_found_by_an_index_over_the_content(asking: Office) -> None:
    """An agency that reads its own entries does not have the hub read everybody's."""
    with asking.database.connect("owner") as connection:
        connection.execute("set enable_seqscan = off")
        plan = connection.execute("explain select * from access_entry where agency_code = 'AG-PS' order by position")
        assert "agency" in str([row for row in plan.fetchall() if "Index Cond" in str(row)])


async def test_a_row_put_into_the_index_shows_nothing(asking: Office) -> None:
    """Nobody can be made to have asked: an entry counts for a subject where its content names him."""
    await asking.about(0, POLICE)
    await asking.about(1, BANK)
    asking.index()
    before = [(await asking.told(0))["totalCount"], (await asking.told(1))["totalCount"]]
    numbers = [who(asking.database, person, indexed=True) for person in asking.people]
    asking.run("insert into audit.subject (subject_id, seq) select %s, seq from audit.entry on conflict do nothing",
               asking.people[0])  # fmt: skip
    asking.run("insert into audit.subject (subject_id, seq) values (%s, 99)", asking.people[0])

    assert [(await asking.told(0))["totalCount"], (await asking.told(1))["totalCount"]] == before
    assert [who(asking.database, person, indexed=True)[:1] for person in asking.people] == [one[:1] for one in numbers]
    assert found(asking.database)[0] == Finding("MISINDEXED", 1)


async def test_what_is_taken_out_of_the_index_is_found_told_and_put_back(asking: Office) -> None:
    """`who` shows it all the same, the check names the entry, and making the index anew has the person told again."""
    await asking.about(0, POLICE, BANK)
    await asking.about(1, COURT)
    asking.index()
    told = await asking.told(0)
    assert (told["totalCount"], found(asking.database)) == (2, [])
    asking.run("delete from audit.subject where seq = 1")

    assert who(asking.database, asking.people[0])[:2] == [0, 1]
    assert who(asking.database, asking.people[0], indexed=True)[:1] == [0]
    assert found(asking.database) == [Finding("UNINDEXED", 1)]
    assert sum(added for _, added, _ in reindex(asking.database, 0, None)) == 1
    assert found(asking.database) == []
    assert (await asking.told(0))["nodes"][:2] == told["nodes"]


async def test_entries_that_the_index_is_made_to_pass_over_are_found(asking: Office) -> None:
    """Whoever sets the mark of the index beyond the log hides every later entry from it; the check says so, and the
    next making of the index takes the mark back.
    """
    asking.run("update audit.indexed set indexed = 1000000")
    await asking.about(0, POLICE)
    asking.index()
    assert found(asking.database) == [Finding("UNINDEXED", 0)]
    list(reindex(asking.database, 0, None))
    assert found(asking.database) == []
    asking.index()
    assert (await asking.told(0))["totalCount"] == 1


@examples(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
async def test_check_and_rebuilding_agree_with_what_entries_say(database: Database, data: st.DataObject) -> None:
    """Whatever rows are taken from the index or put into it, exactly their entries are named, and none afterwards."""
    ids = [f"00000000-0000-4000-8000-00000000000{n}" for n in range(4)]
    named = data.draw(st.lists(st.sets(st.sampled_from(ids)), min_size=1, max_size=6))
    with database.connect("owner") as connection:
        connection.execute("truncate audit.entry, audit.subject")
        connection.execute(r"update audit.head set seq = -1, hash = decode(repeat('00', 32), 'hex')")
        connection.execute("update audit.indexed set indexed = 0")
    append(database, *({"subjects": sorted(each)} for each in named))
    rows = {(subject, seq) for seq, each in enumerate(named) for subject in each}
    wrong = {(subject, seq) for subject in ids for seq in range(len(named))} - rows
    gone = data.draw(st.sets(st.sampled_from(sorted(rows)))) if rows else set()
    more = data.draw(st.sets(st.sampled_from(sorted(wrong)))) if wrong else set()
    with database.connect("owner") as connection:
        connection.execute("select audit.index_subjects(100)")
        for subject, seq in gone:
            connection.execute("delete from audit.subject where subject_id = %s and seq = %s", (subject, seq))
        for pair in more:
            connection.execute("insert into audit.subject values (%s, %s)", pair)

    expected = {Finding("UNINDEXED", seq) for _, seq in gone} | {Finding("MISINDEXED", seq) for _, seq in more}
    assert set(found(database)) == expected
    changed = [(added, removed) for _, added, removed in reindex(database, 0, None)]
    assert (sum(added for added, _ in changed), sum(removed for _, removed in changed)) == (len(gone), len(more))
    assert found(database) == []


async def test_an_entry_that_cannot_be_read_holds_up_no_other(
    asking: Office, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    """A malformed id, a list that is none, text that is no JSON: skipped and told; the good ids beside it count, later
    entries are indexed, the views answer.
    """
    person = asking.people[0]
    append(asking.database, {"agency": "A", "decision": "ANSWERED", "subjects": ["330211199003079015", 7, person]},
           {"agency": "A", "decision": "ANSWERED", "subjects": "none", "roles": 3, "levels": [], "id": "x"},
           {"agency": "A", "decision": "ANSWERED", "subjects": [person]})  # fmt: skip
    keeper = Keeper(asking.database, settings)
    await keeper.index()
    await keeper.close()

    assert asking.run("select seq from audit.subject order by seq") == [(0,), (2,)]
    (said,) = [record.getMessage() for record in caplog.records]
    assert said.endswith(": 0, 1")
    assert [one for one in found(asking.database) if one.kind != "HASH"] == [
        Finding("UNREADABLE", 0), Finding("UNREADABLE", 1)]  # fmt: skip
    assert (await asking.told(0))["totalCount"] == 2
    assert who(asking.database, person)[:2] == [0, 2]
    for view in ("access_entry", "access_subject", "access_term", "subject_access"):
        asking.run(f"select * from {view}")


async def test_even_what_is_no_json_is_passed_over(asking: Office) -> None:
    """The owner may take the index over the content away and write what he likes; the next entries are indexed."""
    append(asking.database, {"subjects": []}, {"subjects": [asking.people[0]]})
    asking.run("drop index audit.entry_agency_seq_idx")
    asking.run("update audit.entry set content = 'no json' where seq = 0")
    (told,) = asking.run("select audit.index_subjects(10)")
    assert told == ({"indexed": 2, "skipped": [0]},)
    assert asking.run("select seq from audit.subject") == [(1,)]
    assert who(asking.database, asking.people[0]) == [1]


def test_no_entry_without_json(database: Database) -> None:
    """What is appended can be read: the index over the content refuses the rest, and nothing is written."""
    with database.connect("owner") as connection, pytest.raises(errors.InvalidTextRepresentation):
        connection.execute("select audit.append(array['{}', 'no json'])")
    with database.connect("owner") as connection:
        assert connection.execute("select count(*) from audit.entry").fetchall() == [(0,)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [('{"subjects": null}', (set(), True)), ("{}", (set(), True)), ("[]", (set(), False)), ("", (set(), False)),
     ('{"subjects": {"a": 1}}', (set(), False)), ('{"subjects": [null]}', (set(), False))],
)  # fmt: skip
def test_what_an_entry_names(content: str, expected: tuple[set[str], bool]) -> None:
    """Nobody, as old entries say it, is readable; what is no list of ids is not."""
    assert subjects_of(content) == expected


def test_the_last_entries_are_examined_first(database: Database) -> None:
    """A bounded examination looks at the newest, wherever the log begins, and sees an altered content, a missing
    entry and an altered time.
    """
    append(database, *({"n": n, "subjects": []} for n in range(30)))
    with database.connect("owner") as connection:
        ends = Ends(connection)
        assert examine_last(connection, ends, 10, 60, {}) == (10, [])
        assert examine_last(connection, ends, 10, -1, {}) == (0, []), "no time, nothing said"
        connection.execute("""update audit.entry set content = '{"n": 999}' where seq in (3, 25)""")
        connection.execute("update audit.entry set at = at + interval '1 microsecond' where seq = 27")
        assert examine_last(connection, ends, 10, 60, {}) == (10, [Finding("HASH", 25), Finding("HASH", 27)])
        assert examine_last(connection, ends, 100, 60, {})[1][0] == Finding("HASH", 3)
        connection.execute("delete from audit.entry where seq = 28")
        assert Finding("ORDER", 28) in examine_last(connection, ends, 10, 60, {})[1]
        connection.execute("delete from audit.entry where seq = 29")
        assert not Ends(connection).is_whole
