"""From the Authorization header to a `Caller`, or one sentence of refusal whatever was wrong."""

from __future__ import annotations

from collections.abc import Sequence

from hub.caller import ROLES, Caller
from hub.errors import Unauthenticated

__all__ = ["ROLES", "Authenticator", "Caller"]


class Authenticator:
    """Verifies bearer tokens; one per process."""

    async def authenticate(self, headers: Sequence[bytes]) -> Caller:
        """The caller of a request, from all values of its Authorization header; raises Unauthenticated."""
        raise Unauthenticated() from None
