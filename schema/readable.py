"""Readable columns: what statements of the read path can name, and with it all that hub_reader may select.

Worked out from the declarations alone, as the compiler uses them: values that are shown, filtered or ordered by, ends
of relations, keys by which rows are named, and every column that a declared piece of SQL (row rule, presence, region,
condition of a relation, computed value) names of its own row or of another table. Which caller sees what of it is the
policy's business and changes daily; this is what nobody may go beyond.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from schema.erasure import is_gone, is_silent
from schema.language import Column
from schema.resolved import Link, ObjectType, Resolved, Value, physical_columns

#: a table and the alias that a declared piece of SQL gives it, and a column of an alias
_SOURCE = re.compile(r"\b(?:from|join) ([a-z_]+) (r\$[a-z])\b")
#: an alias of a list of the caller's, which is no table
_LIST = re.compile(r"\bunnest\(\{[a-z]+\}\) (r\$[a-z])\b")
_NAMED = re.compile(r"(\{t\}|\{p\}|r\$[a-z])\.([a-z_]+)")
#: (table, column)
Place = tuple[str, str]

#: not an entity: where identifiers lead to subjects
IDENTIFIERS = {"subject_identifier": frozenset({"kind", "value", "subject_id"})}
#: nor this: the subjects that were joined to others
ALIASES = {"subject_alias": frozenset({"old_id", "current_id"})}
#: nor this: what workers must know of tokens that were revoked, without the operator's note of why
REVOKED = {"revoked_token": frozenset({"kind", "issuer", "value", "issued_before", "expires_at", "written"})}
#: nor this: what opens sealed values, of whose two halves neither tells anything without the vault
PERSON_KEYS = {"person_key": frozenset({"owner_id", "key_sealed"})}
#: nor this: what decides of policy tables, without the persons
POLICY = {"policy_table": frozenset({"version", "content", "valid_from", "valid_to", "approved_at"})}


def readable(built: Resolved) -> dict[str, frozenset[str]]:
    """Table → columns that hub_reader needs. Raises TypeError when a declared piece of SQL names what is not there."""
    found: dict[str, set[str]] = defaultdict(set)
    for kind in built.types.values():
        for table, column in _of_type(built, kind):
            found[table].add(column)
    _check(built, found)
    return (
        IDENTIFIERS
        | ALIASES
        | REVOKED
        | POLICY
        | PERSON_KEYS
        | {table: frozenset(columns) for table, columns in found.items()}
    )


def _of_type(built: Resolved, kind: ObjectType) -> Iterator[Place]:
    table, entity = kind.entity.table, kind.entity
    used = [*kind.visible().values(), *kind.filterable.values(), *kind.orderable.values(), *kind.references.values()]
    for value in used:
        yield from _of_value(table, value)
    yield table, entity.tie
    if entity.discriminator:
        yield table, entity.discriminator
    for column in entity.lookup.arguments.values() if entity.lookup else ():
        if not column.startswith("@"):
            yield table, column
    own = [
        entity.there,
        entity.region.area,
        entity.region.court,
        *entity.rules.values(),
        *(one.when for one in entity.presence),
    ]
    for text in filter(None, own):
        yield from named(text, {"{t}": table})
    if entity.subject_led:  # the rule `own` of whatever says no other
        yield table, "subject_id"
    for link in kind.links.values():
        yield from _of_link(built, table, link)


def _of_value(table: str, value: Value) -> Iterator[Place]:
    if not isinstance(value.declared, Column):
        yield from named(value.declared.sql, {"{t}": table})
    elif value.kind.sealed:
        yield from ((table, f"{value.name}_{form}") for form in ("masked", "sealed"))
    else:
        yield table, value.name
    if is_silent(value):
        yield from named(is_gone(table), {"{t}": table})


def _of_link(built: Resolved, table: str, link: Link) -> Iterator[Place]:
    target = built.types[link.target].entity.table
    for left, right in link.declared.on.items():
        yield table, left
        yield target, right
    yield from named(link.declared.where or "", {"{t}": target, "{p}": table})


def named(text: str, tables: dict[str, str]) -> Iterator[Place]:
    """Columns that a declared piece of SQL names; `tables` says what its outer aliases stand for."""
    known = tables | {alias: table for table, alias in _SOURCE.findall(text)}
    lists = set(_LIST.findall(text))
    for alias, column in _NAMED.findall(text):
        if alias in known:
            yield known[alias], column
        elif alias not in lists:
            raise TypeError(f"{alias}.{column} belongs to no table in: {text}")


def _check(built: Resolved, found: dict[str, set[str]]) -> None:
    for kind in built.types.values():
        there = {"batch_id"}
        for value in physical_columns(built, kind.name).values():
            there |= {f"{value.name}_masked", f"{value.name}_sealed"} if value.kind.sealed else {value.name}
        unknown = found[kind.entity.table] - there
        if unknown:
            raise TypeError(f"{kind.entity.table} has no column {', '.join(sorted(unknown))}")
