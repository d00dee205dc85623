"""The declaration language: `entity`, `column`, `relation`, `computed`, and nothing else.

An entity is a plain typed class; what each attribute *is* follows from its annotation (`schema.kinds`), everything
else is said once, here. Tables, SDL, filter inputs, field groups, masks and loader columns are derived by
`schema.catalog`.

    @entity(table="court", plural="courts", key=("code",), doc="法院 — a people's court.")
    class Court:
        code: CourtCode = column("法院代字 — …", group="reference", filter=True, order=True)
        area: Area | None = relation("所在区划 — …", on={"area_code": "code"})

`entity(of=Listing, when="SX")` makes a concrete type of an interface: same table, one value of the discriminator.
`entity(view=True)` shows what the hub itself has written down, which no table of facts holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from schema.masks import WITHHELD, Mask

T = TypeVar("T")


@dataclass(frozen=True)
class Column:
    """A stored value: `doc` (official Chinese term first), its field group, and what a caller may do with it."""

    doc: str
    #: row of the policy table that decides who sees it
    group: str
    #: how it looks for callers whose level is M (or R outside their region)
    mask: Mask = WITHHELD
    filter: bool = False
    order: bool = False
    #: in the table and for the loaders, but not in GraphQL
    hidden: bool = False
    #: SQLAlchemy server default, if any
    default: str | None = None
    #: the column of the same type that this one is a part of: where this is clear and that is not, that is masked whole
    part_of: str | None = None
    #: tells of a natural person, whose erasure overwrites it; see `schema.erasure`
    personal: bool = False


@dataclass(frozen=True)
class Relation:
    """A way to other rows. `on` maps own columns to the target's; an array column on the left means `= any(…)`."""

    doc: str
    on: Mapping[str, str]
    #: extra SQL condition on the target row, `t` being the target's alias
    where: str | None = None
    #: the hop leaves the subject: one statement on one machine, a second batched one on a distributed database
    across: bool = False
    #: field group of the relation itself; the target's groups apply besides
    group: str = "reference"


@dataclass(frozen=True)
class Computed:
    """A value made by SQL from the row; `{t}` is the row's alias."""

    doc: str
    group: str
    sql: str
    mask: Mask = WITHHELD


@dataclass(frozen=True)
class Presence:
    """Which policy row decides that a row exists for a caller; `when` is SQL over the row, or None: always."""

    group: str
    when: str | None = None
    #: M, R and a waiting Q leave the row visible with masked columns (people); otherwise such rows do not exist (facts)
    masks: bool = False


@dataclass(frozen=True)
class Lookup:
    """A root field that finds one row: `arguments` maps a GraphQL argument to how it is matched."""

    name: str
    doc: str
    #: argument → column of the table, or `@KIND` for a row of subject_identifier
    arguments: Mapping[str, str]
    #: arguments that count only together with another: {"idNumber": "name"}
    together: Mapping[str, str] = field(default_factory=dict)
    #: argument → values of the discriminator of the only rows that it may find
    finds: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Region:
    """How a row is tied to a caller's own region: SQL over `{t}` for the area code and for the court code, if any."""

    area: str | None = None
    court: str | None = None
    #: row of the policy table that decides who may know the area; besides, own columns that it is read from decide
    group: str = "reference"


@dataclass(frozen=True)
class Entity:
    """One declared entity, as `catalog` reads it."""

    name: str
    cls: type
    doc: str
    table: str
    #: GraphQL root field that lists it, or None
    plural: str | None
    #: natural key: columns by which loaders recognise a row
    key: tuple[str, ...]
    #: columns besides the id by which others may name a row; a natural key of one column is one without being said
    named_by: tuple[str, ...]
    #: indexes over several columns, for a page of what an equality leaves, in an order: (equal …, ordered by, "id")
    indexes: tuple[tuple[str, ...], ...]
    presence: tuple[Presence, ...]
    region: Region
    #: row rule (gov, agency, own, listed, consent) → SQL over `{t}` that is true where it holds
    rules: Mapping[str, str]
    lookup: Lookup | None
    #: leads the primary key when the fact belongs to a subject
    subject_led: bool
    #: the loaders fill it (adds batch, row number, content hash and source time)
    loaded: bool
    #: interface it belongs to and the discriminator's value; `discriminator` is set on the interface
    of: type | None
    when: str | None
    discriminator: str | None
    #: rows of a view that a migration makes: no table, nothing for loaders, and no way of naming a row by its id, which
    #: no index finds; they are reached through lists and relations
    view: bool
    #: relations of which one has to show the caller a row, or else the row is not there for him either: that somebody
    #: is known would tell of what is hidden. Whoever comes from a row that is about it has been shown one
    known_by: tuple[str, ...]
    #: SQL over `{t}` that rows satisfy which exist for anybody at all, or None: all rows
    there: str | None
    #: unique column that ties are broken by, and that orders rows where nobody says how; tells nothing
    tie: str
    columns: Mapping[str, Column]
    relations: Mapping[str, Relation]
    computed: Mapping[str, Computed]


def column(
    doc: str, *, group: str, mask: Mask = WITHHELD, filter: bool = False,  # noqa: A002
    order: bool = False,    hidden: bool = False, default: str | None = None, part_of: str | None = None,
    personal: bool = False,
) -> Any:  # fmt: skip
    """Declare a stored value; the annotation is its kind, `| None` makes it nullable."""
    return Column(doc, group, mask, filter, order, hidden, default, part_of, personal)


def relation(
    doc: str, *, on: Mapping[str, str], where: str | None = None, across: bool = False, group: str = "reference"
) -> Any:
    """Declare a way to other rows; `list[X]` becomes a connection, `X | None` a single object."""
    return Relation(doc, on, where, across, group)


def computed(doc: str, *, group: str, sql: str, mask: Mask = WITHHELD) -> Any:
    """Declare a value that SQL makes from the row."""
    return Computed(doc, group, sql, mask)


#: every declared entity by class name, in order of declaration; filled by importing `schema.entities`
REGISTRY: dict[str, Entity] = {}


def entity(
    *, doc: str, table: str | None = None, plural: str | None = None, key: tuple[str, ...] = (),
    named_by: tuple[str, ...] = (), indexes: tuple[tuple[str, ...], ...] = (),
    presence: str | tuple[Presence, ...] = "reference",
    region: Region | None = None, rules: Mapping[str, str] | None = None, lookup: Lookup | None = None,
    subject_led: bool = False, loaded: bool = False, of: type | None = None, when: str | None = None,
    discriminator: str | None = None, view: bool = False, there: str | None = None, tie: str = "id",
    known_by: tuple[str, ...] = (),
) -> Callable[[type[T]], type[T]]:  # fmt: skip
    """Declare an entity; see `Entity` for what each argument means. Raises TypeError for any other attribute."""

    def declare(cls: type[T]) -> type[T]:
        parent = REGISTRY[of.__name__] if of else None
        declared = {name: value for name, value in vars(cls).items() if not name.startswith("_")}
        for name, value in declared.items():
            if not isinstance(value, Column | Relation | Computed):
                raise TypeError(f"{cls.__name__}.{name} is neither column, relation nor computed")
        inherited = {**parent.columns, **parent.relations, **parent.computed} if parent else {}
        members = {**inherited, **declared}
        own_presence = (Presence(presence),) if isinstance(presence, str) else presence
        REGISTRY[cls.__name__] = Entity(
            name=cls.__name__, cls=cls, doc=doc, table=table or (parent.table if parent else ""), plural=plural,
            key=key or (parent.key if parent else ()), named_by=named_by, indexes=indexes,
            presence=own_presence,
            region=region or (parent.region if parent else Region()),
            rules=rules or (parent.rules if parent else {}), lookup=lookup,
            subject_led=subject_led or bool(parent and parent.subject_led),
            loaded=loaded or bool(parent and parent.loaded), of=of, when=when, discriminator=discriminator,
            view=view, there=there or (parent.there if parent else None), tie=tie, known_by=known_by,
            columns=_only(members, Column), relations=_only(members, Relation), computed=_only(members, Computed),
        )  # fmt: skip
        return cls

    return declare


def _only(members: Mapping[str, Any], kind: type[T]) -> dict[str, T]:
    return {name: value for name, value in members.items() if isinstance(value, kind)}
