"""The marks by which objects name their subjects: all found, all gone, nothing else touched."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from hub.query.answer import without_subjects

TEXTS = st.one_of(st.sampled_from(["$", '"$"', '"$":"', "\\$", '"$":null,', ': "$"']), st.text(max_size=12))
LEAVES = st.one_of(st.none(), st.integers(), TEXTS)
NAMES = st.from_regex(r"[_A-Za-z][_0-9A-Za-z]{0,5}", fullmatch=True)
VALUES: st.SearchStrategy[Any] = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4) | st.tuples(st.uuids() | st.none(), st.dictionaries(NAMES, inner, max_size=4))
    ),
    max_leaves=20,
)


def written(value: Any, found: list[str], *, marked: bool, blanks: bool) -> str:
    """The JSON of a value, with marks or without; `found` gathers the subjects."""
    colon, comma = (" : ", ", ") if blanks else (":", ",")
    if isinstance(value, list):
        return "[" + ", ".join(written(each, found, marked=marked, blanks=not blanks) for each in value) + "]"
    if isinstance(value, tuple):
        subject, fields = value
        pairs = [
            f"{json.dumps(key)}{colon}{written(each, found, marked=marked, blanks=not blanks)}"
            for key, each in fields.items()
        ]
        if marked:
            pairs.insert(0, f'"$"{colon}{json.dumps(subject and str(subject))}')
        if subject:
            found.append(str(subject))
        return "{" + comma.join(pairs) + "}"
    return json.dumps(value, ensure_ascii=False)


@given(VALUES, st.booleans())
def test_marks_are_taken_out_and_nothing_else(value: Any, blanks: bool) -> None:
    """Whatever texts say, the answer is byte for byte what it would be without marks, and every subject is named."""
    found: list[str] = []
    body = written(value, found, marked=True, blanks=blanks).encode()

    answer, subjects = without_subjects(body)

    assert answer == written(value, [], marked=False, blanks=blanks).encode()
    assert sorted(subjects) == sorted(set(found))
    assert all(UUID(each) for each in subjects)
