"""How much of the matrix is asked: in `make test` each class once, in `make soak` (MATRIX=all) the complete product.

Every role meets every coordinate at the end of every relation. Which two relations led there, and that a purpose opens
nothing in a list, is code that knows no role: some roles try it that between them have every kind of level.
"""

from __future__ import annotations

import os

from tests.side_channels.roles import USUAL

#: every road, every operator, every direction, for more subjects
ALL = os.environ.get("MATRIX") == "all"


def thorough(role: str) -> bool:
    """Whether the role also tries what does not depend on the role."""
    return ALL or role in USUAL
