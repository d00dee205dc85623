"""The engine: runs the stages of a request and keeps compiled statements, bounded, by what shaped them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any, Protocol

from hub.caller import Caller
from hub.errors import Forbidden, HubError, InvalidDocument, ScopeMissing
from hub.policies.following import Following
from hub.query import introspection
from hub.query.answer import splice, without_subjects
from hub.query.authorise import authorise
from hub.query.compile import Statement, compile_operation
from hub.query.cost import Cost
from hub.query.documents import Documents
from hub.query.exact import Misses, guarded
from hub.query.operation import Operation, filled, flatten, prepare
from hub.query.parameters import Bindings
from hub.query.plans import Plans
from hub.query.record import Record
from hub.query.request import Request
from hub.query.statistics import Looking
from hub.reader import Reader
from hub.vault import Vault
from schema.policy import Policy


class Auditor(Protocol):
    """Keeps on record what the engine answers; see `hub.audit`."""

    async def answered(
        self,
        operation: Operation,
        caller: Caller,
        record: Record,
        subjects: list[str],
        terms: list[tuple[str, str]],
        asked: frozenset[str] = frozenset(),
    ) -> None:
        """Put on record what an answer tells and of whom, by what terms people were looked up, and which sources were
        asked about them, before it leaves.

        Raises AuditUnavailable.
        """

    async def attempted(self, operation: Operation, caller: Caller, record: Record) -> None:
        """Put on record that an act begins. Raises AuditUnavailable."""

    async def refused(self, operation: Operation, caller: Caller, error: HubError, version: str) -> None:
        """Record a refusal by the policy of a version."""


class Daily(Protocol):
    """Counts what a day's operations use up; see `hub.budgets.daily`."""

    def charge(self, caller: Caller, cost: int) -> None:
        """Charge an operation before it runs. Raises BudgetSpent."""

    def saw(self, caller: Caller, subjects: list[str]) -> None:
        """Charge the subjects of an answer about people."""


class Done(Protocol):
    """What an act leaves; see `hub.actions.acting`."""

    @property
    def keys(self) -> list[str]:
        """Of what it wrote."""

    @property
    def missed(self) -> int:
        """People named by ID number of whom it tells nothing."""

    @property
    def about(self) -> tuple[str, ...]:
        """Subjects that it is about, whether or not its payload tells of them."""

    @property
    def asked(self) -> frozenset[str]:
        """Sources outside that were asked about its subjects."""


Act = Callable[[str, dict[str, Any], Caller, Policy], Awaitable[Done]]


class Engine:
    """Answers operations for callers; one per process."""

    def __init__(
        self, reader: Reader, vault: Vault, act: Act, documents: Documents | None = None,
        auditor: Auditor | None = None, misses: Misses | None = None,
        daily: Daily | None = None,
    ) -> None:  # fmt: skip
        self.reader = reader
        self._auditor = auditor
        self.vault = vault
        self._act = act
        self._documents = documents or Documents()
        self._misses = misses
        self._daily = daily
        self.statistics = Looking()
        self.plans = Plans()
        self.policies = Following()

    async def answer(
        self, query: str, operation_name: str | None, variables: Mapping[str, Any], caller: Caller
    ) -> bytes:
        """The response body to a document given as text. Raises HubError for every refusal."""
        return await self.respond(Request(query, operation_name, variables), caller)

    async def respond(self, request: Request, caller: Caller) -> bytes:
        """The response body. Raises HubError for every refusal."""
        table = self.policies.in_force()  # another may come in force while this request waits; it keeps to its own
        text, asker = self._documents.text(request, caller), f"{caller.issuer} {caller.agency}"
        operation = prepare(text, request.operation_name, request.variables, asker)
        self._documents.learn(request, caller)
        try:
            return await self._respond(operation, request, caller, table)
        except HubError as error:
            if isinstance(error, Forbidden):
                error.data["policy_version"] = table.version
            if self._auditor is not None:
                await self._auditor.refused(operation, caller, error, table.version)
            raise

    async def _respond(self, operation: Operation, request: Request, caller: Caller, table: Policy) -> bytes:
        if introspection.is_asked(operation):
            return introspection.told(operation)
        needed = "act" if operation.is_mutation else "read"
        if needed not in caller.scopes:
            raise ScopeMissing(scope=needed)
        statement = self.plan(operation, caller, table)
        bound = self._bind(operation, caller)
        for check in statement.checks:
            check(bound)
        if self._daily is not None:
            self._daily.charge(caller, bound.estimated)
        if statement.exact is None:
            body = await self._carry_out(operation, statement, bound, table)
        else:
            carry_out = partial(self._carry_out, operation, statement, bound, table)
            body = await guarded(statement.exact, bound, self._misses, carry_out)
        return statement.cost.reported(bound, body) if request.extensions.get("cost") is True else body

    async def _carry_out(self, operation: Operation, statement: Statement, bound: Bindings, table: Policy) -> bytes:
        if operation.is_mutation:
            if self._auditor is not None:
                await self._auditor.attempted(operation, bound.caller, statement.record)
            body = await self._mutate(operation, statement, bound, table)
        else:
            body = await self._fetch(statement, bound)
        if statement.record.is_kept:
            body, subjects = without_subjects(body)
            subjects = list(dict.fromkeys((*subjects, *bound.about)))
            if self._daily is not None:
                self._daily.saw(bound.caller, subjects)
            if self._auditor is not None:
                terms = statement.record.terms(bound.variables)
                terms += statement.exact.terms(bound) if statement.exact else []
                await self._auditor.answered(operation, bound.caller, statement.record, subjects, terms, bound.asked)
        return body

    def plan(self, operation: Operation, caller: Caller, table: Policy | None = None) -> Statement:
        """The statement for this operation, this kind of caller and a policy table, compiled at most once."""
        table = table or self.policies.current
        key = (operation.key, caller.fingerprint, table.version)
        known = self.plans.find(key)
        if known is None:
            authorised = authorise(operation, caller, table)
            cost = Cost(authorised)
            cost.check(self._bind(operation, caller))  # what nobody will run need not be compiled
            known = compile_operation(authorised, table.version, cost)
            self.plans.keep(key, known)
        return known

    def _bind(self, operation: Operation, caller: Caller) -> Bindings:
        return Bindings(operation.variables, caller, self.vault, statistics=self.statistics.current)

    async def _fetch(self, statement: Statement, bound: Bindings) -> bytes:
        body = await self.reader.fetch(statement.text, [getter(bound) for getter in statement.parameters])
        return splice(statement, body, bound)

    async def _mutate(self, operation: Operation, statement: Statement, bound: Bindings, table: Policy) -> bytes:
        """An act writes and returns keys; its payload is then read like any query, under the same policy."""
        fields = [node for node in flatten(operation) if node.name != "__typename"]
        if not fields:  # `__typename` alone, or the act left out by a directive: there is nothing to do
            return await self._fetch(statement, bound)
        if len(fields) != 1:
            raise InvalidDocument(
                faults=[{"message": "One act per operation.", "message_zh": "每次请求只能办理一项。"}]
            )
        if bound.caller.actors:
            raise _acts_alone(fields[0].name)
        given = filled(fields[0].arguments["input"], operation.variables)
        done = await self._act(fields[0].name, given, bound.caller, table)
        bound.keys, bound.missed, bound.asked, bound.about = done.keys, done.missed, done.asked, done.about
        return await self._fetch(statement, bound)


def _acts_alone(field: str) -> Forbidden:
    """What an act writes is answered for by one agency, so nobody performs it in the name of another."""
    return Forbidden(
        coordinates=f"Mutation.{field}",
        hint=" Acts are not performed on behalf of another.",
        hint_zh="不得代他人办理。",
        refused=[{"coordinate": f"Mutation.{field}", "opensWith": None}],
    )
