"""Check digits by whole columns, and the document numbers that they prove whatever the name beside them says.

Each expression must agree with the function of `schema.identifiers` that it is named after, value by value; tests hold
both against python-stdnum.
"""

from __future__ import annotations

import polars as pl

from loaders.cleaners.document import Document, Scheme

_ID_SHAPE = r"^[0-9]{17}[0-9X]$"
_ID_LEADING = r"^[1-9]"
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_SHAPE = rf"^[1-9ANY][{_CREDIT_ALPHABET}][0-9]{{6}}[{_CREDIT_ALPHABET}]{{10}}$"
_ORGANISATION_SHAPE = r"^[0-9A-Z]{8}[0-9X]$"
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ORGANISATION_CHECKS = "0123456789X"
_BASE_36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def is_id_number(number: pl.Expr) -> pl.Expr:
    """Whether each number is an 18-character ID number: a real birth date and a right check character."""
    return _true(
        number.str.contains(_ID_SHAPE)
        & number.str.slice(6, 8).str.to_date("%Y%m%d", strict=False).is_not_null()
        & (number.str.slice(6, 4) != "0000")
        & (_pick(_ID_CHECKS, _weighed(number, "0123456789", _ID_WEIGHTS) % 11) == number.str.slice(17, 1))
    )


def is_credit_code(number: pl.Expr) -> pl.Expr:
    """Whether each number is a unified social credit code: shape, alphabet and check character."""
    weights = [pow(3, place, 31) for place in range(17)]
    check = (31 - _weighed(number, _CREDIT_ALPHABET, weights) % 31) % 31
    return _true(number.str.contains(_CREDIT_SHAPE) & (_pick(_CREDIT_ALPHABET, check) == number.str.slice(17, 1)))


def is_organisation_code(number: pl.Expr) -> pl.Expr:
    """Whether each number, without its hyphen, is an organisation code with a right check character."""
    check = (11 - _weighed(number, _BASE_36, _ORGANISATION_WEIGHTS) % 11) % 11
    right = _pick(_ORGANISATION_CHECKS, check) == number.str.slice(8, 1)
    return _true(number.str.contains(_ORGANISATION_SHAPE) & right)


def proven(series: pl.Series) -> dict[str, Document]:
    """The numbers of a column that are one kind of document beyond doubt, whoever bears them.

    A right ID number that is no right credit code, and a right credit code that has not the shape of an ID number. What
    is left needs the name or the source's word; see `loaders.cleaners.document.recognise`.
    """
    number = pl.col("number")
    frame = series.drop_nulls().unique().to_frame("number").filter(number.str.len_bytes() == 18)
    if frame.is_empty():
        return {}
    person, body = is_id_number(number), is_credit_code(number)
    shaped = number.str.contains(_ID_SHAPE) & number.str.contains(_ID_LEADING)
    found = frame.with_columns(person=person & shaped & ~body, body=body & ~shaped)
    people = {text: Document(Scheme.ID_NUMBER, text) for text in found.filter("person")["number"]}
    return people | {text: Document(Scheme.CREDIT_CODE, text) for text in found.filter("body")["number"]}


def _true(condition: pl.Expr) -> pl.Expr:
    return condition.fill_null(False)


def _value(number: pl.Expr, alphabet: str, place: int) -> pl.Expr:
    """The value of one character; null for one outside the alphabet."""
    sign = number.str.slice(place, 1)
    if alphabet == "0123456789":
        return sign.cast(pl.Int32, strict=False)
    return sign.replace_strict(list(alphabet), list(range(len(alphabet))), default=None, return_dtype=pl.Int32)


def _weighed(number: pl.Expr, alphabet: str, weights: tuple[int, ...] | list[int]) -> pl.Expr:
    total = _value(number, alphabet, 0) * weights[0]
    for place, weight in enumerate(weights[1:], 1):
        total = total + _value(number, alphabet, place) * weight
    return total


def _pick(alphabet: str, index: pl.Expr) -> pl.Expr:
    """The character at an index."""
    return pl.lit(alphabet).str.slice(index, 1)
