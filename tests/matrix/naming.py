"""Naming and forms: documents that reach rows by look-up and reference, and that write one field in many ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from schema.catalog import ObjectType, catalog
from tests.matrix.documents import May, Writer
from tests.matrix.roads import Tree, Way
from tests.oracle.generate_values import is_acceptable
from tests.oracle.policy import Road as State
from tests.oracle.values import rendered
from tests.oracle.world import Row, World, kind_of

#: documents and variables to ask them with
Asks = Iterator[tuple[str, dict[str, Any]]]
_ALL = Tree(wanted=True)
#: aliases of one document
_ALIASES = 45


def looked_up(world: World, may: May) -> Asks:
    """Each subject by each way to find it, and by what fits nobody: another's name, a number of nobody."""
    lookup = Way("subject", "Subject", State.LOOKED_UP)
    writer = Writer(may, (1,))
    rows = world.tables["subject"]
    code = f"query ($code: CreditCode) {{ {writer.root(lookup, _ALL, '(creditCode: $code)')} }}"
    both = writer.root(lookup, _ALL, "(idNumber: $number, name: $name)")
    person = f"query ($number: IdNumber, $name: String) {{ {both} }}"
    for row in rows:
        if is_acceptable("CreditCode", row["credit_code"]):
            yield code, {"code": row["credit_code"]}
        if row["id_number_sealed"]:
            number = world.number(row)
            for name in (row["name"], rows[0]["name"], "示例"):
                yield person, {"number": number, "name": name}


def referred(world: World, kind: ObjectType, may: May) -> Asks:
    """All rows of a concrete type by each root that takes references, and by each key."""
    rows = [row for row in world.tables[kind.entity.table] if kind_of(catalog().leading(kind.name), row) is kind][:100]
    listed = Writer(may, (1,)).selection(kind.name, State.LISTED, _ALL, 0)
    inside = f"{{ __typename ... on {kind.name} {{ {listed} }} }}"
    yield f"query ($ids: [ID!]!) {{ nodes(ids: $ids) {inside} }}", {"ids": [row["id"] for row in rows]}
    for key, value in kind.references.items():
        named = [{"__typename": kind.name, key: rendered(row[value.name])} for row in rows if row[value.name]]
        yield f"query ($r: [_Any!]!) {{ _entities(representations: $r) {inside} }}", {"r": named}
    if kind.entity.table == "subject":
        yield (
            f"query ($r: [SubjectReference!]!) {{ subjectsByReference(references: $r) {inside} }}",
            {"r": [one for row in rows for one in _references(world, row)]},
        )
    about = State.LOOKED_UP if kind.entity.table == "subject" else State.LISTED
    one = Writer(may, (1,)).selection(kind.name, about, _ALL, 0)
    for row in rows if kind.entity.table == "subject" else rows[:2]:
        yield f"query ($id: ID!) {{ node(id: $id) {{ __typename ... on {kind.name} {{ {one} }} }} }}", {"id": row["id"]}


def _references(world: World, row: Row) -> Iterator[dict[str, Any]]:
    yield {"id": row["id"]}
    if is_acceptable("CreditCode", row["credit_code"]):
        yield {"creditCode": row["credit_code"]}
    if row["id_number_sealed"]:
        number = world.number(row)
        yield {"person": {"idNumber": number, "name": row["name"]}}
        yield {"person": {"idNumber": number, "name": "示例"}}


def forms(kind: ObjectType, root: str, may: May) -> Iterator[str]:
    """Every field of a concrete type that a root list brings, under another name, in fragments with and without a name,
    through the interface and `Node`, twice at one key, and under directives that are always true.
    """
    names = [name for name in sorted(kind.visible()) if may(kind, name, State.LISTED)]
    leading = catalog().leading(kind.name)
    for start in range(0, len(names), _ALIASES):
        part = names[start : start + _ALIASES]
        fields = " ".join(part)
        aliased = " ".join(f"x{number}: {name}" for number, name in enumerate(part))
        inner = f"... on {leading} {{ ... on {kind.name} {{ {fields} }} }}"
        node = leading if kind.entity.view else "Node"  # what views show has no place among nodes
        yield (
            f"{{ {root}(first: 60) {{ edges {{ node {{"
            f" ... on {node} {{ __typename ... on {kind.name} {{ {aliased} }} }} ...F {inner} }} }}"
            f" nodes {{ ... @include(if: true) {{ ...F }} {inner} }} }} }}"
            f" fragment F on {kind.name}"
            f" {{ {fields} ... on {node} {{ id }} ... @skip(if: false) {{ __typename }} }}"
        )


def root_lists() -> Iterator[tuple[ObjectType, str]]:
    """Concrete types with the root list that brings them."""
    for root, name in catalog().lists.items():
        for kind in catalog().concrete(name):
            yield kind, root
