"""What a worker does again and again beside answering: a step, a pause, and no error that ends it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from hub.errors import HubError

_log = logging.getLogger(__name__)


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
