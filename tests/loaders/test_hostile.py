"""Files made to hurt: each is refused with a sentence or costs its own rows, in bounded memory, and nothing else."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from hub.errors import FileEncoding, FileFormat, FileTooLarge
from loaders.quarantine import REASONS
from loaders.read import CHUNK_ROWS, MAX_CELL, MAX_LINE, Format, facts_of, read_file
from loaders.read_record import FAULT, OFFSET, POINTER, RAW, ROW
from loaders.source import source_of
from loaders.synthetic.workbook import Cell, workbook

KNOWN = frozenset({"姓名", "案号"})
HEADING = "姓名,案号\n"


def rows_of(path: Path, layout: Format) -> list[dict[str, object]]:
    """All records of a file; every fault among them must have its sentences."""
    facts = facts_of(path, layout)
    rows = [row for chunk in read_file(path, layout, facts, KNOWN) for row in chunk.frame.to_dicts()]
    assert {row[FAULT] for row in rows} - {None, "EMPTY"} <= set(REASONS)
    return rows


def faults_of(path: Path, layout: Format) -> list[object]:
    """The fault of each record."""
    return [row[FAULT] for row in rows_of(path, layout)]


def written(folder: Path, name: str, content: bytes | str) -> Path:
    """A file of these bytes."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def zipped(folder: Path, name: str, members: dict[str, bytes]) -> Path:
    """An archive of these members."""
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return folder / name


# --------------------------------------------------------------------------------------------------------- text


def test_a_line_without_end_costs_one_row_and_no_memory(tmp_path: Path) -> None:
    """64 MB without a line end are passed by block by block; the row before and the row after are read."""
    path = tmp_path / "a.csv"
    with path.open("wb") as stream:
        stream.write(f"{HEADING}甲,1\n".encode())
        for _ in range(64):
            stream.write(b"x" * 1_000_000)
        stream.write("\n乙,2\n".encode())
    facts = facts_of(path, Format.CSV)

    tracemalloc.start()
    rows = [row for chunk in read_file(path, Format.CSV, facts, KNOWN) for row in chunk.frame.to_dicts()]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert [(row["姓名"], row[FAULT]) for row in rows if row[FAULT] is None] == [("甲", None), ("乙", None)]
    assert [row[FAULT] for row in rows] == [None, "LINE_TOO_LONG", None]
    assert peak < 16_000_000


@pytest.mark.parametrize(("extra", "fault"), [(0, None), (1, "CELL_TOO_LONG")])
def test_a_field_has_a_cap_in_bytes(tmp_path: Path, extra: int, fault: str | None) -> None:
    """64 KB of UTF-8 are a field, one byte more is a fault, also where the characters are three bytes each."""
    text = "长" * (MAX_CELL // 3) + "x" * (MAX_CELL % 3 + extra)

    assert faults_of(written(tmp_path, "a.csv", f"{HEADING}{text},1\n乙,2\n"), Format.CSV) == [fault, None]


def test_an_open_quotation_mark_ends_within_its_cap(tmp_path: Path) -> None:
    """A stray mark swallows no more than a field may hold, and what it swallowed is kept."""
    lines = "".join(f"乙{number},{number}\n" for number in range(20_000))
    rows = rows_of(written(tmp_path, "a.csv", f'{HEADING}"甲,1\n{lines}'), Format.CSV)

    assert rows[0][FAULT] == "CELL_TOO_LONG"
    assert str(rows[0][RAW]).startswith('"甲,1\n乙0,0\n')
    swallowed = str(rows[0][RAW]).count("\n")
    assert swallowed + len(rows) - 1 == 20_000
    assert {row[FAULT] for row in rows[1:]} == {None}


def test_text_behind_a_closing_mark_is_not_guessed_at(tmp_path: Path) -> None:
    """`"依"照"之"` would lose its marks silently; a file that ends within a field has lost more."""
    path = written(tmp_path, "a.csv", f'{HEADING}"依"照"之",1\n乙,2\n"丙,3')

    assert faults_of(path, Format.CSV) == ["QUOTE_BROKEN", None, "QUOTE_BROKEN"]


def test_a_carriage_return_alone_ends_no_line(tmp_path: Path) -> None:
    """It would cut one row into two that look right; quoted or not, it is a fault of its row."""
    path = written(tmp_path, "a.csv", b'a,b\n1,2\r3,4\n5,6\r\n"7\r8",9\n')

    assert faults_of(path, Format.CSV) == ["CARRIAGE_RETURN", None, "CARRIAGE_RETURN"]


def test_a_file_with_carriage_returns_only_is_refused(tmp_path: Path) -> None:
    """It would be one heading and no rows: an empty list, which is the one thing it is not."""
    with pytest.raises(FileFormat, match="control characters"):
        rows_of(written(tmp_path, "a.csv", b"a,b\r1,2\r3,4\r"), Format.CSV)


def test_a_byte_order_mark_in_the_middle_is_no_part_of_a_heading(tmp_path: Path) -> None:
    """Two files put together: the second heading is a decoy, and the marks are in no value."""
    from loaders.clean import Cleaning
    from tests.loaders.fixtures import VAULT, context_for

    sample = "agency_id,name,role\nA1,甲局,AP\n"
    path = written(tmp_path, "a.csv", f"\ufeff{sample}\ufeff{sample.replace('A1', 'A2')}")
    source = source_of("agencies")
    cleaning = Cleaning(path, source, context_for("agencies"), VAULT)
    facts = facts_of(path, Format.CSV)
    (chunk,) = read_file(path, Format.CSV, facts, source.known_keys())
    cleaned = cleaning.clean(chunk)

    assert (cleaned.read, cleaned.accepted, cleaned.ignored) == (3, 2, 1)
    assert cleaned.rows["agency.code"].to_list() == ["A1", "A2"]


def test_nul_is_a_fault_of_its_row_and_of_no_heading(tmp_path: Path) -> None:
    """UTF-16 without a mark decodes as UTF-8 full of NUL: refused by its heading."""
    with pytest.raises(FileFormat, match="control characters"):
        rows_of(written(tmp_path, "a.csv", "a,b\n1,2\n".encode("utf-16-le")), Format.CSV)


def test_damaged_utf8_is_not_read_as_gb18030(tmp_path: Path) -> None:
    """Cut in the middle of a character, UTF-8 often decodes as GB18030 into other characters."""
    text = f"{HEADING}{'张三李四王五赵六' * 3},1\n乙乙乙".encode()[:-1]

    text.decode("gb18030", "strict")  # it can be read so, and says nothing
    with pytest.raises(FileEncoding):
        facts_of(written(tmp_path, "a.csv", text), Format.CSV)
    with pytest.raises(FileEncoding):
        facts_of(written(tmp_path, "b.csv", b"\xef\xbb\xbfa,b\n\xb1\xe0,1\n"), Format.CSV)


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("=1+1", "FORMULA_CELL"),
        ("=cmd|' /C calc'!A0", "FORMULA_CELL"),
        ("＝SUM(A1)", "FORMULA_CELL"),
        ("@SUM(A1)", "FORMULA_CELL"),
        ("+cmd|x", "FORMULA_CELL"),
        ("-3", None),
        ("+8657400000000", None),
        ("-", None),
        ("- 支付本金", None),
        ("a=b", None),
    ],
)
def test_formulas_in_text_are_faults(tmp_path: Path, cell: str, fault: str | None) -> None:
    """What a spreadsheet would run is no value of a credit record; signs of numbers and dashes of lists are."""
    assert faults_of(written(tmp_path, "a.csv", f"{HEADING}{cell},1\n"), Format.CSV) == [fault]


def test_the_usual_trick_for_long_numbers_is_the_number(tmp_path: Path) -> None:
    """Programs write ="330211…" so that a spreadsheet does not round it."""
    rows = rows_of(written(tmp_path, "a.csv", f'{HEADING}="330211199003070010",1\n'), Format.CSV)

    assert [(row["姓名"], row[FAULT]) for row in rows] == [("330211199003070010", None)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_offsets_lead_to_the_rows(tmp_path: Path, encoding: str) -> None:
    """The bytes at a row's offset are the row, whatever the encoding, the line ends and the rows between."""
    content = "\r\n".join(["姓名,案号", "张䶮,1", '"李\n四",2', "", "王五,3", "赵六"]).encode(encoding)
    path = written(tmp_path, "a.csv", content)
    found = [content[int(str(row[OFFSET])) :].decode(encoding)[:3] for row in rows_of(path, Format.CSV)]

    assert found == ["张䶮,", '"李\n', "王五,", "赵六"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("layout", [Format.JSON, Format.COURT_JSON, Format.NDJSON])
def test_offsets_lead_to_the_objects(tmp_path: Path, encoding: str, layout: Format) -> None:
    """The bytes at an object's offset begin that object, over the borders of read blocks, too."""
    objects = [f'{{"姓名":"张䶮{number}","案号":"{"长" * (number % 90)}"}}' for number in range(3_000)]
    joined = {
        Format.JSON: "[" + ", ".join(objects) + "]",
        Format.COURT_JSON: '[{"totalSize":1,"result":[' + ",\n".join(objects) + "]}]",
        Format.NDJSON: "\n".join(objects),
    }[layout]
    content = joined.encode(encoding)
    rows = rows_of(written(tmp_path, "a.json", content), layout)

    for row, text in zip(rows, objects, strict=True):
        assert content[int(str(row[OFFSET])) :].startswith(text.encode(encoding.removesuffix("-sig")))


def test_chunks_are_bounded_by_rows_and_by_size(tmp_path: Path) -> None:
    """Long rows make small chunks: memory follows neither the file nor the row."""
    path = written(tmp_path, "a.csv", HEADING + f"{'长' * 20_000},1\n" * 1_000)
    sizes = [len(chunk.frame) for chunk in read_file(path, Format.CSV, facts_of(path, Format.CSV), KNOWN)]
    short = written(tmp_path, "b.csv", HEADING + "甲,1\n" * (CHUNK_ROWS + 1))

    assert max(sizes) <= 401
    assert sum(sizes) == 1_000
    assert [
        len(chunk.frame) for chunk in read_file(short, Format.CSV, facts_of(short, Format.CSV), KNOWN)
    ] == [CHUNK_ROWS, 1]  # fmt: skip


# --------------------------------------------------------------------------------------------------------- JSON


def test_a_key_twice_is_a_fault_of_its_object(tmp_path: Path) -> None:
    """Parsers keep the last value; which one the sender meant is nobody's to guess."""
    path = written(tmp_path, "a.ndjson", '{"a":1,"a":2}\n{"Name":1,"ｎａｍｅ":2}\n{"a":{"b":1,"b":2}}\n{"a":3}\n')

    assert faults_of(path, Format.NDJSON) == ["COLUMN_TWICE", "COLUMN_TWICE", None, None]


def test_lines_of_json_have_a_cap(tmp_path: Path) -> None:
    """A line over the cap costs itself."""
    path = written(tmp_path, "a.ndjson", '{"a":"%s"}\n{"a":"3"}\n' % ("x" * MAX_LINE))

    assert faults_of(path, Format.NDJSON) == ["LINE_TOO_LONG", None]


# ---------------------------------------------------------------------------------------------------------- XML

BILLION = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><ROWDATA><ROW><a>&b;</a></ROW></ROWDATA>'


@pytest.mark.parametrize(
    "content",
    [
        BILLION,
        '<!DOCTYPE r SYSTEM "file:///etc/passwd"><ROWDATA/>',
        '<!DOCTYPE r [<!ENTITY x SYSTEM "http://127.0.0.1:1/">]><ROWDATA><ROW><a>&x;</a></ROW></ROWDATA>',
        "<ROWDATA><ROW><a>&undeclared;</a></ROW></ROWDATA>",
        "<ROWDATA><ROW><a>1</a></ROW>",
        "<html><ROW/></html>",
        "<ROWDATA><LINE><a>1</a></LINE></ROWDATA>",
        "<ROWDATA><ROW><a>" + "<b>" * 100 + "</b>" * 100 + "</a></ROW></ROWDATA>",
        "<ROWDATA><ROW>" + "".join(f"<a{number}/>" for number in range(2_100)) + "</ROW></ROWDATA>",
        "<ROWDATA><ROW a='" + "x" * 3_000_000 + "'/></ROWDATA>",
        "",
    ],
)
def test_hostile_xml_is_refused(tmp_path: Path, content: str) -> None:
    """No document type, no entity of one's own, no other root, no depth, breadth or tag without end."""
    with pytest.raises(FileFormat):
        rows_of(written(tmp_path, "a.xml", content), Format.XML)


def test_rows_of_both_exchange_layouts(tmp_path: Path) -> None:
    """ROWDATA and ExchangeMessage, with attributes, CDATA and fields named by attribute."""
    rowdata = (
        '<ROWDATA><ROW op="d"><姓名>甲 &amp; 乙</姓名><案号><![CDATA[<1>]]></案号></ROW>'
        "<ROW><姓名>丙</姓名></ROW></ROWDATA>"
    )
    message = (
        '<?xml version="1.0" encoding="UTF-8"?><x:ExchangeMessage xmlns:x="u"><Header><sender>A</sender><fields>no'
        '</fields></Header><Body><fields><field name="姓名">甲</field><案号>1</案号></fields></Body>'
        "</x:ExchangeMessage>"
    )
    first = rows_of(written(tmp_path, "a.xml", rowdata), Format.XML)
    second = rows_of(written(tmp_path, "b.xml", message), Format.XML)

    assert [(row["姓名"], row["案号"], row["@op"]) for row in first] == [("甲 & 乙", "<1>", "d"), ("丙", None, None)]
    assert [(row["姓名"], row["案号"]) for row in second] == [("甲", "1")]
    assert [rowdata.encode()[int(str(row[OFFSET])) :][:4] for row in first] == [b"<ROW"] * 2


def test_odd_rows_of_xml_are_faults_of_their_own(tmp_path: Path) -> None:
    """Fields within fields, text between fields, a field twice, a field over the cap."""
    rows = ("<a><b>1</b></a>", "loose", "<a>1</a><A>2</A>", f"<a>{'x' * 70_000}</a>", "<a>1</a>")
    path = written(tmp_path, "a.xml", "<ROWDATA>" + "".join(f"<ROW>{row}</ROW>" for row in rows) + "</ROWDATA>")

    assert faults_of(path, Format.XML) == ["CELL_NESTED", "CELL_NESTED", "COLUMN_TWICE", "CELL_TOO_LONG", None]


@pytest.mark.parametrize(
    ("declared", "written_in", "read"),
    [("UTF-8", "utf-8", True), ("GB2312", "gb18030", True), ("gb18030", "gb18030", True),
     ("UTF-8", "gb18030", False), ("ISO-8859-1", "utf-8", False), ("UTF-16", "utf-8", False)],
)  # fmt: skip
def test_declared_encodings_are_strict(tmp_path: Path, declared: str, written_in: str, read: bool) -> None:
    """What a file declares is what it must be; GB2312 and GBK are read as the larger GB18030."""
    text = f'<?xml version="1.0" encoding="{declared}"?><ROWDATA><ROW><姓名>张䶮</姓名></ROW></ROWDATA>'
    path = written(tmp_path, "a.xml", text.encode(written_in))
    if read:
        assert [row["姓名"] for row in rows_of(path, Format.XML)] == ["张䶮"]
    else:
        with pytest.raises(FileEncoding):
            rows_of(path, Format.XML)


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
