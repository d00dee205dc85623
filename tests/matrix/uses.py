"""Uses: filtering, ordering, paging and counting by each column, on each list that the schema has; documents of them.

Use needs sight, so what the policy keeps from a caller may decide about no row of a list, no position in it and no
number beside it. Values to compare with are taken from a row that is there for the caller and from one that is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graphql import GraphQLEnumType, GraphQLInputObjectType, get_named_type

from schema.catalog import Link, ObjectType, Value, catalog
from tests.matrix.extent import ALL
from tests.oracle.generate_values import Word, is_acceptable, printed
from tests.oracle.groups import fields_by_word, group_fields
from tests.oracle.permitted import Permitted
from tests.oracle.policy import Road as State
from tests.oracle.policy import Sight
from tests.oracle.relations import links, onward
from tests.oracle.sdl import committed_schema
from tests.oracle.values import rendered
from tests.oracle.world import Row

#: what may be asked of a column beside `eq`, in this order; the first that its filter has
RANGES = ("startsWith", "lte", "has", "in")
#: roots of one document, and lists of one subject
TOGETHER = 10


@dataclass(frozen=True)
class Listed:
    """A list, and where it hangs: at the root, or below the looked-up subject or each of all subjects."""

    field: str
    kind: ObjectType
    state: State = State.LISTED
    #: the relation, and the concrete type that has it
    link: Link | None = None
    looked_up: bool = False

    def document(self, texts: Sequence[str], variables: str = "") -> str:
        """Several asks of the list, each the text after its name; `$id` is the subject."""
        asks = " ".join(f"a{number}: {self.field}{text}" for number, text in enumerate(texts))
        if self.link is None:
            return f"query{variables and f' ({variables})'} {{ {asks} }}"
        inside = f"... on {self.link.type_name} {{ {asks} }}"
        if self.looked_up:
            return f"query ($id: ID!{variables and f', {variables}'}) {{ subject(id: $id) {{ {inside} }} }}"
        return f"query{variables and f' ({variables})'} {{ subjects(first: 20) {{ nodes {{ {inside} }} }} }}"


def lists() -> Iterator[Listed]:
    """Every list of the schema: roots, and relations of subjects by look-up and in a page."""
    for field, name in catalog().lists.items():
        yield Listed(field, catalog().types[name])
    seen = set()
    for one in catalog().concrete("Subject"):
        for link in one.links.values():
            if link.many and link.origin not in seen:
                seen.add(link.origin)
                target = catalog().types[link.target]
                yield Listed(link.field, target, onward(link, State.LOOKED_UP), link, looked_up=True)
                yield Listed(link.field, target, State.LISTED, link)


@dataclass(frozen=True)
class Uses:
    """What one caller may and may not use of one list."""

    sight: Sight
    permitted: Permitted
    listed: Listed

    # --- filters -------------------------------------------------------------------------------------------------

    def all_filters(self) -> str:
        """Every column compared at once: nothing but the refusal counts."""
        parts = [{name: _absent(self.listed.kind, name)} for name in self.listed.kind.filterable]
        return _counted({"and": parts[:45]})

    def filters(self) -> Iterator[str]:
        """Each column that may be used, compared with what stands in a row that is there and in one that is not."""
        for name, value in self.listed.kind.filterable.items():
            if not self.permitted.use(self.listed.kind, value.name, self.listed.state):
                continue
            for condition in self._conditions(self.listed.kind, value):
                yield _counted({name: condition})

    def related(self) -> Iterator[tuple[str, str]]:
        """Each column behind each relation: the permitted ones one by one with what to write; all others named."""
        for link in self._links():
            if not self.permitted.through(self.listed.kind, link, self.listed.state):
                yield "refused", _counted({link.field: {"some": {}} if link.many else {}})
                continue
            target = catalog().types[link.target]
            shut = []
            for name, value in target.filterable.items():
                if self.permitted.use(target, value.name, State.LISTED):
                    condition = next(iter(self._conditions(target, value)), _absent(target, name))
                    yield "answered", _counted({link.field: self._quantified(link, {name: condition})})
                else:
                    shut.append({name: _absent(target, name)})
            if shut:
                yield "refused", _counted({link.field: self._quantified(link, {"or": shut})})

    def _links(self) -> list[Link]:
        offered = committed_schema().type_map.get(f"{self.listed.kind.name}Filter")
        if offered is None:
            return []
        assert isinstance(offered, GraphQLInputObjectType)
        return [link for name, link in links(self.listed.kind).items() if name in offered.fields]

    def _quantified(self, link: Link, condition: dict[str, object]) -> dict[str, object]:
        """`some`, `none` and `every` take turns."""
        if not link.many:
            return condition
        turn = len(next(iter(condition))) + len(link.field)
        return {("some", "none", "every")[turn % 3]: condition}

    def _conditions(self, kind: ObjectType, value: Value) -> Iterator[dict[str, object]]:
        operators = _operators(kind, value.field)
        word = get_named_type(next(iter(operators.fields.values())).type)
        samples = list(self._samples(kind, value))
        plain = [Word(one) if isinstance(word, GraphQLEnumType) else one for one in samples]
        first = "eq" if "eq" in operators.fields else next(iter(operators.fields))
        for one in plain:
            yield {first: [one] if first == "in" else one}
        other = next((name for name in RANGES if name in operators.fields), None)
        if plain and not ALL:
            return
        if plain and other and other != first:
            yield {other: [plain[-1]] if other == "in" else plain[-1]}
        if not plain or first == "eq":
            yield {"eq": None}

    def _samples(self, kind: ObjectType, value: Value) -> Iterator[object]:
        """A value of a row that is there, and one of a row that is not there or of which the column is not seen."""
        rows = self.sight.world.tables[kind.entity.table]
        there = self.sight.all_rows(catalog().leading(kind.name))
        known = {id(row) for row in there}
        absent = [row for row in rows if id(row) not in known]
        found: dict[object, None] = {}
        for some in (there[::-1], absent):
            one = next(filter(None, (self._one(value, row) for row in some)), None)
            if one is not None:
                found[one] = None
        yield from found

    def _one(self, value: Value, row: Row) -> object:
        stored = row.get(value.name)
        stored = stored[0] if isinstance(stored, list) and stored else stored
        shown = rendered(stored)
        return shown if shown is not None and is_acceptable(value.kind.name, shown) else None

    # --- orderings and cursors ----------------------------------------------------------------------------------

    def all_orders(self) -> Iterator[str]:
        """Every ordering of the list, those that are refused included."""
        for value in self.listed.kind.orderable.values():
            yield _ordered(value, "ASC")

    def orders(self) -> Iterator[str]:
        """Each column that may be used, both ways: a whole page with cursors and what is beside it."""
        for value in self.listed.kind.orderable.values():
            if self.permitted.use(self.listed.kind, value.name, self.listed.state):
                yield _ordered(value, "ASC")
                if ALL or self.listed.link is None:
                    yield _ordered(value, "DESC")

    # --- counting ------------------------------------------------------------------------------------------------

    def all_groups(self) -> str | None:
        """Every dimension and sum at once, three dimensions to a grouping."""
        words = fields_by_word(self.listed.kind.name)
        if not words:
            return None
        parts = [list(words)[start : start + 3] for start in range(0, len(words), 3)]
        sums = [name for name in group_fields(self.listed.kind.name) if name.startswith("sum")]
        return self._grouped([(part, sums, False) for part in parts])

    def groups(self) -> Iterator[str]:
        """Each dimension that may be used, alone and beside the one before it, with all sums that may be asked for."""
        kind, state, root = self.listed.kind, self.listed.state, self.listed.link is None
        if not fields_by_word(kind.name):
            return
        words = [
            word for word, name in fields_by_word(kind.name).items()
            if self.permitted.dimension(kind, name, state, at_root=root)
        ]  # fmt: skip
        sums = [
            name
            for name in group_fields(kind.name)
            if name.startswith("sum") and self.permitted.sum(kind, name, state, at_root=root)
        ]
        asks = [([], sums), *(([word], sums) for word in words), *((list(pair), sums) for pair in _pairs(words) if ALL)]
        for only in (False, True):
            there = any(self.sight.ways(one, state) for one in catalog().concrete(kind.name))
            if there or (not only and root and self.sight.countable(kind, None)):
                for start in range(0, len(asks), 8):
                    yield self._grouped([(by, names, only) for by, names in asks[start : start + 8]])

    def _grouped(self, asks: Iterable[tuple[Sequence[str], Sequence[str], bool]]) -> str:
        words = fields_by_word(self.listed.kind.name)
        parts = []
        for number, (by, sums, only) in enumerate(asks):
            chosen = " ".join([*(words[word] for word in by), "count", *sums])
            flag = ", onlyVisible: true" if only else ""
            parts.append(f"g{number}: groups(by: [{', '.join(by)}]{flag}) {{ {chosen} }}")
        return f" {{ {' '.join(parts)} }}"


def _operators(kind: ObjectType, field: str) -> GraphQLInputObjectType:
    declared = committed_schema().type_map[f"{kind.name}Filter"]
    assert isinstance(declared, GraphQLInputObjectType)
    operators = get_named_type(declared.fields[field].type)
    assert isinstance(operators, GraphQLInputObjectType)
    return operators


def _absent(kind: ObjectType, field: str) -> dict[str, object]:
    """A condition that no value is needed for: absence, or of a list that it holds nothing that was said."""
    return {next(iter(_operators(kind, field).fields)): None}


def _pairs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield from pairwise(words)


def _counted(condition: dict[str, object]) -> str:
    return f"(first: 40, filter: {printed(condition)}) {{ totalCount nodes {{ id }} }}"


def _ordered(value: Value, direction: str) -> str:
    order = f"orderBy: [{{field: {value.name.upper()}, direction: {direction}}}]"
    page = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } }"
    return f"(first: 7, {order}, after: $after) {{ {page} totalCount }}"
