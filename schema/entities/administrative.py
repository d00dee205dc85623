"""双公示 — administrative licences and penalties, published within seven working days of the decision."""

from __future__ import annotations

from schema.entities.case import GOVERNMENT
from schema.entities.subject import SUBJECT_REGION, SubjectKind
from schema.kinds import AreaCode, Code, CreditCode, Date, Id, Money
from schema.language import Presence, column, entity, relation


class DecisionState(Code):
    """决定状态 — whether an administrative decision stands."""

    VALID = "VALID", "有效 — stands."
    REVOKED = "REVOKED", "撤销/失效 — revoked or no longer valid."
    DISPUTED = "DISPUTED", "异议 — under objection."
    WITHDRAWN = "WITHDRAWN", "来源已撤回 — the source has taken its record back."
    OTHER = "OTHER", "其他 — another state of the source's vocabulary."


#: entities' records are published by law; persons' are not
_PRESENCE = (
    Presence("administrative_entity", "{t}.subject_kind <> 'NATURAL_PERSON'"),
    Presence("administrative_person", "{t}.subject_kind = 'NATURAL_PERSON'"),
)
_RULES = {"own": "{t}.subject_id = {own}", "gov": GOVERNMENT}


@entity(
    table="licence", plural="licences", key=("subject_id", "document_number"), presence=_PRESENCE,
    region=SUBJECT_REGION, rules=_RULES, subject_led=True, loaded=True,
    doc="行政许可 — an administrative licence (双公示).",
)  # fmt: skip
class Licence:
    id: Id = column("标识 — opaque and random.", group="reference", order=True)
    subject_id: Id = column("行政相对人标识 — who holds it.", group="reference", hidden=True)
    subject_kind: SubjectKind = column("相对人类别 — kind of holder.", group="reference", filter=True)
    document_number: str = column(
        "行政许可决定文书号 — number of the decision.", group="administrative_entity", filter=True, order=True
    )
    document_name: str | None = column(
        "许可决定文书名称或项目名称 — name of the decision or of the project.",
        group="administrative_entity",
        personal=True,
    )
    category: str | None = column(
        "许可类别 — class of licence in the words of the source.", group="administrative_entity"
    )
    certificate_name: str | None = column(
        "许可证书名称 — name of the certificate.", group="administrative_entity", personal=True
    )
    certificate_number: str | None = column(
        "许可编号 — number of the certificate.", group="administrative_entity", personal=True
    )
    content: str | None = column("许可内容 — what is permitted.", group="administrative_entity", personal=True)
    content_as_delivered: str | None = column(
        "许可内容原文 — as the source wrote it, where the hub had to mend the text.",
        group="administrative_entity",
        personal=True,
    )
    decided_on: Date | None = column(
        "许可决定日期 — date of the decision.", group="administrative_entity", filter=True, order=True
    )
    valid_from: Date | None = column("有效期自 — valid from.", group="administrative_entity")
    valid_to: Date | None = column(
        "有效期至 — valid to; null when there is no end.", group="administrative_entity", filter=True
    )
    authority: str | None = column("许可机关 — authority that decided.", group="administrative_entity")
    authority_code: CreditCode | None = column(
        "许可机关统一社会信用代码 — its credit code.", group="administrative_entity", filter=True
    )
    provider_name: str | None = column("数据来源单位 — who provided the record.", group="administrative_entity")
    state: DecisionState | None = column("状态 — whether it stands.", group="administrative_entity", filter=True)
    area_code: AreaCode | None = column(
        "地方编码 — division of the authority.", group="administrative_entity", filter=True
    )
    remarks: str | None = column("备注 — remarks.", group="administrative_entity", personal=True)
    subject: Subject = relation("行政相对人 — who holds it.", on={"subject_id": "id"})
    batch: Batch | None = relation("来源批次 — batch that last stated it.", on={"batch_id": "id"}, group="batch")


@entity(
    table="penalty", plural="penalties", key=("subject_id", "document_number"), presence=_PRESENCE,
    region=SUBJECT_REGION, rules=_RULES, subject_led=True, loaded=True,
    doc="行政处罚 — an administrative penalty (双公示).",
)  # fmt: skip
class Penalty:
    id: Id = column("标识 — opaque and random.", group="reference", order=True)
    subject_id: Id = column("行政相对人标识 — who was punished.", group="reference", hidden=True)
    subject_kind: SubjectKind = column("相对人类别 — kind of subject.", group="reference", filter=True)
    document_number: str = column(
        "行政处罚决定书文号 — number of the decision.", group="administrative_entity", filter=True, order=True
    )
    case_name: str | None = column(
        "处罚名称或案件名称 — name of the penalty or the case.", group="administrative_entity", personal=True
    )
    violation: str | None = column("违法行为类型 — kind of violation.", group="administrative_entity", personal=True)
    facts: str | None = column("违法事实 — facts found.", group="administrative_entity", personal=True)
    facts_as_delivered: str | None = column(
        "违法事实原文 — as the source wrote it, where the hub had to mend the text.",
        group="administrative_entity",
        personal=True,
    )
    legal_basis: str | None = column("处罚依据 — provisions applied.", group="administrative_entity")
    categories: list[str] | None = column(
        "处罚类别 — classes of penalty in the words of the source.", group="administrative_entity"
    )
    content: str | None = column("处罚内容或结果 — what was imposed.", group="administrative_entity", personal=True)
    fine: Money | None = column("罚款金额（元）— fine.", group="administrative_entity", filter=True, order=True)
    confiscated: Money | None = column("没收金额（元）— value confiscated.", group="administrative_entity")
    suspended_licence: str | None = column(
        "暂扣或吊销证照 — licence suspended or withdrawn.", group="administrative_entity", personal=True
    )
    decided_on: Date | None = column(
        "处罚决定日期 — date of the decision.", group="administrative_entity", filter=True, order=True
    )
    valid_to: Date | None = column("处罚有效期 — valid to; null when there is no end.", group="administrative_entity")
    public_until: Date | None = column("公示截止期 — published until.", group="administrative_entity", filter=True)
    authority: str | None = column("处罚机关 — authority that decided.", group="administrative_entity")
    authority_code: CreditCode | None = column(
        "处罚机关统一社会信用代码 — its credit code.", group="administrative_entity", filter=True
    )
    provider_name: str | None = column("数据来源单位 — who provided the record.", group="administrative_entity")
    state: DecisionState | None = column("状态 — whether it stands.", group="administrative_entity", filter=True)
    revocation_reason: str | None = column(
        "撤销原因 — why it was revoked.", group="administrative_entity", personal=True
    )
    area_code: AreaCode | None = column(
        "地方编码 — division of the authority.", group="administrative_entity", filter=True
    )
    remarks: str | None = column("备注 — remarks.", group="administrative_entity", personal=True)
    subject: Subject = relation("行政相对人 — who was punished.", on={"subject_id": "id"})
    batch: Batch | None = relation("来源批次 — batch that last stated it.", on={"batch_id": "id"}, group="batch")
