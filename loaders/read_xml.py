"""XML as a stream of rows, through a parser that refuses document types and entities and keeps every part bounded.

Two layouts of exchange files are told apart by their root: `<ROWDATA><ROW><name>text</name>…</ROW>…</ROWDATA>` and
`<ExchangeMessage><Header>…</Header><Body><fields><name>text</name>…</fields>…</Body></ExchangeMessage>`; a field may
also be written `<field name="…">text</field>`. Attributes of a row become cells `@name`.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO
from xml.parsers import expat

from hub.errors import FileEncoding, FileFormat
from loaders.read_chunk import MAX_CELL
from loaders.read_member import Member
from loaders.read_record import Record, key_of
from loaders.read_text import MAX_LINE

#: bytes fed to the parser at a time
_BLOCK = 1 << 16
#: bytes of one tag, comment or instruction
_MAX_TOKEN = 1_000_000
_MAX_DEPTH = 64
#: cells of one row
_MAX_CELLS = 2_000
_DECLARED = re.compile(rb"""^(?:\xef\xbb\xbf)?\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']""")
#: encodings that a file may declare → how it is read; GB2312 and GBK are parts of GB18030
_ENCODINGS = {"utf-8": "utf-8-sig", "gb18030": "gb18030", "gbk": "gb18030", "gb2312": "gb18030"}
#: root → the path of elements to its rows
_LAYOUTS = {"rowdata": ["rowdata", "row"], "exchangemessage": ["exchangemessage", "body", "fields"]}


def declared_encoding(head: bytes, name: str) -> str | None:
    """The encoding that a file declares, None if it declares none; FileEncoding for one that is not read."""
    found = _DECLARED.match(head)
    if found is None:
        return None
    encoding = _ENCODINGS.get(found[1].decode("ascii", "replace").lower())
    if encoding is None:
        raise FileEncoding(file=name)
    return encoding


class Parsing:
    """One parse of one document; subclasses say what elements and texts mean. Raises FileFormat."""

    def __init__(self, name: str, *, is_utf8: bool = True) -> None:
        self._name = name
        self._parser = expat.ParserCreate("utf-8" if is_utf8 else None)
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.EntityDeclHandler = self._refuse_doctype
        self._parser.StartElementHandler = self.on_start
        self._parser.EndElementHandler = self.on_end
        self._parser.CharacterDataHandler = self.on_text
        self._fed = 0

    def on_start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def on_end(self, tag: str) -> None:
        """An element ends."""

    def on_text(self, text: str) -> None:
        """Text within the element that has begun last."""

    def feed(self, block: bytes) -> None:
        """Parse one more block."""
        self._parse(block, final=False)
        self._fed += len(block)
        if self._fed - max(self._parser.CurrentByteIndex, 0) > _MAX_TOKEN + _BLOCK:
            raise self.refusal("a tag has no end", "标签没有结尾")

    def close(self) -> None:
        """Nothing follows."""
        self._parse(b"", final=True)

    def _parse(self, block: bytes, *, final: bool) -> None:
        try:
            self._parser.Parse(block, final)
        except expat.ExpatError as fault:
            line = f"{fault.lineno}"
            raise self.refusal(f"the XML is broken in line {line}", f"XML 第 {line} 行损坏") from fault

    def place(self) -> int:
        """Bytes before the element that is being told of."""
        return self._parser.CurrentByteIndex

    def refusal(self, reason: str, zh: str) -> FileFormat:
        """The refusal of this file."""
        return FileFormat(file=self._name, reason=reason, reason_zh=zh)

    def _refuse_doctype(self, *_: object) -> None:
        raise self.refusal("it declares a document type", "含有文档类型声明（DTD）")


def local_name(tag: str) -> str:
    """A tag without the prefix of its namespace."""
    return tag.rpartition(":")[2]


class _Rows(Parsing):
    """Gathers rows; `ready` holds those that are complete."""

    def __init__(self, member: Member, start: int | None) -> None:
        super().__init__(member.path.name)
        self.ready: list[Record] = []
        self._prefix, self._start = member.prefix, start
        self._path: list[str] = []
        self._layout: list[str] = []
        self._number = 0
        self._cells: dict[str, str | None] | None = None
        self._offset: int | None = None
        self._field, self._text, self._size = "", list[str](), 0
        self._row_size = 0
        self._fault: str | None = None

    def on_start(self, tag: str, attributes: dict[str, str]) -> None:
        self._path.append(local_name(tag).casefold())
        if len(self._path) == 1:
            self._begin_document(tag)
        elif len(self._path) > _MAX_DEPTH:
            raise self.refusal("it is nested too deeply", "嵌套层数过多")
        elif self._cells is not None:
            self._begin_field(tag, attributes)
        elif self._path == self._layout:
            self._begin_row(attributes)
        elif len(self._path) == len(self._layout) and self._path[:-1] == self._layout[:-1]:
            raise self.refusal(f"<{tag[:40]}> is no row", f"<{tag[:40]}> 不是数据行")

    def _begin_document(self, tag: str) -> None:
        self._layout = _LAYOUTS.get(self._path[0], [])
        if not self._layout:
            raise self.refusal(f"<{tag[:40]}> is no known root", f"未知的根元素 <{tag[:40]}>")

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._number += 1
        self._fault = None
        self._offset = None if self._start is None else self._start + self.place()
        self._cells, self._row_size = {}, 0
        for name, text in attributes.items():
            self._put(f"@{key_of(name)}", text)

    def _begin_field(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._path) > len(self._layout) + 1:
            self._fault = self._fault or "CELL_NESTED"
            return
        self._field = key_of(
            attributes["name"] if self._path[-1] == "field" and "name" in attributes else local_name(tag)
        )
        self._text, self._size = [], 0

    def on_text(self, text: str) -> None:
        if self._cells is None:
            return
        if len(self._path) == len(self._layout):
            if not text.isspace():
                self._fault = self._fault or "CELL_NESTED"
            return
        self._size += len(text)
        self._row_size += len(text)
        if self._size > MAX_CELL:
            self._fault = self._fault or "CELL_TOO_LONG"
        elif self._row_size > MAX_LINE:
            self._fault = self._fault or "LINE_TOO_LONG"
        else:
            self._text.append(text)

    def on_end(self, tag: str) -> None:
        if self._cells is not None:
            if len(self._path) == len(self._layout) + 1:
                self._put(self._field, "".join(self._text))
            elif len(self._path) == len(self._layout):
                self._end_row()
        self._path.pop()

    def _put(self, key: str, text: str) -> None:
        assert self._cells is not None
        if key in self._cells:
            self._fault = self._fault or "COLUMN_TWICE"
        elif len(self._cells) >= _MAX_CELLS:
            raise self.refusal("a row has too many cells", "单行的字段过多")
        self._cells[key] = text

    def _end_row(self) -> None:
        pointer = f"{self._prefix}row {self._number}"
        self.ready.append(Record(self._number, pointer, self._cells or {}, self._fault, None, self._offset))
        self._cells = None


def xml_records(member: Member, encoding: str) -> Iterator[Record]:
    """Rows of a ROWDATA or ExchangeMessage file; offsets where the file is UTF-8."""
    with member.open() as stream:
        parsing = _Rows(member, 0 if encoding.startswith("utf-8") else None)
        for block in _utf8_blocks(stream, encoding):
            parsing.feed(block)
            yield from parsing.ready
            parsing.ready.clear()
        parsing.close()
        yield from parsing.ready


def _utf8_blocks(stream: BinaryIO, encoding: str) -> Iterator[bytes]:
    """The document in UTF-8, whatever it was written in; the parser is told so and ignores the declaration."""
    if encoding.startswith("utf-8"):
        while block := stream.read(_BLOCK):
            yield block
        return
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    while block := stream.read(_BLOCK):
        yield decoder.decode(block).encode()
    yield decoder.decode(b"", final=True).encode()
