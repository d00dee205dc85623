"""失信被执行人 — the SX list in a city's data warehouse (dw_zj_fzgg_sxbzxrxx), with whole ID
numbers and change flags.
"""

from loaders.cleaners import (
    CASE_NUMBER,
    CASE_TYPE,
    COURT,
    DATE,
    DOCUMENT,
    INSTANT,
    NAME,
    OPERATION,
    ORIGINAL,
    PROSE,
    SEX,
    TEXT,
    lookup,
    lookups,
)
from loaders.read import Format
from loaders.rules import listing_term, of_age
from loaders.source import Party, Source, skip, take

SOURCE = Source(
    title="失信被执行人信息（市数据仓库）", title_en="Dishonest debtors, city warehouse", provider="市大数据局",
    layouts={".csv": Format.CSV}, mode="DELTA", precedence=20,
    columns=(
        take("executed_nm", NAME, "@debtor.name", required=True),
        take("identi_id", DOCUMENT, "@debtor.document"),
        take("uni_social_crd_cd", DOCUMENT, "@debtor.document"),
        take("executed_nature", lookup("party"), "@debtor.kind"),
        take("legal_repre", NAME, "@debtor.legal_representative", "listing.legal_representative"),
        take("gen", SEX, "@debtor.sex", "listing.sex"),
        take("birth_dt", DATE, "@debtor.birth_date"),
        take("case_no", CASE_NUMBER, "listing.case_number", "enforcement_case.case_number", required=True),
        take("case_no", CASE_TYPE, "enforcement_case.case_type"),
        take("executed_court", COURT, "listing.court_code", "enforcement_case.court_code", required=True),
        take("enforce_basis", TEXT, "listing.basis_number", "enforcement_case.basis_number"),
        take("deci_executed_unit", TEXT, "listing.basis_issuer", "enforcement_case.basis_issuer"),
        take("fil_dt", DATE, "listing.filed_on", "enforcement_case.filed_on"),
        take("publish_dt", DATE, "listing.published_on", required=True),
        take("effect_doc_obli", PROSE, "listing.obligation"),
        take("effect_doc_obli", ORIGINAL, "listing.obligation_as_delivered"),
        take("executed_perfor", lookup("performance"), "listing.performance"),
        take("performed_part", TEXT, "listing.performed_part"),
        take("un_performed_part", TEXT, "listing.unperformed_part"),
        take("dishonest_behav", lookups("grounds", "GROUND_UNKNOWN"), "listing.grounds", required=True),
        take("dishonest_behav", TEXT, "listing.conduct"),
        take("dishonest_id", TEXT, "listing.record_id"),
        take("rem_dt", DATE, "listing.removed_on"),
        take("rem_rea", lookup("removal"), "listing.removal_reason"),
        take("更新时间", INSTANT, "@updated"),
        take("数据记录的增删改标志", OPERATION, "@operation", required=True),
        # parts of the case number, the court's numeric code, transport columns, and when the removal ground arose
        skip("fydm", "search_case_year", "search_case_no", "bzxrxh", "rem_event_dt", "交换开关", "数据汇总单位"),
    ),
    parties=(Party("debtor"),),
    constants={"listing.kind": "SX", "listing.state": "PUBLISHED"},
    source_time=("@updated", "listing.published_on"),
    withdrawn={"listing.state": "REMOVED", "listing.removed_on": "@time", "listing.removal_reason": "UNSTATED"},
    derive=(listing_term,),
    checks=(of_age("listing.published_on"),),
)  # fmt: skip
