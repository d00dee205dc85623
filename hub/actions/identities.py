"""Decisions of identity: what the acts on two subjects share.

Whether two subjects may be joined, and by how many persons, PostgreSQL decides (`merge_veto`, `merge_subjects`); here
its words become sentences. May be done by whom the policy shows the decisions of his own agency (`identity` at O).
"""

from __future__ import annotations

from typing import Any, Final

from hub.actions.acting import Acting, line, without_identity
from hub.errors import Forbidden, InvalidArgument, MergeRefused
from schema.kinds import ID

#: what `merge_veto` says → why not
REASONS: Final[dict[str, tuple[str, str]]] = {
    "SAME": ("both ids name one subject", "两个标识指向同一主体"),
    "UNKNOWN": ("there is no subject of one of the ids", "其中一个标识没有对应的主体"),
    "MERGED": (
        "one of them is joined to another subject already; split it first",
        "其中一个主体已并入其他主体，须先拆分",
    ),
    "HAS_MEMBERS": (
        "others are joined to the one that would pass; split them first, or keep it and join the other to it",
        "拟并入的主体已有其他主体并入，须先拆分，或改以其为保留主体",
    ),
    "KIND": ("they are of different kinds", "主体类别不同"),
    "ERASED": ("one of them was erased", "其中一个主体已被删除"),
    "NAME": ("people of different names are not joined", "姓名不同的自然人不予合并"),
    "IDENTIFIER": ("they bear different credit codes or ID numbers", "统一社会信用代码或身份证号不同"),
    "ONE_PERSON": ("who proposed it may not agree to it; another person of the agency must", "须由本单位另一人复核"),
    "APART": ("it was decided that they, or subjects joined to them, are two", "已决定该主体或其并入主体不予合并"),
}
_LOCK: Final = "select pg_advisory_xact_lock(hashtext('hub identities'))"
_VETO: Final = "select merge_veto(%s, %s)"
_NOTE: Final = """insert into identity_decision (kind, state, keep_id, merge_id, reason, agency_code, officer, facts,
        listings, cases, hits, agencies)
    select %(kind)s, %(state)s, %(keep)s, %(merge)s, %(reason)s, %(agency)s, %(officer)s, r.*
    from subject_reach(%(merge)s) r
    returning id::text"""


async def begin(acting: Acting, field: str) -> None:
    """Whether the caller decides of identities; decisions are made one after the other. Raises Forbidden."""
    roles = acting.caller.roles
    if not any("agency" in acting.policy.decide("identity", frozenset({one}), opened=False).rules for one in roles):
        raise Forbidden(
            coordinates=f"Mutation.{field}", hint=" Your role may not decide which subjects are one.",
            hint_zh="您的角色无权决定主体的合并与拆分。",
            refused=[{"coordinate": f"Mutation.{field}", "opensWith": None}],
        )  # fmt: skip
    await one(acting, _LOCK, ())


def subject(acting: Acting, name: str) -> str:
    """An id of the input. Raises InvalidArgument."""
    try:
        return str(ID.accept(acting.given[name]))
    except ValueError:
        raise InvalidArgument(argument=name, reason="is not an id of this hub", reason_zh="不是本系统的标识") from None


async def note(acting: Acting, kind: str, state: str, keep: str, merge: str) -> str:
    """Write a decision down, with how much is about the other subject; its id. Raises InvalidArgument."""
    given = {
        "kind": kind, "state": state, "keep": keep, "merge": merge,
        "reason": without_identity("reason", line(acting, "reason", 200)),
        "agency": acting.caller.agency, "officer": acting.caller.subject,
    }  # fmt: skip
    return str(await one(acting, _NOTE, given))


async def check(acting: Acting, keep: str, merge: str, *allowing: str) -> None:
    """Whether two subjects may be joined; some vetoes may be let pass. Raises MergeRefused."""
    veto = await one(acting, _VETO, (keep, merge))
    if veto is not None and veto not in allowing:
        raise refused(veto)


def refused(veto: str) -> MergeRefused:
    """The refusal in words."""
    reason, reason_zh = REASONS[veto]
    return MergeRefused(reason=reason, reason_zh=reason_zh)


async def one(acting: Acting, query: str, values: Any) -> Any:
    """The first value of the first row, or None where there is none."""
    row = await (await acting.connection.execute(query.encode(), values)).fetchone()
    return row[0] if row else None
