"""What a worker does again and again beside answering: a step, a pause, and no error that ends it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from math import inf
from time import monotonic
from typing import Final

from hub.errors import HubError

#: seconds without a look at what takes rights away after which nobody is answered
LONGEST_BLIND: Final = 60.0

_log = logging.getLogger(__name__)


class LastLook:
    """When something was last seen as it is; for ever, while nobody looks, as in a process without a database."""

    def __init__(self) -> None:
        self._began = inf

    def begin(self) -> float:
        """Monotonic time as a look begins, to be handed to `end` when it succeeded: what it shows is no newer."""
        return monotonic()

    def end(self, began: float) -> None:
        """Note a look that succeeded."""
        self._began = began

    @property
    def blind_from(self) -> float:
        """Monotonic time from which nobody may be answered unless there is a look before."""
        return self._began + LONGEST_BLIND

    @property
    def is_blind(self) -> bool:
        """Whether what takes rights away was not seen for so long that nobody may be answered."""
        return monotonic() > self.blind_from

    def is_older_than(self, seconds: float) -> bool:
        """Whether the last look is longer ago."""
        return monotonic() > self._began + seconds


async def every(seconds: float, step: Callable[[], Awaitable[object]], complain: Callable[[HubError], None]) -> None:
    """Take the step every so many seconds until cancelled; `complain` hears of refusals, the log of whatever else."""
    while True:
        await asyncio.sleep(seconds)
        try:
            await step()
        except HubError as error:
            complain(error)
        except Exception as error:  # noqa: BLE001 - one bad step must not be the last
            # its message may quote values
            _log.error("%s failed: %s", getattr(step, "__qualname__", "a step"), type(error).__name__)
