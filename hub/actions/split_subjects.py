"""`splitSubjects` 拆分主体: what was joined is two again, with what each was told of meanwhile."""

from __future__ import annotations

from typing import Final

from hub.actions.acting import Acting, Done
from hub.actions.identities import begin, note, one, subject
from hub.errors import MergeRefused

#: PostgreSQL shows an act the decisions of its own agency alone
_KEPT: Final = """select a.current_id::text from subject_alias a join identity_decision d on d.id = a.decision_id
    where a.old_id = %s"""
_SPLIT: Final = "select split_subject(%s)"


async def act(acting: Acting) -> Done:
    """Undo a joining; returns the decision's id. Raises Forbidden, InvalidArgument, MergeRefused."""
    await begin(acting, "splitSubjects")
    merged = subject(acting, "mergedId")
    keep = await one(acting, _KEPT, (merged,))
    if keep is None:
        raise MergeRefused(
            reason="the subject was joined to no other by your agency", reason_zh="该主体未由本单位并入其他主体"
        )
    await one(acting, _SPLIT, (merged,))
    return Done([await note(acting, "SPLIT", "IN_FORCE", keep, merged)], about=(keep, merged))
