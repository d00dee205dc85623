"""Authorise: every coordinate that an operation selects, filters, orders or looks up by, against the caller's policy.

The only road from an `Operation` to SQL leads through `authorise`, which returns an `Authorised` plan: what the
compiler may say about each value (CLEAR, MASKED, or clear under row rules), which rows exist for the caller, and
nothing else. All refusals are collected and reported together.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from typing import Any

from hub.caller import Caller
from hub.errors import Forbidden, IntrospectionMixed, InvalidArgument
from hub.query.authorised import (
    CLEAR,
    MASKED,
    Authorised,
    ListNode,
    ObjectNode,
    Part,
    Road,
    Root,
    Selected,
    Selection,
    Sight,
    TypeNameNode,
    ValueNode,
    Visibility,
)
from hub.query.operation import Node, Operation, flatten
from schema.actions import ACTIONS
from schema.catalog import Catalog, Link, ObjectType, Value, catalog
from schema.language import Presence
from schema.masks import WITHHELD
from schema.policy import Decision, policy

CONNECTION_FIELDS = ("nodes", "edges", "pageInfo", "totalCount", "__typename")


def authorise(operation: Operation, caller: Caller) -> Authorised:
    """Check the operation. Raises Forbidden with all refused coordinates, or IntrospectionMixed."""
    return _Authoriser(caller).run(flatten(operation), "Mutation" if operation.is_mutation else "Query")


class _Authoriser:
    def __init__(self, caller: Caller) -> None:
        self.catalog: Catalog = catalog()
        self.caller = caller
        self.may_open = policy().opened_roles(caller.roles, caller.purpose, caller.matter)
        #: the roles for which Q is open on the road being walked
        self.opened: frozenset[str] = frozenset()
        self.masked: set[str] = set()
        self.elsewhere: set[str] = set()
        self.refused: dict[str, bool] = {}

    def run(self, nodes: list[Node], root_type: str) -> Authorised:
        roots = [self._root(node, root_type) for node in nodes]
        if self.refused:
            raise refusal(self.refused)
        return Authorised(roots, self.masked, self.elsewhere)

    def _root(self, node: Node, root_type: str) -> Root:
        self.opened = frozenset()
        if node.name == "__typename":
            return Root(node.key, node.name, {}, TypeNameNode(node.key, root_type))
        if node.name.startswith("__"):
            raise IntrospectionMixed
        if node.name in ACTIONS:
            return self._action(node)
        if node.name in self.catalog.lookups:
            return self._lookup(node)
        type_name = self.catalog.lists[node.name]
        return Root(node.key, node.name, node.arguments, self._list(node, None, type_name, f"Query.{node.name}"))

    def _action(self, node: Node) -> Root:
        action = ACTIONS[node.name]
        self.opened = self.may_open
        payload = next(iter((node.children or {}).values()))
        objects: list[Selected] = [self._payload(child, action.payload_type, node.name) for child in payload]
        name = f"{node.name[0].upper()}{node.name[1:]}Payload"
        return Root(
            node.key, node.name, node.arguments, ObjectNode(node.key, None, Selection(name, [], {name: objects}))
        )

    def _payload(self, child: Node, type_name: str, action: str) -> Selected:
        if child.name == "__typename":
            return TypeNameNode(child.key, f"{action[0].upper()}{action[1:]}Payload")
        return self._object(child, None, type_name, f"Mutation.{action}")

    def _lookup(self, node: Node) -> Root:
        type_name = self.catalog.lookups[node.name]
        self.opened = self.may_open
        self._lookup_arguments(node, type_name)
        return Root(node.key, node.name, node.arguments, self._object(node, None, type_name, f"Query.{node.name}"))

    def _lookup_arguments(self, node: Node, type_name: str) -> None:
        lookup = self.catalog.types[type_name].entity.lookup
        assert lookup
        given = {name for name, value in node.arguments.items() if value is not None}
        for name in given:
            if lookup.together.get(name, name) not in given:
                raise InvalidArgument(argument=name, reason=f"must be given together with {lookup.together[name]}",
                                      reason_zh=f"须与 {lookup.together[name]} 同时提供")  # fmt: skip
        alternatives = {min(name, lookup.together.get(name, name)) for name in given}
        if len(alternatives) != 1:
            raise InvalidArgument(argument=node.name, reason=f"give exactly one of {', '.join(lookup.arguments)}",
                                  reason_zh="须且仅须提供一种查找条件")  # fmt: skip
        for kind in self.catalog.concrete(type_name):
            for value in kind.values.values():
                if value.field in given and value.kind.sealed and self._decide(value.group).nothing:
                    self.refused[value.coordinate] = False

    # --- rows --------------------------------------------------------------------------------------------------

    def _visibility(self, type_name: str, narrowed: frozenset[str] | None = None) -> list[Visibility]:
        """The concrete types of which the caller may see any row, with the rules of each."""
        found = []
        for kind in self.catalog.concrete(type_name):
            if narrowed is not None and kind.entity.when not in narrowed:
                continue
            grants = tuple(grant for presence in kind.entity.presence if (grant := self._grant(presence)))
            if grants:
                found.append(Visibility(kind.name, grants))
        return found

    def _grant(self, presence: Presence) -> tuple[Presence, frozenset[str] | None] | None:
        decision = self._decide(presence.group)
        if decision.clear or decision.always_masked or (presence.masks and decision.masked):
            return presence, None
        return (presence, decision.rules) if decision.rules else None

    def _decide(self, group: str) -> Decision:
        return policy().decide(group, self.caller.roles, self.opened)

    def _refuse(self, coordinate: str, opens: bool) -> None:
        self.refused[coordinate] = opens

    # --- selections --------------------------------------------------------------------------------------------

    def _object(self, node: Node, link: Link | None, type_name: str, coordinate: str) -> ObjectNode:
        selection = self._selection(type_name, node.children or {}, coordinate)
        return ObjectNode(node.key, link, selection)

    def _selection(self, type_name: str, children: Mapping[str, list[Node]], coordinate: str,
                   narrowed: frozenset[str] | None = None) -> Selection:  # fmt: skip
        visibility = self._visibility(type_name, narrowed)
        if not visibility:
            self._refuse(coordinate, self._would_open(type_name))
        fields = {v.type_name: self._fields(v, children.get(v.type_name, [])) for v in visibility}
        return Selection(type_name, visibility, fields)

    def _would_open(self, type_name: str) -> bool:
        return any(
            self._decide(presence.group).opens_with_purpose
            for kind in self.catalog.concrete(type_name) for presence in kind.entity.presence
        )  # fmt: skip

    def _fields(self, rows: Visibility, nodes: Iterable[Node]) -> list[Selected]:
        return [self._field(rows, node) for node in nodes]

    def _field(self, rows: Visibility, node: Node) -> Selected:
        kind = self.catalog.types[rows.type_name]
        if node.name == "__typename":
            return TypeNameNode(node.key, kind.name)
        visible = kind.visible()
        if node.name in visible:
            value = visible[node.name]
            return ValueNode(node.key, value, self._sight(value, rows))
        link = next(link for link in kind.links.values() if link.field == node.name)
        return self._follow(node, link, rows)

    def _sight(self, value: Value, rows: Visibility) -> Sight:
        """What the caller sees of a value; refusals are noted and answered together."""
        decision = self._decide(value.group)
        waiting = decision.opens_with_purpose and not decision.always_masked and "region" not in decision.rules
        withheld = waiting and value.declared.mask is WITHHELD
        if decision.clear or rows.implies(decision.rules):
            return CLEAR
        if decision.nothing or (withheld and not decision.rules):
            self._refuse(value.coordinate, decision.opens_with_purpose)
            return MASKED
        if decision.rules:
            self.elsewhere.add(value.coordinate)
            return Sight(clear=False, rules=decision.rules)
        self.masked.add(value.coordinate)
        return MASKED

    def _follow(self, node: Node, link: Link, rows: Visibility) -> ObjectNode | ListNode:
        """Walk a relation; Q was opened for the subject asked about and closes where the road leaves it."""
        if self._decide(link.group).nothing:
            self._refuse(link.coordinate, False)
        near = self._joinable(link, self.catalog.types[link.type_name], link.declared.on, rows)
        before = self.opened
        self.opened = frozenset() if link.declared.across else before
        followed = self._list(node, link, link.target, link.coordinate) if link.many else self._object(
            node, link, link.target, link.coordinate)  # fmt: skip
        # within one subject the near column says it all; across, joining by theirs is filtering by theirs
        theirs = link.declared.on.values() if link.declared.across else ()
        followed.road = Road(near, self._joinable(link, self.catalog.types[link.target], theirs, None))
        self.opened = before
        return followed

    def _joinable(self, link: Link, kind: ObjectType, columns: Iterable[str], rows: Visibility | None
                  ) -> frozenset[frozenset[str]]:  # fmt: skip
        """Whoever may not see the columns of a join may not walk it: what it reaches tells what they hold."""
        found = set()
        for value in (kind.values[name] for name in columns if name in kind.values):
            decision = self._decide(value.group)
            if decision.clear or (rows and rows.implies(decision.rules)):
                continue
            if not decision.rules:
                self._refuse(link.coordinate, decision.opens_with_purpose)
            else:
                self.elsewhere.add(link.coordinate)
                found.add(decision.rules)
        return frozenset(found)

    def _list(self, node: Node, link: Link | None, type_name: str, coordinate: str) -> ListNode:
        kind = self.catalog.types[type_name]
        narrowed = narrowed_to(kind, node.arguments.get("filter"))
        visibility = self._visibility(type_name, narrowed)
        uses = self._used(kind, visibility, node.arguments)
        parts = [
            self._part(child, type_name, coordinate, narrowed) for child in next(iter((node.children or {}).values()))
        ]
        bare = self._selection(type_name, {}, coordinate, narrowed)
        return ListNode(node.key, link, type_name, node.arguments, parts, bare, uses)

    def _part(self, node: Node, type_name: str, coordinate: str, narrowed: frozenset[str] | None) -> Part:
        if node.name == "nodes":
            return Part(node.key, "nodes", self._selection(type_name, node.children or {}, coordinate, narrowed))
        part = Part(node.key, node.name, type_name=node.type_name)
        for child in next(iter((node.children or {}).values()), []):
            below = None
            if child.name == "node":
                below = self._selection(type_name, child.children or {}, coordinate, narrowed)
            part.fields.append((child.key, child.name, below))
        return part

    # --- use needs sight ---------------------------------------------------------------------------------------

    def _used(self, kind: ObjectType, visibility: list[Visibility], arguments: Mapping[str, Any]
              ) -> dict[str, dict[str, Sight]]:  # fmt: skip
        """Whoever may not see a column may not filter or order by it, on any concrete type whose rows could answer."""
        names = set(_filter_fields(kind, arguments.get("filter")))
        names |= {order["field"].value for order in arguments.get("orderBy") or ()}
        types = [self.catalog.types[visible.type_name] for visible in visibility]
        # a concrete type without the column has nothing to compare: its rows are null there
        return {name: {one.name: self._use(one, name) for one in types if name in one.values} for name in names}

    def _use(self, kind: ObjectType, name: str) -> Sight:
        value = kind.values[name]
        decision = self._decide(value.group)
        if not (decision.clear or decision.rules):
            self._refuse(value.coordinate, decision.opens_with_purpose)
        return CLEAR if decision.clear else Sight(clear=False, rules=decision.rules)


def narrowed_to(kind: ObjectType, condition: Any) -> frozenset[str] | None:
    """The discriminator values that a top-level `kind: {eq | in}` leaves, where document or shape tell."""
    discriminator = kind.entity.discriminator
    if discriminator is None or not isinstance(condition, dict):
        return None
    wanted = condition.get(kind.values[discriminator].field)
    if not isinstance(wanted, dict):
        return None
    sets = []
    if isinstance(wanted.get("eq"), enum.Enum):
        sets.append({wanted["eq"].value})
    if isinstance(wanted.get("in"), list):
        sets.append({member.value for member in wanted["in"]})
    # nothing left is an empty answer, which the filter itself gives; it is no refusal
    return frozenset(set.intersection(*sets)) or None if sets else None


def _filter_fields(kind: ObjectType, condition: Any) -> Iterable[str]:
    """SQL names of every column that a filter touches, at any depth of and/or/not."""
    if isinstance(condition, list):
        for item in condition:
            yield from _filter_fields(kind, item)
    if not isinstance(condition, dict):
        return
    for key, item in condition.items():
        if key in ("and", "or", "not"):
            yield from _filter_fields(kind, item)
        else:
            yield kind.filterable[key].name


def refusal(refused: Mapping[str, bool]) -> Forbidden:
    """The error that names every refused coordinate and says which of them purpose and matter number would open."""
    opens = sorted(coordinate for coordinate, possible in refused.items() if possible)
    hint = (
        f" With a purpose of your role and a matter number these open for one looked-up subject: {', '.join(opens)}."
        if opens
        else ""
    )
    hint_zh = f"提供本角色适用的查询目的和事项编号后，可就单个主体使用：{'、'.join(opens)}。" if opens else ""
    return Forbidden(
        coordinates=", ".join(sorted(refused)), hint=hint, hint_zh=hint_zh,
        refused=[{"coordinate": c, "opensWith": "PURPOSE_AND_MATTER" if refused[c] else None} for c in sorted(refused)],
    )  # fmt: skip
