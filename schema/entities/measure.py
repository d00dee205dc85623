"""惩戒和激励措施 — the catalogue of measures; nothing outside it may be applied (国办发〔2020〕49号)."""

from __future__ import annotations

from schema.kinds import Code, Date, Id
from schema.language import column, entity


class MeasureMode(Code):
    """措施方式 — what the executing agency does: intercept, prompt an officer, consider prudently (审慎性参考), or notify."""

    INTERCEPT = "INTERCEPT", "拦截 — the act is not granted."
    PROMPT = "PROMPT", "提示 — an officer is told and decides."
    PRUDENT_REFERENCE = "PRUDENT_REFERENCE", "审慎参考 — weighed with care."
    NOTIFY = "NOTIFY", "告知 — told, without consequence."


@entity(
    table="measure", plural="measures", key=("code",), loaded=True,
    doc="措施 — a measure of discipline (惩戒) or incentive (激励) with its legal basis and validity.",
)  # fmt: skip
class Measure:
    id: Id = column("标识 — opaque and random.", group="reference")
    code: str = column("措施代码 — code, e.g. `A02`.", group="reference", filter=True, order=True)
    name: str = column("措施名称 — official name.", group="reference")
    name_en: str | None = column("英文名称 — name in English.", group="reference")
    kind: str = column(
        "措施类型 — 1 reduces rights, 2 management, 3 by others, INCENTIVE.", group="reference", filter=True
    )
    group_name: str | None = column("措施分组 — group within its catalogue.", group="reference")
    target_kind: str = column("适用对象 — PERSON, ENTITY, GOVERNMENT or BOTH.", group="reference", filter=True)
    triggers: list[str] = column("触发名单 — kinds of listing that trigger it.", group="reference", filter=True)
    scenarios: list[str] = column("适用场景 — scenarios in which it applies.", group="reference", filter=True)
    executing_roles: list[str] = column("执行角色 — roles that execute it.", group="reference", filter=True)
    mode: MeasureMode = column("执行方式 — how it is applied.", group="reference", filter=True)
    legal_basis: str | None = column("依据 — law, regulation or central policy, with article.", group="reference")
    is_confirmed: bool = column(
        "依据是否已核实 — whether the legal basis was confirmed from a source.", group="reference"
    )
    review_required: bool = column("需人工复核 — a person must review before it takes effect (个人信息保护法 art. 24).",
                                   group="reference")  # fmt: skip
    instruction_zh: str | None = column("处置指引（中文）— what to do, in Chinese.", group="reference")
    instruction_en: str | None = column("处置指引（英文）— what to do, in English.", group="reference")
    remedy_zh: str | None = column("救济途径（中文）— how the subject may object, in Chinese.", group="reference")
    remedy_en: str | None = column("救济途径（英文）— how the subject may object, in English.", group="reference")
    valid_from: Date | None = column("生效日期 — in force from.", group="reference")
    valid_to: Date | None = column("失效日期 — in force until.", group="reference")
