"""The world: every row of every table in plain dicts, read once, with indexes made when somebody asks.

Columns carry the names of the declarations; values are what psycopg makes of them (`date`, `Decimal`, `str` …), except
that ids are text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from psycopg import Connection, sql
from psycopg.rows import dict_row

from hub.vault import Vault
from schema.catalog import ObjectType, catalog

#: a row; two rows are the same row when they are the same dict
Row = dict[str, Any]
#: tables that tell of a subject, and columns that order subjects alike in every province of one seed
_TELLING = ("listing", "honest_listing", "screening_hit")
_NATURAL = ("kind", "credit_code", "name", "id_number_masked")


class World:
    """All rows by table, and the vault that opens the sealed values among them."""

    def __init__(self, connection: Connection[Any], vault: Vault) -> None:
        self.vault = vault
        names = {kind.entity.table for kind in catalog().types.values()} | {"subject_identifier"}
        self.tables: dict[str, list[Row]] = {name: _read(connection, name) for name in sorted(names)}
        #: subjects that were joined are nowhere but in what their ids lead to
        self.aliases: dict[str, str] = dict(
            connection.execute("select old_id::text, current_id::text from subject_alias").fetchall()
        )
        self.tables["subject"] = [row for row in self.tables["subject"] if row["merged_into"] is None]
        #: kind of value → values to write in documents
        self.pools: dict[str, list[Any]] = {}
        #: id of a row → the key of its sealed value
        self.keys = dict(connection.execute("select owner_id::text, key_sealed from person_key").fetchall())
        self._told_of: list[Row] | None = None
        self._indexes: dict[tuple[str, tuple[str, ...]], dict[tuple[Any, ...], list[Row]]] = {}

    def where(self, table: str, **wanted: Any) -> list[Row]:
        """Rows of `table` whose columns equal the given values; null equals nothing."""
        return self.matching(table, tuple(wanted), tuple(wanted.values()))

    def matching(self, table: str, columns: Sequence[str], values: Sequence[Any]) -> list[Row]:
        """Like `where`, for names that are known only at run time."""
        if any(value is None for value in values):
            return []
        key = (table, tuple(columns))
        if key not in self._indexes:
            self._indexes[key] = _index(self.tables[table], key[1])
        return self._indexes[key].get(tuple(values), [])

    def told_of(self) -> list[Row]:
        """Subjects of which there is something to tell, ordered by what does not change between two loads: ids do."""
        if self._told_of is None:
            told = {row["subject_id"] for name in _TELLING for row in self.tables[name]}
            found = [row for row in self.tables["subject"] if row["id"] in told]
            self._told_of = sorted(found, key=lambda row: tuple(str(row[name]) for name in _NATURAL))
        return self._told_of

    def number(self, row: Row) -> str | None:
        """The whole ID number of a person, where a source gave it and it was not erased."""
        sealed = row["id_number_sealed"]
        if sealed is None:
            return None
        key = self.keys.get(row["id"])
        return self.vault.open("id_number", sealed) if key is None else self.vault.open_apart("id_number", sealed, key)

    def is_erased(self, row: Row) -> bool:
        """Whether the person that a row is, or is about, was erased."""
        person = row if "erased_at" in row else self.subject(row.get("subject_id"))
        return person is not None and person["erased_at"] is not None

    def subject(self, subject_id: str | None) -> Row | None:
        """The subject with this id, or the one that it was joined to."""
        return self.one("subject", id=self.aliases.get(subject_id or "", subject_id))

    def one(self, table: str, **wanted: Any) -> Row | None:
        """The only row that fits, or None. Raises AssertionError when there are more."""
        found = self.where(table, **wanted)
        assert len(found) <= 1, (table, wanted)
        return found[0] if found else None


def kind_of(type_name: str, row: Row) -> ObjectType:
    """The concrete type of a row of `type_name`'s table, told by the discriminator."""
    for kind in catalog().concrete(type_name):
        parent = kind.entity.of
        if parent is None:
            return kind
        if row[catalog().types[parent.__name__].entity.discriminator or ""] == kind.entity.when:
            return kind
    raise LookupError(f"a row of {type_name} is of none of its types")


def _index(rows: Iterable[Row], columns: tuple[str, ...]) -> dict[tuple[Any, ...], list[Row]]:
    found: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        found[tuple(row[column] for column in columns)].append(row)
    return dict(found)


def _read(connection: Connection[Any], table: str) -> list[Row]:
    cursor = connection.cursor(row_factory=dict_row)
    cursor.execute(sql.SQL("select * from {}").format(sql.Identifier(table)))
    return [{name: _plain(value) for name, value in row.items()} for row in cursor.fetchall()]


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value
