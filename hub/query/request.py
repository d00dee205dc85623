"""Request: what one GraphQL request says, apart from who sends it. Read by `hub.server`, taken by the engine."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

#: NUL as JSON and GraphQL write it, and halves of characters: PostgreSQL has no such text
_NO_TEXT = re.compile("[\0\ud800-\udfff]" + r"|\\u(?:0000|\{0+\})")


def is_text(value: str) -> bool:
    """Whether PostgreSQL can hold the text: no lone surrogates, no NUL (written or escaped)."""
    return _NO_TEXT.search(value) is None


#: no variables, no extensions
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Request(NamedTuple):
    """The members of a request's body; a document is given as text or by name, never by neither.

    A tuple, because making a frozen dataclass of five members takes longer than reading a small body's brackets.
    """

    #: text of the document, or None when it is named
    query: str | None = None
    operation_name: str | None = None
    variables: Mapping[str, Any] = _NOTHING
    extensions: Mapping[str, Any] = _NOTHING
    #: `documentId` of GraphQL over HTTP's persisted documents
    document_id: str | None = None
