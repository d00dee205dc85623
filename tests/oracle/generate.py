"""Operations by chance: valid documents over the committed schema, with variables and ways to fill them.

Documents are made as text, from the root down; what a caller would be refused is mostly left out, else hardly any
operation of most roles would be answered.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graphql import GraphQLArgument, GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema

from schema.catalog import Link, ObjectType, Value, catalog
from tests.oracle.execute import committed_schema
from tests.oracle.generate_values import Context, Values, Variable, is_acceptable, printed
from tests.oracle.paging import stem
from tests.oracle.permitted import Permitted
from tests.oracle.policy import Road, Sight

#: rows at most, all pages multiplied, so that limits on cost are not what is tested here
ROWS = 200
DEPTH = 5
#: largest pages, by depth
PAGES = ((3, 6, 6, 12, 60), (2, 4, 8), (1, 2, 3))
#: items selected in a document
SIZES = (6, 10, 15, 20, 30, 30, 60)


@dataclass(frozen=True)
class Place:
    """Where something is selected: how deep, below how many rows, on which road."""

    depth: int = 0
    rows: int = 1
    road: Road = Road.LISTED
    #: inside a named fragment every field with arguments gets a name of its own
    fragment: bool = False


@dataclass
class Scope:
    """One selection set and the inline fragments in it: what has been selected there, to be selected again."""

    taken: set[str] = field(default_factory=set)
    again: list[Callable[[], str]] = field(default_factory=list)


@dataclass(frozen=True)
class Draft:
    """A document with its variables; `name` is the operation to run."""

    text: str
    name: str | None
    variables: tuple[Variable, ...]


class Generator:
    """Makes one document."""

    def __init__(
        self, sight: Sight, chance: random.Random, *, polite: bool = True, sizes: Sequence[int] = SIZES
    ) -> None:
        self._chance, self._sight, self._world = chance, sight, sight.world
        self._schema: GraphQLSchema = committed_schema()
        self._values = Values(sight.world, chance)
        self._permitted = Permitted(sight, self._schema) if polite else None
        self._fragments: list[tuple[str, str, Place, str]] = []
        self._aliases = 0
        #: items that may still be selected; then only what is needed
        self._left = chance.choice(sizes)
        self._subjects = sight.world.told_of()

    def draft(self) -> Draft:
        """A document with one operation to run, and sometimes another beside it."""
        chance = self._chance
        scope = Scope()
        body = " ".join(self._directed(self._root(scope)) for _ in range(chance.choice((1, 1, 1, 1, 2, 3))))
        if chance.random() < 0.1:
            body += " __typename"
        variables = tuple(self._values.variables.values())
        name = "Asked" if variables or chance.random() < 0.5 else None
        other = name is not None and chance.random() < 0.1
        parts = [*(f"fragment {name} on {on} {{ {body} }}" for name, on, _, body in self._fragments)]
        parts.insert(chance.randint(0, len(parts)), f"query {name or ''}{_declared(variables)} {{ {body} }}")
        if other:
            parts.append("query Other { __typename }")
        return Draft("\n".join(parts), name if other or chance.random() < 0.5 else None, variables)

    # --- roots --------------------------------------------------------------------------------------------------

    def _root(self, scope: Scope) -> str:
        lists, lookups = sorted(catalog().lists), sorted(catalog().lookups)
        if self._permitted:
            lists = [name for name in lists if self._permitted.root(name)]
            lookups = [name for name in lookups if self._permitted.root(name)]
        # what subjects and facts tell is asked for more often than reference data
        common = [name for name in ("subjects", "listings", "cases", "terminatedCases") if name in lists]
        chance = self._chance
        if lookups and (not lists or chance.random() < 0.4):
            return self._lookup(chance.choice(lookups), scope)
        name = chance.choice(common) if common and chance.random() < 0.5 else chance.choice(lists)
        return self._list(name, None, catalog().lists[name], Place(), scope)

    def _lookup(self, name: str, scope: Scope) -> str:
        chance, world = self._chance, self._world
        subject = chance.choice(self._subjects if chance.random() < 0.9 else world.tables["subject"])
        sealed = subject["id_number_sealed"]
        ways = [{"id": ("ID", subject["id"])}]
        if is_acceptable("CreditCode", subject["credit_code"]):
            ways = [{"creditCode": ("CreditCode", subject["credit_code"])}]
        elif sealed:
            number = world.vault.open("id_number", sealed)
            ways.append({"idNumber": ("IdNumber", number), "name": ("String", subject["name"])})
        given = dict(chance.choice(ways))
        if chance.random() < 0.02:
            given["id"] = ("ID", subject["id"])
        arguments = ", ".join(f"{key}: {self._given(*value)}" for key, value in given.items())
        place = Place(depth=1, rows=1, road=Road.LOOKED_UP)
        return self._nested(name, f"({arguments})", scope, lambda: self._rows("Subject", place))

    def _given(self, kind: str, value: str) -> str:
        """A look-up's argument, often as a variable; its only other value is null."""
        if self._chance.random() < 0.5:
            return printed(value)
        kind = f"{kind}!" if self._chance.random() < 0.7 else kind
        makes = (lambda: value) if kind.endswith("!") else lambda: None if self._chance.random() < 0.05 else value
        return f"${self._values.declare(kind, None, makes).name}"

    # --- fields with selections ---------------------------------------------------------------------------------

    def _nested(self, name: str, arguments: str, scope: Scope, inner: Callable[[], str], fragment: bool = False) -> str:
        """A field with a selection; the same field may be selected again with another selection, to be merged."""
        head = f"{name}{arguments}"
        if (name in scope.taken and self._chance.random() < 0.9) or fragment or self._chance.random() < 0.2:
            head = f"{self._alias()}: {head}"
        scope.taken.add(name)
        scope.again.append(lambda: f"{head} {{ {inner()} }}")
        return f"{head} {{ {inner()} }}"

    def _alias(self) -> str:
        self._aliases += 1
        return f"a{self._aliases}"

    def _list(self, name: str, link: Link | None, type_name: str, place: Place, scope: Scope) -> str:
        owner = link.type_name if link else "Query"
        parent = self._schema.type_map[owner]
        assert isinstance(parent, GraphQLObjectType | GraphQLInterfaceType)
        cap = max(1, min(self._chance.choice(PAGES[min(place.depth, 2)]), ROWS // place.rows))
        arguments, size = self._page_arguments(parent.fields[name].args, link, type_name, cap, place)
        below = replace(place, depth=place.depth + 1, rows=place.rows * max(size, 1))
        return self._nested(name, arguments, scope, lambda: self._connection(type_name, below), place.fragment)

    def _page_arguments(self, known: dict[str, GraphQLArgument], link: Link | None, type_name: str, cap: int,
                        place: Place) -> tuple[str, int]:  # fmt: skip
        """The arguments of a list as text, and how many rows a page may have."""
        chance, kind = self._chance, catalog().types[type_name]
        columns = self._usable(kind, place.road)
        # a row that is there, so that something is found
        rows = self._sight.all_rows(kind.entity.of.__name__ if kind.entity.of else type_name)
        focus = chance.choice(rows) if rows else None
        context = Context(kind=kind, focus=focus, cap=cap, columns=columns)
        size = "last" if chance.random() < 0.25 else "first"
        given = (
            {} if place.rows == 1 and chance.random() < 0.1 else {size: self._values.literal(known[size].type, context)}
        )
        if chance.random() < 0.005:
            given = {"first": "1", "last": "1"}
        for name in ("after", "before"):
            if chance.random() < (0.3 if (name == "after") == (size == "first") else 0.08):
                given[name] = self._values.cursor(stem(type_name, link))
        if "filter" in known and chance.random() < 0.5 and _some(kind.filterable, columns):
            given["filter"] = self._values.literal(known["filter"].type, context)
        if "orderBy" in known and chance.random() < 0.5 and _some(kind.orderable, columns):
            given["orderBy"] = self._values.literal(known["orderBy"].type, context)
        text = ", ".join(f"{name}: {value}" for name, value in given.items())
        return f"({text})" if text else "", cap if given.keys() & {"first", "last"} else 20

    def _usable(self, kind: ObjectType, road: Road) -> tuple[str, ...]:
        """Columns to filter and order by: those that the caller sees in some rows only are the interesting ones."""
        names = sorted({value.name for value in (*kind.filterable.values(), *kind.orderable.values())})
        if self._permitted is None:
            return tuple(names)
        allowed = [name for name in names if self._permitted.use(kind, name, road)]
        return (*allowed, *[name for name in allowed if self._permitted.partly(kind, name, road)] * 8)

    def _connection(self, type_name: str, place: Place) -> str:
        chance = self._chance
        parts = chance.choices(
            ("nodes", "edges", "pageInfo", "totalCount", "__typename"),
            (60, 25, 15, 12, 4),
            k=chance.choice((1, 1, 2, 3)),
        )
        texts = []
        for part in parts:
            alias = f"{self._alias()}: " if chance.random() < 0.15 else ""
            text = f"{alias}{part}{self._part(part, type_name, place)}"
            if chance.random() < 0.07:
                text = f"... on {type_name}Connection {{ {text} }}"
            texts.append(self._directed(text))
        return " ".join(texts)

    def _part(self, part: str, type_name: str, place: Place) -> str:
        if part == "nodes":
            return f" {{ {self._rows(type_name, place)} }}"
        if part == "edges":
            words = self._chance.choice((["cursor", "node"], ["node"], ["cursor"], ["node", "__typename", "node"]))
            return f" {{ {' '.join(self._edge(word, type_name, place) for word in words)} }}"
        if part == "pageInfo":
            words = ["hasNextPage", "hasPreviousPage", "startCursor", "endCursor", "__typename"]
            return f" {{ {' '.join(self._chance.choices(words, k=self._chance.randint(1, 4)))} }}"
        return ""

    def _edge(self, word: str, type_name: str, place: Place) -> str:
        return f"{word} {{ {self._rows(type_name, place)} }}" if word == "node" else word

    # --- rows ---------------------------------------------------------------------------------------------------

    def _rows(self, type_name: str, place: Place) -> str:
        """A selection of a row's fields."""
        return self._selection(type_name, place, Scope(), self._chance.choice((1, 2, 3, 4, 5, 6)))

    def _selection(self, type_name: str, place: Place, scope: Scope, number: int) -> str:
        items: list[str] = []
        while not items or (len(items) < number and self._left > 0):
            self._left -= 1
            items.append(self._directed(self._item(type_name, place, scope)))
        return " ".join(items)

    def _directed(self, item: str) -> str:
        """An item of a selection, sometimes under a condition."""
        if self._chance.random() > 0.05:
            return item
        word = self._chance.choice(("skip", "include"))
        return f"... @{word}(if: {self._values.boolean()}) {{ {item} }}"

    def _item(self, type_name: str, place: Place, scope: Scope) -> str:
        chance = self._chance
        if self._left <= 0:
            return self._leaf(type_name, place)
        roll = chance.random()
        if roll < 0.06:
            return "__typename" if chance.random() < 0.7 else f"{self._alias()}: __typename"
        if roll < 0.14 and scope.again and place.depth <= DEPTH:
            return chance.choice(scope.again)()
        if roll < 0.22:
            return self._spread(type_name, place)
        if roll < 0.32 or (roll < 0.45 and len(catalog().types[type_name].possible) > 1):
            return self._inline(type_name, place, scope)
        if roll < 0.68 and place.depth < DEPTH:
            return self._relation(type_name, place, scope)
        return self._leaf(type_name, place)

    def _leaf(self, type_name: str, place: Place) -> str:
        kind = catalog().types[type_name]
        names = [name for name in sorted(kind.visible()) if self._may(kind, name, place.road)]
        if not names:
            return "__typename"
        name = self._chance.choice(names)
        text = f"{self._alias()}: {name}" if self._chance.random() < 0.15 else name
        word = self._chance.choice(("skip", "include"))
        return f"{text} @{word}(if: {self._values.boolean()})" if self._chance.random() < 0.04 else text

    def _may(self, kind: ObjectType, name: str, road: Road) -> bool:
        return self._permitted is None or self._permitted.field(kind, name, road)

    def _relation(self, type_name: str, place: Place, scope: Scope) -> str:
        kind = catalog().types[type_name]
        links = [link for link in kind.links.values() if self._may(kind, link.field, place.road)]
        if not links:
            return self._leaf(type_name, place)
        link = self._chance.choice(links)
        onward = replace(place, road=Road.LISTED) if link.declared.across else place
        if link.many:
            return self._list(link.field, link, link.target, onward, scope)
        below = replace(onward, depth=place.depth + 1)
        return self._nested(link.field, "", scope, lambda: self._rows(link.target, below), place.fragment)

    def _inline(self, type_name: str, place: Place, scope: Scope) -> str:
        """A fragment without a name: on the same type, on one of its kinds, on its interface, or on nothing said."""
        kind = catalog().types[type_name]
        conditions = [type_name, *kind.possible, *kind.possible, ""]
        if kind.entity.of:
            conditions.append(kind.entity.of.__name__)
        condition = self._chance.choice(conditions)
        narrower = condition or type_name
        # the same scope: keys of one selection set must not clash with those of fragments in it
        inner = self._selection(narrower, replace(place, depth=place.depth), scope, self._chance.choice((1, 2, 3)))
        on = f" on {condition}" if condition else ""
        word = self._chance.choice(("skip", "include"))
        directive = f" @{word}(if: {self._values.boolean()})" if self._chance.random() < 0.1 else ""
        return f"...{on}{directive} {{ {inner} }}"

    def _spread(self, type_name: str, place: Place) -> str:
        """A named fragment, known or new."""
        fitting = [
            name for name, on, known, _ in self._fragments
            if on == type_name and known.road is place.road and known.rows >= place.rows
        ]  # fmt: skip
        if fitting and self._chance.random() < 0.6:
            return f"...{self._chance.choice(fitting)}"
        if place.depth >= DEPTH or place.fragment:
            return self._leaf(type_name, place)
        inside = replace(place, fragment=True)
        body = self._selection(type_name, inside, Scope(), self._chance.choice((1, 2, 3)))
        name = f"F{len(self._fragments)}"
        self._fragments.append((name, type_name, inside, body))
        return f"...{name}"


def _some(offered: Mapping[str, Value], columns: tuple[str, ...]) -> bool:
    return any(value.name in columns for value in offered.values())


def _declared(variables: tuple[Variable, ...]) -> str:
    if not variables:
        return ""
    texts = [f"${v.name}: {v.type}{'' if v.default is None else f' = {v.default}'}" for v in variables]
    return f"({', '.join(texts)})"
