"""Manifests for tests: operations, keys and signed files, each of which can be made wrong in one place."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from time import time
from typing import Any

from hub.trusted.jws import SigningKey, sign
from hub.trusted.manifest import FORMAT
from tests.hub.signers import Signer, compact, write_key_set


def operation(body: str, name: str = "Count", kind: str = "query", **changes: Any) -> dict[str, Any]:
    """One entry of a manifest, by default with the right id."""
    return {"id": hashlib.sha256(body.encode()).hexdigest(), "name": name, "type": kind, "body": body, **changes}


def manifest(*operations: Any, **changes: Any) -> bytes:
    """A manifest as build tools write it."""
    return compact({"format": FORMAT, "version": 1, "operations": list(operations), **changes})


def header(signer: Signer, agency: str, /, **changes: Any) -> dict[str, Any]:
    """A good protected header; a change to None takes a member out."""
    members = {
        "alg": signer.algorithm,
        "kid": signer.kid,
        "typ": "trusted-documents",
        "agency": agency,
        "iat": int(time()),
        **changes,
    }
    return {name: value for name, value in members.items() if value is not None}


def write_signed(folder: Path, signer: Signer, agency: str, payload: bytes, /, **changes: Any) -> Path:
    """`<agency>.jws` in the folder, rightly signed whatever it says."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{agency}.jws"
    text = json.dumps(header(signer, agency, **changes)).encode()
    path.write_bytes(sign(payload, text, SigningKey(signer.kid, signer.private)))
    return path


__all__ = ["Signer", "header", "manifest", "operation", "write_key_set", "write_signed"]
