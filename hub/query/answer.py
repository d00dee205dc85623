"""Answer: the database's bytes, spliced into a GraphQL response; sealed values opened, cursors sealed, nothing else
touched.

Marks are random per request, so no stored text can pass for one. Where a plan has neither sealed values nor cursors,
the bytes are not even looked at.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from hub.errors import HubError, LimitExceeded
from hub.query import limits
from hub.query.compile import Statement
from hub.query.paging import seal_cursor
from hub.query.parameters import SEALS, Bindings
from schema.erasure import NUMBER_KIND

#: letter of a mark → what the vault knows the sealed value as
_SEALED: Final = {letter.encode(): kind for kind, letter in SEALS.items()}
#: key of the subject that an object is about, or of the list of those that a page is about, in front of what was
#: selected of them; it is no response key, and within a text its quotes would be escaped. One character that answers
#: seldom hold is found ten times as fast as that and its quotes, which they are full of
_SUBJECT = b"$"
#: what a list of ids holds besides them and commas
_PLAIN: Final = str.maketrans("", "", '" ')
#: what follows: UUIDs, as `row_to_json` and as `json_build_object` write them, and what parts them from the rest
_NAMED = re.compile(rb'" ?: ?(?:"([0-9a-f-]{36})"|null|\[([^]]*)\])(?:, ?)?')


def splice(statement: Statement, body: bytes, bound: Bindings) -> bytes:
    """`{"data": body, "extensions": …}`; beside the data stands what of it is null because the person was erased."""
    erased: set[str] = set()
    if statement.erasable:
        body = _without_erased(body, statement.erasable, bound, erased)
    data = _opened(body, bound) if statement.marked else body
    extensions = statement.extensions
    if erased:
        extensions = extensions[:-1] + b',"erased":%b}' % json.dumps(sorted(erased), separators=(",", ":")).encode()
    return b'{"data":%b,"extensions":%b}' % (data, extensions)


def without_subjects(body: bytes) -> tuple[bytes, list[str]]:
    """An answer without the marks by which it names its subjects, and these subjects, each once."""
    first, *rest = body.split(_SUBJECT)
    kept, found = [first], dict[str, None]()
    for piece in rest:
        named = _NAMED.match(piece) if kept[-1].endswith(b'"') else None
        if named is None:  # a dollar sign of a text
            kept += (_SUBJECT, piece)
            continue
        kept[-1] = kept[-1][:-1]
        kept.append(piece[named.end() :])
        if named[1] is not None:
            found[named[1].decode()] = None
        elif named[2]:
            # `json_agg` puts blanks behind commas, `array_to_json` does not
            found.update(dict.fromkeys(named[2].decode().translate(_PLAIN).split(",")))
    return b"".join(kept), list(found)


def _without_erased(body: bytes, erasable: tuple[str, ...], bound: Bindings, erased: set[str]) -> bytes:
    """The body with null for every mark of an erased value, whose coordinates go to `erased`."""
    first, *rest = body.split(b'"%be' % bound.mark.encode())
    pieces = [first]
    for piece in rest:
        number, _, after = piece.partition(b'@"')
        erased.add(erasable[int(number)])
        pieces += (b"null", after)
    return b"".join(pieces)


def _opened(body: bytes, bound: Bindings) -> bytes:
    first, *rest = body.split(bound.mark.encode())
    # one position, one cursor: Relay compares `startCursor` with the first edge's
    cursors: dict[bytes, bytes] = {}
    pieces = [first]
    for piece in rest:
        content, _, after = piece.partition(b"@")
        pieces += (_opened_value(content, cursors, bound), after)
    return b"".join(pieces)


def _opened_value(content: bytes, cursors: dict[bytes, bytes], bound: Bindings) -> bytes:
    """What stands for `s<sealed value>`, `s<half>.<key>` or `c<signature>:<position>`, all in hexadecimal digits.

    It stands within a JSON text. Raises LimitExceeded for `g`: more groups than are answered.
    """
    if (kind := _SEALED.get(content[:1])) is not None:
        sealed, _, key = content[1:].decode().partition(".")
        half = bytes.fromhex(sealed)
        opened = bound.vault.open_apart(kind, half, bytes.fromhex(key)) if key else bound.vault.open(kind, half)
        # a number holds nothing that JSON would escape
        return (opened if kind == NUMBER_KIND else json.dumps(opened, ensure_ascii=False)[1:-1]).encode()
    if content == b"g":
        raise LimitExceeded(what="groups", what_zh="分组数", limit=limits.GROUPS)
    if content not in cursors:
        signature, position = content[1:].decode().split(":", 1)
        cursors[content] = seal_cursor(bound, signature, position).encode()
    return cursors[content]


def refused(error: HubError) -> bytes:
    """A GraphQL response without data for a refused request: every fault as an error of its own, in both languages."""
    faults: list[dict[str, Any]] = error.data.get("faults") or [{}]
    return json.dumps(
        {"errors": [_error(error, fault) for fault in faults]}, ensure_ascii=False, separators=(",", ":")
    ).encode()


def _error(error: HubError, fault: dict[str, Any]) -> dict[str, Any]:
    english = f"{error.english} {fault['message']}" if "message" in fault else error.english
    chinese = f"{error.chinese}{fault.get('message_zh', '')}"
    described: dict[str, Any] = {"message": error.spoken or f"{english} / {chinese}"}
    if "locations" in fault:
        described["locations"] = fault["locations"]
    extensions: dict[str, Any] = {"code": error.code, "message_en": error.english, "message_zh": error.chinese}
    if "refused" in error.data:
        extensions["refused"] = error.data["refused"]
    if "policy_version" in error.data:
        extensions["policyVersion"] = error.data["policy_version"]
    if "estimated" in error.data:
        extensions["cost"] = {"estimated": error.data["estimated"], "limit": error.data["limit"]}
    return {**described, "extensions": extensions}
