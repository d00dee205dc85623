"""失信黑名单 — the SX list as the credit site's old interface answers: an array of objects with Chinese keys."""

from loaders.cleaners import (
    CASE_NUMBER,
    CASE_TYPE,
    COURT,
    DATE,
    INSTANT,
    NAME,
    ORIGINAL,
    PROSE,
    TEXT,
    lookup,
    lookups,
)
from loaders.read import Format
from loaders.rules import listing_term
from loaders.source import Party, Source, skip, take

SOURCE = Source(
    title="失信黑名单（信用中国网站 JSON）", title_en="Dishonest debtors, credit site JSON", provider="信用中国",
    layouts={".json": Format.JSON, ".ndjson": Format.NDJSON}, mode="DELTA", precedence=50,
    columns=(
        take("失信被执行人名称", NAME, "@debtor.name", required=True),
        take("企业法人姓名", NAME, "@debtor.legal_representative", "listing.legal_representative"),
        take("案号", CASE_NUMBER, "listing.case_number", "enforcement_case.case_number", required=True),
        take("案号", CASE_TYPE, "enforcement_case.case_type"),
        take("执行法院", COURT, "listing.court_code", "enforcement_case.court_code", required=True),
        take("地域名称", TEXT, "listing.province"),
        take("执行依据文号", TEXT, "listing.basis_number", "enforcement_case.basis_number"),
        take("作出执行依据单位", TEXT, "listing.basis_issuer", "enforcement_case.basis_issuer"),
        take("法律生效文书确定的义务", PROSE, "listing.obligation"),
        take("法律生效文书确定的义务", ORIGINAL, "listing.obligation_as_delivered"),
        take("被执行人的履行情况", lookup("performance"), "listing.performance"),
        take("失信被执行人具体情形", lookups("grounds", "GROUND_UNKNOWN"), "listing.grounds", required=True),
        take("失信被执行人具体情形", TEXT, "listing.conduct"),
        take("发布时间", DATE, "listing.published_on", required=True),
        take("立案时间", DATE, "listing.filed_on", "enforcement_case.filed_on"),
        take("已履行部分", TEXT, "listing.performed_part"),
        take("未履行部分", TEXT, "listing.unperformed_part"),
        take("数据类别", lookup("category"), "@category.name", required=True),
        take("最新更新日期", INSTANT, "@updated"),
        # the provider is this source itself
        skip("数据来源"),
    ),
    parties=(Party("debtor"),),
    constants={"listing.kind": "SX", "listing.state": "PUBLISHED"},
    source_time=("@updated", "listing.published_on"),
    derive=(listing_term,),
)  # fmt: skip
