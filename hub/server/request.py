"""Bodies of requests: bytes → `Request`, or MalformedRequest for whatever two readers might understand differently.

The quick looks come first: most bodies hold few brackets and no escape that could hide a character PostgreSQL does not
know, and then nothing is read twice.
"""

from __future__ import annotations

import json
import re
from typing import Any

from hub import strict_json
from hub.errors import MalformedRequest
from hub.query.request import Request, is_text

#: bytes of a request body
LARGEST_BODY = 256 * 1024
#: nested arrays and objects of a request body
DEEPEST_BODY = 32
#: arrays and objects of a request body in all; what is allowed of variables (`limits.VALUES`) holds far fewer
MOST_BRACKETS = 10_000

#: a whole string; one without an end runs to the end of the body and is never read twice
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
_NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_ALIKE = bytes.maketrans(b"{}", b"[]")
#: escapes in JSON that may stand for NUL, half a character or the backslash of an escape in GraphQL
_SUSPECT = re.compile(rb"\\u(?:0000|\{|005[cC]|[dD][89a-fA-F])")


def read_request(body: bytes) -> Request:
    """The request in a body. Raises MalformedRequest."""
    brackets = body.count(b"[") + body.count(b"{")
    if brackets > MOST_BRACKETS:
        raise MalformedRequest(reason=f"it holds more than {MOST_BRACKETS} lists and objects",
                               reason_zh=f"列表和对象超过 {MOST_BRACKETS} 个")  # fmt: skip
    if brackets > DEEPEST_BODY and _is_deep(body):
        raise MalformedRequest(reason="its brackets nest too deeply or do not match", reason_zh="括号嵌套过深或不成对")
    try:
        given = strict_json.read_object(body)
        is_good = not _SUSPECT.search(body) or is_text(_texts(given))
    except (ValueError, RecursionError):
        raise MalformedRequest(
            reason="the body is not one JSON object in UTF-8", reason_zh="请求体不是 UTF-8 编码的 JSON 对象"
        ) from None
    if not is_good:
        raise MalformedRequest(reason="a text holds characters that are not text", reason_zh="文本含有无效字符")
    return _request(given)


def _request(given: dict[str, Any]) -> Request:
    """The members, each of the type that GraphQL over HTTP gives it; null counts as absent."""
    query, name, variables = given.get("query"), given.get("operationName"), given.get("variables")
    extensions, document = given.get("extensions"), given.get("documentId")
    for member, value, kind, kind_zh in (
        ("operationName", name, str, "文本"),
        ("variables", variables, dict, "对象"),
        ("extensions", extensions, dict, "对象"),
        ("documentId", document, str, "文本"),
    ):
        if value is not None and type(value) is not kind:
            raise _wrong(member, "a text" if kind is str else "an object", kind_zh)
    if type(query) is not str:
        named = document is not None or (extensions is not None and "persistedQuery" in extensions)
        if query is not None or not named:
            raise _wrong("query", "a text", "文本")
    return Request(query, name, variables or {}, extensions or {}, document)


def _wrong(member: str, kind: str, kind_zh: str) -> MalformedRequest:
    return MalformedRequest(reason=f"`{member}` must be {kind}", reason_zh=f"{member} 须为{kind_zh}")


def _texts(given: dict[str, Any]) -> str:
    """Every text of a request in one: its document as it is, the rest as JSON that escapes nothing it need not."""
    query = given.get("query")
    rest = {name: value for name, value in given.items() if name != "query"}
    return json.dumps(rest, ensure_ascii=False) + (query if isinstance(query, str) else json.dumps(query))


def _is_deep(body: bytes) -> bool:
    """Whether brackets nest too deeply, or do not match; looked at before any parser recurses.

    What is left of the body without its strings and everything but brackets loses its innermost pairs again and again.
    """
    # brackets in texts mostly match, too, and taking the texts out costs more than all the rest of a long body. What a
    # text can hide so is no danger: the parser minds its depth, and so does whoever reads what it found
    return _nest_deeply(body) and _nest_deeply(_STRING.sub(b"", body))


def _nest_deeply(text: bytes) -> bool:
    left = text.translate(_ALIKE, _NO_BRACKETS)
    for _ in range(DEEPEST_BODY):
        left = left.replace(b"[]", b"")
        if not left:
            return False
    return True
