"""GraphQL over HTTP: the audits of the public suite graphql-http (1.23), restated, apart from those about GET.

A server that a client of any language may talk to is one that passes them; each stands here under the suite's own
number, so that the repository itself keeps what the suite would find. The suite's client sends ``Accept: */*`` when it
says nothing else, and so do we.
"""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.hub.server.running import Hub
from tests.hub.server.wire import GRAPHQL, JSON

TYPENAME = "{ __typename }"
TYPE_OF_NAME = "query Type($name: String!) { __type(name: $name) { name } }"
NO_SUCH_FIELD = "{ 8f31403dfe404bccbb0e835f2629c6a7 }"
NULL_FOR_REQUIRED = {"query": "query CoerceFailure($id: ID!){ __typename }", "variables": {"id": None}}
#: what no parameter of a request may be
WRONG: tuple[Any, ...] = ({"obj": "ect"}, 0, False, ["array"])


@dataclass(frozen=True)
class Audit:
    """One audit: what is sent, and what has to come back."""

    number: str
    body: Any
    accept: str | None = "*/*"
    content_type: str | None = JSON
    status: int = 200
    #: media type of the answer, where the audit looks at it
    kind: str | None = None
    #: keys that the answer may not have
    without: tuple[str, ...] = field(default=())


def audits() -> list[Audit]:
    """All of them, in the suite's order."""
    query = {"query": TYPENAME}
    named = {"query": "query Query { __typename }", "operationName": "Query"}
    typed = {"query": TYPE_OF_NAME, "variables": {"name": "sometype"}}
    extended = {"query": TYPENAME, "extensions": {"some": "value"}}
    found = [
        Audit("22EB", query, GRAPHQL, kind=GRAPHQL),
        Audit("4655", query, JSON, kind=JSON),
        Audit("47DE", query, "*/*", kind=JSON),
        Audit("80D8", query, None, kind=JSON),
        Audit("82A3 78D5 2C94 03D4", query),
        Audit("BF61", {"query": '{ __type(name: "Run🏃Swim🏊") { name } }'}, content_type=f"{JSON}; charset=utf-8"),
        Audit("9ABE", query, content_type="text/plain;charset=UTF-8", status=415),
        Audit("9ABE without", query, content_type=None, status=415),
        Audit("A5BF", None, status=400),
        Audit("423L", {"notquery": TYPENAME}, GRAPHQL, status=400),
        Audit("34A2", query, GRAPHQL),
        Audit("13EE", query, JSON, without=("errors",)),
        Audit("8161", named, GRAPHQL),
        Audit("B8B3", named, JSON, without=("errors",)),
        Audit("2EA1", typed, GRAPHQL),
        Audit("28B9", typed, JSON, without=("errors",)),
        Audit("428F", extended, GRAPHQL),
        Audit("1B7A", extended, JSON, without=("errors",)),
        Audit("B6DC BCF8", b'{ "not a JSON', JSON, status=400),
        Audit("B7N8", b'{ "not a JSON', GRAPHQL, status=400),
        Audit("8764 3E3A", {"qeury": TYPENAME}, status=400),
        Audit("572B", {"query": "{"}, JSON),
        Audit("FDE2", {"query": NO_SUCH_FIELD}, JSON),
        Audit("7B9B", NULL_FOR_REQUIRED, JSON),
        Audit("865D 556A D586", {"query": "{"}, GRAPHQL, status=400, without=("data",)),
        Audit("51FE 74FF 5E5B", {"query": NO_SUCH_FIELD}, GRAPHQL, status=400, without=("data",)),
        Audit("86EE", NULL_FOR_REQUIRED, GRAPHQL, status=400),
    ]
    found += [Audit(f"LKJ{n}", {"query": wrong}, status=400) for n, wrong in enumerate(WRONG)]
    found += [Audit(f"6C0{n}", {**query, "operationName": wrong}, status=400) for n, wrong in enumerate(WRONG)]
    for n, wrong in enumerate(("string", *WRONG[1:])):
        found.append(Audit(f"476{n}", {**query, "variables": wrong}, status=400))
        found.append(Audit(f"58B{n}", {**query, "extensions": wrong}, status=400))
    for n, name in enumerate(("variables", "operationName", "extensions")):
        found.append(Audit(f"94B{n}", {**query, name: None}, GRAPHQL, without=("errors",)))
        found.append(Audit(f"022{n}", {**query, name: None}, JSON, without=("errors",)))
    return found


@pytest.mark.parametrize("audit", audits(), ids=lambda audit: audit.number)
def test_audit(hub: Hub, audit: Audit) -> None:
    """Status and media type are the suite's; every answer is one JSON object of UTF-8, with data or with errors."""
    headers = {"accept": audit.accept, "content-type": audit.content_type, "authorization": f"Bearer {hub.token('CP')}"}
    body = audit.body if isinstance(audit.body, bytes | None) else json.dumps(audit.body, ensure_ascii=False).encode()
    connection = http.client.HTTPConnection(urlsplit(hub.url).netloc)  # httpx always sends an Accept of its own
    connection.request("POST", "/graphql", body, {name: value for name, value in headers.items() if value})
    answer = connection.getresponse()
    said = json.loads(answer.read().decode("utf-8"))
    kind = answer.headers["content-type"]
    connection.close()

    assert (answer.status, kind) == (audit.status, f"{audit.kind or kind.split(';')[0]}; charset=utf-8"), said
    assert ("data" in said) != ("errors" in said)
    assert not set(audit.without) & set(said)
