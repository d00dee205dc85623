"""The byte streams of a delivery: the file itself, or the members of an archive one after the other."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from loaders.read_guard import BROKEN, broken_archive, check_zip, name_of_member

_BUFFER = 1 << 20


@dataclass(frozen=True)
class Member:
    """One stream of rows."""

    path: Path
    #: the member of the archive, None for a plain file
    info: zipfile.ZipInfo | None = None

    @property
    def prefix(self) -> str:
        """What stands before the pointers of its rows."""
        return f"{name_of_member(self.info)} " if self.info else ""

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """The bytes, unpacked; FileFormat when the archive breaks off or a checksum is wrong."""
        if self.info is None:
            with self.path.open("rb", buffering=_BUFFER) as stream:
                yield stream
            return
        try:
            with zipfile.ZipFile(self.path) as archive, archive.open(self.info) as content:
                yield io.BufferedReader(cast("io.RawIOBase", _Faithful(content, self.path)), _BUFFER)
        except zipfile.BadZipFile as fault:
            raise broken_archive(self.path) from fault


class _Faithful(io.RawIOBase):
    """A member whose faults of unpacking are refusals, wherever a reader meets them."""

    def __init__(self, content: object, path: Path) -> None:
        self._content, self._path = cast("BinaryIO", content), path

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        try:
            data = self._content.read(len(view))
        except BROKEN as fault:
            raise broken_archive(self._path) from fault
        view[: len(data)] = data
        return len(data)


def is_archive(path: Path) -> bool:
    """Whether a delivery is an archive of members; a workbook is none, though it is packed alike."""
    return path.suffix.lower() == ".zip"


def members_of(path: Path) -> list[Member]:
    """The streams in the order of the archive. Raises what `check_zip` raises."""
    return [Member(path, info) for info in check_zip(path)] if is_archive(path) else [Member(path)]
