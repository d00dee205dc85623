"""Caps on what may be opened: sizes and zip members, looked at before a parser sees a byte."""

from __future__ import annotations

import zipfile
import zlib
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
#: bytes of a member in which a document type would have to stand
_HEAD = 65_536
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
            doctypes = [member for member in members[:MAX_MEMBERS] if _declares_type(archive, member)]
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, zlib.error) as fault:
        raise FileFormat(file=path.name, reason="it is not a workbook", reason_zh="不是有效的工作簿") from fault
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_BYTES:
        raise FileTooLarge(file=path.name, limit=MAX_BYTES)
    for member in members:
        _check_member(path, member)
    if doctypes:
        raise FileFormat(file=path.name, reason="it declares a document type", reason_zh="含有文档类型声明（DTD）")


def _declares_type(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Whether an XML member begins with a document type, the door to entities; UTF-16 is looked through, too."""
    if not member.filename.lower().endswith((".xml", ".rels")):
        return False
    with archive.open(member) as content:
        return b"<!doctype" in content.read(_HEAD).replace(b"\0", b"").lower()


def _check_member(path: Path, member: zipfile.ZipInfo) -> None:
    name = PurePosixPath(member.filename.replace("\\", "/"))
    link = (member.external_attr >> 16) & 0o170000 == _LINK
    if name.is_absolute() or ".." in name.parts or link or member.filename.lower().endswith((".zip", ".xlsx")):
        raise FileFormat(file=path.name, reason="it holds a forbidden member", reason_zh="包含不允许的成员")
    if member.file_size > _SMALL and member.file_size > MAX_RATIO * max(member.compress_size, 1):
        raise FileTooLarge(file=path.name, limit=MAX_BYTES)
