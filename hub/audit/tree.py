"""Merkle tree of RFC 6962, section 2.1, grown leaf by leaf: it keeps the roots of its complete sub-trees only."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Final

EMPTY: Final = sha256(b"").digest()


class Tree:
    """Leaves are added at the right; `peaks` are the roots of the complete sub-trees, the largest first."""

    def __init__(self, size: int = 0, peaks: Iterable[bytes] = ()) -> None:
        self.size = size
        self.peaks = list(peaks)
        if len(self.peaks) != size.bit_count():
            raise ValueError("a tree has one peak for each bit of its size")

    def add(self, leaf: bytes) -> None:
        """Add the data of one leaf."""
        node = sha256(b"\0" + leaf).digest()
        size = self.size
        while size & 1:
            node = sha256(b"\1" + self.peaks.pop() + node).digest()
            size >>= 1
        self.peaks.append(node)
        self.size += 1

    def root(self) -> bytes:
        """The hash of the whole tree."""
        if not self.peaks:
            return EMPTY
        *others, node = self.peaks
        for peak in reversed(others):
            node = sha256(b"\1" + peak + node).digest()
        return node
