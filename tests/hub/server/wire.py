"""Asking the endpoint on the wire, and what every refusal must look like."""

from __future__ import annotations

import re
from typing import Any

import httpx

from schema.identifiers import id_number_check_digit
from tests.hub.server.running import Hub

JSON = "application/json"
GRAPHQL = "application/graphql-response+json"
#: a well-formed number of nobody: the area 000000 does not exist
NAME = "".join(("示", "例"))
NUMBER = "00000019900307901" + id_number_check_digit("00000019900307901")


def send(hub: Hub, body: bytes | str, **headers: str) -> httpx.Response:
    """POST with a good token and good headers, unless told otherwise; an empty header is left out."""
    given = {"content-type": JSON, "authorization": f"Bearer {hub.token('CP')}"}
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    content = body.encode() if isinstance(body, str) else body
    return hub.client.post("/graphql", content=content, headers={k: v for k, v in given.items() if v})


def check_refusal(answer: httpx.Response, status: int, code: str) -> dict[str, Any]:
    """A GraphQL answer of errors only, in both languages, uncached, and silent about what runs behind it."""
    assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (status, code), answer.text
    assert set(answer.json()) == {"errors"}
    for error in answer.json()["errors"]:
        extensions = error["extensions"]
        assert extensions["message_en"].isascii()
        assert re.search("[一-鿿]", extensions["message_zh"])
        assert extensions["message_en"] in error["message"]
        assert extensions["message_zh"] in error["message"]
    check_silent(answer)
    error0: dict[str, Any] = answer.json()["errors"][0]
    return error0


def check_silent(answer: httpx.Response) -> None:
    """No trace, SQL, product name or path; not kept by any cache."""
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "server" not in answer.headers
    for word in ("Traceback", "select ", "psycopg", "uvicorn", "starlette", "graphql-core", ".py", "/work", "$1"):
        assert word not in answer.text
