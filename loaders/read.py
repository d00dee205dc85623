"""Files → bounded chunks of text columns, whatever the format; nothing is interpreted here, nothing is lost.

`read_file(path, shape)` checks the caps first (`guard`), then hands over to one reader per format. Every reader yields
`Chunk`s of at most `CHUNK_ROWS` records. A record that cannot be read as a record (broken inner JSON, a line longer
than allowed, more cells than headings) stays in the stream with `#fault` set, so that the row accounts always add up.

Column names are *keys*: NFKC, without blanks, case-folded (`execCourtName` and `execCourtname` are one column).
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import polars as pl

from hub.errors import FileEncoding, FileFormat, FileMissing
from loaders.read_guard import check_size, check_zip
from loaders.read_json import court_records, json_array_records, ndjson_records
from loaders.read_record import BLANK, EMPTY, FAULT, POINTER, RAW, ROW, Record, key_of
from loaders.read_xlsx import xlsx_records

#: records of one chunk: bounds memory (about 10 MB of text) while keeping polars and COPY busy
CHUNK_ROWS = 10_000
#: one physical line of a text file; a longer one is a fault of its row
MAX_LINE = 1_000_000
#: one cell, in characters; a longer one is a fault of its row
MAX_CELL = 65_536
_BLOCK = 1 << 20


class Format(StrEnum):
    """How the bytes of a source file are laid out."""

    CSV = "CSV"
    #: the court site's answer: an array with one object whose `result` rows carry the detail as JSON text
    COURT_JSON = "COURT_JSON"
    JSON = "JSON"
    NDJSON = "NDJSON"
    XLSX = "XLSX"


@dataclass(frozen=True)
class FileFacts:
    """What is known of a file before any row is looked at."""

    #: name without folders, kept in the batch
    name: str
    #: length in bytes
    size: int
    #: SHA-256 of the bytes, 32 bytes: the identity of a delivery
    sha256: bytes
    #: line ends in the bytes: about the number of records of a text file
    lines: int
    #: "utf-8-sig" or "gb18030" for text, None for XLSX
    encoding: str | None


@dataclass(frozen=True)
class Chunk:
    """Some consecutive records: text columns by key, plus `#row`, `#pointer`, `#fault` and `#raw`."""

    frame: pl.DataFrame


def facts_of(path: Path, layout: Format) -> FileFacts:
    """Size, digest and encoding in one pass over the bytes.

    Raises FileMissing, FileTooLarge, FileFormat (an archive that breaks the caps) or FileEncoding.
    """
    if not path.is_file():
        raise FileMissing(file=path.name)
    check_size(path)
    if layout is Format.XLSX:
        check_zip(path)
    digest, lines = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
            lines += block.count(b"\n")
    encoding = None if layout is Format.XLSX else _encoding_of(path)
    return FileFacts(path.name, path.stat().st_size, digest.digest(), 0 if encoding is None else lines, encoding)


def read_file(path: Path, layout: Format, facts: FileFacts, known: frozenset[str]) -> Iterator[Chunk]:
    """Chunks of the file; `known` are the keys the source declares, by which a heading row is recognised."""
    encoding = facts.encoding or "utf-8-sig"
    if layout is Format.CSV:
        records = _csv_records(path, encoding)
    elif layout is Format.XLSX:
        records = xlsx_records(path, known)
    elif layout is Format.NDJSON:
        records = ndjson_records(path, encoding)
    elif layout is Format.JSON:
        records = json_array_records(path, encoding)
    else:
        records = court_records(path, encoding)
    yield from _chunks(records)


def _encoding_of(path: Path) -> str:
    """UTF-8 (with or without BOM) if it decodes strictly, else GB18030, else refused; never GBK, never a guess."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            with path.open(encoding=encoding, errors="strict", newline="") as stream:
                while stream.read(_BLOCK):
                    pass
        except UnicodeDecodeError:
            continue
        return encoding
    raise FileEncoding(file=path.name)


def _csv_records(path: Path, encoding: str) -> Iterator[Record]:
    """Records of a CSV file; a record may span lines, its row number is that of the record after the heading."""
    csv.field_size_limit(MAX_LINE)
    with path.open(encoding=encoding, errors="strict", newline="") as stream:
        reader = csv.reader(_lines(stream))
        heading = next(reader, None)
        if not heading or not any(cell.strip() for cell in heading):
            raise FileFormat(file=path.name, reason="there is no heading row", reason_zh="没有表头行")
        keys = [key_of(cell) for cell in heading]
        _refuse_doubled(path, keys)
        yield from _csv_rows(reader, keys)


def _csv_rows(reader: Iterator[list[str]], keys: list[str]) -> Iterator[Record]:
    number = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            number += 1
            yield Record(number, f"row {number}", {}, "CELL_TOO_LONG", None)
            continue
        if cells:
            number += 1
            yield _csv_record(number, keys, cells)


def _csv_record(number: int, keys: list[str], cells: list[str]) -> Record:
    fault = None
    if all(BLANK.fullmatch(cell) for cell in cells):
        fault = EMPTY
    elif len(cells) > len(keys) and any(cells[len(keys) :]):
        fault = "CELLS_TOO_MANY"
    elif len(cells) < len(keys):
        fault = "CELLS_TOO_FEW"
    elif max(map(len, cells)) > MAX_CELL:
        fault = "CELL_TOO_LONG"
    return Record(number, f"row {number}", dict(zip(keys, cells, strict=False)), fault, None)


def _lines(stream: Iterable[str]) -> Iterator[str]:
    """Lines of a text stream, read with a cap so that a line without end cannot exhaust memory."""
    readline = stream.readline  # type: ignore[attr-defined]
    while line := readline(MAX_LINE):
        yield line


def _refuse_doubled(path: Path, keys: list[str]) -> None:
    doubled = {key for key in keys if key and keys.count(key) > 1}
    if doubled:
        names = ", ".join(sorted(doubled))
        raise FileFormat(file=path.name, reason=f"heading twice: {names}", reason_zh=f"表头重复：{names}")


def _chunks(records: Iterator[Record]) -> Iterator[Chunk]:
    batch: list[Record] = []
    for record in records:
        batch.append(record)
        if len(batch) == CHUNK_ROWS:
            yield _chunk(batch)
            batch = []
    if batch:
        yield _chunk(batch)


def _chunk(records: list[Record]) -> Chunk:
    """A frame with the union of the keys of these records; a key that a record lacks is null there."""
    keys = dict.fromkeys(key for record in records for key in record.cells)
    columns: dict[str, pl.Series] = {
        ROW: pl.Series([record.number for record in records], dtype=pl.Int64),
        POINTER: pl.Series([record.pointer for record in records], dtype=pl.String),
        FAULT: pl.Series([record.fault for record in records], dtype=pl.String),
        RAW: pl.Series([record.raw for record in records], dtype=pl.String),
    }
    for key in keys:
        columns[key] = pl.Series([record.cells.get(key) for record in records], dtype=pl.String)
    return Chunk(pl.DataFrame(columns))
