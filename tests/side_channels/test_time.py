"""Rows 38 to 43, *time, size*: what the clock, the length, the caches and the queues say.

Times are held against the floor and its steps, never against one another in microseconds: the machine is noisy, and the
floor is what the hub promises.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from hub.budgets.misses import A_MINUTE
from hub.database import Writer
from hub.errors import TooManyRequests
from hub.query import document
from hub.query.exact import ACT_FLOOR, FLOOR, JITTER
from hub.query.operation import prepare
from hub.server.admission import EACH, Admission
from hub.server.http import _headers
from hub.server.negotiation import GRAPHQL, PLAIN
from schema.catalog import catalog
from tests.hub.actions.conftest import World
from tests.side_channels.pairs import Counter, nobody, somebody

#: seconds by which a busy machine may wake up late, at its best of several times
SLACK = 0.01
#: pairs of a timing test; rule 8 asks for thirty
PAIRS = 30


async def _taken(asked: Awaitable[Any]) -> float:
    begun = time.perf_counter()
    await asked
    return time.perf_counter() - begun


def _late(taken: list[float], floor: float) -> float:
    """By how much the most punctual answer left after a step; work of part of a step would show as more."""
    return min(seconds % floor for seconds in taken)


async def test_row_38_found_and_not_found_take_the_same_time(counter: Counter, place: World) -> None:
    """Channel: index hit or miss, extra work on a hit. Rule: a floor of 30 ms and its steps for who sees no numbers:
    nothing comes before the floor, and over thirty pairs both leave at the steps, whatever work lay between."""
    _, ask = place.person("示例时")
    await counter.look_up(somebody("MR"), ask)
    hits, misses = [], []
    for n in range(PAIRS):
        hits.append(await _taken(counter.look_up(somebody("MR"), ask)))
        misses.append(await _taken(counter.look_up(somebody("MR"), nobody(n))))

    assert min(*hits, *misses) >= FLOOR - 0.001
    for taken in (hits, misses):
        assert _late(taken, FLOOR) < JITTER + SLACK
    assert abs(min(hits) - min(misses)) < JITTER + SLACK


@pytest.mark.parametrize("state", ["PUBLISHED", "SHIELDED", "GRACE"])
async def test_row_38_a_screening_takes_the_same_time_whatever_it_finds(
    counter: Counter, place: World, state: str
) -> None:
    """Channel: the same, a hundred at a time. Rule: a floor for everybody, whichever state the entry is in; a refusal
    for an empty budget takes no less."""
    person, ask = place.person(f"示例时{state}")
    place.enlist(person, state=state)
    await counter.screen(somebody("FI"), ask)
    hits, misses = [], []
    for n in range(6):
        hits.append(await _taken(counter.screen(somebody("FI"), ask)))
        misses.append(await _taken(counter.screen(somebody("FI"), nobody(n))))
    spent = somebody("FI")
    await counter.screen(spent, *[nobody(700 + n) for n in range(100)])
    refused = await _taken(counter.screen(spent, ask))

    assert min(*hits, *misses, refused) >= ACT_FLOOR - 0.001
    for taken in (hits, misses):
        assert _late(taken, ACT_FLOOR) < JITTER + SLACK


async def test_row_38_as_many_statements_whatever_is_found(
    counter: Counter, place: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rule: as many queries, in the act as in the read, for hit, candidate, shielded, in grace and unknown."""
    asks = []
    for state in ("PUBLISHED", "SHIELDED", "GRACE", "REMOVED"):
        person, ask = place.person(f"示例数{state}")
        place.enlist(person, state=state)
        asks.append(ask)
    candidate, fitting = place.masked_person("示例数疑", 6, 4)
    place.enlist(candidate)
    sent: list[str] = []
    execute = psycopg.AsyncConnection.execute

    async def counted(self: Any, query: Any, *rest: Any, **more: Any) -> Any:
        sent.append(str(query)[:40])
        return await execute(self, query, *rest, **more)

    await counter.screen(somebody("FI"), nobody(0))  # connects
    monkeypatch.setattr(psycopg.AsyncConnection, "execute", counted)
    numbers = set()
    for one in (*asks, fitting, nobody(1)):
        sent.clear()
        before = counter.engine.reader.statements
        assert (await counter.screen(somebody("FI"), one)).startswith(b'{"data"')
        numbers.add((len(sent), counter.engine.reader.statements - before))

    assert len(numbers) == 1


async def test_row_39_rows_are_cut_in_the_database(
    counter: Counter, place: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Channel: rows fetched and dropped in Python. Rule: what the database returns holds no row and no value that the
    answer does not show; the answer is the same bytes between two fixed ones."""
    bodies: list[bytes] = []
    fetch = counter.engine.reader.fetch

    async def kept(*asked: Any) -> bytes:
        bodies.append(await fetch(*asked))
        return bodies[-1]

    monkeypatch.setattr(counter.engine.reader, "fetch", kept)
    person, ask = place.person("示例切割")
    hidden = place.enlist(person, "SERIOUS_DISHONESTY", state="SHIELDED")
    place.enlist(person)
    query = """{ listings { nodes { id state subject { name ... on NaturalPerson { idNumber } } } }
        subjects(filter: {kind: {eq: NATURAL_PERSON}}) { totalCount nodes { name } } }"""
    answer = await counter.told(somebody("MR"), query)

    assert b'"PUBLISHED"' in bodies[-1]
    assert answer.startswith(b'{"data":')
    assert answer.count(b'"state"') == bodies[-1].count(b'"state"')
    for secret in (hidden, ask["idNumber"], ask["name"]):
        assert secret.encode() not in bodies[-1]


async def test_row_40_no_cache_tells_that_another_agency_asked_for_somebody(counter: Counter, place: World) -> None:
    """Channel: a hot entry says that someone asked lately. Rule: what is remembered of a document with a name or number
    in it belongs to one agency: for another one it is parsed and compiled as if nobody had ever sent it."""
    _, ask = place.person("示例热")
    first, second = somebody("MR"), somebody("MR")
    text = f'{{ subject(idNumber: "{ask["idNumber"]}", name: "{ask["name"]}") {{ __typename }} }}'

    def made() -> list[int]:
        known = (document._document, document.tree)
        return [*(one.cache_info().misses for one in known), counter.engine.plans.misses]

    async def read(caller: Any) -> list[int]:
        """Documents read, trees made and statements compiled for one request."""
        before = made()
        await counter.told(caller, text)
        return [b - a for a, b in zip(before, made(), strict=True)]

    cold, again, other = await read(first), await read(first), await read(second)

    assert cold == [1, 1, 1]
    assert again == [0, 0, 0]
    assert other == cold


async def test_row_40_documents_without_texts_are_shared(counter: Counter) -> None:
    """What is shared on purpose: a document whose values all come as variables tells of a program and of nobody."""
    query = "query Gemeinsam($n: IdNumber!, $m: String!) { subject(idNumber: $n, name: $m) { __typename } }"
    found = {prepare(query, None, {"n": nobody(1)["idNumber"], "m": "x"}, asker).key for asker in ("a", "b")}
    own = {prepare('{ area: areas(filter: {code: {eq: "33"}}) { totalCount } }', None, {}, asker).key for asker in "ab"}

    assert (len(found), len(own)) == (1, 2)


async def test_row_40_answers_are_not_kept(counter: Counter, place: World) -> None:
    """No store of answers lies on the way of a look-up: every asking asks the database, also the same one again."""
    _, ask = place.person("示例存")
    caller, sent = somebody("MR"), []
    for _ in range(3):
        before = counter.engine.reader.statements
        await counter.look_up(caller, ask)
        sent.append(counter.engine.reader.statements - before)

    assert sent == [1, 1, 1]


async def test_row_41_lengths_tell_nothing(counter: Counter, place: World) -> None:
    """Channel: length of the answer. Rule: masks of fixed length: two people who differ in what is masked are answered
    in as many bytes, whole numbers and absent ones alike."""
    whole = [place.person("示例长")[0] for _ in range(2)]
    for one in whole:
        place.enlist(one)
    query = "query ($i: ID!) { subject(id: $i) { name ... on NaturalPerson { idNumber birthDate sex } } }"
    answers = [await counter.told(somebody("MR"), query, i=one) for one in whole]

    assert len({len(answer) for answer in answers}) == 1
    assert all(len(json.loads(answer)["data"]["subject"]["idNumber"]) == 18 for answer in answers)


@pytest.mark.parametrize("kind", [PLAIN, GRAPHQL])
def test_row_41_answers_are_not_compressed(kind: bytes) -> None:
    """Channel: compression of secrets beside an echo (BREACH). Rule: no answer is compressed, nor may be on its way."""
    names = {name for name, _ in _headers(kind, b"{}")}

    assert names == {b"content-type", b"content-length", b"cache-control", b"x-content-type-options"}


async def test_row_42_look_ups_wait_for_nobodys_locks(counter: Counter, place: World) -> None:
    """Channel: locks. Rule: look-ups and screenings take no row locks: one goes through while the row, its listing and
    its identifier are being written by somebody else."""
    person, ask = place.person("示例锁")
    place.enlist(person)
    with place.database.connect("owner") as other:
        for table, column in (("subject", "id"), ("listing", "subject_id"), ("subject_identifier", "subject_id")):
            other.execute(f"select from {table} where {column} = %s for update".encode(), (person,))
        looked = await asyncio.wait_for(counter.look_up(somebody("MR"), ask), 5)
        screened = await asyncio.wait_for(counter.screen(somebody("FI"), ask), 5)
        other.rollback()

    assert looked.startswith(b'{"data"')
    assert b'"HIT"' in screened


async def test_row_42_one_callers_state_is_nobody_elses(counter: Counter) -> None:
    """Channel: queue and rate state shared among callers. Rule: per caller: who has used up slots and misses is
    refused, and another agency's caller notices neither."""
    spent, fresh = somebody("MR"), somebody("MR")
    for n in range(A_MINUTE):
        await counter.look_up(spent, nobody(800 + n))
    admission = Admission(everyone=1000)
    for _ in range(EACH):
        admission.enter(spent)

    assert (await counter.look_up(spent, nobody(1))).startswith(b"429 ")
    assert (await counter.look_up(fresh, nobody(1))).startswith(b'{"data"')
    with pytest.raises(TooManyRequests):
        admission.enter(spent)
    assert admission.enter(fresh) == (fresh.issuer, fresh.subject)


async def test_row_42_an_act_in_flight_holds_up_no_other_agency(counter: Counter, place: World) -> None:
    """An agency whose act stands still in its transaction keeps no other agency's screening waiting."""
    writer = Writer(place.database)
    async with writer.transaction() as connection:
        await connection.execute("select set_config('hub.agency', 'slow', true)")
        await connection.execute(
            "insert into screening (agency_code, officer, scenario, purpose, matter, policy_version)"
            " values ('slow', 'o', 's', 'p', 'm', 'v')"
        )
        answer = await asyncio.wait_for(counter.screen(somebody("FI"), nobody(2)), 5)
    await writer.close()

    assert answer.startswith(b'{"data"')


def test_row_43_nothing_shows_that_a_row_has_changed() -> None:
    """Channel: ETag, Last-Modified, `updatedAt`, `version`. There are none: no such header, and no field of a row that
    says when it was written or how often; whoever adds one has to answer this row."""
    words = ("updatedat", "modified", "etag", "rowversion", "recordedat", "contenthash", "sourcetime", "revision")
    schema = catalog().graphql
    fields = [(name, field) for name, kind in schema.type_map.items() for field in getattr(kind, "fields", None) or ()]

    assert [one for one in fields if any(word in one[1].lower() for word in words)] == []
    assert {name for name, _ in _headers(PLAIN, b"")}.isdisjoint({b"etag", b"last-modified", b"date"})


async def test_row_43_an_answer_stays_when_only_what_is_hidden_changes(counter: Counter, place: World) -> None:
    """Rule: over the caller's view only. A hidden column, the batch, the hash and the instant of a row change, and a
    hidden row beside it: who sees none of it gets the same bytes."""
    person, ask = place.person("示例变")
    listed, caller = place.enlist(person), somebody("MR")
    query = """query ($i: ID!, $n: IdNumber!, $m: String!) {
        node(id: $i) { id ... on DishonestDebtorListing { state publishedOn kind subjectKind } }
        listings(first: 50) { totalCount nodes { id state } pageInfo { endCursor hasNextPage } }
        subject(idNumber: $n, name: $m) { name listings { nodes { state } } } }"""
    given = {"i": listed, "n": ask["idNumber"], "m": ask["name"]}

    def seen(answer: bytes) -> Any:
        data = json.loads(answer)["data"]
        data["listings"]["pageInfo"].pop("endCursor")  # sealed with a nonce: never the same twice
        return data

    before = seen(await counter.told(caller, query, **given))
    place.connection.execute(
        "update listing set obligation = '秘', batch_id = %s, content_hash = 99, recorded_at = now(), row_no = 77,"
        " absent_since = now() where id = %s", (str(uuid4()), listed)
    )  # fmt: skip
    place.connection.execute("update subject set phone = '13900000000', content_hash = 5 where id = %s", (person,))
    place.enlist(person, "SERIOUS_DISHONESTY", state="SHIELDED")

    assert seen(await counter.told(caller, query, **given)) == before


async def test_row_38_the_addition_cannot_be_averaged_away(counter: Counter) -> None:
    """The jitter is keyed by the question: the same for every asker and every time, another for another question."""
    taken = [await _taken(counter.look_up(somebody("MR"), nobody(5))) for _ in range(7)]
    others = [await _taken(counter.look_up(somebody("MR"), nobody(n))) for n in range(10, 17)]

    assert _late(taken, FLOOR) < JITTER + SLACK
    assert sorted(taken)[2] - min(taken) < SLACK
    assert len({round(one, 3) for one in others}) > 1
