"""Runs: so many operations of one seed, each asked by several callers with several sets of variables."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from graphql import DocumentNode, parse, print_ast, validate

from hub.query.engine import Engine
from tests.oracle.callers import Callers
from tests.oracle.compare import Question, Verdict, judged
from tests.oracle.emphasis import USUAL, Emphasis
from tests.oracle.execute import Expected
from tests.oracle.generate import Draft, Generator
from tests.oracle.policy import Sight
from tests.oracle.sdl import committed_schema
from tests.oracle.shrink import shrunk
from tests.oracle.world import World

#: callers of one run; what they may see of each row is remembered
CALLERS = 12
#: the hub answers documents of fewer tokens and characters
LONGEST = 5000
#: times that one document is asked
TIMES = 3


@dataclass
class Tally:
    """How the questions of a run ended."""

    endings: Counter[str] = field(default_factory=Counter)
    documents: int = 0
    #: drafts that were no valid documents
    discarded: int = 0
    differences: list[str] = field(default_factory=list)

    @property
    def asked(self) -> int:
        """Questions that both answered or refused."""
        return self.endings.total() - self.endings["limited"]

    def __str__(self) -> str:
        endings = ", ".join(f"{number} {name}" for name, number in self.endings.most_common())
        return f"{self.asked} operations of {self.documents} documents ({endings}); {len(self.differences)} differences"


class Run:
    """Asks questions by chance until there are enough."""

    def __init__(self, engine: Engine, world: World, seed: int, emphasis: Emphasis = USUAL) -> None:
        self._engine, self._emphasis = engine, emphasis
        self._chance = random.Random(seed)
        callers = Callers(world, self._chance)
        start = self._chance.randrange(1000)
        self._sights = [Sight(world, callers.make(start + number)) for number in range(CALLERS)]
        self.tally = Tally()
        #: everything that was asked, with what the oracle said
        self.asked: list[tuple[Question, Expected]] = []

    async def ask(self, operations: int, stop_at: int = 3) -> Tally:
        """Ask so many operations; stops early at so many differences."""
        while self.tally.asked < operations and len(self.tally.differences) < stop_at:
            sight = self._chance.choice(self._sights)
            draft = Generator(sight, self._chance, self._emphasis).draft()
            document = self._checked(draft)
            if document is not None:
                await self._document(draft, document, sight)
        return self.tally

    def _checked(self, draft: Draft) -> DocumentNode | None:
        if len(draft.text) <= LONGEST:
            document = parse(draft.text, no_location=True)
            if not validate(committed_schema(), document):
                self.tally.documents += 1
                return document
        self.tally.discarded += 1
        return None

    async def _document(self, draft: Draft, document: DocumentNode, sight: Sight) -> None:
        for number in range(TIMES):
            asking = sight if number == 0 or self._chance.random() < 0.6 else self._chance.choice(self._sights)
            question = Question(draft.text, document, draft.name, self._filled(draft), asking)
            verdict = await self._judge(question)
            if verdict.difference:
                return
            if verdict.cursors:
                await self._continue(draft, question, verdict)

    async def _continue(self, draft: Draft, question: Question, verdict: Verdict) -> None:
        """Ask again with cursors from the answer in the places for cursors."""
        for variable in [variable for variable in draft.variables if variable.cursor_of][:2]:
            own = [cursor for cursor in verdict.cursors if cursor.startswith(f"cursor|{variable.cursor_of} ")]
            # now and then one of another list, or none at all
            known = sorted(own) if self._chance.random() < 0.93 else [*sorted(verdict.cursors), "garbage"]
            for _ in range(2 if known else 0):
                variables = {**question.variables, variable.name: self._chance.choice(known)}
                await self._judge(replace(question, variables=variables, sealed=verdict.cursors))

    async def _judge(self, question: Question) -> Verdict:
        verdict = await judged(self._engine, question)
        if verdict.expected:
            self.asked.append((question, verdict.expected))
        self.tally.endings[verdict.ending] += 1
        if verdict.difference:
            self.tally.differences.append(await self._told(question, verdict))
        return verdict

    async def _told(self, question: Question, verdict: Verdict) -> str:
        """The difference, for the smallest question that still shows one."""
        last = verdict

        def smaller(text: str) -> Question:
            document = parse(text, no_location=True)
            names = {
                v.variable.name.value
                for d in document.definitions
                for v in getattr(d, "variable_definitions", None) or ()
            }
            variables = {key: value for key, value in question.variables.items() if key in names}
            return Question(text, document, question.name, variables, question.sight, question.sealed)

        async def differs(text: str) -> bool:
            nonlocal last
            found = await judged(self._engine, smaller(text))
            last = found if found.difference else last
            return bool(found.difference)

        text = await shrunk(committed_schema(), print_ast(question.document), differs)
        return f"\n{smaller(text).told()}\n{last.difference}"

    def _filled(self, draft: Draft) -> dict[str, Any]:
        """Values for the variables; some of those that need none are left out."""
        return dict(self._values(draft))

    def _values(self, draft: Draft) -> Iterator[tuple[str, Any]]:
        for variable in draft.variables:
            if variable.required or self._chance.random() < 0.85:
                yield variable.name, variable.make()
