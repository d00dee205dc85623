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

from hub.actions.acting import Acting, Done, line
from hub.actions.instruct import COLUMNS, Measure, instruction
from hub.actions.screen_fresh import told, without_gone
from hub.actions.screen_hits import TARGETS, WITH_MEASURE, Hit, find
from hub.actions.screen_input import allowed, subjects_of
from hub.china import today
from schema.law.scenarios import Scenario

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

#: state, when checked, as of when
Fresh = tuple[str | None, Any, Any]
#: (list, kind of subject) → the measures that follow
Measures = dict[tuple[str, str], list[Measure]]


async def act(acting: Acting) -> Done:
    """Screen; its key is the id of the screening. Raises InvalidArgument or Forbidden before any row is read."""
    scenario = allowed(acting)
    subjects = subjects_of(acting)
    found = without_gone(await find(acting, subjects), acting.proved)
    measures = await _measures(acting, scenario)
    hits = [hit for hit in found if hit.kind != WITH_MEASURE or _following(hit, measures)]
    outcomes = _outcomes(len(subjects), hits)
    written = await _write(acting, scenario, outcomes, hits, measures, told(found, acting.proved))
    # who might be the same is charged like who is not there: else guesses at a known mask would cost nothing
    named = zip(subjects, outcomes, strict=True)
    asked = frozenset[str]().union(*(one.proof.asked for one in acting.proved))
    return Done([written], sum(outcome != "HIT" for one, outcome in named if one.get("idNumber")), asked)


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


async def _write(
    acting: Acting, scenario: Scenario, outcomes: list[str], hits: list[Hit], measures: Measures, fresh: list[Fresh]
) -> str:
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
        "insert into screening_item (screening_id, agency_code, ordinal, outcome, freshness, checked_at, as_of)"
        " select %s, %s, * from unnest(%s::int[], %s::text[], %s::text[], %s::timestamptz[], %s::timestamptz[])"
        " returning ordinal, id::text",
        (row[0], caller.agency, list(range(1, len(outcomes) + 1)), outcomes, *_columns(fresh, len(outcomes))),
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


def _columns(fresh: list[Fresh], number: int) -> list[list[Any]]:
    return [list(column) for column in zip(*(fresh or [(None, None, None)] * number), strict=True)]
