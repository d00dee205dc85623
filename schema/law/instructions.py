"""What an officer is told to do after a hit, read from `instructions.csv`: one act for each kind and mode of measure.

The strongest act of a hit's measures goes first in the file and is the one that is told. Basis: 国办发〔2020〕49号
(measures only from the catalogue, the subject is told); 个人信息保护法 art. 24 (no automatic refusal).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class Act:
    """One act 处置方式."""

    code: str
    #: strength of the hit that it answers, HIT or CANDIDATE
    outcome: str
    #: kinds and modes of the measures that it stands for; none = where no measure applies
    kinds: frozenset[str]
    modes: frozenset[str]
    tells_subject: bool
    zh: str
    en: str

    def answers(self, outcome: str, kind: str, mode: str) -> bool:
        """Whether a measure of that kind and mode is applied by this act."""
        return outcome == self.outcome and kind in self.kinds and mode in self.modes


@cache
def acts() -> tuple[Act, ...]:
    """All acts, the strongest first."""
    text = resources.files("schema").joinpath("law/instructions.csv").read_text("utf-8")
    return tuple(
        Act(
            row["act"], row["outcome"], _set(row["kinds"]), _set(row["modes"]),
            row["tells_subject"] == "true", row["zh"], row["en"],
        )
        for row in csv.DictReader(text.splitlines())
    )  # fmt: skip


def _set(cell: str) -> frozenset[str]:
    return frozenset(cell.split(";")) if cell else frozenset()
