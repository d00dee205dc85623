"""Rows 1–3: what is shown. A hidden value comes out by no spelling, road or time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from hub.caller import Caller
from hub.errors import Forbidden
from hub.query.authorise import authorise
from hub.query.authorised import ListNode, ObjectNode, ReferencesNode, Selected, Selection, Sight, ValueNode
from hub.query.operation import prepare
from schema.catalog import catalog
from schema.policy import policy, read_policy
from tests.side_channels.hidden import asking, concrete_types, rows_of
from tests.side_channels.probes import (
    SCHEMA,
    Road,
    concrete,
    fields_of,
    nested_lists,
    object_type,
    root_lists,
)
from tests.side_channels.roles import ALL, ATTACKERS
from tests.side_channels.schema_names import named, shown
from tests.side_channels.showing import answered_fields, asking_for, levels_empty
from tests.side_channels.twins import Twin, Twins, Worlds

#: relations one behind the other: (type, relation)
Chain = list[tuple[str, str]]


# --- 1: spellings --------------------------------------------------------------------------------------------------


def _spellings(kind: str, fields: list[str]) -> tuple[str, str]:
    """A selection that asks for each field in many ways, and the fragments that it needs. Response keys: `f0_3` is the
    first field in the fourth way.
    """
    plain = " ".join(f"f{i}_0: {field} __typename f{i}_1: {field} @include(if: $yes)" for i, field in enumerate(fields))
    inline = " ".join(f"f{i}_2: {field}" for i, field in enumerate(fields))
    spread = " ".join(
        f"f{i}_3: {field} @skip(if: $no) f{i}_9: {field} @skip(if: $yes)" for i, field in enumerate(fields)
    )
    swapped = " ".join(f"{fields[i - 1]}: {field}" for i, field in enumerate(fields))
    below = f"... on {kind} {{ {inline} }} ... on {kind} @include(if: $yes) {{ ...F }}"
    return (
        f"... on {kind} {{ {plain} {below} }}",
        f"fragment F on {kind} {{ {spread} ...G }} fragment G on {kind} {{ {swapped} }}",
    )


@pytest.mark.parametrize("role", ATTACKERS)
async def test_row_01_spellings_of_a_field(worlds: Worlds, role: str) -> None:
    """Channel: aliases, also those of other fields, fragments, `@include`, `@skip`, `__typename` beside it (Directus,
    CVE-2024-34708: a mask by response key). Rule: the value is masked, by its coordinate, whatever it is called; what
    is refused is refused in every spelling.
    """
    spelt = 0
    async with worlds.twins(role, Twin.OTHER) as twins:
        for road in root_lists():
            for kind in concrete(road.target):
                fields = await answered_fields(twins, road, kind.name)
                spelt += await _spell(twins, road, kind.name, fields)
                for shut in set(fields_of(kind.name, leaf=True)) - set(fields):
                    selection, fragments = _spellings(kind.name, [shut])
                    answer = await twins.ask(asking_for(road, selection, fragments), {"yes": True, "no": False})
                    assert answer.code == "FORBIDDEN"
                    assert answer.refused & {f"{kind.name}.{shut}", f"Query.{road.root}"}

    assert spelt or levels_empty(role)


async def _spell(twins: Twins, road: Road, kind: str, fields: list[str]) -> int:
    """Ask for all fields in all ways at once; every way has to tell the same. Returns how many values were told."""
    told = 0
    for start in range(0, len(fields), 8):  # an operation may hold fifty aliases
        some = fields[start : start + 8]
        selection, fragments = _spellings(kind, some)
        answer = await twins.ask(asking_for(road, selection, fragments), {"yes": True, "no": False})
        assert answer.code is None, answer.body
        for row in filter(None, answer.json["data"][road.root]["nodes"]):
            for i, field in enumerate(some):
                ways = [row[f"f{i}_{way}"] for way in (0, 1, 2, 3)] + [row[some[i - 1]]]
                assert all(way == ways[0] for way in ways), (kind, field, row)
                assert f"f{i}_9" not in row
                told += 1
    return told


# --- 2: roads ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ATTACKERS)
async def test_row_02_other_roads_to_a_value(worlds: Worlds, role: str) -> None:
    """Channel: a nested object, `node(id)`, `nodes`, references, `_entities`, an interface or union shows what the
    first road masks. Rule: one type, one way of showing it, whichever road leads there.
    """
    async with worlds.twins(role, Twin.OTHER) as twins:
        for road in (*root_lists(), *nested_lists()):
            for kind in concrete(road.target):
                await answered_fields(twins, road, kind.name)
        for one in concrete_types():
            ids = [row["id"] for row in rows_of(worlds.world, one)][:40]
            for document, variables in _named(one.name, ids) if ids else ():
                await _unrefused(twins, document, one.name, variables)

    assert twins.answered or levels_empty(role)


def _named(kind: str, ids: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Documents that name rows of a type by id on every such road; `%s` stands for what is selected."""
    yield f"query ($id: ID!) {{ node(id: $id) {{ ... on {kind} {{ %s }} }} }}", {"id": ids[0]}
    yield f"query ($ids: [ID!]!) {{ nodes(ids: $ids) {{ ... on {kind} {{ %s }} }} }}", {"ids": ids}
    given = [{"__typename": kind, "id": each} for each in ids]
    yield f"query ($all: [_Any!]!) {{ _entities(representations: $all) {{ ... on {kind} {{ %s }} }} }}", {"all": given}
    if catalog().leading(kind) == "Subject":
        named = [{"id": each} for each in ids]
        root = "subjectsByReference(references: $all)"
        yield f"query ($all: [SubjectReference!]!) {{ {root} {{ ... on {kind} {{ %s }} }} }}", {"all": named}


async def _unrefused(twins: Twins, document: str, kind: str, variables: dict[str, Any]) -> None:
    """Ask for all fields of a type, then for those that were not refused."""
    wanted = fields_of(kind, leaf=True)
    while wanted:
        answer = await twins.ask(document % " ".join(wanted), variables)
        left = [field for field in wanted if f"{kind}.{field}" not in answer.refused]
        if answer.code is None or left == wanted:
            return
        wanted = left


@pytest.mark.parametrize("role", ATTACKERS if ALL else ["TL"])
def test_row_02_all_roads_to_depth_five(role: str) -> None:
    """Rule: as above, without a database: on every relation, behind every other, to depth five, the sight of a
    coordinate is the same. Purposes open nothing here, so nothing may differ.
    """
    caller = asking(role, "00000000-0000-4000-8000-000000000000")
    seen: dict[str, tuple[Sight, str]] = {}
    walked, known = 0, set[tuple[Any, ...]]()
    for road in root_lists():
        for kind in concrete(road.target):
            for chain, target in _chains(kind.name, 5):
                # what a road opens is decided edge by edge: behind the same two relations the same is open
                if (end := (len(chain) > 2, *chain[-2:], target)) in known:
                    continue
                known.add(end)
                found, document = _sights(road, chain, target, caller)
                walked += bool(found)
                for coordinate, sight in found.items():
                    if sight.veiled:
                        continue  # below a hit others stand in the place of ids, see row 29
                    before = seen.setdefault(coordinate, (sight, document))
                    assert sight == before[0], f"{coordinate}\n{before[1]}\n{document}"

    assert walked > 100 or levels_empty(role) or role in ("DP", "SE", "AQ", "GM")


def _sights(road: Road, chain: Chain, target: str, caller: Caller) -> tuple[dict[str, Sight], str]:
    """How each value at the end of a chain of relations is shown, the refused ones left out; nothing where the chain
    may not be walked.
    """
    shut: set[str] = set()
    while True:
        document = f"{{ {road.root} {{ nodes {_shown_at(chain, target, shut)} }} }}"
        try:
            authorised = authorise(prepare(document, None, {}), caller)
        except Forbidden as error:
            told = {item["coordinate"] for item in error.data["refused"]}
            if told <= shut or told & {f"{kind}.{field}" for kind, field in chain}:
                return {}, document
            shut |= told
            continue
        nodes = _values(root.node for root in authorised.roots)
        return {node.value.coordinate: node.sight for node in nodes}, document


def _chains(kind: str, depth: int) -> Iterator[tuple[Chain, str]]:
    """Ways of relations from a type, and a type at their end: every one of up to two, and from there on one for each
    relation.
    """
    for first in fields_of(kind, leaf=False):
        for chain in _longer([(kind, first)], depth):
            yield from ((chain, target) for target in _targets(*chain[-1]))


def _longer(begun: Chain, depth: int) -> Iterator[Chain]:
    yield begun
    for second in _next(begun):
        chain = [*begun, second]
        yield chain
        while len(chain) < depth and (further := _next(chain)):
            # a different one at each depth, so that all of them are walked somewhere
            chain = [*chain, further[(len(chain) * 7 + sum(map(ord, chain[-1][1]))) % len(further)]]
            yield chain


def _next(chain: Chain) -> Chain:
    return [(target, name) for target in _targets(*chain[-1]) for name in fields_of(target, leaf=False)]


def _targets(kind: str, field: str) -> list[str]:
    link = catalog().types[kind].relations[field]
    return list(catalog().types[link.target].possible)


def _shown_at(chain: Chain, target: str, shut: set[str]) -> str:
    """The selection that walks a chain and asks at its end for every value of a type but the `shut` ones."""
    fields = [name for name in fields_of(target, leaf=True) if f"{target}.{name}" not in shut]
    inner = f"... on {target} {{ __typename {' '.join(fields)} }}"
    for kind, field in reversed(chain):
        many = "first" in object_type(kind).fields[field].args
        below = f"(first: 1) {{ nodes {{ {inner} }} }}" if many else f"{{ {inner} }}"
        inner = f"... on {kind} {{ {field}{below} }}"
    return f"{{ {inner} }}"


def _values(nodes: Any) -> Iterator[ValueNode]:
    for node in nodes:
        yield from _of_node(node)


def _of_node(node: Selected | ReferencesNode | Any) -> Iterator[ValueNode]:
    if isinstance(node, ValueNode):
        yield node
    elif isinstance(node, ObjectNode):
        yield from _of_selection(node.selection)
    elif isinstance(node, ListNode):
        for part in node.parts:
            if part.selection:
                yield from _of_selection(part.selection)


def _of_selection(selection: Selection) -> Iterator[ValueNode]:
    for fields in selection.fields.values():
        yield from _values(fields)


# --- 3: time -------------------------------------------------------------------------------------------------------


def test_row_03_no_field_of_another_time() -> None:
    """Channel: history, `asOf`, exports, change feeds, webhooks and subscriptions show what today's policy hides.
    Rule: one serializer. The schema has none of them; whoever adds one has to write its test here: today's policy on
    yesterday's data, through the same compiler.
    """
    words = ("asOf", "history", "revision", "changes", "diff", "export", "webhook", "subscribe", "stream", "defer")

    assert SCHEMA.subscription_type is None
    assert named(*words) == {"ScreeningItem.asOf"}  # how old the hub's copy was when an act screened by it
    assert not {"@defer", "@stream", "@live"} & shown()


@pytest.mark.parametrize("role", ["GM", "CE", "PU"])
async def test_row_03_todays_policy_on_yesterdays_snapshot(worlds: Worlds, role: str) -> None:
    """Rule: the weekly snapshots of the government-debtor monitor, which are never changed, are shown by the policy in
    force when they are asked for, not by that of their week.
    """
    document = "{ governmentDebtorSnapshots { nodes { week listedCount entries { nodes { name caseNumber } } } } }"
    lines = [
        ",".join([*line.split(",")[:2], *["-"] * (line.count(",") - 1)])
        if line.startswith("government_debtor,")
        else line
        for line in policy().text.splitlines()
    ]
    async with worlds.twins(role, Twin.OTHER) as twins:
        assert (await twins.one.ask(document)).code is None
        twins.one.engine.policies.current = read_policy("\n".join(lines))
        answer = await twins.one.ask(document)

    assert answer.code == "FORBIDDEN"
    assert "Query.governmentDebtorSnapshots" in answer.refused
