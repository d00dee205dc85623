"""References: rows named by id, number or representation come back in order, and never more than a look-up shows."""

from __future__ import annotations

import itertools
import json
import re
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.caller import Caller
from hub.database import Database
from hub.errors import Forbidden, HubError, IntrospectionMixed, InvalidArgument, InvalidVariables, LimitExceeded
from hub.query.authorised import CLEAR
from hub.query.engine import Engine
from hub.query.judge import Judge
from hub.query.operation import prepare
from schema.catalog import ObjectType, catalog
from schema.federation import subgraph
from schema.policy import policy
from tests.province import CallerOf, officer

NOBODY = "00000000-0000-4000-8000-000000000000"
NODES = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }"
SUBJECTS = (
    "query ($references: [SubjectReference!]!) { subjectsByReference(references: $references) { __typename id } }"
)
ENTITIES = """query ($representations: [_Any!]!) { _entities(representations: $representations) {
    __typename ... on Node { id } } }"""
FILES = "... on Subject { cases(first: 100) { nodes { listings(first: 6) { nodes { id } } } } }"


@dataclass(frozen=True)
class Known:
    """Some rows of every table, by table."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict, repr=False)

    def __getitem__(self, table: str) -> list[dict[str, Any]]:
        return self.rows[table]


def _named() -> list[ObjectType]:
    """The types whose rows may be named."""
    return [kind for kind in catalog().types.values() if not kind.entity.view]


@pytest.fixture(scope="module")
def known(province: Database) -> Known:
    """Eight rows of every table at most."""
    found = Known()
    with province.connect("owner") as connection:
        for kind in _named():
            statement = f"select row_to_json(t) from {kind.entity.table} t limit 8"
            found.rows[kind.entity.table] = [row[0] for row in connection.execute(statement)]
    return found


async def _data(engine: Engine, query: str, caller: Caller, **variables: Any) -> Any:
    return json.loads(await engine.answer(query, None, variables, caller))["data"]


def _type_of(table: str, row: dict[str, Any]) -> str:
    return next(
        kind.name for kind in catalog().types.values() if kind.entity.table == table and not kind.is_interface
        and kind.entity.when in (None, row.get("kind"))
    )  # fmt: skip


# --- order and nulls -----------------------------------------------------------------------------------------------

PICKS = st.lists(st.integers(0, 10_000), max_size=20)
EXAMPLES = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
#: tables of which the role CH may see no row
HIDDEN = ("batch", "source")


@EXAMPLES
@given(picks=PICKS)
async def test_answers_any_mix_of_ids_in_order(
    engine: Engine, caller: CallerOf, known: Known, picks: list[int]
) -> None:
    """Each id gets its object or null at its own place, whichever table it is in, however often it is named."""
    seen = [
        (row["id"], {"__typename": _type_of(table, row), "id": row["id"]})
        for table, rows in known.rows.items() if table not in HIDDEN for row in rows
    ]  # fmt: skip
    unseen = [(row["id"], None) for table in HIDDEN for row in known[table]] + [(NOBODY, None)] * 20
    mix = [*seen, *unseen]
    picked = [mix[pick % len(mix)] for pick in picks]

    found = await _data(engine, NODES, caller("CH"), ids=[identity for identity, _ in picked])
    assert found["nodes"] == [expected for _, expected in picked]


@EXAMPLES
@given(picks=PICKS)
async def test_answers_any_mix_of_references_in_order(
    engine: Engine, caller: CallerOf, known: Known, truth: dict[str, Any], picks: list[int]
) -> None:
    """Ids, codes and people beside one another, with null where there is none, also for a name that does not fit."""
    person, firm = truth["samples"]["listed_person"], truth["samples"]["listed_enterprise"]
    number, name, code = person["id_number"], person["name"], firm["credit_code"]
    mix: list[tuple[dict[str, Any], str | None]] = [
        ({"creditCode": code}, "Enterprise"), ({"creditCode": "91330211MA2A00018F"}, None), ({"id": NOBODY}, None),
        ({"person": {"idNumber": number, "name": name}}, "NaturalPerson"),
        ({"person": {"idNumber": number, "name": f" {name[0]} {name[1:]} "}}, "NaturalPerson"),
        ({"person": {"idNumber": number, "name": firm["name"]}}, None),
        *(({"id": row["id"]}, _type_of("subject", row)) for row in known["subject"]),
    ]  # fmt: skip
    picked = [mix[pick % len(mix)] for pick in picks]
    found = await _data(engine, SUBJECTS, caller("CH"), references=[reference for reference, _ in picked])

    assert [one and one["__typename"] for one in found["subjectsByReference"]] == [kind for _, kind in picked]


async def test_answers_representations_of_every_type_by_every_key(
    engine: Engine, caller: CallerOf, known: Known
) -> None:
    """Each key of each type finds its row; under the interface's name the concrete type is told, under a wrong type
    nothing is found.
    """
    representations, expected = [], []
    for table, rows in known.rows.items():
        row = next(iter(rows), None)
        if row is None or table in HIDDEN:
            continue
        name = _type_of(table, row)
        answer = {"__typename": name, "id": row["id"]}
        for key, value in catalog().types[name].references.items():
            if row[value.name] is not None:
                representations.append({"__typename": name, key: row[value.name]})
                expected.append(answer)
        representations.append({"__typename": catalog().leading(name), "id": row["id"]})
        expected.append(answer)
        representations.append({"__typename": "Court" if name != "Court" else "Area", "id": row["id"]})
        expected.append(None)  # type: ignore[arg-type]
    found = await _data(engine, ENTITIES, caller("CH"), representations=representations)

    assert found["_entities"] == expected
    assert len(expected) > 50


async def test_finds_a_code_that_fails_its_check_digit(engine: Engine, caller: CallerOf, province: Database) -> None:
    """The hub shows such codes as sources deliver them; a gateway that hands one back gets its subject."""
    with province.connect("owner") as connection:
        row = connection.execute(
            "select credit_code, id::text from subject where not credit_code_valid and kind = 'ENTERPRISE' limit 1"
        ).fetchone()
    assert row
    named = [{"__typename": "Enterprise", "creditCode": row[0]}]

    assert (await _data(engine, ENTITIES, caller("CH"), representations=named))["_entities"][0]["id"] == row[1]


async def test_plans_once_however_many_and_whatever_is_named(engine: Engine, caller: CallerOf, known: Known) -> None:
    """Number and order of references are no part of plan and SQL text; by which fields they name subjects is."""
    subject, court = known["subject"][0]["id"], known["court"][0]["code"]
    mixes: dict[str, list[dict[str, Any]]] = {
        NODES: [{"ids": [subject]}, {"ids": [subject, NOBODY, subject]}],
        SUBJECTS: [
            {"references": [{"id": subject}, {"creditCode": "91330211MA2A00018F"}]},
            {"references": [{"creditCode": "91330211MA2A00018F"}] * 2 + [{"id": subject}]},
        ],
        ENTITIES: [
            {"representations": []}, {"representations": [{"__typename": "Subject", "id": subject}]},
            {"representations": [{"__typename": "Court", "code": court}, {"__typename": "Area", "id": subject}]},
        ],
    }  # fmt: skip
    for query, several in mixes.items():
        statements = [engine.plan(prepare(query, None, variables), caller("CH")) for variables in several]
        assert all(statement is statements[0] for statement in statements)


async def test_takes_references_from_literals_and_variables_within(
    engine: Engine, caller: CallerOf, truth: dict[str, Any]
) -> None:
    """A list written in the document may hold variables at any depth; values still reach SQL as parameters only."""
    person, firm = truth["samples"]["listed_person"], truth["samples"]["listed_enterprise"]
    query = """query ($code: CreditCode!, $number: IdNumber!, $whole: SubjectReference!, $court: String!) {
        subjectsByReference(references: [{creditCode: $code}, $whole,
            {person: {idNumber: $number, name: "%s"}}]) { name }
        _entities(representations: [{__typename: "Court", code: $court}]) { ... on Court { code } } }"""
    found = await _data(
        engine, query % person["name"], caller("CH"), code=firm["credit_code"], number=person["id_number"],
        whole={"creditCode": firm["credit_code"]}, court="浙0211",
    )  # fmt: skip

    assert [one["name"] for one in found["subjectsByReference"]] == [firm["name"], firm["name"], person["name"]]
    assert found["_entities"] == [{"code": "浙0211"}]


# --- what may be seen ----------------------------------------------------------------------------------------------


async def test_cannot_tell_an_invisible_row_from_none(engine: Engine, caller: CallerOf, known: Known) -> None:
    """The same statement and the same bytes for a row that does not exist and one that is not the caller's."""
    other = next(row["id"] for row in known["batch"])
    bank = caller("BK", agency="somebody-else")
    one, many = "query ($id: ID!) { node(id: $id) { id } }", NODES
    for query, name, make in (
        (one, "id", lambda identity: identity),
        (many, "ids", lambda identity: [identity]),
        (ENTITIES, "representations", lambda identity: [{"__typename": "Batch", "id": identity}]),
    ):
        answers = {await engine.answer(query, None, {name: make(identity)}, bank) for identity in (other, NOBODY)}
        assert len(answers) == 1
        assert b"null" in answers.pop()


async def test_opens_purposes_for_one_node_only(engine: Engine, caller: CallerOf, truth: dict[str, Any]) -> None:
    """`node` asks about one subject, like `subject`; whoever names a list asks about nobody in particular."""
    person = truth["samples"]["listed_person"]
    asking = caller("MR", purpose="REGISTRATION", matter="M-1")
    reference = {"person": {"idNumber": person["id_number"], "name": person["name"]}}
    find = "query ($n: IdNumber!, $m: String!) { subject(idNumber: $n, name: $m) { id } }"
    found = await _data(engine, find, asking, n=person["id_number"], m=person["name"])
    identity = found["subject"]["id"]
    one = "query ($id: ID!) { node(id: $id) { ... on Subject { name } } }"

    assert (await _data(engine, one, asking, id=identity))["node"] == {"name": person["name"]}
    for query, name, variables in (
        (NODES, "nodes", {"ids": [identity]}),
        (SUBJECTS, "subjectsByReference", {"references": [reference]}),
        (ENTITIES, "_entities", {"representations": [{"__typename": "NaturalPerson", "id": identity}]}),
    ):
        asked = query.replace("__typename", "... on Subject { name }")
        assert (await _data(engine, asked, asking, **variables))[name][0]["name"] == "张*子"


async def test_keeps_purposes_shut_for_what_is_no_subject(engine: Engine, caller: CallerOf, known: Known) -> None:
    """A case or a listing is a fact, not somebody asked about: there Q stays shut as in any list."""
    listing = next(row for row in known["listing"] if row["kind"] == "SX" and row["state"] == "PUBLISHED")
    asking = caller("BK", purpose="CREDIT_REVIEW", matter="M-1")
    query = "query ($id: ID!) { node(id: $id) { ... on DishonestDebtorListing { obligation } } }"
    with pytest.raises(Forbidden) as refused:
        await _data(engine, query, asking, id=listing["id"])

    assert refused.value.data["refused"] == [
        {
            "coordinate": "DishonestDebtorListing.obligation", "opensWith": "PURPOSE_AND_MATTER",
            "purposes": ["CREDIT_REVIEW", "ENFORCEMENT_ASSISTANCE", "INCENTIVE"],
        }
    ]  # fmt: skip


async def test_refuses_what_is_asked_of_types_that_are_hidden(engine: Engine, caller: CallerOf) -> None:
    """Fields asked of a type by its name are refused by name; what every node has is not, for nothing was asked."""
    query = "query ($id: ID!) { node(id: $id) { id __typename ... on Batch { mine: id fileName __typename } } }"
    with pytest.raises(Forbidden) as refused:
        await _data(engine, query, caller("PU"), id=NOBODY)

    assert {one["coordinate"] for one in refused.value.data["refused"]} == {"Batch.id", "Batch.fileName"}
    assert await _data(engine, "query ($id: ID!) { node(id: $id) { id } }", caller("PU"), id=NOBODY) == {"node": None}


async def test_refuses_keys_without_sight(engine: Engine, caller: CallerOf, truth: dict[str, Any]) -> None:
    """Whoever may not see ID numbers finds nobody by one; the same batch by credit code is answered."""
    person, firm = truth["samples"]["listed_person"], truth["samples"]["listed_enterprise"]
    by_number = {"person": {"idNumber": person["id_number"], "name": person["name"]}}
    by_code = {"creditCode": firm["credit_code"]}
    with pytest.raises(Forbidden) as refused:
        await _data(engine, SUBJECTS, caller("GM"), references=[by_code, by_number])

    assert [one["coordinate"] for one in refused.value.data["refused"]] == ["NaturalPerson.idNumber"]
    assert (await _data(engine, SUBJECTS, caller("GM"), references=[by_code]))["subjectsByReference"][0]


def test_never_withholds_an_id() -> None:
    """`id: ID!` is kept for every set of up to three roles: the id of a row that is there is clear, never masked."""
    for roles in itertools.chain.from_iterable(itertools.combinations(policy().roles, n) for n in (1, 2, 3)):
        judge = Judge(officer(*roles))
        for kind in catalog().types.values():
            for rows in judge._visibility(kind.name):
                sight = judge._sight(catalog().types[rows.type_name].values["id"], rows)
                assert sight == CLEAR, (roles, rows.type_name)


# --- what is refused -----------------------------------------------------------------------------------------------

MALFORMED = [
    None, 5, "Court", [], [["Court"]], {}, {"id": NOBODY}, {"__typename": None, "id": NOBODY},
    {"__typename": "Nothing", "id": NOBODY}, {"__typename": ["Court"], "code": "浙0211"}, {"__typename": "Court"},
    {"__typename": "Court", "id": 5}, {"__typename": "Court", "id": "x"}, {"__typename": "Court", "code": ["浙0211"]},
    {"__typename": "Court", "code": {}}, {"__typename": "Court", "code": "浙" * 201},
    {"__typename": "Court", "code": None}, {"__typename": "Court", "name": "x"}, {"__typename": "_Service", "sdl": ""},
    {"__typename": "WorkDay", "day": "2025-02-30"}, {"__typename": "AgencyConnection", "id": NOBODY},
    {"__typename": "NaturalPerson", "creditCode": "91330211MA2A00018F"},
]  # fmt: skip


@pytest.mark.parametrize("representation", MALFORMED, ids=lambda value: json.dumps(value, ensure_ascii=False)[:40])
async def test_refuses_malformed_representations(engine: Engine, caller: CallerOf, representation: Any) -> None:
    """Whatever a gateway sends, the refusal is typed, says where, and repeats nothing of it."""
    good = {"__typename": "Court", "code": "浙0211"}
    with pytest.raises((InvalidArgument, InvalidVariables)) as refused:
        await _data(engine, ENTITIES, caller("CH"), representations=[good, representation])

    if isinstance(refused.value, InvalidArgument):
        assert refused.value.data["argument"] == "representations[2]"
    assert "浙浙" not in str(refused.value)


@pytest.mark.parametrize(
    ("query", "variables"),
    [
        (NODES, {"ids": [NOBODY] * 101}),
        (SUBJECTS, {"references": [{"id": NOBODY}] * 501}),
        (ENTITIES, {"representations": [{"__typename": "Court", "id": NOBODY}] * 501}),
        # 500 subjects × a page of 100
        (SUBJECTS.replace("__typename", "cases(first: 100) { nodes { id } }"), {"references": [{"id": NOBODY}] * 500}),
        (NODES.replace("__typename", FILES), {"ids": [NOBODY] * 100}),
    ],
)  # fmt: skip
async def test_limits_what_one_question_names_and_brings(
    engine: Engine, caller: CallerOf, query: str, variables: dict[str, Any]
) -> None:
    """References count like rows of a page: their number, and what each brings along."""
    before = engine.reader.statements
    with pytest.raises(LimitExceeded):
        await _data(engine, query, caller("CH"), **variables)

    assert engine.reader.statements == before


async def test_counts_the_heaviest_type_of_a_node_once(engine: Engine, caller: CallerOf) -> None:
    """A row stands in one table: what the types of other tables would bring does not count beside it."""
    query = """query ($ids: [ID!]!) { nodes(ids: $ids) {
        ... on Subject { cases(first: 60) { nodes { id } } }
        ... on Case { parties(first: 100) { nodes { id } } otherDebtors(first: 100) { nodes { id } } }
        ... on Area { courts(first: 100) { nodes { id } } children(first: 100) { nodes { id } } } } }"""

    assert (await _data(engine, query, caller("CH"), ids=[NOBODY] * 100))["nodes"] == [None] * 100


@pytest.mark.parametrize(
    ("query", "variables"),
    [
        ("query ($id: ID!) { node(id: $id) { id } }", {"id": "x"}),
        (NODES, {"ids": [NOBODY, "x"]}),
        (NODES, {"ids": [5]}),
        (SUBJECTS, {"references": [{"id": "x"}]}),
        (SUBJECTS, {"references": [{}]}),
        (SUBJECTS, {"references": [{"id": NOBODY, "creditCode": "91330211MA2A00018F"}]}),
        (SUBJECTS, {"references": [{"id": None}]}),
        (SUBJECTS, {"references": [{"creditCode": "x"}]}),
        (SUBJECTS, {"references": [{"person": {"idNumber": "330211199003079015"}}]}),
        (SUBJECTS, {"references": [None]}),
        (SUBJECTS, {"references": None}),
        ('{ subjectsByReference(references: [{id: "x", creditCode: "y"}]) { id } }', {}),
        ("query ($id: ID) { subjectsByReference(references: [{id: $id}]) { id } }", {}),
        ("{ _entities(representations: [$x]) { __typename } }", {}),
        ("{ _entities(representations: [{a: {b: [NaN, {c: ENUM}]}}]) { __typename } }", {}),
    ],
)  # fmt: skip
async def test_refuses_malformed_references(
    engine: Engine, caller: CallerOf, query: str, variables: dict[str, Any]
) -> None:
    """No id, no way of naming or two of them, null, half a person: typed refusals before any SQL."""
    before = engine.reader.statements
    with pytest.raises(HubError) as refused:
        await _data(engine, query, caller("CH"), **variables)

    assert refused.value.status == 400
    assert engine.reader.statements == before


# --- the hub as a subgraph -----------------------------------------------------------------------------------------


async def test_answers_service_alone(engine: Engine, caller: CallerOf) -> None:
    """`_service` is about the schema: `__typename` may stand beside it, data may not, however it is hidden."""
    assert (await _data(engine, "{ _service { sdl } __typename }", caller("SA")))["_service"]["sdl"] == subgraph()
    for mixed in (
        "{ _service { sdl } courts { totalCount } }",
        "{ ...F courts { totalCount } } fragment F on Query { s: _service { sdl } }",
    ):
        with pytest.raises(IntrospectionMixed):
            await _data(engine, mixed, caller("CH"))


async def test_searches_every_table_by_an_index(province: Database, engine: Engine, caller: CallerOf) -> None:
    """With sequential reading made dear, no probe of `node` is left that an index does not serve."""
    query = "query ($id: ID!) { node(id: $id) { id } }"
    statement = engine.plan(prepare(query, None, {"id": NOBODY}), caller("CH"))
    given = {"uuid": NOBODY, "text[]": "{}"}
    text = re.sub(r"\$\d+::(uuid|text\[\])", lambda at: f"'{given[at[1]]}'::{at[1]}", statement.text)
    with province.connect("owner") as connection:
        connection.execute("set enable_seqscan = off")
        lines = [row[0] for row in connection.execute(f"explain (costs off) {text}")]

    # of a subject the id may be one of those that were joined to another
    probes = [line for line in lines if re.search(rf"Index Cond: \(id = (COALESCE\(.*)?'{NOBODY}'", line)]
    assert len(probes) == text.count("limit 1") > 10
    assert not [line for line in lines if "Seq Scan" in line and "rule$" not in line]
