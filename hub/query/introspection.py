"""Introspection: questions about the hub itself, answered by graphql-core and never mixed with data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from graphql import execute_sync

from hub.errors import InvalidDocument
from hub.query.document import tree
from hub.query.faults import describe
from hub.query.operation import Operation
from schema.catalog import catalog
from schema.federation import About

#: root fields about the hub itself
ROOTS = ("__schema", "__type", "_service")


def is_asked(operation: Operation) -> bool:
    """Whether every root field asks for the schema; fragments at the root are looked into, too."""
    names = operation.template.roots
    return any(name in ROOTS for name in names) and all(name in (*ROOTS, "__typename") for name in names)


def told(operation: Operation) -> bytes:
    """The answer. Raises InvalidDocument."""
    text, name = operation.template.text, operation.template.name
    return _told(text, name, operation.given) if operation.template.variables else _told_again(text, name)


def _told(text: str, name: str | None, variables: Mapping[str, Any]) -> bytes:
    result = execute_sync(
        catalog().graphql, tree(text, ""), About(), variable_values=dict(variables), operation_name=name
    )
    if result.errors:
        raise InvalidDocument(faults=[describe(error) for error in result.errors])
    return json.dumps({"data": result.data}, ensure_ascii=False, separators=(",", ":")).encode()


@lru_cache(maxsize=4)
def _told_again(text: str, name: str | None) -> bytes:
    """The answer to what was asked lately: telling all takes a fifth of a second, and nobody is answered meanwhile."""
    return _told(text, name, {})
