"""Shrinking by hand: leave out of a document whatever the difference does not need."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from graphql import (
    REMOVE,
    ArgumentNode,
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSchema,
    InlineFragmentNode,
    Node,
    ObjectFieldNode,
    OperationDefinitionNode,
    VariableDefinitionNode,
    VariableNode,
    Visitor,
    parse,
    print_ast,
    validate,
    visit,
)

_LEAVABLE = (FieldNode, InlineFragmentNode, FragmentSpreadNode, ArgumentNode, DirectiveNode, ObjectFieldNode)

Differs = Callable[[str], Awaitable[bool]]


async def shrunk(schema: GraphQLSchema, text: str, differs: Differs) -> str:
    """The smallest document reached by leaving out one thing after another for which `differs` still holds."""
    number = 0
    while True:
        document = parse(text, no_location=True)
        smaller = _without(document, number)
        if smaller is None:
            return text
        candidate = print_ast(smaller)
        if _is_valid(schema, candidate) and await differs(candidate):
            text = candidate
        else:
            number += 1


def _is_valid(schema: GraphQLSchema, text: str) -> bool:
    try:
        return not validate(schema, parse(text, allow_empty_selection_sets=False))
    except Exception:  # noqa: BLE001 - a document without anything in some braces does not parse
        return False


def _without(document: DocumentNode, number: int) -> DocumentNode | None:
    """The document without its `number`th part that could be left out; None where there are fewer."""
    leaver = _Leaver(number)
    smaller = visit(document, leaver)
    return _tidied(smaller) if leaver.left else None


class _Leaver(Visitor):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self.left = number, False

    def enter(self, node: Node, *_: Any) -> Any:
        if self.left or not isinstance(node, _LEAVABLE):
            return None
        if self._number == 0:
            self.left = True
            return REMOVE
        self._number -= 1
        return None


class _Names(Visitor):
    """Names of fragments spread and variables used."""

    def __init__(self) -> None:
        super().__init__()
        self.fragments: set[str] = set()
        self.variables: set[str] = set()

    def enter_fragment_spread(self, node: FragmentSpreadNode, *_: Any) -> None:
        self.fragments.add(node.name.value)

    def enter_variable_definition(self, node: VariableDefinitionNode, *_: Any) -> Any:
        return False

    def enter_variable(self, node: VariableNode, *_: Any) -> None:
        self.variables.add(node.name.value)


def _tidied(document: DocumentNode) -> DocumentNode:
    """Without the fragments and variables that nothing uses any longer."""
    while True:
        names = _Names()
        visit(document, names)
        smaller: DocumentNode = visit(document, _Tidier(names))
        if print_ast(smaller) == print_ast(document):
            return smaller
        document = smaller


class _Tidier(Visitor):
    def __init__(self, names: _Names) -> None:
        super().__init__()
        self._names = names

    def enter_fragment_definition(self, node: FragmentDefinitionNode, *_: Any) -> Any:
        return None if node.name.value in self._names.fragments else REMOVE

    def enter_operation_definition(self, node: OperationDefinitionNode, *_: Any) -> None:
        return None

    def enter_variable_definition(self, node: VariableDefinitionNode, *_: Any) -> Any:
        return None if node.variable.name.value in self._names.variables else REMOVE
