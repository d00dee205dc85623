"""Each limit allows what it says and refuses one more; fragments count as often as they are spread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from graphql import Lexer, Source, TokenKind, parse

from hub.errors import LimitExceeded
from hub.query import limits, measure
from hub.query.authorise import authorise
from hub.query.operation import prepare
from tests.province import CallerOf

ROOT = Path(__file__).parents[3]
DOCUMENTS = sorted([*ROOT.glob("tests/golden/operations/*/*.graphql"), *ROOT.glob("hub/server/graphiql/**/*.graphql")])


def _document(query: str) -> None:
    measure.check_text(query)
    measure.check_document(parse(query))


def _row(inner: str) -> str:
    return f"{{ areas {{ nodes {{ {inner} }} }} }}"


def _repeat(count: int, part: str) -> str:
    return " ".join(part.replace("#", str(number)) for number in range(count))


#: limit → a document that holds exactly so many
TEXTS: dict[str, Callable[[int], str]] = {
    "SOURCE": lambda n: "{a" + " " * (n - 3) + "}",
    "TOKENS": lambda n: "{" + "a " * (n - 2) + "}",
    "COMMENTS": lambda n: "#\n" * n + "{a}",
    "BRACKETS": lambda n: "{a" * n + "}" * n,
    "NAME": lambda n: "{" + "a" * n + "}",
}
TREES: dict[str, Callable[[int], str]] = {
    "DEPTH": lambda n: "{ a " * n + "}" * n,
    "FIELDS": lambda n: "{" + "a " * n + "}" if n < 10 else "{ x {" + "a " * (n - 1) + "} }",
    "ROOTS": lambda n: "{" + _repeat(n, "a#: b") + "}",
    "ALIASES": lambda n: "{ x {" + _repeat(n, "a#: b") + "} }",
    "DIRECTIVES": lambda n: "{ a" + " @d" * n + " }",
    "SCHEMAS": lambda n: "{ __schema {" + _repeat(n, "a#: types { name }") + "} }",
    "FRAGMENTS": lambda n: "{ a }" + _repeat(n, "fragment F# on Area { code }"),
    "OPERATIONS": lambda n: _repeat(n, "query Q# { a }"),
    "VARIABLES": lambda n: "query (" + _repeat(n, "$v#: Int") + ") { a }",
    "LIST": lambda n: "{ a(b: [" + "1 " * n + "]) }",
    "NESTING": lambda n: "{ a(b: " + "[" * n + "]" * n + ") }",
}
#: the same through fragments: each is spread twice, so half as many stand in the text
SPREAD: dict[str, Callable[[int], str]] = {
    "DEPTH": lambda n: "{ a { ...F } } fragment F on A { b { ...G } } fragment G on B " + TREES["DEPTH"](n - 2),
    "FIELDS": lambda n: "{ x { ...F ...F } } fragment F on A {" + "a " * ((n - 1) // 2) + "}",
    "ROOTS": lambda n: "{ ...F ...F } fragment F on Query {" + "a " * (n // 2) + "}",
    "ALIASES": lambda n: "{ x { ...F y { ...F } } } fragment F on A {" + _repeat(n // 2, "a#: b") + "}",
    "DIRECTIVES": lambda n: "{ x { ...F ...F } } fragment F on A { b" + " @d" * (n // 2) + " }",
    "SCHEMAS": lambda n: "{ __schema { ...F ...F } } fragment F on __Schema {" + _repeat(n // 2, "a#: types") + "}",
}


@pytest.mark.parametrize("name", TEXTS)
def test_text_is_measured_before_it_is_parsed(name: str) -> None:
    """The limit itself is allowed."""
    limit = getattr(limits, name)
    measure.check_text(TEXTS[name](limit))
    with pytest.raises(LimitExceeded) as caught:
        measure.check_text(TEXTS[name](limit + 1))

    assert caught.value.data["limit"] == limit


@pytest.mark.parametrize(("name", "make"), [*TREES.items(), *SPREAD.items()])
def test_document_is_measured_with_fragments_expanded(name: str, make: Callable[[int], str]) -> None:
    """The limit itself is allowed."""
    limit = getattr(limits, name)
    _document(make(limit))
    with pytest.raises(LimitExceeded) as caught:
        _document(make(limit + 2 if make is SPREAD.get(name) else limit + 1))

    assert caught.value.data["limit"] == limit


def test_what_looks_like_the_language_in_texts_is_not_counted() -> None:
    """Brackets, names and signs in strings and comments are no tokens."""
    inner = "{[(" * 500 + " a" * 500 + "#@:"
    _document('{ a(b: "' + inner + '" c: """' + inner + '\\""" """) # ' + inner + "\n}")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_tokens_are_those_of_the_parser(path: Path) -> None:
    """The scan counts what graphql-core's lexer finds, in every operation that this repository holds."""
    text = path.read_text("utf-8")
    lexer, count = Lexer(Source(text)), 0
    while lexer.advance().kind is not TokenKind.EOF:
        count += 1

    assert measure.tokens(text)[0] == count


VARIABLES: dict[str, Callable[[int], Any]] = {
    "VARIABLES": lambda n: {f"v{number}": 1 for number in range(n)},
    "LIST": lambda n: {"v": [1] * n},
    "NESTING": lambda n: {"v": _nested(n)},
    "TEXT": lambda n: {"v": "x" * n},
    "VALUES": lambda n: {"v": [[1] * 999] * (n // 1000) + [1] * (n % 1000 - 1)},
}


def _nested(depth: int) -> Any:
    return [] if depth == 1 else {"a": _nested(depth - 1)}


@pytest.mark.parametrize("name", VARIABLES)
def test_variables_are_measured_before_they_are_bound(name: str) -> None:
    """The limit itself is allowed, whatever the variables mean."""
    limit = getattr(limits, name)
    if name != "VALUES":  # the list around the lists counts as well
        measure.check_variables(VARIABLES[name](limit))
    with pytest.raises(LimitExceeded) as caught:
        measure.check_variables(VARIABLES[name](limit + 1 if name != "VALUES" else limit + 2))

    assert caught.value.data["limit"] == limit


@pytest.mark.parametrize("given", ["literal", "variable"])
def test_conditions_are_counted_over_the_whole_operation(caller: CallerOf, given: str) -> None:
    """Filters and orderings of all lists together, also where the filter is a variable."""
    of_one = limits.CONDITIONS // 2  # each stands in an `or`

    def ask(orderings: int) -> None:
        literal = "{or: [" + '{code: {eq: "33"}} ' * of_one + "]}"
        head, where = ("query ($f: AreaFilter)", "$f") if given == "variable" else ("", literal)
        lists = _repeat(limits.COMPARED // of_one - 1, f"a#: areas(filter: {where}) {{ totalCount }}")
        orders = "{field: CODE} " * orderings
        variables = {"f": {"or": [{"code": {"eq": "33"}}] * of_one}} if given == "variable" else {}
        query = f"{head} {{ {lists} areas(orderBy: [{orders}]) {{ totalCount }} }}"
        authorise(prepare(query, None, variables), caller("CH"))

    ask(of_one)
    with pytest.raises(LimitExceeded):
        ask(of_one + 1)


def test_comparisons_of_one_response_key_are_bounded() -> None:
    """The same field again is legal GraphQL; comparing each with each of hundreds is not worth anybody's second."""
    prepare(_row("parent { code } " * 20), None, {})
    with pytest.raises(LimitExceeded):
        prepare(_row("parent { code } " * 100), None, {})
