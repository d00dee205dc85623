"""Compile: an authorised operation → one SQL statement that returns the finished JSON.

Shapes, and why: relations are correlated sub-selects in the select list at the level that orders and limits, so
PostgreSQL evaluates them after the limit and a distributed PostgreSQL can push them down; objects are `row_to_json`
over a sub-select, which keeps order and has no limit of a hundred arguments; every value is a `$n` parameter; every
inner alias holds a `$`, which no GraphQL name can, so that no response key can shadow it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Any

from hub.query import compile_filter, compile_groups, joins, paging, references, search, sql, viewer
from hub.query.authorised import (
    FOUND_BY_NUMBER,
    Authorised,
    ListNode,
    ObjectNode,
    Part,
    ReferencesNode,
    Root,
    SearchNode,
    Selected,
    Selection,
    TypeNameNode,
    ValueNode,
    ViewerNode,
)
from hub.query.cost import Cost
from hub.query.exact import Exact, exact
from hub.query.joins import conjunction
from hub.query.parameters import Bindings, Parameters, marker
from hub.query.record import Record, recorded
from hub.query.records import MANY, Fields
from hub.query.records import record as made
from hub.query.rows import Rows
from hub.query.signature import Signatures
from hub.query.values import Values, may_be_erased
from schema.catalog import Catalog, Value, catalog

Fragment = sql.Composable
JOIN = sql.SQL(", ")
#: concrete type → response key → what is selected there
Keyed = dict[str, dict[str, Selected]]


@dataclass(frozen=True)
class Statement:
    """One compiled operation: its text, how its parameters are found, and what the answer has to do with the bytes."""

    text: str
    parameters: tuple[Callable[[Bindings], Any], ...]
    checks: tuple[Callable[[Bindings], None], ...]
    #: whether the answer holds sealed values or cursors to open or seal
    marked: bool
    #: constant tail of the answer: policy version and masked coordinates
    extensions: bytes
    #: coordinates of values that are null where they were erased; marks in the answer number them
    erasable: tuple[str, ...]
    cost: Cost
    record: Record
    #: look-ups of people by ID number, which are charged
    exact: Exact | None


@dataclass
class _State:
    parameters: Parameters
    checks: list[Callable[[Bindings], None]] = field(default_factory=list)
    marked: bool = False


def compile_operation(authorised: Authorised, policy_version: str, cost: Cost | None = None) -> Statement:
    """The statement for an authorised operation; `cost` where it was worked out already."""
    record = recorded(authorised, policy_version)
    compiler = Compiler()
    text = compiler.operation(authorised)
    state = compiler.state
    cost = cost or Cost(authorised)
    extensions: dict[str, Any] = {"policyVersion": policy_version}
    if authorised.masked:
        extensions["masked"] = sorted(authorised.masked)
    if authorised.masked_elsewhere:
        extensions["maskedElsewhere"] = sorted(authorised.masked_elsewhere)
    if authorised.waiting:
        extensions["opensWith"] = {name: sorted(found) for name, found in sorted(authorised.waiting.items())}
    tail = json.dumps(extensions, ensure_ascii=False, separators=(",", ":")).encode()
    checks = (*state.checks, cost.check)
    return Statement(
        text.text, tuple(state.parameters.getters), checks, state.marked or compiler.values.marked, tail,
        tuple(compiler.values.erasable), cost, record,
        exact(authorised),
    )  # fmt: skip


class Compiler:
    """Writes one statement; holds nothing but the alias counter and the parameter list."""

    def __init__(self) -> None:
        self.catalog: Catalog = catalog()
        self.state = _State(Parameters())
        self._signature = Signatures().of
        self.rows = Rows(self.catalog, self.state.parameters)
        self.values = Values(self.catalog, self.state.parameters)
        #: how many rows there are at most of what is being compiled
        self._times = 1

    def operation(self, authorised: Authorised) -> Fragment:
        """`select row_to_json(all roots)`."""
        fields = [(self._root(root), root.key) for root in authorised.roots]
        return sql.SQL("select {}").format(self._record(fields))

    def _record(self, fields: Fields) -> Fragment:
        return made(fields, self._times, self.state.parameters)

    @contextmanager
    def _for_each(self, rows: object) -> Iterator[None]:
        """What is compiled meanwhile stands in each of so many rows; in many, where each request tells how many."""
        before, self._times = self._times, self._times * (rows if isinstance(rows, int) else MANY)
        yield
        self._times = before

    def _alias(self, stem: str) -> sql.SQL:
        return self.state.parameters.alias(stem)

    # --- roots -------------------------------------------------------------------------------------------------

    def _root(self, root: Root) -> Fragment:
        node = root.node
        if isinstance(node, TypeNameNode):
            return sql.text(node.name)
        if isinstance(node, ListNode):
            return self._list(node, None)
        if isinstance(node, ReferencesNode):
            return self._references(node)
        if isinstance(node, SearchNode):
            return self._search(node)
        if isinstance(node, ViewerNode):
            body, check = viewer.compiled(node, self.state.parameters)
            self.state.checks.append(check)
            return body
        assert isinstance(node, ObjectNode)
        if root.name in self.catalog.lookups:
            return self._lookup(node, root.arguments)
        return self._payload(node)

    def _payload(self, node: ObjectNode) -> Fragment:
        """An action's result: the rows it wrote are found by the keys it returned."""
        name, fields = next(iter(node.selection.fields.items()))
        return self._record([(self._written(child, name), child.key) for child in fields])

    def _written(self, child: Selected, payload: str) -> Fragment:
        if isinstance(child, TypeNameNode):
            return sql.text(payload)
        assert isinstance(child, ObjectNode)
        # only where it is mentioned: a parameter that no text mentions has no type
        key = self.state.parameters.add(lambda bound: bound.keys[0], "uuid")
        return self._found(child, lambda alias: sql.SQL("{}.id = {}").format(alias, key))

    def _lookup(self, node: ObjectNode, arguments: dict[str, Any]) -> Fragment:
        kind = self.catalog.types[node.selection.type_name]
        lookup = kind.entity.lookup
        assert lookup

        def condition(alias: sql.SQL) -> Fragment:
            parts = [
                joins.lookup(kind, alias, lookup.arguments[name], value, self.state.parameters)
                for name, value in arguments.items() if value is not None
            ]  # fmt: skip
            return sql.SQL(" and ").join(parts)

        return self._found(node, condition)

    def _references(self, node: ReferencesNode) -> Fragment:
        with self._for_each(1 if node.name == "node" else None):
            body, check = references.compiled(
                node, lambda selection, named: self._found(ObjectNode("", None, selection), named),
                self.state.parameters
            )  # fmt: skip
        self.state.checks.append(check)
        return body

    def _search(self, node: SearchNode) -> Fragment:
        self.state.checks += search.checks(node)
        with self._for_each(node.first):
            return search.compiled(node, self._record, self._object, self._visible, self.state.parameters)

    # --- objects -----------------------------------------------------------------------------------------------

    def _found(self, node: ObjectNode, condition: Callable[[sql.SQL], Fragment]) -> Fragment:
        """One row or null: `(select object from table where condition and visible limit 1)`."""
        table = self.catalog.types[node.selection.type_name].entity.table
        alias = self._alias(table)
        conditions = conjunction([condition(alias), self._visible(node.selection, alias)])
        with self.values.anchored(alias, "id") if node.selection.named else nullcontext():
            found = self._object(node.selection, alias)
        return sql.SQL("(select {} from {} {} where {} limit 1)").format(
            found, sql.Identifier(table), alias, conditions)  # fmt: skip

    def _visible(self, selection: Selection, alias: sql.SQL) -> Fragment:
        return self.rows.visible(selection.type_name, selection.visibility, alias)

    def _object(self, selection: Selection, alias: sql.SQL) -> Fragment:
        """The JSON of one row: a record, with a CASE at each key that concrete types answer differently."""
        fields: Keyed = {
            visible.type_name: {node.key: node for node in selection.fields[visible.type_name]}
            for visible in selection.visibility
        }
        alike: dict[tuple[str, ...], list[str]] = {}
        for name, keyed in fields.items():
            alike.setdefault(tuple(keyed), []).append(name)
        subject = self._subject(selection, alias)
        if len(alike) == 1:
            return self._record([*subject, *[(self._at(key, fields, alias), key) for key in next(iter(alike))]])
        return self._records(alike, fields, alias, subject)

    def _subject(self, selection: Selection, alias: sql.SQL) -> Fields:
        """Whom a row is about, in front of what is selected of it, where the log has to know."""
        if not selection.names_subject:
            return []
        return [(self._subject_of(selection.type_name, alias), "$")]

    def _subjects(self, node: ListNode, page: paging.Page, alias: sql.SQL, columns: list[Fragment]) -> Fields:
        """Whom the rows of a page are about, in front of the page: one list instead of a mark in each row."""
        if not node.names_subjects:
            return []
        name = sql.Identifier(f"j${len(columns)}")
        columns.append(sql.SQL("{} as {}").format(self._subject_of(node.type_name, alias), name))
        return [(page.aggregated(name), "$")]

    def _subject_of(self, type_name: str, alias: sql.SQL) -> Fragment:
        column = "id" if self.catalog.types[type_name].entity.table == "subject" else "subject_id"
        return sql.SQL("{}.{}").format(alias, sql.Identifier(column))

    def _records(
        self, alike: dict[tuple[str, ...], list[str]], fields: Keyed, alias: sql.SQL, subject: Fields
    ) -> Fragment:
        """A record for each set of keys, over values that are all worked out once, below: were they written into each
        record, PostgreSQL would get ready for each of them, several times for the same row. `offset 0` keeps it so.
        """
        inner = self._alias("values")
        keys = list(dict.fromkeys(key for keys in alike for key in keys))
        places = {key: sql.Identifier(f"v${number}") for number, key in enumerate(keys)}
        columns = [sql.SQL("{} as {}").format(self._at(key, fields, alias), places[key]) for key in keys]
        branches = [
            (names, self._record([*subject, *[(sql.SQL("{}.{}").format(inner, places[key]), key) for key in keys]]))
            for keys, names in alike.items()
        ]
        return sql.SQL("(select {} from (select {} offset 0) {})").format(
            self.rows.by_type(branches, alias), JOIN.join(columns) if columns else sql.SQL("1"), inner)  # fmt: skip

    def _at(self, key: str, fields: Keyed, alias: sql.SQL) -> Fragment:
        """The value at one key, for rows of all types that have it."""
        nodes = [(name, keyed[key]) for name, keyed in fields.items() if key in keyed]
        value = self._field(nodes, alias)
        names = [name for name, _ in nodes]
        if len(names) < len(fields) and not isinstance(nodes[0][1], ValueNode):
            return self.rows.by_type([(names, value)], alias)  # what other types do not ask for is not looked up
        return value

    def _field(self, nodes: list[tuple[str, Selected]], alias: sql.SQL) -> Fragment:
        """The value at one key, for rows of these types."""
        alike: dict[Hashable, list[tuple[str, Selected]]] = {}
        for name, node in nodes:
            alike.setdefault(self._signature(node), []).append((name, node))
        mixed = len(alike) > 1 and any(may_be_erased(same[0][1]) for same in alike.values())
        branches = [
            (
                [name for name, _ in same],
                self._selected(same[0][1], alias, [name for name, _ in same], as_json=mixed),
            )
            for same in alike.values()
        ]
        return branches[0][1] if len(branches) == 1 else self.rows.by_type(branches, alias)

    def _type_name(self, names: list[str], alias: sql.SQL) -> Fragment:
        if len(names) == 1:
            return sql.text(names[0])
        return self.rows.by_type([([name], sql.Literal(name)) for name in names], alias)

    def _selected(self, node: Selected, alias: sql.SQL, names: list[str], *, as_json: bool = False) -> Fragment:
        if isinstance(node, TypeNameNode):
            return self._type_name(names, alias)
        if isinstance(node, ValueNode):
            value = self.values.value(node, alias)
            if not as_json or may_be_erased(node):
                return value
            return sql.SQL("to_json(({})::{})").format(value, sql.SQL(node.value.kind.cast))
        assert node.link
        if node.link.type_name == FOUND_BY_NUMBER:
            with self.values.anchored(alias, "subject_id"):
                return self._related(node, alias)
        return self._related(node, alias)

    def _related(self, node: ObjectNode | ListNode, alias: sql.SQL) -> Fragment:
        """The JSON of what a relation leads to from a row."""
        if isinstance(node, ListNode):
            return self._list(node, alias)
        link = node.link
        assert link
        return self._found(node, lambda target: self.rows.joined(link, node.road, alias, target))

    # --- lists -------------------------------------------------------------------------------------------------

    def _list(self, node: ListNode, parent: sql.SQL | None) -> Fragment:
        """A connection: a page of rows aggregated once, and counts only when asked for."""
        table = self.catalog.types[node.type_name].entity.table
        self.state.checks += paging.size_checks(node)
        if not any(part.name in ("nodes", "edges", "pageInfo") for part in node.parts):
            # a parameter that no text mentions has no type, so nothing of the page may be bound
            self.state.checks += paging.cursor_checks(node)
            return self._record([(self._beside(p, node, parent), p.key) for p in node.parts])
        alias = self._alias(table)
        source = sql.SQL("{} {}").format(sql.Identifier(table), alias)
        conditions = self._conditions(node, alias, parent)
        kind = self.catalog.types[node.type_name]
        page = paging.page(node, kind, alias, self._order(node, alias), self.state.parameters)
        columns: list[Fragment] = []
        subjects = self._subjects(node, page, alias, columns)
        outer = self._record(
            [*subjects, *[(self._part(p, node, page, alias, columns, parent), p.key) for p in node.parts]]
        )
        # `having` makes it one row even where nothing that was asked for aggregates
        return sql.SQL("(select {} from {} {} having true)").format(
            outer, page.rows(source, conditions, columns), page.alias
        )

    def _order(self, node: ListNode, alias: sql.SQL) -> Callable[[Value], Fragment]:
        return lambda value: self.rows.comparable(value, node.uses[value.name], alias)

    def _beside(self, part: Part, node: ListNode, parent: sql.SQL | None) -> Fragment:
        """What stands beside a page and needs none of its rows: the count, groups and the type's name."""
        if part.name == "__typename":
            return sql.text(f"{node.type_name}Connection")
        if part.name == "groups":
            self.state.marked = True
            kind = self.catalog.types[node.type_name]
            return compile_groups.groups(part, kind, lambda alias: self._tied(node, alias, parent), self.rows)
        return self._count(node, parent)

    def _count(self, node: ListNode, parent: sql.SQL | None) -> Fragment:
        """All rows that the caller may see under the filter, whatever page is shown."""
        table = self.catalog.types[node.type_name].entity.table
        alias = self._alias(table)
        return sql.SQL("(select count(*) from {} {} where {})").format(
            sql.Identifier(table), alias, conjunction(self._conditions(node, alias, parent)))  # fmt: skip

    def _conditions(self, node: ListNode, alias: sql.SQL, parent: sql.SQL | None) -> list[Fragment]:
        where = compile_filter.condition(node.where, alias, self.rows)
        return [self._tied(node, alias, parent), self._visible(node.selection, alias), where]

    def _tied(self, node: ListNode, alias: sql.SQL, parent: sql.SQL | None) -> Fragment:
        return self.rows.joined(node.link, node.road, parent, alias) if node.link and parent else joins.TRUE

    def _part(self, part: Part, node: ListNode, page: paging.Page, alias: sql.SQL, columns: list[Fragment],
              parent: sql.SQL | None) -> Fragment:  # fmt: skip
        if part.name in ("__typename", "totalCount", "groups"):
            return self._beside(part, node, parent)
        if part.name == "pageInfo":
            return self._page_info(part, page, columns)
        with self._for_each(page.size):
            body = self._edge(part, node, page, alias) if part.name == "edges" else self._object(part.selection, alias)  # type: ignore[arg-type]
        name = sql.Identifier(f"j${len(columns)}")
        columns.append(sql.SQL("{} as {}").format(body, name))
        return page.aggregated(name)

    def _edge(self, part: Part, node: ListNode, page: paging.Page, alias: sql.SQL) -> Fragment:
        fields: Fields = []
        for key, name, selection in part.fields:
            if name == "cursor":
                fields.append((self._cursor(page), key))
            elif name == "node":
                assert selection
                fields.append((self._object(selection, alias), key))
            else:
                fields.append((sql.text(f"{node.type_name}Edge"), key))
        return self._record(fields)

    def _cursor(self, page: paging.Page) -> Fragment:
        self.state.marked = True
        mark = self.state.parameters.add(marker, "text")
        return page.cursor(mark)

    def _page_info(self, part: Part, page: paging.Page, columns: list[Fragment]) -> Fragment:
        fields: Fields = []
        for key, name, _ in part.fields:
            if name == "__typename":
                expression: Fragment = sql.text("PageInfo")
            elif name in ("startCursor", "endCursor"):
                expression = page.end_cursor(name, self._cursor(page), columns)
            else:
                expression = page.more(name)
            fields.append((expression, key))
        return self._record(fields)
