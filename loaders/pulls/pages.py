"""Pulling from an HTTP interface, page by page.

A listing may move while it is read: when its total or its first page has changed by the end, it is read anew, as rows
have slipped from a page not yet read to one that was. A list of changes is delivered every few pages, and after a
crash goes on behind the last delivery; a whole list is one delivery, and begins again. An unchanged first page (its
ETag) ends a pull at once.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TextIO

from hub.errors import PullFailed
from loaders.load import Receipt
from loaders.pulls.exchange import as_text
from loaders.pulls.fetch import Answer, Fetcher
from loaders.pulls.office import Office
from loaders.pulls.plan import Pages, Pull, invalid
from loaders.read import Format

#: pages in one delivery of changes
TOGETHER: Final = 20
#: times that a listing may move before the pull gives up until it is due again
_RESTARTS: Final = 3
#: pages of one listing; one that never ends is broken
_MOST: Final = 1_000_000


class _Moved(Exception):
    """The listing is no longer the one that was begun with."""


@dataclass
class _Reading:
    """How far one listing has been read; what the book keeps of it."""

    #: number of the next page, or what the last answer named it
    page: int | str
    total: int | None = None
    #: of the first page
    digest: str = ""
    etag: str | None = None
    pages: int = 0
    ended: bool = field(default=False, compare=False)

    def as_json(self) -> dict[str, Any]:
        """For the book, while the listing is not read to its end."""
        return {"page": self.page, "total": self.total, "digest": self.digest, "etag": self.etag, "pages": self.pages}


def pull_pages(office: Office, pull: Pull, fetcher: Fetcher | None = None) -> Iterator[Receipt]:
    """Read the listing; a receipt for each delivery. Raises PullFailed, SourceAddressRefused, and as loading does."""
    plan = pull.pages
    assert plan is not None
    suffix = _suffix(pull)
    with fetcher or Fetcher(pull.name, plan) as asked:
        for _ in range(_RESTARTS):
            try:
                yield from _Listing(office, pull, plan, asked).read(suffix)
                return
            except _Moved:
                office.leader.move(pull.name, None)
    raise PullFailed(
        pull=pull.name, reason="the listing moved each time it was read", reason_zh="每次读取期间清单均有变动"
    )


class _Listing:
    """One reading of the listing."""

    def __init__(self, office: Office, pull: Pull, plan: Pages, fetcher: Fetcher) -> None:
        self._office, self._pull, self._plan, self._fetcher = office, pull, plan, fetcher

    def read(self, suffix: str) -> Iterator[Receipt]:
        """Deliver it in parts, or whole. Raises _Moved."""
        whole = self._pull.mode == "FULL"
        position = self._office.leader.entry(self._pull.name).position or {}
        reading = self._begun(position if "page" in position and not whole else {})
        if not reading.pages and self._is_unchanged(position):
            return
        ended = False
        while not ended:
            with self._office.store.private() as folder:
                path = folder / f"{self._pull.name}{suffix}"
                rows = self._spool(path, reading, _MOST if whole else TOGETHER)
                ended = reading.ended
                if ended:
                    self._check_unmoved(reading)
                receipt = self._office.deliver(self._pull, path) if rows else None
            known = {"etag": reading.etag} if ended else reading.as_json()
            self._office.leader.move(self._pull.name, known, rows, receipt.batch_id if receipt else None)
            if receipt is not None:
                yield receipt

    def _begun(self, position: Mapping[str, Any]) -> _Reading:
        return _Reading(**position) if position else _Reading(self._plan.first)

    def _is_unchanged(self, position: Mapping[str, Any]) -> bool:
        """Whether the provider says that nothing has changed since the last pull."""
        etag = position.get("etag")
        return etag is not None and self._fetcher.page(self._plan.first, etag).unchanged

    def _spool(self, path: Path, reading: _Reading, most: int) -> int:
        """Write the rows of the next pages; their number."""
        array = path.suffix == ".json"
        rows = 0
        with path.open("w", encoding="utf-8") as stream:
            stream.write("[" if array else "")
            for _ in range(most):
                found = self._next(reading)
                for row in found:
                    stream.write(",\n" if array and rows else "")
                    _write(stream, row, array=array)
                    rows += 1
                if reading.ended:
                    break
            stream.write("]\n" if array else "")
        return rows

    def _next(self, reading: _Reading) -> list[dict[str, Any]]:
        """The rows of the next page; moves the reading on. Raises _Moved."""
        answer = self._fetcher.page(reading.page)
        body = self._json(answer)
        rows, total = self._rows(body), self._total(body)
        if reading.pages == 0:
            reading.total, reading.digest, reading.etag = total, _digest(answer), answer.etag
        if total != reading.total:
            raise _Moved
        reading.pages += 1
        if reading.pages > _MOST:
            raise self._broken("it has no end", "没有末页")
        named = _at(body, self._plan.next) if self._plan.next else None
        if self._plan.next:
            reading.ended = named in (None, "", False)
            reading.page = reading.page if reading.ended else self._named(named)
        else:
            reading.ended = len(rows) < self._plan.rows
            reading.page = int(reading.page) + 1
        return rows

    def _check_unmoved(self, reading: _Reading) -> None:
        """Look at the first page once more. Raises _Moved."""
        if reading.pages > 1 and _digest(self._fetcher.page(self._plan.first)) != reading.digest:
            raise _Moved

    def _named(self, named: Any) -> int | str:
        if not isinstance(named, (int, str)):
            raise self._broken("its next page is no number or text", "下一页标识无效")
        return named

    def _json(self, answer: Answer) -> Any:
        try:
            return json.loads(answer.body)
        except (ValueError, RecursionError):
            raise self._broken("it is no JSON", "不是 JSON") from None

    def _rows(self, body: Any) -> list[dict[str, Any]]:
        found = _at(body, self._plan.items)
        if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
            raise self._broken("it has no list of rows", "没有数据列表")
        return found

    def _total(self, body: Any) -> int | None:
        if self._plan.total is None:
            return None
        found = _at(body, self._plan.total)
        if isinstance(found, str) and found.isascii() and found.isdigit():
            found = int(found)
        if type(found) is not int:
            raise self._broken("it tells no total", "没有总数")
        return found

    def _broken(self, reason: str, reason_zh: str) -> PullFailed:
        return PullFailed(
            pull=self._pull.name, reason=f"the answer cannot be read: {reason}", reason_zh=f"应答{reason_zh}"
        )


def _suffix(pull: Pull) -> str:
    for suffix, layout in ((".ndjson", Format.NDJSON), (".json", Format.JSON)):
        if pull.source.layouts.get(suffix) is layout:
            return suffix
    raise invalid(pull.name, "its source takes neither NDJSON nor JSON", "数据源不接收 NDJSON 或 JSON")


def _write(stream: TextIO, row: Mapping[str, Any], *, array: bool) -> None:
    texts = {key: as_text(value) for key, value in row.items()}
    stream.write(json.dumps(texts, ensure_ascii=False) + ("" if array else "\n"))


def _digest(answer: Answer) -> str:
    return hashlib.sha256(answer.body).hexdigest()


def _at(body: Any, path: str) -> Any:
    """What a dotted path leads to, or None."""
    for word in path.split("."):
        body = body.get(word) if isinstance(body, dict) else None
    return body
