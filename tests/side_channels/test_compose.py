"""Rows 49 to 55, *compose*: what is shut on one road and open on another, rights and budgets that add up."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from hub.budgets.misses import A_BATCH, A_DAY
from hub.errors import Unauthenticated
from hub.identity import Authenticator
from hub.server.admission import EACH, Admission
from schema.catalog import catalog
from schema.policy import policy
from tests.hub.actions.conftest import World
from tests.hub.server.conftest import hub  # noqa: F401  the fixture
from tests.hub.server.running import Hub
from tests.hub.signers import Signer, claims, settings, write_key_set
from tests.province import officer
from tests.side_channels.pairs import Counter, nobody, somebody

#: levels from the widest to none, as far as an ID number is concerned
WIDTH = {"F": 3, "R": 2, "S": 2, "O": 2, "gov": 2, "listed": 2, "consent": 2, "Q": 2, "M": 1, "H": 0, "A": 0, "-": 0}


def test_row_49_a_number_is_a_number_wherever_it_stands() -> None:
    """Channel: masked here, full there. Rule: class by category. Every ID number of every type is sealed, under one of
    two groups, and nobody sees the one wider than the other: a role that has a subject's number masked has no
    representative's in full."""
    numbers = [
        value for kind in catalog().types.values() for value in kind.values.values() if value.kind.sealed == "id_number"
    ]
    levels = policy().levels

    assert {value.group for value in numbers} == {"person_id_number", "responsible_person_id"}
    for role in policy().roles:
        wide = WIDTH[levels["responsible_person_id"][role]]
        assert wide <= WIDTH[levels["person_id_number"][role]], role


def test_row_49_what_a_number_says_is_shut_with_it() -> None:
    """The number holds the birth date, so no role sees that wider than the number, but liaison officers in their own
    area, as the policy has it; and what is derived from it has no other road: no column of another group holds it."""
    levels = policy().levels
    wider = {role for role in policy().roles
             if WIDTH[levels["person_birth_date"][role]] > max(WIDTH[levels["person_id_number"][role]], 1)}  # fmt: skip
    said = {value.group for kind in catalog().types.values() for value in kind.visible().values()
            if value.name in ("birth_date", "sex", "age", "zodiac", "birth_year")}  # fmt: skip

    assert wider == {"TL"}
    assert said <= {"person_birth_date", "person_profile"}


async def test_row_49_a_person_is_masked_on_every_road(counter: Counter, place: World) -> None:
    """The same person, as subject, behind a listing, beside a hit and by reference: name and number are shown the same
    way on each."""
    person, ask = place.person("示例路径甲")
    place.enlist(person)
    caller = somebody("MR")
    await counter.screen(caller, ask, scenario="COMPANY_REGISTRATION", purpose="REGISTRATION")
    shown = "name ... on NaturalPerson { idNumber }"
    query = f"""query ($i: ID!, $n: IdNumber!, $m: String!) {{
        subject(id: $i) {{ {shown} listings {{ nodes {{ subject {{ {shown} }} }} }} }}
        subjects(first: 100) {{ nodes {{ id {shown} }} }}
        subjectsByReference(references: [{{person: {{idNumber: $n, name: $m}}}}]) {{ {shown} }}
        node(id: $i) {{ ... on Subject {{ {shown} }} }}
        screenings {{ nodes {{ items {{ nodes {{ hits {{ nodes {{ subject {{ {shown} }} }} }} }} }} }} }} }}"""
    data = json.loads(await counter.told(caller, query, i=person, n=ask["idNumber"], m=ask["name"]))["data"]
    seen: list[tuple[str, str]] = []

    def walk(value: Any) -> None:
        for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(each)
        if isinstance(value, dict) and str(value.get("idNumber") or "").endswith(ask["idNumber"][-4:]):
            seen.append((value["name"], value["idNumber"]))

    walk(data)
    assert len(seen) >= 6
    assert set(seen) == {("示**甲", "*" * 14 + ask["idNumber"][-4:])}


async def test_row_50_row_rules_hold_at_every_edge(counter: Counter, place: World) -> None:
    """Channel: row rule on the root only. Rule: at every edge: a role with regional sight finds behind a subject the
    rows that it finds in the lists, and counts no others."""
    near, far = place.unit(area="330211")[0], place.unit(area="331102")[0]
    for subject in (near, far):
        place.enlist(subject)
    caller = somebody("TL")
    query = """query ($i: ID!) { subject(id: $i) { listings { totalCount nodes { id subject { listings {
        totalCount } } } groups(by: []) { count } } } }"""
    found = {subject: json.loads(await counter.told(caller, query, i=subject))["data"]["subject"]["listings"]
             for subject in (near, far)}  # fmt: skip
    listed = json.loads(await counter.told(caller, "{ listings(first: 100) { nodes { id } } }"))["data"]["listings"]

    assert (found[near]["totalCount"], found[far]["totalCount"]) == (1, 0)
    assert found[far]["nodes"] == []
    assert found[far]["groups"] in ([], [{"count": 0}])
    assert {one["id"] for one in found[near]["nodes"]} <= {one["id"] for one in listed["nodes"]}


async def test_row_51_callers_share_no_answers(counter: Counter, place: World) -> None:
    """Channel: a loader or cache of answers shared between callers. Rule: per request, per caller: callers with one
    plan, asking at once, get each their own rows, and the same as alone."""
    for area in ("330211", "331102"):
        place.enlist(place.unit(area=area)[0])
    query = "{ listings(first: 100) { totalCount nodes { id } } }"
    callers = [somebody("TL", areas=(area,), courts=()) for area in ("330211", "3311", "50")]
    alone = [await counter.told(one, query) for one in callers]
    together = await asyncio.gather(*(counter.told(one, query) for one in callers * 10))

    assert len({one.fingerprint for one in callers}) == 1
    assert len(set(alone)) == 3
    assert together == alone * 10


async def test_row_52_one_purpose_a_request(counter: Counter, place: World, tmp_path: Path) -> None:
    """Channel: two purposes in one token, and rights that add up. Rule: the rights of one purpose: a list of purposes
    is no token, a purpose of one role opens nothing of another, and an act is for the purpose of its token."""
    signer = Signer("EdDSA")
    authenticator = Authenticator.from_settings(settings(tmp_path, write_key_set(tmp_path / "jwks.json", signer)))
    await authenticator.open()
    for purpose in (["CREDIT_REVIEW", "INCENTIVE"], "CREDIT_REVIEW INCENTIVE", "CREDIT_REVIEW,INCENTIVE", {"a": 1}):
        with pytest.raises(Unauthenticated):
            await authenticator.authenticate([b"Bearer " + signer.token(claims(purpose=purpose, matter="M-1"))])
    person, ask = place.person("示例目的乙")
    place.enlist(person)
    both = somebody("BK", "TL", purpose="LIAISON", matter="M-1")
    told = json.loads(await counter.look_up(both, ask))["data"]["subject"]
    bound = somebody("FI", purpose="SUBSIDY_REVIEW", matter="示例-1")

    assert told["idNumber"].startswith("*" * 14)
    assert (await counter.screen(bound, nobody(1))).startswith(b"400 ")


async def test_row_53_a_name_is_its_issuers(counter: Counter, place: World) -> None:
    """Channel: `sub` alike from two issuers. Rule: (iss, sub): budgets, slots, cursors and stand-ins of one are not
    another's, though subject and agency read the same."""
    place.enlist(place.unit()[0])
    place.enlist(place.unit()[0])
    same = {"subject": uuid4().hex, "agency": uuid4().hex}
    one, other = (officer("MR", issuer=f"https://{name}.example", **same) for name in ("a", "b"))
    for n in range(10):
        await counter.look_up(one, nobody(n))
    admission = Admission(everyone=1000)
    for _ in range(EACH):
        admission.enter(one)
    query = "query ($a: String) { listings(first: 1, after: $a) { nodes { id } pageInfo { endCursor } } }"
    cursor = json.loads(await counter.told(one, query))["data"]["listings"]["pageInfo"]["endCursor"]

    assert (await counter.look_up(one, nobody(11))).startswith(b"429 ")
    assert (await counter.look_up(other, nobody(11))).startswith(b'{"data"')
    assert admission.enter(other)
    assert (await counter.told(one, query, a=cursor)).startswith(b'{"data"')
    assert b"INVALID_CURSOR" in await counter.told(other, query, a=cursor)


async def test_row_54_officers_who_pool_their_budgets_have_one(counter: Counter) -> None:
    """Channel: many officers of one agency. Rule: budgets per officer and per agency, of look-ups and screenings."""
    agency = uuid4().hex
    for n in range(10):
        await counter.look_up(somebody("MR", agency=agency), nobody(n))
    await counter.screen(somebody("FI", agency=agency), *[nobody(n) for n in range(A_BATCH)])
    left = A_DAY - A_BATCH - 10
    await counter.screen(somebody("FI", agency=agency), *[nobody(n) for n in range(left)])
    fresh = somebody("MR", agency=agency)

    assert (await counter.look_up(fresh, nobody(1))).startswith(b"429 ")
    assert (await counter.screen(fresh, nobody(1), scenario="COMPANY_REGISTRATION", purpose="REGISTRATION")).startswith(
        b"429 "
    )
    assert counter.charged(fresh)[1] == A_DAY


async def test_row_55_aliases_multiply_the_charge(counter: Counter) -> None:
    """Channel: aliases that multiply look-ups in one request. Rule: each is charged, under whatever alias, fragment or
    variable, and more than ten people are not named at once by who sees no numbers."""

    def asked(number: int) -> str:
        one = [
            f'a{n}: subject(idNumber: "{nobody(n)["idNumber"]}", name: "示例无") {{ __typename }}'
            for n in range(number)
        ]
        return f"{{ ...F }} fragment F on Query {{ {' '.join(one)} }}"

    caller, other = somebody("MR"), somebody("MR")
    assert (await counter.told(caller, asked(7))).startswith(b'{"data"')
    refused = await counter.told(other, asked(11))

    assert counter.charged(caller) == (7, 7)
    assert b"LIMIT_EXCEEDED" in refused
    assert counter.charged(other) == (0, 0)


async def test_row_55_one_act_an_operation(counter: Counter) -> None:
    """Two screenings under aliases are refused whole, and nothing is charged for them."""
    given = 'scenario: "PUBLIC_PROCUREMENT", purpose: "PROCUREMENT_REVIEW", matter: "M-1"'
    one = f'screen(input: {{{given}, subjects: [{{idNumber: "{nobody(1)["idNumber"]}", name: "x"}}]}}) {{ __typename }}'
    caller = somebody("FI")

    assert (await counter.told(caller, f"mutation {{ a: {one} b: {one} }}")).startswith(b"400 ")
    assert counter.charged(caller) == (0, 0)


def test_row_55_no_batches_no_defer_no_stream(hub: Hub) -> None:  # noqa: F811
    """Rule: off. The schema has no such directive, a request is one operation, and a list of them is refused."""
    directives = {one.name for one in catalog().graphql.directives}
    headers = {"authorization": f"Bearer {hub.token('MR')}", "content-type": "application/json"}
    batch = hub.client.post("/graphql", content=b'[{"query":"{__typename}"},{"query":"{__typename}"}]', headers=headers)
    deferred = hub.client.post("/graphql", json={"query": "{ ... @defer { __typename } }"}, headers=headers)

    assert directives.isdisjoint({"defer", "stream"})
    assert (batch.status_code, batch.json()["errors"][0]["extensions"]["code"]) == (400, "MALFORMED_REQUEST")
    assert deferred.json()["errors"][0]["extensions"]["code"] == "INVALID_DOCUMENT"
