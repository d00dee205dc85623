"""The access log against a real PostgreSQL: what is recorded, that it is on disk first, that nobody else writes it."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from hub.audit.checkpoint import Signer, checkpoints_file, opened
from hub.audit.keeper import Contradicted, Keeper
from hub.audit.log import AccessLog, Entry
from hub.audit.verify import entry_hash
from hub.caller import Actor
from hub.database import Database
from hub.errors import AuditUnavailable, Forbidden
from hub.query.engine import Engine
from hub.settings import Settings
from hub.vault import Vault
from tests.province import CallerOf

PERSONS = "{ subjects(first: 3, filter: {kind: {eq: NATURAL_PERSON}}) { nodes { id name } } }"
COMPANIES = "{ subjects(first: 3, filter: {kind: {eq: ENTERPRISE}}) { nodes { id name } } }"


def entries(database: Database) -> list[dict[str, Any]]:
    """The contents of the log, in order."""
    with database.connect("owner") as connection:
        rows = connection.execute("select content from audit.entry order by seq").fetchall()
    return [json.loads(content) for (content,) in rows]


@pytest.fixture
async def log(database: Database) -> AsyncIterator[AccessLog]:
    """A log over an empty database."""
    found = AccessLog(database)
    yield found
    await found.close()


def content(number: int, **more: Any) -> Entry:
    """An entry of no meaning."""
    told = {"id": f"{number:032x}", "agency": "A", "decision": "ANSWERED", "subjects": []} | more
    return Entry(json.dumps(told))


async def test_entries_are_chained_in_the_order_of_their_numbers(log: AccessLog, database: Database) -> None:
    """Every hash is that of the entry and the hash before it, whatever was committed together and by whom."""
    other = AccessLog(database)
    await asyncio.gather(*(one.append(content(n)) for n in range(150) for one in (log, other)))
    await other.close()

    with database.connect("owner") as connection:
        found = connection.execute(
            "select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), content, hash"
            " from audit.entry order by seq").fetchall()  # fmt: skip
    assert [row[0] for row in found] == list(range(300))
    before, last = bytes(32), ""
    for seq, at, text, digest in found:
        before = entry_hash(before, seq, at, text)
        assert before == digest
        assert at >= last
        last = at


async def test_a_partition_is_made_when_its_first_entry_comes(log: AccessLog, database: Database) -> None:
    """No entry is lost or refused where one table ends and the next begins, in the middle of a commit."""
    edge = 1 << 20
    with database.connect("owner") as connection:
        connection.execute("update audit.head set seq = %s", (edge - 3,))
    await asyncio.gather(*(log.append(content(n)) for n in range(5)))

    with database.connect("owner") as connection:
        found = connection.execute("select seq, tableoid::regclass::text from audit.entry order by seq").fetchall()
    assert found == [(edge - 2, "audit.entry_0"), (edge - 1, "audit.entry_0"),
                     *((edge + n, "audit.entry_1") for n in range(3))]  # fmt: skip


@pytest.mark.parametrize("role", ["reader", "writer", "loader", "logger"])
def test_no_role_reads_or_changes_the_log(database: Database, role: Any) -> None:
    """The roles that the hub works in may append at most; reading, editing, deleting and emptying is the owner's."""
    statements = ["select * from audit.entry", "select * from audit.subject", "delete from audit.entry",
                  "update audit.entry set content = ''", "truncate audit.entry", "update audit.head set seq = 0",
                  "insert into audit.entry values (9, now(), '{}', '')"]  # fmt: skip
    if role != "logger":
        statements += [
            "select audit.append(array['{}'])",
            "select audit.hashes(0, 1)",
            "select audit.index_subjects(1)",
            "select audit.index_range(0, 1)",
        ]
    for statement in statements:
        refusals = (psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction)
        with database.connect(role) as connection, pytest.raises(refusals):
            connection.execute(statement.encode())


async def test_an_answer_about_persons_is_on_record(
    engine_copy: Engine, province_copy: Database, caller: CallerOf
) -> None:
    """Who, for whom, why, what at which level, and each subject; and nothing of it is left in the answer."""
    actor = Actor("https://login.example.gov.cn", "officer-2", "AG330211-X01", frozenset({"CH"}), (), (), None)
    asked = caller("CH", purpose="ENFORCEMENT", matter="M-1", actors=(actor,))

    body = json.loads(await engine_copy.answer(PERSONS, None, {}, asked))

    (found,) = entries(province_copy)
    assert sorted(found["subjects"]) == sorted(node["id"] for node in body["data"]["subjects"]["nodes"])
    assert all(set(node) == {"id", "name"} for node in body["data"]["subjects"]["nodes"])
    assert found["levels"] == {"NaturalPerson.id": "CLEAR", "NaturalPerson.name": "CLEAR", "Subject.kind": "FILTER"}
    assert (found["sub"], found["agency"], found["purpose"], found["matter"], found["decision"]) == (
        asked.subject, asked.agency, "ENFORCEMENT", "M-1", "ANSWERED")  # fmt: skip
    assert [(one["sub"], one["agency"]) for one in found["actors"]] == [("officer-2", "AG330211-X01")]
    assert found["policy"] == body["extensions"]["policyVersion"]


async def test_what_tells_of_no_person_is_not_recorded(
    engine_copy: Engine, province_copy: Database, caller: CallerOf
) -> None:
    """Organisations, reference data and counts cost no entry."""
    for query in (COMPANIES, "{ courts(first: 2) { nodes { code name } } }", "{ subjects { totalCount } }"):
        await engine_copy.answer(query, None, {}, caller("CH"))

    assert entries(province_copy) == []


async def test_searching_for_people_is_on_record_whatever_is_asked_of_them(
    engine_copy: Engine, province_copy: Database, province_vault: Vault, caller: CallerOf, truth: dict[str, Any]
) -> None:
    """A count, a sum, a cursor or the court of whoever bears a name tells of him, and an empty page that nobody does:
    each leaves an entry with the name, sealed, and none is answered while the log is down.
    """
    name = truth["samples"]["listed_person"]["name"]
    by_name = "query($n: String!) { subjects(filter: {name: {eq: $n}}) { %s } }"
    asked = {
        by_name % "totalCount": ("ANSWERED", name), by_name % "edges { cursor }": ("MISSED", name),
        by_name % "nodes { id }": ("MISSED", "查无此人"),
        "query($n: String!) { cases(filter: {subject: {name: {eq: $n}}}) { groups(by: [COURT_CODE]) { count } } }":
            ("ANSWERED", name),
        "query($n: String!) { courts(filter: {listings: {some: {subject: {name: {in: [$n]}}}}}) { nodes { name } } }":
            ("ANSWERED", name),
    }  # fmt: skip
    for query, (_, wanted) in asked.items():
        await engine_copy.answer(query, None, {"n": wanted}, caller("CH"))

    found = entries(province_copy)
    assert [entry["decision"] for entry in found] == [decision for decision, _ in asked.values()]
    for entry, (_, wanted) in zip(found, asked.values(), strict=True):
        (term,) = entry["terms"]
        assert (term["argument"], term["hmac"]) == ("name", province_vault.blind("audit_term", wanted).hex())
    with province_copy.connect("owner") as connection:
        connection.execute("drop function audit.append")
    with pytest.raises(AuditUnavailable):
        await engine_copy.answer(by_name % "totalCount", None, {"n": name}, caller("CH"))


async def test_documents_with_texts_in_them_leave_no_digest_that_could_be_tried(
    engine_copy: Engine, province_copy: Database, caller: CallerOf, truth: dict[str, Any]
) -> None:
    """A number written into a document would be found by hashing the document with every number in its place."""
    person = truth["samples"]["listed_person"]
    query = f'{{ subject(idNumber: "{person["id_number"]}", name: "{person["name"]}") {{ id }} }}'
    plain = "query($i: IdNumber!, $n: String!) { subject(idNumber: $i, name: $n) { id } }"
    await engine_copy.answer(query, None, {}, caller("CH"))
    await engine_copy.answer(plain, None, {"i": person["id_number"], "n": person["name"]}, caller("CH"))

    blinded, known = entries(province_copy)
    assert blinded["operation"] != hashlib.sha256(query.encode()).hexdigest()
    assert known["operation"] == hashlib.sha256(plain.encode()).hexdigest()


async def test_a_list_of_codes_finds_no_person_and_is_not_recorded(
    engine_copy: Engine, province_copy: Database, caller: CallerOf, truth: dict[str, Any]
) -> None:
    """Credit codes name organisations alone, however often they are asked for; one person among them is recorded, and
    nobody's plan is the other's.
    """
    query = "query($references: [SubjectReference!]!) { subjectsByReference(references: $references) { id name } }"
    firm, person = truth["samples"]["listed_enterprise"], truth["samples"]["listed_person"]
    code = {"creditCode": firm["credit_code"]}
    mixed = [code, {"person": {"idNumber": person["id_number"], "name": person["name"]}}]
    for references in ([code], [code, code], mixed, [code]):
        body = await engine_copy.answer(query, None, {"references": references}, caller("CH"))
        found = json.loads(body)["data"]["subjectsByReference"]
        assert [set(each) for each in found] == [{"id", "name"}] * len(references)

    (entry,) = entries(province_copy)
    assert len(entry["subjects"]) == len(mixed)


async def test_a_refusal_is_on_record(engine_copy: Engine, province_copy: Database, caller: CallerOf) -> None:
    """Whoever asks for what he may not see leaves a trace, with the coordinates."""
    with pytest.raises(Forbidden):
        await engine_copy.answer(PERSONS, None, {}, caller("DP"))

    (found,) = entries(province_copy)
    assert (found["decision"], found["code"], found["subjects"]) == ("REFUSED", "FORBIDDEN", [])
    assert found["refused"]


async def test_a_miss_is_on_record_and_its_terms_are_sealed(
    engine_copy: Engine, province_copy: Database, province_vault: Vault, caller: CallerOf
) -> None:
    """Searching for a person who is not there is recorded, too; the number stands nowhere readable."""
    from schema.identifiers import id_number_check_digit

    number = "33021119900307123"
    number += id_number_check_digit(number)
    query = 'query($n: IdNumber!) { subject(idNumber: $n, name: "无此人") { %s } }'
    for fields in ("id name", "__typename"):
        body = await engine_copy.answer(query % fields, None, {"n": number}, caller("CH"))
        assert json.loads(body)["data"] == {"subject": None}

    found, bare = entries(province_copy)
    assert bare["decision"] == "MISSED", "that nobody is there is an answer, whatever was selected"
    assert (found["decision"], found["subjects"]) == ("MISSED", [])
    assert number not in json.dumps(found)
    terms = {term["argument"]: term for term in found["terms"]}
    assert terms["idNumber"]["hmac"] == province_vault.blind("audit_term", number).hex()


async def test_terms_are_names_and_numbers_of_people_and_nothing_else(
    engine_copy: Engine, province_copy: Database, truth: dict[str, Any], caller: CallerOf
) -> None:
    """An id tells nobody anything and is no term; people named among other references are."""
    sample = truth["samples"]["listed_person"]
    person = {"idNumber": sample["id_number"], "name": sample["name"]}
    named = "query($r: [SubjectReference!]!) { subjectsByReference(references: $r) { id } }"
    body = await engine_copy.answer(named, None, {"r": [{"person": person}]}, caller("CH"))
    (found,) = json.loads(body)["data"]["subjectsByReference"]
    await engine_copy.answer("query($i: ID!) { node(id: $i) { id } }", None, {"i": found["id"]}, caller("CH"))

    many, node = entries(province_copy)
    assert sorted(term["argument"] for term in many["terms"]) == ["idNumber", "name"]
    assert (node["terms"], node["subjects"]) == ([], [found["id"]])


async def test_words_of_the_callers_own_hold_nobodys_number(
    engine_copy: Engine, province_copy: Database, province_vault: Vault, caller: CallerOf
) -> None:
    """A matter or an operation named after an ID number is sealed like a search term; others stand as said."""
    number = "11010519491231002X"
    for name, matter in ((f"q{number}", f"案{number[:6]} {number[6:]}号"), ("Plain", "甬信贷（2026）17号")):
        await engine_copy.answer(f"query {name} {PERSONS}", None, {}, caller("CH", matter=matter))
        shut = f"query {name} {{ screenings {{ nodes {{ id }} }} }}"
        with pytest.raises(Forbidden):
            await engine_copy.answer(shut, None, {}, caller("PU", matter=matter))

    for jti in (f"{number[:6]}-{number[6:]}", "0f8e42"):
        await engine_copy.answer(PERSONS, None, {}, caller("CH", jti=jti))

    numbered, refused, *plain, named, unnamed = entries(province_copy)
    assert ([term["argument"] for term in named["terms"]], named["jti"]) == (["jti"], None)
    assert (unnamed["terms"], unnamed["jti"]) == ([], "0f8e42")
    for entry in (numbered, refused):
        assert (entry["matter"], entry["name"]) == (None, None)
        assert number[6:] not in json.dumps(entry)
        terms = {term["argument"]: term for term in entry["terms"]}
        assert terms["operationName"]["hmac"] == province_vault.blind("audit_term", f"q{number}").hex()
        assert terms.keys() == {"matter", "operationName"}
    assert {(entry["matter"], entry["name"]) for entry in plain} == {("甬信贷（2026）17号", "Plain")}


async def test_nothing_about_persons_without_the_log(
    engine_copy: Engine, province_copy: Database, caller: CallerOf
) -> None:
    """When the log cannot be written personal fields are not answered; everything else is."""
    with province_copy.connect("owner") as connection:
        connection.execute("drop function audit.append")

    with pytest.raises(AuditUnavailable):
        await engine_copy.answer(PERSONS, None, {}, caller("CH"))
    with pytest.raises(Forbidden):
        await engine_copy.answer(PERSONS, None, {}, caller("DP"))
    assert json.loads(await engine_copy.answer(COMPANIES, None, {}, caller("CH")))["data"]["subjects"]["nodes"]


async def test_an_entry_survives_a_lost_connection(log: AccessLog, database: Database) -> None:
    """A connection that dies between two entries costs nobody an answer."""
    await log.append(content(1))
    with database.connect("owner") as connection:
        connection.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                           " where application_name = 'hub-logger' and datname = current_database()")  # fmt: skip
    await log.append(content(2))

    assert [one["id"] for one in entries(database)] == [f"{n:032x}" for n in (1, 2)]


async def test_an_act_is_on_record_before_it_writes(
    engine_copy: Engine, province_copy: Database, caller: CallerOf
) -> None:
    """An act that cannot be recorded does not happen; one that can leaves its beginning and its answer."""
    act = """mutation($code: CreditCode!) { screen(input: {scenario: "LOAN_CREDIT", purpose: "CREDIT_REVIEW",
        matter: "M-1", subjects: [{creditCode: $code}]}) { screening { id } } }"""
    query = "select credit_code from subject where credit_code_valid and kind = 'ENTERPRISE' limit 1"
    with province_copy.connect("owner") as connection:
        ((code,),) = connection.execute(query).fetchall()
        before = connection.execute("select count(*) from screening").fetchall()
        connection.execute("alter function audit.append rename to gone")
    asked = caller("BK", purpose="CREDIT_REVIEW", matter="M-1")
    with pytest.raises(AuditUnavailable):
        await engine_copy.answer(act, None, {"code": code}, asked)
    with province_copy.connect("owner") as connection:
        assert connection.execute("select count(*) from screening").fetchall() == before
        connection.execute("alter function audit.gone rename to append")

    await engine_copy.answer(act, None, {"code": code}, asked)
    assert [one["decision"] for one in entries(province_copy)] == ["ATTEMPTED", "ANSWERED"]

    await engine_copy.answer(act, None, {"code": code}, caller("BK"))
    begun, done = entries(province_copy)[2:]
    assert (begun["purpose"], begun["matter"]) == (None, None), "what nobody has looked at yet is not written down"
    assert (done["purpose"], done["matter"]) == ("CREDIT_REVIEW", "M-1"), "the act said why, where the token did not"


async def test_checkpoints_go_on_where_the_file_ends(database: Database, tmp_path: Path) -> None:
    """Two keepers of one file, one after the other: no entry is signed twice or left out, and a rewritten log is never
    signed again."""
    settings = Settings.from_environment({"HUB_DATA_DIR": str(tmp_path)})
    log, sizes = AccessLog(database), []
    for number in range(3):
        keeper = Keeper(database, settings)
        await asyncio.gather(*(log.append(content(n)) for n in range(5)))
        made = await keeper.sign()
        assert made
        sizes.append(made.size)
        assert await keeper.sign() is None, number
        await keeper.close()
    assert sizes == [5, 10, 15]
    signer = Signer.from_settings(settings)
    assert [one.size for one in opened(checkpoints_file(settings).read_text("utf-8"), signer.verifier)] == sizes

    with database.connect("owner") as connection:
        connection.execute("update audit.entry set hash = sha256(hash) where seq = 14")
    keeper = Keeper(database, settings)
    with pytest.raises(Contradicted):
        await keeper.sign()
    await keeper.close()
    await log.close()


async def test_subjects_are_indexed_whatever_the_checkpoint_says(database: Database, tmp_path: Path) -> None:
    """A log that is signed no more still tells persons who asked about them: one duty does not stop the other."""
    subject = "00000000-0000-4000-8000-000000000001"
    log, keeper = AccessLog(database), Keeper(database, Settings.from_environment({"HUB_DATA_DIR": str(tmp_path)}))
    await log.append(content(1))
    assert await keeper.sign()
    await log.append(content(2, subjects=[subject]))
    with database.connect("owner") as connection:
        connection.execute("update audit.entry set hash = sha256(hash) where seq = 0")
    with pytest.raises(Contradicted):
        await keeper.sign()

    keeping = asyncio.create_task(keeper.keep())
    found: list[Any] = []
    async with asyncio.timeout(20):
        while not found:
            await asyncio.sleep(0.05)
            with database.connect("owner") as connection:
                found = connection.execute("select subject_id::text, seq from audit.subject").fetchall()
    keeping.cancel()
    assert found == [(subject, 1)]
    await keeper.close()
    await log.close()
