"""查询—触发—惩戒—反馈 — screenings, their hits, and what agencies reported back."""

from __future__ import annotations

from schema.kinds import Code, Date, Id, Instant
from schema.language import column, entity, relation

AGENCY = "{t}.agency_code = {agency}"


def _rules(hit: str) -> dict[str, str]:
    """Row rules of what a screening found: its agency's, and of the subject that it is about unless the agency keeps
    the matter sealed from him; `hit` joins the hit `r$h` to the row.
    """
    sealed = (
        "select from screening_hit r$h join screening_item r$i on r$i.id = r$h.item_id"
        " join screening r$s on r$s.id = r$i.screening_id"
        " join access_seal r$a on r$a.agency_code = r$s.agency_code and r$a.matter = r$s.matter"
        f" where {hit} and r$a.sealed_until > now() and r$a.released_at is null"
    )
    return {"agency": AGENCY, "own": f"{{t}}.subject_id = {{own}} and not exists ({sealed})"}


class ScreeningOutcome(Code):
    """比对结果 — hit, candidate (a name with a compatible masked number: never a trigger by itself), or none."""

    HIT = "HIT", "命中 — an exact identifier is listed."
    CANDIDATE = (
        "CANDIDATE",
        "疑似 — may be the same, or the source does not name the entry any more; a person has to decide.",
    )
    NONE = "NONE", "未命中 — nothing in effect."


class Freshness(Code):
    """核验状态 — how fresh the hub was about a subject when it was screened, as `maxStaleness` asked."""

    CURRENT = "CURRENT", "无需核验 — the hub's copy was young enough; no source was asked."
    CONFIRMED = "CONFIRMED", "已核验一致 — the sources were asked, and what was answered before is what they say."
    CHANGED = (
        "CHANGED",
        "核验有变 — the sources say otherwise than the hub's copy; the hub was corrected before it answered.",
    )
    STALE = "STALE", "未能核验 — no usable answer in time: the outcome is the hub's copy's, and no proof of anything."


class FeedbackOutcome(Code):
    """反馈结果 — what the agency did."""

    REFUSED = "REFUSED", "不予办理 — refused."
    RESTRICTED = "RESTRICTED", "限制办理 — restricted."
    WARNED = "WARNED", "提示告知 — warned."
    REWARDED = "REWARDED", "守信激励 — rewarded."
    EXEMPTED_BY_REVIEW = "EXEMPTED_BY_REVIEW", "经审查豁免 — exempted on review."
    WRONG_MATCH = "WRONG_MATCH", "匹配有误 — not the same subject."


class InstructionAct(Code):
    """处置方式 — what the officer is to do about a hit; the strongest of its measures."""

    REFUSE = "REFUSE", "不予办理 — refuse, and tell the subject."
    RESTRICT = "RESTRICT", "限制办理 — restrict after an officer has checked, and tell the subject."
    WARN = "WARN", "提示告知 — warn and tell the subject; weigh with care, never refuse automatically."
    REWARD = "REWARD", "守信激励 — grant the incentive."
    CONFIRM = "CONFIRM", "核实身份 — a candidate: confirm the identity before anything else."
    NONE = "NONE", "无可适用措施 — listed, but no measure of the catalogue applies."


@entity(
    table="screening", plural="screenings", key=("id",), presence="feedback", rules={"agency": AGENCY},
    doc="比对查询 — one act of asking about subjects before a decision, with scenario, purpose and matter number.",
)  # fmt: skip
class Screening:
    id: Id = column("标识 — opaque and random.", group="feedback")
    agency_code: str = column("查询单位编号 — agency that asked.", group="feedback", filter=True)
    officer: str = column("经办人 — officer, as the token names them.", group="feedback")
    scenario: str = column("应用场景 — scenario code.", group="feedback", filter=True)
    purpose: str = column("查询目的 — purpose code.", group="feedback")
    matter: str = column("事项编号 — number of the matter before the agency.", group="feedback", filter=True)
    policy_version: str = column("策略版本 — version of the policy table that decided.", group="feedback")
    asked_at: Instant = column(
        "查询时间 — when it was asked.", group="feedback", filter=True, order=True, default="now()"
    )
    items: list[ScreeningItem] = relation(
        "比对对象 — one for each subject asked about.", on={"id": "screening_id"}, group="feedback"
    )


@entity(
    table="screening_item", key=("screening_id", "ordinal"), presence="feedback",
    rules={"agency": AGENCY}, doc="比对对象 — one subject asked about.",
)  # fmt: skip
class ScreeningItem:
    id: Id = column("标识 — opaque and random.", group="feedback")
    screening_id: Id = column("比对查询标识 — the screening.", group="feedback", hidden=True)
    agency_code: str = column("查询单位编号 — agency that asked.", group="feedback", hidden=True)
    ordinal: int = column("序号 — position in the request, from 1.", group="feedback", order=True)
    outcome: ScreeningOutcome = column("比对结果 — outcome.", group="feedback", filter=True)
    freshness: Freshness | None = column(
        "核验状态 — whether the sources confirm it now; null where `maxStaleness` was not given.", group="feedback"
    )
    checked_at: Instant | None = column(
        "核验时间 — when the sources were asked; null where they were not, or gave no usable answer.", group="feedback"
    )
    as_of: Instant | None = column(
        "数据时点 — for when the outcome speaks: the sources' own time, or that of their last delivery; null where unknown.",
        group="feedback",
    )
    hits: list[ScreeningHit] = relation("命中 — listings that matched.", on={"id": "item_id"}, group="feedback")


@entity(
    table="screening_hit", key=("item_id", "listing_id"), presence="feedback", rules=_rules("r$h.id = {t}.id"),
    doc="命中 — a listing that matched, and the measures that the catalogue allows today.",
)  # fmt: skip
class ScreeningHit:
    id: Id = column("标识 — opaque and random; `reportFeedback` names it.", group="feedback")
    item_id: Id = column("比对对象标识 — the item.", group="feedback", hidden=True)
    subject_id: Id = column("主体标识 — the subject.", group="feedback", hidden=True)
    agency_code: str = column("查询单位编号 — agency that asked.", group="feedback", hidden=True)
    outcome: ScreeningOutcome = column(
        "命中强度 — a proven hit, or a candidate for a person to confirm.", group="feedback"
    )
    listing_id: Id = column("名单记录标识 — the listing.", group="feedback", hidden=True)
    listing_kind: str = column("名单类型 — kind of list that matched.", group="feedback", filter=True)
    measure_codes: list[str] = column("措施代码 — measures allowed on that day.", group="feedback")
    hit_at: Instant = column("命中时间 — when it matched.", group="feedback", order=True, default="now()")
    measures: list[Measure] = relation("可采取措施 — the measures allowed.", on={"measure_codes": "code"})
    listing: Listing | None = relation(
        "名单记录 — the listing, as far as your role may see it.", on={"subject_id": "subject_id", "listing_id": "id"}
    )
    honest_entry: HonestListEntry | None = relation(
        "诚信履行名单 — the entry on the honest-performance list.", on={"subject_id": "subject_id", "listing_id": "id"}
    )
    subject: Subject | None = relation("主体 — the subject, as far as your role may see it.", on={"subject_id": "id"})
    feedback: list[Feedback] = relation("反馈 — what was reported back.", on={"id": "hit_id"}, group="feedback")
    instruction: Instruction | None = relation(
        "处置指引 — what to do, as the catalogue said on that day; all that level H answers.",
        on={"id": "hit_id"}, group="feedback",
    )  # fmt: skip


@entity(
    table="screening_instruction", key=("hit_id",), presence="feedback", rules=_rules("r$h.id = {t}.hit_id"),
    doc="处置指引 — what an officer is told to do about a hit: enough to act on, and nothing of the file.",
)  # fmt: skip
class Instruction:
    id: Id = column("标识 — opaque and random.", group="feedback")
    hit_id: Id = column("命中标识 — the hit.", group="feedback", hidden=True)
    subject_id: Id = column("主体标识 — the subject.", group="feedback", hidden=True)
    agency_code: str = column("查询单位编号 — agency that asked.", group="feedback", hidden=True)
    is_listed: bool = column("是否在列 — proven to be listed; no for a candidate.", group="feedback")
    act: InstructionAct = column("处置方式 — what to do.", group="feedback")
    tells_subject: bool = column("须告知当事人 — the subject must be told basis and remedy.", group="feedback")
    review_required: bool = column(
        "需人工复核 — a person must review before it takes effect (个人信息保护法 art. 24).", group="feedback"
    )
    measure_codes: list[str] = column("措施代码 — measures to apply.", group="feedback")
    legal_basis: list[str] = column("依据 — law, regulation or central policy of the measures.", group="feedback")
    instruction_zh: list[str] = column("处置说明（中文）— what to do, in Chinese.", group="feedback")
    instruction_en: list[str] = column("处置说明（英文）— what to do, in English.", group="feedback")
    remedy_zh: list[str] = column("救济途径（中文）— where the subject may object, in Chinese.", group="feedback")
    remedy_en: list[str] = column("救济途径（英文）— where the subject may object, in English.", group="feedback")
    valid_from: Date | None = column("生效日期 — day from which all of its measures hold.", group="feedback")
    valid_to: Date | None = column("失效日期 — last day on which all of its measures hold.", group="feedback")


@entity(
    table="feedback", plural="feedback", key=("id",), presence="feedback", rules=_rules("r$h.id = {t}.hit_id"),
    doc="反馈 — what an agency did after a hit.",
)  # fmt: skip
class Feedback:
    id: Id = column("标识 — opaque and random.", group="feedback")
    hit_id: Id = column("命中标识 — the hit.", group="feedback", hidden=True)
    subject_id: Id = column("主体标识 — the subject.", group="feedback", hidden=True)
    agency_code: str = column("反馈单位编号 — agency that acted.", group="feedback", filter=True)
    measure_code: str | None = column("措施代码 — measure applied, if one was.", group="feedback", filter=True)
    outcome: FeedbackOutcome = column("反馈结果 — what was done.", group="feedback", filter=True)
    acted_on: Date = column("处置日期 — day of the act.", group="feedback", filter=True, order=True)
    note: str | None = column("说明 — explanation.", group="feedback", personal=True)
    reported_at: Instant = column("反馈时间 — when it was reported.", group="feedback", order=True, default="now()")
    measure: Measure | None = relation("措施 — the measure applied.", on={"measure_code": "code"})
    hit: ScreeningHit | None = relation("命中 — the hit it answers.", on={"hit_id": "id"}, group="feedback")
