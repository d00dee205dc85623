"""A source that is not whole is found before a file is: mapping, words, sample; and each column is told in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from typer.testing import CliRunner

from hub.cli import application
from loaders import check_source
from loaders.check_source import problems_of
from loaders.cleaners import NAME, Cleaned, Context, lookup
from loaders.explain import explain, words_of
from loaders.source import Source, skip, source_of, sources, take

Spoil = Callable[[Source], Source]


def with_column(column: Any) -> Spoil:
    """The source with one column more."""
    return lambda source: replace(source, columns=(*source.columns, column))


def nameless(series: pl.Series, context: Context) -> Cleaned:
    """A cleaner that nobody has described."""
    return NAME(series, context)


def with_table(name: str, words: dict[str, str]) -> Spoil:
    """The source with another table of words."""
    return lambda source: replace(source, tables={**source.tables, name: words})


@pytest.mark.parametrize("name", sorted(sources()))
def test_every_source_is_whole(name: str) -> None:
    """What `hub sources check` says of the sources that ship: nothing."""
    assert problems_of(source_of(name)) == []


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (with_column(take("x", NAME, "listing.no_such_field")), "no column of the hub"),
        (with_column(take("x", NAME, "@debtor.no_such_part")), "no column of the hub"),
        (with_column(take("x", lookup("none"), "listing.performance")), "has no table [none]"),
        (with_column(take("x", lookup("performance"), "listing.state")), "cannot hold"),
        (
            with_column(take("x", nameless, "listing.province")),
            "kind that is not known",
        ),
        (with_column(take("x", NAME)), "goes nowhere"),
        (with_column(skip("iname")), "both taken and ignored"),
        (with_table("performance", {"全部未履行": "NOTHING"}), "cannot hold"),
        (with_table("stray", {"a": "b"}), "no column uses"),
        (lambda source: replace(source, source_time=("listing.term_ends_on",)), "no column gives the time"),
        (lambda source: replace(source, name="agencies"), "cannot be read"),
    ],
)
def test_each_flaw_is_named_in_both_languages(spoil: Spoil, said: str) -> None:
    """One flaw at a time, planted into a whole source."""
    problems = problems_of(spoil(source_of("sx_court_json")))

    assert any(said in english for english, _ in problems), problems
    assert all(chinese for _, chinese in problems)


def test_a_sample_that_becomes_something_else_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A changed line and a missing line of what is expected are both differences."""
    source = source_of("sx_court_json")
    lines = check_source.expected_of(source).read_text(encoding="utf-8").splitlines(keepends=True)
    path = tmp_path / "expected.jsonl"
    monkeypatch.setattr(check_source, "expected_of", lambda source: path)

    path.write_text("".join([lines[0].replace("浙江", "福建"), *lines[1:]]), encoding="utf-8")
    assert "line 1 of expected.jsonl" in problems_of(source)[0][0]
    path.write_text("".join(lines[:-1]), encoding="utf-8")
    assert f"not {len(lines) - 1}" in problems_of(source)[0][0]


def test_every_cleaner_in_use_is_told_in_words() -> None:
    """No column of any source is of a kind that `explain` cannot name, in either language."""
    for source in sources().values():
        for column in source.columns:
            assert column.clean is None or words_of(column.clean) is not None, (source.name, column.label)
        assert all(line.english and line.chinese for line in explain(source))


def test_the_commands_speak() -> None:
    """`check` marks what is whole, `explain` names where a column goes, an unknown name is a refusal."""
    runner, app = CliRunner(), application("sources")
    checked = runner.invoke(app, ["sources", "check", "agencies"])
    told = runner.invoke(app, ["sources", "explain", "agencies"])

    assert (checked.exit_code, "agencies" in checked.stdout, "✓" in checked.stdout) == (0, True, True)
    assert "agency_id → agency.code" in told.stdout
    assert "必填" in told.stdout
    assert runner.invoke(app, ["sources", "check", "nowhere"]).exit_code != 0
