"""Rows 32 to 37, *tell*: what refusals, codes, headers, plans and logs say beside the answer."""

from __future__ import annotations

import json
import logging
import re
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from hub.database_errors import refusal
from hub.diagnosis import leaks_statistics
from hub.errors import HubError
from hub.identity import Authenticator
from hub.query.answer import refused
from hub.query.request import Request
from hub.server.http import reported
from hub.settings import Settings
from schema.catalog import catalog
from schema.policy import policy
from tests.hub.actions.conftest import World, number_of
from tests.side_channels.pairs import LOOK_UP, SCREEN, Counter, nobody, somebody

#: what PostgreSQL quotes of a row that it refuses
QUOTED = "示例约束甲"
FAULTS = {
    "unique": "insert into court (code, name) values ('{0}', 'a'), ('{0}', 'b')",
    "check": "insert into listing (subject_id, kind, case_number) values (gen_random_uuid(), '{0}', '{0}')",
    "not null": "insert into court (code) values ('{0}')",
    "cast": "select '{0}'::integer",
    "date": "select '{0}'::date",
    "division": "select 1 / (length('{0}') - length('{0}'))",
    "raised": "do $$ begin raise exception '{0}'; end $$",
    "too long": "select '{0}'::jsonb",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_row_32_database_messages_stay_inside(place: World, fault: str, caplog: pytest.LogCaptureFixture) -> None:
    """Channel: error text with values (`Key (id_number)=(…)`). Rule: fixed sentences; neither the answer nor the log
    has what PostgreSQL quotes, nor its words."""
    with place.database.connect("owner") as connection, pytest.raises(psycopg.Error) as raised:
        connection.execute(FAULTS[fault].format(QUOTED).encode())
    with caplog.at_level(logging.DEBUG):
        error = refusal(raised.value, "here")
    told = refused(error).decode()

    assert QUOTED in str(raised.value) or fault == "division"
    assert QUOTED not in told + caplog.text
    assert "Key (" not in told + caplog.text
    assert str(raised.value.diag.message_primary) not in told
    assert error.code in ("INTERNAL", "TIMEOUT", "BUSY")


async def test_row_32_a_failed_act_repeats_nothing(
    counter: Counter, place: World, caplog: pytest.LogCaptureFixture
) -> None:
    """An act whose row is refused by a constraint answers as if anything else had gone wrong."""
    person, ask = place.person("示例断言")
    place.enlist(person)
    place.connection.execute("alter table screening_instruction add constraint never check (false) not valid")
    try:
        with caplog.at_level(logging.DEBUG):
            answers = {await counter.screen(somebody("FI"), one) for one in (ask, {**ask})}
    finally:
        place.connection.execute("alter table screening_instruction drop constraint never")
    told = answers.pop().decode()

    assert answers == set()
    assert told.startswith("500 ")
    for secret in (ask["idNumber"], ask["name"], person, "never", "screening_instruction"):
        assert secret not in told.partition(" ")[2]
    assert ask["idNumber"] not in caplog.text


NODE = "query ($i: ID!) { node(id: $i) { __typename id } }"


async def test_row_33_hidden_and_absent_are_one_answer(counter: Counter, place: World) -> None:
    """Channel: FORBIDDEN against NOT_FOUND, 403 against 404. Rule: one answer, byte for byte, for a row that is there
    for others, by every way of naming it."""
    person, ask = place.person("示例隐")
    hidden = {state: place.enlist(person, "SERIOUS_DISHONESTY", state=state) for state in ("SHIELDED", "GRACE")}
    for caller in (somebody("MR"), somebody("BK", purpose="CREDIT_REVIEW", matter="M-1"), somebody("PU")):
        answers = {await counter.told(caller, NODE, i=one) for one in (*hidden.values(), str(uuid4()))}
        assert len(answers) == 1
        listed = "query ($i: [ID!]!) { nodes(ids: $i) { __typename } }"
        answers = {await counter.told(caller, listed, i=[one]) for one in (*hidden.values(), str(uuid4()))}
        assert len(answers) == 1
    wrong, absent = [await counter.look_up(somebody("MR"), one) for one in ({**ask, "name": "示例错"}, nobody(1))]
    assert wrong == absent


async def test_row_33_refusals_depend_on_the_question_alone(counter: Counter, place: World) -> None:
    """A refused coordinate is refused in the same bytes whether or not the row is there, for every role."""
    person, ask = place.person("示例拒")
    place.enlist(person)
    query = """query ($n: IdNumber!, $m: String!) { subject(idNumber: $n, name: $m) { ... on NaturalPerson {
        phone address cases { nodes { amountApplied applicants: parties { nodes { name } } } } } } }"""
    for role in policy().roles:
        own = {"subject_id": str(uuid4())} if role == "SE" else {}
        given = [{"n": one["idNumber"], "m": one["name"]} for one in (ask, nobody(2))]
        answers = [await counter.told(somebody(role, **own), query, **one) for one in given]
        if answers[0].startswith(b"4"):
            assert answers[0] == answers[1]


@pytest.mark.parametrize("number", ["330299198501010001", "33029919850230001X", "3302991985010", "x", "", "110101" * 3])
async def test_row_34_format_is_judged_before_the_database(counter: Counter, place: World, number: str) -> None:
    """Channel: format or checksum errors that depend on data. Rule: checked on input alone: no statement, no charge, no
    log entry, and the value is not repeated."""
    place.person("示例格")
    before, caller = counter.engine.reader.statements, somebody("MR")
    answers = [await counter.told(caller, LOOK_UP, n=number, m=name) for name in ("示例格", "示例无")]
    given = {"scenario": "PUBLIC_PROCUREMENT", "purpose": "PROCUREMENT_REVIEW", "matter": "M-1"}
    asked = {**given, "subjects": [{"idNumber": number, "name": "示例格"}]}
    answers += [await counter.told(caller, SCREEN, input=asked)]

    assert all(answer.startswith(b"400 ") for answer in answers)
    assert answers[0] == answers[1]
    assert not number or len(number) < 6 or number.encode() not in b"".join(answers)
    assert counter.engine.reader.statements == before
    assert counter.charged(caller) == (0, 0)
    assert counter.logged(caller) == []


EXTREMES: dict[str, list[Any]] = {
    "Money": ["99999999999999999999", "-1", "0.001", "1e400", "NaN", "Infinity", "0"],
    "Date": ["0001-01-01", "9999-12-31", "10000-01-01", "2026-02-30", "infinity", "-infinity", "epoch", "now"],
    "Instant": ["0001-01-01T00:00:00+08:00", "9999-12-31T23:59:59+08:00", "infinity", "now", "yesterday"],
    "Int": [2**31 - 1, -(2**31), 2**31, 0], "String": ["\u0000", "%", "_", "\\", "'", "0/0", "示" * 4000],
    "ID": ["", "0", "' or 1=1", str(uuid4())],
}  # fmt: skip


async def test_row_35_no_value_makes_the_predicate_fail(counter: Counter, place: World) -> None:
    """Channel: casts and division errors inside the predicate. Rule: typed parameters; every filter of every list takes
    extremes without a fault of the database, and says the same of a table with rows as of one without."""
    person, _ = place.person("示例极")
    place.enlist(person)
    asked, caller = 0, somebody("CH")
    for root, type_name in catalog().lists.items():
        for field, value in catalog().types[type_name].filterable.items():
            if value.kind.vocabulary:
                continue
            for operator in value.kind.operators:
                for extreme in (*EXTREMES.get(value.kind.name, ()), *EXTREMES["String"]):
                    given: Any = [extreme] if operator == "in" else extreme
                    query = f"query ($f: {type_name}Filter) {{ {root}(filter: $f, first: 1) {{ __typename }} }}"
                    answer = await counter.told(caller, query, f={field: {operator: given}})
                    asked += 1
                    assert not answer.startswith(b"5"), (root, field, operator, extreme)
    assert asked > 200


#: a division, a cast of what the row holds, or a part taken of it; the zone of China and its day are no such thing
_COMPUTES = re.compile(r"\w\s*/\s*\w(?<!a/S)|%|\bcast\(|[\w.]+::(?!date)|\bsubstring\(|\bto_\w+\(")


def test_row_35_no_declared_predicate_computes() -> None:
    """Declared row rules, presences and joins compare columns: nothing in them divides, casts text or takes a part that
    may be missing, so no row can make them fail."""
    entities = [kind.entity for kind in catalog().types.values()]
    texts = [text for one in entities for text in (*one.rules.values(), *(p.when or "" for p in one.presence))]
    texts += [link.declared.where or "" for kind in catalog().types.values() for link in kind.links.values()]

    assert [text for text in texts if _COMPUTES.search(text)] == []


async def test_row_36_plans_and_estimates_are_not_told(counter: Counter, place: World) -> None:
    """Channel: EXPLAIN, row estimates, tracing, `extensions`. Rule: no debugging; the members of `extensions` are few
    and known, whatever a request asks for."""
    person, ask = place.person("示例计")
    place.enlist(person)
    wanted = {"explain": True, "tracing": True, "debug": True, "analyze": True, "cost": True}
    given = {"n": ask["idNumber"], "m": ask["name"]}
    body = await counter.engine.respond(Request(LOOK_UP, None, given, wanted), somebody("MR"))
    told = json.loads(body)

    assert set(told) == {"data", "extensions"}
    assert set(told["extensions"]) <= {"policyVersion", "masked", "maskedElsewhere", "opensWith", "cost"}
    assert set(told["extensions"]["cost"]) == {"estimated", "actual", "limit"}


@pytest.mark.parametrize(
    ("version", "leaks"),
    [(150013, True), (150014, False), (160009, True), (170005, True), (170006, False), (180000, False)],
)
def test_row_36_doctor_knows_servers_whose_statistics_leak(version: int, leaks: bool) -> None:
    """Rule: floor 15.14, 16.10, 17.6: below, statistics show hidden values (CVE-2025-8713); `hub doctor` says so."""
    assert leaks_statistics(version) is leaks


def test_row_36_statistics_are_closed_to_readers(place: World) -> None:
    """The planner's statistics hold sampled values: `pg_statistic` is shut, and `pg_stats` shows the reader no column
    that it cannot select, in particular no keyed hash of a number."""
    place.connection.execute("analyze")
    with place.database.connect("reader") as connection:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("select * from pg_statistic limit 1")
        connection.rollback()
        shown = connection.execute("select tablename, attname from pg_stats where schemaname = 'public'").fetchall()

    assert ("subject", "id_number_pattern") not in shown
    assert ("listing", "content_hash") not in shown
    assert {table for table, _ in shown}.isdisjoint({"hub_setting", "quarantine_row"})


async def test_row_37_logs_hold_no_number_no_name_and_no_token(
    counter: Counter, place: World, caplog: pytest.LogCaptureFixture, tmp_path: Any
) -> None:
    """Channel: logs, metrics labels, spans, crash reports. Rule: at the most talkative level, over hits, misses,
    refusals, faults and forged tokens, no number, name, matter or token is written."""
    person, ask = place.person("示例日志")
    place.enlist(person)
    matter, token = "示例事项-秘", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJzZWNyZXQifQ.c2lnbmF0dXJl"
    with caplog.at_level(logging.DEBUG):
        for role in ("MR", "CH", "BK", "GM"):
            await counter.look_up(somebody(role, purpose="CREDIT_REVIEW", matter=matter), ask)
        for one in (ask, nobody(3), {**ask, "idNumber": "1"}):
            await counter.screen(somebody("FI", matter=matter), one, matter=matter)
        await counter.told(
            somebody("MR"), f'{{ subject(idNumber: "{ask["idNumber"]}", name: "{ask["name"]}") {{ x }} }}'
        )
        authenticator = Authenticator.from_settings(Settings.from_environment({"HUB_DATA_DIR": str(tmp_path)}))
        for header in (token, "Bearer " + token, token * 99):
            with pytest.raises(HubError):
                await authenticator.authenticate([header.encode()])
    said = caplog.text + json.dumps([str(record.__dict__) for record in caplog.records], ensure_ascii=False)

    for secret in (ask["idNumber"], ask["idNumber"][:14], number_of(900_003), ask["name"], matter, token, person):
        assert secret not in said


def test_row_37_crash_reports_have_no_values(place: World, caplog: pytest.LogCaptureFixture) -> None:
    """What nobody foresaw is logged by type and place; the words of the exception, which quote values, stay out."""
    try:
        raise ValueError(f"invalid literal: {number_of(1)}")
    except ValueError:
        reported()

    assert "ValueError" in caplog.text
    assert number_of(1) not in caplog.text
