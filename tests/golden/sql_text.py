"""Reading our own SQL in tests: tokens, aliases and where each is introduced, and a layout for review."""

from __future__ import annotations

import re
from collections import Counter

_TOKEN = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\$\d+|[A-Za-z_][\w$]*|\s+|.", re.DOTALL)
_ALIAS = re.compile(r"[a-z_]+\$\d*")
#: words before which a sub-select breaks the line
_BREAKS = ("select", "from", "where", "limit")


def tokens(text: str) -> list[str]:
    """The statement's tokens without blanks; texts and quoted names are one token each."""
    return [token for token in _TOKEN.findall(text) if not token.isspace()]


def aliases(text: str) -> tuple[set[str], Counter[str]]:
    """(every alias of the form name$N in the text, how often each is introduced in a FROM)."""
    found = tokens(text)
    used = {token for token in found if _ALIAS.fullmatch(token)}
    introduced = Counter(token for place, token in enumerate(found) if _introduces(found, place))
    return used, introduced


def _introduces(found: list[str], place: int) -> bool:
    """Whether the token is an alias that stands after a table's name or a sub-select of a FROM."""
    if not _ALIAS.fullmatch(found[place]) or found[place + 1 : place + 2] == ["."]:
        return False
    start = place - 1
    if found[start] == ")":
        depth = 1
        while depth:
            start -= 1
            depth += {")": 1, "(": -1}.get(found[start], 0)
        if found[start - 1] in (
            "unnest",
            "find_organisations",
        ):  # a list of the caller's, or what a name finds, as rows
            start -= 1
    return found[start - 1] in ("from", "join") or found[start - 1 : start + 1] == ["with", "ordinality"]


def texts(text: str) -> set[str]:
    """The text literals of a statement, without quotes."""
    return {token[1:-1].replace("''", "'") for token in tokens(text) if token.startswith("'")}


def laid_out(text: str) -> str:
    """The statement with a line for each select, from, where, order and limit, indented by nesting."""
    out: list[str] = []
    stack: list[bool] = []
    previous = ""
    for token in _TOKEN.findall(text):
        if token == "(":
            stack.append(False)
        elif token == ")":
            stack.pop()
        elif token == "select" and previous == "(":
            stack[-1] = True
        nested = not stack or stack[-1]
        if nested and (token in _BREAKS or (token == "order" and previous != "")) and out and previous != "distinct":
            while out and out[-1].isspace():
                out.pop()
            out.append("\n" + "  " * sum(stack))
        out.append(token)
        if not token.isspace():
            previous = token
    return "".join(out) + "\n"
