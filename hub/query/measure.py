"""Measuring what a request asks of the hub itself: its document before and after parsing, its variables before binding.

A scan of the text comes first, because the parser takes milliseconds for a thousand tokens and Python a frame for each
nested bracket. Then one pass over the tree meets every fragment once and multiplies: doubled fragment spreads would
otherwise make a 700-byte document cost seconds. Sums saturate, so nothing here is ever slow or large. The numbers
are in `limits`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from graphql import (
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    ListValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValueNode,
)

from hub.query import limits
from hub.query.limits import check

#: strings and comments whole, names, numbers, and the punctuation of the language; blanks and commas fall through
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\"""|\\|"(?!""))*+(?:""")?|"(?:[^"\\\n\r]|\\.)*+"?|#[^\n\r]*|[_A-Za-z][_0-9A-Za-z]*|[-+.0-9eE]+|[^\s,]'
)
_SATURATED = 1_000_000


def check_text(query: str) -> None:
    """Refuse a text that is too much to parse. Raises LimitExceeded."""
    check("characters", "字符数", len(query), limits.SOURCE)
    count, comments, found = tokens(query)
    check("comments", "注释数", comments, limits.COMMENTS)
    check("tokens", "词法单元数", count, limits.TOKENS)
    depth = deepest = longest = 0
    for token in found:
        first = token[0]
        if first in "{[(":
            depth += 1
            deepest = max(deepest, depth)
        elif first in "}])":
            depth -= 1
        elif first.isalpha() or first == "_":
            longest = max(longest, len(token))
    check("nested brackets", "括号嵌套层数", deepest, limits.BRACKETS)
    check("characters in one name", "名称字符数", longest, limits.NAME)


def tokens(query: str) -> tuple[int, int, list[str]]:
    """Number of tokens, number of comments, and all of them."""
    found = _TOKEN.findall(query)
    comments = sum(token[0] == "#" for token in found)
    return len(found) - comments, comments, found


def check_document(document: DocumentNode) -> None:
    """Refuse a document that is too deep, too wide or too many. Raises LimitExceeded."""
    fragments = [node for node in document.definitions if isinstance(node, FragmentDefinitionNode)]
    operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    check("fragments", "片段数", len(fragments), limits.FRAGMENTS)
    check("operations", "操作数", len(operations), limits.OPERATIONS)
    walk = _Walk({node.name.value: node for node in fragments})
    for fragment in fragments:
        _check_size(walk.fragment(fragment.name.value))
    for operation in operations:
        check("variables", "变量数", len(operation.variable_definitions or ()), limits.VARIABLES)
        for variable in operation.variable_definitions or ():
            walk.value(variable.default_value, 1)
        _check_size(walk.directed(operation.directives, walk.selections(operation.selection_set)))
        limits.check_roots(walk.roots(operation.selection_set))


def check_variables(variables: Mapping[str, Any]) -> None:
    """Refuse variables that are too many, too long, too large or too deep. Raises LimitExceeded."""
    check("variables", "变量数", len(variables), limits.VARIABLES)
    for value in variables.values():
        kind = type(value)
        if kind is str:
            check("characters in one text", "单个文本的字符数", len(value), limits.TEXT)
        elif kind is list or kind is dict:
            check("values in a variable", "变量中值的个数", _values(value, 1), limits.VALUES)


def _values(value: Any, depth: int) -> int:
    """Values in a variable, counted no further than the limit; depth and lengths are checked on the way."""
    if isinstance(value, str):
        check("characters in one text", "单个文本的字符数", len(value), limits.TEXT)
    if not isinstance(value, list | dict):
        return 1
    check("nested levels of a value", "值的嵌套层数", depth, limits.NESTING)
    check("values in one list", "列表值的个数", len(value), limits.LIST)
    count = 1
    for item in value.values() if isinstance(value, dict) else value:
        if type(item) is str and len(item) <= limits.TEXT:  # nearly all of them
            count += 1
        else:
            count += _values(item, depth + 1)
        if count > limits.VALUES:
            break
    return count


class _Size(NamedTuple):
    """What a selection holds, fragments expanded."""

    depth: int = 0
    fields: int = 0
    aliases: int = 0
    directives: int = 0
    #: times that the whole schema is told again, and aliases inside it, which multiply what it tells
    schemas: int = 0


_ENDLESS = _Size(*[_SATURATED] * 5)


def _check_size(size: _Size) -> None:
    check("nested levels", "嵌套层数", size.depth, limits.DEPTH)
    check("fields", "字段数", size.fields, limits.FIELDS)
    check("aliases", "别名数", size.aliases, limits.ALIASES)
    check("directives", "指令数", size.directives, limits.DIRECTIVES)
    check("aliases in introspection", "内省查询的别名数", size.schemas, limits.SCHEMAS)


def _beside(sizes: Iterable[_Size]) -> _Size:
    """Several selections side by side."""
    found = list(sizes)
    sums = (min(sum(column), _SATURATED) for column in zip(*(size[1:] for size in found), strict=True))
    return _Size(max((size.depth for size in found), default=0), *sums)


def _field(node: FieldNode, below: _Size) -> _Size:
    alias, name = node.alias is not None, node.name.value
    schemas = below.schemas + (alias if name in ("__schema", "_service") else 0)
    if name in ("__schema", "__type", "_service"):
        schemas += below.aliases
    return _Size(below.depth + 1, below.fields + 1, below.aliases + alias, below.directives, schemas)


class _Walk:
    """Measures selection sets; a fragment's size is kept after the first visit, a cycle counts as endless."""

    def __init__(self, fragments: dict[str, FragmentDefinitionNode]) -> None:
        self.fragments = fragments
        self.known: dict[str, _Size] = {}
        self.known_roots: dict[str, int] = {}

    def selections(self, selections: SelectionSetNode) -> _Size:
        """A selection set."""
        return _beside(self._selection(node) for node in selections.selections)

    def fragment(self, name: str) -> _Size:
        """A named fragment; one that is not there holds nothing."""
        if name not in self.known and name in self.fragments:
            self.known[name] = _ENDLESS  # what it is to whom it contains
            node = self.fragments[name]
            self.known[name] = self.directed(node.directives, self.selections(node.selection_set))
        return self.known.get(name, _Size())

    def directed(self, directives: Iterable[DirectiveNode] | None, size: _Size) -> _Size:
        """A part of a document with the directives that it bears."""
        count = 0
        for directive in directives or ():
            count += 1
            for argument in directive.arguments or ():
                self.value(argument.value, 1)
        return size._replace(directives=size.directives + count)

    def roots(self, selections: SelectionSetNode) -> int:
        """Fields of a root, fragments expanded; cycles were refused before."""
        return min(sum(self._root(node) for node in selections.selections), _SATURATED)

    def value(self, value: ValueNode | None, depth: int) -> None:
        """Check the lists and objects of a literal."""
        if isinstance(value, ListValueNode):
            items: Iterable[ValueNode] = value.values
            check("values in one list", "列表值的个数", len(value.values), limits.LIST)
        elif isinstance(value, ObjectValueNode):
            items = (field.value for field in value.fields)
        else:
            return
        check("nested levels of a value", "值的嵌套层数", depth, limits.NESTING)
        for item in items:
            self.value(item, depth + 1)

    def _selection(self, node: object) -> _Size:
        if isinstance(node, FieldNode):
            below = self.selections(node.selection_set) if node.selection_set else _Size()
            for argument in node.arguments or ():
                self.value(argument.value, 1)
            size = _field(node, below)
        elif isinstance(node, InlineFragmentNode):
            size = self.selections(node.selection_set)
        else:
            assert isinstance(node, FragmentSpreadNode)
            size = self.fragment(node.name.value)
        return self.directed(node.directives, size)

    def _root(self, node: object) -> int:
        if isinstance(node, FieldNode):
            return 1
        if isinstance(node, InlineFragmentNode):
            return self.roots(node.selection_set)
        assert isinstance(node, FragmentSpreadNode)
        name = node.name.value
        if name not in self.known_roots and name in self.fragments:
            self.known_roots[name] = self.roots(self.fragments[name].selection_set)
        return self.known_roots.get(name, 0)
