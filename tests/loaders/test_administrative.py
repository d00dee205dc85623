"""Licences and penalties pass the pump like the lists: recognised, proved from any layout, erased, tried once more."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from hub.database import Database
from loaders.load import Desk, Receipt, load_file, take_in
from loaders.prepare import Delivery
from loaders.provenance import Proof, origin, verify
from loaders.replay import replay
from loaders.store import Store
from tests.hub.erasure.test_wiping import approved, dump, opened, person
from tests.loaders.fixtures import VAULT, rows_of, sample_of
from tests.loaders.test_load import ID_NUMBER, ask, ready, row, written
from tests.loaders.test_replay import COURT, LEARNT

__all__ = ["ready"]

NAME = "赵甲子"
FACTS = "select (select count(*) from licence) + (select count(*) from penalty) + (select count(*) from subject)"


def penalty(**changes: str) -> dict[str, str]:
    """A row of the city warehouse about a person."""
    base = rows_of(sample_of("penalties_warehouse"))[0]
    base |= {"punish_nm": NAME, "uni_social_crd_cd": "", "legal_repre": "", "identi_no": ID_NUMBER,
             "punish_fact": f"{NAME}无证经营"}  # fmt: skip
    return base | changes


def deliver(database: Database, folder: Path, name: str, path: Path) -> tuple[Receipt, Proof]:
    """Load a file at a desk with a store, and hold what it brought against the stored file."""
    store = Store(folder / "sources", VAULT)
    receipt = next(take_in(Desk(database, VAULT, "王一", store), [Delivery.of(name, path)]))
    with database.connect("loader") as connection, connection.cursor() as cursor:
        (proof,) = verify(cursor, store, receipt.batch_id)
    return receipt, proof


@pytest.mark.parametrize("name", ["licences_2015", "licences_2018", "penalties_2015", "penalties_2018"])
def test_each_layout_is_proved_fact_by_fact(ready: Database, tmp_path: Path, name: str) -> None:
    """Workbook, exchange file, archive: each fact leads to the row that says so, and none is called altered."""
    receipt, proof = deliver(ready, tmp_path, name, sample_of(name))

    assert receipt.accepted > 1
    assert [(proof.proved,)] == ask(ready, FACTS)
    assert (proof.altered, proof.outdated, proof.missing) == (0, 0, False)


def test_a_fact_from_an_archive_leads_into_its_member(ready: Database, tmp_path: Path) -> None:
    """Rows count through all members; the offset is that of the row in its own, unpacked."""
    path = sample_of("penalties_2015")
    deliver(ready, tmp_path, "penalties_2015", path)
    fact = ask(ready, "select id::text from penalty where row_no = 2")[0][0]
    with ready.connect("loader") as connection, connection.cursor() as cursor:
        found = origin(cursor, Store(tmp_path / "sources", VAULT), "penalty", fact)
    with zipfile.ZipFile(path) as archive:
        second = archive.read("penalties-2.csv")

    assert (found.row, found.verdict) == (2, "PROVED")
    assert found.offset is not None
    assert "镇示罚〔2016〕2号" in second[found.offset :].splitlines()[0].decode("gb18030")


def test_rows_that_stand_are_recognised_and_not_sent(ready: Database, tmp_path: Path) -> None:
    """The same decisions in another file cost no merge; the one that changed is updated."""
    documents = ("镇示罚〔2024〕7号", "镇示罚〔2024〕8号", "镇示罚〔2024〕9号")
    rows = [penalty(admin_punish_doc=number) for number in documents]
    load_file(ready, VAULT, "penalties_warehouse", written(tmp_path / "1.csv", rows))
    rows[2] |= {"cancel_reason": "行政复议撤销", "更新时间": "2024-06-01 01:00:00", "数据记录的增删改标志": "u"}
    again = load_file(ready, VAULT, "penalties_warehouse", written(tmp_path / "2.csv", rows))

    assert (again.accepted, again.rows_unchanged, again.inserted, again.updated) == (3, 2, 0, 1)
    assert ask(ready, "select state from penalty order by document_number") == [("VALID",), ("VALID",), ("REVOKED",)]


def test_an_erased_persons_penalty_is_neither_told_nor_revived(ready: Database, tmp_path: Path) -> None:
    """Facts, hash and number go; the same row every night brings nothing back, and the proof counts it as erased."""
    path = written(tmp_path / "1.csv", [penalty()])
    deliver(ready, tmp_path, "penalties_warehouse", path)
    approved(ready, person(ready))
    again, proof = deliver(
        ready, tmp_path, "penalties_warehouse", written(tmp_path / "2.csv", [penalty(), penalty(punish_nm=NAME)])
    )
    held = dump(ready)

    assert again.erased > 0
    assert ask(ready, "select document_number, facts, content_hash from penalty") == [
        ("镇示罚〔2024〕7号", "ERASED", 0)
    ]
    assert (proof.proved, proof.altered) == (0, 0)
    assert not any(told in held or told in opened(held) for told in (NAME, ID_NUMBER))


def test_rows_from_an_archive_are_tried_once_more(ready: Database, tmp_path: Path) -> None:
    """The archive need not be there: rows set aside are at hand, whatever file they came in."""
    plain = written(tmp_path / "1.csv", [row(), row(executed_court=COURT)])
    path = tmp_path / "1.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("1.csv", plain.read_bytes())
    batch = load_file(ready, VAULT, "sx_warehouse", path).batch_id
    path.unlink()
    with ready.connect("owner") as connection:
        connection.execute(LEARNT)
    done = replay(ready, VAULT, batch)

    assert (done.tried, done.accepted) == (1, 1)
