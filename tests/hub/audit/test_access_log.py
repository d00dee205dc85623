"""The access log answered in GraphQL by a real PostgreSQL: who sees which entries, and that looking is on record."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from hub.caller import Actor
from hub.database import Database
from hub.errors import AuditUnavailable, Forbidden, InvalidCursor
from hub.settings import Settings
from hub.vault import Vault
from schema.policy import policy
from tests.hub.audit.reading import AUDITOR, BANK, COURT, DISCIPLINE, INSPECTOR, POLICE, Office, office
from tests.province import officer

ENTRIES = "{ accessLog(first: 100) { totalCount nodes { id agencyCode at } } }"
SUBJECTS = "{ accessLog(first: 100) { nodes { id subjects { nodes { subjectId %s } } } } }"
ACCESSES = "query($id: ID) { subject(id: $id) { accesses(first: 100) { totalCount nodes { agencyCode %s } } } }"
ONE = """query($n: Position!) { accessEntry(sequence: $n) { decision terms { nodes { argument digest text } } } }"""


@pytest.fixture
async def asking(database: Database, settings: Settings) -> AsyncIterator[Office]:
    """An office of this test's own."""
    async with office(database, Vault.from_settings(settings)) as found:
        yield found


async def test_each_role_reads_the_entries_that_the_policy_says(asking: Office) -> None:
    """All, its own agency's, its courts' officers', or a refusal: 21 roles, each against the cell of the table."""
    other_court = officer("CE", agency="AG-CE2", courts=("渝0112",))
    bare = officer("BK", agency="AG330211-BK01", courts=())
    await asking.about(0, POLICE, BANK, COURT, other_court, bare)
    for role in policy().roles:
        agency = next((one.agency for one in (POLICE, BANK, COURT) if role in one.roles), f"AG-{role}")
        own = {"subject_id": asking.people[0]} if role == "SE" else {}
        caller = officer(role, agency=agency, courts=("浙0211",), **own)
        cell = policy().levels["access_log"][role]
        written = [one for one in asking.entries() if one["decision"] != "REFUSED"]
        readable = {
            "F": written, "O": [one for one in written if one["agency"] == agency],
            "R": [one for one in written if "浙0211" in one["courts"]],
        }  # fmt: skip
        if cell not in readable:
            with pytest.raises(Forbidden) as refused:
                await asking.ask(ENTRIES, caller)
            assert "Query.accessLog" in {one["coordinate"] for one in refused.value.data["refused"]}, role
            continue
        wanted = [one["id"] for one in readable[cell]]
        log = (await asking.ask("{ accessLog(first: 100, filter: {decision: {in: [ANSWERED]}})"
                                " { totalCount nodes { id } } }", caller))["accessLog"]  # fmt: skip
        assert [node["id"].replace("-", "") for node in log["nodes"]] == wanted, role
        assert log["totalCount"] == len(wanted)


async def test_an_entry_tells_what_was_written(asking: Office) -> None:
    """Who, for whom, by whom, why, what at which level, of how many: as the line that is hashed says it."""
    actor = Actor("https://login.example.gov.cn", "clerk-2", "AG-X", frozenset({"PS"}), (), (), None)
    await asking.about(0, replace(POLICE, actors=(actor,)))
    (written,) = asking.entries()

    fields = """id sequence at agencyCode agency { name } courtCodes issuer officer roles actors purpose matter
        operation operationName decision code policyVersion levels kinds subjectCount
        subjects { totalCount nodes { subjectId subject { id } } }"""
    (told,) = (await asking.ask(f"{{ accessLog {{ nodes {{ {fields} }} }} }}", AUDITOR))["accessLog"]["nodes"]

    assert told.pop("id").replace("-", "") == written["id"]
    assert told.pop("at").endswith("+08:00")
    assert told == {
        "sequence": "0", "agencyCode": "AG-PS", "agency": {"name": "示例单位PS"}, "courtCodes": [],
        "issuer": written["iss"], "officer": POLICE.subject, "roles": ["PS"], "actors": ["AG-X clerk-2 PS"],
        "purpose": "CRIMINAL_INVESTIGATION", "matter": "侦-1", "operation": written["operation"],
        "operationName": None, "decision": "ANSWERED", "code": None, "policyVersion": policy().version,
        "levels": [f"{key} {value}" for key, value in sorted(written["levels"].items())],
        "kinds": ["person_name", "subject"], "subjectCount": 1,
        "subjects": {"totalCount": 1, "nodes": [{"subjectId": asking.people[0], "subject": {"id": asking.people[0]}}]},
    }  # fmt: skip


async def test_an_agency_learns_nothing_of_the_others_volume(asking: Office) -> None:
    """Numbers of entries are the auditor's: shown, filtered or looked up by, they are refused to everybody else."""
    await asking.about(0, POLICE, BANK, POLICE)

    for query in ("{ accessLog { nodes { sequence } } }",
                  '{ accessLog(filter: {sequence: {gt: "1"}}) { totalCount } }',
                  '{ accessEntry(sequence: "1") { id } }',
                  "{ accessLog { nodes { terms { nodes { text } } } } }",
                  "{ accessLog { nodes { terms { nodes { digest } } } } }"):  # fmt: skip
        with pytest.raises(Forbidden):
            await asking.ask(query, BANK)
    page = (await asking.ask("{ accessLog { totalCount nodes { agencyCode officer decision } } }", BANK))["accessLog"]
    assert {(node["agencyCode"], node["officer"]) for node in page["nodes"]} == {("AG-BK", BANK.subject)}
    assert [node["decision"] for node in page["nodes"]] == ["ANSWERED", *["REFUSED"] * 5]
    assert page["totalCount"] == 6


async def test_pages_go_through_the_log_in_time(asking: Office) -> None:
    """Forwards from the oldest, backwards from the newest: each entry once, though entries come in meanwhile."""
    for number in range(7):
        await asking.about(number % 2, POLICE)
    written = [one["id"] for one in asking.entries()]
    query = (
        "query($n: Int, $c: String) { accessLog(%s: $n, %s: $c) { nodes { id } pageInfo { startCursor endCursor } } }"
    )
    for size, place, end in (("first", "after", "endCursor"), ("last", "before", "startCursor")):
        found: list[str] = []
        cursor = None
        for _ in range(3):
            page = (await asking.ask(query % (size, place), POLICE, n=3, c=cursor))["accessLog"]
            names = [node["id"].replace("-", "") for node in page["nodes"]]
            found, cursor = (found + names if size == "first" else names + found), page["pageInfo"][end]
        assert found[: len(written)] == written if size == "first" else found[-9:]
        if size == "last":
            newest = [one["id"] for one in asking.entries() if one["agency"] == "AG-PS"]
            assert set(found) <= set(newest)
            assert found == sorted(found, key=newest.index)
        with pytest.raises(InvalidCursor):
            await asking.ask(query % (size, place), BANK, n=3, c=cursor)


async def test_terms_open_for_one_entry_with_a_purpose(asking: Office) -> None:
    """Stars for an auditor; the text, whatever stands in it, for one who states purpose and matter; and that he read it
    is on record with both.
    """
    name = '无"此\\人\n$'
    query = "query($n: IdNumber!, $x: String!) { subject(idNumber: $n, name: $x) { id } }"
    assert (await asking.ask(query, POLICE, n=asking.numbers[0], x=name))["subject"] is None

    shut = (await asking.ask(ONE, AUDITOR, n="0"))["accessEntry"]
    opened = (await asking.ask(ONE, INSPECTOR, n="0"))["accessEntry"]

    assert shut["decision"] == "MISSED"
    assert [(term["argument"], term["text"]) for term in shut["terms"]["nodes"]] == [
        ("idNumber", "******"), ("name", "******")]  # fmt: skip
    assert [term["text"] for term in opened["terms"]["nodes"]] == [asking.numbers[0], name]
    digests = [term["hmac"] for term in asking.entries()[0]["terms"]]
    assert [term["digest"] for term in opened["terms"]["nodes"]] == digests
    read = asking.entries()[-1]
    assert (read["levels"]["AccessTerm.text"], read["purpose"], read["matter"]) == ("CLEAR", "AUDIT", "审-1")
    listed = "{ accessLog { nodes { terms { nodes { text } } } } }"
    for node in (await asking.ask(listed, INSPECTOR))["accessLog"]["nodes"]:
        assert {term["text"] for term in node["terms"]["nodes"]} <= {"******"}, "a list is not one entry"


async def test_the_subject_is_told_of_itself_alone(asking: Office) -> None:
    """Agency, time, purpose and kinds of information of what was told of it: no officer, no entry, nobody else's."""
    await asking.about(0, POLICE, COURT)
    await asking.about(1, BANK)
    await asking.ask("query($id: ID) { subject(id: $id) { name } }", BANK, id=asking.firm)

    told = await asking.told(0, "at agencyCode agency { name } purpose kinds")
    assert [node.pop("at") for node in told["nodes"]] == sorted(await _times(asking))
    assert told == {"totalCount": 2, "nodes": [
        {"agencyCode": "AG-PS", "agency": {"name": "示例单位PS"}, "purpose": "CRIMINAL_INVESTIGATION",
         "kinds": ["person_name", "subject"]},
        {"agencyCode": "AG-CE", "agency": {"name": "示例单位CE"}, "purpose": None, "kinds": ["person_name", "subject"]},
    ]}  # fmt: skip
    assert [node["agencyCode"] for node in (await asking.told(1))["nodes"]] == ["AG-BK"]
    for query in ("{ whoAskedAboutMe { nodes { entry { officer } } } }",
                  "{ whoAskedAboutMe { nodes { seals { totalCount } } } }",
                  "{ whoAskedAboutMe(filter: {seals: {none: {}}}) { totalCount } }",
                  "{ accessLog { totalCount } }", "{ accessSeals { totalCount } }"):  # fmt: skip
        with pytest.raises(Forbidden):
            await asking.ask(query, asking.self(0))


async def _times(asking: Office) -> list[str]:
    log = await asking.ask('{ accessLog(filter: {agencyCode: {in: ["AG-PS", "AG-CE"]}}) { nodes { at } } }', AUDITOR)
    return [node["at"] for node in log["accessLog"]["nodes"]]


async def test_only_the_subject_asks_who_asked(asking: Office) -> None:
    """Whoever is not the subject gets no list of questions about persons; two may ask about one, with a purpose."""
    await asking.about(0, POLICE)
    for role in set(policy().roles) - {"SE"}:
        purposes = sorted(policy().purposes.get(role, ()))
        why = {"purpose": purposes[0], "matter": "M-1"} if purposes else {}
        with pytest.raises(Forbidden):
            await asking.ask("{ whoAskedAboutMe { totalCount } }", officer(role, agency="AG-PS", **why))


async def test_what_is_not_indexed_yet_is_told_all_the_same(asking: Office) -> None:
    """Before the keeper has indexed an entry, while some are indexed, and after: the same answer, nothing twice."""
    await asking.about(0, POLICE)
    alone = await asking.told(0)
    asking.index()
    assert await asking.told(0) == alone
    await asking.about(0, BANK, COURT)
    mixed = await asking.told(0)
    asking.index()
    assert await asking.told(0) == mixed
    assert [node["agencyCode"] for node in mixed["nodes"]] == ["AG-PS", "AG-BK", "AG-CE"]
    assert asking.run("select count(*) from audit.subject where subject_id = %s", asking.people[0]) == [(3,)]


async def test_inspectors_learn_who_asked_about_one_subject(asking: Office) -> None:
    """By a stated purpose, for the subject looked up: the officer too, but not whom else the entry tells of."""
    await asking.ask("query($ids: [ID!]!) { nodes(ids: $ids) { id ... on NaturalPerson { name } } }",
                     COURT, ids=asking.people)  # fmt: skip
    for caller in (DISCIPLINE, INSPECTOR):
        found = (await asking.ask(ACCESSES % "entry { officer }", caller, id=asking.people[0]))["subject"]["accesses"]
        assert found["nodes"][0] == {"agencyCode": "AG-CE", "entry": {"officer": COURT.subject}}
        assert {node["agencyCode"] for node in found["nodes"][1:]} <= {"AG-DC"}, (
            "to look a person up is to ask about him"
        )
        with pytest.raises(Forbidden) as refused:
            await asking.ask(ACCESSES % "", replace(caller, purpose=None, matter=None), id=asking.people[0])
        assert {one["opensWith"] for one in refused.value.data["refused"]} == {"PURPOSE_AND_MATTER"}
    others = ACCESSES % "entry { subjects { nodes { subjectId } } }"
    with pytest.raises(Forbidden):
        await asking.ask(others, DISCIPLINE, id=asking.people[0])


async def test_looking_into_the_log_is_on_record(asking: Office) -> None:
    """One entry for each look, with the subjects it names; a look at the log is no question about them, and whoever
    takes a person's data with it has asked about that person.
    """
    await asking.about(0, POLICE)
    before = await asking.told(0)
    count = len(asking.entries())

    await asking.ask(SUBJECTS % "", AUDITOR)
    inspected = asking.entries()[-1]
    assert len(asking.entries()) == count + 1
    assert (inspected["agency"], inspected["inspected"], inspected["subjects"]) == ("AG-AU", [asking.people[0]], [])
    await asking.ask(ENTRIES, AUDITOR)
    assert len(asking.entries()) == count + 2
    asking.index()
    assert await asking.told(0) == before

    await asking.ask(SUBJECTS % "subject { id ... on NaturalPerson { name } }", AUDITOR)
    asked = asking.entries()[-1]
    assert (asked["subjects"], "inspected" in asked) == ([asking.people[0]], False)
    assert [node["agencyCode"] for node in (await asking.told(0))["nodes"]] == ["AG-PS", "AG-AU"]
    counted = '{ accessLog(filter: {agencyCode: {eq: "AG-AU"}}, last: 5) { nodes { subjectCount } } }'
    found = [node["subjectCount"] for node in (await asking.ask(counted, AUDITOR))["accessLog"]["nodes"]]
    assert found == [1, 0, 1]


async def test_no_look_into_the_log_without_the_log(asking: Office) -> None:
    """Who looked could not be told later, so nothing is shown."""
    await asking.about(0, POLICE)
    asking.run("alter function audit.append rename to gone")
    for query, caller in ((ENTRIES, AUDITOR), ("{ whoAskedAboutMe { nodes { at } } }", asking.self(0))):
        with pytest.raises(AuditUnavailable):
            await asking.ask(query, caller)


async def test_refusals_and_misses_are_entries_of_the_agency(asking: Office) -> None:
    """What was refused says its code and coordinates; a look-up that found nobody says so."""
    with pytest.raises(Forbidden):
        await asking.ask("{ subjects { nodes { ... on NaturalPerson { phone } } } }", BANK)
    query = 'query($n: IdNumber!) { subject(idNumber: $n, name: "无此人") { __typename } }'
    assert await asking.ask(query, BANK, n=asking.numbers[0]) == {"subject": None}
    fields = "decision code levels subjectCount"
    refused, missed = (await asking.ask(f"{{ accessLog {{ nodes {{ {fields} }} }} }}", BANK))["accessLog"]["nodes"]
    assert refused == {
        "decision": "REFUSED", "code": "FORBIDDEN", "levels": ["NaturalPerson.phone REFUSED"], "subjectCount": 0
    }  # fmt: skip
    assert missed == {"decision": "MISSED", "code": None, "levels": [], "subjectCount": 0}


async def test_one_acting_for_another_sees_what_both_may(asking: Office) -> None:
    """A bank's clerk who acts for the police reads no entry of either: none is of both agencies."""
    await asking.about(0, POLICE, BANK)
    actor = Actor(BANK.issuer, BANK.subject, BANK.agency, BANK.roles, (), (), None)
    found = await asking.ask(ENTRIES, replace(POLICE, actors=(actor,)))
    assert found == {"accessLog": {"totalCount": 0, "nodes": []}}
    same = replace(actor, agency="AG-PS")
    found = await asking.ask(ENTRIES, replace(POLICE, actors=(same,)))
    assert [node["agencyCode"] for node in found["accessLog"]["nodes"]] == ["AG-PS"] * 2, "with the look before"


async def test_entries_are_found_by_no_id(asking: Office) -> None:
    """No index leads from an id to an entry, so neither `node` nor a gateway looks for one."""
    await asking.about(0, POLICE)
    entry = (await asking.ask(ENTRIES, AUDITOR))["accessLog"]["nodes"][0]["id"]
    assert await asking.ask("query($id: ID!) { node(id: $id) { id } }", AUDITOR, id=entry) == {"node": None}


async def test_what_may_stand_in_an_entry_is_read_as_it_stands(asking: Office) -> None:
    """Entries of before there were courts, groups and terms are read, too; and so is any that a later hub writes."""
    old: dict[str, Any] = {"id": "0" * 32, "iss": "i", "sub": "s", "agency": "AG-BK", "roles": ["BK"], "jti": "j",
                           "purpose": None, "matter": None, "actors": [], "operation": "ab", "name": "Q", "policy": "p",
                           "decision": "ANSWERED", "levels": {"NaturalPerson.name": "MASKED"}, "terms": [],
                           "subjects": [asking.people[0]]}  # fmt: skip
    asking.run("select audit.append(array[%s])", json.dumps(old))
    (found,) = (await asking.ask("{ accessLog { nodes { courtCodes kinds levels operationName } } }", BANK))[
        "accessLog"]["nodes"]  # fmt: skip
    assert found == {
        "courtCodes": None, "kinds": [], "levels": ["NaturalPerson.name MASKED"], "operationName": "Q"
    }  # fmt: skip
    assert (await asking.told(0))["totalCount"] == 1
