"""Rows of the SX list (失信被执行人) in its three shapes: the court site's JSON, the credit platform's CSV copy with
Chinese labels, and the warehouse table `dw_zj_fzgg_sxbzxrxx` with whole ID numbers and an operation flag.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from loaders.synthetic import columns
from loaders.synthetic.dice import Dice, weighed
from loaders.synthetic.faults import Layout
from loaders.synthetic.people import name_of, person
from loaders.synthetic.world import Entry
from loaders.synthetic.writing import (
    case_number,
    day,
    json_line,
    masked,
    mixed_day,
    optional,
    person_name,
    yuan,
)

Row = dict[str, str]

COURT = Layout("iname", "caseCode", "courtName", "publishDate", "cardNum", has_inner_json=True)
PLATFORM = Layout(
    "被执行人姓名/名称", "案号", "执行法院", "发布时间", "身份证号码/组织机构代码", columns=columns.PLATFORM
)
WAREHOUSE = Layout(
    "executed_nm", "case_no", "executed_court", "publish_dt", "identi_id", "uni_social_crd_cd", columns.WAREHOUSE
)
#: units have their code in the second column; an exchange moves it to the first
WAREHOUSE_UNIT = replace(WAREHOUSE, card="uni_social_crd_cd", other_card="identi_id")

#: wordings of the grounds in use since 2013
_CONDUCT = {
    "G1": (
        "有履行能力而拒不履行生效法律文书确定义务",
        "其他有履行能力而拒不履行生效法律文书确定义务",
        "其他有履行能力而拒不履行生效法律文书确定义务的",
    ),
    "G2": ("以伪造证据、暴力、威胁等方法妨碍、抗拒执行",),
    "G3": ("其他规避执行", "其它规避执行", "以虚假诉讼、虚假仲裁或者以隐匿、转移财产等方法规避执行"),
    "G4": ("违反财产报告制度",),
    "G5": ("违反限制高消费令", "违反限制消费令"),
    "G6": ("无正当理由拒不履行执行和解协议",),
}
#: what the list itself shows beside the detail
_OUTER = frozenset({"id", "iname", "caseCode", "regDate"})
#: units that have a former name took their present one on this day
_RENAMED = date(2022, 1, 1).toordinal()
_QUADRUPLE = ("法定代表人", "主要负责人", "影响债务履行的直接责任人员", "实际控制人")
#: reasons of art. 10, with R1 far ahead; an empty one is a suspect deletion
REMOVALS = weighed(
    ("被执行人已履行生效法律文书确定的义务", 620),
    ("与申请执行人达成执行和解协议且已履行完毕", 150),
    ("申请执行人书面申请删除失信信息，人民法院审查同意", 110),
    ("终结本次执行程序后，两次以上网络查控未发现可供执行财产", 50),
    ("因审判监督或者破产程序，人民法院裁定中止执行", 30),
    ("人民法院裁定不予执行", 10),
    ("人民法院裁定终结执行", 20),
    ("", 10),
)
EXPIRED = "纳入失信被执行人名单期限届满"


def court_row(entry: Entry, dice: Dice) -> Row:
    """The detail object of the court site; `enveloped` packs it."""
    subject, case, who = entry.subject, entry.case, entry.subject.person
    alone = subject.is_person
    row = {
        "id": str(700_000_000 + entry.number),
        "iname": written_name(dice, entry),
        "caseCode": case_number(dice, case.canonical),
        "age": str((entry.published - who.born) * 100 // 36_525) if alone else dice.pick(("0", "")),
        "sexy": _sex(dice, who.sex) if alone else "",
        "cardNum": entry.card,
        "businessEntity": "" if alone else optional(dice, who.name),
        "courtName": court_name(dice, entry),
        "areaName": case.region.province,
        "partyTypeName": "580" if alone else "581",
        "gistId": optional(dice, case.basis),
        "gistUnit": optional(dice, case.basis_maker),
        "regDate": mixed_day(dice, "chinese", case.filed),
        "publishDate": mixed_day(dice, "chinese", entry.published),
        "duty": duty(dice, entry),
        "performance": performance(entry),
        "disruptTypeName": conduct(dice, entry),
    }
    if dice.chance(930):  # older records lack both keys
        row["performedPart"], row["unperformPart"] = _parts(dice, entry)
    if dice.chance(50):
        row["publishDateStamp"] = day("seconds", entry.published)
    return row


def enveloped(detail: Row, entry: Entry, dice: Dice, broken: bool) -> Row:
    """The row of the list: a few fields, and the detail once more as JSON text, which sources break in two ways."""
    text = json_line(detail, "" if entry.subject.is_person else f'"qysler":[{_four_kinds(entry, dice)}]')
    text = text.replace("\\r\\n", "\r\n")  # raw line breaks inside strings, as the site delivers them
    if broken:
        text = text.replace('"duty":"', '"duty":"依照"生效文书"', 1)
    outer = {key: value for key, value in detail.items() if key in _OUTER}
    outer["jsonObject"] = text
    return outer


def _four_kinds(entry: Entry, dice: Dice) -> str:
    """JSON objects: the representative and, now and then, one or two more of the four kinds of people (四类人)."""
    head, region = entry.subject.person, entry.case.region
    listed = [(_QUADRUPLE[0], head.name, head.id_number)]
    for role in _QUADRUPLE[1 : 1 + dice.pick((0, 0, 0, 1, 1, 2))]:
        other = person(dice, entry.number * 3 + len(listed), region.area)
        listed.append((role, other.name, other.id_number))
    return ",".join(
        json_line({"cardNum": masked(number, "star18"), "corporationtypename": role, "iname": name})
        for role, name, number in listed
    )


def platform_row(entry: Entry, dice: Dice) -> Row:
    """The row of the credit platform's copy."""
    subject, case, who = entry.subject, entry.case, entry.subject.person
    alone = subject.is_person
    performed, unperformed = _parts(dice, entry)
    cells = (
        written_name(dice, entry),
        _sex(dice, who.sex) if alone else "",
        str((entry.published - who.born) * 100 // 36_525) if alone else "0",
        entry.card,
        "" if alone else optional(dice, who.name),
        court_name(dice, entry),
        case.region.province,
        optional(dice, case.basis),
        mixed_day(dice, "compact", case.filed),
        case_number(dice, case.canonical),
        optional(dice, case.basis_maker),
        duty(dice, entry),
        performance(entry),
        performed,
        unperformed,
        conduct(dice, entry),
        mixed_day(dice, "compact", entry.published),
    )
    return dict(zip(columns.PLATFORM, cells, strict=True))


def warehouse_row(entry: Entry, dice: Dice, flag: str, updated: int) -> Row:
    """The row of the warehouse table, not removed; whole ID numbers of people in `identi_id`."""
    subject, case, who = entry.subject, entry.case, entry.subject.person
    alone = subject.is_person
    performed, unperformed = _parts(dice, entry)
    number = case.canonical.removesuffix("号")
    cells = (
        f"SX{entry.number:09}",
        written_name(dice, entry),
        entry.card if alone else "",
        "" if alone else entry.card,
        "" if alone else optional(dice, who.name),
        _sex(dice, who.sex) if alone else "",
        mixed_day(dice, "midnight", who.born) if alone else "",
        "自然人" if alone else dice.pick(("法人", "法人或其他组织", "非法人组织")),
        case.court.number,
        court_name(dice, entry),
        optional(dice, case.basis),
        mixed_day(dice, "midnight", case.filed),
        case_number(dice, case.canonical),
        number[1:5] if number[0] == "(" else number[:4],
        number.rpartition("第" if "第" in number else "执")[2].lstrip("恢"),
        str(1 + dice.below(3)),
        optional(dice, case.basis_maker),
        duty(dice, entry),
        performance(entry),
        performed,
        unperformed,
        conduct(dice, entry),
        mixed_day(dice, "midnight", entry.published),
        "", "", "",
        "0",
        case.region.area,
        moment(dice, updated),
        flag,
    )  # fmt: skip
    return dict(zip(columns.WAREHOUSE, cells, strict=True))


def removal(dice: Dice, entry: Entry, removed: int, reason: str | None = None) -> Row:
    """The three cells of a removal: when its ground arose, when the court removed, why. 5 % are late."""
    if reason is None:
        reason = EXPIRED if entry.grounds != ("G1",) and "G1" not in entry.grounds else dice.pick(REMOVALS)
    if not reason:
        return {"rem_event_dt": "", "rem_dt": day("iso", removed), "rem_rea": ""}
    days = 20 + dice.below(60) if dice.chance(50) else 1 + dice.below(3)
    return {"rem_event_dt": day("iso", removed - days), "rem_dt": day("iso", removed), "rem_rea": reason}


def written_name(dice: Dice, entry: Entry) -> str:
    """The debtor's name; a renamed unit has its former name in older cases, or both names in one cell."""
    subject = entry.subject
    if subject.is_person:
        return person_name(dice, subject.name)
    if not subject.former_name or subject.form == "star" or entry.case.filed > _RENAMED:
        return subject.name
    return f"{subject.name}(曾用名：{subject.former_name})" if dice.chance(250) else subject.former_name


def court_name(dice: Dice, entry: Entry) -> str:
    """The court with the city prefix, or in three of ten rows without."""
    return entry.case.court.short if dice.chance(300) else entry.case.court.name


def moment(dice: Dice, ordinal: int) -> str:
    """An update time such as 2020-4-27 22:59:34."""
    second = dice.below(86_400)
    return f"{day('bare', ordinal)} {second // 3600}:{second // 60 % 60:02}:{second % 60:02}"


def performance(entry: Entry) -> str:
    """How far the obligation was performed (履行情况)."""
    return "部分未履行" if entry.performed else "全部未履行"


def conduct(dice: Dice, entry: Entry) -> str:
    """The grounds in words, joined by an ASCII comma."""
    return ",".join(dice.pick(_CONDUCT[ground]) for ground in entry.grounds)


def duty(dice: Dice, entry: Entry) -> str:
    """The obligation: a sum in a sentence; else nothing, a bare figure, a case number, or paragraphs with quotes."""
    form, sum_due = dice.below(100), yuan(entry.due)
    if form < 3:
        return optional(dice, "空")
    if form < 6:
        return sum_due
    if form < 8:
        return entry.case.basis
    if form < 10:
        since = date.fromordinal(entry.case.filed - 200).year
        clauses = (
            f'一、被告{name_of(dice)}支付"货款"{sum_due}元',
            f"二、自{since}年起按年利率3.85%计付利息",
            "三、负担受理费。",
        )
        return "；\r\n".join(clauses)
    claim = dice.pick(("借款", "货款", "工程款", "租金", "劳动报酬"))
    return f"支付申请执行人示例债权{1 + dice.below(9)}号{claim}{sum_due}元及利息"


def _parts(dice: Dice, entry: Entry) -> tuple[str, str]:
    if entry.performed:
        return f"{yuan(entry.performed)}元", f"{yuan(entry.due - entry.performed)}元"
    return dice.pick(("暂无", "", "无")), optional(dice, dice.pick(("暂无", "全部", "")))


def _sex(dice: Dice, sex: str) -> str:
    return f"{sex}性" if dice.chance(150) else sex
