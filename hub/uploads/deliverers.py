"""Who may deliver to which source: a list that the operator keeps, `agency,source`, one pair a line.

An agency may end, and a source may be, in `*`. Whoever is not on the list may not deliver, whatever the token says.
"""

from __future__ import annotations

import csv
import pkgutil
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from hub.caller import Caller
from hub.errors import DeliveryNotAllowed, ScopeMissing, SettingInvalid
from hub.settings import Settings

#: word of `scope` without which nothing is delivered
SCOPE = "batch:write"
_HEADING = ["agency", "source"]


@dataclass(frozen=True)
class Deliverers:
    """The pairs of the list."""

    pairs: tuple[tuple[str, str], ...] = ()

    @classmethod
    def from_settings(cls, settings: Settings) -> Deliverers:
        """Read the file of HUB_DELIVERERS; without one nobody may deliver. Raises SettingInvalid."""
        return cls() if settings.deliverers is None else cls(tuple(_read(settings.deliverers)))

    def check(self, caller: Caller, source: str) -> None:
        """Raise ScopeMissing or DeliveryNotAllowed unless the caller, and whoever acts for him, may deliver."""
        if SCOPE not in caller.scopes:
            raise ScopeMissing(scope=SCOPE)
        if source not in known_sources() or not all(self._has(party.agency, source) for party in caller.parties):
            raise DeliveryNotAllowed

    def _has(self, agency: str, source: str) -> bool:
        return any(_fits(whose, agency) and which in ("*", source) for whose, which in self.pairs)


def known_sources() -> frozenset[str]:
    """Names of the folders under `loaders/sources`, none of which is imported: a worker needs no polars."""
    spec = find_spec("loaders.sources")
    places = (spec.submodule_search_locations if spec else None) or []
    return frozenset(info.name for info in pkgutil.iter_modules(places) if info.ispkg)


def _fits(pattern: str, agency: str) -> bool:
    return agency.startswith(pattern[:-1]) if pattern.endswith("*") else agency == pattern


def _read(path: Path) -> Iterable[tuple[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            heading, *lines = [[cell.strip() for cell in line] for line in csv.reader(stream) if line] or [[]]
    except (OSError, UnicodeError, csv.Error):
        raise _invalid("the file cannot be read", "文件无法读取") from None
    if heading != _HEADING:
        raise _invalid("its first line must be agency,source", "首行应为 agency,source")
    known = known_sources()
    for number, line in enumerate(lines, start=2):
        if len(line) != len(_HEADING) or not line[0] or "*" in line[0][:-1]:
            raise _invalid(f"line {number} is no pair of agency and source", f"第 {number} 行不是机构与数据源")
        if line[1] != "*" and line[1] not in known:
            raise _invalid(f"line {number} names a source that does not exist", f"第 {number} 行的数据源不存在")
        yield line[0], line[1]


def _invalid(reason: str, reason_zh: str) -> SettingInvalid:
    return SettingInvalid(name="HUB_DELIVERERS", reason=reason, reason_zh=reason_zh)
