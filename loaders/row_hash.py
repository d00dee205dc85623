"""The hash of a source row: by it a row that was merged before is recognised without being cleaned.

Keyed, since a row holds ID numbers: whoever has the tables but not the key file cannot try out numbers against it. Only
the columns that the source maps are part of it, for ids of records change with every delivery. What a row means depends
on the mapping, too: after a change in how the source is read every row counts as new.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import struct
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final, Protocol

import polars as pl

from loaders.read_record import FAULT
from loaders.source import Source, folder_of

#: bytes of the keyed hash that are kept, as a signed integer: among a thousand million rows of one source a million
#: changed ones meet an equal hash with a chance of 1 : 18 000
_KEPT: Final = 8
_CELL, _ROW_END = "\x1e", "\x1f"
#: what decides, besides the folder of the source, what becomes of a cell
_CLEANING = (
    "clean.py", "double_publicity.py", "party.py", "people.py", "rules.py", "transport.py", "cleaners",
    "../schema/free_text.py", "../schema/identifiers.py", "../schema/names.py",
    "../schema/law/__init__.py", "../schema/law/grounds.csv",
)  # fmt: skip


class Blinding(Protocol):
    """Whoever has the key: the vault, or a sender to whom that of one source was given."""

    def blind_many(self, kind: str, values: Iterable[str | None]) -> list[bytes | None]:
        """Keyed hashes of texts; None stays None."""


class RowHasher:
    """Hashes the rows of one source."""

    def __init__(self, source: Source, blinding: Blinding) -> None:
        self._blinding, self._kind = blinding, kind_of(source)
        self._keys = columns_of(source)

    def hashes(self, frame: pl.DataFrame) -> list[int | None]:
        """One number for each row of a chunk; None for a row that could not be read as a row. About 3 µs a row."""
        present = [key for key in self._keys if key in frame.columns]
        if not present:
            return [None] * len(frame)
        cells = [pl.lit(key + _CELL) + pl.col(key) for key in present]
        text = pl.concat_str(cells, separator=_ROW_END, ignore_nulls=True)
        texts = frame.select(pl.when(pl.col(FAULT).is_null()).then(text).alias("text"))["text"].to_list()
        return [
            None if one is None else struct.unpack_from(">q", one[:_KEPT])[0]
            for one in self._blinding.blind_many(self._kind, texts)
        ]


def kind_of(source: Source) -> str:
    """The kind under which rows of a source are hashed."""
    return f"row {source.name} {mapping_of(source.name)}"


def columns_of(source: Source) -> tuple[str, ...]:
    """Keys of the columns that are part of the hash."""
    return tuple(sorted({key for column in source.columns if column.clean for key in column.keys}))


@cache
def mapping_of(name: str) -> str:
    """16 hex digits over everything that decides what a row of the source becomes."""
    here = Path(__file__).parent
    files = [*folder_of(name).glob("*.py"), *folder_of(name).glob("*.toml")]
    for part in _CLEANING:
        files += [*(here / part).glob("*.py"), *(here / part).glob("*.csv")] or [here / part]
    # its dictionaries decide what scrambled text is mended to
    digest = hashlib.sha256(importlib.metadata.version("opencc").encode())
    for path in sorted(files):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
