"""Temporary tables of one merge: made once, emptied and filled again for every span of rows.

A table made and dropped for each span would keep its locks until the end of the transaction, and a file of ten million
rows would take more than the server has.
"""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg import sql


class Scratch:
    """The temporary tables of one transaction, dropped with it."""

    def __init__(self, cursor: psycopg.Cursor[Any]) -> None:
        self.cursor = cursor
        self._made: set[str] = set()

    def fill(self, name: str, query: sql.Composed) -> int:
        """Replace the rows of the table; the number of its rows. The query's columns are the same each time."""
        table = sql.Identifier(name)
        if name not in self._made:
            self._made.add(name)
            make = sql.SQL("create temp table {} on commit drop as {}")
            return self.cursor.execute(make.format(table, query)).rowcount
        self.cursor.execute(sql.SQL("truncate {}").format(table))
        return self.cursor.execute(sql.SQL("insert into {} {}").format(table, query)).rowcount
