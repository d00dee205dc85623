"""An iterator that runs ahead of its reader in a thread of its own, a few items at most."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Ahead(Generic[Item]):
    """The items of an iterator, made in a thread; a fault is raised where it would have been."""

    def __init__(self, items: Iterator[Item], name: str, *, depth: int = 2) -> None:
        self._items = items
        self._queue: queue.Queue[Item | BaseException | None] = queue.Queue(depth)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._produce, name=name, daemon=True)
        self._thread.start()

    def __iter__(self) -> Iterator[Item]:
        """The items in order."""
        while (item := self._queue.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            yield item

    def close(self) -> None:
        """Stop the thread, whether or not everything was taken. Whoever else waits for an item finds the end."""
        self._stopped.set()
        while self._thread.is_alive():
            self._take(0.05)
        while self._take(0):
            pass
        self._queue.put(None)

    def _take(self, wait: float) -> bool:
        """Throw one item away, if there is one within `wait` seconds."""
        try:
            self._queue.get(block=wait > 0, timeout=wait or None)
        except queue.Empty:
            return False
        return True

    def _produce(self) -> None:
        try:
            for item in self._items:
                self._queue.put(item)
                if self._stopped.is_set():
                    return
            self._queue.put(None)
        except BaseException as fault:  # noqa: BLE001 - carried to the thread that waits for the items
            self._queue.put(fault)
