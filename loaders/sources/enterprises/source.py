"""市场主体 — the market register as the city warehouse holds it (dw_zj_scjdgl_scztxx)."""

from loaders.cleaners import AREA, DATE, DOCUMENT, MONEY_10K, NAME, NAMES, TEXT
from loaders.read import Format
from loaders.source import Party, Source, skip, take

SOURCE = Source(
    title="市场主体信息", title_en="Market register", provider="市场监督管理局",
    layouts={".csv": Format.CSV}, mode="DELTA", precedence=20,
    columns=(
        take("comp_nm", NAME, "@enterprise.name", required=True),
        take("uni_social_crd_cd", DOCUMENT, "@enterprise.document"),
        take("reg_no", DOCUMENT, "@enterprise.document"),
        take("former_nm", NAMES, "@enterprise.former_name"),
        take("legal_repre", NAME, "@enterprise.legal_representative"),
        take("comp_type", TEXT, "@enterprise.company_type"),
        take("reg_state", TEXT, "@enterprise.registration_state"),
        take("reg_org", TEXT, "@enterprise.registration_authority"),
        take("addr", TEXT, "@enterprise.address"),
        take("reg_capt", MONEY_10K, "@enterprise.registered_capital"),
        take("opt_scop", TEXT, "@enterprise.business_scope"),
        take("est_dt", DATE, "@enterprise.established_on"),
        take("appr_dt", DATE, "@enterprise.approved_on"),
        take("opt_from", DATE, "@enterprise.operates_from"),
        take("opt_to", DATE, "@enterprise.operates_to"),
        take("domdi_strict", AREA, "@enterprise.area_code"),
        # the register's own id, the currency (always yuan here) and a telephone that nobody needs
        skip("main_identi_id", "capt_kind", "tel"),
    ),
    parties=(Party("enterprise", hint="ORGANISATION"),),
    source_time=("@enterprise.approved_on",),
)  # fmt: skip
