"""Workbooks, streamed: the first sheet with a heading row that the source knows; titles above it are passed over.

Only the table of shared texts stands in memory, with a cap. What a spreadsheet computed, rounded or could not compute
is a fault of its row: a formula's stored result is whatever the sender's program left there, and a number of more than
fifteen digits has lost its last ones.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple, TypeVar

from hub.errors import FileFormat, FileTooLarge
from loaders.read_chunk import Chunk, Sheet
from loaders.read_csv import refuse_doubled
from loaders.read_guard import BROKEN, broken_archive
from loaders.read_member import Member
from loaders.read_record import BLANK, EMPTY, key_of
from loaders.read_xml import Parsing, local_name

#: rows searched for the heading
_HEADING_DEPTH = 20
_BLOCK = 1 << 16
#: characters of all shared texts together
_MAX_SHARED = 64_000_000
#: columns of a sheet (the format's own limit)
_MAX_COLUMNS = 16_384
#: texts of one row, in characters
_MAX_ROW = 1_000_000
_DATE_FORMATS = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DATE_SIGNS = re.compile(r"[ymdhsYMDHS]")
_PLACE = re.compile(r"([A-Z]{1,3})\d*")
_DAY_ZERO = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a civil date without a zone
_DAY_ZERO_1904 = dt.datetime(1904, 1, 1)  # noqa: DTZ001
#: from here on a spreadsheet's numbers are rounded
_EXACT = 10**15


_P = TypeVar("_P", bound=Parsing)


class _Row(NamedTuple):
    """The texts of a row by place, and its first fault."""

    cells: list[str | None]
    fault: str | None


class _Shared(Parsing):
    """The table of shared texts."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.texts: list[str] = []
        self._parts: list[str] = []
        self._size, self._in_text, self._phonetic = 0, False, False

    def on_start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local_name(tag)
        if name == "si":
            self._parts = []
        self._phonetic = self._phonetic or name == "rPh"
        self._in_text = name == "t" and not self._phonetic

    def on_text(self, text: str) -> None:
        if self._in_text:
            self._parts.append(text)
            self._size += len(text)
            if self._size > _MAX_SHARED:
                raise FileTooLarge(file=self._name, limit=_MAX_SHARED)

    def on_end(self, tag: str) -> None:
        name = local_name(tag)
        self._in_text = False
        if name == "rPh":
            self._phonetic = False
        if name == "si":
            self.texts.append("".join(self._parts))


class _Styles(Parsing):
    """Which cell formats show a date."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.dates: list[bool] = []
        self._own: dict[int, bool] = {}
        self._within = False

    def on_start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local_name(tag)
        if name == "numFmt":
            shown = _LITERAL.sub("", attributes.get("formatCode", ""))
            self._own[int(attributes.get("numFmtId", "0"))] = bool(_DATE_SIGNS.search(shown))
        if name == "cellXfs":
            self._within = True
        if name == "xf" and self._within:
            number = int(attributes.get("numFmtId", "0"))
            self.dates.append(self._own.get(number, number in _DATE_FORMATS))

    def on_end(self, tag: str) -> None:
        if local_name(tag) == "cellXfs":
            self._within = False


class _Book(Parsing):
    """Names and relations of the sheets, in order."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.sheets: list[tuple[str, str]] = []
        self.targets: dict[str, str] = {}
        self.day_zero = _DAY_ZERO

    def on_start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local_name(tag)
        if name == "sheet":
            relation = next((value for key, value in attributes.items() if local_name(key) == "id"), "")
            self.sheets.append((attributes.get("name", ""), relation))
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")
        if name == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            self.day_zero = _DAY_ZERO_1904


class _Cells(Parsing):
    """Rows of one sheet; `ready` holds those that are complete."""

    def __init__(self, name: str, texts: list[str], dates: list[bool], day_zero: dt.datetime) -> None:
        super().__init__(name)
        self.ready: list[_Row] = []
        self._texts, self._dates, self._day_zero = texts, dates, day_zero
        self._row: list[str | None] | None = None
        self._fault: str | None = None
        self._column, self._kind, self._style = 0, "n", 0
        self._value: list[str] = []
        self._taking, self._phonetic, self._size = False, False, 0

    def on_start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local_name(tag)
        if name == "row":
            self._row, self._fault, self._size, self._column = [], None, 0, -1
        elif name == "c" and self._row is not None:
            self._begin_cell(attributes)
        elif name == "f":
            self._fault = self._fault or "FORMULA_CELL"
        self._phonetic = self._phonetic or name == "rPh"
        self._taking = name in ("v", "t") and not self._phonetic and self._row is not None

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        found = _PLACE.match(attributes.get("r", ""))
        self._column = _number_of(found[1]) if found else self._column + 1
        if self._column >= _MAX_COLUMNS:
            raise self.refusal("it has too many columns", "列数过多")
        self._kind = attributes.get("t", "n")
        style = attributes.get("s", "0")
        self._style = int(style) if style.isdigit() else 0
        self._value = []

    def on_text(self, text: str) -> None:
        if self._taking:
            self._size += len(text)
            if self._size > _MAX_ROW:
                self._fault = self._fault or "LINE_TOO_LONG"
            else:
                self._value.append(text)

    def on_end(self, tag: str) -> None:
        name = local_name(tag)
        self._taking = False
        if name == "rPh":
            self._phonetic = False
        elif name == "c" and self._row is not None:
            self._end_cell(self._row)
        elif name == "row" and self._row is not None:
            self.ready.append(_Row(self._row, self._fault))
            self._row = None

    def _end_cell(self, row: list[str | None]) -> None:
        text = self._text_of("".join(self._value))
        if text is not None:
            row.extend([None] * (self._column + 1 - len(row)))
            row[self._column] = text

    def _text_of(self, value: str) -> str | None:
        if value == "":
            return None
        match self._kind:
            case "s":
                return self._shared(value)
            case "b":
                return "TRUE" if value == "1" else "FALSE"
            case "e":
                self._fault = self._fault or "CELL_ERROR"
                return value
            case "inlineStr" | "str" | "d":
                return value
            case _:
                return self._number(value)

    def _shared(self, value: str) -> str:
        if not value.isdigit() or int(value) >= len(self._texts):
            raise self.refusal("it names a text that it does not hold", "引用了不存在的共享文本")
        return self._texts[int(value)]

    def _number(self, value: str) -> str:
        try:
            number = float(value)
        except ValueError:
            raise self.refusal("a number cannot be read", "数值无法识别") from None
        if self._style < len(self._dates) and self._dates[self._style] and 0 <= number < 2_958_466:
            return _date_of(number, self._day_zero)
        if abs(number) >= _EXACT:
            self._fault = self._fault or "NUMBER_ROUNDED"
            return value
        return str(int(number)) if number.is_integer() else repr(number)


def xlsx_chunks(member: Member, known: frozenset[str]) -> Iterator[Chunk]:
    """Chunks of the first sheet whose heading row names at least half known columns."""
    path = member.path
    try:
        with zipfile.ZipFile(path) as archive:
            book = _part(archive, "xl/workbook.xml", _Book(path.name))
            targets = _part(archive, "xl/_rels/workbook.xml.rels", _Book(path.name)).targets
            texts = _part(archive, "xl/sharedStrings.xml", _Shared(path.name)).texts
            dates = _part(archive, "xl/styles.xml", _Styles(path.name)).dates
            for title, relation in book.sheets:
                part = _part_name(targets.get(relation, ""))
                if part not in archive.namelist():
                    continue
                rows = _rows(archive, part, _Cells(path.name, texts, dates, book.day_zero))
                keys = _heading(rows, known)
                if keys:
                    refuse_doubled(path.name, keys)
                    yield from _sheet_chunks(title, keys, rows)
                    return
    except BROKEN as fault:
        raise broken_archive(path) from fault
    raise FileFormat(file=path.name, reason="there is no heading row", reason_zh="没有表头行")


def _part(archive: zipfile.ZipFile, name: str, parsing: _P) -> _P:
    """A small part of the workbook, read as a whole; nothing where it has none."""
    if name in archive.namelist():
        with archive.open(name) as content:
            while block := content.read(_BLOCK):
                parsing.feed(block)
            parsing.close()
    return parsing


def _part_name(target: str) -> str:
    """The member that a relation of the workbook means."""
    return target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl", target))


def _rows(archive: zipfile.ZipFile, part: str, cells: _Cells) -> Iterator[_Row]:
    with archive.open(part) as content:
        while block := content.read(_BLOCK):
            cells.feed(block)
            yield from cells.ready
            cells.ready.clear()
        cells.close()
        yield from cells.ready


def _heading(rows: Iterator[_Row], known: frozenset[str]) -> list[str] | None:
    for _, row in zip(range(_HEADING_DEPTH), rows, strict=False):
        keys = [key_of(text or "") for text in row.cells]
        filled = [key for key in keys if key]
        if len(filled) > 1 and sum(key in known for key in filled) * 2 >= len(filled):
            return keys
    return None


def _sheet_chunks(title: str, keys: list[str], rows: Iterator[_Row]) -> Iterator[Chunk]:
    sheet = Sheet(keys, f"{title} ")
    for number, row in enumerate(rows, 1):
        cells, fault = _under(keys, row)
        if fault:
            raw = None if fault == EMPTY else json.dumps(row.cells, ensure_ascii=False)
            sheet.add_faulty(number, None, fault, raw, cells)
        else:
            sheet.add(number, None, cells, sum(len(text) for text in cells if text))
        if sheet.is_full:
            yield from sheet.take()
    yield from sheet.take()


def _under(keys: list[str], row: _Row) -> tuple[list[str | None], str | None]:
    """The cells under the headings; a text under none is a fault."""
    cells = row.cells[: len(keys)] + [None] * (len(keys) - len(row.cells))
    if all(text is None or BLANK.fullmatch(text) for text in row.cells):
        return cells, EMPTY
    beside = [text for text, key in zip(cells, keys, strict=True) if not key] + row.cells[len(keys) :]
    return cells, row.fault or ("CELLS_TOO_MANY" if any(beside) else None)


def _number_of(letters: str) -> int:
    """0 for A, 26 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _date_of(number: float, day_zero: dt.datetime) -> str:
    """A spreadsheet's day number as ISO text; the time only where there is one."""
    moment = day_zero + dt.timedelta(seconds=round(number * 86_400))
    return moment.isoformat(" ") if moment.time() != dt.time() else moment.date().isoformat()
