"""Seals on matters: who may, for how long, and that what is sealed is not there for the subject until the seal ends.

Time is set in the rows, not waited for: a seal holds by a comparison with the database's clock and by nothing else.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import psycopg
import pytest

from hub.database import Database, Writer
from hub.errors import Forbidden, Internal, InvalidArgument, NotFound
from hub.settings import Settings
from hub.vault import Vault
from schema.law.seals import bounds, widest
from schema.policy import policy
from tests.hub.audit.reading import (
    AUDITOR,
    BANK,
    BASIS,
    COURT,
    DISCIPLINE,
    INSPECTOR,
    POLICE,
    SEAL,
    UNSEAL,
    Office,
    office,
)
from tests.province import officer

#: everything by which a subject could notice an entry
PAGE = """query($n: Int, $after: String) { whoAskedAboutMe(first: $n, after: $after) { totalCount
    nodes { id at agencyCode purpose kinds agency { name } } edges { cursor node { id } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } groups(by: [AT_MONTH]) { atMonth count } } }"""
THROUGH = "query($id: ID) { subject(id: $id) { accesses(first: 100) { totalCount nodes { agencyCode } } } }"


@pytest.fixture
async def asking(database: Database, settings: Settings) -> AsyncIterator[Office]:
    """An office of this test's own."""
    async with office(database, Vault.from_settings(settings)) as found:
        yield found


async def seen(asking: Office) -> list[Any]:
    """What person 0 is answered, in pages of several sizes; of a cursor its length, since it is sealed."""
    found = []
    for size in (1, 2, 100):
        after = None
        for _ in range(4):
            page = (await asking.ask(PAGE, asking.self(0), n=size, after=after))["whoAskedAboutMe"]
            after = page["pageInfo"]["endCursor"] or after
            for edge in page["edges"]:
                edge["cursor"] = len(edge["cursor"])
            for end in ("startCursor", "endCursor"):
                page["pageInfo"][end] = len(page["pageInfo"][end] or "")
            found.append(page)
    return found


async def agencies(asking: Office) -> list[str]:
    """Whom person 0 is told of."""
    return [node["agencyCode"] for node in (await asking.told(0))["nodes"] if node["agencyCode"] != "AG-SE"]


def shift(asking: Office, seconds: float) -> None:
    """Let every seal end so many seconds from now."""
    asking.run("update access_seal set sealed_at = now() - interval '9 days',"
               " sealed_until = clock_timestamp() + %s * interval '1 second'", seconds)  # fmt: skip


@pytest.mark.parametrize("indexed", [True, False])
async def test_what_is_sealed_is_as_if_it_were_not_there(asking: Office, indexed: bool) -> None:
    """Counts, pages, cursors, groups and the way through the subject are those of a log without the entries: asked
    before the seal or after it, by whichever of the agency's officers, in that matter and in no other.
    """
    await asking.about(0, BANK, COURT)
    without = await seen(asking)
    await asking.about(0, POLICE)
    assert await seen(asking) != without

    await asking.seal(POLICE, "侦-1")
    await asking.about(0, POLICE, replace(POLICE, subject="officer-2", jti="other"))
    if indexed:
        asking.index()
    assert await seen(asking) == without
    accesses = (await asking.ask(THROUGH, asking.self(0), id=asking.people[0]))["subject"]["accesses"]
    assert accesses == {"totalCount": 2, "nodes": [{"agencyCode": "AG-BK"}, {"agencyCode": "AG-CE"}]}
    some = '{ subjects(filter: {accesses: {some: {agencyCode: {eq: "AG-PS"}}}}) { totalCount } }'
    assert (await asking.ask(some, asking.self(0)))["subjects"]["totalCount"] == 0

    await asking.about(0, replace(POLICE, matter="侦-2"))
    assert (await agencies(asking)).count("AG-PS") == 1


async def test_a_seal_ends_by_itself(asking: Office) -> None:
    """Before its last moment everything is hidden, at it and after it everything is there; nobody has to act."""
    await asking.about(0, POLICE)
    await asking.seal(POLICE, "侦-1")
    for seconds, expected in ((3600, []), (0, ["AG-PS"]), (3600, []), (-1, ["AG-PS"]), (-86400 * 5, ["AG-PS"])):
        shift(asking, seconds)
        assert await agencies(asking) == expected, seconds


async def test_what_was_found_and_done_in_a_sealed_matter_is_sealed(asking: Office) -> None:
    """Hits, instructions and feedback would name the agency and the measure that `whoAskedAboutMe` keeps back."""
    (screening,) = asking.run(
        "insert into screening (agency_code, officer, scenario, purpose, matter, policy_version)"
        " values ('AG-PS', 'o', 'CRIMINAL_REFERRAL', 'CRIMINAL_INVESTIGATION', '侦-1', 'p') returning id"
    )[0]
    (item,) = asking.run(
        "insert into screening_item (screening_id, agency_code, ordinal, outcome) values (%s, 'AG-PS', 1, 'HIT')"
        " returning id", screening,
    )[0]  # fmt: skip
    (hit,) = asking.run(
        "insert into screening_hit (item_id, subject_id, agency_code, outcome, listing_id, listing_kind, measure_codes)"
        " values (%s, %s, 'AG-PS', 'HIT', gen_random_uuid(), 'SX', array['J1001']) returning id",
        item, asking.people[0],
    )[0]  # fmt: skip
    asking.run(
        "insert into feedback (hit_id, subject_id, agency_code, outcome, acted_on)"
        " values (%s, %s, 'AG-PS', 'REFUSED', current_date)", hit, asking.people[0],
    )  # fmt: skip
    told = "{ feedback { totalCount nodes { agencyCode hit { listingKind } } } }"

    async def count() -> int:
        found = (await asking.ask(told, asking.self(0)))["feedback"]
        assert found["totalCount"] == len(found["nodes"])
        return len(found["nodes"])

    assert await count() == 1
    await asking.seal(POLICE, "侦-1")
    assert await count() == 0
    shift(asking, 0)
    assert await count() == 1


async def test_a_seal_is_taken_back(asking: Office) -> None:
    """The entry is there at once; who took it back and when stands beside the seal; nothing is taken back twice."""
    await asking.about(0, POLICE)
    await asking.seal(POLICE, "侦-1")
    assert await agencies(asking) == []

    colleague = replace(POLICE, subject="officer-2", jti="other")
    released = (await asking.ask(UNSEAL % "releasedAt releasedBy", colleague, input={"matter": "侦-1"}))["unsealMatter"]
    assert released["seal"]["releasedAt"]
    assert released["seal"]["releasedBy"] == "officer-2"
    assert await agencies(asking) == ["AG-PS"]
    with pytest.raises(NotFound):
        await asking.ask(UNSEAL % "id", POLICE, input={"matter": "侦-1"})


async def test_a_seal_covers_its_agency_alone(asking: Office) -> None:
    """Another agency's matter of the same number stays told, and no agency takes back another's seal."""
    prosecutor = officer("PR", agency="AG-PR", purpose="PROSECUTION", matter="侦-1", courts=())
    await asking.about(0, POLICE, prosecutor)
    await asking.seal(POLICE, "侦-1")
    assert await agencies(asking) == ["AG-PR"]
    with pytest.raises(NotFound):
        await asking.ask(UNSEAL % "id", prosecutor, input={"matter": "侦-1"})
    await asking.seal(prosecutor, "侦-1")
    assert await agencies(asking) == []


async def test_seals_hide_nothing_from_inspection(asking: Office) -> None:
    """The auditor reads the entry and every seal and renewal on it; so does discipline inspection, but the seals."""
    await asking.about(0, POLICE)
    await asking.seal(POLICE, "侦-1")
    await asking.seal(POLICE, "侦-1", days=60)

    log = '{ accessLog(filter: {matter: {eq: "侦-1"}, decision: {eq: ANSWERED}}, first: 1) { nodes { agencyCode } } }'
    assert (await asking.ask(log, AUDITOR))["accessLog"]["nodes"] == [{"agencyCode": "AG-PS"}]
    seals = "{ accessSeals(orderBy: [{field: SEALED_AT}]) { nodes { agencyCode officer matter legalBasis renewal } } }"
    said = {"agencyCode": "AG-PS", "officer": POLICE.subject, "matter": "侦-1", "legalBasis": BASIS}
    for caller in (AUDITOR, POLICE):
        found = (await asking.ask(seals, caller))["accessSeals"]["nodes"]
        assert found == [{**said, "renewal": 0}, {**said, "renewal": 1}]
    assert (await asking.ask(seals, DISCIPLINE))["accessSeals"]["nodes"] == []
    through = """query($id: ID) { subject(id: $id) { accesses(first: 1) { nodes { agencyCode %s } } } }"""
    beside = (await asking.ask(through % "seals { nodes { renewal } }", INSPECTOR, id=asking.people[0]))["subject"]
    (access,) = beside["accesses"]["nodes"]
    assert access["agencyCode"] == "AG-PS"
    assert sorted(seal["renewal"] for seal in access["seals"]["nodes"]) == [0, 1]
    found = await asking.ask(through % "", DISCIPLINE, id=asking.people[0])
    assert found["subject"]["accesses"]["nodes"] == [{"agencyCode": "AG-PS"}]


async def test_who_may_seal_is_the_policys_to_say(asking: Office) -> None:
    """Roles whose cell of `access_seal` is O, and no other, whatever purpose and matter they state."""
    given = {"matter": "M-9", "legalBasis": BASIS, "days": 1}
    for role in policy().roles:
        own = {"subject_id": asking.people[0]} if role == "SE" else {}
        caller = officer(role, agency=f"AG-{role}", **own)
        if policy().levels["access_seal"][role] == "O":
            assert (await asking.ask(SEAL % "renewal", caller, input=given))["sealMatter"]["seal"] == {"renewal": 0}
            continue
        for query, value in ((SEAL, given), (UNSEAL, {"matter": "M-9"})):
            with pytest.raises(Forbidden):
                await asking.ask(query % "__typename", caller, input=value)


async def test_a_seal_is_bounded(asking: Office) -> None:
    """So many days at once, so often again, as the law's table says for the role; not at all without a legal basis."""
    most = bounds()["PS"]
    for days in (0, -1, most.days + 1):
        with pytest.raises(InvalidArgument):
            await asking.seal(POLICE, "侦-1", days=days)
    for basis in ("", "x" * 201, "证件 330211199003070012"):
        with pytest.raises(InvalidArgument):
            await asking.ask(SEAL % "id", POLICE, input={"matter": "侦-1", "legalBasis": basis, "days": 1})
    with pytest.raises(InvalidArgument):
        await asking.seal(POLICE, "侦-2")  # the token names another matter
    for number in range(most.renewals + 1):
        assert (await asking.seal(POLICE, "侦-1", days=most.days))["renewal"] == number
        shift(asking, -1)  # that the last one has ended begins no new count
    with pytest.raises(InvalidArgument):
        await asking.seal(POLICE, "侦-1", days=1)
    assert asking.run("select count(*) from access_seal") == [(most.renewals + 1,)]
    with pytest.raises(psycopg.errors.CheckViolation):
        asking.run("update access_seal set sealed_until = sealed_at + interval '367 days'")


async def test_a_seal_is_on_record(asking: Office) -> None:
    """That an agency seals is an entry before it is done, and one when it is answered."""
    await asking.seal(POLICE, "侦-1")
    assert [(one["decision"], one["matter"]) for one in asking.entries()] == [
        ("ATTEMPTED", "侦-1"),
        ("ANSWERED", "侦-1"),
    ]


async def test_acts_touch_the_seals_of_their_agency_alone(database: Database) -> None:
    """Row-level security: an act finds, adds and ends its own agency's seals, and changes no other word of them."""
    insert = """insert into access_seal (agency_code, officer, matter, legal_basis, renewal, sealed_until)
        values (%s, 'o', 'm', 'b', 0, now() + interval '1 day')"""
    with database.connect("owner") as connection:
        for agency in ("A", "B"):
            connection.execute(insert, (agency,))
    writer = Writer(database)
    async with writer.transaction() as acting:
        await acting.execute("select set_config('hub.agency', 'A', true)")
        ended = await acting.execute("update access_seal set released_at = now(), released_by = 'o'")
        assert ended.rowcount == 1
    for statement in ("update access_seal set sealed_until = now() + interval '300 days'", "delete from access_seal",
                      insert.replace("%s", "'B'")):  # fmt: skip
        with pytest.raises(Internal):  # PostgreSQL's refusal, which tells the caller nothing
            await _act(writer, statement)
    await writer.close()


async def _act(writer: Writer, statement: str) -> None:
    async with writer.transaction() as acting:
        await acting.execute("select set_config('hub.agency', 'A', true)")
        await acting.execute(statement.encode())


def test_bounds_are_for_every_role_that_may() -> None:
    """Each role that the policy lets seal has bounds of its own, within what the database accepts; several roles
    together have the widest; any other role that an operator's policy lets seal has the narrowest.
    """
    may = {role for role in policy().roles if policy().levels["access_seal"][role] == "O"}
    assert may <= bounds().keys()
    assert all(0 < one.days <= 366 for one in bounds().values())
    assert widest({"PS", "DC"}).days == max(bounds()["PS"].days, bounds()["DC"].days)
    assert widest({"MR"}) == bounds()["*"]
