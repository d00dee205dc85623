"""主体 — the people, enterprises and government bodies that everything else is about."""

from __future__ import annotations

from schema import masks
from schema.kinds import (
    AreaCode,
    Code,
    CreditCode,
    Date,
    Id,
    IdNumber,
    Instant,
    Money,
    OrganisationCode,
    RegistrationNumber,
)
from schema.language import Lookup, Presence, Region, column, entity, relation


class SubjectKind(Code):
    """主体类别 — kind of subject; it decides the concrete GraphQL type."""

    NATURAL_PERSON = "NATURAL_PERSON", "自然人 — natural person."
    ENTERPRISE = "ENTERPRISE", "市场主体 — market entity."
    GOVERNMENT_BODY = "GOVERNMENT_BODY", "政府机构 — government body."
    OTHER_ORGANISATION = "OTHER_ORGANISATION", "其他组织 — other organisation."


class Sex(Code):
    """性别 — sex as recorded."""

    MALE = "MALE", "男 — male."
    FEMALE = "FEMALE", "女 — female."


class GovernmentKind(Code):
    """政府机构类别 — state organ 党政机关, public institution 事业单位, village or residents' committee, mass organisation 群团."""

    STATE_ORGAN = "STATE_ORGAN", "党政机关 — party or state organ."
    PUBLIC_INSTITUTION = "PUBLIC_INSTITUTION", "事业单位 — public institution."
    VILLAGE_COMMITTEE = "VILLAGE_COMMITTEE", "村民委员会 — village committee."
    RESIDENTS_COMMITTEE = "RESIDENTS_COMMITTEE", "居民委员会 — residents' committee."
    MASS_ORGANISATION = "MASS_ORGANISATION", "群团组织 — mass organisation."


class EnterpriseKind(Code):
    """市场主体类别 — enterprise 企业, sole trader 个体工商户, farmers' cooperative 农民专业合作社."""

    ENTERPRISE = "ENTERPRISE", "企业 — enterprise."
    SOLE_TRADER = "SOLE_TRADER", "个体工商户 — sole trader."
    FARMERS_COOPERATIVE = "FARMERS_COOPERATIVE", "农民专业合作社 — farmers' cooperative."


#: an entry whose term has run out is not in force, whoever is awake to say so
IN_FORCE = "{t}.state = 'PUBLISHED' and ({t}.term_ends_on is null or {t}.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)"
#: what makes a listing `r$l` one that the public may see
PUBLICLY_LISTED = "r$l.kind = 'SX' and " + IN_FORCE.replace("{t}", "r$l")


#: and one that officers of an area may see
OPENLY_LISTED = f"r$l.kind <> 'SERIOUS_DISHONESTY' and {IN_FORCE.replace('{t}', 'r$l')}"

_UNPUBLISHED = "r$l.state in ('PROPOSED', 'GRACE', 'SHIELDED')"


def _named(alias: str, state: str) -> str:
    """True where the listing on whose account a responsible person was named is in such a state: the person was named
    only because the unit was listed, so who may not know the one may not know the other.
    """
    return (
        f"exists (select from listing {alias} where {alias}.subject_id = {{t}}.subject_id"
        f" and {alias}.case_number = {{t}}.case_number and {state.replace('r$l', alias)})"
    )


def _courts_of(subject: str, *areas: str) -> str:
    """True where a court of the caller enforces against the subject or listed it; or one of the caller's area did, while
    no source says where the subject belongs. One expression of the subject's area for each of the two tables.

    By area only listings in force count that nobody of the area is kept from: were it otherwise, a name in the clear
    would tell an officer of a shielded or removed listing that does not exist for him.
    """
    # the courts of the caller's areas are one list for the whole statement, not a join for each row; codes hold digits
    # and Z only, so that a prefix is a range, which an index answers
    return " or ".join(
        f"exists (select from {table} {alias} where {alias}.subject_id = {subject}"  # noqa: S608 - our own names
        f" and ({alias}.court_code = any({{courts}}) or {area} is null{known} and {alias}.court_code = any(array("
        f"select {court}.code from unnest({{areas}}) {prefix}(code) join court {court}"
        f" on {court}.area_code between {prefix}.code and {prefix}.code || '~'))))"
        for table, alias, court, prefix, area, known in (
            ("enforcement_case", "r$c", "r$d", "r$v", areas[0], ""),
            ("listing", "r$l", "r$m", "r$w", areas[1], f" and {OPENLY_LISTED}"),
        )
    )  # fmt: skip


def _area_of(alias: str) -> str:
    return f"(select {alias}.area_code from subject {alias} where {alias}.id = {{t}}.subject_id)"  # noqa: S608 - our own names


#: facts that name no court of their own lie where their subject does
SUBJECT_REGION = Region(
    _area_of("r$s"), _courts_of("{t}.subject_id", _area_of("r$t"), _area_of("r$u")), group="subject_area"
)

LOOKUP = Lookup(
    name="subject",
    doc="查找主体 — one subject by its credit code, by ID number **and** name together, or by id; null if there is none.",
    arguments={"id": "id", "creditCode": "@CREDIT_CODE", "idNumber": "@ID_NUMBER", "name": "name"},
    together={"idNumber": "name", "name": "idNumber"},
    finds={
        "creditCode": frozenset({"ENTERPRISE", "GOVERNMENT_BODY", "OTHER_ORGANISATION"}),
        "idNumber": frozenset({"NATURAL_PERSON"}),
    },
)


@entity(
    table="subject", plural="subjects", key=("id",), discriminator="kind", lookup=LOOKUP, loaded=True,
    there="{t}.merged_into is null",
    region=Region(
        "{t}.area_code",
        # where no source says where a subject belongs, the courts that enforce against it say so
        _courts_of("{t}.id", "{t}.area_code", "{t}.area_code"),
    ),
    rules={"own": "{t}.id = {own}", "gov": "{t}.kind = 'GOVERNMENT_BODY'",
           "listed": f"exists (select from listing r$l where r$l.subject_id = {{t}}.id and {PUBLICLY_LISTED})"},
    doc="主体 — a person, enterprise, government body or other organisation known to the hub.",
)  # fmt: skip
class Subject:
    id: Id = column("标识 — opaque and random; it keeps resolving for ever.", group="subject", order=True)
    kind: SubjectKind = column("主体类别 — kind of subject.", group="subject", filter=True)
    name: str = column("姓名/名称 — name.", group="entity_identity", filter=True, order=True, mask=masks.NAME)
    credit_code: CreditCode | None = column("统一社会信用代码 — unified social credit code; null for natural persons.",
                                            group="entity_identity", filter=True)  # fmt: skip
    area_code: AreaCode | None = column("所属区划代码 — division it belongs to.", group="subject_area", filter=True)
    address: str | None = column("住所/地址 — address.", group="entity_identity", mask=masks.ADDRESS)
    area: Area | None = relation("所属区划 — division it belongs to.", on={"area_code": "code"}, group="subject_area")
    merged_into: Id | None = column("并入主体 — the subject that this one was joined to.", group="subject", hidden=True)
    former_names: list[FormerName] = relation("曾用名 — former names.", on={"id": "subject_id"})
    cases: list[Case] = relation("执行案件 — enforcement cases against it.", on={"id": "subject_id"})
    listings: list[Listing] = relation("名单记录 — lists it stands on.", on={"id": "subject_id"})
    terminated_cases: list[TerminatedCase] = relation(
        "终本案件 — cases closed for want of assets; the debt lives on.", on={"id": "subject_id"})  # fmt: skip
    certificates: list[PerformanceCertificate] = relation(
        "自动履行证明书 — certificates of automatic performance.", on={"id": "subject_id"})  # fmt: skip
    honest_performance: list[HonestListEntry] = relation(
        "诚信履行名单 — entries on the honest-performance list.", on={"id": "subject_id"})  # fmt: skip
    licences: list[Licence] = relation("行政许可 — administrative licences (双公示).", on={"id": "subject_id"})
    penalties: list[Penalty] = relation("行政处罚 — administrative penalties (双公示).", on={"id": "subject_id"})
    accesses: list[SubjectAccess] = relation(
        "查询记录 — who was told of it, when and why.", on={"id": "subject_id"}, group="access_subject"
    )


@entity(
    of=Subject, when="NATURAL_PERSON", presence=(Presence("person_name", masks=True),),
    # people stand in no register of their own: a person of whom a caller may see nothing is nobody to him, or a name
    # and a number would find out who stands on a list in grace, shielded or removed
    known_by=("listings", "cases", "terminated_cases", "certificates", "honest_performance", "accesses"),
    doc="自然人 — a natural person.",
)  # fmt: skip
class NaturalPerson(Subject):
    name: str = column("姓名 — name.", group="person_name", filter=True, order=True, mask=masks.NAME, personal=True)
    address: str | None = column("住址 — home address.", group="person_contact", mask=masks.ADDRESS, personal=True)
    id_number: IdNumber | None = column("公民身份号码 — citizen ID number; masked means at most the last four characters; of a provisional person the source itself tells no more.",
                                        group="person_id_number", mask=masks.ID_NUMBER, personal=True)  # fmt: skip
    birth_date: Date | None = column(
        "出生日期 — date of birth.", group="person_birth_date", part_of="id_number", personal=True
    )
    sex: Sex | None = column("性别 — sex.", group="person_profile", personal=True)
    phone: str | None = column("联系电话 — telephone.", group="person_contact", mask=masks.PHONE, personal=True)
    id_number_pattern: str | None = column("部分号码索引 — keyed index over the digits a masked source shows; for candidates only.",
                                           group="person_id_number", hidden=True, personal=True)  # fmt: skip
    is_provisional: bool = column("待确认身份 — known only by a masked number, so not yet one proven person.",
                                  group="subject", filter=True, default="false")  # fmt: skip
    erased_at: Instant | None = column(
        "删除时间 — when the person was erased (个人信息保护法第四十七条).", group="subject", hidden=True
    )


@entity(
    of=Subject,
    when="ENTERPRISE",
    named_by=("credit_code",),
    presence="entity_identity",
    doc="市场主体 — an enterprise or other market entity.",
)
class Enterprise(Subject):
    enterprise_kind: EnterpriseKind | None = column(
        "市场主体类别 — kind of market entity.", group="entity_identity", filter=True
    )
    credit_code_valid: bool | None = column("信用代码校验通过 — whether the credit code passes its check digit.",
                                            group="entity_identity")  # fmt: skip
    organisation_code: OrganisationCode | None = column(
        "组织机构代码 — organisation code.", group="entity_identity", filter=True
    )
    registration_number: RegistrationNumber | None = column("注册号 — business registration number.", group="entity_identity",
                                                            filter=True)  # fmt: skip
    legal_representative: str | None = column(
        "法定代表人/负责人 — legal representative.", group="entity_identity", filter=True
    )
    company_type: str | None = column("企业类型 — type of company as registered.", group="entity_identity")
    registration_state: str | None = column(
        "登记状态 — registration state as the register gives it.", group="entity_identity", filter=True
    )
    registration_authority: str | None = column("登记机关 — registering authority.", group="entity_identity")
    registered_capital: Money | None = column("注册资本 — registered capital.", group="entity_identity")
    business_scope: str | None = column("经营范围 — scope of business.", group="entity_identity")
    established_on: Date | None = column("成立日期 — date of establishment.", group="entity_identity", filter=True)
    approved_on: Date | None = column("核准日期 — date of the last approval.", group="entity_identity")
    operates_from: Date | None = column("经营期限自 — operating period from.", group="entity_identity")
    operates_to: Date | None = column("经营期限至 — operating period to.", group="entity_identity")
    is_state_owned: bool | None = column(
        "是否国有企业 — state-owned enterprise; followed apart.", group="entity_identity", filter=True
    )
    responsible_persons: list[ResponsiblePerson] = relation(
        "四类责任人 — legal representative, main responsible person, person directly responsible, actual controller.",
        on={"id": "subject_id"})  # fmt: skip


@entity(
    of=Subject,
    when="GOVERNMENT_BODY",
    named_by=("credit_code",),
    presence="entity_identity",
    doc="政府机构 — a government body.",
)
class GovernmentBody(Subject):
    government_kind: GovernmentKind | None = column("机构类别 — kind of body.", group="entity_identity", filter=True)
    credit_code_valid: bool | None = column("信用代码校验通过 — whether the credit code passes its check digit.",
                                            group="entity_identity")  # fmt: skip
    organisation_code: OrganisationCode | None = column(
        "组织机构代码 — organisation code.", group="entity_identity", filter=True
    )
    legal_representative: str | None = column("负责人 — person in charge.", group="entity_identity", filter=True)
    superior_name: str | None = column("上级主管部门 — superior body as the source names it.", group="entity_identity")
    superior_credit_code: CreditCode | None = column(
        "上级统一社会信用代码 — credit code of the superior.", group="entity_identity"
    )
    valid_from: Date | None = column("设立日期 — established.", group="entity_identity")
    valid_to: Date | None = column("撤销日期 — abolished or merged.", group="entity_identity")
    superior: Subject | None = relation(
        "上级机构 — the superior body.", on={"superior_credit_code": "credit_code"}, across=True
    )


@entity(of=Subject, when="OTHER_ORGANISATION", named_by=("credit_code",), presence="entity_identity",
        doc="其他组织 — social organisations, law firms, rural collectives and others.")  # fmt: skip
class OtherOrganisation(Subject):
    credit_code_valid: bool | None = column("信用代码校验通过 — whether the credit code passes its check digit.",
                                            group="entity_identity")  # fmt: skip
    organisation_code: OrganisationCode | None = column(
        "组织机构代码 — organisation code.", group="entity_identity", filter=True
    )
    legal_representative: str | None = column("负责人 — person in charge.", group="entity_identity", filter=True)


@entity(
    table="former_name", region=SUBJECT_REGION, key=("subject_id", "name"), subject_led=True, loaded=True,
    presence=(Presence("entity_identity", "{t}.subject_kind <> 'NATURAL_PERSON'"),
              Presence("person_contact", "{t}.subject_kind = 'NATURAL_PERSON'")),
    doc="曾用名 — a name the subject bore before.",
)  # fmt: skip
class FormerName:
    id: Id = column("标识 — opaque and random.", group="reference")
    subject_id: Id = column("主体标识 — subject.", group="reference", hidden=True)
    subject_kind: SubjectKind = column("主体类别 — kind of subject.", group="reference", hidden=True)
    name: str = column("曾用名 — the name.", group="entity_identity", personal=True)
    used_until: Date | None = column("使用至 — used until.", group="entity_identity", order=True)


class ResponsibleRole(Code):
    """责任人类别 — the four roles of 法释〔2015〕17号 art. 3."""

    LEGAL_REPRESENTATIVE = "LEGAL_REPRESENTATIVE", "法定代表人 — legal representative."
    MAIN_RESPONSIBLE = "MAIN_RESPONSIBLE", "主要负责人 — main responsible person."
    DIRECTLY_RESPONSIBLE = (
        "DIRECTLY_RESPONSIBLE",
        "影响债务履行的直接责任人员 — person directly responsible for non-performance.",
    )
    ACTUAL_CONTROLLER = "ACTUAL_CONTROLLER", "实际控制人 — actual controller."


@entity(
    table="responsible_person", region=SUBJECT_REGION, key=("subject_id", "case_number", "role", "name"), subject_led=True, loaded=True,
    presence=(Presence("listing_sx", _named("r$l", PUBLICLY_LISTED)),
              Presence("listing_unpublished", f"not {_named('r$m', PUBLICLY_LISTED)} and {_named('r$n', _UNPUBLISHED)}"),
              Presence("listing_history", f"not {_named('r$o', PUBLICLY_LISTED)} and not {_named('r$p', _UNPUBLISHED)}")),
    rules={"gov": "exists (select from subject r$g where r$g.id = {t}.subject_id and r$g.kind = 'GOVERNMENT_BODY')",
           "listed": _named("r$l", PUBLICLY_LISTED)},
    doc="责任人 — a person whom a court named as responsible for a unit debtor.",
)  # fmt: skip
class ResponsiblePerson:
    id: Id = column("标识 — opaque and random.", group="reference")
    subject_id: Id = column("主体标识 — the unit.", group="reference", hidden=True)
    case_number: str | None = column("案号 — case in which the person was named.", group="case_reference")
    role: ResponsibleRole = column("责任人类别 — role.", group="entity_identity", filter=True)
    name: str = column("姓名 — name, as the court published it.", group="entity_identity", personal=True)
    id_number: IdNumber | None = column("公民身份号码 — ID number of the responsible person.", group="responsible_person_id",
                                        mask=masks.ID_NUMBER, personal=True)  # fmt: skip
