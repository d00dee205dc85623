"""HTTP as uvicorn reads it, with one word of our own: what is no HTTP at all is refused in JSON like everything else.

A body whose chunks are broken off or miscounted never reaches the application, so this is the place that answers it.
"""

from __future__ import annotations

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from hub.errors import MalformedRequest
from hub.query.answer import refused
from hub.server.negotiation import PLAIN

_BODY = refused(MalformedRequest(reason="it is no HTTP", reason_zh="不符合 HTTP 协议"))
_HEAD = (
    b"HTTP/1.1 400 Bad Request\r\ncontent-type: %b\r\ncontent-length: %d\r\ncache-control: no-store\r\n"
    b"x-content-type-options: nosniff\r\nconnection: close\r\n\r\n" % (PLAIN, len(_BODY))
)


class Protocol(HttpToolsProtocol):
    """One connection."""

    def send_400_response(self, msg: str) -> None:
        """Refuse bytes that are no request, and close."""
        self.transport.write(_HEAD + _BODY)
        self.transport.close()
