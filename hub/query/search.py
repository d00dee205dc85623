"""Search: organisations by name, as `find_organisations` of the database finds them.

The function tells who is like the name, of all organisations; which of them exist for the caller is said here, before
the page is cut. It is bounded by itself: some hundred names are looked at where a name is rare, five thousand at most.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hub.errors import InvalidArgument
from hub.query import limits, sql
from hub.query.authorised import SearchNode, Selection
from hub.query.cost import Item, Place, item, kinds
from hub.query.operation import Slot
from hub.query.parameters import Bindings, Parameters, read
from hub.query.records import Fields
from schema.names import core_of, name_of
from schema.search import LONGEST, MATCH

Fragment = sql.Composable
#: the JSON of a row of a selection, and the condition that it exists for the caller
Show = Callable[[Selection, sql.SQL], Fragment]


@item.register
def _(node: SearchNode) -> Item:
    """A match for each row, and the subject in it as often as it is selected."""
    below = tuple(Place(1, kinds(selection)) for _, _, selection in node.fields if selection is not None)
    return Item(size=node.first if isinstance(node.first, Slot) else int(node.first), places=(Place(1), *below))


def checks(node: SearchNode) -> list[Callable[[Bindings], None]]:
    """What a request has to satisfy before it is answered."""
    first, name = read(node.first), _spelled(node.name)

    def size(bound: Bindings) -> None:
        if first(bound) < 1:
            raise InvalidArgument(argument="first", reason="must be positive", reason_zh="须为正数")
        limits.check("rows of one page", "每页条数", first(bound), limits.PAGE)

    return [size, lambda bound: _check(name(bound))]


def _check(name: str) -> None:
    """Whether a name can be looked for. Raises InvalidArgument."""
    if len(core_of(name)) < 2 or len(name) > LONGEST:
        raise InvalidArgument(
            argument="name", reason=f"must have two telling characters at least, {LONGEST} at most",
            reason_zh=f"须有至少两个、至多{LONGEST}个有区分作用的字符",
        )  # fmt: skip


def _spelled(value: Any) -> Callable[[Bindings], str]:
    """The name as the loaders spell names."""
    raw = read(value)
    return lambda bound: name_of(raw(bound))


def compiled(
    node: SearchNode, record: Callable[[Fields], Fragment], show: Show, visible: Show, bound: Parameters
) -> Fragment:
    """The JSON of the list of matches."""
    found, subject, told = bound.alias("found"), bound.alias("subject"), bound.alias("match")
    fields: Fields = []
    for key, name, selection in node.fields:
        if name == "score":
            fields.append((sql.SQL("{}.score").format(found), key))
        elif selection is None:
            fields.append((sql.text(MATCH), key))
        else:
            fields.append((show(selection, subject), key))
    return sql.SQL(
        "(select coalesce(json_agg({told}.match order by {told}.place), '[]') from (select {match} as match,"
        " {found}.place from find_organisations({name}) {found} join subject {subject} on {subject}.id = {found}.id"
        " where {visible} order by {found}.place limit {first}) {told})"
    ).format(
        told=told, match=record(fields), found=found, subject=subject, name=bound.add(_spelled(node.name), "text"),
        visible=visible(node.rows, subject), first=bound.add(read(node.first), "integer"),
    )  # fmt: skip
