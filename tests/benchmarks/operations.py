"""What is asked: operations of different weight, in each contestant's own words, and one wide one for planning.

The naive server and PostGraphile name their roots differently; below the root the same fields are selected, and
`bench_read` checks that the same values come back.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Operation:
    """A root for each contestant (`%s` is what is selected below it) and what all of them select."""

    below: str
    hub: str
    naive: str = ""
    postgraphile: str = ""

    def text(self, contestant: str) -> str:
        """The document for `hub`, `naive` or `postgraphile`, whose own `id` is another one; it calls ours `rowId`."""
        root: str = getattr(self, contestant)
        theirs = {"#id": "id: rowId" if contestant == "postgraphile" else "id",
                  "#enterprise {": "... on Enterprise {" if contestant == "hub" else "... {"}  # fmt: skip
        below = self.below
        for ours, written in theirs.items():
            below = below.replace(ours, written)
        return root % below


POINT = Operation(
    """#id kind name creditCode areaCode address
    #enterprise { registrationState establishedOn }
    listings(first: 10) { nodes {
      #id kind state caseNumber courtCode decidedOn publishedOn termEndsOn
      case { #id caseNumber filedOn state amountApplied }
    } }
    cases(first: 10) { nodes { #id caseNumber caseType courtCode filedOn state cause amountApplied } }
    honestPerformance(first: 10) { nodes { #id batchNumber listedOn expiresOn } }""",
    hub="query ($code: CreditCode!) { subject(creditCode: $code) { %s } }",
    naive="query ($code: String!) { subject(creditCode: $code) { %s } }",
    postgraphile="query ($code: String!) { subject: subjectByCode(creditCode: $code) { %s } }",
)
PAGE = Operation(
    """nodes {
      #id kind state caseNumber courtCode publishedOn
      subject { #id kind name creditCode }
      case { caseNumber filedOn state amountApplied }
    }""",
    hub="""query ($court: CourtCode!) {
      listings(first: 100, filter: {kind: {eq: SX}, courtCode: {eq: $court}},
               orderBy: [{field: PUBLISHED_ON, direction: DESC}]) { %s } }""",
    naive='query ($court: String!) { listings(first: 100, kind: "SX", courtCode: $court) { %s } }',
    postgraphile="""query ($court: String!) {
      listings: allListings(first: 100, condition: {kind: "SX", courtCode: $court},
                            orderBy: [PUBLISHED_ON_DESC, ROW_ID_DESC]) { %s } }""",
)
CODES = Operation(
    "#id name creditCode listings(first: 5) { nodes { kind state caseNumber publishedOn } }",
    hub="query ($references: [SubjectReference!]!) { subjectsByReference(references: $references) { %s } }",
    naive="query ($codes: [String!]!) { subjectsByReference: subjectsByCodes(codes: $codes) { %s } }",
    postgraphile="query ($codes: [String!]!) { subjectsByReference: subjectsByCodesList(codes: $codes) { %s } }",
)
TINY = Operation("name", POINT.hub, POINT.naive, POINT.postgraphile)
PERSON = Operation(
    """id name
    ... on NaturalPerson { idNumber birthDate sex }
    listings(first: 5) { nodes { kind state publishedOn } }""",
    hub="query ($id: IdNumber!, $name: String!) { subject(idNumber: $id, name: $name) { %s } }",
)

SOMEONE = Operation(
    """id kind name
    ... on NaturalPerson { sex birthDate }
    listings(first: 10) { nodes { id kind state caseNumber courtCode publishedOn } }
    cases(first: 10) { nodes { id caseNumber courtCode filedOn state } }""",
    hub="query ($id: ID!) { subject(id: $id) { %s } }",
)

_LISTING = "id kind state caseNumber courtCode decisionNumber decidedOn publishedOn termEndsOn removedOn"
_CASE = "id caseNumber caseType courtCode filedOn state closingMode closedOn cause amountApplied"


def wide(number: int = 0) -> str:
    """An operation with sixty leaf fields, spread over lists in lists; another document for each number."""
    block = f"listings(first: 5) {{ nodes {{ {_LISTING} case {{ {_CASE} }} }} }}"
    blocks = [f"l{part}_{number}: {block}" for part in range(3)]
    assert 3 * len(f"{_LISTING} {_CASE}".split()) == 60
    return f"query ($code: CreditCode!) {{ subject(creditCode: $code) {{ {' '.join(blocks)} }} }}"


def small(number: int) -> str:
    """One of many small operations: aliases and page sizes make each another document."""
    nodes = "nodes { kind state publishedOn }"
    return (
        f"query Q{number} ($code: CreditCode!) {{ subject(creditCode: $code) {{"
        f" a{number}: name l{number}: listings(first: {number % 10 + 1}) {{ {nodes} }} }} }}"
    )
