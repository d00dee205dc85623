"""行政处罚 — penalties in the form of 2015 (双公示), as table, workbook or exchange file."""

from loaders.double_publicity import LAYOUTS, PARTIES, penalty_columns, second_category
from loaders.source import Source

SOURCE = Source(
    title="行政处罚（双公示 2015 年版）", title_en="Penalties, form of 2015", provider="信用中国",
    layouts=LAYOUTS, mode="DELTA", precedence=40,
    columns=penalty_columns(2015),
    parties=PARTIES,
    source_time=("@updated", "penalty.decided_on"),
    withdrawn={"penalty.state": "WITHDRAWN"},
    derive=(second_category,),
)  # fmt: skip
