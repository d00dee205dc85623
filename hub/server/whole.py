"""Answers that are sent whole: head and body in one write.

ASGI sends them apart, which costs a system call more and wakes the client for a head of two hundred bytes. So the
protocol offers a way of its own, as an extension of the scope (ASGI 3.0, section "Extensions"), and whoever has an
answer at hand takes it where it is offered.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Final

from starlette.types import Scope, Send
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, RequestResponseCycle

#: name of the extension
WHOLE: Final = "hub.whole_answer"

Headers = list[tuple[bytes, bytes]]
#: status, head lines, body
SendWhole = Callable[[int, Headers, bytes], Awaitable[None]]

#: longer bodies are not copied behind their heads
_LONG: Final = 256 * 1024


async def send_whole(scope: Scope, send: Send, status: int, headers: Headers, body: bytes) -> None:
    """Send an answer, in one write where the server can."""
    offered: dict[str, Any] | None = scope.get("extensions")
    if offered is not None and (whole := offered.get(WHOLE)) is not None:
        await whole(status, headers, body)
        return
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def offered(cycle: RequestResponseCycle) -> dict[str, SendWhole]:
    """The extension for one request. `headers` are not looked at, so they have to hold `content-length`."""

    async def send(status: int, headers: Headers, body: bytes) -> None:
        if cycle.flow.write_paused and not cycle.disconnected:
            await cycle.flow.drain()
        if cycle.disconnected:
            return
        cycle.waiting_for_100_continue = False
        cycle.response_started = cycle.response_complete = True
        lines = [b"%b: %b\r\n" % header for header in (*cycle.default_headers, *headers)]
        if not cycle.keep_alive:
            lines.append(b"connection: close\r\n")
        head = b"%b%b\r\n" % (STATUS_LINE[status], b"".join(lines))
        if len(body) > _LONG:
            cycle.transport.write(head)
            cycle.transport.write(body)
        else:
            cycle.transport.write(head + body)
        cycle.message_event.set()
        if not cycle.keep_alive:
            cycle.transport.close()
        cycle.on_response()
        if cycle.flow.write_paused:  # a long answer ends when the client has it: until then it counts as in flight
            await cycle.flow.drain()

    return {WHOLE: send}
