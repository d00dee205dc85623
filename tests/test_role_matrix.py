"""What ten roles get of a listed person, a listed enterprise and a government body, side by side.

The table is committed as `tests/golden/role_matrix.md`, so that a change of policy or compiler shows in a
review as the cells it moves. Rewrite it on purpose with `pytest tests/test_role_matrix.py --update-golden`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hub.errors import Forbidden
from hub.query.engine import Engine
from schema.catalog import ObjectType, catalog
from schema.policy import policy
from tests.province import officer

GOLDEN = Path(__file__).parent / "golden" / "role_matrix.md"

#: role → claims of a token as such an officer would carry it
ROLES: dict[str, dict[str, Any]] = {
    "CE": {"areas": ("330211",), "courts": ("浙0211",)},
    "CH": {},
    "CP": {},
    "PL": {"areas": ("500112",), "courts": ()},
    "GM": {},
    "MR": {},
    "MR+": {"purpose": "REGISTRATION", "matter": "M-1"},
    "BK": {},
    "TL": {"areas": ("330211",), "courts": ()},
    "PU": {},
}

#: stands for a row that does not exist for the role
ABSENT = object()

BY_NUMBER, BY_CODE = "idNumber: {id_number}, name: {name}", "creditCode: {credit_code}"
LISTED = "listings(first: 1, filter: {{kind: {{eq: SX}}}}) {{ nodes {{ ... on {type} {{ {field} }} }} }}"
CASES = "cases(first: 1) {{ nodes {{ {field} }} }}"
ITSELF = "... on {type} {{ {field} }}"

#: sample of the truth, arguments of the look-up, concrete type whose fields are asked, and the road to it
SECTIONS = (
    ("listed_person", BY_NUMBER, "NaturalPerson", ITSELF),
    ("listed_person", BY_NUMBER, "DishonestDebtorListing", LISTED),
    ("listed_person", BY_NUMBER, "Case", CASES),
    ("listed_enterprise", BY_CODE, "Enterprise", ITSELF),
    ("listed_government_body", BY_CODE, "GovernmentBody", ITSELF),
    ("listed_government_body", BY_CODE, "DishonestDebtorListing", LISTED),
    ("listed_government_body", BY_CODE, "Case", CASES),
)


async def test_matrix_of_ten_roles_is_as_reviewed(
    engine: Engine, truth: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    """A cell moves only when somebody meant it: clear, masked, withheld, refused or no such row, per role and field."""
    table = "\n".join([section async for section in _sections(engine, truth)])

    if request.config.getoption("--update-golden", default=None):
        GOLDEN.write_text(table, "utf-8")

    assert GOLDEN.read_text("utf-8") == table


async def _sections(engine: Engine, truth: dict[str, Any]) -> Any:
    yield "# What each role gets\n"
    yield "`level → what came back`: `clear`, `masked` (a masked form), `null*` (absent or withheld, the field is named"
    yield "in `extensions`), `–` refused, `none` no such row for the role, `null` absent. MR+ carries a purpose and a"
    yield "matter number.\n"
    for sample, lookup, type_name, road in SECTIONS:
        values = {key: json.dumps(value, ensure_ascii=False) for key, value in truth["samples"][sample].items()}
        yield f"## {sample} ({type_name})\n"
        yield f"| field | group | {' | '.join(ROLES)} |"
        yield f"|---|---|{'---|' * len(ROLES)}"
        for line in await _rows(engine, catalog().types[type_name], lookup.format(**values), road):
            yield line
        yield ""


async def _rows(engine: Engine, kind: ObjectType, lookup: str, road: str) -> list[str]:
    lines = []
    whole: dict[str, Any] = {}
    for value in kind.visible().values():
        query = f"{{ subject({lookup}) {{ {road.format(type=kind.name, field=f'value: {value.field}')} }} }}"
        cells = []
        for role, claims in ROLES.items():
            level = policy().levels[value.group][role.rstrip("+")]
            cells.append(f"{level} → {await _cell(engine, query, value.coordinate, role, claims, whole)}")
        lines.append(f"| {value.field} | {value.group} | {' | '.join(cells)} |")
    return lines


async def _cell(
    engine: Engine, query: str, coordinate: str, role: str, claims: dict[str, Any], whole: dict[str, Any]
) -> str:
    """How one field came back to one role; CH sees everything, so its answer says what clear is."""
    try:
        if coordinate not in whole:
            whole[coordinate] = _value(json.loads(await engine.answer(query, None, {}, officer("CH"))))
        answer = json.loads(await engine.answer(query, None, {}, officer(role.rstrip("+"), **claims)))
    except Forbidden:
        return "–"
    found, named = _value(answer), answer["extensions"]
    withheld = coordinate in [*named.get("masked", ()), *named.get("maskedElsewhere", ())]
    if found is ABSENT:
        return "none"
    if found is None:
        return "null*" if withheld else "null"
    if found == whole[coordinate]:
        return "clear"
    assert withheld, f"{coordinate} differs for {role} and is not said to be masked"
    return "masked"


def _value(answer: dict[str, Any]) -> Any:
    """The one value that was asked for, or ABSENT when the role has no such row."""
    found = answer["data"]["subject"]
    for name in ("listings", "cases"):
        if found is not None and name in found:
            found = next(iter(found[name]["nodes"]), None)
    return ABSENT if found is None else found["value"]
