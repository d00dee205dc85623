"""失信被执行人 — the SX list out of a platform's exchange database: the court's columns, the platform's own beside.

A row whose change flag is d has been withdrawn: the listing becomes REMOVED, with the time of the change.
"""

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
from loaders.transport import TRANSPORT

SOURCE = Source(
    title="失信被执行人名单（前置库交换）",
    title_en="Dishonest debtors, exchange database", provider="公共信用信息平台",
    layouts={".csv": Format.CSV, ".xml": Format.XML, ".ndjson": Format.NDJSON}, mode="DELTA", precedence=35,
    columns=(
        take("iname", NAME, "@debtor.name", required=True),
        take("cardNum", DOCUMENT, "@debtor.document"),
        take("partyTypeName", lookup("party"), "@debtor.kind"),
        take("businessEntity", NAME, "@debtor.legal_representative", "listing.legal_representative"),
        take("sexy", SEX, "@debtor.sex", "listing.sex"),
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
        take("disruptTypeName", lookups("grounds", "GROUND_UNKNOWN"), "listing.grounds", required=True),
        take("disruptTypeName", TEXT, "listing.conduct"),
        skip("id"),
        *TRANSPORT,
    ),
    parties=(Party("debtor"),),
    constants={"listing.kind": "SX", "listing.state": "PUBLISHED"},
    source_time=("@updated", "listing.published_on"),
    withdrawn={"listing.state": "REMOVED", "listing.removed_on": "@time", "listing.removal_reason": "UNSTATED"},
    derive=(listing_term,),
    checks=(of_age("listing.published_on"),),
)  # fmt: skip
