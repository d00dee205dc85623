"""Files of every layout and encoding become the same records; hostile ones are refused before they cost anything."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from hub.errors import FileEncoding, FileFormat, FileMissing, FileTooLarge
from loaders.read import Format, facts_of, read_file
from loaders.read_record import FAULT, POINTER, RAW, key_of
from loaders.synthetic.workbook import Cell, workbook

KNOWN = frozenset({"姓名", "案号"})


def frame(path: Path, layout: Format) -> list[dict[str, object]]:
    """All records of a file."""
    facts = facts_of(path, layout)
    return [row for chunk in read_file(path, layout, facts, KNOWN) for row in chunk.frame.to_dicts()]


def written(folder: Path, name: str, content: bytes) -> Path:
    """A file of these bytes."""
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_is_read_in_three_encodings(tmp_path: Path, encoding: str) -> None:
    """Characters that GBK lacks survive, and a byte order mark is no part of the first heading."""
    path = written(tmp_path, "a.csv", "姓名,案号\n张䶮•㛃,1\n".encode(encoding))

    assert [(row["姓名"], row["案号"]) for row in frame(path, Format.CSV)] == [("张䶮•㛃", "1")]


def test_other_encodings_are_refused(tmp_path: Path) -> None:
    """Bytes that are neither UTF-8 nor GB18030 are never guessed at."""
    with pytest.raises(FileEncoding):
        facts_of(written(tmp_path, "a.csv", b"\xff\xff\xff\n"), Format.CSV)


def test_ragged_rows_keep_their_place(tmp_path: Path) -> None:
    """A row with too few or too many cells is a fault of that row alone."""
    path = written(tmp_path, "a.csv", "姓名,案号\n甲\n乙,2\n丙,3,4\n,\n".encode())

    assert [row[FAULT] for row in frame(path, Format.CSV)] == ["CELLS_TOO_FEW", None, "CELLS_TOO_MANY", "EMPTY"]


def test_line_without_end_is_a_fault_not_a_crash(tmp_path: Path) -> None:
    """A cell longer than allowed costs its row, and the rows after it are read."""
    path = written(tmp_path, "a.csv", f"姓名,案号\n{'长' * 70_000},1\n乙,2\n".encode())

    assert [row[FAULT] for row in frame(path, Format.CSV)] == ["CELL_TOO_LONG", None]


def test_doubled_heading_is_refused(tmp_path: Path) -> None:
    """Two columns of one name cannot be told apart, whatever their width or case."""
    with pytest.raises(FileFormat):
        frame(written(tmp_path, "a.csv", "Name,ｎａｍｅ\n1,2\n".encode()), Format.CSV)


def envelope(*details: str) -> bytes:
    """The court site's answer with these inner texts."""
    rows = [{"id": number, "jsonObject": text} for number, text in enumerate(details)]
    return json.dumps([{"totalSize": len(rows), "result": rows}], ensure_ascii=False).encode()


def test_inner_json_is_mended_for_line_breaks_only(tmp_path: Path) -> None:
    """Raw line breaks inside inner strings are allowed; stray quotes are quarantined with the place they stand at."""
    path = written(tmp_path, "a.json", envelope('{"duty":"一\r\n二"}', '{"duty":"依"照"之"}', '{"duty":"三"}'))
    rows = frame(path, Format.COURT_JSON)

    assert [(row.get("duty"), row[FAULT]) for row in rows] == [("一\r\n二", None), (None, "JSON_BROKEN"), ("三", None)]
    assert rows[1][POINTER] == "/0/result/1/jsonObject"


def test_what_no_text_can_hold_costs_one_row(tmp_path: Path) -> None:
    """Halves of characters, in a value or a key, and numbers of thousands of digits are JSON, but nothing to load."""
    texts = ('{"duty":"\\ud800３３"}', '{"k\\udfff":"一"}', '{"duty":%s}' % ("9" * 5000), '{"duty":"三"}')
    rows = frame(written(tmp_path, "a.json", envelope(*texts)), Format.COURT_JSON)
    lines = ('{"duty":%s}\n{"duty":"\\ud800"}\n{"duty":"三"}' % ("9" * 5000)).encode()

    assert [row[FAULT] for row in rows] == ["JSON_BROKEN"] * 3 + [None]
    assert rows[0][RAW] == '{"duty": "\\ud800３３"}'
    assert [row[FAULT] for row in frame(written(tmp_path, "a.ndjson", lines), Format.NDJSON)] == [
        *["JSON_BROKEN"] * 2,
        None,
    ]


def test_inner_keys_win_and_letter_case_is_ignored(tmp_path: Path) -> None:
    """The detail replaces the summary, and execCourtname is execCourtName."""
    content = b'[{"result":[{"iname":"a","jsonObject":"{\\"iName\\":\\"b\\",\\"age\\":7}"}]}]'

    assert frame(written(tmp_path, "a.json", content), Format.COURT_JSON)[0]["iname"] == "b"


@pytest.mark.parametrize("content", [b'[{"result":[{"a":1}', b"{}", b"", b'[{"result":[' + b"[" * 9_000])
def test_broken_envelope_is_refused(tmp_path: Path, content: bytes) -> None:
    """A cut-off, foreign or absurdly nested file is refused as a whole with one sentence."""
    with pytest.raises(FileFormat):
        frame(written(tmp_path, "a.json", content), Format.COURT_JSON)


def test_large_json_is_read_through_a_window(tmp_path: Path) -> None:
    """Records that cross the borders of read blocks arrive whole and in order."""
    rows = [{"n": str(number), "text": "字" * (number % 700)} for number in range(2_000)]
    content = json.dumps([{"result": rows}], ensure_ascii=False).encode()

    found = frame(written(tmp_path, "a.json", content), Format.COURT_JSON)

    assert [(row["n"], row["text"]) for row in found] == [(row["n"], row["text"]) for row in rows]


def test_ndjson_loses_one_line_only(tmp_path: Path) -> None:
    """One broken line does not cost its neighbours."""
    path = written(tmp_path, "a.ndjson", b'{"a":1}\n{"a":\n\n{"a":3}\n')

    assert [(row["a"], row[FAULT]) for row in frame(path, Format.NDJSON)] == [
        ("1", None), (None, "JSON_BROKEN"), ("3", None),
    ]  # fmt: skip


def test_heading_of_a_workbook_is_found_below_titles(tmp_path: Path) -> None:
    """Title lines above the heading are no rows."""
    rows = [[Cell("诚信履行名单")], [Cell("姓名"), Cell("案号")], [Cell("甲"), Cell("7", is_number=True)]]
    found = frame(written(tmp_path, "a.xlsx", workbook("名单", rows)), Format.XLSX)

    assert [(row["姓名"], row["案号"]) for row in found] == [("甲", "7")]


def test_archive_bombs_and_escapes_are_refused(tmp_path: Path) -> None:
    """An archive that unpacks too far or names a path outside itself is refused before it is unpacked."""
    bomb, escape = tmp_path / "bomb.xlsx", tmp_path / "escape.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sheet.xml", b"0" * 50_000_000)
    with zipfile.ZipFile(escape, "w") as archive:
        archive.writestr("../sheet.xml", b"0")

    with pytest.raises(FileTooLarge):
        facts_of(bomb, Format.XLSX)
    with pytest.raises(FileFormat):
        facts_of(escape, Format.XLSX)
    with pytest.raises(FileFormat):
        facts_of(written(tmp_path, "no.xlsx", b"not a zip"), Format.XLSX)


def test_missing_file_is_said_plainly(tmp_path: Path) -> None:
    """A wrong path is a refusal of its own."""
    with pytest.raises(FileMissing):
        facts_of(tmp_path / "none.csv", Format.CSV)


def test_keys_ignore_width_blanks_and_case() -> None:
    """执行标的（元） and 执行标的(元) are one column."""
    assert key_of("执行标的（元） ") == key_of("执行标的(元)") == "执行标的(元)"
