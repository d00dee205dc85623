"""Execution: graphql-core runs the committed SDL with ordinary resolvers over the world's rows.

Everything that the specification says about selections (collecting, merging, ordering of keys, directives, coercion)
is graphql-core's own; what the hub adds (rows, values, pages) stands in the resolvers below, one object at a time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from graphql import (
    DocumentNode,
    GraphQLResolveInfo,
    OperationDefinitionNode,
    execute_sync,
    get_operation_ast,
)
from graphql.execution.values import VariableValues, get_variable_values

from schema.catalog import Link, ObjectType, catalog
from tests.oracle import naming, search
from tests.oracle.examine import Examiner
from tests.oracle.groups import Groups
from tests.oracle.naming import names_people
from tests.oracle.paging import Begun, Connection, List
from tests.oracle.policy import VERSION, Road, Sight
from tests.oracle.relations import is_found, onward, reached, tells
from tests.oracle.sdl import committed_schema
from tests.oracle.values import is_erased, shown
from tests.oracle.walk import Findings, Refused
from tests.oracle.world import Row, World, kind_of


@dataclass(frozen=True)
class Expected:
    """What the hub has to say: refusals and faults that allow no answer, or the answer."""

    findings: Findings
    #: the answer's data as JSON text, with the oracle's cursors in it; None where there is none to give
    data: str | None
    #: rows that went into the data
    rows: int = 0
    #: coordinates of values that are null because they were erased
    erased: frozenset[str] = frozenset()

    @property
    def codes(self) -> set[str]:
        """Codes of which one has to be given; empty where there is an answer."""
        return self.findings.faults | ({"FORBIDDEN"} if self.refusals else set())

    @property
    def refusals(self) -> list[Refused]:
        """What is refused, one way or another: references are looked at once nothing else is, root by root."""
        return [self.findings.refused] if self.findings.refused else [each for each in self.findings.naming if each]

    @property
    def extensions(self) -> dict[str, Any]:
        """What stands beside the data."""
        found: dict[str, Any] = {"policyVersion": VERSION}
        if self.findings.masked:
            found["masked"] = sorted(self.findings.masked)
        if self.findings.elsewhere:
            found["maskedElsewhere"] = sorted(self.findings.elsewhere)
        if self.findings.waiting:
            found["opensWith"] = dict(sorted(self.findings.waiting.items()))
        if self.erased:
            found["erased"] = sorted(self.erased)
        return found


#: what stands before a person's id that the hub has to answer with another one
VEILED = "veiled:"


@dataclass(frozen=True)
class Seen:
    """A row as it was reached."""

    kind: ObjectType
    row: Row
    road: Road
    begun: Begun | None = None


@dataclass(frozen=True)
class Edge:
    """A row of a page, with its list."""

    connection: Connection
    row: Row


def answer(
    sight: Sight, document: DocumentNode, name: str | None, variables: Mapping[str, Any],
    findings: Findings | None = None,
) -> Expected:  # fmt: skip
    """What the hub has to answer to one operation of a valid document; `findings` where they are known already."""
    findings = findings or examined(sight, document, name, variables)
    if findings.faults or findings.refused or any(findings.naming):
        return Expected(findings, None)
    resolvers = Resolvers(sight)
    result = execute_sync(
        committed_schema(), document, variable_values=dict(variables), operation_name=name,
        field_resolver=resolvers.field, type_resolver=resolvers.type_name,
    )  # fmt: skip
    if result.errors:
        raise result.errors[0].original_error or result.errors[0]
    told = json.dumps(result.data, ensure_ascii=False, separators=(",", ":"))
    return Expected(findings, told, resolvers.rows, frozenset(resolvers.erased))


def examined(sight: Sight, document: DocumentNode, name: str | None, variables: Mapping[str, Any]) -> Findings:
    """What is told before any row is read."""
    definition = get_operation_ast(document, name)
    assert definition
    bound = values_of(definition, variables)
    examiner = Examiner(committed_schema(), document, bound, sight)
    if None in bound.coerced.values() and not examiner.takes_all_values(definition):
        return Findings(faults={"INVALID_VARIABLES"})
    return examiner.operation(definition)


def values_of(definition: OperationDefinitionNode, variables: Mapping[str, Any]) -> VariableValues:
    bound = get_variable_values(committed_schema(), definition.variable_definitions or (), dict(variables))
    assert isinstance(bound, VariableValues), bound
    return bound


class Resolvers:
    """The resolver of every field, for one caller."""

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self._world: World = sight.world
        #: rows shown so far, and coordinates of what was erased in them
        self.rows = 0
        self.erased: set[str] = set()

    def type_name(self, seen: Seen, *_: Any) -> str:
        """The concrete type of a row."""
        return seen.kind.name

    def field(self, source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
        """The value of one field of one object."""
        name = info.field_name
        if isinstance(source, Seen):
            if self._veils(source, name):
                return f"{VEILED}{source.row[source.kind.visible()[name].name]}"
            return self._of_row(source, name, arguments)
        if isinstance(source, Edge):
            return self._of_edge(source, name)
        if isinstance(source, Connection):
            return self._of_connection(source, name, arguments)
        if isinstance(source, dict):
            return source.get(name)
        found = self._of_root(name, arguments)
        if names_people(name, arguments):
            return [each and _named(each) for each in found] if isinstance(found, list) else found and _named(found)
        return found

    def _veils(self, seen: Seen, name: str) -> bool:
        """Whether another id has to stand there: below a person named by a number that the caller does not see in full,
        every one; of the person itself, its own.
        """
        value, begun = seen.kind.visible().get(name), seen.begun
        if begun is None or value is None or value.kind.name != "Id" or begun.subject["kind"] != "NATURAL_PERSON":
            return False
        number = catalog().types["NaturalPerson"].values["id_number"]
        if self._sight.is_clear(number, begun.subject, begun.road) or not self._sight.hides_numbers(begun.road):
            return False
        return begun.below or seen.kind.name == "NaturalPerson"

    def _begun(self, seen: Seen, link: Link) -> Begun | None:
        """How the road beyond a relation began: an agency's hit is a beginning, too."""
        if is_found(link):
            subject = self._world.subject(seen.row["subject_id"])
            assert subject
            return Begun(subject, seen.road, below=link.target != "Subject")
        return seen.begun and replace(seen.begun, below=True)

    # --- roots --------------------------------------------------------------------------------------------------

    def _of_root(self, name: str, arguments: dict[str, Any]) -> Any:
        if name in catalog().lists:
            type_name = catalog().lists[name]
            rows = self._sight.all_rows(type_name)
            return Connection(
                List.of(type_name, None, arguments), rows, arguments, self._sight, Road.LISTED, at_root=True
            )
        if name in naming.ARGUMENTS:
            given = arguments[naming.ARGUMENTS[name]]
            seen = [self._named(name, item) for item in naming.references(name, given)]
            return seen[0] if name == "node" else seen
        if name == search.ROOT:
            return self._searched(arguments)
        row = self._looked_up({key: value for key, value in arguments.items() if value is not None})
        return self._seen(catalog().lookups[name], row, Road.LOOKED_UP)

    def _searched(self, arguments: dict[str, Any]) -> list[dict[str, Any]]:
        """Organisations by name, each with how like its name is."""
        found: list[dict[str, Any]] = []
        for score, row in search.matches(self._sight, arguments["name"]):
            seen = self._seen("Subject", row, Road.LISTED) if len(found) < arguments["first"] else None
            if seen is not None:
                found.append({"__typename": "SubjectMatch", "score": score, "subject": seen})
        return found

    def _looked_up(self, given: dict[str, Any]) -> Row | None:
        """A subject by id, by credit code, or by ID number and name together; an entry of the log by its number."""
        if "sequence" in given:
            return self._world.one("access_entry", sequence=given["sequence"])
        if "id" in given:
            return self._world.subject(str(UUID(given["id"])))
        if "creditCode" in given:
            return naming.by_credit_code(self._world, given["creditCode"])
        return naming.by_person(self._world, given["idNumber"], given["name"])

    def _named(self, root: str, item: Any) -> Seen | None:
        """A row named by a reference; only of one subject does a purpose open anything."""
        named = naming.found(self._world, root, item)
        if named is None:
            return None
        road = Road.LOOKED_UP if root == "node" and named[0] == "Subject" else Road.LISTED
        return self._seen(*named, road)

    def _seen(self, type_name: str, row: Row | None, road: Road, *, told: bool = False) -> Seen | None:
        if row is None or not self._sight.exists(type_name, row, road, told=told):
            return None
        self.rows += 1
        return Seen(kind_of(type_name, row), row, road)

    # --- rows ---------------------------------------------------------------------------------------------------

    def _of_row(self, seen: Seen, name: str, arguments: dict[str, Any]) -> Any:
        if name in seen.kind.visible():
            value = seen.kind.visible()[name]
            if is_erased(self._sight, value, seen.row, seen.road):
                self.erased.add(value.coordinate)
            return shown(self._sight, value, seen.row, seen.road)
        link = next(link for link in seen.kind.links.values() if link.field == name)
        road, begun = onward(link, seen.road), self._begun(seen, link)
        veiled = begun is not None and self._sight.hides_numbers(begun.road)
        rows = list(reached(self._sight, seen.row, link, seen.road, road))
        if link.many:
            there = [row for row in rows if self._sight.exists(link.target, row, road)]
            wanted = List.of(link.target, link, arguments, veiled=veiled)
            return Connection(wanted, there, arguments, self._sight, road, begun=begun)
        assert len(rows) <= 1, link.coordinate
        found = self._seen(link.target, rows[0] if rows else None, road, told=tells(link))
        return found and replace(found, begun=begun)

    # --- pages --------------------------------------------------------------------------------------------------

    def _of_connection(self, connection: Connection, name: str, arguments: dict[str, Any]) -> Any:
        if name == "totalCount":
            return len(connection.rows)
        if name == "nodes":
            return [self._shown(connection, row) for row in connection.page()]
        if name == "edges":
            return [Edge(connection, row) for row in connection.page()]
        if name == "groups":
            counted = None if arguments["onlyVisible"] else connection.counted()
            groups = Groups(connection.list.type_name, self._sight, connection.road, arguments["by"])
            return groups.of(connection.rows, counted)
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
        return Seen(kind_of(connection.list.type_name, row), row, connection.road, connection.begun)


def _named(seen: Seen) -> Seen:
    """A subject as its number, or one beside it in a list, named it."""
    return replace(seen, begun=Begun(seen.row, seen.road))
