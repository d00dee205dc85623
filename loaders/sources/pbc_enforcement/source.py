"""强制执行记录 — the block of the central bank's credit report; the exporter adds whom the report is about.

The block names no case number. Its entry is kept under the report's number and the entry's own, which no court would
write, so that it is never taken for a case.
"""

import polars as pl

from loaders.cleaners import COURT, DATE, DOCUMENT, MONEY, NAME, TEXT, Context, lookup
from loaders.read import Format
from loaders.source import Party, Source, skip, take


def _entry_number(rows: pl.DataFrame, context: Context) -> pl.DataFrame:
    number = pl.format("征信报告{}第{}条", "@entry.report", "@entry.seq")
    return rows.with_columns(number.alias("enforcement_case.case_number"))


SOURCE = Source(
    title="强制执行记录（征信报告）",
    title_en="Enforcement records, central-bank credit report", provider="中国人民银行征信中心",
    layouts={".json": Format.JSON, ".ndjson": Format.NDJSON, ".csv": Format.CSV}, mode="DELTA", precedence=70,
    columns=(
        take("reportid", TEXT, "@entry.report", required=True),
        take("seq", TEXT, "@entry.seq", required=True),
        take("name", NAME, "@debtor.name", required=True, also=("custname", "entname")),
        take("certno", DOCUMENT, "@debtor.document", also=("idno", "creditcode")),
        take("court", COURT, "enforcement_case.court_code", required=True),
        take("casereason", TEXT, "enforcement_case.cause"),
        take("registerdate", DATE, "enforcement_case.filed_on", required=True),
        take("closedtype", lookup("closing"), "enforcement_case.closing_mode"),
        take("casestate", lookup("state"), "enforcement_case.state"),
        take("closeddate", DATE, "enforcement_case.closed_on"),
        take("enforceobjectmoney", MONEY, "enforcement_case.amount_applied"),
        take("alreadyenforceobjectmoney", MONEY, "enforcement_case.amount_recovered"),
        # the same in words
        skip("enforceobject", "alreadyenforceobject"),
    ),
    parties=(Party("debtor"),),
    source_time=("enforcement_case.closed_on", "enforcement_case.filed_on"),
    derive=(_entry_number,),
)  # fmt: skip
