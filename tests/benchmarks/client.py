"""A keep-alive HTTP client as lean as can be, so that what is measured is the server."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Sequence
from typing import Any, cast

_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


class Connection(asyncio.Protocol):
    """One connection, one request at a time."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._answer: asyncio.Future[bytes] | None = None
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's own class is none of asyncio's

    def data_received(self, data: bytes) -> None:
        self._received += data
        head = self._received.find(b"\r\n\r\n")
        found = _LENGTH.search(self._received, 0, head) if head >= 0 else None
        if found and len(self._received) >= head + 4 + int(found[1]):
            answer, self._received = self._received, b""
            assert self._answer is not None
            self._answer.set_result(answer)

    async def ask(self, request: bytes) -> bytes:
        """Send a whole request; returns the body. Raises AssertionError unless it is answered with 200 and data."""
        assert self._transport is not None
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        head, _, body = (await self._answer).partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head[:80] + body[:300]
        assert b'"errors"' not in body[:20], body[:300]
        return body

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()


async def connect(port: int, number: int) -> list[Connection]:
    """So many connections to a server of this machine."""
    loop = asyncio.get_running_loop()
    return [(await loop.create_connection(Connection, "127.0.0.1", port))[1] for _ in range(number)]


def requests(query: str, variables: Sequence[dict[str, Any]], token: str = "none") -> list[bytes]:
    """The finished bytes of a POST for each set of variables."""
    made = []
    for values in variables:
        body = json.dumps({"query": query, "variables": values}).encode()
        head = (
            "POST /graphql HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\n"
            f"authorization: Bearer {token}\r\ncontent-length: {len(body)}\r\n\r\n"
        )
        made.append(head.encode() + body)
    return made
