"""`reportFeedback` 处置反馈: what an agency did after a hit of its own screening.

Another agency's hit and one that does not exist answer alike. A candidate is never a trigger, so it can only be
answered as a wrong match or an exemption. Basis: 发改财金〔2016〕141号 (execute, then enter the result).
"""

from __future__ import annotations

from typing import Any

from hub.actions.acting import Acting, Done, without_identity
from hub.china import today
from hub.errors import InvalidArgument, NotFound

#: outcomes that apply a measure
APPLIED = {"REFUSED", "RESTRICTED", "WARNED", "REWARDED"}


async def act(acting: Acting) -> Done:
    """Record the feedback; its key is its id. Raises NotFound or InvalidArgument."""
    hit = await _hit(acting)
    given, outcome, measure = acting.given, acting.given["outcome"].value, acting.given.get("measureCode")
    _check(given, hit, outcome, measure)
    cursor = await acting.connection.execute(
        "insert into feedback (hit_id, subject_id, agency_code, measure_code, outcome, acted_on, note)"
        " values (%s, %s, %s, %s, %s, %s, %s) returning id::text",
        (hit[0], hit[1], acting.caller.agency, measure, outcome, given["actedOn"], _note(given)),
    )
    row = await cursor.fetchone()
    assert row
    return Done([str(row[0])])


async def _hit(acting: Acting) -> tuple[Any, ...]:
    cursor = await acting.connection.execute(
        "select id, subject_id, outcome, measure_codes, (hit_at at time zone 'Asia/Shanghai')::date from screening_hit"
        " where id::text = %s and agency_code = %s",
        (str(acting.given["hitId"]).lower(), acting.caller.agency),
    )
    row = await cursor.fetchone()
    if row is None:
        raise NotFound
    return tuple(row)


def _check(given: dict[str, Any], hit: tuple[Any, ...], outcome: str, measure: str | None) -> None:
    if outcome in APPLIED and measure not in hit[3]:
        raise InvalidArgument(argument="measureCode", reason="must be one of the measures that the hit allows",
                              reason_zh="须为该命中允许的措施之一")  # fmt: skip
    if outcome not in APPLIED and measure is not None:
        raise InvalidArgument(argument="measureCode", reason="must be absent when no measure was applied",
                              reason_zh="未采取措施时不得填写")  # fmt: skip
    if not hit[4] <= given["actedOn"] <= today():
        raise InvalidArgument(
            argument="actedOn", reason="must lie between the hit and today", reason_zh="须在命中之日至今日之间"
        )


def _note(given: dict[str, Any]) -> str | None:
    note = given.get("note")
    if note is None:
        return None
    if len(note) > 500:
        raise InvalidArgument(argument="note", reason="at most 500 characters", reason_zh="最多500个字符")
    return without_identity("note", note)
