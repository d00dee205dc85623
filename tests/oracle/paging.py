"""Lists: which rows, in which order, and which page of them.

A cursor of the oracle says openly which list, which order and which row it stands for; `compare` holds it against the
hub's sealed one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from schema.catalog import Link, catalog
from tests.oracle.filters import Filter, compared, narrowed
from tests.oracle.policy import Road, Sight
from tests.oracle.world import Row

DEFAULT_PAGE = 20
LARGEST_PAGE = 100
_MARK = "cursor"
Arguments = dict[str, Any]


@dataclass(frozen=True)
class Order:
    """One ordering: a column, its direction, and where absent values stand."""

    column: str
    descending: bool
    nulls_first: bool


@dataclass(frozen=True)
class List:
    """What a connection is made of; a cursor belongs to one such list."""

    type_name: str
    #: which list it is, whatever its order
    stem: str
    orders: tuple[Order, ...]
    below: str = ""

    @classmethod
    def of(cls, type_name: str, link: Link | None, arguments: Arguments, *, veiled: bool = False) -> List:
        """The list that a field with these arguments asks for; below a number its cursors are of no use elsewhere."""
        below = " below a number" if veiled else ""
        return cls(type_name, stem(type_name, link), _orders(arguments.get("orderBy")), below)

    def cursor(self, row: Row) -> str:
        """The position of a row in this list."""
        return "|".join([_MARK, self._name(), row["id"]])

    def position(self, cursor: str) -> str | None:
        """The id of the row that a cursor stands for, or None if it is no cursor of this list."""
        mark, _, rest = cursor.partition("|")
        name, _, row_id = rest.rpartition("|")
        return row_id if mark == _MARK and name == self._name() else None

    def _name(self) -> str:
        orders = ",".join(f"{o.column}:{o.descending}:{o.nulls_first}" for o in self.orders)
        return f"{self.stem} {orders}{self.below}"


@dataclass(frozen=True)
class Begun:
    """The subject by whom a road began, by a number; what was open there; whether the road has left its row."""

    subject: Row
    road: Road
    below: bool = False


def is_cursor(value: Any) -> bool:
    """Whether a value of an answer is a cursor of the oracle."""
    return isinstance(value, str) and value.startswith(f"{_MARK}|")


def stem(type_name: str, link: Link | None) -> str:
    """`Listing Subject.listings` for whichever kind of subject: a relation is one list on all concrete types."""
    if link is None:
        return f"{type_name} Query"
    parent = catalog().types[link.type_name].entity.of
    shared = parent is not None and link.name in catalog().types[parent.__name__].links
    return f"{type_name} {parent.__name__ if shared and parent else link.type_name}.{link.name}"


def _orders(given: Iterable[Arguments] | None) -> tuple[Order, ...]:
    found = []
    for one in given or ():
        descending = one["direction"] == "DESC"
        nulls = one.get("nulls") or ("FIRST" if descending else "LAST")
        found.append(Order(one["field"].lower(), descending, nulls == "FIRST"))
    return tuple(found)


class Connection:
    """A page of those among the rows that are there which satisfy the filter."""

    def __init__(self, wanted: List, there: Iterable[Row], arguments: Arguments, sight: Sight, road: Road,
                 *, at_root: bool = False, begun: Begun | None = None) -> None:  # fmt: skip
        self.list, self.sight, self.road = wanted, sight, road
        self._arguments, self._at_root = arguments, at_root
        #: how the road began, if it did by a number
        self.begun = begun
        self._kept = Filter(catalog().types[wanted.type_name], arguments.get("filter"), sight, road)
        self.rows = [row for row in there if self._kept.holds(row)]
        self._page: list[Row] | None = None
        #: whether rows were cut off at the start or the end of the page because of its size
        self._cut = False

    def counted(self) -> list[Row] | None:
        """The rows beside them that may only be counted, if there is any type of which some may be: in root lists."""
        kind = catalog().types[self.list.type_name]
        if not self._at_root or not self.sight.countable(kind, narrowed(kind, self._arguments.get("filter"))):
            return None
        return [row for row in self.sight.counted_rows(kind.name) if self._kept.holds(row)]

    @property
    def backward(self) -> bool:
        """Whether the page is counted from the end."""
        return self._arguments.get("last") is not None

    def page(self) -> list[Row]:
        """The rows of the page, in the list's order."""
        if self._page is None:
            window = self._window()
            size = self._arguments["last"] if self.backward else self._first()
            self._cut = len(window) > size
            self._page = window[max(len(window) - size, 0) :] if self.backward else window[:size]
        return self._page

    def _first(self) -> int:
        given = self._arguments.get("first")
        return DEFAULT_PAGE if given is None else int(given)

    def more(self, backward: bool) -> bool:
        """Whether there are rows beyond the page: known on the side it was counted towards; on the other side there
        are some when a cursor started the page (Relay).
        """
        self.page()
        if backward == self.backward:
            return self._cut
        return self._arguments.get("before" if self.backward else "after") is not None

    def _window(self) -> list[Row]:
        """All rows between the cursors, in order."""
        after, before = self._place("after"), self._place("before")
        marks = [row for row in (after, before) if row is not None and not any(row is r for r in self.rows)]
        ordered = self._sorted([*self.rows, *marks])
        start = _index(ordered, after) + 1 if after is not None else 0
        end = _index(ordered, before) if before is not None else len(ordered)
        return [row for row in ordered[start:end] if not any(row is mark for mark in marks)]

    def _place(self, name: str) -> Row | None:
        cursor = self._arguments.get(name)
        if cursor is None:
            return None
        table = catalog().types[self.list.type_name].entity.table
        return self.sight.world.one(table, id=self.list.position(cursor))

    def _sorted(self, rows: list[Row]) -> list[Row]:
        """By the orderings, the first one first; ties by id, in entries of the log by their number, in the direction of
        the first. Python's sort is stable, so the least important goes first.
        """
        orders = self.list.orders
        tie = catalog().types[self.list.type_name].entity.tie
        rows = sorted(rows, key=lambda row: row[tie], reverse=bool(orders) and orders[0].descending)
        for order in reversed(orders):
            values = {
                row["id"]: compared(self.list.type_name, order.column, row, self.sight, self.road) for row in rows
            }
            present = [row for row in rows if values[row["id"]] is not None]
            absent = [row for row in rows if values[row["id"]] is None]
            present.sort(key=lambda row, known=values: known[row["id"]], reverse=order.descending)  # type: ignore[misc]
            rows = absent + present if order.nulls_first else present + absent
        return rows


def _index(rows: list[Row], wanted: Row) -> int:
    return next(place for place, row in enumerate(rows) if row is wanted)
