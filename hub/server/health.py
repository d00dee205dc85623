"""`GET /health`: whether this process can answer."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from hub.errors import HubError, RevocationsUnknown
from hub.reader import Reader
from hub.revocation import Revocations


def route(reader: Callable[[], Reader], revocations: Revocations) -> Route:
    """The route; 200 when a statement comes back from the database, 503 otherwise.

    `degraded` and still 200 while the hub goes on with the revocations that it knew of some time ago.
    """

    async def health(_: Request) -> Response:
        try:
            await reader().fetch("select '{}'::json")
            revocations.check_sighted()
        except HubError as error:
            return JSONResponse({"status": "unavailable", "code": error.code}, 503, {"cache-control": "no-store"})
        found = {"status": "ok"}
        if revocations.unconfirmed:
            found = {"status": "degraded", "code": RevocationsUnknown.code}
        return JSONResponse(found, headers={"cache-control": "no-store"})

    return Route("/health", health)
