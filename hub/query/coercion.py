"""Coercion of long lists of references, which are most of what some requests bring.

Nearly every reference is one credit code. Walking the input type for each of five hundred takes graphql-core longer
than all the rest of the request; whatever is not one right credit code it still judges.
"""

from __future__ import annotations

from typing import Any

from graphql import GraphQLInputType, Undefined, coerce_input_value, get_named_type, get_nullable_type, is_list_type

from schema.identifiers import are_credit_codes
from schema.kinds import CREDIT_CODE

#: the field of a reference that holds a credit code
CODE = "creditCode"


_BY_CODE = frozenset({CODE})
#: the input type of a reference
REFERENCE = "SubjectReference"


def is_references(type_: Any) -> bool:
    """Whether a variable of this type holds a list of references to subjects."""
    return is_list_type(type_) and get_named_type(type_).name == REFERENCE


class Codes(list[str]):
    """References each of which is a credit code and nothing else, as these codes."""


def named_by(references: Any) -> frozenset[str]:
    """The fields by which references, or one alone, name subjects."""
    if isinstance(references, Codes):
        return _BY_CODE
    if isinstance(references, dict):
        return frozenset(references)
    return frozenset(field for reference in references for field in reference)


def references(given: Any, type_: GraphQLInputType) -> Any:
    """What `coerce_input_value` makes of the list, or Undefined; `Codes` of what is all credit codes."""
    if not isinstance(given, list):
        return coerce_input_value(given, type_)
    codes = _codes(given)
    if codes is not None:
        return codes
    item_type = get_nullable_type(type_).of_type  # type: ignore[union-attr]
    found = []
    for item in given:
        known = _code(item)
        read = coerce_input_value(item, item_type) if known is None else known
        if read is Undefined:
            return Undefined
        found.append(read)
    return found


def _codes(given: list[Any]) -> Codes | None:
    """The codes of a list of right credit codes in their own spelling, which most lists are."""
    try:
        codes = Codes([item[CODE] for item in given if len(item) == 1])
        is_right = len(codes) == len(given) and are_credit_codes(codes)
    except (TypeError, KeyError):  # an item that is no object or names in another way, a code that is no text
        return None
    return codes if is_right else None


def _code(item: Any) -> dict[str, str] | None:
    """A reference that is one right credit code and nothing else."""
    if type(item) is not dict or len(item) != 1 or CODE not in item:
        return None
    try:
        return {CODE: CREDIT_CODE.accept(item[CODE])}
    except ValueError:
        return None
