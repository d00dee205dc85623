"""Hostile requests end to end: each a short refusal of its own kind, before any SQL, and the hub goes on."""

from __future__ import annotations

import json

import pytest

from hub import revocation
from hub.policies import following
from hub.reader import Reader
from tests.hub.server.hostile import HOSTILE
from tests.hub.server.running import Hub
from tests.hub.server.wire import GRAPHQL, JSON, check_refusal, send

#: bytes of a refusal: twenty faults with names of 255 letters, twice
LONGEST = 40_000
#: what a worker asks for itself every second or two
OWN = (revocation._QUERY, following.IN_FORCE)


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that were sent to the database meanwhile."""
    sent: list[str] = []
    fetch = Reader.fetch

    async def noted(self: Reader, sql: str, parameters: tuple[object, ...] = ()) -> bytes:
        if sql not in OWN:
            sent.append(sql)
        return await fetch(self, sql, parameters)

    monkeypatch.setattr(Reader, "fetch", noted)
    return sent


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_request_is_refused_before_any_sql(hub: Hub, statements: list[str], name: str) -> None:
    """400 with a code of its own under the newer media type, never 5xx, no statement, nothing echoed at length."""
    code, members = HOSTILE[name]
    token = hub.token("FI")
    answer = send(hub, json.dumps(members), authorization=f"Bearer {token}", accept=GRAPHQL)

    check_refusal(answer, 400, code)
    assert statements == []
    assert len(answer.content) < LONGEST


def test_the_next_is_answered(hub: Hub, statements: list[str]) -> None:
    """After all of them, the same caller gets his answer."""
    token = hub.token("FI")
    for _, members in HOSTILE.values():
        send(hub, json.dumps(members), authorization=f"Bearer {token}", accept=JSON)
    answer = send(hub, '{"query":"{areas{totalCount}}"}', authorization=f"Bearer {token}")

    assert answer.json()["data"] == {"areas": {"totalCount": 0}}
    assert len(statements) == 1


def test_introspection_of_tools_is_answered(hub: Hub, statements: list[str]) -> None:
    """What GraphiQL and code generators ask with everything on, and again from memory: the same, and no SQL."""
    from graphql import get_introspection_query

    query = get_introspection_query(
        descriptions=True, specified_by_url=True, directive_is_repeatable=True, schema_description=True,
        input_value_deprecation=True,
    )  # fmt: skip
    first, again = (send(hub, json.dumps({"query": query, "operationName": "IntrospectionQuery"})) for _ in range(2))

    assert first.json()["data"]["__schema"]["queryType"]["name"] == "Query"
    assert first.content == again.content
    assert statements == []
