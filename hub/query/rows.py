"""Rows: what a statement may say of the rows of one table: which exist, how they join, how a column compares."""

from __future__ import annotations

from collections.abc import Mapping

from hub.query import joins, sql
from hub.query.authorised import Road, Sight, Visibility
from hub.query.parameters import Parameters
from hub.query.rules import is_visible, of_types, row_rules
from schema.catalog import Catalog, Link, Value
from schema.language import Column

Branches = list[tuple[list[str], sql.Composable]]


class Rows:
    """Writes conditions and columns over rows for the caller of one statement."""

    def __init__(self, catalog: Catalog, bound: Parameters) -> None:
        self.catalog = catalog
        self.bound = bound

    def visible(self, type_name: str, visibility: list[Visibility], alias: sql.SQL) -> sql.Composable:
        """True for rows that exist for the caller."""
        possible = len(self.catalog.types[type_name].possible)
        return is_visible(self.catalog, visibility, possible, alias, self.bound)

    def joined(self, link: Link, road: Road, near: sql.SQL, far: sql.SQL) -> sql.Composable:
        """The join of a relation, where row rules open the columns it joins by."""
        ends = ((link.type_name, near, road.near), (link.target, far, road.far))
        opened = [
            row_rules(self.catalog.types[name].entity, rules, alias, self.bound)
            for name, alias, needed in ends for rules in sorted(needed, key=sorted)
        ]  # fmt: skip
        return sql.SQL(" and ").join([joins.joined(link, near, far), *opened])

    def comparable(self, value: Value, sights: Mapping[str, Sight], alias: sql.SQL) -> sql.Composable:
        """A column as this caller may compare it: where a row rule withholds the value, null stands in its place."""
        if all(sight.clear for sight in sights.values()):
            return stored(value, alias)
        branches = [([name], self._seen(value, name, sight, alias)) for name, sight in sights.items()]
        return branches[0][1] if len(branches) == 1 else self.by_type(branches, alias)

    def has(self, value: Value, sights: Mapping[str, Sight], alias: sql.SQL) -> sql.Composable:
        """True for rows of types that have the column; what sources left in it for rows of others is nobody's."""
        parent = self.catalog.types[value.type_name].entity.of
        if parent is None or value.name in self.catalog.types[parent.__name__].values:
            return joins.TRUE
        return of_types(self.catalog, list(sights), alias) if sights else joins.FALSE

    def _seen(self, value: Value, type_name: str, sight: Sight, alias: sql.SQL) -> sql.Composable:
        if sight.clear:
            return stored(value, alias)
        opened = row_rules(self.catalog.types[type_name].entity, sight.rules, alias, self.bound)
        return sql.SQL("case when {} then {} end").format(opened, stored(value, alias))

    def by_type(self, branches: Branches, alias: sql.SQL) -> sql.Composable:
        """`case when kind in (…) then … end`, for rows whose concrete types are answered differently."""
        whens = [
            sql.SQL("when {} then {}").format(of_types(self.catalog, names, alias), body) for names, body in branches
        ]
        return sql.SQL("case {} end").format(sql.SQL(" ").join(whens))


def stored(value: Value, alias: sql.SQL) -> sql.Composable:
    """A value as it is stored, or as SQL makes it from the row."""
    if isinstance(value.declared, Column):
        return sql.SQL("{}.{}").format(alias, sql.Identifier(value.name))
    return sql.SQL(value.declared.sql.replace("{t}", alias.text))
