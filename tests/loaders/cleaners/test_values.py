"""Single values in the forms that sources write them."""

from __future__ import annotations

import polars as pl
import pytest

from loaders.cleaners import (
    AGE,
    CASE_NUMBER,
    CASE_TYPE,
    DATE,
    FLAG,
    INSTANT,
    MONEY,
    MONEY_10K,
    NAME,
    OPERATION,
    SEX,
    TEXT,
    TEXT_LIST,
    Cleaner,
    Context,
    lookups,
)
from loaders.cleaners.base import tidy


def one(cleaner: Cleaner, text: str, context: Context | None = None) -> str | None:
    """The value, or the fault code with an exclamation mark."""
    cleaned = cleaner(tidy(pl.Series("cell", [text])), context or Context())
    fault = cleaned.faults[0]
    return f"!{fault}" if fault else cleaned.values[0]


@pytest.mark.parametrize(
    "text", ["", "\n", "暂无", "无", "空", "/", "NULL", "null", "-", "无处罚期限", " \u3000\ufeff"]
)
def test_null_words_are_null(text: str) -> None:
    """Words that mean nothing never become values."""
    assert one(TEXT, text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20190709", "2019-07-09"), ("2019-7-9", "2019-07-09"), ("2019/07/09", "2019-07-09"),
        ("2019年07月13日", "2019-07-13"), ("2018-7-27 0:00:00", "2018-07-27"), ("2019-07-09T08:00:00", "2019-07-09"),
        ("２０１９年７月９日", "2019-07-09"), ("二〇二三年十月十一日", "2023-10-11"),
        ("二○二四年三月三十一日", "2024-03-31"),
        ("二〇二三年十二月二十日", "2023-12-20"), ("1562947200", "2019-07-13"), ("1562947200000", "2019-07-13"),
        ("2019-07-12T16:00:00Z", "2019-07-13"), ("9999-9-9", None), ("9999-12-31", None),
        ("2099-12-31 00:00:00", None), ("1900-1-1 0:00:00", None), ("2019-02-30", "!DATE_INVALID"),
        ("2021-00-00", "!DATE_INVALID"), ("日期待补", "!DATE_INVALID"), ("二〇二三年二十月十一日", "!DATE_INVALID"),
    ],
)  # fmt: skip
def test_dates(text: str, expected: str | None) -> None:
    """Every form seen is one civil date in China; sentinels are no dates; nonsense is a fault."""
    assert one(DATE, text) == expected


def test_instants_keep_their_moment() -> None:
    """An update time keeps its seconds, in China time unless it says otherwise."""
    assert one(INSTANT, "2020-4-27 22:59:34") == "2020-04-27T22:59:34+08:00"
    assert one(INSTANT, "1562947200000") == "2019-07-13T00:00:00+08:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 746 611.84", "5746611.84"), ("5,746,611.84", "5746611.84"), ("5,000000", "5.00"), ("12万元", "120000.00"),
        ("0.012345万元", "123.45"), ("1.2亿元", "120000000.00"), ("３００元", "300.00"), ("-1", "-1.00"),
        ("1,23,4", "!MONEY_INVALID"), ("若干", "!MONEY_INVALID"), ("1.2.3", "!MONEY_INVALID"),
    ],
)  # fmt: skip
def test_amounts(text: str, expected: str) -> None:
    """Amounts are exact yuan; a comma is read only where its meaning is certain."""
    assert one(MONEY, text) == expected


def test_a_written_unit_wins_over_the_heading() -> None:
    """In a column of ten thousands a cell that says 元 means yuan."""
    assert [one(MONEY_10K, text) for text in ("12.5", "12元", "12万元")] == ["125000.00", "12.00", "120000.00"]


def test_names_have_one_spelling() -> None:
    """Middle dots, widths and blanks do not make two people of one."""
    assert {one(NAME, name) for name in ("甲示例·乙样本", "甲示例•乙样本", "甲示例．乙样本", "甲示例.乙样本 ")} == {
        "甲示例·乙样本"
    }
    assert one(NAME, "张 三") == "张三"


def test_words_outside_the_table_are_faults() -> None:
    """An unknown word never falls to a default."""
    context = Context(
        tables={"grounds": {"违反财产报告制度": "G4", "以伪造证据、暴力、威胁等方法妨碍、抗拒执行": "G2"}}
    )
    grounds = lookups("grounds", "GROUND_UNKNOWN")

    assert one(grounds, "违反财产报告制度,以伪造证据、暴力、威胁等方法妨碍、抗拒执行", context) == '{"G2","G4"}'
    assert one(grounds, "违反财产报告制度,其他", context) == "!GROUND_UNKNOWN"
    assert [one(SEX, text) for text in ("男性", "女", "未知", "x")] == ["MALE", "FEMALE", None, "!SEX_UNKNOWN"]
    assert [one(FLAG, text) for text in ("是", "0", "也许")] == ["true", "false", "!FLAG_UNKNOWN"]
    assert [one(OPERATION, text) for text in ("1", "mod", "D", "del", "9")] == [
        "u",
        "u",
        "d",
        "d",
        "!OPERATION_UNKNOWN",
    ]


def test_case_numbers_are_canonical() -> None:
    """Spellings of one number are one number."""
    assert one(CASE_NUMBER, "（２０２３）渝０１１２执００１２３４号") == "(2023)渝0112执1234号"
    assert one(CASE_TYPE, "〔2023〕渝0112执恢3号") == "执恢"
    assert one(CASE_NUMBER, "案号不详") == "!CASE_NUMBER_INVALID"


def test_lists_are_never_null_and_ages_of_bodies_are() -> None:
    """An empty list is a list; age 0 is how sources say "no person"."""
    assert one(TEXT_LIST, "") == "{}"
    assert one(TEXT_LIST, '甲;乙"') == '{"甲","乙\\""}'
    assert [one(AGE, text) for text in ("0", "41", "41岁")] == [None, "41", "41"]


@pytest.mark.parametrize(
    "number",
    [
        "330211199003070010",
        "330211 19900307 001X",
        "33021119900307001x",
        "330211900307001",
        "３３０２１１１９９００３０７００１０",
    ],
)
def test_free_text_gives_no_id_number_away(number: str) -> None:
    """A number typed into a sentence is starred down to its last four characters, in every spelling."""
    text = one(TEXT, f"被执行人（{number}）应支付货款12345元")
    assert text is not None

    assert "19900307" not in text
    assert "1990030" not in text.replace(" ", "")
    assert "**************" in text
    assert "12345元" in text
