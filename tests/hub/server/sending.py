"""Sending files to a hub, as a platform's sync job does."""

from __future__ import annotations

import base64
import hashlib
import time
from collections.abc import Iterable
from typing import Any

import httpx

from hub.uploads.deliverers import SCOPE
from tests.hub.server.running import Hub

AGENCY = "AG3302-CP1"
PIECE = "application/partial-upload"


def deliverer(hub: Hub, agency: str = AGENCY, scope: str = SCOPE) -> dict[str, str]:
    """The header of a token that may deliver."""
    return {"authorization": f"Bearer {hub.token('CP', agency=agency, scope=scope, officer='sync-job')}"}


def described(body: bytes, name: str = "list.csv") -> dict[str, str]:
    """What announces a file."""
    digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
    return {"repr-digest": f"sha-256=:{digest}:", "content-disposition": f'attachment; filename="{name}"'}


def post(
    hub: Hub, body: bytes, *, source: str = "sx_warehouse", content: bytes | Iterable[bytes] | None = None,
    headers: dict[str, str] | None = None, authorization: str | None = None, upload_complete: str = "",
    upload_length: str = "",
) -> httpx.Response:  # fmt: skip
    """POST a file; an empty header is left out, `content` is what is really sent."""
    given = {**deliverer(hub), **described(body), "upload-complete": upload_complete, "upload-length": upload_length}
    given |= headers or {}
    given |= {} if authorization is None else {"authorization": authorization}
    kept = {key: value for key, value in given.items() if value}
    return hub.client.post(f"/batches/{source}", content=body if content is None else content, headers=kept)


def patch(hub: Hub, where: str, offset: int, body: bytes | Iterable[bytes], *, complete: bool = True) -> httpx.Response:
    """Send the next piece."""
    headers = {"upload-offset": str(offset), "upload-complete": "?1" if complete else "?0", "content-type": PIECE}
    return hub.client.patch(where, content=body, headers={**deliverer(hub), **headers})


def receipt(hub: Hub, where: str, *, until: tuple[str, ...] = ("MERGED", "PARKED", "REFUSED")) -> dict[str, Any]:
    """The receipt, as soon as the file was loaded."""
    told: dict[str, Any] = {}
    for _ in range(600):
        answer = hub.client.get(where, headers=deliverer(hub))
        assert answer.status_code == 200, answer.text
        told = answer.json()
        if told["state"] in until:
            return told
        time.sleep(0.1)
    raise AssertionError(told)
