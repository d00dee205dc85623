"""Naming: which row a reference names, by plain look-ups; whether it is there for the caller is not asked here."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any
from uuid import UUID

from schema.catalog import ObjectType, catalog
from schema.identifiers import is_credit_code
from schema.names import name_of
from tests.oracle.world import Row, World

#: root field → the argument that holds the references
ARGUMENTS = {"node": "id", "nodes": "ids", "subjectsByReference": "references", "_entities": "representations"}
#: whom a credit code can name, and whom an ID number can
ORGANISATIONS = frozenset({"ENTERPRISE", "GOVERNMENT_BODY", "OTHER_ORGANISATION"})
PERSONS = frozenset({"NATURAL_PERSON"})
_LONGEST = 200

#: the leading type of the table, and the row
Named = tuple[str, Row]


class Malformed(Exception):
    """A reference that names nothing, whatever there is."""


def references(root: str, given: Any) -> list[Any]:
    """The references that came."""
    return [given] if root == "node" else list(given)


def fields_named(root: str, given: Any) -> frozenset[str]:
    """The fields by which a batch of references names subjects; of none, by code."""
    if root != "subjectsByReference":
        return frozenset()
    return frozenset(field for item in given for field in item) or frozenset({"creditCode"})


def names_people(root: str, arguments: Mapping[str, Any]) -> bool:
    """Whether a root is asked about people by their ID numbers."""
    given = arguments.get("references", ())
    return arguments.get("idNumber") is not None or "person" in fields_named(root, given)


def only_of(root: str, given: Any) -> frozenset[str] | None:
    """The kinds of subject that references may find; None for all."""
    fields = fields_named(root, given)
    return {frozenset({"creditCode"}): ORGANISATIONS, frozenset({"person"}): PERSONS}.get(fields)


def key_of(root: str, item: Any) -> tuple[str, str, Any]:
    """How a reference names: type, field, value. Raises Malformed."""
    if root == "subjectsByReference":
        ((field, value),) = item.items()
        return "Subject", field, _read("Id", value) if field == "id" else value
    if root != "_entities":
        return "Node", "id", _read("Id", item)
    kind = catalog().types.get(item.get("__typename")) if _is_typed(item) else None
    field = next((name for name in kind.references if item.get(name) is not None), None) if kind else None
    if kind is None or field is None:
        raise Malformed
    return kind.name, field, _read(kind.references[field].kind.name, item[field])


def _is_typed(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("__typename"), str)


def _read(kind_name: str, value: Any) -> Any:
    """A key in the form in which it is stored; codes may be as wrong as the sources told them."""
    if not isinstance(value, str) or len(value) > _LONGEST or "\0" in value:
        raise Malformed
    if kind_name == "Id":
        if not is_uuid(value):
            raise Malformed
        return str(UUID(value))
    if kind_name == "Date":
        with suppress(ValueError):
            day = datetime.datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a civil day
            if len(value) == len("2026-01-01"):
                return day
        raise Malformed
    return value.upper() if kind_name == "CreditCode" and is_credit_code(value.upper()) else value


def is_uuid(text: str) -> bool:
    """Whether a text may be an id."""
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def kinds_named_by(type_name: str, field: str) -> list[ObjectType]:
    """The concrete types whose rows may be named so."""
    return [kind for kind in catalog().concrete(type_name) if field in kind.references]


def found(world: World, root: str, item: Any) -> Named | None:
    """The row that a well-formed reference names."""
    type_name, field, value = key_of(root, item)
    if type_name == "Node":
        return next(((name, row) for name in _leading() for row in _where(world, name, id=value)), None)
    leading = catalog().leading(type_name)
    row = _subject(world, field, value) if leading == "Subject" else _first(world, leading, field, value)
    when = catalog().types[type_name].entity.when
    if row is None or (when is not None and row[catalog().types[leading].entity.discriminator or ""] != when):
        return None
    return leading, row


def _leading() -> Iterator[str]:
    return (kind.name for kind in catalog().types.values() if kind.entity.of is None and kind.references)


def _where(world: World, type_name: str, **wanted: Any) -> list[Row]:
    table = catalog().types[type_name].entity.table
    if table == "subject" and "id" in wanted:
        wanted = {**wanted, "id": world.aliases.get(wanted["id"], wanted["id"])}
    return world.where(table, **wanted)


def _first(world: World, type_name: str, field: str, value: Any) -> Row | None:
    rows = _where(world, type_name, **{catalog().types[type_name].references[field].name: value})
    assert len(rows) <= 1, (type_name, field)
    return rows[0] if rows else None


def _subject(world: World, field: str, value: Any) -> Row | None:
    if field == "id":
        return world.subject(value)
    if field == "creditCode":
        return by_credit_code(world, value)
    return by_person(world, value["idNumber"], value["name"])


def by_credit_code(world: World, code: str) -> Row | None:
    """The organisation with this code."""
    row = _identified(world, "CREDIT_CODE", code)
    return row if row and row["kind"] in ORGANISATIONS else None


def by_person(world: World, number: str, name: str) -> Row | None:
    """The person with this ID number and this name."""
    row = _identified(world, "ID_NUMBER", world.vault.blind("id_number", number).hex())
    return row if row and row["kind"] in PERSONS and row["name"] == name_of(name) else None


def _identified(world: World, kind: str, value: str) -> Row | None:
    known = world.one("subject_identifier", kind=kind, value=value)
    return world.subject(known["subject_id"]) if known and not known["erased"] else None  # erased: known no more
