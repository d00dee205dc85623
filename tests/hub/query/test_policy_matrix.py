"""Every role × every field of every concrete type, on three roads, against an oracle in plain Python."""

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
from tests.hub.query.oracle import ROLES, Oracle, Refused
from tests.hub.query.small_world import Row, World, asker, build
from tests.province import opened

#: concrete type → the relations that lead to it from a root list
ROADS = {
    **{kind.name: () for name in catalog().lists.values() for kind in catalog().concrete(name)},
    "CaseParty": ("cases", "parties"),
    "FormerName": ("subjects", "formerNames"),
    "ResponsiblePerson": ("subjects", "responsiblePersons"),
    "GovernmentDebtorEntry": ("governmentDebtorSnapshots", "entries"),
    "ScreeningItem": ("screenings", "items"),
    "ScreeningHit": ("screenings", "items", "hits"),
    "AccessedSubject": ("accessLog", "subjects"),
    "AccessTerm": ("accessLog", "terms"),
}
FROM_SUBJECT = {
    "Case": ("cases",),
    "CaseParty": ("cases", "parties"),
    "TerminatedCase": ("terminatedCases",),
    "PerformanceCertificate": ("certificates",),
    "HonestListEntry": ("honestPerformance",),
    "FormerName": ("formerNames",),
    "Licence": ("licences",),
    "Penalty": ("penalties",),
    "DishonestDebtorListing": ("listings",),
    "ConsumptionRestriction": ("listings",),
    "SeriousDishonestyListing": ("listings",),
    "SubjectAccess": ("accesses",),
}
#: how a type that no root lists is tied to the type above it on its road
KEYS = {
    "CaseParty": {"subject_id": "subject_id", "case_number": "case_number"},
    "FormerName": {"subject_id": "id"},
    "ResponsiblePerson": {"subject_id": "id"},
    "GovernmentDebtorEntry": {"snapshot_id": "id"},
    "ScreeningItem": {"screening_id": "id"},
    "ScreeningHit": {"item_id": "id"},
    "AccessedSubject": {"position": "position"},
    "AccessTerm": {"position": "position"},
}
ABOVE = {
    "CaseParty": ("Case",),
    "FormerName": ("NaturalPerson", "Enterprise", "GovernmentBody", "OtherOrganisation"),
    "ResponsiblePerson": ("Enterprise",),
    "GovernmentDebtorEntry": ("GovernmentDebtorSnapshot",),
    "ScreeningItem": ("Screening",),
    "ScreeningHit": ("ScreeningItem",),
    "AccessedSubject": ("AccessEntry",),
    "AccessTerm": ("AccessEntry",),
}


class Matrix:
    """One role's reads of the small world, compared cell by cell."""

    def __init__(self, engine: Engine, oracle: Oracle, caller: Caller) -> None:
        self.engine, self.oracle, self.caller = engine, oracle, caller
        self.cells = 0

    async def check(self, kind: ObjectType, road: tuple[str, ...], subject: str | None = None) -> None:
        """Read every field of the type along the road; each refused field is asked for alone."""
        values = list(kind.visible().values())
        self.cells += len(values)
        if not self._is_possible(kind):
            assert await self._finds_nothing(kind, values, road, subject)
            return
        refused = [value for value in values if self._is_refused(kind, value)]
        for value in refused:
            await self._expect_refusal(kind, value, road, subject)
        rows = [row for row in self._rows(kind, subject) if self._is_reachable(kind, row)]
        wanted = [value for value in values if value not in refused]
        if wanted:
            await self._compare(kind, wanted, rows, road, subject)
        self.cells += len(values) * max(len(rows) - 1, 0)

    async def _finds_nothing(
        self, kind: ObjectType, values: list[Value], road: tuple[str, ...], subject: str | None
    ) -> bool:
        """Whether a type of which the role may see no row is refused or, as one of an interface's types, absent."""
        try:
            answer = await self._ask(kind, values, road, subject)
        except Forbidden:
            return True
        return not any(row["__typename"] == kind.name for row in _leaves(answer["data"]))

    def _is_possible(self, kind: ObjectType) -> bool:
        parents = _parents(kind)
        return self.oracle.anything(kind) and (not parents or any(map(self._is_possible, parents)))

    def _is_reachable(self, kind: ObjectType, row: Row) -> bool:
        if not self.oracle.exists(kind, row):
            return False
        parents = _parents(kind)
        if not parents:
            return True
        keys = KEYS[kind.name]
        above = [
            r for p in parents for r in self.oracle.world.tables[p.entity.table]
            if all(r[theirs] == row[ours] for ours, theirs in keys.items()) and self._is_reachable(p, r)
        ]  # fmt: skip
        return bool(above)

    def _rows(self, kind: ObjectType, subject: str | None) -> Iterator[Row]:
        """All rows of the type's table, or the looked-up subject's if the subject itself is there for the role."""
        subjects = {s["id"]: s for s in self.oracle.world.tables["subject"]}
        if subject and not self.oracle.exists(_kind_of(subjects[subject]), subjects[subject]):
            return
        for row in self.oracle.world.tables[kind.entity.table]:
            owner = row["id"] if kind.entity.table == "subject" else row.get("subject_id")
            if subject is None or owner == subject:
                yield row

    def _is_refused(self, kind: ObjectType, value: Value) -> bool:
        try:
            self.oracle.sight(kind, value, self.oracle.world.tables[kind.entity.table][0])
        except Refused:
            return True
        return False

    async def _expect_refusal(self, kind: ObjectType, value: Value, road: tuple[str, ...], subject: str | None) -> None:
        with pytest.raises(Forbidden) as refused:
            await self._ask(kind, [value], road, subject)

        assert value.coordinate in {item["coordinate"] for item in refused.value.data["refused"]}

    async def _compare(
        self, kind: ObjectType, values: list[Value], rows: list[Row], road: tuple[str, ...], subject: str | None
    ) -> None:
        answer = await self._ask(kind, values, road, subject)
        extensions = answer["extensions"]
        listed = {*extensions.get("masked", ()), *extensions.get("maskedElsewhere", ())}
        found = [row for row in _leaves(answer["data"]) if row.pop("__typename") == kind.name]
        expected = [{v.field: self.oracle.shown(kind, v, row) for v in values} for row in rows]
        masked = {v.coordinate for v in values for row in rows if self.oracle.sight(kind, v, row) == "MASKED"}

        assert sorted(map(_text, found)) == sorted(map(_text, expected))
        assert masked <= listed
        assert not {v.coordinate for v in values if self.oracle.level(v.group) == "F"} & listed

    async def _ask(
        self, kind: ObjectType, values: list[Value], road: tuple[str, ...], subject: str | None
    ) -> dict[str, Any]:
        variables = {"id": subject} if subject else {}
        body = await self.engine.answer(_document(kind, values, road, subject), None, variables, self.caller)
        answer: dict[str, Any] = json.loads(body)
        return answer


def _parents(kind: ObjectType) -> list[ObjectType]:
    return [catalog().types[name] for name in ABOVE.get(kind.name, ())]


def _document(kind: ObjectType, values: list[Value], road: tuple[str, ...], subject: str | None) -> str:
    selected = f"{{ __typename ... on {kind.name} {{ {' '.join(value.field for value in values)} }} }}"
    steps = road if subject else road[1:]
    root = None if subject else road[0] if road else _root_list(kind)
    for step in reversed(steps):
        inside = f"{{ {step}(first: 30) {{ nodes {selected} }} }}"
        selected = inside if step != "responsiblePersons" else f"{{ ... on Enterprise {inside} }}"
    if root is None:
        return f"query ($id: ID) {{ subject(id: $id) {selected} }}"
    narrowed = f", filter: {{kind: {{eq: {kind.entity.when}}}}}" if not road and kind.entity.of else ""
    return f"{{ {root}(first: {30 if steps else 100}{narrowed}) {{ nodes {selected} }} }}"


def _root_list(kind: ObjectType) -> str:
    lists = {name: field for field, name in catalog().lists.items()}
    return lists.get(kind.name) or lists[kind.entity.of.__name__ if kind.entity.of else kind.name]


def _leaves(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _leaves(item)
    elif isinstance(value, dict) and "__typename" in value:
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _leaves(item)


def _text(row: dict[str, Any]) -> str:
    return json.dumps(row, sort_keys=True)


async def _check_role(engine: Engine, world: World, role: str) -> int:
    """All cells of one role; purpose and matter are given, so lists must keep Q shut and look-ups open it."""
    own = world.subject(3)
    caller = asker(role, own)
    lists = Matrix(engine, Oracle(world, role, opened=False, own=own), caller)
    for name, road in ROADS.items():
        await lists.check(catalog().types[name], road)
    single = Matrix(engine, Oracle(world, role, opened=caller.purpose is not None, own=own), caller)
    for number in (0, 3, 5, 7):
        subject = world.tables["subject"][number]
        await single.check(_kind_of(subject), (), subject["id"])
        for name, road in FROM_SUBJECT.items():
            await single.check(catalog().types[name], road, subject["id"])
    return lists.cells + single.cells


def _kind_of(subject: Row) -> ObjectType:
    return next(kind for kind in catalog().concrete("Subject") if kind.entity.when == subject["kind"])


async def test_answers_each_cell_as_the_table_says(
    empty_database: Database, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """For every role and every field: clear value, masked form, null that is listed, refusal, or no row at all."""
    vault = Vault.from_settings(settings)
    with empty_database.connect("owner") as connection:
        world = build(connection, vault)
    cells = {}
    async with opened(empty_database, vault) as engine:
        for role in ROLES:
            cells[role] = await _check_role(engine, world, role)
    with capsys.disabled():
        print(f"\n{sum(cells.values())} cells of role × field × row checked against the policy table", end=" ")

    assert len(cells) == 21
    assert min(cells.values()) > 500
