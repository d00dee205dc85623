"""HTTP as uvicorn reads it, with three things of our own: heads have a limit, slow clients are cut, and what is no
request is refused in JSON.

uvicorn keeps whatever a stranger sends before the empty line, and waits for ever for the rest of a request and for a
client to take its answer. A body whose chunks are broken off or miscounted never reaches the application, so this is
the place that answers it. Each connection has one timer, which looks a few times a minute; a request costs it no more
than a look at the clock.
"""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from hub.errors import HubError, MalformedRequest, RequestTooLarge, RequestTooSlow
from hub.query.answer import refused
from hub.server.negotiation import PLAIN
from hub.server.whole import offered

#: bytes of a request's first line and headers, where they do not come in one piece
LARGEST_HEAD: Final = 64 * 1024
#: seconds from the first byte of a request to its last, and from a connection's beginning to its first request's end
SECONDS_TO_ASK = 8.0
#: bytes that an upload has to bring within each `SECONDS_TO_ASK`: no file is sent in eight seconds, but none trickles
LEAST_OF_UPLOAD: Final = 64 * 1024
#: what the addresses of uploads begin with
UPLOADS: Final = "/batches/"
#: seconds in which a client has to take what is written to it
SECONDS_TO_LISTEN = 30.0


class Protocol(HttpToolsProtocol):
    """One connection."""

    #: bytes of the head that is being received; None between a head and the next one
    _head: int | None = None
    #: when what is being received began, on the loop's clock; None while nothing is
    _begun: float | None = None
    #: when the client stopped taking what is written; None while it takes it
    _stuck: float | None = None
    #: bytes that came since the time of an upload was last prolonged
    _brought: int = 0
    _timer: asyncio.TimerHandle

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client has connected."""
        super().connection_made(transport)
        self._begun = self.loop.time()
        self._timer = self.loop.call_later(SECONDS_TO_ASK, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is gone."""
        self._timer.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what the socket gives."""
        if self._begun is None:
            self._begun = self.loop.time()
        self._brought += len(data)
        super().data_received(data)
        if self._head is not None:
            self._head += len(data)
            if self._head > LARGEST_HEAD and not self.transport.is_closing():
                self._refuse(RequestTooLarge(limit=LARGEST_HEAD))

    def on_message_begin(self) -> None:
        """A head begins."""
        self._head, self._brought = 0, 0
        self._begun = self.loop.time()
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """A head ends."""
        self._head = None
        super().on_headers_complete()
        # an answer to HEAD has no body, whatever the application says
        if self.cycle.scope is self.scope and self.scope["method"] != "HEAD":
            self.scope["extensions"] = offered(self.cycle)  # type: ignore[typeddict-item]

    def on_message_complete(self) -> None:
        """A request ends."""
        self._begun = None
        super().on_message_complete()

    def pause_writing(self) -> None:
        """The client takes less than is written to it."""
        self._stuck = self.loop.time()
        super().pause_writing()

    def resume_writing(self) -> None:
        """The client has taken most of it."""
        self._stuck = None
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        """Refuse bytes that are no request."""
        self._refuse(MalformedRequest(reason="it is no HTTP", reason_zh="不符合 HTTP 协议"))

    def _look(self) -> None:
        """Cut the client off if it is too slow, else look again when it may be; a timer is not set for each request."""
        now = self.loop.time()
        if self.transport.is_closing() and self._stuck is None:
            self._stuck = now  # what little is left to write keeps the connection open
        if self._begun is not None and (self.flow.read_paused or self._is_answering()):
            self._begun = now  # it is we who do not read on
        if self._begun is not None and now >= self._begun + SECONDS_TO_ASK and self._is_uploading():
            self._begun, self._brought = now, 0
        if self._stuck is not None and now >= self._stuck + SECONDS_TO_LISTEN:
            self.transport.abort()
            return
        if self._begun is not None and now >= self._begun + SECONDS_TO_ASK and not self.transport.is_closing():
            self._cut()
        due = now + SECONDS_TO_ASK
        if self._begun is not None and self._begun + SECONDS_TO_ASK > now:
            due = self._begun + SECONDS_TO_ASK
        if self._stuck is not None:
            due = min(due, self._stuck + SECONDS_TO_LISTEN)
        self._timer = self.loop.call_at(due, self._look)

    def _is_uploading(self) -> bool:
        """Whether a file is being taken that comes fast enough; strangers are answered before it does."""
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is None or self._head is not None or not cycle.scope["path"].startswith(UPLOADS):
            return False
        return not cycle.response_started and self._brought >= LEAST_OF_UPLOAD

    def _is_answering(self) -> bool:
        """Whether an answer to an earlier request is still to be sent: nothing may be said before it."""
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is None or cycle.response_complete:
            return False
        return bool(self.pipeline) or cycle.scope is not self.scope

    def _cut(self) -> None:
        """End a request that does not: with an answer, where there is a request and none was given yet."""
        scope: object = self.scope
        cycle: RequestResponseCycle | None = self.cycle
        answered = cycle is not None and cycle.scope is scope and cycle.response_started
        if scope is None or answered:
            self.transport.close()
        else:
            self._refuse(RequestTooSlow(seconds=round(SECONDS_TO_ASK)))

    def _refuse(self, error: HubError) -> None:
        """Answer and close."""
        body = refused(error)
        self.transport.write(
            b"HTTP/1.1 %d %b\r\ncontent-type: %b\r\ncontent-length: %d\r\ncache-control: no-store\r\n"
            b"x-content-type-options: nosniff\r\nconnection: close\r\n\r\n%b"
            % (error.status, HTTPStatus(error.status).phrase.encode(), PLAIN, len(body), body)
        )
        self.transport.close()
