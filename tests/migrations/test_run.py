"""Migrations: they agree with the declarations, and read as a history."""

from __future__ import annotations

import re
from typing import NoReturn

from alembic.script import ScriptDirectory

from hub.database import Database
from migrations.run import configuration, differences


def test_migrated_database_is_what_the_declarations_say(database: Database) -> None:
    """Tables, columns, types, defaults, indexes and constraints: nothing more and nothing less."""
    assert differences(lambda: database.connect("owner")) == []


def test_history_is_one_line_of_sentences() -> None:
    """One head, numbered files named by what they do, each with a docstring that says why."""
    scripts = ScriptDirectory.from_config(configuration(_never))
    revisions = list(scripts.walk_revisions())

    assert len(scripts.get_heads()) == 1
    assert [f"{number:04d}" for number in range(len(revisions), 0, -1)] == [script.revision for script in revisions]
    for script in revisions:
        assert re.fullmatch(r"\d{4}_[a-z]+(_[a-z0-9]+)+\.py", script.path.rpartition("/")[2])
        assert len((script.module.__doc__ or "").strip()) > 40


def _never() -> NoReturn:
    raise AssertionError("reading the history needs no connection")
