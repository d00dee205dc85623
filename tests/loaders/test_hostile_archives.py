"""Archives and workbooks made to hurt: refused before anything is unpacked, or a fault of their own rows."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from hub.errors import FileFormat, FileTooLarge
from loaders.read import Format
from loaders.read_record import POINTER, ROW
from loaders.source import source_of
from loaders.synthetic.workbook import Cell, workbook
from tests.loaders.reading import HEADING, faults_of, rows_of, written


def zipped(folder: Path, name: str, members: dict[str, bytes]) -> Path:
    """An archive of these members."""
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return folder / name


# ------------------------------------------------------------------------------------------------------ archives

ROWS = f"{HEADING}甲,1\n".encode()


def test_members_of_an_archive_are_one_delivery(tmp_path: Path) -> None:
    """Rows are numbered through, pointers name the member, litter of desktop systems is passed over."""
    members = {"一.csv": ROWS, "sub/二.csv": ROWS + "乙,2\n".encode(), "__MACOSX/._一.csv": b"\0"}
    rows = rows_of(zipped(tmp_path, "a.zip", members), Format.CSV)

    assert [(row[ROW], row[POINTER], row["姓名"]) for row in rows] == [
        (1, "一.csv row 1", "甲"), (2, "sub/二.csv row 1", "甲"), (3, "sub/二.csv row 2", "乙"),
    ]  # fmt: skip


def linked(folder: Path) -> Path:
    """An archive with a symbolic link."""
    link = zipfile.ZipInfo("a.csv")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    return folder / "a.zip"


def overlapping(folder: Path) -> Path:
    """Many entries of the directory that share one member's bytes."""
    path = zipped(folder, "a.zip", {"a.csv": bytes(range(256)) * 40})
    raw = path.read_bytes()
    start = raw.rindex(b"PK\x01\x02")
    end = raw.rindex(b"PK\x05\x06")
    entry, count = raw[start:end], 50
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(entry) * count, start, 0)
    path.write_bytes(raw[:start] + entry * count + tail)
    return path


@pytest.mark.parametrize(
    ("make", "refusal"),
    [
        (lambda folder: zipped(folder, "a.zip", {"../a.csv": ROWS}), FileFormat),
        (lambda folder: zipped(folder, "a.zip", {"/etc/a.csv": ROWS}), FileFormat),
        (lambda folder: zipped(folder, "a.zip", {"C:/a.csv": ROWS}), FileFormat),
        (lambda folder: zipped(folder, "a.zip", {"x\\..\\..\\a.csv": ROWS}), FileFormat),
        (lambda folder: zipped(folder, "a.zip", {"inner.zip": ROWS}), FileFormat),
        (lambda folder: zipped(folder, "a.zip", {"a.csv": b"0" * 50_000_000}), FileTooLarge),
        (lambda folder: zipped(folder, "a.zip", {f"{number}.csv": ROWS for number in range(1_001)}), FileTooLarge),
        (lambda folder: zipped(folder, "a.zip", {}), FileFormat),
        (linked, FileFormat),
        (overlapping, FileFormat),
        (lambda folder: written(folder, "a.zip", b"no archive"), FileFormat),
    ],
)
def test_hostile_archives_are_refused(tmp_path: Path, make: Callable[[Path], Path], refusal: type[Exception]) -> None:
    """Paths outside, links, nests, bombs by ratio, by number and by overlap, and what is no archive."""
    with pytest.raises(refusal):
        rows_of(make(tmp_path), Format.CSV)


def test_a_member_that_lies_about_its_size_gives_no_more(tmp_path: Path) -> None:
    """A directory that says 100 bytes yields a broken archive, not the gigabyte that is there."""
    path = zipped(tmp_path, "a.zip", {"a.csv": ROWS + b"x,1\n" * 1_000_000})
    raw = bytearray(path.read_bytes())
    entry = raw.rindex(b"PK\x01\x02")
    raw[entry + 24 : entry + 28] = struct.pack("<L", 100)
    path.write_bytes(bytes(raw))

    with pytest.raises(FileFormat):
        rows_of(path, Format.CSV)


def test_an_archive_is_of_its_source_or_refused() -> None:
    """A source takes an archive of what it takes otherwise, all of one kind."""
    source = source_of("terminated_cases")
    with pytest.raises(FileFormat):
        source.layout_of(Path("missing.zip"))


# ----------------------------------------------------------------------------------------------------- workbooks


def test_what_a_spreadsheet_did_to_a_value_is_a_fault(tmp_path: Path) -> None:
    """Formulas, errors and numbers over fifteen digits: the value is the program's, not the sender's."""
    content = workbook("表", [[Cell("姓名"), Cell("案号")], [Cell("甲"), Cell("1")]])
    cells = (
        '<c r="A3" t="str"><f>1+1</f><v>2</v></c><c r="B3"><v>1</v></c>',
        '<c r="A4" t="e"><v>#REF!</v></c><c r="B4"><v>1</v></c>',
        '<c r="A5"><v>3.3021119900307E+17</v></c><c r="B5"><v>1</v></c>',
        '<c r="A6"><v>2.5</v></c><c r="C6"><v>1</v></c>',
        '<c r="A7" t="b"><v>1</v></c><c r="B7"><v>0.30000000000000004</v></c>',
    )
    more = "".join(f'<row r="{number}">{row}</row>' for number, row in enumerate(cells, 3))
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            new.writestr(name, text.replace("</sheetData>", more + "</sheetData>"))

    assert faults_of(path, Format.XLSX) == [
        None, "FORMULA_CELL", "CELL_ERROR", "NUMBER_ROUNDED", "CELLS_TOO_MANY", None,
    ]  # fmt: skip
    assert [row["姓名"] for row in rows_of(path, Format.XLSX)][-1] == "TRUE"


def test_a_workbook_is_read_as_openpyxl_reads_it(tmp_path: Path) -> None:
    """Shared texts, dates, times, gaps and phonetic hints of a file that another library wrote."""
    import datetime as dt

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["姓名", "案号"])
    sheet.append(["甲", dt.date(2024, 2, 29)])
    sheet.append(["甲", dt.datetime(2024, 2, 29, 13, 5, 7)])  # noqa: DTZ001
    sheet.append([None, 7.5])
    sheet.append(["乙", 1234567])
    book.save(tmp_path / "a.xlsx")

    assert [(row["姓名"], row["案号"]) for row in rows_of(tmp_path / "a.xlsx", Format.XLSX)] == [
        ("甲", "2024-02-29"), ("甲", "2024-02-29 13:05:07"), (None, "7.5"), ("乙", "1234567"),
    ]  # fmt: skip
