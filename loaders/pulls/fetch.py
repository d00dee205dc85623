"""Asking an HTTP interface: only where it is configured, patiently when it is busy, never more than fits."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Final, NamedTuple
from urllib.parse import urljoin, urlsplit

import httpx

from hub.errors import PullFailed, SourceAddressRefused
from loaders.addresses import Target, allowed
from loaders.pulls.plan import Pages

#: bytes of one answer
LARGEST: Final = 32 << 20
#: times that one page is asked for
TRIES: Final = 6
#: seconds that a provider may tell us to wait, and that we wait at most by ourselves
_LONGEST_WAIT, _LONGEST_PAUSE = 120.0, 60.0
_REDIRECTS: Final = 3
_BUSY: Final = (408, 425, 429, 500, 502, 503, 504)
_LOOPBACK: Final = ("127.0.0.1", "::1")


class Answer(NamedTuple):
    """What came for one page."""

    body: bytes
    etag: str | None
    #: the page is as it was when its ETag was given
    unchanged: bool


@dataclass
class Fetcher:
    """Asks for the pages of one pull; sends the token to the configured host alone."""

    pull: str
    plan: Pages
    sleep: Callable[[float], None] = time.sleep
    _client: httpx.Client = field(
        default_factory=lambda: httpx.Client(timeout=30, follow_redirects=False, trust_env=False)
    )

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def page(self, page: int | str, etag: str | None = None) -> Answer:
        """One page. Raises PullFailed when it does not come, SourceAddressRefused where nothing is asked."""
        wait = 0.0
        for attempt in range(TRIES):
            if attempt:
                self.sleep(wait)
            try:
                status, headers, body = self._ask(page, etag)
            except httpx.HTTPError:
                wait = _pause(attempt)
                continue
            if status == 304 and etag is not None:
                return Answer(b"", etag, unchanged=True)
            if status == 200:
                return Answer(body, headers.get("etag"), unchanged=False)
            if status not in _BUSY:
                raise self._failed(f"it answered {status}", f"应答状态 {status}")
            wait = max(_pause(attempt), _told(headers.get("retry-after")))
        raise self._failed(f"it did not answer {TRIES} times", f"{TRIES} 次均未应答")

    def _ask(self, page: int | str, etag: str | None) -> tuple[int, httpx.Headers, bytes]:
        url = httpx.URL(self.plan.url).copy_merge_params({self.plan.page: str(page)})
        if self.plan.size is not None:
            url = url.copy_merge_params({self.plan.size: str(self.plan.rows)})
        asked = str(url)
        for _ in range(_REDIRECTS + 1):
            status, headers, body = self._once(asked, etag)
            if status not in (301, 302, 303, 307, 308) or "location" not in headers:
                return status, headers, body
            asked = urljoin(asked, headers["location"])
        raise self._failed("it leads from one address to the next", "重定向过多")

    def _once(self, url: str, etag: str | None) -> tuple[int, httpx.Headers, bytes]:
        """Ask one address, at the number that its name was resolved to: no second answer of DNS counts."""
        scheme, target = self._target(url)
        parts = urlsplit(url)
        host = f"[{target.address}]" if ":" in target.address else target.address
        numbered = parts._replace(scheme=scheme, netloc=f"{host}:{target.port}", fragment="").geturl()
        headers = {"host": parts.netloc, "accept": "application/json", "accept-encoding": "identity"}
        secret = self.plan.secret.read(self.pull)
        if secret is not None and parts.netloc == urlsplit(self.plan.url).netloc:
            headers["authorization"] = f"Bearer {secret}"
        if etag is not None:
            headers["if-none-match"] = etag
        held = bytearray()
        with self._client.stream("GET", numbered, headers=headers, extensions={"sni_hostname": target.host}) as answer:
            for piece in answer.iter_raw():
                held += piece
                if len(held) > LARGEST:
                    raise self._failed(f"a page is larger than {LARGEST} bytes", f"单页超过 {LARGEST} 字节")
            return answer.status_code, answer.headers, bytes(held)

    def _target(self, url: str) -> tuple[str, Target]:
        parts = urlsplit(url)
        if self.plan.loopback and parts.scheme == "http" and parts.hostname in _LOOPBACK:
            if parts.netloc not in self.plan.hosts:
                raise SourceAddressRefused(
                    host=parts.hostname, reason="it is not configured", reason_zh="未在配置中登记"
                )
            return "http", Target(parts.hostname, parts.port or 80, parts.hostname)
        return "https", allowed(url, self.plan.hosts)

    def _failed(self, reason: str, reason_zh: str) -> PullFailed:
        return PullFailed(pull=self.pull, reason=reason, reason_zh=reason_zh)


def _pause(attempt: int) -> float:
    """Seconds to wait before the next try: longer each time, and by chance, so that many do not come back at once."""
    return random.uniform(0.5, min(_LONGEST_PAUSE, 2.0**attempt + 0.5))  # noqa: S311 - nobody gains by foreseeing it


def _told(value: str | None) -> float:
    """Seconds that Retry-After names, as a number or a date."""
    if value is None:
        return 0.0
    try:
        seconds = float(value) if value.strip().isdigit() else _until(value)
    except (ValueError, TypeError):
        return 0.0
    return min(max(seconds, 0.0), _LONGEST_WAIT)


def _until(value: str) -> float:
    moment = parsedate_to_datetime(value)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - datetime.now(UTC).timestamp()
