"""The public keys that tokens and manifests are checked with: read from one file or one fixed URL, never from where a
token says, and the algorithms of all signatures.

A key is kept as a key object with the one algorithm that it may be used with, so that neither the header of a token
nor a text taken for a secret can choose how a signature is checked.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    EllipticCurvePublicNumbers,
)
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey, RSAPublicNumbers
from jwt.algorithms import Algorithm, ECAlgorithm, OKPAlgorithm, RSAAlgorithm

from hub.strict_json import read_object

PublicKey = EllipticCurvePublicKey | Ed25519PublicKey | RSAPublicKey
PrivateKey = EllipticCurvePrivateKey | Ed25519PrivateKey

#: member of a JWK that says it was made by `hub token`; the prefix of its kid says the same
DEVELOPMENT_MARK = "hub:development"
DEVELOPMENT_PREFIX = "dev-"
#: a key set of a real issuer is a few kilobytes
LARGEST_SET = 256 * 1024
_MOST_KEYS = 64
_BASE64URL = re.compile(rb"[A-Za-z0-9_-]+")
#: the members that RFC 7638 hashes, per key type, in its order
_THUMBPRINT = {"EC": ("crv", "kty", "x", "y"), "OKP": ("crv", "kty", "x"), "RSA": ("e", "kty", "n")}

_ALGORITHMS: dict[str, Algorithm] = {
    "ES256": ECAlgorithm(ECAlgorithm.SHA256),
    "EdDSA": OKPAlgorithm(),
    "RS256": RSAAlgorithm(RSAAlgorithm.SHA256),
}


@dataclass(frozen=True, slots=True)
class VerificationKey:
    """One public key and the one algorithm it is pinned to."""

    #: "ES256", "EdDSA" or "RS256"
    algorithm: str
    key: PublicKey
    #: RFC 7638, base64url; the same however the key is named
    thumbprint: str
    #: made by `hub token`, by its mark or by its name
    development: bool

    def verify(self, text: bytes, signature: bytes) -> bool:
        """Whether the owner of this key signed `text`; `signature` as JWS writes it."""
        return _ALGORITHMS[self.algorithm].verify(text, self.key, signature)


def signature_of(text: bytes, key: PrivateKey, algorithm: str) -> bytes:
    """The signature as JWS writes it: ES256 is two numbers side by side, not DER."""
    return _ALGORITHMS[algorithm].sign(text, key)


def decode_base64url(text: bytes) -> bytes:
    """Unpadded base64url of RFC 7515, canonical: no padding, no blanks, no stray bits. Raises ValueError."""
    if not _BASE64URL.fullmatch(text):
        raise ValueError("not base64url")
    value = base64.urlsafe_b64decode(text + b"=" * (-len(text) % 4))
    if encode_base64url(value) != text:
        raise ValueError("base64url is not canonical")
    return value


def encode_base64url(value: bytes) -> bytes:
    """Unpadded base64url of RFC 7515."""
    return base64.urlsafe_b64encode(value).rstrip(b"=")


def read_key_set(text: bytes) -> dict[str, VerificationKey]:
    """The usable keys of a JWK set by `kid`; keys of other algorithms or for encryption are passed over.

    Raises ValueError, without repeating a value, for a set that is malformed, ambiguous (two keys of one `kid`), or
    that publishes a secret or private key.
    """
    if len(text) > LARGEST_SET:
        raise ValueError("it is larger than 256 KB")
    jwks = read_object(text).get("keys")
    if type(jwks) is not list or len(jwks) > _MOST_KEYS or not all(type(jwk) is dict for jwk in jwks):
        raise ValueError("it has no list of keys")
    if any("d" in jwk or jwk.get("kty") == "oct" for jwk in jwks):
        raise ValueError("it holds a private or symmetric key")
    found: dict[str, VerificationKey] = {}
    for jwk in filter(_checks_signatures, jwks):
        kid = jwk.get("kid")
        if type(kid) is not str or not kid or kid in found:
            raise ValueError("a key has no kid of its own")
        if key := _verification_key(kid, jwk):
            found[kid] = key
    return found


def thumbprint(jwk: Mapping[str, Any]) -> str:
    """RFC 7638 thumbprint (SHA-256, base64url) of a JWK of type EC, OKP or RSA."""
    members = ",".join(f'"{name}":"{jwk[name]}"' for name in _THUMBPRINT[jwk["kty"]])
    return encode_base64url(sha256(f"{{{members}}}".encode()).digest()).decode()


def _checks_signatures(jwk: Mapping[str, Any]) -> bool:
    operations = jwk.get("key_ops", ["verify"])
    return jwk.get("use", "sig") == "sig" and type(operations) is list and "verify" in operations


def _verification_key(kid: str, jwk: Mapping[str, Any]) -> VerificationKey | None:
    """The key, or None when it is of a kind that this hub does not use."""
    match jwk.get("kty"), jwk.get("crv"), jwk.get("alg"):
        case "EC", "P-256", None | "ES256":
            algorithm, key = "ES256", _elliptic(jwk)
        case "OKP", "Ed25519", None | "EdDSA":
            algorithm, key = "EdDSA", _edwards(jwk)
        case "RSA", None, None | "RS256":
            algorithm, key = "RS256", _rsa(jwk)
        case _:
            return None
    return VerificationKey(
        algorithm=algorithm,
        key=key,
        thumbprint=thumbprint(jwk),
        development=kid.startswith(DEVELOPMENT_PREFIX) or DEVELOPMENT_MARK in jwk,
    )


def _octets(jwk: Mapping[str, Any], name: str, length: int | None = None) -> bytes:
    text = jwk.get(name)
    if type(text) is not str:
        raise ValueError(f"a key lacks {name}")
    value = decode_base64url(text.encode())
    if length is not None and len(value) != length:
        raise ValueError(f"a key has a {name} of the wrong length")
    return value


def _elliptic(jwk: Mapping[str, Any]) -> PublicKey:
    x, y = (int.from_bytes(_octets(jwk, name, 32), "big") for name in ("x", "y"))
    return EllipticCurvePublicNumbers(x, y, SECP256R1()).public_key()


def _edwards(jwk: Mapping[str, Any]) -> PublicKey:
    return Ed25519PublicKey.from_public_bytes(_octets(jwk, "x", 32))


def _rsa(jwk: Mapping[str, Any]) -> PublicKey:
    """At least 2048 bits (RFC 7518 §3.3) and the usual exponent; a small one invites forged padding."""
    modulus, exponent = (int.from_bytes(_octets(jwk, name), "big") for name in ("n", "e"))
    if not 2048 <= modulus.bit_length() <= 8192 or exponent < 65537:
        raise ValueError("an RSA key is too weak or too large")
    return RSAPublicNumbers(exponent, modulus).public_key()
