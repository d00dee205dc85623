"""What a screening leaves behind: all of it or nothing, who asked and why, and who may read it later."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from hub.caller import Caller
from hub.china import today
from hub.database import Writer
from hub.errors import Forbidden, HubError
from schema.policy import policy
from tests.hub.actions.conftest import FINANCE, SCREEN, Desk, World, code_of
from tests.province import officer

TABLES = ("screening", "screening_item", "screening_hit")
GOOD = {"creditCode": code_of(1)}


async def test_screening_says_who_asked_why(desk: Desk) -> None:
    """Agency, officer, scenario, purpose, matter and the version of the policy stand in the record."""
    caller = officer("FI", subject="officer-7", agency="AG-7")
    given = {
        "scenario": "PUBLIC_PROCUREMENT",
        "purpose": "PROCUREMENT_REVIEW",
        "matter": " 示例-7 ",
        "subjects": [GOOD],
    }
    found = (await desk.ask(SCREEN, caller, input=given))["screen"]["screening"]

    assert (found["agencyCode"], found["officer"], found["matter"]) == ("AG-7", "officer-7", "示例-7")
    assert (found["scenario"], found["purpose"]) == ("PUBLIC_PROCUREMENT", "PROCUREMENT_REVIEW")
    assert found["policyVersion"] == policy().version


async def test_failure_writes_nothing(desk: Desk, world: World) -> None:
    """When the last of the three tables refuses, the screening and its items are gone as well."""
    subject, ask = world.unit()
    world.enlist(subject)
    before = world.count(*TABLES)
    world.connection.execute("alter table screening_hit add constraint never check (false) not valid")
    try:
        with pytest.raises(HubError) as refusal:
            await desk.screen(FINANCE, ask)
    finally:
        world.connection.execute("alter table screening_hit drop constraint never")

    assert refusal.value.code == "INTERNAL"
    assert world.count(*TABLES) == before
    assert (await desk.screen(FINANCE, ask))[0]["outcome"] == "HIT"


async def test_refused_payload_writes_nothing(desk: Desk, world: World) -> None:
    """What the payload may not show is found before the act, so no screening stays behind a FORBIDDEN."""
    before = world.count(*TABLES)
    query = SCREEN.replace("id outcome listingKind", "subject { ... on NaturalPerson { phone } } outcome")
    given = {"scenario": "LOAN_CREDIT", "purpose": "CREDIT_REVIEW", "matter": "示例-1", "subjects": [GOOD]}
    with pytest.raises(Forbidden, match=r"NaturalPerson\.phone"):
        await desk.ask(query, officer("BK"), input=given)

    assert world.count(*TABLES) == before


async def test_payload_is_under_the_policy(desk: Desk, world: World) -> None:
    """Without purpose and matter in the token the person comes back masked; with them `Q` opens."""
    subject, ask = world.person("示例戊己")
    world.enlist(subject)
    query = SCREEN.replace("id outcome listingKind", "subject { ... on NaturalPerson { name idNumber } } outcome")
    given = {"scenario": "LOAN_CREDIT", "purpose": "CREDIT_REVIEW", "matter": "示例-1", "subjects": [ask]}
    shown = {}
    for name, claims in (("bare", {}), ("bound", {"purpose": "CREDIT_REVIEW", "matter": "示例-1"})):
        data = await desk.ask(query, officer("BK", **claims), input=given)
        shown[name] = data["screen"]["screening"]["items"]["nodes"][0]["hits"]["nodes"][0]["subject"]

    assert shown["bare"] == {"name": "示**己", "idNumber": "*" * 14 + ask["idNumber"][-4:]}
    assert shown["bound"] == {"name": ask["name"], "idNumber": ask["idNumber"]}


async def test_act_is_one_transaction_and_one_read(desk: Desk, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is written in one transaction of the writer and read back in one statement of the reader."""
    opened: list[int] = []
    transaction = Writer.transaction

    def counted(self: Writer) -> Any:
        opened.append(1)
        return transaction(self)

    monkeypatch.setattr(Writer, "transaction", counted)
    subject, ask = world.unit()
    world.enlist(subject)
    before = desk.engine.reader.statements
    await desk.screen(FINANCE, ask)

    assert (len(opened), desk.engine.reader.statements - before) == (1, 1)


async def test_screenings_are_read_by_the_own_agency_and_by_overseers(desk: Desk, world: World) -> None:
    """`O` reads its own agency's, whichever officer asked; the court and the platform read all; others none."""
    mine, ours, theirs = (
        officer("FI", agency=agency, subject=who)
        for agency, who in (("AG-A", "one"), ("AG-A", "two"), ("AG-B", "three"))
    )
    subject, ask = world.unit()
    world.enlist(subject)
    await desk.screen(mine, ask, matter="示例-读")
    query = """{ screenings(filter: {matter: {eq: "示例-读"}}) { totalCount
        nodes { items { nodes { hits { totalCount } } } } } }"""

    async def seen(caller: Caller) -> int:
        count: int = (await desk.ask(query, caller))["screenings"]["totalCount"]
        return count

    found = [await seen(caller) for caller in (mine, ours, theirs, officer("CH"), officer("CP"))]
    assert found == [1, 1, 0, 1, 1]
    for role in ("PU", "DP", "AQ", "SA", "AU", "PL"):
        with pytest.raises(Forbidden):
            await seen(officer(role))


async def test_subject_reads_what_was_reported_about_it(desk: Desk, world: World) -> None:
    """A person sees the feedback about themself and nobody else's; the screening of the agency stays the agency's."""
    subject, ask = world.person("示例庚")
    world.enlist(subject)
    hit = (await desk.screen(FINANCE, ask))[0]["hits"][0]["id"]
    given = {"hitId": hit, "outcome": "REFUSED", "measureCode": "J0108", "actedOn": str(today())}
    await desk.ask(
        "mutation($i: ReportFeedbackInput!) { reportFeedback(input: $i) { feedback { id } } }", FINANCE, i=given
    )
    query = "{ feedback { totalCount nodes { measureCode agencyCode } } }"

    mine = await desk.ask(query, officer("SE", subject_id=subject))
    assert mine["feedback"]["nodes"] == [{"measureCode": "J0108", "agencyCode": FINANCE.agency}]
    assert (await desk.ask(query, officer("SE", subject_id=str(uuid4()))))["feedback"]["totalCount"] == 0
