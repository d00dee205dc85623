"""Limits on what one request may ask of the hub itself; `measure` holds requests against them.

The numbers are those of the field's gateways, raised where legitimate operations need it: the introspection query of
GraphiQL is 15 levels deep and 230 fields wide, a credit file with everything on it 9 levels and 70 fields, an operation
of a component framework some dozens of fragments. What is within them parses and validates in some twenty milliseconds.
"""

from __future__ import annotations

from hub.errors import LimitExceeded

# --- the text of a document

#: characters
SOURCE = 16 * 1024
#: tokens, comments left out: the parser needs 15 µs for each
TOKENS = 1500
COMMENTS = 100
#: brackets of any kind in one another
BRACKETS = 60
#: characters of one name
NAME = 255

# --- a document, fragments expanded

#: nested selection sets (a relation with edges and node takes three)
DEPTH = 20
FIELDS = 500
#: fields of the root
ROOTS = 10
ALIASES = 50
DIRECTIVES = 50
#: aliases of and within `__schema`: each can tell the whole schema again
SCHEMAS = 2
#: lists of a type's parts in one another at which introspection is refused: the fields of all types, not theirs again
INTROSPECTION = 2
#: definitions
FRAGMENTS = 50
OPERATIONS = 20
#: steps by which fields with one response key are compared: examples and golden operations need 24 at most
COMPARISONS = 4000
#: bytes of a response key: PostgreSQL cuts identifiers there
KEY = 63

# --- literals and variables

#: variables that an operation declares, or a request sends
VARIABLES = 100
#: values of one list
LIST = 1000
#: lists and objects in one another
NESTING = 12
#: values in one variable
VALUES = 4000
#: characters of one text in a variable; no column and no cursor comes near
TEXT = 4000
#: conditions of one filter, at all depths
CONDITIONS = 50
#: relations that a filter goes through, one behind the other
RELATIONS = 3
#: columns compared in all filters and orderings of an operation
COMPARED = 100

# --- pages

#: rows of one page
PAGE = 100
#: ids of one `nodes`
IDS = 100
#: references of one batched look-up, representations of one gateway's question
REFERENCES = 500
#: rows of a page when nothing is said
DEFAULT_PAGE = 20
#: product of page sizes over all nested lists
ROWS = 50_000
#: dimensions of one grouping
DIMENSIONS = 3
#: groups of one grouping
GROUPS = 1000


def check(what: str, what_zh: str, found: float, limit: int) -> None:
    """Refuse more than `limit` of something. Raises LimitExceeded."""
    if found > limit:
        raise LimitExceeded(what=what, what_zh=what_zh, limit=limit)


def check_key(key: str) -> None:
    """Refuse a response key that PostgreSQL would cut. Raises LimitExceeded."""
    check("bytes in one alias", "别名字节数", len(key.encode()), KEY)


def check_roots(fields: int) -> None:
    """Refuse too many fields of the root; also once fragments are spread. Raises LimitExceeded."""
    check("root fields", "根字段数", fields, ROOTS)


def check_compared(columns: int) -> None:
    """Refuse too many columns that filters and orderings compare. Raises LimitExceeded."""
    check("columns compared in filters and orderings", "筛选与排序所比较的列数", columns, COMPARED)
