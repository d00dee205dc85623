"""Shadow mode: what recorded operations would have been shown under a proposed policy table.

An operation is known by who asked (roles, purpose, matter) and by what he was shown of each coordinate, as the access
log has it. Each coordinate is judged again by the same judge that compiles operations, on the road that explains what
the log says: with `Q` open where something was shown that only purpose and matter number open. A coordinate of an
interface (`Subject.name` of a filter) stands for that of each type that explains what the log says, since the table
decides by these. Nothing is read but the record: no subject, no value, no database.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from graphql import FieldNode, GraphQLError, TypeInfo, TypeInfoVisitor, Visitor, get_named_type, visit

from hub.caller import Actor, Caller
from hub.errors import InvalidArgument
from hub.query.document import tree
from hub.query.judge import Judge
from hub.query.record import level as told
from schema.catalog import Value, catalog
from schema.policy import Policy

#: what is said of a type whose rows are not there for the caller, where others of its interface are
_ABSENT: Final = "ABSENT"
_ORDER: Final = {"REFUSED": 0, _ABSENT: 0, "MASKED": 1, "CLEAR_IF": 2, "CLEAR": 3, "FILTER": 3}


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
        _compare(shadow, one, [found for name in one.levels for found in judges.afterwards(one, name, opened)])
    return shadow


def _compare(shadow: Shadow, one: Recorded, judged: Sequence[tuple[str, str, str | None]]) -> None:
    """Take note of what becomes of an operation: (coordinate, before, after) of each of its coordinates."""
    shadow.unknown.update(name for name, _, after in judged if after is None)
    known = [(name, before, after) for name, before, after in judged if after is not None]
    # rows of one type that are gone leave an answer with those of its fellows; without any it is refused
    left = {kind for name, _, after in known if after not in ("REFUSED", _ABSENT) for kind in _fellows(name)}
    told = [
        (name, before, "REFUSED" if after == _ABSENT and (before == "REFUSED" or name.partition(".")[0] not in left)
         else after) for name, before, after in known
    ]  # fmt: skip
    for name, before, after in told:
        if before != after:
            shadow.moved[one.who, effect(before, after), name, before, after] += 1
    was, is_ = "REFUSED" in one.levels.values(), any(after == "REFUSED" for _, _, after in told)
    if was != is_ and told:
        (shadow.refused if is_ else shadow.answered)[one.who] += 1


@cache
def _fellows(name: str) -> frozenset[str]:
    """The types whose rows come in one list with those of the type that a coordinate is of."""
    own = name.partition(".")[0]
    lists = [{each.name for each in catalog().concrete(kind)} for kind in catalog().types]
    return frozenset({own}.union(*(each for each in lists if own in each)))


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
        shown = [(name, level) for name, level in one.levels.items() if level != "FILTER" or not self._is_shared(name)]
        return any(self.level(one, self._now, name, level == "FILTER", True) == level
                   != self.level(one, self._now, name, level == "FILTER", False) for name, level in shown)  # fmt: skip

    def _is_shared(self, name: str) -> bool:
        value = self._values.get(name)
        return value is not None and [kind.name for kind in catalog().concrete(value.type_name)] != [value.type_name]

    def afterwards(self, one: Recorded, name: str, opened: bool) -> list[tuple[str, str, str | None]]:
        """(coordinate, before, after) of each coordinate that one of the log stands for."""
        before = one.levels[name]
        places = self._places(one, name, before, opened)
        return [(place, before, self._after(one, place, before, open_)) for place, open_ in places]

    def _places(self, one: Recorded, name: str, before: str, opened: bool) -> list[tuple[str, bool]]:
        """The coordinates that a coordinate of the log stands for, and whether Q was open there.

        Of an interface these are its types', those alone of which something was shown, if anything was, and as far as
        the present table says of them what the log does; where all that are there were shown, those, too, that the
        proposed table lets in. In filters Q is seldom open, so that is tried last.
        """
        if not self._is_shared(name):
            return [(name, opened)]
        value = self._values[name]
        types = [f"{kind.name}.{value.field}" for kind in catalog().concrete(value.type_name)
                 if value.field in kind.visible()]  # fmt: skip
        shown = {place.partition(".")[0] for place, level in one.levels.items() if level != "FILTER"}
        among = [place for place in types if place.partition(".")[0] in shown] or types
        uses = (False, True) if before == "REFUSED" else (before == "FILTER",)
        for open_ in sorted({False, opened}):
            present = {place: {self.level(one, self._now, place, use, open_) for use in uses} for place in types}
            found = [place for place in among if before in present[place]]
            away = [place for place in types if _ABSENT in present[place]]
            if found and {*among, *away} == {*types}:
                found += [place for place in away if self._after(one, place, before, open_) != _ABSENT]
            if found:
                return [(place, open_) for place in found]
        return [(name, opened)]

    def _after(self, one: Recorded, name: str, before: str, opened: bool) -> str | None:
        """What the proposed table shows of a coordinate; of one that was refused though it is shown, its use."""
        used = before == "REFUSED" and self.level(one, self._now, name, False, opened) not in ("REFUSED", _ABSENT)
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
        return "REFUSED" if judge.refusals else _ABSENT
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
                known = {name: "REFUSED" if level == _ABSENT else level for name, level in levels.items() if level}
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
