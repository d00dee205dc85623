"""`/batches/…`: files that agencies send, kept as they arrive, and what became of them.

    POST   /batches/{source}   a whole file, or the beginning of one
    HEAD   /batches/{id}       how much of it is here
    PATCH  /batches/{id}       the next piece
    DELETE /batches/{id}       give up what is unfinished
    GET    /batches/{id}       the receipt

Order: bearer token → scope and list of deliverers → a slot → headers → body. A body is sealed block by block as it
comes, so memory holds a block of it, and no byte is parsed here: that is the work of another process.
"""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from typing import Any, Final

from starlette.types import Receive, Scope, Send

from hub.caller import Caller
from hub.errors import HubError, Internal, MethodNotAllowed, UploadOffsetWrong, UploadUnknown
from hub.identity import Authenticator
from hub.matter import HEADER
from hub.query.answer import refused
from hub.server.admission import Admission, Slot
from hub.server.http import extra, reported
from hub.server.negotiation import PLAIN, looked_at
from hub.server.whole import send_whole
from hub.uploads.announced import Headers, all_of, announced, piece
from hub.uploads.deliverers import Deliverers
from hub.uploads.intake import Gone, Intake, already_complete
from hub.uploads.ledger import Upload

#: what the address begins with; the protocol measures the pace of its bodies instead of their time
PREFIX: Final = "/batches/"
#: uploads of one caller, and of all, that a worker takes at a time
EACH: Final = 4
EVERYONE: Final = 32
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

Lines = list[tuple[bytes, bytes]]
#: status, further headers, body
Answer = tuple[int, Lines, bytes]


class Uploads:
    """ASGI application of `/batches/{name}`."""

    def __init__(
        self, intake: Callable[[], Intake], authenticator: Authenticator, deliverers: Deliverers, limit: int
    ) -> None:
        """`limit` is the largest file in bytes."""
        self._intake, self._authenticator, self._deliverers, self._limit = intake, authenticator, deliverers, limit
        self._admission = Admission(everyone=EVERYONE, each=EACH)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        slot: Slot | None = None
        try:
            caller = await self._caller(scope)
            slot = self._admission.enter(caller)
            status, headers, body = await self._answer(scope, receive, caller)
        except Gone:
            return
        except HubError as error:
            status, body = error.status, refused(error)
            headers = [*_where(error), *(reported() if error.status == 500 else extra(error))]
        except Exception:  # noqa: BLE001 - the one place where the unforeseen becomes an answer
            status, headers, body = 500, reported(), refused(Internal())
        finally:
            if slot is not None:
                self._admission.leave(slot)
        await send_whole(scope, send, status, [*_fixed(status, body), *headers], body)

    async def _caller(self, scope: Scope) -> Caller:
        found = looked_at(scope["headers"])
        return await self._authenticator.authenticate(found.get(b"authorization", ()), found.get(HEADER, ()))

    async def _answer(self, scope: Scope, receive: Receive, caller: Caller) -> Answer:
        name, method, headers = scope["path_params"]["name"], scope["method"], all_of(scope["headers"])
        if not _ID.fullmatch(name):
            if method != "POST":
                raise MethodNotAllowed(methods="POST")
            self._deliverers.check(caller, name)
            return await self._begin(name, headers, scope["query_string"].decode("latin-1"), receive, caller)
        answers: dict[str, Callable[[Upload, Headers, Receive], Awaitable[Answer]]] = {
            "GET": self._tell, "HEAD": self._tell_offset, "PATCH": self._go_on, "DELETE": self._cancel,
        }  # fmt: skip
        if method not in answers:
            raise MethodNotAllowed(methods="GET, HEAD, PATCH, DELETE")
        upload = await self._intake().ledger.find(name, caller.agency)
        self._deliverers.check(caller, upload.source)
        return await answers[method](upload, headers, receive)

    async def _begin(self, source: str, headers: Headers, query: str, receive: Receive, caller: Caller) -> Answer:
        file = announced(headers, query, self._limit)
        empty = headers.get("content-length") == ["0"]
        upload = await self._intake().begin(caller, source, file)
        if not upload.complete and not empty:
            upload = await self._intake().take(upload, None, receive, complete=file.complete)
        elif not empty:
            await self._intake().pass_over(receive, file.size)
        return self._taken(upload)

    async def _go_on(self, upload: Upload, headers: Headers, receive: Receive) -> Answer:
        said = piece(headers)
        if upload.complete and (said.offset, headers.get("content-length")) == (upload.size, ["0"]):
            return self._taken(upload)  # the word that it is complete, after its last byte
        if upload.complete:
            raise already_complete()
        return self._taken(await self._intake().take(upload, said.offset, receive, complete=said.complete))

    async def _tell(self, upload: Upload, _: Headers, __: Receive) -> Answer:
        return 200, [], _receipt(upload)

    async def _tell_offset(self, upload: Upload, _: Headers, __: Receive) -> Answer:
        return 204, self._progress(upload), b""

    async def _cancel(self, upload: Upload, _: Headers, __: Receive) -> Answer:
        if not await self._intake().cancel(upload):
            raise already_complete()
        return 204, [], b""

    def _taken(self, upload: Upload) -> Answer:
        """202 when the whole file is here, 201 while it is not."""
        headers = [(b"location", f"{PREFIX}{upload.id}".encode()), *self._progress(upload)]
        return 202 if upload.complete else 201, headers, _receipt(upload)

    def _progress(self, upload: Upload) -> Lines:
        return [
            (b"upload-offset", b"%d" % upload.received), (b"upload-complete", b"?1" if upload.complete else b"?0"),
            (b"upload-length", b"%d" % upload.size), (b"upload-limit", b"max-size=%d" % self._limit),
        ]  # fmt: skip


def _where(error: HubError) -> Lines:
    """Where to go on, beside the refusal of a piece that begins elsewhere."""
    return [(b"upload-offset", b"%d" % error.data["offset"])] if isinstance(error, UploadOffsetWrong) else []


def _fixed(status: int, body: bytes) -> Lines:
    fixed = [(b"cache-control", b"no-store"), (b"x-content-type-options", b"nosniff")]
    return fixed if status == 204 else [(b"content-type", PLAIN), (b"content-length", b"%d" % len(body)), *fixed]


def _receipt(upload: Upload) -> bytes:
    """What the sender may know: states, counts, classes of bad rows; no value of any row."""
    if upload.state == "CANCELLED":
        raise UploadUnknown
    said: dict[str, Any] = {
        "id": upload.id, "source": upload.source, "file": upload.file, "sha256": upload.sha256, "size": upload.size,
        "received": upload.received, "begunAt": upload.begun_at,
        "state": upload.status if upload.state == "LOADED" and upload.status else upload.state,
    }  # fmt: skip
    if upload.batch is not None:
        said["batch"] = upload.batch
        said["rows"] = {"read": upload.read, "accepted": upload.accepted, "quarantined": upload.quarantined,
                        "ignored": upload.ignored}  # fmt: skip
        said["rowErrors"] = [{"code": code, "rows": rows} for code, rows in sorted((upload.reasons or {}).items())]
    if upload.refusal is not None:
        said["refusal"] = upload.refusal
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
