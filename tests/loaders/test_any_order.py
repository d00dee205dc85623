"""Whole lists, changes, repetitions, late and shuffled: the state depends on what was said, never on when it came."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from hub.cluster import Cluster
from hub.database import Database, migrate
from loaders.load import load_file
from tests.loaders.fixtures import VAULT, load_reference
from tests.loaders.test_load import row, written

#: the proof asked for is 200; a run of the whole suite has a few of them
SHUFFLES = int(os.environ.get("PUMP_SHUFFLES", "12"))
#: what a fact says, and of whom; not which of two equal rows said it
STATE = """
select 'listing', k.kind, l.case_number, l.state, l.performance, l.obligation, l.removed_on::text, l.removal_reason,
       l.source_time::text, (l.absent_since is not null)::text
from listing l join subject_identifier k using (subject_id)
union all
select 'subject', k.kind, s.name, s.kind, s.sex, s.legal_representative, s.credit_code, null, s.source_time::text, null
from subject s join subject_identifier k on k.subject_id = s.id
union all
select 'case', k.kind, c.case_number, c.court_code, c.basis_number, c.filed_on::text, null, null,
       c.source_time::text, null
from enforcement_case c join subject_identifier k using (subject_id)
order by 1, 2, 3, 4, 5, 6, 7, 8, 9
"""
EMPTY = """
truncate subject, subject_identifier, listing, enforcement_case, former_name, batch, quarantine_row, delivery cascade
"""


def case(number: int, day: int, **changes: str) -> dict[str, str]:
    """What the source says of one case on a day of June; persons, units and starred numbers in turn."""
    who = [
        {}, {"identi_id": f"3302111990****{number:04d}"},
        {"executed_nature": "法人", "gen": "", "executed_nm": "示例机电有限公司", "identi_id": "91330211MA2A00018F"},
    ][number % 3]  # fmt: skip
    said = {"case_no": f"(2024)浙0211执{number}号", "更新时间": f"2024-06-{day:02d} 08:00:{number:02d}"}
    return row(**(who | said | changes))


def deliveries(folder: Path) -> list[tuple[Path, str]]:
    """Two whole lists and three sets of changes, some of them sent twice."""
    removal = {"数据记录的增删改标志": "d", "rem_dt": "2024-06-17", "rem_rea": "人民法院裁定终结执行"}
    first = [case(number, 1) for number in range(1, 9)]
    changes = [case(1, 5, executed_perfor="部分未履行"), case(9, 6), case(4, 6, effect_doc_obli="付款")]
    # 6 and 7 are lacking without a reason, 9 has joined, 1 and 4 have changed since
    second = [case(2, 1), case(3, 1), case(5, 1), case(8, 1), *changes, case(10, 12)]
    late = [case(2, 3, executed_perfor="部分未履行"), case(1, 15, 数据记录的增删改标志="u"), case(6, 11)]
    removals = [case(3, 17, **removal), case(10, 17, **removal), case(7, 18, executed_perfor="部分未履行")]
    files = [("1", first, "FULL"), ("2", changes, "DELTA"), ("3", second, "FULL"), ("4", late, "DELTA"),
             ("5", removals, "DELTA"), ("6", [*changes, case(11, 19)], "DELTA"), ("7", first[:3], "DELTA")]  # fmt: skip
    return [(written(folder / f"{name}.csv", rows), mode) for name, rows, mode in files]


def state(database: Database) -> list[tuple[Any, ...]]:
    """The facts."""
    with database.connect("owner") as connection:
        return connection.execute(STATE).fetchall()


def difference(ends: dict[str, list[int]]) -> str:
    """Facts in which the ends differ, by the seeds that came there."""
    facts = {end: set(end.split("), (")) for end in ends}
    common = set.intersection(*facts.values())
    return "\n".join(f"{seeds}: {sorted(facts[end] - common)}" for end, seeds in ends.items())


def test_any_order_and_any_repetition_ends_in_one_state(database: Database, tmp_path: Path) -> None:
    """Shuffled, and with files that come twice in other bytes: every fact, removal and suspicion is the same."""
    load_reference(database)
    files = deliveries(tmp_path)
    ends: dict[str, list[int]] = {}
    for seed in range(SHUFFLES):
        order = [*files, random.Random(seed).choice(files)]
        random.Random(seed).shuffle(order)
        with database.connect("owner") as connection:
            connection.execute(EMPTY)
        for turn, (path, mode) in enumerate(order if seed else files):
            again = tmp_path / f"{seed}-{turn}.csv"
            again.write_bytes(path.read_bytes() + b"\r\n" * turn)
            load_file(database, VAULT, "sx_warehouse", again, mode)
        ends.setdefault(repr(state(database)), []).append(seed)

    assert len(ends) == 1, difference(ends)
    end = ends.popitem()[0]
    assert all(word in end for word in ("'REMOVED'", "'true'", "'PARTIAL'"))


def test_two_rows_for_one_fact_end_alike_however_often_they_come(database: Database, tmp_path: Path) -> None:
    """Of two rows of one time the later in the file stands, also when that one is recognised and the other is sent."""
    load_reference(database)
    same = {"更新时间": "2024-06-01 08:00:00"}
    rows = [row(**same, effect_doc_obli="付款一"), row(**same, effect_doc_obli="付款二")]
    load_file(database, VAULT, "sx_warehouse", written(tmp_path / "1.csv", rows))
    before = state(database)
    again = load_file(database, VAULT, "sx_warehouse", written(tmp_path / "2.csv", [*rows, row(case_no="坏")]))

    assert again.rows_unchanged == 1
    assert (again.inserted, again.updated) == (0, 0)
    assert state(database) == before
    assert "付款二" in repr(before)


@pytest.fixture
def alone() -> Iterator[Database]:
    """A database on a server of its own, where no other test writes."""
    with TemporaryDirectory(prefix="hub-alone-") as name:
        folder = Path(name)
        folder.chmod(0o711)
        with Cluster(folder) as cluster:
            database = Database.at(cluster.conninfo)
            migrate(database)
            yield database


@pytest.mark.parametrize("mode", ["FULL", "DELTA"])
def test_the_same_rows_in_other_bytes_write_next_to_nothing(alone: Database, tmp_path: Path, mode: str) -> None:
    """A list that is sent every night costs its reading: no fact is written, and less than a megabyte of WAL.

    The WAL is that of the whole server, which cleans up now and then: the quietest of a few nights counts.
    """
    load_reference(alone)
    rows = [row(case_no=f"(2024)浙0211执{number}号") for number in range(1, 3001)]
    load_file(alone, VAULT, "sx_warehouse", written(tmp_path / "1.csv", rows), mode)
    written_wal = []
    for night in range(1, 4):
        with alone.connect("owner") as connection:
            connection.autocommit = True
            connection.execute("vacuum")  # what readers of new rows note in them is written, too
            connection.execute("checkpoint")
            (before,) = connection.execute("select pg_current_wal_insert_lsn()").fetchone() or ("",)
            again = load_file(
                alone, VAULT, "sx_warehouse", written(tmp_path / f"{night}.again.csv", rows + rows[:night]), mode
            )
            query = "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), %s)"
            (wal,) = connection.execute(query, (before,)).fetchone() or (0,)
        assert (again.inserted, again.updated, again.rows_unchanged) == (0, 0, 3000 + night)
        written_wal.append(wal)

    assert min(written_wal) < 1_000_000
