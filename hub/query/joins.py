"""Joins and look-ups: how rows are tied to one another and to what a caller names, as SQL conditions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hub.errors import InvalidArgument
from hub.query import sql
from hub.query.parameters import Bindings, Parameters, read
from schema.catalog import Link, ObjectType
from schema.kinds import ID
from schema.names import name_of

TRUE = sql.SQL("true")
FALSE = sql.SQL("false")


def conjunction(conditions: list[sql.Composable]) -> sql.Composable:
    """All of `conditions`, without those that always hold."""
    return sql.SQL(" and ").join([c for c in conditions if c is not TRUE] or [TRUE])


def is_many(column: str) -> bool:
    """Whether the column holds a list, any member of which may join."""
    return column.endswith("_codes")


def joined(link: Link, parent: sql.SQL, target: sql.SQL) -> sql.Composable:
    """The condition that ties a relation's target row to its parent row."""
    parts: list[sql.Composable] = []
    for left, right in link.declared.on.items():
        template = "{t} = any({p})" if is_many(left) else "{t} = {p}"
        theirs = sql.SQL("{}.{}").format(target, sql.Identifier(right))
        ours = sql.SQL("{}.{}").format(parent, sql.Identifier(left))
        parts.append(sql.SQL(template).format(t=theirs, p=ours))
    if link.declared.where:
        text = link.declared.where.replace("{t}", target.text).replace("{p}", parent.text)
        parts.append(sql.SQL(text))
    return sql.SQL(" and ").join(parts)


def lookup(kind: ObjectType, alias: sql.SQL, column: str, value: Any, bound: Parameters) -> sql.Composable:
    """A look-up argument: a column of the row, or an identifier in the one table that holds them all."""
    if not column.startswith("@"):
        cast = kind.values[column].kind.cast
        getter = _identity(value) if column == "id" else _spelled(value) if column == "name" else read(value)
        wanted = bound.add(getter, cast)
        if column == "id":
            wanted = current(wanted, bound)
        return sql.SQL("{}.{} = {}").format(alias, sql.Identifier(column), wanted)
    wanted = bound.add(_blinded(value) if column == "@ID_NUMBER" else read(value), "text")
    return sql.SQL("{}.id = {}").format(alias, identified(column[1:], wanted, bound))


def identified(kind: str, value: sql.Composable, bound: Parameters) -> sql.Composable:
    """The id of the subject that bears an identifier; readers find ID numbers one by one, and cannot list them."""
    if kind == "ID_NUMBER":
        return sql.SQL("person_by_blind({})").format(value)
    return sql.SQL(
        "(select coalesce({1}.current_id, {0}.subject_id) from subject_identifier {0} left join subject_alias {1}"
        " on {1}.old_id = {0}.subject_id where {0}.kind = {2} and {0}.value = {3})"
    ).format(bound.alias("identifier"), bound.alias("alias"), sql.Literal(kind), value)


def current(subject: sql.Composable, bound: Parameters) -> sql.Composable:
    """The id of the subject that stands for the one with this id: itself, or the one that it was joined to."""
    return sql.SQL("coalesce((select {0}.current_id from subject_alias {0} where {0}.old_id = {1}), {1})").format(
        bound.alias("alias"), subject
    )


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
    return lambda bound: bound.blinded(raw(bound))
