"""Rows of the registers: agencies using the hub, government bodies, market entities and the serious-dishonesty list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from loaders.synthetic import columns, organisations
from loaders.synthetic.dice import Dice, weighed
from loaders.synthetic.people import name_of, phone
from loaders.synthetic.regions import REGIONS, YANBIAN, YANJI, Region
from loaders.synthetic.rows_sx import Row
from loaders.synthetic.world import TODAY, Subject
from loaders.synthetic.writing import day, optional

_TODAY = TODAY.toordinal()
#: dates that mean "no end"
_ENDLESS = ("9999-9-9", "2099-12-31 00:00:00", "")

#: role code, what the body is called, prefix of its credit code
_AGENCIES = (
    ("CE", "人民法院示例执行局", "11"), ("CP", "示例公共信用中心", "12"), ("PL", "示例政法委", "11"),
    ("GM", "示例发展和改革局", "11"), ("DC", "示例纪委监委", "11"), ("PS", "示例公安分局", "11"),
    ("PR", "示例检察院", "11"), ("MR", "示例市场监督管理局", "11"), ("PE", "示例人力资源和社会保障局", "11"),
    ("FI", "示例财政局", "11"), ("AP", "示例住房和建设局", "11"), ("AP", "示例自然资源和规划局", "11"),
    ("BK", "示例农村商业银行", "91"), ("TE", "示例通信公司", "91"), ("DP", "示例数据报送中心", "12"),
)  # fmt: skip


_COMPANY_KINDS = {
    "91": "有限责任公司(自然人投资或控股)",
    "92": "个体工商户",
    "93": "农民专业合作社",
    "N2": "村集体经济组织",
}
_REGISTER_STATES = weighed(("存续", 86), ("注销", 8), ("吊销", 5), ("迁出", 1))

_DISHONESTY_REASONS = (
    "被列入经营异常名录届满3年仍未履行相关义务",
    "提交虚假材料取得市场主体登记",
    "因不正当竞争行为两年内受到三次以上行政处罚",
    "生产销售不符合食品安全标准的食品",
)
_BUREAUX = ("示例住房和城乡建设局", "示例水利局", "示例教育局", "示例卫生健康局", "示例交通运输局")
_INSTITUTIONS = ("示例中心医院", "示例实验学校", "示例公路养护中心", "示例文化馆")


class Body(NamedTuple):
    """A government body of the register."""

    name: str
    code: str
    #: 党政机关, 事业单位, 基层群众性自治组织, 国有企业 or 群团组织
    kind: str
    superior: str
    superior_code: str
    area: str
    former: str = ""


def agency_rows() -> Iterator[Row]:
    """Every agency of the four regions, one liaison office per town, and the offices of the prefecture."""
    number = 9_000_000
    for region in REGIONS:
        for turn, (role, title, prefix) in enumerate(_AGENCIES):
            number += 1
            place = region.area if turn else region.courts[0].code
            yield _agency(f"AG{region.area}-{role}{_twin(turn)}", region, role, region.area, title, prefix, number,
                          place if role == "CE" else "")  # fmt: skip
        for turn, (town, name) in enumerate(region.towns, 1):
            number += 1
            yield _agency(f"AG{region.area}-TL{turn:02}", region, "TL", town, f"{name}示例综治中心", "12", number, "")
    for turn, (role, title) in enumerate((("CH", "中级人民法院示例执行指挥中心"), ("PL", "示例州委政法委"))):
        court = YANJI.courts[1].code if role == "CH" else ""
        identity = f"AG{YANBIAN[0]}-{role}01"
        code = organisations.credit_code("11", YANBIAN[0], number + 1 + turn)
        row = (identity, YANBIAN[1] + title, role, YANBIAN[0], court, code, "2019-07-01", "")
        yield dict(zip(columns.AGENCY, row, strict=True))


def _twin(turn: int) -> str:
    """Two approving departments in one region need two numbers."""
    return "02" if turn == 11 else "01"


def _agency(
    identity: str, region: Region, role: str, area: str, title: str, prefix: str, number: int, court: str
) -> Row:
    code = organisations.credit_code(prefix, region.area, number)
    ended = "2024-12-31" if role == "DP" else ""
    cells = (identity, region.short + title, role, area, court, code, "2019-07-01", ended)
    return dict(zip(columns.AGENCY, cells, strict=True))


def bodies() -> Iterator[Body]:
    """Government bodies: per region a government, bureaux, public institutions, mass organisations and committees."""
    number = 8_000_000
    for region in REGIONS:
        number += 1000
        top = (f"{region.short}示例人民政府", organisations.credit_code("11", region.area, number))
        yield Body(*top, "党政机关", "", "", region.area)
        names = (
            ("11", "党政机关", _BUREAUX),
            ("12", "事业单位", _INSTITUTIONS),
            ("13", "群团组织", ("示例工商业联合会",)),
            ("91", "国有企业", ("示例城市建设投资集团有限公司",)),
        )
        for prefix, kind, titles in names:
            for title in titles:
                number += 1
                code = organisations.credit_code(prefix, region.area, number)
                former = f"{region.short}{title[:4]}办公室" if title.endswith("水利局") else ""
                yield Body(region.short + title, code, kind, *top, region.area, former)
        yield from _town_bodies(region, number, top)


def _town_bodies(region: Region, number: int, top: tuple[str, str]) -> Iterator[Body]:
    """The office of each town, and two committees under it: one of a village (54) and one of residents (55)."""
    for town, name in region.towns:
        if "Z" in town:
            continue
        number += 10
        office = f"{region.short}{name}示例办事处" if name.endswith("街道") else f"{region.short}{name}示例人民政府"
        code = organisations.credit_code("11", region.area, number)
        yield Body(office, code, "党政机关", *top, town)
        for turn, (prefix, title) in enumerate((("54", "示例村村民委员会"), ("55", "示例社区居民委员会")), 1):
            own = organisations.credit_code(prefix, region.area, number + turn)
            yield Body(f"{region.short}{name}{title}", own, "基层群众性自治组织", office, code, town)


def body_row(body: Body, dice: Dice) -> Row:
    """The register's row of one body."""
    cells = (
        body.name, body.code, body.kind, body.superior, body.superior_code, body.area, body.former,
        name_of(dice), day("iso", _TODAY - 1000 - dice.below(6000)), dice.pick(_ENDLESS),
    )  # fmt: skip
    return dict(zip(columns.BODY, cells, strict=True))


def enterprise_row(firm: Subject, dice: Dice) -> Row:
    """The market register's row of a firm that has a credit code."""
    region, code = firm.region, firm.identifier
    town, town_name = dice.pick(region.towns)
    founded = _TODAY - 700 - dice.below(8000)
    renamed = f"{firm.former_name}；" if firm.former_name and dice.chance(300) else firm.former_name
    cells = (
        f"SCZT{firm.number:010}",
        f"{region.short}示例市场监督管理局",
        _COMPANY_KINDS.get(code[:2], "有限责任公司"),
        dice.pick(_REGISTER_STATES),
        code.lower() if firm.form == "lower" else code,
        firm.name,
        renamed,
        f"{region.place}{town_name}示例路{1 + dice.below(900)}号",
        phone(dice) if dice.chance(700) else optional(dice, ""),
        firm.person.name,
        f"{(1 + dice.below(500)) * 10}.000000",
        "人民币",
        optional(dice, "示例范围：许可项目以审批结果为准"),
        optional(dice, organisations.registration_number(region.area, firm.number) if dice.chance(400) else ""),
        day("midnight", founded + 400),
        day("midnight", founded),
        day("midnight", founded),
        dice.pick(_ENDLESS),
        town,
    )
    return dict(zip(columns.ENTERPRISE, cells, strict=True))


def dishonesty_row(firm: Subject, dice: Dice) -> Row:
    """An entry of the serious-dishonesty list (严重违法失信企业名单), one in four removed again."""
    region = firm.region
    entered = _TODAY - 30 - dice.below(1500)
    removed = dice.chance(250)
    office = f"{region.short}示例市场监督管理局"
    cells = (
        f"YZWF{firm.number:010}",
        firm.name,
        firm.identifier,
        "",
        f"P{firm.number:011}",
        day("midnight", entered),
        dice.pick(_DISHONESTY_REASONS),
        office,
        day("midnight", min(entered + 365, _TODAY - 3)) if removed else dice.pick(_ENDLESS),
        dice.pick(("已履行相关义务，主动申请移出", "列入满三年")) if removed else optional(dice, ""),
        office if removed else "",
        region.area[:4] + "00",
        region.area,
    )
    return dict(zip(columns.DISHONESTY, cells, strict=True))
