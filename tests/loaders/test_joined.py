"""Subjects that people joined: later loads tell of the one that stands for both, and a split leaves no trace of it."""

from __future__ import annotations

import itertools
import os
import random
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import Connection, sql

from hub.database import Database
from hub.erasure.store import check_person
from hub.errors import ErasureRefused
from loaders.load import load_file
from loaders.synthetic.organisations import credit_code, organisation_code
from schema.tables import JOINED
from tests.loaders.fixtures import VAULT, load_reference
from tests.loaders.test_load import row, written

#: histories that are tried
RUNS = int(os.environ.get("JOINED_RUNS", "6"))
TABLES = sorted({*JOINED, "subject"})
#: of a row everything but what is random, or tells when it was written
_LEFT_OUT = ["id", "subject_id", "origin_id", "batch_id", "recorded_at", "id_number_sealed"]
_DIGEST = sql.SQL("""
    select {name}, (to_jsonb(t) - %s::text[] || jsonb_build_object('absent', t.{absent} is not null))::text, b.sha256,
        (select array_agg(i.kind || i.value order by 1) from subject_identifier i where i.subject_id = t.{owner})
    from {table} t join batch b on b.id = t.batch_id
""")
EMPTY = """truncate subject, subject_identifier, subject_alias, identity_decision, listing, enforcement_case,
    former_name, batch, quarantine_row, delivery, person_key cascade"""

FIRMS = [("示例甲机电有限公司", credit_code("91", "330211", 1)), ("示例乙机电有限公司", organisation_code(2)),
         ("示例丙机电有限公司", organisation_code(3))]  # fmt: skip
REMOVAL = {"数据记录的增删改标志": "d", "rem_dt": "2024-06-17", "rem_rea": "人民法院裁定终结执行"}


def case(number: int, day: int, **changes: str) -> dict[str, str]:
    """One case on a day of June: of a person with a whole number, of starred ones, of three firms, in turn."""
    firm, code = FIRMS[number % 3]
    unit = {"executed_nature": "法人", "gen": "", "executed_nm": firm, "identi_id": code}
    who = [{}, {"identi_id": f"3302111990****{number:04d}"}, unit, unit, unit][number % 5]
    said = {"case_no": f"(2024)浙0211执{number}号", "更新时间": f"2024-06-{day:02d} 08:00:{number:02d}"}
    return row(**(who | said | changes))


def deliveries(folder: Path) -> list[tuple[Path, str]]:
    """A list, then changes: another performance, a new name, a removal, a whole list that lacks some, a late one."""
    first = [case(number, 1) for number in range(1, 16)]
    renamed = {"executed_nm": "示例乙新能源有限公司"}
    changes = [
        case(1, 5, executed_perfor="部分未履行"),
        case(16, 6),
        case(7, 6, **renamed),
        case(2, 6, effect_doc_obli="付款"),
    ]
    second = [*(case(number, 1) for number in range(3, 14)), *changes[:2], case(17, 12), case(18, 12)]
    removals = [case(3, 17, **REMOVAL), case(8, 18, executed_perfor="部分未履行"), case(5, 18), case(19, 19)]
    late = [case(4, 3, executed_perfor="部分未履行"), case(14, 11), case(22, 19, **renamed)]
    files = [("1", first, "FULL"), ("2", changes, "DELTA"), ("3", second, "FULL"), ("4", removals, "DELTA"),
             ("5", late, "DELTA")]  # fmt: skip
    return [(written(folder / f"{name}.csv", rows), mode) for name, rows, mode in files]


def digest(connection: Connection[Any]) -> list[str]:
    """All facts and subjects: what they say, of whom, and by which row of which file."""
    found = []
    for table in TABLES:
        columns = {name for (name,) in connection.execute(
            "select attname from pg_attribute where attrelid = %s::regclass and attnum > 0", (table,))}  # fmt: skip
        if "batch_id" not in columns:
            continue
        absent = "absent_since" if "absent_since" in columns else "batch_id"
        query = _DIGEST.format(
            name=sql.Literal(table), table=sql.Identifier(table), absent=sql.Identifier(absent),
            owner=sql.Identifier("id" if table == "subject" else "subject_id"),
        )  # fmt: skip
        left_out = [*_LEFT_OUT, "absent_since"]
        found += [repr(one) for one in connection.execute(query, (left_out,)).fetchall()]
    return sorted(found)


def newcomer(connection: Connection[Any], kind: str, name: str) -> str:
    """A subject of this name, with a case, since of whom no fact is told is not there; its id."""
    row = connection.execute(
        """insert into subject (kind, name, batch_id, row_no, content_hash, is_provisional)
           values (%s, %s, gen_random_uuid(), 1, 1, false) returning id::text""",
        (kind, name),
    ).fetchone()
    assert row
    connection.execute(
        """insert into enforcement_case (subject_id, case_number, court_code, is_referred_to_bankruptcy, batch_id,
               row_no, content_hash) values (%s, %s, '浙0211', false, gen_random_uuid(), 1, 1)""",
        (row[0], f"(2026)浙0211执{row[0]}号"),
    )
    return str(row[0])


def join(connection: Connection[Any], keep: str, merge: str) -> None:
    """Join two subjects as two persons do. Raises psycopg.Error where they may not be."""
    made = connection.execute(
        """insert into identity_decision (kind, state, keep_id, merge_id, reason, agency_code, officer, facts, listings,
               cases, hits, agencies)
           select 'MERGE', 'PROPOSED', %(keep)s, %(merge)s, 'r', 'A', 'one', r.* from subject_reach(%(merge)s) r
           returning id""",
        {"keep": keep, "merge": merge},
    ).fetchone()
    assert made
    connection.execute("select merge_subjects(%s, 'two')", (made[0],))


def joinable(connection: Connection[Any]) -> list[tuple[str, str]]:
    """Pairs of subjects of which nothing says that they are two."""
    every = [row[0] for row in connection.execute("select id::text from subject order by kind, name, credit_code")]
    veto = "select merge_veto(%s, %s)"
    pairs = itertools.permutations(every, 2)
    return [pair for pair in pairs if connection.execute(veto, pair).fetchone() == (None,)]


def joined(connection: Connection[Any]) -> list[str]:
    """Subjects that are joined to others."""
    return [one for (one,) in connection.execute("select old_id::text from subject_alias order by 1")]


@pytest.fixture
def ready(database: Database) -> Database:
    """A database with courts and areas."""
    load_reference(database)
    return database


def test_join_load_split_equals_never_joined(ready: Database, tmp_path: Path) -> None:
    """Whoever is joined and split again between loads, in whatever order: every fact, name, suspicion, hash and
    provenance is that of a hub where nobody was ever joined; and while they are joined, loads find all their rows.
    """
    files = deliveries(tmp_path)
    moved = 0
    ends: dict[str, list[str]] = {}
    for seed in range(-1, RUNS):
        dice = random.Random(seed)
        with ready.connect("owner") as connection:
            connection.execute(EMPTY)
        for turn, (path, mode) in enumerate(files):
            load_file(ready, VAULT, "sx_warehouse", path, mode)
            again = tmp_path / f"{seed}-{turn}.csv"
            again.write_bytes(path.read_bytes() + b"\r\n")
            if seed < 0:
                continue
            with ready.connect("owner") as connection:
                for one in joined(connection):
                    if dice.random() < 0.3:
                        connection.execute("select split_subject(%s)", (one,))
                for _ in range(3):
                    if pairs := joinable(connection):
                        join(connection, *dice.choice(pairs))
                moved += len(joined(connection))
        with ready.connect("owner") as connection:
            for one in dice.sample(joined(connection), len(joined(connection))):
                connection.execute("select split_subject(%s)", (one,))
            assert connection.execute("select count(*) from subject where merged_into is not null").fetchone() == (0,)
            ends[f"run {seed}"] = digest(connection)
    never = ends.pop("run -1")

    assert moved > 5 * RUNS
    for name, end in ends.items():
        assert end == never, f"{name}: {sorted(set(end) ^ set(never))[:6]}"
    assert any("former_name" in one and "示例乙机电" in one for one in never)
    assert any("REMOVED" in one for one in never)
    assert any('"absent": true' in one for one in never)


def test_later_loads_tell_of_the_one_that_stays(ready: Database, tmp_path: Path) -> None:
    """What comes for the identifiers of the other is told of the subject that stays, once, and updates it."""
    files = deliveries(tmp_path)
    load_file(ready, VAULT, "sx_warehouse", *files[0])
    with ready.connect("owner") as connection:
        identifiers: dict[str, str] = dict(
            connection.execute("select value, subject_id::text from subject_identifier").fetchall()
        )
        keep, other = identifiers[FIRMS[0][1]], identifiers[FIRMS[1][1]]
        join(connection, keep, other)
    for path, mode in files[1:]:
        load_file(ready, VAULT, "sx_warehouse", path, mode)
    with ready.connect("owner") as connection:
        count = "select count(*), count(distinct case_number) from listing where subject_id = %s"
        assert connection.execute(count, (other,)).fetchone() == (0, 0)
        both = connection.execute(count, (keep,)).fetchone()
        cases = [number for number in range(1, 23) if number % 5 > 1 and number % 3 < 2 and number not in (20, 21)]
        assert both == (len(cases), len(cases))
        names = connection.execute("select name from former_name where subject_id = %s", (keep,)).fetchall()
    assert ("示例乙机电有限公司",) in names


def test_two_hard_identifiers_are_two_subjects(ready: Database) -> None:
    """Different credit codes, ID numbers, kinds, names of people: PostgreSQL refuses, whoever calls it."""
    with ready.connect("owner") as connection:
        made = {}
        for name, kind, called, identifier in (
            ("a", "ENTERPRISE", "甲", ("CREDIT_CODE", "1")), ("b", "ENTERPRISE", "甲", ("CREDIT_CODE", "2")),
            ("c", "ENTERPRISE", "丙", ("ORGANISATION_CODE", "3")), ("p", "NATURAL_PERSON", "丁", ("ID_NUMBER", "4")),
            ("q", "NATURAL_PERSON", "丁", ("ID_NUMBER", "5")), ("r", "NATURAL_PERSON", "戊", ("MASKED_PERSON", "6")),
            ("s", "NATURAL_PERSON", "丁", ("MASKED_PERSON", "7")),
        ):  # fmt: skip
            made[name] = newcomer(connection, kind, called)
            connection.execute("insert into subject_identifier values (%s, %s, %s, gen_random_uuid())",
                               (*identifier, made[name]))  # fmt: skip

        def veto(keep: str, merge: str) -> Any:
            return (connection.execute("select merge_veto(%s, %s)", (made[keep], made[merge])).fetchone() or ("",))[0]

        assert [veto(*pair) for pair in ("aa", "ab", "ap", "pq", "pr", "ac", "ps")] == [
            "SAME", "IDENTIFIER", "KIND", "IDENTIFIER", "NAME", None, None,
        ]  # fmt: skip
        join(connection, made["a"], made["c"])
        # through the one that was joined: a is c, so b cannot be either, and nobody is joined twice
        assert [veto(*pair) for pair in ("ab", "cb", "bc", "ba")] == ["IDENTIFIER", "MERGED", "MERGED", "HAS_MEMBERS"]
        connection.commit()
        with pytest.raises(psycopg.errors.RaiseException, match="IDENTIFIER"):
            join(connection, made["a"], made["b"])
        connection.rollback()


def test_two_who_were_kept_apart_are_joined_by_nobody_else(ready: Database) -> None:
    """A is not B; C may be either, but once A is C, B is not C, in whichever direction it is asked."""
    with ready.connect("owner") as connection:
        a, b, c = [
            newcomer(connection, "ENTERPRISE", "甲")
            for _ in range(3)
        ]  # fmt: skip
        connection.execute(
            """insert into identity_decision (kind, state, keep_id, merge_id, reason, agency_code, officer, facts,
                   listings, cases, hits, agencies)
               values ('APART', 'IN_FORCE', %s, %s, 'r', 'A', 'one', 0, 0, 0, 0, 0)""",
            (a, b),
        )
        free = {(x, y) for x, y in joinable(connection) if {x, y} <= {a, b, c}}
        assert free == {(a, c), (c, a), (b, c), (c, b)}
        join(connection, c, a)
        assert [pair for pair in joinable(connection) if set(pair) <= {a, b, c}] == []
        connection.execute("select split_subject(%s)", (a,))
        assert {(x, y) for x, y in joinable(connection) if {x, y} <= {a, b, c}} == free


def test_whoever_is_joined_is_split_before_an_erasure(ready: Database) -> None:
    """An erasure takes one record with its identifiers: of two that are joined it would leave the other's."""
    with ready.connect("owner") as connection:
        one, other = [
            newcomer(connection, "NATURAL_PERSON", "丁")
            for _ in range(2)
        ]  # fmt: skip
        check_person(connection, one)
        join(connection, one, other)
        for person in (one, other):
            with pytest.raises(ErasureRefused, match="split them first"):
                check_person(connection, person)
        connection.execute("select split_subject(%s)", (other,))
        check_person(connection, one)
        check_person(connection, other)
