"""Golden cases: hand-written operations, and beside each the SQL and the answer for every role that asks, for review.

A case is `operations/<topic>/<case>.graphql` whose leading comments say who asks and what is expected:

    # roles: CH, MR+purpose, SE=listed_person
    # variables: {"code": "@listed_enterprise.credit_code"}
    # expect: FORBIDDEN

`+purpose` gives the role its first purpose and a matter number; `SE=x` is the sample x of the generator itself. A text
that starts with `@` in the variables is a sample's field, `@x.id` its id in the database at hand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hub.caller import Caller
from schema.policy import policy
from tests.province import officer

FOLDER = Path(__file__).parent / "operations"
_HEADER = re.compile(r"# (roles|variables|expect): (.*)")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d.*")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_CURSOR = re.compile(r"[A-Za-z0-9_-]{100,}")


@dataclass(frozen=True)
class Case:
    """One operation as one role asks it."""

    path: Path
    role: str
    text: str
    variables: str
    expected: str | None

    @property
    def name(self) -> str:
        """`topic/case@ROLE`."""
        return f"{self.path.parent.name}/{self.path.stem}@{self.role}"

    def beside(self, kind: str) -> Path:
        """The generated file of one kind, `sql` or `json`."""
        return self.path.with_name(f"{self.path.stem}@{self.role.replace('=', '.')}.{kind}")


def cases() -> Iterator[Case]:
    """Every case of the folder, once per role."""
    for path in sorted(FOLDER.glob("*/*.graphql")):
        text = path.read_text("utf-8")
        said = {name: value.strip() for name, value in _HEADER.findall(text)}
        for role in said["roles"].split(","):
            yield Case(path, role.strip(), text, said.get("variables", "{}"), said.get("expect"))


def asker(case: Case, ids: dict[str, str]) -> Caller:
    """The caller that the case's role stands for; `ids` are the samples' ids."""
    role, _, own = case.role.partition("=")
    role, purpose, _ = role.partition("+purpose")
    claims: dict[str, Any] = {}
    if purpose:
        claims |= {"purpose": min(policy().purposes[role]), "matter": "M-1"}
    if own:
        claims["subject_id"] = ids[own]
    return officer(role, **claims)


def filled(value: Any, samples: dict[str, dict[str, str]]) -> Any:
    """The case's variables with samples in the place of `@sample.field`."""
    if isinstance(value, dict):
        return {key: filled(item, samples) for key, item in value.items()}
    if isinstance(value, list):
        return [filled(item, samples) for item in value]
    if isinstance(value, str) and value.startswith("@"):
        sample, _, field = value[1:].partition(".")
        return samples[sample][field]
    return value


class Tokens:
    """Stands for what differs from run to run: ids and cursors are numbered by first appearance."""

    def __init__(self) -> None:
        self._seen: dict[str, str] = {}

    def stable(self, value: Any, key: str = "") -> Any:
        """The value with every volatile text replaced."""
        if isinstance(value, dict):
            return {name: self.stable(item, name) for name, item in value.items()}
        if isinstance(value, list):
            return [self.stable(item) for item in value]
        if not isinstance(value, str):
            return value
        if key == "policyVersion":
            return "<policy>"
        for pattern, word in ((_UUID, "id"), (_DIGEST, "digest"), (_CURSOR, "cursor")):
            if pattern.fullmatch(value):
                return self._numbered(value, word)
        return "<instant>" if _INSTANT.fullmatch(value) else value

    def _numbered(self, value: str, word: str) -> str:
        number = 1 + sum(token.startswith(f"<{word} ") for token in self._seen.values())
        return self._seen.setdefault(value, f"<{word} {number}>")


def readable(body: bytes) -> str:
    """An answer for review: volatile values replaced, one value a line."""
    return json.dumps(Tokens().stable(json.loads(body)), ensure_ascii=False, indent=1) + "\n"
