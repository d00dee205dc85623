"""JSON files read as a stream of objects: the court site's envelope, plain arrays, one object a line.

The outer text is scanned with a sliding window, so a file of a million rows never stands in memory as a whole.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from hub.errors import FileFormat
from loaders.read_member import Member
from loaders.read_record import Record, key_of, text_of
from loaders.read_text import Lines

#: one record as JSON text, in characters
MAX_RECORD = 1_000_000
_BLOCK = 1 << 18
_RESULT = re.compile(r'"result"\s*:\s*\[')
_GAP = re.compile(r"[\s,]*")
#: half of a character, as `\ud800` writes it: no text, neither for the cleaners nor for PostgreSQL
_HALF = re.compile("[\ud800-\udfff]")
_INNER = "jsonobject"


class _Doubled(dict[str, Any]):
    """An object that names a key twice; which of the two values counts is nobody's to guess."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    return made if len(made) == len(pairs) else _Doubled(made)


_STRICT = json.JSONDecoder(object_pairs_hook=_object)
#: accepts raw control characters inside strings: the one repair that cannot change a value's meaning
_LENIENT = json.JSONDecoder(strict=False, object_pairs_hook=_object)


class _Window:
    """The unread part of a text stream, filled block by block."""

    def __init__(self, stream: BinaryIO, encoding: str, name: str) -> None:
        self._encoding, self._name = encoding.removesuffix("-sig"), name
        self._stream = io.TextIOWrapper(stream, encoding=self._encoding, errors="strict", newline="")
        self.text, self.position, self.ended = "", 0, False
        #: bytes before the character at `_marked`
        self._bytes, self._marked = 0, 0
        if self.fill() and self.text.startswith("\ufeff"):
            self.position = 1

    def fill(self) -> bool:
        """Read one more block; False when the stream has ended."""
        self.offset()
        block = self._stream.read(_BLOCK)
        self.text, self.position = self.text[self.position :] + block, 0
        self._marked = 0
        self.ended = not block
        return not self.ended

    def offset(self) -> int:
        """Bytes of the stream before the present position."""
        self._bytes += len(self.text[self._marked : self.position].encode(self._encoding))
        self._marked = self.position
        return self._bytes

    def release(self) -> None:
        """Leave the bytes' stream to whoever opened it."""
        self._stream.detach()

    def broken(self, reason: str = "the JSON text is broken", zh: str = "JSON 文本损坏") -> FileFormat:
        """The refusal of this file."""
        return FileFormat(file=self._name, reason=reason, reason_zh=zh)

    def skip_gap(self) -> str:
        """Pass blanks and commas; the next character, or an empty text at the end."""
        while True:
            match = _GAP.match(self.text, self.position)
            self.position = match.end() if match else self.position
            if self.position < len(self.text):
                return self.text[self.position]
            if not self.fill():
                return ""

    def seek(self, pattern: re.Pattern[str]) -> bool:
        """Move behind the next match of the pattern; False when there is none."""
        while True:
            match = pattern.search(self.text, self.position)
            if match:
                self.position = match.end()
                return True
            self.position = max(self.position, len(self.text) - 64)
            if not self.fill():
                return False

    def value(self) -> Any:
        """The JSON value that begins here."""
        while True:
            try:
                value, self.position = _LENIENT.raw_decode(self.text, self.position)
                return value
            except ValueError as fault:  # JSONDecodeError, or a number of more digits than Python reads
                if len(self.text) - self.position > MAX_RECORD or not self.fill():
                    raise self.broken() from fault
            except RecursionError as fault:
                raise self.broken("it is nested too deeply", "嵌套层数过多") from fault


def court_records(member: Member, encoding: str) -> Iterator[Record]:
    """Rows of `[{"totalSize":…,"result":[{…,"jsonObject":"{…}"}]}]`; inner keys win over outer ones."""
    with member.open() as stream:
        window = _Window(stream, encoding, member.path.name)
        number = page = 0
        while window.seek(_RESULT):
            for index, (offset, row) in enumerate(_items(window)):
                number += 1
                record = _court_record(number, f"{member.prefix}/{page}/result/{index}", row)
                yield record._replace(offset=offset)
            page += 1
        if not page:
            raise window.broken("there is no result list", "没有 result 列表")
        window.release()


def json_array_records(member: Member, encoding: str) -> Iterator[Record]:
    """Rows of `[{…}, {…}]`."""
    with member.open() as stream:
        window = _Window(stream, encoding, member.path.name)
        if window.skip_gap() != "[":
            raise window.broken("it is not a JSON array", "不是 JSON 数组")
        window.position += 1
        for index, (offset, row) in enumerate(_items(window)):
            yield _plain_record(index + 1, f"{member.prefix}/{index}", row)._replace(offset=offset)
        window.release()


def ndjson_records(member: Member, encoding: str) -> Iterator[Record]:
    """Rows of one JSON object a line; a line that is none is a fault of that row alone."""
    with member.open() as stream:
        lines = Lines(stream, encoding)
        number = 0
        lines.begin()
        for line in lines:
            if not line.isspace():
                number += 1
                yield _line_record(number, f"{member.prefix}row {number}", line, lines.fault)._replace(
                    offset=lines.start
                )
            lines.begin()


def _line_record(number: int, pointer: str, line: str, fault: str | None) -> Record:
    if fault is None:
        try:
            return _plain_record(number, pointer, _STRICT.decode(line.strip()))
        except (ValueError, RecursionError):
            fault = "JSON_BROKEN"
    return Record(number, pointer, {}, fault, line.rstrip("\r\n"))


def _items(window: _Window) -> Iterator[tuple[int, Any]]:
    """The values of an array whose opening bracket has been passed, each with the offset of its first byte."""
    while (sign := window.skip_gap()) != "]":
        if not sign:
            raise window.broken("it ends in the middle", "文件不完整")
        offset = window.offset()
        yield offset, window.value()
    window.position += 1


def _plain_record(number: int, pointer: str, row: Any) -> Record:
    if not isinstance(row, dict):
        return Record(number, pointer, {}, "JSON_BROKEN", text_of(row))
    cells = {key_of(key): text_of(value) for key, value in row.items()}
    if isinstance(row, _Doubled) or len(cells) < len(row):
        return Record(number, pointer, {}, "COLUMN_TWICE", _told(row))
    if _HALF.search("".join([*cells, *filter(None, cells.values())])):
        return Record(number, pointer, {}, "JSON_BROKEN", _told(row))
    return Record(number, pointer, cells, None, None)


def _told(row: Any) -> str:
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()


def _court_record(number: int, pointer: str, row: Any) -> Record:
    record = _plain_record(number, pointer, row)
    inner = record.cells.pop(_INNER, None)
    if inner is None or record.fault:
        return record
    detail = _inner_object(inner)
    if detail is None:
        return record._replace(fault="JSON_BROKEN", raw=inner, pointer=f"{pointer}/jsonObject")
    within = _plain_record(number, f"{pointer}/jsonObject", detail)
    return within if within.fault else record._replace(cells=record.cells | within.cells)


def _inner_object(text: str) -> dict[str, Any] | None:
    """The inner object, read strictly, then with raw line breaks allowed; None when it is still broken."""
    for decoder in (_STRICT, _LENIENT):
        try:
            value = decoder.decode(text)
        except (ValueError, RecursionError):
            continue
        return value if isinstance(value, dict) else None
    return None
