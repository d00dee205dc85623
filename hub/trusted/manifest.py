"""What a manifest says: Apollo's persisted-query manifest, as build tools write it, and whose it is.

    {"format": "apollo-persisted-query-manifest", "version": 1,
     "operations": [{"id": "<SHA-256 of body>", "name": "Count", "type": "query", "body": "query Count {…}"}]}

The payload of the JWS is that file; the agency stands in the signed header, and the file is called `<agency>.jws`, so
that no agency can be served another's.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from hub.key_set import VerificationKey
from hub.strict_json import read_object
from hub.trusted.jws import TYPE, SigningKey, sign, verify

FORMAT: Final = "apollo-persisted-query-manifest"
#: documents of one agency
MOST: Final = 5000
#: what can be a file name everywhere
AGENCY: Final = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}")
_TYPES: Final = ("query", "mutation")


@dataclass(frozen=True)
class Operation:
    """One document of a manifest; `id` is the SHA-256 of `body` in lower-case hexadecimal digits."""

    id: str
    name: str
    type: str
    body: str


@dataclass(frozen=True)
class Manifest:
    """A signed manifest: whose, signed with which key and when (seconds since 1970 UTC)."""

    agency: str
    kid: str
    issued: int
    operations: tuple[Operation, ...]


def read_signed(text: bytes, keys: Mapping[str, VerificationKey]) -> Manifest:
    """The manifest in a compact JWS. Raises ValueError with a sentence for the operator."""
    header, payload = verify(text, keys)
    agency, issued = header["agency"], header["iat"]
    if type(agency) is not str or not AGENCY.fullmatch(agency) or type(issued) is not int:
        raise ValueError("agency or iat of its header is not usable")
    return Manifest(agency, header["kid"], issued, read_manifest(payload))


def read_manifest(text: bytes) -> tuple[Operation, ...]:
    """The operations of a manifest. Raises ValueError."""
    manifest = read_object(text)
    if manifest.get("format") != FORMAT or manifest.get("version") != 1:
        raise ValueError(f"it is no {FORMAT} of version 1")
    given = manifest.get("operations")
    if type(given) is not list or len(given) > MOST:
        raise ValueError(f"it has no list of at most {MOST} operations")
    operations = tuple(_operation(item) for item in given)
    if len({operation.id for operation in operations}) != len(operations):
        raise ValueError("an id occurs twice")
    return operations


def _operation(item: Any) -> Operation:
    if type(item) is not dict or not all(type(item.get(name)) is str for name in ("id", "name", "type", "body")):
        raise ValueError("an operation lacks id, name, type or body")
    operation = Operation(item["id"], item["name"], item["type"], item["body"])
    if operation.type not in _TYPES:
        raise ValueError(f"operation {operation.name!r} is neither a query nor a mutation")
    if operation.id != document_id(operation.body):
        raise ValueError(f"the id of operation {operation.name!r} is not the SHA-256 of its body")
    return operation


def document_id(body: str) -> str:
    """SHA-256 of a document's UTF-8 text, as GraphQL over HTTP and Apollo name documents. Raises ValueError."""
    return hashlib.sha256(body.encode()).hexdigest()


def written(operations: Iterable[Operation]) -> bytes:
    """The manifest of these operations, each once, ordered by name."""
    once = {operation.id: operation for operation in operations}
    ordered = sorted(once.values(), key=lambda operation: (operation.name, operation.id))
    manifest = {"format": FORMAT, "version": 1, "operations": [vars(operation) for operation in ordered]}
    return json.dumps(manifest, ensure_ascii=False, indent=1).encode()


def signed(manifest: bytes, agency: str, key: SigningKey, now: int) -> bytes:
    """A manifest with a signature that ties it to the agency."""
    header = {"alg": key.algorithm, "kid": key.kid, "typ": TYPE, "agency": agency, "iat": now}
    return sign(manifest, json.dumps(header, separators=(",", ":")).encode(), key)
