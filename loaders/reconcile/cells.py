"""The buckets of a digest: row hashes are put in, two digests are subtracted, differences come out."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import polars as pl

#: buckets that each hash falls into, one in every third of the table
_PLACES: Final = 3
#: about four in five differences for each bucket can be told apart; below a thousand of them 1 536 are plenty
CELLS: Final = 1536
MOST_CELLS: Final = 3 << 20
#: bytes of a bucket: xor of hashes, xor of their checks, count
_CELL: Final = struct.Struct(">QIi")
CELL: Final = _CELL.size
_WORD = (1 << 64) - 1
#: of splitmix64 (Steele, Lea, Flood 2014), which both sides compute alike
_FIRST, _SECOND = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
_PLACING, _CHECKING = 0x9E3779B97F4A7C15, 0xD1B54A32D192ED03
_FIELD: Final = 21


@dataclass
class Cells:
    """A table of buckets; its three columns are of equal length, a multiple of three."""

    xors: list[int]
    checks: list[int]
    counts: list[int]

    @classmethod
    def of(cls, hashes: pl.Series, size: int = CELLS) -> Cells:
        """The table of distinct hashes (Int64), about 0.3 µs a hash."""
        third = size // _PLACES
        word = hashes.cast(pl.Int64).reinterpret(signed=False).rename("word").to_frame()
        word = word.with_columns(
            _mixed(pl.col("word") ^ pl.lit(_PLACING, pl.UInt64)).alias("place"),
            (_mixed(pl.col("word") ^ pl.lit(_CHECKING, pl.UInt64)) // (1 << 32)).alias("check"),
        )
        cells = cls([0] * size, [0] * size, [0] * size)
        for number in range(_PLACES):
            place = (pl.col("place") // (1 << _FIELD * number)) % (1 << _FIELD) % third + number * third
            found = word.group_by(place.alias("cell")).agg(
                pl.col("word").bitwise_xor(), pl.col("check").bitwise_xor(), pl.len()
            )
            for cell, xor, check, count in found.iter_rows():
                cells.xors[cell], cells.checks[cell], cells.counts[cell] = xor, check, count
        return cells

    @classmethod
    def read(cls, content: bytes) -> Cells:
        """The table of these bytes; raises ValueError when they are none."""
        if not content or len(content) % (CELL * _PLACES):
            raise ValueError("no whole number of buckets")
        xors, checks, counts = zip(*_CELL.iter_unpack(content), strict=True)
        return cls([*xors], [*checks], [*counts])

    def write(self) -> bytes:
        """`CELL` bytes a bucket."""
        return b"".join(map(_CELL.pack, self.xors, self.checks, self.counts))

    def minus(self, other: Cells) -> Cells:
        """What is in one table and not in the other; both have the same size."""
        return Cells(
            [one ^ two for one, two in zip(self.xors, other.xors, strict=True)],
            [one ^ two for one, two in zip(self.checks, other.checks, strict=True)],
            [one - two for one, two in zip(self.counts, other.counts, strict=True)],
        )

    def apart(self) -> tuple[set[int], set[int]] | None:
        """(hashes that only the first table had, those that only the second had); None when there are too many.

        The table is used up. A bucket of several rows passes for one of a single row with a chance of 2⁻³².
        """
        size = len(self.xors)
        found: dict[int, set[int]] = {1: set(), -1: set()}
        waiting = list(range(size))
        while waiting:
            cell = waiting.pop()
            sign, word = self.counts[cell], self.xors[cell]
            if sign not in found or _check(word) != self.checks[cell] or word in found[sign]:
                continue
            found[sign].add(word)
            for place in _places(word, size):
                self.xors[place] ^= word
                self.checks[place] ^= _check(word)
                self.counts[place] -= sign
                waiting.append(place)
        if any(self.counts) or any(self.xors) or any(self.checks):
            return None
        return set(map(_signed, found[1])), set(map(_signed, found[-1]))


def larger(size: int) -> int:
    """The next size to try, eight times as large."""
    return min(size * 8, MOST_CELLS)


def distinct(parts: Iterable[pl.Series]) -> pl.Series:
    """All hashes of the parts, each once."""
    every = pl.concat([pl.Series("hash", [], dtype=pl.Int64), *(part.drop_nulls().rename("hash") for part in parts)])
    return every.unique()


def _mixed(word: pl.Expr) -> pl.Expr:
    """Every bit of a UInt64 spread over all of them; multiplication wraps."""
    for shift, factor in ((30, _FIRST), (27, _SECOND)):
        word = (word ^ (word // (1 << shift))) * pl.lit(factor, pl.UInt64)
    return word ^ (word // (1 << 31))


def _mix(word: int) -> int:
    """The same of one number."""
    for shift, factor in ((30, _FIRST), (27, _SECOND)):
        word = (word ^ (word >> shift)) * factor & _WORD
    return word ^ (word >> 31)


def _check(word: int) -> int:
    return _mix(word ^ _CHECKING) >> 32


def _places(word: int, size: int) -> list[int]:
    third, place = size // _PLACES, _mix(word ^ _PLACING)
    return [(place >> _FIELD * number) % (1 << _FIELD) % third + number * third for number in range(_PLACES)]


def _signed(word: int) -> int:
    return word - (1 << 64) if word >> 63 else word
