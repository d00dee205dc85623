"""被执行人 — every debtor of an open enforcement case, as the court site answers; vendors
change the case of its keys.
"""

from loaders.cleaners import CASE_NUMBER, CASE_TYPE, COURT, DATE, DOCUMENT, INSTANT, MONEY, NAME, SEX, TEXT, lookup
from loaders.read import Format
from loaders.source import Party, Source, skip, take

SOURCE = Source(
    title="被执行人信息", title_en="Persons subject to enforcement", provider="人民法院",
    layouts={".json": Format.COURT_JSON, ".ndjson": Format.NDJSON}, mode="DELTA", precedence=30,
    columns=(
        take("pname", NAME, "@debtor.name", required=True),
        take("partyCardNum", DOCUMENT, "@debtor.document"),
        take("sexname", SEX, "@debtor.sex"),
        take("caseCode", CASE_NUMBER, "enforcement_case.case_number", required=True),
        take("caseCode", CASE_TYPE, "enforcement_case.case_type"),
        take("execCourtName", COURT, "enforcement_case.court_code", required=True),
        take("caseCreateTime", DATE, "enforcement_case.filed_on", required=True),
        take("gistId", TEXT, "enforcement_case.basis_number"),
        take("execMoney", MONEY, "enforcement_case.amount_applied"),
        take("caseState", lookup("state"), "enforcement_case.state"),
        take("lastupdatetime", INSTANT, "@updated"),
        # ids change with every delivery
        skip("id", "zxId"),
    ),
    parties=(Party("debtor"),),
    source_time=("@updated", "enforcement_case.filed_on"),
)  # fmt: skip
