"""`screen` 比对查询: 1 to 100 subjects, a scenario, a purpose and a matter number → hits with the measures allowed
today.

An organisation is found by its credit code, a person by whole ID number *and* name. A person whom a source names only
by a masked number is at most a CANDIDATE when the visible digits and the name agree: for an officer to confirm, and
no measure follows from it. Every hit comes with an instruction to act on (`hub.actions.instruct`). Which lists may hit
is the policy's: `H` is enough, `-` and `A` are not; entries in grace or shielded never hit. Basis: 法释〔2017〕7号
art. 8; 国办发〔2020〕49号 (measures only from the catalogue); 个人信息保护法 arts. 6, 24.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from hub.actions.acting import Acting, Done, line, without_identity
from hub.actions.instruct import COLUMNS, Measure, instruction
from hub.actions.screen_hits import TARGETS, WITH_MEASURE, Hit, claiming, find
from hub.china import today
from hub.errors import Forbidden, InvalidArgument
from schema.law.scenarios import Scenario, scenarios

#: subjects of one screening
MOST = 100

MEASURES = f"""
select {COLUMNS} from measure
where %(scenario)s = any(scenarios) and executing_roles && %(roles)s
    and (valid_from is null or valid_from <= %(today)s) and (valid_to is null or valid_to >= %(today)s)
order by code
"""  # noqa: S608  columns of our own

#: hits and their instructions in one statement, which runs whether or not there are any
WRITE_HITS = """
with given as (
    select * from jsonb_to_recordset(%(hits)s::jsonb) as g(
        item uuid, subject_id uuid, outcome text, listing_id uuid, kind text, is_listed boolean, act text,
        tells_subject boolean, review_required boolean, measure_codes text[], legal_basis text[],
        instruction_zh text[], instruction_en text[], remedy_zh text[], remedy_en text[], valid_from date,
        valid_to date)
), written as (
    insert into screening_hit (item_id, subject_id, agency_code, outcome, listing_id, listing_kind, measure_codes)
    select item, subject_id, %(agency)s, outcome, listing_id, kind, measure_codes from given
    returning id, item_id, listing_id
)
insert into screening_instruction (
    hit_id, subject_id, agency_code, is_listed, act, tells_subject, review_required, measure_codes, legal_basis,
    instruction_zh, instruction_en, remedy_zh, remedy_en, valid_from, valid_to)
select w.id, subject_id, %(agency)s, is_listed, act, tells_subject, review_required, measure_codes, legal_basis,
    instruction_zh, instruction_en, remedy_zh, remedy_en, valid_from, valid_to
from written w join given on item = w.item_id and given.listing_id = w.listing_id
"""

#: (list, kind of subject) → the measures that follow
Measures = dict[tuple[str, str], list[Measure]]


async def act(acting: Acting) -> Done:
    """Screen; its key is the id of the screening. Raises InvalidArgument or Forbidden before any row is read."""
    scenario = _allowed(acting)
    subjects = _subjects(acting)
    found = await find(acting, subjects)
    measures = await _measures(acting, scenario)
    hits = [hit for hit in found if hit.kind != WITH_MEASURE or _following(hit, measures)]
    outcomes = _outcomes(len(subjects), hits)
    written = await _write(acting, scenario, outcomes, hits, measures)
    # who might be the same is charged like who is not there: else guesses at a known mask would cost nothing
    named = zip(subjects, outcomes, strict=True)
    return Done([written], sum(outcome != "HIT" for one, outcome in named if one.get("idNumber")))


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


async def _measures(acting: Acting, scenario: Scenario) -> Measures:
    """The measures in force today for this scenario and role."""
    values = {"scenario": scenario.code, "roles": sorted(acting.caller.roles), "today": today()}
    found: Measures = defaultdict(list)
    for row in await (await acting.connection.execute(MEASURES, values)).fetchall():
        measure = Measure(*row)
        for trigger in measure.triggers:
            for kind, targets in TARGETS.items():
                if measure.target_kind in targets:
                    found[trigger, kind].append(measure)
    return found


def _following(hit: Hit, measures: Measures) -> list[Measure]:
    """What follows from a hit; from a candidate nothing does."""
    return measures[hit.kind, hit.subject_kind] if hit.outcome == "HIT" else []


def _outcomes(asked: int, hits: list[Hit]) -> list[str]:
    """For each subject asked about the strongest of its hits, or NONE."""
    found = ["NONE"] * asked
    for hit in hits:
        if found[hit.ordinal - 1] != "HIT":
            found[hit.ordinal - 1] = hit.outcome
    return found


async def _write(acting: Acting, scenario: Scenario, outcomes: list[str], hits: list[Hit], measures: Measures) -> str:
    """Write the screening with everything below it; returns its id. As many statements whatever was found."""
    caller, connection = acting.caller, acting.connection
    purpose, matter = line(acting, "purpose", 64), line(acting, "matter", 64)
    cursor = await connection.execute(
        "insert into screening (agency_code, officer, scenario, purpose, matter, policy_version)"
        " values (%s, %s, %s, %s, %s, %s) returning id::text",
        (caller.agency, caller.subject, scenario.code, purpose, matter, acting.policy.version),
    )
    row = await cursor.fetchone()
    assert row
    cursor = await connection.execute(
        "insert into screening_item (screening_id, agency_code, ordinal, outcome)"
        " select %s, %s, * from unnest(%s::int[], %s::text[]) returning ordinal, id::text",
        (row[0], caller.agency, list(range(1, len(outcomes) + 1)), outcomes),
    )
    items = dict(await cursor.fetchall())
    rows = {
        (hit.ordinal, hit.listing_id): {
            "item": items[hit.ordinal], "subject_id": hit.subject_id, "outcome": hit.outcome,
            "listing_id": hit.listing_id, "kind": hit.kind,
            **instruction(hit.outcome, _following(hit, measures)),
        }
        for hit in reversed(hits)  # of one entry found twice the proven hit stays
    }  # fmt: skip
    given = {"hits": json.dumps([*rows.values()]), "agency": caller.agency}
    await connection.execute(WRITE_HITS, given)
    return str(row[0])
