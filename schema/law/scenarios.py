"""Scenarios in which agencies ask, read from `scenarios.csv`: code, purpose they belong to, roles that work in them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class Scenario:
    """One scenario 应用场景."""

    code: str
    zh: str
    en: str
    purpose: str
    roles: frozenset[str]


@cache
def scenarios() -> dict[str, Scenario]:
    """All scenarios by code."""
    text = resources.files("schema").joinpath("law/scenarios.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return {
        row["code"]: Scenario(row["code"], row["zh"], row["en"], row["purpose"], frozenset(row["roles"].split(";")))
        for row in rows
    }
