"""Amounts and counts."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal

from loaders.cleaners.base import Fault, Judge, from_judge

_GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
#: a printed numeric(…,6) of a system whose decimal sign is the comma
_DECIMAL_COMMA = re.compile(r"-?\d+,(\d{1,2}|\d{6})")
_PLAIN = re.compile(r"-?\d+(\.\d+)?|-?\.\d+")
_UNIT = re.compile(r"(亿|万|千)?元?(?:整|人民币)?")
_FACTORS = {"亿": 100_000_000, "万": 10_000, "千": 1_000, None: 1}
#: a hundred thousand milliards of yuan; an ID number of fifteen digits in the wrong column is more
_LIMIT = Decimal(10) ** 14
_CENT = Decimal("0.01")
_NOISE = str.maketrans("", "", " \t\u3000\u00a0¥￥$'_")
_NUMBER = re.compile(r"(?:人民币|RMB|CNY)?([-\d.,]+)(.*)")


def _money(text: str, factor: int) -> str:
    written = unicodedata.normalize("NFKC", text).translate(_NOISE)
    found = _NUMBER.fullmatch(written)
    unit = _UNIT.fullmatch(found[2]) if found else None
    if found is None or unit is None:
        raise Fault("MONEY_INVALID")
    scale = _FACTORS[unit[1]] if found[2] else factor
    amount = _decimal(found[1]) * scale
    if abs(amount) >= _LIMIT:  # asked before rounding, which fails for more digits than a decimal has
        raise Fault("MONEY_INVALID")
    return str(amount.quantize(_CENT, ROUND_HALF_UP))


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


MONEY = from_judge(money_judge(1))
#: a column whose heading says 万元
MONEY_10K = from_judge(money_judge(10_000))
INTEGER = from_judge(_integer)
