"""A delivery on its way to staging: read and hashed in one thread, recognised and cleaned in the next.

polars and the wait for PostgreSQL leave the GIL, so both overlap COPY and merge. Queues are short: memory holds a few
chunks, never a file. A row whose hash is known is dropped before it is cleaned; what remains of it is its number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import polars as pl

from hub.errors import FileMissing
from hub.vault import Vault
from loaders.ahead import Ahead
from loaders.clean import CleanChunk, Cleaning
from loaders.cleaners import Context
from loaders.merge_pieces import HASH
from loaders.read import Chunk, FileFacts, facts_of, read_file
from loaders.read_record import ROW
from loaders.row_hash import RowHasher
from loaders.source import Source, source_of

#: which of these hashes are of rows that stand merged as they are
Probe = Callable[[Sequence[int]], set[int]]


@dataclass(frozen=True)
class Delivery:
    """One file of one source, as it was handed in."""

    source: Source
    path: Path
    #: FULL or DELTA
    mode: str
    facts: FileFacts

    @classmethod
    def of(cls, source_name: str, path: Path, mode: str | None = None) -> Delivery:
        """Look at the file; raises SourceUnknown, FileMissing, FileTooLarge, FileEncoding or FileFormat."""
        source = source_of(source_name)
        if not path.is_file():
            raise FileMissing(file=path.name)
        return cls(source, path, mode or source.mode, facts_of(path, source.layout_of(path)))


class Part(NamedTuple):
    """What became of one chunk."""

    #: number of its last record
    last_row: int
    #: the cleaned rows, each with the hash of its source row
    clean: CleanChunk
    #: (hash, row number) of the rows that were recognised; they are counted in `clean` as read and accepted
    known: list[tuple[int, int]]
    #: mapped columns that the chunk has, as the source calls them
    columns: frozenset[str]
    #: row number → hash, of the rows that are set aside
    rejected: Mapping[int, int | None]


class _Hashed(NamedTuple):
    frame: pl.DataFrame
    hashes: pl.Series


class Prepared:
    """The parts of one delivery, produced ahead of their use."""

    def __init__(
        self, delivery: Delivery, context: Context, vault: Vault, probe: Probe | None = None, after: int = 0
    ) -> None:
        """`after` is the number of the last record that is staged already."""
        self._source, name = delivery.source, delivery.path.name
        source = delivery.source
        self._hasher, self._probe = RowHasher(source, vault), probe
        self._cleaning = Cleaning(delivery.path, source, context, vault)
        self._reading = Ahead(self._read(delivery, after), f"read {name}", depth=1)
        self._cleaned = Ahead(self._clean(), f"clean {name}")

    def __iter__(self) -> Iterator[Part]:
        """The parts in the order of the file; a fault of the reader is raised where it happened."""
        return iter(self._cleaned)

    def close(self) -> None:
        """Stop the threads, whether or not everything was taken."""
        self._reading.close()
        self._cleaned.close()

    def _read(self, delivery: Delivery, after: int) -> Iterator[_Hashed]:
        source, path = delivery.source, delivery.path
        for chunk in read_file(path, source.layout_of(path), delivery.facts, source.known_keys()):
            frame = chunk.frame
            if after:
                self._cleaning.pass_over(Chunk(frame.filter(pl.col(ROW) <= after)))
                frame = frame.filter(pl.col(ROW) > after)
            if len(frame):
                yield _Hashed(frame, pl.Series(HASH, self._hasher.hashes(frame), dtype=pl.Int64))

    def _clean(self) -> Iterator[Part]:
        for frame, hashes in self._reading:
            known = self._known(hashes)
            new = frame.filter(~known)
            clean = self._cleaning.clean(Chunk(new))
            recognised = list(zip(hashes.filter(known), frame[ROW].filter(known), strict=True))
            counted = _numbered(clean, new[ROW], hashes.filter(~known))._replace(
                read=clean.read + len(recognised), accepted=clean.accepted + len(recognised)
            )
            rejected = _rejected(clean, new[ROW], hashes.filter(~known))
            yield Part(int(frame[ROW][-1]), counted, recognised, _present(self._source, frame), rejected)

    def _known(self, hashes: pl.Series) -> pl.Series:
        asked = hashes.drop_nulls().to_list()
        found = self._probe(asked) if self._probe and asked else set()
        return pl.Series([one in found for one in hashes] if found else [False] * len(hashes), dtype=pl.Boolean)


def cleaned_again(delivery: Delivery, rows: Iterable[Chunk], context: Context, vault: Vault) -> Iterator[Part]:
    """Parts of rows that are at hand as they were read, e.g. those set aside."""
    hasher = RowHasher(delivery.source, vault)
    cleaning = Cleaning(delivery.path, delivery.source, context, vault, set_aside=True)
    for chunk in rows:
        hashes = pl.Series(HASH, hasher.hashes(chunk.frame), dtype=pl.Int64)
        clean = cleaning.clean(chunk)
        yield Part(int(chunk.frame[ROW][-1]), _numbered(clean, chunk.frame[ROW], hashes), [], frozenset(), {})


def _numbered(clean: CleanChunk, rows: pl.Series, hashes: pl.Series) -> CleanChunk:
    """The chunk with the hash of its source row beside each staging row."""
    numbers = pl.DataFrame({"row_no": rows, HASH: hashes})
    return clean._replace(rows=clean.rows.join(numbers, on="row_no", how="left", maintain_order="left"))


def _rejected(clean: CleanChunk, rows: pl.Series, hashes: pl.Series) -> dict[int, int | None]:
    wanted = {one.row_no for one in clean.rejects}
    return {row: number for row, number in zip(rows, hashes, strict=True) if row in wanted} if wanted else {}


def _present(source: Source, frame: pl.DataFrame) -> frozenset[str]:
    there = set(frame.columns)
    return frozenset(column.label for column in source.columns if column.clean and not there.isdisjoint(column.keys))
