"""`hub load`, `batches`, `quarantine` and `verify`, as an operator types them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from hub.database import Database
from hub.settings import Settings
from hub.vault import Vault
from loaders.load import load_file
from loaders.source import folder_of
from tests.loaders.fixtures import sample_of
from tests.loaders.test_load import ID_NUMBER, row, written

COUNT = 60


class Hub:
    """The command line on one database and one data directory."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._env = {"HUB_DATABASE_URL": database.owner_connection, "HUB_DATA_DIR": str(folder), "COLUMNS": "200"}
        settings = Settings.from_environment(self._env)
        vault = Vault.from_settings(settings)
        load_file(database, vault, "courts", folder_of("courts") / "courts.csv")
        load_file(database, vault, "areas", sample_of("areas"))

    def __call__(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """`hub …`."""
        command = [sys.executable, "-m", "hub", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False, env=self._env)


@pytest.fixture
def hub(database: Database, tmp_path: Path) -> Hub:
    """A hub with courts and areas."""
    return Hub(database, tmp_path / "data")


def test_from_delivery_to_release_and_proof(hub: Hub, tmp_path: Path) -> None:
    """A list, half of it, the refusal, two persons, quarantine without numbers, the proof; exit codes."""
    rows = [row(case_no=f"(2024)浙0211执{number}号") for number in range(1, COUNT + 1)]
    whole = written(tmp_path / "whole.csv", [*rows, row(case_no="见附件")])
    half = written(tmp_path / "half.csv", rows[: COUNT // 2])
    loaded = json.loads(hub("load", "sx_warehouse", str(whole), "--full", "--by", "王一", "--json").stdout)
    parked = hub("load", "sx_warehouse", str(half), "--full", "--by", "王一")
    waiting = json.loads(hub("batches", "list", "--status", "PARKED", "--json").stdout)
    told = hub("batches", "show", waiting["id"])
    own, other = (hub("batches", "release", waiting["id"], "--by", name) for name in ("王一", "李二"))
    bad = hub("quarantine", "list", "--json")
    shown = hub("quarantine", "show", loaded["batch_id"], str(COUNT + 1))
    tried = json.loads(hub("quarantine", "replay", loaded["batch_id"], "--json").stdout)
    proof = hub("verify", "provenance", "--batch", loaded["batch_id"], "--json")

    assert (loaded["accepted"], loaded["quarantined"]) == (COUNT, 1)
    assert (parked.returncode, parked.stderr.strip().split(":")[0]) == (3, "BATCH_PARKED")
    assert waiting["delivered_by"] == "王一"
    assert f"in all 合计: {COUNT // 2} of {COUNT} missing" in told.stdout
    assert (own.returncode, own.stderr.strip().split(":")[0]) == (2, "SAME_PERSON")
    assert other.returncode == 0, other.stderr
    assert json.loads(bad.stdout)["reason"] == "CASE_NUMBER_INVALID"
    assert "CASE_NUMBER_INVALID" in shown.stdout
    assert ID_NUMBER not in bad.stdout + shown.stdout
    assert (tried["tried"], tried["accepted"]) == (1, 0)
    assert proof.returncode == 0, proof.stderr
    assert json.loads(proof.stdout)["proved"] > COUNT
