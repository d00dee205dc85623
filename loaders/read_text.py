"""Text files as lines of bounded length, each with the place where it begins."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from hub.errors import FileEncoding

#: bytes of one physical line; a longer one is a fault of its row
MAX_LINE = 1_000_000
_BLOCK = 1 << 20
_BOM = codecs.BOM_UTF8
#: so many bytes of characters beyond ASCII read as UTF-8 before the first fault: it is damaged UTF-8, no GB18030
_SURELY = 48


class Utf8Check:
    """Whether blocks of bytes are UTF-8, found out in passing."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("strict")
        self._first, self._beyond = b"", 0
        self.holds = True

    def take(self, block: bytes) -> None:
        """Look at the next block."""
        if not self.holds:
            return
        self._first = self._first or block[:3]
        try:
            self._beyond += len(block) - len(self._decoder.decode(block))
        except UnicodeDecodeError as fault:
            self._beyond += fault.start - len(block[: fault.start].decode("utf-8", "ignore"))
            self.holds = False

    def end(self) -> None:
        """Nothing follows: half a character at the end is a fault."""
        try:
            self._decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            self.holds = False

    @property
    def damaged(self) -> bool:
        """The bytes are UTF-8 by their mark or by all that came before the fault, so nothing else may be tried."""
        return not self.holds and (self._first == _BOM or self._beyond >= _SURELY)


def check_gb18030(blocks: Iterable[bytes], name: str) -> None:
    """Refuse bytes that are not strict GB18030 (FileEncoding)."""
    decoder = codecs.getincrementaldecoder("gb18030")("strict")
    try:
        for block in blocks:
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as fault:
        raise FileEncoding(file=name) from fault


def blocks_of(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of a stream, a megabyte at a time."""
    while block := stream.read(_BLOCK):
        yield block


class Lines:
    """Lines as text, ended by LF or CR LF; an iterator that also tells where and what it has just handed out.

    GB18030 uses neither LF nor CR inside a character, so lines are cut before they are decoded.
    """

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream = stream
        self._encoding = encoding.removesuffix("-sig")
        self._end = 0
        #: offset of the first byte of the lines handed out since `begin`, in bytes of the stream
        self.start: int | None = None
        #: the lines handed out since `begin`
        self.taken: list[str] = []
        #: LINE_TOO_LONG or CARRIAGE_RETURN where one of them is so, else None
        self.fault: str | None = None

    def begin(self) -> None:
        """Start a new record."""
        self.start, self.fault = None, None
        self.taken.clear()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        raw = self._stream.readline(MAX_LINE + 1)
        if not raw:
            raise StopIteration
        if self.start is None:
            self.start = self._end
        text = self._too_long(raw) if len(raw) > MAX_LINE else self._decoded(raw)
        self.taken.append(text)
        return text

    def _decoded(self, raw: bytes) -> str:
        if not self._end and raw.startswith(_BOM):
            self._end, raw = len(_BOM), raw[len(_BOM) :]
            self.start = self._end
        self._end += len(raw)
        text = raw.decode(self._encoding)
        if "\r" in text and "\r" in text.removesuffix("\n").removesuffix("\r"):
            self.fault = self.fault or "CARRIAGE_RETURN"
            text = text.removesuffix("\n").removesuffix("\r").replace("\r", "\u240d") + "\n"
        return text

    def _too_long(self, raw: bytes) -> str:
        """Pass a line without end by; what is kept of it shows people which one it was."""
        self.fault = "LINE_TOO_LONG"
        shown = raw[:200].decode(self._encoding, "ignore")
        self._end += len(raw)
        while not raw.endswith(b"\n") and (raw := self._stream.readline(MAX_LINE)):
            self._end += len(raw)
        return shown.replace('"', "'").replace("\n", " ") + "\n"
