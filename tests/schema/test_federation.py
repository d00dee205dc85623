"""The hub as a subgraph: its SDL says what the declarations say, and nothing that other clients see changes by it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from graphql import (
    DirectiveNode,
    FieldDefinitionNode,
    InterfaceTypeDefinitionNode,
    NameNode,
    ObjectTypeDefinitionNode,
    Visitor,
    build_schema,
    parse,
    print_ast,
    print_schema,
    visit,
)

from schema.actions import ACTIONS
from schema.catalog import catalog
from schema.federation import HEAD, subgraph

#: what `@link` brings, as the specification of Federation 2.5 defines it
LINKED = """
scalar FieldSet scalar Scope scalar Import
directive @link(url: String!, import: [Import]) repeatable on SCHEMA
directive @key(fields: FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
directive @shareable repeatable on OBJECT | FIELD_DEFINITION
directive @authenticated on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
directive @requiresScopes(scopes: [[Scope!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
"""
Marked = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode | FieldDefinitionNode


def types() -> dict[str, Marked]:
    """Object types and interfaces of the SDL by name."""
    return {
        node.name.value: node
        for node in parse(subgraph()).definitions
        if isinstance(node, ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode)
    }


def said(node: Marked) -> list[str]:
    """The directives of a type or field, as printed."""
    return [print_ast(one) for one in node.directives or ()]


def test_sdl_is_a_schema_once_the_links_are_resolved() -> None:
    """Every directive stands where the specification allows it, and exactly those in use are imported."""
    head, body = subgraph()[: len(HEAD)], subgraph()[len(HEAD) :]
    used = {f"@{name.value}" for name in _directives()}

    assert head == HEAD
    assert set(re.findall(r'"(@\w+)"', HEAD)) == used - {"@oneOf", "@link"}
    assert build_schema(LINKED + body).get_type("Subject")


def _directives() -> Iterator[NameNode]:
    """The names of all directives in use."""
    found: list[NameNode] = []

    class Collector(Visitor):
        def enter_directive(self, node: DirectiveNode, *_: object) -> None:
            found.append(node.name)

    visit(parse(subgraph()), Collector())
    yield from found


def test_every_entity_is_found_by_its_keys() -> None:
    """`@key` for each field that names a row: an id everywhere, codes where they name one row."""
    for name, kind in catalog().types.items():
        keys = [one for one in said(types()[name]) if one.startswith("@key")]
        assert keys == [f'@key(fields: "{field}")' for field in kind.references], name
    for name, key in (("Enterprise", "creditCode"), ("Court", "code"), ("Area", "code")):
        assert f'@key(fields: "{key}")' in said(types()[name])
    assert said(types()["Subject"]) == ['@key(fields: "id")']


def test_says_what_a_token_must_hold() -> None:
    """Reads need `read`, acts their own scope, entities one of them; interfaces take it from the types behind."""
    for name, field in [(n, f) for n in ("Query", "Mutation") for f in types()[n].fields or ()]:  # type: ignore[union-attr]
        scope = "read" if name == "Query" else ACTIONS[field.name.value].scope
        assert said(field) == ["@authenticated", f'@requiresScopes(scopes: [["{scope}"]])'], field.name.value
    for name, kind in catalog().types.items():
        demanded = [one for one in said(types()[name]) if not one.startswith("@key")]
        wanted = [] if kind.is_interface else ["@authenticated", '@requiresScopes(scopes: [["read"], ["act"]])']
        assert demanded == wanted, name
    assert said(types()["PageInfo"]) == ["@shareable"]


@pytest.mark.parametrize("name", ["_entities", "_service", "_Any", "_Entity", "_Service"])
def test_leaves_out_what_gateways_add(name: str) -> None:
    """The fields and types of Federation itself are in the schema that is asked, and not in the SDL."""
    assert not re.search(rf"\b{name}\b", subgraph())
    assert re.search(rf"\b{name}\b", print_schema(catalog().graphql))


def test_leaves_the_schema_of_other_clients_alone() -> None:
    """No directive of Federation reaches introspection: it is printed, not declared."""
    names = {directive.name for directive in catalog().graphql.directives}

    assert names == {"include", "skip", "deprecated", "specifiedBy", "oneOf"}
