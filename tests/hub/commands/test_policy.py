"""`hub policy show`: the table in force, as people and machines read it."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import schema
from hub.errors import InvalidArgument
from schema.catalog import catalog
from schema.policy import policy


def show(*arguments: str) -> subprocess.CompletedProcess[str]:
    """`hub policy show …`."""
    command = [sys.executable, "-m", "hub", "policy", "show", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={"COLUMNS": "80"})


def levels(*arguments: str) -> dict[str, dict[str, str]]:
    """The levels that `--json` prints."""
    done: dict[str, Any] = json.loads(show("--json", *arguments).stdout)
    assert done["version"] == policy().version
    found: dict[str, dict[str, str]] = done["levels"]
    return found


def test_json_is_the_table() -> None:
    """Group × role, cell by cell what stands in policy.csv."""
    rows = csv.DictReader(Path(schema.__path__[0], "policy.csv").read_text("utf-8").splitlines())
    expected = {row.pop("group"): {name: cell for name, cell in row.items() if name != "zh"} for row in rows}

    assert levels() == expected


def test_fields_take_the_levels_of_their_groups() -> None:
    """One line for every field of the graph, interfaces' own left out, each with the level that decides it."""
    found = levels("--fields", "--role", "BK", "--role", "CH")

    assert found["NaturalPerson.idNumber"] == {"BK": "Q", "CH": "F"}
    visible = {
        value.coordinate: {role: policy().levels[value.group][role] for role in ("BK", "CH")}
        for kind in catalog().types.values() if not kind.is_interface for value in kind.visible().values()
    }  # fmt: skip
    assert found == visible


def test_table_for_people_shows_every_role_and_the_chinese_title() -> None:
    """Not cut off in a pipe of 80 columns: every role is a column and every group has its Chinese name."""
    printed = show().stdout

    header = next(line for line in printed.splitlines() if line.startswith("group"))
    assert header.split()[1:-1] == list(policy().roles)
    for group, title in policy().titles.items():
        line = next(line for line in printed.splitlines() if line.split()[:1] == [group])
        assert line.split()[1:-1] == [policy().levels[group][role] for role in policy().roles]
        assert title in line


@pytest.mark.parametrize("role", ["XX", "bk", ""])
def test_unknown_role_is_named(role: str) -> None:
    """The sentence lists the roles that there are; exit code and no trace."""
    done = show("--role", role)

    assert done.returncode == InvalidArgument.exit_code
    assert "BK" in done.stderr
    assert "Traceback" not in done.stderr
