"""行政许可 — licences in the form of 2015 (双公示), as table, workbook or exchange file."""

from loaders.double_publicity import LAYOUTS, PARTIES, licence_columns
from loaders.source import Source

SOURCE = Source(
    title="行政许可（双公示 2015 年版）", title_en="Licences, form of 2015", provider="信用中国",
    layouts=LAYOUTS, mode="DELTA", precedence=40,
    columns=licence_columns(2015),
    parties=PARTIES,
    source_time=("@updated", "licence.decided_on"),
    withdrawn={"licence.state": "WITHDRAWN"},
)  # fmt: skip
