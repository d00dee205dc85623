"""Pairs: two askings that may not be told apart, in a small world with the whole hub behind it: budgets, log, floors.

Answers are compared as bytes, refusals with their status; what differs by nature (ids, instants) is not selected.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import pytest

from hub.actions import performer
from hub.audit.auditor import Auditor
from hub.audit.log import AccessLog
from hub.budgets.door import Door
from hub.budgets.misses import Misses
from hub.caller import Caller
from hub.database import Writer
from hub.errors import HubError
from hub.query.answer import refused
from hub.query.engine import Engine
from hub.reader import Reader
from hub.settings import Settings
from hub.vault import Vault
from tests.conftest import copied
from tests.hub.actions.conftest import World, number_of
from tests.province import officer

LOOK_UP = """query ($n: IdNumber!, $m: String!) { subject(idNumber: $n, name: $m) {
    __typename name ... on NaturalPerson { idNumber } } }"""
SCREEN = """mutation ($input: ScreenInput!) { screen(input: $input) { screening { scenario items { nodes {
    ordinal outcome hits { totalCount nodes { outcome listingKind measureCodes instruction { act isListed } } }
    } } } } }"""


def somebody(*roles: str, **claims: Any) -> Caller:
    """An officer and an agency that nobody has heard of."""
    return officer(*roles, **{"subject": uuid4().hex, "agency": uuid4().hex, **claims})


def nobody(sequence: int, name: str = "示例无") -> dict[str, str]:
    """Whom no world of these tests knows."""
    return {"idNumber": number_of(900_000 + sequence), "name": name}


class Counter:
    """Where officers ask in a small world."""

    def __init__(self, world: World, engine: Engine) -> None:
        self.world, self.engine = world, engine

    async def told(self, caller: Caller, query: str, **variables: Any) -> bytes:
        """What a caller is told, a refusal with its status in front."""
        try:
            return await self.engine.answer(query, None, variables, caller)
        except HubError as error:
            return b"%d %b" % (error.status, refused(error))

    async def look_up(self, caller: Caller, person: dict[str, str]) -> bytes:
        """An exact look-up."""
        return await self.told(caller, LOOK_UP, n=person["idNumber"], m=person["name"])

    async def screen(self, caller: Caller, *subjects: dict[str, str], **changes: Any) -> bytes:
        """A screening by a finance officer's scenario."""
        given = {"scenario": "PUBLIC_PROCUREMENT", "purpose": "PROCUREMENT_REVIEW", "matter": "示例-1",
                 "subjects": list(subjects), **changes}  # fmt: skip
        return await self.told(caller, SCREEN, input=given)

    def charged(self, caller: Caller) -> tuple[int, int]:
        """Misses that stand against the officer and against the agency."""
        connection = self.world.connection
        mine = connection.execute("select cardinality(charged) from budget.officer_miss where issuer = %s and"
                                  " subject = %s", [caller.issuer, caller.subject]).fetchone()  # fmt: skip
        ours = connection.execute(
            "select charged from budget.agency_miss where agency = %s", [caller.agency]
        ).fetchone()
        return (mine or (0,))[0], (ours or (0,))[0]

    def logged(self, caller: Caller) -> list[dict[str, Any]]:
        """The entries of the access log about a caller, in order."""
        query = "select content from audit.entry where content::json->>'agency' = %s order by seq"
        return [json.loads(text) for (text,) in self.world.connection.execute(query, [caller.agency]).fetchall()]


@pytest.fixture(scope="module")
def place(server: str, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The world of a module; tests add people of their own."""
    settings = Settings.from_environment({"HUB_DATA_DIR": str(tmp_path_factory.mktemp("data"))})
    with contextmanager(copied)(server, template) as database:
        found = World(database, Vault.from_settings(settings))
        yield found
        found.connection.close()


@pytest.fixture
async def counter(place: World) -> AsyncIterator[Counter]:
    """The counter of the module's world."""
    reader, writer = Reader(place.database), Writer(place.database)
    log, door = AccessLog(place.database), Door(place.database)
    await reader.open()
    engine = Engine(
        reader, place.vault, performer(writer, place.vault), auditor=Auditor(log, place.vault), misses=Misses(door)
    )
    yield Counter(place, engine)
    await log.close()
    await door.close()
    await writer.close()
    await reader.close()
