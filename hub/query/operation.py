"""Operation: parse and validate a document once, bind the caller's variables, flatten the selection.

A plan depends on the document and on the *shape* of the variables: which are null, which booleans and enum values
they carry, which keys their input objects have. Every other scalar becomes a `Slot`, a place that is read again for
each request, so one plan serves all values and never answers a second caller with the first one's.
"""

from __future__ import annotations

import enum
import hashlib
import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graphql import (
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLObjectType,
    InlineFragmentNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
    parse,
    validate,
)  # fmt: skip
from graphql.execution.values import VariableValues, get_argument_values, get_variable_values

from hub.errors import InvalidDocument, InvalidVariables, UnknownOperation
from hub.query import limits
from schema.catalog import catalog

#: a run of digits long enough to be part of an identity number never leaves in an error text
_DIGITS = re.compile(r"\d{6,}[\dXx]*")


@dataclass(frozen=True)
class Slot:
    """A place in the variables that holds a plain value; the plan keeps the place, never the value."""

    path: tuple[str | int, ...]

    def read(self, variables: Mapping[str, Any]) -> Any:
        """The value at this place in one request's coerced variables."""
        value: Any = variables
        for step in self.path:
            value = value[step]
        return value


@dataclass(frozen=True)
class Document:
    """A parsed, validated document; `faults` is what validation found."""

    digest: bytes
    node: DocumentNode | None
    faults: tuple[dict[str, Any], ...]


@dataclass
class Node:
    """One selected field of one concrete type; `children` maps each possible type of its value to its fields."""

    key: str
    name: str
    arguments: dict[str, Any]
    type_name: str
    children: dict[str, list[Node]] | None


@dataclass(frozen=True)
class Operation:
    """One request's operation: what is selected is read from it by `flatten`, what varies stands in `variables`."""

    document: Document
    definition: OperationDefinitionNode
    variables: Mapping[str, Any]
    slotted: VariableValues
    shape: Hashable

    @property
    def is_mutation(self) -> bool:
        """Whether it writes."""
        return self.definition.operation is OperationType.MUTATION

    @property
    def fragments(self) -> dict[str, FragmentDefinitionNode]:
        """The document's named fragments."""
        assert self.document.node
        named = (node for node in self.document.node.definitions if isinstance(node, FragmentDefinitionNode))
        return {node.name.value: node for node in named}

    @property
    def key(self) -> Hashable:
        """What a plan may depend on, apart from the caller's policy."""
        name = self.definition.name.value if self.definition.name else None
        return (self.document.digest, name, self.shape)


def prepare(query: str, operation_name: str | None, variables: Mapping[str, Any]) -> Operation:
    """Bind `variables` to the operation of `query`. Raises InvalidDocument, UnknownOperation or InvalidVariables."""
    document = _document(query)
    definition = _definition(_accepted(document), operation_name)
    # graphql-core leaves exceptions of scalar parsers other than its own to us; they are all the caller's fault
    bound = get_variable_values(
        catalog().graphql, definition.variable_definitions or (), dict(variables), hide_suggestions=True
    )
    if not isinstance(bound, VariableValues):
        raise InvalidVariables(faults=[describe(error) for error in bound])
    slotted = {name: _slots(value, (name,)) for name, value in bound.coerced.items()}
    shape = tuple(sorted((name, _shape(value)) for name, value in slotted.items()))
    return Operation(document, definition, bound.coerced, VariableValues(bound.sources, slotted), shape)


def read_document(query: str) -> DocumentNode:
    """The document, parsed, within limits and valid. Raises InvalidDocument or LimitExceeded."""
    return _accepted(_document(query))


def _accepted(document: Document) -> DocumentNode:
    if document.node is None or document.faults:
        raise InvalidDocument(faults=list(document.faults))
    return document.node


@lru_cache(maxsize=500)
def _document(query: str) -> Document:
    digest = hashlib.sha256(query.encode("utf-8", "surrogatepass")).digest()
    try:
        limits.check_source(query)
        node = parse(query, max_lexical_tokens=limits.TOKENS, no_location=False)
        limits.check_document(node)
        faults = validate(catalog().graphql, node, max_errors=20, hide_suggestions=True)
    except GraphQLError as error:
        return Document(digest, None, (describe(error),))
    except (ValueError, RecursionError):
        return Document(digest, None, ({"message": "A literal in the document is malformed."},))
    return Document(digest, node, tuple(describe(error) for error in faults))


def describe(error: GraphQLError) -> dict[str, Any]:
    """An error of graphql-core as the caller may see it: message without long numbers, and where it is."""
    message = "A number is too long." if "int_max_str_digits" in error.message else error.message
    fault: dict[str, Any] = {"message": _DIGITS.sub("…", message)}
    if error.locations:
        fault["locations"] = [{"line": place.line, "column": place.column} for place in error.locations]
    return fault


def _definition(document: DocumentNode, name: str | None) -> OperationDefinitionNode:
    found = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    matching = [node for node in found if name is None or (node.name and node.name.value == name)]
    if len(matching) != 1:
        raise UnknownOperation
    return matching[0]


def _slots(value: Any, path: tuple[str | int, ...]) -> Any:
    """Replace plain values by slots; null, booleans, enums, lists of enums, empty lists and the structure of input
    objects stay.
    """
    if value is None or isinstance(value, bool | enum.Enum):
        return value
    if isinstance(value, dict):
        return {key: _slots(item, (*path, key)) for key, item in value.items()}
    if isinstance(value, list) and (not value or isinstance(value[0], dict | enum.Enum)):
        return [_slots(item, (*path, index)) for index, item in enumerate(value)]
    return Slot(path)


def _shape(value: Any) -> Hashable:
    if isinstance(value, dict):
        return tuple(sorted((key, _shape(item)) for key, item in value.items()))
    if isinstance(value, list):
        return ("[]", *(_shape(item) for item in value))
    if isinstance(value, enum.Enum):
        return value.name
    return "$" if isinstance(value, Slot) else repr(value)


def flatten(operation: Operation) -> list[Node]:
    """The root fields with everything below them: fragments spread, directives applied, equal response keys merged."""
    schema = catalog().graphql
    root = schema.mutation_type if operation.is_mutation else schema.query_type
    assert isinstance(root, GraphQLObjectType)
    fields = _Flattener(operation).fields(root, [operation.definition.selection_set])
    limits.check_roots(len(fields))
    return fields


class _Flattener:
    """Walks selection sets with one operation's fragments and variables."""

    def __init__(self, operation: Operation) -> None:
        self.schema = catalog().graphql
        self.variables = operation.slotted
        self.fragments = operation.fragments

    def fields(self, kind: GraphQLObjectType, sets: list[SelectionSetNode]) -> list[Node]:
        """The fields that `sets` select on the concrete type `kind`, merged by response key."""
        grouped: dict[str, list[FieldNode]] = {}
        for selections in sets:
            self._collect(kind, selections, grouped)
        return [self._node(kind, key, nodes) for key, nodes in grouped.items()]

    def _collect(self, kind: GraphQLObjectType, selections: SelectionSetNode, into: dict[str, list[FieldNode]]) -> None:
        for node in selections.selections:
            if not self._included(node.directives):
                continue
            if isinstance(node, FieldNode):
                key = node.alias.value if node.alias else node.name.value
                into.setdefault(key, []).append(node)
            elif isinstance(node, InlineFragmentNode):
                condition = node.type_condition.name.value if node.type_condition else kind.name
                self._spread(kind, condition, node.selection_set, into)
            elif isinstance(node, FragmentSpreadNode):
                fragment = self.fragments[node.name.value]
                self._spread(kind, fragment.type_condition.name.value, fragment.selection_set, into)

    def _spread(
        self, kind: GraphQLObjectType, condition: str, selections: SelectionSetNode, into: dict[str, list[FieldNode]]
    ) -> None:
        named = self.schema.type_map[condition]
        if named is kind or (is_abstract_type(named) and self.schema.is_sub_type(named, kind)):
            self._collect(kind, selections, into)

    def _included(self, directives: tuple[DirectiveNode, ...] | None) -> bool:
        for directive in directives or ():
            definition = self.schema.get_directive(directive.name.value)
            assert definition
            holds = get_argument_values(definition, directive, self.variables).get("if")
            if holds is (directive.name.value == "skip"):
                return False
        return True

    def _node(self, kind: GraphQLObjectType, key: str, nodes: list[FieldNode]) -> Node:
        name = nodes[0].name.value
        limits.check_key(key)
        if name == "__typename":
            return Node(key, name, {}, "String", None)
        if name.startswith("__"):
            return Node(key, name, {}, name, None)
        definition = kind.fields[name]
        arguments = get_argument_values(definition, nodes[0], self.variables)
        named = get_named_type(definition.type)
        if is_leaf_type(named):
            return Node(key, name, arguments, named.name, None)
        sets = [node.selection_set for node in nodes if node.selection_set]
        if is_abstract_type(named):
            children = {t.name: self.fields(t, sets) for t in self.schema.get_possible_types(named)}
        else:
            assert isinstance(named, GraphQLObjectType)
            children = {named.name: self.fields(named, sets)}
        return Node(key, name, arguments, named.name, children)
