"""Joining subjects by GraphQL: who may, what is looked at first, two persons, what readers see before and after."""

from __future__ import annotations

from typing import Any

import pytest

from hub.errors import Forbidden, InvalidArgument, MergeRefused
from tests.hub.actions.conftest import Desk, World
from tests.province import officer

DECISION = (
    "{ decision { id kind state officer approvedBy facts listings cases hits agencies kept { id } other { id } } }"
)
STEWARD, SECOND = officer("CP", agency="AG-CP"), officer("CP", agency="AG-CP", subject="second")
SUBJECT = """query ($id: ID!) { subject(id: $id) { id name listings(first: 20) { totalCount nodes { id } } }
    node(id: $id) { id } nodes(ids: [$id]) { id } subjectsByReference(references: [{id: $id}]) { id }
    _entities(representations: [{__typename: "Subject", id: $id}]) { ... on Node { id } } }"""


async def decide(desk: Desk, act: str, caller: Any = STEWARD, **given: str) -> dict[str, Any]:
    """A decision, as its payload shows it."""
    kind = "SplitInput" if act == "splitSubjects" else "MergeInput"
    query = f"mutation ($input: {kind}!) {{ {act}(input: $input) {DECISION} }}"
    found: dict[str, Any] = (await desk.ask(query, caller, input={"reason": "示例：同一统一社会信用代码证", **given}))[
        act
    ]
    return dict(found["decision"])


def firm_without_code(world: World, name: str = "示例旧机电有限公司") -> str:
    """A firm known by an old number alone."""
    known = world.insert("subject", kind="ENTERPRISE", name=name, area_code="330211")
    world.connection.execute(
        "insert into subject_identifier (kind, value, subject_id, batch_id) values ('ORGANISATION_CODE', %s, %s,"
        " gen_random_uuid())",
        (f"X{known[:7]}", known),
    )
    return known


async def test_firms_are_joined_and_split(desk: Desk, world: World) -> None:
    """The preview changes nothing and says how much would move; then all of it moves, the old id leads to the one that
    stays by every road, a screening by its code finds both, and a split gives back what was whose.
    """
    keep, asked = world.unit()
    other = firm_without_code(world)
    mine, its = world.enlist(keep), world.enlist(other)
    both = {"keepId": keep, "mergeId": other}

    preview = await decide(desk, "previewMerge", **both)
    assert (preview["state"], preview["facts"], preview["listings"]) == ("PREVIEWED", 1, 1)
    assert preview["kept"]["id"] == keep
    assert preview["other"]["id"] == other
    before = await desk.ask(SUBJECT, STEWARD, id=other)
    assert [one["id"] for one in before["subject"]["listings"]["nodes"]] == [its]

    made = await decide(desk, "mergeSubjects", **both)
    assert (made["state"], made["kept"]["id"], made["other"]) == ("IN_FORCE", keep, None)
    for wanted in (keep, other):
        found = await desk.ask(SUBJECT, STEWARD, id=wanted)
        assert {one["id"] for one in found["subject"]["listings"]["nodes"]} == {mine, its}
        assert found["subject"]["id"] == found["node"]["id"] == keep
        assert found["nodes"] == found["subjectsByReference"] == found["_entities"] == [{"id": keep}]
    everybody = await desk.ask(
        '{ subjects(first: 100) { totalCount nodes { id } } searchSubjects(name: "示例旧机电") { subject { id } } }',
        STEWARD,
    )
    assert other not in {one["id"] for one in everybody["subjects"]["nodes"]}
    assert other not in {one["subject"]["id"] for one in everybody["searchSubjects"]}
    (item,) = await desk.screen(officer("FI"), asked)
    assert len(item["hits"]) == 2
    waiting = world.connection.execute("select subject_id::text from screening_hit").fetchall()
    assert {(keep,)} == set(waiting)

    undone = await decide(desk, "splitSubjects", mergedId=other)
    assert (undone["kind"], undone["other"]["id"]) == ("SPLIT", other)
    after = [(await desk.ask(SUBJECT, STEWARD, id=one))["subject"]["listings"]["nodes"] for one in (keep, other)]
    assert after == [[{"id": mine}], [{"id": its}]]
    # what was found of the other meanwhile goes with it
    hits = world.connection.execute("select subject_id::text, listing_id::text from screening_hit").fetchall()
    assert set(hits) == {(keep, mine), (other, its)}
    states = await desk.ask("{ identityDecisions(first: 100) { nodes { id state } } }", STEWARD)
    assert {"id": made["id"], "state": "UNDONE"} in states["identityDecisions"]["nodes"]


async def test_people_take_two_persons(desk: Desk, world: World) -> None:
    """Of people the first only proposes; asking again he approves nothing; the second person's asking joins them."""
    keep, _ = world.person("示例合")
    world.honour(keep, "NATURAL_PERSON")
    other = world.provisional("示例合", "330299", "0011")
    world.enlist(other)  # of whom nothing is told is not there for anybody
    both = {"keepId": keep, "mergeId": other}

    proposed = await decide(desk, "mergeSubjects", **both)
    assert (proposed["state"], proposed["approvedBy"]) == ("PROPOSED", None)
    with pytest.raises(MergeRefused, match="another person"):
        await decide(desk, "mergeSubjects", **both)
    assert (await desk.ask(SUBJECT, STEWARD, id=other))["subject"]["id"] == other

    agreed = await decide(desk, "mergeSubjects", SECOND, **both)
    assert (agreed["id"], agreed["state"], agreed["approvedBy"]) == (proposed["id"], "IN_FORCE", "second")
    assert (await desk.ask(SUBJECT, STEWARD, id=other))["subject"]["id"] == keep


async def test_whoever_was_joined_still_sees_himself(desk: Desk, world: World) -> None:
    """A token that names the old id opens the records of the one that stays: they are the same person's."""
    keep, _ = world.person("示例己")
    world.honour(keep, "NATURAL_PERSON")
    other = world.provisional("示例己", "330299", "0022")
    listed = world.enlist(other)
    for caller in (STEWARD, SECOND):
        await decide(desk, "mergeSubjects", caller, keepId=keep, mergeId=other)

    for known in (keep, other):
        itself = officer("SE", subject_id=known)
        found = await desk.ask("{ subjects { nodes { id name } } listings { nodes { id } } }", itself)
        assert found == {
            "subjects": {"nodes": [{"id": keep, "name": "示例己"}]}, "listings": {"nodes": [{"id": listed}]},
        }  # fmt: skip


async def test_kept_apart(desk: Desk, world: World) -> None:
    """Once two are two, they are joined neither directly nor through a third."""
    one, two, third = (firm_without_code(world, f"示例{word}有限公司") for word in ("天", "地", "玄"))
    decided = await decide(desk, "keepApart", keepId=one, mergeId=two)
    assert (decided["kind"], decided["state"]) == ("APART", "IN_FORCE")
    await decide(desk, "mergeSubjects", keepId=third, mergeId=one)
    for keep, merge in ((one, two), (third, two), (two, third)):
        with pytest.raises(MergeRefused):
            await decide(desk, "mergeSubjects", keepId=keep, mergeId=merge)


@pytest.mark.parametrize("act", ["previewMerge", "mergeSubjects", "splitSubjects", "keepApart"])
@pytest.mark.parametrize("role", ["CE", "CH", "AU", "DP", "SE", "PU", "SA"])
async def test_stewards_alone_decide(desk: Desk, world: World, act: str, role: str) -> None:
    """Seeing a decision is no right to make one; nothing is written for whoever is refused."""
    keep, other = world.unit()[0], firm_without_code(world)
    before = world.count("identity_decision", "subject_alias")
    given = {"mergedId": other} if act == "splitSubjects" else {"keepId": keep, "mergeId": other}
    with pytest.raises(Forbidden):
        await decide(desk, act, officer(role), **given)
    assert world.count("identity_decision", "subject_alias") == before


async def test_refuses_in_words(desk: Desk, world: World) -> None:
    """What stands against it is told, in a sentence without a value of anybody's."""
    (one, _), (two, _) = world.unit(), world.unit()
    with pytest.raises(MergeRefused, match="different credit codes"):
        await decide(desk, "mergeSubjects", keepId=one, mergeId=two)
    with pytest.raises(MergeRefused, match="no subject"):
        await decide(desk, "previewMerge", keepId=one, mergeId="00000000-0000-4000-8000-000000000000")
    with pytest.raises(MergeRefused, match="joined to no other"):
        await decide(desk, "splitSubjects", mergedId=one)
    with pytest.raises(InvalidArgument):
        await decide(desk, "mergeSubjects", keepId=one, mergeId="x")
    with pytest.raises(InvalidArgument, match="identity numbers"):
        await decide(desk, "keepApart", keepId=one, mergeId=two, reason="330211199003079015")


async def test_nothing_hidden_is_counted(desk: Desk, world: World) -> None:
    """Who decides of identities learns nothing of entries in grace or shielded: neither their number nor, of somebody
    of whom there is nothing else, that he is there.
    """
    keep, _ = world.unit()
    firm = firm_without_code(world)
    for state in ("GRACE", "SHIELDED"):
        world.enlist(firm, state=state)
    hidden = world.provisional("示例隐", "330299", "0033")
    world.enlist(hidden, state="SHIELDED")
    unknown = "00000000-0000-4000-8000-0000000000ff"

    made = await decide(desk, "keepApart", keepId=keep, mergeId=firm)
    said = []
    for one in (hidden, unknown):
        with pytest.raises(MergeRefused) as refusal:
            await decide(desk, "keepApart", keepId=keep, mergeId=one)
        said.append(refusal.value.english)

    assert (made["facts"], made["listings"]) == (0, 0)
    assert said[0] == said[1]


async def test_another_agency_undoes_nothing(desk: Desk, world: World) -> None:
    """What one agency joined another does not split, though it may decide of identities, too."""
    keep, _ = world.unit()
    other = firm_without_code(world)
    await decide(desk, "mergeSubjects", keepId=keep, mergeId=other)

    with pytest.raises(MergeRefused):
        await decide(desk, "splitSubjects", officer("CP", agency="AG-OTHER"), mergedId=other)

    assert (await desk.ask(SUBJECT, STEWARD, id=other))["subject"]["id"] == keep
    await decide(desk, "splitSubjects", mergedId=other)
