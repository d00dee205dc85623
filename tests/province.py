"""The small synthetic province as a database, loaded through the real loaders once per run.

The first worker that asks builds it; the others wait for a file lock. Two databases come of it: one that tests share
and only read, one that nobody connects to, from which tests that write get copies. Divisions are limited to counties
and pilot towns, and the calendar to recent years, because loading all of either takes longer than all the rest.
"""

from __future__ import annotations

import asyncio
import csv
import datetime
import json
import os
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import sql

import loaders
import schema
from hub.actions import performer
from hub.actions.take_snapshot import take_snapshots
from hub.audit.auditor import Auditor
from hub.audit.log import AccessLog
from hub.caller import Caller
from hub.database import Database, Writer
from hub.locks import file_lock
from hub.query.engine import Engine
from hub.reader import Reader
from hub.settings import Settings
from hub.vault import Vault
from loaders.load import Receipt, load_file
from loaders.synthetic import Size, generate
from loaders.synthetic.regions import REGIONS
from tests.conftest import SHARED, copied, named, note_database

SEED = 1
#: areas whose government bodies are watched in two weekly snapshots
WATCHED = ["330211", "500112"]
#: a representative area and court of the officers that `caller` makes
AREA, COURT = "330211", "浙0211"
_SOURCES = Path(loaders.__path__[0]) / "sources"
_LAW = Path(schema.__path__[0]) / "law"


@dataclass(frozen=True)
class Province:
    """What building the province leaves for every worker of the run."""

    folder: Path

    @property
    def settings(self) -> Settings:
        """Settings whose keys sealed the province's values."""
        return Settings.from_environment({"HUB_DATA_DIR": str(self.folder / "data")})

    @property
    def files(self) -> Path:
        """The generated source files."""
        return self.folder / "files"

    @property
    def names(self) -> tuple[str, str]:
        """(database that tests share and only read, template that nobody connects to)."""
        shared, template = (self.folder / "databases").read_text().split()
        return shared, template

    @property
    def receipts(self) -> list[dict[str, Any]]:
        """What the loaders said of each file, in loading order."""
        found: list[dict[str, Any]] = json.loads((self.folder / "receipts.json").read_text())
        return found


@pytest.fixture(scope="session")
def province_build(server: str, template: str) -> Province:
    """Keys, files and databases of the province; built by the first worker that asks (10 to 20 seconds)."""
    folder = Path(os.environ[SHARED]) / "province"
    with file_lock(folder.with_suffix(".lock")) as lock:
        assert lock.wait_exclusive(240)
        built = Province(folder)
        if not (folder / "databases").exists():
            folder.mkdir()
            _build(server, template, built)
    return built


@pytest.fixture(scope="session")
def province(server: str, province_build: Province) -> Database:
    """The province for reading; shared by all tests of the run, so nothing may be written to it."""
    return Database.at(named(server, province_build.names[0]))


@pytest.fixture
def province_copy(server: str, province_build: Province) -> Iterator[Database]:
    """A copy of the province of this test's own."""
    yield from copied(server, province_build.names[1])


@pytest.fixture(scope="session")
def province_vault(province_build: Province) -> Vault:
    """The vault that sealed the province."""
    return Vault.from_settings(province_build.settings)


@pytest.fixture(scope="session")
def truth(province_build: Province) -> dict[str, Any]:
    """The generator's truth.json."""
    found: dict[str, Any] = json.loads((province_build.files / "truth.json").read_text("utf-8"))
    return found


@pytest.fixture
async def engine(province: Database, province_vault: Vault) -> AsyncIterator[Engine]:
    """An engine over the shared province; a mutation would be refused by the lack of anybody to perform it."""
    async with opened(province, province_vault) as found:
        yield found


@pytest.fixture
async def engine_copy(province_copy: Database, province_vault: Vault) -> AsyncIterator[Engine]:
    """An engine over a copy of the province, with acts that write."""
    async with opened(province_copy, province_vault, audited=True) as found:
        yield found


class opened:  # noqa: N801 -- used as a function: `async with opened(database, vault) as engine`
    """An engine over a database for the length of a block."""

    def __init__(self, database: Database, vault: Vault, *, audited: bool = False) -> None:
        self._reader, self._writer, self._vault = Reader(database), Writer(database), vault
        self._log = AccessLog(database) if audited else None
        self._auditor = Auditor(self._log, vault) if self._log else None

    async def __aenter__(self) -> Engine:
        await self._reader.open()
        return Engine(self._reader, self._vault, performer(self._writer, self._vault), auditor=self._auditor)

    async def __aexit__(self, *_: object) -> None:
        await self._reader.close()
        await self._writer.close()
        if self._log is not None:
            await self._log.close()


class CallerOf(Protocol):
    """`caller("MR", purpose="REGISTRATION", matter="M-1")`: an officer of Zhenhai; see `officer`."""

    def __call__(self, *roles: str, **claims: Any) -> Caller:
        """The caller."""
        ...


@pytest.fixture(scope="session")
def caller() -> CallerOf:
    """Makes verified callers without tokens."""
    return officer


def officer(*roles: str, **claims: Any) -> Caller:
    """A caller with these roles, by default of Zhenhai (area 330211, court 浙0211) and without purpose and matter."""
    given: dict[str, Any] = {
        "issuer": "https://login.example.gov.cn",
        "subject": f"officer-{'-'.join(roles).lower()}",
        "agency": f"AG{AREA}-{roles[0]}01",
        "areas": (AREA,),
        "courts": (COURT,),
        "purpose": None,
        "matter": None,
        "subject_id": None,
        "jti": uuid4().hex,
        "scopes": frozenset({"read", "act"}),
        "expires": 2**33,
        **claims,
    }
    own = given["subject_id"]
    given["subject_id"] = UUID(own) if isinstance(own, str) else own
    return Caller(roles=frozenset(roles), **given)


# --- building ------------------------------------------------------------------------------------------------------


def _build(server: str, template: str, built: Province) -> None:
    shared, copy = f"hub_test_{uuid4().hex[:12]}", f"hub_test_{uuid4().hex[:12]}"
    note_database(shared)
    note_database(copy)
    _run(server, _copy(copy, template))
    database = Database.at(named(server, copy))
    vault = Vault.from_settings(built.settings)
    generate(Size.small, SEED, built.files)
    receipts = [load_file(database, vault, *job) for job in _jobs(built)]
    _snapshots(database)
    with ThreadPoolExecutor(1) as beside:  # pytest-asyncio keeps an event loop in this thread
        beside.submit(asyncio.run, _screen(database, vault, built.files)).result()
    with database.connect("owner") as connection:
        connection.autocommit = True
        connection.execute("vacuum analyze")
    _run(server, _copy(shared, copy))
    (built.folder / "receipts.json").write_text(json.dumps([r.as_json() for r in receipts]))
    (built.folder / "databases").write_text(f"{shared} {copy}")


def _copy(name: str, template: str) -> sql.Composed:
    return sql.SQL("create database {} template {}").format(sql.Identifier(name), sql.Identifier(template))


def _run(server: str, statement: sql.Composed) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement)


def _jobs(built: Province) -> Iterator[tuple[str, Path, str]]:
    """(source, file, mode) in loading order."""
    yield "areas", _limited(built, "areas", "code", _is_wanted_area), "FULL"
    yield "courts", _SOURCES / "courts" / "courts.csv", "FULL"
    yield "calendar", _limited(built, "calendar", "date", lambda day: day >= "2025"), "FULL"
    yield "measures", _LAW / "measures.csv", "FULL"
    for item in json.loads((built.files / "manifest.json").read_text("utf-8")):
        yield item["source"], built.files / item["file"], item["mode"].upper()


@cache
def _pilots() -> tuple[str, ...]:
    return tuple(region.area for region in REGIONS)


def _is_wanted_area(code: str) -> bool:
    return len(code) == 6 or code.startswith(_pilots())


def _limited(built: Province, source: str, column: str, wanted: Callable[[str], bool]) -> Path:
    """The part of a reference file whose `column` is wanted, under its own name."""
    whole, part = _SOURCES / source / f"{source}.csv", built.folder / f"{source}.csv"
    with whole.open(encoding="utf-8", newline="") as lines, part.open("w", encoding="utf-8", newline="") as out:
        rows = csv.DictReader(lines)
        writer = csv.DictWriter(out, rows.fieldnames or ())
        writer.writeheader()
        writer.writerows(row for row in rows if wanted(row[column]))
    return part


def _snapshots(database: Database) -> None:
    """Two weeks of the government-debtor monitor, so that there is something unchanged."""
    with database.connect("owner") as connection:
        for day in (datetime.date(2026, 11, 15), datetime.date(2026, 11, 22)):
            take_snapshots(connection, WATCHED, day)


async def _screen(database: Database, vault: Vault, files: Path) -> None:
    """One screening by the market regulator of Zhenhai and one by a bank: a hit, an honest entry, and nothing."""
    samples = json.loads((files / "truth.json").read_text("utf-8"))["samples"]
    subjects = "{creditCode: $a}, {creditCode: $b}, {creditCode: $c}"
    codes = "$a: CreditCode!, $b: CreditCode!, $c: CreditCode!"
    document = f"""mutation ({codes}, $scenario: String!, $purpose: String!) {{
        screen(input: {{scenario: $scenario, purpose: $purpose, matter: "M-1", subjects: [{subjects}]}}) {{
            screening {{ id }} }} }}"""
    values = [samples[f"{name}_enterprise"]["credit_code"] for name in ("listed", "honest", "clean")]
    variables = dict(zip("abc", values, strict=True))
    async with opened(database, vault) as engine:
        for role, scenario, purpose in (
            ("MR", "CHANGE_LEGAL_REPRESENTATIVE", "REGISTRATION"),
            ("BK", "LOAN_CREDIT", "CREDIT_REVIEW"),
        ):
            given = {**variables, "scenario": scenario, "purpose": purpose}
            await engine.answer(document, None, given, officer(role, purpose=purpose, matter="M-1"))


__all__ = ["AREA", "COURT", "CallerOf", "Province", "Receipt", "officer", "opened"]
