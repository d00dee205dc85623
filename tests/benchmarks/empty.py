"""An answer of a given length and nothing behind it: what the HTTP server alone costs (BENCH_LENGTH bytes).

One plain ASGI function, which reads the request as the hub must.
"""

from __future__ import annotations

import os

from starlette.types import Receive, Scope, Send

_BODY = b'{"data":"' + b"x" * (int(os.environ.get("BENCH_LENGTH", "100")) - 11) + b'"}'
_HEADERS = [(b"content-type", b"application/json"), (b"content-length", str(len(_BODY)).encode())]


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Read the request, send the constant."""
    if scope["type"] != "http":
        return
    while (await receive()).get("more_body"):
        pass
    await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
    await send({"type": "http.response.body", "body": _BODY})
