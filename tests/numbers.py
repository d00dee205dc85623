"""A search for ID numbers in bytes: plain, spelt in other ways, in hexadecimal and base64, backwards, cut at the mask,
and as unkeyed digests, since the space of ID numbers is small enough to try them all.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SM3, Hash
from openpyxl import load_workbook

from schema.identifiers import is_registration_number, upgrade_id_number

#: the shape of an ID number, whatever its check digit: quarantined rows hold wrong ones
_SHAPE = re.compile(rb"(?<!\d)[1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)")
_OLD = re.compile(rb"(?<!\d)[1-8]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)")
_FULL_WIDTH = str.maketrans({chr(digit + 0xFEE0): chr(digit) for digit in range(0x30, 0x3A)} | {"Ｘ": "X", "ｘ": "X"})
#: blanks and hyphens between the parts of a number
_GAPS = re.compile(rb"(?<=\d)(?:[ \-]|\xe3\x80\x80)(?=[\dXx])")
_CUT = re.compile(rb"(?<!\d)\d{14}(?!\d)")
_RUN = re.compile(rb"\d{15,}")
_HEX = re.compile(rb"[0-9A-Fa-f]{28,}")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{20,}")


def _sm3(text: bytes) -> bytes:
    digest = Hash(SM3())
    digest.update(text)
    return digest.finalize()


#: digests without a key
DIGESTS: tuple[Callable[[bytes], bytes], ...] = (
    lambda text: hashlib.md5(text, usedforsecurity=False).digest(),
    lambda text: hashlib.sha1(text, usedforsecurity=False).digest(),
    lambda text: hashlib.sha256(text).digest(),
    _sm3,
)


@dataclass(frozen=True)
class Numbers:
    """What must not be found: first 17 digits of new numbers, whole old ones, digests of whole numbers and of what a
    mask hides of them.
    """

    heads: frozenset[bytes]
    old: frozenset[bytes]
    #: in hexadecimal
    digests: frozenset[bytes]
    #: the fourteen digits that a mask hides: beside the last four, which it shows, they are the number
    hidden: frozenset[bytes] = frozenset()

    @classmethod
    def of(cls, whole: Iterable[bytes], old: Iterable[bytes]) -> Numbers:
        """The numbers; old ones of fifteen digits count in their new form, too."""
        found = {number.upper() for number in whole} | {upgrade_id_number(number.decode()).encode() for number in old}
        hidden = {number[:14] for number in found}
        digests = {make(text).hex().encode() for text in (*found, *old, *hidden) for make in DIGESTS}
        return cls(frozenset(number[:17] for number in found), frozenset(old), frozenset(digests), frozenset(hidden))

    @classmethod
    def of_files(cls, folder: Path) -> Numbers:
        """Every ID number of generated source files and of truth.json."""
        whole: set[bytes] = set()
        old: set[bytes] = set()
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                text = source_text(path)
                for spelt in (text, _GAPS.sub(b"", text)):
                    whole |= set(_SHAPE.findall(spelt))
                    old |= {found for found in _OLD.findall(spelt) if not is_registration_number(found.decode())}
        return cls.of(whole, old)

    def in_(self, content: bytes) -> set[bytes]:
        """Those that can be read out of `content`."""
        found = self._digits(content) | self.cut_in(content)
        for token in set(_HEX.findall(content)):
            lower = token.lower()
            found |= {lower[:size] for size in (32, 40, 64)} & self.digests
            for shift in (0, 1):
                even = lower[shift : len(lower) - (len(lower) - shift) % 2]
                raw = bytes.fromhex(even.decode())
                found |= self._digits(raw) | self.cut_in(raw)
        for token in {token for token in _BASE64.findall(content) if not _HEX.fullmatch(token)}:
            for shift in range(4):
                piece = token[shift:].translate(bytes.maketrans(b"-_", b"+/"))
                piece = piece[: len(piece) - (len(piece) % 4 == 1)]  # one character alone is no byte
                raw = base64.b64decode(piece + b"=" * (-len(piece) % 4))
                found |= self._digits(raw) | self.cut_in(raw)
                found |= {one for size in (16, 20, 32) if (one := raw[:size].hex().encode()) in self.digests}
        return found

    def _digits(self, content: bytes) -> set[bytes]:
        return self.plain_in(content) | self.plain_in(_GAPS.sub(b"", content))

    def cut_in(self, content: bytes) -> set[bytes]:
        """What a mask hides, standing alone: whoever has the last four beside it has the number."""
        runs = set(_CUT.findall(content))
        return {run for run in (*runs, *(run[::-1] for run in runs)) if run in self.hidden}

    def plain_in(self, content: bytes) -> set[bytes]:
        """Those that stand in `content` digit by digit, forwards or backwards."""
        runs = set(_RUN.findall(content))
        return {
            window
            for run in (*runs, *(run[::-1] for run in runs))
            for size, wanted in ((17, self.heads), (15, self.old))
            for at in range(len(run) - size + 1)
            if (window := run[at : at + size]) in wanted
        }


def source_text(path: Path) -> bytes:
    """The text of a source file in UTF-8, full-width digits made plain."""
    if path.suffix == ".xlsx":
        book = load_workbook(path, read_only=True)
        text = "\n".join(
            str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell
        )
        book.close()
    else:
        content = path.read_bytes()
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            text = content.decode("gb18030")
    return text.translate(_FULL_WIDTH).encode()
