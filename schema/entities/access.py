"""访问日志 — who was told what of whom and why; who asked about a subject; and the seals that keep it from them.

Entries stand in a schema that no role may read; what is declared here are views over it, kept by the migrations. An
agency sees its own entries, a higher court those of officers who stand for its courts, a subject who asked about it.
Numbers of entries would tell the one how much the others ask, so they are the auditor's; everybody else's order is
that of time. `first` begins with the oldest entry, `last` ends with the newest.
"""

from __future__ import annotations

from schema import masks
from schema.kinds import Code, Id, Instant, Position, SearchTerm
from schema.language import Lookup, Region, column, entity, relation

#: of an entry's officers some stand for a court of the caller's
COURTS = Region(court="{t}.court_codes && {courts}")
AGENCY = {"agency": "{t}.agency_code = {agency}"}
#: a seal in force; it ends by itself, or when the agency takes it back
SEALED = (
    "exists (select from access_seal r$s where r$s.agency_code = {t}.agency_code and r$s.matter = {t}.matter"
    " and r$s.sealed_until > now() and r$s.released_at is null)"
)


class AccessDecision(Code):
    """处理结果 — what came of a request."""

    ATTEMPTED = "ATTEMPTED", "开始办理 — an act began; its answer is an entry of its own."
    ANSWERED = "ANSWERED", "已答复 — answered."
    MISSED = "MISSED", "查无此人 — a look-up of a person found nobody."
    REFUSED = "REFUSED", "已拒绝 — refused by the policy or a budget."


@entity(
    table="access_entry", plural="accessLog", key=("position",), presence="access_log", region=COURTS, rules=AGENCY,
    view=True, tie="position",
    lookup=Lookup(
        name="accessEntry", arguments={"sequence": "sequence"},
        doc="查找日志记录 — one entry by its number, for auditors; a purpose and a matter number open its search terms.",
    ),
    doc="访问日志记录 — one request that told of persons, acted, missed or was refused, as it was written down before"
    " it was answered.",
)  # fmt: skip
class AccessEntry:
    id: Id = column("标识 — opaque and random; exports of the log name the entry by it.", group="access_log")
    position: Position = column("序号 — for relations and order.", group="access_log", hidden=True)
    sequence: Position = column("序号 — number of the entry in the whole log.", group="access_inspection", filter=True)
    at: Instant = column("时间 — when it was written, just before the answer left.", group="access_log", filter=True)
    agency_code: str = column("查询单位编号 — agency that answers for the officer.", group="access_log", filter=True)
    court_codes: list[str] | None = column("法院代字 — courts that the officer stands for.", group="access_log")
    issuer: str | None = column("签发方 — who vouched for the officer.", group="access_officer")
    officer: str | None = column("经办人 — officer, as the token names them.", group="access_officer", filter=True)
    roles: list[str] | None = column("角色代码 — roles of the token.", group="access_log", filter=True)
    actors: list[str] | None = column(
        "代办人 — who acted on the officer's behalf, the sender first: agency, officer, roles.", group="access_officer"
    )
    purpose: str | None = column("查询目的 — purpose code of the token.", group="access_log", filter=True)
    matter: str | None = column("事项编号 — matter number of the token.", group="access_log", filter=True)
    operation: str | None = column(
        "查询语句摘要 — SHA-256 of the document, hexadecimal.", group="access_log", filter=True
    )
    operation_name: str | None = column("操作名称 — which operation of the document.", group="access_log", filter=True)
    decision: AccessDecision = column("处理结果 — what came of it.", group="access_log", filter=True)
    code: str | None = column("错误代码 — code of the refusal.", group="access_log", filter=True)
    policy_version: str | None = column(
        "策略版本 — version of the policy that decided.", group="access_log", filter=True
    )
    levels: list[str] | None = column(
        "字段与级别 — each field with its level: `CLEAR`, `MASKED`, `CLEAR_IF:` row rules, `FILTER`, `REFUSED`.",
        group="access_log", filter=True,
    )  # fmt: skip
    kinds: list[str] | None = column(
        "信息类别 — field groups shown, as the policy names them.", group="access_log", filter=True
    )
    subject_count: int = column("涉及主体数 — number of subjects told of.", group="access_log", filter=True)
    agency: Agency | None = relation("查询单位 — the agency.", on={"agency_code": "code"}, across=True)
    subjects: list[AccessedSubject] = relation(
        "涉及主体 — the subjects told of.", on={"position": "position"}, across=True, group="access_log"
    )
    terms: list[AccessTerm] = relation(
        "检索词 — what persons were looked up by.", on={"position": "position"}, group="access_log"
    )


@entity(
    table="access_subject", key=("subject_id", "position"), presence="access_log", region=COURTS, rules=AGENCY,
    subject_led=True, view=True, tie="subject_id", doc="涉及主体 — a subject that an entry tells of.",
)  # fmt: skip
class AccessedSubject:
    id: Id = column("标识 — opaque.", group="access_log")
    position: Position = column("序号 — the entry.", group="access_log", hidden=True)
    agency_code: str = column("查询单位编号 — agency that asked.", group="access_log", hidden=True)
    court_codes: list[str] | None = column("法院代字 — courts of the officer.", group="access_log", hidden=True)
    subject_id: Id = column("主体标识 — id of the subject.", group="access_log")
    subject: Subject | None = relation(
        "主体 — the subject, as far as your role may see it.", on={"subject_id": "id"}, across=True
    )


@entity(
    table="access_term", key=("position", "ordinal"), presence="access_log", region=COURTS, rules=AGENCY, view=True,
    tie="ordinal", doc="检索词 — a name or a number that a person was looked up by.",
)  # fmt: skip
class AccessTerm:
    id: Id = column("标识 — opaque.", group="access_log")
    position: Position = column("序号 — the entry.", group="access_log", hidden=True)
    agency_code: str = column("查询单位编号 — agency that asked.", group="access_log", hidden=True)
    court_codes: list[str] | None = column("法院代字 — courts of the officer.", group="access_log", hidden=True)
    ordinal: int = column("次序 — place among the entry's terms, from 1.", group="access_log")
    argument: str = column("检索项 — `idNumber` or `name`.", group="access_log")
    digest: str | None = column(
        "密钥摘要 — keyed hash of the term, hexadecimal: alike for like terms.", group="access_inspection"
    )
    text: SearchTerm | None = column("检索词 — the term itself.", group="access_term", mask=masks.ID_NUMBER)


@entity(
    table="subject_access", plural="whoAskedAboutMe", key=("subject_id", "position"), presence="access_subject",
    rules={**AGENCY, "own": f"{{t}}.subject_id = {{own}} and not {SEALED}"}, subject_led=True, view=True, tie="position",
    doc="本人信息查询记录 — that an agency was told of a subject, up to this very moment. What an agency has sealed for"
    " the time being is not there.",
)  # fmt: skip
class SubjectAccess:
    id: Id = column("标识 — opaque.", group="access_subject")
    position: Position = column("序号 — the entry.", group="access_subject", hidden=True)
    subject_id: Id = column("主体标识 — the subject.", group="access_subject", hidden=True)
    at: Instant = column("时间 — when.", group="access_subject", filter=True)
    agency_code: str = column("查询单位编号 — agency that asked.", group="access_subject", filter=True)
    purpose: str | None = column(
        "查询目的 — purpose code, where the agency had to state one.", group="access_subject", filter=True
    )
    matter: str | None = column("事项编号 — the agency's matter.", group="access_subject", hidden=True)
    kinds: list[str] | None = column(
        "信息类别 — field groups that were shown, as the policy names them.", group="access_subject"
    )
    agency: Agency | None = relation("查询单位 — the agency.", on={"agency_code": "code"}, across=True)
    entry: AccessEntry | None = relation(
        "日志记录 — the entry, for whoever may read the log.", on={"position": "position"}, group="access_log"
    )
    seals: list[AccessSeal] = relation(
        "保密 — seals on the agency's matter, lapsed ones included.",
        on={"agency_code": "agency_code", "matter": "matter"}, group="access_seal",
    )  # fmt: skip


@entity(
    table="access_seal", plural="accessSeals", key=("agency_code", "matter", "renewal"), presence="access_seal",
    rules=AGENCY,
    doc="查询保密 — an agency keeps from subjects, for a bounded time and on a stated legal basis, that it asked about"
    " them in a matter. A renewal is a seal of its own.",
)  # fmt: skip
class AccessSeal:
    id: Id = column("标识 — opaque and random.", group="access_seal", order=True)
    agency_code: str = column("单位编号 — agency whose questions are sealed.", group="access_seal", filter=True)
    officer: str = column("经办人 — officer who sealed, as the token names them.", group="access_seal")
    matter: str = column(
        "事项编号 — matter number that the questions were asked with.", group="access_seal", filter=True
    )
    legal_basis: str = column("法律依据 — legal basis, as the officer stated it.", group="access_seal")
    renewal: int = column("延长次数 — how often the matter had been sealed before.", group="access_seal", filter=True)
    sealed_at: Instant = column("保密起始 — since when.", group="access_seal", filter=True, order=True, default="now()")
    sealed_until: Instant = column("保密截止 — until when, unless taken back.", group="access_seal", filter=True)
    released_at: Instant | None = column("解除时间 — when it was taken back.", group="access_seal", filter=True)
    released_by: str | None = column("解除人 — officer who took it back.", group="access_seal")
