"""失信被执行人 — the SX list as the court site answers: rows with the detail as JSON text."""

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
    title="失信被执行人名单（法院 JSON）", title_en="Dishonest debtors, court JSON", provider="人民法院",
    layouts={".json": Format.COURT_JSON}, mode="DELTA", precedence=30,
    columns=(
        take("iname", NAME, "@debtor.name", required=True),
        take("cardNum", DOCUMENT, "@debtor.document"),
        take("partyTypeName", lookup("party"), "@debtor.kind"),
        take("businessEntity", NAME, "@debtor.legal_representative", "listing.legal_representative"),
        take("sexy", SEX, "@debtor.sex", "listing.sex", also=("sex",)),
        take("age", AGE, "listing.age"),
        take("caseCode", CASE_NUMBER, "listing.case_number", "enforcement_case.case_number", required=True),
        take("caseCode", CASE_TYPE, "enforcement_case.case_type"),
        take("courtName", COURT, "listing.court_code", "enforcement_case.court_code", required=True),
        take("areaName", TEXT, "listing.province"),
        take("gistId", TEXT, "listing.basis_number", "enforcement_case.basis_number"),
        take("gistUnit", TEXT, "listing.basis_issuer", "enforcement_case.basis_issuer"),
        take("regDate", DATE, "listing.filed_on", "enforcement_case.filed_on"),
        take("publishDate", DATE, "listing.published_on", required=True),
        take("duty", PROSE, "listing.obligation"),
        take("duty", ORIGINAL, "listing.obligation_as_delivered"),
        take("performance", lookup("performance"), "listing.performance"),
        take("performedPart", TEXT, "listing.performed_part"),
        take("unperformPart", TEXT, "listing.unperformed_part"),
        take("disruptTypeName", lookups("grounds", "GROUND_UNKNOWN"), "listing.grounds", required=True),
        take("disruptTypeName", TEXT, "listing.conduct"),
        take("qysler", DOCUMENT, "@people"),
        # ids change with every delivery; the stamp repeats publishDate
        skip("id", "publishDateStamp"),
    ),
    parties=(Party("debtor"),),
    constants={"listing.kind": "SX", "listing.state": "PUBLISHED"},
    source_time=("listing.published_on",),
    derive=(listing_term,),
    checks=(of_age("listing.published_on"),),
)  # fmt: skip
