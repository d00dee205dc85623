"""Authorise: every coordinate that an operation selects, filters, orders or looks up by, against the caller's policy.

The only road from an `Operation` to SQL leads through `authorise`, which returns an `Authorised` plan: what the
compiler may say about each value (CLEAR, MASKED, or clear under row rules), which rows exist for the caller, and
nothing else. All refusals are collected and reported together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from hub.caller import Caller
from hub.errors import Forbidden, IntrospectionMixed, InvalidArgument
from hub.query import authorise_references
from hub.query.authorise_filter import narrowed_to
from hub.query.authorise_groups import GroupAuthoriser
from hub.query.authorise_references import NamingAuthoriser
from hub.query.authorised import (
    Authorised,
    ListNode,
    ObjectNode,
    Opening,
    Part,
    ReferencesNode,
    Root,
    SearchNode,
    Selected,
    Selection,
    TypeNameNode,
    ValueNode,
    ViewerNode,
    Visibility,
)
from hub.query.judge import Naming
from hub.query.operation import Node, Operation, flatten
from schema.actions import ACTIONS
from schema.catalog import Link, ObjectType
from schema.policy import Policy
from schema.search import MATCH, ROOT, SEARCHED


def authorise(operation: Operation, caller: Caller, table: Policy | None = None) -> Authorised:
    """Check the operation under a policy table, by default the bundled one.

    Raises Forbidden with all refused coordinates, or IntrospectionMixed.
    """
    return _Authoriser(caller, table).run(flatten(operation), "Mutation" if operation.is_mutation else "Query")


class _Authoriser(GroupAuthoriser, NamingAuthoriser):
    def __init__(self, caller: Caller, table: Policy | None) -> None:
        super().__init__(caller, table)
        #: (field, roles for which Q is open, how the road began, whether the last row told of the next)
        #: → what it leads to; the operation keeps its fields alive
        self._followed: dict[tuple[int, frozenset[str], Naming | None, bool], ObjectNode | ListNode] = {}

    def run(self, nodes: list[Node], root_type: str) -> Authorised:
        roots = [self._root(node, root_type) for node in nodes]
        if self.refused:
            raise refusal(self.refused)
        return Authorised(roots, self.masked, self.elsewhere, self.waiting, self.unseen)

    def _root(self, node: Node, root_type: str) -> Root:
        self.opened, self.named = frozenset(), None
        if node.name == "__typename":
            return Root(node.key, node.name, {}, TypeNameNode(node.key, root_type))
        if node.name.startswith("__") or node.name == "_service":
            raise IntrospectionMixed
        if node.name in authorise_references.ROOTS:
            return self._references(node)
        if node.name == "viewer":
            fields = (node.children or {})["Viewer"]
            return Root(node.key, node.name, {}, ViewerNode(node.key, fields, self.policy))
        if node.name == ROOT:
            return self._search(node)
        if node.name in ACTIONS:
            return self._action(node)
        if node.name in self.catalog.lookups:
            return self._lookup(node)
        type_name = self.catalog.lists[node.name]
        return Root(node.key, node.name, node.arguments, self._list(node, None, type_name, f"Query.{node.name}"))

    def _action(self, node: Node) -> Root:
        action = ACTIONS[node.name]
        self.opened = self.may_open
        if action.names_people:
            self.unseen |= not self._decide(self._number().group).clear
        if not self._keeps(action.payload_type):  # however little of its payload is asked for
            self._refuse(f"Mutation.{node.name}", self._would_open(action.payload_type))
        payload = next(iter((node.children or {}).values()))
        objects: list[Selected] = [self._payload(child, action.payload_type, node.name) for child in payload]
        name = f"{node.name[0].upper()}{node.name[1:]}Payload"
        return Root(
            node.key, node.name, node.arguments, ObjectNode(node.key, None, Selection(name, [], {name: objects}))
        )

    def _keeps(self, type_name: str) -> bool:
        """Whether rows that the caller's agency writes are there for the caller: only then are they his to write."""
        grants = (rules for visible in self._visibility(type_name) for _, rules in visible.grants)
        return any(rules is None or any("agency" in term for term in rules) for rules in grants)

    def _payload(self, child: Node, type_name: str, action: str) -> Selected:
        if child.name == "__typename":
            return TypeNameNode(child.key, f"{action[0].upper()}{action[1:]}Payload")
        return self._object(child, None, type_name, f"Mutation.{action}")

    def _lookup(self, node: Node) -> Root:
        type_name = self.catalog.lookups[node.name]
        self.opened = self.may_open
        narrowed = self._lookup_arguments(node, type_name)
        by_number = node.arguments.get(self._number().field) is not None
        self.named = self._naming(mixed=False) if by_number else None
        found = self._object(node, None, type_name, f"Query.{node.name}", narrowed)
        found.selection.named = self.named is not None
        return Root(node.key, node.name, node.arguments, found)

    def _lookup_arguments(self, node: Node, type_name: str) -> frozenset[str] | None:
        """Which rows the arguments may find, by their discriminator: what none of them says is not asked of the rest.

        Only one way of finding is given, so only one argument narrows.
        """
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
                if value.field in given:  # use needs sight
                    decision = self._decide(value.group)
                    self.unseen |= bool(value.kind.sealed) and not decision.clear
                    if decision.nothing:
                        self.refused[value.coordinate] = None
        return next((lookup.finds[name] for name in given if name in lookup.finds), None)

    def _references(self, node: Node) -> Root:
        """Rows named by references. Only `node` asks about one thing, so only there Q opens, and for a subject."""
        given = node.arguments[authorise_references.ROOTS[node.name]]
        fields = authorise_references.fields_of(node.name, given)
        narrowed = self._found_by(fields)
        selections = []
        for name, concrete in authorise_references.tables(self.catalog, node.children or {}).items():
            about_one = node.name == "node" and name in self.catalog.lookups.values()
            self.opened = self.may_open if about_one else frozenset()
            by_number = authorise_references.PERSON in fields
            self.named = self._naming(mixed=len(fields) > 1) if by_number else None
            if self._visibility(name, narrowed):
                found = self._selection(name, node.children or {}, f"Query.{node.name}", narrowed)
                found.named = self.named is not None
                selections.append(found)
                continue
            for coordinate in authorise_references.narrower(node.children or {}, concrete):
                self._refuse(coordinate, self._would_open(name))
        self.opened = frozenset()
        if not selections:
            self._refuse(f"Query.{node.name}", None)
        ways, keys = self._keys(node.name, fields)
        return Root(node.key, node.name, {}, ReferencesNode(node.key, node.name, selections, given, ways, keys))

    def _search(self, node: Node) -> Root:
        """Organisations by name; nobody finds by a name what he does not see in full."""
        named = self._named_in_full(f"Query.{node.name}")
        rows = Selection(
            "Subject", [one for one in self._visibility("Subject", SEARCHED) if one.type_name in named], {}
        )
        whens = frozenset(self.catalog.types[name].entity.when or "" for name in named)
        fields = [
            (child.key, child.name,
             self._selection("Subject", child.children, f"Query.{node.name}", whens) if child.children else None)
            for child in (node.children or {})[MATCH] if named
        ]  # fmt: skip
        found = SearchNode(node.key, node.arguments["name"], node.arguments["first"], rows, fields)
        return Root(node.key, node.name, {}, found)

    def _named_in_full(self, coordinate: str) -> list[str]:
        """The types of organisations whose names the caller sees in full on every row that exists for him."""
        found = []
        for rows in self._visibility("Subject", SEARCHED):
            name = self.catalog.types[rows.type_name].values["name"]
            decision = self._decide(name.group)
            if decision.clear or rows.implies(decision.rules):
                found.append(rows.type_name)
        if not found:
            self._refuse(coordinate, None)
        return found

    # --- selections --------------------------------------------------------------------------------------------

    def _object(self, node: Node, link: Link | None, type_name: str, coordinate: str,
                narrowed: frozenset[str] | None = None) -> ObjectNode:  # fmt: skip
        selection = self._selection(type_name, node.children or {}, coordinate, narrowed)
        return ObjectNode(node.key, link, selection)

    def _selection(self, type_name: str, children: Mapping[str, list[Node]], coordinate: str,
                   narrowed: frozenset[str] | None = None) -> Selection:  # fmt: skip
        visibility = self._visibility(type_name, narrowed)
        if not visibility:
            self._refuse(coordinate, self._would_open(type_name))
        fields = {v.type_name: self._fields(v, children.get(v.type_name, [])) for v in visibility}
        return Selection(type_name, visibility, fields)

    def _fields(self, rows: Visibility, nodes: Iterable[Node]) -> list[Selected]:
        return [self._field(rows, node) for node in nodes]

    def _field(self, rows: Visibility, node: Node) -> Selected:
        kind = self.catalog.types[rows.type_name]
        if node.name == "__typename":
            return TypeNameNode(node.key, kind.name)
        value = kind.visible().get(node.name)
        if value is not None:
            return ValueNode(node.key, value, self._sight(value, rows))
        return self._follow(node, kind.relations[node.name], rows)

    def _follow(self, node: Node, link: Link, rows: Visibility) -> ObjectNode | ListNode:
        """Walk a relation; Q was opened for the subject asked about and closes where the road leaves it."""
        road = self._road(link, rows)
        before = self.opened, self.named, self.witnessed
        self.opened = frozenset() if link.declared.across else self.opened
        self.named, self.witnessed = self._onward(link), self._tells(link)
        followed = self._target(node, link)
        self.opened, self.named, self.witnessed = before
        return replace(followed, link=link, road=road)

    def _target(self, node: Node, link: Link) -> ObjectNode | ListNode:
        """What a relation leads to; it does not depend on the type that it leaves, so several types share it."""
        key = (id(node), self.opened, self.named, self.witnessed)
        known = self._followed.get(key)
        if known is not None:
            return known
        refusals = self.refusals
        walk = self._list if link.many else self._object
        followed = walk(node, link, link.target, link.coordinate)
        if self.refusals == refusals:  # a refusal is told with the coordinate of each type that it was met on
            self._followed[key] = followed
        return followed

    def _list(self, node: Node, link: Link | None, type_name: str, coordinate: str) -> ListNode:
        kind = self.catalog.types[type_name]
        narrowed = narrowed_to(kind, node.arguments.get("filter"))
        visibility = self._visibility(type_name, narrowed)
        where = self._where(kind, node.arguments.get("filter"), visibility)
        uses = self._ordered(kind, visibility, node.arguments.get("orderBy"))
        children = next(iter((node.children or {}).values()))
        given = node.arguments.get("filter")
        parts = [
            self._groups(child, kind, given, coordinate, at_root=link is None)
            if child.name == "groups" else self._part(child, type_name, coordinate, narrowed) for child in children
        ]  # fmt: skip
        # rows that are only counted open a list for nothing but counting them
        alone = not visibility and any(part.grouped for part in parts)
        counting = alone and all(part.name in ("groups", "__typename") for part in parts)
        bare = Selection(type_name, [], {}) if counting else self._selection(type_name, {}, coordinate, narrowed)
        return ListNode(
            node.key, link, type_name, node.arguments, parts, bare, uses, where=where, veiled=self.named is not None
        )

    def _groups(self, node: Node, kind: ObjectType, given: Any, coordinate: str, *, at_root: bool) -> Part:
        grouped = self._grouped(node, kind, given, at_root=at_root)
        if grouped is None:
            self._refuse(coordinate, self._would_open(kind.name))
        fields = [(child.key, child.name, None) for child in next(iter((node.children or {}).values()))]
        return Part(node.key, node.name, fields=[*fields], type_name=node.type_name, grouped=grouped)

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


def refusal(refused: Mapping[str, Opening]) -> Forbidden:
    """The error that names every refused coordinate, and which purposes and a matter number would open which."""
    opens = {coordinate: sorted(opening) for coordinate, opening in sorted(refused.items()) if opening is not None}
    purposes = sorted({purpose for found in opens.values() for purpose in found})
    hint = (
        f" With a purpose of your role ({', '.join(purposes)}) and a matter number these open for one looked-up"
        f" subject: {', '.join(opens)}."
        if opens
        else ""
    )
    hint_zh = (
        f"提供本角色适用的查询目的（{'、'.join(purposes)}）和事项编号后，可就单个主体使用：{'、'.join(opens)}。"
        if opens
        else ""
    )
    told = [
        {"coordinate": name, "opensWith": "PURPOSE_AND_MATTER", "purposes": opens[name]} if name in opens
        else {"coordinate": name, "opensWith": None}
        for name in sorted(refused)
    ]  # fmt: skip
    return Forbidden(coordinates=", ".join(sorted(refused)), hint=hint, hint_zh=hint_zh, refused=told)
