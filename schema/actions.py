"""Acts that write: their inputs and payloads, as GraphQL shows them. What they do is in `hub/actions/<name>.py`.

An act returns keys; its payload is then compiled and answered like any query, under the same policy.
"""

from __future__ import annotations

from dataclasses import dataclass

import strawberry

from schema.entities.screening import FeedbackOutcome
from schema.kinds import CreditCode, Date, Id, IdNumber

strawberry.enum(FeedbackOutcome, description=FeedbackOutcome.__doc__)


@strawberry.input(description="比对对象 — one subject: a credit code, or an ID number together with the name.")
class ScreenSubject:
    """One subject of a screening."""

    credit_code: CreditCode | None = strawberry.field(
        default=None, description="统一社会信用代码 — unified social credit code."
    )
    id_number: IdNumber | None = strawberry.field(
        default=None, description="公民身份号码 — citizen ID number; only together with the name."
    )
    name: str | None = strawberry.field(default=None, description="姓名/名称 — name.")


@strawberry.input(description="比对查询 — what is asked, and why.")
class ScreenInput:
    """Input of `screen`."""

    scenario: str = strawberry.field(description="应用场景 — scenario code, e.g. `PUBLIC_PROCUREMENT`.")
    purpose: str = strawberry.field(description="查询目的 — purpose code; must be on your role's list.")
    matter: str = strawberry.field(description="事项编号 — number of the matter before your agency.")
    subjects: list[ScreenSubject] = strawberry.field(description="比对对象 — 1 to 100 subjects.")
    max_staleness: str | None = strawberry.field(
        default=None,
        description="最长时延 — how old the hub's copy may be, in seconds (`900`) or as an ISO 8601 duration (`PT15M`);"
        " where it is older, the sources are asked first, and each item says what came of it (`freshness`).",
    )


@strawberry.input(description="处置反馈 — what your agency did after a hit.")
class ReportFeedbackInput:
    """Input of `reportFeedback`."""

    hit_id: Id = strawberry.field(description="命中标识 — id of the hit.")
    outcome: FeedbackOutcome = strawberry.field(description="反馈结果 — what was done.")
    measure_code: str | None = strawberry.field(
        default=None, description="措施代码 — measure applied, one of the hit's."
    )
    acted_on: Date = strawberry.field(description="处置日期 — day of the act, not in the future.")
    note: str | None = strawberry.field(default=None, description="说明 — explanation, at most 500 characters.")


@strawberry.input(description="查询保密 — which matter, on what legal basis, for how long.")
class SealMatterInput:
    """Input of `sealMatter`."""

    matter: str = strawberry.field(
        description="事项编号 — matter number that the questions were, or will be, asked with."
    )
    legal_basis: str = strawberry.field(description="法律依据 — legal basis, a line of at most 200 characters.")
    days: int = strawberry.field(description="保密天数 — days from now; at most what your role may.")


@strawberry.input(description="解除保密 — which matter.")
class UnsealMatterInput:
    """Input of `unsealMatter`."""

    matter: str = strawberry.field(description="事项编号 — matter number.")


@dataclass(frozen=True)
class Action:
    """One act: GraphQL field, input type, and the payload's field and entity."""

    field: str
    doc: str
    input: type
    payload_field: str
    payload_type: str
    #: scope that the token must hold
    scope: str = "act"
    #: whether its input names people by ID number, so that it could be used to guess numbers
    names_people: bool = False


ACTIONS: dict[str, Action] = {
    action.field: action
    for action in (
        Action("screen", "比对查询 — ask about 1 to 100 subjects before a decision; answers hits and measures.",
               ScreenInput, "screening", "Screening", names_people=True),
        Action("reportFeedback", "处置反馈 — report what was done after a hit.",
               ReportFeedbackInput, "feedback", "Feedback"),
        Action("sealMatter", "查询保密 — keep from subjects, for a time, that your agency asked about them in a matter;"
               " again: renew it.", SealMatterInput, "seal", "AccessSeal"),
        Action("unsealMatter", "解除保密 — take back the seals in force on a matter of your agency.",
               UnsealMatterInput, "seal", "AccessSeal"),
    )
}  # fmt: skip

__all__ = [
    "ACTIONS", "Action", "ReportFeedbackInput", "ScreenInput", "ScreenSubject", "SealMatterInput", "UnsealMatterInput",
]  # fmt: skip
