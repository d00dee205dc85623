"""Periods: the golden dates of 2026 with its holidays and make-up Saturdays, and what happens beyond the table."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.law.calendar import add_days, add_working_days


def table(holidays: str, made_up: str) -> dict[date, bool]:
    """The days of 2026 worked or not: weekends, plus holidays given as 10-01..10-07, minus made-up days."""
    days = {date.fromordinal(n): date.fromordinal(n).weekday() < 5 for n in range(ORDINAL_1, ORDINAL_1 + 365)}
    for span in holidays.split():
        first, last = (date.fromisoformat(f"2026-{end}") for end in span.split(".."))
        days |= {date.fromordinal(n): False for n in range(first.toordinal(), last.toordinal() + 1)}
    return days | {date.fromisoformat(f"2026-{day}"): True for day in made_up.split()}


ORDINAL_1 = date(2026, 1, 1).toordinal()
WORKDAYS = table(
    "01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07",
    "01-04 02-14 02-28 05-09 09-20 10-10",
)
GOLDEN = [
    ("02-13", ["02-14", "02-25", "02-27", "03-05"]),
    ("04-30", ["05-06", "05-08", "05-11", "05-18"]),
    ("09-24", ["09-28", "09-30", "10-09", "10-15"]),
    ("09-29", ["09-30", "10-09", "10-12", "10-19"]),
    ("09-30", ["10-08", "10-10", "10-13", "10-20"]),
    ("11-21", ["11-23", "11-25", "11-27", "12-04"]),
]


@pytest.mark.parametrize(("start", "ends"), GOLDEN)
def test_golden_working_days(start: str, ends: list[str]) -> None:
    """One, three, five and ten working days after an event, across holidays, made-up days and a start on Saturday."""
    day = date.fromisoformat(f"2026-{start}")

    counted = [add_working_days(day, n, WORKDAYS) for n in (1, 3, 5, 10)]

    assert counted == [(date.fromisoformat(f"2026-{end}"), False) for end in ends]


def test_beyond_the_table_a_deadline_is_provisional() -> None:
    """A deadline that leaves the known year is still answered, by weekdays, and says that it may move."""
    day = date(2026, 12, 29)

    assert add_working_days(day, 1, WORKDAYS) == (date(2026, 12, 30), False)
    assert add_working_days(day, 3, WORKDAYS) == (date(2027, 1, 1), True)
    assert add_days(day, 4, WORKDAYS) == (date(2027, 1, 4), True)


DAYS = [
    ("2026-09-15", 15, "2026-09-30", "ends on a working day"),
    ("2026-09-16", 15, "2026-10-08", "ends on National Day and moves behind the holiday"),
    ("2026-09-25", 15, "2026-10-10", "ends on a made-up Saturday, which is worked"),
    ("2026-11-11", 10, "2026-11-23", "ends on a Saturday"),
    ("2026-11-20", 1, "2026-11-23", "one day after a Friday"),
]


@pytest.mark.parametrize(("start", "length", "end", "why"), DAYS)
def test_days_end_on_a_working_day(start: str, length: int, end: str, why: str) -> None:
    """Civil days count holidays inside the period, but the period never ends on one."""
    assert add_days(date.fromisoformat(start), length, WORKDAYS) == (date.fromisoformat(end), False), why


@pytest.mark.parametrize("length", [0, -3])
def test_a_period_has_at_least_one_day(length: int) -> None:
    """An empty or backward period is a mistake of the caller, not a date."""
    with pytest.raises(ValueError, match="at least one day"):
        add_working_days(date(2026, 1, 5), length, WORKDAYS)
    with pytest.raises(ValueError, match="at least one day"):
        add_days(date(2026, 1, 5), length, WORKDAYS)


@given(st.dates(date(2026, 1, 1), date(2026, 11, 30)), st.integers(1, 10), st.integers(1, 10))
def test_working_days_add_up(day: date, first: int, second: int) -> None:
    """Counting in two stages gives the same day as counting at once, and it is always a worked day."""
    at_once, _ = add_working_days(day, first + second, WORKDAYS)
    halfway, _ = add_working_days(day, first, WORKDAYS)

    assert add_working_days(halfway, second, WORKDAYS)[0] == at_once
    assert WORKDAYS.get(at_once, True)
