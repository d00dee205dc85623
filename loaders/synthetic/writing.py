"""How feeds write things down: dates, amounts, case numbers, masks and empty cells in all the forms seen in the field.

Everything here only changes the spelling; the cleaners of `loaders` must read each form back to the same value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from json.encoder import encode_basestring as _quoted

from loaders.synthetic.dice import Dice, weighed

#: what people type into a cell that has nothing to say
NULL_WORDS = ("", "\n", "暂无", "无", "空", "/", "NULL", "-")
_NUMERALS = "〇一二三四五六七八九"
_SMALL: tuple[str, ...] = ("", *"一二三四五六七八九")
#: 1970-01-01 as an ordinal; times are in Asia/Shanghai (UTC+8, no summer time since 1992)
_EPOCH = date(1970, 1, 1).toordinal()
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")

#: forms a date may take in text feeds beside the usual one of the feed
_OTHER_FORMS = ("chinese", "compact", "iso", "slash", "bare", "midnight", "t")
_BRACKETS = weighed((("（", "）"), 70), (("(", ")"), 14), (("〔", "〕"), 8), (("[", "]"), 4), (("【", "】"), 4))


@lru_cache(maxsize=200_000)
def day(form: str, ordinal: int) -> str:
    """One date in one form: chinese, compact, iso, slash, bare, midnight, t, seconds, milliseconds or numerals."""
    return _FORMS[form](date.fromordinal(ordinal))


def _epoch_seconds(moment: date) -> int:
    return (moment.toordinal() - _EPOCH) * 86_400 - 28_800


_FORMS: dict[str, Callable[[date], str]] = {
    "chinese": lambda moment: f"{moment.year}年{moment.month:02}月{moment.day:02}日",
    "compact": lambda moment: f"{moment.year}{moment.month:02}{moment.day:02}",
    "iso": lambda moment: moment.isoformat(),
    "slash": lambda moment: f"{moment.year}/{moment.month:02}/{moment.day:02}",
    "bare": lambda moment: f"{moment.year}-{moment.month}-{moment.day}",
    "midnight": lambda moment: f"{moment.year}-{moment.month}-{moment.day} 0:00:00",
    "t": lambda moment: f"{moment.isoformat()}T00:00:00",
    "seconds": lambda moment: str(_epoch_seconds(moment)),
    "milliseconds": lambda moment: str(_epoch_seconds(moment) * 1000),
    "numerals": lambda moment: f"{_digits(moment.year)}年{_spoken(moment.month)}月{_spoken(moment.day)}日",
}


def _digits(number: int) -> str:
    return "".join(_NUMERALS[int(digit)] for digit in str(number))


def _spoken(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_SMALL[tens]}十") + _SMALL[ones]


def mixed_day(dice: Dice, usual: str, ordinal: int) -> str:
    """The usual form of the feed, or in one of ten cells another."""
    return day(dice.pick(_OTHER_FORMS) if dice.below(10) == 0 else usual, ordinal)


def optional(dice: Dice, text: str) -> str:
    """The text, or in 3 % of the cells a word that means nothing."""
    return dice.pick(NULL_WORDS) if dice.below(1000) < 30 else text


def yuan(cents: int) -> str:
    """Plain yuan with two decimals."""
    return f"{cents // 100}.{cents % 100:02}"


def mixed_yuan(dice: Dice, cents: int) -> str:
    """Yuan as typed by hand: mostly plain, else with commas, blanks, or in ten thousands (万元); never inexact."""
    form = dice.below(100)
    if form >= 6:
        return yuan(cents)
    if form < 2:
        return f"{cents // 100:,}.{cents % 100:02}"
    if form < 4:
        return f"{cents // 100:,}.{cents % 100:02}".replace(",", " ")
    if form == 4:
        return f"{cents // 1_000_000}.{cents % 1_000_000:06}万元"
    return f"{yuan(cents)}元"


def case_number(dice: Dice, canonical: str) -> str:
    """A canonical number in one of the spellings seen: brackets of five kinds, full-width digits, padded sequence."""
    if "字第" in canonical:
        return _old_case_number(dice, canonical)
    form, bracket = divmod(dice.below(10_000), 100)
    left, right = _BRACKETS[bracket]
    text = f"{left}{canonical[1:5]}{right}{canonical[6:]}"
    if form < 2:
        return text.translate(_FULL_WIDTH)
    return f" {text} " if form == 2 else text


def _old_case_number(dice: Dice, canonical: str) -> str:
    form = dice.below(10)
    head, tail = canonical.split("字第")
    if form < 4:
        return f"{head}字第{int(tail[:-1]):05}号"
    if form < 7:
        return canonical.replace("(", "（").replace(")", "）")
    return canonical.replace("(", "").replace(")", "") if form == 7 else canonical


def masked(number: str, form: str) -> str:
    """An ID number as public lists print it: star18 (10+4+4), star19 (11 digits, four stars for three, 4) or head6."""
    if form == "star18":
        return f"{number[:10]}****{number[14:]}"
    if form == "star19":
        return f"{number[:11]}****{number[14:]}"
    return f"{number[:6]}************"


def person_name(dice: Dice, name: str) -> str:
    """The name as typed: one in a hundred with a trailing blank, middle dots in all their forms."""
    if "·" in name:
        name = name.replace("·", dice.pick("·•．."))
    return f"{name} " if dice.below(100) == 0 else name


def json_line(row: Mapping[str, str], more: str = "") -> str:
    """A row as one JSON object, Chinese unescaped; `more` is JSON text of further members.

    PERF: a third cheaper than json.dumps, which prepares an encoder for every call.
    """
    members = ",".join([f'"{key}":{_quoted(text)}' for key, text in row.items()])
    return f"{{{members}{',' if more else ''}{more}}}"
