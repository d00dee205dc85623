"""机关单位 — agencies that query the hub, act on its answers or provide data."""

from loaders.cleaners import AREA, CODE, DATE, NAME
from loaders.read import Format
from loaders.source import Source, skip, take

SOURCE = Source(
    title="机关单位名录", title_en="Register of agencies", provider="公共信用中心",
    layouts={".csv": Format.CSV}, mode="FULL", precedence=10,
    columns=(
        take("agency_id", CODE, "agency.code", required=True),
        take("name", NAME, "agency.name", required=True),
        take("role", CODE, "agency.role", required=True),
        take("area_code", AREA, "agency.area_code"),
        take("credit_code", CODE, "agency.credit_code"),
        take("valid_from", DATE, "agency.valid_from"),
        take("valid_to", DATE, "agency.valid_to"),
        # the court of a caller comes from the token, not from this register
        skip("court_code"),
    ),
)  # fmt: skip
