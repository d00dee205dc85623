"""Verification: an export, the checkpoints and a public key are enough to find what was done to the log, and where.

An export holds one JSON object to a line, of just `seq`, `at`, `content` and `hash` (hexadecimal), each once: two
programs must read the same out of it. Whoever holds the database can
rewrite every line and every hash after it, but not the checkpoints made before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final

from hub.audit.checkpoint import BEGINNING, Checkpoint
from hub.audit.tree import Tree
from hub.strict_json import read_object

#: findings after which there is no point in going on
MOST: Final = 100
_KINDS: Final = {"seq": int, "at": str, "content": str, "hash": str}
_HASH: Final = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True)
class Finding:
    """One fault: ORDER (an entry is missing, doubled, inserted or moved), HASH (an entry or its hash was altered),
    CHECKPOINT (entries since the checkpoint before were rewritten, hashes and all), TRUNCATED, MALFORMED (a line is no
    entry).
    """

    kind: str
    #: number of the first entry concerned
    seq: int


@dataclass
class Report:
    """What was found."""

    entries: int = 0
    #: number of the first entry that the export should hold
    first: int = 0
    #: entries that a checkpoint covers
    proved: int = 0
    findings: list[Finding] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found because nothing was proved: no entry of the export is under a checkpoint."""
        return not self.findings and self.proved <= self.first


def entry_hash(before: bytes, seq: int, at: str, content: str) -> bytes:
    """The hash of an entry, 32 bytes."""
    return sha256(b"\0" + before + f"{seq}\n{at}\n{content}".encode()).digest()


def verify(lines: Iterable[str], checkpoints: Sequence[Checkpoint], first: int = 0) -> Report:
    """Check an export against checkpoints, which were opened with the public key.

    `first` is where the export must begin: where older entries were dropped on purpose, which a checkpoint has to
    cover. Raises ValueError where none does.
    """
    walk = _Walk({one.size: one for one in checkpoints}, first)
    for line in lines:
        walk.take(_read(line))
        if len(walk.report.findings) >= MOST:
            return walk.report
    last = max((one.size for one in checkpoints), default=0)
    if walk.expected < last:
        walk.report.findings.append(Finding("TRUNCATED", walk.expected))
    return walk.report


class _Walk:
    """The chain and the tree as they grow with the export."""

    def __init__(self, by_size: Mapping[int, Checkpoint], first: int) -> None:
        self.report = Report(first=first, proved=first)
        self.expected = first
        self._by_size = by_size
        self._tree, self._chain = Tree(), BEGINNING
        if first and first not in by_size:
            raise ValueError(f"no checkpoint at {first}")
        if first:
            self._tree, self._chain = by_size[first].tree(), by_size[first].chain
        #: findings when a checkpoint was last met; a later one is judged only if nothing was found in between
        self._known = 0

    def take(self, entry: dict[str, Any] | None) -> None:
        """Go on by one entry."""
        if entry is None:
            self._find("MALFORMED", self.expected)
            return
        seq = entry["seq"]
        gap = seq != self.expected
        if gap:
            self._find("ORDER", min(seq, self.expected))
        wanted = entry_hash(self._chain, seq, entry["at"], entry["content"]).hex()
        if wanted != entry["hash"] and not gap:
            self._find("HASH", seq)
        self._chain = bytes.fromhex(entry["hash"])
        self._tree.add(self._chain)
        self.report.entries += 1
        self.expected = seq + 1
        if self.expected in self._by_size:
            self._compare(self._by_size[self.expected])

    def _compare(self, checkpoint: Checkpoint) -> None:
        same = (self._tree.size, self._tree.root(), self._chain) == (
            checkpoint.size, checkpoint.root, checkpoint.chain)  # fmt: skip
        if same:
            self.report.proved = checkpoint.size
        elif len(self.report.findings) == self._known:
            self._find("CHECKPOINT", self.report.proved)
        self._known = len(self.report.findings)

    def _find(self, kind: str, seq: int) -> None:
        self.report.findings.append(Finding(kind, seq))


def _read(line: str) -> dict[str, Any] | None:
    try:
        entry = read_object(line.encode())
    except ValueError:
        return None
    is_entry = {name: type(value) for name, value in entry.items()} == _KINDS and _HASH.fullmatch(entry["hash"])
    return entry if is_entry else None
