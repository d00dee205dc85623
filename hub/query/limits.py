"""Limits on documents, checked before validation, in one pass that meets every fragment once.

Counting each fragment's body once and multiplying by memoised sums keeps the pass linear: doubled fragment spreads
would otherwise make a 700-byte document cost seconds. The numbers are those of the field's gateways, raised where
nested credit files need it.
"""

from __future__ import annotations

from dataclasses import dataclass

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

from hub.errors import LimitExceeded

#: characters of a document
SOURCE = 16 * 1024
#: lexical tokens
TOKENS = 2000
#: nested selection sets, fragments expanded (a relation with edges and node takes three)
DEPTH = 32
#: fields, fragments expanded
FIELDS = 1000
#: fields of the root
ROOTS = 10
#: bytes of a response key: PostgreSQL cuts identifiers there
KEY = 63
#: rows of one page
PAGE = 100
#: ids of one `nodes`
IDS = 100
#: references of one batched look-up, representations of one gateway's question
REFERENCES = 500
#: rows of a page when nothing is said
DEFAULT_PAGE = 20
#: product of page sizes over all nested lists
ROWS = 50_000
#: conditions of one filter, at all depths
CONDITIONS = 50
#: relations that a filter goes through, one behind the other
RELATIONS = 3

_SATURATED = 1_000_000


@dataclass(frozen=True)
class _Size:
    depth: int
    fields: int


def check_source(query: str) -> None:
    """Refuse a document that is too long to look at. Raises LimitExceeded."""
    if len(query) > SOURCE:
        raise LimitExceeded(what="characters", what_zh="字符数", limit=SOURCE)


def check_key(key: str) -> None:
    """Refuse a response key that PostgreSQL would cut. Raises LimitExceeded."""
    if len(key.encode()) > KEY:
        raise LimitExceeded(what="bytes in one alias", what_zh="别名字节数", limit=KEY)


def check_roots(fields: int) -> None:
    """Refuse too many fields of the root; also once fragments are spread. Raises LimitExceeded."""
    if fields > ROOTS:
        raise LimitExceeded(what="root fields", what_zh="根字段数", limit=ROOTS)


def check_document(document: DocumentNode) -> None:
    """Refuse a document that is too deep or too wide. Raises LimitExceeded."""
    walk = _Walk({d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)})
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            size = walk.measure(definition.selection_set)
            if size.depth > DEPTH:
                raise LimitExceeded(what="nested levels", what_zh="嵌套层数", limit=DEPTH)
            if size.fields > FIELDS:
                raise LimitExceeded(what="fields", what_zh="字段数", limit=FIELDS)
            check_roots(len(definition.selection_set.selections))


class _Walk:
    """Measures selection sets; a fragment's size is kept after the first visit, a cycle counts as endless."""

    def __init__(self, fragments: dict[str, FragmentDefinitionNode]) -> None:
        self.fragments = fragments
        self.known: dict[str, _Size] = {}
        self.open: set[str] = set()

    def measure(self, selections: SelectionSetNode) -> _Size:
        """Depth and number of fields of a selection set."""
        depth, fields = 0, 0
        for node in selections.selections:
            size = self._of(node)
            depth = max(depth, size.depth)
            fields = min(fields + size.fields, _SATURATED)
        return _Size(depth, fields)

    def _of(self, node: object) -> _Size:
        if isinstance(node, FieldNode):
            below = self.measure(node.selection_set) if node.selection_set else _Size(0, 0)
            return _Size(below.depth + 1, below.fields + 1)
        if isinstance(node, InlineFragmentNode):
            return self.measure(node.selection_set)
        assert isinstance(node, FragmentSpreadNode)
        return self._fragment(node.name.value)

    def _fragment(self, name: str) -> _Size:
        if name in self.open:
            return _Size(_SATURATED, _SATURATED)
        if name not in self.known and name in self.fragments:
            self.open.add(name)
            self.known[name] = self.measure(self.fragments[name].selection_set)
            self.open.discard(name)
        return self.known.get(name, _Size(0, 0))
