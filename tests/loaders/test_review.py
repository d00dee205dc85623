"""Whole lists that lack too much are parked until a second person has looked; nothing of them is merged before."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path
from typing import Any

import psycopg
import pytest

from hub.database import Database
from hub.errors import BatchNotParked, BatchParked, FileEncoding, SamePerson, StoredFileMissing
from loaders.batch import listed
from loaders.load import Desk, Receipt, load_file, take_in
from loaders.prepare import Delivery
from loaders.review import reject, release
from loaders.source import Vanishing
from loaders.store import Store
from tests.loaders.fixtures import VAULT, load_reference
from tests.loaders.test_load import ask, row, written

ROWS = 400


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Desk:
    """A desk with a store, and the list loaded."""
    load_reference(database)
    found = Desk(database, VAULT, "王一", Store(tmp_path / "sources", VAULT))
    deliver(found, written(tmp_path / "whole.csv", rows()))
    return found


def rows() -> list[dict[str, str]]:
    """The list: two courts, the second with few entries."""
    made = [row(case_no=f"(2024)浙0211执{number}号") for number in range(1, ROWS + 1)]
    for number in range(1, 21):
        made[number * 7] |= {"executed_court": "宁波市海曙区人民法院", "case_no": f"(2024)浙0203执{number}号"}
    return made


def deliver(desk: Desk, path: Path) -> Receipt:
    """Load a whole list."""
    return next(take_in(desk, [Delivery.of("sx_warehouse", path, "FULL")]))


def suspects(database: Database) -> list[tuple[Any, ...]]:
    """Entries under suspicion, and entries that are no longer published."""
    return ask(database, "select count(absent_since), count(*) filter (where state <> 'PUBLISHED') from listing")


def test_a_list_cut_at_any_byte_delists_nobody_and_is_parked(desk: Desk, tmp_path: Path) -> None:
    """Wherever the file breaks off, no entry is suspected or removed, and the batch waits."""
    whole = (tmp_path / "whole.csv").read_bytes()
    first_line = whole.index(b"\n") + 1
    for seed in range(6):
        cut = random.Random(seed).randrange(first_line + 2000, len(whole) - 5000)
        path = tmp_path / f"cut{seed}.csv"
        path.write_bytes(whole[:cut])
        with pytest.raises((BatchParked, FileEncoding)):  # cut within a character it is not even text
            deliver(desk, path)

    assert suspects(desk.database) == [(0, 0)]
    with desk.database.connect("loader") as connection, connection.cursor() as cursor:
        states = [one.status for one in listed(cursor, source="sx_warehouse")]
    assert set(states[:-1]) == {"PARKED"}
    assert states[-1] == "MERGED"


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_list_that_was_cut_before_it_was_packed_is_parked(desk: Desk, tmp_path: Path, end: str) -> None:
    """The archive is whole, its text is not; of a whole one nothing is made."""
    text = written(tmp_path / "2.csv", rows()[5:]).read_bytes()
    path = tmp_path / "2.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("1.csv", text[: text.index(b"\n") + 1] + text[text.index(b"\n") + 1 :].rstrip() + end.encode())
    if end:
        assert deliver(desk, path).rows_unchanged == ROWS - 5
        return
    with pytest.raises(BatchParked) as fault:
        deliver(desk, path)

    assert fault.value.losses == []
    assert suspects(desk.database) == [(0, 0)]


def test_one_court_that_vanishes_is_noticed_beside_many_that_stay(desk: Desk, tmp_path: Path) -> None:
    """The share counts for each court: twenty of four hundred are few, twenty of twenty are all."""
    rest = [one for one in rows() if "0203" not in one["case_no"]]
    with pytest.raises(BatchParked) as fault:
        deliver(desk, written(tmp_path / "rest.csv", rest))

    assert fault.value.losses == [{"court": "浙0203", "list": "SX", "before": 20, "missing": 20}]
    assert suspects(desk.database) == [(0, 0)]


def test_few_that_vanish_are_suspects_and_no_matter_for_two(desk: Desk, tmp_path: Path) -> None:
    """Ten absences are what an ordinary week brings: marked, not parked."""
    deliver(desk, written(tmp_path / "few.csv", rows()[10:]))

    assert suspects(desk.database) == [(10, 0)]


def test_a_second_person_releases_and_the_first_cannot(desk: Desk, tmp_path: Path) -> None:
    """Who delivered it may not let it pass, in the hub as in the database; another may, once, from the stored file."""
    path = written(tmp_path / "half.csv", rows()[: ROWS // 2])
    with pytest.raises(BatchParked) as fault:
        deliver(desk, path)
    path.unlink()
    batch, store = fault.value.data["batch"], desk.store
    assert store is not None
    with pytest.raises(SamePerson):
        release(desk, store, batch)
    with desk.database.connect("owner") as connection, pytest.raises(psycopg.errors.CheckViolation):
        connection.execute("update delivery set decision = 'RELEASED', decided_by = delivered_by, decided_at = now()"
                           " where batch_id = %s", (batch,))  # fmt: skip
    other = Desk(desk.database, VAULT, "李二", store)
    receipt = release(other, store, batch)

    assert receipt.batch_id == batch
    assert suspects(desk.database) == [(ROWS // 2, 0)]
    with pytest.raises(BatchNotParked):
        release(other, store, batch)
    query = "select delivered_by, decision, decided_by from delivery where decision is not null"
    assert ask(desk.database, query) == [("王一", "RELEASED", "李二")]


def test_a_released_list_does_not_revive_what_changed_while_it_waited(desk: Desk, tmp_path: Path) -> None:
    """It takes its place by when it came and by the times in it: newer facts stand."""
    with pytest.raises(BatchParked) as fault:
        deliver(desk, written(tmp_path / "half.csv", rows()[: ROWS // 2]))
    removal = row(case_no="(2024)浙0211执1号", 更新时间="2024-09-01 00:00:00", 数据记录的增删改标志="d")
    load_file(desk.database, VAULT, "sx_warehouse", written(tmp_path / "d.csv", [removal]))
    assert desk.store is not None
    release(Desk(desk.database, VAULT, "李二", desk.store), desk.store, fault.value.data["batch"])

    assert suspects(desk.database) == [(ROWS // 2, 1)]


def test_a_rejected_batch_is_gone_and_may_come_again(desk: Desk, tmp_path: Path) -> None:
    """Refused, it changes nothing; the same file is then judged anew, and a broken store is said."""
    path = written(tmp_path / "half.csv", rows()[: ROWS // 2])
    with pytest.raises(BatchParked) as fault:
        deliver(desk, path)
    batch = fault.value.data["batch"]
    reject(desk, batch)
    with pytest.raises(BatchNotParked):
        reject(desk, batch)
    with pytest.raises(BatchParked) as again:
        deliver(desk, path)
    assert desk.store is not None
    sha256 = ask(desk.database, f"select sha256 from batch where id = '{batch}'")[0][0]
    stored = desk.store.path(sha256)
    stored.write_bytes(stored.read_bytes()[:-1] + b"x")
    with pytest.raises(StoredFileMissing):
        release(Desk(desk.database, VAULT, "李二", desk.store), desk.store, again.value.data["batch"])

    assert suspects(desk.database) == [(0, 0)]


def test_limits_are_relative_and_absolute() -> None:
    """Few are never too many, a tenth is, and five thousand are whatever their share."""
    limits = Vanishing()

    assert not limits.exceeded(10, 10)
    assert limits.exceeded(11, 11)
    assert not limits.exceeded(1_000, 100)
    assert limits.exceeded(1_000, 101)
    assert limits.exceeded(1_000_000, 5_001)
    assert not limits.exceeded(1_000_000, 5_000)


def test_every_row_is_accounted_for_in_the_database_itself(desk: Desk) -> None:
    """accepted + quarantined + ignored = read is a constraint: no defect of ours can break it."""
    with desk.database.connect("loader") as connection, pytest.raises(psycopg.errors.CheckViolation):
        connection.execute("update batch set rows_read = rows_read + 1")
