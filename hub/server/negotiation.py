"""Headers of a GraphQL request: in which media type to answer, and whether the body is JSON as it stands.

`application/json` unless the newer type is asked for: the clients that send no Accept, or ``*/*``, are those that were
written before there was a newer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from hub.errors import UnsupportedMediaType
from hub.matter import HEADER

GRAPHQL: Final = b"application/graphql-response+json; charset=utf-8"
PLAIN: Final = b"application/json; charset=utf-8"

#: bytes of Accept that are looked at; no client needs as many
LONGEST_ACCEPT: Final = 1000

#: the headers of a request that mean something to us, with all their values
Headers = Mapping[bytes, Sequence[bytes]]
_MEANT = frozenset((b"accept", b"authorization", b"content-encoding", b"content-type", HEADER))

_NEWER, _OLDER = (kind.split(b";")[0] for kind in (GRAPHQL, PLAIN))
_JSON = re.compile(rb'application/json(\s*;\s*charset\s*=\s*"?utf-8"?)?\s*', re.IGNORECASE)
#: RFC 9110 section 12.4.2
_WEIGHT = re.compile(rb"[01](\.\d{0,3})?")


def looked_at(headers: Iterable[tuple[bytes, bytes]]) -> Headers:
    """Return all values of the headers that mean something to us, by name, in one pass."""
    found: dict[bytes, list[bytes]] = {}
    for name, value in headers:
        if name in _MEANT:
            found.setdefault(name, []).append(value)
    return found


def answer_type(headers: Headers) -> bytes:
    """Return GRAPHQL or PLAIN, as the Accept headers weigh them."""
    accepted = headers.get(b"accept")
    return _weighed(b",".join(accepted)[:LONGEST_ACCEPT]) if accepted else PLAIN


def check_body_type(headers: Headers) -> None:
    """Raise UnsupportedMediaType unless the body is announced, once, as JSON in UTF-8 and not as compressed."""
    types = headers.get(b"content-type", ())
    if len(types) != 1 or not _JSON.fullmatch(types[0]):
        raise UnsupportedMediaType
    if any(coding.lower() != b"identity" for coding in headers.get(b"content-encoding", ())):
        raise UnsupportedMediaType


@lru_cache(maxsize=64)  # a client sends the same header all day
def _weighed(accept: bytes) -> bytes:
    """The newer type when it weighs more, or as much and is named: a wildcard alone does not ask for it."""
    weights: dict[bytes, float] = {}
    for part in accept.lower().split(b","):
        media, *parameters = (piece.strip() for piece in part.split(b";"))
        weight = next((piece[2:] for piece in parameters if piece.startswith(b"q=")), b"1")
        weights[media] = float(weight) if _WEIGHT.fullmatch(weight) else 0.0
    newer, older = _weight(weights, _NEWER), _weight(weights, _OLDER)
    return GRAPHQL if newer > older or (newer == older > 0 and _NEWER in weights) else PLAIN


def _weight(weights: dict[bytes, float], media: bytes) -> float:
    return next((weights[name] for name in (media, b"application/*", b"*/*") if name in weights), 0.0)
