"""Groups: rows counted by dimensions, as SQL that returns a JSON array of groups in their order."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hub.query import compile_filter, limits, sql
from hub.query.authorised import Axis, Grouped, Opened, Part
from hub.query.joins import conjunction
from hub.query.parameters import marker
from hub.query.records import MANY, record
from hub.query.rows import Branches, Rows, stored
from hub.query.rules import area, row_rules
from schema.catalog import ObjectType

JOIN = sql.SQL(", ")
#: rows that are only counted are counted in full tens; see `hub.query.authorise_groups`
COUNT = 'count(*) filter (where {0}."v$") + count(*) filter (where not {0}."v$") / 10 * 10'


def groups(part: Part, kind: ObjectType, joined: Callable[[sql.SQL], sql.Composable], rows: Rows) -> sql.Composable:
    """`(select json_agg(group) from (select dimensions, count, sums from rows group by dimensions))`.

    `joined` ties the rows to the row above, if there is one. More groups than are answered leave a mark instead, at
    which the answer is refused.
    """
    assert part.grouped
    writer = _Writer(part.grouped, kind, rows)
    group = rows.bound.alias("group")
    body = record([(writer.field(name, group), key) for key, name, _ in part.fields], MANY, rows.bound)
    keys = [
        sql.SQL("{}.{} nulls last").format(group, sql.Identifier(f"d${i}")) for i in range(len(writer.grouped.axes))
    ]
    order = sql.SQL(" order by {}").format(JOIN.join(keys)) if keys else sql.SQL("")
    mark = rows.bound.add(marker, "text")
    template = (
        "(select case when count(*) > {most} then to_json({mark} || 'g@') else coalesce(json_agg({body}{order}), '[]')"
        " end from {source} {group})"
    )
    return sql.SQL(template).format(
        most=sql.SQL(str(limits.GROUPS)), mark=mark, body=body, order=order, source=writer.source(joined), group=group
    )


class _Writer:
    """Writes one grouping: `d$n` are its dimensions, `s$n` its sums, `v$` says whether a row exists for the caller."""

    def __init__(self, grouped: Grouped, kind: ObjectType, rows: Rows) -> None:
        self.grouped, self.kind, self.rows = grouped, kind, rows
        self._axes = {axis.dimension.field: f"d${i}" for i, axis in enumerate(grouped.axes)}
        self._sums = {name: f"s${i}" for i, name in enumerate(grouped.sums)}

    def field(self, name: str, group: sql.SQL) -> sql.Composable:
        """A selected field of a group; a dimension that is not grouped by is null."""
        if name == "__typename":
            return sql.text(f"{self.kind.name}Group")
        column = "n$" if name == "count" else self._axes.get(name) or self._sums.get(name)
        return sql.SQL("{}.{}").format(group, sql.Identifier(column)) if column else sql.SQL("null")

    def source(self, joined: Callable[[sql.SQL], sql.Composable]) -> sql.Composable:
        """The groups; one more than are answered, so that it shows."""
        counted = bool(self.grouped.counted)
        row = self.rows.bound.alias("row")
        count = sql.SQL(COUNT).format(row) if counted else sql.SQL("count(*)")
        sums = [self._sum(column, row, counted) for column in self._sums.values()]
        keys = [sql.SQL("{}.{}").format(row, sql.Identifier(column)) for column in self._axes.values()]
        template = "(select {columns} from {rows} {row}{where}{by}{having} limit {most} + 1)"
        return sql.SQL(template).format(
            columns=JOIN.join([*keys, sql.SQL('{} as "n$"').format(count), *sums]), rows=self._rows(joined), row=row,
            where=sql.SQL(" where {0}.\"v$\" or {0}.\"c$\"").format(row) if counted else sql.SQL(""),
            by=sql.SQL(" group by {}").format(JOIN.join(keys)) if keys else sql.SQL(""),
            having=sql.SQL(" having {} > 0").format(count) if counted else sql.SQL(""),
            most=sql.SQL(str(limits.GROUPS)),
        )  # fmt: skip

    def _sum(self, column: str, row: sql.SQL, counted: bool) -> sql.Composable:
        visible = sql.SQL(' filter (where {}."v$")').format(row) if counted else sql.SQL("")
        name = sql.Identifier(column)
        return sql.SQL("sum({}.{}){}::text as {}").format(row, name, visible, name)

    def _rows(self, joined: Callable[[sql.SQL], sql.Composable]) -> sql.Composable:
        """The rows before they are counted, with what they are counted by."""
        alias = self.rows.bound.alias(self.kind.entity.table)
        columns = [sql.SQL("{} as {}").format(self._dimension(axis, alias), sql.Identifier(self._axes[name]))
                   for name, axis in ((axis.dimension.field, axis) for axis in self.grouped.axes)]  # fmt: skip
        columns += [sql.SQL("{} as {}").format(self._amount(name, alias), sql.Identifier(column))
                    for name, column in self._sums.items()]  # fmt: skip
        conditions = [joined(alias), compile_filter.condition(self.grouped.where, alias, self.rows)]
        visible = self.rows.visible(self.kind.name, self.grouped.visible, alias)
        if self.grouped.counted:
            counted = self.rows.visible(self.kind.name, self.grouped.counted, alias)
            told = "coalesce({}, false) as {}"
            columns += [sql.SQL(told).format(visible, sql.Identifier("v$")),
                        sql.SQL(told).format(counted, sql.Identifier("c$"))]  # fmt: skip
        else:
            conditions.insert(1, visible)
        return sql.SQL("(select {} from {} {} where {})").format(
            JOIN.join(columns), sql.Identifier(self.kind.entity.table), alias, conjunction(conditions))  # fmt: skip

    def _dimension(self, axis: Axis, alias: sql.SQL) -> sql.Composable:
        dimension = axis.dimension
        raw = stored(dimension.value, alias) if dimension.value else area(self.kind.entity, alias, self.rows.bound)
        return self._seen(sql.SQL(dimension.sql).format(raw), "text", axis.opened, alias)

    def _amount(self, name: str, alias: sql.SQL) -> sql.Composable:
        value = self.rows.catalog.groupable[self.kind.name].sums[name]
        return self._seen(stored(value, alias), value.kind.cast, self.grouped.sums[name], alias)

    def _seen(self, expression: sql.Composable, cast: str, opened: Mapping[str, Opened], alias: sql.SQL
              ) -> sql.Composable:  # fmt: skip
        """The value where the caller sees it; null in its place elsewhere, and on types that do not have it."""
        alike: dict[object, list[str]] = {}
        for name, rules in opened.items():
            alike.setdefault(name if rules else "", []).append(name)
        branches: Branches = [(names, self._opened(expression, names[0], opened, alias)) for names in alike.values()]
        shown = {rows.type_name for rows in (*self.grouped.visible, *self.grouped.counted)}
        if not branches:
            return sql.SQL(f"null::{cast}")
        if len(branches) == 1 and len(opened) == len(shown):
            return branches[0][1]
        return self.rows.by_type(branches, alias)

    def _opened(self, expression: sql.Composable, name: str, opened: Mapping[str, Opened], alias: sql.SQL
                ) -> sql.Composable:  # fmt: skip
        entity = self.rows.catalog.types[name].entity
        rules = [row_rules(entity, each, alias, self.rows.bound) for each in sorted(opened[name], key=sorted)]
        if not rules:
            return expression
        return sql.SQL("case when {} then {} end").format(conjunction(rules), expression)
