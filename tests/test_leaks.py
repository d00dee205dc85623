"""No full ID number stays readable anywhere: database, its files, quarantine, keys, logs, refusals.

The numbers are those of the generated source files; `tests.numbers` says in which disguises they are looked for.
"""

from __future__ import annotations

import base64
import json
import os
import random
import re
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from hub.china import today
from hub.database import Database
from hub.settings import Settings
from hub.tokens import TokenRequest, sign
from tests.conftest import SHARED, copied
from tests.numbers import Numbers, source_text
from tests.province import Province


@pytest.fixture(scope="module")
def numbers(province_build: Province) -> Numbers:
    """Every ID number of the source files and of truth.json."""
    return Numbers.of_files(province_build.files)


@pytest.fixture(scope="module")
def lived(server: str, province_build: Province) -> Iterator[Lived]:
    """A province over which a hub has been served, asked and attacked."""
    with contextmanager(copied)(server, province_build.names[1]) as database:
        with served(database, province_build) as (url, log):
            answers = list(fuzz(url, province_build, database))
        yield Lived(database, b"".join(log), answers)


@dataclass(frozen=True)
class Lived:
    """What is left of a day: the database, what the server wrote on its two streams, and the answers it gave."""

    database: Database
    log: bytes
    answers: list[httpx.Response]


@contextmanager
def served(database: Database, province: Province) -> Iterator[tuple[str, list[bytes]]]:
    """`hub serve`, logging as much as it can."""
    sign(province.settings, TokenRequest(roles=("PU",)))
    env = {"HUB_DATABASE_URL": database.owner_connection, "HUB_DATA_DIR": str(province.settings.data_dir),
           "HUB_LOG_LEVEL": "debug", "PATH": os.environ["PATH"], "PYTHONUNBUFFERED": "1"}  # fmt: skip
    command = [sys.executable, "-m", "hub", "serve", "--port", "0"]
    process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert process.stdout
    log: list[bytes] = []
    found = threading.Event()

    def read(lines: Iterable[bytes]) -> None:
        for line in lines:
            log.append(line)
            if re.search(rb"http://[\d.]+:\d+", line):
                found.set()

    reader = threading.Thread(target=read, args=(process.stdout,))
    reader.start()
    try:
        assert found.wait(20), b"".join(log).decode()
        address = re.search(rb"http://[\d.]+:\d+", b"".join(log))
        assert address
        yield address[0].decode(), log
    finally:
        process.terminate()
        process.wait(20)
        reader.join(20)
        process.stdout.close()


#: places where a number may be put; %n the number, %m a name
DOCUMENTS = (
    '{ subject(idNumber: "%n", name: "%m") { id } }',
    '{ subject(idNumber: "%n", name: "%m") { ... on NaturalPerson { idNumber } } }',
    '{ subject(idNumber: "%n") { id } }',
    '{ subject(idNumber: "%n", name: "%m", creditCode: "%n") { id } }',
    '{ subjects(filter: {name: {eq: "%n"}}) { nodes { id } } }',
    '{ subjects(filter: {idNumber: {eq: "%n"}}) { nodes { id } } }',
    '{ subjects(after: "%n") { nodes { id } } }',
    '{ listings(filter: {caseNumber: {startsWith: "%n"}}) { nodes { id } } }',
    '{ cases(filter: {caseNumber: {eq: "%n"}}) { nodes { id } } }',
    '{ areas(filter: {code: {eq: "%n"}}) { nodes { code } } }',
    "{ f%n }", "query q%n { __typename }", "query($v%n: Int) { __typename }", "%n", '"%n"',
    "{ areas(first: %d) { nodes { code } } }",
    'mutation { screen(input: {scenario: "%n", purpose: "%n", matter: "%n", subjects: []}) { screening { id } } }',
    """mutation { screen(input: {scenario: "PUBLIC_PROCUREMENT", purpose: "PROCUREMENT_REVIEW", matter: "示例%n",
        subjects: [{idNumber: "%n", name: "%m"}]}) { screening { id } } }""",
    """mutation { screen(input: {scenario: "PUBLIC_PROCUREMENT", purpose: "PROCUREMENT_REVIEW", matter: "示例-1",
        subjects: [{idNumber: "%n", name: "%m"}]}) { screening { id items { nodes { outcome hits { nodes { id
        subject { ... on NaturalPerson { idNumber name } } } } } } } } }""",
    """mutation { reportFeedback(input: {hitId: "%n", outcome: WARNED, measureCode: "%n", actedOn: "%t", note: "%n"})
        { feedback { id } } }""",
)  # fmt: skip


def fuzz(url: str, province: Province, database: Database) -> Iterator[httpx.Response]:
    """Requests of roles that see masked numbers only, with whole numbers in every place."""
    person = json.loads((province.files / "truth.json").read_text("utf-8"))["samples"]["listed_person"]
    number, name = person["id_number"], person["name"]
    dice = random.Random(7)
    wrong = number[:-1] + ("0" if number[-1] != "0" else "1")
    tokens = [sign(province.settings, TokenRequest(roles=(role,))) for role in ("FI", "BK", "PU", "MR")]
    waiting = httpx.HTTPTransport(retries=8)  # the address is told before it is listened on
    with httpx.Client(base_url=url, timeout=20, transport=waiting) as client:

        def post(content: bytes, token: str, **headers: str) -> httpx.Response:
            given = {"content-type": "application/json", "authorization": f"Bearer {token}", **headers}
            return client.post("/graphql", content=content, headers=given)

        for document in DOCUMENTS:
            for shown in (number, wrong, number.lower() + "x", " ".join((number[:6], number[6:14], number[14:]))):
                digits = re.sub(r"\D", "", shown)[:17]
                filled = (
                    document.replace("%n", shown).replace("%m", name).replace("%d", digits).replace("%t", str(today()))
                )
                yield post(json.dumps({"query": filled}).encode(), dice.choice(tokens))
        variables: list[Any] = [{"n": number}, {"n": [number]}, {"n": int(number[:17])}, {number: 1}, number, [number]]
        for given in variables:
            body = {"query": "query($n: IdNumber!) { subject(idNumber: $n, name: 1) { id } }", "variables": given}
            yield post(json.dumps(body).encode(), tokens[0])
        yield post(json.dumps({"query": "{__typename}", "operationName": number}).encode(), tokens[0])
        for raw in (
            number,
            f'"{number}',
            f'{{"query": {number}}}',
            f'{{"{number}": 1, "{number}": 2}}',
            f"\ud7ff{number}",
        ):
            yield post(raw.encode(), tokens[0])
        yield post(b"{}", number)
        yield post(number.encode(), f"{number}.{number}.{number}")
        yield client.get(f"/graphql?query={{subject(idNumber:%22{number}%22){{id}}}}")
        yield client.get(f"/{number}")
        yield client.get(f"/graphiql/{number}")
        with database.connect("owner") as connection:
            connection.execute("alter table screening_hit add constraint never check (false) not valid")
        yield post(json.dumps({"query": DOCUMENTS[-2].replace("%n", number).replace("%m", name)}).encode(), tokens[0])


def test_the_search_finds_what_it_looks_for(numbers: Numbers) -> None:
    """Plain, spaced, in hexadecimal and base64 at any offset, backwards and digested; and not what is no number."""
    head = min(numbers.heads)
    for form in (
        head, b"a" + head + b"X", head[:6] + b" " + head[6:14] + b"-" + head[14:], head.hex().encode(), head[::-1],
        b"f" + head.hex().upper().encode() + b"0", *(base64.b64encode(b"x" * n + head + b"12") for n in range(4)),
    ):  # fmt: skip
        assert numbers.in_(b"?" + form + b"?") == {head}, form
    for digest in sorted(numbers.digests)[:20]:
        assert numbers.in_(b"\\x" + digest + b"00") == {digest}
        assert numbers.in_(base64.b64encode(bytes.fromhex(digest.decode()))) == {digest}
    hidden = min(numbers.hidden)
    for form in (hidden, hidden[::-1], hidden + b"\t" + b"015X", hidden.hex().encode()):
        assert numbers.in_(b"?" + form + b"?") == {hidden}, form
    assert len(numbers.digests) > 3000
    assert numbers.in_(head[:16] + b"*") == set()


def test_there_is_something_to_look_for(numbers: Numbers, province_build: Province) -> None:
    """Hundreds of numbers, old ones among them, are in the files: the search is not empty."""
    assert len(numbers.heads) > 300
    assert numbers.old
    found = [path for path in province_build.files.rglob("*") if path.is_file() and numbers.in_(source_text(path))]
    assert len(found) > 5


def test_no_table_holds_a_readable_number(lived: Lived, numbers: Numbers) -> None:
    """Every table as its owner copies it out, quarantine and batches included, and the planner's statistics."""
    with lived.database.connect("owner") as connection:
        tables = [name for (name,) in connection.execute("select tablename from pg_tables where schemaname = 'public'")]
        for table in [*tables, "(select * from pg_stats where schemaname = 'public')"]:
            with connection.cursor().copy(f"copy {table} to stdout".encode()) as rows:
                content = b"".join(bytes(row) for row in rows)
            assert numbers.in_(content) == set(), table
            assert table not in ("subject", "quarantine_row", "screening", "batch") or content


def test_no_log_holds_a_readable_number(lived: Lived, numbers: Numbers) -> None:
    """The server at its most talkative level, after good requests, refusals and a fault of the database."""
    assert b"request " in lived.log
    assert numbers.in_(lived.log) == set()
    assert "张甲子".encode() not in lived.log


def test_no_refusal_holds_a_number(lived: Lived, numbers: Numbers) -> None:
    """What was sent in a wrong place never comes back, and nothing ends in a 5xx but the fault made on purpose."""
    assert [answer.status_code for answer in lived.answers if answer.status_code >= 500] == [500]
    for answer in lived.answers:
        headers = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
        assert numbers.in_(answer.content + headers.encode()) == set(), answer.text
        assert "Traceback" not in answer.text


def test_masked_answers_were_among_them(lived: Lived) -> None:
    """The attack was no row of empty refusals: some answers showed the person, starred."""
    shown = [answer for answer in lived.answers if "*" * 14 in answer.text and "errors" not in answer.json()]

    assert shown


def test_no_file_of_the_hub_holds_a_readable_number(lived: Lived, numbers: Numbers, province_build: Province) -> None:
    """Keys and notes of the data directory, and of the embedded server every file that the province reached."""
    with lived.database.connect("owner") as connection:
        connection.autocommit = True
        connection.execute("checkpoint")
        row = connection.execute("select oid from pg_database where datname = current_database()").fetchone()
    assert row
    cluster = Path(os.environ[SHARED]) / "postgres"
    folders = [province_build.settings.data_dir, cluster / "base" / str(row[0]), cluster / "pg_wal"]
    files = [path for folder in folders if folder.exists() for path in folder.rglob("*") if path.is_file()]
    files += [path for path in (cluster / "server.log",) if path.exists()]
    assert files
    for path in files:
        assert numbers.plain_in(path.read_bytes()) == set(), path


def test_development_settings_are_the_provinces(province_build: Province) -> None:
    """The search looks into the directory where the keys really are."""
    assert isinstance(province_build.settings, Settings)
    assert (province_build.settings.data_dir / "keys").is_dir()
