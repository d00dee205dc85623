"""Request: what one GraphQL request says, apart from who sends it. Read by `hub.server`, taken by the engine."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

#: NUL as JSON and GraphQL write it, and halves of characters: PostgreSQL has no such text
_NO_TEXT = re.compile("[\0\ud800-\udfff]" + r"|\\u(?:0000|\{0+\})")


def is_text(value: str) -> bool:
    """Whether PostgreSQL can hold the text: no lone surrogates, no NUL (written or escaped)."""
    return _NO_TEXT.search(value) is None


@dataclass(frozen=True, slots=True)
class Request:
    """The members of a request's body; a document is given as text or by name, never by neither."""

    #: text of the document, or None when it is named
    query: str | None = None
    operation_name: str | None = None
    variables: Mapping[str, Any] = field(default_factory=dict)
    extensions: Mapping[str, Any] = field(default_factory=dict)
    #: `documentId` of GraphQL over HTTP's persisted documents
    document_id: str | None = None
