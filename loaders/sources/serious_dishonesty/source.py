"""严重违法失信企业名单 — the market regulator's list of serious dishonesty (dw_zj_scjdgl_yzwfsx)."""

from loaders.cleaners import DATE, DOCUMENT, NAME, TEXT
from loaders.read import Format
from loaders.rules import constant_where
from loaders.source import Party, Source, skip, take

SOURCE = Source(
    title="严重违法失信企业名单", title_en="Seriously dishonest enterprises", provider="市场监督管理局",
    layouts={".csv": Format.CSV}, mode="DELTA", precedence=20,
    columns=(
        # the list has no document number of its own, so its entry id stands in for one
        take("ill_comp_id", TEXT, "listing.case_number", required=True),
        take("comp_name", NAME, "@enterprise.name", required=True),
        take("uni_social_crd_cd", DOCUMENT, "@enterprise.document"),
        take("reg_no", DOCUMENT, "@enterprise.document"),
        take("abn_tm", DATE, "listing.published_on", "listing.decided_on", required=True),
        take("serill_rea", TEXT, "listing.reason"),
        take("decorg_org", TEXT, "listing.listing_authority"),
        take("rem_dt", DATE, "listing.removed_on"),
        take("rem_excpres_rea", TEXT, "listing.removal_grounds"),
        take("recorg_ogr", TEXT, "listing.removal_authority"),
        # the register's internal id, and divisions that the subject's own area already tells
        skip("pripid", "dsc_city", "dsc_adm_region"),
    ),
    parties=(Party("enterprise", hint="ORGANISATION"),),
    constants={
        "listing.kind": "SERIOUS_DISHONESTY", "listing.state": "PUBLISHED", "listing.list_name": "严重违法失信企业名单",
    },
    source_time=("listing.removed_on", "listing.published_on"),
    derive=(constant_where("listing.state", "listing.removed_on", "REMOVED"),),
)  # fmt: skip
