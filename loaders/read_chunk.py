"""Records → bounded frames of text columns, with the caps that hold for every layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from loaders.read_record import FAULT, OFFSET, POINTER, RAW, RESERVED, ROW, Record

#: records of one chunk: bounds memory while keeping polars and COPY busy
CHUNK_ROWS = 10_000
#: characters of one chunk: rows may be long
CHUNK_SIZE = 8_000_000
#: one cell, in bytes of UTF-8; a longer one is a fault of its row
MAX_CELL = 65_536
#: `=…`, and a sign before a call, a pipe (DDE) or a sheet: nothing of the kind begins a word of a credit record
_FORMULA = r"^\s*(?:[=＝]|[-+@＋－＠][\s\w.]*[(|!（])"
_LITERAL = r'^\s*="([^"=]*)"\s*$'


@dataclass(frozen=True)
class Chunk:
    """Some consecutive records: text columns by key, plus the columns `read_record.RESERVED`."""

    frame: pl.DataFrame


class Sheet:
    """Rows of cells under one heading, gathered until a chunk is full."""

    def __init__(self, keys: Sequence[str], prefix: str) -> None:
        self._keys, self._prefix = list(keys), prefix
        #: cells of a row
        self.width = len(self._keys)
        self._clear()

    def _clear(self) -> None:
        self._rows: list[Sequence[str | None]] = []
        self._marks: list[tuple[int, int | None, str | None, str | None]] = []
        self._size = 0

    def add(self, number: int, offset: int | None, cells: Sequence[str | None], size: int = 0) -> None:
        """Take a row of as many cells as there are keys; `size` is about the characters of its text."""
        self._rows.append(cells)
        self._marks.append((number, offset, None, None))
        self._size += size

    def add_faulty(
        self, number: int, offset: int | None, fault: str, raw: str | None, cells: Sequence[str | None] = ()
    ) -> None:
        """Take a row that cannot be split into its cells; those it has stand under the first headings."""
        self._rows.append([*cells[: self.width], *[None] * (self.width - len(cells))])
        self._marks.append((number, offset, fault, raw))
        self._size += len(raw or "")

    @property
    def is_full(self) -> bool:
        """Whether a chunk should be taken."""
        return len(self._rows) >= CHUNK_ROWS or self._size >= CHUNK_SIZE

    def take(self) -> Iterator[Chunk]:
        """What has been gathered, if anything, as one chunk."""
        if not self._rows:
            return
        numbers, offsets, faults, raws = zip(*self._marks, strict=True)
        columns = {
            ROW: pl.Series(numbers, dtype=pl.Int64),
            FAULT: pl.Series(faults, dtype=pl.String),
            RAW: pl.Series(raws, dtype=pl.String),
            OFFSET: pl.Series(offsets, dtype=pl.Int64),
        }
        for key, cells in zip(self._keys, zip(*self._rows, strict=True), strict=True):
            if key:  # what stands under an empty heading is empty, or a fault of its row
                columns[key] = pl.Series(cells, dtype=pl.String)
        frame = pl.DataFrame(columns).with_columns(pl.format(f"{_escaped(self._prefix)}row {{}}", ROW).alias(POINTER))
        self._clear()
        yield finished(without_formulas(frame))


def record_chunks(records: Iterator[Record]) -> Iterator[Chunk]:
    """Chunks of records that each have keys of their own."""
    batch: list[Record] = []
    size = 0
    for record in records:
        batch.append(record)
        size += len(record.raw or "") + sum(len(text) for text in record.cells.values() if text)
        if len(batch) >= CHUNK_ROWS or size >= CHUNK_SIZE:
            yield finished(_frame(batch))
            batch, size = [], 0
    if batch:
        yield finished(_frame(batch))


def _frame(records: list[Record]) -> pl.DataFrame:
    """A frame with the union of the keys of these records; a key that a record lacks is null there."""
    keys = dict.fromkeys(key for record in records for key in record.cells)
    columns: dict[str, pl.Series] = {
        ROW: pl.Series([record.number for record in records], dtype=pl.Int64),
        POINTER: pl.Series([record.pointer for record in records], dtype=pl.String),
        FAULT: pl.Series([record.fault for record in records], dtype=pl.String),
        RAW: pl.Series([record.raw for record in records], dtype=pl.String),
        OFFSET: pl.Series([record.offset for record in records], dtype=pl.Int64),
    }
    for key in keys:
        columns[key] = pl.Series([record.cells.get(key) for record in records], dtype=pl.String)
    return pl.DataFrame(columns)


def finished(frame: pl.DataFrame) -> Chunk:
    """The chunk of a frame; a cell over the cap is a fault of its row."""
    cells = [name for name in frame.columns if name not in RESERVED]
    if not cells:
        return Chunk(frame)
    longest = pl.max_horizontal(pl.col(name).str.len_bytes().fill_null(0) for name in cells)
    fault = pl.when(pl.col(FAULT).is_null() & (longest > MAX_CELL)).then(pl.lit("CELL_TOO_LONG")).otherwise(FAULT)
    return Chunk(frame.with_columns(fault.alias(FAULT)))


def without_formulas(frame: pl.DataFrame) -> pl.DataFrame:
    """Cells of text that a spreadsheet would run are a fault of their row; `="330…"`, the usual way to keep a long
    number whole, is the number.
    """
    cells = [name for name in frame.columns if name not in RESERVED]
    suspect = frame.select(pl.col(name).str.contains(_FORMULA).any() for name in cells).row(0)
    found = [name for name, is_suspect in zip(cells, suspect, strict=True) if is_suspect]
    if not found:
        return frame
    frame = frame.with_columns(pl.col(name).str.replace(_LITERAL, "$1") for name in found)
    live = pl.any_horizontal(pl.col(name).str.contains(_FORMULA).fill_null(False) for name in found)
    fault = pl.when(pl.col(FAULT).is_null() & live).then(pl.lit("FORMULA_CELL")).otherwise(FAULT)
    return frame.with_columns(fault.alias(FAULT))


def _escaped(text: str) -> str:
    return text.replace("{", "").replace("}", "")
