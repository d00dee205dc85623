"""Rows set aside get a second chance under a mended mapping, in the batch and at the time that they came with."""

from __future__ import annotations

from pathlib import Path

import pytest

import loaders.read
from hub.database import Database
from hub.errors import QuarantineRowUnknown
from loaders.load import load_file
from loaders.quarantine import REASONS, UNREAD
from loaders.replay import opened, replay, set_aside
from tests.loaders.fixtures import VAULT, load_reference
from tests.loaders.test_load import ID_NUMBER, ask, ready, row, written

__all__ = ["ready"]

COURT = "示例新设人民法院"
#: a court that the hub learns of later, by another name of one that it knows
LEARNT = f"update court set aliases = array['{COURT}'], recorded_at = now() where code = '浙0211'"


@pytest.fixture
def batch(database: Database, tmp_path: Path) -> str:
    """A batch of one good row, two of a court that nobody knows, and one that is bad for ever."""
    load_reference(database)
    unknown = [row(case_no=f"(2024)浙0211执{number}号", executed_court=COURT) for number in (1, 2)]
    rows = [row(), *unknown, row(case_no="见附件")]
    return load_file(database, VAULT, "sx_warehouse", written(tmp_path / "1.csv", rows)).batch_id


def account(database: Database) -> list[tuple[int, ...]]:
    """Accounts of the source's batches."""
    return ask(database, "select rows_read, rows_accepted, rows_quarantined, rows_ignored from batch"
                         " where source_name = 'sx_warehouse' order by received_at")  # fmt: skip


def learn(database: Database) -> None:
    """Let the hub know the court."""
    with database.connect("owner") as connection:
        connection.execute(LEARNT)


def test_what_is_clean_now_enters_its_own_batch(database: Database, batch: str) -> None:
    """Before the mending nothing moves; after it, clean rows are facts of that batch and row, and the account moves."""
    assert replay(database, VAULT, batch).accepted == 0
    learn(database)
    done = replay(database, VAULT, batch)

    assert (done.tried, done.accepted) == (3, 2)
    assert account(database) == [(4, 3, 1, 0)]
    query = "select case_number, row_no, batch_id::text from listing where row_no in (2, 3) order by 2"
    assert ask(database, query) == [
        ("(2024)浙0211执1号", 2, batch), ("(2024)浙0211执2号", 3, batch),
    ]  # fmt: skip
    assert replay(database, VAULT, batch).tried == 1


def test_what_came_since_stands(database: Database, batch: str, tmp_path: Path) -> None:
    """A replayed row is as old as its batch: of the same time, a later batch keeps the last word."""
    later = row(case_no="(2024)浙0211执1号", effect_doc_obli="后到批次")
    load_file(database, VAULT, "sx_warehouse", written(tmp_path / "2.csv", [later]))
    learn(database)
    replay(database, VAULT, batch)

    assert ask(database, "select obligation from listing where case_number = '(2024)浙0211执1号'") == [("后到批次",)]


def test_a_bad_row_that_comes_every_night_stands_there_once(database: Database, batch: str, tmp_path: Path) -> None:
    """It is counted in each batch and stored with the first; what was replayed may be set aside anew."""
    again = [row(case_no="见附件"), row()]
    receipt = load_file(database, VAULT, "sx_warehouse", written(tmp_path / "2.csv", again))
    with database.connect("loader") as connection, connection.cursor() as cursor:
        found = set_aside(cursor, reason="CASE_NUMBER_INVALID")

    assert receipt.quarantined == 1
    assert [(one.batch, one.row) for one in found] == [(batch, 4)]
    assert ask(database, f"select reasons from delivery where batch_id = '{receipt.batch_id}'") == [
        ({"CASE_NUMBER_INVALID": 1},)
    ]


def test_what_a_reader_refused_is_not_tried(ready: Database, tmp_path: Path) -> None:
    """A formula, or half a row, does not become a fact for having been kept; the file must come again."""
    path = written(tmp_path / "1.csv", [row(), row(effect_doc_obli="=HYPERLINK(1)"), row(effect_doc_obli="款\r项")])
    batch = load_file(ready, VAULT, "sx_warehouse", path).batch_id

    assert ask(ready, "select reason from quarantine_row order by row_no") == [("FORMULA_CELL",), ("CARRIAGE_RETURN",)]
    assert replay(ready, VAULT, batch).tried == 0


def test_every_reason_of_a_reader_is_known_as_one() -> None:
    """Whatever code a reader can give, such a row is not cleaned again; no reason of the cleaners is among them."""
    text = "".join(path.read_text(encoding="utf-8") for path in Path(loaders.read.__file__).parent.glob("read*.py"))

    assert {code for code in REASONS if f'"{code}"' in text} == set(UNREAD)


def test_shown_rows_hide_numbers_and_sealed_rows_need_the_key(database: Database, batch: str) -> None:
    """What the list shows holds no whole number; opening a row takes the vault, and a row that is there."""
    with database.connect("loader") as connection, connection.cursor() as cursor:
        found = set_aside(cursor, batch=batch)
        whole = opened(cursor, VAULT, batch, 4)
        with pytest.raises(QuarantineRowUnknown):
            opened(cursor, VAULT, batch, 1)

    assert {one.row for one in found} == {2, 3, 4}
    assert ID_NUMBER not in "".join(one.shown for one in found)
    assert ID_NUMBER in whole
