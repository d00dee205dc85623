"""`hub monitor snapshot`, and what of its work the read path shows to whom."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from hub.actions.take_snapshot import week_of
from hub.china import today
from hub.database import Database
from hub.errors import Forbidden, InvalidArgument
from hub.query.engine import Engine
from tests.province import WATCHED, CallerOf

SNAPSHOTS = """{ governmentDebtorSnapshots(filter: {areaCode: {eq: "330211"}}, orderBy: [{field: WEEK}]) { nodes {
    week listedCount addedCount clearedCount unchangedCount isZero digest area { name } previous { week }
    entries(first: 100) { nodes { name change caseNumber publishedOn daysListed creditCode } } } } }"""


def hub(database: Database, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`hub monitor …` as an operator runs it."""
    env = {"HUB_DATA_DIR": str(folder), "HUB_DATABASE_URL": database.owner_connection, "PATH": os.environ["PATH"]}
    return subprocess.run(
        [sys.executable, "-m", "hub", "monitor", *arguments], env=env, capture_output=True, text=True, check=False
    )


def test_command_takes_every_watched_area_once(province_copy: Database, tmp_path: Path) -> None:
    """JSON for machines, lines for people; the second run of the week says that it is there already."""
    with province_copy.connect("owner") as connection:
        connection.execute("truncate government_debtor_snapshot, government_debtor_entry")
    first = hub(province_copy, tmp_path, "snapshot", "--json")
    assert first.returncode == 0, first.stderr
    taken = json.loads(first.stdout)

    assert {found["week"] for found in taken} == {week_of(today())}
    assert all(found["taken"] for found in taken)
    assert set(WATCHED) <= {found["area"] for found in taken}
    assert all(found["listed"] == found["added"] + found["unchanged"] for found in taken)
    zhenhai = next(found for found in taken if found["area"] == "330211")
    assert zhenhai["listed"] > 0

    again = hub(province_copy, tmp_path, "snapshot", "--area", "330211")
    assert again.stdout.startswith(f"330211 {week_of(today())}  there already 已存在: {zhenhai['listed']} listed")
    assert json.loads(hub(province_copy, tmp_path, "snapshot", "--area", "330211", "--json").stdout) == [
        {**zhenhai, "taken": False}
    ]


def test_command_refuses_an_unknown_area(empty_database: Database, tmp_path: Path) -> None:
    """Two sentences, an exit code, no trace; nothing is taken."""
    done = hub(empty_database, tmp_path, "snapshot", "--area", "999999")

    assert done.returncode == InvalidArgument.exit_code
    assert [line.split(":")[0].split("：")[0] for line in done.stderr.splitlines()] == ["INVALID_ARGUMENT"] * 2
    assert "Traceback" not in done.stderr + done.stdout


async def read(engine: Engine, query: str, caller: Any) -> dict[str, Any]:
    """`data` of the answer."""
    answer: dict[str, Any] = json.loads(await engine.answer(query, None, {}, caller))["data"]
    return answer


async def test_monitor_reads_its_snapshots(engine: Engine, caller: CallerOf) -> None:
    """GM reads both weeks with every entry; the counts of a snapshot are those of its entries."""
    weeks = (await read(engine, SNAPSHOTS, caller("GM")))["governmentDebtorSnapshots"]["nodes"]

    assert [week["week"] for week in weeks] == ["2026-W46", "2026-W47"]
    assert [week["previous"] for week in weeks] == [None, {"week": "2026-W46"}]
    for week in weeks:
        changes = Counter(entry["change"] for entry in week["entries"]["nodes"])
        assert (week["addedCount"], week["clearedCount"], week["unchangedCount"]) == (
            changes["ADDED"], changes["CLEARED"], changes["UNCHANGED"])  # fmt: skip
        assert week["listedCount"] == changes["ADDED"] + changes["UNCHANGED"]
        assert week["isZero"] is (week["listedCount"] == 0)
        assert len(week["digest"]) == 2 * hashlib.sha256().digest_size
    assert weeks[0]["addedCount"] == weeks[0]["listedCount"] > 0
    assert weeks[1]["unchangedCount"] > 0


@pytest.mark.parametrize("role", ["MR", "PS", "PR", "AP", "BK", "TE", "DP", "SE", "AQ", "SA"])
async def test_others_are_refused(engine: Engine, caller: CallerOf, role: str) -> None:
    """Whose policy row says `-` is refused by name, in the list and on the road over a subject."""
    claims = {"subject_id": "00000000-0000-4000-8000-000000000001"} if role == "SE" else {}
    with pytest.raises(Forbidden, match="governmentDebtorSnapshots"):
        await read(engine, SNAPSHOTS, caller(role, **claims))
