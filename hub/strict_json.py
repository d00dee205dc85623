"""JSON as two readers must both understand it: UTF-8, no duplicate key, no NaN, an object on top."""

from __future__ import annotations

import json
from typing import Any, NoReturn


def read_object(text: bytes) -> dict[str, Any]:
    """The object in `text`; raises ValueError for anything that another parser might read differently."""
    try:
        value = json.loads(text.decode("utf-8"), object_pairs_hook=_distinct, parse_constant=_refuse)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if type(value) is not dict:
        raise ValueError("not an object")
    return value


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key occurs twice")
    return found


def _refuse(_constant: str) -> NoReturn:
    raise ValueError("not a number of JSON")
