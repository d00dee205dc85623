"""法院 — courts. The court's code is not the division's code, and is never computed from it."""

from __future__ import annotations

from schema.kinds import AreaCode, Code, CourtCode, Date, Id
from schema.language import Region, column, entity, relation


class CourtLevel(Code):
    """法院级别 — level of a court."""

    SUPREME = "SUPREME", "最高人民法院 — Supreme People's Court."
    HIGH = "HIGH", "高级人民法院 — high court."
    INTERMEDIATE = "INTERMEDIATE", "中级人民法院 — intermediate court."
    BASIC = "BASIC", "基层人民法院 — basic court."
    SPECIAL = "SPECIAL", "专门人民法院 — special court."


@entity(
    table="court", plural="courts", key=("code",), loaded=True, region=Region("{t}.area_code", "{t}.code = any({courts})"),
    doc="法院 — a people's court, keyed by its code in case numbers (法〔2015〕137号).",
)  # fmt: skip
class Court:
    id: Id = column("标识 — opaque and random.", group="reference")
    code: CourtCode = column("法院代字 — court code, e.g. `浙0211`.", group="reference", filter=True, order=True)
    name: str = column("法院名称 — full name.", group="reference", filter=True, order=True)
    short_name: str | None = column("法院简称 — short name.", group="reference")
    level: CourtLevel = column("法院级别 — level.", group="reference", filter=True)
    area_code: AreaCode | None = column("所在区划代码 — division of its seat.", group="reference", filter=True)
    superior_code: CourtCode | None = column("上级法院代字 — code of the court above.", group="reference", filter=True)
    numeric_code: str | None = column(
        "法院数字代码 — numeric id in provincial systems.", group="reference", filter=True
    )
    aliases: list[str] | None = column("其他写法 — other spellings met in sources.", group="reference")
    valid_from: Date | None = column("启用日期 — in force from.", group="reference")
    valid_to: Date | None = column("停用日期 — in force until.", group="reference")
    area: Area | None = relation("所在区划 — division of its seat.", on={"area_code": "code"})
    superior: Court | None = relation("上级法院 — the court above.", on={"superior_code": "code"})
    cases: list[Case] = relation("执行案件 — enforcement cases before it.", on={"code": "court_code"}, across=True)
    listings: list[Listing] = relation("名单记录 — listings it decided.", on={"code": "court_code"}, across=True)
