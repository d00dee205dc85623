"""`mergeSubjects` 合并主体: the facts of one subject pass to another, with whose they were.

Of people it takes two persons of the agency: the first proposes, the second asks for the same and so agrees. Loads wait
meanwhile; a merge waits for no load longer than acts wait for anything, and is asked for again.
"""

from __future__ import annotations

from typing import Final

from hub.actions.acting import Acting, Done
from hub.actions.identities import begin, check, note, one, refused, subject

_KIND: Final = "select kind from subject where id = %s"
_WAITING: Final = """select id::text from identity_decision where kind = 'MERGE' and state = 'PROPOSED'
    and keep_id = %s and merge_id = %s and agency_code = %s"""
_PROPOSED_BY: Final = "select officer from identity_decision where id = %s"
_MERGE: Final = "select merge_subjects(%s, %s)"


async def act(acting: Acting) -> Done:
    """Join, or propose it; returns the decision's id.

    Raises Forbidden, InvalidArgument, or MergeRefused, also where who proposed it would agree to it.
    """
    await begin(acting, "mergeSubjects")
    keep, merge = subject(acting, "keepId"), subject(acting, "mergeId")
    await check(acting, keep, merge)
    if await one(acting, _KIND, (keep,)) != "NATURAL_PERSON":
        made = await note(acting, "MERGE", "PROPOSED", keep, merge)
        await one(acting, _MERGE, (made, None))
        return Done([made], about=(keep, merge))
    waiting = await one(acting, _WAITING, (keep, merge, acting.caller.agency))
    if waiting is None:
        return Done([await note(acting, "MERGE", "PROPOSED", keep, merge)], about=(keep, merge))
    if await one(acting, _PROPOSED_BY, (waiting,)) == acting.caller.subject:
        raise refused("ONE_PERSON")
    await one(acting, _MERGE, (waiting, acting.caller.subject))
    return Done([waiting], about=(keep, merge))
