"""Invented people: names nobody bears and ID numbers nobody was given.

* A given name consists only of heavenly stems (甲乙丙…) and earthly branches (子丑寅…), the way Chinese legal texts
  name invented parties (张甲, 李乙); now and then a rare character (䶮, 㛃) is added that GBK cannot write. Names with
  a middle dot are made of 示例 and 样本.
* The sequence part of every ID number lies in 900-999. Check digits are right unless a row is spoiled on purpose.
* Telephone numbers start with 100, which is no mobile prefix.
* Everybody was born between 1950 and 1994, hence of age in every case of the province; the two minors are cameos.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from loaders.synthetic.dice import Dice
from schema.identifiers import id_number_check_digit

SURNAMES: tuple[str, ...] = (
    *"赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方",
    *"俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧",
    "欧阳", "上官", "司徒", "诸葛",
)  # fmt: skip
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
RARE = "䶮㛃"

_FIRST_BIRTH = date(1950, 1, 1).toordinal()
_BIRTH_DAYS = date(1995, 1, 1).toordinal() - _FIRST_BIRTH
#: all different (birth date, sequence) pairs; more people than this would share numbers
CAPACITY = _BIRTH_DAYS * 100
#: a prime without a common factor with CAPACITY: walking by it visits every pair once
_STEP = 1_000_003


class Person(NamedTuple):
    """One invented person."""

    name: str
    #: ID number (公民身份号码), 18 characters
    id_number: str
    #: 男 or 女
    sex: str
    #: birth date as an ordinal
    born: int


def name_of(dice: Dice) -> str:
    """A name by the rule of this module."""
    form = dice.below(100)
    if form == 0:
        return f"{dice.pick(STEMS)}示例·{dice.pick(STEMS)}样本"
    surname = dice.pick(SURNAMES)
    if form < 3:
        return surname + dice.pick(STEMS) + dice.pick(RARE)
    if form < 20:
        return surname + dice.pick(STEMS)
    return surname + dice.pick(STEMS) + dice.pick(BRANCHES)


def id_number(county: str, born: date, sequence: int) -> str:
    """The 18-character number of these parts; the sequence must lie in the reserved range."""
    if not 900 <= sequence <= 999:
        raise ValueError("synthetic people have sequence parts 900 to 999")
    first17 = f"{county}{born:%Y%m%d}{sequence}"
    return first17 + id_number_check_digit(first17)


def person(dice: Dice, number: int, county: str) -> Person:
    """The person of this number; two numbers below CAPACITY never share birth date and sequence."""
    day, sequence = divmod((number * _STEP + 17) % CAPACITY, 100)
    born = date.fromordinal(_FIRST_BIRTH + day)
    first17 = f"{county}{born.year}{born.month:02}{born.day:02}9{sequence:02}"
    whole = first17 + id_number_check_digit(first17)
    return Person(name_of(dice), whole, "男" if sequence % 2 else "女", born.toordinal())


def short_id_number(whole: str) -> str:
    """The 15-digit form in use until 1999: no century, no check digit."""
    return whole[:6] + whole[8:17]


def phone(dice: Dice) -> str:
    """A number with a prefix that was never assigned."""
    return f"100{dice.below(100_000_000):08}"
