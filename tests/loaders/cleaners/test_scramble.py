"""Scrambled text becomes what a reader would write, plain text stays what it is, and mending twice changes nothing."""

from __future__ import annotations

import csv
from difflib import SequenceMatcher
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import schema.law as law
from loaders.cleaners import ORIGINAL, PROSE, Context
from loaders.cleaners.scramble import mend
from loaders.synthetic.scramble import scramble

FOLDER = Path(__file__).parent
#: share of characters that must be right
LEAST = 0.995


def right(found: str, truth: str) -> float:
    """Share of the truth's characters that the found text has in their place."""
    matched = sum(block.size for block in SequenceMatcher(None, found, truth, autojunk=False).get_matching_blocks())
    return matched / max(len(found), len(truth))


def plain_texts() -> list[str]:
    """Sentences of the hub's own catalogues of law, and of the reviewed text."""
    texts = (FOLDER / "mended.txt").read_text(encoding="utf-8").split()
    for path in sorted(Path(next(iter(law.__path__))).glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            texts += [cell for row in csv.reader(stream) for cell in row if len(cell) > 12 and not cell.isascii()]
    return texts


def test_reviewed_text_is_mended() -> None:
    """Traditional text with pinyin written by hand, against its simplified form written by hand."""
    found = mend((FOLDER / "scrambled.txt").read_text(encoding="utf-8"))
    truth = (FOLDER / "mended.txt").read_text(encoding="utf-8")

    assert right(found, truth) >= LEAST
    assert not any("\u00e0" <= sign <= "\u01dc" for sign in found)


def test_scrambles_are_mended_at_scale() -> None:
    """Thousands of scrambles of the hub's own sentences: at least 99.5 % of the characters, and each one twice."""
    texts = plain_texts()
    size = wrong = 0
    for seed in range(12):
        for text in texts:
            found = mend(scramble(text, seed))
            assert mend(found) == found
            size += len(text)
            wrong += round((1 - right(found, text)) * len(text)) if found != text else 0

    assert size > 50_000
    assert wrong <= (1 - LEAST) * size


def test_plain_text_stays_what_it_is() -> None:
    """No sentence of the hub's own catalogues is touched, nor are brackets that hold no pinyin."""
    kept = [
        *plain_texts(), "乾县人民法院(2023)陕0424执1号", "著作权纠纷", "示例(SHI LI)公司",
        "项目(PPP)的(an)与(er)款项", "甲(a)乙(b)丙(c)", "（曾用名：陈乾）", "第(一)项", "本金(元)", "瞭望台(B)",
        "(zhí)行", "zhí行",
    ]  # fmt: skip

    assert [text for text in kept if mend(text) != text] == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("執(zhí)行", "执行"),
        ("執（zhí）行", "执行"),
        ("執( zhí )行", "执行"),
        ("執 (zhi2)行", "执行"),
        ("執(zhi\u0301)行", "执行"),
        ("執(ZHÍ)行", "执行"),
        ("綠(lǜ)色", "绿色"),
        ("略(lüè)", "略"),
        ("的(de)確(què)", "的确"),
        ("嗯(ńg)對(duì)", "嗯对"),
        ("公司(ABC)執(zhí)行", "公司(ABC)执行"),
        ("法院應當依法強制執行被執行人的財產", "法院应当依法强制执行被执行人的财产"),
    ],
)
def test_forms_of_annotation(text: str, mended: str) -> None:
    """Brackets of both widths, blanks, tones as marks, digits or combining marks, ü, neutral tones beside others."""
    assert mend(text) == mended


@settings(max_examples=200, deadline=None)
@given(st.text("執行(zhídiǎ)難（）的de一乾後 1", max_size=30))
def test_mending_twice_changes_nothing(text: str) -> None:
    """Whatever stands there."""
    once = mend(text)

    assert mend(once) == once


def test_the_original_is_kept_where_text_was_mended() -> None:
    """One column mended, one as delivered, ID numbers starred in both, nothing where nothing was mended."""
    series = pl.Series("x", ["支付貨(huò)款,身份證(zhèng)330211199003070010", "支付货款", None])

    assert PROSE(series, Context()).values.to_list() == ["支付货款,身份证**************0010", "支付货款", None]
    assert ORIGINAL(series, Context()).values.to_list() == [
        "支付貨(huò)款,身份證(zhèng)**************0010", None, None,
    ]  # fmt: skip
