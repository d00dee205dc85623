"""个人未履行生效裁判 — persons exposed for judgments not performed (dw_shl_grwlxsxcpxx)."""

from loaders.cleaners import CASE_NUMBER, CASE_TYPE, COURT, DATE, DOCUMENT, MONEY, NAME, TEXT
from loaders.read import Format
from loaders.source import Party, Source, skip, take
from loaders.transport import TRANSPORT

SOURCE = Source(
    title="个人未履行生效裁判信息（市数据仓库）",
    title_en="Unperformed judgments of persons, city warehouse", provider="市大数据局",
    layouts={".csv": Format.CSV}, mode="DELTA", precedence=20,
    columns=(
        take("nm", NAME, "@debtor.name", required=True),
        take("identi_no", DOCUMENT, "@debtor.document"),
        take("adds", TEXT, "@debtor.address"),
        take("legal_repre", NAME, "@debtor.legal_representative"),
        take("execute_court", COURT, "enforcement_case.court_code", required=True),
        take("case_no", CASE_NUMBER, "enforcement_case.case_number", required=True),
        take("case_no", CASE_TYPE, "enforcement_case.case_type"),
        take("filing_dt", DATE, "enforcement_case.filed_on", required=True),
        take("execute_basis", TEXT, "enforcement_case.basis_number"),
        take("execute_causes", TEXT, "enforcement_case.cause"),
        take("execute_amt", MONEY, "enforcement_case.amount_applied", also=("execute_amt(元)",)),
        take("not_execute_amt", MONEY, "enforcement_case.amount_unrecovered", also=("not_execute_amt(元)",)),
        take("expo_dt", DATE, "@exposed.on"),
        # conduct and goods to be performed, telephones for tips, other debtors by name only, ids of the warehouse
        skip("execute_behave", "execute_goods", "not_execute_behave", "not_execute_goods", "tip_tel",
             "tip_contct_prson", "comm_executed", "court_cd", "stc_id", "party_id"),
        *TRANSPORT,
    ),
    parties=(Party("debtor", hint="PERSON"),),
    source_time=("@updated", "@exposed.on", "enforcement_case.filed_on"),
)  # fmt: skip
