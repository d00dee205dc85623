"""被执行人 — every debtor of an open enforcement case, as the court site answers; vendors
change the case of its keys.
"""

from loaders.cleaners import CASE_NUMBER, CASE_TYPE, COURT, DATE, DOCUMENT, INSTANT, MONEY, NAME, SEX, TEXT, lookup
from loaders.read import Format
from loaders.source import Party, Source, skip, take

SOURCE = Source(
    title="被执行人信息", title_en="Persons subject to enforcement", provider="人民法院",
    layouts={".json": Format.COURT_JSON, ".ndjson": Format.NDJSON, ".csv": Format.CSV}, mode="DELTA", precedence=30,
    columns=(
        take("pname", NAME, "@debtor.name", required=True, also=("被执行人姓名/名称",)),
        take("partyCardNum", DOCUMENT, "@debtor.document", also=("身份证号码/组织机构代码",)),
        take("sexname", SEX, "@debtor.sex", also=("性别",)),
        take("caseCode", CASE_NUMBER, "enforcement_case.case_number", required=True, also=("案号",)),
        take("caseCode", CASE_TYPE, "enforcement_case.case_type", also=("案号",)),
        take("execCourtName", COURT, "enforcement_case.court_code", required=True, also=("执行法院",)),
        take("caseCreateTime", DATE, "enforcement_case.filed_on", required=True, also=("立案时间",)),
        take("gistId", TEXT, "enforcement_case.basis_number", also=("执行依据文号",)),
        take("execMoney", MONEY, "enforcement_case.amount_applied", also=("执行标的",)),
        take("caseState", lookup("state"), "enforcement_case.state"),
        take("lastupdatetime", INSTANT, "@updated"),
        # ids change with every delivery
        skip("id", "zxId"),
    ),
    parties=(Party("debtor"),),
    source_time=("@updated", "enforcement_case.filed_on"),
)  # fmt: skip
