"""Execution: graphql-core runs the committed SDL with ordinary resolvers over the world's rows.

Everything that the specification says about selections (collecting, merging, ordering of keys, directives, coercion)
is graphql-core's own; what the hub adds (rows, values, pages) stands in the resolvers below, one object at a time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLResolveInfo,
    GraphQLScalarType,
    GraphQLSchema,
    OperationDefinitionNode,
    build_schema,
    execute_sync,
    get_operation_ast,
)
from graphql.execution.values import VariableValues, get_variable_values

from schema.catalog import Link, ObjectType, catalog, scalar_kinds
from schema.names import name_of
from tests.oracle.examine import ORGANISATIONS, PERSONS, Examiner, Findings, far_columns, near_columns
from tests.oracle.paging import Connection, List
from tests.oracle.policy import VERSION, Road, Sight
from tests.oracle.values import shown
from tests.oracle.world import Row, World, kind_of

#: relations that leave out the row's own subject
OF_OTHERS = frozenset({"Case.otherDebtors", "ConsumptionRestriction.otherTargets"})


@cache
def committed_schema() -> GraphQLSchema:
    """The schema as committed, with the scalars' own reading of what callers write."""
    schema = build_schema(resources.files("schema").joinpath("schema.graphql").read_text("utf-8"))
    for kind in scalar_kinds():
        scalar = schema.type_map.get(kind.name)
        if isinstance(scalar, GraphQLScalarType):
            scalar.parse_value = scalar.coerce_input_value = kind.accept  # type: ignore[assignment, method-assign]
    return schema


@dataclass(frozen=True)
class Expected:
    """What the hub has to say: refusals and faults that allow no answer, or the answer."""

    findings: Findings
    #: the answer's data as JSON text, with the oracle's cursors in it; None where there is none to give
    data: str | None
    #: rows that went into the data
    rows: int = 0

    @property
    def codes(self) -> set[str]:
        """Codes of which one has to be given; empty where there is an answer."""
        return self.findings.faults | ({"FORBIDDEN"} if self.findings.refused else set())

    @property
    def extensions(self) -> dict[str, Any]:
        """What stands beside the data."""
        found: dict[str, Any] = {"policyVersion": VERSION}
        if self.findings.masked:
            found["masked"] = sorted(self.findings.masked)
        if self.findings.elsewhere:
            found["maskedElsewhere"] = sorted(self.findings.elsewhere)
        return found


@dataclass(frozen=True)
class Seen:
    """A row as it was reached."""

    kind: ObjectType
    row: Row
    road: Road


@dataclass(frozen=True)
class Edge:
    """A row of a page, with its list."""

    connection: Connection
    row: Row


def answer(sight: Sight, document: DocumentNode, name: str | None, variables: Mapping[str, Any]) -> Expected:
    """What the hub has to answer to one operation of a valid document."""
    definition = get_operation_ast(document, name)
    assert definition
    findings = Examiner(committed_schema(), document, _bound(definition, variables), sight).operation(definition)
    if findings.faults or findings.refused:
        return Expected(findings, None)
    resolvers = Resolvers(sight)
    result = execute_sync(
        committed_schema(), document, variable_values=dict(variables), operation_name=name,
        field_resolver=resolvers.field, type_resolver=resolvers.type_name,
    )  # fmt: skip
    if result.errors:
        raise result.errors[0].original_error or result.errors[0]
    return Expected(findings, json.dumps(result.data, ensure_ascii=False, separators=(",", ":")), resolvers.rows)


def _bound(definition: OperationDefinitionNode, variables: Mapping[str, Any]) -> VariableValues:
    bound = get_variable_values(committed_schema(), definition.variable_definitions or (), dict(variables))
    assert isinstance(bound, VariableValues), bound
    return bound


class Resolvers:
    """The resolver of every field, for one caller."""

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self._world: World = sight.world
        #: rows shown so far
        self.rows = 0

    def type_name(self, seen: Seen, *_: Any) -> str:
        """The concrete type of a row."""
        return seen.kind.name

    def field(self, source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
        """The value of one field of one object."""
        name = info.field_name
        if isinstance(source, Seen):
            return self._of_row(source, name, arguments)
        if isinstance(source, Edge):
            return self._of_edge(source, name)
        if isinstance(source, Connection):
            return self._of_connection(source, name)
        if isinstance(source, dict):
            return source[name]
        return self._of_root(name, arguments)

    # --- roots --------------------------------------------------------------------------------------------------

    def _of_root(self, name: str, arguments: dict[str, Any]) -> Any:
        if name in catalog().lists:
            type_name = catalog().lists[name]
            rows = self._sight.all_rows(type_name)
            return Connection(List.of(type_name, None, arguments), rows, arguments, self._sight, Road.LISTED)
        row = self._looked_up({key: value for key, value in arguments.items() if value is not None})
        return self._seen(catalog().lookups[name], row, Road.LOOKED_UP)

    def _looked_up(self, given: dict[str, Any]) -> Row | None:
        """A subject by id, by credit code, or by ID number and name together."""
        if "id" in given:
            return self._world.subject(str(given["id"]).lower())
        if "creditCode" in given:
            found = self._identified("CREDIT_CODE", given["creditCode"])
            return found if found and found["kind"] in ORGANISATIONS else None
        found = self._identified("ID_NUMBER", self._world.vault.blind("id_number", given["idNumber"]).hex())
        return found if found and found["kind"] in PERSONS and found["name"] == name_of(given["name"]) else None

    def _identified(self, kind: str, value: str) -> Row | None:
        known = self._world.one("subject_identifier", kind=kind, value=value)
        return self._world.subject(known["subject_id"]) if known else None

    def _seen(self, type_name: str, row: Row | None, road: Road) -> Seen | None:
        if row is None or not self._sight.exists(type_name, row, road):
            return None
        self.rows += 1
        return Seen(kind_of(type_name, row), row, road)

    # --- rows ---------------------------------------------------------------------------------------------------

    def _of_row(self, seen: Seen, name: str, arguments: dict[str, Any]) -> Any:
        if name in seen.kind.visible():
            return shown(self._sight, seen.kind.visible()[name], seen.row, seen.road)
        link = next(link for link in seen.kind.links.values() if link.field == name)
        onward = Road.LISTED if link.declared.across else seen.road
        rows = list(self._reached(seen, link, onward))
        if link.many:
            there = [row for row in rows if self._sight.exists(link.target, row, onward)]
            return Connection(List.of(link.target, link, arguments), there, arguments, self._sight, onward)
        assert len(rows) <= 1, link.coordinate
        return self._seen(link.target, rows[0] if rows else None, onward)

    def _reached(self, seen: Seen, link: Link, onward: Road) -> Iterator[Row]:
        """The rows that a relation leads to, as far as the caller may use the columns that it joins by."""
        if not all(self._sight.comparable(value, seen.row, seen.road) for value in near_columns(seen.kind, link)):
            return
        for row in self._joined(seen.row, link):
            if link.coordinate in OF_OTHERS and row["subject_id"] == seen.row["subject_id"]:
                continue
            if all(self._sight.comparable(value, row, onward) for value in far_columns(link)):
                yield row

    def _joined(self, row: Row, link: Link) -> Iterator[Row]:
        table = catalog().types[link.target].entity.table
        ours, theirs = list(link.declared.on), list(link.declared.on.values())
        if isinstance(row[ours[0]], list):  # a list of codes leads to each of them
            for code in dict.fromkeys(row[ours[0]]):
                yield from self._world.matching(table, theirs, [code])
        else:
            yield from self._world.matching(table, theirs, [row[name] for name in ours])

    # --- pages --------------------------------------------------------------------------------------------------

    def _of_connection(self, connection: Connection, name: str) -> Any:
        if name == "totalCount":
            return len(connection.rows)
        if name == "nodes":
            return [self._shown(connection, row) for row in connection.page()]
        if name == "edges":
            return [Edge(connection, row) for row in connection.page()]
        assert name == "pageInfo"
        cursors = [connection.list.cursor(row) for row in connection.page()]
        return {
            "hasNextPage": connection.more(backward=False),
            "hasPreviousPage": connection.more(backward=True),
            "startCursor": cursors[0] if cursors else None,
            "endCursor": cursors[-1] if cursors else None,
        }

    def _of_edge(self, edge: Edge, name: str) -> Any:
        connection = edge.connection
        return connection.list.cursor(edge.row) if name == "cursor" else self._shown(connection, edge.row)

    def _shown(self, connection: Connection, row: Row) -> Seen:
        self.rows += 1
        return Seen(kind_of(connection.list.type_name, row), row, connection.road)
