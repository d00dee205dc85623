"""区划 — administrative divisions and functional zones."""

from __future__ import annotations

from schema.kinds import AreaCode, Code, Date, Id
from schema.language import Region, column, entity, relation


class AreaLevel(Code):
    """区划层级 — level of a division; a zone stands beside the towns of its host county."""

    PROVINCE = "PROVINCE", "省级 — province."
    CITY = "CITY", "地级 — prefecture."
    COUNTY = "COUNTY", "县级 — county."
    TOWN = "TOWN", "乡级 — town or street."
    ZONE = "ZONE", "功能区 — functional zone."


@entity(
    table="area", plural="areas", key=("code",), loaded=True, region=Region(area="{t}.code"),
    doc="区划 — an administrative division (GB/T 2260 and the statistical nine-digit town codes) or a functional zone.",
)  # fmt: skip
class Area:
    id: Id = column("标识 — opaque and random.", group="reference")
    code: AreaCode = column("区划代码 — six digits, nine for towns, `330211Z01` for zones.", group="reference",
                            filter=True, order=True)  # fmt: skip
    name: str = column("名称 — official name.", group="reference", filter=True, order=True)
    level: AreaLevel = column("层级 — level.", group="reference", filter=True)
    category: str | None = column(
        "类别 — 街道 subdistrict, 镇 town, 乡 township, 功能区 zone.", group="reference", filter=True
    )
    parent_code: AreaCode | None = column("上级区划代码 — code of the division above.", group="reference", filter=True)
    host_code: AreaCode | None = column(
        "属地代码 — for a zone: the town in whose figures it is counted.", group="reference"
    )
    valid_from: Date | None = column("启用日期 — in force from.", group="reference")
    valid_to: Date | None = column("停用日期 — in force until.", group="reference")
    successor_code: AreaCode | None = column("变更后代码 — code that replaced it.", group="reference")
    parent: Area | None = relation("上级区划 — the division above.", on={"parent_code": "code"})
    children: list[Area] = relation("下级区划 — divisions directly within.", on={"code": "parent_code"})
    courts: list[Court] = relation("所在法院 — courts seated here.", on={"code": "area_code"})
