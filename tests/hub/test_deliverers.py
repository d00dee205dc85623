"""The list of deliverers: read strictly, and asked of everybody who has a part in a request."""

from __future__ import annotations

from pathlib import Path

import pytest

from hub.caller import Actor, Caller
from hub.errors import DeliveryNotAllowed, ScopeMissing, SettingInvalid
from hub.settings import Settings
from hub.uploads.deliverers import SCOPE, Deliverers, known_sources
from loaders.source import sources


def listed(folder: Path, text: str) -> Deliverers:
    path = folder / "deliverers.csv"
    path.write_text(text, "utf-8")
    return Deliverers.from_settings(Settings.from_environment({"HUB_DELIVERERS": str(path)}))


def caller(agency: str, *actors: str, scope: str = SCOPE) -> Caller:
    acting = tuple(Actor("i", "s", one, frozenset({"CP"}), (), (), None) for one in actors)
    return Caller("i", "s", agency, frozenset({"CP"}), (), (), None, None, None, "j", frozenset({scope}), 1, 0, acting)


def test_names_of_sources_need_no_import() -> None:
    """A worker knows the sources by their folders, exactly those that a loader imports."""
    assert known_sources() == set(sources())


def test_without_a_list_nobody_delivers() -> None:
    """Whatever the token says."""
    with pytest.raises(DeliveryNotAllowed):
        Deliverers.from_settings(Settings.from_environment({})).check(caller("A"), "debtors")


def test_the_list_decides(tmp_path: Path) -> None:
    """Agency by agency, source by source; * stands for the rest of an agency's id, and for every source."""
    found = listed(tmp_path, "agency,source\nAG1*,debtors\nAG2,*\n")
    found.check(caller("AG1-7"), "debtors")
    found.check(caller("AG2"), "areas")
    for agency, source in (("AG1-7", "areas"), ("AG", "debtors"), ("AG22", "areas"), ("AG2", "none"), ("AG2", "*")):
        with pytest.raises(DeliveryNotAllowed):
            found.check(caller(agency), source)


def test_whoever_acts_has_to_stand_there_too(tmp_path: Path) -> None:
    """A chain is as strong as its weakest agency; the scope is one word, compared whole."""
    found = listed(tmp_path, "agency,source\nAG1,debtors\nAG2,debtors\n")
    found.check(caller("AG1", "AG2"), "debtors")
    with pytest.raises(DeliveryNotAllowed):
        found.check(caller("AG1", "AG3"), "debtors")
    for scope in ("batch", "batch:write2", "act", "BATCH:WRITE"):
        with pytest.raises(ScopeMissing):
            found.check(caller("AG1", scope=scope), "debtors")


@pytest.mark.parametrize(
    "text",
    ["", "agency\nA\n", "source,agency\ndebtors,A\n", "agency,source\nA,none\n", "agency,source\n,debtors\n",
     "agency,source\nA*B,debtors\n", "agency,source\nA,debtors,more\n", "agency,source\nA,deb*\n"],
)  # fmt: skip
def test_a_list_that_cannot_be_meant_is_refused(tmp_path: Path, text: str) -> None:
    """At the start of the hub, with the number of the line."""
    with pytest.raises(SettingInvalid):
        listed(tmp_path, text)
