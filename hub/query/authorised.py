"""Authorised: what the policy lets the compiler say of an operation. The compiler accepts nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hub.query.operation import Node
from schema.catalog import Link, Value
from schema.dimensions import Dimension
from schema.language import Presence
from schema.meet import implied
from schema.policy import Policy

#: type whose rows tell of people whom an agency found by naming a number
FOUND_BY_NUMBER = "ScreeningHit"

#: purposes any of which opens something for one looked-up subject, together with a matter number; None: none does
Opening = frozenset[str] | None


@dataclass(frozen=True)
class Sight:
    """How a value may be shown: clear, clear on rows where a rule holds, else masked if a role is given masked forms,
    else not at all.
    """

    clear: bool
    rules: frozenset[str] = frozenset()
    masked: bool = True
    #: where no role is given masked forms everywhere: rows that show them nevertheless
    masked_by: frozenset[str] = frozenset()
    #: whether a part of the value is shown in the clear beside it, on all rows or on those where a rule holds: there
    #: the masked form tells nothing at all
    whole: bool = False
    whole_by: frozenset[str] = frozenset()
    #: whether it is an id that another one stands in for, since the road began with a person named by ID number; the
    #: rules are then about that person's row, and open the number that named it
    veiled: bool = False
    #: whether the road may have begun with an organisation, too, in whose place nothing stands
    mixed: bool = False


CLEAR = Sight(clear=True)
MASKED = Sight(clear=False)


@dataclass(frozen=True)
class Visibility:
    """Which rows of one concrete type exist for the caller: for each condition the rules, or None for all rows."""

    type_name: str
    grants: tuple[tuple[Presence, frozenset[str] | None], ...]
    #: rows of which one has to be there besides; None: none has to
    known_by: tuple[Witness, ...] | None = None

    def implies(self, rules: frozenset[str]) -> bool:
        """Whether every row that exists for the caller satisfies one of `rules`, being there only by such a rule."""
        return all(given is not None and implied(rules, given) for _, given in self.grants)


@dataclass(frozen=True)
class Witness:
    """Rows that make another one known to the caller: their type, which of them exist for him, and their column that
    holds the other's id.
    """

    type_name: str
    visibility: tuple[Visibility, ...]
    column: str


@dataclass
class ValueNode:
    """A selected value."""

    key: str
    value: Value
    sight: Sight


@dataclass
class TypeNameNode:
    """`__typename` of a known concrete type."""

    key: str
    name: str


@dataclass(frozen=True)
class Road:
    """Row rules that open a relation: on the row it leaves and on the row it reaches; each set has to be met."""

    near: frozenset[frozenset[str]] = frozenset()
    far: frozenset[frozenset[str]] = frozenset()


@dataclass(frozen=True)
class Compared:
    """A column that a filter compares, and with what: operator → wanted value; null is wanted or nothing is."""

    value: Value
    #: concrete type → how the caller may compare it there
    sights: Mapping[str, Sight]
    wanted: Mapping[str, Any]


@dataclass(frozen=True)
class Combined:
    """`and` (of nothing: all rows), `or` (of nothing: no row), `not` of its one part."""

    word: str
    parts: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class Related:
    """Some, none or every row of a relation satisfies a condition; only rows that exist for the caller count."""

    quantifier: str
    #: concrete type → its relation, and what opens it there; rows of other types have no row behind it
    ways: Mapping[str, tuple[Link, Road]]
    #: whether there is a way from every type that the rows may have
    complete: bool
    type_name: str
    visibility: list[Visibility]
    part: Condition


Condition = Compared | Combined | Related
EVERY_ROW = Combined("and")
NO_ROW = Combined("or")


@dataclass
class ObjectNode:
    """A to-one relation, a look-up or an action's result: one object or null."""

    key: str
    link: Link | None
    selection: Selection
    road: Road = Road()


@dataclass
class ListNode:
    """A connection: a page of the target's rows."""

    key: str
    link: Link | None
    type_name: str
    arguments: dict[str, Any]
    parts: list[Part]
    selection: Selection
    #: column → concrete type → how the caller may compare it, for every column ordered by
    uses: dict[str, dict[str, Sight]]
    road: Road = Road()
    where: Condition = EVERY_ROW
    #: whether the list stands below a person named by a number that the caller does not see in full everywhere
    veiled: bool = False
    #: whether the connection says in front which subjects its rows are about, all in one list
    names_subjects: bool = False


@dataclass(frozen=True)
class Key:
    """A field by which a type may be named."""

    #: whose kind accepts what callers send
    value: Value
    #: its place among the node's ways; None where the table is not searched, since no row of it exists for the caller
    way: int | None
    #: value of the discriminator that the row must have, if any will not do
    when: str | None
    #: coordinates that naming a row by it would use without sight; see `_Authoriser.refused`
    refused: Mapping[str, Opening]


@dataclass
class ReferencesNode:
    """Rows named by references: one object or null for each, in their order."""

    key: str
    #: the root field
    name: str
    #: one for each table that is searched
    selections: list[Selection]
    #: the argument: slots, or literals that may hold slots
    given: Any
    #: (table's leading type, column or `@KIND` that finds the row), where references say how they name
    ways: list[tuple[str, str]] = field(default_factory=list)
    #: type → field → how a reference is read
    keys: dict[str, dict[str, Key]] = field(default_factory=dict)


@dataclass
class ViewerNode:
    """The caller's own rights, told from the policy."""

    key: str
    #: what is selected of them
    fields: list[Node]
    #: the table that they are told from
    table: Policy


@dataclass
class SearchNode:
    """Organisations by name: what is found, the likest first."""

    key: str
    #: the arguments: slots or literals
    name: Any
    first: Any
    #: which organisations exist for the caller
    rows: Selection
    #: what is selected of a match: (response key, field, selection of `subject`)
    fields: list[tuple[str, str, Selection | None]]


#: sets of row rules each of which has to hold
Opened = frozenset[frozenset[str]]


@dataclass(frozen=True)
class Axis:
    """A dimension to count by, and what opens it on each concrete type that has it."""

    dimension: Dimension
    opened: Mapping[str, Opened]


@dataclass(frozen=True)
class Grouped:
    """What one `groups` counts, by what, and what it sums."""

    axes: tuple[Axis, ...]
    #: sum → concrete type → what opens the amount there
    sums: Mapping[str, Mapping[str, Opened]]
    visible: list[Visibility]
    #: rows that are counted under protection, as far as they are not visible
    counted: list[Visibility]
    where: Condition


@dataclass
class Part:
    """One selected field of a connection: nodes, edges, pageInfo, totalCount or groups, with what is wanted of it."""

    key: str
    name: str
    selection: Selection | None = None
    #: for edges, pageInfo and groups: (response key, field, selection of `node`)
    fields: list[tuple[str, str, Selection | None]] = field(default_factory=list)
    type_name: str = ""
    grouped: Grouped | None = None


Selected = ValueNode | TypeNameNode | ObjectNode | ListNode


@dataclass
class Selection:
    """What is selected of rows that may have several concrete types, and which of those rows the caller may see."""

    type_name: str
    visibility: list[Visibility]
    fields: dict[str, list[Selected]]
    #: whether each row's object says in front which subject it is about; `hub.audit` takes that out of the answer
    names_subject: bool = False
    #: whether its row was named by an ID number
    named: bool = False


@dataclass
class Root:
    """A root field: look-up, list, references, the viewer, action result, or `__typename`."""

    key: str
    name: str
    arguments: dict[str, Any]
    node: Selected | ReferencesNode | ViewerNode | SearchNode


@dataclass
class Authorised:
    """An operation of which every coordinate was allowed; the compiler accepts nothing else."""

    roots: list[Root]
    masked: set[str]
    masked_elsewhere: set[str]
    #: masked coordinates → purposes any of which would open them for a looked-up subject
    waiting: Mapping[str, frozenset[str]]
    #: whether people may be looked up by a number that the caller does not see in full in every row
    unseen: bool = False
