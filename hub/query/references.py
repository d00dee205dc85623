"""References: rows that a request names, read once, checked, and handed to SQL as arrays of one length.

The statement depends on what is selected alone, never on how many references come or of which kinds: one row of
`unnest` for each, and in it one search for each table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from hub.errors import InvalidArgument
from hub.query import limits, sql
from hub.query.authorise import refusal
from hub.query.authorise_references import PERSON, ROOTS
from hub.query.authorised import Opening, ReferencesNode, Selection
from hub.query.coercion import CODE, Codes
from hub.query.cost import Item, Place, item, kinds
from hub.query.joins import current, identified
from hub.query.operation import Slot, filled
from hub.query.parameters import Bindings, Getter, Parameters
from schema.catalog import catalog
from schema.kinds import ID, TEXT, Kind
from schema.names import name_of

Fragment = sql.Composable
#: the JSON of the row of a selection that satisfies a condition and exists for the caller, or null
Find = Callable[[Selection, Callable[[sql.SQL], Fragment]], Fragment]

MOST = {"nodes": limits.IDS, "subjectsByReference": limits.REFERENCES, "_entities": limits.REFERENCES}
COMMA = sql.SQL(", ")


# --- reading -------------------------------------------------------------------------------------------------------


class Named(NamedTuple):
    """One reference as SQL gets it."""

    way: int | None
    value: str
    #: the name of a person, or the discriminator's value that the named type has
    also: str | None = None


class Columns(NamedTuple):
    """All references as SQL gets them, one list for each member of `Named`."""

    way: Sequence[int | None]
    value: Sequence[str]
    also: Sequence[str | None]


#: one reference as given, where it stands, refusals to add to, the request
Read = Callable[[Any, str, dict[str, Opening], Bindings], Named]


@dataclass(frozen=True, eq=False)
class Reader:
    """Reads the references of a request, once."""

    node: ReferencesNode

    def check(self, bound: Bindings) -> None:
        """Whether what the request names can be answered. Raises LimitExceeded, InvalidArgument or Forbidden."""
        self(bound)

    def __call__(self, bound: Bindings) -> Columns:
        """What is named, in order. Raises like `check`."""
        if self not in bound.memo:
            bound.memo[self] = self._read(bound)
        found: Columns = bound.memo[self]
        return found

    def _read(self, bound: Bindings) -> Columns:
        given = filled(self.node.given, bound.variables)
        if self.node.name == "node":
            return Columns([None], [_accepted(ID.accept, given, "id")], [None])
        argument = ROOTS[self.node.name]
        limits.check(f"items of {argument}", f"{argument} 的项数", len(given), MOST[self.node.name])
        if isinstance(given, Codes):
            key = self.node.keys["Subject"][CODE]
            if key.refused:
                raise refusal(key.refused)
            return Columns([key.way], list(given), [None])  # where all are named alike, only the codes are asked for
        refused: dict[str, Opening] = {}
        read: Read = {"nodes": self._id, "_entities": self._representation}.get(self.node.name, self._reference)
        found = [read(item, f"{argument}[{place}]", refused, bound) for place, item in enumerate(given, 1)]
        if refused:
            raise refusal(refused)
        return Columns(*([getattr(one, name) for one in found] for name in Named._fields))

    def _id(self, item: Any, where: str, _: dict[str, Opening], __: Bindings) -> Named:
        return Named(None, _accepted(ID.accept, item, where))

    def _reference(self, item: Any, where: str, refused: dict[str, Opening], bound: Bindings) -> Named:
        """A `SubjectReference`; graphql-core has accepted its numbers and codes already."""
        field, value = next(iter(item.items()))
        key = self.node.keys["Subject"][field]
        refused |= key.refused
        if field == PERSON:
            return Named(key.way, bound.blinded(value["idNumber"]), name_of(value["name"]))
        return Named(key.way, _accepted(ID.accept, value, where) if field == "id" else value)

    def _representation(self, item: Any, where: str, refused: dict[str, Opening], _: Bindings) -> Named:
        """What a gateway sends, which may be anything."""
        name = item.get("__typename") if isinstance(item, dict) else None
        keys = self.node.keys.get(name) if isinstance(name, str) else None
        if keys is None:
            raise InvalidArgument(
                argument=where, reason="names no entity of this hub", reason_zh="未指明本系统的实体类型"
            )
        field = next((field for field in keys if item.get(field) is not None), None)
        if field is None:
            raise InvalidArgument(argument=where, reason="holds no key of its type", reason_zh="缺少该类型的键")
        refused |= keys[field].refused
        return Named(keys[field].way, _key(keys[field].value.kind, item[field], where), keys[field].when)


def _key(kind: Kind, value: Any, where: str) -> str:
    """A key in its canonical form. Of codes the hub itself shows some that fail their check digit: as they stand."""
    if kind.cast != "text":
        return _accepted(kind.accept, value, where)
    text = _accepted(TEXT.accept, value, where)
    try:
        return str(kind.accept(text))
    except ValueError:
        return text


def _accepted(accept: Callable[[Any], Any], value: Any, where: str) -> str:
    try:
        return str(accept(value))
    except ValueError:
        raise InvalidArgument(argument=where, reason="is not well-formed", reason_zh="格式不正确") from None


# --- cost ----------------------------------------------------------------------------------------------------------


@item.register
def _(node: ReferencesNode) -> Item:
    """One object for each reference; a row stands in one table, so the types of all tables are alternatives."""
    found = tuple(kind for selection in node.selections for kind in kinds(selection) if kind)
    return Item(_count(node), (Place(1, found),))


def _count(node: ReferencesNode) -> int | Callable[[Bindings], float]:
    if node.name == "node":
        return 1
    given = node.given
    return (lambda bound: len(given.read(bound.variables))) if isinstance(given, Slot) else len(given)


# --- SQL -----------------------------------------------------------------------------------------------------------


def compiled(node: ReferencesNode, find: Find, bound: Parameters) -> tuple[Fragment, Callable[[Bindings], None]]:
    """The JSON of what is named, and the check that it can be answered."""
    reader = Reader(node)
    if node.name == "node":
        return _any_table(node, find, bound.add(lambda given: reader(given).value[0], "uuid"), bound), reader.check
    named = bound.alias("named")
    if node.name == "nodes":
        arrays = [("value", "uuid[]")]
        row = _any_table(node, find, sql.SQL("{}.value").format(named), bound)
    else:
        arrays = [("value", "text[]")]
        arrays += [("way", "integer[]")] if len(node.ways) > 1 else []
        arrays += [("also", "text[]")] if _asks_more(node) else []
        row = _by_way(node, find, named, bound)
    body = sql.SQL(
        "(select coalesce(json_agg({row} order by {named}.place), '[]')"
        " from unnest({arrays}) with ordinality {named}({columns}, place))"
    ).format(
        row=row, named=named, columns=COMMA.join([sql.SQL(name) for name, _ in arrays]),
        arrays=COMMA.join([bound.add(_column(reader, name), cast) for name, cast in arrays]),
    )  # fmt: skip
    return body, reader.check


def _column(reader: Reader, name: str) -> Getter:
    return lambda bound: getattr(reader(bound), name)


def _any_table(node: ReferencesNode, find: Find, wanted: Fragment, bound: Parameters) -> Fragment:
    """The row with an id, in whichever table it is; ids are random, so it is in one at most."""
    found = [find(one, partial(_has_id, one.type_name, wanted, bound)) for one in node.selections]
    return sql.SQL("coalesce({})").format(COMMA.join(found))


def _has_id(type_name: str, wanted: Fragment, bound: Parameters, alias: sql.SQL) -> Fragment:
    is_subject = catalog().types[type_name].entity.table == "subject"
    return sql.SQL("{}.id = {}").format(alias, current(wanted, bound) if is_subject else wanted)


def _asks_more(node: ReferencesNode) -> bool:
    """Whether more than one value may name a row: a person's name beside the number, the type beside the key."""
    return node.name == "_entities" or PERSON in node.keys["Subject"]


def _by_way(node: ReferencesNode, find: Find, named: sql.SQL, bound: Parameters) -> Fragment:
    """The row that is named in one of the ways; a way leads to one table."""
    whens = []
    for selection in node.selections:
        ways = {place: column for place, (name, column) in enumerate(node.ways) if name == selection.type_name}
        row = find(selection, partial(_is_named, node, selection.type_name, ways, named, bound))
        if len(node.ways) == 1:
            return row
        whens.append(sql.SQL("when {}.way in ({}) then {}").format(named, COMMA.join(map(_number, ways)), row))
    return sql.SQL("case {} end").format(sql.SQL(" ").join(whens))


def _number(place: int) -> sql.SQL:
    return sql.SQL(str(place))


def _is_named(
    node: ReferencesNode, type_name: str, ways: Mapping[int, str], named: sql.SQL, bound: Parameters, alias: sql.SQL
) -> Fragment:
    """True of the row of a table that the reference `named` names in one of `ways`."""
    found = {place: _id_of(type_name, column, named, bound) for place, column in ways.items()}
    whens = [sql.SQL("when {} then {}").format(_number(place), one) for place, one in found.items()]
    wanted = next(iter(found.values()))
    if len(found) > 1:
        wanted = sql.SQL("case {}.way {} end").format(named, sql.SQL(" ").join(whens))
    same = sql.SQL("{}.id = {}").format(alias, wanted)
    if not _asks_more(node):
        return same
    also = "name" if node.name == "subjectsByReference" else catalog().types[type_name].entity.discriminator
    if also is None:
        return same
    return sql.SQL("{} and ({named}.also is null or {}.{} = {named}.also)").format(
        same, alias, sql.Identifier(also), named=named
    )


def _id_of(type_name: str, column: str, named: sql.SQL, bound: Parameters) -> Fragment:
    """The id of the row that is named: the id itself, found by an identifier, or by a natural key."""
    if column == "id":
        given = sql.SQL("{}.value::uuid").format(named)
        return current(given, bound) if catalog().types[type_name].entity.table == "subject" else given
    if column.startswith("@"):
        return identified(column[1:], sql.SQL("{}.value").format(named), bound)
    kind = catalog().types[type_name]
    return sql.SQL("(select {0}.id from {1} {0} where {0}.{2} = {3}.value::{4})").format(
        bound.alias("key"), sql.Identifier(kind.entity.table), sql.Identifier(column), named,
        sql.SQL(kind.values[column].kind.cast))  # fmt: skip
