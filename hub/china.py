"""Civil time: whatever is said in days is said in China's, which has one zone and no summer time."""

from __future__ import annotations

import datetime
from typing import Final
from zoneinfo import ZoneInfo

#: UTC+8
CHINA: Final = ZoneInfo("Asia/Shanghai")


def today() -> datetime.date:
    """The civil date."""
    return datetime.datetime.now(CHINA).date()


def said(instant: datetime.datetime) -> str:
    """An instant as people are told it, to the second, with its offset."""
    return instant.astimezone(CHINA).isoformat(timespec="seconds")
