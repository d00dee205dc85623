"""Where the public keys come from, and when they are looked at again.

A file is looked at every second, a URL every ten minutes; a `kid` that is not in the set makes the hub ask the URL at
most once a minute. When a look fails the former keys go on for a day, no longer than a token lives.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic
from types import ModuleType
from typing import TYPE_CHECKING, Protocol

from hub.errors import KeySetUnusable
from hub.key_set import LARGEST_SET, VerificationKey, read_key_set

if TYPE_CHECKING:
    import httpx

_log = logging.getLogger(__name__)

#: seconds between two requests that unknown key ids may cause
UNKNOWN_KEY_PAUSE = 60.0
#: seconds that keys are used without having been confirmed by their source
LONGEST_TRUST = 24 * 3600.0
_FETCH_TIMEOUT = 5.0
#: no compression: a key set is small, and a small answer cannot grow into a large one
_HEADERS = {"Accept": "application/json", "Accept-Encoding": "identity"}

Keys = Mapping[str, VerificationKey]


class KeySource(Protocol):
    """A place that keys are read from."""

    #: as an operator wrote it, for messages
    name: str
    #: seconds after which the source is looked at again, and after an unknown `kid`
    period: float
    pause: float

    async def read(self) -> bytes:
        """The key set as it is now; raises OSError."""
        ...


class FileSource:
    """A key set in a file of a few kilobytes, cheap enough to be looked at every second and for every unknown key."""

    def __init__(self, path: Path, read: Callable[[Path], bytes] = Path.read_bytes) -> None:
        self.name, self.period, self.pause = str(path), 1.0, 0.0
        self._path, self._read = path, read

    async def read(self) -> bytes:
        """The bytes of the file."""
        return self._read(self._path)


class UrlSource:
    """A key set behind the one URL of the settings; redirects are not followed."""

    def __init__(self, url: str, transport: httpx.AsyncBaseTransport | None = None) -> None:
        import httpx

        address = httpx.URL(url)
        self.name = f"{address.scheme}://{address.host}{address.path}"
        self.period, self.pause = 600.0, UNKNOWN_KEY_PAUSE
        self._url, self._transport = url, transport

    async def read(self) -> bytes:
        """The body of a plain 200 answer, at most `LARGEST_SET` bytes."""
        import httpx  # five megabytes that a worker with a key file does without

        try:
            return await self._fetch(httpx)
        except httpx.HTTPError as error:
            raise OSError(type(error).__name__) from None

    async def _fetch(self, httpx: ModuleType) -> bytes:
        async with (
            asyncio.timeout(_FETCH_TIMEOUT),
            httpx.AsyncClient(transport=self._transport, timeout=_FETCH_TIMEOUT, follow_redirects=False) as client,
            client.stream("GET", self._url, headers=_HEADERS) as response,
        ):
            if response.status_code != httpx.codes.OK:
                raise OSError(f"it answered {response.status_code}")
            content = bytearray()
            async for piece in response.aiter_raw():
                content += piece
                if len(content) > LARGEST_SET:
                    raise OSError("it is larger than 256 KB")
            return bytes(content)


class KeyRing:
    """The current keys of one source; `accept` drops those that the hub must not trust."""

    def __init__(self, source: KeySource, accept: Callable[[VerificationKey], bool]) -> None:
        self._source, self._accept = source, accept
        self._keys: Keys = {}
        self._thumbprints = frozenset[str]()
        self._lock = asyncio.Lock()
        self._looked = self._confirmed = -LONGEST_TRUST
        self._content, self._complaint = b"", ""
        #: grows whenever the keys change, so that what was verified with older ones can be forgotten
        self.version = 0

    @property
    def due(self) -> float:
        """Monotonic time from which `look` is worth a call."""
        return self._looked + self._source.period

    def get(self, kid: str) -> VerificationKey | None:
        """The key of that id as last read."""
        return self._keys.get(kid)

    def holds(self, thumbprint: str) -> bool:
        """Whether this very key is among them, under whatever id."""
        return thumbprint in self._thumbprints

    @property
    def usable(self) -> bool:
        """Whether there is any key."""
        return bool(self._keys)

    async def look(self, *, unknown: bool = False) -> None:
        """Look at the source again when its period is over or, for an unknown `kid`, its shorter pause."""
        wait = self._source.pause if unknown else self._source.period
        async with self._lock:
            if monotonic() < self._looked + wait:
                return
            try:
                await self.load()
            except KeySetUnusable as error:
                self._complain(str(error))

    async def load(self) -> None:
        """Read the source now; raises KeySetUnusable and keeps the former keys when that is impossible."""
        self._looked = monotonic()
        try:
            content = await self._source.read()
            if content != self._content:
                self._replace({kid: key for kid, key in read_key_set(content).items() if self._accept(key)})
                self._content = content
        except (OSError, TimeoutError):
            raise self._unusable("it cannot be read", "无法读取") from None
        except ValueError as error:
            raise self._unusable(str(error), "内容不是有效的公钥集") from None
        self._confirmed = monotonic()
        if not self._keys:
            raise self._unusable("no key in it may be used here", "其中没有可用的公钥")
        self._complaint = ""

    def _replace(self, keys: Keys) -> None:
        if keys != self._keys:
            self._keys, self.version = keys, self.version + 1
            self._thumbprints = frozenset(key.thumbprint for key in keys.values())

    def _complain(self, sentence: str) -> None:
        """Tell the operator once, and let keys go that nobody has confirmed for a day."""
        if sentence != self._complaint:
            _log.warning("%s", sentence)
            self._complaint = sentence
        if monotonic() > self._confirmed + LONGEST_TRUST:
            self._content = b""
            self._replace({})

    def _unusable(self, reason: str, reason_zh: str) -> KeySetUnusable:
        return KeySetUnusable(source=self._source.name, reason=reason, reason_zh=reason_zh)
