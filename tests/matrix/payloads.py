"""What acts answer: their payloads walked like roads, by an oracle that reads the rows which an act has written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from graphql import GraphQLResolveInfo, OperationDefinitionNode, execute_sync, get_operation_ast, parse

from schema.actions import ACTIONS
from schema.catalog import catalog
from tests.matrix.roads import Way
from tests.oracle.examine import Examiner
from tests.oracle.execute import Resolvers, Seen, values_of
from tests.oracle.policy import Road as State
from tests.oracle.policy import Sight
from tests.oracle.sdl import committed_schema
from tests.oracle.walk import Findings
from tests.oracle.world import Row, kind_of


def payload_roots() -> Iterator[Way]:
    """The roads of no relation behind each act: what a purpose opens is open there."""
    for action in ACTIONS.values():
        yield Way(action.field, action.payload_type, State.LOOKED_UP)


class _PayloadExaminer(Examiner):
    def operation(self, definition: OperationDefinitionNode) -> Findings:
        root = self.schema.mutation_type
        assert root
        for nodes in self.collect(root, [definition.selection_set]).values():
            action = ACTIONS[nodes[0].name.value]
            payload = f"{action.field[0].upper()}{action.field[1:]}Payload"
            if not may_write(self.sight, action.payload_type):
                self.refuse(f"Mutation.{action.field}", waits=False)
            for below in self.below(nodes, payload).values():
                self.rows(below, action.payload_type, f"Mutation.{action.field}", State.LOOKED_UP, None)
        return self.found


def may_write(sight: Sight, type_name: str) -> bool:
    """Whether rows of the caller's own agency are there for the caller, who may write them then."""
    ways = sight.ways(catalog().types[type_name], State.LISTED)
    return any(rules is None or "agency" in rules for rules in ways)


class _PayloadResolvers(Resolvers):
    """An act has been performed: its payload is the row that was written."""

    def __init__(self, sight: Sight, written: Row) -> None:
        super().__init__(sight)
        self._written = written

    def field(self, source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
        """The payload at the root, everything else as in a query."""
        if source is not None:
            return super().field(source, info, **arguments)
        action = ACTIONS[info.field_name]
        kind = kind_of(action.payload_type, self._written)
        there = self._sight.exists(action.payload_type, self._written, State.LOOKED_UP)
        return {action.payload_field: Seen(kind, self._written, State.LOOKED_UP) if there else None}


def examined(sight: Sight, text: str, variables: dict[str, Any]) -> Findings:
    """What of a payload is refused or masked."""
    document = parse(text, no_location=True)
    definition = get_operation_ast(document, None)
    assert definition
    return _PayloadExaminer(committed_schema(), document, values_of(definition, variables), sight).operation(definition)


def expected(sight: Sight, text: str, variables: dict[str, Any], written: Row) -> Any:
    """The data of the answer to an act that wrote a row."""
    resolvers = _PayloadResolvers(sight, written)
    result = execute_sync(
        committed_schema(), parse(text, no_location=True), variable_values=variables,
        field_resolver=resolvers.field, type_resolver=resolvers.type_name,
    )  # fmt: skip
    assert not result.errors, result.errors
    return json.loads(json.dumps(result.data))


def row_of(sight: Sight, field: str, row_id: str) -> Row:
    """The row that an act wrote."""
    found = sight.world.one(catalog().types[ACTIONS[field].payload_type].entity.table, id=row_id)
    assert found
    return found
