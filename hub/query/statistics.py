"""What PostgreSQL knows of the tables, as far as costs are estimated from it: rows of a table, values of a column.

Read with the reader's own rights when the hub starts and every ten minutes; what was never analysed is unknown, and
then a page counts as full. Every number is rounded up to a power of two, because an estimate that a caller may ask
for must tell no more of rows that he may not see than their magnitude.
"""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

from hub.errors import HubError
from hub.periodic import every

#: seconds between two looks
PERIOD = 600
_log = logging.getLogger(__name__)

_QUERY = """select json_build_object(
  'rows', (select json_object_agg(c.relname, c.reltuples) from pg_class c
           where c.relkind in ('r', 'p') and c.reltuples > 0 and pg_table_is_visible(c.oid)
             and c.relnamespace = any(array(select oid from pg_namespace where nspname = any(current_schemas(false))))),
  'distinct', (select json_agg(json_build_array(s.tablename, s.attname, s.n_distinct)) from pg_stats s
               where s.schemaname = any(current_schemas(false)) and s.n_distinct <> 0))"""


class Fetching(Protocol):
    """What `hub.reader.Reader` offers."""

    async def fetch(self, sql: str) -> bytes:
        """The bytes of one JSON value."""
        ...


@dataclass(frozen=True)
class Statistics:
    """One look at the tables."""

    #: table → rows
    rows: Mapping[str, float] = field(default_factory=dict)
    #: (table, column) → rows that one value of the column has
    alike: Mapping[tuple[str, str], float] = field(default_factory=dict)


UNKNOWN = Statistics()


class Looking:
    """The latest look; one per process."""

    def __init__(self) -> None:
        self.current = UNKNOWN

    async def look(self, reader: Fetching) -> None:
        """Look now; keeps the former look when the database does not answer."""
        try:
            found = read(json.loads(await reader.fetch(_QUERY)))
        except HubError as error:
            _log.warning("table statistics could not be read: %s", error.code)
            return
        if found != self.current:  # estimates are worked out anew for every new look
            self.current = found

    async def keep(self, reader: Fetching) -> None:
        """Look every ten minutes until cancelled; what was known stays known."""
        await every(PERIOD, partial(self.look, reader), lambda error: _log.warning("no statistics: %s", error.code))


def read(found: Mapping[str, Any]) -> Statistics:
    """Statistics from what the query returns; `n_distinct` below zero is a share of the rows."""
    rows = found["rows"] or {}
    alike = {}
    for table, column, distinct in found["distinct"] or ():
        if table in rows:
            values = distinct if distinct > 0 else -distinct * rows[table]
            alike[table, column] = rounded(max(rows[table] / max(values, 1), 1))
    return Statistics({table: rounded(count) for table, count in rows.items()}, alike)


def rounded(number: float) -> float:
    """The next power of two."""
    return float(2 ** math.ceil(math.log2(number)))
