"""Reach: filters go through the relations that an index answers, as the tables have it."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from schema import indexes, reach
from schema.catalog import catalog


def test_offers_relations_that_an_index_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drop the index and the filter is gone: what is offered follows from the tables, not from a list."""
    offered = reach.related(catalog())
    monkeypatch.setattr(reach, "leading", lambda built, name: indexes.leading(built, name) - {"court_code"})
    without = reach.related(catalog())

    assert {"cases", "listings", "area", "superior"} <= set(offered["Court"])
    assert set(offered["Court"]) - set(without["Court"]) == {"cases", "listings"}


def test_offers_no_relation_without_a_column_to_filter_by() -> None:
    """Former names have none."""
    assert "formerNames" not in catalog().related["Subject"]


def test_offers_at_an_interface_what_its_concrete_types_have() -> None:
    """Responsible persons stand beside enterprises only, and may be asked for at subjects."""
    assert "responsiblePersons" in catalog().related["Subject"]


def test_knows_the_indexes_that_the_tables_have() -> None:
    """Readers do not load SQLAlchemy; what they take for indexed is what its tables say."""
    for name, kind in catalog().types.items():
        if kind.entity.view:
            continue
        table = catalog().metadata.tables[kind.entity.table]
        keys = [c for c in table.constraints if isinstance(c, sa.PrimaryKeyConstraint | sa.UniqueConstraint)]
        found = {next(iter(each.columns)).name for each in (*keys, *table.indexes)}

        assert indexes.leading(catalog(), name) == found
