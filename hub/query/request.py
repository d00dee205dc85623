"""Request: what one GraphQL request says, apart from who sends it. Read by `hub.server`, taken by the engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


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
