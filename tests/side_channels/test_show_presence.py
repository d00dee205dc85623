"""Rows 7–8: neither null nor a refusal tells that there is something."""

from __future__ import annotations

import re

import pytest
from graphql import is_non_null_type

from schema.catalog import catalog
from schema.language import Column
from tests.hub.query.oracle import LEVEL, ROLES
from tests.hub.query.small_world import NEAR_COURT, Builder
from tests.side_channels.probes import (
    concrete,
    fields_of,
    nested_lists,
    object_type,
    root_lists,
)
from tests.side_channels.roles import ATTACKERS
from tests.side_channels.schema_names import named, shown
from tests.side_channels.showing import answered_fields, asking_for, levels_empty
from tests.side_channels.twins import Twin, Worlds

# --- 7: null, masked, denied ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ATTACKERS)
async def test_row_07_absent_and_withheld_alike(worlds: Worlds, role: str) -> None:
    """Channel: null where there is nothing and something else where there is tells that a value exists. Rule: of what
    has no masked form, null stands for both, and `extensions` names the coordinate whatever the rows hold.
    """
    async with worlds.twins(role, Twin.ABSENT) as twins:
        for road in (*root_lists(), *nested_lists()):
            for kind in concrete(road.target):
                await answered_fields(twins, road, kind.name)

    assert twins.answered or levels_empty(role)


@pytest.mark.parametrize("state", ["SHIELDED", "GRACE", "PROPOSED", "REMOVED"])
@pytest.mark.parametrize("role", ["PL", "TL"])
async def test_row_07_unseen_listings_open_nothing(worlds: Worlds, role: str, state: str) -> None:
    """Channel: of a person whom no source places, a court's facts say whose region it is; a name that turns clear then
    tells of the entry that made it so. Rule: shielded, proposed and removed entries are, to those who may not see them,
    as if they were not there: they open nothing. One that is in force does.
    """
    document = "query ($id: ID) { subject(id: $id) { ... on NaturalPerson { name sex } listings { totalCount } } }"
    async with worlds.twins(role, Twin.OTHER) as twins:
        shown = []
        with worlds.first.connect("owner") as connection:
            builder = Builder(connection, worlds.vault)
            for listed in (None, state, "PUBLISHED"):
                batch = worlds.world.tables["batch"][0]["id"]
                person = builder.row("Subject", kind="NATURAL_PERSON", area_code=None, name="王小明", batch_id=batch)
                if listed:
                    about = {"subject_id": person, "subject_kind": "NATURAL_PERSON", "batch_id": batch}
                    entry = {"kind": "SX", "state": listed, "court_code": NEAR_COURT, "term_ends_on": None}
                    builder.row("Listing", **about, **entry, case_number=f"{role}-{person}")
                connection.commit()
                shown.append((await twins.one.ask(document, {"id": person})).json["data"]["subject"])
                connection.execute("delete from listing where subject_id = %s", [person])
                connection.execute("delete from person_key where owner_id = %s", [person])
                connection.execute("delete from subject where id = %s", [person])
                connection.commit()

    assert shown[0] is shown[1] is None  # of whom no fact is seen is not there, whatever is hidden of him
    assert shown[2]["name"] == "王小明"


def test_row_07_presence_has_no_field_of_its_own() -> None:
    """Rule: presence is of the class of the value, so the schema has no `hasPhone`, no `exists`, no flag or count of
    values beside them.
    """
    assert not {name for name in shown() if re.search(r"\.(has|is)[A-Z]\w*(Phone|Address|Number|Name|Birth)", name)}
    # pages that go on are no values, and whether a list holds a word is asked of lists alone
    told = {name for name in named("has", "exists", "present", "missing", "known") if "." in name and "(" not in name}
    assert {name for name in told if not name.startswith("PageInfo.") and not name.endswith("Filter.has")} == set()


# --- 8: errors of fields -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ATTACKERS)
async def test_row_08_refused_before_any_row(worlds: Worlds, role: str) -> None:
    """Channel: a denied field that may not be null makes its parent null, and the path of the error tells which row.
    Rule: a refusal happens before a row is read, and names coordinates, no path, no place, no data.
    """
    refused = 0
    async with worlds.twins(role, Twin.OTHER) as twins:
        before = twins.one.engine.reader.statements
        for road in (*root_lists(), *nested_lists()):
            for kind in concrete(road.target):
                for field in fields_of(kind.name, leaf=True):
                    if (LEVEL.get((_group(kind.name, field), role)) or "F") not in ("-", "H", "A"):
                        continue
                    answer = await twins.ask(asking_for(road, f"id ... on {kind.name} {{ {field} }}"))
                    if answer.code != "FORBIDDEN":  # no row of the type exists on this road, which is no refusal
                        continue
                    refused += 1
                    told = answer.json
                    assert set(told) == {"errors"}
                    assert [set(error) - {"message", "extensions"} for error in told["errors"]] == [set()]
        statements = twins.one.engine.reader.statements - before

    assert refused > 20
    assert statements <= twins.answered


def _group(kind: str, field: str) -> str:
    value = catalog().types[kind].visible().get(field)
    return value.group if value else "reference"


def test_row_08_fields_that_may_be_denied_are_nullable() -> None:
    """Rule: only what every role that sees the row at all sees in full may be declared as never null."""
    for kind in (one for one in catalog().types.values() if not one.is_interface):
        declared = object_type(kind.name).fields
        for value in kind.visible().values():
            if is_non_null_type(declared[value.field].type) and value.name != "id":
                levels = {LEVEL[value.group, role] for role in ROLES if role != "SA"}
                assert levels == {"F"}, value.coordinate
                assert isinstance(value.declared, Column)
        for link in kind.relations.values():
            assert link.many or not is_non_null_type(declared[link.field].type), link.coordinate
