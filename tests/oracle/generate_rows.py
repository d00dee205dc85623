"""Selections by chance: fields, pages, relations, fragments and groups of rows, from a type down."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from graphql import GraphQLArgument, GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema

from schema.catalog import Link, ObjectType, Value, catalog
from tests.oracle.emphasis import USUAL, Emphasis
from tests.oracle.generate_values import Context, Values
from tests.oracle.groups import fields_by_word, group_fields
from tests.oracle.offers import offers
from tests.oracle.paging import stem
from tests.oracle.policy import Road, Sight
from tests.oracle.relations import onward
from tests.oracle.sdl import committed_schema

#: rows at most, all pages multiplied, so that limits on cost are not what is tested here
ROWS = 200
DEPTH = 5
#: largest pages, by depth
PAGES = ((3, 6, 6, 12, 60), (2, 4, 8), (1, 2, 3))


@dataclass(frozen=True)
class Place:
    """Where something is selected: how deep, below how many rows, on which road."""

    depth: int = 0
    rows: int = 1
    road: Road = Road.LISTED
    #: inside a named fragment every field with arguments gets a name of its own
    fragment: bool = False
    #: of a list: whether it stands at the root, and whether it is filtered by anything but dimensions
    at_root: bool = False
    filtered: bool = False


@dataclass
class Scope:
    """One selection set and the inline fragments in it: what has been selected there, to be selected again."""

    taken: set[str] = field(default_factory=set)
    again: list[Callable[[], str]] = field(default_factory=list)


class RowGenerator:
    """Makes selections of rows for one document."""

    def __init__(self, sight: Sight, chance: random.Random, emphasis: Emphasis = USUAL) -> None:
        self._chance, self._sight, self._world = chance, sight, sight.world
        self._emphasis = emphasis
        self._schema: GraphQLSchema = committed_schema()
        self._offers = offers(sight, polite=chance.random() >= emphasis.impolite)
        self._values = Values(sight.world, chance, self._offers, emphasis)
        self._fragments: list[tuple[str, str, Place, str]] = []
        self._aliases = 0
        #: items that may still be selected; then only what is needed
        self._left = chance.choice(emphasis.sizes)
        self._subjects = sight.world.told_of()

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
        given, size = self._page_arguments(parent.fields[name].args, link, type_name, cap, place)
        filtered = self._filter(parent.fields[name].args, type_name, replace(place, at_root=link is None), given)
        text = ", ".join(f"{name}: {value}" for name, value in given.items())
        arguments = f"({text})" if text else ""
        below = replace(
            place, depth=place.depth + 1, rows=place.rows * max(size, 1), at_root=link is None, filtered=filtered
        )
        return self._nested(name, arguments, scope, lambda: self._connection(type_name, below), place.fragment)

    def _page_arguments(self, known: dict[str, GraphQLArgument], link: Link | None, type_name: str, cap: int,
                        place: Place) -> tuple[dict[str, str], int]:  # fmt: skip
        """The arguments of a list as texts, its filter left out, and how many rows a page may have."""
        chance, kind = self._chance, catalog().types[type_name]
        context = self._context(kind, cap, place)
        size = "last" if chance.random() < 0.25 else "first"
        given = (
            {} if place.rows == 1 and chance.random() < 0.1 else {size: self._values.literal(known[size].type, context)}
        )
        if chance.random() < 0.005:
            given = {"first": "1", "last": "1"}
        for name in ("after", "before"):
            if chance.random() < (0.3 if (name == "after") == (size == "first") else 0.08):
                given[name] = self._values.cursor(stem(type_name, link))
        if "orderBy" in known and chance.random() < 0.5 and _some(kind.orderable, context.columns):
            given["orderBy"] = self._values.literal(known["orderBy"].type, context)
        return given, cap if given.keys() & {"first", "last"} else 20

    def _context(self, kind: ObjectType, cap: int, place: Place) -> Context:
        """What filters and orderings are made from; the focus is a row that is there, so that something is found."""
        leading = catalog().leading(kind.name)
        rows = self._sight.all_rows(leading)
        if place.at_root and self._offers.is_protected(kind):
            rows = [*rows, *self._sight.counted_rows(leading)]
        focus = self._chance.choice(rows) if rows else None
        columns = self._offers.columns(kind, place.road)
        return Context(kind=kind, focus=focus, cap=cap, columns=columns, road=place.road)

    def _filter(self, known: dict[str, GraphQLArgument], type_name: str, place: Place, given: dict[str, str]) -> bool:
        """Add a filter now and then; whether it says anything that counting unseen rows does not take."""
        chance, kind = self._chance, catalog().types[type_name]
        if "filter" not in known or chance.random() < 0.5:
            return False
        context = self._context(kind, 1, place)
        if place.at_root and self._offers.is_protected(kind) and chance.random() < 0.7:
            given["filter"] = self._values.slice(known["filter"].type, context)
            return False
        if not _some(kind.filterable, context.columns):
            return False
        given["filter"] = self._values.literal(known["filter"].type, context)
        return True

    def _connection(self, type_name: str, place: Place) -> str:
        chance = self._chance
        parts = chance.choices(
            ("nodes", "edges", "pageInfo", "totalCount", "__typename", "groups"),
            (60, 25, 15, 12, 4, self._emphasis.groups),
            k=chance.choice((1, 1, 2, 3)),
        )
        kind = catalog().types[type_name]
        if place.at_root and (not self._offers.are_there(kind, place.road) or self._counts(kind)):
            parts = ["groups", *(["__typename"] if chance.random() < 0.2 else [])]
        texts = []
        for part in parts if fields_by_word(type_name) else [part.replace("groups", "totalCount") for part in parts]:
            alias = f"{self._alias()}: " if chance.random() < (0.9 if part == "groups" else 0.15) else ""
            text = f"{alias}{part}{self._part(part, type_name, place)}"
            if chance.random() < 0.07:
                text = f"... on {type_name}Connection {{ {text} }}"
            texts.append(self._directed(text))
        return " ".join(texts)

    def _counts(self, kind: ObjectType) -> bool:
        """Rows that may only be counted are rare, so what counts them is asked for more often."""
        return self._offers.is_protected(kind) and self._chance.random() < 0.5

    def _part(self, part: str, type_name: str, place: Place) -> str:
        if part == "nodes":
            return f" {{ {self._rows(type_name, place)} }}"
        if part == "groups":
            return self._groups(type_name, place)
        if part == "edges":
            words = self._chance.choice((["cursor", "node"], ["node"], ["cursor"], ["node", "__typename", "node"]))
            return f" {{ {' '.join(self._edge(word, type_name, place) for word in words)} }}"
        if part == "pageInfo":
            words = ["hasNextPage", "hasPreviousPage", "startCursor", "endCursor", "__typename"]
            return f" {{ {' '.join(self._chance.choices(words, k=self._chance.randint(1, 4)))} }}"
        return ""

    def _groups(self, type_name: str, place: Place) -> str:
        chance, kind = self._chance, catalog().types[type_name]
        words = self._offers.words(kind, place.road, at_root=place.at_root)
        by = self._values.words(f"{type_name}GroupField", words) if words else "[]"
        arguments = f"by: {by}"
        if chance.random() < (0.6 if place.filtered and place.at_root else 0.2):
            only = "true" if place.filtered and chance.random() < 0.9 else self._values.boolean()
            arguments += f", onlyVisible: {only}"
        names = group_fields(type_name)
        sums = self._offers.sums(kind, [n for n in names if n.startswith("sum")], place.road, at_root=place.at_root)
        usual = [fields_by_word(type_name)[word] for word in words if word in by]
        offered = [*usual, *usual, "count", "count", *sums, "__typename", chance.choice(names)]
        chosen = [
            f"{self._alias()}: {name}" if chance.random() < 0.1 else name
            for name in chance.choices([n for n in offered if n in sums or not n.startswith("sum")], k=5)
        ]
        return f"({arguments}) {{ {' '.join(chosen)} }}"

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
        names = [name for name in sorted(kind.visible()) if self._offers.field(kind, name, place.road)]
        if not names:
            return "__typename"
        name = self._chance.choice(names)
        text = f"{self._alias()}: {name}" if self._chance.random() < 0.15 else name
        word = self._chance.choice(("skip", "include"))
        return f"{text} @{word}(if: {self._values.boolean()})" if self._chance.random() < 0.04 else text

    def _relation(self, type_name: str, place: Place, scope: Scope) -> str:
        kind = catalog().types[type_name]
        links = [link for link in kind.links.values() if self._offers.field(kind, link.field, place.road)]
        if not links:
            return self._leaf(type_name, place)
        link = self._chance.choice(links)
        ahead = replace(place, road=onward(link, place.road))
        if link.many:
            return self._list(link.field, link, link.target, ahead, scope)
        below = replace(ahead, depth=place.depth + 1)
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
