"""The GraphQL endpoint on the wire: whatever is sent, one JSON answer with a stable code, and nothing that leaks."""

from __future__ import annotations

import asyncio
import http.client
import json
import logging
import re
import socket
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from hub.database import Database
from hub.query.engine import Engine
from hub.server.request import LARGEST_BODY
from tests.hub.server.running import Hub, running
from tests.hub.server.wire import GRAPHQL, JSON, NAME, NUMBER, check_refusal, check_silent, send

BODIES: dict[str, bytes] = {
    "empty": b"",
    "blank": b"   ",
    "null": b"null",
    "number": b"1",
    "text": b'"x"',
    "true": b"true",
    "array": b"[]",
    "batch": b'[{"query":"{__typename}"}]',
    "object": b"{}",
    "not JSON": b"{__typename}",
    "cut": b'{"query":"{__typename}"',
    "two objects": b'{"query":"{__typename}"}{}',
    "trailing comma": b'{"query":"{__typename}",}',
    "comment": b'{"query":"{__typename}"} // x',
    "BOM": b'\xef\xbb\xbf{"query":"{__typename}"}',
    "UTF-16": '{"query":"{__typename}"}'.encode("utf-16"),
    "GB18030": '{"query":"{__typename}","variables":{"a":"失信"}}'.encode("gb18030"),
    "invalid UTF-8": b'{"query":"\xff\xfe"}',
    "overlong UTF-8": b'{"query":"\xc0\x80{__typename}"}',
    "NaN": b'{"query":"{__typename}","variables":{"a":NaN}}',
    "Infinity": b'{"query":"{__typename}","variables":{"a":-Infinity}}',
    "duplicate key": b'{"query":"{__typename}","query":"{__schema{types{name}}}"}',
    "duplicate variable": b'{"query":"{__typename}","variables":{"a":1,"a":2}}',
    "nested arrays": b"[" * 2000 + b"]" * 2000,
    "nested variables": b'{"query":"{__typename}","variables":{"a":' + b"[" * 2000 + b"]" * 2000 + b"}}",
    "nested objects": b'{"a":' * 2000 + b"1" + b"}" * 2000,
    "brackets without end": b"[" * (LARGEST_BODY - 10),
    "text without end": b'"' + b'\\"' * (LARGEST_BODY // 2 - 10),
    "quotes": b'"' * (LARGEST_BODY - 10),
    "long number": b'{"query":"{__typename}","variables":{"a":' + b"9" * 5000 + b"}}",
    "NUL": b'{"query":"{__typename}\x00"}',
    "NUL escape": b'{"query":"{__typename}\\u0000"}',
    "NUL in a variable": b'{"query":"{__typename}","variables":{"a":"\\u0000"}}',
    "NUL as a name": b'{"query":"{__typename}","variables":{"\\u0000":1}}',
    "NUL in GraphQL": b'{"query":"{subject(id:\\"\\\\u{0}\\"){id}}"}',
    "lone surrogate": b'{"query":"{__typename}","variables":{"a":["\\ud800"]}}',
    "surrogate in query": b'{"query":"\\udc00{__typename}"}',
    "query null": b'{"query":null}',
    "query number": b'{"query":1}',
    "query list": b'{"query":["{__typename}"]}',
    "query absent": b'{"variables":{}}',
    "variables list": b'{"query":"{__typename}","variables":[]}',
    "variables text": b'{"query":"{__typename}","variables":"{}"}',
    "name number": b'{"query":"{__typename}","operationName":1}',
    "name list": b'{"query":"{__typename}","operationName":["a"]}',
    "extensions list": b'{"query":"{__typename}","extensions":[]}',
    "UTF-32": '{"query":"{__typename}"}'.encode("utf-32"),
    "half a character": b'{"query":"{__typename}","variables":{"a":"\xe5\xa4',
    "cut in a text": b'{"query":"{__type',
    "single quotes": b"{'query':'{__typename}'}",
    "number beyond floats": b'{"query":"{__typename}","variables":{"a":1e400}}',
    "NaN in extensions": b'{"query":"{__typename}","extensions":{"a":NaN}}',
    "duplicate in extensions": b'{"query":"{__typename}","extensions":{"a":1,"a":1}}',
    "long number in extensions": b'{"query":"{__typename}","extensions":{"a":-' + b"9" * 5000 + b"}}",
    "nested extensions": b'{"query":"{__typename}","extensions":{"a":' + b"[" * 31 + b"]" * 31 + b"}}",
    "nested in a member nobody reads": b'{"query":"{__typename}","x":' + b"[" * 40 + b"]" * 40 + b"}",
    "surrogate in a name": b'{"query":"{__typename}","operationName":"\\ud800"}',
    "surrogate in extensions": b'{"query":"{__typename}","extensions":{"a":"\\udfff"}}',
    "NUL behind an escaped backslash": b'{"query":"{subject(id:\\"\\u005cu0000\\"){id}}"}',
    "documentId number": b'{"query":"{__typename}","documentId":1}',
    "documentId null": b'{"documentId":null}',
    "query number beside documentId": b'{"query":1,"documentId":"sha256:00"}',
    "control character": b'{"query":"{__typename}\n"}',
}


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("accept", [GRAPHQL, JSON])
def test_malformed_body_is_one_clear_refusal(hub: Hub, name: str, accept: str) -> None:
    """A body that is not a GraphQL request is 400 MALFORMED_REQUEST under either media type, at once."""
    began = time.monotonic()
    answer = send(hub, BODIES[name], accept=accept)

    check_refusal(answer, 400, "MALFORMED_REQUEST")
    assert answer.headers["content-type"] == f"{accept}; charset=utf-8"
    assert time.monotonic() - began < 5


DOCUMENTS: dict[str, tuple[str, str]] = {
    "empty": ("", "INVALID_DOCUMENT"),
    "blank": (" \n# nothing\n", "INVALID_DOCUMENT"),
    "syntax": ("{ subject(", "INVALID_DOCUMENT"),
    "unknown field": ("{ subjekt }", "INVALID_DOCUMENT"),
    "unknown argument": ("{ subjects(limit: 1) { nodes { id } } }", "INVALID_DOCUMENT"),
    "type definition": ("type A { b: Int }", "INVALID_DOCUMENT"),
    "subscription": ("subscription { x }", "INVALID_DOCUMENT"),
    "long literal": ("{ subjects(first: " + "9" * 5000 + ") { nodes { id } } }", "INVALID_DOCUMENT"),
    "long float": ("{ subjects(first: 1e99999) { nodes { id } } }", "INVALID_DOCUMENT"),
    "surrogate escape": ('{ subject(id: "\\uD800") { id } }', "INVALID_DOCUMENT"),
    "cycle": ("fragment A on Query { ...A } { ...A }", "LIMIT_EXCEEDED"),
    "unknown fragment": ("{ ...A }", "INVALID_DOCUMENT"),
    "deep introspection": ("{__schema{types{fields{type{fields{type{fields{name}}}}}}}}", "INVALID_DOCUMENT"),
    "deep": ("{x" * 300 + "}" * 300, "LIMIT_EXCEEDED"),
    "deep lists": ("{subjects(filter:" + "[" * 5000 + "]" * 5000 + "){nodes{id}}}", "LIMIT_EXCEEDED"),
    "many tokens": ("{" + "a:__typename " * 1000 + "}", "LIMIT_EXCEEDED"),
    "many roots": ("{" + " ".join(f"a{n}:__typename" for n in range(11)) + "}", "LIMIT_EXCEEDED"),
    "long document": ("{__typename}" + " " * 17_000, "LIMIT_EXCEEDED"),
    "long alias": ("{" + "a" * 64 + ":__typename}", "LIMIT_EXCEEDED"),
    "doubled spreads": (
        "query{...F0} " + " ".join(f"fragment F{n} on Query{{...F{n + 1} ...F{n + 1}}}" for n in range(30))
        + " fragment F30 on Query{__typename}", "LIMIT_EXCEEDED"),
    "two operations": ("query A{__typename} query B{__typename}", "UNKNOWN_OPERATION"),
    "introspection mixed": ("{ __schema { queryType { name } } areas { nodes { code } } }", "INTROSPECTION_MIXED"),
    "huge page": ("{ areas(first: 101) { nodes { code } } }", "LIMIT_EXCEEDED"),
    "bad cursor": ('{ areas(after: "eA==") { nodes { code } } }', "INVALID_CURSOR"),
    "two look-ups": ('{ subject(id: "x", creditCode: "y") { id } }', "INVALID_DOCUMENT"),
    "half a look-up": ('{ subject(name: "张甲子") { id } }', "INVALID_ARGUMENT"),
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_bad_document_is_400_or_200_as_the_media_type_asks(hub: Hub, name: str) -> None:
    """A request that is well-formed and refused: 4xx as graphql-response+json, 200 as plain JSON; within a second."""
    document, code = DOCUMENTS[name]
    began = time.monotonic()

    check_refusal(send(hub, json.dumps({"query": document}), accept=GRAPHQL), 400, code)
    check_refusal(send(hub, json.dumps({"query": document}), accept=JSON), 200, code)
    assert time.monotonic() - began < 2


def test_unknown_operation_name_is_no_fault_of_ours(hub: Hub) -> None:
    """A name that no operation bears, even an odd one, is refused and not repeated."""
    for name in ("B", "", "\ud83d\ude00", "a" * 5000, "'; drop table subject; --"):
        body = json.dumps({"query": "query A { __typename }", "operationName": name})

        error = check_refusal(send(hub, body, accept=GRAPHQL), 400, "UNKNOWN_OPERATION")
        assert not name or name == "B" or name not in error["message"]


VARIABLES: list[Any] = [
    {}, {"c": None}, {"c": 1}, {"c": True}, {"c": []}, {"c": {}}, {"c": 1.5}, {"c": 10**30}, {"c": 1e308},
    {"c": "x" * 3000}, {"c": "91330211XXC5HAF53X"}, {"c": NUMBER},
]  # fmt: skip


@pytest.mark.parametrize("variables", VARIABLES, ids=str)
def test_variables_of_the_wrong_kind_are_refused_without_numbers(hub: Hub, variables: dict[str, Any]) -> None:
    """Each is 400 INVALID_VARIABLES; a run of digits that might be an ID number is not repeated."""
    body = json.dumps({"query": "query($c: CreditCode!) { subject(creditCode: $c) { id } }", "variables": variables})
    answer = send(hub, body, accept=GRAPHQL)

    check_refusal(answer, 400, "INVALID_VARIABLES")
    assert NUMBER not in answer.text


def test_numbers_of_people_are_not_repeated(hub: Hub) -> None:
    """Whether in a document, a variable's name or value, a wrong place or a wrong check digit: never echoed."""
    wrong = NUMBER[:-1] + ("0" if NUMBER[-1] != "0" else "1")
    for number in (NUMBER, wrong):
        for document, variables in (
            (f'{{ subject(idNumber: "{number}") {{ id }} }}', {}),
            (f'{{ subject(idNumber: "{number}", name: 1) {{ id }} }}', {}),
            (f'{{ subject(creditCode: "{number}") {{ id }} }}', {}),
            (f'{{ subjects(first: "{number}") {{ nodes {{ id }} }} }}', {}),
            (f"{{ subjects(first: {number[:-1]}) {{ nodes {{ id }} }} }}", {}),
            (f"{{ a{number}: nope }}", {}),
            (f"{{ f{number} }}", {}),
            (f"query($x{number}: Nope) {{ __typename }}", {}),
            ("query($n: IdNumber!) { subject(idNumber: $n, name: 7) { id } }", {"n": number}),
            ("query($n: Date!) { listings(filter: {publishedOn: {eq: $n}}) { nodes { id } } }", {"n": number}),
            ("query($n: IdNumber!) { subject(idNumber: $n) { id } }", {"n": [number]}),
            ("query($n: ListingKind!) { listings(filter: {kind: {eq: $n}}) { nodes { id } } }", {"n": number}),
        ):
            answer = send(hub, json.dumps({"query": document, "variables": variables}), accept=GRAPHQL)

            assert answer.status_code == 400, (document, answer.text)
            check_silent(answer)
            assert number not in answer.text, document
            assert number[:14] not in answer.text, document


def test_body_is_limited_whether_announced_or_chunked(hub: Hub) -> None:
    """256 KB are read, one byte more is 413, also when no length is announced."""
    filled = b'{"query":"{__typename}"' + b" " * (LARGEST_BODY - 24) + b"}"
    assert send(hub, filled).json() == {
        "data": {"__typename": "Query"},
        "extensions": send(hub, filled).json()["extensions"],
    }
    check_refusal(send(hub, filled + b" "), 413, "REQUEST_TOO_LARGE")

    headers = {"content-type": JSON, "authorization": f"Bearer {hub.token('CP')}"}
    pieces = (b" " * 65536 for _ in range(5))
    check_refusal(hub.client.post("/graphql", content=pieces, headers=headers), 413, "REQUEST_TOO_LARGE")


ACCEPTED = [
    ("", JSON), ("*/*", JSON), ("application/*", JSON), (GRAPHQL, GRAPHQL), (JSON, JSON), (JSON.upper(), JSON),
    (GRAPHQL.upper(), GRAPHQL), (f"{GRAPHQL}; charset=utf-8", GRAPHQL), (f"{GRAPHQL}, {JSON}", GRAPHQL),
    (f"{JSON}, {GRAPHQL}", GRAPHQL), (f"{JSON};q=0.9, {GRAPHQL};q=0.5", JSON), (f"{GRAPHQL};q=0, {JSON}", JSON),
    (f"{GRAPHQL};q=0", JSON), (f"{JSON}, text/plain, */*", JSON), (f"{GRAPHQL}, */*", GRAPHQL), ("text/html", JSON),
    (f"{GRAPHQL}, */*;q=0.5", GRAPHQL), (f"{JSON};q=0.2, */*", GRAPHQL), (f"{GRAPHQL};q=x, {JSON}", JSON),
    (";,;q=,", JSON),
]  # fmt: skip


@pytest.mark.parametrize(("accept", "kind"), ACCEPTED)
def test_media_type_follows_accept(hub: Hub, accept: str, kind: str) -> None:
    """The newer type when it is asked for, by name or by weight (GraphQL over HTTP, section 5.1; RFC 9110)."""
    token = hub.token("CP")
    connection = http.client.HTTPConnection(urlsplit(hub.url).netloc)  # httpx always sends an Accept of its own
    headers = {"content-type": JSON, "authorization": f"Bearer {token}", **({"accept": accept} if accept else {})}
    connection.request("POST", "/graphql", b'{"query":"{__typename}"}', headers)
    answer = connection.getresponse()

    assert (answer.status, answer.headers["content-type"]) == (200, f"{kind}; charset=utf-8")
    connection.close()


def test_answer_is_not_kept(hub: Hub) -> None:
    """A good answer is as silent about the machinery as a refusal, and no cache keeps it."""
    answer = send(hub, '{"query":"{ areas { totalCount } }"}')

    assert answer.json()["data"] == {"areas": {"totalCount": 0}}
    check_silent(answer)


def test_token_without_the_scope_reads_nothing(hub: Hub) -> None:
    """`read` opens queries and `act` opens acts, each compared whole; 403 names the missing one."""
    query, act = (
        "{ areas { totalCount } }",
        'mutation { screen(input: {scenario: "a", purpose: "b", matter: "c", subjects: []}) { screening { id } } }',
    )
    for scope, document, missing in (("act", query, "read"), ("read", act, "act"), ("reader action", query, "read")):
        token = hub.token("CP", scope=scope)
        answer = send(hub, json.dumps({"query": document}), authorization=f"Bearer {token}", accept=GRAPHQL)

        assert f"scope {missing}." in check_refusal(answer, 403, "SCOPE_MISSING")["message"]


def test_unforeseen_fault_tells_only_a_request_id(
    hub: Hub, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """500 INTERNAL; the log has the id, kind and place of the fault, and not its message, which quotes values."""

    async def fail(*_: object) -> bytes:
        raise LookupError(NUMBER, NAME)

    monkeypatch.setattr(Engine, "respond", fail)
    with caplog.at_level(logging.DEBUG):
        answer = send(hub, '{"query":"{__typename}"}')

    check_refusal(answer, 500, "INTERNAL")
    number = answer.headers["x-request-id"]
    logged = next(record for record in caplog.records if number in record.getMessage())
    text = logging.Formatter().format(logged)
    assert "LookupError" in text
    assert "test_http.py" in text
    assert NUMBER not in caplog.text + text + answer.text
    assert NAME not in caplog.text + text + answer.text


def test_foreseen_fault_has_a_request_id_too(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence of INTERNAL promises an id, so every 500 carries one."""
    from hub.errors import Internal

    async def fail(*_: object) -> bytes:
        raise Internal

    monkeypatch.setattr(Engine, "respond", fail)
    answer = send(hub, '{"query":"{__typename}"}')

    check_refusal(answer, 500, "INTERNAL")
    assert re.fullmatch("[0-9a-f]{12}", answer.headers["x-request-id"])


def test_unfinished_requests_hurt_nobody(hub: Hub) -> None:
    """A hundred callers who never finish, and some who leave in the middle, do not delay the next."""
    host, port = urlsplit(hub.url).hostname, urlsplit(hub.url).port
    head = (f"POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: {JSON}\r\ncontent-length: 900\r\n"
            f"authorization: Bearer {hub.token('CP', officer='slow')}\r\n\r\n{{").encode()  # fmt: skip
    slow = [socket.create_connection((host, port)) for _ in range(100)]
    for number, connection in enumerate(slow):
        connection.sendall(head[: 30 if number % 2 else len(head)])
    for connection in slow[:30]:
        connection.close()
    began = time.monotonic()
    answer = send(hub, '{"query":"{ areas { totalCount } }"}')

    assert answer.status_code == 200
    assert time.monotonic() - began < 1
    for connection in slow:
        connection.close()


async def test_everybody_gets_his_own_answer(province: Database, province_build: Any) -> None:
    """200 requests of five roles at once: each answer is the one that this role and these variables get alone."""
    query = """query($c: CreditCode!, $k: ListingKind!) { subject(creditCode: $c) { id name listings { totalCount } }
        listings(filter: {kind: {eq: $k}}, first: 3) { totalCount nodes { subject { ... on NaturalPerson { name } } } }
        }"""
    settings = replace(province_build.settings, pool_max=4)
    codes = [
        code
        for (code,) in _rows(
            province, "select min(credit_code) from subject group by kind having min(credit_code) > ''"
        )
    ]
    codes += [
        code for (code,) in _rows(province, "select credit_code from subject where credit_code > '' order by 1 limit 1")
    ]
    with running(province, settings) as hub:
        tokens = {role: hub.token(role) for role in ("CP", "CH", "FI", "MR", "PU")}
        alone = {
            (role, code, kind): hub.ask(query, tokens[role], {"c": code, "k": kind})
            for role in tokens for code in codes for kind in ("SX", "SERIOUS_DISHONESTY")
        }  # fmt: skip
        cases = ([*alone] * 10)[:200]
        async with httpx.AsyncClient(base_url=hub.url, timeout=20) as client:
            answers = await asyncio.gather(*(
                client.post("/graphql", json={"query": query, "variables": {"c": code, "k": kind}},
                            headers={"authorization": f"Bearer {hub.token(role, officer=f'{number % 20}')}"})
                for number, (role, code, kind) in enumerate(cases)
            ))  # fmt: skip

    assert Counter(answer.status_code for answer in answers) == {200: 200}
    for case, answer in zip(cases, answers, strict=True):
        assert answer.json() == alone[case]
        assert answer.json()["data"]["subject"] is not None
    assert len({json.dumps(found) for found in alone.values()}) > 8


def _rows(database: Database, query: str) -> list[tuple[Any, ...]]:
    with database.connect("owner") as connection:
        return connection.execute(query.encode()).fetchall()


def test_keys_of_the_hub_are_not_served(hub: Hub) -> None:
    """Nothing but the four addresses answers, and other addresses say no more than that."""
    for path in ("/", "/keys/vault.json", "/graphql/", "/graphiql/../http.py", "/.env", "/graphql/x"):
        answer = hub.client.get(path, follow_redirects=False)

        assert answer.status_code == 404, path
        assert str(Path(hub.settings.data_dir)) not in answer.text
