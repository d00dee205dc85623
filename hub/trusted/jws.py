"""Compact JWS (RFC 7515) over manifests: EdDSA or ES256, one algorithm per key, five header members and no other.

`typ` keeps the two kinds of signed text apart: no access token passes for a manifest, and no manifest for a token.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    derive_private_key,
)
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from hub.key_set import VerificationKey, decode_base64url, encode_base64url, thumbprint
from hub.strict_json import read_object

#: algorithms that may sign a manifest
ALGORITHMS: Final = ("EdDSA", "ES256")
TYPE: Final = "trusted-documents"
MEMBERS: Final = frozenset({"alg", "kid", "typ", "agency", "iat"})
#: bytes of each half of an ES256 signature, and of a private key of either kind
_HALF: Final = 32


@dataclass(frozen=True)
class SigningKey:
    """A private key with the one algorithm that it is used with."""

    kid: str
    key: Ed25519PrivateKey | EllipticCurvePrivateKey

    @property
    def algorithm(self) -> str:
        """`alg` of what it signs."""
        return "EdDSA" if isinstance(self.key, Ed25519PrivateKey) else "ES256"

    def sign(self, text: bytes) -> bytes:
        """The signature as JWS writes it: ES256 is two numbers side by side, not DER."""
        if isinstance(self.key, Ed25519PrivateKey):
            return self.key.sign(text)
        halves = decode_dss_signature(self.key.sign(text, ECDSA(SHA256())))
        return b"".join(half.to_bytes(_HALF, "big") for half in halves)


def read_signing_key(text: bytes) -> SigningKey:
    """The private key in a JWK; without a `kid` it is called by its thumbprint. Raises ValueError."""
    jwk = read_object(text)
    secret = jwk.get("d")
    if type(secret) is not str or type(jwk.get("kid", "")) is not str:
        raise ValueError("it is not a private JWK")
    value = decode_base64url(secret.encode())
    key: Ed25519PrivateKey | EllipticCurvePrivateKey
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
    if not _is_good(key, signed, decode_base64url(signature)):
        raise ValueError("its signature is wrong: it was altered, or signed with another key")
    return header, decode_base64url(payload)


def _is_good(key: VerificationKey, text: bytes, signature: bytes) -> bool:
    try:
        if isinstance(key.key, Ed25519PublicKey):
            key.key.verify(signature, text)
        elif isinstance(key.key, EllipticCurvePublicKey) and len(signature) == 2 * _HALF:
            halves = (int.from_bytes(half, "big") for half in (signature[:_HALF], signature[_HALF:]))
            key.key.verify(encode_dss_signature(*halves), text, ECDSA(SHA256()))
        else:
            return False
    except InvalidSignature:
        return False
    return True
