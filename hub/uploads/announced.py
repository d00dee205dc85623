"""What the headers of an upload announce, read strictly: the file as a whole, or the piece that comes next.

The fields are those of "Resumable Uploads for HTTP" (draft-ietf-httpbis-resumable-upload-12: `Upload-Offset`,
`Upload-Complete`, `Upload-Length`), with the digest of RFC 9530 (`Repr-Digest`) and the name of RFC 6266
(`Content-Disposition`). Without any `Upload-` field a POST is simply the whole file.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from hub.errors import RequestTooLarge, UnsupportedMediaType, UploadInvalid
from schema.free_text import holds_identity_number

#: media type of a piece that continues an upload
PIECE = "application/partial-upload"
_LONGEST_NAME = 200
_NUMBER = re.compile(r"0|[1-9]\d{0,14}", re.ASCII)
_SHA256 = re.compile(r"(?:^|,)\s*sha-256=:([A-Za-z0-9+/=]+):\s*(?=,|;|$)")
_NAME = re.compile(r'(?:^|;)\s*filename="([^"\\]*)"')
_NAME_UTF8 = re.compile(r"(?:^|;)\s*filename\*=utf-8''([^;\s]+)", re.IGNORECASE)
#: a name may choose neither a folder nor a line of a log
_NO_NAME = re.compile(r"[\x00-\x1f\x7f/\\]|^\.*$")

Headers = Mapping[str, Sequence[str]]


class Announced(NamedTuple):
    """A file that is going to be sent."""

    name: str
    #: of the whole file, in lower-case hexadecimal digits
    sha256: str
    #: bytes of the whole file
    size: int
    #: FULL or DELTA; None: as the source usually delivers
    mode: str | None
    #: whether the body of this request ends with the file's last byte
    complete: bool


class Piece(NamedTuple):
    """The continuation of a file."""

    offset: int
    complete: bool


def all_of(headers: Iterable[tuple[bytes, bytes]]) -> Headers:
    """Every header with all its values, as text."""
    found: dict[str, list[str]] = {}
    for name, value in headers:
        found.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1").strip())
    return found


def announced(headers: Headers, query: str, limit: int) -> Announced:
    """What a POST announces. Raises UploadInvalid, RequestTooLarge over `limit` bytes, UnsupportedMediaType."""
    _check_coding(headers)
    complete = _flag(headers, "upload-complete", absent=True)
    size, length = _number(headers, "upload-length"), _number(headers, "content-length")
    if size is None and complete:
        size = length
    if size is None:
        raise _invalid("its length is not announced (Content-Length or Upload-Length)", "未声明文件长度")
    if complete and length is not None and length != size:
        raise _invalid("Content-Length and Upload-Length differ", "Content-Length 与 Upload-Length 不一致")
    if size > limit:
        raise RequestTooLarge(limit=limit)
    if size == 0:
        raise _invalid("the file is empty", "文件为空")
    return Announced(_name(headers), _digest(headers), size, _mode(query), complete)


def piece(headers: Headers) -> Piece:
    """What a PATCH announces. Raises UploadInvalid, UnsupportedMediaType."""
    _check_coding(headers)
    if _one(headers, "content-type") != PIECE:
        raise _invalid(f"a piece is sent as {PIECE}", f"续传内容类型应为 {PIECE}")
    offset = _number(headers, "upload-offset")
    if offset is None:
        raise _invalid("Upload-Offset is missing", "缺少 Upload-Offset")
    return Piece(offset, _flag(headers, "upload-complete", absent=False))


def _check_coding(headers: Headers) -> None:
    if any(value.lower() != "identity" for value in headers.get("content-encoding", ())):
        raise UnsupportedMediaType


def _one(headers: Headers, name: str) -> str | None:
    values = headers.get(name, ())
    if len(values) > 1:
        raise _invalid(f"{name} occurs twice", f"{name} 出现两次")
    return values[0] if values else None


def _number(headers: Headers, name: str) -> int | None:
    value = _one(headers, name)
    if value is not None and not _NUMBER.fullmatch(value):
        raise _invalid(f"{name} is not a whole number", f"{name} 不是整数")
    return None if value is None else int(value)


def _flag(headers: Headers, name: str, *, absent: bool) -> bool:
    """A boolean of RFC 9651: ?1 or ?0."""
    value = _one(headers, name)
    if value not in (None, "?0", "?1"):
        raise _invalid(f"{name} is neither ?0 nor ?1", f"{name} 应为 ?0 或 ?1")
    return absent if value is None else value == "?1"


def _digest(headers: Headers) -> str:
    found = _SHA256.search(_one(headers, "repr-digest") or "")
    try:
        digest = base64.b64decode(found[1], validate=True) if found else b""
    except binascii.Error:
        digest = b""
    if len(digest) != 32:
        raise _invalid("Repr-Digest does not announce a sha-256", "Repr-Digest 未声明 sha-256")
    return digest.hex()


def _name(headers: Headers) -> str:
    given = _one(headers, "content-disposition") or ""
    if (coded := _NAME_UTF8.search(given)) is not None:
        name = unquote(coded[1], errors="replace")
    else:
        plain = _NAME.search(given)
        name = plain[1] if plain else ""
    if _NO_NAME.search(name) or not name.isprintable() or "\ufffd" in name or len(name) > _LONGEST_NAME:
        raise _invalid("Content-Disposition names no file", "Content-Disposition 未给出有效文件名")
    if holds_identity_number(name):
        raise _invalid("the file's name holds an ID number", "文件名含有身份证号")
    return name


def _mode(query: str) -> str | None:
    modes = {"": None, "mode=full": "FULL", "mode=delta": "DELTA"}
    if query.lower() not in modes:
        raise _invalid("the query is neither mode=full nor mode=delta", "查询参数应为 mode=full 或 mode=delta")
    return modes[query.lower()]


def _invalid(reason: str, reason_zh: str) -> UploadInvalid:
    return UploadInvalid(reason=reason, reason_zh=reason_zh)
