"""What was answered is on record, whatever happens next; and what an operator does with the record, from the shell."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from hub.database import Database
from hub.settings import Settings
from hub.tokens import TokenRequest, sign
from tests.hub.test_serving import wait_until_up
from tests.province import Province

ASK = "query Q%d { subjects(first: 2, filter: {kind: {eq: NATURAL_PERSON}}) { nodes { id name } } }"


@pytest.fixture
def environment(province_copy: Database, province_build: Province, tmp_path: Path) -> dict[str, str]:
    """The environment of a hub over a copy of the province, with a data directory of its own."""
    return {
        "PATH": "/usr/bin:/bin", "PYTHONPATH": os.pathsep.join(sys.path), "HUB_DATA_DIR": str(tmp_path / "data"),
        "HUB_DATABASE_URL": province_copy.owner_connection, "HUB_LOG_LEVEL": "warning",
        "HUB_VAULT_KEYS": str(province_build.settings.vault_keys), "COLUMNS": "200",
    }  # fmt: skip


def hub(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command of the hub."""
    return subprocess.run(
        [sys.executable, "-m", "hub", *arguments], capture_output=True, text=True, check=False, env=environment
    )


@pytest.fixture
def served(environment: dict[str, str]) -> Iterator[tuple[subprocess.Popen[str], httpx.Client]]:
    """`hub serve` with two workers, and a client with a token."""
    settings = Settings.from_environment(environment)
    token = sign(settings, TokenRequest(("CH",), areas=("330211",), courts=("浙0211",), agency="AG330211-B01"))
    process = subprocess.Popen(
        [sys.executable, "-m", "hub", "serve", "--port", "0", "--workers", "2"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, start_new_session=True,
    )  # fmt: skip
    assert process.stdout
    address = process.stdout.readline().split("/graphql")[0]
    wait_until_up(process, address)
    with httpx.Client(base_url=address, headers={"authorization": f"Bearer {token}"}, timeout=20) as client:
        yield process, client
    _kill(process)
    process.communicate()


def _kill(process: subprocess.Popen[str]) -> None:
    """Kill -9 for the server and all its workers."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def names(database: Database) -> list[str]:
    """The names of the operations on record."""
    with database.connect("owner") as connection:
        return [json.loads(text)["name"] for (text,) in connection.execute("select content from audit.entry")]


def test_no_answer_that_left_is_missing_after_kill_9(
    served: tuple[subprocess.Popen[str], httpx.Client], province_copy: Database
) -> None:
    """Eight callers ask two workers, all is killed in the middle: every answer that arrived has its entry."""
    process, client = served
    answered: list[str] = []

    def ask(first: int) -> None:
        for number in range(first, 100_000, 8):
            try:
                answer: Any = client.post("/graphql", json={"query": ASK % number}).json()
            except (httpx.HTTPError, ValueError):
                return
            if answer.get("data"):
                answered.append(f"Q{number}")

    askers = [threading.Thread(target=ask, args=(first,)) for first in range(8)]
    for asker in askers:
        asker.start()
    while len(answered) < 60:
        time.sleep(0.005)
    _kill(process)
    for asker in askers:
        asker.join()

    assert len(answered) >= 60
    assert set(answered) <= set(names(province_copy))


def test_export_and_proof_from_the_shell(
    served: tuple[subprocess.Popen[str], httpx.Client], environment: dict[str, str], tmp_path: Path,
    province_copy: Database,
) -> None:  # fmt: skip
    """Checkpoint, export, verify; then an administrator changes one entry and all hashes behind it, and is found."""
    _, client = served
    data: Any = None
    for number in range(5):
        data = client.post("/graphql", json={"query": ASK % number}).json()["data"]
    subject = data["subjects"]["nodes"][0]["id"]
    _kill(served[0])
    assert "5" in hub(environment, "audit", "checkpoint").stdout
    key = hub(environment, "audit", "key").stdout.strip()
    notes = Path(environment["HUB_DATA_DIR"]) / "audit" / "checkpoints"
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    assert hub(environment, "audit", "export", str(good)).returncode == 0

    told = hub(environment, "audit", "who", subject, "--json")
    assert not told.stderr
    asked = told.stdout.splitlines()
    assert [json.loads(line)["name"] for line in asked] == [f"Q{number}" for number in range(5)]

    checked = json.loads(hub(environment, "audit", "check", "--json").stdout)
    assert checked == {"from": 0, "next": 5, "findings": []}
    part = json.loads(hub(environment, "audit", "check", "--from", "1", "--entries", "2", "--json").stdout)
    assert part == {"from": 1, "next": 3, "findings": []}

    alone = {name: environment[name] for name in ("PATH", "PYTHONPATH", "COLUMNS")}
    proved = hub(alone, "audit", "verify", str(good), str(notes), "--key", key, "--json")
    assert json.loads(proved.stdout) == {"entries": 5, "proved": 5, "findings": []}

    with province_copy.connect("owner") as connection:
        connection.execute("update audit.entry set content = replace(content, '\"CH\"', '\"CP\"') where seq = 2")
    assert hub(environment, "audit", "export", str(bad)).returncode == 0
    found = hub(alone, "audit", "verify", str(bad), str(notes), "--key", key)
    assert (found.returncode, found.stdout.splitlines()[0][:8]) == (22, "entry 2:")
    assert "AUDIT_BROKEN" in found.stderr
    found = hub(environment, "audit", "check")
    assert (found.returncode, found.stdout.splitlines()[0][:8]) == (22, "entry 2:")


def test_the_index_is_checked_and_made_anew_from_the_shell(
    environment: dict[str, str], province_copy: Database
) -> None:
    """A subject taken out of the index: `who` tells of it all the same, `check` fails, `reindex` mends."""
    subject = "00000000-0000-4000-8000-000000000001"
    told: dict[str, Any] = {
        "agency": "A",
        "sub": "s",
        "purpose": None,
        "matter": None,
        "decision": "ANSWERED",
        "levels": {},
    }
    with province_copy.connect("owner") as connection:
        connection.execute("select audit.append(array[%s])", (json.dumps({**told, "subjects": [subject]}),))
        connection.execute("select audit.index_subjects(9)")
        connection.execute("delete from audit.subject")

    assert "A  s  – –  ANSWERED" in hub(environment, "audit", "who", subject).stdout
    assert hub(environment, "audit", "who", subject, "--indexed").stdout == ""
    done = hub(environment, "audit", "check")
    assert (done.returncode, done.stdout[:8], done.stderr[:17]) == (26, "entry 0:", "AUDIT_INDEX_WRONG")
    assert "1 rows added" in hub(environment, "audit", "reindex").stdout
    assert hub(environment, "audit", "check").returncode == 0
    assert hub(environment, "audit", "who", subject, "--indexed").stdout


def test_files_that_prove_nothing_are_refused(environment: dict[str, str], tmp_path: Path) -> None:
    """A key of somebody else, a checkpoint that was cut, a missing file: one sentence, no trace."""
    missing = str(tmp_path / "missing")
    key = hub(environment, "audit", "key").stdout.strip()
    notes = tmp_path / "notes"
    notes.write_text("origin\n3\nAAAA\n")
    for arguments in ([missing, missing, "--key", key], [str(notes), str(notes), "--key", key],
                      [str(notes), str(notes), "--key", "nonsense"]):  # fmt: skip
        done = hub(environment, "audit", "verify", *arguments)
        assert (done.returncode, done.stderr[:15]) == (23, "AUDIT_UNPROVEN:")
        assert "Traceback" not in done.stderr


def test_empty_files_prove_nothing(environment: dict[str, str], province_copy: Database, tmp_path: Path) -> None:
    """An export without checkpoints, checkpoints without entries to prove, two empty files: told, and no success."""
    key = hub(environment, "audit", "key").stdout.strip()
    export, empty = tmp_path / "log.jsonl", tmp_path / "empty"
    with province_copy.connect("owner") as connection:
        connection.execute("select audit.append(array['{}'])")
    assert hub(environment, "audit", "export", str(export)).returncode == 0
    empty.write_text("")
    for files in ((export, empty), (empty, empty)):
        done = hub(environment, "audit", "verify", *map(str, files), "--key", key)
        assert (done.returncode, done.stderr[:15]) == (23, "AUDIT_UNPROVEN:")
