"""执行案件 — enforcement cases, stored per debtor, as courts send them."""

from __future__ import annotations

from schema.entities.subject import PUBLICLY_LISTED
from schema.kinds import CaseNumber, Code, CourtCode, Date, Id, Money
from schema.language import Region, column, entity, relation

#: a fact lies where its subject does; where no source says that, in the area of its court
COURT_REGION = Region(
    "coalesce((select r$s.area_code from subject r$s where r$s.id = {t}.subject_id),"
    " (select r$k.area_code from court r$k where r$k.code = {t}.court_code))",
    "{t}.court_code = any({courts})",
    group="subject_area",
)
GOVERNMENT = "exists (select from subject r$g where r$g.id = {t}.subject_id and r$g.kind = 'GOVERNMENT_BODY')"
RULES = {
    "own": "{t}.subject_id = {own}",
    "gov": GOVERNMENT,
    "listed": "exists (select from listing r$l where r$l.subject_id = {t}.subject_id"
    f" and r$l.case_number = {{t}}.case_number and {PUBLICLY_LISTED})",
}


class CaseState(Code):
    """案件状态 — enforcing 执行中, closed for want of assets 终本, or closed 已结案."""

    ENFORCING = "ENFORCING", "执行中 — being enforced."
    TERMINATED = "TERMINATED", "终本 — closed for want of assets; the debt lives on."
    CLOSED = "CLOSED", "已结案 — closed."


class ClosingMode(Code):
    """结案方式 — how an enforcement case was closed."""

    PERFORMED = "PERFORMED", "执行完毕 — performed."
    TERMINATED_FOR_NOW = "TERMINATED_FOR_NOW", "终结本次执行程序 — this round ended for want of assets."
    ENFORCEMENT_ENDED = "ENFORCEMENT_ENDED", "终结执行 — enforcement ended."
    STRUCK_OFF = "STRUCK_OFF", "销案 — struck off."
    NOT_ENFORCED = "NOT_ENFORCED", "不予执行 — not enforced."
    APPLICATION_REJECTED = "APPLICATION_REJECTED", "驳回申请 — application rejected."


class PartyRole(Code):
    """当事人地位 — applicant 申请执行人, debtor 被执行人, guarantor or other."""

    APPLICANT = "APPLICANT", "申请执行人 — applicant."
    DEBTOR = "DEBTOR", "被执行人 — debtor."
    GUARANTOR = "GUARANTOR", "担保人 — guarantor."
    OTHER = "OTHER", "其他 — another party."


@entity(
    table="enforcement_case", plural="cases", key=("subject_id", "case_number"), presence="case_reference",
    indexes=(("court_code", "filed_on", "id"),), region=COURT_REGION, rules=RULES, subject_led=True, loaded=True,
    doc="执行案件 — an enforcement case as it stands against one debtor.",
)  # fmt: skip
class Case:
    id: Id = column("标识 — opaque and random.", group="reference", order=True)
    subject_id: Id = column("被执行人标识 — debtor.", group="reference", hidden=True)
    case_number: CaseNumber = column(
        "案号 — case number in canonical form.", group="case_reference", filter=True, order=True
    )
    case_type: str | None = column("类型代字 — type code, e.g. 执 or 执恢.", group="case_reference", filter=True)
    court_code: CourtCode = column("执行法院代字 — enforcing court.", group="case_reference", filter=True)
    filed_on: Date | None = column("立案日期 — filing date.", group="case_reference", filter=True, order=True)
    state: CaseState | None = column("案件状态 — state.", group="case_reference", filter=True)
    closing_mode: ClosingMode | None = column("结案方式 — how it was closed.", group="case_reference", filter=True)
    closed_on: Date | None = column("结案日期 — date of closing.", group="case_reference", filter=True, order=True)
    cause: str | None = column("执行案由 — cause of action.", group="case_reference")
    original_case_number: CaseNumber | None = column(
        "原执行案号 — the case that this one resumes (执恢).", group="case_reference"
    )
    basis_number: str | None = column("执行依据文号 — number of the instrument enforced.", group="case_basis")
    basis_issuer: str | None = column("执行依据作出单位 — who made the instrument.", group="case_basis")
    amount_applied: Money | None = column(
        "申请执行标的（元）— amount applied for.", group="case_amounts", filter=True, order=True
    )
    amount_recovered: Money | None = column("实际到位金额（元）— amount recovered.", group="case_amounts")
    amount_unrecovered: Money | None = column("未履行金额（元）— amount not recovered.", group="case_amounts")
    is_referred_to_bankruptcy: bool | None = column(
        "执转破 — referred to bankruptcy.", group="case_reference", filter=True
    )
    subject: Subject = relation("被执行人 — the debtor.", on={"subject_id": "id"})
    court: Court | None = relation("执行法院 — enforcing court.", on={"court_code": "code"})
    listings: list[Listing] = relation(
        "名单记录 — listings of this debtor in this case.",
        on={"subject_id": "subject_id", "case_number": "case_number"},
    )
    parties: list[CaseParty] = relation(
        "当事人 — parties of the case.", on={"subject_id": "subject_id", "case_number": "case_number"}
    )
    termination: TerminatedCase | None = relation(
        "终本记录 — its closing for want of assets.", on={"subject_id": "subject_id", "case_number": "case_number"}
    )
    other_debtors: list[Case] = relation(
        "同案被执行人 — the same case against other debtors.", on={"case_number": "case_number"},
        where="{t}.subject_id <> {p}.subject_id", across=True)  # fmt: skip
    batch: Batch | None = relation("来源批次 — batch that last stated it.", on={"batch_id": "id"}, group="batch")


@entity(
    table="case_party", key=("subject_id", "case_number", "role", "name"), presence="case_applicant",
    region=COURT_REGION, rules=RULES, subject_led=True, loaded=True, doc="当事人 — a party of an enforcement case.",
)  # fmt: skip
class CaseParty:
    id: Id = column("标识 — opaque and random.", group="reference")
    subject_id: Id = column("被执行人标识 — debtor whose case it is.", group="reference", hidden=True)
    case_number: CaseNumber = column("案号 — case number.", group="reference", hidden=True)
    court_code: CourtCode | None = column("执行法院代字 — enforcing court.", group="reference", hidden=True)
    role: PartyRole = column("当事人地位 — position in the case.", group="case_applicant", filter=True)
    name: str = column("姓名/名称 — name.", group="case_applicant", personal=True)
    amount: Money | None = column("涉及金额（元）— amount concerned.", group="case_amounts")


@entity(
    table="terminated_case", plural="terminatedCases", key=("subject_id", "case_number"), presence="terminated_case",
    region=COURT_REGION, rules=RULES, subject_led=True, loaded=True,
    doc="终本案件 — a case closed because no assets were found (法〔2016〕373号); the debt lives on and assets are re-checked.",
)  # fmt: skip
class TerminatedCase:
    id: Id = column("标识 — opaque and random.", group="reference", order=True)
    subject_id: Id = column("被执行人标识 — debtor.", group="reference", hidden=True)
    case_number: CaseNumber = column("案号 — case number.", group="terminated_case", filter=True, order=True)
    court_code: CourtCode = column("执行法院代字 — enforcing court.", group="terminated_case", filter=True)
    filed_on: Date | None = column("立案日期 — filing date.", group="terminated_case", filter=True)
    terminated_on: Date = column("终本日期 — date of the closing.", group="terminated_case", filter=True, order=True)
    amount_applied: Money | None = column("执行标的（元）— amount applied for.", group="case_amounts")
    amount_unperformed: Money | None = column("未履行金额（元）— amount not performed.", group="case_amounts")
    subject: Subject = relation("被执行人 — the debtor.", on={"subject_id": "id"})
    court: Court | None = relation("执行法院 — enforcing court.", on={"court_code": "code"})
    batch: Batch | None = relation("来源批次 — batch that last stated it.", on={"batch_id": "id"}, group="batch")
