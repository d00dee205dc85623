"""Compact JWS (RFC 7515) over manifests: EdDSA or ES256, one algorithm per key, five header members and no other.

`typ` keeps the two kinds of signed text apart: no access token passes for a manifest, and no manifest for a token.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, derive_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from hub.key_set import (
    PrivateKey,
    VerificationKey,
    decode_base64url,
    encode_base64url,
    signature_of,
    thumbprint,
)
from hub.strict_json import read_object

#: algorithms that may sign a manifest
ALGORITHMS: Final = ("EdDSA", "ES256")
TYPE: Final = "trusted-documents"
MEMBERS: Final = frozenset({"alg", "kid", "typ", "agency", "iat"})


@dataclass(frozen=True)
class SigningKey:
    """A private key with the one algorithm that it is used with."""

    kid: str
    key: PrivateKey

    @property
    def algorithm(self) -> str:
        """`alg` of what it signs."""
        return "EdDSA" if isinstance(self.key, Ed25519PrivateKey) else "ES256"

    def sign(self, text: bytes) -> bytes:
        """The signature as JWS writes it."""
        return signature_of(text, self.key, self.algorithm)


def read_signing_key(text: bytes) -> SigningKey:
    """The private key in a JWK; without a `kid` it is called by its thumbprint. Raises ValueError."""
    jwk = read_object(text)
    secret = jwk.get("d")
    if type(secret) is not str or type(jwk.get("kid", "")) is not str:
        raise ValueError("it is not a private JWK")
    value = decode_base64url(secret.encode())
    key: PrivateKey
    match jwk.get("kty"), jwk.get("crv"):
        case "OKP", "Ed25519":
            key = Ed25519PrivateKey.from_private_bytes(value)
        case "EC", "P-256":
            key = derive_private_key(int.from_bytes(value, "big"), SECP256R1())
        case _:
            raise ValueError("the key is neither Ed25519 nor P-256")
    return SigningKey(jwk.get("kid") or thumbprint(jwk), key)


def sign(payload: bytes, header: bytes, key: SigningKey) -> bytes:
    """The compact serialization."""
    signed = encode_base64url(header) + b"." + encode_base64url(payload)
    return signed + b"." + encode_base64url(key.sign(signed))


def verify(text: bytes, keys: Mapping[str, VerificationKey]) -> tuple[dict[str, Any], bytes]:
    """The header and the payload of a text that one of `keys` has signed.

    Raises ValueError, in words for the operator; the payload is not looked at before its signature is good.
    """
    signed, _, signature = text.strip().rpartition(b".")
    encoded, dot, payload = signed.partition(b".")
    if not dot:
        raise ValueError("it is not a compact JWS")
    header = read_object(decode_base64url(encoded))
    if header.keys() != MEMBERS or header["typ"] != TYPE:
        raise ValueError(f"its header must have exactly {', '.join(sorted(MEMBERS))}, with typ {TYPE}")
    key = keys.get(header["kid"]) if type(header["kid"]) is str else None
    if key is None:
        raise ValueError("it is signed with a key that is not in HUB_TRUSTED_KEYS")
    if header["alg"] != key.algorithm or key.algorithm not in ALGORITHMS:
        raise ValueError("its algorithm is not the one of its key")
    if not key.verify(signed, decode_base64url(signature)):
        raise ValueError("its signature is wrong: it was altered, or signed with another key")
    return header, decode_base64url(payload)
