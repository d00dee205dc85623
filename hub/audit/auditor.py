"""The auditor: decides what of a request is recorded, and keeps personal answers back until it is.

Recorded is every answer that tells of natural persons, every act, every look-up of a person that found nothing, every
look into the log itself, and every request that the policy refused. Of a refusal the caller is told whether or not it
could be recorded.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any, Final

from hub.audit.entry import entry
from hub.audit.log import AccessLog
from hub.caller import Caller
from hub.errors import AuditUnavailable, BudgetSpent, Forbidden, HubError, MergeRefused, ScopeMissing
from hub.query.operation import Operation, filled, flatten
from hub.query.record import Record
from hub.vault import Vault

#: refusals by policy and by budgets, and of joining, which tells of two subjects; faults of a document are nobody's
#: business but its author's
DENIALS: Final = (Forbidden, ScopeMissing, BudgetSpent, MergeRefused)

#: what documents with values in them are blinded as
OPERATION: Final = "audit_operation"

_log = logging.getLogger("hub.audit")


class Auditor:
    """Records for one process."""

    def __init__(self, log: AccessLog, vault: Vault) -> None:
        self._log, self._vault = log, vault

    async def answered(
        self, operation: Operation, caller: Caller, record: Record, subjects: list[str], terms: list[tuple[str, str]],
        asked: frozenset[str] = frozenset(),
    ) -> None:  # fmt: skip
        """Put on record what an answer tells, before it leaves. Raises AuditUnavailable."""
        is_told = bool(subjects) or record.is_act or record.is_of_log
        if not is_told and not terms:
            return  # an empty page tells of nobody
        is_answered = is_told or (bool(record.searched) and record.tells_more)
        what = self._what(operation, "ANSWERED" if is_answered else "MISSED", record.policy)
        # who only looks into the log asks about those who asked; whom they had asked about, that is no question about
        inspected = subjects if record.is_of_log and not record.is_personal else []
        if inspected:
            what["inspected"], subjects = inspected, []
        if asked:
            what["asked"] = sorted(asked)
        asking = stated(operation, caller) if record.is_act else caller
        await self._log.append(
            entry(asking, what, shown=record.text, terms=terms, subjects=subjects, vault=self._vault)
        )

    async def attempted(self, operation: Operation, caller: Caller, record: Record) -> None:
        """Put on record that an act begins: it writes, so what it did cannot be kept back. Raises AuditUnavailable."""
        what = self._what(operation, "ATTEMPTED", record.policy)
        await self._log.append(entry(caller, what, shown=record.text, vault=self._vault))

    async def refused(self, operation: Operation, caller: Caller, error: HubError, version: str) -> None:
        """Record a refusal by policy; others pass."""
        if not isinstance(error, DENIALS):
            return
        refused = {each["coordinate"]: "REFUSED" for each in error.data.get("refused", ())}
        what = self._what(operation, "REFUSED", version) | {"code": error.code, "refused": refused}
        try:
            await self._log.append(entry(caller, what, vault=self._vault))
        except AuditUnavailable:
            _log.error("a refusal was not recorded")

    def _what(self, operation: Operation, decision: str, version: str) -> dict[str, Any]:
        template = operation.template
        # a digest of a document in which somebody's number may stand could be tried out
        digest = template.digest if not template.owner else self._vault.blind(OPERATION, template.text)
        return {
            "operation": digest.hex(), "name": template.name, "policy": version, "decision": decision,
        }  # fmt: skip


def stated(operation: Operation, caller: Caller) -> Caller:
    """The caller with the purpose and the matter that an act was told where his token says none.

    Only of an act that was done: it has looked at both, and until then a matter may be anything, a person's number too.
    """
    inputs = [filled(node.arguments.get("input", {}), operation.variables) for node in flatten(operation)]
    said = {name: str(given[name]).strip() for given in inputs for name in ("purpose", "matter") if given.get(name)}
    return replace(caller, purpose=caller.purpose or said.get("purpose"), matter=caller.matter or said.get("matter"))
