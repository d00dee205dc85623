"""工作日历 — working days with make-up workdays (调休); the file lies beside this one."""

from loaders.cleaners import DATE, FLAG, NAME, TEXT
from loaders.read import Format
from loaders.source import Source, take

SOURCE = Source(
    title="工作日历", title_en="Working-day calendar", provider="国务院办公厅",
    layouts={".csv": Format.CSV}, mode="FULL", precedence=10,
    columns=(
        take("date", DATE, "work_day.day", required=True),
        take("is_workday", FLAG, "work_day.is_workday", required=True),
        take("name", NAME, "work_day.name"),
        take("source", TEXT, "work_day.source"),
    ),
)  # fmt: skip
