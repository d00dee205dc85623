"""Free text: ID numbers that stand in it are starred before anything is stored, however they are spelt.

Nobody's right to read a text is a right to the numbers of those whom it mentions. Found are numbers of eighteen and of
fifteen characters, in digits of any script, with blanks, hyphens, dots or invisible characters between them, several
beside one another, and in longer runs of digits where the check digit proves them. What is left is fourteen stars and
the last characters, at most four: the length tells nothing, and at least 10 000 numbers remain possible.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from schema.identifiers import id_number_check_digit, normalise

#: what is left of a number besides its last characters
STARS = "*" * 14
#: characters that a writer, a form or a spreadsheet puts between the digits of one number; a comma parts two numbers
_GAP = r"[\s\u00ad\u200b-\u200f\u2060\ufeff\-‐-―−－_＿.．·•・]"
_X = "XxＸｘ"
#: texts worth a closer look, for engines of regular expressions with and without look-around
SUSPECT = rf"(?:\p{{Nd}}{_GAP}{{0,3}}){{14}}[\p{{Nd}}{_X}]"
_SUSPECT = re.compile(SUSPECT.replace(r"\p{Nd}", r"\d"))
_RUN = re.compile(rf"\d(?:{_GAP}{{0,3}}\d)+(?:{_GAP}{{0,3}}[{_X}])?")
_DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_NEW = re.compile(rf"[1-9][0-9]{{5}}(?:18|19|20)[0-9]{{2}}{_DAY}[0-9]{{3}}[0-9X]", re.ASCII)
_OLD = re.compile(rf"[1-9][0-9]{{7}}{_DAY}[0-9]{{3}}", re.ASCII)
#: after how many characters of a number people leave a gap: division, year, month, day
_USUAL = {18: frozenset((6, 10, 12, 14)), 15: frozenset((6, 8, 10, 12))}


#: a run of digits long enough to be an identity number or to tell of one
_LIKE_ONE = re.compile(r"\d{14,17}[\dXx]|\d{6}[12]\d{3}[01]\d")


def holds_identity_number(text: str) -> bool:
    """Whether a text of a caller's own holds anything like an identity number, however it is spelt."""
    return len(text) >= 12 and (_LIKE_ONE.search(normalise(text)) is not None or starred(text) != text)


def starred(text: str) -> str:
    """The text with every ID number in it starred; starring twice changes nothing."""
    if not _SUSPECT.search(text):
        return text
    pieces, done = [], 0
    for start, end, shown in _numbers(text):
        pieces += [text[done:start], STARS, text[shown:end]]
        done = end
    return "".join([*pieces, text[done:]])


def _numbers(text: str) -> Iterator[tuple[int, int, int]]:
    """Where numbers begin and end, and where the part begins that stays readable."""
    for run in _RUN.finditer(text):
        places = [place for place in range(*run.span()) if text[place].isdecimal() or text[place] in _X]
        digits = "".join(_digit(text[place]) for place in places)
        at = 0
        while at < len(digits):
            size = _size(digits, places, at)
            if size:
                # the last four, of an old number, which has no check digit, the last three
                yield places[at], places[at + size - 1] + 1, places[at + size - (4 if size == 18 else 3)]
            at += size or 1


def _digit(character: str) -> str:
    return str(unicodedata.decimal(character)) if character.isdecimal() else "X"


def _size(digits: str, places: list[int], at: int) -> int:
    """How many characters the number has that begins at a place of a run of digits; 0 where none does."""
    for size, shape in ((18, _NEW), (15, _OLD)):
        number = digits[at : at + size]
        if shape.fullmatch(number) and (_proven(number) or _stands_alone(places, at, size)):
            return size
    return 0


def _proven(number: str) -> bool:
    return len(number) == 18 and id_number_check_digit(number[:17]) == number[17]


def _stands_alone(places: list[int], at: int, size: int) -> bool:
    """Whether nothing adjoins the number, and gaps within it stand where people leave them."""
    end = at + size
    gaps = {place - at for place in range(at + 1, end) if places[place] > places[place - 1] + 1}
    before = at == 0 or places[at] > places[at - 1] + 1
    after = end == len(places) or places[end] > places[end - 1] + 1
    return before and after and gaps <= _USUAL[size]
