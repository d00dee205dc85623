"""Every role × every field of every concrete type, on the roads that name rows, against an oracle in plain Python."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from hub.caller import Caller
from hub.database import Database
from hub.errors import Forbidden
from hub.query.engine import Engine
from hub.settings import Settings
from hub.vault import Vault
from schema.catalog import ObjectType, Value, catalog
from schema.policy import policy
from tests.hub.query.oracle import ROLES, Oracle, Refused
from tests.hub.query.small_world import OWN_AGENCY, Row, World, build
from tests.province import AREA, COURT, officer, opened

MANY = "query ($ids: [ID!]!, $named: [_Any!]!) { nodes(ids: $ids) %s _entities(representations: $named) %s }"
SUBJECTS = """query ($ids: [ID!]!, $named: [_Any!]!, $references: [SubjectReference!]!) {
    nodes(ids: $ids) %s _entities(representations: $named) %s subjectsByReference(references: $references) %s }"""
ONE = "query ($id: ID!) { node(id: $id) %s }"


class Naming:
    """One role's reads of named rows, compared with what the table says."""

    def __init__(self, engine: Engine, oracle: Oracle, caller: Caller) -> None:
        self.engine, self.oracle, self.caller = engine, oracle, caller
        self.cells = 0

    async def check_many(self, kind: ObjectType) -> None:
        """All rows of a type by `nodes`, `_entities` and, for subjects, `subjectsByReference`."""
        rows = list(self._rows(kind))
        document = SUBJECTS if kind.entity.table == "subject" else MANY
        for start in range(0, len(rows), 100):
            part = rows[start : start + 100]
            variables = {
                "ids": [row["id"] for row in part],
                "named": [{"__typename": kind.name, "id": row["id"]} for row in part],
                "references": [{"id": row["id"]} for row in part],
            }
            await self._check(kind, part, document, variables)

    async def check_one(self, kind: ObjectType) -> None:
        """Some rows of a type by `node`, each alone."""
        for row in list(self._rows(kind))[:3]:
            await self._check(kind, [row], ONE, {"id": row["id"]})

    async def _check(self, kind: ObjectType, rows: list[Row], document: str, variables: dict[str, Any]) -> None:
        values = list(kind.visible().values())
        self.cells += len(values) * len(rows) * document.count("%s")
        if not self.oracle.anything(kind):
            await self._expect_nothing(kind, values, document, variables)
            return
        refused = [value for value in values if self._is_refused(kind, value, rows[0])]
        assert await self._refused(kind, refused, document, variables) == {v.coordinate for v in refused}
        shown = [value for value in values if value not in refused]
        answer = await self._ask(kind, shown, document, variables)
        expected = [self._expected(kind, shown, row) for row in rows]
        for name, found in answer["data"].items():
            told = found if isinstance(found, list) else [found]
            assert (self._unveiled(kind, told, rows) if name == "subjectsByReference" else told) == expected
        self._check_masks(kind, shown, rows, answer["extensions"])

    def _unveiled(self, kind: ObjectType, told: list[Any], rows: list[Row]) -> list[Any]:
        """What is told where people may be named by number: of people whose number is not seen in full another id."""
        number = kind.values.get("id_number")
        if not number:
            return told
        veiled = [
            each and self.oracle.sight(kind, number, row) != "CLEAR" for each, row in zip(told, rows, strict=True)
        ]
        found = zip(told, rows, veiled, strict=True)
        assert not [row for each, row, other in found if other and each["id"] == row["id"]]
        found = zip(told, rows, veiled, strict=True)
        return [{**each, "id": row["id"]} if other else each for each, row, other in found]

    def _check_masks(self, kind: ObjectType, shown: list[Value], rows: list[Row], extensions: dict[str, Any]) -> None:
        listed = {*extensions.get("masked", ()), *extensions.get("maskedElsewhere", ())}
        there = [row for row in rows if self.oracle.exists(kind, row)]
        masked = {v.coordinate for v in shown for row in there if self.oracle.sight(kind, v, row) == "MASKED"}
        assert masked <= listed

    async def _expect_nothing(
        self, kind: ObjectType, values: list[Value], document: str, variables: dict[str, Any]
    ) -> None:
        """A type of which the role may see no row is refused by the names of its fields, unless others of its table
        are there; then it is absent. What every node has finds nothing.
        """
        refused = await self._refused(kind, values, document, variables)
        if refused:
            assert {one for one in refused if not one.startswith("Query.")} == {v.coordinate for v in values}
        for fields in [[]] if refused else [[], values]:
            if await self._refused(kind, fields, document, variables) == {"Query.subjectsByReference"}:
                continue  # a role that may see no subject at all
            answer = await self._ask(kind, fields, document, variables)
            for found in answer["data"].values():
                assert not any(found if isinstance(found, list) else [found])

    async def _refused(
        self, kind: ObjectType, values: list[Value], document: str, variables: dict[str, Any]
    ) -> set[str]:
        try:
            await self._ask(kind, values, document, variables)
        except Forbidden as error:
            return {one["coordinate"] for one in error.data["refused"]}
        return set()

    def _rows(self, kind: ObjectType) -> Iterator[Row]:
        parent = kind.entity.of
        told = catalog().types[parent.__name__].entity.discriminator if parent else None
        for row in self.oracle.world.tables[kind.entity.table]:
            if told is None or row[told] == kind.entity.when:
                yield row

    def _is_refused(self, kind: ObjectType, value: Value, row: Row) -> bool:
        try:
            self.oracle.sight(kind, value, row)
        except Refused:
            return True
        return False

    def _expected(self, kind: ObjectType, values: list[Value], row: Row) -> dict[str, Any] | None:
        if not self.oracle.exists(kind, row):
            return None
        return {"__typename": kind.name} | {value.field: self.oracle.shown(kind, value, row) for value in values}

    async def _ask(
        self, kind: ObjectType, values: list[Value], document: str, variables: dict[str, Any]
    ) -> dict[str, Any]:
        fields = f"... on {kind.name} {{ {' '.join(value.field for value in values)} }}" if values else ""
        text = document.replace("%s", f"{{ __typename {fields} }}")
        body = await self.engine.answer(text, None, variables, self.caller)
        answer: dict[str, Any] = json.loads(body)
        return answer


async def _check_role(engine: Engine, world: World, role: str) -> int:
    """Purpose and matter are given: only `node`, and only for subjects, opens what they open."""
    own = str(world.tables["subject"][3]["id"])
    purposes = sorted(policy().purposes.get(role, ()))
    caller = officer(
        role, agency=OWN_AGENCY, areas=(AREA,), courts=(COURT,), purpose=purposes[0] if purposes else None,
        matter="M-1" if purposes else None, subject_id=own if role == "SE" else None,
    )  # fmt: skip
    shut = Naming(engine, Oracle(world, role, opened=False, own=own), caller)
    open_ = Naming(engine, Oracle(world, role, opened=bool(purposes), own=own), caller)
    for kind in catalog().types.values():
        if not kind.is_interface and kind.references:
            await shut.check_many(kind)
            if kind.entity.table in ("subject", "listing", "court"):
                await (open_ if kind.entity.table == "subject" else shut).check_one(kind)
    return shut.cells + open_.cells


async def test_names_each_cell_as_the_table_says(
    empty_database: Database, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """Naming a row shows of it what a list shows, and `node` of a subject what a look-up shows."""
    vault = Vault.from_settings(settings)
    with empty_database.connect("owner") as connection:
        world = build(connection, vault)
    cells = {}
    async with opened(empty_database, vault) as engine:
        for role in ROLES:
            cells[role] = await _check_role(engine, world, role)
    with capsys.disabled():
        print(f"\n{sum(cells.values())} cells of named rows checked against the policy table", end=" ")

    assert len(cells) == 21
    assert min(cells.values()) > 500
