"""Validation with fewer rules finds what validation with all of them finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from graphql import GraphQLSyntaxError, parse, validate
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from hub.query.validation import _NEEDED, RULES, faults_of, rules_for
from schema.catalog import catalog

GOLDEN = sorted((Path(__file__).parents[2] / "golden" / "operations").rglob("*.graphql"))

#: pieces of documents, each right somewhere and wrong elsewhere
PIECES = [
    "subject(id: $id)", "subject", "subject(id: $id, id: $id)", "subjects(first: 1)", "nothing", "nothing(a: 1)",
    "id", "name", "a: id", "a: name", "__typename", "nodes", "... on Enterprise", "... on Court", "...F", "...G",
    "subjectsByReference(references: [{id: $id}])", "subjectsByReference(references: {id: $id, creditCode: $no})",
    "subjects(filter: {kind: {eq: ENTERPRISE, eq: OTHER}})", "subjects(filter: {, kind: 1})", "listings(orderBy: [{}])",
    "id @skip(if: true)", "id @skip(if: $no) @skip(if: true)", "id @nothing", "id @defer", "listings @stream(label: 1)",
    "__schema { types { fields { type { fields { type { fields { name } } } } } } }", 'x: subject(id: "$id { # ...F")',
]  # fmt: skip
#: those that may have something below them
BRANCHES = [piece for piece in PIECES if "}" not in piece[-1:] and not piece.startswith(("...F", "...G", "x:"))]
HEADS = [
    "", "query", "query Q", "query ($id: ID!)", "query ($id: ID, $id: Int)", "query ($id: Nothing)", "mutation M",
    "query ($no: Boolean! = true)", "query ($id: Subject)", "query @nothing", "subscription S", "query ($id: ID = 1)",
]  # fmt: skip
TAILS = [
    "", "fragment F on Subject { id }", "fragment F on Court { ...G } fragment G on Court { ...F }",
    "fragment F on Nothing { id } fragment F on ID { id }", "{ __typename }", "query Q { __typename }",
    "type T { a: ID }",
]  # fmt: skip


def everything(text: str) -> list[str]:
    """What all rules find."""
    faults = validate(catalog().graphql, parse(text), RULES, max_errors=20, hide_suggestions=True)
    return [str(error) for error in faults]


def found(text: str) -> list[str]:
    return [str(error) for error in faults_of(catalog().graphql, text, parse(text))]


SELECTIONS = st.recursive(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4),
    lambda inner: st.lists(st.tuples(st.sampled_from(BRANCHES), inner), min_size=1, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(HEADS), SELECTIONS, st.sampled_from(TAILS))
@settings(max_examples=300, deadline=None)
def test_left_out_rules_would_have_found_nothing(head: str, selections: list[object], tail: str) -> None:
    """Whatever a document breaks is found, in the same order, as if no rule had been left out."""
    text = f"{head} {{ {written(selections)} }} {tail}"
    try:
        parse(text)
    except GraphQLSyntaxError:
        reject()

    assert found(text) == everything(text)


def written(selections: list[object]) -> str:
    """A selection set, from pieces and (piece, what is below it)."""
    return " ".join(one if isinstance(one, str) else f"{one[0]} {{ {written(one[1])} }}" for one in selections)  # type: ignore[index]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_real_documents_need_fewer_rules(path: Path) -> None:
    """The saving is real for the documents that agencies send, and their verdict the same."""
    text = path.read_text("utf-8")

    assert found(text) == everything(text)
    assert len(rules_for(text, parse(text))) < len(RULES)


@pytest.mark.parametrize(
    ("head", "references", "faults"),
    [
        ("($x: ID)", "[{id: $x}]", 1), ("($x: ID)", "{id: $x}", 1), ("($x: ID!)", "[{id: $x}]", 0),
        ('($x: ID = "a")', "[{id: $x}]", 1), ("($x: PersonReference)", "[{id: 1}, {person: $x}]", 1),
        ("($x: SubjectReference!)", "[$x]", 0), ("($x: SubjectReference)", "[$x]", 1),
        ("($x: IdNumber!, $y: String)", "[{person: {idNumber: $x, name: $y}}]", 1),
    ],
)  # fmt: skip
def test_variables_in_one_of_inputs_are_required(head: str, references: str, faults: int) -> None:
    """Within lists, too, and each fault is told once; a list's item and a plain input's field follow the usual rule."""
    text = f"query {head} {{ subjectsByReference(references: {references}) {{ id }} }}"

    assert len(found(text)) == faults


def test_every_named_rule_exists() -> None:
    """A rule that the library renames would silently run always, or be left out under its old name."""
    assert set(_NEEDED) <= {rule.__name__ for rule in RULES}
