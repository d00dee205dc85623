"""Which rows stand merged as they are, asked by their hashes on a connection of its own, while others are cleaned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import psycopg
from psycopg import sql

from loaders.source import Source
from schema.catalog import catalog
from schema.indexes import RECOGNISED

#: the same condition as that of the index: a suspect must be sent, so that its return is noticed
_KNOWN = "select h from unnest(%s::bigint[]) h where exists (select from {} t where t.content_hash = h{})"


def recognised_by(source: Source) -> str | None:
    """The table whose rows tell that a row of the source was merged before; None where no table is indexed for it."""
    return next((table for table in RECOGNISED if table in source.targets()), None)


class Probe:
    """Asks for the rows of one source."""

    def __init__(self, connection: psycopg.Connection[Any], table: str) -> None:
        present = " and t.absent_since is null" if "absent_since" in catalog().metadata.tables[table].c else ""
        self._connection = connection
        self._query = sql.SQL(_KNOWN).format(sql.Identifier(table), sql.SQL(present))

    def __call__(self, hashes: Sequence[int]) -> set[int]:
        """Those of the hashes that the last statement about some fact bears."""
        return {row[0] for row in self._connection.execute(self._query, (list(hashes),)).fetchall()}
