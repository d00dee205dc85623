"""Whom a screening finds: subjects named exactly, candidates by what a mask leaves, and which lists may hit for whom.

One statement, whatever is found: what in grace, shielded or unknown is must not be told by the number of questions.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from hub.actions.acting import Acting
from hub.china import today
from schema.identifiers import MASK_SHAPES, masked_pattern
from schema.names import name_of
from schema.policy import Decision

#: list → row of the policy table that decides whether it may hit
LISTS = {
    "SX": "listing_sx",
    "CONSUMPTION_RESTRICTION": "consumption_restriction",
    "SERIOUS_DISHONESTY": "serious_dishonesty",
    "TERMINATED_CASE": "terminated_case",
}

#: no list, but a register: that somebody stands there is told only where a measure of the catalogue follows from it
WITH_MEASURE = "TERMINATED_CASE"

FIND = """
with asked as (
    select * from unnest(%(ordinals)s::int[], %(codes)s::text[], %(blinds)s::text[], %(names)s::text[])
        as a(ordinal, code, blind, name)
), pattern as (
    select * from unnest(%(pattern_ordinals)s::int[], %(patterns)s::text[], %(pattern_names)s::text[])
        as p(ordinal, pattern, name)
), found as (
    select a.ordinal, coalesce(m.current_id, i.subject_id) as subject_id, 'HIT' as outcome from asked a
        join subject_identifier i on i.kind = 'CREDIT_CODE' and i.value = a.code
        left join subject_alias m on m.old_id = i.subject_id
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
    union all
    select subject_id, id, 'TERMINATED_CASE', court_code from terminated_case
    where subject_id in (select subject_id from found)
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

TARGETS = {
    "NATURAL_PERSON": {"PERSON", "BOTH"},
    "ENTERPRISE": {"ENTITY", "BOTH"},
    "GOVERNMENT_BODY": {"ENTITY", "GOVERNMENT", "BOTH"},
    "OTHER_ORGANISATION": {"ENTITY", "BOTH"},
}


def claiming(acting: Acting) -> frozenset[str]:
    """The caller's roles that may claim the purpose of this screening."""
    return acting.policy.opened_roles(
        acting.caller.roles, acting.given["purpose"].strip(), acting.given["matter"].strip()
    )


class Hit(NamedTuple):
    """One entry that hits, as the statement finds it."""

    ordinal: int
    subject_id: str
    #: HIT or CANDIDATE
    outcome: str
    listing_id: str
    #: the list
    kind: str
    subject_kind: str


async def find(acting: Acting, subjects: list[dict[str, Any]]) -> list[Hit]:
    """Each entry that hits, in the order asked, proven ones first."""
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
        **open_lists(acting),
    })  # fmt: skip
    return [Hit(*row) for row in await cursor.fetchall()]


def _patterns(acting: Acting, number: str) -> list[str]:
    """The keyed index of every way in which sources mask this number."""
    return [
        acting.vault.blind("id_number_pattern", masked_pattern(number[:head], number[len(number) - tail :])).hex()
        for head, tail in MASK_SHAPES
    ]


def open_lists(acting: Acting) -> dict[str, list[str]]:
    """`list:subject kind` pairs that may hit anywhere, and those that may hit in the caller's own region only."""
    found: dict[str, list[str]] = {"open": [], "regional": []}
    may = claiming(acting)
    for kind in TARGETS:
        honest = "honest_person" if kind == "NATURAL_PERSON" else "honest_entity"
        for name, group in {**LISTS, "HONEST_PERFORMANCE": honest}.items():
            # each role by itself: what one opens everywhere is not narrowed by another that opens the region
            decisions = [acting.policy.decide(group, frozenset({role}), role in may) for role in acting.caller.roles]
            if any(_anywhere(decision, kind) for decision in decisions):
                found["open"].append(f"{name}:{kind}")
            elif any("region" in decision.rules for decision in decisions):
                found["regional"].append(f"{name}:{kind}")
    return found


def _anywhere(decision: Decision, kind: str) -> bool:
    if decision.clear or decision.always_masked or (decision.hit and not decision.rules):
        return True
    return "gov" in decision.rules and kind == "GOVERNMENT_BODY"
