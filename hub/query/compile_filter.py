"""Filters, joins and look-ups as SQL conditions."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import Any

from psycopg import sql

from hub.errors import InvalidArgument
from hub.query.operation import Slot
from hub.query.parameters import Bindings, Parameters, read
from schema.catalog import Link, ObjectType, Value
from schema.kinds import ID
from schema.names import name_of

Comparable = Callable[[Value], sql.Composable]

TRUE = sql.SQL("true")
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


def conjunction(conditions: list[sql.Composable]) -> sql.Composable:
    """All of `conditions`, without those that always hold."""
    return sql.SQL(" and ").join([c for c in conditions if c is not TRUE] or [TRUE])


def joined(link: Link, parent: sql.SQL, target: sql.SQL) -> sql.Composable:
    """The condition that ties a relation's target row to its parent row."""
    parts: list[sql.Composable] = []
    for left, right in link.declared.on.items():
        template = "{t} = any({p})" if left.endswith("_codes") else "{t} = {p}"
        theirs = sql.SQL("{}.{}").format(target, sql.Identifier(right))
        ours = sql.SQL("{}.{}").format(parent, sql.Identifier(left))
        parts.append(sql.SQL(template).format(t=theirs, p=ours))
    if link.declared.where:
        text = link.declared.where.replace("{t}", target.as_string(None)).replace("{p}", parent.as_string(None))
        parts.append(sql.SQL(text))
    return sql.SQL(" and ").join(parts)


def lookup(alias: sql.SQL, column: str, value: Any, bound: Parameters) -> sql.Composable:
    """A look-up argument: a column of the row, or an identifier in the one table that holds them all."""
    if not column.startswith("@"):
        cast = "uuid" if column == "id" else "text"
        getter = _identity(value) if column == "id" else _spelled(value) if column == "name" else read(value)
        return sql.SQL("{}.{} = {}").format(alias, sql.Identifier(column), bound.add(getter, cast))
    kind = column[1:]
    wanted = bound.add(_blinded(value) if kind == "ID_NUMBER" else read(value), "text")
    inner = bound.alias("identifier")
    return sql.SQL(
        "{0}.id = (select {1}.subject_id from subject_identifier {1} where {1}.kind = {2} and {1}.value = {3})"
    ).format(alias, inner, sql.Literal(kind), wanted)


def _identity(value: Any) -> Callable[[Bindings], Any]:
    """An id that is no UUID finds nothing by being refused, in the words for any wrong argument."""
    raw = read(value)

    def getter(bound: Bindings) -> Any:
        try:
            return ID.accept(raw(bound))
        except ValueError:
            raise InvalidArgument(
                argument="id", reason="is not an id of this hub", reason_zh="不是本系统的标识"
            ) from None

    return getter


def _spelled(value: Any) -> Callable[[Bindings], Any]:
    """A name as the loaders spell it, whatever dots and blanks the caller wrote."""
    raw = read(value)
    return lambda bound: name_of(raw(bound))


def _blinded(value: Any) -> Callable[[Bindings], Any]:
    raw = read(value)
    return lambda bound: bound.vault.blind("id_number", raw(bound)).hex()


def condition(kind: ObjectType, given: Any, comparable: Comparable, bound: Parameters) -> sql.Composable:
    """A filter input as a condition; fields beside one another all have to hold, an empty input holds for all rows."""
    if not isinstance(given, dict):
        return TRUE
    parts: list[sql.Composable] = []
    for key, item in given.items():
        if item is None:
            continue
        if key in ("and", "or"):
            inner = [condition(kind, part, comparable, bound) for part in item]
            word = " and " if key == "and" else " or "
            parts.append(sql.SQL("({})").format(sql.SQL(word).join(inner)) if inner else sql.SQL("false"))
        elif key == "not":
            parts.append(sql.SQL("not coalesce({}, false)").format(condition(kind, item, comparable, bound)))
        else:
            parts.append(_operators(kind.filterable[key], item, comparable, bound))
    return sql.SQL("({})").format(sql.SQL(" and ").join(parts)) if parts else TRUE


def _operators(value: Value, given: dict[str, Any], comparable: Comparable, bound: Parameters) -> sql.Composable:
    column = comparable(value)
    parts = []
    for operator, wanted in given.items():
        if wanted is None:
            parts.append(sql.SQL("{} is null").format(column) if operator == "eq" else sql.SQL("false"))
            continue
        cast = _cast(value, operator)
        parts.append(sql.SQL(OPERATORS[operator]).format(column=column, value=bound.add(_getter(value, wanted), cast)))
    return sql.SQL("({})").format(sql.SQL(" and ").join(parts)) if parts else TRUE


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
