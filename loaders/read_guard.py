"""Caps on what may be opened: sizes and zip members, looked at before a parser sees a byte."""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath

from hub.errors import FileFormat, FileTooLarge

#: bytes of a file, and of everything an archive unpacks to
MAX_BYTES = 2_000_000_000
#: members of an archive
MAX_MEMBERS = 1_000
#: unpacked : packed; office documents of tables reach about 30
MAX_RATIO = 200
#: a small member may compress better than the ratio without harm
_SMALL = 1_000_000
_LINK = 0o120000


def check_size(path: Path) -> None:
    """Refuse a file over `MAX_BYTES` (FileTooLarge)."""
    if path.stat().st_size > MAX_BYTES:
        raise FileTooLarge(file=path.name, limit=MAX_BYTES)


def check_zip(path: Path) -> None:
    """Refuse an archive that is no archive, holds too much, unpacks too far, or names paths outside itself.

    The directory's sizes are checked; the parser that follows reads no more than they say.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError) as fault:
        raise FileFormat(file=path.name, reason="it is not a workbook", reason_zh="不是有效的工作簿") from fault
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_BYTES:
        raise FileTooLarge(file=path.name, limit=MAX_BYTES)
    for member in members:
        _check_member(path, member)


def _check_member(path: Path, member: zipfile.ZipInfo) -> None:
    name = PurePosixPath(member.filename.replace("\\", "/"))
    link = (member.external_attr >> 16) & 0o170000 == _LINK
    if name.is_absolute() or ".." in name.parts or link or member.filename.lower().endswith((".zip", ".xlsx")):
        raise FileFormat(file=path.name, reason="it holds a forbidden member", reason_zh="包含不允许的成员")
    if member.file_size > _SMALL and member.file_size > MAX_RATIO * max(member.compress_size, 1):
        raise FileTooLarge(file=path.name, limit=MAX_BYTES)
