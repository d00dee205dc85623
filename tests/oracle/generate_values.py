"""Input values by chance: whatever an input type of the schema allows, with values that rows hold."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    get_named_type,
    get_nullable_type,
    is_non_null_type,
)

from schema.catalog import Link, ObjectType, Value, catalog
from tests.oracle.emphasis import Emphasis
from tests.oracle.groups import fields_by_word
from tests.oracle.offers import Offers
from tests.oracle.policy import Road
from tests.oracle.values import rendered
from tests.oracle.world import Row, World


class Word(str):
    """An enum value, which stands in a document without quotes."""

    __slots__ = ()


@dataclass(frozen=True)
class Reference:
    """A variable, where a value could stand."""

    name: str


@dataclass(frozen=True)
class Variable:
    """A declared variable: its type, its default if any, and how to make a value for it."""

    name: str
    type: str
    default: str | None
    make: Callable[[], Any]
    #: the list in which it is a place, to be filled from a former answer
    cursor_of: str | None = None

    @property
    def required(self) -> bool:
        """Whether a value has to be given."""
        return self.type.endswith("!") and self.default is None


@dataclass(frozen=True)
class Context:
    """What a value is for: the type that is filtered or ordered, the column compared, and the row to hit."""

    kind: ObjectType | None = None
    value: Value | None = None
    focus: Row | None = None
    #: largest page
    cap: int = 5
    depth: int = 0
    #: columns that may be used, those that are seen in some rows only more than once
    columns: tuple[str, ...] = ()
    road: Road = Road.LISTED
    #: relations that the filter has gone through
    relations: int = 0


class Values:
    """Makes values; lifts some of them to variables, which it collects."""

    def __init__(self, world: World, chance: random.Random, offers: Offers, emphasis: Emphasis) -> None:
        self._world, self._chance, self._offers, self._emphasis = world, chance, offers, emphasis
        self.variables: dict[str, Variable] = {}
        #: share of values that become variables
        self.lifting = 0.12

    def literal(self, wanted: GraphQLInputType, context: Context) -> str:
        """A value as it stands in a document."""
        return printed(self.make(wanted, context, self.lifting))

    def boolean(self) -> str:
        """The condition of a directive: a literal or a variable."""
        if self._chance.random() < 0.4:
            return self._chance.choice(("true", "false"))
        flags = [v.name for v in self.variables.values() if v.type.startswith("Boolean!")]
        if flags and self._chance.random() < 0.5:
            return f"${self._chance.choice(flags)}"
        default = "true" if self._chance.random() < 0.3 else None
        return f"${self.declare('Boolean!', default, lambda: self._chance.random() < 0.5).name}"

    def words(self, enum: str, words: Sequence[str]) -> str:
        """A list of some words of a vocabulary, in the document or in a variable."""
        chosen = [Word(self._chance.choice(words)) for _ in range(self._chance.choice((0, 1, 1, 1, 2, 2, 3)))]
        if self._chance.random() < 0.15:
            return f"${self.declare(f'[{enum}!]!', None, lambda: chosen).name}"
        return printed(chosen[0] if len(chosen) == 1 and self._chance.random() < 0.3 else chosen)

    def slice(self, wanted: GraphQLInputType, context: Context) -> str:
        """A filter that takes a cell or margin of a cube, as counting unseen rows demands; now and then a bit more."""
        assert context.kind
        assert isinstance(wanted, GraphQLInputObjectType)
        dimensions = [
            (name, value) for name, value in context.kind.filterable.items()
            if value.name in context.columns and name in fields_by_word(context.kind.name).values()
        ]  # fmt: skip
        made: dict[str, Any] = {}
        for name, value in self._chance.sample(dimensions, min(len(dimensions), self._chance.choice((0, 1, 1, 1, 2)))):
            condition = wanted.fields[name].type
            assert isinstance(condition, GraphQLInputObjectType)
            inner = replace(context, value=value, depth=1)
            made[name] = {"eq": self.make(condition.fields["eq"].type, inner, self.lifting)}
        if self._chance.random() < 0.35:
            made = {self._chance.choice(("and", "and", "not", "or")): made}
        return printed(made)

    def cursor(self, of: str) -> str:
        """A variable for a cursor of a list."""
        return f"${self.declare('String', None, lambda: None, of).name}"

    def declare(
        self, kind: str, default: str | None, make: Callable[[], Any], cursor_of: str | None = None
    ) -> Variable:
        name = f"v{len(self.variables)}"
        self.variables[name] = Variable(name, kind, default, make, cursor_of)
        return self.variables[name]

    def make(self, wanted: GraphQLInputType, context: Context, lifting: float = 0.0) -> Any:
        """A value of the type: texts, numbers, `Word`s, lists, dicts, None, and `Reference`s where lifted."""
        chance = self._chance
        # whole filters, and operands of lists, are seldom thought of as variables
        likely = 2 * lifting if str(get_named_type(wanted)).endswith("Filter") else lifting
        if chance.random() < likely:
            return self._lifted(wanted, context)
        nullable = get_nullable_type(wanted)
        if not is_non_null_type(wanted) and context.depth > 0 and chance.random() < 0.04:
            return None
        if isinstance(nullable, GraphQLList):
            return self._list(nullable, context, lifting)
        if isinstance(nullable, GraphQLInputObjectType):
            return self._object(nullable, replace(context, depth=context.depth + 1), lifting)
        if isinstance(nullable, GraphQLEnumType) and context.value is None:
            return Word(chance.choice(sorted(nullable.values)))
        return self._leaf(nullable, context)

    def _lifted(self, wanted: GraphQLInputType, context: Context) -> Reference:
        def make() -> Any:
            return self.make(wanted, context)

        chance = self._chance
        kind = str(wanted)
        default = printed(make()) if chance.random() < 0.25 else None
        if not is_non_null_type(wanted) and chance.random() < 0.3:
            kind, default = f"{kind}!", None if default == "null" else default
            return Reference(self.declare(kind, default, lambda: self._present(wanted, context)).name)
        if is_non_null_type(wanted) and default and chance.random() < 0.7:
            # what has a default may be declared to take null; null itself is then refused
            return Reference(self.declare(kind[:-1], default, lambda: self._seldom_null(make)).name)
        return Reference(self.declare(kind, default, make).name)

    def _present(self, wanted: GraphQLInputType, context: Context) -> Any:
        return self.make(GraphQLNonNull(wanted), context)  # type: ignore[arg-type]

    def _seldom_null(self, make: Callable[[], Any]) -> Any:
        return None if self._chance.random() < 0.08 else make()

    def _list(self, wanted: GraphQLList[Any], context: Context, lifting: float) -> Any:
        chance = self._chance
        number = chance.choice((0, 1, 1, 1, 2, 2, 3)) if context.depth else chance.choice((1, 1, 1, 2, 2, 3))
        items = [self.make(wanted.of_type, context, lifting) for _ in range(number)]
        if number == 1 and chance.random() < 0.3 and not isinstance(items[0], Reference):
            return items[0]  # one value stands for a list of it
        return items

    def _object(self, wanted: GraphQLInputObjectType, context: Context, lifting: float) -> dict[str, Any]:
        if wanted.name.endswith("Order"):
            return self._order(wanted, context, lifting)
        assert context.kind
        if wanted.name == f"{context.kind.name}Filter":
            return self._filter(wanted, context, lifting)
        if wanted.name == f"{context.kind.name}ListFilter":
            names = self._chance.choices(("some", "none", "every"), k=self._chance.choice((0, 1, 1, 1, 1, 2)))
            anything = self._chance.random() < 0.25  # whether there is any row at all
            return {name: {} if anything else self.make(wanted.fields[name].type, context, lifting) for name in names}
        number = self._chance.choice((0, 1, 1, 1, 1, 1, 1, 2))
        names = self._chance.sample(sorted(wanted.fields), min(number, len(wanted.fields)))
        return {name: self.make(wanted.fields[name].type, context, lifting) for name in names}

    def _order(self, wanted: GraphQLInputObjectType, context: Context, lifting: float) -> dict[str, Any]:
        words = wanted.fields["field"].type
        assert isinstance(words, GraphQLNonNull)
        names = [name.upper() for name in context.columns if name.upper() in words.of_type.values]
        chosen: dict[str, Any] = {"field": Word(self._chance.choice(names))}
        for name in sorted(set(wanted.fields) - {"field"}):
            if self._chance.random() < 0.5:
                chosen[name] = self.make(wanted.fields[name].type, replace(context, value=None), lifting)
        return chosen

    def _filter(self, wanted: GraphQLInputObjectType, context: Context, lifting: float) -> dict[str, Any]:
        assert context.kind
        chance = self._chance
        known = {value.name: key for key, value in context.kind.filterable.items()}
        names = [known[name] for name in context.columns if name in known]
        chosen = chance.sample(names, min(len(names), chance.choice((0, 1, 1, 1, 1, 2))))
        made: dict[str, Any] = {}
        for name in dict.fromkeys(chosen):
            inner = replace(context, value=context.kind.filterable[name])
            made[name] = self.make(wanted.fields[name].type, inner, lifting)
        if context.relations < 2 and context.depth < 4 and chance.random() < self._emphasis.relations:
            self._through(wanted, context, lifting, made)
        if context.depth < 4 and chance.random() < self._emphasis.combined:
            word = chance.choice(("and", "or", "or", "not", "not"))
            made[word] = self.make(wanted.fields[word].type, context, lifting)
        return made

    def _through(self, wanted: GraphQLInputObjectType, context: Context, lifting: float, made: dict[str, Any]) -> None:
        """A condition on what is behind a relation."""
        assert context.kind
        links = self._offers.relations(context.kind, context.road)
        if not links:
            return
        link = self._chance.choice(links)
        target = catalog().types[link.target]
        inner = replace(
            context, kind=target, road=Road.LISTED, relations=context.relations + 1,
            columns=self._offers.columns(target, Road.LISTED), focus=self._behind(context, link),
        )  # fmt: skip
        made[link.field] = self.make(wanted.fields[link.field].type, inner, lifting)

    def _behind(self, context: Context, link: Link) -> Row | None:
        return self._offers.behind(catalog().leading(link.type_name), context.focus, link)

    # --- leaves -------------------------------------------------------------------------------------------------

    def _leaf(self, wanted: Any, context: Context) -> Any:
        if context.value is None:
            return self._size(context.cap) if wanted.name == "Int" else self._chance.random() < 0.5
        found = self.sample(context.value, context.kind, context.focus)
        if isinstance(wanted, GraphQLEnumType):
            return Word(found if found in wanted.values else self._chance.choice(sorted(wanted.values)))
        if isinstance(found, str):
            return self._spelled(found, context.value)
        return found

    def _size(self, cap: int) -> int:
        return self._chance.choice((0, 1, 1, 2, 2, 3, cap, cap)) if self._chance.random() < 0.99 else -1

    def sample(self, value: Value, kind: ObjectType | None, focus: Row | None) -> Any:
        """A value that stands in the column, most often in the row to hit; else one of its kind from anywhere."""
        assert kind
        rows = self._world.tables[kind.entity.table]
        if focus is None or self._chance.random() < 0.15 or focus.get(value.name) is None:
            focus = self._chance.choice(rows) if rows else None
        stored = focus[value.name] if focus else None
        if isinstance(stored, list):
            stored = self._chance.choice(stored) if stored else None
        if stored is None or not is_acceptable(value.kind.name, rendered(stored)):
            return self._chance.choice(pool(self._world, value.kind.name))
        return rendered(stored)

    def _spelled(self, text: str, value: Value) -> str:
        """The same value as somebody else might write it, where the kind knows spellings; prefixes of texts."""
        chance = self._chance
        if value.kind.name == "Text" and chance.random() < 0.2:
            return text[: chance.randint(0, len(text))]
        if value.kind.name == "CaseNumber" and chance.random() < 0.2:
            return text.replace("(", "（").replace(")", "）")
        return text.lower() if value.kind.name == "CreditCode" and chance.random() < 0.2 else text


def printed(value: Any) -> str:
    """A value as GraphQL literal."""
    if isinstance(value, Reference):
        return f"${value.name}"
    if isinstance(value, Word):
        return str(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {printed(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(printed, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def pool(world: World, kind_name: str) -> list[Any]:
    """Values of a kind that stand anywhere in the world and that a caller may write."""
    if kind_name not in world.pools:
        found = {
            rendered(item)
            for kind in catalog().types.values() for value in kind.filterable.values() if value.kind.name == kind_name
            for row in world.tables[kind.entity.table][::7] for item in _items(row.get(value.name))
            if is_acceptable(kind_name, rendered(item))
        }  # fmt: skip
        world.pools[kind_name] = sorted(found) or [_INSTEAD[kind_name]]
    return world.pools[kind_name]


#: how a kind reads what a caller writes; words of a vocabulary need no reading
_ACCEPTING = {value.kind.name: value.kind.accept for kind in catalog().types.values() for value in kind.values.values()}
#: what is written where no row holds a value of the kind
_INSTEAD: dict[str, Any] = {
    "OrganisationCode": "100000000",
    "Position": "999",
    "RegistrationNumber": "110000000000008",
    "Text": "示例",
    "Texts": "示例",
}


def _items(stored: Any) -> list[Any]:
    return stored if isinstance(stored, list) else [] if stored is None else [stored]


def is_acceptable(kind_name: str, text: Any) -> bool:
    """Whether a caller may write a stored value; sources deliver some that are not."""
    try:
        _ACCEPTING[kind_name](text)
    except ValueError:
        return False
    return True
