"""The sender's side: no database, no vault, only the list and the key of its source."""

from __future__ import annotations

import datetime
import json
import secrets
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from loaders.prepare import Delivery
from loaders.read import read_file
from loaders.reconcile.cells import CELLS, Cells, distinct
from loaders.reconcile.key import RowKey
from loaders.reconcile.papers import Digest
from loaders.row_hash import RowHasher

_HASH = "#hash"


def digest_of(path: Path, key: RowKey, size: int = CELLS) -> Digest:
    """The digest of a whole list. Raises what reading it raises, and DigestUnusable for a key that does not fit."""
    made_at = datetime.datetime.now(datetime.UTC)
    parts = [frame[_HASH] for frame in _hashed(path, key)]
    hashes = distinct(parts)
    rows = sum(len(part) - part.null_count() for part in parts)
    return Digest(path.name, rows, len(hashes), made_at, Cells.of(hashes, size))


def write_rows(path: Path, key: RowKey, wanted: set[int], out: Path) -> int:
    """Write the wanted rows of a list, each once, one JSON object a line; how many there are.

    Cells stand as they were read and columns that the hub ignores are left out, so each row has its hash again.
    """
    left = set(wanted)
    with out.open("w", encoding="utf-8", newline="") as stream:
        stream.write(blank_of_its_own())
        for frame in _hashed(path, key):
            found = frame.filter(pl.col(_HASH).is_in(list(left))).unique(_HASH, keep="first", maintain_order=True)
            left -= set(found[_HASH])
            names = [name for name in key.columns if name in found.columns]
            for row in found.select(names).iter_rows(named=True):
                stream.write(json.dumps(row, ensure_ascii=False) + "\n")
    return len(wanted) - len(left)


def blank_of_its_own() -> str:
    """A blank line unlike any other, with which rows that are sent once more make a delivery of their own.

    A file that was merged before changes nothing, and the same rows may be lacking a second time.
    """
    return "".join(" \t"[bit] for byte in secrets.token_bytes(12) for bit in map(int, f"{byte:08b}")) + "\n"


def _hashed(path: Path, key: RowKey) -> Iterator[pl.DataFrame]:
    """The rows of the list in chunks, each with its hash; null where it could not be read as a row."""
    delivery = Delivery.of(key.source, path)
    source = delivery.source
    key.fits(source, path.name)
    hasher = RowHasher(source, key)
    for chunk in read_file(path, source.layout_of(path), delivery.facts, source.known_keys()):
        yield chunk.frame.with_columns(pl.Series(_HASH, hasher.hashes(chunk.frame), dtype=pl.Int64))
