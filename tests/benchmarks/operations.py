"""What is asked: four operations of different weight, and one wide one for planning."""

from __future__ import annotations

POINT = """query ($code: CreditCode!) {
  subject(creditCode: $code) {
    id kind name creditCode areaCode address
    ... on Enterprise { registrationState establishedOn }
    listings(first: 10) { nodes {
      id kind state caseNumber courtCode decidedOn publishedOn termEndsOn
      case { id caseNumber filedOn state amountApplied }
    } }
    cases(first: 10) { nodes { id caseNumber caseType courtCode filedOn state cause amountApplied } }
    honestPerformance(first: 10) { nodes { id batchNumber listedOn expiresOn } }
  }
}"""
#: the same for the naive server, whose schema knows no enterprises
POINT_NAIVE = POINT.replace("CreditCode!", "String!").replace("... on Enterprise { registrationState establishedOn }",
                                                              "registrationState establishedOn")  # fmt: skip
PAGE = """query ($court: CourtCode!) {
  listings(first: 100, filter: {kind: {eq: SX}, courtCode: {eq: $court}},
           orderBy: [{field: PUBLISHED_ON, direction: DESC}]) {
    nodes {
      id kind state caseNumber courtCode publishedOn
      subject { id kind name creditCode }
      case { caseNumber filedOn state amountApplied }
    }
  }
}"""
PERSON = """query ($id: IdNumber!, $name: String!) {
  subject(idNumber: $id, name: $name) {
    id name
    ... on NaturalPerson { idNumber birthDate sex }
    listings(first: 5) { nodes { kind state publishedOn } }
  }
}"""
TINY = "query ($code: CreditCode!) { subject(creditCode: $code) { name } }"


_LISTING = "id kind state caseNumber courtCode decisionNumber decidedOn publishedOn termEndsOn removedOn"
_CASE = "id caseNumber caseType courtCode filedOn state closingMode closedOn cause amountApplied"


def wide(fields: int = 60) -> str:
    """An operation with that many leaf fields, spread over lists in lists."""
    block = f"listings(first: 5) {{ nodes {{ {_LISTING} case {{ {_CASE} }} }} }}"
    blocks = [f"l{number}: {block}" for number in range(3)]
    assert 3 * len(f"{_LISTING} {_CASE}".split()) == fields
    return f"query ($code: CreditCode!) {{ subject(creditCode: $code) {{ {' '.join(blocks)} }} }}"
