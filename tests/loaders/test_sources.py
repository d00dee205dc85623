"""Every source is tested by its own folder: sample → expected.jsonl, and a second load changes nothing.

HUB_UPDATE_EXPECTED=1 rewrites the expected files; read the difference before committing it.
"""

from __future__ import annotations

import json
import os
from typing import Any

import pytest

from hub.database import Database
from loaders.check_source import KEYED
from loaders.clean import Cleaning
from loaders.prepare import Delivery
from loaders.probe import recognised_by
from loaders.read import read_file
from loaders.source import folder_of, source_of, sources
from schema.catalog import catalog
from tests.loaders.fixtures import VAULT, context_for, load_reference, load_sample, sample_of

NAMES = sorted(sources())


def cleaned(name: str) -> list[dict[str, Any]]:
    """What the sample of a source becomes: accepted rows, rejects, and the account at the end."""
    source, path = source_of(name), sample_of(name)
    delivery = Delivery.of(name, path)
    cleaning = Cleaning(path, source, context_for(name), VAULT)
    found: list[dict[str, Any]] = []
    account = {"read": 0, "accepted": 0, "ignored": 0}
    for chunk in read_file(path, source.layout_of(path), delivery.facts, source.known_keys()):
        part = cleaning.clean(chunk)
        account = {word: count + getattr(part, word) for word, count in account.items()}
        found += [_plain(row) for row in part.rows.to_dicts()]
        found += [{"row_no": one.row_no, "rejected": json.loads(one.faults), "at": one.pointer} for one in part.rejects]
    return [*found, account]


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {key: "…" if key in KEYED else value for key, value in row.items() if value is not None}


@pytest.mark.parametrize("name", NAMES)
def test_sample_becomes_what_is_expected(name: str) -> None:
    """A change in how a source is read shows as a difference in its expected file."""
    path = folder_of(name) / "expected.jsonl"
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in cleaned(name))
    if os.environ.get("HUB_UPDATE_EXPECTED"):
        path.write_text(lines, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == lines


@pytest.mark.parametrize("name", NAMES)
def test_coordinates_are_columns_of_the_catalog(name: str) -> None:
    """A source cannot speak of a column that does not exist, so a renamed column is noticed before a load."""
    source, tables = source_of(name), catalog().metadata.tables
    given = [to for column in source.columns for to in column.to]
    given += [*source.constants, *source.withdrawn, *(to for party in source.parties for to in party.constants)]
    parties = {f"@{party.name}" for party in source.parties}
    virtual = {"document", "former_name"}
    for coordinate in given:
        head, _, column = coordinate.partition(".")
        if head in parties:
            assert column in tables["subject"].c or column in virtual, coordinate
        elif not head.startswith("@"):
            assert column in tables[head].c, coordinate


@pytest.mark.parametrize("name", NAMES)
def test_a_second_load_of_the_same_rows_writes_nothing(name: str, database: Database) -> None:
    """The same rows in other bytes are recognised, row by row or fact by fact: nothing new, nothing changed."""
    if name != "areas":
        load_reference(database)
    first = load_sample(database, name)
    again = load_sample(database, name)
    with database.connect("owner") as connection:
        connection.execute("update batch set sha256 = md5(sha256) where source_name = %s", (name,))
    third = load_sample(database, name)

    assert first.accepted + first.quarantined + first.ignored == first.read
    assert again.repeated
    assert (third.inserted, third.updated) == (0, 0)
    assert third.accepted == first.accepted
    if recognised_by(source_of(name)):
        assert third.rows_unchanged > 0
    else:
        assert third.unchanged == first.inserted + first.updated + first.unchanged
