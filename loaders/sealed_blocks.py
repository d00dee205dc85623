"""How a delivered file lies on the disk: blocks, each compressed and sealed for its place under the file's own key.

    length (4 bytes, big-endian) │ sealed block │ length │ sealed block │ …

Blocks may hold any number of bytes, so that a file that arrives in pieces is kept as it arrives.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from hub.vault import Box

#: kind under which the vault seals the keys of files
KIND = "stored_file"
#: bytes of a block before it is compressed, where they are at hand
BLOCK = 1 << 20
_LENGTH = 4
#: fastest: lists of courts shrink to a sixth, and a load has one core to spare at most
_LEVEL = 1


def sealed(box: Box, sha256: str, number: int, block: bytes) -> bytes:
    """One block as it is written: `number` counts from 0 within the file whose digest is `sha256`."""
    whole = box.seal(_place(sha256, number), zlib.compress(block, _LEVEL))
    return len(whole).to_bytes(_LENGTH, "big") + whole


def opened(stream: BinaryIO, sha256: str, box: Box) -> Iterator[bytes]:
    """The blocks of a file. Raises SealBroken, zlib.error."""
    number = 0
    while length := stream.read(_LENGTH):
        yield zlib.decompress(box.open(_place(sha256, number), stream.read(int.from_bytes(length, "big"))))
        number += 1


def _place(sha256: str, number: int) -> bytes:
    """What a block is sealed together with, so that none can be moved."""
    return f"{sha256} {number}".encode()
