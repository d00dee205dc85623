"""失信被执行人 — the SX list as a credit platform copies it: CSV with Chinese labels."""

from loaders.cleaners import (
    AGE,
    CASE_NUMBER,
    CASE_TYPE,
    COURT,
    DATE,
    DOCUMENT,
    NAME,
    ORIGINAL,
    PROSE,
    SEX,
    TEXT,
    lookup,
    lookups,
)
from loaders.read import Format
from loaders.rules import listing_term, of_age
from loaders.source import Party, Source, take

SOURCE = Source(
    title="失信被执行人名单（信用平台 CSV）",
    title_en="Dishonest debtors, credit platform CSV", provider="公共信用信息平台",
    layouts={".csv": Format.CSV}, mode="DELTA", precedence=40,
    columns=(
        take("被执行人姓名/名称", NAME, "@debtor.name", required=True),
        take("身份证号码/组织机构代码", DOCUMENT, "@debtor.document"),
        take("法定代表人或者负责人姓名", NAME, "@debtor.legal_representative", "listing.legal_representative"),
        take("性别", SEX, "@debtor.sex", "listing.sex"),
        take("年龄", AGE, "listing.age"),
        take("案号", CASE_NUMBER, "listing.case_number", "enforcement_case.case_number", required=True),
        take("案号", CASE_TYPE, "enforcement_case.case_type"),
        take("执行法院", COURT, "listing.court_code", "enforcement_case.court_code", required=True),
        take("省份", TEXT, "listing.province"),
        take("执行依据文号", TEXT, "listing.basis_number", "enforcement_case.basis_number"),
        take("做出执行依据单位", TEXT, "listing.basis_issuer", "enforcement_case.basis_issuer"),
        take("立案时间", DATE, "listing.filed_on", "enforcement_case.filed_on"),
        take("发布时间", DATE, "listing.published_on", required=True),
        take("生效法律文书确定的义务", PROSE, "listing.obligation"),
        take("生效法律文书确定的义务", ORIGINAL, "listing.obligation_as_delivered"),
        take("被执行人的履行情况", lookup("performance"), "listing.performance"),
        take("已履行部分", TEXT, "listing.performed_part"),
        take("未履行部分", TEXT, "listing.unperformed_part"),
        take("失信被执行人行为具体情形", lookups("grounds", "GROUND_UNKNOWN"), "listing.grounds", required=True),
        take("失信被执行人行为具体情形", TEXT, "listing.conduct"),
    ),
    parties=(Party("debtor"),),
    constants={"listing.kind": "SX", "listing.state": "PUBLISHED"},
    source_time=("listing.published_on",),
    derive=(listing_term,),
    checks=(of_age("listing.published_on"),),
)  # fmt: skip
