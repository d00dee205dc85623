"""Acting on behalf, asked of the database: rows and values are those that each party is given when asking alone."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from hub.caller import Actor, Caller
from hub.errors import Forbidden, InvalidCursor
from hub.query.engine import Engine
from tests.province import officer

SUBJECTS = "subjects(first: 100) { nodes { id ... on NaturalPerson { %s } } }"
LISTINGS = "listings(first: 100, filter: {kind: {eq: SX}}) { nodes { id ... on DishonestDebtorListing { %s } } }"
#: what is asked, one field at a time since a refused one refuses all
QUESTIONS = [
    *(SUBJECTS % field for field in ("name", "idNumber")),
    *(LISTINGS % field for field in ("caseNumber", "obligation")),
    *(f"cases(first: 100) {{ nodes {{ id {field} }} }}"
      for field in ("amountApplied", "basisNumber")),
    "feedback(first: 100) { nodes { id outcome } }",
]  # fmt: skip


def acting(caller: Caller, *actors: Caller) -> Caller:
    """`caller`, with the others acting for him."""
    chain = (Actor(a.issuer, a.subject, a.agency, a.roles, a.areas, a.courts, a.subject_id) for a in actors)
    return replace(caller, actors=tuple(chain))


PARTIES = {
    "CE here": officer("CE"),
    "CE there": officer("CE", areas=("500112",), courts=("渝0112",)),
    "CE above": officer("CE", areas=("33",), courts=()),
    "CE court": officer("CE", areas=(), courts=("浙0211",)),
    "CH": officer("CH"),
    "GM": officer("GM"),
    "PL": officer("PL"),
    "AU": officer("AU"),
    "PU": officer("PU"),
    "MR": officer("MR"),
    "MR+": officer("MR", purpose="REGISTRATION", matter="M-1"),
    "TL PU": officer("TL", "PU"),
}
#: (question, party) → what that party is given alone; the same for every chain
ALONE: dict[tuple[str, str], dict[str, Any] | None] = {}
CHAINS = [
    ("CE here", "CE there"), ("CE here", "CE above"), ("CE court", "CE above"), ("CE above", "CE court", "CE here"),
    ("CE here", "GM"), ("PU", "CE here"), ("CE here", "MR"), ("MR+", "CE here"), ("PU", "GM"), ("AU", "PL"),
    ("TL PU", "CE above"), ("CH", "CE here", "PU"),
]  # fmt: skip


async def asked(engine: Engine, query: str, caller: Caller) -> dict[str, Any] | None:
    """Id → value, of all pages; None where the operation is refused."""
    found: dict[str, Any] = {}
    after = ""
    while True:
        page = query.replace("first: 100", f"first: 100{after}").replace("nodes {", "pageInfo { endCursor } nodes {", 1)
        try:
            answer = json.loads(await engine.answer(f"{{ {page} }}", None, {}, caller))
        except Forbidden:
            return None
        (part,) = answer["data"].values()
        found |= {node.pop("id"): next(iter(node.values()), None) for node in part["nodes"]}
        if len(part["nodes"]) < 100:
            return found
        after = f', after: "{part["pageInfo"]["endCursor"]}"'


def least(values: list[Any], clear: Any) -> Any:
    """Of a row's value as several see it alone, what all of them see."""
    if None in values:
        return None
    return next((value for value in values if value != clear), clear)


@pytest.mark.parametrize("chain", CHAINS, ids=" for ".join)
async def test_together_they_see_what_each_sees(engine: Engine, chain: tuple[str, ...]) -> None:
    """Refused if one is refused, rows that exist for all, of every value the least; by rules of each one's own."""
    parties = [PARTIES[name] for name in chain]
    seen = 0
    for query in QUESTIONS:
        for name in ("CH", *chain):
            if (query, name) not in ALONE:
                ALONE[query, name] = await asked(engine, query, PARTIES[name])
        clear, alone = ALONE[query, "CH"] or {}, [ALONE[query, name] for name in chain]
        together = await asked(engine, query, acting(*parties))
        if None in alone:  # or the other one sees no rows of that kind at all, and of others no value is asked
            assert set((together or {}).values()) <= {None}, query
            continue
        assert together is not None, query
        rows = [one for one in alone if one is not None]
        common = set.intersection(*(set(one) for one in rows))
        assert together == {row: least([one[row] for one in rows], clear[row]) for row in common}, query
        seen += len(together)
    assert seen or chain == ("PU", "GM")


async def test_subject_shows_his_own_record_to_an_officer(engine: Engine, truth: dict[str, Any]) -> None:
    """The court acts for the subject: of all people it has in its region, only that one, as he sees himself."""
    rows = await asked(engine, SUBJECTS % "name", PARTIES["CE here"]) or {}
    own = next(row for row, name in rows.items() if name and "*" not in name)
    subject = officer("SE", subject_id=UUID(own))

    assert await asked(engine, SUBJECTS % "name", acting(subject, PARTIES["CE here"])) == {own: rows[own]}
    assert await asked(engine, SUBJECTS % "name", acting(PARTIES["CE here"], subject)) == {own: rows[own]}
    masked = await asked(engine, SUBJECTS % "name", acting(subject, PARTIES["AU"])) or {}
    assert set(masked) == {own}
    assert "*" in masked[own]


async def test_plans_and_cursors_are_the_chains_own(engine: Engine) -> None:
    """Nobody is answered by a plan made for another chain, nor pages on with a cursor of one."""
    chains = [(), ("CE here",), ("GM",), ("GM", "CE here"), ("CE here", "GM")]
    made = [acting(PARTIES["CH"], *(PARTIES[name] for name in chain)) for chain in chains]
    assert len({caller.fingerprint for caller in made}) == len(made)

    page = "{ listings(first: 1%s) { pageInfo { endCursor } } }"
    cursor = json.loads(await engine.answer(page % "", None, {}, made[0]))["data"]["listings"]["pageInfo"]["endCursor"]
    with pytest.raises(InvalidCursor):
        await engine.answer(page % f', after: "{cursor}"', None, {}, made[1])


async def test_nobody_acts_in_the_name_of_another(engine_copy: Engine) -> None:
    """What an act writes is answered for by one agency."""
    act = """mutation { screen(input: {scenario: "LOAN", purpose: "CREDIT_REVIEW", matter: "M-1", subjects: []}) {
        screening { id } } }"""
    with pytest.raises(Forbidden, match="on behalf of another"):
        await engine_copy.answer(act, None, {}, acting(officer("BK"), officer("BK")))
