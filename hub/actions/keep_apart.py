"""`keepApart` 不予合并: two subjects are two, and nothing joins them from then on, directly or through others."""

from __future__ import annotations

from hub.actions.acting import Acting, Done
from hub.actions.identities import begin, check, note, subject


async def act(acting: Acting) -> Done:
    """Decide that two subjects are two; returns the decision's id. Raises Forbidden, InvalidArgument, MergeRefused."""
    await begin(acting, "keepApart")
    keep, merge = subject(acting, "keepId"), subject(acting, "mergeId")
    # whoever is joined to another is asked about by the one that stands for both: those are one until they are split
    await check(acting, keep, merge, "KIND", "NAME", "IDENTIFIER", "ERASED", "HAS_MEMBERS", "APART")
    return Done([await note(acting, "APART", "IN_FORCE", keep, merge)], about=(keep, merge))
