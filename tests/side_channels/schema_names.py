"""What the schema shows, by name, for tests that something is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graphql import GraphQLEnumType, GraphQLInputObjectType, GraphQLInterfaceType, GraphQLObjectType

from tests.side_channels.probes import SCHEMA


@cache
def shown() -> frozenset[str]:
    """Every name a caller may write: `Type`, `Type.field`, `Type.field(argument)`, `Input.field`, `Enum.MEMBER`,
    `@directive`.
    """
    return frozenset(_shown())


def _shown() -> Iterator[str]:
    for name, kind in SCHEMA.type_map.items():
        if name.startswith("__"):
            continue
        yield name
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            for field, declared in kind.fields.items():
                yield f"{name}.{field}"
                yield from (f"{name}.{field}({argument})" for argument in declared.args)
        elif isinstance(kind, GraphQLInputObjectType):
            yield from (f"{name}.{field}" for field in kind.fields)
        elif isinstance(kind, GraphQLEnumType):
            yield from (f"{name}.{member}" for member in kind.values)
    for directive in SCHEMA.directives:
        yield f"@{directive.name}"


def named(*words: str) -> set[str]:
    """Names whose last part is made of one of the words, in camel case or capitals: `asOf`, `totalCount`, `AS_OF`."""
    wanted = {tuple(_words(word)) for word in words}
    found = set()
    for name in shown():
        last = _words(re.split(r"[.(@]", name.rstrip(")"))[-1])
        if any(last[at : at + len(one)] == list(one) for one in wanted for at in range(len(last) - len(one) + 1)):
            found.add(name)
    return found


def arguments() -> set[str]:
    """The names of all arguments and input fields."""
    found = set()
    for name in shown():
        if "(" in name:
            found.add(name.split("(")[1].rstrip(")"))
        elif isinstance(SCHEMA.type_map.get(name.split(".")[0]), GraphQLInputObjectType) and "." in name:
            found.add(name.split(".")[1])
    return found


def _words(name: str) -> list[str]:
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name.replace("_", " "))]
