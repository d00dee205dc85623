"""双公示: what the sources of licences and penalties share, in both generations of their columns.

The 2015 form has seven items and five columns of numbers of the subject; the 2018 form says XK_XKJG for XK_XZJG,
CF_CFJG for CF_XZJG, _ZZJG for _ZDM, _GSZC for _GSDJ, adds validity and sources, and gives fines in 万元. Senders change
the case of letters, leave underscores out (xkXdrShxym) and write the area as DFBM or XK_AREACODE.
"""

from __future__ import annotations

import polars as pl

from loaders.cleaners import (
    AREA,
    CODE,
    DATE,
    DOCUMENT,
    MONEY_10K,
    NAME,
    ORIGINAL,
    PROSE,
    TEXT,
    TEXT_LIST,
    Cleaner,
    lookup,
)
from loaders.read import Format
from loaders.source import Column, Party, skip, take
from loaders.transport import TRANSPORT, coded

#: every form comes as table, workbook or exchange file
LAYOUTS = {".csv": Format.CSV, ".xlsx": Format.XLSX, ".xml": Format.XML, ".json": Format.JSON}
PARTIES = (Party("subject"),)


def _take(clean: Cleaner, to: str, *names: str, required: bool = False) -> Column:
    return take(names[0], clean, to, required=required, also=coded(*names))


def _skip(*names: str) -> Column:
    return skip(*names, *coded("", *names))


def _subject(head: str) -> tuple[Column, ...]:
    """Name, kind and numbers of the subject; what the authority wrote about a representative's papers is not needed."""
    return (
        _take(NAME, "@subject.name", f"{head}_XDR_MC", f"{head}_XDR", required=True),
        _take(lookup("counterpart"), "@subject.kind", f"{head}_XDR_LB", f"{head}_XDR_TYPE"),
        _take(DOCUMENT, "@subject.document", f"{head}_XDR_SHXYM"),
        _take(DOCUMENT, "@subject.document", f"{head}_XDR_ZZJG", f"{head}_XDR_ZDM"),
        _take(DOCUMENT, "@subject.document", f"{head}_XDR_GSZC", f"{head}_XDR_GSDJ"),
        _take(DOCUMENT, "@subject.document", f"{head}_XDR_ZJHM", f"{head}_XDR_SFZ"),
        _take(NAME, "@subject.legal_representative", f"{head}_FRDB", f"{head}_FR"),
        # tax, institution and association numbers repeat the credit code; the representative's papers are not needed
        _skip(*(f"{head}_{part}" for part in (
            "XDR_SWDJ", "XDR_SYDW", "XDR_SHZZ", "XDR_ZJLX", "FR_ZJLX", "FR_ZJHM", "FR_SFZH", "FR_SFZ"))),
    )  # fmt: skip


def _shared(head: str, table: str) -> tuple[Column, ...]:
    return (
        _take(TEXT, f"{table}.document_number", f"{head}_WSH", required=True),
        # whoever has no number of their own is one subject within one decision, and proves nothing beyond it
        _take(TEXT, "@decision.case_number", f"{head}_WSH"),
        _take(DATE, f"{table}.decided_on", f"{head}_JDRQ", required=True),
        _take(lookup("state"), f"{table}.state", f"{head}_ZT"),
        take("DFBM", AREA, f"{table}.area_code", also=coded("DFBM", f"{head}_AREACODE")),
        take("BZ", TEXT, f"{table}.remarks"),
    )


def licence_columns(generation: int) -> tuple[Column, ...]:
    """Columns of licences in the form of 2015 or 2018."""
    own: tuple[Column, ...] = (
        _take(TEXT, "licence.category", "XK_SPLB"),
        _take(TEXT, "licence.document_name", "XK_XMMC"),
        _take(DATE, "licence.valid_to", "XK_JZQ"),
        _take(NAME, "licence.authority", "XK_XZJG"),
    )
    if generation == 2018:
        own = (
            _take(TEXT, "licence.category", "XK_XKLB"),
            _take(TEXT, "licence.document_name", "XK_XKWS"),
            _take(TEXT, "licence.certificate_name", "XK_XKZS"),
            _take(TEXT, "licence.certificate_number", "XK_XKBH"),
            _take(DATE, "licence.valid_from", "XK_YXQZ"),
            _take(DATE, "licence.valid_to", "XK_YXQZI"),
            _take(NAME, "licence.authority", "XK_XKJG"),
            _take(CODE, "licence.authority_code", "XK_XKJGDM"),
            _take(NAME, "licence.provider_name", "XK_LYDW"),
            _skip("XK_LYDWDM"),
        )
    content = (
        _take(PROSE, "licence.content", "XK_NR"),
        _take(ORIGINAL, "licence.content_as_delivered", "XK_NR"),
    )
    return (*_subject("XK"), *_shared("XK", "licence"), *own, *content, *TRANSPORT)


def penalty_columns(generation: int) -> tuple[Column, ...]:
    """Columns of penalties in the form of 2015 or 2018."""
    own: tuple[Column, ...] = (
        _take(TEXT, "penalty.case_name", "CF_CFMC", "CF_AJMC"),
        _take(TEXT_LIST, "penalty.categories", "CF_CFLB1"),
        _take(TEXT_LIST, "@second.categories", "CF_CFLB2"),
        _take(TEXT, "penalty.content", "CF_JG"),
        _take(NAME, "penalty.authority", "CF_XZJG"),
        _take(DATE, "penalty.valid_to", "CF_JZRQ"),
        take("GSQX", DATE, "penalty.public_until"),
        skip("QT"),
    )
    if generation == 2018:
        own = (
            _take(TEXT, "penalty.violation", "CF_WFXW"),
            _take(TEXT_LIST, "penalty.categories", "CF_CFLB"),
            _take(TEXT, "penalty.content", "CF_NR"),
            _take(MONEY_10K, "penalty.fine", "CF_NR_FK"),
            _take(MONEY_10K, "penalty.confiscated", "CF_NR_WFFF"),
            _take(TEXT, "penalty.suspended_licence", "CF_NR_ZKDX"),
            _take(DATE, "penalty.valid_to", "CF_YXQ"),
            _take(DATE, "penalty.public_until", "CF_GSJZQ"),
            _take(NAME, "penalty.authority", "CF_CFJG"),
            _take(CODE, "penalty.authority_code", "CF_CFJGDM"),
            _take(NAME, "penalty.provider_name", "CF_SJLY"),
            _skip("CF_SJLYDM"),
        )
    facts = (
        _take(PROSE, "penalty.facts", "CF_SY"),
        _take(ORIGINAL, "penalty.facts_as_delivered", "CF_SY"),
        _take(TEXT, "penalty.legal_basis", "CF_YJ"),
    )
    return (*_subject("CF"), *_shared("CF", "penalty"), *own, *facts, *TRANSPORT)


def second_category(rows: pl.DataFrame, context: object) -> pl.DataFrame:
    """The 2015 form has two columns for classes of penalty: both go into one list."""
    first, second = pl.col("penalty.categories"), pl.col("@second.categories")
    both = pl.format("{},{}", first.str.strip_suffix("}"), second.str.strip_prefix("{"))
    joined = pl.when(second == "{}").then(first).when(first == "{}").then(second).otherwise(both)
    return rows.with_columns(joined.alias("penalty.categories"))
