"""The question to a source's API and its answer; what is no whole, plausible answer is silence.

    POST url   {"subjects": [{"idNumber": "…", "name": "…"}, {"creditCode": "…"}]}
    200        {"asOf": "2026-11-28T10:00:00+08:00", "answers": [{"rows": [{…}, …]}, {"rows": []}]}

An answer for each subject, in the order asked; its rows are everything that the source's list has of the subject now,
in the columns in which the source delivers files.
"""

from __future__ import annotations

import asyncio
import datetime
import json
import logging
from collections.abc import Sequence
from time import monotonic
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

import httpx

from hub.errors import SourceAddressRefused
from loaders.addresses import Resolve, Target, allowed
from loaders.live.asking import Asked
from loaders.live.configuration import LiveSource

_log = logging.getLogger("hub.live")

#: subjects in one question
MOST: Final = 100
#: bytes of an answer
_LARGEST = 1 << 20
#: clocks may differ by so much
LEEWAY = datetime.timedelta(seconds=60)
#: failures one after another, after which a source is left alone for a while (seconds)
FAILURES, PAUSE = 5, 30.0

Row = dict[str, Any]


class Silent(Exception):
    """The source gave no answer that can be used."""


class Answers(NamedTuple):
    """What a source said."""

    as_of: datetime.datetime
    #: for each subject asked about, its rows
    rows: list[list[Row]]


class Breaker:
    """Leaves a source alone that failed several times in a row; then one question tries it."""

    def __init__(self) -> None:
        self._failures, self._until = 0, 0.0

    def enter(self) -> None:
        """Raise Silent while the source is left alone."""
        if self._failures < FAILURES:
            return
        if monotonic() < self._until:
            raise Silent("left alone")
        self._until = monotonic() + PAUSE  # whoever comes meanwhile does not wait for this try

    def succeeded(self) -> None:
        """It answered."""
        self._failures = 0

    def failed(self) -> None:
        """It did not."""
        self._failures += 1
        if self._failures == FAILURES:
            self._until = monotonic() + PAUSE


class Client:
    """Asks one source."""

    def __init__(
        self, source: LiveSource, deadline: float, *,
        transport: httpx.AsyncBaseTransport | None = None, resolve: Resolve | None = None,
    ) -> None:  # fmt: skip
        self.name, self._source, self._deadline = source.source, source, deadline
        self._resolve = resolve
        self._breaker, self._complaint = Breaker(), ""
        self._http = httpx.AsyncClient(
            transport=transport, timeout=deadline, follow_redirects=False, trust_env=False, http2=False
        )

    async def close(self) -> None:
        """Close its connections."""
        await self._http.aclose()

    async def ask(self, subjects: Sequence[Asked]) -> Answers:
        """What the source says of at most `MOST` subjects. Raises Silent, within the deadline."""
        self._breaker.enter()
        try:
            async with asyncio.timeout(self._deadline):
                answers = _read(await self._post(_question(subjects)), len(subjects))
        except (httpx.HTTPError, TimeoutError, Silent, SourceAddressRefused, OSError) as fault:
            self._breaker.failed()
            self._complain(type(fault).__name__ if not isinstance(fault, Silent) else str(fault))
            raise Silent from None
        self._breaker.succeeded()
        self._complaint = ""
        return answers

    async def _post(self, body: bytes) -> bytes:
        parts = urlsplit(self._source.url)
        host = f"{parts.hostname}:{parts.port or 443}"
        target = await asyncio.to_thread(allowed, self._source.url, [host], self._resolve)
        headers = {"Host": target.host, "Content-Type": "application/json", "Accept-Encoding": "identity"}
        if self._source.secret:
            headers["Authorization"] = f"Bearer {self._source.secret}"
        request = self._http.build_request(
            "POST", _numbered(self._source.url, target), content=body, headers=headers,
            extensions={"sni_hostname": target.host},
        )  # fmt: skip
        response = await self._http.send(request, stream=True)
        try:
            if response.status_code != httpx.codes.OK:
                raise Silent(f"it answered {response.status_code}")
            content = bytearray()
            async for piece in response.aiter_raw():
                content += piece
                if len(content) > _LARGEST:
                    raise Silent("its answer is too large")
            return bytes(content)
        finally:
            await response.aclose()

    def _complain(self, reason: str) -> None:
        """Tell the operator once; never what was asked or answered."""
        if reason != self._complaint:
            _log.warning("source %s gave no usable answer: %s", self.name, reason)
            self._complaint = reason


def _question(subjects: Sequence[Asked]) -> bytes:
    named = ("creditCode", "idNumber", "name")
    listed = [{key: value for key, value in zip(named, one, strict=True) if value} for one in subjects]
    return json.dumps({"subjects": listed}, ensure_ascii=False).encode()


def _numbered(url: str, target: Target) -> str:
    """The address with the number that was checked in the place of the name."""
    parts = urlsplit(url)
    number = f"[{target.address}]" if ":" in target.address else target.address
    return parts._replace(netloc=f"{number}:{target.port}").geturl()


def _read(content: bytes, number: int) -> Answers:
    """Raises Silent for what is no answer to so many questions."""
    try:
        said = json.loads(content)
        as_of = datetime.datetime.fromisoformat(said["asOf"])
        rows = [answer["rows"] for answer in said["answers"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Silent("its answer cannot be read") from None
    if as_of.tzinfo is None or as_of > datetime.datetime.now(datetime.UTC) + LEEWAY:
        raise Silent("its answer is not of the present")
    whole = all(isinstance(each, list) and all(isinstance(row, dict) for row in each) for each in rows)
    if len(rows) != number or not whole:
        raise Silent("it did not answer what was asked")
    return Answers(as_of, rows)
