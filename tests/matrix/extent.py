"""How much of the matrix is asked: in `make test` each class once, in `make soak` (MATRIX=all) the complete product."""

from __future__ import annotations

import os

#: every road, every operator, every direction, for more subjects
ALL = os.environ.get("MATRIX") == "all"
