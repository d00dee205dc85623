"""`hub` as a program, but that answers are not recorded: only to measure what recording them costs."""

from __future__ import annotations

from hub.audit.auditor import Auditor
from hub.cli import main


async def _unrecorded(*_: object) -> None:
    """Record nothing."""


Auditor.answered = _unrecorded  # type: ignore[assignment]
main()
