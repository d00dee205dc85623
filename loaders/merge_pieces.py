"""Pieces of SQL that the merge is made of: targets from the catalog, keys, hashes, effective values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from psycopg import sql
from sqlalchemy.dialects import postgresql

from schema import language
from schema.catalog import catalog

#: columns that follow the newer row even when it says nothing
FOLLOWING = {
    "listing": ("state", "removed_on", "removal_reason", "absent_since"),
    "honest_listing": ("removed_on", "removal_reason"),
}
_DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]
#: staging column with the hash of the source row (`loaders.row_hash`)
HASH = "@hash"
_CONTROL = {"row_no": "integer", "@party": "text", "@operation": "text", "@time": "timestamptz", HASH: "bigint"}


@dataclass(frozen=True)
class Batch:
    """The batch that is merged."""

    id: str
    #: ISO 8601: when it came; a batch that is released later keeps its place among those that came since
    received_at: str


@dataclass(frozen=True)
class LastList:
    """The newest whole list of a source that is merged; both None where there is none with times."""

    #: ISO 8601: latest source time in it, so what it lacks of before was gone by then
    as_of: str | None = None
    received_at: str | None = None


@dataclass(frozen=True)
class Staged:
    """What stands in staging of one delivery."""

    #: staging columns, in the order of COPY
    columns: tuple[str, ...]
    #: columns `row_hash` and `row_no` of the rows that were recognised; looked at when `known`
    known_table: sql.Composable
    known: bool
    #: ISO 8601: when staging began
    begun_at: str = "-infinity"


@dataclass(frozen=True)
class Target:
    """One table that rows of a source are written to."""

    table: sa.Table
    key: tuple[str, ...]
    subject_led: bool
    #: physical columns that the source states, natural key left out
    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        """Name of the table."""
        return self.table.name

    @property
    def compared(self) -> tuple[str, ...]:
        """Columns by which a change is noticed; ciphertext differs every time and is left out."""
        return tuple(name for name in self.columns if not name.endswith("_sealed"))


def targets_of(staged: Sequence[str]) -> list[Target]:
    """The tables of facts that the staged columns speak of, the table `subject` left out."""
    names = sorted({column.split(".")[0] for column in staged if "." in column} - {"subject"})
    return [_target(name, staged) for name in names]


def _target(name: str, staged: Sequence[str]) -> Target:
    entity = next(entity for entity in language.REGISTRY.values() if entity.table == name and entity.of is None)
    table = catalog().metadata.tables[name]
    key = tuple(column for column in entity.key if column != "subject_id")
    stated = [column.removeprefix(f"{name}.") for column in staged if column.startswith(f"{name}.")]
    stated += [column for column in FOLLOWING.get(name, ()) if column not in stated]
    return Target(table, key, entity.subject_led, tuple(column for column in stated if column not in key))


#: staging columns that are no column of their table
VIRTUAL = ("subject.former_name",)


def staging_columns(names: Sequence[str]) -> dict[str, str]:
    """SQL type of each staging column; coordinates take the type of the catalog's column."""
    return {name: _CONTROL.get(name) or _sql_type(name) for name in names}


def _sql_type(coordinate: str) -> str:
    if coordinate.startswith("@"):
        return "text"
    table, column = coordinate.split(".")
    if coordinate in VIRTUAL:
        return "text"
    return column_type(catalog().metadata.tables[table].c[column])


def column_type(column: sa.Column[object]) -> str:
    """SQL type of a column, collation left out: values are compared in the target."""
    return column.type.compile(dialect=_DIALECT).split(" COLLATE")[0]


def staged(target: Target, column: str) -> sql.Composable:
    """The staging column of a target's column."""
    return sql.SQL("i.{}").format(sql.Identifier(f"{target.name}.{column}"))


def fresh_of(target: Target) -> sql.Identifier:
    """The temporary table of a target's candidate rows, one for each natural key."""
    return sql.Identifier(f"fresh_{target.name}")


def not_null(column: sql.Composable) -> sql.Composable:
    """Condition that a column has a value."""
    return sql.SQL("{} is not null").format(column)


def names_of(names: Sequence[str], alias: str = "", prefix: str = "") -> sql.Composed:
    """A select list; with a prefix, the prefixed columns under their plain names."""
    parts = (sql.SQL("{}{}").format(sql.SQL(alias), sql.Identifier(prefix + name)) for name in names)
    if not prefix:
        return sql.SQL(", ").join(parts)
    return sql.SQL(", ").join(
        sql.SQL("{} as {}").format(part, sql.Identifier(name)) for part, name in zip(parts, names, strict=True)
    )


def named(statement: sql.SQL, kind: str, **more: sql.Composable) -> sql.Composed:
    """A statement about one kind of identifier: its column and its word."""
    return statement.format(kind=sql.Identifier(kind), literal=sql.Literal(kind), **more)


#: SQL: the stored row t and the fresh row f are of one subject; of subjects that were joined, of the same one of them
SAME_SUBJECT = sql.SQL("t.subject_id = f.subject_id and t.origin_id is not distinct from f.origin_id")
#: SQL: whose facts are those of the subject of `who`, and whose they would be, had it been joined to no other
OWNER = sql.SQL(
    "coalesce(m.current_id, w.subject_id) as subject_id,"
    " case when m.current_id is not null then w.subject_id end as origin_id,"
)
WHO = sql.SQL("join who w using (seq) left join subject_alias m on m.old_id = w.subject_id")


def same_key(target: Target) -> sql.Composed:
    """Condition that the stored row t and the fresh row f have one natural key."""
    parts: list[sql.Composable] = [SAME_SUBJECT] if target.subject_led else []
    for column in target.key:
        operator = "is not distinct from" if target.table.c[column].nullable else "="
        parts.append(
            sql.SQL("t.{name} {operator} f.{name}").format(name=sql.Identifier(column), operator=sql.SQL(operator))
        )
    return sql.SQL(" and ").join(parts)


def effective(name: str, follows: bool, erases: bool, better: sql.Composable, same: sql.Composable) -> sql.Composed:
    """The value a column will have; see the rules in the docstring of `loaders.merge`."""
    template = "case when {better} then coalesce(f.{name}, t.{name}) else coalesce(t.{name}, f.{name}) end"
    if follows:
        template = "case when {better} then f.{name} else t.{name} end"
    elif erases:
        template = (
            "case when {better} then case when {same} then f.{name} else coalesce(f.{name}, t.{name}) end "
            "else case when {same} then t.{name} else coalesce(t.{name}, f.{name}) end end"
        )
    return sql.SQL(template).format(name=sql.Identifier(name), better=better, same=same)
