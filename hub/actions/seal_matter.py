"""`sealMatter` 查询保密: keep from subjects, for a time, that the agency asked about them in a matter.

May be done by whom the policy shows the seals of his own agency (`access_seal` at O); how long and how often again is a
table of the law (`schema/law/seals.csv`). A seal ends by itself; what ends it earlier is written beside it, and nothing
of it is ever changed. Basis: 个人信息保护法 arts. 18, 35.
"""

from __future__ import annotations

from typing import Any

from hub.actions.acting import Acting, Done, line, without_identity
from hub.errors import Forbidden, InvalidArgument
from schema.law.seals import Bounds, widest

#: one after the other for one matter, so that renewals are counted
_LOCK = "select pg_advisory_xact_lock(hashtextextended(%s, 0))"
_BEFORE = "select count(*) from access_seal where agency_code = %s and matter = %s"
_SEAL = """insert into access_seal (agency_code, officer, matter, legal_basis, renewal, sealed_until)
    values (%s, %s, %s, %s, %s, now() + %s * interval '1 day') returning id::text"""


async def act(acting: Acting) -> Done:
    """Seal a matter, or seal it again; returns the seal's id. Raises InvalidArgument or Forbidden."""
    bounds = allowed(acting, "sealMatter")
    matter, basis = matter_of(acting), without_identity("legalBasis", line(acting, "legalBasis", 200))
    days = acting.given["days"]
    if not 1 <= days <= bounds.days:
        raise InvalidArgument(
            argument="days", reason=f"must be 1 to {bounds.days} for your role",
            reason_zh=f"本角色须为1至{bounds.days}天",
        )  # fmt: skip
    agency = acting.caller.agency
    await acting.connection.execute(_LOCK, (f"access_seal {agency} {matter}",))
    before = await _one(acting, _BEFORE, (agency, matter))
    if before[0] > bounds.renewals:
        raise InvalidArgument(
            argument="matter", reason=f"was sealed {before[0]} times, which your role may not exceed",
            reason_zh=f"已保密{before[0]}次，达到本角色上限",
        )  # fmt: skip
    made = await _one(acting, _SEAL, (agency, acting.caller.subject, matter, basis, before[0], days))
    return Done([str(made[0])])


def allowed(acting: Acting, field: str) -> Bounds:
    """What the caller's roles that may seal are bound to. Raises Forbidden when none may."""
    may = [
        role for role in acting.caller.roles
        if "agency" in acting.policy.decide("access_seal", frozenset({role}), opened=False).rules
    ]  # fmt: skip
    if not may:
        raise Forbidden(
            coordinates=f"Mutation.{field}", hint=" Your role may not seal what it asks.",
            hint_zh="您的角色无权对查询保密。", refused=[{"coordinate": f"Mutation.{field}", "opensWith": None}],
        )  # fmt: skip
    return widest(may)


def matter_of(acting: Acting) -> str:
    """The matter, as entries of the log name it. Raises InvalidArgument when the token names another."""
    matter = without_identity("matter", line(acting, "matter", 64))
    if acting.caller.matter not in (None, matter):
        raise InvalidArgument(
            argument="matter", reason="differs from the token's matter", reason_zh="与令牌中的事项编号不一致"
        )
    return matter


async def _one(acting: Acting, query: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
    cursor = await acting.connection.execute(query.encode(), values)
    row = await cursor.fetchone()
    assert row
    return tuple(row)
