"""主体合并 — decisions of people that two subjects are one, that they are not, or that a joining is undone."""

from __future__ import annotations

from schema.kinds import Code, Id, Instant
from schema.language import column, entity, relation


class DecisionKind(Code):
    """决定类别 — what was decided of two subjects."""

    MERGE = "MERGE", "合并 — they are one."
    SPLIT = "SPLIT", "拆分 — what was joined is two."
    APART = "APART", "不予合并 — they are two; nothing joins them, directly or through others."


class IdentityDecisionState(Code):
    """决定状态 — how far a decision has come."""

    PREVIEWED = "PREVIEWED", "已预览 — only looked at; nothing has changed."
    PROPOSED = "PROPOSED", "待复核 — waits for a second person."
    IN_FORCE = "IN_FORCE", "已生效 — in force."
    UNDONE = "UNDONE", "已撤销 — undone since."


@entity(
    table="identity_decision", plural="identityDecisions", key=("id",), presence="identity",
    rules={"agency": "{t}.agency_code = {agency}"},
    doc="主体合并决定 — who decided what of two subjects, why, and how much it moved.",
)  # fmt: skip
class IdentityDecision:
    id: Id = column("标识 — opaque and random.", group="identity")
    kind: DecisionKind = column("决定类别 — what was decided.", group="identity", filter=True)
    state: IdentityDecisionState = column("决定状态 — how far it has come.", group="identity", filter=True)
    keep_id: Id = column("保留主体标识 — the subject that stays.", group="identity", hidden=True)
    merge_id: Id = column("并入主体标识 — the other.", group="identity", hidden=True)
    reason: str = column("理由 — the evidence, as the officer stated it.", group="identity")
    agency_code: str = column("单位编号 — agency that decided.", group="identity", filter=True)
    officer: str = column("经办人 — officer who decided or proposed.", group="identity")
    decided_at: Instant = column("决定时间 — when.", group="identity", filter=True, order=True, default="now()")
    approved_by: str | None = column("复核人 — the second person, where one is needed.", group="identity")
    approved_at: Instant | None = column("复核时间 — when that person agreed.", group="identity")
    undone_at: Instant | None = column("撤销时间 — when it was undone.", group="identity")
    facts: int = column("事实数 — facts of the other subject, all that would move.", group="identity")
    listings: int = column("名单记录数 — listings among them.", group="identity")
    cases: int = column("案件数 — cases among them.", group="identity")
    hits: int = column("命中数 — hits of screenings that move with them.", group="identity")
    agencies: int = column("涉及单位数 — agencies that had those hits.", group="identity")
    kept: Subject | None = relation("保留主体 — the subject that stays.", on={"keep_id": "id"}, across=True)
    other: Subject | None = relation(
        "另一主体 — the other; null while it is joined to the one that stays.", on={"merge_id": "id"}, across=True
    )
