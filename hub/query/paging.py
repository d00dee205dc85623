"""Paging: keyset pages over an order, Relay's page info, sealed cursors.

A cursor is a position, the order keys of a row, sealed so that it can be neither read nor made up: it names the
caller and the list, and is good for an hour. Absent values count as the greatest, so that one index serves both
directions, unless the caller places them; then the page is sorted. Ties are broken by the random id, which tells
nothing.
"""

from __future__ import annotations

import base64
import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from hub.errors import HubError, InvalidArgument, InvalidCursor
from hub.query import limits, sql
from hub.query.authorised import ListNode
from hub.query.joins import conjunction
from hub.query.parameters import Bindings, Getter, Parameters, read
from schema.catalog import ObjectType, Value

#: seconds that a cursor stays good
CURSOR_LIFE = 3600

Comparable = Callable[[Value], sql.Composable]


@dataclass
class Key:
    """One order key: its SQL, whether it descends, whether it may be null, the cast that reads it back, and whether
    nulls come first in its direction.
    """

    make: Callable[[], sql.Composable]
    descending: bool
    nullable: bool
    cast: str
    nulls_first: bool

    @property
    def expression(self) -> sql.Composable:
        """The key's SQL, with aliases of its own each time it is written."""
        return self.make()

    def ordered(self, column: sql.Composable, backward: bool) -> sql.Composable:
        """One item of `order by`: as the key says, or the other way round."""
        descending, first = self.descending != backward, self.nulls_first != backward
        direction = " desc" if descending else ""
        # PostgreSQL's own placement is left unsaid: nulls as the greatest
        nulls = f" nulls {'first' if first else 'last'}" if self.nullable and first != descending else ""
        return sql.SQL("{}{}").format(column, sql.SQL(direction + nulls))


@dataclass
class Page:
    """How one list is cut and put back together."""

    alias: sql.SQL
    keys: list[Key]
    #: rows at most; a slot where each request tells
    size: object
    limit: sql.Composable
    backward: bool
    #: one row more than asked for is read, to know whether there is another page
    extra: bool
    beyond: sql.Composable
    signature: str
    #: whether `after` (forward) or `before` (backward) was given
    continued: bool

    def rows(
        self, source: sql.Composable, conditions: list[sql.Composable], columns: list[sql.Composable]
    ) -> sql.Composable:
        """The page's rows with their order keys; ordered and limited before anything nested is evaluated."""
        names = [
            sql.SQL("{} as {}").format(key.expression, sql.Identifier(f"k${i}")) for i, key in enumerate(self.keys)
        ]
        order = [key.ordered(sql.Identifier(f"k${i}"), self.backward) for i, key in enumerate(self.keys)]
        return sql.SQL("(select {} from {} where {} order by {} limit {})").format(
            sql.SQL(", ").join([*names, *columns]), source, conjunction([*conditions, self.beyond]),
            sql.SQL(", ").join(order), sql.SQL("{} + 1").format(self.limit) if self.extra else self.limit,
        )  # fmt: skip

    def _ordered(self, column: sql.Composable, function: str) -> sql.Composable:
        order = [
            key.ordered(sql.SQL("{}.{}").format(self.alias, sql.Identifier(f"k${i}")), False)
            for i, key in enumerate(self.keys)
        ]
        return sql.SQL("{}({}.{} order by {})").format(sql.SQL(function), self.alias, column, sql.SQL(", ").join(order))

    def aggregated(self, column: sql.Composable) -> sql.Composable:
        """The page's column as a JSON array, without the extra row."""
        if not self.extra:
            return sql.SQL("coalesce({}, '[]')").format(self._ordered(column, "json_agg"))
        first, last = self._bounds()
        return sql.SQL("coalesce(array_to_json(({})[{}:{}]), '[]')").format(
            self._ordered(column, "array_agg"), first, last
        )

    def _bounds(self) -> tuple[sql.Composable, sql.Composable]:
        if self.backward:
            first = sql.SQL("greatest({} - {}, 0)::int + 1").format(self._count(), self.limit)
            return first, sql.SQL("{}::int").format(self._count())
        return sql.SQL("1"), sql.SQL("least({}, {})::int").format(self._count(), self.limit)

    def _count(self) -> sql.Composable:
        """Rows of the page; `count(*)` in a sub-select would count the sub-select's own row."""
        return sql.SQL("count({}.{})").format(self.alias, sql.Identifier(f"k${len(self.keys) - 1}"))

    def cursor(self, mark: sql.Composable) -> sql.Composable:
        """The row's position between marks; the answer seals it."""
        keys = [sql.SQL("({})::text").format(key.expression) for key in self.keys]
        position = sql.SQL("encode(convert_to(json_build_array({})::text, 'UTF8'), 'hex')").format(
            sql.SQL(", ").join(keys))  # fmt: skip
        return sql.SQL("{} || 'c' || {} || ':' || {} || '@'").format(mark, sql.Literal(self.signature), position)

    def end_cursor(self, name: str, cursor: sql.Composable, columns: list[sql.Composable]) -> sql.Composable:
        """`startCursor` or `endCursor` of the page; a page of no rows has none, though one row more is read."""
        column = sql.Identifier(f"j${len(columns)}")
        columns.append(sql.SQL("{} as {}").format(cursor, column))
        first, last = self._bounds()
        place = first if name == "startCursor" else last
        return sql.SQL("case when {} > 0 then ({})[{}] end").format(
            self.limit, self._ordered(column, "array_agg"), place
        )

    def more(self, name: str) -> sql.Composable:
        """`hasNextPage` and `hasPreviousPage` as Relay defines them for the direction of paging."""
        ahead = (name == "hasPreviousPage") == self.backward
        if ahead:
            return sql.SQL("{} > {}").format(self._count(), self.limit)
        return sql.SQL("true" if self.continued else "false")


def page(node: ListNode, kind: ObjectType, alias: sql.SQL, comparable: Comparable, bound: Parameters) -> Page:
    """The page that the arguments of a list ask for."""
    arguments = node.arguments
    backward = arguments.get("last") is not None
    size = arguments["last"] if backward else _first(arguments)
    keys = _keys(kind, node, alias, comparable)
    signature = _signature(node)
    beyond: list[sql.Composable] = []
    continued = {"after": False, "before": False}
    for name in ("after", "before"):
        if arguments.get(name) is not None:
            continued[name] = True
            beyond.append(_beyond(keys, arguments[name], name == "before", signature, bound))
    return Page(
        alias=bound.alias("page"), keys=keys, size=size,
        # a size that the document tells lets PostgreSQL plan for it
        limit=sql.SQL(str(int(size))) if isinstance(size, int) else bound.add(read(size), "integer"),
        backward=backward, extra=_wants_more(node),
        beyond=conjunction(beyond),
        signature=signature, continued=continued["before" if backward else "after"],
    )  # fmt: skip


def _signature(node: ListNode) -> str:
    """What a cursor is tied to: the list, whichever concrete type of an interface it starts from, and its order."""
    wanted = [(o["field"].value, o["direction"].value, nulls_first(o)) for o in node.arguments.get("orderBy") or []]
    road = node.link.origin if node.link else "Query"
    if node.veiled:  # or one and the same cursor, used below an id, would tell whom a number named
        road += " below a number"
    return hashlib.sha256(repr((node.type_name, road, wanted)).encode()).hexdigest()[:8]


def cursor_checks(node: ListNode) -> list[Callable[[Bindings], None]]:
    """Checks that the cursors of a list are its own, where nothing that was asked of it needs their positions."""
    signature, count = _signature(node), len(node.arguments.get("orderBy") or []) + 1
    given = [read(node.arguments[name]) for name in ("after", "before") if node.arguments.get(name) is not None]
    return [partial(_check_cursor, cursor, signature, count) for cursor in given]


def _check_cursor(cursor: Getter, signature: str, count: int, bound: Bindings) -> None:
    open_cursor(bound, cursor(bound), signature, count)


def _first(arguments: dict[str, Any]) -> Any:
    given = arguments.get("first")
    return limits.DEFAULT_PAGE if given is None else given


def size_checks(node: ListNode) -> list[Callable[[Bindings], None]]:
    """Check that the page size of a list, whatever is asked of it, is one that the hub answers: now where the document
    says it, for each request where a variable does.

    Raises InvalidArgument for `first` beside `last`, and for a size below zero, LimitExceeded for one beyond the limit.
    """
    if node.arguments.get("first") is not None and node.arguments.get("last") is not None:
        raise InvalidArgument(
            argument="first", reason="cannot be given together with last", reason_zh="不能与 last 同时提供"
        )
    name = "last" if node.arguments.get("last") is not None else "first"
    given = node.arguments["last"] if name == "last" else _first(node.arguments)
    if isinstance(given, int):
        _check_size(name, given)
        return []
    size = read(given)
    return [lambda bound: _check_size(name, size(bound))]


def _check_size(name: str, size: int) -> None:
    if size < 0:
        raise InvalidArgument(argument=name, reason="must not be negative", reason_zh="不得为负数")
    limits.check(f"rows in a page ({name})", f"每页行数（{name}）", size, limits.PAGE)


def _wants_more(node: ListNode) -> bool:
    return any(name in ("hasNextPage", "hasPreviousPage") for part in node.parts for _, name, _ in part.fields)


def _keys(kind: ObjectType, node: ListNode, alias: sql.SQL, comparable: Comparable) -> list[Key]:
    keys = []
    for order in node.arguments.get("orderBy") or []:
        value = next(v for v in kind.values.values() if v.name == order["field"].value)
        # where a row rule withholds the value, null stands in its place
        nullable = value.nullable or not all(sight.clear for sight in node.uses[value.name].values())
        make = partial(comparable, value)
        keys.append(Key(make, order["direction"].value == "DESC", nullable, value.kind.cast, nulls_first(order)))
    descending = bool(keys) and keys[0].descending
    tie = kind.values[kind.entity.tie]
    column = sql.SQL(tie.name)
    return [*keys, Key(lambda: sql.SQL("{}.{}").format(alias, column), descending, False, tie.kind.cast, descending)]


def nulls_first(order: dict[str, Any]) -> bool:
    """Whether an ordering puts absent values first; unless it says where, they count as the greatest."""
    placed = order.get("nulls")
    return bool(order["direction"].value == "DESC" if placed is None else placed.value == "FIRST")


def _beyond(keys: list[Key], cursor: Any, before: bool, signature: str, bound: Parameters) -> sql.Composable:
    """Rows strictly beyond the cursor: (k1 beyond v1) or (k1 = v1 and k2 beyond v2) or …"""
    opened = _opener(read(cursor), signature, len(keys))
    values = [bound.add(_component(opened, i), key.cast) for i, key in enumerate(keys)]
    choices = []
    for i, key in enumerate(keys):
        same = [
            sql.SQL("{} is not distinct from {}").format(k.expression, v)
            for k, v in zip(keys[:i], values[:i], strict=True)
        ]
        choices.append(sql.SQL("({})").format(sql.SQL(" and ").join([*same, _after(key, values[i], before)])))
    return sql.SQL("({})").format(sql.SQL(" or ").join(choices))


def _after(key: Key, value: sql.Composable, before: bool) -> sql.Composable:
    """`key` comes after `value` in its direction, or before it; nulls stand where the key puts them."""
    less = key.descending != before
    beyond = sql.SQL("{} < {}" if less else "{} > {}").format(key.expression, value)
    if not key.nullable:
        return beyond
    null, present = (value, key.expression) if key.nulls_first != before else (key.expression, value)
    return sql.SQL("({} or ({} is null and {} is not null))").format(beyond, null, present)


def _opener(cursor: Getter, signature: str, count: int) -> Callable[[Bindings], list[Any]]:
    def opened(bound: Bindings) -> list[Any]:
        return open_cursor(bound, cursor(bound), signature, count)

    return opened


def _component(opened: Callable[[Bindings], list[Any]], index: int) -> Getter:
    return lambda bound: opened(bound)[index]


def seal_cursor(bound: Bindings, signature: str, position: str) -> str:
    """The cursor a client sees: caller, list, time and position, sealed."""
    text = json.dumps(
        [bound.context, signature, int(time.time()), json.loads(bytes.fromhex(position))], separators=(",", ":")
    )
    return base64.urlsafe_b64encode(bound.vault.seal("cursor", text)).decode().rstrip("=")


def open_cursor(bound: Bindings, cursor: str, signature: str, count: int) -> list[Any]:
    """The position in a cursor. Raises InvalidCursor for any that this caller was not given for this list within the
    hour.
    """
    try:
        sealed = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        context, signed, made, position = json.loads(bound.vault.open("cursor", sealed))
    except (HubError, ValueError):
        raise InvalidCursor from None
    fresh = time.time() - made <= CURSOR_LIFE
    if context != bound.context or signed != signature or not fresh or len(position) != count:
        raise InvalidCursor
    return list(position)
