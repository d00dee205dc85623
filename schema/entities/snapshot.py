"""政府机构失信监测 — weekly, immutable snapshots of listed government bodies per area."""

from __future__ import annotations

from schema.kinds import AreaCode, CaseNumber, Code, CourtCode, CreditCode, Date, Id, Instant
from schema.language import Region, column, entity, relation


class SnapshotChange(Code):
    """变化 — against the week before: added 新增, cleared 已清零, unchanged 未变."""

    ADDED = "ADDED", "新增 — not there the week before."
    CLEARED = "CLEARED", "退出 — there the week before, gone now."
    UNCHANGED = "UNCHANGED", "存量 — there in both weeks."


@entity(
    table="government_debtor_snapshot", plural="governmentDebtorSnapshots", key=("area_code", "week"),
    presence="government_debtor", region=Region("{t}.area_code"), rules={"gov": "true"},
    doc="政府机构失信监测快照 — the listed government bodies of an area in one ISO week; never changed once taken.",
)  # fmt: skip
class GovernmentDebtorSnapshot:
    id: Id = column("标识 — opaque and random.", group="government_debtor")
    area_code: AreaCode = column("区划代码 — area.", group="government_debtor", filter=True, order=True)
    week: str = column("周次 — ISO week, e.g. `2026-W47`.", group="government_debtor", filter=True, order=True)
    taken_at: Instant = column(
        "采集时间 — when it was taken.", group="government_debtor", filter=True, order=True, default="now()"
    )
    listed_count: int = column("在列数 — listings of government bodies in force.", group="government_debtor")
    added_count: int = column("新增数 — added since the week before.", group="government_debtor")
    cleared_count: int = column("清零数 — cleared since the week before.", group="government_debtor")
    unchanged_count: int = column("未变数 — still listed.", group="government_debtor")
    is_zero: bool = column("是否清零 — whether the area stood at zero.", group="government_debtor", filter=True)
    digest: str = column("摘要 — SHA-256 over the entries in canonical order.", group="government_debtor")
    previous_id: Id | None = column("上期标识 — snapshot of the week before.", group="government_debtor", hidden=True)
    area: Area | None = relation("区划 — the area.", on={"area_code": "code"})
    previous: GovernmentDebtorSnapshot | None = relation(
        "上期 — the week before.", on={"previous_id": "id"}, group="government_debtor"
    )
    entries: list[GovernmentDebtorEntry] = relation(
        "明细 — one for each listing.", on={"id": "snapshot_id"}, group="government_debtor"
    )


@entity(
    table="government_debtor_entry", key=("snapshot_id", "listing_id"), presence="government_debtor",
    region=Region("{t}.area_code"), rules={"gov": "true"},
    doc="快照明细 — a listed government body as it stood when the snapshot was taken.",
)  # fmt: skip
class GovernmentDebtorEntry:
    id: Id = column("标识 — opaque and random.", group="government_debtor")
    snapshot_id: Id = column("快照标识 — the snapshot.", group="government_debtor", hidden=True)
    subject_id: Id = column("主体标识 — the body.", group="government_debtor", hidden=True)
    listing_id: Id = column("名单记录标识 — the listing.", group="government_debtor", hidden=True)
    area_code: AreaCode = column("区划代码 — area of the body.", group="government_debtor", filter=True)
    change: SnapshotChange = column("变化 — against the week before.", group="government_debtor", filter=True)
    name: str = column("机构名称 — name of the body.", group="government_debtor", order=True)
    credit_code: CreditCode | None = column("统一社会信用代码 — credit code.", group="government_debtor")
    government_kind: str | None = column("机构类别 — kind of body.", group="government_debtor", filter=True)
    case_number: CaseNumber = column("案号 — case number.", group="government_debtor")
    court_code: CourtCode | None = column("执行法院代字 — court.", group="government_debtor")
    published_on: Date | None = column("发布日期 — published.", group="government_debtor", order=True)
    days_listed: int = column("在列天数 — days since publication.", group="government_debtor", order=True)
    subject: Subject | None = relation("主体 — the body.", on={"subject_id": "id"})
