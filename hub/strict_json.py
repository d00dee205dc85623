"""JSON as two readers must both understand it: UTF-8, no duplicate key, no NaN, an object or a list on top."""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key occurs twice")
    return found


def _finite(text: str) -> float:
    """A float; one beyond its range would become an infinity, which JSON does not know."""
    value = float(text)
    if value in (math.inf, -math.inf):
        raise ValueError("a number is too large")
    return value


def _refuse(_constant: str) -> NoReturn:
    raise ValueError("not a number of JSON")


#: made once: making one costs more than reading a small body
_DECODER = json.JSONDecoder(object_pairs_hook=_distinct, parse_float=_finite, parse_constant=_refuse)


def read_object(text: bytes) -> dict[str, Any]:
    """The object in `text`; raises ValueError for anything that another parser might read differently."""
    value = _read(text)
    if type(value) is not dict:
        raise ValueError("not an object")
    return value


def read_list(text: bytes) -> list[Any]:
    """The list in `text`; raises ValueError as `read_object` does."""
    value = _read(text)
    if type(value) is not list:
        raise ValueError("not a list")
    return value


def _read(text: bytes) -> Any:
    try:
        return _DECODER.decode(text.decode("utf-8"))
    except RecursionError:
        raise ValueError("nested too deeply") from None
