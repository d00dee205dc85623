"""行政处罚决定 — penalties as the city's data warehouse holds them (dw_zj_fzgg_xzcfjdxx); fines are in yuan."""

from loaders.cleaners import DATE, DOCUMENT, MONEY, NAME, ORIGINAL, PROSE, TEXT, TEXT_LIST
from loaders.read import Format
from loaders.rules import constant_where
from loaders.source import Party, Source, take
from loaders.transport import TRANSPORT

SOURCE = Source(
    title="行政处罚决定信息（市数据仓库）", title_en="Penalties, city warehouse", provider="市大数据局",
    layouts={".csv": Format.CSV}, mode="DELTA", precedence=20,
    columns=(
        take("admin_punish_doc", TEXT, "penalty.document_number", "@decision.case_number", required=True),
        take("punish_nm", NAME, "@subject.name", required=True, also=("com_nm", "nm")),
        take("uni_social_crd_cd", DOCUMENT, "@subject.document"),
        take("identi_no", DOCUMENT, "@subject.document", also=("identi_id",)),
        take("legal_repre", NAME, "@subject.legal_representative"),
        take("case_nm", TEXT, "penalty.case_name"),
        take("punish_fact", PROSE, "penalty.facts"),
        take("punish_fact", ORIGINAL, "penalty.facts_as_delivered"),
        take("punish_type", TEXT_LIST, "penalty.categories"),
        take("punish_content", TEXT, "penalty.content"),
        take("law_basis", TEXT, "penalty.legal_basis"),
        take("punish_money", MONEY, "penalty.fine"),
        take("punish_decide_tm", DATE, "penalty.decided_on", required=True),
        take("punish_valid_dt", DATE, "penalty.valid_to"),
        take("public_deadline", DATE, "penalty.public_until"),
        take("punish_org", NAME, "penalty.authority"),
        take("cancel_reason", TEXT, "penalty.revocation_reason"),
        *TRANSPORT,
    ),
    parties=(Party("subject"),),
    constants={"penalty.state": "VALID"},
    source_time=("@updated", "penalty.decided_on"),
    withdrawn={"penalty.state": "WITHDRAWN"},
    derive=(constant_where("penalty.state", "penalty.revocation_reason", "REVOKED"),),
)  # fmt: skip
