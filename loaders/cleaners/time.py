"""Dates and instants in every form the sources use; all civil dates are of Asia/Shanghai."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from loaders.cleaners.base import Fault
from loaders.cleaners.quick import quick_date, quick_first, quick_instant

#: China has used one offset without daylight saving since 1992
CHINA = dt.timezone(dt.timedelta(hours=8))
#: first year that a credit record can speak of; earlier dates are sentinels such as 1900-1-1
_FIRST_YEAR = 1901
#: years from here on mean "no end"
_ENDLESS = 2099
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_HAN_DATE = re.compile(
    r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]?"
)
_CLOCK = r"(?:[ T]?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?"
_PARTED = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?" + _CLOCK)
_PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?()")
_EPOCH = re.compile(r"(\d{10}|\d{13})")


def date_of(text: str) -> str | None:
    """An ISO date, None for a sentinel (1900-1-1, 2099-12-31, 9999-9-9); Fault DATE_INVALID."""
    moment = _moment_of(text, "DATE_INVALID")
    if moment is None or moment.year < _FIRST_YEAR or moment.year >= _ENDLESS:
        return None
    return moment.date().isoformat()


def instant_of(text: str) -> str | None:
    """An ISO instant with the offset +08:00, None for a sentinel; Fault INSTANT_INVALID."""
    moment = _moment_of(text, "INSTANT_INVALID")
    if moment is None or moment.year < _FIRST_YEAR or moment.year >= _ENDLESS:
        return None
    return moment.isoformat()


def _moment_of(text: str, fault: str) -> dt.datetime | None:
    written = unicodedata.normalize("NFKC", text).strip()
    if found := _EPOCH.fullmatch(written):
        seconds = int(written) / (1000 if len(written) == 13 else 1)
        return dt.datetime.fromtimestamp(seconds, CHINA)
    if found := _HAN_DATE.fullmatch(written):
        parts = (int(found[1].translate(_HAN_DIGITS)), _han_number(found[2]), _han_number(found[3]), 0, 0, 0)
        return _build(parts, None, fault)
    found = _PARTED.fullmatch(written) or _PACKED.fullmatch(written)
    if not found:
        raise Fault(fault)
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    return _build((year, month, day, hour, minute, second), found[7], fault)


def _build(parts: tuple[int, int, int, int, int, int], offset: str | None, fault: str) -> dt.datetime:
    try:
        zone = CHINA if not offset else dt.datetime.strptime(offset, "%z").tzinfo
        return dt.datetime(*parts, tzinfo=zone).astimezone(CHINA)
    except (ValueError, OverflowError) as reason:
        if parts[0] >= _ENDLESS:  # 9999-12-31 does not survive a change of zone; it is a sentinel anyway
            return dt.datetime(_ENDLESS, 1, 1, tzinfo=CHINA)
        raise Fault(fault) from reason


def _han_number(text: str) -> int:
    """1–31 in Chinese numerals: 七, 十, 十一, 二十, 三十一."""
    tens, mark, ones = text.rpartition("十")
    if not mark:
        return int(text.translate(_HAN_DIGITS))
    return int((tens or "一").translate(_HAN_DIGITS)) * 10 + int((ones or "〇").translate(_HAN_DIGITS))


DATE = quick_first(quick_date, date_of)
INSTANT = quick_first(quick_instant, instant_of)
