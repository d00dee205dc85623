"""Workbooks: the first sheet with a heading row that the source knows; title lines above it are passed over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from hub.errors import FileFormat
from loaders.read_record import BLANK, EMPTY, Record, key_of

#: rows searched for the heading
_HEADING_DEPTH = 20


def xlsx_records(path: Path, known: frozenset[str]) -> Iterator[Record]:
    """Records of the first sheet whose heading row names at least half known columns."""
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        for name in workbook.sheet_names:
            rows = workbook.get_sheet_by_name(name).iter_rows()
            keys = _heading(rows, known)
            if keys:
                yield from _sheet_records(name, keys, rows)
                return
    except CalamineError as fault:
        raise FileFormat(file=path.name, reason="it is not a workbook", reason_zh="不是有效的工作簿") from fault
    raise FileFormat(file=path.name, reason="there is no heading row", reason_zh="没有表头行")


def _heading(rows: Iterator[list[Any]], known: frozenset[str]) -> list[str] | None:
    for _, row in zip(range(_HEADING_DEPTH), rows, strict=False):
        keys = [key_of(_cell_text(cell) or "") for cell in row]
        filled = [key for key in keys if key]
        if len(filled) > 1 and sum(key in known for key in filled) * 2 >= len(filled):
            return keys
    return None


def _sheet_records(sheet: str, keys: list[str], rows: Iterator[list[Any]]) -> Iterator[Record]:
    for number, row in enumerate(rows, 1):
        texts = [_cell_text(cell) for cell in row]
        fault = "CELLS_TOO_MANY" if any(text for text, key in zip(texts, keys, strict=False) if not key) else None
        if all(text is None or BLANK.fullmatch(text) for text in texts):
            fault = EMPTY
        cells = {key: text for key, text in zip(keys, texts, strict=False) if key}
        yield Record(number, f"{sheet} row {number}", cells, fault, None)


def _cell_text(cell: Any) -> str | None:
    """A cell as text: dates in ISO form, whole numbers without a decimal point."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ") if cell.time() != dt.time() else cell.date().isoformat()
    if isinstance(cell, (dt.date, dt.time)):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
