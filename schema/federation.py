"""Federation: the schema as a subgraph of Apollo Federation 2, printed from what the declarations say.

Keys are the fields by which rows may be named. `@authenticated` and `@requiresScopes` say at the router what the hub
demands of a token anyway: what is read needs `read`, an act its own scope, and an entity is seen with either, since
acts answer with entities. Interfaces carry none: the router takes them from the types behind. Printed here and not
with Strawberry's federation classes, because those put their directives into the schema that every client sees.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import TypeVar

from graphql import (
    DefinitionNode,
    FieldDefinitionNode,
    InterfaceTypeDefinitionNode,
    ObjectTypeDefinitionNode,
    parse,
    print_ast,
    print_schema,
)

from schema.actions import ACTIONS
from schema.catalog import catalog
from schema.references import Service
from schema.resolved import ObjectType

HEAD = '''extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.5"
    import: ["@authenticated", "@key", "@requiresScopes", "@shareable"]
  )

"""GraphQL of September 2025; composition knows no directive that is not defined."""
directive @oneOf on INPUT_OBJECT

'''
READ = "read"
#: what a gateway adds to every subgraph by itself
_OWN = frozenset({"_Any", "_Entity", "_Service", "_entities", "_service"})

Marked = TypeVar("Marked", ObjectTypeDefinitionNode, InterfaceTypeDefinitionNode, FieldDefinitionNode)


class About:
    """The root that `_service` is resolved from."""

    @property
    def service(self) -> Service:
        """The hub as a subgraph."""
        return Service(sdl=subgraph())


@cache
def subgraph() -> str:
    """The SDL of the hub as a subgraph: what `_service { sdl }` answers and `hub schema --federation` prints."""
    definitions = parse(print_schema(catalog().graphql)).definitions
    return HEAD + "\n\n".join(print_ast(_marked(one)) for one in definitions if _name(one) not in _OWN) + "\n"


def _name(node: DefinitionNode | FieldDefinitionNode) -> str:
    name: str = node.name.value  # type: ignore[union-attr]
    return name


def _marked(node: DefinitionNode) -> DefinitionNode:
    types = catalog().types
    if isinstance(node, InterfaceTypeDefinitionNode) and _name(node) in types:
        return _with(node, _keys(types[_name(node)]))
    if not isinstance(node, ObjectTypeDefinitionNode):
        return node
    if _name(node) in types:
        acts = sorted({action.scope for action in ACTIONS.values()})
        return _with(node, [*_keys(types[_name(node)]), *_token(READ, *acts)])
    if _name(node) == "PageInfo":
        return _with(node, ["@shareable"])
    if _name(node) in ("Query", "Mutation"):
        return _root(node)
    return node


def _root(node: ObjectTypeDefinitionNode) -> ObjectTypeDefinitionNode:
    """Query or Mutation without what a gateway adds, each field with the scope that the hub demands."""
    fields = tuple(
        _with(field, _token(ACTIONS[_name(field)].scope if _name(node) == "Mutation" else READ))
        for field in node.fields or () if _name(field) not in _OWN
    )  # fmt: skip
    return replace(node, fields=fields)


def _keys(kind: ObjectType) -> list[str]:
    return [f'@key(fields: "{field}")' for field in kind.references]


def _token(*scopes: str) -> list[str]:
    """A token with one of the scopes."""
    return ["@authenticated", f"@requiresScopes(scopes: {json.dumps([[scope] for scope in scopes])})"]


def _with(node: Marked, directives: list[str]) -> Marked:
    made = parse(f"type Any {' '.join(directives)}").definitions[0]
    assert isinstance(made, ObjectTypeDefinitionNode)
    return replace(node, directives=made.directives)
