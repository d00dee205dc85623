"""`hub policy`: the table in force, as people and machines read it, and the way to another."""

from __future__ import annotations

import csv
import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import schema
from hub.database import Database
from hub.errors import InvalidArgument, PolicyUnusable
from schema.catalog import catalog
from schema.policy import policy
from tests.hub.policies.tables import text


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


def run(database: Database, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`hub policy …` on a database."""
    env = {"HUB_DATABASE_URL": database.owner_connection}
    command = [sys.executable, "-m", "hub", "policy", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=env)


def test_table_is_checked_compared_proposed_and_approved(database: Database, tmp_path: Path) -> None:
    """The whole way of a change, in two languages, by two persons."""
    file = tmp_path / "table.csv"
    file.write_text(text({("person_name", "BK"): "F", ("person_id_number", "BK"): "-", ("case_basis", "BK"): "R"}))
    version = hashlib.sha256(file.read_bytes()).hexdigest()[:12]

    checked = run(database, "check", str(file)).stdout
    assert "2 cells lost or other" in checked
    assert "BK gains" not in checked
    compared = run(database, "diff", str(file)).stdout
    assert "BK gains 增加  person_name 自然人姓名: Q → F" in compared
    assert "BK loses 减少  person_id_number 自然人身份证号: Q → -" in compared
    assert "BK changes 变更  case_basis 执行依据、义务: Q → R" in compared
    assert "1 gains 增加, 1 loses 减少, 1 changes 变更" in compared

    assert "待批准" in run(database, "propose", str(file), "--by", "Li Yi", "--from", "now").stdout
    refused = run(database, "approve", version, "--by", "Li Yi")
    assert (refused.returncode, "须由另一人批准" in refused.stderr) == (InvalidArgument.exit_code, True)
    assert policy().version in run(database, "show", "--json").stdout
    assert "approved 批准 Wang Er" in run(database, "approve", version, "--by", "Wang Er").stdout

    shown = json.loads(run(database, "show", "--json").stdout)
    assert (shown["version"], shown["levels"]["person_name"]["BK"]) == (version, "F")
    assert policy().version in run(database, "show", policy().version).stdout
    (listed,) = json.loads(run(database, "list", "--json").stdout)
    assert (listed["version"], listed["approved_by"]) == (version, "Wang Er")


def test_table_that_does_not_fit_is_refused_with_every_fault(database: Database, tmp_path: Path) -> None:
    """Format, levels, groups and roles are named, in both languages, and nothing is proposed."""
    file = tmp_path / "table.csv"
    file.write_text(text({("person_name", "BK"): "X"}).replace("\nbatch,", "\nbatches,"))

    for command in (["check", str(file)], ["propose", str(file), "--by", "Li Yi", "--from", "now"]):
        done = run(database, *command)
        assert done.returncode == PolicyUnusable.exit_code
        assert "person_name × BK: unknown level 'X'" in done.stderr
        assert "字段组或查询目的 batches 不存在" in done.stderr
    assert json.loads(run(database, "list", "--json").stdout) == []
