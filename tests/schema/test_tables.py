"""Tables as derived from the declarations: what no migration may ever lose."""

from __future__ import annotations

import enum

import pytest
import sqlalchemy as sa

from schema.catalog import catalog
from schema.language import Column

TABLES = list(catalog().metadata.tables.values())
#: types that stand on a table; of a view, a migration says what it is
TYPES = [kind for kind in catalog().types.values() if not kind.entity.view]
FACTS = sorted({kind.entity.table for kind in TYPES if kind.entity.subject_led})
LOADED = sorted({kind.entity.table for kind in TYPES if kind.entity.loaded})
PROVENANCE = ("batch_id", "row_no", "content_hash", "source_time", "recorded_at")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_text_sorts_the_same_on_every_server(table: sa.Table) -> None:
    """Collation "C", whatever the server's locale: order, prefix search and cursors mean one thing."""
    texts = {str(column): column.type for column in table.c}
    assert [name for name, kind in texts.items() if isinstance(kind, sa.Text) and kind.collation != "C"] == []


@pytest.mark.parametrize("name", FACTS)
def test_subject_leads_the_primary_key_of_its_facts(name: str) -> None:
    """What a subject owns is found, and kept together, by the subject; its natural key too."""
    table = catalog().metadata.tables[name]
    assert [column.name for column in table.primary_key] == ["subject_id", "id"]
    uniques = [list(c.columns) for c in table.constraints if isinstance(c, sa.UniqueConstraint)]
    uniques += [list(index.columns) for index in table.indexes if index.unique]
    assert uniques
    assert all(columns[0].name == "subject_id" for columns in uniques)
    assert not any(column.foreign_keys for column in table.c)  # they cost a sixth of a load; see tests/loaders


@pytest.mark.parametrize("name", LOADED)
def test_every_fact_leads_back_to_its_row(name: str) -> None:
    """Batch, row number, content hash, the source's time and ours stand beside every delivered fact."""
    assert set(PROVENANCE) <= set(catalog().metadata.tables[name].c.keys())


def test_no_readable_id_number_is_stored() -> None:
    """A sealed value is two columns, what most callers see and the ciphertext; none with the value itself."""
    for kind in TYPES:
        table = catalog().metadata.tables[kind.entity.table]
        for value in kind.values.values():
            if value.kind.sealed:
                assert value.name not in table.c
                assert isinstance(table.c[f"{value.name}_masked"].type, sa.Text)
                assert isinstance(table.c[f"{value.name}_sealed"].type, sa.LargeBinary)


def test_identifiers_are_unique_in_one_place() -> None:
    """One identifier belongs to one subject, whatever source stated it."""
    table = catalog().metadata.tables["subject_identifier"]
    assert [column.name for column in table.primary_key] == ["kind", "value"]


def test_every_vocabulary_is_checked_by_the_database() -> None:
    """A value outside its enum cannot be written, not even from psql."""
    for kind in TYPES:
        table = catalog().metadata.tables[kind.entity.table]
        checks = {str(c.sqltext) for c in table.constraints if isinstance(c, sa.CheckConstraint)}
        for value in kind.values.values():
            if isinstance(value.annotation, type) and issubclass(value.annotation, enum.Enum):
                assert isinstance(value.declared, Column)
                assert any(check.startswith(f"{value.name} in (") for check in checks), value.coordinate


def test_orderable_columns_have_an_index_with_the_tie_breaker() -> None:
    """A page of a long list is read from an index `(column, id)`, never sorted."""
    for kind in TYPES:
        table = catalog().metadata.tables[kind.entity.table]
        leading = [[column.name for column in index.columns] for index in table.indexes]
        if kind.entity.of is None:
            for value in kind.orderable.values():
                wanted = [value.name, "id"] if value.name != "id" else ["id"]
                primary = [column.name for column in table.primary_key]
                assert wanted in leading or wanted == primary, value.coordinate


def test_each_row_is_found_by_its_id() -> None:
    """`node` looks into every table by id alone: a primary key led by the subject does not do."""
    for kind in TYPES:
        table = catalog().metadata.tables[kind.entity.table]
        leading = [next(iter(index.columns)).name for index in table.indexes]

        assert "id" in (*leading, next(iter(table.primary_key.columns)).name), table.name


def test_constraints_and_indexes_have_names_of_their_own() -> None:
    """Names are made from table and columns, so that a migration can speak of them, and fit PostgreSQL's 63 bytes."""
    names = [str(index.name) for table in TABLES for index in table.indexes]
    for table in TABLES:
        names += [str(constraint.name) for constraint in table.constraints if constraint.name]
    assert len(names) == len(set(names))
    assert [name for name in names if len(name.encode()) > 63] == []
