"""An answer of a given size and nothing behind it: what the HTTP server alone costs (BENCH_SIZE bytes)."""

from __future__ import annotations

import os

from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

_BODY = b'{"data":"' + b"x" * (int(os.environ.get("BENCH_SIZE", "100")) - 11) + b'"}'
_HEADERS = [(b"content-type", b"application/json"), (b"content-length", str(len(_BODY)).encode())]


class Constant:
    """Reads the request, sends the constant."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
        await send({"type": "http.response.body", "body": _BODY})


application = Starlette(routes=[Route("/graphql", Constant())])
