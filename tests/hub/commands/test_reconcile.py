"""`hub reconcile`, as a sender and an operator type it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from hub.database import Database
from tests.hub.commands.test_batches import Hub
from tests.loaders.test_load import ID_NUMBER, row, written

SOURCE = ("--source", "sx_warehouse")


def test_four_files_from_difference_to_agreement(database: Database, tmp_path: Path) -> None:
    """Key, digest, wanted rows, rows: the sender works without a database, and afterwards nothing differs."""
    hub = Hub(database, tmp_path / "data")
    key, digest, wanted, rows = (str(tmp_path / name) for name in ("sx.key", "l.digest", "l.wanted", "l.resent"))
    entries = [row(case_no=f"(2024)浙0211执{number}号") for number in range(1, 31)]
    loaded = hub("load", "sx_warehouse", str(written(tmp_path / "loaded.csv", entries[1:])), "--by", "王一")
    listed = str(written(tmp_path / "list.csv", entries[:-1]))
    made = hub("reconcile", "key", *SOURCE, "--out", key)
    again = hub("reconcile", "key", *SOURCE, "--out", key)

    def sender(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "hub", "reconcile", *arguments, *SOURCE, "--key", key]
        env = {"HUB_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none", "HUB_DATA_DIR": str(tmp_path / "sender")}
        return subprocess.run(command, capture_output=True, text=True, check=False, env=env)

    digested = sender("digest", listed, "--out", digest)
    compared = json.loads(hub("reconcile", "compare", digest, *SOURCE, "--out", wanted, "--json").stdout)
    written_out = sender("rows", listed, "--wanted", wanted, "--out", rows)
    healed = hub("reconcile", "heal", digest, *SOURCE, "--rows", rows, "--by", "李二", "--json")
    after = hub("reconcile", "compare", digest, *SOURCE)
    touched = Path(digest)
    touched.write_bytes(touched.read_bytes()[:-1] + b"?")
    refused = hub("reconcile", "compare", digest, *SOURCE)

    assert [one.returncode for one in (loaded, made, again, digested, written_out, healed, after)] == [
        0, 0, 2, 0, 0, 0, 0,
    ]  # fmt: skip
    assert not (tmp_path / "sender").exists()
    assert Path(key).stat().st_mode & 0o077 == 0
    assert (compared["lacking"], compared["extra"], compared["listed"], compared["held"]) == (1, 1, 29, 29)
    done = json.loads(healed.stdout)
    assert (done["restored"], done["suspected"], done["receipt"]["inserted"]) == (1, 1, 2)
    assert "0 lacking, 0 held" in after.stdout
    assert refused.returncode == 3
    assert "DIGEST_UNUSABLE" in refused.stderr
    said = "".join(one.stdout + one.stderr for one in (made, digested, written_out, healed, after, refused))
    assert ID_NUMBER not in said
