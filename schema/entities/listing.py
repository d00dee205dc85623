"""名单 — listings: dishonest debtors, consumption restrictions and other serious-dishonesty lists."""

from __future__ import annotations

from schema.entities.case import COURT_REGION, GOVERNMENT
from schema.entities.subject import IN_FORCE, Sex, SubjectKind
from schema.kinds import CaseNumber, Code, CourtCode, Date, Id, Instant
from schema.language import Presence, column, entity, relation


class ListingKind(Code):
    """名单类型 — SX 失信被执行人, restriction 限制消费, serious dishonesty 严重失信主体名单; it decides the concrete type."""

    SX = "SX", "失信被执行人 — list of dishonest debtors."
    CONSUMPTION_RESTRICTION = "CONSUMPTION_RESTRICTION", "限制消费 — consumption restriction."
    SERIOUS_DISHONESTY = "SERIOUS_DISHONESTY", "严重失信主体 — another list of serious dishonesty."


class ListingState(Code):
    """名单状态 — only PUBLISHED has effect; REMOVED is a state, never a deleted row."""

    PROPOSED = "PROPOSED", "拟列入 — proposed, not in effect."
    GRACE = "GRACE", "宽限期 — in its period of grace, not in effect."
    PUBLISHED = "PUBLISHED", "已发布 — published and in effect."
    SHIELDED = "SHIELDED", "屏蔽 — withheld from view for the time being."
    REMOVED = "REMOVED", "已移出 — removed."
    REVOKED = "REVOKED", "已撤销 — revoked, should never have been made."


class Ground(Code):
    """失信情形 — grounds of 法释〔2017〕7号 art. 1; G1 alone has no term."""

    G1 = "G1", "有履行能力而拒不履行生效法律文书确定义务 — able to perform and refuses."
    G2 = (
        "G2",
        "以伪造证据、暴力、威胁等方法妨碍、抗拒执行 — obstructs enforcement with forged evidence, violence or threats.",
    )
    G3 = (
        "G3",
        "以虚假诉讼、虚假仲裁或者隐匿、转移财产等方法规避执行 — evades enforcement by fake suits or arbitration, or by hiding or moving property.",
    )
    G4 = "G4", "违反财产报告制度 — violates the duty to report property."
    G5 = "G5", "违反限制消费令 — violates a consumption restriction."
    G6 = "G6", "无正当理由拒不履行执行和解协议 — refuses without good reason to perform an enforcement settlement."


class RemovalReason(Code):
    """移出原因 — R1–R7 of 法释〔2017〕7号 art. 10, expiry of the term, revocation, correction, or vanished at the source."""

    R1 = "R1", "已履行生效法律文书确定的义务或者法院已执行完毕 — performed, or the court finished enforcement."
    R2 = "R2", "达成执行和解协议且已履行完毕 — a settlement was reached and fully performed."
    R3 = "R3", "申请执行人书面申请删除，法院审查同意 — the creditor asked in writing and the court agreed."
    R4 = (
        "R4",
        "终本后两次以上网络查控未发现可供执行财产且无人提供有效线索 — after 终本 two or more online searches found nothing and nobody gave a valid clue.",
    )
    R5 = "R5", "因审判监督或者破产程序中止执行 — enforcement was suspended for retrial supervision or bankruptcy."
    R6 = "R6", "法院裁定不予执行 — the court ruled not to enforce."
    R7 = "R7", "法院裁定终结执行 — the court terminated enforcement."
    TERM_EXPIRED = "TERM_EXPIRED", "期限届满 — the term ended."
    REVOKED = "REVOKED", "撤销 — revoked, should never have been made."
    CORRECTED = "CORRECTED", "更正 — corrected."
    UNSTATED = "UNSTATED", "来源未说明 — the source gives no reason."


class Performance(Code):
    """履行情况 — how far the obligation was performed when published."""

    NONE = "NONE", "全部未履行 — nothing performed."
    PARTIAL = "PARTIAL", "部分未履行 — performed in part."
    FULL = "FULL", "全部已履行 — performed in full."


class TargetRole(Code):
    """限制对象身份 — in which role a consumption restriction binds the subject (法释〔2015〕17号 art. 3)."""

    DEBTOR = "DEBTOR", "被执行人 — the debtor."
    LEGAL_REPRESENTATIVE = "LEGAL_REPRESENTATIVE", "法定代表人 — legal representative."
    MAIN_RESPONSIBLE = "MAIN_RESPONSIBLE", "主要负责人 — main responsible person."
    DIRECTLY_RESPONSIBLE = (
        "DIRECTLY_RESPONSIBLE",
        "影响债务履行的直接责任人员 — person directly responsible for non-performance.",
    )
    ACTUAL_CONTROLLER = "ACTUAL_CONTROLLER", "实际控制人 — actual controller."


UNPUBLISHED = "{t}.state in ('PROPOSED', 'GRACE', 'SHIELDED')"
PAST = f"({{t}}.state in ('REMOVED', 'REVOKED') or ({{t}}.state = 'PUBLISHED' and not ({IN_FORCE})))"


def _presence(group: str) -> tuple[Presence, ...]:
    """Published, unpublished and past entries are three different secrets (政策: shielded is indistinguishable from absent)."""
    return (
        Presence(group, IN_FORCE),
        Presence("listing_unpublished", UNPUBLISHED),
        Presence("listing_history", PAST),
    )


@entity(
    table="listing", plural="listings", key=("subject_id", "kind", "case_number"), discriminator="kind",
    indexes=(("court_code", "kind", "published_on", "id"), ("court_code", "published_on", "id")),
    subject_led=True, loaded=True,
    region=COURT_REGION,
    rules={"own": "{t}.subject_id = {own}", "gov": GOVERNMENT, "listed": IN_FORCE},
    doc="名单记录 — an entry on a list of enforcement or serious dishonesty.",
)  # fmt: skip
class Listing:
    id: Id = column("标识 — opaque and random.", group="reference", order=True)
    subject_id: Id = column("主体标识 — subject.", group="reference", hidden=True)
    kind: ListingKind = column("名单类型 — kind of list.", group="reference", filter=True)
    subject_kind: SubjectKind = column("主体类别 — kind of subject listed.", group="reference", filter=True)
    state: ListingState = column("名单状态 — state of the entry.", group="reference", filter=True)
    case_number: CaseNumber = column(
        "案号 — case number, or the list's own document number.", group="case_reference", filter=True, order=True
    )
    court_code: CourtCode | None = column("决定法院代字 — court that decided.", group="case_reference", filter=True)
    decision_number: str | None = column("决定文书号 — number of the decision.", group="case_reference")
    decided_on: Date | None = column(
        "决定日期 — date of the decision.", group="case_reference", filter=True, order=True
    )
    published_on: Date | None = column("发布日期 — date of publication.", group="reference", filter=True, order=True)
    term_ends_on: Date | None = column(
        "期限届满日 — last day of the term; null when there is no fixed term.", group="reference", filter=True
    )
    removed_on: Date | None = column("移出日期 — date of removal.", group="reference", filter=True)
    removal_reason: RemovalReason | None = column("移出原因 — why it was removed.", group="reference", filter=True)
    absent_since: Instant | None = column(
        "缺失起始 — first full batch without it: a suspect deletion, not a removal.", group="batch"
    )
    subject: Subject = relation("主体 — the subject listed.", on={"subject_id": "id"})
    case: Case | None = relation(
        "执行案件 — the enforcement case.", on={"subject_id": "subject_id", "case_number": "case_number"}
    )
    court: Court | None = relation("决定法院 — court that decided.", on={"court_code": "code"})
    batch: Batch | None = relation("来源批次 — batch that last stated it.", on={"batch_id": "id"}, group="batch")


@entity(of=Listing, when="SX", presence=_presence("listing_sx"),
        doc="失信被执行人 — an entry on the list of dishonest debtors (法释〔2017〕7号).")  # fmt: skip
class DishonestDebtorListing(Listing):
    grounds: list[Ground] | None = column("失信行为具体情形 — grounds.", group="listing_sx", filter=True)
    conduct: str | None = column(
        "失信行为描述 — conduct in the words of the source.", group="listing_sx", personal=True
    )
    performance: Performance | None = column("履行情况 — how far performed.", group="listing_sx", filter=True)
    performed_part: str | None = column("已履行部分 — part performed.", group="case_basis", personal=True)
    unperformed_part: str | None = column("未履行部分 — part not performed.", group="case_basis", personal=True)
    obligation: str | None = column(
        "生效法律文书确定的义务 — obligation fixed by the instrument.", group="case_basis", personal=True
    )
    obligation_as_delivered: str | None = column(
        "义务原文 — as the source wrote it, where the hub had to mend the text.", group="case_basis", personal=True
    )
    basis_number: str | None = column("执行依据文号 — number of the instrument.", group="case_basis")
    basis_issuer: str | None = column("作出执行依据单位 — who made the instrument.", group="case_basis")
    filed_on: Date | None = column("立案日期 — filing date of the case.", group="case_reference")
    province: str | None = column("省份 — province as published.", group="listing_sx")
    age: int | None = column("年龄 — age when published; never updated.", group="person_profile", personal=True)
    sex: Sex | None = column("性别 — sex as published.", group="person_profile", personal=True)
    legal_representative: str | None = column(
        "法定代表人/负责人 — as published.", group="entity_identity", personal=True
    )
    record_id: str | None = column(
        "记录编号 — the source's record id; it changes between deliveries.", group="batch", personal=True
    )


@entity(of=Listing, when="CONSUMPTION_RESTRICTION", presence=_presence("consumption_restriction"),
        doc="限制消费 — a consumption restriction order (法释〔2015〕17号) as it binds one of its targets.")  # fmt: skip
class ConsumptionRestriction(Listing):
    target_role: TargetRole | None = column(
        "限制对象身份 — role in which the subject is bound.", group="consumption_restriction", filter=True
    )
    order_path: str | None = column(
        "限制消费令文件 — the order's file at the source.", group="case_basis", personal=True
    )
    unit_name: str | None = column(
        "单位名称 — unit on whose account the person is bound.", group="entity_identity", personal=True
    )
    filed_on: Date | None = column("立案日期 — filing date of the case.", group="case_reference")
    other_targets: list[ConsumptionRestriction] = relation(
        "同令其他对象 — others bound by the same order.", on={"case_number": "case_number", "kind": "kind"},
        where="{t}.subject_id <> {p}.subject_id", across=True)  # fmt: skip


@entity(of=Listing, when="SERIOUS_DISHONESTY",
        presence=(Presence("serious_dishonesty", f"{IN_FORCE}"), Presence("listing_unpublished", UNPUBLISHED),
                  Presence("listing_history", PAST)),
        doc="严重失信主体名单 — an entry on another list of serious dishonesty (国办发〔2020〕49号).")  # fmt: skip
class SeriousDishonestyListing(Listing):
    list_name: str | None = column("名单名称 — which list.", group="serious_dishonesty", filter=True)
    reason: str | None = column("列入事由 — reason for listing.", group="serious_dishonesty", personal=True)
    listing_authority: str | None = column("列入机关 — authority that listed.", group="serious_dishonesty")
    removal_authority: str | None = column("移出机关 — authority that removed.", group="serious_dishonesty")
    removal_grounds: str | None = column(
        "移出事由 — reason for removal in the source's words.", group="serious_dishonesty", personal=True
    )
