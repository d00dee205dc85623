"""The key with which a sender hashes the rows of one source as the hub does, and the file in which it travels.

It is derived for this source and the way it is read: it opens nothing, and makes no hash of another source or of a
number by itself. Whoever has it *and* the tables could try out what is starred in a row of which he knows the rest, so
the file is private (mode 0600) and goes to the sender as a password would.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from hub.errors import DigestUnusable, KeyFileUnusable
from hub.private_file import create_private, read_private
from hub.vault import Vault
from loaders.row_hash import columns_of, kind_of, mapping_of
from loaders.source import Source

_FORMAT = "public-credit-hub reconciliation key 1"


@dataclass(frozen=True)
class RowKey:
    """Hashes rows of one source, and signs what is said of them."""

    source: str
    #: how the hub read the source when the key was made
    mapping: str
    #: keys of the columns that are part of the hash
    columns: tuple[str, ...]
    digest: str
    secret: bytes = field(repr=False)

    @classmethod
    def of(cls, source: Source, vault: Vault) -> RowKey:
        """The hub's own."""
        digest, secret = vault.blind_key(kind_of(source))
        return cls(source.name, mapping_of(source.name), columns_of(source), digest, secret)

    @classmethod
    def read(cls, path: Path) -> RowKey:
        """The key of a file. Raises KeyFileUnusable."""
        try:
            said = json.loads(read_private(path, strict=True))
            if said.pop("format") != _FORMAT:
                raise ValueError("another format")
            secret, columns = bytes.fromhex(said.pop("secret")), tuple(said.pop("columns"))
            return cls(secret=secret, columns=columns, **said)
        except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError):
            en, zh = "it is no reconciliation key", "不是对账密钥文件"
            raise KeyFileUnusable(path=path, reason=en, reason_zh=zh) from None

    def write(self, path: Path) -> bool:
        """Make the file, mode 0600; False when there is one already."""
        said = {
            "format": _FORMAT, "source": self.source, "mapping": self.mapping, "columns": self.columns,
            "digest": self.digest, "secret": self.secret.hex(),
        }  # fmt: skip
        return create_private(path, json.dumps(said, ensure_ascii=False, indent=1).encode())

    def blind_many(self, kind: str, values: Iterable[str | None]) -> list[bytes | None]:
        """Keyed hashes of rows; the kind is this key's own, whatever is said."""
        key, digest = self.secret, self.digest
        return [None if value is None else hmac.digest(key, value.encode(), digest) for value in values]

    def sign(self, content: bytes) -> bytes:
        """32 bytes that only a holder of the key can make."""
        return hmac.digest(self.secret, b"reconciliation file\0" + content, self.digest)

    def fits(self, source: Source, file: str) -> None:
        """Raise DigestUnusable unless this hub's code reads the source as it was read when the key was made."""
        if self.source != source.name or self.columns != columns_of(source):
            en, zh = "the key belongs to another source or version", "密钥属于其他数据源或版本"
            raise DigestUnusable(file=file, reason=en, reason_zh=zh)
