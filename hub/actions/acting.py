"""What an act works with, and checks that several acts share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from psycopg import AsyncConnection

from hub.caller import Caller
from hub.errors import InvalidArgument
from hub.vault import Vault
from loaders.live.asking import Proof
from schema.free_text import holds_identity_number
from schema.policy import Policy
from schema.policy import policy as bundled


@dataclass(frozen=True)
class Proved:
    """How fresh the hub is about one subject of an act, and what hit before its sources were asked."""

    proof: Proof
    #: (listing, kind of hit) of the entries that hit before
    before: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Acting:
    """One act in progress: an open transaction, the vault, who acts, the coerced input, and the policy it is under."""

    connection: AsyncConnection[Any]
    vault: Vault
    caller: Caller
    given: dict[str, Any]
    policy: Policy = field(default_factory=bundled)
    #: for each subject; empty where no proof was asked for
    proved: tuple[Proved, ...] = ()


@dataclass(frozen=True)
class Done:
    """What an act leaves: the keys of what it wrote, and of how many people named by ID number it tells nothing."""

    keys: list[str]
    missed: int = 0
    #: sources outside that were asked about its subjects
    asked: frozenset[str] = frozenset()
    #: subjects that it is about, for the access log, whether or not the payload tells of them
    about: tuple[str, ...] = ()


def line(acting: Acting, name: str, longest: int) -> str:
    """A one-line text of the input. Raises InvalidArgument when it is empty, too long or holds control characters."""
    value = str(acting.given[name]).strip()
    if not 0 < len(value) <= longest or not value.isprintable():
        raise InvalidArgument(argument=name, reason=f"must be a line of 1 to {longest} characters",
                              reason_zh=f"须为1至{longest}个字符的单行文本")  # fmt: skip
    return value


def without_identity(name: str, text: str) -> str:
    """The text, if it holds nothing like an identity number, however it is spelt. Raises InvalidArgument."""
    if holds_identity_number(text):
        raise InvalidArgument(argument=name, reason="must not hold identity numbers", reason_zh="不得包含证件号码")
    return text
