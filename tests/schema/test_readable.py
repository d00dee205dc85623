"""What hub_reader may select is worked out from the declarations, down to the columns that pieces of SQL name."""

from __future__ import annotations

import pytest

from schema.catalog import catalog
from schema.readable import named, readable


def test_bookkeeping_of_loaders_is_not_readable() -> None:
    """No statement names row hashes, row numbers or the index over partial numbers, so no reader may."""
    found = readable(catalog())

    assert "id_number_pattern" not in found["subject"]
    assert not {"content_hash", "row_no", "source_time"} & {column for columns in found.values() for column in columns}
    assert {"quarantine_row", "hub_setting"}.isdisjoint(found)


def test_sealed_values_are_readable_in_both_forms() -> None:
    """An ID number has no column of its own: what most see and what is opened for few are two."""
    assert {"id_number_masked", "id_number_sealed"} <= readable(catalog())["subject"]


def test_columns_of_declared_sql_are_found() -> None:
    """Hidden columns that only a rule or a join names are needed as well, in the table that the alias stands for."""
    text = (
        "exists (select from listing r$l where r$l.subject_id = {t}.id"
        " and r$l.code = any(select r$w.code from unnest({areas}) r$w(code)))"
    )

    assert list(named(text, {"{t}": "subject"})) == [
        ("listing", "subject_id"), ("subject", "id"), ("listing", "code"),
    ]  # fmt: skip


def test_column_of_nobody_is_refused() -> None:
    """A piece of SQL whose alias cannot be told would leave a grant out without a word."""
    with pytest.raises(TypeError, match=r"r\$x\.code belongs to no table"):
        list(named("r$x.code = {t}.code", {"{t}": "area"}))
