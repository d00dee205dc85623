"""HTTP as uvicorn reads it, with two things of our own: heads have a limit, and what is no request is refused in JSON.

uvicorn keeps whatever a stranger sends before the empty line. A body whose chunks are broken off or miscounted never
reaches the application, so this is the place that answers it.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from hub.errors import HubError, MalformedRequest, RequestTooLarge
from hub.query.answer import refused
from hub.server.negotiation import PLAIN
from hub.server.whole import offered

#: bytes of a request's first line and headers, where they do not come in one piece
LARGEST_HEAD: Final = 64 * 1024


class Protocol(HttpToolsProtocol):
    """One connection."""

    #: bytes of the head that is being received; None between a head and the next one
    _head: int | None = None

    def data_received(self, data: bytes) -> None:
        """Take what the socket gives."""
        super().data_received(data)
        if self._head is not None:
            self._head += len(data)
            if self._head > LARGEST_HEAD and not self.transport.is_closing():
                self._refuse(RequestTooLarge(limit=LARGEST_HEAD))

    def on_message_begin(self) -> None:
        """A head begins."""
        self._head = 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """A head ends."""
        self._head = None
        super().on_headers_complete()
        # an answer to HEAD has no body, whatever the application says
        if self.cycle.scope is self.scope and self.scope["method"] != "HEAD":
            self.scope["extensions"] = offered(self.cycle)  # type: ignore[typeddict-item]

    def send_400_response(self, msg: str) -> None:
        """Refuse bytes that are no request."""
        self._refuse(MalformedRequest(reason="it is no HTTP", reason_zh="不符合 HTTP 协议"))

    def _refuse(self, error: HubError) -> None:
        """Answer and close."""
        body = refused(error)
        self.transport.write(
            b"HTTP/1.1 %d %b\r\ncontent-type: %b\r\ncontent-length: %d\r\ncache-control: no-store\r\n"
            b"x-content-type-options: nosniff\r\nconnection: close\r\n\r\n%b"
            % (error.status, HTTPStatus(error.status).phrase.encode(), PLAIN, len(body), body)
        )
        self.transport.close()
