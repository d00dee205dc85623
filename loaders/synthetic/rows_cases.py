"""Rows about enforcement cases: debtors (被执行人), 终本 records and consumption restrictions (限制消费)."""

from __future__ import annotations

from loaders.synthetic import columns
from loaders.synthetic.dice import Dice
from loaders.synthetic.faults import Layout
from loaders.synthetic.rows_sx import Row, court_name, written_name
from loaders.synthetic.world import TODAY, Entry
from loaders.synthetic.writing import (
    case_number,
    day,
    json_line,
    masked,
    mixed_day,
    mixed_yuan,
    optional,
    yuan,
)

_TODAY = TODAY.toordinal()

DEBTORS = Layout("pname", "caseCode", "execCourtName", "caseCreateTime", "partyCardNum")
#: spelling of the keys by the second vendor of the same rows
_OTHER_KEYS = {
    "id": "zxId", "execCourtName": "execCourtname", "caseCreateTime": "caseCreatetime", "partyCardNum": "partyCardnum",
}  # fmt: skip
_STATES = ("执行中", "执行中", "执行中", "终结本次执行程序", "已结案")

TERMINATED = Layout(
    "被执行人姓名/名称", "案号", "执行法院", "终本日期", "身份证号码/组织机构代码", columns=columns.TERMINATED
)
TERMINATED_PINYIN = Layout("xm", "ah", "zxfymc", "jarq", "sfzhm")

CONSUMPTION = Layout("XM", "AH", "ZXFYMC", "LASJStr", "cardNum", has_inner_json=True)
# A unit order without QY_MC would read as one against XM alone, so only case and court are ever taken from it.
CONSUMPTION_UNIT = Layout("ZXFYMC", "AH", "ZXFYMC", "LASJStr", "QY_DM", has_inner_json=True)


def debtor_row(entry: Entry, dice: Dice) -> Row:
    """A debtor in the court site's spelling; every other page holds `by_second_vendor` rows instead."""
    subject, case = entry.subject, entry.case
    return {
        "id": str(300_000_000 + entry.number),
        "pname": written_name(dice, entry),
        "sexname": subject.person.sex if subject.is_person else "",
        "partyCardNum": entry.card,
        "execCourtName": court_name(dice, entry),
        "caseCreateTime": mixed_day(dice, "chinese", case.filed),
        "caseCode": case_number(dice, case.canonical),
        "gistId": optional(dice, case.basis),
        "execMoney": optional(dice, mixed_yuan(dice, entry.due)),
    }


def by_second_vendor(row: Row, entry: Entry, dice: Dice) -> Row:
    """The same row from a vendor with other letter case, epoch milliseconds and a case state."""
    if row.get("caseCreateTime", "")[:4] in ("2013", "2014", "2016", "2018"):
        row["caseCreateTime"] = day("milliseconds", entry.case.filed)
    changed = {_OTHER_KEYS.get(key, key): text for key, text in row.items()}
    changed["caseState"] = dice.pick(_STATES)
    changed["lastupdatetime"] = day("milliseconds", _TODAY - dice.below(60))
    return changed


def terminated_row(entry: Entry, dice: Dice) -> Row:
    """A 终本 record with Chinese labels; `in_pinyin` renames it to the court site's keys."""
    subject, case = entry.subject, entry.case
    closed = min(case.filed + 95 + dice.below(200), _TODAY - 5)
    cells = (
        written_name(dice, entry),
        subject.person.sex if subject.is_person else "",
        entry.card,
        case_number(dice, case.canonical),
        court_name(dice, entry),
        mixed_day(dice, "chinese", case.filed),
        mixed_day(dice, "chinese", closed),
        yuan(entry.due),
        mixed_yuan(dice, entry.due - entry.performed),
    )
    return dict(zip(columns.TERMINATED, cells, strict=True))


def in_pinyin(row: Row) -> Row:
    """The record under the pinyin initials of the court site."""
    names = dict(zip(columns.TERMINATED, columns.TERMINATED_PINYIN, strict=True))
    return {names[column]: text for column, text in row.items()}


def consumption_row(entry: Entry, dice: Dice) -> Row:
    """An order: XM is the debtor, or the representative when a unit (QY_MC) is the debtor: then two targets.

    `cardNum` is the number of XM; `enveloped_order` moves it into the inner object.
    """
    subject, case, who = entry.subject, entry.case, entry.subject.person
    alone = subject.is_person
    return {
        "AH": case_number(dice, case.canonical),
        "LASJStr": mixed_day(dice, "chinese", case.filed),
        "XM": written_name(dice, entry) if alone else who.name,
        "QYXX": "" if alone else f"{subject.name}的法定代表人",
        "QY_MC": "" if alone else written_name(dice, entry),
        "QY_DM": "" if alone else entry.card,
        "ZXFYDM": case.court.number,
        "ZXFYMC": court_name(dice, entry),
        "FILEPATH": f"/xgl/{case.court.number}/{entry.number}.pdf",
        "cardNum": entry.card if alone else masked(who.id_number, "star18"),
    }


def enveloped_order(row: Row, entry: Entry, dice: Dice, broken: bool) -> Row:
    """The order as listed, with its inner object; `orderDate` is written in Chinese numerals."""
    ordered = min(entry.case.filed + 20 + dice.below(60), _TODAY - 3)
    names = {"iname": "XM", "caseCode": "AH", "courtName": "ZXFYMC", "regDate": "LASJStr"}
    inner = {key: row[column] for key, column in names.items() if column in row}
    inner |= {
        "sex": entry.subject.person.sex,
        "cardNum": row["cardNum"],
        "areaName": entry.case.region.province,
        "orderDate": day("numerals", ordered),
    }
    text = json_line(inner)
    outer = {key: value for key, value in row.items() if key != "cardNum"}
    return {**outer, "jsonObject": text.replace('"sex":"', '"sex":""', 1) if broken else text}
