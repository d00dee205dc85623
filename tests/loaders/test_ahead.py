"""Threads that run ahead of a load end with it, however it ends."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from loaders.ahead import Ahead


def test_closing_the_first_of_two_does_not_leave_the_second_waiting() -> None:
    """A load that fails halfway closes the reader while the cleaner waits for it: both end, and so does the load."""
    gate = threading.Event()

    def slow() -> Iterator[int]:
        yield 1
        gate.wait(10)
        yield 2

    first = Ahead(slow(), "first")
    second = Ahead(iter(first), "second")
    assert next(iter(second)) == 1
    threading.Timer(0.2, gate.set).start()

    def close() -> None:
        first.close()
        second.close()

    closing = threading.Thread(target=close, daemon=True)
    closing.start()
    closing.join(10)
    assert not closing.is_alive()


def test_items_come_in_order_and_a_fault_where_it_happened() -> None:
    """What was made before a fault is handed out first."""

    def broken() -> Iterator[int]:
        yield from (1, 2, 3)
        raise ValueError("here")

    taken: list[int] = []
    with pytest.raises(ValueError, match="here"):
        taken.extend(iter(Ahead(broken(), "broken")))
    assert taken == [1, 2, 3]
