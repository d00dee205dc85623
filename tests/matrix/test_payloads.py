"""Every role × every road behind the payload of each act: what it answers is read under the policy like any query."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from hub.china import today
from hub.database import Database
from hub.errors import CostExceeded, Forbidden, InvalidArgument, LimitExceeded
from hub.vault import Vault
from schema.actions import ACTIONS
from schema.law.scenarios import scenarios
from tests.hub.query.small_world import OWN_AGENCY
from tests.matrix.askers import ROLES, Asker, askers
from tests.matrix.asking import Asking, Wrong, leaves
from tests.matrix.counting import Count
from tests.matrix.documents import May, Writer, everything, packed
from tests.matrix.payloads import examined, expected, may_write, payload_roots, row_of
from tests.matrix.roads import Tree, Way, by_root, chosen, every_way
from tests.oracle.compare import stands_in
from tests.oracle.execute import VEILED
from tests.oracle.policy import purposes
from tests.oracle.world import Row, World
from tests.province import opened

WAYS = by_root(chosen(every_way(payload_roots()), pairs=False))
#: rows of pages behind a payload: all hits of few items
PAGES = (4, 8, 3, 2)


class Acts:
    """One asker's acts: what is refused by name and not performed, and what the payload tells of the rest."""

    def __init__(self, database: Database, vault: Vault, asking: Asking) -> None:
        self.database, self.vault, self.asking = database, vault, asking
        self.performed = 0

    async def walk(self, field: str, given: dict[str, Any]) -> None:
        """All roads behind the payload of one act."""
        for part in packed(WAYS[field], 20):
            await self._part(field, given, part)

    async def _part(self, field: str, given: dict[str, Any], part: list[Way]) -> None:
        """Some of them; in halves where that is too much at once."""
        try:
            if await self._act(field, given, part, everything):
                await self._act(field, given, part, self.asking.permitted.field)
        except (LimitExceeded, CostExceeded):
            assert len(part) > 1, part[0]
            await self._part(field, given, part[::2])
            await self._part(field, given, part[1::2])

    async def _act(self, field: str, given: dict[str, Any], part: list[Way], may: May) -> bool:
        """Whether the act was refused, which it has to be exactly as the oracle says."""
        action = ACTIONS[field]
        kind = f"{field[0].upper()}{field[1:]}Input"
        below = Writer(may, PAGES).selection(part[0].start, part[0].state, Tree.of(part), 0)
        payload = f"{action.payload_field} {{ key: id {below} }}"
        text = f"mutation ($input: {kind}!) {{ {field}(input: $input) {{ {payload} }} }}"
        variables = {"input": given}
        findings = examined(self.asking.sight, text, variables)
        try:
            body = await self.asking.engine.answer(text, None, variables, self.asking.asker.caller)
        except Forbidden as error:
            self._refused(error, set(findings.refused), field, text)
            return True
        except InvalidArgument:  # another purpose than the token's is no purpose
            assert self.asking.asker.caller.purpose not in (None, given.get("purpose"))
            assert not findings.refused
            return False
        answer = json.loads(body)
        self.performed += 1
        self._answered(answer, findings.refused, text)
        self._compare(answer, field, text, variables)
        return False

    def _refused(self, error: Forbidden, wanted: set[str], field: str, text: str) -> None:
        found = {one["coordinate"] for one in error.data["refused"]}
        # who may see all of it and still not act in this scenario is refused the act alone
        if found != (wanted or {f"Mutation.{field}"}):
            raise Wrong(f"{self.asking.asker.name}\n{text}\nhub: {sorted(found)}\noracle: {sorted(wanted)}")
        self.asking.cells["refused"] += 1
        self.asking.cells["refused coordinates"] += len(found)

    def _answered(self, answer: dict[str, Any], refused: Any, text: str) -> None:
        if refused:
            raise Wrong(f"{self.asking.asker.name}\n{text}\nhub answers; the oracle refuses {sorted(refused)}")

    def _compare(self, answer: dict[str, Any], field: str, text: str, variables: dict[str, Any]) -> None:
        with self.database.connect("owner") as connection:
            world = World(connection, self.vault)
        asking = Asking(self.asking.engine, world, self.asking.asker)
        (payload,) = answer["data"][field].values()
        wanted = expected(asking.sight, text, variables, row_of(asking.sight, field, payload["key"]))
        if answer["data"] != _with_stand_ins(answer["data"], wanted):
            raise Wrong(f"{self.asking.asker.name}\n{text}\nhub:    {answer['data']}\noracle: {wanted}")
        self.asking.cells["answered"] += 1
        self.asking.cells["values"] += len(list(leaves(wanted)))


def _with_stand_ins(got: Any, wanted: Any) -> Any:
    """What is wanted, with the hub's ids where others have to stand in the place of the rows' own."""
    if isinstance(got, dict) and isinstance(wanted, dict):
        return {key: _with_stand_ins(got.get(key), value) for key, value in wanted.items()}
    if isinstance(got, list) and isinstance(wanted, list) and len(got) == len(wanted):
        return [_with_stand_ins(one, other) for one, other in zip(got, wanted, strict=True)]
    veiled = isinstance(wanted, str) and wanted.startswith(VEILED) and stands_in(got, wanted)
    return got if veiled else wanted


def _screening(world: World, vault: Vault, asker: Asker, role: str) -> dict[str, Any]:
    """Every subject of the world, in a scenario of the role; of a role that has none, in one of another's."""
    mine = [one for one in scenarios().values() if role in one.roles and one.purpose in purposes()[role]]
    wanted = [one for one in mine if one.purpose == asker.caller.purpose] or mine or list(scenarios().values())
    subjects: list[dict[str, str]] = []
    for row in world.tables["subject"]:
        if row["credit_code"]:
            subjects.append({"creditCode": row["credit_code"]})
        elif row["id_number_sealed"]:
            number = world.number(row)
            assert number
            subjects.append({"idNumber": number, "name": row["name"]})
    return {"scenario": wanted[0].code, "purpose": wanted[0].purpose, "matter": "M-1", "subjects": subjects}


@pytest.mark.parametrize("role", ROLES)
async def test_payloads_tell_what_a_query_would(acted_on: Database, vault: Vault, role: str, count: Count) -> None:
    """Both acts, without and with a purpose in the token, by who may act and by who may not."""
    async with opened(acted_on, vault) as engine:
        for asker in list(askers(_world(acted_on, vault), role))[:2]:
            world = _world(acted_on, vault)
            acts = Acts(acted_on, vault, Asking(engine, world, asker))
            await acts.walk("screen", _screening(world, vault, asker, role))
            own = [row for row in world.tables["screening_hit"] if row["agency_code"] == OWN_AGENCY]
            for hit in own[:1]:
                await acts.walk("reportFeedback", _feedback(hit))
            count.add("mutation payload", acts.asking)


def _feedback(hit: Row) -> dict[str, Any]:
    return {"hitId": hit["id"], "outcome": "WRONG_MATCH", "actedOn": str(today())}


def _world(database: Database, vault: Vault) -> World:
    with database.connect("owner") as connection:
        return World(connection, vault)


@pytest.mark.parametrize("role", ROLES)
async def test_who_may_not_see_what_an_act_writes_does_not_write(acted_on: Database, vault: Vault, role: str) -> None:
    """An act whose payload is left out of the question is no way around the table: nothing is written."""
    world = _world(acted_on, vault)
    asking = Asking(None, world, next(askers(world, role)))  # type: ignore[arg-type]
    hit = next(row for row in world.tables["screening_hit"] if row["agency_code"] == OWN_AGENCY)
    given = _feedback(hit)
    text = "mutation ($input: ReportFeedbackInput!) { reportFeedback(input: $input) { __typename } }"
    before = Counter({name: len(rows) for name, rows in world.tables.items()})
    async with opened(acted_on, vault) as engine:
        try:
            await engine.answer(text, None, {"input": given}, asking.asker.caller)
            wrote = True
        except Forbidden:
            wrote = False
    after = Counter({name: len(rows) for name, rows in _world(acted_on, vault).tables.items()})

    assert wrote == may_write(asking.sight, "Feedback")
    assert after - before == (Counter(feedback=1) if wrote else Counter())
