"""Rows 1–8: what is shown. A hidden value does not come out by any spelling, road, time or text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import polars as pl
import pytest
from graphql import GraphQLObjectType, is_non_null_type

from hub.actions.acting import without_identity
from hub.caller import Caller
from hub.errors import Forbidden, InvalidArgument
from hub.query.authorise import authorise
from hub.query.authorised import ListNode, ObjectNode, ReferencesNode, Selected, Selection, Sight, ValueNode
from hub.query.operation import prepare
from hub.vault import Vault, new_key_file
from loaders.cleaners import DOCUMENT, Context
from loaders.party import Claims, Identifier
from loaders.reference import grounds
from loaders.source import sources
from schema import masks
from schema.catalog import ObjectType, catalog
from schema.free_text import STARS, starred
from schema.identifiers import MASK_SHAPES, id_number_check_digit
from schema.language import Column
from schema.policy import policy, read_policy
from schema.readable import readable
from tests.hub.query.oracle import LEVEL, ROLES, Oracle, Refused
from tests.hub.query.small_world import NEAR_COURT, Builder
from tests.side_channels.probes import (
    PAGE,
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
from tests.side_channels.twins import Twin, Twins, Worlds, asking, concrete_types, judging, rows_of

NUMBER = "33021119900307901"
NUMBER += id_number_check_digit(NUMBER)
NEXT = "33021119900307902"
NEXT += id_number_check_digit(NEXT)


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
                fields = await _answered_fields(twins, road, kind.name)
                spelt += await _spell(twins, road, kind.name, fields)
                for shut in set(fields_of(kind.name, leaf=True)) - set(fields):
                    selection, fragments = _spellings(kind.name, [shut])
                    answer = await twins.ask(_asking(road, selection, fragments), {"yes": True, "no": False})
                    assert answer.code == "FORBIDDEN"
                    assert answer.refused & {f"{kind.name}.{shut}", f"Query.{road.root}"}

    assert spelt or levels_empty(role)


def levels_empty(role: str) -> bool:
    """Whether a role sees nothing anywhere."""
    return {cell for (_, of), cell in LEVEL.items() if of == role} <= {"-"}


def _asking(road: Road, selection: str, fragments: str = "") -> str:
    declared = "query ($yes: Boolean!, $no: Boolean!) " if fragments else ""
    return f"{declared}{{ {road.asking(f'first: {PAGE}', f'nodes {{ {selection} }}')} }} {fragments}"


async def _answered_fields(twins: Twins, road: Road, kind: str) -> list[str]:
    """The value fields of a type that the caller is not refused on this road."""
    wanted = fields_of(kind, leaf=True)
    while wanted:
        answer = await twins.ask(_asking(road, f"... on {kind} {{ {' '.join(wanted)} }}"))
        if answer.code is None:
            return wanted
        named_here = {
            coordinate.partition(".")[2] for coordinate in answer.refused if coordinate.startswith(f"{kind}.")
        }
        if not named_here & set(wanted):
            return []
        wanted = [field for field in wanted if field not in named_here]
    return []


async def _spell(twins: Twins, road: Road, kind: str, fields: list[str]) -> int:
    """Ask for all fields in all ways at once; every way has to tell the same. Returns how many values were told."""
    told = 0
    for start in range(0, len(fields), 8):  # an operation may hold fifty aliases
        some = fields[start : start + 8]
        selection, fragments = _spellings(kind, some)
        answer = await twins.ask(_asking(road, selection, fragments), {"yes": True, "no": False})
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
                await _answered_fields(twins, road, kind.name)
        for one in concrete_types():
            ids = [row["id"] for row in rows_of(worlds.world, one)][:40]
            for document, variables in _named(one.name, ids):
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
    assert named(*words) == set()
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


# --- 4: free text --------------------------------------------------------------------------------------------------

_OLD, _OLD_NEXT = (f"{number[:6]}{number[8:17]}" for number in (NUMBER, NEXT))
SPELT = (
    NUMBER, f"{NUMBER},{NEXT}", f"{NUMBER}、{NEXT}", f"{NUMBER}{NEXT}", f"0{NUMBER}", f"{NUMBER}00", " ".join(NUMBER),
    f"{NUMBER[:6]} {NUMBER[6:14]} {NUMBER[14:]}", f"{NUMBER[:6]}-{NUMBER[6:10]}-{NUMBER[10:14]}-{NUMBER[14:]}",
    f"{NUMBER[:6]}\u200b{NUMBER[6:]}", f"{NUMBER[:10]}\u3000{NUMBER[10:]}",
    f"{NUMBER[:6]}·{NUMBER[6:14]}·{NUMBER[14:]}",
    NUMBER.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}),
    NUMBER.translate({ord(digit): 0x660 + int(digit) for digit in "0123456789"}), _OLD, f"{_OLD}/{_OLD_NEXT}",
)  # fmt: skip
#: those of one number of eighteen
EIGHTEEN = [spelt for spelt in SPELT if NEXT not in spelt and _OLD not in spelt]


def _readable_numbers(text: str) -> set[str]:
    """Numbers that can be read from a text, whatever stands between their digits."""
    digits = "".join(str(int(sign)) if sign.isdecimal() else "X" if sign in "XxＸｘ" else "" for sign in text)
    return {one for one in (NUMBER, NEXT, _OLD, _OLD_NEXT) if one in digits}


@pytest.mark.parametrize("spelt", SPELT)
def test_row_04_numbers_in_every_column_of_every_source(spelt: str) -> None:
    """Channel: case titles, obligations, addresses, remarks and names hold other people's ID numbers. Rule: they are
    found at load, in every column of every source that keeps a text, and starred, or the row goes to quarantine.
    """
    assert _readable_numbers(spelt)
    kept = 0
    for source in sources().values():
        for column in source.columns:
            if column.clean is None or column.clean is DOCUMENT:
                continue
            for text in (spelt, f"向张三（身份证号：{spelt}）支付", f"张三{spelt}"):
                cleaned = column.clean(
                    pl.Series("cell", [text, "甲"]), Context(tables={"grounds": grounds(), **source.tables})
                )
                value, fault = cleaned.values[0], cleaned.faults[0]
                assert fault or value is None or not _readable_numbers(value), (source.name, column.label)
                kept += fault is None and value is not None and STARS in value

    assert kept > 50


@pytest.mark.parametrize("spelt", EIGHTEEN)
def test_row_04_document_columns_keep_no_number(spelt: str, worlds: Worlds) -> None:
    """Rule: a document number goes through the one place that makes a masked form, an index and sealed bytes of it,
    or is refused; no part that is stored holds it.
    """
    identities, faults = (identifier := Identifier(worlds.vault)).identify(
        Claims(["张三"], [[spelt]], ["PERSON"], ["1"])
    )
    stored = identifier.columns(identities, ["1"])

    assert faults != [None] or identities != [None]
    assert not {part: found for part, column in stored.items() for text in column if text
                if (found := _readable_numbers(text))}  # fmt: skip


@pytest.mark.parametrize("spelt", EIGHTEEN)
def test_row_04_texts_of_acts(spelt: str) -> None:
    """Rule: a note that an officer sends is refused while there is a number in it; there is nobody to star it for."""
    with pytest.raises(InvalidArgument):
        without_identity("note", f"当事人{spelt}已到场")
    assert without_identity("note", "已于2026年11月28日到场，标的235468.31元") is not None


def test_row_04_starring_leaves_other_texts_alone() -> None:
    """Rule: what is no ID number stays as the source wrote it: amounts, dates, account numbers, credit codes."""
    for text in (
        "支付货款235468.31元及利息，2019年3月7日起算", "合同编号20190307123456号", "账号6222 0212 0801 2345 678",
        "统一社会信用代码91330211XXC5HAF538", "（2023）浙0211执1234号", "电话13800001111、0574-86251234",
    ):  # fmt: skip
        assert starred(text) == text
    assert starred(starred(f"a{NUMBER}b")) == starred(f"a{NUMBER}b") == f"a{STARS}{NUMBER[-4:]}b"


def test_row_04_no_raw_rows_in_the_graph() -> None:
    """Rule: what a source wrote is kept sealed for replaying it, and no part of the graph, nor the right of the role
    that reads for it, reaches there. Nor is there a scalar that could hold any JSON, or highlights of texts.
    """
    assert not named("raw", "payload", "json", "highlight", "snippet", "quarantine") - {
        "ReportFeedbackPayload", "ScreenPayload", "Batch.rowsQuarantined",
    }  # fmt: skip
    assert "quarantine_row" not in readable(catalog())
    assert {name for name in SCHEMA.type_map if name == "_Any"} == {"_Any"}
    assert all(str(field.type) != "_Any" for kind in SCHEMA.type_map.values() if isinstance(kind, GraphQLObjectType)
               for field in kind.fields.values())  # fmt: skip


# --- 5: what adds up -----------------------------------------------------------------------------------------------

#: numbers that have to stay possible
FEWEST = 10_000
#: divisions that a number may begin with: those of today, by the most modest count
DIVISIONS = 2_800
#: days on which somebody of a known age was born
DAYS = 366


def _possible(born: bool, age: bool, shown: str) -> float:
    """Numbers that fit what is shown: the divisions, times the days of birth, times the sequences, over the check digit
    where that is told.
    """
    days = 1 if born else DAYS if age else DAYS * 100
    digits = [sign for sign in shown if sign != "*"]
    sequences = 1000 if not digits else 1
    return DIVISIONS * days * sequences / (11 if digits else 1)


@pytest.mark.parametrize("role", ROLES)
def test_row_05_fields_that_add_up_to_a_number(worlds: Worlds, role: str) -> None:
    """Channel: birth date, age and sex are parts of the ID number; beside its last four characters they leave few
    possible. Rule: whoever does not see a number in full is left with 10 000, whatever else of the person is shown; so
    where a birth date is clear and the number is not, no character of the number is shown either.
    """
    oracle = judging(worlds.world, role)
    kind = catalog().types["NaturalPerson"]
    for row in rows_of(worlds.world, kind):
        if not oracle.exists(kind, row) or _sight(oracle, kind, "id_number", row) == "CLEAR":
            continue
        number = (
            "" if _sight(oracle, kind, "id_number", row) is None else oracle.shown(kind, kind.values["id_number"], row)
        )
        listings = catalog().types["DishonestDebtorListing"]
        about = [
            one
            for one in rows_of(worlds.world, listings)
            if one["subject_id"] == row["id"] and oracle.exists(listings, one)
        ]
        aged = any(_sight(oracle, listings, "age", one) == "CLEAR" for one in about)
        born = _sight(oracle, kind, "birth_date", row) == "CLEAR"

        assert _possible(born, aged, number or "") >= FEWEST, (row["area_code"], number, born, aged)


def _sight(oracle: Oracle, kind: ObjectType, name: str, row: dict[str, Any]) -> str | None:
    try:
        return oracle.sight(kind, kind.values[name], row)
    except Refused:
        return None


def test_row_05_no_other_part_of_the_number() -> None:
    """Rule: there is no zodiac, no age of today, no century, no native place, no digest of a number in the schema, and
    what is derived from a number belongs to the person's groups of the policy table.
    """
    assert named(
        "zodiac", "nativePlace", "century", "birthYear", "birthPlace", "hash", "digest", "blind", "pattern"
    ) == {"GovernmentDebtorSnapshot.digest"}
    derived = {value.coordinate: value.group for kind in catalog().types.values() for value in kind.values.values()
               if value.name in ("birth_date", "age", "sex", "id_number", "id_number_pattern")}  # fmt: skip
    assert set(derived.values()) <= {"person_birth_date", "person_profile", "person_id_number", "responsible_person_id"}
    assert len(derived) > 5


# --- 6: masks ------------------------------------------------------------------------------------------------------


def test_row_06_one_mask_of_one_length() -> None:
    """Channel: a mask that is too thin for the check digit, differs by place, or is as long as the value. Rule: at most
    the last four of eighteen, always eighteen characters, made in one place, also of what the source masked itself.
    """
    sealed = [value for kind in catalog().types.values() for value in kind.values.values() if value.kind.sealed]
    assert {value.declared.mask for value in sealed} == {masks.ID_NUMBER}
    for prefix, suffix in MASK_SHAPES:
        shown = f"{NUMBER[:prefix]}{'*' * (18 - prefix - suffix)}{NUMBER[18 - suffix :] if suffix else ''}"
        assert re.fullmatch(r"\*{14}(\*{4}|[0-9]{3}[0-9X])", _display(shown)), shown
    assert _display(NUMBER) == f"{'*' * 14}{NUMBER[-4:]}"
    assert _possible(born=False, age=False, shown=_display(NUMBER)) >= FEWEST


def _display(document: str) -> str:
    identifier = Identifier(Vault.from_key_file(new_key_file()))
    identities, faults = identifier.identify(Claims(["张三"], [[document]], ["PERSON"], ["1"]))
    assert faults == [None], document
    return str(identifier.columns(identities, ["1"])["id_number_masked"][0])


def test_row_06_masks_of_texts_have_fixed_lengths(worlds: Worlds) -> None:
    """Rule: whatever is masked, the length of the mask does not follow that of the value: a telephone number is always
    eleven, an address always twelve, a name at most four characters; and masking twice changes nothing.
    """
    lengths: dict[str, set[int]] = {}
    with worlds.first.connect("owner") as connection:
        for mask in (masks.PHONE, masks.ADDRESS, masks.NAME, masks.WITHHELD):
            for size in range(1, 60):
                text = ("13812345678" * 6 if mask is masks.PHONE else "浙江省宁波市镇海区示例路" * 6)[:size]
                once = _masked(connection, mask, text)
                assert once is None or _masked(connection, mask, once) == once
                lengths.setdefault(mask.name, set()).add(len(once or ""))

    assert lengths == {"phone": {11}, "address": {12}, "name": {1, 2, 3, 4}, "withheld": {0}}


def _masked(connection: Any, mask: masks.Mask, text: str) -> str | None:
    row = connection.execute(f"select {mask.sql.replace('{0}', '%(v)s::text')}", {"v": text}).fetchone()
    found: str | None = row[0]
    return found


# --- 7: null, masked, denied ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ATTACKERS)
async def test_row_07_absent_and_withheld_alike(worlds: Worlds, role: str) -> None:
    """Channel: null where there is nothing and something else where there is tells that a value exists. Rule: of what
    has no masked form, null stands for both, and `extensions` names the coordinate whatever the rows hold.
    """
    async with worlds.twins(role, Twin.ABSENT) as twins:
        for road in (*root_lists(), *nested_lists()):
            for kind in concrete(road.target):
                await _answered_fields(twins, road, kind.name)

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
                connection.execute("delete from subject where id = %s", [person])
                connection.commit()

    assert shown[0] == shown[1]
    assert shown[0]["name"] == "王*明"
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
                    answer = await twins.ask(_asking(road, f"id ... on {kind.name} {{ {field} }}"))
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
