"""Feedback: only on one's own hit, only with a measure that the hit allows, never with somebody's number in it."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from hub.china import today
from hub.errors import HubError, InvalidArgument, InvalidVariables, NotFound, ScopeMissing
from hub.query.answer import refused
from tests.hub.actions.conftest import DAY, FEEDBACK, FINANCE, Desk, World, number_of
from tests.province import officer


@pytest.fixture
async def hit(desk: Desk, world: World) -> str:
    """A hit of the finance office, with the measure J0108."""
    subject, ask = world.unit()
    world.enlist(subject)
    return str((await desk.screen(FINANCE, ask))[0]["hits"][0]["id"])


@pytest.fixture
async def candidate(desk: Desk, world: World) -> str:
    """A candidate of the finance office."""
    subject, ask = world.masked_person(f"示例{uuid4().hex[:6]}", 6, 4)
    world.enlist(subject)
    return str((await desk.screen(FINANCE, ask))[0]["hits"][0]["id"])


def given(hit: str, **values: Any) -> dict[str, Any]:
    """A good report, with values put over it."""
    return {"hitId": hit, "outcome": "RESTRICTED", "measureCode": "J0108", "actedOn": str(today()), **values}


async def test_report_is_answered_with_what_was_recorded(desk: Desk, hit: str) -> None:
    """The record carries the agency of the token, whatever was sent, and reads back as written."""
    data = await desk.ask(FEEDBACK, FINANCE, input=given(hit, note="示例：未准予参加"))
    found = data["reportFeedback"]["feedback"]

    assert found.pop("id")
    assert found == {"agencyCode": FINANCE.agency, "measureCode": "J0108", "outcome": "RESTRICTED",
                     "actedOn": str(today()), "note": "示例：未准予参加"}  # fmt: skip


async def test_colleague_may_report(desk: Desk, hit: str) -> None:
    """The hit belongs to the agency, not to the officer."""
    colleague = officer("FI", subject="another")

    assert (await desk.ask(FEEDBACK, colleague, input=given(hit.upper())))["reportFeedback"]["feedback"]["id"]


async def test_foreign_and_absent_hits_answer_alike(desk: Desk, world: World, hit: str) -> None:
    """Byte for byte: whether a hit exists elsewhere is not told, also by other faults of the same report."""
    before = world.count("feedback")
    stranger = officer("FI", agency="AG-elsewhere")
    answers = set()
    for hit_id, values in (
        (hit, {}),
        (str(uuid4()), {}),
        (hit, {"measureCode": "A01"}),
        (hit, {"actedOn": "1999-01-01"}),
    ):
        with pytest.raises(NotFound) as refusal:
            await desk.ask(FEEDBACK, stranger, input=given(hit_id, **values))
        answers.add(refused(refusal.value))

    assert len(answers) == 1
    assert world.count("feedback") == before


REFUSED: dict[str, dict[str, Any]] = {
    "measure of no catalogue": {"measureCode": "ZZZ"},
    "measure of another scenario": {"measureCode": "J0107"},
    "applied without a measure": {"measureCode": None},
    "refused without a measure": {"outcome": "REFUSED", "measureCode": None},
    "rewarded by another measure": {"outcome": "REWARDED", "measureCode": "I08"},
    "exempted with a measure": {"outcome": "EXEMPTED_BY_REVIEW"},
    "wrong match with a measure": {"outcome": "WRONG_MATCH"},
    "before the hit": {"actedOn": str(today() - DAY)},
    "tomorrow": {"actedOn": str(today() + DAY)},
    "no day": {"actedOn": "2026-02-30"},
    "no outcome": {"outcome": "IGNORED"},
    "no id": {"hitId": "1"},
    "an id with more": {"hitId": "' or true --"},
    "note too long": {"note": "字" * 501},
    "note with an ID number": {"note": f"当事人{number_of(1)}已告知"},
    "note with one in blanks": {"note": f"当事人{number_of(1)[:6]} {number_of(1)[6:14]} {number_of(1)[14:]}"},
    "note with one in full width": {"note": "".join(chr(ord(digit) + 0xFEE0) for digit in number_of(1))},
    "note with an old number": {"note": "110105" + "490101" + "001"},
    "note with the head of one": {"note": "出生信息33029919850101"},
}


@pytest.mark.parametrize("name", REFUSED)
async def test_unfit_report_is_refused_and_leaves_nothing(desk: Desk, world: World, hit: str, name: str) -> None:
    """Each fault is one sentence that repeats no number; the feedback table stays as it was."""
    before = world.count("feedback")
    with pytest.raises(HubError) as refusal:
        await desk.ask(FEEDBACK, FINANCE, input=given(hit, **REFUSED[name]))

    assert isinstance(refusal.value, InvalidArgument | InvalidVariables | NotFound)
    assert number_of(1)[:14] not in refused(refusal.value).decode()
    assert world.count("feedback") == before


@pytest.mark.parametrize("outcome", ["WRONG_MATCH", "EXEMPTED_BY_REVIEW"])
async def test_hit_may_be_answered_without_a_measure(desk: Desk, hit: str, candidate: str, outcome: str) -> None:
    """A wrong match and an exemption need none, for a hit and for a candidate."""
    for hit_id in (hit, candidate):
        data = await desk.ask(FEEDBACK, FINANCE, input=given(hit_id, outcome=outcome, measureCode=None))
        assert data["reportFeedback"]["feedback"]["measureCode"] is None


@pytest.mark.parametrize("outcome", ["REFUSED", "RESTRICTED", "WARNED", "REWARDED"])
@pytest.mark.parametrize("measure", [None, "J0108"])
async def test_candidate_is_never_acted_upon(desk: Desk, candidate: str, outcome: str, measure: str | None) -> None:
    """A fitting name and some digits are no proof: no measure can be reported as applied."""
    with pytest.raises(InvalidArgument, match="measureCode"):
        await desk.ask(FEEDBACK, FINANCE, input=given(candidate, outcome=outcome, measureCode=measure))


async def test_report_needs_the_scope(desk: Desk, hit: str) -> None:
    """A token that may only read does not report."""
    with pytest.raises(ScopeMissing):
        await desk.ask(FEEDBACK, officer("FI", scopes=frozenset({"read"})), input=given(hit))


async def test_report_is_read_beside_its_hit(desk: Desk, hit: str) -> None:
    """Through the hit's own relation, with the measure's name; another agency reads nothing of it."""
    done = await desk.ask(FEEDBACK, FINANCE, input=given(hit))
    number = done["reportFeedback"]["feedback"]["id"]
    query = "{ feedback(first: 100) { nodes { id measure { code } hit { id feedback { nodes { id } } } } } }"
    nodes = (await desk.ask(query, FINANCE))["feedback"]["nodes"]

    assert {
        "id": number,
        "measure": {"code": "J0108"},
        "hit": {"id": hit, "feedback": {"nodes": [{"id": number}]}},
    } in nodes
    elsewhere = await desk.ask(query, officer("FI", agency="AG-elsewhere"))
    assert elsewhere["feedback"]["nodes"] == []
