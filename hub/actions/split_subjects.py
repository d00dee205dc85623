"""`splitSubjects` 拆分主体: what was joined is two again, with what each was told of meanwhile."""

from __future__ import annotations

from typing import Final

from hub.actions.acting import Acting, Done
from hub.actions.identities import begin, note, one, subject
from hub.errors import MergeRefused

_KEPT: Final = "select current_id::text from subject_alias where old_id = %s"
_SPLIT: Final = "select split_subject(%s)"


async def act(acting: Acting) -> Done:
    """Undo a joining; returns the decision's id. Raises Forbidden, InvalidArgument, MergeRefused."""
    await begin(acting, "splitSubjects")
    merged = subject(acting, "mergedId")
    keep = await one(acting, _KEPT, (merged,))
    if keep is None:
        raise MergeRefused(reason="the subject is joined to no other", reason_zh="该主体未并入其他主体")
    await one(acting, _SPLIT, (merged,))
    return Done([await note(acting, "SPLIT", "IN_FORCE", keep, merged)])
