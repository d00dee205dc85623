"""A provider's interface, on a real socket: pages of rows, and whatever a provider may do to a client."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

#: what to do instead of answering: the number of the request (from 1) → status and headers
Mood = Callable[[int, int], tuple[int, dict[str, str]] | None]


@dataclass
class Stub:
    """The interface: `rows` are served `size` a page."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    size: int = 5
    mood: Mood = lambda number, page: None
    #: called before a page is answered, with its number
    before: Callable[[int], None] = lambda page: None
    etag: bool = False
    port: int = 0
    #: (page, headers) of each request
    asked: list[tuple[int, dict[str, str]]] = field(default_factory=list)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def plan(self, mode: str = "DELTA", source: str = "sx_exchange", **words: str) -> str:
        """A pull of it."""
        lines = [f'source = "{source}"', f'mode = "{mode}"', 'every = "15m"', "[http]",
                 f'url = "http://{self.host}/api/list?kind=sx"', f'hosts = ["{self.host}"]', f"rows = {self.size}",
                 'size = "rows"', 'items = "data.records"', 'total = "data.total"', "loopback = true",
                 *(f"{word} = {value}" for word, value in words.items())]  # fmt: skip
        return "\n".join(lines)

    def answer(self, page: int, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        self.asked.append((page, headers))
        self.before(page)
        if (moody := self.mood(len(self.asked), page)) is not None:
            return *moody, b"{}"
        mark = f'"{hash(json.dumps(self.rows, sort_keys=True))}"'
        if self.etag and headers.get("if-none-match") == mark:
            return 304, {"etag": mark}, b""
        found = self.rows[(page - 1) * self.size : page * self.size]
        body = json.dumps({"code": 0, "data": {"total": len(self.rows), "records": found}}).encode()
        return 200, {"etag": mark} if self.etag else {}, body


@contextmanager
def serving(stub: Stub) -> Iterator[Stub]:
    """Serve it on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = int(parse_qs(urlsplit(self.path).query).get("page", ["0"])[0])
            given = {name.lower(): value for name, value in self.headers.items()}
            status, headers, body = stub.answer(page, given | {":path": self.path})
            self.send_response(status)
            for name, value in {**headers, "content-length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        stub.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield stub
        server.shutdown()
        thread.join()
