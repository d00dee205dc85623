"""Reading and cleaning in a thread of its own, so that it overlaps COPY and merge (which wait for PostgreSQL).

polars and the wait for PostgreSQL leave the GIL. The queue is short: memory holds a few chunks, never a file.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hub.errors import FileMissing
from hub.vault import Vault
from loaders.clean import CleanChunk, Cleaning
from loaders.cleaners import Context
from loaders.read import FileFacts, facts_of, read_file
from loaders.source import Source, source_of

#: chunks that may wait for the database
_AHEAD = 2


@dataclass(frozen=True)
class Delivery:
    """One file of one source, as it was handed in."""

    source: Source
    path: Path
    #: FULL or DELTA
    mode: str
    facts: FileFacts

    @classmethod
    def of(cls, source_name: str, path: Path, mode: str | None = None) -> Delivery:
        """Look at the file; raises SourceUnknown, FileMissing, FileTooLarge, FileEncoding or FileFormat."""
        source = source_of(source_name)
        if not path.is_file():
            raise FileMissing(file=path.name)
        return cls(source, path, mode or source.mode, facts_of(path, source.layout_of(path)))


class Prepared:
    """The cleaned chunks of one delivery, produced ahead of their use."""

    def __init__(self, delivery: Delivery, context: Context, vault: Vault) -> None:
        self._delivery, self._context, self.vault = delivery, context, vault
        self._queue: queue.Queue[CleanChunk | BaseException | None] = queue.Queue(_AHEAD)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._produce, name=f"clean {delivery.path.name}", daemon=True)
        self._thread.start()

    def __iter__(self) -> Iterator[CleanChunk]:
        """The chunks in the order of the file; a fault of the reader is raised where it happened."""
        while (item := self._queue.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            yield item

    def close(self) -> None:
        """Stop the thread, whether or not everything was taken."""
        self._stopped.set()
        while self._thread.is_alive():
            try:
                self._queue.get(timeout=0.05)
            except queue.Empty:
                continue

    def _produce(self) -> None:
        try:
            for chunk in self._chunks():
                self._queue.put(chunk)
                if self._stopped.is_set():
                    return
            self._queue.put(None)
        except BaseException as fault:  # noqa: BLE001 - carried to the thread that waits for the chunks
            self._queue.put(fault)

    def _chunks(self) -> Iterator[CleanChunk]:
        source, path = self._delivery.source, self._delivery.path
        cleaning = Cleaning(path, source, self._context, self.vault)
        for chunk in read_file(path, source.layout_of(path), self._delivery.facts, source.known_keys()):
            yield cleaning.clean(chunk)
