"""The way of budgets to the database: one connection of each worker, on which nothing waits for the disk."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from typing import Any

import psycopg

from hub.database import Database
from hub.database_errors import connection_refusal, refusal
from hub.errors import DatabaseUnreachable
from hub.pipeline import Lane


class Door:
    """Calls the functions of the schema `budget` as hub_writer; connects at the first call, and after each loss."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lane: Lane | None = None
        self._connecting = asyncio.Lock()

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
        if self._lane is not None:
            await self._lane.close()

    async def _open(self) -> Lane:
        async with self._connecting:
            if self._lane is None or self._lane.closed:
                try:
                    connection = await self._database.connect_async("writer")
                except psycopg.OperationalError as error:
                    raise connection_refusal(error, self._database.address) from None
                # a crash of the server may forget half a second of what was counted; waiting for its disk costs more
                await connection.execute("set synchronous_commit = 'off'")
                self._lane = Lane(connection, prepared=3, on_time=_unwatched)
            return self._lane


def _unwatched(_sql: str, _seconds: float) -> None:
    """These statements are always quick."""
