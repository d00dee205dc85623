"""A load generator as lean as Python can be, because it shares the machine with what it measures.

One callback per answer, which notes the time and sends the next request: no task, no future, no parser. It costs
10 to 20 µs of CPU per request; what it costs in a run stands beside the figures of that run (`client`).
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Sequence
from typing import Any, Protocol, cast

_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


class Asker(Protocol):
    """Something that asks one question after the other."""

    def begin(self, end: float, taken: list[float]) -> asyncio.Future[None]:
        """Ask until `end` (of time.perf_counter), appending the seconds of each answer to `taken`."""

    def close(self) -> None:
        """Give the connection back."""


class HttpAsker(asyncio.Protocol):
    """One keep-alive connection, one request at a time. An answer that is not 200 or has no data ends the run."""

    def __init__(self, sent: Sequence[bytes], first: int) -> None:
        self._sent = sent
        self._number = first
        self._transport: asyncio.Transport | None = None
        self._done: asyncio.Future[None] | None = None
        self._taken: list[float] = []
        self._end = self._begun = 0.0
        self._head = b""
        self._missing = 0
        #: body of the last answer, kept by `ask` only
        self.body: bytearray | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's own class is none of asyncio's

    def connection_lost(self, exc: Exception | None) -> None:
        self._fail(f"the server closed the connection: {exc}")

    def begin(self, end: float, taken: list[float]) -> asyncio.Future[None]:
        self._done = asyncio.get_running_loop().create_future()
        self._end, self._taken = end, taken
        self._ask()
        return self._done

    async def ask(self) -> bytes:
        """One answer's body."""
        self.body = bytearray()
        await self.begin(0.0, [])
        found, self.body = bytes(self.body), None
        return found

    def close(self) -> None:
        self._done = None
        if self._transport is not None:
            self._transport.close()

    def data_received(self, data: bytes) -> None:
        if self._missing:
            self._missing -= len(data)
            if self.body is not None:
                self.body += data
        elif not self._starts(data):
            return
        if not self._missing:
            self._answered()

    def _starts(self, data: bytes) -> bool:
        """Read the head; whether it is complete."""
        data = self._head + data
        end = data.find(b"\r\n\r\n") + 4
        length = _LENGTH.search(data, 0, end)
        if end < 4:
            self._head = data
            return False
        self._head = b""
        if not data.startswith(b"HTTP/1.1 200") or data.startswith(b'{"errors"', end) or not length:
            self._fail(data.decode("utf-8", "replace")[:1000])
            return False
        self._missing = end + int(length[1]) - len(data)
        if self.body is not None:
            self.body += data[end:]
        return True

    def _ask(self) -> None:
        assert self._transport is not None
        self._begun = time.perf_counter()
        self._transport.write(self._sent[self._number % len(self._sent)])
        self._number += 1

    def _answered(self) -> None:
        now = time.perf_counter()
        self._taken.append(now - self._begun)
        if now < self._end:
            self._ask()
        elif self._done is not None and not self._done.done():
            self._done.set_result(None)

    def _fail(self, reason: str) -> None:
        if self._done is not None and not self._done.done():
            self._done.set_exception(AssertionError(reason))


async def connect(port: int, number: int, sent: Sequence[bytes]) -> list[HttpAsker]:
    """So many connections to a server of this machine, asking from different places of `sent`."""
    loop = asyncio.get_running_loop()
    found = []
    for index in range(number):
        asker = HttpAsker(sent, index * 7919)
        await loop.create_connection(lambda made=asker: made, "127.0.0.1", port)  # type: ignore[misc]
        found.append(asker)
    return found


def requests(query: str, variables: Sequence[dict[str, Any]], tokens: Sequence[str] = ()) -> list[bytes]:
    """The finished bytes of a POST for each set of variables, sent by the bearers of `tokens` in turns."""
    made = []
    for number in range(max(len(variables), len(tokens))):
        values = variables[number % len(variables)]
        authorization = f"authorization: Bearer {tokens[number % len(tokens)]}\r\n" if tokens else ""
        body = json.dumps({"query": query, "variables": values}).encode()
        head = (
            "POST /graphql HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\n"
            f"{authorization}content-length: {len(body)}\r\n\r\n"
        )
        made.append(head.encode() + body)
    return made
