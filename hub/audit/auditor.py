"""The auditor: decides what of a request is recorded, and keeps personal answers back until it is.

Recorded is every answer that tells of natural persons, every act, every look-up of a person that found nothing, and
every request that the policy refused. Of a refusal the caller is told whether or not it could be recorded.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any, Final

from hub.audit.entry import entry
from hub.audit.log import AccessLog
from hub.caller import Caller
from hub.errors import AuditUnavailable, BudgetSpent, Forbidden, HubError, ScopeMissing
from hub.query.operation import Operation, filled
from hub.query.record import Record
from hub.vault import Vault

#: refusals by policy and by budgets; faults of a document are nobody's business but its author's
DENIALS: Final = (Forbidden, ScopeMissing, BudgetSpent)

_log = logging.getLogger("hub.audit")


class Auditor:
    """Records for one process."""

    def __init__(self, log: AccessLog, vault: Vault) -> None:
        self._log, self._vault = log, vault

    async def answered(self, operation: Operation, caller: Caller, record: Record, subjects: list[str]) -> None:
        """Put on record what an answer tells, before it leaves. Raises AuditUnavailable."""
        terms = searched(record, operation.variables)
        if not subjects and not terms and not record.is_act:
            return  # an empty page tells of nobody
        decision = "ANSWERED" if subjects or record.is_act else "MISSED"
        await self._log.append(
            entry(caller, _what(operation, decision, record.policy), levels=record.text, terms=terms, subjects=subjects,
                  vault=self._vault)
        )  # fmt: skip

    async def attempted(self, operation: Operation, caller: Caller, record: Record) -> None:
        """Put on record that an act begins: it writes, so what it did cannot be kept back. Raises AuditUnavailable."""
        await self._log.append(
            entry(caller, _what(operation, "ATTEMPTED", record.policy), levels=record.text, vault=self._vault)
        )

    async def refused(self, operation: Operation, caller: Caller, error: HubError, version: str) -> None:
        """Record a refusal by policy; others pass."""
        if not isinstance(error, DENIALS):
            return
        refused = {each["coordinate"]: "REFUSED" for each in error.data.get("refused", ())}
        what = _what(operation, "REFUSED", version) | {"code": error.code, "refused": refused}
        try:
            await self._log.append(entry(caller, what, vault=self._vault))
        except AuditUnavailable:
            _log.error("a refusal was not recorded")


def _what(operation: Operation, decision: str, version: str) -> dict[str, Any]:
    template = operation.template
    return {
        "operation": template.digest.hex(),
        "name": template.name, "policy": version, "decision": decision,
    }  # fmt: skip


def searched(record: Record, variables: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The names and numbers of persons that this request searches by."""
    found: list[tuple[str, str]] = []
    for name, given in record.terms:
        value = filled(given, variables)
        if isinstance(value, str):
            found.append((name, value))
        elif isinstance(value, list):
            for reference in value:
                person = reference.get("person") if isinstance(reference, dict) else None
                if isinstance(person, dict):
                    found += [(key, text) for key, text in person.items() if isinstance(text, str)]
    return found
