"""`GET /health`: whether this process can answer."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from hub.errors import HubError
from hub.reader import Reader


def route(reader: Callable[[], Reader]) -> Route:
    """The route; 200 when a statement comes back from the database, 503 otherwise."""

    async def health(_: Request) -> Response:
        try:
            await reader().fetch("select '{}'::json")
        except HubError as error:
            return JSONResponse({"status": "unavailable", "code": error.code}, 503, {"cache-control": "no-store"})
        return JSONResponse({"status": "ok"}, headers={"cache-control": "no-store"})

    return Route("/health", health)
