"""Golden operations: one statement each, reviewed; `pytest --update-golden` (or `=sql`, `=json`) writes them anew."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from hub.caller import Caller
from hub.database import Database
from hub.errors import HubError
from hub.query.answer import refused
from hub.query.engine import Engine
from hub.query.operation import prepare
from hub.reader import Reader
from hub.vault import Vault
from tests.golden.cases import Case, asker, cases, filled, readable
from tests.golden.option import Golden
from tests.golden.sql_text import aliases, laid_out, texts
from tests.province import opened

CASES = list(cases())
#: words of our own declarations, such as SX, that a caller may happen to say too
_OURS = re.compile(r"[A-Z_]+")
Samples = dict[str, dict[str, str]]


@pytest.fixture(scope="session")
def samples(province: Database, truth: dict[str, Any]) -> Samples:
    """The generator's samples with their ids in the database."""
    found: Samples = {name: dict(fields) for name, fields in truth["samples"].items()}
    with province.connect("owner") as connection:
        for sample in found.values():
            row = connection.execute("select id::text from subject where name = %s", (sample["name"],)).fetchone()
            assert row
            sample["id"] = row[0]
    return found


@pytest.fixture(scope="session")
def engine_plans(province: Database, province_vault: Vault) -> Engine:
    """An engine that only compiles."""

    async def nobody(*_: Any) -> Any:
        raise AssertionError

    return Engine(Reader(province), province_vault, nobody)


@pytest.fixture
def case_database(case: Case, request: pytest.FixtureRequest) -> Database:
    """The shared province, or a copy for an operation that writes."""
    found: Database = request.getfixturevalue("province_copy" if "mutation" in case.text else "province")
    return found


def _request(case: Case, samples: Samples) -> tuple[Caller, dict[str, Any]]:
    ids = {name: sample["id"] for name, sample in samples.items()}
    variables: dict[str, Any] = filled(json.loads(case.variables), samples)
    return asker(case, ids), variables


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_answers_as_reviewed_with_one_statement(
    case: Case, case_database: Database, province_vault: Vault, golden: Golden, samples: Samples
) -> None:
    """Each operation sends exactly one statement, and statement and answer are the ones that were reviewed."""
    asking, variables = _request(case, samples)
    async with opened(case_database, province_vault) as engine:
        before = engine.reader.statements
        code, body = await _answer(engine, case, variables, asking)
        if code is None:
            assert engine.reader.statements == before + 1
            golden.compare(case, "sql", laid_out(engine.plan(prepare(case.text, None, variables), asking).text))

    assert code == case.expected
    golden.compare(case, "json", readable(body))


async def _answer(engine: Engine, case: Case, variables: dict[str, Any], asking: Caller) -> tuple[str | None, bytes]:
    """(code of the refusal, or None; the body)."""
    try:
        return None, await engine.answer(case.text, None, variables, asking)
    except HubError as error:
        return error.code, refused(error)


@pytest.mark.parametrize("case", [c for c in CASES if c.expected is None], ids=lambda case: case.name)
def test_names_each_row_source_once_and_holds_no_value(case: Case, engine_plans: Engine, samples: Samples) -> None:
    """Every alias stands in exactly one FROM, so nothing is correlated with the wrong row; values are parameters."""
    asking, variables = _request(case, samples)
    statement = engine_plans.plan(prepare(case.text, None, variables), asking)
    used, introduced = aliases(statement.text)

    assert {alias: introduced[alias] for alias in used} == dict.fromkeys(used, 1)
    assert not {value for value in _values(case, variables, asking) if not _OURS.fullmatch(value)} & texts(
        statement.text
    )


def _values(case: Case, variables: dict[str, Any], asking: Caller) -> Iterator[str]:
    """Texts that the caller brought: in variables, in the document, and in the token."""
    yield from _texts_in(variables)
    document = "\n".join(line for line in case.text.splitlines() if not line.startswith("#"))
    yield from re.findall(r'"([^"]+)"', document)
    yield from (
        asking.subject,
        asking.agency,
        *asking.areas,
        *asking.courts,
        str(asking.subject_id),
        str(asking.matter),
    )


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        named = value.items() if isinstance(value, dict) else enumerate(value)
        for key, item in named:
            if key != "__typename":  # a type's name is ours, whoever says it
                yield from _texts_in(item)
    elif isinstance(value, str):
        yield value


def test_has_no_file_without_a_case() -> None:
    """A renamed case leaves nothing behind that looks reviewed."""
    wanted = {case.beside(kind) for case in CASES for kind in ("sql", "json")}
    found = {path for case in CASES for path in case.path.parent.iterdir() if path.suffix != ".graphql"}

    assert not found - wanted
