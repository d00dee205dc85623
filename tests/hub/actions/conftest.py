"""A small world for acts: subjects in each state that a screening must tell apart, and officers who ask about them."""

from __future__ import annotations

import csv
import datetime
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import schema
from hub.caller import Caller
from hub.china import today
from hub.database import Database
from hub.query.engine import Engine
from hub.settings import Settings
from hub.vault import Vault
from schema.identifiers import credit_code_check_digit, id_number_check_digit, masked_pattern
from tests.conftest import copied
from tests.hub.actions.registry import Registry
from tests.province import officer, opened

DAY = datetime.timedelta(1)
SCREEN = """mutation($input: ScreenInput!) { screen(input: $input) { screening {
    id agencyCode officer scenario purpose matter policyVersion
    items(first: 100, orderBy: [{field: ORDINAL}]) { nodes { ordinal outcome hits(first: 20) { nodes {
    id outcome listingKind measureCodes } } } } } } }"""
FEEDBACK = """mutation($input: ReportFeedbackInput!) { reportFeedback(input: $input) { feedback {
    id agencyCode measureCode outcome actedOn note } } }"""


def number_of(sequence: int, county: str = "330299") -> str:
    """An ID number of nobody: the county does not exist."""
    born = datetime.date(1985, 1, 1) + datetime.timedelta(sequence // 1000)
    head = f"{county}{born:%Y%m%d}{sequence % 1000:03d}"
    return head + id_number_check_digit(head)


def code_of(sequence: int, prefix: str = "91") -> str:
    """A credit code of nobody."""
    head = f"{prefix}330299XX{sequence:07d}"[:17]
    return head + credit_code_check_digit(head)


class World(Registry):
    """Subjects with identifiers, the measures of the law, and the way to ask."""

    def __init__(self, database: Database, vault: Vault) -> None:
        super().__init__(database)
        self.vault = vault
        self._number = 0
        for row in csv.DictReader(Path(schema.__path__[0], "law", "measures.csv").read_text("utf-8").splitlines()):
            self.measure(row["code"], row["target_kind"], row["triggers"].split(";"), row["scenarios"].split(";"),
                         row["executing_roles"].split(";"))  # fmt: skip

    def measure(self, code: str, target: str, triggers: list[str], scenarios: list[str], roles: list[str],
                **dates: Any) -> None:  # fmt: skip
        """A measure of the catalogue."""
        given = {"code": code, "name": code, "kind": "1", "target_kind": target, "triggers": triggers,
                 "scenarios": scenarios, "executing_roles": roles, "mode": "PROMPT", "is_confirmed": True,
                 "review_required": False}  # fmt: skip
        self.insert("measure", **given, **dates)

    def unit(self, kind: str = "ENTERPRISE", area: str = "330211", **values: Any) -> tuple[str, dict[str, str]]:
        """An organisation; (id, what to ask)."""
        self._number += 1
        code = code_of(self._number, "11" if kind == "GOVERNMENT_BODY" else "91")
        known = self.insert(
            "subject", kind=kind, name=f"示例单位{self._number}", area_code=area, credit_code=code, **values
        )
        self._identify(known, "CREDIT_CODE", code)
        return known, {"creditCode": code}

    def person(self, name: str = "示例某", area: str = "330211") -> tuple[str, dict[str, str]]:
        """A person whose whole number is known; (id, what to ask)."""
        self._number += 1
        number = number_of(self._number)
        masked, sealed = "*" * 14 + number[-4:], self.vault.seal("id_number", number)
        known = self.insert("subject", kind="NATURAL_PERSON", name=name, area_code=area, is_provisional=False,
                            id_number_masked=masked, id_number_sealed=sealed)  # fmt: skip
        self._identify(known, "ID_NUMBER", self.vault.blind("id_number", number).hex())
        return known, {"idNumber": number, "name": name}

    def masked_person(self, name: str, head: int, tail: int) -> tuple[str, dict[str, str]]:
        """A person whom a source names by some leading and trailing digits only; (id, the whole number that fits)."""
        self._number += 1
        number = number_of(self._number)
        return self.provisional(name, number[:head], number[18 - tail :]), {"idNumber": number, "name": name}

    def provisional(self, name: str, head: str, tail: str) -> str:
        """A person known by these digits only; returns the id."""
        pattern = self.vault.blind("id_number_pattern", masked_pattern(head, tail)).hex()
        return self.insert("subject", kind="NATURAL_PERSON", name=name, area_code="330211", is_provisional=True,
                           id_number_pattern=pattern)  # fmt: skip

    def enlist(self, subject: str, kind: str = "SX", **values: Any) -> str:
        """A published entry on a list; returns its id."""
        self._number += 1
        found = self.connection.execute("select kind from subject where id = %s", (subject,)).fetchone()
        assert found
        return self.listing(subject, self._number, kind=kind, subject_kind=found[0], **values)

    def honour(self, subject: str, kind: str = "ENTERPRISE", **values: Any) -> str:
        """An entry on the honest-performance list."""
        given = {"batch_number": "2026-1", "listed_on": today() - DAY, **values}
        return self.insert("honest_listing", subject_id=subject, subject_kind=kind, **given)

    def count(self, *tables: str) -> list[int]:
        """Rows of each table."""
        found = []
        for table in tables:
            row = self.connection.execute(f"select count(*) from {table}".encode()).fetchone()
            assert row
            found.append(row[0])
        return found

    def _identify(self, subject: str, kind: str, value: str) -> None:
        self.connection.execute(
            "insert into subject_identifier (kind, value, subject_id, batch_id) values (%s, %s, %s, gen_random_uuid())",
            (kind, value, subject),
        )


@pytest.fixture(scope="module")
def world(server: str, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The world of a test module; tests add to it and never count on being alone in it."""
    settings = Settings.from_environment({"HUB_DATA_DIR": str(tmp_path_factory.mktemp("data"))})
    with contextmanager(copied)(server, template) as database:
        found = World(database, Vault.from_settings(settings))
        yield found
        found.connection.close()


class Desk:
    """Where officers ask: an engine over the world."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    async def ask(self, query: str, caller: Caller, **variables: Any) -> dict[str, Any]:
        """`data` of the answer."""
        answer: dict[str, Any] = json.loads(await self.engine.answer(query, None, variables, caller))["data"]
        return answer

    async def screen(self, caller: Caller, *subjects: dict[str, str], scenario: str = "PUBLIC_PROCUREMENT",
                     purpose: str = "PROCUREMENT_REVIEW", matter: str = "示例-1") -> list[dict[str, Any]]:  # fmt: skip
        """One (outcome, hits) for each subject, in the order asked."""
        given = {"scenario": scenario, "purpose": purpose, "matter": matter, "subjects": list(subjects)}
        items = (await self.ask(SCREEN, caller, input=given))["screen"]["screening"]["items"]["nodes"]
        assert [item["ordinal"] for item in items] == list(range(1, len(subjects) + 1))
        return [{"outcome": item["outcome"], "hits": item["hits"]["nodes"]} for item in items]


@pytest.fixture
async def desk(world: World) -> Any:
    """A desk over the module's world."""
    async with opened(world.database, world.vault) as engine:
        yield Desk(engine)


FINANCE = officer("FI")
