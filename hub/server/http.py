"""The GraphQL endpoint: one plain ASGI callable, `POST /graphql`, as GraphQL-over-HTTP asks, minus GET.

Order: method → content type → bearer token → a slot (`admission`) → body → operation. GET is refused because an ID
number in a URL ends in every proxy's log; bodies are read only for callers who were recognised. Every answer is JSON
and may not be cached.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from typing import Any

from starlette.types import Message, Receive, Scope, Send

from hub.caller import Caller
from hub.errors import HubError, Internal, MalformedRequest, MethodNotAllowed, RequestTooLarge
from hub.identity import Authenticator
from hub.matter import HEADER
from hub.query.answer import refused
from hub.query.engine import Engine
from hub.server.admission import Admission, Slot
from hub.server.negotiation import PLAIN, Headers, answer_type, check_body_type, looked_at
from hub.server.request import LARGEST_BODY, read_request
from hub.server.whole import send_whole

_log = logging.getLogger(__name__)


class Endpoint:
    """ASGI application of `/graphql`."""

    def __init__(self, engine: Callable[[], Engine], authenticator: Authenticator, admission: Admission) -> None:
        self._engine = engine
        self._authenticator = authenticator
        self._admission = admission

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        headers = looked_at(scope["headers"])
        kind = answer_type(headers)
        slot: Slot | None = None
        try:
            caller = await self._caller(scope, headers)
            slot = self._admission.enter(caller)
            body = await self._engine().respond(read_request(await _body(receive)), caller)
            await send_whole(scope, send, 200, _headers(kind, body), body)
        except HubError as error:
            body = refused(error)
            further = reported() if error.status == 500 else extra(error)
            await send_whole(scope, send, _status(error, kind), [*_headers(kind, body), *further], body)
        except Exception:  # noqa: BLE001 - the one place where the unforeseen becomes an answer
            body = refused(Internal())
            await send_whole(scope, send, 500, [*_headers(kind, body), *reported()], body)
        finally:
            if slot is not None:
                self._admission.leave(slot)

    async def _caller(self, scope: Scope, headers: Headers) -> Caller:
        if scope["method"] != "POST":
            raise MethodNotAllowed(methods="POST")
        check_body_type(headers)
        return await self._authenticator.authenticate(headers.get(b"authorization", ()), headers.get(HEADER, ()))


async def _body(receive: Receive) -> bytes:
    received = bytearray()
    while True:
        message: Message = await receive()
        if message["type"] == "http.disconnect":
            raise MalformedRequest(reason="the connection was closed", reason_zh="连接已断开")
        received += message.get("body", b"")
        if len(received) > LARGEST_BODY:
            raise RequestTooLarge(limit=LARGEST_BODY)
        if not message.get("more_body"):
            return bytes(received)


def _status(error: HubError, kind: bytes) -> int:
    """With plain JSON, a refusal that is a well-formed GraphQL answer travels with 200, as GraphQL-over-HTTP asks."""
    answered = error.status in (400, 403) and not isinstance(error, MalformedRequest)
    return 200 if kind is PLAIN and answered else error.status


def extra(error: HubError) -> list[tuple[bytes, bytes]]:
    """The headers that HTTP asks for beside the status of a refusal."""
    if error.status == 401:
        return [(b"www-authenticate", b"Bearer")]
    if error.status == 405:
        return [(b"allow", str(error.data["methods"]).encode())]
    if error.status == 415:  # RFC 9110 section 15.5.16
        return [(b"accept", b"application/json"), (b"accept-encoding", b"identity")]
    if error.status in (429, 503):
        return [(b"retry-after", b"%d" % error.data.get("retry_after", 1))]
    return []


def _headers(kind: bytes, body: bytes) -> list[tuple[bytes, bytes]]:
    return [(b"content-type", kind), (b"content-length", b"%d" % len(body)), (b"cache-control", b"no-store"),
            (b"x-content-type-options", b"nosniff")]  # fmt: skip


def reported() -> list[tuple[bytes, bytes]]:
    """Log the exception in flight and return the header by which the operator finds it.

    The trace may not hold values: the message of the exception stays out, its type and place go in.
    """
    number = uuid.uuid4().hex[:12]
    _log.error("request %s failed", number, exc_info=_without_values())
    return [(b"x-request-id", number.encode())]


def _without_values() -> tuple[type[BaseException], BaseException, Any]:
    """The exception in flight with its message taken out: messages of drivers and parsers quote values."""
    import sys

    kind, _, trace = sys.exc_info()
    assert kind
    return RuntimeError, RuntimeError(kind.__name__), trace
