"""What becomes of each column of a source, in words, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from loaders import cleaners as kinds
from loaders.cleaners import Cleaner, Lookup
from loaders.source import Column, Source

#: cleaner → what it makes of a cell
KINDS: Mapping[Cleaner, tuple[str, str]] = {
    kinds.AGE: ("an age in years, 0 meaning none", "年龄，0 视为空"),
    kinds.AREA: ("the code of a division, from the code or its name", "区划代码，由代码或名称得出"),
    kinds.CASE_NUMBER: ("a case number in one spelling", "规范写法的案号"),
    kinds.CASE_TYPE: ("the type code of the case number", "案号中的类型代字"),
    kinds.CODE: ("a code in one spelling", "规范写法的代码"),
    kinds.COURT: ("the code of a court, from its name, an alias or a number", "法院代字，由名称、别名或编号得出"),
    kinds.DATE: ("a date, sentinels (9999-12-31) meaning none", "日期，占位日期（9999-12-31 等）视为空"),
    kinds.DOCUMENT: (
        "a document number of the party, recognised by itself and sealed where it is a person's",
        "当事人证件号码，自动识别类型，个人号码加密保存",
    ),
    kinds.FLAG: ("yes or no", "是或否"),
    kinds.INSTANT: ("a time in China", "北京时间"),
    kinds.INTEGER: ("a whole number", "整数"),
    kinds.MONEY: ("an amount in yuan; a written unit counts", "金额（元），写明的单位优先"),
    kinds.MONEY_10K: ("an amount in ten thousands of yuan; a written unit counts", "金额（万元），写明的单位优先"),
    kinds.NAME: ("a name in one spelling", "规范写法的姓名或名称"),
    kinds.NAMES: ("several names", "多个名称"),
    kinds.OPERATION: ("whether the row is stated or withdrawn", "增删改标志：陈述或撤回"),
    kinds.ORIGINAL: ("the text as delivered, where it had to be mended", "经修复文本的原文"),
    kinds.PROSE: (
        "free text, pinyin and traditional characters mended, ID numbers starred",
        "自由文本，去除夹注拼音、繁体转简体，身份证号打星",
    ),
    kinds.SEX: ("a sex", "性别"),
    kinds.TEXT: ("free text, ID numbers starred", "自由文本，身份证号打星"),
    kinds.TEXT_LIST: ("several words", "多个词语"),
}


class Line(NamedTuple):
    """What becomes of one column."""

    #: the column as the source writes it, and its other names
    label: str
    #: coordinates that take it; none for a column that is seen and not stored
    to: tuple[str, ...]
    english: str
    chinese: str


def words_of(clean: Cleaner) -> tuple[str, str] | None:
    """The two phrases about a cleaner; None for one that is not known."""
    if isinstance(clean, Lookup):
        some = ("words", "若干词") if clean.is_list else ("a word", "一个词")
        return f"{some[0]} of the table [{clean.table}]", f"对照表 [{clean.table}] 中的{some[1]}"
    return KINDS.get(clean)


def explain(source: Source) -> list[Line]:
    """One line for each column, in the order of the declaration."""
    return [line for column in source.columns for line in _lines(column)]


def _lines(column: Column) -> list[Line]:
    if column.clean is None:
        return [Line(key, (), "seen and not stored", "识别但不入库") for key in column.keys]
    english, chinese = words_of(column.clean) or ("unknown kind", "未知类型")
    also = [key for key in column.keys[1:] if key != column.keys[0]]
    label = f"{column.label} ({', '.join(also)})" if also else column.label
    if column.required:
        english, chinese = f"{english}; must be there", f"{chinese}；必填"
    return [Line(label, column.to, english, chinese)]
