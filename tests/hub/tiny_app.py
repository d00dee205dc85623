"""A stand-in application for tests of serving: says who it is, slowly when asked."""

from __future__ import annotations

import asyncio
import os
import sys

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from hub.database import open_database
from hub.reader import Reader
from hub.settings import Settings


async def answer(request: Request) -> PlainTextResponse:
    """One read through the database that the environment names."""
    sys.stdout.write("received\n")
    sys.stdout.flush()
    await asyncio.sleep(float(request.query_params.get("seconds", "0")))
    with open_database(Settings.from_environment()) as database:
        reader = Reader(database)
        await reader.open()
        text = await reader.fetch("select to_json(current_user::text)")
        await reader.close()
    return PlainTextResponse(f"{os.getpid()} {text.decode()}")


def create() -> Starlette:
    """As hub.server.app.create."""
    return Starlette(routes=[Route("/", answer)])


def broken() -> Starlette:
    """An application that cannot start."""
    raise SystemExit("broken")
