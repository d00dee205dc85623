"""Caps on what may be opened: sizes and archive members, looked at before a parser sees a byte."""

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
_ENCRYPTED, _UTF8_NAME = 0x1, 0x800
_ARCHIVES = (".zip", ".xlsx", ".docx", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar", ".tar", ".zst")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
#: what desktop systems add by themselves
_LITTER = ("__MACOSX/", ".DS_Store", "Thumbs.db")
#: what a damaged or hostile archive makes the library raise
BROKEN = (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, zlib.error, EOFError, UnicodeError)


def check_size(path: Path) -> None:
    """Refuse a file over `MAX_BYTES` (FileTooLarge)."""
    if path.stat().st_size > MAX_BYTES:
        raise FileTooLarge(file=path.name, limit=MAX_BYTES)


def check_zip(path: Path) -> list[zipfile.ZipInfo]:
    """The members of an archive, folders and litter of desktop systems left out.

    Refuses an archive that is none, holds too much, unpacks too far, lets members overlap, hides or nests them, or
    names paths outside itself (FileFormat, FileTooLarge). The directory's sizes are checked; whoever reads a member
    through `zipfile` gets no byte more than they say.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            doctypes = [member for member in members[:MAX_MEMBERS] if _declares_type(archive, member)]
    except BROKEN as fault:
        raise broken_archive(path) from fault
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_BYTES:
        raise FileTooLarge(file=path.name, limit=MAX_BYTES)
    if sum(member.compress_size for member in members) > path.stat().st_size:
        raise FileFormat(file=path.name, reason="its members overlap", reason_zh="压缩包成员相互重叠")
    for member in members:
        _check_member(path, member)
    if doctypes:
        raise FileFormat(file=path.name, reason="it declares a document type", reason_zh="含有文档类型声明（DTD）")
    return [member for member in members if not (member.is_dir() or _is_litter(member))]


def broken_archive(path: Path) -> FileFormat:
    """The refusal of an archive that cannot be unpacked."""
    return FileFormat(file=path.name, reason="it is no intact archive", reason_zh="不是有效的工作簿或压缩包")


def name_of_member(member: zipfile.ZipInfo) -> str:
    """A member's name; archivers in China write GB18030 where the format's older rule says code page 437."""
    if member.flag_bits & _UTF8_NAME or member.filename.isascii():
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename


def _is_litter(member: zipfile.ZipInfo) -> bool:
    return any(word in member.filename for word in _LITTER)


def _declares_type(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Whether an XML member begins with a document type, the door to entities; UTF-16 is looked through, too."""
    if not member.filename.lower().endswith((".xml", ".rels")) or member.flag_bits & _ENCRYPTED:
        return False
    with archive.open(member) as content:
        return b"<!doctype" in content.read(_HEAD).replace(b"\0", b"").lower()


def _check_member(path: Path, member: zipfile.ZipInfo) -> None:
    name = PurePosixPath(member.filename.replace("\\", "/"))
    link = (member.external_attr >> 16) & 0o170000 == _LINK
    outside = name.is_absolute() or ".." in name.parts or ":" in name.parts[0] if name.parts else True
    nested = member.filename.lower().endswith(_ARCHIVES)
    hidden = member.flag_bits & _ENCRYPTED or member.compress_type not in _METHODS
    if outside or link or nested or hidden:
        raise FileFormat(file=path.name, reason="it holds a forbidden member", reason_zh="包含不允许的成员")
    if member.file_size > _SMALL and member.file_size > MAX_RATIO * max(member.compress_size, 1):
        raise FileTooLarge(file=path.name, limit=MAX_BYTES)
