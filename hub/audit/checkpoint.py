"""Checkpoints: what the log was, signed with a key that the database cannot read, in a file that it cannot write.

A checkpoint is a signed note of C2SP (https://c2sp.org/tlog-checkpoint, https://c2sp.org/signed-note): origin, number
of entries and root of the tree of their hashes; two more lines hold the last entry's hash and the tree's peaks, so that
entries after it can be proved when those before it have been dropped.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from hub.audit.tree import Tree
from hub.errors import KeyFileUnusable
from hub.private_file import create_private, read_private
from hub.settings import Settings

#: entries of one partition of the table; a checkpoint is made at each of these numbers, so that partitions can go
PARTITION: Final = 1 << 20
#: the hash before the first entry
BEGINNING: Final = bytes(32)
_ED25519: Final = b"\1"
#: characters that no note exceeds: sixty-four peaks and the rest
_LONGEST: Final = 8192
_DASH: Final = "\N{EM DASH} "


@dataclass(frozen=True)
class Checkpoint:
    """The log after `size` entries."""

    origin: str
    size: int
    root: bytes
    #: hash of the last entry
    chain: bytes
    peaks: tuple[bytes, ...]

    @classmethod
    def of(cls, origin: str, tree: Tree, chain: bytes) -> Checkpoint:
        """The checkpoint of a tree."""
        return cls(origin, tree.size, tree.root(), chain, tuple(tree.peaks))

    def tree(self) -> Tree:
        """The tree, to go on from."""
        return Tree(self.size, self.peaks)

    @property
    def text(self) -> str:
        """What is signed."""
        peaks = " ".join(map(_encoded, self.peaks))
        return f"{self.origin}\n{self.size}\n{_encoded(self.root)}\nchain {_encoded(self.chain)}\npeaks {peaks}\n"

    @classmethod
    def read(cls, text: str) -> Checkpoint:
        """What was signed. Raises ValueError."""
        lines = text.split("\n")
        if len(lines) != 6 or lines[5] or not lines[3].startswith("chain ") or not lines[4].startswith("peaks "):
            raise ValueError("not a checkpoint of this hub")
        peaks = tuple(map(_decoded, lines[4].split(" ")[1:])) if lines[4] != "peaks " else ()
        found = cls(lines[0], int(lines[1]), _decoded(lines[2]), _decoded(lines[3][6:]), peaks)
        if found.text != text or found.tree().root() != found.root:
            raise ValueError("a checkpoint that contradicts itself")
        return found


@dataclass(frozen=True)
class Verifier:
    """The public half, written as C2SP does: name+id+key."""

    name: str
    key: bytes

    @classmethod
    def read(cls, text: str) -> Verifier:
        """From `text`. Raises ValueError."""
        name, identifier, key = text.strip().split("+", 2)  # base64 may hold one, too; a name may not
        found = cls(name, _decoded(key)[1:])
        if found.text != text.strip():
            raise ValueError(f"not a verifier key: {identifier}")
        return found

    @property
    def identifier(self) -> bytes:
        """Four bytes that name the key in a signature."""
        return sha256(self.name.encode() + b"\n" + _ED25519 + self.key).digest()[:4]

    @property
    def text(self) -> str:
        """As operators hand it to whoever checks."""
        return f"{self.name}+{self.identifier.hex()}+{_encoded(_ED25519 + self.key)}"

    def opened(self, note: str) -> Checkpoint:
        """The checkpoint in a note that this key has signed. Raises ValueError."""
        text, _, signatures = note.rpartition("\n\n")
        for line in signatures.splitlines():
            name, _, encoded = line.removeprefix(_DASH).rpartition(" ")
            raw = _decoded(encoded)
            if line.startswith(_DASH) and name == self.name and raw[:4] == self.identifier:
                try:
                    Ed25519PublicKey.from_public_bytes(self.key).verify(raw[4:], f"{text}\n".encode())
                except InvalidSignature:
                    break
                return Checkpoint.read(f"{text}\n")
        raise ValueError("no good signature")


class Signer:
    """The private half, of one key file."""

    def __init__(self, name: str, key: Ed25519PrivateKey) -> None:
        self._key = key
        self.verifier = Verifier(name, key.public_key().public_bytes_raw())

    @classmethod
    def from_settings(cls, settings: Settings) -> Signer:
        """The signer of the data directory; made, mode 0600, when there is none. Raises KeyFileUnusable."""
        path = settings.data_dir / "keys" / "audit.json"
        if not path.exists():
            secret = _encoded(Ed25519PrivateKey.generate().private_bytes_raw())
            create_private(path, json.dumps({"name": settings.audit_origin, "secret": secret}).encode())
        try:
            file = json.loads(read_private(path, strict=settings.production))
            return cls(file["name"], Ed25519PrivateKey.from_private_bytes(_decoded(file["secret"])))
        except (KeyError, TypeError, ValueError):
            raise KeyFileUnusable(path=path, reason="it is damaged", reason_zh="内容已损坏") from None

    def signed(self, checkpoint: Checkpoint) -> str:
        """The note."""
        raw = self.verifier.identifier + self._key.sign(checkpoint.text.encode())
        return f"{checkpoint.text}\n{_DASH}{self.verifier.name} {_encoded(raw)}\n"


def checkpoints_file(settings: Settings) -> Path:
    """Where checkpoints are appended; copy it elsewhere, it is what convicts whoever rewrites the database."""
    return settings.data_dir / "audit" / "checkpoints"


def notes(text: str) -> Iterator[str]:
    """The notes of a file: each ends with the line of its signature."""
    gathered: list[str] = []
    for line in text.splitlines(keepends=True):
        gathered.append(line)
        if line.startswith(_DASH):
            yield "".join(gathered)
            gathered = []
    if "".join(gathered).strip():
        raise ValueError("the last checkpoint is cut off")


def last_note(path: Path) -> str:
    """The last note of a file, of which only the end is read. Raises ValueError for one that is cut off."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _LONGEST))
        end = file.read().decode("utf-8", "ignore")
    _, found, rest = end.rpartition(_DASH)[0].rpartition(_DASH)
    text = end[end.index(rest) + rest.index("\n") + 1 :] if found else end
    (note,) = notes(text)
    return note


def opened(text: str, verifier: Verifier) -> list[Checkpoint]:
    """The checkpoints of a file, all of them signed and in growing order. Raises ValueError."""
    found = [verifier.opened(note) for note in notes(text)]
    sizes = [one.size for one in found]
    if sizes != sorted(set(sizes)):
        raise ValueError("checkpoints are not in order")
    return found


def grown(tree: Tree, chain: bytes, origin: str, hashes: Iterable[bytes]) -> Iterator[Checkpoint]:
    """Add entries' hashes to a tree; yields a checkpoint where a partition ends."""
    for each in hashes:
        chain = each
        tree.add(each)
        if tree.size % PARTITION == 0:
            yield Checkpoint.of(origin, tree, chain)


def _encoded(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _decoded(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
