"""How much of the matrix is asked, by the variable MATRIX.

Without it (`make test`) some roles ask that between them have every kind of level. `roles` (CI): every role meets every
coordinate at the end of every relation; which two relations led there, and that a purpose opens nothing in a list, is
code that knows no role, and left to those some. `all` (`make soak`): the complete product.
"""

from __future__ import annotations

import os

from tests.oracle.policy import ROLES as EVERY
from tests.side_channels.roles import USUAL

#: every road, every operator, every direction, for more subjects
ALL = os.environ.get("MATRIX") == "all"
ROLES = tuple(EVERY) if os.environ.get("MATRIX") in ("roles", "all") else USUAL


def thorough(role: str) -> bool:
    """Whether the role also tries what does not depend on the role."""
    return ALL or role in USUAL
