"""Operation: bind the caller's variables to a document, flatten the selection.

A plan depends on the document and on the *shape* of the variables: which are null, which booleans and enum values
they carry, which keys their input objects have. Every other scalar becomes a `Slot`, a place that is read again for
each request, so one plan serves all values and never answers a second caller with the first one's.
"""

from __future__ import annotations

import enum
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    DirectiveNode,
    FieldNode,
    FragmentSpreadNode,
    GraphQLAbstractType,
    GraphQLError,
    GraphQLObjectType,
    InlineFragmentNode,
    OperationType,
    SelectionSetNode,
    Undefined,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
    is_non_null_type,
)
from graphql.execution.values import VariableValues, get_argument_values, get_variable_values

from hub.errors import InvalidVariables
from hub.query import limits, measure
from hub.query.coercion import named_by
from hub.query.document import Template, Variable, fragments, template_of
from hub.query.faults import describe
from hub.query.validation import MOST_FAULTS
from schema.catalog import catalog


@dataclass(frozen=True)
class Slot:
    """A place in the variables that holds a plain value; the plan keeps the place, never the value."""

    path: tuple[str | int, ...]
    #: of references to subjects: the fields by which they name them
    named_by: frozenset[str] | None = None

    def read(self, variables: Mapping[str, Any]) -> Any:
        """The value at this place in one request's coerced variables."""
        value: Any = variables
        for step in self.path:
            value = value[step]
        return value


def filled(argument: Any, variables: Mapping[str, Any]) -> Any:
    """An argument with its slots filled in."""
    if isinstance(argument, Slot):
        return argument.read(variables)
    if isinstance(argument, dict):
        return {key: filled(value, variables) for key, value in argument.items()}
    if isinstance(argument, list):
        return [filled(value, variables) for value in argument]
    return argument


@dataclass
class Node:
    """One selected field of one concrete type; `children` maps each possible type of its value to its fields."""

    key: str
    name: str
    arguments: dict[str, Any]
    type_name: str
    children: dict[str, list[Node]] | None


@dataclass(frozen=True, slots=True)
class Operation:
    """One request's operation: what is selected is read from it by `flatten`, what varies stands in `variables`."""

    template: Template
    #: as the caller sent them
    given: Mapping[str, Any]
    variables: Mapping[str, Any]
    shape: Hashable

    @property
    def is_mutation(self) -> bool:
        """Whether it writes."""
        return self.template.kind is OperationType.MUTATION

    @property
    def key(self) -> Hashable:
        """What a plan may depend on, apart from the caller's policy."""
        return (self.template.digest, self.template.name, self.template.owner, self.shape)

    def slotted(self) -> VariableValues:
        """The variables with slots in place of plain values, as a plan may know them."""
        bound = _bound(self.template, self.given)
        whole = {variable.name: variable for variable in self.template.variables if variable.whole}
        slotted = {
            name: _slot(whole[name], value) if name in whole and value is not None else _slots(value, (name,))
            for name, value in bound.coerced.items()
        }
        return VariableValues(bound.sources, slotted)


def prepare(query: str, operation_name: str | None, variables: Mapping[str, Any], asker: str = "") -> Operation:
    """Bind `variables` to the operation of `query`, as `asker` sent it.

    Raises InvalidDocument, UnknownOperation or InvalidVariables.
    """
    template = template_of(query, operation_name, asker)
    measure.check_variables(variables)
    coerced = _coerced(template, variables)
    shape = tuple(
        (one.name, _slot(one, coerced[one.name]) if one.whole and coerced[one.name] is not None
         else _shape(coerced[one.name]))
        for one in template.variables if not one.plain and one.name in coerced
    )  # fmt: skip
    return Operation(template, variables, coerced, shape)


def _slot(variable: Variable, value: Any) -> Slot:
    """The place of references, whole."""
    return Slot((variable.name,), named_by(value) if variable.references else None)


def _coerced(template: Template, variables: Mapping[str, Any]) -> Mapping[str, Any]:
    """The variables that have a value. Raises InvalidVariables."""
    coerced: dict[str, Any] = {}
    for variable in template.variables:
        given = variables.get(variable.name, Undefined)
        value = variable.default if given is Undefined else variable.read(given)
        if value is not Undefined:
            coerced[variable.name] = value
        elif given is not Undefined or is_non_null_type(variable.type):
            # graphql-core says what is wrong, which takes it ten times as long
            return _bound(template, variables).coerced
    return coerced


def _bound(template: Template, variables: Mapping[str, Any]) -> VariableValues:
    """The variables bound by graphql-core, with their sources. Raises InvalidVariables."""
    definitions = template.definition.variable_definitions or ()
    bound = get_variable_values(catalog().graphql, definitions, dict(variables), MOST_FAULTS, hide_suggestions=True)
    if not isinstance(bound, VariableValues):
        raise InvalidVariables(faults=[describe(error) for error in bound])
    return bound


def _slots(value: Any, path: tuple[str | int, ...]) -> Any:
    """Replace plain values by slots; null, booleans, enums, lists of enums, empty lists and the structure of input
    objects stay.
    """
    if value is None or isinstance(value, bool | enum.Enum):
        return value
    if isinstance(value, dict):
        return {key: _slots(item, (*path, key)) for key, item in value.items()}
    if _is_structured(value):
        return [_slots(item, (*path, index)) for index, item in enumerate(value)]
    return Slot(path)


def _is_structured(value: Any) -> bool:
    """Whether it is a list that a plan knows item by item, not one plain value."""
    return isinstance(value, list) and (not value or isinstance(value[0], dict | enum.Enum))


def _shape(value: Any) -> Hashable:
    """What a plan may know of a value: the same that `_slots` leaves of it."""
    if isinstance(value, dict):
        return tuple(sorted((key, _shape(item)) for key, item in value.items()))
    if _is_structured(value):
        return ("[]", *(_shape(item) for item in value))
    if isinstance(value, enum.Enum):
        return value.name
    return repr(value) if value is None or isinstance(value, bool) else "$"


def flatten(operation: Operation) -> list[Node]:
    """The root fields with everything below them: fragments spread, directives applied, equal response keys merged."""
    schema = catalog().graphql
    root = schema.mutation_type if operation.is_mutation else schema.query_type
    assert isinstance(root, GraphQLObjectType)
    try:
        fields = _Flattener(operation).fields(root, [operation.template.definition.selection_set])
    except GraphQLError as error:  # null for a variable whose default made its place take it
        raise InvalidVariables(faults=[describe(error)]) from None
    limits.check_roots(len(fields))
    return fields


class _Flattener:
    """Walks selection sets with one operation's fragments and variables."""

    def __init__(self, operation: Operation) -> None:
        self.schema = catalog().graphql
        self.variables = operation.slotted()
        self.fragments = fragments(operation.template.document)

    def fields(self, kind: GraphQLObjectType, sets: list[SelectionSetNode]) -> list[Node]:
        """The fields that `sets` select on the concrete type `kind`, merged by response key."""
        return self._nodes(kind, self._grouped(kind, sets))

    def _nodes(self, kind: GraphQLObjectType, grouped: dict[str, list[FieldNode]]) -> list[Node]:
        return [self._node(kind, key, nodes) for key, nodes in grouped.items()]

    def _grouped(self, kind: GraphQLObjectType, sets: list[SelectionSetNode]) -> dict[str, list[FieldNode]]:
        grouped: dict[str, list[FieldNode]] = {}
        for selections in sets:
            self._collect(kind, selections, grouped)
        return grouped

    def _possible(self, named: GraphQLAbstractType, sets: list[SelectionSetNode]) -> dict[str, list[Node]]:
        """The fields on each concrete type; types on which the same is selected share one list."""
        found: dict[str, list[Node]] = {}
        known: dict[Hashable, list[Node]] = {}
        for kind in self.schema.get_possible_types(named):
            grouped = self._grouped(kind, sets)
            same = tuple((key, self._leads_to(kind, nodes), *map(id, nodes)) for key, nodes in grouped.items())
            if same not in known:
                known[same] = self._nodes(kind, grouped)
            found[kind.name] = known[same]
        return found

    @staticmethod
    def _leads_to(kind: GraphQLObjectType, nodes: list[FieldNode]) -> str:
        """The type that a field has on this type: an implementation may narrow it."""
        definition = kind.fields.get(nodes[0].name.value)
        return get_named_type(definition.type).name if definition else ""

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
            children = self._possible(named, sets)
        else:
            assert isinstance(named, GraphQLObjectType)
            children = {named.name: self.fields(named, sets)}
        return Node(key, name, arguments, named.name, children)
