"""Shadow mode: what recorded operations would have been shown under a proposed policy table.

An operation is known by who asked (roles, purpose, matter) and by what he was shown of each coordinate, as the access
log has it. Each coordinate is judged again by the same judge that compiles operations, on the road that explains what
the log says: with `Q` open where something was shown that only purpose and matter number open. Nothing is read but the
record: no subject, no value, no database.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from graphql import FieldNode, GraphQLError, TypeInfo, TypeInfoVisitor, Visitor, get_named_type, visit

from hub.caller import Actor, Caller
from hub.errors import InvalidArgument
from hub.query.document import tree
from hub.query.judge import Judge
from hub.query.record import level as told
from schema.catalog import Value, catalog
from schema.policy import Policy

_ORDER: Final = {"REFUSED": 0, "MASKED": 1, "CLEAR_IF": 2, "CLEAR": 3, "FILTER": 3}


@dataclass(frozen=True)
class Recorded:
    """One operation: who asked, and coordinate → CLEAR · MASKED · CLEAR_IF:rule+rule · REFUSED · FILTER."""

    roles: frozenset[str]
    purpose: str | None
    matter: str | None
    levels: Mapping[str, str]
    #: roles of those who acted on behalf
    actors: tuple[frozenset[str], ...] = ()

    @property
    def parties(self) -> tuple[frozenset[str], ...]:
        """The roles of everybody who had a part."""
        return self.roles, *self.actors

    @property
    def who(self) -> str:
        """The roles, those of actors behind a `<`, and the purpose if one was claimed."""
        chain = "<".join("+".join(sorted(roles)) for roles in self.parties)
        return chain + (f" {self.purpose}" if self.purpose and self.matter else "")


@dataclass
class Shadow:
    """What would be otherwise."""

    operations: int = 0
    #: operations that were answered and would be refused, by who asked; and the other way round
    refused: Counter[str] = field(default_factory=Counter)
    answered: Counter[str] = field(default_factory=Counter)
    #: (who, effect, coordinate, before, after) → how often
    moved: Counter[tuple[str, str, str, str, str]] = field(default_factory=Counter)
    #: coordinates that this hub does not know as fields → how often
    unknown: Counter[str] = field(default_factory=Counter)


def read_log(lines: Iterable[str]) -> Iterator[Recorded]:
    """Operations of an export of the access log, or of plain entries, one JSON object to a line.

    Raises InvalidArgument, which names the line.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _recorded(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError):
            raise InvalidArgument(argument="--log", reason=f"line {number} is no entry of an access log",
                                  reason_zh=f"第 {number} 行不是访问日志") from None  # fmt: skip


def _recorded(given: dict[str, Any]) -> Recorded:
    content = given.get("content", given)
    entry = json.loads(content) if isinstance(content, str) else content
    refused = entry.get("refused") or ()
    levels = dict(entry.get("levels") or {}) | dict.fromkeys(
        refused if not isinstance(refused, bool) else (), "REFUSED"
    )
    actors = tuple(frozenset(actor["roles"]) for actor in entry.get("actors") or ())
    return Recorded(frozenset(entry["roles"]), entry.get("purpose"), entry.get("matter"), levels, actors)


def replay(records: Iterable[Recorded], now: Policy, proposed: Policy) -> Shadow:
    """Judge every recorded coordinate again under the proposed table; `now` tells on which road it was met."""
    shadow, judges = Shadow(), _Judges(now, proposed)
    for one in records:
        shadow.operations += 1
        if not all(roles and roles <= {*proposed.roles} for roles in one.parties):
            shadow.unknown[f"roles {one.who}"] += 1
            continue
        opened = judges.was_open(one)
        after = {name: judges.after(one, name, before, opened) for name, before in one.levels.items()}
        _compare(shadow, one, after)
    return shadow


def _compare(shadow: Shadow, one: Recorded, after: Mapping[str, str | None]) -> None:
    shadow.unknown.update(name for name, level in after.items() if level is None)
    known = {name: level for name, level in after.items() if level is not None}
    for name, level in known.items():
        if one.levels[name] != level:
            shadow.moved[one.who, effect(one.levels[name], level), name, one.levels[name], level] += 1
    was, is_ = "REFUSED" in one.levels.values(), "REFUSED" in known.values()
    if was != is_ and known:
        (shadow.refused if is_ else shadow.answered)[one.who] += 1


def effect(before: str, after: str) -> str:
    """`gains` or `loses`; `changes` where other rows are clear than before."""
    (was, _, some), (is_, _, others) = before.partition(":"), after.partition(":")
    if was == is_ == "CLEAR_IF":
        fewer, more = {*some.split("+")}, {*others.split("+")}
        return "gains" if fewer < more else "loses" if more < fewer else "changes"
    return "gains" if _ORDER[was] < _ORDER[is_] else "loses"


class _Judges:
    """A judge for each kind of caller and each table; what it found once holds for every operation."""

    def __init__(self, now: Policy, proposed: Policy) -> None:
        self._now, self._proposed = now, proposed
        self._known: dict[tuple[Any, ...], str | None] = {}
        self._values: dict[str, Value] = {}
        for kind in catalog().types.values():
            for name, value in kind.visible().items():
                self._values[f"{kind.name}.{name}"] = self._values[value.coordinate] = value

    def was_open(self, one: Recorded) -> bool:
        """Whether something was shown that the present table shows only with Q open."""
        shown = one.levels.items()
        return any(self.level(one, self._now, name, level == "FILTER", True) == level
                   != self.level(one, self._now, name, level == "FILTER", False) for name, level in shown)  # fmt: skip

    def after(self, one: Recorded, name: str, before: str, opened: bool) -> str | None:
        """What the proposed table shows of a coordinate; of one that was refused though it is shown, its use."""
        used = before == "REFUSED" and self.level(one, self._now, name, False, opened) != "REFUSED"
        return self.level(one, self._proposed, name, used or before == "FILTER", opened)

    def level(self, one: Recorded, table: Policy, name: str, compared: bool, opened: bool) -> str | None:
        """What a table shows of a coordinate, or whether it may be compared; None for one that is no field."""
        key = (one.parties, one.purpose, one.matter is not None, table.version, name, compared, opened)
        if key not in self._known:
            value = self._values.get(name)
            self._known[key] = None if value is None else _judged(one, table, value, compared, opened)
        return self._known[key]


def _judged(one: Recorded, table: Policy, value: Value, compared: bool, opened: bool) -> str:
    judge = Judge(_asking(one), table)
    if opened:
        judge.opened = judge.may_open
    sight = judge.told(value, compared=compared)
    if sight is None:
        return "REFUSED"
    return "FILTER" if compared else told(sight)


def _asking(one: Recorded) -> Caller:
    actors = tuple(Actor("", "", "", roles, (), (), None) for roles in one.actors)
    return Caller(
        issuer="", subject="", agency="", roles=one.roles, areas=(), courts=(), purpose=one.purpose, matter=one.matter,
        subject_id=None, jti="", scopes=frozenset(), expires=0, actors=actors,
    )  # fmt: skip


def of_documents(texts: Iterable[str], now: Policy) -> Iterator[Recorded]:
    """What each role is shown now of the fields that documents select, without a purpose and with one of its own.

    Q counts as open where every root field looks one row up. Raises InvalidArgument for a text that is no document.
    """
    judges = _Judges(now, now)
    for text in texts:
        names, looked_up = _selected(text)
        for role in now.roles:
            for purpose in (None, *(sorted(now.purposes.get(role, ()))[:1] if looked_up else ())):
                one = Recorded(frozenset({role}), purpose, purpose and "-", {})
                levels = {name: judges.level(one, now, name, False, purpose is not None) for name in names}
                known = {name: level for name, level in levels.items() if level is not None}
                yield Recorded(one.roles, one.purpose, one.matter, known)


def _selected(text: str) -> tuple[list[str], bool]:
    """The coordinates that a document selects, of every concrete type, and whether its roots are look-ups only."""
    collector = _Collector()
    info = TypeInfo(catalog().graphql)
    collector.info = info
    try:
        visit(tree(text, ""), TypeInfoVisitor(info, collector))
    except GraphQLError:
        raise InvalidArgument(argument="--documents", reason="one of the files is no GraphQL document",
                              reason_zh="有文件不是 GraphQL 查询语句") from None  # fmt: skip
    return sorted(collector.names), collector.roots <= {*catalog().lookups, "node", "__typename"}


class _Collector(Visitor):
    info: TypeInfo

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.roots: set[str] = set()

    def enter_field(self, node: FieldNode, *_: Any) -> None:
        """Note the coordinate."""
        parent = self.info.get_parent_type()
        name = get_named_type(parent).name if parent else ""
        if name in ("Query", "Mutation"):
            self.roots.add(node.name.value)
        elif name in catalog().types:
            for kind in catalog().concrete(name):
                if node.name.value in kind.visible():
                    self.names.add(f"{kind.name}.{node.name.value}")
