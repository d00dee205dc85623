"""The option `--update-golden`, and the comparison that obeys it."""

from __future__ import annotations

import os

import pytest

from tests.golden.cases import Case

KINDS = ("all", "sql", "json")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` rewrites all reviewed files, `--update-golden=sql` one kind."""
    parser.addoption("--update-golden", nargs="?", const="all", choices=KINDS, help="write golden files anew")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to rewrite where nobody reviews."""
    if config.getoption("--update-golden") and os.environ.get("CI"):
        raise pytest.UsageError("golden files are not rewritten in CI")


class Golden:
    """Compares with a reviewed file, or rewrites it when asked to."""

    def __init__(self, update: str | None) -> None:
        self._update = update

    def compare(self, case: Case, kind: str, found: str) -> None:
        """Hold the text against the file of this kind."""
        path = case.beside(kind)
        if self._update in ("all", kind):
            path.write_text(found, "utf-8")
        assert path.exists(), "new case: run pytest --update-golden and review what it writes"

        assert found == path.read_text("utf-8")


@pytest.fixture(scope="session")
def golden(request: pytest.FixtureRequest) -> Golden:
    """The comparison of this run."""
    return Golden(request.config.getoption("--update-golden"))
