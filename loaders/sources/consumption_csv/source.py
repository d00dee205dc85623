"""限制消费 — consumption restrictions as the combined page labels them: one person or unit a row."""

from loaders.cleaners import CASE_NUMBER, CASE_TYPE, COURT, DATE, DOCUMENT, NAME, SEX, TEXT
from loaders.read import Format
from loaders.source import Party, Source, skip, take
from loaders.transport import TRANSPORT

SOURCE = Source(
    title="限制消费人员（综合查询表）", title_en="Consumption restrictions, combined table", provider="人民法院",
    layouts={".csv": Format.CSV, ".xlsx": Format.XLSX}, mode="DELTA", precedence=40,
    columns=(
        take("限制消费人员姓名", NAME, "@target.name", required=True, also=("限制消费人员姓名/名称",)),
        take("性别", SEX, "@target.sex"),
        take("身份证号码/组织机构代码", DOCUMENT, "@target.document"),
        take("执行法院", COURT, "listing.court_code", "enforcement_case.court_code", required=True),
        take("案号", CASE_NUMBER, "listing.case_number", "enforcement_case.case_number", required=True),
        take("案号", CASE_TYPE, "enforcement_case.case_type"),
        take("立案时间", DATE, "listing.filed_on", "enforcement_case.filed_on", required=True),
        take("查看限消令", TEXT, "listing.order_path"),
        # follows from the court
        skip("省份"),
        *TRANSPORT,
    ),
    # whether a person is bound as the debtor or on a unit's account the table does not say
    parties=(Party("target"),),
    constants={"listing.kind": "CONSUMPTION_RESTRICTION", "listing.state": "PUBLISHED"},
    source_time=("@updated", "listing.filed_on"),
    withdrawn={"listing.state": "REMOVED", "listing.removed_on": "@time", "listing.removal_reason": "UNSTATED"},
)  # fmt: skip
