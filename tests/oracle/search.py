"""Search: what organisations a name finds, by looking at every one of them; see `schema.search` for what is promised.

Written apart from the hub: names are cut by hand, likeness is a fraction, and no index is asked.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from graphql import FieldNode

from schema.catalog import ObjectType, catalog
from schema.names import name_of
from tests.oracle.naming import ORGANISATIONS
from tests.oracle.paging import LARGEST_PAGE
from tests.oracle.policy import Road, Sight, sure
from tests.oracle.world import Row

if TYPE_CHECKING:
    from tests.oracle.examine import Examiner
    from tests.oracle.walk import Arguments

ROOT = "searchSubjects"
_FORMS = ("股份有限公司", "有限责任公司", "有限公司", "股份公司", "公司")
_SIGNS = set("()·. -—_,、&\"'")
#: what is told at most, and how like a name has to be
_MOST, _LEAST, _SHORTENED = 100, Fraction(3, 10), Fraction(7, 10)


def core(name: str) -> str:
    """A name without signs and forms of company, in capitals."""
    text = "".join(sign.upper() if sign.isascii() else sign for sign in name if sign not in _SIGNS)
    for form in _FORMS:
        text = "".join(text.split(form))
    return text[:24]


def pairs(text: str) -> set[str]:
    """Neighbouring characters."""
    return {one + other for one, other in itertools.pairwise(text)}


def skipped(text: str) -> set[str]:
    """First and third, third and fifth character of a head that is longer."""
    return {text[at] + text[at + 2] for at in (0, 2) if len(text) > at + 3}


def is_shortened(short: str, long: str) -> bool:
    """Whether the characters of one stand in the other in their order, beginning where it begins."""
    rest = iter(long)
    return long[:1] == short[:1] and all(sign in rest for sign in short)


def likeness(sought: str, name: str) -> Fraction:
    """From 0 to 1; both are cores."""
    if sought == name:
        return Fraction(1)
    asked, there, brief = pairs(sought), pairs(name), len(sought) < 5
    if not asked & there and not (brief and asked & skipped(name)):
        return Fraction(0)
    shared = Fraction(2 * len(asked & there), len(asked) + max(len(name) - 1, 1))
    found = min(shared, Fraction(99, 100))
    return max(found, _SHORTENED) if brief and is_shortened(sought, name) else found


def matches(sight: Sight, given: str) -> Iterator[tuple[float, Row]]:
    """Organisations by likeness, then by id, with their scores; whether they are there for the caller is not asked."""
    sought = core(name_of(given))
    kinds = {kind.entity.when for kind in named_in_full(sight)}
    every = [row for row in sight.world.tables["subject"] if row["kind"] in ORGANISATIONS]
    found = [(round(likeness(sought, core(row["name"])), 6), row) for row in every]
    best = sorted((one for one in found if one[0] >= _LEAST), key=lambda one: (-one[0], one[1]["id"]))[:_MOST]
    return ((int(10 * like) / 10, row) for like, row in best if row["kind"] in kinds)


def named_in_full(sight: Sight) -> list[ObjectType]:
    """The types of organisations whose names the caller sees in full wherever they are there for him."""
    found = []
    for kind in catalog().concrete("Subject"):
        ways = sight.ways(kind, Road.LISTED)
        group = kind.values["name"].group
        if kind.entity.when in ORGANISATIONS and ways and (
            "F" in sight.levels(group, Road.LISTED) or sure(ways, sight.rules(group, Road.LISTED))
        ):  # fmt: skip
            found.append(kind)
    return found


def examine(examiner: Examiner, nodes: list[FieldNode], arguments: Arguments) -> None:
    """What a search is refused for."""
    if arguments["first"] < 1 or len(core(name_of(arguments["name"]))) < 2:
        examiner.found.faults.add("INVALID_ARGUMENT")
    if arguments["first"] > LARGEST_PAGE:
        examiner.found.faults.add("LIMIT_EXCEEDED")
    kinds = named_in_full(examiner.sight)
    if not kinds:
        examiner.refuse(f"Query.{ROOT}", waits=False)
        return
    only = frozenset(kind.entity.when or "" for kind in kinds)
    for inner in examiner.below(nodes, "SubjectMatch").values():
        if inner[0].name.value == "subject":
            examiner.rows(inner, "Subject", f"Query.{ROOT}", Road.LISTED, only)
