"""Parameters: how each `$n` of a statement is found for one request. Values never enter SQL text."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from hub.caller import MOST_ACTORS, Caller, Party
from hub.query import sql
from hub.query.operation import Slot
from hub.query.statistics import UNKNOWN, Statistics
from hub.vault import Vault

#: what the vault knows a sealed value as → the letter by which an answer knows it
SEALS: Final = {"id_number": "s", "audit_term": "t"}


@dataclass
class Bindings:
    """What one request brings: its variables, its caller, the vault, and a mark that no stored value can know."""

    variables: Mapping[str, Any]
    caller: Caller
    vault: Vault
    #: of what an act wrote
    keys: list[str] = field(default_factory=list)
    #: people named to an act by ID number of whom it tells nothing
    missed: int = 0
    #: sources outside that an act asked about its subjects
    asked: frozenset[str] = frozenset()
    #: subjects that an act is about, whether or not its payload tells of them
    about: tuple[str, ...] = ()
    #: what is known of the tables' sizes, for the estimate of costs
    statistics: Statistics = UNKNOWN
    #: what the operation is expected to cost, once that was checked
    estimated: int = 0
    #: what several parameters are taken from is worked out once; by who works it out
    memo: dict[Any, Any] = field(default_factory=dict)

    @cached_property
    def mark(self) -> str:
        """What sealed values and cursors stand behind, random for each request; few answers have any."""
        return f"~{secrets.token_hex(8)}~"

    @property
    def context(self) -> str:
        """Ties cursors to the caller."""
        caller = self.caller
        named = (caller.issuer, caller.subject, caller.agency)
        return repr((*named, *((one.issuer, one.subject, one.agency) for one in caller.actors)))

    @cached_property
    def veil(self) -> str:
        """What this caller's stand-ins for ids are made with: the same for him at all times, and known to nobody."""
        return self.vault.blind("veiled_id", self.context).hex()

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


def veil(bound: Bindings) -> str:
    """The caller's veil."""
    return bound.veil


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


def _party(place: int) -> Callable[[Bindings], Party]:
    return (lambda bound: bound.caller.actors[place - 1]) if place else (lambda bound: bound.caller)


def _of(place: int) -> dict[str, tuple[Getter, str]]:
    """What SQL may ask about the party at a place of the caller's chain, and the type of it."""
    party = _party(place)
    return {
        "areas": (lambda bound: list(party(bound).areas), "text[]"),
        "courts": (lambda bound: list(party(bound).courts), "text[]"),
        "agency": (lambda bound: party(bound).agency, "text"),
        "own": (lambda bound: str(own) if (own := party(bound).subject_id) else None, "uuid"),
    }


#: by place: the one for whom the others act, then whoever acts
PARTIES = tuple(_of(place) for place in range(MOST_ACTORS + 1))
