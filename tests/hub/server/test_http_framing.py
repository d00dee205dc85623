"""Below GraphQL: encodings, lengths, versions of HTTP and other addresses, each answered in JSON and in order."""

from __future__ import annotations

import contextlib
import gzip
import json
import select
import socket
import time
from urllib.parse import urlsplit

import httpx
import pytest

from hub.server.protocol import LARGEST_HEAD
from tests.hub.server.running import Hub
from tests.hub.server.wire import GRAPHQL, JSON, check_refusal, send

QUERY = b'{"query":"{__typename}"}'


def talk(hub: Hub, sent: bytes, then: bytes | None = None) -> list[bytes]:
    """Send bytes as they are, more of them after the first answer, and return what came back, piece by piece."""
    where = urlsplit(hub.url)
    with socket.create_connection((where.hostname or "", where.port or 0), timeout=10) as connection:
        connection.sendall(sent)
        pieces = []
        while piece := connection.recv(65536):
            pieces.append(piece)
            if then is not None:
                connection.sendall(then)
                then = None
    return pieces


def request(
    hub: Hub, *headers: str, version: str = "1.1", path: str = "/graphql", kind: str = JSON, body: bytes = b""
) -> bytes:
    """A whole POST as bytes, after which the hub is to close."""
    lines = [f"POST {path} HTTP/{version}", "host: hub", "connection: close", f"content-type: {kind}",
             f"authorization: Bearer {hub.token('CP')}", *headers]  # fmt: skip
    return "\r\n".join([*lines, "", ""]).encode() + body


def parsed(answer: bytes) -> httpx.Response:
    """The answer as our other checks know it."""
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = [(name, value) for name, value in (line.split(": ", 1) for line in lines)]
    assert len(body) == int(dict(headers)["content-length"])
    return httpx.Response(int(first.split()[1]), headers=headers, content=body)


@pytest.mark.parametrize("coding", ["gzip", "GZIP", "deflate", "br", "zstd", "gzip, identity", "x"])
def test_compressed_bodies_are_not_unpacked(hub: Hub, coding: str) -> None:
    """A kilobyte could become a gigabyte; 415 says in which coding to send instead (RFC 9110 section 15.5.16)."""
    answer = send(hub, gzip.compress(QUERY), content_encoding=coding)

    check_refusal(answer, 415, "UNSUPPORTED_MEDIA_TYPE")
    assert (answer.headers["accept"], answer.headers["accept-encoding"]) == (JSON, "identity")


@pytest.mark.parametrize("coding", ["identity", "Identity"])
def test_identity_is_no_compression(hub: Hub, coding: str) -> None:
    """The name of no coding at all changes nothing."""
    assert send(hub, QUERY, content_encoding=coding).json()["data"] == {"__typename": "Query"}


def test_two_codings_are_two_headers(hub: Hub) -> None:
    """`identity` in a first header does not cover a second one."""
    headers = [("content-type", JSON), ("authorization", f"Bearer {hub.token('CP')}"),
               ("content-encoding", "identity"), ("content-encoding", "gzip")]  # fmt: skip
    check_refusal(hub.client.post("/graphql", content=QUERY, headers=headers), 415, "UNSUPPORTED_MEDIA_TYPE")


@pytest.mark.parametrize("pieces", [(QUERY,), (QUERY[:1], QUERY[1:9], QUERY[9:]), tuple(bytes([b]) for b in QUERY)])
@pytest.mark.parametrize("trailer", [b"", b"x-note: a\r\n"])
def test_chunks_are_put_together(hub: Hub, pieces: tuple[bytes, ...], trailer: bytes) -> None:
    """However a body is cut, and whatever trails it, it is the same request."""
    body = b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n" + trailer + b"\r\n"
    answer = parsed(b"".join(talk(hub, request(hub, "transfer-encoding: chunked", body=body))))

    assert answer.json()["data"] == {"__typename": "Query"}


BROKEN = {
    "chunk without a size": (("transfer-encoding: chunked",), b"zz\r\n" + QUERY + b"\r\n0\r\n\r\n"),
    "chunk longer than its size": (("transfer-encoding: chunked",), b"3\r\n" + QUERY + b"\r\n0\r\n\r\n"),
    "length and chunks": (("transfer-encoding: chunked", "content-length: 24"), b"18\r\n" + QUERY + b"\r\n0\r\n\r\n"),
    "two lengths": (("content-length: 24", "content-length: 3"), QUERY),
    "length in words": (("content-length: many",), QUERY),
    "length below zero": (("content-length: -1",), QUERY),
    "header without a name": ((": x",), QUERY),
    "NUL in a header": (("x-note: a\0b",), QUERY),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_framing_is_refused_in_json_and_the_connection_closed(hub: Hub, name: str) -> None:
    """Where a body ends is never guessed (request smuggling); even this refusal is GraphQL, not plain text."""
    headers, body = BROKEN[name]
    answer = parsed(b"".join(talk(hub, request(hub, *headers, body=body))))

    check_refusal(answer, 400, "MALFORMED_REQUEST")
    assert answer.headers["connection"] == "close"


def test_noise_is_refused_like_any_broken_request(hub: Hub) -> None:
    """Bytes that are no HTTP, such as the start of TLS, get the same JSON."""
    check_refusal(parsed(b"".join(talk(hub, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"))), 400,
                  "MALFORMED_REQUEST")  # fmt: skip


def test_endless_heads_are_cut_off(hub: Hub) -> None:
    """A head that does not end is refused long before it fills the memory; strangers need no token to send one."""
    where = urlsplit(hub.url)
    sent = 0
    with socket.create_connection((where.hostname or "", where.port or 0), timeout=10) as connection:
        connection.sendall(b"POST /graphql HTTP/1.1\r\nhost: hub\r\nx-note: ")
        with contextlib.suppress(ConnectionError):
            for _ in range(1000):
                connection.sendall(b"a" * 16384)
                sent += 16384
                if select.select([connection], [], [], 0.01)[0]:
                    break
        answer = connection.recv(65536)

    assert sent < 100 * LARGEST_HEAD
    check_refusal(parsed(answer), 413, "REQUEST_TOO_LARGE")


def test_long_heads_are_read(hub: Hub) -> None:
    """Tokens and tracing headers of some kilobytes, in several pieces, are no attack."""
    where = urlsplit(hub.url)
    whole = request(hub, f"x-note: {'a' * 30_000}", f"content-length: {len(QUERY)}", body=QUERY)
    with socket.create_connection((where.hostname or "", where.port or 0), timeout=10) as connection:
        for start in range(0, len(whole), 5000):
            connection.sendall(whole[start : start + 5000])
            time.sleep(0.005)
        answer = connection.recv(65536)

    assert parsed(answer).json()["data"] == {"__typename": "Query"}


def test_missing_body_is_malformed(hub: Hub) -> None:
    """Neither a length nor chunks: an empty body, not a wait for one."""
    check_refusal(parsed(b"".join(talk(hub, request(hub)))), 400, "MALFORMED_REQUEST")


def test_large_bodies_may_ask_first(hub: Hub) -> None:
    """`Expect: 100-continue` is told to go on when the body is wanted, and gets the refusal at once when it is not."""
    length = f"content-length: {len(QUERY)}"
    wanted = talk(hub, request(hub, "expect: 100-continue", length), QUERY)
    unwanted = talk(hub, request(hub, "expect: 100-continue", length, kind="text/plain"))

    assert wanted[0].startswith(b"HTTP/1.1 100 ")
    assert parsed(b"".join(wanted).split(b"\r\n\r\n", 1)[1]).json()["data"] == {"__typename": "Query"}
    check_refusal(parsed(b"".join(unwanted)), 415, "UNSUPPORTED_MEDIA_TYPE")


def test_old_http_is_answered_and_closed(hub: Hub) -> None:
    """HTTP/1.0, as some proxies speak to their back ends: one answer with its length, then the end."""
    answer = parsed(b"".join(talk(hub, request(hub, f"content-length: {len(QUERY)}", version="1.0", body=QUERY))))

    assert answer.json()["data"] == {"__typename": "Query"}
    assert answer.headers["connection"] == "close"


def test_requests_sent_ahead_are_answered_in_order(hub: Hub) -> None:
    """HTTP pipelining: two answers on one connection, in the order of the requests."""
    first = request(hub, "content-length: 27", body=b'{"query":"{a: __typename}"}')
    second = request(hub, "content-length: 27", body=b'{"query":"{b: __typename}"}')
    got = b"".join(talk(hub, first.replace(b"connection: close\r\n", b"") + second))

    assert 0 < got.index(b'{"data":{"a" : "Query"}') < got.index(b'{"data":{"b" : "Query"}')


@pytest.mark.parametrize("path", ["/", "/graphql/", "//graphql", "/graphql/x", "/graphiql/", "/GraphQL", "/中"])
@pytest.mark.parametrize("method", ["GET", "POST", "HEAD"])
def test_other_addresses_say_where_graphql_is(hub: Hub, path: str, method: str) -> None:
    """404 as JSON in both languages. `/graphql/` is not redirected: the new address would be made from the caller's
    own Host header, and a token would follow it."""
    headers = {"host": "elsewhere.invalid", "content-type": JSON, "authorization": f"Bearer {hub.token('CP')}"}
    answer = hub.client.request(method, path, content=QUERY if method == "POST" else None, headers=headers)

    assert "location" not in answer.headers
    assert (answer.status_code, answer.headers["content-type"]) == (404, f"{JSON}; charset=utf-8")
    if method != "HEAD":
        assert "/graphql" in check_refusal(answer, 404, "ADDRESS_UNKNOWN")["message"]


@pytest.mark.parametrize("path", ["/health", "/graphiql", "/graphiql/examples.json"])
def test_pages_are_only_read(hub: Hub, path: str) -> None:
    """Anything but GET and HEAD is 405 with Allow, as JSON in both languages."""
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        answer = hub.client.request(method, path, content=QUERY)

        check_refusal(answer, 405, "METHOD_NOT_ALLOWED")
        assert sorted(answer.headers["allow"].split(", ")) == ["GET", "HEAD"]


def test_endless_accept_is_no_work(hub: Hub) -> None:
    """Of an Accept header only the beginning is weighed, and none is kept whole."""
    long = ", ".join(f"a/{number}" for number in range(5000))
    answer = send(hub, json.dumps({"query": "{__typename}"}), accept=f"{long}, {GRAPHQL}")

    assert answer.headers["content-type"] == f"{JSON}; charset=utf-8"


def test_an_answer_leaves_in_one_piece(hub: Hub) -> None:
    """Head and body of an answer, and of a refusal, are one write: a client is woken once, and no head comes alone."""
    for body in (b'{"query":"{a: __typename}"}', b'{"query":"{nothing }      "}'):
        asked = request(hub, "content-length: 27", body=body)

        first = talk(hub, asked)[0]

        head, _, rest = first.partition(b"\r\n\r\n")
        assert f"content-length: {len(rest)}".encode() in head
        assert rest.endswith(b"}")
