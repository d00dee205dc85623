"""Space: where Strawberry finds the types that are made from the catalog, and how a type is made."""

from __future__ import annotations

import enum
import types
from collections.abc import Mapping
from typing import Any

import strawberry

#: Strawberry looks forward references up in the module that a class says it comes from
SPACE = types.ModuleType("schema.generated", "Strawberry types made from the catalog; see schema.sdl.")

Namespace = dict[str, Any]


def make(name: str, annotations: Namespace, members: Namespace, bases: tuple[type, ...] = ()) -> type:
    """A class with these annotations and members, as Strawberry reads one."""
    body = {"__annotations__": annotations, "__module__": SPACE.__name__, **members}
    return type(name, bases, body)


def publish(name: str, value: Any) -> None:
    """Let forward references find `value` under this name."""
    setattr(SPACE, name, value)


def described_enum(made: type[enum.Enum], docs: Mapping[str, str]) -> type[enum.Enum]:
    """A GraphQL enum of which every value is described."""
    known = hasattr(made, "__strawberry_definition__")
    declared = made if known else strawberry.enum(made, description=(made.__doc__ or "").strip())
    for value in declared.__strawberry_definition__.values:  # type: ignore[attr-defined]
        value.description = docs[value.name]
    return declared
