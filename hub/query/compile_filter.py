"""Filters: an authorised condition as SQL."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import Any

from hub.query import sql
from hub.query.authorised import Combined, Compared, Condition, Related
from hub.query.joins import FALSE, TRUE, conjunction
from hub.query.operation import Slot
from hub.query.parameters import Bindings, read
from hub.query.rows import Rows
from hub.query.rules import of_types
from schema.catalog import Value

OPERATORS = {
    "eq": "{column} = {value}",
    "in": "{column} = any({value})",
    "gt": "{column} > {value}",
    "gte": "{column} >= {value}",
    "lt": "{column} < {value}",
    "lte": "{column} <= {value}",
    "startsWith": "{column} ^@ {value}",
    "has": "{value} = any({column})",
}


def condition(where: Condition, alias: sql.SQL, rows: Rows) -> sql.Composable:
    """True for the rows that `where` lets through; false or null for all others."""
    if isinstance(where, Compared):
        return _compared(where, alias, rows)
    if isinstance(where, Related):
        return _related(where, alias, rows)
    return _combined(where, alias, rows)


def _combined(where: Combined, alias: sql.SQL, rows: Rows) -> sql.Composable:
    parts = [condition(part, alias, rows) for part in where.parts]
    if where.word == "not":
        return sql.SQL("not coalesce({}, false)").format(parts[0])
    if not parts:
        return FALSE if where.word == "or" else TRUE
    return sql.SQL("({})").format(sql.SQL(f" {where.word} ").join(parts))


def _compared(where: Compared, alias: sql.SQL, rows: Rows) -> sql.Composable:
    if not any(wanted is not None or operator == "eq" for operator, wanted in where.wanted.items()):
        # nothing is compared, and a parameter of the column's rules that no text mentions would have no type
        return FALSE if where.wanted else TRUE
    column, typed = rows.comparable(where.value, where.sights, alias), rows.has(where.value, where.sights, alias)
    parts = []
    for operator, wanted in where.wanted.items():
        if wanted is None:
            absent = "{0} is null" if typed is TRUE else "(not {1} or {0} is null)"
            parts.append(sql.SQL(absent).format(column, typed) if operator == "eq" else FALSE)
            continue
        value: sql.Composable
        if isinstance(wanted, enum.Enum):  # it shapes the plan anyway, and told of it PostgreSQL estimates better
            value = sql.Literal(wanted.value)
        else:
            value = rows.bound.add(_getter(where.value, wanted), _cast(where.value, operator))
        parts += [sql.SQL(OPERATORS[operator]).format(column=column, value=value), typed]
    return sql.SQL("({})").format(conjunction(parts))


def _related(where: Related, alias: sql.SQL, rows: Rows) -> sql.Composable:
    """`exists` over the rows behind a relation: every row satisfies what none contradicts."""
    part = Combined("not", (where.part,)) if where.quantifier == "every" else where.part
    groups: dict[object, list[str]] = {}
    for name, (_, road) in where.ways.items():
        # row rules are the concrete type's own
        groups.setdefault(name if road.near else road, []).append(name)
    found = [_behind(where, names, part, alias, rows) for names in groups.values()]
    exists = sql.SQL("({})").format(sql.SQL(" or ").join(found)) if len(found) > 1 else found[0]
    return exists if where.quantifier == "some" else sql.SQL("not {}").format(exists)


def _behind(where: Related, names: list[str], part: Condition, alias: sql.SQL, rows: Rows) -> sql.Composable:
    link, road = where.ways[names[0]]
    table = rows.catalog.types[where.type_name].entity.table
    target = rows.bound.alias(table)
    conditions = [rows.joined(link, road, alias, target), rows.visible(where.type_name, where.visibility, target),
                  condition(part, target, rows)]  # fmt: skip
    exists = sql.SQL("exists (select from {} {} where {})").format(
        sql.Identifier(table), target, conjunction(conditions))  # fmt: skip
    if where.complete and len(names) == len(where.ways):
        return exists
    return sql.SQL("({} and {})").format(of_types(rows.catalog, names, alias), exists)


def _cast(value: Value, operator: str) -> str:
    if operator == "in":
        return f"{value.kind.cast}[]"
    return "text" if operator == "has" else value.kind.cast


def _getter(value: Value, wanted: Any) -> Callable[[Bindings], Any]:
    raw = read(wanted)
    if isinstance(wanted, enum.Enum | list) or (isinstance(wanted, Slot) and value.kind.vocabulary):
        return lambda bound: _plain(raw(bound))
    return raw


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.value if isinstance(value, enum.Enum) else value
