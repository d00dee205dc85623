"""终本案件 — cases closed for want of assets: CSV with Chinese labels, or the court site's
JSON with pinyin initials.
"""

from loaders.cleaners import CASE_NUMBER, CASE_TYPE, COURT, DATE, DOCUMENT, MONEY, NAME, SEX
from loaders.read import Format
from loaders.source import Party, Source, take

SOURCE = Source(
    title="终结本次执行程序案件", title_en="Cases closed for want of assets", provider="人民法院",
    layouts={".csv": Format.CSV, ".json": Format.COURT_JSON}, mode="DELTA", precedence=30,
    columns=(
        take("被执行人姓名/名称", NAME, "@debtor.name", required=True, also=("xm",)),
        take("身份证号码/组织机构代码", DOCUMENT, "@debtor.document", also=("sfzhm",)),
        take("性别", SEX, "@debtor.sex", also=("xb",)),
        take("案号", CASE_NUMBER, "terminated_case.case_number", "enforcement_case.case_number",
             required=True, also=("ah",)),
        take("案号", CASE_TYPE, "enforcement_case.case_type", also=("ah",)),
        take("执行法院", COURT, "terminated_case.court_code", "enforcement_case.court_code",
             required=True, also=("zxfymc",)),
        take("立案时间", DATE, "terminated_case.filed_on", "enforcement_case.filed_on", also=("larq",)),
        take("终本日期", DATE, "terminated_case.terminated_on", "enforcement_case.closed_on",
             required=True, also=("jarq",)),
        take("执行标的", MONEY, "terminated_case.amount_applied", "enforcement_case.amount_applied",
             also=("sqzxbdje",)),
        take("未履行金额", MONEY, "terminated_case.amount_unperformed", "enforcement_case.amount_unrecovered",
             also=("swzxbdje",)),
    ),
    parties=(Party("debtor"),),
    constants={"enforcement_case.state": "TERMINATED", "enforcement_case.closing_mode": "TERMINATED_FOR_NOW"},
    source_time=("terminated_case.terminated_on",),
)  # fmt: skip
