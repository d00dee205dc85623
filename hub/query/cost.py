"""Cost: what an operation is expected to bring, before any SQL.

The unit is one JSON object of the answer: a row, a connection, an edge, a page info. Counting is cheaper than
delivering: two hundred rows that a `totalCount` counts are one unit.

    object  = 1 + what is below
    list    = 1 + rows × (what `nodes` and `edges` hold of one row) + page info + counted rows / 200 + groups
    rows    = the page's size, or what the table's statistics promise for one row above, whichever is less

A row has one concrete type, so of the types of an interface the dearest counts. A role may spend what
`schema/allowance.csv` says. Besides, and whatever the statistics promise, the product of page sizes is bounded.

A node of a new kind registers how it weighs: `@item.register`, a condition `@share.register`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from hub.errors import CostExceeded
from hub.query import limits
from hub.query.authorised import (
    Authorised,
    Combined,
    Compared,
    Condition,
    ListNode,
    ObjectNode,
    Part,
    Selection,
    TypeNameNode,
    ValueNode,
)
from hub.query.joins import is_many
from hub.query.operation import Slot
from hub.query.parameters import Bindings, read
from hub.query.statistics import Statistics
from schema.catalog import Value, catalog

#: rows counted for one unit
COUNTED = 200
#: rows of a table that was never analysed, and those of a relation over it for one row above; besides, full pages
#: multiplied stay bounded
_UNKNOWN_ROWS, _UNKNOWN_RELATED = 100_000, 10
#: values of an `in` whose list is a variable
_LISTED = 100
#: groups that a grouping brings, if there are as many rows
_GROUPS = 100
#: share of the rows that other comparisons leave
_SHARE = 1 / 3

#: sets of page sizes remembered for one operation
_MOST_KNOWN = 64

#: rows that statistics promise for one row above
Expected = Callable[[Statistics], float]


def _full(_: Statistics) -> float:
    """As many as the page holds."""
    return math.inf


@dataclass(frozen=True)
class Place:
    """Where a row's fields stand in the answer: under `nodes`, or under the `node` of an edge."""

    #: objects that each row is there: itself, or the edge around it, too
    objects: int
    #: what is selected of a row, for each concrete type that it may have
    kinds: tuple[tuple[Item, ...], ...] = ()


@dataclass(frozen=True)
class Item:
    """How one selected node weighs, for each row above it."""

    #: rows at most: a page's size, the number of references
    size: int | Slot | Callable[[Bindings], float]
    places: tuple[Place, ...] = ()
    expected: Expected = _full
    #: objects that do not grow with the rows: the connection itself, page infos
    beside: int = 0
    #: how often the rows are counted, whatever the page
    counts: int = 0
    #: how often they are counted in groups
    groupings: int = 0


@singledispatch
def item(node: Any) -> Item | None:
    """How a node of an authorised operation weighs; None for a plain value."""
    return None


@item.register
def _(node: ObjectNode) -> Item:
    return Item(size=1, places=(Place(1, kinds(node.selection)),))


@item.register
def _(node: ListNode) -> Item:
    name = "last" if node.arguments.get("last") is not None else "first"
    given = node.arguments.get(name)
    wanted = limits.DEFAULT_PAGE if given is None else given
    return Item(
        size=wanted if isinstance(wanted, Slot) else int(wanted),
        places=tuple(place for part in node.parts for place in _places(part)),
        expected=_expected(node),
        beside=1 + sum(part.name == "pageInfo" for part in node.parts),
        counts=sum(part.name in ("totalCount", "groups") for part in node.parts),
        groupings=sum(part.name == "groups" for part in node.parts),
    )


def kinds(selection: Selection) -> tuple[tuple[Item, ...], ...]:
    """What is selected of a row, by its concrete type; types that lead to the same are weighed once."""
    found: list[tuple[Item, ...]] = []
    known: dict[tuple[int, int], Item | None] = {}
    for fields in selection.fields.values():
        weighed = []
        for node in fields:
            if isinstance(node, ValueNode | TypeNameNode):
                continue
            key = (id(node.selection), id(node.link.declared) if node.link else 0)
            if key not in known:
                known[key] = item(node)
            if (one := known[key]) is not None:
                weighed.append(one)
        if (each := tuple(weighed)) not in found:
            found.append(each)
    return tuple(found)


def _places(part: Part) -> Iterator[Place]:
    if part.selection:
        yield Place(1, kinds(part.selection))
    if part.name == "edges":
        yield Place(1)
        yield from (Place(1, kinds(below)) for _, _, below in part.fields if below)


@dataclass(frozen=True)
class Promised:
    """The rows of a table, or those that share what a relation joins by; less where a filter leaves a share."""

    table: str
    #: columns of the table that the relation joins by; none at the root
    joined: tuple[str, ...] | None
    where: Condition

    def __call__(self, statistics: Statistics) -> float:
        """Rows for one row above."""
        found = statistics.rows.get(self.table, _UNKNOWN_ROWS)
        if self.joined is not None:
            known = (statistics.alike.get((self.table, column)) for column in self.joined)
            found = min((alike for alike in known if alike), default=_UNKNOWN_RELATED)
        return found * share(self.where, self.table, statistics)


def _expected(node: ListNode) -> Promised:
    on = node.link.declared.on if node.link else {}
    joined = tuple(theirs for ours, theirs in on.items() if not is_many(ours))
    return Promised(catalog().types[node.type_name].entity.table, joined if node.link else None, node.where)


# --- filters -------------------------------------------------------------------------------------------------------


@singledispatch
def share(condition: Any, table: str, statistics: Statistics) -> float:
    """The share of a table's rows that a filter is expected to leave; its values are never looked at."""
    return 1.0


@share.register
def _(condition: Compared, table: str, statistics: Statistics) -> float:
    shares = (
        _compared(condition.value, operator, wanted, table, statistics) for operator, wanted in condition.wanted.items()
    )
    return min(shares, default=1.0)


@share.register
def _(condition: Combined, table: str, statistics: Statistics) -> float:
    parts = [share(part, table, statistics) for part in condition.parts]
    match condition.word:
        case "and":
            return min(parts, default=1.0)
        case "or":
            return min(sum(parts), 1.0)
    return 1.0


def _compared(value: Value, operator: str, wanted: Any, table: str, statistics: Statistics) -> float:
    if operator not in ("eq", "in"):
        return 1.0 if wanted is None else _SHARE
    rows = statistics.rows.get(table)
    alike = statistics.alike.get((table, value.name)) or statistics.alike.get((table, f"{value.name}_index"))
    if wanted is None or rows is None or alike is None:
        return 1.0
    values = 1 if operator == "eq" else _LISTED if isinstance(wanted, Slot) else len(wanted)
    return min(values * alike / rows, 1.0)


# --- sums ----------------------------------------------------------------------------------------------------------


def rows(of: Item, bound: Bindings) -> float:
    """Rows when every page is full: the product of page sizes."""
    below = sum(max((sum(rows(one, bound) for one in kind) for kind in place.kinds), default=0) for place in of.places)
    return max(_size(of, bound), 1) * (1 + below)


def price(of: Item, bound: Bindings) -> float:
    """Objects expected, and what is counted."""
    expected = of.expected(bound.statistics)
    each = sum(
        place.objects + max((sum(price(one, bound) for one in kind) for kind in place.kinds), default=0)
        for place in of.places
    )
    counted = of.counts * expected / COUNTED if of.counts else 0
    grouped = of.groupings * min(expected, _GROUPS) if of.groupings else 0
    return of.beside + counted + grouped + min(_size(of, bound), expected) * each


def _size(of: Item, bound: Bindings) -> float:
    size = of.size
    if isinstance(size, Slot):
        found: float = size.read(bound.variables)
        return found
    return size(bound) if callable(size) else size


def _open(items: Iterable[Item]) -> Iterator[Slot | Callable[[Bindings], float]]:
    """Every size that each request tells anew."""
    for one in items:
        if not isinstance(one.size, int):
            yield one.size
        yield from _open(below for place in one.places for kind in place.kinds for below in kind)


class Cost:
    """What one planned operation costs; kept with its statement.

    Worked out once for each look at the statistics and each set of sizes: pages are asked for in few sizes.
    """

    def __init__(self, authorised: Authorised) -> None:
        self._items = tuple(found for root in authorised.roots if (found := item(root.node)) is not None)
        sizes = dict.fromkeys(_open(self._items))
        self._sizes = tuple(read(size) if isinstance(size, Slot) else size for size in sizes)
        self._seen: Statistics | None = None
        #: sizes → product of pages, estimate
        self._known: dict[tuple[float, ...], tuple[float, int]] = {}

    def of(self, bound: Bindings) -> tuple[float, int]:
        """Rows when every page is full, and units expected, for this request."""
        if bound.statistics is not self._seen or len(self._known) > _MOST_KNOWN:
            self._seen, self._known = bound.statistics, {}
        sizes = tuple([size(bound) for size in self._sizes])
        found = self._known.get(sizes)
        if found is None:
            product = sum(rows(one, bound) for one in self._items)
            found = self._known[sizes] = product, math.ceil(sum(price(one, bound) for one in self._items))
        return found

    def check(self, bound: Bindings) -> None:
        """Refuse what is too much for the caller. Raises LimitExceeded or CostExceeded."""
        product, estimated = self.of(bound)
        limits.check("rows at most, all pages multiplied", "最大行数（各层分页之积）", product, limits.ROWS)
        limit = bound.caller.allowance.cost
        if estimated > limit:
            raise CostExceeded(estimated=estimated, limit=limit)
        bound.estimated = estimated

    def reported(self, bound: Bindings, body: bytes) -> bytes:
        """A finished answer with what was expected, what came, and what the caller may spend, as he asked."""
        limit = bound.caller.allowance.cost
        found = {"estimated": self.of(bound)[1], "actual": delivered(body), "limit": limit}
        return b'%b,"cost":%b}}' % (body[:-2], json.dumps(found, separators=(",", ":")).encode())


def delivered(body: bytes) -> int:
    """Objects below `data` in an answer."""
    found = -1  # `data` itself

    def count(_: list[tuple[str, Any]]) -> None:
        nonlocal found
        found += 1

    json.JSONDecoder(object_pairs_hook=count).raw_decode(body.decode(), len('{"data":'))
    return found
