"""Reach: filters go through the relations that an index answers, as the tables have it."""

from __future__ import annotations

import sqlalchemy as sa

from schema.catalog import catalog
from schema.reach import related


def _without(column: str, table: str) -> sa.MetaData:
    """The tables, of which one lost the index that begins with a column."""
    copy = sa.MetaData()
    for each in catalog().metadata.tables.values():
        each.to_metadata(copy)
    for index in list(copy.tables[table].indexes):
        if next(iter(index.columns)).name == column:
            copy.tables[table].indexes.discard(index)
    return copy


def test_offers_relations_that_an_index_answers() -> None:
    """Drop the index and the filter is gone: what is offered follows from the tables, not from a list."""
    offered = related(catalog(), catalog().metadata)
    without = related(catalog(), _without("court_code", "enforcement_case"))

    assert {"cases", "listings", "area", "superior"} <= set(offered["Court"])
    assert set(offered["Court"]) - set(without["Court"]) == {"cases"}


def test_offers_no_relation_without_a_column_to_filter_by() -> None:
    """Former names have none."""
    assert "formerNames" not in catalog().related["Subject"]


def test_offers_at_an_interface_what_its_concrete_types_have() -> None:
    """Responsible persons stand beside enterprises only, and may be asked for at subjects."""
    assert "responsiblePersons" in catalog().related["Subject"]
