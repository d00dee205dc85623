"""Loading: whole or not at all, the newer wins in any order, nobody's ID number lies readable anywhere."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Literal

import psycopg
import pytest

from hub.database import Database
from hub.errors import BatchRefused, ColumnMissing, ColumnUnknown, DatabaseUnreachable, Internal, SourceUnknown
from loaders.load import Receipt, load_all, load_file
from loaders.prepare import Delivery
from loaders.source import sources
from tests.loaders.fixtures import VAULT, load_reference, load_sample, rows_of, sample_of

#: synthetic: the sequence part 9xx is reserved for people who do not exist
ID_NUMBER = "330211199003079015"
CASE = "(2024)浙0211执77号"


def row(**changes: str) -> dict[str, str]:
    """A warehouse row about a person with a whole ID number."""
    base = dict.fromkeys(rows_of(sample_of("sx_warehouse"))[0], "")
    base |= {
        "executed_nm": "赵甲子", "identi_id": ID_NUMBER, "executed_nature": "自然人", "gen": "男", "case_no": CASE,
        "executed_court": "宁波市镇海区人民法院", "publish_dt": "2024-06-01", "dishonest_behav": "违反财产报告制度",
        "executed_perfor": "全部未履行", "更新时间": "2024-06-02 08:00:00", "数据记录的增删改标志": "i",
    }  # fmt: skip
    return base | changes


def written(path: Path, rows: Iterable[Mapping[str, str]]) -> Path:
    """A CSV file of these rows."""
    held = list(rows)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, held[0].keys())
        writer.writeheader()
        writer.writerows(held)
    return path


@pytest.fixture
def ready(database: Database) -> Database:
    """A database with courts and areas."""
    load_reference(database)
    return database


def load(database: Database, path: Path, *rows: Mapping[str, str]) -> Receipt:
    """Load warehouse rows."""
    return load_file(database, VAULT, "sx_warehouse", written(path, rows))


def ask(database: Database, query: str) -> list[tuple[Any, ...]]:
    """Rows of a query, as owner."""
    with database.connect("owner") as connection:
        return connection.execute(query).fetchall()


STATE = "select state, published_on::text, removed_on::text, removal_reason, performance from listing order by 1"
FACTS = """
select k.kind, l.state, l.case_number, l.removed_on::text, l.removal_reason, l.performance, l.source_time::text
from listing l join subject_identifier k using (subject_id) order by 1, 2, 3
"""


def test_older_rows_never_overwrite_newer_ones(ready: Database, tmp_path: Path) -> None:
    """A late delivery of an old state changes nothing, and a removal is not revived by it."""
    removal = {"更新时间": "2024-09-01 00:00:00", "数据记录的增删改标志": "d", "rem_dt": "2024-08-31",
               "rem_rea": "人民法院裁定终结执行"}  # fmt: skip
    load(ready, tmp_path / "2.csv", row(**removal))
    late = load(ready, tmp_path / "1.csv", row())

    assert (late.inserted, late.updated) == (0, 0)
    assert ask(ready, STATE) == [("REMOVED", "2024-06-01", "2024-08-31", "R7", "NONE")]


def test_withdrawal_without_reason_is_a_state_not_a_deletion(ready: Database, tmp_path: Path) -> None:
    """A change flag d keeps the row, dated by the source and marked as unstated."""
    load(ready, tmp_path / "1.csv", row())
    load(ready, tmp_path / "2.csv", row(更新时间="2024-09-01 10:00:00", 数据记录的增删改标志="del"))

    assert ask(ready, STATE) == [("REMOVED", "2024-06-01", "2024-09-01", "UNSTATED", "NONE")]


def test_any_order_of_deliveries_ends_in_the_same_state(ready: Database, tmp_path: Path) -> None:
    """Listed, changed, removed and listed again: whatever arrives first, the last word of the source stands."""
    steps = [
        row(),
        row(executed_perfor="部分未履行", 更新时间="2024-07-01 00:00:00", 数据记录的增删改标志="u"),
        row(更新时间="2024-08-01 00:00:00", 数据记录的增删改标志="d", rem_dt="2024-07-31"),
        row(更新时间="2024-09-01 00:00:00", 数据记录的增删改标志="i"),
    ]
    ends = set()
    for order in itertools.permutations(range(4)):
        with ready.connect("owner") as connection:
            connection.execute("truncate subject, subject_identifier, listing, enforcement_case, former_name,"
                               " batch, quarantine_row cascade")  # fmt: skip
        for step in order:
            load(ready, tmp_path / f"{step}.csv", steps[step])
        ends.add(repr(ask(ready, FACTS)))

    assert len(ends) == 1
    assert "PUBLISHED" in ends.pop()


def test_no_table_holds_a_readable_id_number(ready: Database, tmp_path: Path) -> None:
    """The number is in no column of no table, not even in quarantine; the sealed copies open to it."""
    load(
        ready, tmp_path / "1.csv", row(effect_doc_obli=f"被告（{ID_NUMBER}）支付货款"),
        row(case_no="案号不详", legal_repre=ID_NUMBER), row(identi_id="33021119900307 901X", case_no="见附件"),
    )  # fmt: skip
    tables = [name for (name,) in ask(ready, "select tablename from pg_tables where schemaname = 'public'")]
    dump = "".join(str(ask(ready, f'select row(t.*)::text from "{name}" t')) for name in tables)
    half, key = ask(ready, "select id_number_sealed, key_sealed from subject s join person_key k on k.owner_id = s.id")[
        0
    ]
    rejected = ask(ready, "select raw_sealed from quarantine_row order by row_no")[0][0]
    blind = ask(ready, "select value from subject_identifier where kind = 'ID_NUMBER'")[0][0]

    assert ID_NUMBER not in dump
    assert ID_NUMBER[:14] not in dump
    assert "19900307" not in dump.replace(" ", "")
    assert VAULT.open_apart("id_number", half, key) == ID_NUMBER
    assert ID_NUMBER in VAULT.open("quarantine_row", rejected)
    assert blind == VAULT.blind("id_number", ID_NUMBER).hex()


def test_starred_numbers_unite_within_a_case_only(ready: Database, tmp_path: Path) -> None:
    """Name and starred number are one provisional subject in one case, another in the next, never the proven person."""
    starred = {"identi_id": f"{ID_NUMBER[:10]}****{ID_NUMBER[14:]}"}
    other = "(2024)浙0211执78号"
    load(ready, tmp_path / "1.csv", row(), row(**starred), row(case_no=other, **starred))
    load(
        ready, tmp_path / "2.csv", row(identi_id=f"{ID_NUMBER[:11]}****{ID_NUMBER[14:]}", executed_perfor="部分未履行")
    )

    assert ask(ready, "select is_provisional, count(*) from subject group by 1 order by 1") == [(False, 1), (True, 2)]
    assert ask(ready, "select distinct id_number_masked from subject") == [("**************" + ID_NUMBER[-4:],)]


def test_a_court_that_nobody_knows_goes_to_quarantine(ready: Database, tmp_path: Path) -> None:
    """An unknown court is never guessed; the row is kept with its reason and column."""
    receipt = load(ready, tmp_path / "1.csv", row(), row(executed_court="不存在的法院"))

    assert (receipt.read, receipt.accepted, receipt.quarantined) == (2, 1, 1)
    assert ask(ready, "select row_no, reason, column_name from quarantine_row") == [
        (2, "COURT_UNKNOWN", "executed_court")
    ]


def test_a_minor_is_not_listed(ready: Database, tmp_path: Path) -> None:
    """A whole ID number that says under 18 on the day of publication sends the row to quarantine."""
    receipt = load(ready, tmp_path / "1.csv", row(publish_dt="2008-03-06"), row(publish_dt="2008-03-07"))

    assert (receipt.accepted, receipt.quarantined) == (1, 1)
    assert ask(ready, "select reason from quarantine_row") == [("MINOR",)]


def test_a_file_of_another_shape_is_refused_as_a_whole(ready: Database, tmp_path: Path) -> None:
    """Unknown or missing columns stop the run with their names; nothing is stored but the note of the refusal."""
    with pytest.raises(ColumnUnknown, match="colour"):
        load(ready, tmp_path / "1.csv", row() | {"colour": "red"})
    lacking = row()
    del lacking["case_no"]
    with pytest.raises(ColumnMissing, match="case_no"):
        load(ready, tmp_path / "2.csv", lacking)
    with pytest.raises(SourceUnknown):
        load_file(ready, VAULT, "no_such_source", tmp_path / "1.csv")

    assert ask(ready, "select count(*) from listing") == [(0,)]
    assert ask(ready, "select status from batch where source_name = 'sx_warehouse'") == [("REJECTED",), ("REJECTED",)]


def test_a_batch_of_mostly_bad_rows_is_refused(ready: Database, tmp_path: Path) -> None:
    """Far more bad rows than usual mean a broken export, so none of it is merged; mended, the same file name loads."""
    bad = [row(case_no=f"坏{number}") for number in range(60)]
    good = [row(case_no=f"(2024)浙0211执{number}号") for number in range(1, 61)]
    with pytest.raises(BatchRefused):
        load(ready, tmp_path / "1.csv", *bad, *good)
    receipt = load(ready, tmp_path / "1.csv", *good)

    assert (receipt.accepted, ask(ready, "select count(*) from listing")) == (60, [(60,)])


def test_an_interrupted_load_leaves_nothing_and_can_be_repeated(ready: Database, tmp_path: Path) -> None:
    """What dies before COMMIT never was; the second run ends as an uninterrupted one."""

    def die(done: int, total: int) -> None:
        raise KeyboardInterrupt

    path = written(tmp_path / "1.csv", [row(), row(case_no="案号不详")])
    with pytest.raises(KeyboardInterrupt):
        load_file(ready, VAULT, "sx_warehouse", path, progress=die)

    assert ask(ready, "select count(*) from subject union all select count(*) from quarantine_row") == [(0,), (0,)]
    assert load_file(ready, VAULT, "sx_warehouse", path).inserted == 2


def test_two_loads_of_one_file_at_once_merge_it_once(ready: Database, tmp_path: Path) -> None:
    """A second process with the same file waits, then finds it done."""
    path = written(tmp_path / "1.csv", [row(case_no=f"(2024)浙0211执{number}号") for number in range(1, 200)])
    with ThreadPoolExecutor(2) as pool:
        receipts = list(pool.map(lambda _: load_file(ready, VAULT, "sx_warehouse", path), range(2)))

    assert sorted(receipt.repeated for receipt in receipts) == [False, True]
    assert ask(ready, "select count(*) from listing") == [(199,)]


def test_files_before_a_refused_one_stay(ready: Database, tmp_path: Path) -> None:
    """Each file is a transaction of its own, also when the next one is already being cleaned."""
    good, bad = written(tmp_path / "1.csv", [row()]), written(tmp_path / "2.csv", [row() | {"colour": "red"}])
    receipts = load_all(ready, VAULT, [Delivery.of("sx_warehouse", path) for path in (good, bad)])

    assert next(receipts).accepted == 1
    with pytest.raises(ColumnUnknown):
        next(receipts)
    assert ask(ready, "select count(*) from listing") == [(1,)]


def test_identifiers_of_two_subjects_are_counted_not_joined(ready: Database, tmp_path: Path) -> None:
    """The stronger identifier wins and the weaker stays with its owner: joining two bodies is a person's decision."""
    number, code = "330211000000012", "91330211MA2A00018F"
    unit = {"executed_nature": "法人", "gen": "", "executed_nm": "示例机电有限公司"}
    load(ready, tmp_path / "1.csv", row(**unit, identi_id=number), row(**unit, identi_id=code))
    receipt = load(ready, tmp_path / "2.csv", row(**unit, identi_id=code, uni_social_crd_cd=number))

    assert receipt.conflicts == 1
    assert len(ask(ready, "select from subject")) == 2


def test_swapped_columns_are_repaired(ready: Database, tmp_path: Path) -> None:
    """An ID number under the organisation's heading, and the reverse, are read for what they are."""
    load(ready, tmp_path / "1.csv", row(identi_id="", uni_social_crd_cd=ID_NUMBER))
    unit = {"executed_nature": "法人", "gen": "", "executed_nm": "示例机电有限公司"}
    load(ready, tmp_path / "2.csv", row(**unit, identi_id="91330211MA2A00018F", uni_social_crd_cd=""))

    assert ask(ready, "select kind, credit_code from subject order by 1") == [
        ("ENTERPRISE", "91330211MA2A00018F"), ("NATURAL_PERSON", None),
    ]  # fmt: skip


def test_the_loader_cannot_delete(ready: Database) -> None:
    """The role that loads may not remove a row, so no defect of ours can."""
    with ready.connect("loader") as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("delete from listing")


def test_every_fact_has_its_subject(ready: Database, tmp_path: Path) -> None:
    """No foreign key guards `subject_id`, so the merge itself must never write one that no subject has."""
    for name in sorted(sources()):
        load_sample(ready, name)
    led = ask(ready, "select table_name from information_schema.columns where column_name = 'subject_id'"
                     " and table_schema = 'public' and table_name not like 'screening%'")  # fmt: skip
    orphans = {
        table: ask(ready, f'select from "{table}" t where not exists (select from subject s where s.id = t.subject_id)')
        for (table,) in led
    }

    assert {"listing", "enforcement_case", "subject_identifier", "former_name"} <= set(orphans)
    assert not any(orphans.values())
    assert ask(ready, "select count(*) > 0 from listing") == [(True,)]


@pytest.mark.parametrize("role", ["loader", "writer"])
def test_no_role_of_the_hub_can_remove_a_subject(ready: Database, role: Literal["loader", "writer"]) -> None:
    """A subject that is never removed leaves no fact behind without one."""
    with ready.connect(role) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("delete from subject")


def test_a_full_list_suspects_what_it_lacks_and_removes_nothing(ready: Database, tmp_path: Path) -> None:
    """Absent from a whole list is a suspicion with a date, withdrawn when the entry comes back; no state changes."""

    def suspects() -> list[tuple[Any, ...]]:
        return ask(ready, "select case_number, state, absent_since is not null from listing order by case_number")

    other, removed = row(case_no="(2024)浙0211执78号"), row(case_no="(2024)浙0211执79号", 数据记录的增删改标志="d")
    load(ready, tmp_path / "1.csv", row(), other, removed)
    load(ready, tmp_path / "2.csv", row(), row(case_no="(2024)浙0211执80号"))
    after_delta = [suspect for *_, suspect in suspects()]
    load_file(ready, VAULT, "sx_warehouse", written(tmp_path / "3.csv", [row(effect_doc_obli="付款")]), "FULL")
    after_full = suspects()
    load_file(ready, VAULT, "sx_warehouse", written(tmp_path / "4.csv", [row(), other]), "FULL")

    assert after_delta == [False] * 4
    assert [(state, suspect) for _, state, suspect in after_full] == [
        ("PUBLISHED", False), ("PUBLISHED", True), ("REMOVED", False), ("PUBLISHED", True),
    ]  # fmt: skip
    assert [suspect for *_, suspect in suspects()] == [False, False, False, True]


def test_a_full_list_suspects_only_what_its_own_source_stated_and_could_know(ready: Database, tmp_path: Path) -> None:
    """Entries of other sources, and entries newer than the list itself, are not missed in it."""
    load_sample(ready, "serious_dishonesty")
    load(ready, tmp_path / "1.csv", row(case_no="(2024)浙0211执78号", 更新时间="2025-01-01 00:00:00"))
    load_file(ready, VAULT, "sx_warehouse", written(tmp_path / "2.csv", [row()]), "FULL")

    assert ask(ready, "select count(*) > 2, count(absent_since) from listing") == [(True, 0)]


def test_a_lost_connection_is_told_in_our_words(ready: Database, tmp_path: Path) -> None:
    """PostgreSQL's own sentences, which quote rows and statements, never reach the user; the rerun succeeds."""
    path = written(tmp_path / "1.csv", [row()])

    def cut(done: int, total: int) -> None:
        with ready.connect("owner") as connection:
            connection.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                               " where application_name = 'hub-loader' and datname = current_database()")  # fmt: skip

    with pytest.raises(DatabaseUnreachable):
        load_file(ready, VAULT, "sx_warehouse", path, progress=cut)

    assert load_file(ready, VAULT, "sx_warehouse", path).inserted == 2


def test_a_fault_of_ours_names_no_statement_and_no_value(ready: Database, tmp_path: Path) -> None:
    """What only an operator can mend is one sentence without SQL, table or row."""
    with ready.connect("owner") as connection:
        connection.execute("alter table listing add check (case_number = '')")
    with pytest.raises(Internal) as fault:
        load(ready, tmp_path / "1.csv", row())

    assert not any(word in f"{fault.value}{fault.value.__cause__}" for word in ("listing", "insert", "赵甲子", CASE))
