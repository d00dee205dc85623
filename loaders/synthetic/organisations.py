"""Invented organisations: names with 示例 in them and codes from reserved ranges.

* The organisation code inside every credit code starts with XX, a prefix no registrar has issued.
* The sequence part of every registration number (注册号) starts with 9.
"""

from __future__ import annotations

from loaders.synthetic.dice import Dice
from loaders.synthetic.regions import Region
from schema.identifiers import (
    credit_code_check_digit,
    organisation_code_check_digit,
    registration_number_check_digit,
)

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_SIZE = 31**6
#: a prime without a common factor with 31: neighbouring numbers get codes that look unrelated
_STEP = 387_420_499

WORDS = (
    *("恒远", "瑞丰", "华泰", "鼎盛", "金桥", "宏达", "永昌", "新源", "长青", "四方", "天成", "明德", "嘉禾"),
    *("海川", "东升", "启航", "百川", "正阳", "立信", "安和", "众诚", "兴业达", "盛世丰", "博雅", "云帆"),
)
TRADES = (
    *("机电", "建材", "贸易", "物流", "服饰", "食品", "化工", "科技", "建筑工程", "装饰", "餐饮", "汽车服务"),
    *("模具", "农业发展", "置业"),
)
FORMS = ("有限公司",) * 8 + ("股份有限公司", "有限责任公司")
#: what firms that are no companies end in, by the first two characters of their credit code
_OTHER_FORMS = {"92": "经营部", "93": "专业合作社", "N2": "股份经济合作社"}


def organisation_code(number: int) -> str:
    """Nine characters without hyphen (组织机构代码); different numbers below 31^6 give different codes."""
    rest = (number * _STEP + 5) % _SIZE
    digits = ""
    for _ in range(6):
        rest, digit = divmod(rest, 31)
        digits += _ALPHABET[digit]
    return f"XX{digits}{organisation_code_check_digit('XX' + digits)}"


def credit_code(prefix: str, area: str, number: int) -> str:
    """Eighteen characters (统一社会信用代码) with right check characters; prefix such as 91, 12, 54, N2."""
    first17 = f"{prefix}{area}{organisation_code(number)}"
    return first17 + credit_code_check_digit(first17)


def registration_number(area: str, number: int) -> str:
    """Fifteen digits (营业执照注册号); different numbers below ten million give different ones."""
    first14 = f"{area}9{number % 10_000_000:07}"
    return first14 + registration_number_check_digit(first14)


def firm_name(dice: Dice, region: Region, identifier: str) -> str:
    """Place + 示例 + word + trade + form; one in sixty carries a character that GBK cannot write."""
    form = _OTHER_FORMS.get(identifier[:2]) or dice.pick(FORMS)
    rare = "䶮" if dice.below(60) == 0 else ""
    return f"{region.place}示例{dice.pick(WORDS)}{rare}{dice.pick(TRADES)}{form}"
