"""诚信履行 — certificates of automatic performance and the honest-performance list."""

from __future__ import annotations

from schema.entities.case import COURT_REGION, GOVERNMENT
from schema.entities.subject import SubjectKind
from schema.kinds import AreaCode, CaseNumber, CourtCode, Date, Id, Money
from schema.language import Presence, column, entity, relation

OWN = {"own": "{t}.subject_id = {own}", "gov": GOVERNMENT, "consent": "{t}.is_publication_consented"}


@entity(
    table="performance_certificate", plural="certificates", key=("subject_id", "serial"), presence="certificate",
    region=COURT_REGION, rules={"own": OWN["own"], "gov": GOVERNMENT}, subject_led=True, loaded=True,
    doc="自动履行证明书 — a court's certificate that a debtor performed on their own before enforcement.",
)  # fmt: skip
class PerformanceCertificate:
    id: Id = column("标识 — opaque and random.", group="reference", order=True)
    subject_id: Id = column("主体标识 — subject.", group="reference", hidden=True)
    serial: str = column("证明书编号 — serial number.", group="certificate", filter=True, order=True)
    case_number: CaseNumber | None = column("案号 — case performed.", group="certificate", filter=True)
    instrument_number: str | None = column("法律文书号 — number of the instrument performed.", group="certificate")
    court_code: CourtCode | None = column("出具法院代字 — issuing court.", group="certificate", filter=True)
    performed_on: Date | None = column(
        "履行完毕日期 — date of full performance.", group="certificate", filter=True, order=True
    )
    amount: Money | None = column("履行金额（元）— amount performed.", group="case_amounts")
    fee_reduction: Money | None = column("减免诉讼费（元）— court fee reduced.", group="case_amounts")
    issued_on: Date | None = column("出具日期 — date of issue.", group="certificate", filter=True, order=True)
    is_revoked: bool | None = column("是否撤销 — whether it was revoked.", group="certificate", filter=True)
    subject: Subject = relation("主体 — the subject certified.", on={"subject_id": "id"})
    court: Court | None = relation("出具法院 — issuing court.", on={"court_code": "code"})
    batch: Batch | None = relation("来源批次 — batch that last stated it.", on={"batch_id": "id"}, group="batch")


@entity(
    table="honest_listing", plural="honestPerformance", key=("subject_id", "batch_number"),
    presence=(Presence("honest_entity", "{t}.subject_kind <> 'NATURAL_PERSON'"),
              Presence("honest_person", "{t}.subject_kind = 'NATURAL_PERSON'")),
    region=COURT_REGION, rules=OWN, subject_led=True, loaded=True,
    doc="诚信履行名单 — an entry on the honest-performance list.",
)  # fmt: skip
class HonestListEntry:
    id: Id = column("标识 — opaque and random.", group="reference", order=True)
    subject_id: Id = column("主体标识 — subject.", group="reference", hidden=True)
    subject_kind: SubjectKind = column("主体类别 — kind of subject.", group="reference", filter=True)
    batch_number: str = column("名单批次号 — batch of the list.", group="reference", filter=True, order=True)
    case_number: CaseNumber | None = column("案号 — case performed.", group="certificate", filter=True)
    cause: str | None = column("案由 — cause of action.", group="certificate")
    instrument_number: str | None = column("法律文书号 — number of the instrument performed.", group="certificate")
    certificate_serial: str | None = column("自动履行证明书编号 — serial of the certificate.", group="certificate")
    court_code: CourtCode | None = column("出具法院代字 — court that keeps the list.", group="reference", filter=True)
    performed_on: Date | None = column("履行完毕日期 — date of full performance.", group="certificate")
    amount: Money | None = column("履行金额（元）— amount performed.", group="case_amounts")
    listed_on: Date | None = column("列入日期 — date of listing.", group="reference", filter=True, order=True)
    expires_on: Date | None = column("有效期至 — valid until.", group="reference", filter=True)
    removed_on: Date | None = column("移出日期 — date of removal.", group="reference", filter=True)
    removal_reason: str | None = column("移出原因 — why it was removed.", group="reference", personal=True)
    area_code: AreaCode | None = column("所属镇（街道）代码 — town.", group="reference", filter=True)
    is_publication_consented: bool | None = column(
        "是否同意公开 — whether a person agreed to publication.", group="reference", filter=True
    )
    remarks: str | None = column("备注 — remarks.", group="certificate", personal=True)
    subject: Subject = relation("主体 — the subject on the list.", on={"subject_id": "id"})
    court: Court | None = relation("出具法院 — court that keeps the list.", on={"court_code": "code"})
    certificate: PerformanceCertificate | None = relation(
        "自动履行证明书 — the certificate.", on={"subject_id": "subject_id", "certificate_serial": "serial"}
    )
    batch: Batch | None = relation("来源批次 — batch that last stated it.", on={"batch_id": "id"}, group="batch")
