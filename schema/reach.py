"""Reach: the relations that a filter may go through, read off the indexes that the tables have."""

from __future__ import annotations

from collections.abc import Iterator

from schema.indexes import leading
from schema.resolved import Link, ObjectType, Resolved


def related(built: Resolved) -> dict[str, dict[str, Link]]:
    """Type → GraphQL name → relation that its filter offers; an interface offers those of its concrete types, too.

    Left out is what no index answers (the row behind would be searched for with every row before it) and what has no
    column to filter by.
    """
    return {name: {link.field: link for link in _links(built, kind)} for name, kind in built.types.items()}


def _links(built: Resolved, kind: ObjectType) -> Iterator[Link]:
    narrower = [link for name in kind.possible for link in built.types[name].links.values()]
    for link in {each.name: each for each in (*narrower, *kind.links.values())}.values():
        if built.types[link.target].filterable and leading(built, link.target) & set(link.declared.on.values()):
            yield link
