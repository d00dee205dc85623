"""`previewMerge` 预览合并: what would move if two subjects were joined. Written down, since a decision rests on it."""

from __future__ import annotations

from hub.actions.acting import Acting, Done
from hub.actions.identities import begin, check, note, subject


async def act(acting: Acting) -> Done:
    """Count; returns the id of the preview. Raises Forbidden, InvalidArgument, MergeRefused."""
    await begin(acting, "previewMerge")
    keep, merge = subject(acting, "keepId"), subject(acting, "mergeId")
    await check(acting, keep, merge)
    return Done([await note(acting, "MERGE", "PREVIEWED", keep, merge)], about=(keep, merge))
