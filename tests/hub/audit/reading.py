"""A small registry with two persons and a firm, officers who ask about them, and readers of the log they leave."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

from hub.caller import Caller
from hub.database import Database
from hub.query.engine import Engine
from hub.vault import Vault
from schema.identifiers import credit_code_check_digit, id_number_check_digit
from tests.hub.actions.registry import Registry
from tests.province import officer, opened

#: what an officer asks about one person
ABOUT = "query($id: ID) { subject(id: $id) { id ... on NaturalPerson { name } } }"
SEAL = "mutation($input: SealMatterInput!) { sealMatter(input: $input) { seal { %s } } }"
UNSEAL = "mutation($input: UnsealMatterInput!) { unsealMatter(input: $input) { seal { %s } } }"
BASIS = "刑事诉讼法第54条"
POLICE = officer("PS", agency="AG-PS", purpose="CRIMINAL_INVESTIGATION", matter="侦-1", courts=())
BANK = officer("BK", agency="AG-BK", purpose="CREDIT_REVIEW", matter="贷-1", courts=())
COURT = officer("CE", agency="AG-CE", courts=("浙0211",))
AUDITOR = officer("AU", agency="AG-AU", areas=(), courts=())
INSPECTOR = officer("AU", agency="AG-AU", areas=(), courts=(), purpose="AUDIT", matter="审-1")
DISCIPLINE = officer("DC", agency="AG-DC", areas=(), courts=(), purpose="DISCIPLINE_INSPECTION", matter="纪-1")


class Office:
    """Asks as officers and as the persons asked about."""

    def __init__(self, engine: Engine, database: Database, people: list[str], numbers: list[str], firm: str) -> None:
        self.engine, self.database = engine, database
        self.people, self.numbers, self.firm = people, numbers, firm

    async def ask(self, query: str, caller: Caller, **variables: Any) -> Any:
        """`data` of the answer."""
        return json.loads(await self.engine.answer(query, None, variables, caller))["data"]

    async def about(self, person: int, *callers: Caller) -> None:
        """Have officers ask about a person."""
        for caller in callers:
            assert (await self.ask(ABOUT, caller, id=self.people[person]))["subject"]

    def self(self, person: int) -> Caller:
        """The person himself."""
        return officer("SE", agency="AG-SE", subject_id=self.people[person], areas=(), courts=())

    async def told(self, person: int, fields: str = "agencyCode purpose kinds", arguments: str = "first: 100") -> Any:
        """`whoAskedAboutMe` as the person is answered."""
        query = f"{{ whoAskedAboutMe({arguments}) {{ totalCount nodes {{ {fields} }} }} }}"
        return (await self.ask(query, self.self(person)))["whoAskedAboutMe"]

    async def seal(self, caller: Caller, matter: str, days: int = 30, fields: str = "id renewal") -> Any:
        """A seal."""
        given = {"matter": matter, "legalBasis": BASIS, "days": days}
        return (await self.ask(SEAL % fields, caller, input=given))["sealMatter"]["seal"]

    def run(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """A statement of the owner's."""
        with self.database.connect("owner") as connection:
            cursor = connection.execute(statement.encode(), values or None)
            return cursor.fetchall() if cursor.description else []

    def entries(self) -> list[dict[str, Any]]:
        """The log as it was written."""
        return [json.loads(text) for (text,) in self.run("select content from audit.entry order by seq")]

    def index(self) -> None:
        """What the keeper does every few seconds."""
        self.run("select audit.index_subjects(1000)")


@asynccontextmanager
async def office(database: Database, vault: Vault) -> AsyncIterator[Office]:
    """An office over an empty database."""
    with _registry(database) as registry:
        people, numbers = [], []
        for sequence, name in enumerate(("张示例", "李示例")):
            seventeen = f"33029919850101{sequence:03d}"
            numbers.append(seventeen + id_number_check_digit(seventeen))
            people.append(_person(registry, vault, name, numbers[-1]))
            # of whom no fact is seen is not there
            registry.listing(people[-1], sequence + 1, subject_kind="NATURAL_PERSON", court_code="浙0211")
        code = "91330299XX0000001"
        code += credit_code_check_digit(code)
        firm = registry.insert("subject", kind="ENTERPRISE", name="示例公司", area_code="330211", credit_code=code)
        for kind in ("PS", "BK", "CE"):
            registry.insert("agency", code=f"AG-{kind}", name=f"示例单位{kind}", role=kind)
    async with opened(database, vault, audited=True) as engine:
        yield Office(engine, database, people, numbers, firm)


@contextmanager
def _registry(database: Database) -> Iterator[Registry]:
    found = Registry(database)
    yield found
    found.connection.close()


def _person(registry: Registry, vault: Vault, name: str, number: str) -> str:
    sealed = vault.seal("id_number", number)
    known = registry.insert(
        "subject", kind="NATURAL_PERSON", name=name, area_code="330211",
        id_number_masked=f"**************{number[-4:]}", id_number_sealed=sealed,
    )  # fmt: skip
    registry.connection.execute(
        "insert into subject_identifier (kind, value, subject_id, batch_id)"
        " values ('ID_NUMBER', %s, %s, gen_random_uuid())",
        (vault.blind("id_number", number).hex(), known),
    )
    return known
