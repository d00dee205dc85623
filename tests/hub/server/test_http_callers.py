"""Who is let in at the endpoint, with which headers and methods; strangers learn nothing, not even of the parser."""

from __future__ import annotations

import base64
import json
import time

import pytest

from hub.server.request import LARGEST_BODY
from tests.hub.server.running import Hub
from tests.hub.server.wire import JSON, check_refusal, send

TYPES = [
    "", "text/plain", "text/plain, application/json", "application/jsonx", "xapplication/json", "application/graphql",
    "application/json; charset=utf-16", "application/json; charset=gbk", "application/json; charset=utf-7",
    "application/json; boundary=x", "application/json, application/json", "multipart/form-data; boundary=x",
    "application/x-www-form-urlencoded", "application/json+x", "*/*",
]  # fmt: skip


@pytest.mark.parametrize("kind", TYPES)
def test_only_json_in_utf8_is_read(hub: Hub, kind: str) -> None:
    """The whole header is compared, so that no form, no simple request and no second reading of the bytes gets in."""
    check_refusal(send(hub, '{"query":"{__typename}"}', content_type=kind), 415, "UNSUPPORTED_MEDIA_TYPE")


@pytest.mark.parametrize("kind", ["application/json", "Application/JSON", 'application/json;charset="UTF-8"'])
def test_json_may_be_spelt_as_the_standard_allows(hub: Hub, kind: str) -> None:
    """Case, blanks and quotes around utf-8 make no difference (RFC 9110 section 8.3)."""
    assert send(hub, '{"query":"{__typename}"}', content_type=kind).json()["data"] == {"__typename": "Query"}


def test_second_headers_are_refused(hub: Hub) -> None:
    """Two content types or two tokens: two readers would choose differently."""
    token, body = hub.token("CP"), '{"query":"{__typename}"}'
    good = [("content-type", JSON), ("authorization", f"Bearer {token}")]
    for extra, status, code in (
        (("content-type", JSON), 415, "UNSUPPORTED_MEDIA_TYPE"),
        (("authorization", f"Bearer {token}"), 401, "UNAUTHENTICATED"),
        (("authorization", "Basic eDp4"), 401, "UNAUTHENTICATED"),
    ):
        check_refusal(hub.client.post("/graphql", content=body, headers=[*good, extra]), status, code)


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_only_post_is_answered(hub: Hub, method: str) -> None:
    """Anything else is 405 with Allow, token or not; a GET would put ID numbers into every proxy's log."""
    for headers in ({}, {"authorization": f"Bearer {hub.token('CP')}", "origin": "https://elsewhere.invalid"}):
        answer = hub.client.request(method, "/graphql?query={__typename}", headers=headers)

        assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
        assert not [name for name in answer.headers if name.startswith("access-control")]
        if method == "HEAD":
            assert answer.content == b""
        else:
            check_refusal(answer, 405, "METHOD_NOT_ALLOWED")


def test_strangers_all_get_the_same_401(hub: Hub) -> None:
    """No token, another scheme, a mutilated, altered, expired or endless one: byte for byte one answer."""
    good = hub.token("CP")
    head, payload, signature = good.split(".")
    claims = json.loads(base64.urlsafe_b64decode(payload + "=="))
    forged = base64.urlsafe_b64encode(json.dumps({**claims, "roles": ["CH"]}).encode()).decode().rstrip("=")
    none = base64.urlsafe_b64encode(b'{"alg":"none","typ":"JWT"}').decode().rstrip("=")
    tokens = ["", "Bearer", f"Basic {good}", good, f"Bearer {good}x", f"Bearer {good} {good}", "Bearer a.b.c",
              f"Bearer {head}.{forged}.{signature}", f"Bearer {none}.{forged}.", f"Bearer {head}.{payload}.",
              "Bearer " + "a" * 5000]  # fmt: skip
    answers = [send(hub, '{"query":"{__typename}"}', authorization=token) for token in tokens]

    for answer in answers:
        check_refusal(answer, 401, "UNAUTHENTICATED")
        assert answer.headers["www-authenticate"] == "Bearer"
    assert len({answer.content for answer in answers}) == 1


@pytest.mark.parametrize(
    "query",
    [
        "{ _service { sdl } }",
        '{ _entities(representations: [{__typename: "Court", code: "浙0211"}]) { ... on Court { name } } }',
        '{ node(id: "00000000-0000-4000-8000-000000000000") { id } }',
    ],
)
def test_gateways_are_strangers_without_a_token(hub: Hub, query: str) -> None:
    """A gateway is asked for a token like everybody, for the schema, too; with one it is answered."""
    body = json.dumps({"query": query})

    check_refusal(send(hub, body, authorization=""), 401, "UNAUTHENTICATED")
    assert "data" in send(hub, body).json()


def test_expired_token_is_a_strangers(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    """A token an hour past its end is refused like no token at all."""
    with monkeypatch.context() as patch:
        patch.setattr("hub.tokens.time", lambda: time.time() - 7200)
        old = Hub(hub.url, hub.settings, hub.client).token("CP", hours=1)

    check_refusal(send(hub, "{}", authorization=f"Bearer {old}"), 401, "UNAUTHENTICATED")


def test_bodies_of_strangers_are_not_looked_at(hub: Hub) -> None:
    """Identity comes first: an unreadable or oversized body without a token is 401, not a hint about the parser."""
    for body in (b"\xff", b"[" * 100_000, b"x" * (LARGEST_BODY + 1)):
        check_refusal(send(hub, body, authorization=""), 401, "UNAUTHENTICATED")
