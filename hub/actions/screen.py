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
from hub.errors import Forbidden, InvalidArgument
from schema.identifiers import MASK_SHAPES, masked_pattern
from schema.law.scenarios import Scenario, scenarios
from schema.names import name_of
from schema.policy import Decision

#: subjects of one screening
MOST = 100

#: list → row of the policy table that decides whether it may hit
LISTS = {
    "SX": "listing_sx",
    "CONSUMPTION_RESTRICTION": "consumption_restriction",
    "SERIOUS_DISHONESTY": "serious_dishonesty",
}

FIND = """
with asked as (
    select * from unnest(%(ordinals)s::int[], %(codes)s::text[], %(blinds)s::text[], %(names)s::text[])
        as a(ordinal, code, blind, name)
), pattern as (
    select * from unnest(%(pattern_ordinals)s::int[], %(patterns)s::text[], %(pattern_names)s::text[])
        as p(ordinal, pattern, name)
), found as (
    select a.ordinal, i.subject_id, 'HIT' as outcome from asked a
        join subject_identifier i on i.kind = 'CREDIT_CODE' and i.value = a.code
    union
    select a.ordinal, s.id, 'HIT' from asked a
        join subject s on s.id = person_by_blind(a.blind) and s.name = a.name
    union
    select p.ordinal, s.id, 'CANDIDATE' from pattern p
        join subject s on s.id_number_pattern = p.pattern and s.name = p.name and s.is_provisional
), listed as (
    select subject_id, id, kind, court_code from listing
    where state = 'PUBLISHED' and (term_ends_on is null or term_ends_on >= %(today)s)
        and subject_id in (select subject_id from found)
    union all
    select subject_id, id, 'HONEST_PERFORMANCE', court_code from honest_listing
    where removed_on is null and (expires_on is null or expires_on >= %(today)s)
        and subject_id in (select subject_id from found)
)
select f.ordinal, f.subject_id::text, f.outcome, l.id::text, l.kind, s.kind from found f
    join listed l on l.subject_id = f.subject_id
    join subject s on s.id = f.subject_id
where l.kind || ':' || s.kind = any(%(open)s)
    or (l.kind || ':' || s.kind = any(%(regional)s)
        and (coalesce(s.area_code, (select k.area_code from court k where k.code = l.court_code))
            ^@ any(%(areas)s) or l.court_code = any(%(courts)s)))
order by f.ordinal, f.outcome desc, l.kind, l.id
"""

MEASURES = """
select code, triggers, target_kind from measure
where %(scenario)s = any(scenarios) and executing_roles && %(roles)s
    and (valid_from is null or valid_from <= %(today)s) and (valid_to is null or valid_to >= %(today)s)
order by code
"""

TARGETS = {
    "NATURAL_PERSON": {"PERSON", "BOTH"},
    "ENTERPRISE": {"ENTITY", "BOTH"},
    "GOVERNMENT_BODY": {"ENTITY", "GOVERNMENT", "BOTH"},
    "OTHER_ORGANISATION": {"ENTITY", "BOTH"},
}


async def act(acting: Acting) -> list[str]:
    """Screen; returns the id of the screening. Raises InvalidArgument or Forbidden."""
    scenario = _allowed(acting)
    subjects = _subjects(acting)
    hits = await _hits(acting, subjects)
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
    if purpose != scenario.purpose or not scenario.roles & _claiming(acting):
        raise Forbidden(
            coordinates="Mutation.screen",
            hint=" The scenario or the purpose is not one of your role's.",
            hint_zh="该应用场景或查询目的不属于您的角色。",
            refused=[{"coordinate": "Mutation.screen", "opensWith": None}],
        )
    return scenario


def _claiming(acting: Acting) -> frozenset[str]:
    """The caller's roles that may claim the purpose of this screening."""
    return acting.policy.opened_roles(
        acting.caller.roles, acting.given["purpose"].strip(), acting.given["matter"].strip()
    )


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


async def _hits(acting: Acting, subjects: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    numbered = list(enumerate(subjects, 1))
    blind = acting.vault.blind
    patterns = [
        (n, pattern, name_of(s["name"]))
        for n, s in numbered
        if s.get("idNumber")
        for pattern in _patterns(acting, s["idNumber"])
    ]
    cursor = await acting.connection.execute(FIND, {
        "ordinals": [n for n, _ in numbered],
        "codes": [s.get("creditCode") for _, s in numbered],
        "blinds": [blind("id_number", s["idNumber"]).hex() if s.get("idNumber") else None for _, s in numbered],
        "names": [name_of(s["name"]) if s.get("name") else None for _, s in numbered],
        "pattern_ordinals": [n for n, _, _ in patterns],
        "patterns": [pattern for _, pattern, _ in patterns],
        "pattern_names": [name for _, _, name in patterns],
        "areas": list(acting.caller.areas), "courts": list(acting.caller.courts), "today": today(),
        **_open_lists(acting),
    })  # fmt: skip
    return await cursor.fetchall()


def _patterns(acting: Acting, number: str) -> list[str]:
    """The keyed index of every way in which sources mask this number."""
    return [
        acting.vault.blind("id_number_pattern", masked_pattern(number[:head], number[len(number) - tail :])).hex()
        for head, tail in MASK_SHAPES
    ]


def _open_lists(acting: Acting) -> dict[str, list[str]]:
    """`list:subject kind` pairs that may hit anywhere, and those that may hit in the caller's own region only."""
    found: dict[str, list[str]] = {"open": [], "regional": []}
    for kind in TARGETS:
        honest = "honest_person" if kind == "NATURAL_PERSON" else "honest_entity"
        for name, group in {**LISTS, "HONEST_PERFORMANCE": honest}.items():
            # each role by itself: what one opens everywhere is not narrowed by another that opens the region
            claiming = _claiming(acting)
            decisions = [
                acting.policy.decide(group, frozenset({role}), role in claiming) for role in acting.caller.roles
            ]
            if any(_anywhere(decision, kind) for decision in decisions):
                found["open"].append(f"{name}:{kind}")
            elif any("region" in decision.rules for decision in decisions):
                found["regional"].append(f"{name}:{kind}")
    return found


def _anywhere(decision: Decision, kind: str) -> bool:
    if decision.clear or decision.always_masked or (decision.hit and not decision.rules):
        return True
    return "gov" in decision.rules and kind == "GOVERNMENT_BODY"


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
