"""When a pull is due: by interval or by time of day, and after a failure sooner, but later each time."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from loaders.pulls.book import Entry
from loaders.pulls.plan import Pull

_CHINA: Final = ZoneInfo("Asia/Shanghai")
#: after the first failure; each further one doubles it
_AGAIN: Final = timedelta(minutes=1)
_LONGEST: Final = timedelta(hours=6)


def due_at(pull: Pull, entry: Entry, now: datetime) -> datetime:
    """When the pull is to begin next; a moment that is past if it never ran, or was cut off. `now` has a time zone."""
    if entry.begun_at is None:
        return now
    if entry.ended_at is None or entry.ended_at < entry.begun_at:
        return entry.begun_at
    regular = _regular(pull, entry.begun_at)
    if not entry.failures:
        return regular
    pause: timedelta = _AGAIN * 2 ** min(entry.failures - 1, 10)
    again = entry.ended_at + min(pause, _LONGEST)
    return min(again, regular) if pull.at is not None else again


def is_due(pull: Pull, entry: Entry, now: datetime) -> bool:
    """Whether the pull is to begin now."""
    return due_at(pull, entry, now) <= now


def _regular(pull: Pull, begun: datetime) -> datetime:
    """The first regular moment after a pull began."""
    if pull.every is not None:
        return begun + pull.every
    assert pull.at is not None
    there = begun.astimezone(_CHINA)
    today = datetime.combine(there.date(), pull.at, _CHINA)
    return today if today > there else today + timedelta(days=1)
