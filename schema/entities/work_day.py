"""工作日历 — the working-day calendar, with make-up workdays."""

from __future__ import annotations

from schema.kinds import Date, Id
from schema.language import column, entity


@entity(
    table="work_day", plural="workDays", key=("day",), loaded=True,
    doc="工作日历 — one civil day: working day or not, after the State Council's yearly holiday notice (调休 included).",
)  # fmt: skip
class WorkDay:
    id: Id = column("标识 — opaque and random.", group="reference")
    day: Date = column("日期 — the civil day.", group="reference", filter=True, order=True)
    is_workday: bool = column(
        "是否工作日 — whether deadlines in working days count it.", group="reference", filter=True
    )
    name: str | None = column("节假日名称 — holiday, if one.", group="reference")
    source: str | None = column("依据 — where the day's status comes from.", group="reference")
