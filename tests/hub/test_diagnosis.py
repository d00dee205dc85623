"""`hub doctor`: says what is broken, in both languages, and is not stopped by the first thing it finds."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from hub.audit.checkpoint import checkpoints_file
from hub.audit.keeper import Keeper
from hub.audit.log import AccessLog, Entry
from hub.database import Database
from hub.diagnosis import Finding, diagnose
from hub.settings import Settings
from tests.conftest import bare_database


def levels(findings: list[Finding]) -> dict[str, str]:
    return {finding.check: finding.level for finding in findings}


def test_fresh_machine_is_healthy(tmp_path: Path) -> None:
    """Before the first start nothing is missing, and looking makes nothing."""
    found = levels(diagnose({"HUB_DATA_DIR": str(tmp_path / "data"), "HUB_PORT": "0"}))

    assert "broken" not in found.values()
    assert list(tmp_path.iterdir()) == []


def test_all_faults_are_told_together(tmp_path: Path) -> None:
    """A silent database, missing keys in production and a taken port are found in one run."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        env = {
            "HUB_DATA_DIR": str(tmp_path),
            "HUB_DATABASE_URL": "postgresql://u:sesame@127.0.0.1:1/d",
            "HUB_ENVIRONMENT": "production",
            "HUB_PORT": str(taken.getsockname()[1]),
            "HUB_PROT": "1",
        }
        findings = diagnose(env)

    expected = {"database": "broken", "vault keys": "broken", "token keys": "broken", "port": "broken"}
    assert expected.items() <= levels(findings).items()
    assert levels(findings)["settings"] == "warning"
    assert "sesame" not in str(findings)


def test_wrong_setting_ends_the_examination() -> None:
    """Nothing can be checked with settings that cannot be read."""
    findings = diagnose({"HUB_PORT": "x"})

    assert findings[-1].level == "broken"
    assert "HUB_PORT" in findings[-1].zh


def test_missing_tables_of_an_operator_are_a_fault(server: str, database: Database, tmp_path: Path) -> None:
    """An operator's database has to be migrated by him; a migrated one is fine."""
    env = {"HUB_DATA_DIR": str(tmp_path), "HUB_PORT": "0"}
    with bare_database(server) as bare:
        assert levels(diagnose(env | {"HUB_DATABASE_URL": bare.owner_connection}))["migrations"] == "broken"

    assert levels(diagnose(env | {"HUB_DATABASE_URL": database.owner_connection}))["migrations"] == "ok"


def test_readable_key_file_is_a_fault(tmp_path: Path) -> None:
    """The vault's keys are for the hub alone."""
    keys = tmp_path / "vault.json"
    keys.write_text("{}")
    keys.chmod(0o644)
    env = {"HUB_DATA_DIR": str(tmp_path), "HUB_VAULT_KEYS": str(keys), "HUB_PORT": "0"}
    assert levels(diagnose(env))["vault keys"] == "broken"

    keys.chmod(0o600)
    assert levels(diagnose(env))["vault keys"] == "ok"


@pytest.mark.parametrize(("port", "code"), [("0", 0), ("x", 1)])
def test_exit_code_and_json_for_machines(tmp_path: Path, port: str, code: int) -> None:
    """`--json` is one array; the exit code tells whether anything is broken."""
    done = subprocess.run(
        [sys.executable, "-m", "hub", "doctor", "--json"],
        env={"HUB_DATA_DIR": str(tmp_path), "HUB_PORT": port},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == code
    assert {"check", "level", "en", "zh"} == set(json.loads(done.stdout)[0])


async def test_access_log_is_looked_at(database: Database, tmp_path: Path) -> None:
    """Writable, covered by a young checkpoint, indexed; then rewritten, then not writable: each is told, and looking
    leaves no entry and makes no key.
    """
    env = {"HUB_DATA_DIR": str(tmp_path), "HUB_PORT": "0", "HUB_DATABASE_URL": database.owner_connection}
    checks = ("access log", "checkpoint", "access chain")

    def looked() -> tuple[str, ...]:
        found = levels(diagnose(env))
        return tuple(found[check] for check in checks)

    assert looked() == ("ok", "ok", "ok"), "an empty log needs no checkpoint"
    assert not (tmp_path / "keys" / "audit.json").exists()
    log = AccessLog(database)
    await log.append(Entry('{"subjects":[]}'))
    assert looked() == ("ok", "warning", "ok"), "an entry that no checkpoint covers"
    keeper = Keeper(database, Settings.from_environment(env))
    await keeper.sign()
    assert looked() == ("ok", "ok", "ok")
    await log.append(Entry('{"subjects":[]}'))
    assert looked() == ("ok", "ok", "ok"), "the next one comes within the minute"
    file = checkpoints_file(Settings.from_environment(env))
    os.utime(file, (0, 0))
    assert looked() == ("ok", "warning", "ok"), "nobody signs any more"
    with database.connect("owner") as connection:
        assert connection.execute("select count(*) from audit.entry").fetchall() == [(2,)]
        connection.execute("update audit.entry set hash = sha256(hash) where seq = 0")
    assert looked() == ("ok", "broken", "broken")
    file.write_text("nothing of the kind")
    assert looked() == ("ok", "broken", "broken")
    with database.connect("owner") as connection:
        connection.execute("drop function audit.append")
    assert looked() == ("broken", "broken", "broken")
    await keeper.close()
    await log.close()


async def test_altered_content_and_index_are_seen_without_an_export(database: Database, tmp_path: Path) -> None:
    """A content edited under its hash, and a subject taken out of the index: the routine look finds both, by number."""
    env = {"HUB_DATA_DIR": str(tmp_path), "HUB_PORT": "0", "HUB_DATABASE_URL": database.owner_connection}
    subject = "00000000-0000-4000-8000-000000000001"
    log, keeper = AccessLog(database), Keeper(database, Settings.from_environment(env))
    for _ in range(3):
        await log.append(Entry(json.dumps({"subjects": [subject]})))
    await keeper.sign()
    await keeper.index()

    def looked() -> dict[str, tuple[str, str]]:
        return {finding.check: (finding.level, finding.en) for finding in diagnose(env)}

    assert [looked()[check][0] for check in ("checkpoint", "access chain", "access index")] == ["ok", "ok", "ok"]
    with database.connect("owner") as connection:
        connection.execute("delete from audit.subject where seq = 2")
    assert looked()["access index"][0] == "broken"
    assert looked()["access index"][1].startswith("entry 2 ")
    with database.connect("owner") as connection:
        connection.execute("update audit.entry set content = '{\"subjects\": []}' where seq = 1")
    assert looked()["checkpoint"][0] == "ok", "the hash was kept"
    assert looked()["access chain"][0] == "broken"
    assert looked()["access chain"][1].startswith("entry 1,")
    await keeper.close()
    await log.close()
