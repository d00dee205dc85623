"""The demonstration as users run it, asked and attacked, and then searched: no table, file or log says an ID number.

`hub demo` makes its own cluster, keys and province in a data directory of its own. Afterwards every table of every
schema is copied out, and every file is read that is left: the cluster's (tables, write-ahead log, its server's log),
keys, checkpoints, the export of the access log, and what the demonstration wrote as errors. What holds numbers on
purpose is what was delivered, `province-small`, and the sample that is printed for pasting.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from hub.china import today
from hub.cluster import Cluster
from hub.database import Database
from hub.settings import Settings
from hub.tokens import TokenRequest, sign
from tests.numbers import Numbers

#: documents with a number where none belongs
MISPLACED = (
    '{ subject(idNumber: "%s") { id } }', '{ subjects(filter: {name: {eq: "%s"}}) { nodes { id } } }',
    '{ cases(after: "%s") { nodes { id } } }', '{ areas(filter: {code: {eq: "%s"}}) { nodes { id } } }',
    'mutation { reportFeedback(input: {hitId: "%s", outcome: WARNED, actedOn: "2026-01-01"}) { __typename } }',
    "{ f%s }", "query q%s { __typename }",
)  # fmt: skip
#: seconds that the demonstration may take to be ready on a busy machine
PATIENCE = 900
#: seconds within which a checkpoint has been signed
CHECKPOINT = 120
#: tables that must hold something, so that the search is one
LIVED = ("public.subject", "public.quarantine_row", "public.screening_hit", "public.feedback", "audit.entry_0",
         "audit.subject", "budget.officer_miss", "budget.day", "budget.day_subject")  # fmt: skip
LOOKUP = "query ($n: IdNumber, $m: String) { subject(idNumber: $n, name: $m) { id ... on NaturalPerson { %s } } }"
REFERENCE = "query ($r: [SubjectReference!]!) { subjectsByReference(references: $r) { id } }"
NAMES = "subjects(first: 5) { nodes { ... on NaturalPerson { name } } }"
SCREEN = """mutation ($input: ScreenInput!) { screen(input: $input) { screening { id items(first: 5) { nodes { outcome
    hits(first: 5) { nodes { id subject { ... on NaturalPerson { name idNumber } } } } } } } } }"""
FEEDBACK = "mutation ($input: ReportFeedbackInput!) { reportFeedback(input: $input) { feedback { id } } }"


@dataclass(frozen=True)
class Left:
    """What a demonstration has left: its data directory, what it wrote as errors, and how its answers ended."""

    folder: Path
    errors: bytes
    endings: dict[str, list[int]]

    @property
    def files(self) -> Path:
        """The delivered files."""
        return self.folder / "province-small"


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    """A demonstration that was run, asked and stopped."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    folder.parent.chmod(0o711)
    errors: list[bytes] = []
    with demonstrating(folder, errors) as url:
        samples = json.loads((folder / "province-small" / "truth.json").read_text("utf-8"))["samples"]
        endings = Traffic(url, Settings.from_environment({"HUB_DATA_DIR": str(folder)}), samples["listed_person"]).run()
        for _ in range(CHECKPOINT):
            if (folder / "audit" / "checkpoints").exists():
                break
            time.sleep(1)
    return Left(folder, b"".join(errors), endings)


@contextmanager
def demonstrating(folder: Path, errors: list[bytes]) -> Iterator[str]:
    """`hub demo --size small` until the block ends; gives its address."""
    env = {"HUB_DATA_DIR": str(folder), "HUB_PORT": "0", "HUB_LOG_LEVEL": "debug", "PATH": os.environ["PATH"],
           "PYTHONUNBUFFERED": "1"}  # fmt: skip
    command = [sys.executable, "-m", "hub", "demo", "--size", "small"]
    process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    shown: list[bytes] = []
    ready = threading.Event()
    streams = ((process.stdout, shown), (process.stderr, errors))
    readers = [threading.Thread(target=_read, args=(*each, ready)) for each in streams]
    for reader in readers:
        reader.start()
    try:
        assert ready.wait(PATIENCE), b"".join([*shown, *errors]).decode()
        address = re.search(rb"POST (http://[\d.]+:\d+)/graphql", b"".join(shown))
        assert address
        yield address[1].decode()
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)
        for reader in readers:
            reader.join(20)
        process.stdout.close()
        process.stderr.close()


def _read(stream: Any, into: list[bytes], ready: threading.Event) -> None:
    for line in stream:
        into.append(line)
        if b"Ctrl-C" in line:
            ready.set()


class Traffic:
    """A day's requests: look-ups by number that hit, miss and are refused, acts, faults, forged tokens."""

    def __init__(self, url: str, settings: Settings, person: dict[str, str]) -> None:
        self._url, self._settings = url, settings
        self._number, self._name = person["id_number"], person["name"]
        self._endings: dict[str, list[int]] = {}

    def run(self) -> dict[str, list[int]]:
        """Ask it all; the status of each answer by what was asked."""
        with httpx.Client(base_url=self._url, timeout=60) as client:
            self._client = client
            for role in ("CE", "CH", "CP", "MR", "FI", "BK", "PU", "AU", "SA", "TL"):
                token = self._token(role)
                self._look(token)
            self._act()
            self._wrong()
            self._post("number as name of an operation", f"query q{self._number} {{ {NAMES} }}", self._token("MR"))
        return self._endings

    def _token(self, role: str, **claims: Any) -> str:
        request = TokenRequest(
            roles=(role,), areas=("330211",), courts=("浙0211",), agency=f"AG330211-{role}01", **claims
        )
        return sign(self._settings, request)

    def _post(self, what: str, query: str, token: str, variables: dict[str, Any] | None = None) -> Any:
        given = {"authorization": f"Bearer {token}", "accept": "application/graphql-response+json"}
        answer = self._client.post("/graphql", json={"query": query, "variables": variables}, headers=given)
        self._endings.setdefault(what, []).append(answer.status_code)
        return answer.json()

    def _look(self, token: str) -> None:
        wrong = self._number[:-1] + ("0" if self._number[-1] != "0" else "1")
        for what, number, name in (
            ("hit", self._number, self._name), ("other name", self._number, "示例"), ("no number", wrong, self._name),
            ("spelt", f"{self._number[:6]} {self._number[6:14]} {self._number[14:]}", self._name),
        ):  # fmt: skip
            for fields in ("name", "idNumber name birthDate", "phone address"):
                self._post(what, LOOKUP % fields, token, {"n": number, "m": name})
        references = [{"person": {"idNumber": self._number, "name": self._name}}]
        self._post("reference", REFERENCE, token, {"r": references})
        self._post("page", "{ subjects(first: 50) { nodes { id ... on NaturalPerson { name idNumber } } } }", token)

    def _act(self) -> None:
        token = self._token("FI", scope="read act")
        given = {"scenario": "PUBLIC_PROCUREMENT", "purpose": "PROCUREMENT_REVIEW", "matter": "示例-1",
                 "subjects": [{"idNumber": self._number, "name": self._name}]}  # fmt: skip
        answer = self._post("screen", SCREEN, token, {"input": given})
        for hit in re.findall(r'"hits": ?\{"nodes": ?\[\{"id": ?"([^"]+)"', json.dumps(answer)):
            note = {"hitId": hit, "outcome": "WRONG_MATCH", "actedOn": str(today())}
            self._post("feedback", FEEDBACK, token, {"input": note})
            self._post("number in a note", FEEDBACK, token, {"input": {**note, "note": f"见 {self._number}"}})
        self._post("number as matter", SCREEN, token, {"input": {**given, "matter": self._number}})

    def _wrong(self) -> None:
        """Numbers wherever they do not belong, and tokens that were never signed or say numbers."""
        token = self._token("MR", purpose="REGISTRATION", matter="M-1")
        for query in MISPLACED:
            self._post("misplaced", query % self._number, token)
        matters = [self._token("MR", matter=self._number), self._token("FI", matter=f"案{self._number}号")]
        for forged in (self._number, f"{self._number}.{self._number}.{self._number}", token[:-4] + "AAAA", *matters):
            self._post("token", LOOKUP % "idNumber", forged, {"n": self._number, "m": self._name})
        for path in (f"/{self._number}", f"/graphql?query={self._number}", f"/graphiql/{self._number}"):
            self._client.get(path)


@pytest.fixture(scope="module")
def numbers(left: Left) -> Numbers:
    """Every number that was delivered."""
    return Numbers.of_files(left.files)


@pytest.fixture(scope="module")
def database(left: Left) -> Iterator[Database]:
    """The demonstration's cluster, started once more."""
    with Cluster(left.folder) as cluster:
        yield Database.at(cluster.conninfo)


def test_a_day_was_lived(left: Left, numbers: Numbers) -> None:
    """Numbers were looked up, hit, missed and refused; people were screened and reported on; forgers were sent away."""
    ended = {what: set(found) for what, found in left.endings.items()}

    assert {200, 403} <= ended["hit"]
    assert ended["screen"] == ended["feedback"] == {200}
    assert ended["number in a note"] == ended["number as matter"] == {400}
    assert 401 in ended["token"]
    assert not {code for codes in ended.values() for code in codes if code >= 500}
    assert len(numbers.heads) > 300


def test_no_table_of_any_schema_holds_a_number(database: Database, numbers: Numbers) -> None:
    """Each as its owner copies it out, with the planner's statistics; those that the day wrote to are not empty."""
    with database.connect("owner") as connection:
        tables = [f"{schema}.{name}" for schema, name in connection.execute(
            "select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            " where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema')")
        ]  # fmt: skip
        held = {}
        for table in [
            *tables,
            "(select * from pg_stats)",
            "(select * from pg_stat_activity)",
            "(select * from pg_class)",
        ]:
            with connection.cursor().copy(f"copy {table} to stdout".encode()) as rows:
                content = b"".join(bytes(row) for row in rows)
            held[table] = len(content)
            assert numbers.in_(content) == set(), table
    assert [table for table in LIVED if not held[table]] == []


def test_no_log_holds_a_number(left: Left, numbers: Numbers, database: Database, tmp_path: Path) -> None:
    """What the server wrote at its most talkative, and the access log as it is handed to auditors."""
    assert b"Application startup complete" in left.errors
    assert numbers.in_(left.errors) == set()
    path = tmp_path / "log.jsonl"
    command = [sys.executable, "-m", "hub", "audit", "export", str(path)]
    env = {"HUB_DATA_DIR": str(left.folder), "PATH": os.environ["PATH"]}
    subprocess.run(command, env=env, check=True, capture_output=True)

    assert path.stat().st_size > 10_000
    assert numbers.in_(path.read_bytes()) == set()


def test_no_file_holds_a_number(left: Left, numbers: Numbers, database: Database) -> None:
    """The whole data directory but what was delivered: tables and write-ahead log, server logs, keys, checkpoints."""
    with database.connect("owner") as connection:
        connection.autocommit = True
        connection.execute("checkpoint")
    files = [path for path in left.folder.rglob("*") if path.is_file() and left.files not in path.parents]
    kinds = {path.relative_to(left.folder).parts[0] for path in files}

    assert {"audit", "keys", "postgres"} <= kinds
    assert any("pg_wal" in path.parts for path in files)
    for path in files:
        try:
            content = path.read_bytes()
        except FileNotFoundError:  # PostgreSQL writes some of its files anew now and then
            continue
        assert numbers.plain_in(content) == set(), path
        assert numbers.cut_in(content) == set(), path
        if path.stat().st_size < 2**20 and "base" not in path.parts:  # text that could be in any disguise
            assert numbers.in_(content) == set(), path
