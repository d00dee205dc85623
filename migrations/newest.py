"""The newest revision, read from the names of the migrations, so that a worker can tell its database's age cheaply."""

from __future__ import annotations

import re
from pathlib import Path

_NAME = re.compile(r"(\d{4})_\w+\.py", re.ASCII)


def newest() -> str | None:
    """The highest number among the migrations, which is alembic's head since each follows the one before it."""
    names = (path.name for path in (Path(__file__).parent / "versions").iterdir())
    return max((found[1] for name in names if (found := _NAME.fullmatch(name))), default=None)
