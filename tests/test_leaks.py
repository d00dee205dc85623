"""No full ID number stays readable anywhere: database, its files, quarantine, keys, logs, refusals.

The numbers are those of the generated source files; the search looks at them plain, spelt in other ways, in hexadecimal
and base64, backwards, and as unkeyed digests, since the space of ID numbers is small enough to try them all.
"""

from __future__ import annotations

import base64
import hashlib
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
from openpyxl import load_workbook

from hub.actions.acting import today
from hub.database import Database
from hub.settings import Settings
from hub.tokens import TokenRequest, sign
from schema.identifiers import is_registration_number, upgrade_id_number
from tests.conftest import SHARED, copied
from tests.province import Province

#: the shape of an ID number, whatever its check digit: quarantined rows hold wrong ones
_SHAPE = re.compile(rb"(?<!\d)[1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)")
_OLD = re.compile(rb"(?<!\d)[1-8]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)")
_FULL_WIDTH = str.maketrans({chr(digit + 0xFEE0): chr(digit) for digit in range(0x30, 0x3A)} | {"Ｘ": "X", "ｘ": "X"})
#: blanks and hyphens between the parts of a number
_GAPS = re.compile(rb"(?<=\d)(?:[ \-]|\xe3\x80\x80)(?=[\dXx])")
_RUN = re.compile(rb"\d{15,}")
_HEX = re.compile(rb"[0-9A-Fa-f]{30,}")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{20,}")


@dataclass(frozen=True)
class Numbers:
    """What must not be found: first 17 digits of new numbers, whole old ones, digests of whole new ones."""

    heads: frozenset[bytes]
    old: frozenset[bytes]
    digests: frozenset[bytes]

    @classmethod
    def of(cls, whole: Iterable[bytes], old: Iterable[bytes]) -> Numbers:
        """The numbers; old ones of fifteen digits count in their new form, too."""
        found = {number.upper() for number in whole} | {upgrade_id_number(number.decode()).encode() for number in old}
        makers = (hashlib.md5, hashlib.sha1, hashlib.sha256)
        digests = {make(number).hexdigest().encode() for number in found for make in makers}
        return cls(frozenset(number[:17] for number in found), frozenset(old), frozenset(digests))

    def in_(self, content: bytes) -> set[bytes]:
        """Those that can be read out of `content`."""
        found = self._digits(content)
        for token in set(_HEX.findall(content)):
            lower = token.lower()
            found |= {lower[:size] for size in (32, 40, 64)} & self.digests
            for shift in (0, 1):
                even = lower[shift : len(lower) - (len(lower) - shift) % 2]
                found |= self._digits(bytes.fromhex(even.decode()))
        for token in {token for token in _BASE64.findall(content) if not _HEX.fullmatch(token)}:
            for shift in range(4):
                piece = token[shift : shift + (len(token) - shift) // 4 * 4].translate(bytes.maketrans(b"-_", b"+/"))
                found |= self._digits(base64.b64decode(piece))
        return found

    def _digits(self, content: bytes) -> set[bytes]:
        return self.plain_in(content) | self.plain_in(_GAPS.sub(b"", content))

    def plain_in(self, content: bytes) -> set[bytes]:
        """Those that stand in `content` digit by digit, forwards or backwards."""
        runs = set(_RUN.findall(content))
        return {
            window
            for run in (*runs, *(run[::-1] for run in runs))
            for size, wanted in ((17, self.heads), (15, self.old))
            for at in range(len(run) - size + 1)
            if (window := run[at : at + size]) in wanted
        }


def source_text(path: Path) -> bytes:
    """The text of a source file in UTF-8, full-width digits made plain."""
    if path.suffix == ".xlsx":
        book = load_workbook(path, read_only=True)
        text = "\n".join(
            str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell
        )
        book.close()
    else:
        content = path.read_bytes()
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            text = content.decode("gb18030")
    return text.translate(_FULL_WIDTH).encode()


@pytest.fixture(scope="module")
def numbers(province_build: Province) -> Numbers:
    """Every ID number of the source files and of truth.json."""
    whole: set[bytes] = set()
    old: set[bytes] = set()
    for path in sorted(province_build.files.rglob("*")):
        if path.is_file():
            text = source_text(path)
            for spelt in (text, _GAPS.sub(b"", text)):
                whole |= set(_SHAPE.findall(spelt))
                old |= {found for found in _OLD.findall(spelt) if not is_registration_number(found.decode())}
    return Numbers.of(whole, old)


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
    assert numbers.in_(b"\\x" + min(numbers.digests) + b"00") == {min(numbers.digests)}
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
