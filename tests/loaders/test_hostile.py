"""Files made to hurt: each is refused with a sentence or costs its own rows, in bounded memory, and nothing else."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from hub.errors import FileEncoding, FileFormat
from loaders.read import CHUNK_ROWS, MAX_CELL, MAX_LINE, Format, facts_of, read_file
from loaders.read_record import FAULT, OFFSET, RAW
from loaders.source import source_of
from tests.loaders.reading import HEADING, KNOWN, faults_of, rows_of, written

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
