"""One operation, asked of the hub and of the oracle, and what differs."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graphql import DocumentNode

from hub.errors import HubError
from hub.query.engine import Engine
from tests.oracle import execute, rules
from tests.oracle.execute import Expected
from tests.oracle.paging import is_cursor
from tests.oracle.policy import Sight
from tests.oracle.walk import Findings

Variables = Mapping[str, Any]


class Object(list[tuple[str, Any]]):
    """A JSON object as it stands in the text: its order, and keys that occur twice."""


@dataclass(frozen=True)
class Question:
    """An operation as one caller asks it. Cursors in `variables` are the oracle's; `sealed` has the hub's for them."""

    text: str
    document: DocumentNode
    name: str | None
    variables: Variables
    sight: Sight
    sealed: Mapping[str, str] = field(default_factory=dict)
    #: what an earlier question with other rows and the same arguments found out before any row was read
    findings: Findings | None = None

    def told(self) -> str:
        """The question in words, to be asked again by hand."""
        caller = self.sight.caller
        who = {
            "roles": sorted(caller.roles), "areas": caller.areas, "courts": caller.courts, "agency": caller.agency,
            "purpose": caller.purpose, "matter": caller.matter, "subject": str(caller.subject_id),
        }  # fmt: skip
        variables = json.dumps(self.variables, ensure_ascii=False)
        return f"{self.text}\noperation: {self.name}\nvariables: {variables}\ncaller: {who}"


@dataclass(frozen=True)
class Verdict:
    """What came of a question: how it ended, what differs (empty: nothing), and cursors: the oracle's → the hub's."""

    ending: str
    difference: str = ""
    cursors: Mapping[str, str] = field(default_factory=dict)
    #: what the oracle said
    expected: Expected | None = None


async def judged(engine: Engine, question: Question) -> Verdict:
    """Ask both and compare. A question asked while the day changes in China is asked again."""
    while True:
        day = rules.today()
        wanted = expected(question)
        verdict = await compared(engine, question, wanted)
        if rules.today() == day:
            return replace(verdict, expected=wanted)


def expected(question: Question) -> Expected:
    """What the oracle says."""
    return execute.answer(question.sight, question.document, question.name, question.variables, question.findings)


async def compared(engine: Engine, question: Question, expected: Expected) -> Verdict:
    """What the hub says, held against it."""
    given = {key: _sealed(value, question.sealed) for key, value in question.variables.items()}
    try:
        body = await engine.answer(question.text, question.name, given, question.sight.caller)
    except HubError as error:
        return _refused(error, expected)
    except Exception as error:  # noqa: BLE001 - whatever the hub did not foresee is a difference, too
        return Verdict("crashed", f"hub: {error!r}\noracle: {_codes(expected)} {expected.data}")
    return _answered(body, expected)


def _sealed(value: Any, sealed: Mapping[str, str]) -> Any:
    return sealed.get(value, value) if isinstance(value, str) else value


def _refused(error: HubError, expected: Expected) -> Verdict:
    if error.code in ("LIMIT_EXCEEDED", "COST_EXCEEDED"):  # the oracle knows no costs
        return Verdict("limited")
    if error.code not in expected.codes:
        told = f"hub: {error.code} {error.english} {error.data}\noracle: {sorted(expected.codes) or expected.data}"
        return Verdict("refused", told)
    if error.code != "FORBIDDEN":
        return Verdict("wrong argument")
    found = {item["coordinate"]: item["opensWith"] is not None for item in error.data["refused"]}
    wanted = next((one for one in expected.refusals if one.keys() == found.keys()), None)
    if wanted is None:
        by_oracle = [sorted(one) for one in expected.refusals]
        return Verdict("refused", f"refused by the hub: {sorted(found)}\nby the oracle: {by_oracle}")
    # where one coordinate was met on two roads, either may be told
    wrong = sorted(name for name, opens in found.items() if opens not in wanted[name])
    return Verdict("refused", f"opens with a purpose, or not: {wrong}" if wrong else "")


def _answered(body: bytes, expected: Expected) -> Verdict:
    ending = "answered" if expected.rows else "empty"
    answer = dict(_read(body.decode()))
    if expected.data is None:
        return Verdict(ending, f"hub answers: {body.decode()[:2000]}\noracle: {_codes(expected)}")
    cursors: dict[str, str] = {}
    got, wanted = _text(_opened(answer["data"], _read(expected.data), cursors)), _text(_read(expected.data))
    if got != wanted:
        return Verdict(ending, _place(got, wanted))
    # what stands below several entries of the log has one position in each of their lists
    apart = [
        cursor for wanted, cursor in cursors.items() if "AccessedSubject" not in wanted and "AccessTerm" not in wanted
    ]
    if len(set(apart)) != len(apart):
        return Verdict(ending, "two positions have one cursor")
    beside = json.loads(_text(answer["extensions"]))
    if beside != expected.extensions:
        return Verdict(ending, f"extensions of the hub: {beside}\nof the oracle: {expected.extensions}")
    return Verdict(ending, cursors=cursors)


def _codes(expected: Expected) -> str:
    return f"{sorted(expected.codes)} {[dict(one) for one in expected.refusals]}"


def _place(got: str, wanted: str) -> str:
    """Both texts, from shortly before where they part."""
    at = next((i for i, (a, b) in enumerate(zip(got, wanted, strict=False)) if a != b), min(len(got), len(wanted)))
    start = max(at - 300, 0)
    return f"at {at}\nhub:    …{got[start : at + 300]}\noracle: …{wanted[start : at + 300]}"


def _read(text: str) -> Any:
    return json.loads(text, object_pairs_hook=Object, parse_float=str)


def _opened(got: Any, wanted: Any, cursors: dict[str, str]) -> Any:
    """The hub's data with the oracle's cursors in the places of its own; one position has one cursor."""
    if isinstance(got, Object) and isinstance(wanted, Object) and len(got) == len(wanted):
        return Object((key, _opened(a, b, cursors)) for (key, a), (_, b) in zip(got, wanted, strict=True))
    if isinstance(got, list) and isinstance(wanted, list) and len(got) == len(wanted):
        return [_opened(a, b, cursors) for a, b in zip(got, wanted, strict=True)]
    if is_cursor(wanted) and isinstance(got, str) and got:
        return wanted if cursors.setdefault(wanted, got) == got else got
    if isinstance(wanted, str) and wanted.startswith(execute.VEILED) and _veils(got, wanted):
        return wanted if cursors.setdefault(wanted, got) == got else got
    return got


def _veils(got: Any, wanted: str) -> bool:
    """Whether an id stands there that is not the person's."""
    return isinstance(got, str) and re.fullmatch(r"[0-9a-f-]{36}", got) is not None and got not in wanted


def _text(value: Any) -> str:
    if isinstance(value, Object):
        return "{" + ",".join(f"{json.dumps(key)}:{_text(item)}" for key, item in value) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_text, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
