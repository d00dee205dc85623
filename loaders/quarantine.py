"""Rows set aside: why, what of them may be shown, and how they can be replayed.

A quarantined row keeps two copies of what the source wrote: a *shown* copy as JSON in which every number that could be
an ID number is starred down to its last four characters, and a *sealed* copy (`hub.vault`) of the whole row, from which
`hub` can replay it after a mapping was mended.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hub.vault import Vault
from loaders.cleaners.text import STARS

#: reason code → one sentence in English and one in Chinese
REASONS: dict[str, tuple[str, str]] = {
    "AREA_UNKNOWN": ("No area of this name or code is known.", "区划名称或代码未知。"),
    "CARRIAGE_RETURN": ("A line holds a carriage return that ends no line.", "行内含有不表示换行的回车符。"),
    "CASE_NUMBER_INVALID": ("The case number cannot be read.", "案号格式无法识别。"),
    "CELLS_TOO_FEW": ("The row has fewer cells than the heading.", "该行的单元格少于表头。"),
    "CELLS_TOO_MANY": ("The row has more cells than the heading.", "该行的单元格多于表头。"),
    "CELL_ERROR": ("A cell holds an error of the spreadsheet.", "单元格为电子表格错误值。"),
    "CELL_NESTED": (
        "A field holds further elements, or the row holds text of its own.",
        "字段内含有下级元素，或行内有字段以外的文字。",
    ),
    "CELL_TOO_LONG": ("A cell is longer than allowed.", "单元格内容超长。"),
    "COLUMN_TWICE": ("The row names one field twice.", "该行中同一字段出现两次。"),
    "CONTROL_CHARACTER": ("The row holds a character that no text may hold.", "含有不允许的控制字符。"),
    "COURT_UNKNOWN": ("No court of this name or code is known.", "法院名称或代码未知。"),
    "CREDIT_CODE_INVALID": ("The credit code has a wrong length or alphabet.", "统一社会信用代码长度或字符不正确。"),
    "DATE_INVALID": ("The date cannot be read.", "日期无法识别。"),
    "DOCUMENT_INVALID": ("The document number is of no known kind.", "证件号码类型无法识别。"),
    "DOCUMENT_TRUNCATED": ("The document number has been cut short.", "证件号码不完整。"),
    "FLAG_UNKNOWN": ("The cell says neither yes nor no.", "无法识别为“是”或“否”。"),
    "FORMULA_CELL": ("A cell holds a formula instead of a value.", "单元格为公式而非数值。"),
    "GROUND_UNKNOWN": ("The conduct is in none of the known wordings.", "失信行为情形不在已知表述之内。"),
    "ID_NUMBER_CHECK_DIGIT": ("The ID number fails its check digit.", "公民身份号码校验位不正确。"),
    "ID_NUMBER_DATE": ("The ID number holds no real birth date.", "公民身份号码中的出生日期不存在。"),
    "INSTANT_INVALID": ("The time cannot be read.", "时间无法识别。"),
    "INTEGER_INVALID": ("The number cannot be read.", "数字无法识别。"),
    "JSON_BROKEN": (
        "The row is not valid JSON, and allowing raw line breaks does not mend it.",
        "该行不是有效的 JSON，放宽换行后仍无法解析。",
    ),
    "LINE_TOO_LONG": ("The line is longer than allowed.", "该行超出允许的长度。"),
    "MINOR": (
        "The person was under 18 when listed (法释〔2017〕7号 art. 4).",
        "列入时未满十八周岁（法释〔2017〕7号第四条）。",
    ),
    "MONEY_INVALID": ("The amount cannot be read.", "金额无法识别。"),
    "NAME_HOLDS_NUMBER": ("The name holds a document number.", "名称中含有证件号码。"),
    "NUMBER_ROUNDED": (
        "A number of more than 15 digits, which the spreadsheet has rounded.",
        "数字超过 15 位，已被电子表格舍入。",
    ),
    "OPERATION_UNKNOWN": ("The change flag is of no known vocabulary.", "增删改标志无法识别。"),
    "PARTIES_SEVERAL": ("The row speaks of several debtors at once.", "该行同时涉及多名被执行人。"),
    "QUOTE_BROKEN": ("The quotation marks of the row do not match.", "该行的引号不匹配。"),
    "SEX_UNKNOWN": ("The sex is in none of the known words.", "性别表述无法识别。"),
    "VALUE_MISSING": ("A value that must be there is empty.", "必填项为空。"),
    "WITHDRAWAL_UNKNOWN": (
        "The row is withdrawn, which this source has no rule for.",
        "该行为删除标志，而该来源未规定如何处理。",
    ),
    "WORD_UNKNOWN": ("The word is not in the source's table of words.", "取值不在该来源的对照表内。"),
}

#: reasons that readers give (`#fault`): what is kept of such a row is not the row, or not fit to be cleaned once more
UNREAD = (
    "CARRIAGE_RETURN", "CELLS_TOO_FEW", "CELLS_TOO_MANY", "CELL_ERROR", "CELL_NESTED", "CELL_TOO_LONG", "COLUMN_TWICE",
    "FORMULA_CELL", "JSON_BROKEN", "LINE_TOO_LONG", "NUMBER_ROUNDED", "QUOTE_BROKEN",
)  # fmt: skip

_WIDE = "0-9０-９"
#: 14 or more digits in one run, also with blanks or hyphens between them: a whole, doubled or truncated number
_RUN = re.compile(rf"[{_WIDE}](?:[\s\-]?[{_WIDE}]){{12,}}[\s\-]?[{_WIDE}XxＸｘ]")
#: a number that the source has starred itself, with so many digits left that the rest can be guessed
_THIN = re.compile(rf"[{_WIDE}]{{2,}}[*＊]+[{_WIDE}XxＸｘ]*")
_LAST = re.compile(rf"[{_WIDE}XxＸｘ]{{1,4}}$")


class Reject(NamedTuple):
    """One row set aside, ready for the table `quarantine_row`."""

    row_no: int
    pointer: str
    #: reason code of the first fault
    reason: str
    #: column of the first fault as the source calls it, or None when the row as such is unreadable
    column: str | None
    #: all faults as JSON: [{"column": …, "reason": …}]
    faults: str
    #: the row as JSON, numbers starred
    shown: str
    #: the row as JSON, sealed
    sealed: bytes


def star(text: str) -> str:
    """The text with everything that could be an ID number starred down to its last four characters."""
    return _THIN.sub(_starred, _RUN.sub(_starred, text))


def _starred(found: re.Match[str]) -> str:
    compact = re.sub(r"[\s\-]", "", found[0])
    last = _LAST.search(compact)
    tail = last[0] if last and len(last[0]) == 4 else ""
    return f"{STARS}{tail}" if tail else STARS + "****"


def reject(
    row: tuple[int, str], faults: Sequence[tuple[str | None, str]], cells: Mapping[str, str | None], vault: Vault
) -> Reject:
    """Set a row aside. `row` is its number and pointer, `faults` are (column, reason code), `cells` what was read."""
    raw = json.dumps({key: text for key, text in cells.items() if text is not None}, ensure_ascii=False)
    raw = raw.replace("\\u0000", "")
    column, reason = faults[0]
    listed = json.dumps([{"column": name, "reason": code} for name, code in faults], ensure_ascii=False)
    return Reject(row[0], row[1], reason, column, listed, star(raw), vault.seal("quarantine_row", raw))
