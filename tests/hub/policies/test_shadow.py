"""Shadow mode: recorded operations under a proposed table, told by role, field and number."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hub.errors import Forbidden, HubError, InvalidArgument
from hub.query.authorise import authorise
from hub.query.operation import prepare
from hub.query.record import recorded
from hub.query.shadow import Recorded, effect, of_documents, read_log, replay
from schema.policy import Policy, policy
from tests.golden.cases import cases
from tests.hub.policies.tables import changed, text
from tests.province import officer

GOLDEN = Path(__file__).parents[2] / "golden" / "policy_shadow.txt"
CELLS = {
    ("person_name", "BK"): "M",
    ("person_id_number", "BK"): "-",
    ("case_amounts", "PU"): "F",
    ("person_name", "CE"): "F",
    ("case_reference", "GM"): "R",
    ("listing_history", "PU"): "M",
}

LOG: list[dict[str, Any]] = [
    {"roles": ["BK"], "purpose": "CREDIT_REVIEW", "matter": "M-1",
     "levels": {"NaturalPerson.name": "CLEAR", "NaturalPerson.idNumber": "CLEAR", "Subject.name": "FILTER"}},
    {"roles": ["BK"], "purpose": None, "matter": None, "levels": {"NaturalPerson.name": "MASKED"}},
    {"roles": ["BK"], "purpose": None, "matter": None, "levels": {"NaturalPerson.idNumber": "MASKED"}},
    {"roles": ["CE"], "purpose": None, "matter": None,
     "levels": {"NaturalPerson.name": "CLEAR_IF:region", "NaturalPerson.sex": "CLEAR_IF:region"}},
    {"roles": ["GM"], "purpose": None, "matter": None, "levels": {"Case.caseNumber": "CLEAR"}},
    {"roles": ["CE"], "actors": [{"roles": ["BK"]}], "purpose": "CREDIT_REVIEW", "matter": "M-1",
     "levels": {"NaturalPerson.name": "CLEAR_IF:region"}},
    {"roles": ["PU"], "purpose": None, "matter": None, "levels": {}, "refused": {"Case.amountApplied": "REFUSED"}},
    {"roles": ["CH"], "purpose": None, "matter": None, "levels": {"ListingGroup.count": "MASKED"}},
]  # fmt: skip


def exported() -> str:
    """The log as `hub audit export` writes it; every other entry plainly."""
    lines = [{"seq": n, "content": json.dumps(one), "hash": ""} if n % 2 else one for n, one in enumerate(LOG)]
    return "".join(f"{json.dumps(line)}\n" for line in lines)


def shadow(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`hub policy shadow` of the table with the cells changed."""
    (tmp_path / "table.csv").write_text(text(CELLS), "utf-8")
    command = [sys.executable, "-m", "hub", "policy", "shadow", "table.csv", *arguments]
    env = {"HUB_DATA_DIR": str(tmp_path / "none"), "PYTHONPATH": str(Path(__file__).parents[3])}
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env=env)


def test_who_gains_and_loses_what_is_told(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The report over a log and over a folder of documents, as reviewed."""
    (tmp_path / "log.jsonl").write_text(exported(), "utf-8")
    (tmp_path / "documents").mkdir()
    query = 'query($n: IdNumber!) { subject(idNumber: $n, name: "x") { ... on NaturalPerson { name idNumber } } }'
    (tmp_path / "documents" / "person.graphql").write_text(query)
    (tmp_path / "documents" / "cases.graphql").write_text("{ cases(first: 1) { nodes { caseNumber amountApplied } } }")

    said = "\n".join(
        f"# {arguments[0]}\n{shadow(tmp_path, *arguments).stdout}"
        for arguments in (("--log", "log.jsonl"), ("--documents", "documents"))
    )

    told = re.sub(r"[0-9a-f]{12} → [0-9a-f]{12}", "<now> → <proposed>", said)
    if request.config.getoption("--update-golden", default=None):
        GOLDEN.write_text(told, "utf-8")
    assert GOLDEN.read_text("utf-8") == told


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"roles": 1}', '{"content": "x"}'])
def test_line_that_is_no_entry_is_named(line: str) -> None:
    """By its number, and without a trace."""
    with pytest.raises(InvalidArgument, match="line 2"):
        list(read_log(['{"roles": ["BK"], "levels": {}}', line]))


def test_replay_under_the_table_that_decided_changes_nothing() -> None:
    """Every golden operation, recorded as the access log records it, is explained by the table it was decided under."""
    records = []
    for case in cases():
        role, _, purpose = case.role.partition("=")[0].partition("+")
        claims = {"purpose": min(policy().purposes[role]), "matter": "M-1"} if purpose else {}
        asker = officer(role, **claims)
        try:
            levels = recorded(authorise(prepare(case.text, None, {}), asker), policy().version).levels
        except Forbidden as error:
            levels = {one["coordinate"]: "REFUSED" for one in error.data["refused"]}
        except HubError:  # most need variables, which do not matter here
            continue
        records.append(Recorded(asker.roles, asker.purpose, asker.matter, levels))

    found = replay(records, policy(), policy())

    assert found.operations > 20
    assert (found.moved, found.refused, found.answered) == ({}, {}, {})


def test_every_role_over_documents_is_unmoved_by_the_same_table() -> None:
    """And moved by another exactly for the role whose cell changed."""
    documents = ["{ subjects(first: 1) { nodes { ... on NaturalPerson { name sex } } } }"]
    records = list(of_documents(documents, policy()))

    assert replay(records, policy(), policy()).moved == {}
    moved = replay(records, policy(), changed({("person_name", "AU"): "F"})).moved
    assert dict(moved) == {("AU", "gains", "NaturalPerson.name", "MASKED", "CLEAR"): 1}


FIRST = '{ subjects(first: 1, filter: {name: {eq: "x"}%s}) { nodes { id } } }'


def judged(document: str, role: str, table: Policy) -> Recorded:
    """An operation as the log records it under a table: what was shown or used, or what was refused."""
    asker = officer(role)
    try:
        levels = recorded(authorise(prepare(document, None, {}), asker, table), table.version).levels
    except Forbidden as error:
        levels = {one["coordinate"]: "REFUSED" for one in error.data["refused"]}
    return Recorded(asker.roles, None, None, levels)


@pytest.mark.parametrize("role", policy().roles)
@pytest.mark.parametrize("kinds", ["", ", kind: {eq: ENTERPRISE}", ", kind: {eq: NATURAL_PERSON}"])
@pytest.mark.parametrize(
    ("group", "level"),
    [("person_name", "F"), ("person_name", "M"), ("entity_identity", "F"), ("entity_identity", "-")],
)
def test_a_field_of_an_interface_is_judged_on_every_type(role: str, kinds: str, group: str, level: str) -> None:
    """Whoever filters subjects by name uses the names of persons and of firms, each under a group of its own: where the
    hub itself would refuse what it answered, or answer what it refused, the shadow says so, and nowhere else.
    """
    now, proposed = policy(), changed({(group, role): level})
    before, after = (judged(FIRST % kinds, role, table) for table in (now, proposed))
    was, is_ = ("REFUSED" in one.levels.values() for one in (before, after))

    found = replay([before], now, proposed)

    if any(name.startswith("Query.") for name in before.levels):
        assert found.unknown, "no field was refused but the whole list, which the report says it cannot judge"
        return
    assert (bool(found.refused), bool(found.answered)) == (is_ and not was, was and not is_)
    assert not replay([before], now, now).moved


def test_what_is_lost_at_an_interface_is_told_by_type() -> None:
    """The log says `Subject.name`; the table decides by the types, so the report names the one that is lost."""
    one = judged(FIRST % "", "CH", policy())
    assert one.levels["Subject.name"] == "FILTER"
    lost = replay([one], policy(), changed({("person_name", "CH"): "M"}))
    assert dict(lost.moved) == {("CH", "loses", "NaturalPerson.name", "FILTER", "REFUSED"): 1}
    assert lost.refused == {"CH": 1}
    back = replay([judged(FIRST % "", "CH", changed({("person_name", "CH"): "M"}))],
                  changed({("person_name", "CH"): "M"}), policy())  # fmt: skip
    assert dict(back.moved) == {("CH", "gains", "NaturalPerson.name", "REFUSED", "FILTER"): 1}
    assert back.answered == {"CH": 1}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("REFUSED", "MASKED", "gains"),
        ("CLEAR", "CLEAR_IF:region", "loses"),
        ("CLEAR_IF:own", "CLEAR_IF:own+region", "gains"),
        ("CLEAR_IF:own+region", "CLEAR_IF:own", "loses"),
        ("CLEAR_IF:own", "CLEAR_IF:region", "changes"),
        ("FILTER", "REFUSED", "loses"),
    ],
)
def test_effects(before: str, after: str, said: str) -> None:
    """More is a gain, less a loss, other rows a change."""
    assert effect(before, after) == said
