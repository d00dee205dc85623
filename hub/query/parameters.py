"""Parameters: how each `$n` of a statement is found for one request. Values never enter SQL text."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from hub.caller import Caller
from hub.query import sql
from hub.query.operation import Slot
from hub.query.statistics import UNKNOWN, Statistics
from hub.vault import Vault


@dataclass
class Bindings:
    """What one request brings: its variables, its caller, the vault, and a mark that no stored value can know."""

    variables: Mapping[str, Any]
    caller: Caller
    vault: Vault
    keys: list[str] = field(default_factory=list)
    #: what is known of the tables' sizes, for the estimate of costs
    statistics: Statistics = UNKNOWN
    #: what several parameters are taken from is worked out once; by who works it out
    memo: dict[Any, Any] = field(default_factory=dict)

    @cached_property
    def mark(self) -> str:
        """What sealed values and cursors stand behind, random for each request; few answers have any."""
        return f"~{secrets.token_hex(8)}~"

    @property
    def context(self) -> str:
        """Ties cursors to the caller."""
        return repr((self.caller.issuer, self.caller.subject, self.caller.agency))

    def blinded(self, number: str) -> str:
        """An ID number as identifiers hold it."""
        return self.vault.blind("id_number", number).hex()


Getter = Callable[[Bindings], Any]


def marker(bound: Bindings) -> str:
    """The request's mark."""
    return bound.mark


def read(value: Any) -> Getter:
    """A getter for an argument: a slot is read per request, also within a list; a literal is constant."""
    if isinstance(value, Slot):
        return lambda bound: value.read(bound.variables)
    if isinstance(value, list):
        items = [read(item) for item in value]
        return lambda bound: [item(bound) for item in items]
    return lambda _: value


class Parameters:
    """What a statement under construction has used up: parameters (the same getter is bound once) and aliases."""

    def __init__(self) -> None:
        self.getters: list[Getter] = []
        self._aliases = 0
        self._known: dict[tuple[Any, str], int] = {}

    def add(self, getter: Getter, cast: str) -> sql.Composable:
        """A placeholder `$n::cast` for what `getter` will return."""
        number = self._known.get((getter, cast))
        if number is None:
            self.getters.append(getter)
            number = self._known[getter, cast] = len(self.getters)
        return sql.SQL(f"${number}::{cast}")

    def alias(self, stem: str) -> sql.SQL:
        """A new alias, deterministic and readable: a stem and a running number; `$` keeps it out of GraphQL's names."""
        self._aliases += 1
        return sql.SQL(f"{stem}${self._aliases}")


def areas(bound: Bindings) -> list[str]:
    """The caller's own areas, as prefixes."""
    return list(bound.caller.areas)


def courts(bound: Bindings) -> list[str]:
    """The caller's own courts."""
    return list(bound.caller.courts)


def agency(bound: Bindings) -> str:
    """The caller's agency."""
    return bound.caller.agency


def own(bound: Bindings) -> str | None:
    """The subject that the caller is, for the role SE."""
    return str(bound.caller.subject_id) if bound.caller.subject_id else None
