"""The bytes of a file that is arriving: sealed block by block, never readable on the disk, and safe before it is said.

The ledger says how much of a part counts. What was written behind that, and not noted before a crash, is cut off when
the upload goes on. Whoever writes holds a lock on the part, which ends with the process.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from pathlib import Path
from types import TracebackType

from hub.errors import DiskFull, UploadBusy
from hub.vault import Box
from loaders.sealed_blocks import sealed

#: bytes that stay free on the disk of the spool
_RESERVE = 256 << 20


def spool_of(data_dir: Path) -> Path:
    """The folder of the parts."""
    return data_dir / "uploads"


def part_of(folder: Path, upload: str) -> Path:
    """Where the part of an upload lies."""
    return folder / f"{upload}.part"


def check_room(folder: Path, size: int) -> None:
    """Raise DiskFull unless so many bytes fit."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < size + _RESERVE:
        raise DiskFull


class Part:
    """One part, open for appending."""

    def __init__(self, path: Path, box: Box, sha256: str) -> None:
        """Raises UploadBusy when somebody else writes it."""
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._box, self._sha256 = box, sha256
        #: sealed blocks, and bytes of these
        self.blocks = self.stored = 0
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._file)
            raise UploadBusy from None

    def __enter__(self) -> Part:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._file)

    def begin(self, blocks: int, stored: int) -> bool:
        """Go on behind what the ledger counts; False when less than that is here, as on another machine's disk."""
        if os.fstat(self._file).st_size < stored:
            return False
        os.ftruncate(self._file, stored)
        os.lseek(self._file, stored, os.SEEK_SET)
        self.blocks, self.stored = blocks, stored
        return True

    def append(self, block: bytes) -> None:
        """Seal and write a block. Raises DiskFull."""
        whole = sealed(self._box, self._sha256, self.blocks, block)
        room = os.fstatvfs(self._file)  # others may have filled the disk since this upload was announced
        if room.f_bavail * room.f_frsize < len(whole) + _RESERVE:
            raise DiskFull
        view = memoryview(whole)
        try:
            while view:
                view = view[os.write(self._file, view) :]
        except OSError:
            raise DiskFull from None
        self.blocks += 1
        self.stored += len(whole)

    def sync(self) -> None:
        """Have it on the disk. Raises DiskFull."""
        try:
            os.fsync(self._file)
        except OSError:
            raise DiskFull from None
