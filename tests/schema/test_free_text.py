"""Numbers in texts: found wherever a writer could have put them, and nothing else is touched."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.free_text import STARS, starred
from schema.identifiers import id_number_check_digit

GAPS = st.sampled_from(["", "", "", " ", "-", "\u3000", "·", "\u200b", "  "])
WORDS = st.text("甲乙示例，。：（）、元 ", max_size=8)


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """An ID number with a right check digit."""
    born = draw(st.dates(datetime.date(1920, 1, 1), datetime.date(2020, 1, 1)))
    head = f"{draw(st.integers(110000, 659999))}{born:%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return head + id_number_check_digit(head)


@given(number=numbers(), gaps=st.lists(GAPS, min_size=17, max_size=17), before=WORDS, after=WORDS)
def test_finds_a_number_with_any_gaps(number: str, gaps: list[str], before: str, after: str) -> None:
    """Whatever stands between its characters, of a number no more than the last four stay, and the text around it."""
    spelt = "".join(sign + gap for sign, gap in zip(number, [*gaps, ""], strict=True))
    found = starred(f"{before}{spelt}{after}")

    assert found.startswith(before + STARS)
    assert found.endswith(after)
    assert sum(sign.isdecimal() or sign == "X" for sign in found) <= 4
    assert starred(found) == found


@given(st.lists(numbers(), min_size=2, max_size=4), st.sampled_from([",", "，", "、", ";", " ", "/", "\n", ""]))
def test_finds_every_one_of_several(several: list[str], between: str) -> None:
    """Numbers beside one another, parted by whatever or by nothing, are all starred."""
    found = starred(between.join(several))

    assert found.count(STARS) == len(several)


@pytest.mark.parametrize(
    "text",
    ["235468.31元", "2019年3月7日", "合同20190307123456号", "6222 0212 0801 2345 678", "91330211XXC5HAF538",
     "（2023）浙0211执1234号", "13800001111、0574-86251234", "", "330211", "3302111990"],
)  # fmt: skip
def test_leaves_other_numbers_alone(text: str) -> None:
    """Amounts, dates, contracts, accounts, credit codes, case numbers and telephones stay as they were written."""
    assert starred(text) == text
