"""JSON files read as a stream of objects: the court site's envelope, plain arrays, one object a line.

The outer text is scanned with a sliding window, so a file of a million rows never stands in memory as a whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from hub.errors import FileFormat
from loaders.read_record import Record, key_of, text_of

#: one record as JSON text, in characters
MAX_RECORD = 4_000_000
_BLOCK = 1 << 18
_RESULT = re.compile(r'"result"\s*:\s*\[')
_GAP = re.compile(r"[\s,]*")
#: half of a character, as `\ud800` writes it: no text, neither for the cleaners nor for PostgreSQL
_HALF = re.compile("[\ud800-\udfff]")
_INNER = "jsonobject"
_STRICT = json.JSONDecoder()
#: accepts raw control characters inside strings: the one repair that cannot change a value's meaning
_LENIENT = json.JSONDecoder(strict=False)


class _Window:
    """The unread part of a text stream, filled block by block."""

    def __init__(self, stream: TextIO, name: str) -> None:
        self._stream, self._name = stream, name
        self.text, self.position, self.ended = "", 0, False

    def fill(self) -> bool:
        """Read one more block; False when the stream has ended."""
        block = self._stream.read(_BLOCK)
        self.text, self.position = self.text[self.position :] + block, 0
        self.ended = not block
        return not self.ended

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


def court_records(path: Path, encoding: str) -> Iterator[Record]:
    """Rows of `[{"totalSize":…,"result":[{…,"jsonObject":"{…}"}]}]`; inner keys win over outer ones."""
    with path.open(encoding=encoding, errors="strict", newline="") as stream:
        window = _Window(stream, path.name)
        number = page = 0
        while window.seek(_RESULT):
            for index, row in enumerate(_items(window)):
                number += 1
                yield _court_record(number, f"/{page}/result/{index}", row)
            page += 1
        if not page:
            raise window.broken("there is no result list", "没有 result 列表")


def json_array_records(path: Path, encoding: str) -> Iterator[Record]:
    """Rows of `[{…}, {…}]`."""
    with path.open(encoding=encoding, errors="strict", newline="") as stream:
        window = _Window(stream, path.name)
        if window.skip_gap() != "[":
            raise window.broken("it is not a JSON array", "不是 JSON 数组")
        window.position += 1
        for index, row in enumerate(_items(window)):
            yield _plain_record(index + 1, f"/{index}", row)


def ndjson_records(path: Path, encoding: str) -> Iterator[Record]:
    """Rows of one JSON object a line; a line that is none is a fault of that row alone."""
    with path.open(encoding=encoding, errors="strict", newline="\n") as stream:
        number = 0
        while line := stream.readline(MAX_RECORD):
            if line.isspace():
                continue
            number += 1
            try:
                row = _STRICT.decode(line.strip())
            except (ValueError, RecursionError):
                yield Record(number, f"row {number}", {}, "JSON_BROKEN", line.rstrip("\r\n"))
                continue
            yield _plain_record(number, f"row {number}", row)


def _items(window: _Window) -> Iterator[Any]:
    """The values of an array whose opening bracket has been passed."""
    while (sign := window.skip_gap()) != "]":
        if not sign:
            raise window.broken("it ends in the middle", "文件不完整")
        yield window.value()
    window.position += 1


def _plain_record(number: int, pointer: str, row: Any) -> Record:
    if not isinstance(row, dict):
        return Record(number, pointer, {}, "JSON_BROKEN", text_of(row))
    cells = {key_of(key): text_of(value) for key, value in row.items()}
    if _HALF.search("".join([*cells, *filter(None, cells.values())])):
        told = json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()
        return Record(number, pointer, {}, "JSON_BROKEN", told)
    return Record(number, pointer, cells, None, None)


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
