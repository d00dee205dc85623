"""Hostile requests: documents and variables made to cost, to recurse, to flood or to be echoed, none of them answered.

Each is `name: (code, members of the body)`. The name says what is too much; everything else is as small as it can be.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

LIMIT, DOCUMENT, VARIABLES, COST = "LIMIT_EXCEEDED", "INVALID_DOCUMENT", "INVALID_VARIABLES", "COST_EXCEEDED"
ARGUMENT, BODY = "INVALID_ARGUMENT", "MALFORMED_REQUEST"
Hostile = tuple[str, dict[str, Any]]


def doc(code: str, query: str, **variables: Any) -> Hostile:
    """A request with this document."""
    return code, {"query": query, "variables": variables}


def many(count: int, part: Callable[[int], str]) -> str:
    """Part 0, part 1 …, side by side."""
    return " ".join(part(number) for number in range(count))


def areas(inner: str) -> str:
    """Some fields of areas."""
    return f"{{areas{{nodes{{{inner}}}}}}}"


def filtered(inner: str) -> str:
    """Areas under a filter."""
    return f"{{areas(filter:{inner}){{totalCount}}}}"


def nest(depth: int, field: str = "parent", leaf: str = "code") -> str:
    """A field in itself."""
    return f"{field}{{" * depth + leaf + "}" * depth


def chain(count: int, first: str, last: str, times: int, kind: str = "Area") -> str:
    """Fragments F0 … that each spread the next so many times; `first` holds ...F0, `last` is what the last selects."""
    links = many(count, lambda n: f"fragment F{n} on {kind}{{{f'...F{n + 1} ' * times}}}")
    return f"{first} {links} fragment F{count} on {kind}{{{last}}}"


def negated(depth: int) -> Any:
    """A condition under so many `not`."""
    condition: Any = {"code": {"eq": "33"}}
    for _ in range(depth):
        condition = {"not": condition}
    return condition


RING = many(40, lambda n: f"fragment F{n} on Area{{...F{(n + 1) % 40}}}")
DEEP = {
    **{f"fields nested {depth} deep": doc(LIMIT, areas(nest(depth))) for depth in (21, 100, 600)},
    "fields nested in edges": doc(LIMIT, "{areas{" + "edges{node{children{" * 10 + "totalCount" + "}" * 32),
    "inline fragments nested": doc(LIMIT, areas("...on Area{" * 300 + "code" + "}" * 300)),
    "inline fragments without condition": doc(LIMIT, areas("...{" * 300 + "code" + "}" * 300)),
    "depth hidden in fragments": doc(LIMIT, areas("...F0") + many(
        9, lambda n: f"fragment F{n} on Area{{{nest(5, leaf=f'...F{n + 1}')}}}") + "fragment F9 on Area{code}"),
    "depth of an unused fragment": doc(LIMIT, areas("code") + f"fragment F on Area{{{nest(40)}}}"),
    "introspection nested": doc(DOCUMENT, "{__schema{types{" + nest(8, "fields{type", "name") + "}" * 10),
    "introspection nested within depth": doc(DOCUMENT, "{__schema{types{fields{type{fields{name}}}}}}"),
    "type nested": doc(LIMIT, '{__type(name:"Area"){' + nest(60, "ofType", "name") + "}}"),
    "brackets without end": doc(LIMIT, "{a" * 5000),
    "brackets closed only": doc(LIMIT, "}" * 5000),
    "parentheses nested": doc(LIMIT, "(" * 5000),
    "list type nested": doc(LIMIT, "query($a:" + "[" * 500 + "Int" + "]" * 500 + "){__typename}"),
}  # fmt: skip
CYCLES = {
    "fragment in itself": doc(LIMIT, areas("...F") + "fragment F on Area{...F}"),
    "fragment in itself below a field": doc(LIMIT, areas("...F") + "fragment F on Area{parent{...F}}"),
    "two fragments in each other": doc(
        LIMIT, areas("...A") + "fragment A on Area{code ...B}fragment B on Area{name ...A}"),
    "ring of forty fragments": doc(LIMIT, areas("...F0") + RING),
    "ring that nobody enters": doc(LIMIT, areas("code") + RING),
    "cycle inside an inline fragment": doc(LIMIT, areas("...F") + "fragment F on Area{...on Area{...F}}"),
    "cycle at the root": doc(LIMIT, "{...F}fragment F on Query{...F}"),
    "cycle of introspection": doc(LIMIT, "{__schema{types{...F}}}fragment F on __Type{ofType{...F}}"),
}  # fmt: skip
WIDE = {
    "many fields": doc(LIMIT, areas("code " * 600)),
    "many fields in many objects": doc(LIMIT, areas("parent{code name level} " * 150)),
    "fields doubled in fragments": doc(LIMIT, chain(20, areas("...F0"), "code", 2)),
    "fields doubled far": doc(LIMIT, chain(48, areas("...F0"), "code", 2)),
    "fields multiplied by ten": doc(LIMIT, chain(12, areas("...F0"), "code", 10)),
    "fields doubled below fields": doc(LIMIT, areas("...F0") + many(
        15, lambda n: f"fragment F{n} on Area{{parent{{...F{n + 1}}} parent{{...F{n + 1}}}}}")
        + "fragment F15 on Area{code}"),
    "many root fields": doc(LIMIT, "{" + many(11, lambda n: f"a{n}:__typename") + "}"),
    "root fields in a fragment": doc(
        LIMIT, "{...R}fragment R on Query{" + many(11, lambda n: f"a{n}:areas{{totalCount}}") + "}"),
    "root fields doubled": doc(LIMIT, chain(10, "{...F0}", "__typename", 2, "Query")),
    "root fields in inline fragments": doc(LIMIT, "{" + many(11, lambda n: f"...{{a{n}:__typename}}") + "}"),
    "many operations": doc(LIMIT, many(200, lambda n: f"query Q{n}{{__typename}}")),
    "many operations over one fragment": doc(
        LIMIT, many(200, lambda n: f"query Q{n}{{...F}}") + "fragment F on Query{areas{totalCount}}"),
    "many fragments": doc(LIMIT, "{__typename}" + many(200, lambda n: f"fragment F{n} on Area{{code}}")),
    "many variables declared": doc(LIMIT, "query(" + many(300, lambda n: f"$v{n}:Int") + "){__typename}"),
}  # fmt: skip
ALIASES = {
    "aliases": doc(LIMIT, areas(many(100, lambda n: f"a{n}:code"))),
    "aliases of relations": doc(LIMIT, areas(many(100, lambda n: f"a{n}:children{{totalCount}}"))),
    "aliases spread again": doc(
        LIMIT, areas("a:parent{...F} b:parent{...F} c:parent{...F}")
        + "fragment F on Area{" + many(20, lambda n: f"x{n}:code") + "}"),
    "aliases of __typename": doc(LIMIT, areas(many(100, lambda n: f"a{n}:__typename"))),
    "aliases in introspection": doc(LIMIT, "{__schema{" + many(5, lambda n: f"a{n}:types{{name}}") + "}}"),
    "aliases of introspection": doc(LIMIT, "{" + many(5, lambda n: f"a{n}:__schema{{types{{name}}}}") + "}"),
    "aliases of the printed schema": doc(LIMIT, "{" + many(5, lambda n: f"a{n}:_service{{sdl}}") + "}"),
    "long alias": doc(LIMIT, areas("a" * 64 + ":code")),
    "alias that is no name": doc(DOCUMENT, areas("区划:code")),
}  # fmt: skip
FLOODS = {
    "directives on one field": doc(LIMIT, areas("code" + "@include(if:true)" * 200)),
    "directives on many fields": doc(LIMIT, areas("code@skip(if:false) " * 100)),
    "unknown directives": doc(LIMIT, areas("code" + "@a" * 700)),
    "directives on the operation": doc(LIMIT, "query" + "@a" * 700 + "{__typename}"),
    "directives on a fragment, spread": doc(
        LIMIT, areas("...F " * 20) + "fragment F on Area{code" + "@skip(if:false)" * 5 + "}"),
    "directives on a variable": doc(LIMIT, "query($a:Int" + "@a" * 900 + "){__typename}"),
    "directives that do not belong there": doc(DOCUMENT, "query($a:Int" + "@a" * 300 + "){__typename}"),
    "comments": doc(LIMIT, "#\n" * 5000 + "{__typename}"),
    "comment of one line": doc(LIMIT, "#" + "x" * 20_000 + "\n{__typename}"),
    "tokens": doc(LIMIT, "{" + "a " * 4000 + "}"),
    "commas": doc(LIMIT, "{__typename" + "," * 20_000 + "}"),
    "blanks": doc(LIMIT, "{__typename" + " " * 20_000 + "}"),
    "dots": doc(DOCUMENT, "{" + "..." * 3000 + "}"),
    "quotes": doc(DOCUMENT, '"' * 9000),
    "block strings": doc(DOCUMENT, "{subject(id:" + '""""""' * 1000 + "){id}}"),
    "block string without end": doc(DOCUMENT, '{subject(id:"""' + '\\"""' * 3000),
    "string without end": doc(DOCUMENT, '{subject(id:"' + "x" * 9000),
    "escapes": doc(DOCUMENT, '{subject(id:"' + "\\u0041" * 2000 + '\\uD800"){id}}'),
    "long name of a field": doc(LIMIT, "{" + "a" * 9000 + "}"),
    "long name of a variable": doc(LIMIT, "query($" + "a" * 9000 + ":Int){__typename}"),
    "long name of a fragment": doc(LIMIT, "{..." + "a" * 9000 + "}"),
    "long name of a type": doc(LIMIT, "{...on " + "A" * 9000 + "{id}}"),
    "long name of an operation": doc(LIMIT, "query " + "A" * 9000 + "{__typename}"),
    "long names in numbers": doc(LIMIT, areas(many(40, lambda n: f"{'a' * 300}{n}"))),
    "long value of an enum": doc(LIMIT, "{listings(filter:{kind:{eq:" + "A" * 9000 + "}}){totalCount}}"),
    "type definitions": doc(DOCUMENT, "type A{a:Int}" * 150),
    "a schema to extend": doc(DOCUMENT, "extend type Query{a:Int}" * 150),
    "unknown fields": doc(DOCUMENT, areas(many(400, lambda n: f"f{n}"))),
    "unknown arguments": doc(DOCUMENT, "{areas(" + many(400, lambda n: f"a{n}:1") + "){totalCount}}"),
    "unknown fragments": doc(DOCUMENT, areas(many(400, lambda n: f"...F{n}"))),
    "unknown variables": doc(DOCUMENT, filtered("{or:[" + "{code:{eq:$x}}" * 60 + "]}")),
    "unused variables": doc(DOCUMENT, "query(" + many(90, lambda n: f"$v{n}:Int") + "){__typename}"),
    "the same argument again": doc(DOCUMENT, "{areas(" + "first:1 " * 400 + "){totalCount}}"),
    "the same input field again": doc(DOCUMENT, filtered("{" + 'code:{eq:"33"}' * 200 + "}")),
    "the same operation again": doc(DOCUMENT, "query A{__typename}" * 15),
    "the same variable again": doc(DOCUMENT, "query(" + "$a:Int " * 90 + "){__typename}"),
}  # fmt: skip
OVERLAPPING = {
    "same key again and again": doc(LIMIT, areas("parent{code} " * 240)),
    "same key with sub-fields": doc(LIMIT, areas("parent{code name level parentCode} " * 95)),
    "same keys at every level": doc(LIMIT, areas(("parent{" + "parent{code name}" * 15 + "}") * 10)),
    "same keys in fragments": doc(LIMIT, areas(many(48, lambda n: f"...F{n}")) + many(
        48, lambda n: f"fragment F{n} on Area{{parent{{code name}} parent{{level}}}}")),
    "fragments that meet pairwise": doc(LIMIT, areas(many(48, lambda n: f"...F{n}")) + many(
        47, lambda n: f"fragment F{n} on Area{{parent{{...F{n + 1}}}}}") + "fragment F47 on Area{code}"),
    "aliases that differ in arguments": doc(
        LIMIT, areas(many(100, lambda n: f"x:children(first:{n}){{totalCount}}"))),
    "literals compared again and again": doc(
        DOCUMENT, areas(("x:children(filter:{or:[" + '{code:{eq:"33"}}' * 4 + "]}) ") * 24)),
}  # fmt: skip
CODES = '"33"' * 1100
LITERALS = {
    "list literal": doc(LIMIT, filtered(f"{{code:{{in:[{CODES}]}}}}")),
    "list literal in a default": doc(
        LIMIT, f"query($c:[AreaCode!]=[{CODES}]){{areas(filter:{{code:{{in:$c}}}}){{totalCount}}}}"),
    "list literal of lists": doc(LIMIT, filtered("{code:{in:" + "[" * 200 + '"1"' + "]" * 200 + "}}")),
    "list literal of lists within the parser": doc(LIMIT, filtered("{code:{in:" + "[" * 20 + "]" * 20 + "}}")),
    "conditions": doc(LIMIT, filtered("{or:[" + '{code:{eq:"33"}}' * 150 + "]}")),
    "conditions spread over levels": doc(
        LIMIT, filtered("{or:[" + '{and:[{code:{eq:"33"}} {not:{code:{eq:"34"}}}]}' * 60 + "]}")),
    "conditions nested": doc(LIMIT, filtered("{not:" * 40 + "{}" + "}" * 40)),
    "conditions nested in lists": doc(LIMIT, filtered("{and:[" * 25 + "{}" + "]}" * 25)),
    "conditions nested past the parser": doc(LIMIT, filtered("{not:" * 900 + "{}" + "}" * 900)),
    "conditions in a directive": doc(LIMIT, areas("code@include(if:" + "[" * 20 + "]" * 20 + ")")),
    "orderings": doc(LIMIT, "{areas(orderBy:[" + "{field:CODE}" * 150 + "]){totalCount}}"),
    "long integer": doc(DOCUMENT, f"{{areas(first:{'9' * 5000}){{totalCount}}}}"),
    "long negative integer": doc(DOCUMENT, f"{{areas(first:-{'9' * 5000}){{totalCount}}}}"),
    "long fraction": doc(DOCUMENT, f"{{areas(first:0.{'9' * 5000}){{totalCount}}}}"),
    "large exponent": doc(DOCUMENT, "{areas(first:1e999999999){totalCount}}"),
    "integer for a text": doc(ARGUMENT, f"{{subject(id:{'9' * 5000}){{id}}}}"),
    "text of a fifth of a megabyte": doc(LIMIT, '{subject(id:"' + "x" * 200_000 + '"){id}}'),
}  # fmt: skip
LISTED = "query($c:[AreaCode!]){areas(filter:{code:{in:$c}}){totalCount}}"
GIVEN = "query($f:AreaFilter){areas(filter:$f){totalCount}}"
ONE = {"code": {"eq": "33"}}
IN_VARIABLES = {
    "list in a variable": doc(LIMIT, LISTED, c=["33"] * 1200),
    "list of empty texts": doc(LIMIT, LISTED, c=[""] * 60_000),
    "list of nulls": doc(LIMIT, LISTED, c=[None] * 30_000),
    "list of lists": doc(BODY, LISTED, c=[[[]]] * 20_000),
    "list of some lists": doc(LIMIT, LISTED, c=[[[]]] * 4000),
    "list of wrong values": doc(VARIABLES, LISTED, c=["?"] * 1000),
    "values in lists of lists": doc(LIMIT, GIVEN, f={"and": [{"and": [{}] * 70}] * 60}),
    "conditions in a variable": doc(LIMIT, GIVEN, f={"or": [ONE] * 150}),
    "conditions by the thousand": doc(BODY, GIVEN, f={"or": [ONE] * 8000}),
    "empty conditions by the thousand": doc(BODY, GIVEN, f={"and": [{}] * 20_000}),
    "conditions nested in a variable": doc(LIMIT, GIVEN, f=negated(20)),
    "keys nobody knows": doc(LIMIT, GIVEN, f={f"k{n}": n for n in range(10_000)}),
    "some keys nobody knows": doc(VARIABLES, GIVEN, f={f"k{n}": n for n in range(900)}),
    "variables nobody declared": doc(LIMIT, "{__typename}", **{f"v{n}": n for n in range(10_000)}),
    "orderings in a variable": doc(
        LIMIT, "query($o:[AreaOrder!]){areas(orderBy:$o){totalCount}}", o=[{"field": "CODE"}] * 150),
    "long text": doc(LIMIT, "query($c:AreaCode!){areas(filter:{code:{eq:$c}}){totalCount}}", c="9" * 200_000),
    "long text in a list": doc(LIMIT, LISTED, c=["9" * 5000]),
    "long text for an enum": doc(
        LIMIT, "query($k:ListingKind!){listings(filter:{kind:{eq:$k}}){totalCount}}", k="S" * 200_000),
    "integer of four thousand digits": doc(
        VARIABLES, "query($n:Int!){areas(first:$n){totalCount}}", n=int("9" * 4000)),
    "page in a variable": doc(LIMIT, "query($n:Int!){areas(first:$n){totalCount}}", n=2**31 - 1),
    "negative page in a variable": doc(ARGUMENT, "query($n:Int!){areas(first:$n){totalCount}}", n=-(2**31)),
}  # fmt: skip
FULL = "children(first:100){nodes{" * 3 + "code" + "}}" * 3
PAGES = {
    "pages multiplied": doc(LIMIT, areas(FULL)),
    "pages multiplied in variables": doc(
        LIMIT, "query($n:Int!){areas(first:$n){nodes{children(first:$n){nodes{children(last:$n){nodes{code}}}}}}}",
        n=90),
    "pages multiplied through aliases": doc(LIMIT, areas(many(3, lambda n: f"a{n}:{FULL}"))),
    "pages side by side": doc(
        LIMIT, "{subjects(first:100){nodes{" + many(40, lambda n: f"a{n}:listings(first:100){{nodes{{id}}}}") + "}}}"),
    "edges side by side": doc(
        COST, "{subjects(first:100){nodes{"
        + many(40, lambda n: f"a{n}:listings(first:9){{totalCount edges{{node{{id}}}}}}") + "}}}"),
    "counts of whole tables": doc(
        COST, "{" + many(9, lambda n: f"a{n}:subjects(first:60){{totalCount nodes{{listings{{edges{{cursor}}}}}}}}")
        + "}"),
}  # fmt: skip

HOSTILE: dict[str, Hostile] = DEEP | CYCLES | WIDE | ALIASES | FLOODS | OVERLAPPING | LITERALS | IN_VARIABLES | PAGES
