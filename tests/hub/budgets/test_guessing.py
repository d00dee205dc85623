"""The share of look-ups that find nobody: whoever guesses is told of, whoever knows whom he asks about is not."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest

from hub.budgets.door import Door
from hub.budgets.misses import FEW, Misses, is_guessing
from hub.caller import Caller
from hub.database import Database
from hub.diagnosis import Finding, diagnose
from tests.province import officer


@pytest.fixture
async def misses(database: Database) -> AsyncIterator[Misses]:
    """The budgets of one worker over an empty database."""
    door = Door(database)
    yield Misses(door)
    await door.close()


def staff(agency: str, number: int) -> list[Caller]:
    """Officers of one agency, each of whom has a minute's budget of his own."""
    return [officer("MR", subject=uuid4().hex, agency=agency) for _ in range(number)]


async def look_up(misses: Misses, callers: list[Caller], missed: int, found: int) -> None:
    """Look-ups of which so many by each officer find nobody, after the others found somebody."""
    for caller in callers:
        for wanted in (*[0] * found, *[1] * missed):
            await misses.settle(caller, await misses.take(caller, 1, whole=True), wanted)


def told(database: Database, folder: Path) -> Finding:
    """What `hub doctor` says of it."""
    env = {"HUB_DATA_DIR": str(folder), "HUB_PORT": "0", "HUB_DATABASE_URL": database.owner_connection}
    (found,) = [finding for finding in diagnose(env) if finding.check == "misses"]
    return found


async def test_an_agency_that_finds_nobody_is_told_of(
    misses: Misses, database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Operators hear of each officer once a day, with the agency's numbers; nobody's number stands in the line."""
    guessing = staff("AG-GUESS", 3)
    await look_up(misses, staff("AG-KNOWS", 4), missed=4, found=5)
    await look_up(misses, staff("AG-FEW", 1), missed=10, found=0)
    assert caplog.records == []
    assert (told(database, tmp_path).level, told(database, tmp_path).en[:3]) == ("ok", "26 ")

    await look_up(misses, guessing, missed=8, found=0)
    await look_up(misses, guessing[2:], missed=2, found=0)
    said = [record.getMessage() for record in caplog.records]
    assert {record.levelname for record in caplog.records} == {"WARNING"}
    assert len(said) == 1
    assert "AG-GUESS found nobody in 20 of 20 look-ups" in said[0]
    assert guessing[2].subject in said[0]
    found = told(database, tmp_path)
    assert (found.level, "AG-GUESS 26/26" in found.en, "AG-FEW" in found.en) == ("warning", True, False)


async def test_yesterdays_look_ups_are_forgotten(misses: Misses, database: Database, tmp_path: Path) -> None:
    """A day begins with no look-ups as it begins with no misses."""
    await look_up(misses, staff("AG-1", 3), missed=8, found=0)
    with database.connect("owner") as connection:
        connection.execute("update budget.agency_miss set day = day - 1")
    assert told(database, tmp_path).level == "ok"
    await look_up(misses, staff("AG-1", 1), missed=1, found=1)
    with database.connect("owner") as connection:
        assert connection.execute("select charged, asked from budget.agency_miss").fetchall() == [(1, 2)]


@pytest.mark.parametrize(
    ("missed", "asked", "said"), [(FEW, FEW, True), (FEW - 1, FEW - 1, False), (FEW, 2 * FEW, False), (21, 40, True)]
)
def test_what_counts_as_guessing(missed: int, asked: int, said: bool) -> None:
    """More than every other one, of enough to tell."""
    assert is_guessing(missed, asked) is said
