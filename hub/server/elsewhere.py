"""Where there is nothing: addresses that are none, and methods that an address does not know, answered as JSON.

Starlette would say both in plain English text, and send a caller of ``/graphql/`` on to an address that it makes from
the caller's own Host header, which behind a proxy that ends TLS is the wrong scheme for a token.
"""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from hub.errors import AddressUnknown, HubError, Internal, MethodNotAllowed
from hub.query.answer import refused
from hub.server.negotiation import PLAIN


async def answer(_: Request, error: Exception) -> Response:
    """The handler of Starlette's own refusals: 404 and 405, in both languages."""
    assert isinstance(error, HTTPException)
    refusal = _refusal(error)
    headers = {**(error.headers or {}), "content-type": PLAIN.decode(), "cache-control": "no-store",
               "x-content-type-options": "nosniff"}  # fmt: skip
    return Response(refused(refusal), refusal.status, headers)


def _refusal(error: HTTPException) -> HubError:
    if error.status_code == AddressUnknown.status:
        return AddressUnknown()
    if error.status_code == MethodNotAllowed.status:
        return MethodNotAllowed(methods=(error.headers or {}).get("allow", "GET"))
    return Internal()
