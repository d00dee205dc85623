"""Answer: only what the plan marked is opened, whatever stored text looks like."""

from __future__ import annotations

import json
import secrets
import uuid
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.database import Database
from hub.query.answer import without_subjects
from hub.vault import Vault
from tests.hub.query.small_world import Builder
from tests.province import CallerOf, opened

PERSON = "query ($id: ID!) { subject(id: $id) { name ... on NaturalPerson { idNumber phone } } }"


@pytest.mark.parametrize("shape", ["~{mark}~s{sealed}@", "~s{sealed}@", "{mark}s{sealed}@", "s{sealed}@"])
async def test_opens_no_spoofed_marks(
    empty_database: Database, province_vault: Vault, caller: CallerOf, shape: str
) -> None:
    """A stored text that imitates a mark, holding a real sealed value of somebody else, stays the text it is."""
    stolen = province_vault.seal("id_number", "330211199003079015").hex()
    text = shape.format(mark="00" * 8, sealed=stolen)
    with empty_database.connect("owner") as connection:
        subject = Builder(connection, province_vault).person(name=text)
    async with opened(empty_database, province_vault) as engine:
        body = await engine.answer(PERSON, None, {"id": subject}, caller("CH"))

    found = json.loads(body)["data"]["subject"]
    assert found["name"] == text
    assert "330211199003079015" not in body.decode()
    assert len(found["idNumber"]) == 18


_TEXTS = st.text(alphabet='ab$"\\[]:, \n', max_size=12)
_VALUES = st.recursive(
    _TEXTS | st.none() | st.integers(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b$c", "nodes"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(
    value=_VALUES,
    one=st.none() | st.uuids(),
    many=st.lists(st.uuids(), max_size=4),
    spaced=st.booleans(),
    apart=st.booleans(),
)
def test_takes_out_the_marks_of_subjects_and_nothing_else(
    value: Any, one: uuid.UUID | None, many: list[uuid.UUID], spaced: bool, apart: bool
) -> None:
    """Whatever dollar signs, quotes and brackets the texts of an answer hold, as PostgreSQL's two ways of writing
    objects write them: what the caller gets is the answer without marks, and the log gets each subject once.
    """
    comma, colon = (", ", " : ") if spaced else (",", ":")
    text = json.dumps(value, ensure_ascii=False)
    subject = json.dumps(None if one is None else str(one))
    listed = "[" + (", " if apart else ",").join(f'"{each}"' for each in many) + "]"
    body = f'{{"$"{colon}{listed}{comma}"nodes":[{{"$"{colon}{subject}{comma}"x":{text}}}]}}'

    kept, found = without_subjects(body.encode())

    assert json.loads(kept) == {"nodes": [{"x": value}]}
    assert found == list(dict.fromkeys(str(each) for each in (*many, *([one] if one else []))))


async def test_draws_a_new_mark_for_each_request(
    engine: Any, caller: CallerOf, truth: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Marks cannot be learnt from one answer for the next: they are drawn anew, of 64 bits or more."""
    drawn: list[str] = []
    real = secrets.token_hex

    def noted(size: int) -> str:
        drawn.append(real(size))
        return drawn[-1]

    monkeypatch.setattr(secrets, "token_hex", noted)
    person = truth["samples"]["listed_person"]
    query = (
        "query ($n: IdNumber!, $m: String!) { subject(idNumber: $n, name: $m) { ... on NaturalPerson { idNumber } } }"
    )
    for _ in range(2):
        body = await engine.answer(query, None, {"n": person["id_number"], "m": person["name"]}, caller("CH"))
        assert json.loads(body)["data"]["subject"]["idNumber"] == person["id_number"]

    assert len(set(drawn)) == 2
    assert min(map(len, drawn)) >= 16


async def test_keeps_quotes_and_controls_of_stored_text(
    empty_database: Database, province_vault: Vault, caller: CallerOf
) -> None:
    """Whatever a source wrote leaves as valid JSON, unchanged."""
    text = 'a"b\\c\n\u2028名@~<script>'
    with empty_database.connect("owner") as connection:
        subject = Builder(connection, province_vault).person(name=text)
    async with opened(empty_database, province_vault) as engine:
        body = await engine.answer(PERSON, None, {"id": subject}, caller("CH"))

    assert json.loads(body)["data"]["subject"]["name"] == text
