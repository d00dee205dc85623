"""`unsealMatter` 解除保密: take back what `sealMatter` did, before it ends by itself.

From then on the agency's questions in the matter are there for whoever they were about. When and by whom it was taken
back is written beside the seal, once.
"""

from __future__ import annotations

from hub.actions.acting import Acting, Done
from hub.actions.seal_matter import allowed, matter_of
from hub.errors import NotFound

_RELEASE = """update access_seal set released_at = now(), released_by = %s
    where agency_code = %s and matter = %s and sealed_until > now() and released_at is null
    returning id::text, renewal"""


async def act(acting: Acting) -> Done:
    """Take back the seals in force on a matter; returns the id of the latest. Raises NotFound or Forbidden."""
    allowed(acting, "unsealMatter")
    caller = acting.caller
    cursor = await acting.connection.execute(_RELEASE, (caller.subject, caller.agency, matter_of(acting)))
    released = await cursor.fetchall()
    if not released:
        raise NotFound
    return Done([str(max(released, key=lambda row: int(row[1]))[0])])
