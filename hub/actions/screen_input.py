"""What a screening is asked with: scenario, purpose and matter of the caller's own, and whom it is about."""

from __future__ import annotations

from typing import Any

from hub.actions.acting import Acting, line, without_identity
from hub.actions.screen_hits import claiming
from hub.errors import Forbidden, InvalidArgument
from schema.law.scenarios import Scenario, scenarios

#: subjects of one screening
MOST = 100


def allowed(acting: Acting) -> Scenario:
    """The scenario, if the caller's role works in it and may claim the purpose. Raises InvalidArgument or Forbidden."""
    scenario = scenarios().get(line(acting, "scenario", 64))
    if scenario is None:
        raise InvalidArgument(
            argument="scenario", reason="is no scenario of the catalogue", reason_zh="不在应用场景目录中"
        )
    purpose, matter = line(acting, "purpose", 64), line(acting, "matter", 64)
    without_identity("matter", matter)
    if acting.caller.purpose not in (None, purpose) or acting.caller.matter not in (None, matter):
        raise InvalidArgument(argument="purpose", reason="differs from the token's purpose or matter",
                              reason_zh="与令牌中的查询目的或事项编号不一致")  # fmt: skip
    # one act, one purpose: the scenario's own, and the same role must work in the one and claim the other
    if purpose != scenario.purpose or not scenario.roles & claiming(acting):
        raise Forbidden(
            coordinates="Mutation.screen",
            hint=" The scenario or the purpose is not one of your role's.",
            hint_zh="该应用场景或查询目的不属于您的角色。",
            refused=[{"coordinate": "Mutation.screen", "opensWith": None}],
        )
    return scenario


def subjects_of(acting: Acting) -> list[dict[str, Any]]:
    """The subjects asked about. Raises InvalidArgument."""
    subjects: list[dict[str, Any]] = acting.given["subjects"]
    if not 0 < len(subjects) <= MOST:
        raise InvalidArgument(
            argument="subjects", reason=f"give 1 to {MOST} subjects", reason_zh=f"须提供1至{MOST}个主体"
        )
    for number, subject in enumerate(subjects, 1):
        by_code, by_number = subject.get("creditCode"), subject.get("idNumber")
        if bool(by_code) == bool(by_number) or (by_number and not subject.get("name")):
            raise InvalidArgument(
                argument=f"subjects[{number}]", reason="give a credit code, or an ID number together with the name",
                reason_zh="须提供统一社会信用代码，或同时提供身份证号与姓名",
            )  # fmt: skip
    return subjects
