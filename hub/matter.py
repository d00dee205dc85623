"""The matter number of one request, in a header of its own: `x-hub-matter`, for tokens that outlive a matter.

A detached JWS (RFC 7515 appendix F), `<protected>..<signature>`, whose payload is the `jti` of the bearer token, so
that it counts with that token alone. The protected header says the rest and holds nothing else:

    {"alg", "kid", "typ": "hub-matter", "matter": "甬采（2026）17号", "iat": …, "exp": …}

It is signed with a key of the token's own issuer and lives five minutes at most: whoever holds the token may state the
same matter again until then, and no other. `typ` keeps it from passing for a token, and a token from passing for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from hub.key_set import decode_base64url, encode_base64url
from hub.strict_json import read_object

#: in lower case, as ASGI has it
HEADER: Final = b"x-hub-matter"
TYPE: Final = "hub-matter"
#: seconds from `iat` to `exp`
LONGEST_LIFE: Final = 300
#: bytes of the header; a matter number has 64 characters at most
LARGEST: Final = 1024
_LONGEST_MATTER: Final = 64
_LONGEST_KID: Final = 256
_MEMBERS: Final = frozenset({"alg", "kid", "typ", "matter", "iat", "exp"})
_SHAPE = re.compile(rb"([A-Za-z0-9_-]+)\.\.([A-Za-z0-9_-]+)")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a header says, its signature not looked at yet."""

    algorithm: str
    kid: str
    matter: str
    #: seconds since 1970 UTC
    expires: int
    #: what must have been signed
    signed: bytes
    signature: bytes


def signing_input(protected: bytes, jti: str) -> bytes:
    """What is signed: the protected header as it is sent, and the payload that is not."""
    return protected + b"." + encode_base64url(jti.encode())


def read(value: bytes, jti: str, now: float, leeway: int) -> Stated:
    """What the header says beside a token of that `jti`. Raises ValueError, which repeats no value."""
    match = _SHAPE.fullmatch(value) if len(value) <= LARGEST else None
    if match is None:
        raise ValueError("not a detached JWS")
    said = read_object(decode_base64url(match[1]))
    if said.keys() != _MEMBERS or said["typ"] != TYPE:
        raise ValueError("its header has other members")
    return Stated(
        algorithm=_text(said, "alg", _LONGEST_KID),
        kid=_text(said, "kid", _LONGEST_KID),
        matter=_text(said, "matter", _LONGEST_MATTER),
        expires=_times(said["iat"], said["exp"], now, leeway),
        signed=signing_input(match[1], jti),
        signature=decode_base64url(match[2]),
    )


def _text(said: dict[str, Any], name: str, longest: int) -> str:
    value = said[name]
    if type(value) is not str or not 0 < len(value) <= longest or not value.isprintable() or value != value.strip():
        raise ValueError(f"{name} is not a text")
    return value


def _times(issued: Any, expires: Any, now: float, leeway: int) -> int:
    if type(issued) is not int or type(expires) is not int:
        raise ValueError("a time is not a whole number of seconds")
    if not now - leeway < expires <= issued + LONGEST_LIFE or issued > now + leeway or issued >= expires:
        raise ValueError("out of its time")
    return expires
