"""A line of one's own to the database: one pipelined connection of a role, made when needed and after each loss."""

from __future__ import annotations

import asyncio

from hub.database import Database, Role
from hub.pipeline import Lane


class Line:
    """What is sent here waits for nothing but its like; `durable`: whether a commit waits for the disk."""

    def __init__(self, database: Database, role: Role, *, prepared: int, durable: bool = True) -> None:
        self._database, self._role = database, role
        self._prepared, self._durable = prepared, durable
        self._lane: Lane | None = None
        self._connecting = asyncio.Lock()

    async def open(self) -> Lane:
        """The connection. Raises psycopg.OperationalError."""
        async with self._connecting:
            if self._lane is None or self._lane.closed:
                connection = await self._database.connect_async(self._role)
                if not self._durable:
                    await connection.execute("set synchronous_commit = 'off'")
                self._lane = Lane(connection, prepared=self._prepared, on_time=_unwatched)
            return self._lane

    async def close(self) -> None:
        """Close the connection, if there is one."""
        if self._lane is not None:
            await self._lane.close()


def _unwatched(_sql: str, _seconds: float) -> None:
    """Nobody else waits behind what is sent here."""
