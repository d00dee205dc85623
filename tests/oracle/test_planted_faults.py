"""The oracle finds faults: each of these is planted in the hub, and has to be found within some hundred operations.

An oracle that finds nothing proves nothing; one that was never seen to find anything is no oracle.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from hub.caller import Caller
from hub.database import Database
from hub.query import compile_filter, paging, rules, sql
from hub.query.authorised import Visibility
from hub.query.compile import Compiler
from hub.query.joins import TRUE
from hub.query.judge import Judge
from hub.query.operation import Operation, _Flattener
from hub.query.rows import Rows, stored
from hub.vault import Vault
from schema.policy import Policy
from tests.oracle.compare import Question, compared, expected
from tests.oracle.execute import Expected
from tests.oracle.run import Run
from tests.oracle.world import World
from tests.province import opened

#: operations within which a fault has to be found
ENOUGH = 800

Plant = Callable[[pytest.MonkeyPatch], None]
_PLANTS: list[Any] = []


def plant(what: str) -> Callable[[Plant], Plant]:
    """A fault by what it breaks."""

    def keep(made: Plant) -> Plant:
        _PLANTS.append(pytest.param(made, id=what))
        return made

    return keep


Asked = list[tuple[Question, Expected]]


@pytest.fixture(scope="module")
def questions(enriched: Database, province_vault: Vault, world: World) -> Asked:
    """Questions that the hub without a fault and the oracle answer alike, with the answers."""
    with ThreadPoolExecutor(1) as beside:  # pytest-asyncio keeps an event loop in this thread
        return beside.submit(asyncio.run, _questions(enriched, province_vault, world)).result()


async def _questions(enriched: Database, province_vault: Vault, world: World) -> Asked:
    async with opened(enriched, province_vault) as engine:
        run = Run(engine, world, 7, sizes=(4, 6, 10, 15))
        tally = await run.ask(ENOUGH)
    assert tally.differences == [], "\n".join(tally.differences)
    return [(question, expected(question)) for question in run.questions]


@pytest.mark.parametrize("planted", _PLANTS)
async def test_finds(
    enriched: Database, province_vault: Vault, questions: Asked, monkeypatch: pytest.MonkeyPatch, planted: Plant
) -> None:
    """A hub with this fault answers some of them differently; being broken altogether does not count."""
    planted(monkeypatch)
    async with opened(enriched, province_vault) as engine:
        for number, (question, wanted) in enumerate(questions):
            verdict = await compared(engine, question, wanted)
            if verdict.difference and verdict.ending != "crashed" and "INTERNAL" not in verdict.difference:
                print(f"found by question {number + 1}", end=" ")
                return

    pytest.fail(f"not found by {len(questions)} questions")


# --- values ------------------------------------------------------------------------------------------------------


@plant("a mask taken off")
def _unmasked(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Compiler, "_masked", lambda self, value, alias: self._clear(value, alias))


@plant("a rule that opens rows in any area")
def _everywhere(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rules, "_region", lambda *_: TRUE)


@plant("a rule taken for another")
def _swapped(patch: pytest.MonkeyPatch) -> None:
    rule = rules._rule
    patch.setattr(rules, "_rule", lambda entity, name, *rest: rule(entity, "gov" if name == "own" else name, *rest))


@plant("values clear wherever rows are there")
def _implied(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Visibility, "implies", lambda *_: True)


@plant("a purpose of one role that opens for all")
def _lent(patch: pytest.MonkeyPatch) -> None:
    def opened_roles(self: Policy, roles: frozenset[str], purpose: str | None, matter: str | None) -> frozenset[str]:
        return roles if purpose and matter else frozenset()

    patch.setattr(Policy, "opened_roles", opened_roles)


# --- rows --------------------------------------------------------------------------------------------------------


@plant("rows that should not be there")
def _visible(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rules, "_type_visible", lambda *_: TRUE)


@plant("a relation walked by columns that are not seen")
def _walked(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Judge, "_joinable", lambda *_: frozenset())


@plant("withheld values compared")
def _compared(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Rows, "comparable", lambda self, value, sights, alias: stored(value, alias))


@plant("not, where nothing is known")
def _negated(patch: pytest.MonkeyPatch) -> None:
    combined = compile_filter._combined

    def negated(where: Any, *rest: Any) -> sql.Composable:
        made = combined(where, *rest)
        return (
            sql.SQL(made.text.replace("not coalesce(", "not (").replace(", false)", ")"))
            if where.word == "not"
            else made
        )

    patch.setattr(compile_filter, "_combined", negated)


@plant("or taken for and")
def _either(patch: pytest.MonkeyPatch) -> None:
    combined = compile_filter._combined

    def either(where: Any, *rest: Any) -> sql.Composable:
        made = combined(where, *rest)
        return sql.SQL(made.text.replace(" or ", " and ")) if where.word == "or" else made

    patch.setattr(compile_filter, "_combined", either)


@plant("an operator that leaves out the border")
def _border(patch: pytest.MonkeyPatch) -> None:
    patch.setitem(compile_filter.OPERATORS, "lte", "{column} < {value}")
    patch.setitem(compile_filter.OPERATORS, "gte", "{column} > {value}")


# --- pages -------------------------------------------------------------------------------------------------------


@plant("ties in the other order")
def _ties(patch: pytest.MonkeyPatch) -> None:
    keys = paging._keys

    def flipped(*given: Any) -> list[paging.Key]:
        found = keys(*given)
        found[-1].descending = not found[-1].descending
        return found

    patch.setattr(paging, "_keys", flipped)


@plant("absent values at the other end")
def _absent(patch: pytest.MonkeyPatch) -> None:
    nulls_first = paging.nulls_first
    patch.setattr(paging, "nulls_first", lambda order: not nulls_first(order))


@plant("a page that repeats the row of its cursor")
def _repeated(patch: pytest.MonkeyPatch) -> None:
    after = paging._after

    def inclusive(*given: Any) -> sql.Composable:
        return sql.SQL(after(*given).text.replace(" < ", " <= ").replace(" > ", " >= "))

    patch.setattr(paging, "_after", inclusive)


@plant("pages that never go on")
def _last(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(paging.Page, "more", lambda *_: sql.SQL("false"))


# --- the language ------------------------------------------------------------------------------------------------


@plant("equal keys of which only the first counts")
def _unmerged(patch: pytest.MonkeyPatch) -> None:
    grouped = _Flattener._grouped
    patch.setattr(
        _Flattener, "_grouped",
        lambda self, kind, sets: {key: nodes[:1] for key, nodes in grouped(self, kind, sets).items()},
    )  # fmt: skip


@plant("conditions of directives that nobody reads")
def _unconditional(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(_Flattener, "_included", lambda *_: True)


@plant("one plan for all shapes of variables")
def _shapeless(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Operation, "key", property(lambda self: (self.template.digest, self.template.name)))


@plant("one plan for all callers")
def _anybody(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Caller, "fingerprint", "anybody")


@plant("a refusal that names only the first")
def _first(patch: pytest.MonkeyPatch) -> None:
    refuse = Judge._refuse
    patch.setattr(Judge, "_refuse", lambda self, *given: None if self.refused else refuse(self, *given))
