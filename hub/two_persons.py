"""Two persons: what one proposes another has to approve; who they are is a name that an operator gives."""

from __future__ import annotations

from hub.errors import InvalidArgument

_LONGEST = 64


def named(given: str) -> str:
    """Who proposes or approves, blanks put in order. Raises InvalidArgument."""
    name = " ".join(given.split())
    if not 0 < len(name) <= _LONGEST or not name.isprintable():
        raise InvalidArgument(
            argument="--by", reason="give a name of 1 to 64 characters", reason_zh="须为 1 至 64 个字符的姓名"
        )
    return name


def is_same(one: str, other: str) -> bool:
    """Whether two names are one person's, whatever the case of their letters."""
    return one.casefold() == other.casefold()
