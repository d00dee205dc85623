"""The two small files that are exchanged: the digest of a list, and the hashes of the rows that are asked for.

A line of JSON, the body, and 32 bytes of keyed hash over both: what was altered, or made with another key, is refused.
"""

from __future__ import annotations

import datetime
import hmac
import json
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hub.errors import DigestUnusable, FileMissing
from loaders.reconcile.cells import CELL, MOST_CELLS, Cells
from loaders.reconcile.key import RowKey

_DIGEST, _WANTED = "public-credit-hub digest 1", "public-credit-hub wanted rows 1"
_SEAL = 32
#: a digest of the most buckets, with its head
_LARGEST = MOST_CELLS * CELL + (1 << 16)


@dataclass
class Digest:
    """What a sender says of a list."""

    #: name of the list's file
    file: str
    #: rows that could be read as rows, and different ones among them
    rows: int
    distinct: int
    #: when it was made, by the sender's clock
    made_at: datetime.datetime
    cells: Cells

    def write(self, path: Path, key: RowKey) -> int:
        """Write the file; its bytes."""
        said = {"file": self.file, "rows": self.rows, "distinct": self.distinct, "made_at": self.made_at.isoformat()}
        return _write(path, key, _DIGEST, said, self.cells.write())

    @classmethod
    def read(cls, path: Path, key: RowKey) -> Digest:
        """The digest in a file. Raises FileMissing, DigestUnusable."""
        said, body = _read(path, key, _DIGEST)
        try:
            made_at = datetime.datetime.fromisoformat(said["made_at"])
            return cls(said["file"], said["rows"], said["distinct"], made_at, Cells.read(body))
        except (KeyError, ValueError, TypeError):
            raise _unusable(path, "it is damaged", "文件损坏") from None


def write_wanted(path: Path, key: RowKey, hashes: set[int]) -> int:
    """Write down the rows that are asked for, 8 bytes each; the bytes of the file."""
    body = b"".join(struct.pack(">q", one) for one in sorted(hashes))
    return _write(path, key, _WANTED, {}, body)


def read_wanted(path: Path, key: RowKey) -> set[int]:
    """The rows that are asked for. Raises FileMissing, DigestUnusable."""
    _, body = _read(path, key, _WANTED)
    return {one for (one,) in struct.iter_unpack(">q", body)}


def _write(path: Path, key: RowKey, form: str, said: dict[str, Any], body: bytes) -> int:
    head = {"format": form, "source": key.source, "mapping": key.mapping, **said}
    content = json.dumps(head, ensure_ascii=False).encode() + b"\n" + body
    content += key.sign(content)
    path.write_bytes(content)
    return len(content)


def _read(path: Path, key: RowKey, form: str) -> tuple[dict[str, Any], bytes]:
    if not path.is_file():
        raise FileMissing(file=path.name)
    if path.stat().st_size > _LARGEST:
        raise _unusable(path, "it is too large", "文件过大")
    content = path.read_bytes()
    signed, seal = content[:-_SEAL], content[-_SEAL:]
    if not hmac.compare_digest(key.sign(signed), seal):
        en = "it was altered, or made with the key of another source or of an earlier version of its mapping"
        raise _unusable(path, en, "文件被改动，或所用密钥属于其他数据源或旧版映射")
    head, _, body = signed.partition(b"\n")
    said: dict[str, Any] = json.loads(head)
    if said.get("format") != form:
        raise _unusable(path, "it is another kind of file", "文件类型不符")
    return said, body


def _unusable(path: Path, en: str, zh: str) -> DigestUnusable:
    return DigestUnusable(file=path.name, reason=en, reason_zh=zh)
