"""Make loaders/sources/calendar/calendar.csv from the PyPI package chinesecalendar (a development tool only).

    python tools/reference/working_days.py

One row a civil day for every year the package knows. `name` is the holiday that makes or moves the day.
"""

import csv
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Final

import chinese_calendar

TARGET: Final = Path(__file__).resolve().parents[2] / "loaders/sources/calendar/calendar.csv"
FIRST: Final = date(2004, 1, 1)
LAST: Final = date(2026, 12, 31)
CHINESE: Final = {holiday.value: holiday.chinese for holiday in chinese_calendar.Holiday}


def row(day: date, source: str) -> tuple[str, str, str, str]:
    """One line of the calendar: date, true/false, Chinese name of the holiday or empty, source."""
    is_holiday, holiday = chinese_calendar.get_holiday_detail(day)
    return day.isoformat(), "false" if is_holiday else "true", CHINESE.get(holiday, ""), source


def main() -> None:
    """Write every day from the first to the last year of the package."""
    source = f"国务院办公厅节假日安排 (chinesecalendar {version('chinesecalendar')})"
    days = [FIRST + timedelta(number) for number in range((LAST - FIRST).days + 1)]
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("date", "is_workday", "name", "source"))
        writer.writerows(row(day, source) for day in days)
    print(f"{len(days)} days -> {TARGET}")


if __name__ == "__main__":
    main()
