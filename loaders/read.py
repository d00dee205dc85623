"""Files → bounded chunks of text columns, whatever the format; nothing is interpreted here, nothing is lost.

`facts_of` looks at a file as a whole — caps, digest, encoding — and `read_file` hands its streams, one or the members
of an archive, to one reader per format. Every reader yields chunks of at most `CHUNK_ROWS` records and about
`CHUNK_SIZE` characters. A record that cannot be read as a record (broken inner JSON, a line longer than allowed, more
cells than headings) stays in the stream with `#fault` set, so that the row accounts always add up.

Column names are *keys*: NFKC, without blanks, case-folded (`execCourtName` and `execCourtname` are one column).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import polars as pl

from hub.errors import FileEncoding, FileFormat, FileMissing
from loaders.read_chunk import CHUNK_ROWS, CHUNK_SIZE, MAX_CELL, Chunk, record_chunks
from loaders.read_csv import csv_chunks
from loaders.read_guard import check_size, check_zip
from loaders.read_json import court_records, json_array_records, ndjson_records
from loaders.read_member import Member, is_archive, members_of
from loaders.read_record import ROW, Record
from loaders.read_text import MAX_LINE, Utf8Check, blocks_of, check_gb18030
from loaders.read_xlsx import xlsx_chunks
from loaders.read_xml import declared_encoding, xml_records
from schema.free_text import starred

__all__ = ["CHUNK_ROWS", "CHUNK_SIZE", "MAX_CELL", "MAX_LINE", "Chunk", "FileFacts", "Format", "facts_of", "read_file"]

#: bytes at the beginning of a file that show what it declares
_HEAD = 1_024


class Format(StrEnum):
    """How the bytes of a source file are laid out."""

    CSV = "CSV"
    #: the court site's answer: an array with one object whose `result` rows carry the detail as JSON text
    COURT_JSON = "COURT_JSON"
    JSON = "JSON"
    NDJSON = "NDJSON"
    XLSX = "XLSX"
    #: exchange files: ROWDATA or ExchangeMessage, told apart by their root
    XML = "XML"


@dataclass(frozen=True)
class FileFacts:
    """What is known of a file before any row is looked at."""

    #: name without folders, kept in the batch
    name: str
    #: length in bytes
    size: int
    #: SHA-256 of the bytes, 32 bytes: the identity of a delivery
    sha256: bytes
    #: line ends in the text: about the number of records of a text file
    lines: int
    #: "utf-8-sig" or "gb18030" for text, None for XLSX
    encoding: str | None


_RECORDS: dict[Format, Callable[[Member, str], Iterator[Record]]] = {
    Format.COURT_JSON: court_records,
    Format.JSON: json_array_records,
    Format.NDJSON: ndjson_records,
    Format.XML: xml_records,
}


def facts_of(path: Path, layout: Format) -> FileFacts:
    """Size, digest and encoding.

    Raises FileMissing, FileTooLarge, FileFormat (an archive that breaks the caps) or FileEncoding.
    """
    if not path.is_file():
        raise FileMissing(file=path.name)
    check_size(path)
    if layout is Format.XLSX:
        check_zip(path)
    members = members_of(path)
    digest, check, lines = hashlib.sha256(), Utf8Check(), 0
    with path.open("rb") as stream:
        for block in blocks_of(stream):
            digest.update(block)
            if not is_archive(path) and layout is not Format.XLSX:
                check.take(block)
                lines += block.count(b"\n")
    if layout is Format.XLSX:
        return FileFacts(starred(path.name), path.stat().st_size, digest.digest(), 0, None)
    if is_archive(path):
        check, lines = _checked(members)
    check.end()
    encoding = _encoding_of(members, check, layout)
    return FileFacts(starred(path.name), path.stat().st_size, digest.digest(), lines, encoding)


def read_file(path: Path, layout: Format, facts: FileFacts, known: frozenset[str]) -> Iterator[Chunk]:
    """Chunks of the file; `known` are the keys the source declares, by which a heading row is recognised.

    Rows are numbered through all members of an archive; an offset counts within its member, unpacked.
    """
    encoding = facts.encoding or "utf-8-sig"
    before = 0
    for member in members_of(path):
        last = before
        for chunk in _chunks_of(member, layout, encoding, known):
            numbered = chunk.frame.with_columns(pl.col(ROW) + before) if before else chunk.frame
            last = numbered[ROW][-1]
            yield Chunk(numbered)
        before = last


def _chunks_of(member: Member, layout: Format, encoding: str, known: frozenset[str]) -> Iterator[Chunk]:
    if layout is Format.CSV:
        return csv_chunks(member, encoding)
    if layout is Format.XLSX:
        return xlsx_chunks(member, known)
    return record_chunks(_RECORDS[layout](member, encoding))


def _checked(members: list[Member]) -> tuple[Utf8Check, int]:
    """Whether all members are UTF-8, and their line ends."""
    check, lines = Utf8Check(), 0
    for member in members:
        with member.open() as stream:
            for block in blocks_of(stream):
                check.take(block)
                lines += block.count(b"\n")
    return check, lines


def _encoding_of(members: list[Member], check: Utf8Check, layout: Format) -> str:
    """What a file declares, strictly; else UTF-8 (with or without mark) if it decodes strictly, else strict GB18030.

    Never GBK, never a guess: what begins as UTF-8 and breaks is refused, and so is an archive of several encodings.
    """
    name = members[0].path.name if members else ""
    if not members:
        raise FileFormat(file=name, reason="the archive is empty", reason_zh="压缩包为空")
    declared = {_declared(member) if layout is Format.XML else None for member in members}
    if len(declared) > 1 or check.damaged or ("utf-8-sig" in declared and not check.holds):
        raise FileEncoding(file=name)
    if check.holds and "gb18030" not in declared:
        return "utf-8-sig"
    for member in members:
        with member.open() as stream:
            check_gb18030(blocks_of(stream), name)
    return "gb18030"


def _declared(member: Member) -> str | None:
    with member.open() as stream:
        return declared_encoding(stream.read(_HEAD), member.path.name)
