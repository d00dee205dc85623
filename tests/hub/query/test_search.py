"""Search for organisations by name: who is found, how like, and for whom; never a person, never without sight."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg import Connection

from hub.caller import Caller
from hub.database import Database
from hub.errors import Forbidden, InvalidArgument, LimitExceeded
from hub.query.engine import Engine
from schema.names import core_of, name_of
from tests.oracle import search as oracle
from tests.province import CallerOf, officer

#: few characters, so that names are alike
SIGNS = "杭州宁波示例钢铁恒远瑞丰科技贸易集团"
FORMS = ("有限公司", "有限责任公司", "股份有限公司", "(中国)有限公司", "有限公司杭州分公司", "公司", "局", "")
NAMES = st.builds(lambda core, form: core + form, st.text(SIGNS, min_size=2, max_size=10), st.sampled_from(FORMS))
SEARCH = """query ($name: String!, $first: Int! = 20) { searchSubjects(name: $name, first: $first) {
    score subject { __typename id name } } }"""
FUNCTION = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


def put(connection: Connection[Any], names: list[str], kind: str = "ENTERPRISE") -> None:
    """Subjects of a kind with these names."""
    connection.execute(
        """insert into subject (kind, name, batch_id, row_no, content_hash, is_provisional)
           select %s, n, gen_random_uuid(), 1, 0, false from unnest(%s::text[]) n""",
        (kind, names),
    )


def found(connection: Connection[Any], name: str) -> list[tuple[str, float]]:
    """What the database finds: name and score, in its order."""
    rows = connection.execute(
        """select s.name, f.score::float from find_organisations(%s) f join subject s using (id) order by f.place""",
        (name,),
    )
    return rows.fetchall()


@pytest.fixture
def alike(database: Database) -> Iterator[Connection[Any]]:
    """Three hundred organisations whose names are like one another's, and people who are called the same."""
    dice = random.Random(1)
    names = ["".join(dice.choices(SIGNS, k=dice.randrange(2, 9))) + dice.choice(FORMS) for _ in range(300)]
    with database.connect("owner") as connection:
        put(connection, names)
        put(connection, names[:150], "NATURAL_PERSON")
        yield connection


@FUNCTION
@given(name=NAMES)
def test_finds_what_looking_at_every_name_finds(alike: Connection[Any], name: str) -> None:
    """Scores and order are those of a scorer that has no index and counts in fractions; nobody is left out."""
    sought = oracle.core(name)
    rows = alike.execute("select id::text, name from subject where kind <> 'NATURAL_PERSON'").fetchall()
    scored = [(round(oracle.likeness(sought, oracle.core(there)), 6), row, there) for row, there in rows]
    best = sorted((one for one in scored if one[0] >= 0.3), key=lambda one: (-one[0], one[1]))[:100]
    wanted = [(there, int(10 * like) / 10) for like, _, there in best] if len(sought) > 1 else []

    assert found(alike, name) == wanted


@FUNCTION
@given(name=st.one_of(NAMES, st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)))
def test_a_core_is_the_same_wherever_it_is_cut(alike: Connection[Any], name: str) -> None:
    """The hub refuses names without a telling character by the same rule by which the database cuts them."""
    assert alike.execute("select name_core(%s)", (name,)).fetchone() == (core_of(name),)


def test_finds_rare_names_among_many(database: Database) -> None:
    """Where there are too many names to look at all, statistics choose the pairs: what was meant is found all the same
    with another form, without a place, with a wrong character, and beside everybody who is called the same.
    """
    dice = random.Random(2)
    places, trades = ("杭州", "宁波", "温州", "绍兴"), ("科技", "贸易", "机电", "建材", "食品")
    words = [chr(0x4E00 + one) for one in range(400)]
    names = [
        f"{dice.choice(places)}{''.join(dice.choices(words, k=3))}{dice.choice(trades)}有限公司" for _ in range(9000)
    ]
    with database.connect("owner") as connection:
        put(connection, [*names, "杭州钢铁集团有限公司", "宁波同名科技有限公司", "宁波同名科技有限责任公司"])
        connection.execute("analyze subject")
        for name in dice.sample(names, 60):
            place, wrong = dice.randrange(2, 5), dice.choice(words)
            assert (name, 1.0) in found(connection, name)
            assert (name, 1.0) in found(connection, name.replace("有限公司", "股份有限公司"))
            assert name in dict(found(connection, name[2:]))
            assert name in dict(found(connection, name[:place] + wrong + name[place + 1 :])[:20])
        assert found(connection, "杭钢集团")[0][0] == "杭州钢铁集团有限公司"
        homonyms = found(connection, "宁波同名科技有限公司")[:2]
    assert sorted(homonyms) == [("宁波同名科技有限公司", 1.0), ("宁波同名科技有限责任公司", 1.0)]


@pytest.mark.parametrize(
    ("asked", "there", "score"),
    [
        ("宁波恒远科技有限公司", "宁波恒远科技有限责任公司", 1.0),
        ("宁波恒远(中国)科技有限公司", "宁波恒远（中国）科技股份有限公司", 1.0),
        ("abc科技", "ABC科技有限公司", 1.0),
        ("恒远银行", "恒远银行股份有限公司杭州分行", 0.7),
        ("杭钢", "杭州钢铁集团有限公司", 0.7),
        ("宁波恒元科技", "宁波恒远科技有限公司", 0.6),
        ("温州瑞丰贸易", "宁波恒远科技有限公司", None),
    ],
)
async def test_scores_say_how_like_a_name_is(
    engine: Engine, province: Database, caller: CallerOf, asked: str, there: str, score: float | None
) -> None:
    """Forms of company, brackets of any width and capitals make no difference; parts and errors cost."""

    spelled = name_of(there)
    with province.connect("owner") as connection:
        put(connection, [spelled])
    try:
        body = json.loads(await engine.answer(SEARCH, None, {"name": asked, "first": 100}, caller("PU")))
    finally:
        with province.connect("owner") as connection:
            connection.execute("delete from subject where name = %s", (spelled,))
    scores = {one["subject"]["name"]: one["score"] for one in body["data"]["searchSubjects"]}
    assert scores.get(spelled) == score


async def test_finds_organisations_alone(engine: Engine, province: Database, caller: CallerOf) -> None:
    """A person's name finds nobody, whoever asks: people are looked up by number and name."""
    with province.connect("owner") as connection:
        rows = connection.execute("select distinct name from subject where kind = 'NATURAL_PERSON' limit 20").fetchall()
    assert rows
    for (name,) in rows:
        body = json.loads(await engine.answer(SEARCH, None, {"name": name}, caller("CH")))
        assert all(one["subject"]["__typename"] != "NaturalPerson" for one in body["data"]["searchSubjects"])
        assert name not in {one["subject"]["name"] for one in body["data"]["searchSubjects"]}


@pytest.mark.parametrize("role", ["DP", "SA"])
async def test_whoever_sees_no_names_finds_nobody_by_them(engine: Engine, caller: CallerOf, role: str) -> None:
    """Use needs sight; nothing is told of whether there is somebody."""
    with pytest.raises(Forbidden) as refused:
        await engine.answer(SEARCH, None, {"name": "示例机电"}, caller(role))
    assert [one["coordinate"] for one in refused.value.data["refused"]] == ["Query.searchSubjects"]


async def test_a_subject_finds_itself_alone(engine: Engine, province: Database) -> None:
    """Whose right is to its own records finds nobody else by name, however like the names are."""
    with province.connect("owner") as connection:
        query = "select id::text, name from subject where kind = 'ENTERPRISE' order by id limit 1"
        row = connection.execute(query).fetchone()
    assert row
    itself: Caller = officer("SE", subject_id=row[0])
    body = json.loads(await engine.answer(SEARCH, None, {"name": row[1], "first": 100}, itself))
    assert [one["subject"]["id"] for one in body["data"]["searchSubjects"]] == [row[0]]


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"name": "有限公司"}, InvalidArgument),
        ({"name": "甲"}, InvalidArgument),
        ({"name": "甲乙" * 60}, InvalidArgument),
        ({"name": "甲乙", "first": 0}, InvalidArgument),
        ({"name": "甲乙", "first": 101}, LimitExceeded),
    ],
)
async def test_refuses_what_tells_nobody_apart(
    engine: Engine, caller: CallerOf, given: dict[str, Any], fault: type[Exception]
) -> None:
    """A name of which only the form of company is left, or one character, would find everybody."""
    with pytest.raises(fault):
        await engine.answer(SEARCH, None, given, caller("PU"))
