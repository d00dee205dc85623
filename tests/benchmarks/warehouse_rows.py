"""Rows of the city warehouse about synthetic people and units, as many as asked for, written as they are made."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from loaders.source import folder_of
from loaders.synthetic.dice import Dice
from loaders.synthetic.people import name_of
from schema.identifiers import credit_code_check_digit, id_number_check_digit, organisation_code_check_digit

_COURTS = (("浙0211", "宁波市镇海区人民法院"), ("浙0203", "宁波市海曙区人民法院"), ("浙0212", "宁波市鄞州区人民法院"))
_CONDUCT = ("有履行能力而拒不履行生效法律文书确定义务", "违反财产报告制度", "违反限制消费令")
_NAMES = 2_000
#: listings of one debtor
_EACH = 2


def heading() -> list[str]:
    """Columns of the warehouse table."""
    with next(folder_of("sx_warehouse").glob("sample.csv")).open(encoding="utf-8", newline="") as stream:
        return next(csv.reader(stream))


def rows(
    numbers: Iterable[int], stamp: str = "2026-04-20 01:01:23", performance: str = "全部未履行"
) -> Iterator[list[str]]:
    """One row for each number; the same number makes the same debtor and case. One row in a hundred is bad."""
    columns, names = heading(), _names()
    for number in numbers:
        court, court_name = _COURTS[number % len(_COURTS)]
        debtor = number // _EACH
        row = dict.fromkeys(columns, "") | {
            "dishonest_id": f"SX{number:09d}", "executed_court": court_name, "executed_perfor": performance,
            "case_no": f"（2024）{court}执{number}号" if number % 100 != 99 else "案号不详",
            "enforce_basis": f"（2023）{court}民初{number}号", "deci_executed_unit": court_name,
            "fil_dt": "2024-5-20 0:00:00", "publish_dt": "2024-9-12 0:00:00", "un_performed_part": "全部",
            "effect_doc_obli": f"支付申请执行人示例债权{debtor}号货款{number * 7 % 900_000}元及利息",
            "dishonest_behav": _CONDUCT[number % len(_CONDUCT)], "数据汇总单位": "330211", "更新时间": stamp,
            "数据记录的增删改标志": "i", **_debtor(debtor, names),
        }  # fmt: skip
        yield list(row.values())


def write(path: Path, *parts: Iterator[list[str]]) -> Path:
    """The rows as a file."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(heading())
        for part in parts:
            writer.writerows(part)
    return path


def _names() -> list[str]:
    dice = Dice(1, "names")
    return [name_of(dice) for _ in range(_NAMES)]


def _debtor(number: int, names: list[str]) -> dict[str, str]:
    if number % 5 == 0:
        return {"executed_nm": f"宁波市示例第{number}贸易有限公司", "executed_nature": "法人",
                "uni_social_crd_cd": _credit_code(number), "legal_repre": names[number * 13 % _NAMES]}  # fmt: skip
    born = date(1960, 1, 1) + timedelta(days=number % 14_000)
    county = f"33{number // 14_000 // 100 % 100:02d}{number // 14_000 % 100:02d}"
    head = f"{county}{born:%Y%m%d}9{number % 100:02d}"
    sex = "男性" if number % 2 else "女性"
    return {"executed_nm": names[number * 7 % _NAMES], "executed_nature": "自然人", "gen": sex,
            "identi_id": head + id_number_check_digit(head)}  # fmt: skip


def _credit_code(number: int) -> str:
    body = f"{number:08d}"
    head = f"91330211{body}{organisation_code_check_digit(body)}"
    return head + credit_code_check_digit(head)
