"""What an operation will show, as far as the access log has to say it: worked out once, with its plan.

Personal is what tells of natural persons: any value of a row that may belong to one, and whatever the policy holds
under a person's own groups. What is read of organisations alone, of areas, courts and batches is not recorded.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from hub.query.authorised import (
    Authorised,
    Combined,
    Compared,
    Condition,
    ListNode,
    ObjectNode,
    ReferencesNode,
    Related,
    Root,
    SearchNode,
    Selected,
    Selection,
    Sight,
    ValueNode,
)
from hub.query.operation import filled
from schema.catalog import catalog

#: groups of the policy that are about a natural person whatever the row
_PERSONAL: Final = ("person_", "responsible_person")
PERSON: Final = "NaturalPerson"
#: groups of the policy that are about the access log; what they show is of the log, though it names persons
_LOG: Final = "access_"
_json: Final = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode


@dataclass
class Record:
    """What one operation shows: coordinate → level."""

    levels: dict[str, str] = field(default_factory=dict)
    is_personal: bool = False
    is_act: bool = False
    #: whether it reads the log itself
    is_of_log: bool = False
    #: groups of the policy of which values are shown
    groups: set[str] = field(default_factory=set)
    #: fields of people that filters compare, and with what: operator → wanted value
    searched: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)
    #: whether more is told than rows about subjects: counts, or rows of what belongs to nobody
    tells_more: bool = False
    #: version of the policy that decided
    policy: str = ""

    @property
    def is_kept(self) -> bool:
        """Whether an answer goes on record."""
        return self.is_personal or self.is_act or self.is_of_log

    @cached_property
    def text(self) -> str:
        """Levels and groups as members of a JSON object."""
        return _json({"levels": self.levels, "groups": sorted(self.groups)})[1:-1]

    def terms(self, variables: Mapping[str, Any]) -> list[tuple[str, str]]:
        """What people are searched by in filters of this request: field and value, of lists each value."""
        found = []
        for name, wanted in self.searched:
            for value in filled(dict(wanted), variables).values():
                found += [
                    (name, str(one)) for one in (value if isinstance(value, list) else [value]) if one is not None
                ]
        return found


def recorded(authorised: Authorised, policy: str) -> Record:
    """The record of an operation, under a policy of that version.

    Marks the selections of which an answer has to name the subjects.
    """
    walk = _Walk()
    walk.record.policy = policy
    for root in authorised.roots:
        walk.root(root)
    if walk.record.is_personal or walk.record.is_of_log:
        for selection in walk.entered:
            selection.names_subject = True
        for connection in walk.opened:
            connection.names_subjects = True
    return walk.record


class _Walk:
    def __init__(self) -> None:
        self.record = Record()
        #: where a subject comes into the answer, at the roots and where a relation leaves the subject: selections of
        #: one row, and connections
        self.entered: list[Selection] = []
        self.opened: list[ListNode] = []
        self._seen: set[tuple[int, bool]] = set()

    def root(self, root: Root) -> None:
        node = root.node
        if isinstance(node, ReferencesNode):
            for selection in node.selections:
                self._enter(selection)
        elif isinstance(node, SearchNode):
            self._search(node)
        elif isinstance(node, ListNode):
            self._list(node, None)
        elif isinstance(node, ObjectNode) and root.name in catalog().lookups:
            self._enter(node.selection)
        elif isinstance(node, ObjectNode):
            self._act(node)

    def _search(self, node: SearchNode) -> None:
        for _, _, below in node.fields:
            if below is not None:
                self._enter(below)

    def _act(self, node: ObjectNode) -> None:
        self.record.is_act = True
        for fields in node.selection.fields.values():
            for each in fields:
                if isinstance(each, ObjectNode):
                    self._enter(each.selection)

    def _enter(self, selection: Selection, rows: ListNode | None = None) -> None:
        """Rows of a subject that was not in the answer yet; `rows` is the connection that they stand in."""
        if not selection.fields or not any(selection.fields.values()):
            return
        kind = catalog().types[selection.type_name]
        is_subject = kind.entity.table == "subject"
        if not is_subject and not kind.entity.subject_led:
            self._selection(selection, False)
            return
        of_persons = not is_subject or any(visible.type_name == PERSON for visible in selection.visibility)
        if rows is None:
            self.entered.append(selection)
        else:
            self.opened.append(rows)
        if kind.entity.presence[0].group.startswith(_LOG):
            self.record.is_of_log = True
        elif of_persons:  # that somebody is there tells of him, too
            self.record.is_personal = True
        self._selection(selection, of_persons)

    def _selection(self, selection: Selection, of_persons: bool) -> None:
        if (id(selection), of_persons) in self._seen:
            return
        self._seen.add((id(selection), of_persons))
        for fields in selection.fields.values():
            for node in fields:
                self._selected(node, of_persons)

    def _selected(self, node: Selected, of_persons: bool) -> None:
        if isinstance(node, ValueNode):
            self.record.levels[node.value.coordinate] = level(node.sight)
            self.record.groups.add(node.value.group)
            if node.value.group.startswith(_LOG):
                self.record.is_of_log = True
            elif of_persons or node.value.group.startswith(_PERSONAL):
                self.record.is_personal = True
        elif isinstance(node, ListNode):
            self._list(node, of_persons)
        elif isinstance(node, ObjectNode):
            if node.link is None or node.link.declared.across:
                self._enter(node.selection)
            else:
                self._selection(node.selection, of_persons)

    def _list(self, node: ListNode, of_persons: bool | None) -> None:
        self._where(node.where)
        leaves = node.link is None or node.link.declared.across
        kind = catalog().types[node.type_name]
        if kind.entity.table != "subject" and not kind.entity.subject_led:
            self.record.tells_more = True
        for part in node.parts:
            if part.name in ("totalCount", "groups", "pageInfo"):
                self.record.tells_more = True
            below = [part.selection] if part.selection else []
            below += [selection for _, _, selection in part.fields if selection]
            for selection in below:
                if leaves:
                    self._enter(selection, node)
                else:
                    self._selection(selection, bool(of_persons))

    def _where(self, where: Condition) -> None:
        if isinstance(where, Compared):
            self.record.levels.setdefault(where.value.coordinate, "FILTER")
            if _is_of_people(where):  # whether anybody is found tells of him, whatever else is asked for
                self.record.is_personal = True
                self.record.searched.append((where.value.field, where.wanted))
        elif isinstance(where, Combined):
            for part in where.parts:
                self._where(part)
        elif isinstance(where, Related):
            self._where(where.part)


def _is_of_people(where: Compared) -> bool:
    """Whether a filter compares what the policy holds under a person's own groups, on some type at least."""
    there = catalog().types[PERSON].values.get(where.value.name) if PERSON in where.sights else None
    return any(value.group.startswith(_PERSONAL) for value in (where.value, there) if value is not None)


def level(sight: Sight) -> str:
    """How a value is shown: CLEAR, MASKED, or CLEAR where one of the row rules holds."""
    if sight.clear:
        return "CLEAR"
    return f"CLEAR_IF:{'+'.join(sorted(sight.rules))}" if sight.rules else "MASKED"
