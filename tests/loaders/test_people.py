"""The four kinds of people (四类人) that a court names beside a unit: facts about the unit, never subjects."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hub.database import Database
from loaders.load import Receipt, load_file
from tests.loaders.fixtures import VAULT, load_reference

#: synthetic: the sequence part 9xx is reserved for people who do not exist
NUMBER = "330211199003079015"
UNIT = {
    "iname": "宁波市镇海区示例恒远机电有限公司", "caseCode": "（2023）浙0211执1号", "cardNum": "91330211MA2A00018F",
    "courtName": "宁波市镇海区人民法院", "partyTypeName": "581", "publishDate": "2023年08月01日",
    "disruptTypeName": "违反财产报告制度",
}  # fmt: skip


def person(role: str, name: str = "章乙丑", number: str = "3302111971****9057") -> dict[str, str]:
    """An entry of the list as courts write it."""
    return {"cardNum": number, "corporationtypename": role, "iname": name}


def load(database: Database, path: Path, *lists: Any) -> Receipt:
    """Load one listing of the unit for each list."""
    rows = []
    for number, people in enumerate(lists, 1):
        detail = UNIT | {"caseCode": f"（2023）浙0211执{number}号", "qysler": people}
        rows.append({"iname": UNIT["iname"], "jsonObject": json.dumps(detail, ensure_ascii=False)})
    page = [{"totalSize": len(rows), "totalPage": 1, "currentPage": 1, "result": rows}]
    path.write_text(json.dumps(page, ensure_ascii=False), encoding="utf-8")
    return load_file(database, VAULT, "sx_court_json", path)


def ask(database: Database, query: str) -> list[tuple[Any, ...]]:
    """Rows of a query, as owner."""
    with database.connect("owner") as connection:
        return connection.execute(query).fetchall()


@pytest.fixture
def ready(database: Database) -> Database:
    """A database with courts and areas."""
    load_reference(database)
    return database


def test_each_person_is_a_fact_about_the_unit(ready: Database, tmp_path: Path) -> None:
    """One row with two people: one subject, one listing, two responsible persons, numbers masked or sealed."""
    receipt = load(ready, tmp_path / "1.json", [person("法定代表人"), person("实际控制人", "钱丙寅", NUMBER)])
    found = ask(ready, "select r.role, r.name, r.case_number, r.id_number_masked, r.id_number_sealed, s.credit_code,"
                       " k.key_sealed from responsible_person r join subject s on s.id = r.subject_id"
                       " left join person_key k on k.owner_id = r.id order by r.role")  # fmt: skip

    assert (receipt.read, receipt.accepted) == (1, 1)
    assert [row[:4] for row in found] == [
        ("ACTUAL_CONTROLLER", "钱丙寅", "(2023)浙0211执1号", "*" * 14 + NUMBER[-4:]),
        ("LEGAL_REPRESENTATIVE", "章乙丑", "(2023)浙0211执1号", "*" * 14 + "9057"),
    ]
    assert VAULT.open_apart("id_number", found[0][4], found[0][6]) == NUMBER
    assert found[1][4] is None
    assert {row[5] for row in found} == {UNIT["cardNum"]}
    assert ask(ready, "select count(*) from subject") == [(1,)]
    assert ask(ready, "select count(*) from listing") == [(1,)]


def test_the_same_people_again_write_nothing(ready: Database, tmp_path: Path) -> None:
    """Another file with the same rows finds each person as it was."""
    load(ready, tmp_path / "1.json", [person("法定代表人"), person("主要负责人")])
    again = load(ready, tmp_path / "2.json", [person("法定代表人"), person("主要负责人")], [])

    assert ask(ready, "select count(*) from responsible_person") == [(2,)]
    assert again.updated == 0


@pytest.mark.parametrize(
    ("people", "reason"),
    [
        ([person("法定代表人"), person("门卫")], "WORD_UNKNOWN"),
        ([person("法定代表人", "")], "VALUE_MISSING"),
        ([person("法定代表人", NUMBER)], "NAME_HOLDS_NUMBER"),
        ([person("法定代表人", number="33021119900307901")], "ID_NUMBER_CHECK_DIGIT|DOCUMENT_TRUNCATED"),
        ("不是清单", "JSON_BROKEN"),
    ],
)
def test_an_entry_that_cannot_be_understood_is_never_dropped(
    ready: Database, tmp_path: Path, people: Any, reason: str
) -> None:
    """The row waits in quarantine with the column and the reason; the rows beside it are loaded."""
    receipt = load(ready, tmp_path / "1.json", people, [person("法定代表人")])

    assert (receipt.accepted, receipt.quarantined) == (1, 1)
    ((found, column),) = ask(ready, "select reason, column_name from quarantine_row")
    assert found in reason.split("|")
    assert column == "qysler"
    assert ask(ready, "select count(*) from responsible_person") == [(1,)]
