"""Taking a file in: the body of one or several requests becomes one sealed part, and the books follow the disk."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

from hub.caller import Caller
from hub.errors import UploadInvalid, UploadOffsetWrong
from hub.uploads.announced import Announced
from hub.uploads.ledger import Ledger, Upload
from hub.uploads.spool import Part, check_room, part_of
from hub.vault import Vault
from loaders.sealed_blocks import BLOCK, KIND

#: ASGI's: the next piece of a request's body
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
#: blocks between two notes in the books; what a crash may cost
_NOTED_EACH = 4


class Gone(Exception):
    """The client has hung up: there is nobody to answer."""


class Intake:
    """Takes files in for one worker."""

    def __init__(self, ledger: Ledger, vault: Vault, folder: Path, wake: Callable[[], None]) -> None:
        """`wake` is called when a file is whole and should be loaded."""
        self.ledger = ledger
        self._vault, self._folder, self._wake = vault, folder, wake

    async def begin(self, caller: Caller, source: str, file: Announced) -> Upload:
        """The books of a file that is announced. Raises DiskFull, UploadsOpen."""
        check_room(self._folder, file.size)
        sealed, _ = self._vault.new_box(KIND)
        return await self.ledger.begin(caller, source, file, sealed)

    async def take(self, upload: Upload, offset: int | None, receive: Receive, *, complete: bool) -> Upload:
        """Append a body that begins at `offset` of the file, or begin anew (None); the upload as it then stands.

        Raises UploadBusy, UploadOffsetWrong, UploadInvalid, DiskFull, or Gone after noting what came.
        """
        box = self._vault.open_box(KIND, upload.key_sealed)
        with Part(part_of(self._folder, upload.id), box, upload.sha256) as part:
            upload = await self._again(upload)  # as the request that held the part before has left it
            if upload.complete:
                raise already_complete()
            held = 0 if offset is None else await self._held(upload, part)
            if offset is not None and offset != held:
                raise UploadOffsetWrong(offset=held)
            part.begin(*((upload.blocks, upload.stored) if held else (0, 0)))
            await _Body(self.ledger, upload, part, held).take(receive, complete=complete)
        upload = await self._again(upload)
        if upload.complete:
            self._wake()
        return upload

    async def pass_over(self, receive: Receive, most: int) -> None:
        """Let a body go by that is here already."""
        passed = 0
        while passed <= most:
            message = await receive()
            passed += len(message.get("body", b""))
            if message["type"] == "http.disconnect":
                raise Gone
            if not message.get("more_body"):
                return

    async def cancel(self, upload: Upload) -> bool:
        """Give an unfinished upload up, and its bytes. Raises UploadBusy while another request sends some."""
        path = part_of(self._folder, upload.id)
        with Part(path, self._vault.open_box(KIND, upload.key_sealed), upload.sha256):
            done = await self.ledger.cancel(upload)
            if done:
                path.unlink(missing_ok=True)
        return done

    async def _again(self, upload: Upload) -> Upload:
        return await self.ledger.find(upload.id, upload.agency)

    async def _held(self, upload: Upload, part: Part) -> int:
        """How much of the file is really here; a part that the disk has lost is nothing."""
        if part.begin(upload.blocks, upload.stored):
            return upload.received
        await self.ledger.advance(upload, received=0, blocks=0, stored=0)
        return 0


class _Body:
    """The body of one request on its way to the disk."""

    def __init__(self, ledger: Ledger, upload: Upload, part: Part, begun: int) -> None:
        self._ledger, self._upload, self._part = ledger, upload, part
        self._received, self._noted, self._held = begun, part.blocks, bytearray()

    async def take(self, receive: Receive, *, complete: bool) -> None:
        ended = False
        while not ended:
            message = await receive()
            if message["type"] == "http.disconnect":
                break
            ended = not message.get("more_body")
            await self._add(message.get("body", b""))
        if self._held:
            await self._write(len(self._held))
        if ended and complete and self._received != self._upload.size:
            await self._note()
            raise _length()
        await self._note()
        if not ended:
            raise Gone

    async def _add(self, piece: bytes) -> None:
        self._held += piece
        if self._received + len(self._held) > self._upload.size:
            raise _length()
        while len(self._held) >= BLOCK:
            await self._write(BLOCK)
            if self._part.blocks - self._noted >= _NOTED_EACH and self._received < self._upload.size:
                await self._note()

    async def _write(self, length: int) -> None:
        """Seal so many of the bytes at hand; away from the loop, which others wait for."""
        block = bytes(self._held[:length])
        del self._held[:length]
        await asyncio.to_thread(self._part.append, block)
        self._received += length

    async def _note(self) -> None:
        """First the disk, then the books."""
        await asyncio.to_thread(self._part.sync)
        self._noted = self._part.blocks
        await self._ledger.advance(
            self._upload, received=self._received, blocks=self._part.blocks, stored=self._part.stored
        )


def already_complete() -> UploadInvalid:
    """The refusal of more bytes than there are."""
    return UploadInvalid(reason="it is complete already", reason_zh="该上传已完成")


def _length() -> UploadInvalid:
    return UploadInvalid(reason="its bytes are not as many as announced", reason_zh="字节数与声明不符")
