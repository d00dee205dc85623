"""Amounts and counts."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal

from loaders.cleaners.base import Fault, Judge, from_judge
from loaders.cleaners.quick import quick_first, quick_money, quick_money_10k

_GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
#: a printed numeric(…,6) of a system whose decimal sign is the comma
_DECIMAL_COMMA = re.compile(r"-?\d+,(\d{1,2}|\d{6})")
_PLAIN = re.compile(r"-?\d+(\.\d+)?|-?\.\d+")
_UNIT = re.compile(r"(百亿|十亿|亿|千万|百万|十万|万|千|百)?(?:元|圆)?(?:整|正|人民币)?")
_FACTORS = {"百亿": 10**10, "十亿": 10**9, "亿": 10**8, "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4,
            "千": 10**3, "百": 10**2, None: 1}  # fmt: skip
#: `12万3456.78元`: two written units, the larger first
_COMPOUND = re.compile(r"(\d+)(亿|万)(\d{1,8}(?:\.\d+)?)(万)?元?(?:整|正)?")
#: a hundred thousand milliards of yuan; an ID number of fifteen digits in the wrong column is more
_LIMIT = Decimal(10) ** 14
_CENT = Decimal("0.01")
_NOISE = str.maketrans("", "", " \t\u3000\u00a0¥￥$'_")
_NUMBER = re.compile(r"(?:人民币|RMB|CNY)?([-\d.,]+)(.*)")
#: an amount in Chinese numerals, small or those of cheques: 十二万三千元, 壹拾贰万叁仟元伍角整
_HAN = re.compile(
    r"(?:人民币)?([零〇一二三四五六七八九两壹贰叁肆伍陆柒捌玖貳參陸十百千万亿拾佰仟億萬]+)(?:元|圆|圓)?"
    r"(?:零?([一二三四五六七八九两壹贰叁肆伍陆柒捌玖])角)?(?:零?([一二三四五六七八九两壹贰叁肆伍陆柒捌玖])分)?[整正]?"
)
_WRITTEN = ("零〇", "一壹", "二两贰貳", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
_DIGITS = {sign: value for value, signs in enumerate(_WRITTEN) for sign in signs}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1_000, "仟": 1_000}
_MYRIADS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}


def _money(text: str, factor: int) -> str:
    written = unicodedata.normalize("NFKC", text).translate(_NOISE)
    amount = _written_amount(written, factor)
    if abs(amount) >= _LIMIT:  # asked before rounding, which fails for more digits than a decimal has
        raise Fault("MONEY_INVALID")
    return str(amount.quantize(_CENT, ROUND_HALF_UP))


def _written_amount(written: str, factor: int) -> Decimal:
    if found := _HAN.fullmatch(written):
        # a written 元 or 万 is the unit; a bare word for a number takes the column's
        bare = not any(sign in written for sign in "元圆圓角分万萬亿億")
        return (han_number(found[1]) + _coins(found[2], found[3])) * (factor if bare else 1)
    if found := _COMPOUND.fullmatch(written):
        rest = _decimal(found[3]) * (_FACTORS["万"] if found[4] else 1)
        if rest >= _FACTORS[found[2]]:
            raise Fault("MONEY_INVALID")
        return _decimal(found[1]) * _FACTORS[found[2]] + rest
    found = _NUMBER.fullmatch(written)
    unit = _UNIT.fullmatch(found[2]) if found else None
    if found is None or unit is None:
        raise Fault("MONEY_INVALID")
    return _decimal(found[1]) * (_FACTORS[unit[1]] if found[2] else factor)


def _coins(jiao: str | None, fen: str | None) -> Decimal:
    return Decimal(_DIGITS[jiao] if jiao else 0) / 10 + Decimal(_DIGITS[fen] if fen else 0) / 100


def han_number(text: str) -> Decimal:
    """The whole number that Chinese numerals write: 二百零五, 十二万三千, 壹亿, or digit by digit 二〇二三.

    Raises Fault MONEY_INVALID for signs in an order that writes no number.
    """
    if all(sign in _DIGITS for sign in text):
        return Decimal("".join(str(_DIGITS[sign]) for sign in text))
    whole, part = 0, _Part(10_000)
    for sign in text:
        if sign in _DIGITS:
            part.digit(_DIGITS[sign])
        elif sign in _TENS:
            part.tens(_TENS[sign])
        else:
            worth = part.value() if part.is_begun or not whole else 0
            whole = (whole + worth) * 10**8 if _MYRIADS[sign] == 10**8 else whole + worth * 10**4
            part = _Part(1_000)
    return Decimal(whole + (part.value() if part.is_begun else 0))


class _Part:
    """Up to four places of a number: 三千零五十. `above` is the place that has been written last, times ten."""

    def __init__(self, above: int) -> None:
        self._sum, self._digit, self._unit, self._above = 0, -1, 10_000, above
        self._has_zero = self.is_begun = False

    def digit(self, value: int) -> None:
        """A digit, or the zero that stands for skipped places."""
        if self._digit > 0:
            raise Fault("MONEY_INVALID")
        self._digit, self.is_begun = value, True
        self._has_zero = self._has_zero or value == 0

    def tens(self, unit: int) -> None:
        """The unit of the digit before; 十 at the head of a number or behind a zero is ten."""
        is_ten = unit == 10 and self._digit < 1 and (self._digit == 0 or not self._sum)
        if unit >= self._unit or (self._digit < 1 and not is_ten):
            raise Fault("MONEY_INVALID")
        self._sum += max(self._digit, 1) * unit
        self._digit, self._unit, self._above, self.is_begun = -1, unit, unit, True
        self._has_zero = False

    def value(self) -> int:
        """What the places write. In speech 三百五 and 一万三 are 350 and 13000; such an amount is not guessed at."""
        skipped = self._digit > 0 and self._above in (100, 1_000) and not self._has_zero
        if not self.is_begun or skipped:
            raise Fault("MONEY_INVALID")
        return self._sum + max(self._digit, 0)


def _decimal(digits: str) -> Decimal:
    if _PLAIN.fullmatch(digits):
        return Decimal(digits)
    if _GROUPED.fullmatch(digits):
        return Decimal(digits.replace(",", ""))
    if _DECIMAL_COMMA.fullmatch(digits):
        return Decimal(digits.replace(",", "."))
    raise Fault("MONEY_INVALID")


def money_judge(factor: int) -> Judge:
    """Amounts in yuan with two decimals; a bare number is multiplied by `factor`, a written unit (万元, 亿元) wins."""
    return lambda text: _money(text, factor)


def _integer(text: str) -> str:
    written = unicodedata.normalize("NFKC", text).replace(",", "").removesuffix(".0")
    if not re.fullmatch(r"-?\d{1,9}", written):
        raise Fault("INTEGER_INVALID")
    return str(int(written))


MONEY = quick_first(quick_money, money_judge(1))
#: a column whose heading says 万元
MONEY_10K = quick_first(quick_money_10k, money_judge(10_000))
INTEGER = from_judge(_integer)
