"""Plans of pulls: read strictly, without secrets in them, and due when they say."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hub.errors import HubError, PullInvalid, SourceUnknown
from loaders.pulls.book import Entry
from loaders.pulls.plan import Pull, pulls, read
from loaders.pulls.schedule import due_at, is_due

WHOLE = """
source = "sx_exchange"
every = "15m"
[database]
url = "mysql+pymysql://hub@10.1.2.3/exchange"
password_env = "EXCHANGE"
table = "court.ex_sx"
key = ["id"]
changed = "xyptmodify_date"
overlap = "1h"
[feedback]
table = "answers"
[feedback.columns]
key = ["row_id"]
code = "code"
"""


def written(folder: Path, text: str, name: str = "court") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_plan_is_read(tmp_path: Path) -> None:
    """Every word of it lands where it belongs."""
    pull = read(written(tmp_path, WHOLE))

    assert (pull.name, pull.source.name, pull.mode, pull.every) == (
        "court",
        "sx_exchange",
        "DELTA",
        timedelta(minutes=15),
    )
    assert pull.exchange is not None
    assert (pull.exchange.table, pull.exchange.key, pull.exchange.overlap) == (
        "court.ex_sx",
        ("id",),
        timedelta(hours=1),
    )
    assert pull.exchange.feedback is not None
    assert (pull.exchange.feedback.columns, pull.exchange.feedback.key) == ({"code": "code"}, ("row_id",))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('every = "15m"', ""),
        ('every = "15m"', 'every = "15m"\nat = "02:30"'),
        ('every = "15m"', 'every = "often"'),
        ('every = "15m"', 'at = "25:00"'),
        ('every = "15m"', 'every = "15m"\nevry = "1m"'),
        ('table = "court.ex_sx"', 'table = "court.ex_sx"\nchangd = "x"'),
        ('table = "court.ex_sx"', ""),
        ("mysql+pymysql://hub@", "mysql+pymysql://hub:sesame@"),
        ("mysql+pymysql", "sqlite"),
        ("[database]", "[dtabase]"),
        ('key = ["id"]', "key = []"),
        ('key = ["row_id"]', 'key = ["row_id", "more"]'),
        ('changed = "xyptmodify_date"', ""),
        ('every = "15m"', 'every = "15m"\nmode = "FULL"'),
        ('code = "code"', 'cod = "code"'),
        ('overlap = "1h"', "overlap = -1"),
        ("[feedback]", "[http]\nurl = 'https://a.cn'\nhosts = ['a.cn']\n[feedback]"),
        ("source", "= source"),
    ],
)
def test_a_plan_that_means_something_else_is_refused(tmp_path: Path, before: str, after: str) -> None:
    """A misspelt, missing, contradicting word, a password in the address: a sentence in both languages, no secret."""
    assert before in WHOLE
    with pytest.raises(PullInvalid) as caught:
        read(written(tmp_path, WHOLE.replace(before, after, 1)))
    assert "sesame" not in str(caught.value)


def test_one_bad_plan_stops_no_other(tmp_path: Path) -> None:
    """It stands beside them as its refusal."""
    written(tmp_path, WHOLE, "good")
    written(tmp_path, WHOLE.replace("sx_exchange", "none"), "bad")
    written(tmp_path, WHOLE, "Bad Name")
    found = pulls(tmp_path)

    assert isinstance(found["good"], Pull)
    assert isinstance(found["bad"], SourceUnknown)
    assert isinstance(found["Bad Name"], HubError)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-03-02T{text}+08:00")


@pytest.mark.parametrize(
    ("when", "entry", "due"),
    [
        ('every = "15m"', Entry(), "10:00"),
        ('every = "15m"', Entry(begun_at=moment("09:50"), ended_at=moment("09:51")), "10:05"),
        ('every = "15m"', Entry(begun_at=moment("09:50")), "09:50"),
        ('every = "15m"', Entry(begun_at=moment("09:50"), ended_at=moment("09:40")), "09:50"),
        ('every = "15m"', Entry(begun_at=moment("09:50"), ended_at=moment("09:51"), failures=1), "09:52"),
        ('every = "15m"', Entry(begun_at=moment("09:50"), ended_at=moment("09:51"), failures=4), "09:59"),
        ('every = "15m"', Entry(begun_at=moment("09:50"), ended_at=moment("09:51"), failures=900), "15:51"),
        ('at = "11:30"', Entry(begun_at=moment("09:50"), ended_at=moment("09:51")), "11:30"),
        ('at = "11:30"', Entry(begun_at=moment("01:00"), ended_at=moment("11:31"), failures=900), "11:30"),
    ],
)
def test_when_a_pull_is_due(tmp_path: Path, when: str, entry: Entry, due: str) -> None:
    """Never run or cut off: at once. Else by interval or time of day, after failures sooner, but later each time."""
    pull = read(written(tmp_path, WHOLE.replace('every = "15m"', when)))
    now = moment("10:00")

    assert due_at(pull, entry, now) == moment(due)
    assert is_due(pull, entry, now) == (moment(due) <= now)


def test_a_time_of_day_comes_again_tomorrow(tmp_path: Path) -> None:
    """Begun at or after it today, the next one is tomorrow's, by China's clock."""
    pull = read(written(tmp_path, WHOLE.replace('every = "15m"', 'at = "02:30"')))
    entry = Entry(begun_at=moment("02:30"), ended_at=moment("02:40"))

    assert due_at(pull, entry, moment("10:00")) == moment("02:30") + timedelta(days=1)
