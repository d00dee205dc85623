"""限制消费 — consumption restrictions: one row names a person (XM) and, when the debtor is a
unit, the unit (QY_MC) too.

Each named is a target of the order. The case belongs to the debtor alone: the unit if one is named, else the person.
"""

import polars as pl

from loaders.cleaners import CASE_NUMBER, CASE_TYPE, COURT, DATE, DOCUMENT, NAME, SEX, TEXT
from loaders.read import Format
from loaders.source import Party, Source, skip, take


def _somebody_named(rows: pl.DataFrame) -> pl.Series:
    """A row that speaks of a unit must name it; every row must name somebody."""
    unit, person = pl.col("@unit.name"), pl.col("@person.name")
    speaks = pl.col("@unit.document").is_not_null() | pl.col("@order.unit_text").is_not_null()
    lost = unit.is_null() & (speaks | person.is_null())
    return rows.select(pl.when(lost).then(pl.lit("VALUE_MISSING")).alias("fault")).to_series()


def _person_rows(rows: pl.DataFrame) -> pl.DataFrame:
    """A person named beside a unit is bound as its representative and has no case of their own in this row."""
    beside = pl.col("listing.unit_name").is_not_null()
    own = [name for name in rows.columns if name.startswith("enforcement_case.")]
    return rows.with_columns(
        pl.when(beside).then(pl.lit("LEGAL_REPRESENTATIVE")).otherwise(pl.lit("DEBTOR")).alias("listing.target_role"),
        *(pl.when(~beside).then(pl.col(name)).alias(name) for name in own),
    )


def _unit_rows(rows: pl.DataFrame) -> pl.DataFrame:
    """`unit_name` tells on whose account a person is bound; the unit itself is the debtor."""
    return rows.with_columns(pl.lit(None, pl.String).alias("listing.unit_name"))


SOURCE = Source(
    title="限制消费人员", title_en="Consumption restrictions", provider="人民法院",
    layouts={".json": Format.COURT_JSON}, mode="DELTA", precedence=30,
    columns=(
        take("AH", CASE_NUMBER, "listing.case_number", "enforcement_case.case_number",
             required=True, also=("caseCode",)),
        take("AH", CASE_TYPE, "enforcement_case.case_type", also=("caseCode",)),
        take("ZXFYMC", COURT, "listing.court_code", "enforcement_case.court_code", required=True, also=("courtName",)),
        take("LASJStr", DATE, "listing.filed_on", "enforcement_case.filed_on", required=True, also=("regDate",)),
        take("XM", NAME, "@person.name", also=("iname",)),
        take("cardNum", DOCUMENT, "@person.document"),
        take("sex", SEX, "@person.sex"),
        take("QY_MC", NAME, "@unit.name", "listing.unit_name"),
        take("QY_DM", DOCUMENT, "@unit.document"),
        take("QYXX", TEXT, "@order.unit_text"),
        take("orderDate", DATE, "listing.decided_on"),
        take("FILEPATH", TEXT, "listing.order_path"),
        # the court's numeric code repeats its name; the province follows from the court
        skip("ZXFYDM", "areaName", "id"),
    ),
    parties=(
        Party("unit", hint="ORGANISATION", constants={"listing.target_role": "DEBTOR"}, adjust=_unit_rows),
        Party("person", hint="PERSON", adjust=_person_rows),
    ),
    constants={"listing.kind": "CONSUMPTION_RESTRICTION", "listing.state": "PUBLISHED"},
    source_time=("listing.decided_on", "listing.filed_on"),
    row_checks=(_somebody_named,),
)  # fmt: skip
