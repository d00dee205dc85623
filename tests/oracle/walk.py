"""What every part of the examination needs: selections as the specification collects them, and the steps by which
things are refused, masked or let through.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    get_named_type,
    is_abstract_type,
)
from graphql.execution.values import VariableValues, get_argument_values

from schema.catalog import Link, ObjectType, Value, catalog
from tests.oracle.policy import Road, Sight, sure
from tests.oracle.relations import far_columns, near_columns, onward

Arguments = dict[str, Any]
Fields = dict[str, list[FieldNode]]
Refused = dict[str, set[bool]]
#: by which rules rows are there, for each presence that gives any; None is all rows
Ways = list[frozenset[str] | None]


@dataclass(frozen=True)
class Begun:
    """A road that began with a person's number, or with what an agency found by one."""

    #: what was open where it began
    road: Road
    #: whether whoever it began with may be an organisation
    mixed: bool
    #: whether it has gone through a relation since
    below: bool = False


def _refused() -> Refused:
    return defaultdict(set)


@dataclass
class Findings:
    """What the walk found."""

    #: refused coordinate → whether purpose and matter number would open it, wherever it was met
    refused: Refused = field(default_factory=_refused)
    masked: set[str] = field(default_factory=set)
    elsewhere: set[str] = field(default_factory=set)
    #: masked coordinate → purposes that would open it
    waiting: dict[str, list[str]] = field(default_factory=dict)
    #: codes of errors about arguments
    faults: set[str] = field(default_factory=set)
    #: what each root refuses of the references that came, once nothing else is refused
    naming: list[Refused] = field(default_factory=list)


class Walker:
    """Walks one operation with one caller's variables."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode, variables: VariableValues, sight: Sight) -> None:
        self.schema, self.sight, self._variables = schema, sight, variables
        named = (node for node in document.definitions if isinstance(node, FragmentDefinitionNode))
        self._fragments = {node.name.value: node for node in named}
        self.found = Findings()
        #: how the road being walked began, if it did by naming a person by ID number
        self.named: Begun | None = None
        #: selections of rows that were walked already: nodes by identity (the document keeps them), type, road, kinds,
        #: and whether a person was named
        self._met: set[tuple[tuple[int, ...], str, Road, frozenset[str] | None, Begun | None]] = set()

    def takes_all_values(self, definition: OperationDefinitionNode) -> bool:
        """Whether every argument takes what the variables hold: the default of a variable lets it stand where null may
        not, but null it may be all the same. Looked at wherever the caller might not even be let.
        """
        assert self.schema.query_type
        try:
            self._bind(self.schema.query_type, [definition.selection_set])
        except GraphQLError:
            return False
        return True

    def _bind(self, kind: GraphQLObjectType, sets: Iterable[SelectionSetNode]) -> None:
        for nodes in self.collect(kind, sets).values():
            if nodes[0].name.value == "__typename":
                continue
            self.arguments(kind, nodes)
            named = get_named_type(kind.fields[nodes[0].name.value].type)
            inner = [node.selection_set for node in nodes if node.selection_set]
            if isinstance(named, GraphQLObjectType):
                self._bind(named, inner)
            elif is_abstract_type(named):
                for possible in self.schema.get_possible_types(named):
                    self._bind(possible, inner)

    # --- fields of a selection set, as the specification collects them ---------------------------------------------

    def collect(self, kind: GraphQLObjectType, sets: Iterable[SelectionSetNode]) -> Fields:
        found: Fields = {}
        for node in self._flat(kind, sets):
            found.setdefault(node.alias.value if node.alias else node.name.value, []).append(node)
        return found

    def _flat(self, kind: GraphQLObjectType, sets: Iterable[SelectionSetNode]) -> Iterator[FieldNode]:
        for selections in sets:
            for node in selections.selections:
                if not self._included(node.directives):
                    continue
                if isinstance(node, FieldNode):
                    yield node
                    continue
                fragment: Any = node
                if isinstance(node, FragmentSpreadNode):
                    fragment = self._fragments[node.name.value]
                assert isinstance(fragment, InlineFragmentNode | FragmentDefinitionNode)
                if fragment.type_condition is None or self._applies(fragment.type_condition.name.value, kind):
                    yield from self._flat(kind, [fragment.selection_set])

    def _applies(self, condition: str, kind: GraphQLObjectType) -> bool:
        named = self.schema.type_map[condition]
        return named is kind or (is_abstract_type(named) and self.schema.is_sub_type(named, kind))

    def _included(self, directives: Iterable[DirectiveNode] | None) -> bool:
        for directive in directives or ():
            definition = self.schema.get_directive(directive.name.value)
            assert definition
            holds = get_argument_values(definition, directive, self._variables)["if"]
            if holds == (directive.name.value == "skip"):
                return False
        return True

    def below(self, nodes: list[FieldNode], type_name: str) -> Fields:
        """What is selected below a field, if its value is of the concrete type."""
        kind = self.schema.type_map[type_name]
        assert isinstance(kind, GraphQLObjectType)
        return self.collect(kind, [node.selection_set for node in nodes if node.selection_set])

    def arguments(self, parent: GraphQLObjectType, nodes: list[FieldNode]) -> Arguments:
        return get_argument_values(parent.fields[nodes[0].name.value], nodes[0], self._variables)

    # --- rows and values ----------------------------------------------------------------------------------------

    def there(self, kind: ObjectType, road: Road, only: frozenset[str] | None) -> list[ObjectType]:
        """The concrete types of which any row may be there."""
        return [
            one for one in catalog().concrete(kind.name)
            if (only is None or one.entity.when in only) and self.sight.ways(one, road)
        ]  # fmt: skip

    def use(self, value: Value, road: Road) -> None:
        """Use needs sight."""
        if "F" not in self.sight.levels(value.group, road) and not self.sight.rules(value.group, road):
            self.refuse(value.coordinate, waits=self.sight.waits(value.group, road))

    def walk(self, kind: ObjectType, link: Link, road: Road, ways: Ways) -> None:
        """A relation may be walked by whoever may use the columns that it joins by."""
        if self.sight.shows_nothing(link.group, road):
            self.refuse(link.coordinate, waits=False)
        for value in near_columns(kind, link):
            if not sure(ways, self.sight.rules(value.group, road)):
                self._step(link, value, road)
        for value in far_columns(link):
            self._step(link, value, onward(link, road))

    def _step(self, link: Link, value: Value, road: Road) -> None:
        if "F" in self.sight.levels(value.group, road):
            return
        if self.sight.rules(value.group, road):
            self.found.elsewhere.add(link.coordinate)
        else:
            self.refuse(link.coordinate, waits=self.sight.waits(value.group, road))

    def refuse(self, coordinate: str, *, waits: bool) -> None:
        self.found.refused[coordinate].add(waits)
