"""Reach: the relations that a filter may go through, read off the indexes that the tables have."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa

from schema.resolved import Link, ObjectType, Resolved


def related(built: Resolved, metadata: sa.MetaData) -> dict[str, dict[str, Link]]:
    """Type → GraphQL name → relation that its filter offers; an interface offers those of its concrete types, too.

    Left out is what no index answers (the row behind would be searched for with every row before it) and what has no
    column to filter by.
    """
    return {name: {link.field: link for link in _links(built, kind, metadata)} for name, kind in built.types.items()}


def _links(built: Resolved, kind: ObjectType, metadata: sa.MetaData) -> Iterator[Link]:
    narrower = [link for name in kind.possible for link in built.types[name].links.values()]
    for link in {each.name: each for each in (*narrower, *kind.links.values())}.values():
        target = built.types[link.target]
        leading = {columns[0] for columns in _indexed(metadata.tables[target.entity.table])}
        if target.filterable and leading & set(link.declared.on.values()):
            yield link


def _indexed(table: sa.Table) -> Iterator[list[str]]:
    """The columns of each index of a table, those of its keys included."""
    for found in (*table.indexes, *table.constraints):
        if isinstance(found, sa.Index | sa.UniqueConstraint | sa.PrimaryKeyConstraint):
            yield [column.name for column in found.columns]
