"""失信被执行人 — the SX list as commercial vendors copy it: pinyin initials, or the court's names in another case."""

from loaders.cleaners import (
    AGE,
    CASE_NUMBER,
    CASE_TYPE,
    COURT,
    DATE,
    DOCUMENT,
    NAME,
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
    title="失信被执行人（商业副本）", title_en="Dishonest debtors, commercial copy", provider="商业数据服务商",
    layouts={".json": Format.JSON, ".ndjson": Format.NDJSON}, mode="DELTA", precedence=60,
    columns=(
        take("mc", NAME, "@debtor.name", required=True, also=("xm", "iname", "name")),
        take("zjhm", DOCUMENT, "@debtor.document", also=("sfzhm", "cardNum")),
        take("fddbr", NAME, "@debtor.legal_representative", "listing.legal_representative", also=("businessEntity",)),
        take("xb", SEX, "@debtor.sex", "listing.sex", also=("sexy", "gender")),
        take("age", AGE, "listing.age", also=("nl",)),
        take("ah", CASE_NUMBER, "listing.case_number", "enforcement_case.case_number",
             required=True, also=("caseCode",)),
        take("ah", CASE_TYPE, "enforcement_case.case_type", also=("caseCode",)),
        take("zxfy", COURT, "listing.court_code", "enforcement_case.court_code", required=True, also=("courtName",)),
        take("sf", TEXT, "listing.province", also=("areaName",)),
        take("zxyjwh", TEXT, "listing.basis_number", "enforcement_case.basis_number", also=("gistId",)),
        take("zxyjdw", TEXT, "listing.basis_issuer", "enforcement_case.basis_issuer", also=("gistUnit",)),
        take("larq", DATE, "listing.filed_on", "enforcement_case.filed_on", also=("regDate",)),
        take("fbrq", DATE, "listing.published_on", required=True, also=("publishDate",)),
        take("yw", PROSE, "listing.obligation", also=("duty",)),
        take("yw", ORIGINAL, "listing.obligation_as_delivered", also=("duty",)),
        take("lxqk", lookup("performance"), "listing.performance", also=("performance",)),
        take("xwqx", lookups("grounds", "GROUND_UNKNOWN"), "listing.grounds",
             required=True, also=("disruptTypeName",)),
        take("xwqx", TEXT, "listing.conduct", also=("disruptTypeName",)),
        # the vendor's own estimate of the amount is no fact; ids change with every delivery
        skip("pjje_gj", "id", "publishDateStamp", "partyTypeName"),
    ),
    parties=(Party("debtor"),),
    constants={"listing.kind": "SX", "listing.state": "PUBLISHED"},
    source_time=("listing.published_on",),
    derive=(listing_term,),
    checks=(of_age("listing.published_on"),),
)  # fmt: skip
