"""Documents by name: which text a request runs when it sends a hash instead of, or beside, the text.

Trusted documents: where the operator signed manifests (`hub.trusted`), most roles run only what stands in the manifest
of their agency, by its hash or by the very text; they are never told whether another agency has a document.

Automatic persisted queries: a client sends the SHA-256 of a document; the first time it is told that the hub does not
know it and sends the text, too. A text is kept only after it was parsed, validated and bound once, per process, and
**for the agency that sent it**: were the store common, anybody could ask by hash whether somebody else has lately run
a document, and documents hold whatever their authors wrote into them. Variables are never kept.
"""

from __future__ import annotations

import hashlib
import re
from collections import OrderedDict
from typing import Any

from graphql import OperationDefinitionNode

from hub.caller import Caller
from hub.errors import (
    DocumentNotTrusted,
    InvalidDocument,
    MalformedRequest,
    PersistedQueryMismatch,
    PersistedQueryNotFound,
    UnknownDocument,
)
from hub.query.document import read_document
from hub.query.request import Request, is_text
from hub.trusted.manifest import Operation
from hub.trusted.store import Trusted

#: documents remembered by one process, and their characters in all
ENTRIES = 2000
CHARACTERS = 4_000_000

_DIGEST = re.compile(r"[0-9a-f]{64}")
#: issuer, agency, digest
_Key = tuple[str, str, bytes]


class Documents:
    """Finds the text of each request's document; one per process."""

    def __init__(self, trusted: Trusted | None = None, *, entries: int = ENTRIES, characters: int = CHARACTERS) -> None:
        self._trusted = trusted
        self._entries, self._characters = entries, characters
        self._known: OrderedDict[_Key, str] = OrderedDict()
        self._held = 0

    def text(self, request: Request, caller: Caller) -> str:
        """The document that the request runs.

        Raises PersistedQueryNotFound or UnknownDocument for a hash without a text, PersistedQueryMismatch for a text
        of another hash, DocumentNotTrusted for a text that the caller may not choose, and MalformedRequest.
        """
        free = self._is_free(caller)
        named = request.document_id is not None or "persistedQuery" in request.extensions
        if free and not named and request.query is not None:
            return request.query
        digest = _digest(request) if named or request.query is None else _hash(request.query)
        if request.query is not None and digest != _hash(request.query):
            raise PersistedQueryMismatch
        if not free:
            return self._chosen(request, caller, digest)
        return self._remembered(request, caller, digest) if request.query is None else request.query

    def learn(self, request: Request, caller: Caller) -> None:
        """Remember the document of an automatic persisted query, which proved to be a good one."""
        if request.query is None or "persistedQuery" not in request.extensions or not self._is_free(caller):
            return
        key = _key(caller, _hash(request.query))
        if key not in self._known:
            self._known[key] = request.query
            self._held += len(request.query)
        while len(self._known) > self._entries or self._held > self._characters:
            self._held -= len(self._known.popitem(last=False)[1])

    def _is_free(self, caller: Caller) -> bool:
        return self._trusted is None or caller.allowance.free_form

    def _chosen(self, request: Request, caller: Caller, digest: bytes) -> str:
        """A document of the agency's manifest, and none that a colleague with more rights has sent."""
        assert self._trusted
        text = self._trusted.text(caller.agency, digest)
        if text is None:
            raise DocumentNotTrusted if request.query is not None else UnknownDocument
        return text

    def _remembered(self, request: Request, caller: Caller, digest: bytes) -> str:
        text = self._trusted.text(caller.agency, digest) if self._trusted else None
        if text is not None:
            return text
        key = _key(caller, digest)
        text = self._known.get(key)
        if text is None:
            raise UnknownDocument if request.document_id is not None else PersistedQueryNotFound
        self._known.move_to_end(key)
        return text


def check(operation: Operation) -> None:
    """Refuse a document of a manifest that the hub would not run, or that is not what the manifest calls it.

    Raises InvalidDocument or LimitExceeded.
    """
    if not is_text(operation.body):
        raise InvalidDocument(
            faults=[{"message": "It holds characters that are not text.", "message_zh": "含有无效字符。"}]
        )
    node = read_document(operation.body)
    found = [one for one in node.definitions if isinstance(one, OperationDefinitionNode)]
    named = [(one.name.value if one.name else "", one.operation.value) for one in found]
    if named != [(operation.name, operation.type)]:
        raise InvalidDocument(
            faults=[
                {
                    "message": f"It must hold one {operation.type}, named {operation.name}.",
                    "message_zh": f"应只含一个名为 {operation.name} 的 {operation.type}。",
                }
            ]
        )


def _key(caller: Caller, digest: bytes) -> _Key:
    return caller.issuer, caller.agency, digest


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def _digest(request: Request) -> bytes:
    """The digest by which the request names its document, by `documentId` or as a persisted query."""
    named = _of_id(request.document_id) if request.document_id is not None else None
    if "persistedQuery" not in request.extensions:
        if named is None:
            raise MalformedRequest(reason="`query` must be a text", reason_zh="query 须为文本")
        return named
    persisted = _of_persisted(request.extensions["persistedQuery"])
    if named not in (None, persisted):
        raise PersistedQueryMismatch
    return persisted


def _of_id(name: str) -> bytes:
    """GraphQL over HTTP's `sha256:<hex>`, or the bare digits; any other name is the name of nothing."""
    digits = name.removeprefix("sha256:")
    if not _DIGEST.fullmatch(digits):
        raise UnknownDocument
    return bytes.fromhex(digits)


def _of_persisted(given: Any) -> bytes:
    """`{version: 1, sha256Hash}` as Apollo's clients write it."""
    digits = given.get("sha256Hash") if isinstance(given, dict) else None
    if not isinstance(digits, str) or not _DIGEST.fullmatch(digits) or given.get("version") != 1:
        raise MalformedRequest(
            reason="`persistedQuery` must have version 1 and a sha256Hash of 64 lower-case hexadecimal digits",
            reason_zh="persistedQuery 须含 version 1 和 64 位小写十六进制的 sha256Hash",
        )
    return bytes.fromhex(digits)
