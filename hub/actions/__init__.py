"""Acts that write: one file, one act. An act checks, writes in one transaction as `hub_writer`, and returns keys.

What the caller then sees of it is compiled and answered by the read path, so an act can disclose nothing by itself.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from hub.actions import report_feedback, screen, screen_fresh, seal_matter, unseal_matter
from hub.actions.acting import Acting, Done
from hub.caller import Caller
from hub.database import Writer
from hub.vault import Vault
from loaders.live.asking import Prover
from schema.policy import Policy

Act = Callable[[Acting], Awaitable[Done]]

#: GraphQL field → the act; `schema.actions.ACTIONS` declares the same fields
ACTS: dict[str, Act] = {
    "screen": screen.act, "reportFeedback": report_feedback.act,
    "sealMatter": seal_matter.act, "unsealMatter": unseal_matter.act,
}  # fmt: skip


@dataclass(frozen=True)
class Performer:
    """Performs acts with one process's writer and vault."""

    writer: Writer
    vault: Vault
    #: None: no source is configured that could be asked for proof
    prover: Prover | None = None

    async def __call__(self, field: str, given: dict[str, Any], caller: Caller, table: Policy) -> Done:
        """Perform the act under a policy table. Raises HubError."""
        asking = partial(self._acting, given, caller, table)
        # sources are asked between two transactions: none stays open while somebody else's computer thinks
        proved = await screen_fresh.proved(asking, self.prover, given) if field == "screen" else ()
        async with asking() as acting:
            return await ACTS[field](replace(acting, proved=proved))

    @asynccontextmanager
    async def _acting(self, given: dict[str, Any], caller: Caller, table: Policy) -> AsyncIterator[Acting]:
        async with self.writer.transaction() as connection:
            # row-level security lets the act touch this agency's rows alone; gone when the transaction ends
            await connection.execute("select set_config('hub.agency', %s, true)", (caller.agency,))
            yield Acting(connection, self.vault, caller, given, table)


def performer(writer: Writer, vault: Vault, prover: Prover | None = None) -> Performer:
    """The performer of one process."""
    return Performer(writer, vault, prover)
