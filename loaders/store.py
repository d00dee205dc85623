"""The store of delivered files: named by their SHA-256, sealed, so that every fact can be held against its source.

A file holds ID numbers, so it is written in blocks, each compressed and sealed under a key of the file's own; that key
lies, sealed by the vault, in the table `stored_file`. Rotating the vault's key re-seals some hundred bytes for each
file and rewrites none, and who destroys the key has destroyed the file.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import threading
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any

import psycopg

from hub.errors import SealBroken, StoredFileMissing
from hub.vault import Box, Vault
from loaders.prepare import Delivery
from loaders.sealed_blocks import BLOCK, KIND, opened, sealed

#: head of the names of folders with readable copies
_OPEN = ".open-"
_KNOWN = "select key_sealed from stored_file where sha256 = %s"
_NOTE = """
insert into stored_file (sha256, size, key_sealed) values (%s, %s, %s)
on conflict (sha256) do update set size = excluded.size, key_sealed = excluded.key_sealed, stored_at = now()
"""


@dataclass(frozen=True)
class Store:
    """The folder of stored files of this machine."""

    folder: Path
    vault: Vault

    def path(self, sha256: str) -> Path:
        """Where the file with this digest lies."""
        return self.folder / sha256[:2] / sha256

    def write(self, source: Path, sha256: str, box: Box) -> int:
        """Seal a copy of a file; its length in bytes. Whole or not there at all."""
        target = self.path(sha256)
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = target.with_suffix(f".{os.getpid()}")
        size = 0
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as into, source.open("rb") as stream:
            for number, block in enumerate(iter(lambda: stream.read(BLOCK), b"")):
                into.write(sealed(box, sha256, number, block))
                size += len(block)
            into.flush()
            os.fsync(into.fileno())
        part.replace(target)
        return size

    def blocks(self, cursor: psycopg.Cursor[Any], sha256: str) -> Iterator[bytes]:
        """The bytes of a stored file, held against their digest. Raises StoredFileMissing."""
        missing = StoredFileMissing(sha256=sha256, folder=self.folder)
        row = cursor.execute(_KNOWN, (sha256,)).fetchone()
        if row is None or not self.path(sha256).is_file():
            raise missing
        digest = hashlib.sha256()
        try:
            box = self.vault.open_box(KIND, row[0])
            with self.path(sha256).open("rb") as stream:
                for block in opened(stream, sha256, box):
                    digest.update(block)
                    yield block
        except (SealBroken, zlib.error, OSError):
            raise missing from None
        if digest.hexdigest() != sha256:
            raise missing

    @contextmanager
    def opened(self, cursor: psycopg.Cursor[Any], sha256: str, name: str) -> Iterator[Path]:
        """A readable copy of a stored file under its own name, gone after the block. Raises StoredFileMissing."""
        with self.private() as folder:
            path = folder / Path(name).name
            with path.open("wb") as stream:
                for block in self.blocks(cursor, sha256):
                    stream.write(block)
            yield path

    @contextmanager
    def private(self) -> Iterator[Path]:
        """A folder for readable files, closed to other accounts, gone after the block; what a kill leaves is swept."""
        with ExitStack() as stack:
            self.sweep()
            with _locked(self.folder):
                folder = Path(stack.enter_context(TemporaryDirectory(prefix=_OPEN, dir=self.folder)))
                stack.enter_context(_locked(folder))
            yield folder

    def sweep(self) -> None:
        """Remove readable copies that killed processes left; whoever reads one holds a lock on its folder."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _locked(self.folder):
            for left in self.folder.glob(f"{_OPEN}*"):
                with suppress(BlockingIOError, FileNotFoundError), _locked(left, wait=False):
                    shutil.rmtree(left)


@contextmanager
def _locked(folder: Path, *, wait: bool = True) -> Iterator[None]:
    """A lock on a folder, which ends with the process, too. Raises BlockingIOError where it may not wait."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)


def store_of(data_dir: Path, vault: Vault) -> Store:
    """The stored files of a data directory."""
    return Store(data_dir / "sources", vault)


class Keeping:
    """Keeps one delivered file while it is loaded, in a thread of its own."""

    def __init__(self, store: Store, connection: psycopg.Connection[Any], delivery: Delivery) -> None:
        self._store, self._connection, self._delivery = store, connection, delivery
        self._sha256 = delivery.facts.sha256.hex()
        self._thread: threading.Thread | None = None
        self._fault: OSError | None = None

    def __enter__(self) -> Keeping:
        """Begin, unless the file is kept already."""
        self._store.sweep()
        row = self._connection.execute("select from stored_file where sha256 = %s", (self._sha256,)).fetchone()
        if row is None or not self._store.path(self._sha256).is_file():
            self._sealed, self._box = self._store.vault.new_box(KIND)
            self._thread = threading.Thread(target=self._write, name=f"keep {self._delivery.path.name}")
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wait for the copy, whatever became of the load; nobody finds one that is not noted."""
        if self._thread is not None:
            self._thread.join()

    def finish(self) -> None:
        """Wait for the copy and note its key, before the batch that names it is committed. Raises OSError."""
        if self._thread is None:
            return
        self._thread.join()
        self._thread = None
        if self._fault:
            raise self._fault
        self._connection.execute(_NOTE, (self._sha256, self._delivery.facts.size, self._sealed))

    def _write(self) -> None:
        try:
            self._store.write(self._delivery.path, self._sha256, self._box)
        except OSError as fault:
            self._fault = fault
