"""Asking: a document of the hub and of the oracle, what differs, and how many cells were held against each other."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import DocumentNode, parse

from hub.query.engine import Engine
from tests.matrix.askers import Asker
from tests.matrix.documents import May, everything
from tests.oracle.compare import Question, Verdict, judged
from tests.oracle.permitted import Permitted
from tests.oracle.policy import Sight
from tests.oracle.sdl import committed_schema
from tests.oracle.walk import Findings
from tests.oracle.world import World

#: times that a question is asked once more when the database took too long
AGAIN = 3


class Wrong(AssertionError):
    """The hub said something that the policy does not."""


@dataclass
class Asking:
    """One asker, and what has been compared so far."""

    engine: Engine
    world: World
    asker: Asker
    cells: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.sight = Sight(self.world, self.asker.caller)
        self.permitted = Permitted(self.sight, committed_schema())
        #: the document asked last
        self._known: dict[str, tuple[DocumentNode, Findings | None]] = {}

    @property
    def questions(self) -> int:
        """Operations that both sides answered or refused."""
        return sum(self.cells[ending] for ending in ("answered", "empty", "refused", "wrong argument"))

    async def ask(self, text: str, variables: Mapping[str, Any] | None = None, **told: Any) -> Verdict:
        """Held against the oracle. Raises Wrong with the question."""
        if text not in self._known:
            self._known = {text: (parse(text, no_location=True), None)}
        document, findings = self._known[text]
        question = Question(text, document, None, dict(variables or {}), self.sight, findings=findings, **told)
        verdict = await judged(self.engine, question)
        for _ in range(AGAIN):  # a machine that does much else is slow, and says nothing of the policy
            if not verdict.difference.startswith("hub: TIMEOUT"):
                break
            verdict = await judged(self.engine, question)
        if verdict.difference:
            raise Wrong(f"{self.asker.name}\n{question.told()}\n{verdict.difference}")
        self.cells[verdict.ending] += 1
        expected = verdict.expected
        if expected and set(question.variables) <= {"id"}:  # which subject it is changes nothing before it is read
            self._known[text] = document, expected.findings
        if expected and verdict.ending != "limited":
            self.cells["refused coordinates"] += sum(map(len, expected.refusals))
            self.cells["values"] += len(list(leaves(json.loads(expected.data)))) if expected.data else 0
        return verdict

    async def all_of(self, write: Callable[[May], str], variables: Mapping[str, Any] | None = None) -> bool:
        """Everything is asked for, which is refused by name or answered; if refused, the rest is asked for. Whether
        the document was not too dear.
        """
        verdict = await self.ask(write(everything), variables)
        if verdict.ending == "refused":
            verdict = await self.ask(write(self.permitted.field), variables)
        return verdict.ending != "limited"


def leaves(value: Any) -> Iterator[Any]:
    """Everything that is no object and no list."""
    if isinstance(value, dict):
        for item in value.values():
            yield from leaves(item)
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item)
    else:
        yield value
