"""Rows 44 to 48, *log, snapshot*: what the record of asking, its proofs, snapshots and indexes give away."""

from __future__ import annotations

import datetime
import json
import re
from typing import Any

import psycopg
import pytest

from hub.actions.take_snapshot import take_snapshots
from hub.audit.entry import TERM
from schema.catalog import catalog
from schema.policy import policy
from tests.hub.actions.conftest import World
from tests.side_channels.pairs import Counter, nobody, somebody

SEALED = "select t.text_sealed from audit.term t join audit.entry e using (seq) where e.content::json->>'agency' = %s"


def test_row_44_the_log_has_no_road_for_those_it_is_about(place: World) -> None:
    """Channel: the access log shows others' interest, its numbers their volume. Rule: own rows only, no shared
    numbering: the reader cannot touch the log's schema, and no field shows its sequence to anybody but auditors."""
    with place.database.connect("reader") as connection:
        for table in ("entry", "subject", "head"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(f"select count(*) from audit.{table}".encode())
            connection.rollback()
    numbered = [value for kind in catalog().types.values() for value in kind.visible().values()
                if value.name in ("seq", "sequence", "position")]  # fmt: skip
    for value in numbered:
        open_to = {role for role in policy().roles if policy().levels[value.group][role] != "-"}
        assert open_to <= {"AU"}, value.coordinate


async def test_row_44_one_agencys_asking_moves_nothing_for_another(counter: Counter, place: World) -> None:
    """What an agency reads of screenings is the same bytes however much others have asked meanwhile, about the same
    person: no count, number or page of it moves."""
    person, ask = place.person("示例看")
    place.enlist(person)
    mine = somebody("FI")
    await counter.screen(mine, ask)
    query = "{ screenings { totalCount nodes { id askedAt items { totalCount nodes { id hits { nodes { id } } } } } } }"
    before = await counter.told(mine, query)
    for _ in range(3):
        await counter.screen(somebody("FI"), ask)
        await counter.look_up(somebody("MR"), ask)

    assert await counter.told(mine, query) == before


async def test_row_45_terms_stand_hashed_and_sealed(counter: Counter, place: World) -> None:
    """Channel: the log keeps search terms. Rule: a keyed hash to find them by, and the term sealed for the inspector;
    neither number nor name is readable in any entry, found or not, by look-up or by screening."""
    person, ask = place.person("示例词")
    place.enlist(person)
    caller = somebody("MR")
    for one in (ask, nobody(1)):
        await counter.look_up(caller, one)
    officer = somebody("FI")
    await counter.screen(officer, ask, nobody(2))
    entries, acts = counter.logged(caller), counter.logged(officer)
    text = json.dumps([entries, acts], ensure_ascii=False)

    assert [entry["decision"] for entry in entries] == ["ANSWERED", "MISSED"]
    assert [entry["decision"] for entry in acts] == ["ATTEMPTED", "ANSWERED"]
    for secret in (ask["idNumber"], ask["name"], nobody(1)["idNumber"], nobody(1)["name"], ask["idNumber"][:14]):
        assert secret not in text
    assert [len(entry["terms"]) for entry in acts] == [0, 4]
    terms = {term["argument"]: term for term in entries[0]["terms"]}
    for argument in ("idNumber", "name"):
        assert terms[argument]["hmac"] == place.vault.blind(TERM, ask[argument]).hex()
        assert terms[argument].keys() == {"argument", "hmac"}, "the text can be destroyed, so it is not hashed"
    sealed = {place.vault.open(TERM, each) for (each,) in place.connection.execute(SEALED, [caller.agency]).fetchall()}
    assert sealed == {one[argument] for one in (ask, nobody(1)) for argument in ("idNumber", "name")}


async def test_row_46_leaves_are_salted(counter: Counter, place: World) -> None:
    """Channel: unsalted hashes in proofs. Rule: a salt of 128 bits in each leaf: the same question twice leaves two
    contents, two seals and two hashes, so that no hash can be tried against guesses."""
    _, ask = place.person("示例盐")
    caller = somebody("MR")
    for _ in range(2):
        await counter.look_up(caller, ask)
    first, second = counter.logged(caller)
    query = "select hash from audit.entry where content::json->>'agency' = %s"
    hashes = place.connection.execute(query, [caller.agency]).fetchall()

    assert first["id"] != second["id"]
    assert all(re.fullmatch(r"[0-9a-f]{32}", one["id"]) for one in (first, second))
    assert len({bytes(one) for (one,) in hashes}) == 2
    seals = place.connection.execute(SEALED, [caller.agency]).fetchall()
    assert len({bytes(one) for (one,) in seals}) == 4


def test_row_46_hashes_of_rows_are_nobodys_to_read(place: World) -> None:
    """The content hashes by which loads tell changes stand in columns that the reader may not select."""
    query = """select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not a.attisdropped and a.attnum > 0
            and a.attname ~ '(hash|blind|pattern|hmac)'
            and has_column_privilege('hub_reader', c.oid, a.attnum, 'SELECT')"""
    assert place.connection.execute(query).fetchall() == []


async def test_row_47_snapshots_tell_of_bodies_in_force_alone(counter: Counter, place: World) -> None:
    """Channel: the difference of two snapshots shows who was repaired. Rule: they hold government bodies whose entry
    is in force and nobody else: no person, no firm, nothing shielded or in grace; who is no more listed is told of
    once, as cleared, to roles that the policy lets see it, and a shielded entry leaves like any other."""
    body = place.body("330211")
    place.listing(body, 1)
    shielded, person = place.body("330211"), place.person("示例快")[0]
    place.listing(shielded, 2)
    place.listing(person, 3, subject_kind="NATURAL_PERSON")
    place.listing(place.body("330211", "ENTERPRISE"), 4, subject_kind="ENTERPRISE")
    place.listing(place.body("330211"), 5, state="GRACE")
    with place.database.connect("owner") as connection:
        take_snapshots(connection, ["330211"], datetime.date(2026, 11, 15))
        connection.execute("update listing set state = 'SHIELDED' where subject_id = %s", (shielded,))
        take_snapshots(connection, ["330211"], datetime.date(2026, 11, 22))
    entries = place.connection.execute(
        "select e.subject_id::text, e.change, s.week from government_debtor_entry e"
        " join government_debtor_snapshot s on s.id = e.snapshot_id order by s.taken_at, s.week, e.change"
    ).fetchall()
    told = {(subject, change) for subject, change, _ in entries}

    assert {subject for subject, _ in told} == {body, shielded}
    assert (shielded, "CLEARED") in told
    query = "{ governmentDebtorSnapshots { nodes { entries { nodes { change name } } } } }"
    for role in policy().roles:
        if role != "SE" and policy().levels["government_debtor"][role] in ("-", "A"):
            assert (await counter.told(somebody(role), query)).startswith(b"403 ")


@pytest.mark.parametrize("role", ["reader", "writer"])
def test_row_48_keyed_hashes_cannot_be_counted(place: World, role: Any) -> None:
    """Channel: the frequency of a blind index. Rule: the column is read by the look-up function alone: nobody lists,
    counts or groups the keyed hashes of numbers; one is asked for at a time, by who has it."""
    _, ask = place.person("示例频")
    known = place.vault.blind("id_number", ask["idNumber"]).hex()
    with place.database.connect(role) as connection:
        listed = connection.execute("select kind, count(*) from subject_identifier group by kind").fetchall()
        one = connection.execute("select person_by_blind(%s), person_by_blind('00')", (known,)).fetchone()

    assert all(kind == "CREDIT_CODE" for kind, _ in listed)
    assert one
    assert one[0] is not None
    assert one[1] is None


def test_row_48_no_field_shows_an_index() -> None:
    """The schema has no field, filter or order of a keyed hash or of a pattern."""
    schema = catalog().graphql
    names = {field for kind in schema.type_map.values() for field in getattr(kind, "fields", None) or ()}
    names -= {"sealedAt", "sealedUntil", "sealedMonth", "sealedUntilMonth"}  # when a matter is kept from its subjects

    assert [name for name in names if re.search(r"blind|hmac|pattern|sealed|hash", name, re.IGNORECASE)] == []
