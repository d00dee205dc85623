"""执行案件 — enforcement cases as a commercial vendor copies them, with amounts recovered and a list of the parties.

A case of one debtor is a row of that debtor. A case of several stands here once for all of them: whose amounts these
are the copy does not say, so such a row is set aside.
"""

import json

import polars as pl

from loaders.cleaners import CASE_NUMBER, CASE_TYPE, COURT, DATE, DOCUMENT, MONEY, TEXT, Context, lookup
from loaders.read import Format
from loaders.source import Party, Source, skip, take
from schema.names import name_of

_DEBTOR = "被执行人"


def _debtors(text: str | None) -> list[str]:
    """Names of the debtors in a list of parties; none where it cannot be read."""
    try:
        listed = json.loads(text or "[]")
    except ValueError:
        return []
    parties = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    return [name_of(str(one.get("c_mc") or "")) for one in parties if one.get("n_ssdw") == _DEBTOR]


def _only_debtor(rows: pl.DataFrame, context: Context) -> pl.DataFrame:
    """Adds the debtor's name where the list names exactly one."""
    named = [_debtors(text) for text in rows["@parties.text"]]
    names = [found[0] if len(found) == 1 else None for found in named]
    return rows.with_columns(
        pl.Series("@debtor.name", names, dtype=pl.String),
        pl.Series("@parties.count", [str(len(found)) for found in named], dtype=pl.String),
    )


def _one_debtor(rows: pl.DataFrame) -> pl.Series:
    count = pl.col("@parties.count")
    fault = pl.when(count == "0").then(pl.lit("VALUE_MISSING")).when(count != "1").then(pl.lit("PARTIES_SEVERAL"))
    return rows.select(fault.alias("fault")).to_series()


SOURCE = Source(
    title="执行案件（商业副本）", title_en="Enforcement cases, commercial copy", provider="商业数据服务商",
    layouts={".json": Format.JSON, ".ndjson": Format.NDJSON}, mode="DELTA", precedence=60,
    columns=(
        take("c_ah", CASE_NUMBER, "enforcement_case.case_number", required=True),
        take("c_ah", CASE_TYPE, "enforcement_case.case_type"),
        take("c_ah_ys", CASE_NUMBER, "enforcement_case.original_case_number"),
        take("c_jbfy", COURT, "enforcement_case.court_code", required=True, also=("n_jbfy", "c_jbfymc")),
        take("d_larq", DATE, "enforcement_case.filed_on", required=True),
        take("d_jarq", DATE, "enforcement_case.closed_on"),
        take("n_jafs", lookup("closing"), "enforcement_case.closing_mode"),
        take("n_ajjzjd", lookup("state"), "enforcement_case.state"),
        take("c_ay", TEXT, "enforcement_case.cause", also=("n_ay", "n_laay")),
        take("n_sqzxbdje", MONEY, "enforcement_case.amount_applied"),
        take("n_sjdwje", MONEY, "enforcement_case.amount_recovered"),
        take("n_wzxje", MONEY, "enforcement_case.amount_unrecovered"),
        take("c_dsrxx", TEXT, "@parties.text", required=True),
        take("c_zjhm", DOCUMENT, "@debtor.document"),
        # kind and later case follow from the numbers; the position of whoever was asked for stands in the list
        skip("n_ajlx", "c_ah_hx", "n_ssdw", "c_id", "n_ajbs"),
    ),
    parties=(Party("debtor"),),
    source_time=("enforcement_case.closed_on", "enforcement_case.filed_on"),
    derive=(_only_debtor,),
    row_checks=(_one_debtor,),
)  # fmt: skip
