"""Viewer: the caller's own rights, worked out from the policy alone and handed to the statement as one JSON value.

So it stands beside any other root field, and an operation stays one statement. Levels are asked of the judge that
decides on reads, not of the table, so that what is told is what is done.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import partial
from typing import Any, Final

from hub.caller import Caller
from hub.errors import InvalidArgument
from hub.query import sql
from hub.query.authorised import ViewerNode, Visibility
from hub.query.cost import Item, Place, item
from hub.query.judge import Judge
from hub.query.operation import Node, filled
from hub.query.parameters import Bindings, Parameters
from schema.catalog import Value, catalog
from schema.policy import Policy
from schema.viewer import RULES, AccessLevel

#: one field's rights, by GraphQL name
Right = dict[str, Any]
#: kinds of callers whose rights are remembered; about 100 KB each
_MOST_KNOWN: Final = 64

_known: OrderedDict[Hashable, dict[str, list[Right]]] = OrderedDict()


def compiled(node: ViewerNode, parameters: Parameters) -> tuple[sql.Composable, Callable[[Bindings], None]]:
    """The JSON of the caller's rights, and the check that the types asked about exist."""
    return parameters.add(partial(_told, node), "json"), partial(_check, node)


@item.register
def _(node: ViewerNode) -> Item:
    asked = tuple(
        Item(size=partial(_counted, node, child), places=(Place(1),)) for child in node.fields if child.name == "access"
    )
    return Item(size=1, places=(Place(1, (asked,)),))


def _check(node: ViewerNode, bound: Bindings) -> None:
    """Raises InvalidArgument."""
    for child in node.fields:
        if child.name == "access" and (name := _type(child, bound)) not in (None, *catalog().types):
            raise InvalidArgument(argument="type", reason=f"{name!r} is no type with fields of this policy",
                                  reason_zh="不是本系统的数据类型")  # fmt: skip


def _counted(node: ViewerNode, child: Node, bound: Bindings) -> float:
    return sum(1 for _ in _rights(node, child, bound))


def _told(node: ViewerNode, bound: Bindings) -> str:
    """The object that was selected."""
    caller = bound.caller
    said = {
        "__typename": "Viewer", "agency": caller.agency, "roles": sorted(caller.roles), "areas": list(caller.areas),
        "courts": list(caller.courts), "purpose": caller.purpose,
    }  # fmt: skip
    found = {
        child.key: said[child.name] if child.name != "access" else _selected(child, _rights(node, child, bound))
        for child in node.fields
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _selected(child: Node, rights: Iterable[Right]) -> list[Right]:
    wanted = [(below.key, below.name) for below in (child.children or {})["Access"]]
    return [{key: right[name] for key, name in wanted} for right in rights]


def _rights(node: ViewerNode, child: Node, bound: Bindings) -> Iterator[Right]:
    name = _type(child, bound)
    every = rights(bound.caller, node.table)
    kinds = (
        every if name is None else [kind.name for kind in catalog().concrete(name)] if name in catalog().types else ()
    )
    for kind in kinds:
        yield from every[kind]


def _type(child: Node, bound: Bindings) -> str | None:
    name: str | None = filled(child.arguments.get("type"), bound.variables)
    return name


def rights(caller: Caller, table: Policy) -> dict[str, list[Right]]:
    """Concrete type → what callers of this kind may see of each of its fields."""
    key = (caller.fingerprint, table.version)
    if key not in _known:
        while len(_known) >= _MOST_KNOWN:
            _known.popitem(last=False)
        _known[key] = _Explaining(caller, table).everything()
    return _known[key]


class _Explaining(Judge):
    """Asks of every value what a read would be told."""

    def everything(self) -> dict[str, list[Right]]:
        """Concrete type → its fields."""
        return {
            kind.name: [self._right(kind.name, value) for value in kind.visible().values()]
            for kind in self.catalog.types.values() if not kind.is_interface
        }  # fmt: skip

    def _right(self, type_name: str, value: Value) -> Right:
        levels = self._levels(type_name, value, frozenset())
        asked = self._levels(type_name, value, self.may_open)
        if AccessLevel.CLEAR not in levels and asked != levels:
            levels = [AccessLevel.PURPOSE, *levels]
        shut = [] if levels else list(self._shut(value))
        told = sorted({*(levels or shut or [AccessLevel.NONE])}, key=list(AccessLevel).index)
        return {
            "__typename": "Access",
            "coordinate": value.coordinate,
            "level": [level.value for level in told],
            "opensWith": [] if AccessLevel.CLEAR in levels else self._opening(type_name, value, asked),
        }

    def _shut(self, value: Value) -> Iterator[AccessLevel]:
        """What is left where the field itself is not shown."""
        decision = self._decide(value.group)
        if decision.hit and any(self.policy.levels[value.group][role] == "H" for role in self._roles()):
            yield AccessLevel.HIT
        if decision.counted:
            yield AccessLevel.COUNTED

    def _roles(self) -> frozenset[str]:
        """Of the caller and of whoever acts for him."""
        return frozenset[str]().union(*(party.roles for party in self.caller.parties))

    def _levels(self, type_name: str, value: Value, opened: frozenset[str]) -> list[AccessLevel]:
        """What is shown on roads where Q is open for these roles."""
        self.opened = opened
        rows = next((found for found in self._visibility(type_name) if found.type_name == type_name), None)
        if rows is None:
            return []
        refusals = self.refusals
        sight = self._sight(value, rows)
        if self.refusals != refusals:
            return []
        if sight.clear:
            return _of_rows(rows)
        return [*map(_level, sorted(sight.rules)), *([AccessLevel.MASKED] if sight.masked or sight.masked_by else [])]

    def _opening(self, type_name: str, value: Value, asked: list[AccessLevel]) -> list[str]:
        """Purposes with any of which more is shown than now, of one looked-up subject."""
        found: set[str] = set()
        for role in self._roles() - self.may_open:
            if self._levels(type_name, value, self.may_open | {role}) != asked:
                found |= self.policy.purposes.get(role, frozenset())
        return sorted(found)


def _of_rows(rows: Visibility) -> list[AccessLevel]:
    """A value that is clear on every row that exists: which rows these are."""
    if any(rules is None for _, rules in rows.grants):
        return [AccessLevel.CLEAR]
    return sorted({_level(term) for _, rules in rows.grants for term in rules or ()}, key=list(AccessLevel).index)


def _level(term: str) -> AccessLevel:
    """A row rule; one that joins several, or that somebody else has to meet, is told as a combination."""
    return RULES.get(term, AccessLevel.COMBINED)
