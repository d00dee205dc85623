"""CSV: one heading, quoted cells that may span lines; what is not well-formed costs its row, never its neighbours."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator

from hub.errors import FileFormat
from loaders.read_chunk import MAX_CELL, Chunk, Sheet
from loaders.read_member import Member
from loaders.read_record import BLANK, EMPTY, key_of
from loaders.read_text import Lines


def csv_chunks(member: Member, encoding: str) -> Iterator[Chunk]:
    """Chunks of a CSV file; a record may span lines, its row number is that of the record after the heading."""
    csv.field_size_limit(MAX_CELL)
    with member.open() as stream:
        lines = Lines(stream, encoding)
        reader = csv.reader(lines, strict=True)
        keys = _heading(member, lines, reader)
        sheet = Sheet(keys, member.prefix)
        for number, (cells, fault) in enumerate(_rows(lines, reader), 1):
            _add(sheet, lines, number, cells, fault or _ragged(cells, len(keys)))
            if sheet.is_full:
                yield from sheet.take()
        yield from sheet.take()


def _heading(member: Member, lines: Lines, reader: Iterator[list[str]]) -> list[str]:
    name = member.path.name
    try:
        lines.begin()
        heading = next(reader, None)
    except csv.Error as fault:
        raise FileFormat(file=name, reason="its heading is broken", reason_zh="表头行损坏") from fault
    if lines.fault or any("\0" in cell for cell in heading or ()):
        raise FileFormat(
            file=name,
            reason="its heading holds control characters or has no end",
            reason_zh="表头行含控制字符或没有结尾",
        )
    if not heading or not any(cell.strip() for cell in heading):
        raise FileFormat(file=name, reason="there is no heading row", reason_zh="没有表头行")
    keys = [key_of(cell) for cell in heading]
    refuse_doubled(name, keys)
    return keys


def refuse_doubled(name: str, keys: list[str]) -> None:
    """Refuse headings that cannot be told apart (FileFormat)."""
    doubled = {key for key in keys if key and keys.count(key) > 1}
    if doubled:
        names = ", ".join(sorted(doubled))
        raise FileFormat(file=name, reason=f"heading twice: {names}", reason_zh=f"表头重复：{names}")


def _rows(lines: Lines, reader: Iterator[list[str]]) -> Iterator[tuple[list[str], str | None]]:
    """The cells of each record and the fault of its text; lines without any character are no records."""
    while True:
        lines.begin()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield [], lines.fault or ("CELL_TOO_LONG" if "limit" in str(error) else "QUOTE_BROKEN")
            continue
        if cells:
            yield cells, lines.fault


def _ragged(cells: list[str], width: int) -> str | None:
    if not cells[0].strip() and BLANK.fullmatch("".join(cells)):
        return EMPTY
    if len(cells) > width and any(cells[width:]):
        return "CELLS_TOO_MANY"
    return "CELLS_TOO_FEW" if len(cells) < width else None


def _add(sheet: Sheet, lines: Lines, number: int, cells: list[str], fault: str | None) -> None:
    if fault is None:
        size = len(lines.taken[0]) if len(lines.taken) == 1 else sum(map(len, lines.taken))
        sheet.add(number, lines.start, cells[: sheet.width], size)
    else:
        sheet.add_faulty(number, lines.start, fault, None if fault == EMPTY else _raw(lines, cells), cells)


def _raw(lines: Lines, cells: list[str]) -> str:
    """All that was read of a record that is no row of this table."""
    return json.dumps(cells, ensure_ascii=False) if cells else "".join(lines.taken).rstrip("\r\n")
