"""机关单位 — the agencies that ask, act and provide."""

from __future__ import annotations

from schema.kinds import AreaCode, CreditCode, Date, Id
from schema.language import Region, column, entity, relation


@entity(
    table="agency", plural="agencies", key=("code",), loaded=True, region=Region("{t}.area_code"),
    doc="机关单位 — an agency that queries the hub, acts on its answers or provides data.",
)  # fmt: skip
class Agency:
    id: Id = column("标识 — opaque and random.", group="reference")
    code: str = column("单位编号 — the `agency_id` of tokens.", group="reference", filter=True, order=True)
    name: str = column("单位名称 — official name.", group="reference", filter=True, order=True)
    role: str = column("角色代码 — role code of the policy table, e.g. `MR`.", group="reference", filter=True)
    area_code: AreaCode | None = column("所属区划代码 — division it serves.", group="reference", filter=True)
    credit_code: CreditCode | None = column(
        "统一社会信用代码 — unified social credit code.", group="reference", filter=True
    )
    valid_from: Date | None = column("启用日期 — in force from.", group="reference")
    valid_to: Date | None = column("停用日期 — in force until (merged or renamed since).", group="reference")
    successor_code: str | None = column("承继单位编号 — agency that took over.", group="reference")
    area: Area | None = relation("所属区划 — division it serves.", on={"area_code": "code"})
    successor: Agency | None = relation("承继单位 — agency that took over.", on={"successor_code": "code"})
