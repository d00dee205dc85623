"""What was measured: shown line by line while it happens, kept as JSON, and held against the goals at the end."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.benchmarks.measure import Cost

ROOT = Path(__file__).parent.parent.parent
RESULTS = Path(__file__).parent / "results"

Tables = dict[str, dict[str, dict[str, float]]]


@dataclass(frozen=True)
class Goal:
    """A line of the closing table; `least` tells whether the value has to reach the limit or to stay below it."""

    what: str
    limit: float
    value: Callable[[Tables], float]
    least: bool = True
    aim: float | None = None


def _ratio(table: str, line: str) -> Callable[[Tables], float]:
    return lambda tables: tables[table]["hub ÷"][line]


def _hub(table: str, figure: str) -> Callable[[Tables], float]:
    return lambda tables: tables[table]["hub"][figure]


GOALS = (
    Goal("point look-up, 16 clients ÷ Strawberry + DataLoader", 60, _ratio("point, 16 at once", "naive"), aim=90),
    Goal("point look-up, 16 clients ÷ PostGraphile 5", 4, _ratio("point, 16 at once", "postgraphile"), aim=6),
    Goal("page of 100 × 3, 16 clients ÷ PostGraphile 5", 2.5, _ratio("page, 16 at once", "postgraphile"), aim=3),
    Goal("500 codes, 16 clients ÷ PostGraphile 5", 1.8, _ratio("codes, 16 at once", "postgraphile"), aim=2.1),
    Goal("point look-up, 16 clients: p99 ÷ p50", 4, _hub("point, 16 at once", "tail"), least=False),
    Goal("page of 100 × 3, 16 clients: p99 ÷ p50", 4, _hub("page, 16 at once", "tail"), least=False),
    Goal("500 codes, 16 clients: p99 ÷ p50", 4, _hub("codes, 16 at once", "tail"), least=False),
    Goal("one field, 16 clients: p99 ÷ p50", 4, _hub("tiny, 16 at once", "tail"), least=False),
    Goal("resident memory of a worker, MB", 100, lambda tables: tables["memory"]["hub"]["RSS"], least=False),
    Goal("point look-up, 16 clients: server CPU ÷ empty answer's", 2.5,
         _ratio("point, 16 at once", "empty, CPU"), least=False),
    Goal("one field, 16 clients: server CPU ÷ empty answer's", 2.5,
         _ratio("tiny, 16 at once", "empty, CPU"), least=False),
    Goal("page of 100 × 3, 16 clients: PostgreSQL's share of the CPU, %", 80, _hub("page, 16 at once", "database %")),
    Goal("cold operation of 60 fields, ms", 10, lambda tables: tables["cold, 60 fields"]["hub"]["total"], least=False),
    Goal("growth over 5 000 distinct operations, MB", 5,
         lambda tables: tables["memory"]["growth"]["USS"], least=False),
)  # fmt: skip


@dataclass
class Record:
    """Title of a table → line → figures."""

    tables: Tables = field(default_factory=dict)

    def note(self, table: str, line: str, found: Cost | dict[str, float]) -> None:
        """Keep a line and show it at once; costs stand in columns."""
        figures = _figures(found) if isinstance(found, Cost) else found
        if table not in self.tables:
            columns = "".join(f"{name:>12}" for name in figures) if isinstance(found, Cost) else ""
            sys.stdout.write(f"\n\n{table:<36}{columns}\n")
        self.tables.setdefault(table, {})[line] = figures
        if isinstance(found, Cost):
            shown = "".join(f"{_short(value):>12}" for value in figures.values())
        else:
            shown = "  " + "   ".join(f"{name} {_short(value)}" for name, value in figures.items())
        sys.stdout.write(f"  {line:<34}{shown}\n")
        sys.stdout.flush()

    def finish(self, size: str) -> None:
        """Show the goals and keep everything, under the name of the commit."""
        goals = [(goal, _value(goal, self.tables)) for goal in GOALS]
        sys.stdout.write("\n\nmust reach\n")
        for goal, value in goals:
            sys.stdout.write(f"  {goal.what:<66}{_verdict(goal, value)}\n")
        commit = subprocess.run(
            ["git", "describe", "--always", "--dirty"], capture_output=True, text=True, cwd=ROOT, check=True
        )
        about = {"cpus": os.cpu_count(), "python": platform.python_version(), "size": size}
        kept = {
            "about": {"commit": commit.stdout.strip(), **about},
            "goals": {goal.what: {"value": value, "limit": goal.limit, "aim": goal.aim} for goal, value in goals},
            "tables": self.tables,
        }
        RESULTS.mkdir(exist_ok=True)
        path = RESULTS / f"{commit.stdout.strip()}.json"
        path.write_text(json.dumps(kept, indent=1, ensure_ascii=False))
        sys.stdout.write(f"\n{path}\n")


def _figures(cost: Cost) -> dict[str, float]:
    return {**asdict(cost), "database %": cost.database_share * 100}


def _value(goal: Goal, tables: Tables) -> float | None:
    try:
        return goal.value(tables)
    except KeyError:
        return None


def _verdict(goal: Goal, value: float | None) -> str:
    sign = "≥" if goal.least else "≤"
    wanted = f"{sign} {_short(goal.limit)}" + (f", aim {_short(goal.aim)}" if goal.aim else "")
    if value is None:
        return f"{'not measured':>12}    {wanted}"
    reached = value >= goal.limit if goal.least else value <= goal.limit
    return f"{_short(value):>12}    {wanted:<16} {'reached' if reached else 'MISSED'}"


def _short(value: float) -> str:
    text = f"{value:,.0f}" if value >= 100 else f"{value:,.2f}" if value >= 1 else f"{value:.3g}"
    return text.rstrip("0").rstrip(".") if "." in text else text
