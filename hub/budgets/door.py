"""The way of budgets to the database: one connection of each worker, on which nothing waits for the disk."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import psycopg

from hub.database import Database
from hub.database_errors import connection_refusal, refusal
from hub.errors import DatabaseUnreachable
from hub.line import Line
from hub.pipeline import Lane


class Door:
    """Calls the functions of the schema `budget` as hub_writer; connects at the first call, and after each loss."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # a crash of the server may forget half a second of what was counted; waiting for its disk costs more
        self._line = Line(database, "writer", prepared=3, durable=False)

    async def ask(self, sql: str, values: Sequence[object]) -> Any:
        """The JSON that a function returns. Raises `DatabaseUnreachable` and its neighbours."""
        try:
            lane = await self._open()
            # a transaction of its own: locks are held in one order, and no longer than it takes
            body = await lane.send(sql, values, alone=True)
        except psycopg.Error as error:
            raise refusal(error, self._database.address) from None
        if body is None:
            raise DatabaseUnreachable(address=self._database.address)
        return json.loads(body)

    async def close(self) -> None:
        """Close the connection."""
        await self._line.close()

    async def _open(self) -> Lane:
        try:
            return await self._line.open()
        except psycopg.OperationalError as error:
            raise connection_refusal(error, self._database.address) from None
