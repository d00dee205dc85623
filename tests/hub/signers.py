"""Signing keys for tests of identity: one per algorithm, and tokens built part by part so that each can be wrong."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from time import time
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from jwt.algorithms import Algorithm, ECAlgorithm, OKPAlgorithm, RSAAlgorithm

from hub.settings import Settings

ISSUER, AUDIENCE = "https://login.example.gov.cn/realms/hub", "public-credit-hub"

_KINDS: dict[str, Algorithm] = {
    "ES256": ECAlgorithm(ECAlgorithm.SHA256),
    "EdDSA": OKPAlgorithm(),
    "RS256": RSAAlgorithm(RSAAlgorithm.SHA256),
}


def b64(value: bytes) -> bytes:
    """Unpadded base64url."""
    return base64.urlsafe_b64encode(value).rstrip(b"=")


def compact(value: Any) -> bytes:
    """JSON without blanks."""
    return json.dumps(value, separators=(",", ":")).encode()


class Signer:
    """An issuer's key of one algorithm."""

    def __init__(self, algorithm: str, kid: str | None = None) -> None:
        self.algorithm, self.kid = algorithm, kid or f"key-{algorithm.lower()}"
        makers: dict[str, Callable[[], Any]] = {
            "ES256": lambda: ec.generate_private_key(ec.SECP256R1()),
            "EdDSA": ed25519.Ed25519PrivateKey.generate,
            "RS256": lambda: rsa.generate_private_key(65537, 2048),
        }
        self.private = makers[algorithm]()

    @property
    def pem(self) -> bytes:
        """The public key as PEM."""
        pem: bytes = self.private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        return pem

    @property
    def jwk(self) -> dict[str, Any]:
        """The public key as JWK."""
        jwk = json.loads(_KINDS[self.algorithm].to_jwk(self.private.public_key()))
        for name in ("key_ops", "alg", "use", "kid"):
            jwk.pop(name, None)
        return {**jwk, "kid": self.kid, "alg": self.algorithm, "use": "sig"}

    def header(self, **members: Any) -> dict[str, Any]:
        """A good protected header, with `members` put over it."""
        return {"alg": self.algorithm, "kid": self.kid, "typ": "JWT", **members}

    def raw(self, header: bytes, payload: bytes) -> bytes:
        """A token whose first two parts are these very texts, rightly signed."""
        signed = header + b"." + payload
        return signed + b"." + b64(_KINDS[self.algorithm].sign(signed, self.private))

    def token(self, payload: Any, header: Any = None) -> bytes:
        """A rightly signed token; bytes are taken as JSON texts as they are."""
        parts = [
            part if isinstance(part, bytes) else compact(part)
            for part in (self.header() if header is None else header, payload)
        ]
        return self.raw(b64(parts[0]), b64(parts[1]))


def claims(**changes: Any) -> dict[str, Any]:
    """Good claims of a bank's officer, with `changes` put over them."""
    now = int(time())
    return {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": "officer-17",
        "jti": "6e0d1c5e",
        "iat": now,
        "nbf": now,
        "exp": now + 3600,
        "scope": "read act",
        "agency_id": "bank-1",
        "roles": ["BK"],
        **changes,
    }


def without(values: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """A copy that lacks some keys."""
    return {name: value for name, value in values.items() if name not in names}


def write_key_set(path: Path, *signers: Signer, extra: tuple[Any, ...] = ()) -> Path:
    """A JWK set file with the public keys of `signers`."""
    path.write_bytes(compact({"keys": [*(signer.jwk for signer in signers), *extra]}))
    return path


def settings(directory: Path, jwks: Path | str | None, **variables: str) -> Settings:
    """Settings of a hub in `directory`, production unless told otherwise."""
    env = {
        "HUB_DATA_DIR": str(directory),
        "HUB_ENVIRONMENT": "production",
        "HUB_JWT_ISSUER": ISSUER,
        "HUB_JWT_AUDIENCE": AUDIENCE,
        **({"HUB_JWKS": str(jwks)} if jwks else {}),
        **variables,
    }
    return Settings.from_environment(env)
