"""Counting periods: working days, and days that end on a working day.

Sources: 民事诉讼法 (2023) art. 85: a period counted in days starts the day after the event, and a last day that is a
holiday moves to the first day that is not. Which days are worked, make-up Saturdays included, is decided every year by
a notice of the State Council; the table of such days is given in as `workdays`.

Days the table does not hold are taken as worked from Monday to Friday, and the result is then *provisional*: count it
again once the notice of that year is loaded.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5


def add_working_days(day: date, n: int, workdays: Mapping[date, bool]) -> tuple[date, bool]:
    """Return the n-th working day after `day`, and whether that is provisional.

    `workdays` tells for each known day whether it is worked. The day itself never counts, and a `day` that is a holiday
    is not moved first: three working days after a Saturday are Monday, Tuesday, Wednesday. Raises ValueError for `n`
    below one.
    """
    if n < 1:
        raise ValueError("a period in working days has at least one day")
    provisional = False
    while n:
        day += _DAY
        provisional |= day not in workdays
        n -= _is_worked(day, workdays)
    return day, provisional


def add_days(day: date, n: int, workdays: Mapping[date, bool]) -> tuple[date, bool]:
    """Return the last day of a period of `n` civil days after `day`, and whether that is provisional.

    The period starts the day after `day`; a last day that is a holiday moves to the next working day. Raises ValueError
    for `n` below one.
    """
    if n < 1:
        raise ValueError("a period in days has at least one day")
    last, provisional = day + n * _DAY, False
    while True:
        provisional |= last not in workdays
        if _is_worked(last, workdays):
            return last, provisional
        last += _DAY


def _is_worked(day: date, workdays: Mapping[date, bool]) -> bool:
    return workdays.get(day, day.weekday() < _SATURDAY)
