"""Cleaning by whole columns says what the judge of single values says, over generated and hand-picked values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.cleaners import (
    CASE_NUMBER,
    CASE_TYPE,
    DATE,
    INSTANT,
    MONEY,
    MONEY_10K,
    NAME,
    Cleaner,
    Context,
)
from loaders.cleaners.base import Judge, by_distinct, tidy
from loaders.cleaners.court import _case_number, _case_type
from loaders.cleaners.number import han_number, money_judge
from loaders.cleaners.quick import (
    Quick,
    quick_case_number,
    quick_case_type,
    quick_date,
    quick_instant,
    quick_money,
    quick_money_10k,
    quick_name,
)
from loaders.cleaners.text import _name
from loaders.cleaners.time import date_of, instant_of
from schema.identifiers import COURT_CHARACTERS

_FEW = settings(max_examples=150, deadline=None)
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_DIGITS = st.text("0123456789０１２３４５６７８９", max_size=9)
_CLOCKS = st.sampled_from(
    ["", " 0:00:00", " 22:59:34", "T1:01:23", " 24:00:00", " 1:61", " 10:30", "T00:00:00Z", " 9:9:9"]
)

dates = st.one_of(
    st.builds(
        "{}{}{:0{}}{}{:0{}}{}{}".format, st.integers(1890, 2110), st.sampled_from("-/.年"), st.integers(0, 13),
        st.integers(1, 2), st.sampled_from("-/.月"), st.integers(0, 32), st.integers(1, 2),
        st.sampled_from(["", "日"]), _CLOCKS,
    ),
    st.integers(18_000_000, 99_999_999).map(str),
    st.integers(10**9, 10**13).map(str),
    _DIGITS,
)  # fmt: skip
amounts = st.one_of(
    st.builds(
        "{}{}{}{}{}".format, st.sampled_from(["", "-", "¥", " ", "0", "."]), st.integers(0, 10**12),
        st.sampled_from(["", ".", ".5", ".05", ".123", ".1234567", ",000", ",000000", "．5"]),
        st.sampled_from(["", "元", "万元", "万", "亿元", "元整"]), st.sampled_from(["", " ", "元"]),
    ),
    _DIGITS,
)  # fmt: skip
names = st.text("张买提·•.． ()（）〔〕【】　\u200bＡaZ9９公司-", max_size=8)
case_numbers = st.builds(
    "{}{}{}{}{}{}{}号{}".format, st.sampled_from("(（〔[【"), st.integers(1890, 2100), st.sampled_from(")）〕]】"),
    st.sampled_from([*COURT_CHARACTERS[:3], "浙0211", "渝01", "最高法", "沪011", "州", ""]),
    st.sampled_from(["执", "知民初", "知", "执恢", "民初字第", "执字", "破申", "行政非诉执行"]),
    st.sampled_from(["", "0", "00"]), st.integers(0, 10**9), st.sampled_from(["", "之一", "-1", "民事判决书", "x"]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("quick", "judge", "values"),
    [
        (quick_date, date_of, dates),
        (quick_instant, instant_of, dates),
        (quick_money, money_judge(1), amounts),
        (quick_money_10k, money_judge(10_000), amounts),
        (quick_name, _name, names),
        (quick_case_number, _case_number, case_numbers),
        (quick_case_type, _case_type, case_numbers),
    ],
)
def test_expressions_answer_as_the_judge(quick: Quick, judge: Judge, values: st.SearchStrategy[str]) -> None:
    """Wherever an expression answers at all, its answer is the judge's and the judge finds no fault."""

    @_FEW
    @given(st.lists(values, min_size=1, max_size=40))
    def compare(texts: list[str]) -> None:
        series = tidy(pl.Series("text", texts, dtype=pl.String))
        answers = series.to_frame().select(quick(pl.col("text"))).to_series()
        judged = by_distinct(series, judge)
        for text, answer, value, fault in zip(series, answers, judged.values, judged.faults, strict=True):
            assert answer is None or (answer, None) == (value, fault), text

    compare()


@pytest.mark.parametrize(
    ("quick", "texts"),
    [
        (quick_date, ["2019-7-9", "2019/07/09", "2019年07月13日", "20190709", "2018-7-27 0:00:00"]),
        (quick_instant, ["2020-4-27 22:59:34"]),
        (quick_money, ["0", "5746611.84", "12000.0"]),
        (quick_money_10k, ["1.2", "0", "0.000001", "100"]),
        (quick_name, ["张三", "宁波市镇海区示例(集团)有限公司", "买买提·示例"]),
        (quick_case_number, ["（2024）浙0211执1号", "(2023)渝0112执恢0012号", "（2021）最高法执监88号"]),
        (quick_case_type, ["（2024）浙0211执1号"]),
    ],
)  # fmt: skip
def test_common_forms_need_no_judge(quick: Quick, texts: list[str]) -> None:
    """An expression that never answered would agree with every judge."""
    assert pl.DataFrame({"text": texts}).select(quick(pl.col("text"))).to_series().null_count() == 0


@pytest.mark.parametrize("cleaner", [DATE, INSTANT, MONEY, MONEY_10K, NAME, CASE_NUMBER, CASE_TYPE])
def test_empty_columns_and_gaps_stay_what_they_are(cleaner: Cleaner) -> None:
    """Nothing is made of nothing, at any length."""
    for size in (0, 1, 3):
        cleaned = cleaner(pl.Series("x", [None] * size, dtype=pl.String), Context())
        assert (len(cleaned.values), cleaned.values.null_count(), cleaned.faults.null_count()) == (size, size, size)


@pytest.mark.parametrize(
    "number", ["330211199001010014", "330211 19900101 0014", "３３０２１１１９９００１０１００１４"]
)
def test_name_with_an_identity_number_is_set_aside(number: str) -> None:
    """A form that needs no judge for its letters and digits lets nobody's number into a column of names."""
    cleaned = NAME(pl.Series("x", ["张三", f"张三{number}", f"示例{number}公司", "示例12号店"]), Context())

    assert cleaned.values.to_list() == ["张三", None, None, "示例12号店"]
    assert cleaned.faults.to_list() == [None, "NAME_HOLDS_NUMBER", "NAME_HOLDS_NUMBER", None]


def test_values_and_faults_keep_their_rows() -> None:
    """Quick, judged, faulty and empty values of one column stand where they stood."""
    cleaned = DATE(pl.Series("x", ["20190709", "二〇二三年十月十一日", None, "gestern", "9999-9-9"]), Context())

    assert cleaned.values.to_list() == ["2019-07-09", "2023-10-11", None, None, None]
    assert cleaned.faults.to_list() == [None, None, None, "DATE_INVALID", None]


# ------------------------------------------------------------------------------------- amounts in Chinese numerals

_SMALL = ("零一二三四五六七八九", "十百千", "万", "亿")
_CHEQUE = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万", "亿")


def written(number: int, signs: tuple[str, str, str, str]) -> str:
    """The obvious way to write a number: places of four, each digit with its unit, one zero for a gap."""
    digits, units, myriad, hundred_million = signs
    groups = [(number // 10**8, hundred_million), (number // 10**4 % 10**4, myriad), (number % 10**4, "")]
    text = ""
    for value, sign in groups:
        part = ""
        for place in (3, 2, 1, 0):
            digit = value // 10**place % 10
            if digit:
                part += digits[digit] + (units[place - 1] if place else "")
            elif (part or text) and not (part or text).endswith(digits[0]) and value % 10**place:
                part += digits[0]
        text += part + sign if value else ""
    return text or digits[0]


@_FEW
@given(st.integers(0, 9_999_9999_9999), st.sampled_from([_SMALL, _CHEQUE]))
def test_chinese_numerals_are_read_back(number: int, signs: tuple[str, str, str, str]) -> None:
    """Every number under a trillion, in both sets of signs."""
    assert han_number(written(number, signs)) == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("十二万三千元", "123000.00"), ("壹拾贰万叁仟元整", "123000.00"), ("人民币伍角", "!MONEY_INVALID"),
        ("叁佰元伍角贰分", "300.52"), ("一百零五元", "105.00"), ("两千万元", "20000000.00"), ("五万", "50000.00"),
        ("12万3456.78元", "123456.78"), ("3亿2万元", "300020000.00"), ("12万30000元", "!MONEY_INVALID"),
        ("1.5百万元", "1500000.00"), ("三百五", "!MONEY_INVALID"), ("一万三", "!MONEY_INVALID"),
        ("二二百", "!MONEY_INVALID"),
        ("万元", "!MONEY_INVALID"), ("百十", "!MONEY_INVALID"), ("一万亿", "1000000000000.00"),
    ],
)  # fmt: skip
def test_amounts_in_words(text: str, expected: str) -> None:
    """Words for numbers, coins, two units; what speech leaves open (三百五) is not guessed at."""
    cleaned = MONEY(pl.Series("x", [text]), Context())

    assert (cleaned.values[0] or f"!{cleaned.faults[0]}") == expected


@_FEW
@given(st.decimals(0, 10**8, places=6))
def test_ten_thousands_are_exact(amount: Decimal) -> None:
    """万元 with any decimals against decimal arithmetic."""
    cleaned = MONEY_10K(pl.Series("x", [f"{amount:f}"]), Context())

    assert Decimal(cleaned.values[0]) == (amount * 10_000).quantize(Decimal("0.01"), ROUND_HALF_UP)


@_FEW
@given(st.dates(dt.date(1901, 1, 1), dt.date(2098, 12, 31)))
def test_a_day_is_one_day_in_every_form(day: dt.date) -> None:
    """Ten ways to write a day, one ISO date."""
    year = "".join(_SMALL[0].replace("零", "〇")[int(digit)] for digit in str(day.year))
    month, number = (written(part, _SMALL).replace("一十", "十") for part in (day.month, day.day))
    forms: list[Callable[[dt.date], str]] = [
        lambda d: d.isoformat(),
        lambda d: f"{d.year}-{d.month}-{d.day}",
        lambda d: f"{d:%Y/%m/%d}",
        lambda d: f"{d:%Y%m%d}",
        lambda d: f"{d:%Y年%m月%d日}",
        lambda d: f"{d.year}.{d.month}.{d.day}",
        lambda d: f"{d.isoformat()} 0:00:00",
        lambda d: f"{d.isoformat()}T23:59:59",
        lambda d: f"{d:%Y年%m月%d日}".translate(_WIDE),
        lambda d: f"{year}年{month}月{number}日",
    ]
    cleaned = DATE(pl.Series("x", [form(day) for form in forms]), Context())

    assert cleaned.values.to_list() == [day.isoformat()] * len(forms)
