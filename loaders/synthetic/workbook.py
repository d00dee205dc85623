"""A small XLSX writer whose bytes depend on nothing but the rows: no clock, no compression, no library version."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple
from xml.sax.saxutils import escape

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: day 0 of spreadsheet dates as an ordinal (right from 1900-03-01 on)
_DAY_ZERO = date(1899, 12, 30).toordinal()


class Cell(NamedTuple):
    """One cell: text, or a number, or an ISO date stored as a real date."""

    text: str
    is_date: bool = False
    is_number: bool = False


def workbook(title: str, rows: Iterable[Sequence[Cell]]) -> bytes:
    """The file with one sheet; every row is kept, empty ones too."""
    sheet = "".join(_row(number, cells) for number, cells in enumerate(rows, 1))
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{escape(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")),
        "xl/styles.xml": _styles(),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    return _stored({name: _XML + text for name, text in parts.items()})


def _stored(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            archive.writestr(entry, text.encode())
    return buffer.getvalue()


def _row(number: int, cells: Sequence[Cell]) -> str:
    body = "".join(_cell(f"{_letters(column)}{number}", cell) for column, cell in enumerate(cells))
    return f'<row r="{number}">{body}</row>'


def _cell(place: str, cell: Cell) -> str:
    if cell.is_date and len(cell.text) == 10 and cell.text[4] == "-":
        return f'<c r="{place}" s="1"><v>{date.fromisoformat(cell.text).toordinal() - _DAY_ZERO}</v></c>'
    if cell.is_number and cell.text.replace(".", "", 1).isdigit():
        return f'<c r="{place}"><v>{cell.text}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(cell.text)}</t></is></c>'


def _letters(column: int) -> str:
    """A for 0; the sheets here have fewer than 26 columns."""
    return chr(ord("A") + column)


def _content_types() -> str:
    overrides = {
        "/xl/workbook.xml": "sheet.main+xml",
        "/xl/worksheets/sheet1.xml": "worksheet+xml",
        "/xl/styles.xml": "styles+xml",
    }
    body = "".join(f'<Override PartName="{part}" ContentType="{_TYPE}.{kind}"/>' for part, kind in overrides.items())
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{rels}{xml}{body}</Types>'


def _relations(*targets: tuple[str, str]) -> str:
    body = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{body}</Relationships>'


def _styles() -> str:
    """Two cell formats: general, and the built-in short date (14)."""
    return (
        f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )
