"""The hub against the oracle: valid operations by chance, asked by callers of every kind, must be answered alike."""

from __future__ import annotations

import os

import pytest

from hub.query.engine import Engine
from schema.catalog import catalog
from tests.oracle.relations import OF_OTHERS
from tests.oracle.rules import AREA_DECIDES, OF_THE_LOG
from tests.oracle.run import Run, Tally
from tests.oracle.world import World, kind_of

OPERATIONS = int(os.environ.get("ORACLE_OPERATIONS", "2400"))
SEED = int(os.environ.get("ORACLE_SEED", "1"))
BLOCKS = 12
#: part of the operations that have to bring rows, and parts that must not be all: else nothing much is compared
ANSWERED, REFUSED, LIMITED = 0.4, 0.03, 0.1


@pytest.mark.parametrize("block", range(BLOCKS))
async def test_answers_as_the_oracle_does(
    asked: Engine, world: World, block: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Refusals by code and coordinate, data byte for byte, masked coordinates: nothing is answered differently.

    A block is some sixty documents, and ids are new each time: one that happens to bring too little of something asks
    twice as much, and three times.
    """
    run, enough = Run(asked, world, SEED * 1000 + block), OPERATIONS // BLOCKS
    tally = await run.ask(enough)
    for times in (2, 3):
        if _missed(tally):
            tally = await run.ask(times * enough)
    with capsys.disabled():
        print(f"\noracle, seed {SEED}, block {block}: {tally}", end=" ")

    assert tally.differences == [], "\n".join(tally.differences)
    assert _missed(tally) == []


def _missed(tally: Tally) -> list[str]:
    """Endings of which there are too few, or too many."""
    kept = {
        "answered": tally.endings["answered"] >= ANSWERED * tally.asked,
        "refused": tally.endings["refused"] >= REFUSED * tally.asked,
        "limited": tally.endings["limited"] <= LIMITED * tally.asked,
    }
    return [ending for ending, fine in kept.items() if not fine]


def test_knows_every_rule_that_is_declared(world: World) -> None:
    """A row rule, a condition of a presence or of a relation that nobody wrote down a second time proves nothing."""
    rules = {(kind.entity.table, rule) for kind in catalog().types.values() for rule in kind.entity.rules}
    links = {
        link.coordinate
        for kind in catalog().types.values() if kind.entity.discriminator is None
        for link in kind.links.values() if link.declared.where
    }  # fmt: skip
    computed = [kind.name for kind in catalog().types.values() if kind.entity.computed]

    assert {table for table, rule in rules if rule == "listed"} == {
        "subject", "listing", "enforcement_case", "case_party", "terminated_case", "responsible_person"
    }  # fmt: skip
    assert {table for table, rule in rules if rule == "consent"} == {"honest_listing"}
    assert {table for table, rule in rules if rule == "agency"} == {
        "batch", "screening", "screening_item", "screening_hit", "screening_instruction", "feedback",
        *OF_THE_LOG, "subject_access", "access_seal", "identity_decision",
    }  # fmt: skip
    assert {rule for _, rule in rules} <= {"own", "gov", "listed", "consent", "agency"}
    assert {kind.entity.table for kind in catalog().types.values() if kind.entity.region.area} == AREA_DECIDES.keys()
    assert links == OF_OTHERS
    assert computed == []


def test_has_rows_for_every_type_and_state(world: World) -> None:
    """The province with its extras holds what the rules decide about: each concrete type, each state of a listing."""
    found = {kind_of(name, row).name for name in _tables() for row in world.tables[catalog().types[name].entity.table]}

    assert found == {kind.name for kind in catalog().types.values() if not kind.is_interface}
    assert len({(row["kind"], row["state"]) for row in world.tables["listing"]}) == 3 * 6


def _tables() -> list[str]:
    return [kind.name for kind in catalog().types.values() if kind.entity.of is None]
