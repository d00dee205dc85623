"""Indexes: the columns that each table is searched by, from the declarations.

The tables are made with them, and filters go only where they lead; readers know them without SQLAlchemy.
"""

from __future__ import annotations

from collections.abc import Iterable

from schema.language import Column, Entity
from schema.resolved import Resolved, Value, physical_columns

#: table → column that no declared filter or order names, and that is searched by all the same
_SEARCHED = {"feedback": "hit_id", "subject": "id_number_pattern"}

#: tables whose rows are found by the hash of the source row that last stated them: a list that is delivered again is
#: recognised by it, row by row, and not sent
RECOGNISED = ("listing", "honest_listing", "terminated_case", "performance_certificate", "licence", "penalty")


def primary(entity: Entity) -> tuple[str, ...]:
    """The primary key; `subject_id` leads where the fact belongs to a subject."""
    return ("subject_id", "id") if entity.subject_led else ("id",)


def indexes(entity: Entity, values: Iterable[Value]) -> list[tuple[str, ...]]:
    """Columns of each index besides the keys, for the table of `entity` with these columns.

    Every row is found by its id; order needs `(column, id)`; equality on selective columns an index that begins with
    them; states and kinds need none; facts of a case are found by its number.
    """
    return [*entity.indexes, *(columns for value in values if (columns := _index(entity, value)))]


def _index(entity: Entity, value: Value) -> tuple[str, ...]:
    declared = value.declared
    assert isinstance(declared, Column)
    if value.name == "id":  # where the subject leads the primary key, a row is not found by its id alone
        return ("id",) if entity.subject_led else ()
    if declared.order:
        return (value.name, "id")
    begun = value.name in {entity.key[0] if len(entity.key) == 1 else "", *(names[0] for names in entity.indexes)}
    wanted = (declared.filter and _selective(value)) or value.name in ("case_number", _SEARCHED.get(entity.table))
    return (value.name,) if wanted and not begun else ()


def _selective(value: Value) -> bool:
    return value.kind.cast in ("text", "date", "numeric") and not value.kind.is_enum


def leading(built: Resolved, type_name: str) -> set[str]:
    """Columns of a type's table that some key or index begins with."""
    entity = built.types[built.leading(type_name)].entity
    every = [primary(entity), entity.key, *indexes(entity, physical_columns(built, type_name).values())]
    return {columns[0] for columns in every} | ({"content_hash"} if entity.table in RECOGNISED else set())
