"""Bodies of requests: whatever the bytes, a `Request` or one refusal, never another exception."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.errors import MalformedRequest
from hub.query.request import Request
from hub.server.request import DEEPEST_BODY, MOST_BRACKETS, read_request

MEMBERS = ("query", "operationName", "variables", "extensions", "documentId", "other")
TEXTS = st.text(st.characters(codec=None), max_size=8) | st.sampled_from(["\0", "\\u0000", "\ud800", "{a}", "\\u{0}"])
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3), max_leaves=6,
)  # fmt: skip


def read(body: bytes) -> Request | None:
    """The request, or None for a refusal."""
    try:
        return read_request(body)
    except MalformedRequest:
        return None


@given(st.binary(max_size=64) | st.text(max_size=64).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    """Nothing but a JSON object with a text, or a name for one, is a request."""
    assert read(body) is None


@given(st.dictionaries(st.sampled_from(MEMBERS), VALUES), st.booleans())
def test_any_members_are_read_or_refused(members: dict[str, Any], ascii_only: bool) -> None:
    """What is read has the types that it promises, and every text of it can be sent to PostgreSQL."""
    found = read(json.dumps(members, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass"))
    if found is None:
        return
    if found.query is None:
        assert found.document_id is not None or "persistedQuery" in found.extensions
    assert isinstance(found.variables, dict)
    assert isinstance(found.extensions, dict)
    written = json.dumps([found.query, found.variables, found.operation_name], ensure_ascii=False)
    assert "\0" not in written
    assert "\\u0000" not in written.replace("\\\\", "\\")
    written.encode()


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_depth_is_counted_exactly_and_not_in_texts(opening: str, closing: str) -> None:
    """The body itself is one level; brackets in texts are none, also behind escaped quotes."""
    inner = '"' + "[{" * 100 + '\\"' + "[{" * 100 + '"'

    def body(depth: int) -> bytes:
        return f'{{"query":"{{a}}","variables":{opening * (depth - 1)}{inner}{closing * (depth - 1)}}}'.encode()

    if opening == "[":  # variables must be an object
        assert read(body(DEEPEST_BODY).replace(b'"variables"', b'"other"')) is not None
        assert read(body(DEEPEST_BODY + 1).replace(b'"variables"', b'"other"')) is None
    else:
        assert read(body(DEEPEST_BODY)) is not None
        assert read(body(DEEPEST_BODY + 1)) is None


def test_lists_and_objects_are_counted() -> None:
    """A body that holds tens of thousands is not worth parsing."""
    assert read(b'{"query":"a","other":[' + b",".join([b"[]"] * (MOST_BRACKETS - 2)) + b"]}") is not None
    assert read(b'{"query":"a","other":[' + b",".join([b"[]"] * (MOST_BRACKETS - 1)) + b"]}") is None
