"""The engine: runs the stages of a request and keeps compiled statements, bounded, by what shaped them."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from graphql import execute_sync

from hub.caller import Caller
from hub.errors import InvalidDocument, ScopeMissing
from hub.query.answer import splice
from hub.query.authorise import authorise
from hub.query.compile import Statement, compile_operation
from hub.query.document import describe, tree
from hub.query.documents import Documents
from hub.query.operation import Operation, filled, flatten, prepare
from hub.query.parameters import Bindings
from hub.query.plans import Plans
from hub.query.request import Request
from hub.query.statistics import Looking
from hub.reader import Reader
from hub.vault import Vault
from schema.catalog import catalog
from schema.federation import About
from schema.policy import policy

#: root fields about the hub itself; graphql-core answers them
ABOUT_SCHEMA = ("__schema", "__type", "_service")

Act = Callable[[str, dict[str, Any], Caller], Awaitable[list[str]]]


class Engine:
    """Answers operations for callers; one per process."""

    def __init__(self, reader: Reader, vault: Vault, act: Act, documents: Documents | None = None) -> None:
        self.reader = reader
        self.vault = vault
        self._act = act
        self._documents = documents or Documents()
        self.statistics = Looking()
        self.plans = Plans()

    async def answer(
        self, query: str, operation_name: str | None, variables: Mapping[str, Any], caller: Caller
    ) -> bytes:
        """The response body to a document given as text. Raises HubError for every refusal."""
        return await self.respond(Request(query, operation_name, variables), caller)

    async def respond(self, request: Request, caller: Caller) -> bytes:
        """The response body. Raises HubError for every refusal."""
        operation = prepare(self._documents.text(request, caller), request.operation_name, request.variables)
        self._documents.learn(request, caller)
        if _is_introspection(operation):
            return _introspect(operation)
        needed = "act" if operation.is_mutation else "read"
        if needed not in caller.scopes:
            raise ScopeMissing(scope=needed)
        statement = self.plan(operation, caller)
        bound = self._bind(operation, caller)
        for check in statement.checks:
            check(bound)
        if operation.is_mutation:
            body = await self._mutate(operation, statement, bound)
        else:
            body = await self._fetch(statement, bound)
        return statement.cost.reported(bound, body) if request.extensions.get("cost") is True else body

    def plan(self, operation: Operation, caller: Caller) -> Statement:
        """The statement for this operation and this kind of caller, compiled at most once."""
        key = (operation.key, caller.fingerprint, policy().version)
        known = self.plans.find(key)
        if known is None:
            known = compile_operation(authorise(operation, caller), policy().version)
            self.plans.keep(key, known)
        return known

    def _bind(self, operation: Operation, caller: Caller) -> Bindings:
        return Bindings(operation.variables, caller, self.vault, statistics=self.statistics.current)

    async def _fetch(self, statement: Statement, bound: Bindings) -> bytes:
        body = await self.reader.fetch(statement.text, [getter(bound) for getter in statement.parameters])
        return splice(statement, body, bound)

    async def _mutate(self, operation: Operation, statement: Statement, bound: Bindings) -> bytes:
        """An act writes and returns keys; its payload is then read like any query, under the same policy."""
        fields = [node for node in flatten(operation) if node.name != "__typename"]
        if not fields:  # `__typename` alone, or the act left out by a directive: there is nothing to do
            return await self._fetch(statement, bound)
        if len(fields) != 1:
            raise InvalidDocument(faults=[{"message": "One act per operation. 每次请求只能办理一项。"}])
        given = filled(fields[0].arguments["input"], operation.variables)
        bound.keys = await self._act(fields[0].name, given, bound.caller)
        return await self._fetch(statement, bound)


def _is_introspection(operation: Operation) -> bool:
    """Whether every root field asks for the schema; fragments at the root are looked into, too."""
    names = operation.template.roots
    return any(name in ABOUT_SCHEMA for name in names) and all(name in (*ABOUT_SCHEMA, "__typename") for name in names)


def _introspect(operation: Operation) -> bytes:
    result = execute_sync(
        catalog().graphql, tree(operation.template.text), About(), variable_values=dict(operation.given),
        operation_name=operation.template.name,
    )  # fmt: skip
    if result.errors:
        raise InvalidDocument(faults=[describe(error) for error in result.errors])
    return json.dumps({"data": result.data}, ensure_ascii=False, separators=(",", ":")).encode()
