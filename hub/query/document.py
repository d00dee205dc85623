"""Documents: parsed, held against the limits and validated once; remembered as what no request changes.

Of a document that was seen before nothing is read again. Its syntax tree is kept for a short while only, because it
takes a hundred times the room of its text and is not needed once the plans are made.

What is remembered of a document with texts written into it, of names or numbers, say, is remembered for the agency that
sent it: were it everybody's, the milliseconds of reading it would tell whether another agency has lately asked for the
same person. Documents without are shared; that a program of another agency sends them, too, is no secret.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLInputType,
    GraphQLScalarType,
    InlineFragmentNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    Undefined,
    VariableDefinitionNode,
    coerce_input_value,
    get_named_type,
    get_nullable_type,
    is_non_null_type,
    is_scalar_type,
    parse,
    value_from_ast,
)
from graphql.execution.get_variable_signature import get_variable_signature

from hub.errors import InvalidDocument, UnknownOperation
from hub.query import coercion, limits, measure
from hub.query.faults import describe
from hub.query.validation import faults_of
from schema.catalog import catalog
from schema.references import WHOLE

#: documents remembered, as text (16 KB each at most), and syntax trees, which take a hundred times as much
DOCUMENTS, TREES = 1000, 32
#: what a text written into a document stands in
_TEXT = '"'


@dataclass(frozen=True)
class Variable:
    """One declared variable: its type, its coerced default (or Undefined), and whether it cannot shape a plan."""

    name: str
    type: GraphQLInputType
    default: Any
    #: what the caller sent → its coerced value, or Undefined where graphql-core has to say what is wrong
    read: Callable[[Any], Any]
    #: a plain value that is always there: only a place, whatever it holds
    plain: bool
    #: references: how many come shapes no plan either
    whole: bool
    #: references to subjects: by which of their fields they name them does
    references: bool


@dataclass(frozen=True)
class Template:
    """One operation of a document: everything that no request changes."""

    text: str
    digest: bytes
    name: str | None
    kind: OperationType
    variables: tuple[Variable, ...]
    #: names of the fields of the root, fragments spread
    roots: tuple[str, ...]
    #: whose document it is where others may not notice it; nothing where it is everybody's
    owner: str = ""

    @property
    def document(self) -> DocumentNode:
        """The tree of the whole document."""
        return tree(self.text, self.owner)

    @property
    def definition(self) -> OperationDefinitionNode:
        """The operation's part of the tree."""
        return next(
            node
            for node in self.document.definitions
            if isinstance(node, OperationDefinitionNode) and (node.name.value if node.name else None) == self.name
        )


@dataclass(frozen=True)
class Document:
    """A parsed, validated document; `faults` is what validation found."""

    faults: tuple[dict[str, Any], ...]
    operations: tuple[Template, ...] = ()


def read_document(query: str) -> DocumentNode:
    """The document, parsed, within limits and valid. Raises InvalidDocument or LimitExceeded."""
    _accepted(query, "")
    return tree(query, "")


def template_of(query: str, name: str | None, asker: str = "") -> Template:
    """The operation of that name, or the only one, as `asker` sent it. Raises InvalidDocument or UnknownOperation."""
    matching = [
        one for one in _accepted(query, asker if _TEXT in query else "").operations if name is None or one.name == name
    ]
    if len(matching) != 1:
        raise UnknownOperation
    return matching[0]


def _accepted(query: str, owner: str) -> Document:
    document = _document(query, owner)
    if document.faults:
        raise InvalidDocument(faults=list(document.faults))
    return document


@lru_cache(maxsize=DOCUMENTS)
def _document(query: str, owner: str) -> Document:
    try:
        measure.check_text(query)
        node = tree(query, owner)
        measure.check_document(node)
        faults = faults_of(catalog().graphql, query, node)
    except GraphQLError as error:
        return Document((describe(error),))
    except (ValueError, RecursionError):
        return Document(({"message": "A literal in the document is malformed.", "message_zh": "文档中的字面量无效。"},))
    if faults:
        return Document(tuple(describe(error) for error in faults))
    return Document((), _templates(query, node, owner))


def account() -> dict[str, int]:
    """Documents remembered, and how often one was found or had to be read since the start."""
    found = _document.cache_info()
    return {"held": found.currsize, "hits": found.hits, "misses": found.misses}


@lru_cache(maxsize=TREES)
def tree(query: str, owner: str) -> DocumentNode:
    """The syntax tree of a document, kept for its owner. Raises GraphQLError."""
    # October 2021 knows no selection set without a selection; graphql-core 3.3 does
    return parse(query, max_lexical_tokens=limits.TOKENS, allow_empty_selection_sets=False)


def fragments(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    """The named fragments of a document."""
    named = (node for node in document.definitions if isinstance(node, FragmentDefinitionNode))
    return {node.name.value: node for node in named}


def _templates(query: str, document: DocumentNode, owner: str) -> tuple[Template, ...]:
    digest = hashlib.sha256(query.encode("utf-8", "surrogatepass")).digest()
    spread = fragments(document)
    return tuple(
        Template(query, digest, node.name.value if node.name else None, node.operation,
                 tuple(_variable(one) for one in node.variable_definitions or ()),
                 tuple(_roots(node.selection_set, spread)), owner)
        for node in document.definitions if isinstance(node, OperationDefinitionNode)
    )  # fmt: skip


def _variable(node: VariableDefinitionNode) -> Variable:
    signature = get_variable_signature(catalog().graphql, node)
    assert not isinstance(signature, GraphQLError)
    inner = get_nullable_type(signature.type)
    named = get_named_type(inner).name
    whole, references = named in WHOLE, named == coercion.REFERENCE
    is_place = (whole and not references) or (is_scalar_type(inner) and inner.name != "Boolean")
    plain = is_place and is_non_null_type(signature.type)
    default = value_from_ast(node.default_value, signature.type) if node.default_value else Undefined
    if is_scalar_type(inner) and plain:
        read: Callable[[Any], Any] = partial(_leaf, inner)
    else:
        read = partial(
            coercion.references if coercion.is_references(inner) else coerce_input_value, type_=signature.type
        )
    return Variable(node.variable.name.value, signature.type, default, read, plain, whole, references)


def _leaf(leaf: GraphQLScalarType, given: Any) -> Any:
    """A scalar that may not be null."""
    try:
        return Undefined if given is None else leaf.coerce_input_value(given)
    except Exception:  # noqa: BLE001 - whatever a scalar raises, the caller's value is at fault
        return Undefined


def _roots(selections: SelectionSetNode, spread: Mapping[str, FragmentDefinitionNode]) -> Iterator[str]:
    for node in selections.selections:
        if isinstance(node, FieldNode):
            yield node.name.value
        elif isinstance(node, InlineFragmentNode):
            yield from _roots(node.selection_set, spread)
        elif isinstance(node, FragmentSpreadNode):
            yield from _roots(spread[node.name.value].selection_set, spread)
