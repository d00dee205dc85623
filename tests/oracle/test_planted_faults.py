"""The oracle finds faults: each of these is planted in the hub, and has to be found within some thousand operations.

An oracle that finds nothing proves nothing; one that was never seen to find anything is no oracle.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from hub.caller import Caller
from hub.database import Database
from hub.query import compile_filter, compile_groups, paging, references, rules, sql
from hub.query.authorise import _Authoriser
from hub.query.authorise_filter import FilterAuthoriser
from hub.query.authorise_groups import GroupAuthoriser
from hub.query.authorised import Related, Visibility
from hub.query.joins import TRUE
from hub.query.judge import Judge
from hub.query.operation import Node, Operation, _Flattener
from hub.query.rows import Rows, stored
from hub.query.values import Values
from hub.vault import Vault
from schema.catalog import catalog
from schema.policy import Policy
from tests.oracle.compare import Question, Verdict, compared, judged
from tests.oracle.emphasis import Emphasis
from tests.oracle.execute import Expected
from tests.oracle.run import Run
from tests.oracle.world import World
from tests.province import opened

#: operations that mostly find a fault: of the usual kind, and of what the usual ones seldom hold
ENOUGH = {
    Emphasis(sizes=(4, 6, 10, 15)): 300,
    Emphasis(references=0.8, relations=0, impolite=0.2, sizes=(2, 4, 6)): 150,
    Emphasis(references=0, relations=0.9, combined=0.6, impolite=0.15, sizes=(2, 4, 6)): 350,
    Emphasis(references=0, groups=200, relations=0.2, sizes=(2, 4, 6)): 250,
}

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
        found: Asked = []
        for number, (emphasis, enough) in enumerate(ENOUGH.items()):
            run = Run(engine, world, 7 + number, emphasis)
            tally = await run.ask(enough)
            assert tally.differences == [], "\n".join(tally.differences)
            found += run.asked
        return found


class Hunt(Run):
    """A run that stops at the first sign of a fault, and makes nothing smaller."""

    async def _judge(self, question: Question) -> Verdict:
        verdict = await judged(self._engine, question)
        self.tally.endings[verdict.ending] += 1
        if _shows(verdict):
            self.tally.differences.append(verdict.difference)
        return verdict


def _shows(verdict: Verdict) -> bool:
    """Whether a hub is seen to answer differently; being broken altogether does not count."""
    return bool(verdict.difference) and verdict.ending != "crashed" and "INTERNAL" not in verdict.difference


@pytest.mark.parametrize("planted", _PLANTS)
async def test_finds(
    enriched: Database, province_vault: Vault, world: World, questions: Asked, monkeypatch: pytest.MonkeyPatch,
    planted: Plant,
) -> None:  # fmt: skip
    """A hub with this fault answers some questions differently. Which ids rows have, and so which rows the questions
    hit, is new each time: where the usual number has missed it, as many are asked again, and once more.
    """
    planted(monkeypatch)
    async with opened(enriched, province_vault) as engine:
        for number, (question, wanted) in enumerate(questions):
            if _shows(await compared(engine, question, wanted)):
                print(f"found by question {number + 1}", end=" ")
                return
        for seed, (emphasis, enough) in itertools.product((100, 200), ENOUGH.items()):
            if (await Hunt(engine, world, seed, emphasis).ask(enough, stop_at=1)).differences:
                print(f"found with seed {seed}", end=" ")
                return

    pytest.fail(f"not found by {3 * len(questions)} questions")


# --- values ------------------------------------------------------------------------------------------------------


@plant("a mask taken off")
def _unmasked(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Values, "_masked", lambda self, node, alias: self._clear(node.value, alias))


@plant("a rule that opens rows in any area")
def _everywhere(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rules, "_region", lambda *_: TRUE)


@plant("people of whom nothing may be known")
def _known(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Judge, "_known_by", lambda *_: None)


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


# --- relations in filters ----------------------------------------------------------------------------------------


@plant("every taken for some")
def _some(patch: pytest.MonkeyPatch) -> None:
    related = compile_filter._related

    def some(where: Related, *rest: Any) -> sql.Composable:
        return related(replace(where, quantifier="some") if where.quantifier == "every" else where, *rest)

    patch.setattr(compile_filter, "_related", some)


@plant("rows behind a relation that should not be there")
def _behind(patch: pytest.MonkeyPatch) -> None:
    behind = compile_filter._behind

    def careless(where: Related, *rest: Any) -> sql.Composable:
        kinds = catalog().concrete(where.type_name)
        everything = [Visibility(kind.name, tuple((p, None) for p in kind.entity.presence)) for kind in kinds]
        return behind(replace(where, visibility=everything), *rest)

    patch.setattr(compile_filter, "_behind", careless)


@plant("none taken for some")
def _none(patch: pytest.MonkeyPatch) -> None:
    related = compile_filter._related

    def none(where: Related, *rest: Any) -> sql.Composable:
        return related(replace(where, quantifier="some") if where.quantifier == "none" else where, *rest)

    patch.setattr(compile_filter, "_related", none)


@plant("columns behind a relation that nobody may compare")
def _unjudged(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(FilterAuthoriser, "_behind", _unjudging(FilterAuthoriser._behind))


def _unjudging(behind: Callable[..., Any]) -> Callable[..., Any]:
    def careless(self: FilterAuthoriser, *given: Any) -> Any:
        refused = dict(self.refused)
        found = behind(self, *given)
        self.refused = refused
        return found

    return careless


# --- groups ------------------------------------------------------------------------------------------------------


@plant("unseen rows that count one by one")
def _exactly(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(compile_groups, "COUNT", compile_groups.COUNT.replace(" / 10 * 10", ""))


@plant("seen and unseen rows added up before they are rounded")
def _together(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(compile_groups, "COUNT", 'count(*) / 10 * 10 + 0 * count({0}."v$")')


@plant("sets of unseen rows made to measure")
def _measured(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(GroupAuthoriser, "_check_slices", lambda *_: None)


@plant("dimensions and amounts of rows that do not show them")
def _counted(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(compile_groups._Writer, "_opened", lambda self, expression, *_: expression)


# --- references --------------------------------------------------------------------------------------------------


@plant("references answered in another order")
def _reversed(patch: pytest.MonkeyPatch) -> None:
    column = references._column
    patch.setattr(references, "_column", lambda *given: lambda bound: list(reversed(column(*given)(bound))))


@plant("whatever has the key, of any kind and name")
def _any(patch: pytest.MonkeyPatch) -> None:
    read = references.Reader._read

    def loosely(self: references.Reader, bound: Any) -> references.Columns:
        found = read(self, bound)
        return found._replace(also=[None] * len(found.value))

    patch.setattr(references.Reader, "_read", loosely)


@plant("a purpose that opens for rows named in a list")
def _about_many(patch: pytest.MonkeyPatch) -> None:
    listed = _Authoriser._references

    def opening(self: _Authoriser, node: Node) -> Any:
        decide = self._decide
        self._decide = lambda group: _with(self, decide, group)  # type: ignore[method-assign]
        try:
            return listed(self, node)
        finally:
            del self._decide

    patch.setattr(_Authoriser, "_references", opening)


def _with(judge: Judge, decide: Callable[[str], Any], group: str) -> Any:
    before, judge.opened = judge.opened, judge.may_open
    try:
        return decide(group)
    finally:
        judge.opened = before


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
