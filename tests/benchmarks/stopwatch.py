"""CPU by stage: wraps named functions and gives each the time that passes in it and in nothing wrapped within it."""

from __future__ import annotations

import functools
import inspect
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

#: name of the stage, who holds the function, and the function's name there
Stage = tuple[str, object, str]


class Stopwatch:
    """Nanoseconds of this thread's CPU by stage; one request at a time, since stages are told apart by nesting."""

    def __init__(self) -> None:
        self.spent: dict[str, int] = defaultdict(int)
        self._open = ["rest"]
        self._mark = 0

    def start(self) -> None:
        """Forget what was measured."""
        self.spent.clear()
        self._mark = time.thread_time_ns()

    @contextmanager
    def wrapping(self, stages: tuple[Stage, ...]) -> Iterator[None]:
        """Watch the functions for the length of the block."""
        originals = [(owner, name, inspect.getattr_static(owner, name)) for _, owner, name in stages]
        for (stage, _, _), (owner, name, original) in zip(stages, originals, strict=True):
            setattr(owner, name, self._wrapped(stage, original))
        try:
            yield
        finally:
            for owner, name, original in originals:
                setattr(owner, name, original)

    def _wrapped(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        if inspect.iscoroutinefunction(function):

            @functools.wraps(function)
            async def slow(*args: Any, **kwargs: Any) -> Any:
                self._enter(stage)
                try:
                    return await function(*args, **kwargs)
                finally:
                    self._leave()

            return slow

        @functools.wraps(function)
        def quick(*args: Any, **kwargs: Any) -> Any:
            self._enter(stage)
            try:
                return function(*args, **kwargs)
            finally:
                self._leave()

        return quick

    def _enter(self, stage: str) -> None:
        self._note()
        self._open.append(stage)

    def _leave(self) -> None:
        self._note()
        self._open.pop()

    def _note(self) -> None:
        now = time.thread_time_ns()
        self.spent[self._open[-1]] += now - self._mark
        self._mark = now


def cost_of_watching() -> float:
    """Microseconds that a watched call costs more than the same call unwatched."""

    class Owner:
        @staticmethod
        def nothing() -> None:
            """Nothing."""

    number = 20_000
    watch = Stopwatch()
    times = []
    for watched in (False, True):
        with watch.wrapping((("nothing", Owner, "nothing"),) if watched else ()):
            begun = time.thread_time_ns()
            for _ in range(number):
                Owner.nothing()
            times.append(time.thread_time_ns() - begun)
    return (times[1] - times[0]) / number / 1e3
