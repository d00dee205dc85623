"""Documents: selections of everything at the ends of roads, or of what a caller is not refused of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graphql import GraphQLInterfaceType, GraphQLObjectType

from schema.catalog import Link, ObjectType, catalog
from tests.matrix.roads import Tree, Way
from tests.oracle.policy import Road as State
from tests.oracle.relations import links, onward
from tests.oracle.sdl import committed_schema

#: page sizes by depth, the last one for all below; what is too dear for a caller is asked for in smaller ones
Pages = Sequence[int]
SHALLOW: tuple[Pages, ...] = ((100, 40), (100, 12), (40, 6), (20, 3), (8, 2), (3, 1), (1, 1))
DEEP: tuple[Pages, ...] = ((6, 3), (4, 2), (2, 2), (2, 1), (1, 1))
#: whether a field of a type may be asked for, in a state of the road
May = Callable[[ObjectType, str, State], bool]


def everything(*_: object) -> bool:
    """Whoever does not mind being refused."""
    return True


@dataclass(frozen=True)
class Writer:
    """Writes selections of a tree of roads."""

    may: May
    pages: Pages

    def root(self, way: Way, tree: Tree, arguments: str = "") -> str:
        """A root field with all that the tree wants below it."""
        if way.root in catalog().lists:
            return self._pages(way.root, way.start, way.state, tree, 0)
        return f"{way.root}{arguments} {{ {self.selection(way.start, way.state, tree, 0)} }}"

    def selection(self, type_name: str, state: State, tree: Tree, depth: int) -> str:
        """What is selected of rows of a type."""
        kind, own = catalog().types[type_name], Own(catalog().types[type_name])
        for name in sorted(_values(kind)) if tree.wanted else ():
            self._place(own, name, state, name)
        for name, below in tree.below.items():
            self._relation(own, name, state, below, depth)
        return str(own)

    def _place(self, own: Own, name: str, state: State, text: str) -> None:
        """A field on the type itself, if all its kinds have it and are asked for it alike; else on each alone."""
        if name in _fields(own.kind) and self.may(own.kind, name, state):
            own.add(own.kind, name, text)
            return
        for one in catalog().concrete(own.kind.name):
            if name in _fields(one) and self.may(one, name, state):
                own.add(one, name, text)

    def _relation(self, own: Own, name: str, state: State, below: Tree, depth: int) -> None:
        link = links(own.kind)[name]
        ahead = onward(link, state)
        if link.many:
            text = self._pages(name, link.target, ahead, below, depth + 1)
        else:
            text = f"{name} {{ {self.selection(link.target, ahead, below, depth + 1)} }}"
        self._place(own, name, state, text)

    def _pages(self, name: str, type_name: str, state: State, tree: Tree, depth: int) -> str:
        size = self.pages[min(depth, len(self.pages) - 1)]
        rows = self.selection(type_name, state, tree, depth)
        return f"{name}(first: {size}) {{ nodes {{ {rows} }} totalCount }}"


class Own:
    """A selection in the making: fields of the type itself, and of each of its concrete types."""

    def __init__(self, kind: ObjectType) -> None:
        self.kind = kind
        self._texts: dict[str, list[str]] = {kind.name: ["__typename"]}

    def add(self, on: ObjectType, name: str, text: str) -> None:
        """A field on a type; where kinds have it with types that cannot stand at one key, under a name of its own."""
        clash = on.name != self.kind.name and name in _clashing(self.kind.name)
        self._texts.setdefault(on.name, []).append(f"{on.name}_{name}: {text}" if clash else text)

    def __str__(self) -> str:
        first, *others = self._texts.items()
        return " ".join([*first[1], *(f"... on {name} {{ {' '.join(texts)} }}" for name, texts in others)])


@cache
def _clashing(type_name: str) -> frozenset[str]:
    """Fields that concrete types of an interface declare with different types."""
    found: dict[str, set[str]] = {}
    for one in (catalog().types[type_name], *catalog().concrete(type_name)):
        declared = committed_schema().type_map[one.name]
        assert isinstance(declared, GraphQLObjectType | GraphQLInterfaceType)
        for name, field in declared.fields.items():
            found.setdefault(name, set()).add(str(field.type))
    return frozenset(name for name, types in found.items() if len(types) > 1)


def _values(kind: ObjectType) -> set[str]:
    return {name for one in (kind, *catalog().concrete(kind.name)) for name in one.visible()}


def _fields(kind: ObjectType) -> set[str]:
    return {*kind.visible(), *kind.relations}


def packed(ways: Iterable[Way], size: int) -> Iterator[list[Way]]:
    """Roads of one root in documents of so many, near ones together."""
    ordered = sorted(ways, key=str)
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]


__all__ = ["DEEP", "SHALLOW", "Link", "Pages", "Writer", "everything", "packed"]
