"""The count of compared cells, told at the end of the run, whichever workers did the comparing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.matrix.asking import Asking

_NAME = "policy cells"


@dataclass(frozen=True)
class Count:
    """What one test has compared."""

    record: Callable[[str, object], None]

    def add(self, what: str, asking: Asking) -> None:
        """Note an asker's cells: values that were held against the table, and refusals that had to name a coordinate.

        Raises AssertionError where nothing was compared.
        """
        cells = asking.cells
        assert cells["values"] + cells["refused coordinates"], asking.asker.name
        self.record(_NAME, [what, cells["values"], cells["refused coordinates"], asking.questions])


@pytest.fixture
def count(record_property: Callable[[str, object], None]) -> Count:
    """Where a test of the matrix notes what it compared."""
    return Count(record_property)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line: cells by kind."""
    found: dict[str, Counter[str]] = {}
    for report in terminalreporter.getreports("passed"):
        for name, noted in report.user_properties if report.when == "call" else ():
            if name == _NAME:
                what, values, refused, questions = noted
                cells = found.setdefault(what, Counter())
                cells.update(values=values, refused=refused, questions=questions)
    if found:
        total = sum(cells["values"] + cells["refused"] for cells in found.values())
        parts = ", ".join(f"{what} {cells['values']} + {cells['refused']} refused" for what, cells in found.items())
        asked = sum(cells["questions"] for cells in found.values())
        terminalreporter.write_line(f"policy matrix: {total} cells compared in {asked} operations ({parts})")
