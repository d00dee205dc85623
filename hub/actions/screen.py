"""`screen` 比对查询: 1 to 100 subjects, a scenario, a purpose and a matter number → hits with the measures allowed
today.

An organisation is found by its credit code, a person by whole ID number *and* name. A person whom a source names only
by a masked number is at most a CANDIDATE when the visible digits and the name agree: for an officer to confirm, and
no measure follows from it. Which lists may hit is the policy's: `H` is enough, `-` and `A` are not; entries in grace
or shielded never hit. Basis: 法释〔2017〕7号 art. 8; 国办发〔2020〕49号 (measures only from the catalogue);
个人信息保护法 arts. 6, 24.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from hub.actions.acting import Acting, line, today, without_identity
from hub.actions.screen_hits import TARGETS, claiming, find
from hub.errors import Forbidden, InvalidArgument
from schema.law.scenarios import Scenario, scenarios

#: subjects of one screening
MOST = 100

MEASURES = """
select code, triggers, target_kind from measure
where %(scenario)s = any(scenarios) and executing_roles && %(roles)s
    and (valid_from is null or valid_from <= %(today)s) and (valid_to is null or valid_to >= %(today)s)
order by code
"""


async def act(acting: Acting) -> list[str]:
    """Screen; returns the id of the screening. Raises InvalidArgument or Forbidden."""
    scenario = _allowed(acting)
    subjects = _subjects(acting)
    hits = await find(acting, subjects)
    measures = await _measures(acting, scenario)
    return [await _write(acting, scenario, len(subjects), hits, measures)]


def _allowed(acting: Acting) -> Scenario:
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


def _subjects(acting: Acting) -> list[dict[str, Any]]:
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


async def _measures(acting: Acting, scenario: Scenario) -> dict[tuple[str, str], list[str]]:
    """(list, subject kind) → codes of the measures in force today for this scenario and role."""
    values = {"scenario": scenario.code, "roles": sorted(acting.caller.roles), "today": today()}
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for code, triggers, target in await (await acting.connection.execute(MEASURES, values)).fetchall():
        for trigger in triggers:
            for kind, targets in TARGETS.items():
                if target in targets:
                    found[trigger, kind].append(code)
    return found


async def _write(acting: Acting, scenario: Scenario, asked: int, hits: list[tuple[Any, ...]],
                 measures: dict[tuple[str, str], list[str]]) -> str:  # fmt: skip
    caller, connection = acting.caller, acting.connection
    cursor = await connection.execute(
        "insert into screening (agency_code, officer, scenario, purpose, matter, policy_version)"
        " values (%s, %s, %s, %s, %s, %s) returning id::text",
        (
            caller.agency,
            caller.subject,
            scenario.code,
            line(acting, "purpose", 64),
            line(acting, "matter", 64),
            acting.policy.version,
        ),
    )
    row = await cursor.fetchone()
    assert row
    best: dict[int, str] = {}
    for ordinal, _, outcome, *_ in hits:
        best[ordinal] = "HIT" if "HIT" in (outcome, best.get(ordinal)) else outcome
    cursor = await connection.execute(
        "insert into screening_item (screening_id, agency_code, ordinal, outcome)"
        " select %s, %s, * from unnest(%s::int[], %s::text[]) returning ordinal, id::text",
        (row[0], caller.agency, list(range(1, asked + 1)), [best.get(n, "NONE") for n in range(1, asked + 1)]),
    )
    items = dict(await cursor.fetchall())
    async with connection.cursor() as writing:
        await writing.executemany(
            "insert into screening_hit"
            " (item_id, subject_id, agency_code, outcome, listing_id, listing_kind, measure_codes)"
            " values (%s, %s, %s, %s, %s, %s, %s) on conflict do nothing",
            [
                (items[n], subject, caller.agency, outcome, listing, kind, measures[kind, target] * (outcome == "HIT"))
                for n, subject, outcome, listing, kind, target in hits
            ],
        )  # fmt: skip
    return str(row[0])
