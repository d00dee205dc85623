"""Viewer: the GraphQL types by which a caller learns what he may see, before asking for any of it."""

from __future__ import annotations

import enum
from typing import Annotated, Any

import strawberry

from schema.space import described_enum


class AccessLevel(enum.Enum):
    """可见程度 — how far a field is open to the caller."""

    CLEAR = "CLEAR"
    REGION = "REGION"
    OWN = "OWN"
    AGENCY = "AGENCY"
    GOVERNMENT = "GOVERNMENT"
    LISTED = "LISTED"
    CONSENT = "CONSENT"
    COMBINED = "COMBINED"
    PURPOSE = "PURPOSE"
    MASKED = "MASKED"
    HIT = "HIT"
    COUNTED = "COUNTED"
    NONE = "NONE"


#: what each level means
LEVELS = {
    "CLEAR": "完整可见 — in full, on every row that exists for you.",
    "REGION": "本辖区完整可见 — in full on rows of your own areas or courts.",
    "OWN": "本人完整可见 — in full on your own records.",
    "AGENCY": "本单位完整可见 — in full on your own agency's rows.",
    "GOVERNMENT": "政府机构完整可见 — in full on rows about government bodies.",
    "LISTED": "公布期间完整可见 — in full while publicly listed.",
    "CONSENT": "经本人同意完整可见 — in full with the person's consent.",
    "COMBINED": "同时满足多项条件时完整可见 — in full where several of these conditions hold at once.",
    "PURPOSE": "就单个主体按目的完整可见 — in full for one looked-up subject, by your purpose and matter number.",
    "MASKED": "脱敏可见 — masked, where it is not in full.",
    "HIT": "仅提示命中 — a screening may answer with a hit; the field itself is shut.",
    "COUNTED": "仅供统计 — rows may be counted in tens; the field itself is shut.",
    "NONE": "不可见 — not at all.",
}  # fmt: skip
#: row rule of the policy → level
RULES = {
    "region": AccessLevel.REGION, "own": AccessLevel.OWN, "agency": AccessLevel.AGENCY, "gov": AccessLevel.GOVERNMENT,
    "listed": AccessLevel.LISTED, "consent": AccessLevel.CONSENT,
}  # fmt: skip

VIEWER = (
    "本人权限 — who you are to this hub and what you may see, by the policy alone; no record is looked at. It may stand"
    " beside other fields."
)

described_enum(AccessLevel, LEVELS)


@strawberry.type(description="字段权限 — how far one field is open to you, whatever row it is on.")
class Access:
    """One field."""

    coordinate: str = strawberry.field(description="字段坐标 — type and field, such as NaturalPerson.idNumber.")
    level: list[AccessLevel] = strawberry.field(description="可见程度 — each of these holds, the widest first.")
    opens_with: list[str] = strawberry.field(
        description="可开放目的 — purposes of your roles; with any of them and a matter number it opens in full for one"
        " looked-up subject. Empty where that opens no more."
    )


def _access(self: Any, type: Any = strawberry.UNSET) -> Any:  # noqa: A002 - the argument is called type in GraphQL
    raise AssertionError("answered from the policy, never resolved")


_access.__annotations__ = {
    "type": Annotated[
        str | None,
        strawberry.argument(description="类型 — one type, or an interface for all its types; none = all types."),
    ],
    "return": list[Access],
}


@strawberry.type(description="本人 — the caller, as the token says.")
class Viewer:
    """Whoever asks."""

    agency: str = strawberry.field(description="所属机构 — the agency that answers for you.")
    roles: list[str] = strawberry.field(description="角色 — codes of your roles, such as BK.")
    areas: list[str] = strawberry.field(description="辖区 — area codes that you stand for, as prefixes.")
    courts: list[str] = strawberry.field(description="法院 — court codes that you stand for.")
    purpose: str | None = strawberry.field(description="查询目的 — the one purpose of your token.")
    access: list[Access] = strawberry.field(
        resolver=_access, description="字段权限 — field by field, what you may see."
    )


def _viewer() -> Any:
    raise AssertionError("answered from the policy, never resolved")


def root_fields() -> dict[str, Any]:
    """Python name → Strawberry field of the root."""
    _viewer.__annotations__ = {"return": Viewer}
    return {"viewer": strawberry.field(_viewer, description=VIEWER)}
