"""Authorise references: which tables a question about named rows searches, and by which fields rows may be named.

Use needs sight here, too: whoever may not see a field may not name a row by it. A table of which the caller may see no
row is not searched.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hub.query.authorised import Key, Opening
from hub.query.coercion import CODE
from hub.query.judge import Judge
from hub.query.operation import Node, Slot
from schema.catalog import Catalog, ObjectType

#: root field → the argument that holds the references
ROOTS = {"node": "id", "nodes": "ids", "subjectsByReference": "references", "_entities": "representations"}
#: how a person is named: by ID number and name
PERSON = "person"


def tables(catalog: Catalog, children: Mapping[str, list[Node]]) -> dict[str, list[str]]:
    """The tables that may hold what is asked for, by their leading types, with the concrete types asked about.

    Subjects come first and then what is known of them: where a row may be in any table, they are asked for most.
    """
    found: dict[str, list[str]] = {}
    for name in children:
        found.setdefault(catalog.leading(name), []).append(name)
    order = [name for name in catalog.types if name in found]
    order.sort(key=lambda name: (name not in catalog.lookups.values(), not catalog.types[name].entity.subject_led))
    return {name: found[name] for name in order}


def narrower(children: Mapping[str, list[Node]], names: list[str]) -> Iterator[str]:
    """Coordinates of what is asked of the types `names` and not of whatever is found, whichever type it has."""
    shared = set.intersection(*({node.key for node in nodes} for nodes in children.values()))
    for name in names:
        for node in children[name]:
            if node.key not in shared and node.name != "__typename":
                yield f"{name}.{node.name}"


def fields_of(root: str, given: Any) -> frozenset[str]:
    """The fields by which the references of a request name subjects; none for a root that takes none."""
    if root != "subjectsByReference":
        return frozenset()
    items = [given] if isinstance(given, Slot) else given
    named = [one.named_by or frozenset() if isinstance(one, Slot) else frozenset(one) for one in items]
    return frozenset[str]().union(*named) or frozenset({CODE})  # no reference names nobody, in whatever way


class NamingAuthoriser(Judge):
    """Says by which fields a caller may name rows."""

    def _found_by(self, fields: frozenset[str]) -> frozenset[str] | None:
        """Which subjects references may find, by their discriminator; None for all of them."""
        lookup = self.catalog.types["Subject"].entity.lookup
        assert lookup
        found = [lookup.finds.get("idNumber" if field == PERSON else field) for field in fields]
        return frozenset[str]().union(*filter(None, found)) if found and None not in found else None

    def _keys(self, root: str, fields: frozenset[str]) -> tuple[list[tuple[str, str]], dict[str, dict[str, Key]]]:
        """The ways of finding rows, and the fields by which each type may be named, for one of the roots."""
        ways: list[tuple[str, str]] = []
        if root == "subjectsByReference":
            return ways, {"Subject": self._subject(ways, fields)}
        named = [kind for kind in self.catalog.types.values() if kind.references] if root == "_entities" else []
        return ways, {kind.name: {field: self._key(kind, field, ways) for field in kind.references} for kind in named}

    def _subject(self, ways: list[tuple[str, str]], fields: frozenset[str]) -> dict[str, Key]:
        lookup = self.catalog.types["Subject"].entity.lookup
        assert lookup
        plain = sorted(fields - {PERSON})
        found = {field: self._key(self.catalog.types["Subject"], field, ways) for field in plain}
        if PERSON not in fields:
            return found
        number = self._number()
        decision = self._decide(number.group)
        self.unseen |= not decision.clear
        refused: dict[str, Opening] = {number.coordinate: None} if decision.nothing else {}
        found[PERSON] = Key(number, _place(ways, ("Subject", lookup.arguments[number.field])), None, refused)
        return found

    def _key(self, kind: ObjectType, field: str, ways: list[tuple[str, str]]) -> Key:
        """How rows of `kind` are named by `field`; an interface stands for those of its types that are named so."""
        types = [one for one in self.catalog.concrete(kind.name) if field in one.references]
        leading = self.catalog.leading(kind.name)
        lookup = self.catalog.types[leading].entity.lookup
        column = lookup.arguments[field] if lookup and field in lookup.arguments else types[0].references[field].name
        rows = {visible.type_name: visible for visible in self._visibility(kind.name)}
        refused: dict[str, Opening] = {}
        for value, visible in ((one.references[field], rows[one.name]) for one in types if one.name in rows):
            decision = self._decide(value.group)
            if not (decision.clear or visible.implies(decision.rules)):
                refused[value.coordinate] = decision.opening
        way = _place(ways, (leading, column)) if rows else None
        return Key(types[0].references[field], way, kind.entity.when, refused)


def _place(ways: list[tuple[str, str]], way: tuple[str, str]) -> int:
    if way not in ways:
        ways.append(way)
    return ways.index(way)
