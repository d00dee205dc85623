"""Clients that send or read too slowly are cut, on real sockets, and nobody else is."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from hub.server import http, protocol
from tests.hub.server.running import Hub
from tests.hub.server.test_http_framing import QUERY, parsed, request
from tests.hub.server.wire import check_refusal, send

#: seconds that stand for eight and thirty in these tests
ASK, LISTEN = 0.6, 2.0


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "SECONDS_TO_ASK", ASK)
    monkeypatch.setattr(protocol, "SECONDS_TO_LISTEN", LISTEN)


@contextlib.contextmanager
def connected(hub: Hub) -> Iterator[socket.socket]:
    where = urlsplit(hub.url)
    with socket.create_connection((where.hostname or "", where.port or 0), timeout=10) as connection:
        yield connection


def until_end(connection: socket.socket) -> tuple[bytes, float]:
    """What still comes, and the seconds until the hub closes."""
    begun, got = time.monotonic(), bytearray()
    with contextlib.suppress(ConnectionError):
        while piece := connection.recv(65536):
            got += piece
    return bytes(got), time.monotonic() - begun


def whole(hub: Hub, body: bytes = QUERY) -> bytes:
    """A request that keeps the connection."""
    return request(hub, f"content-length: {len(body)}", body=body).replace(b"connection: close\r\n", b"")


def cut(hub: Hub) -> dict[str, bytes]:
    """Beginnings of a request, at every place where one can stand still."""
    asked = whole(hub)
    head = asked.index(b"\r\n\r\n") + 4
    chunked = request(hub, "transfer-encoding: chunked")
    return {
        "one letter": b"P", "in the first line": asked[:9], "in a header": asked[: head // 2],
        "before the empty line": asked[: head - 2], "before the body": asked[:head], "in the body": asked[:-1],
        "before a chunk": chunked, "in a chunk": chunked + b"18\r\n" + QUERY[:3],
        "before the last chunk": chunked + b"%x\r\n%b\r\n" % (len(QUERY), QUERY),
    }  # fmt: skip


@pytest.mark.parametrize(
    "place",
    ["one letter", "in the first line", "in a header", "before the empty line", "before the body", "in the body",
     "before a chunk", "in a chunk", "before the last chunk"],
)  # fmt: skip
def test_a_request_that_does_not_end_is_cut(hub: Hub, place: str) -> None:
    """Wherever it stands still: 408 in JSON, and the connection is closed when the time is over and not before."""
    with connected(hub) as connection:
        connection.sendall(cut(hub)[place])
        got, taken = until_end(connection)

    check_refusal(parsed(got), 408, "REQUEST_TOO_SLOW")
    assert ASK - 0.1 < taken < 3 * ASK


def test_trickling_does_not_help(hub: Hub) -> None:
    """A byte now and then keeps no connection: the time counts from the first byte, not from the last."""
    asked, begun, sent = whole(hub), time.monotonic(), 0
    with connected(hub) as connection, contextlib.suppress(ConnectionError):
        connection.settimeout(0.05)
        while sent < len(asked) and time.monotonic() - begun < 10:
            connection.sendall(asked[sent : sent + 1])
            sent += 1
            with contextlib.suppress(TimeoutError):
                if not connection.recv(65536):
                    break

    assert sent < len(asked)
    assert ASK - 0.1 < time.monotonic() - begun < 3 * ASK


@pytest.mark.parametrize("noise", [b"", b"\r\n", b"\r\n\r\n"])
def test_a_connection_that_asks_nothing_is_closed(hub: Hub, noise: bytes) -> None:
    """Neither silence nor empty lines hold a connection open."""
    with connected(hub) as connection:
        connection.sendall(noise)
        got, taken = until_end(connection)

    assert (got, taken < 3 * ASK) == (b"", True)


def test_empty_lines_after_an_answer_hold_nothing_open(hub: Hub) -> None:
    """They end uvicorn's own wait for the next request, so ours has to begin."""
    with connected(hub) as connection:
        connection.sendall(whole(hub))
        assert connection.recv(65536)
        connection.sendall(b"\r\n")
        got, taken = until_end(connection)

    assert (got, taken < 3 * ASK) == (b"", True)


def test_a_refused_body_that_does_not_end_is_cut(hub: Hub) -> None:
    """Answered before the body came, the connection stays open for the rest of it, but not for ever."""
    asked = whole(hub).replace(b"authorization: Bearer ", b"authorization: Bearer x")
    with connected(hub) as connection:
        connection.sendall(asked[:-3])
        assert connection.recv(65536).startswith(b"HTTP/1.1 401 ")
        got, taken = until_end(connection)

    assert (got, taken < 3 * ASK) == (b"", True)


def test_idle_connections_are_kept(hub: Hub) -> None:
    """Between two requests a client may wait longer than for one request's bytes; each request's time is its own."""
    asked = whole(hub)
    with connected(hub) as connection:
        for _ in range(3):
            connection.sendall(asked[:40])
            time.sleep(ASK / 2)
            connection.sendall(asked[40:])
            assert connection.recv(65536).startswith(b"HTTP/1.1 200 ")
            time.sleep(1.5 * ASK)


def test_the_time_begins_with_the_first_byte(hub: Hub) -> None:
    """A client that connects ahead of time and asks late has the whole time for its first request."""
    asked = whole(hub)
    with connected(hub) as connection:
        time.sleep(0.8 * ASK)
        connection.sendall(asked[:40])
        time.sleep(0.7 * ASK)
        connection.sendall(asked[40:])

        assert connection.recv(65536).startswith(b"HTTP/1.1 200 ")


def test_slow_answers_are_our_fault(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    """While an answer is made for longer than that, neither its request nor one sent ahead behind it is cut."""

    async def slowly(receive: object) -> bytes:
        found = await body(receive)  # type: ignore[arg-type]
        await asyncio.sleep(2.5 * ASK)
        return found

    body = http._body
    monkeypatch.setattr(http, "_body", slowly)
    asked = whole(hub)
    with connected(hub) as connection:
        connection.sendall(asked + asked[:60])
        assert connection.recv(65536).startswith(b"HTTP/1.1 200 ")
        connection.sendall(asked[60:])
        assert connection.recv(65536).startswith(b"HTTP/1.1 200 ")


class Long:
    """An engine whose answers are long."""

    async def respond(self, *_: object) -> bytes:
        return b'{"data":"%b"}' % (b"a" * 10_000_000)


def test_an_answer_that_nobody_reads_is_cut(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    """A client that does not read loses its connection, and until then the answer counts as one of its requests."""
    endpoint = protocol_endpoint(hub, monkeypatch)
    with connected(hub) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.sendall(whole(hub))
        time.sleep(LISTEN / 2)
        held = endpoint._admission.inside
        time.sleep(LISTEN + 2 * ASK)
        left = endpoint._admission.inside

    assert (held, left) == (1, 0)
    monkeypatch.undo()
    assert send(hub, QUERY).status_code == 200


def test_an_answer_that_is_read_in_time_is_whole(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten megabytes taken within the time arrive to the last byte."""
    protocol_endpoint(hub, monkeypatch)
    with connected(hub) as connection:
        connection.sendall(request(hub, f"content-length: {len(QUERY)}", body=QUERY))
        time.sleep(LISTEN / 5)
        got, _ = until_end(connection)

    assert got.endswith(b'a"}')
    assert len(got) > 10_000_000


def protocol_endpoint(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> http.Endpoint:
    """The endpoint of the hub, with long answers."""
    assert hub.app
    endpoint = hub.app._endpoint
    monkeypatch.setattr(endpoint, "_engine", Long)
    return endpoint
