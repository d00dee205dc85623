"""Document numbers: what kind a number is, and its canonical form.

Columns are mislabelled in practice (an ID number under 组织机构代码 and the reverse), so the number itself decides.
Nothing in this module prints or stores a number; faults carry codes only.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from loaders.cleaners.base import Fault
from schema import identifiers as ids

_ID_SHAPE = re.compile(r"[1-9]\d{16}[0-9X]", re.ASCII)
_CREDIT_SHAPE = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}", re.ASCII)
_STARS = str.maketrans({"＊": "*", "×": "*", "•": "*"})


class Scheme(Enum):
    """Kinds of number, strongest first."""

    CREDIT_CODE = "CREDIT_CODE"
    ID_NUMBER = "ID_NUMBER"
    ORGANISATION_CODE = "ORGANISATION_CODE"
    REGISTRATION_NUMBER = "REGISTRATION_NUMBER"
    MASKED = "MASKED"


class Document(NamedTuple):
    """One number, recognised."""

    scheme: Scheme
    #: canonical form; for MASKED the known first and last characters joined by one star
    value: str
    #: whether its check character is right; True for numbers without one
    valid: bool = True


def recognise(text: str, hint: str | None) -> Document:
    """The document behind a text; `hint` ("PERSON", "ORGANISATION" or None) decides where a shape fits two kinds.

    Raises Fault: ID_NUMBER_CHECK_DIGIT, ID_NUMBER_DATE, DOCUMENT_TRUNCATED, DOCUMENT_INVALID.
    """
    if text.isascii():  # nearly every number; the long way is ten times slower
        number = text.replace(" ", "").replace("-", "").upper()
    else:
        number = ids.normalise(text).translate(_STARS).replace("-", "")
    if "*" in number:
        return _masked(number)
    if len(number) == 18:
        return _eighteen(number, hint)
    if len(number) == 15 and number.isdigit():
        return _fifteen(number, hint)
    if len(number) == 9 and ids.is_organisation_code(number):
        return Document(Scheme.ORGANISATION_CODE, number)
    if re.fullmatch(r"\d{10,17}[0-9X]?", number) or re.fullmatch(r"[0-9A-Z]{10,17}", number):
        raise Fault("DOCUMENT_TRUNCATED")
    raise Fault("DOCUMENT_INVALID")


def _masked(number: str) -> Document:
    digits = ids.masked_digits(number)
    if digits is None:
        raise Fault("DOCUMENT_INVALID")
    return Document(Scheme.MASKED, f"{digits[0]}*{digits[1]}")


def _eighteen(number: str, hint: str | None) -> Document:
    shaped = _ID_SHAPE.fullmatch(number) is not None
    if shaped and ids.is_id_number(number) and not (hint == "ORGANISATION" and ids.is_credit_code(number)):
        return Document(Scheme.ID_NUMBER, number)
    # one wrong ID number in 31 passes the check of credit codes, so a birth date decides first
    if shaped and hint != "ORGANISATION" and (hint == "PERSON" or _has_date(number)):
        raise Fault("ID_NUMBER_CHECK_DIGIT" if _has_date(number) else "ID_NUMBER_DATE")
    if ids.is_credit_code(number):
        return Document(Scheme.CREDIT_CODE, number)
    if _CREDIT_SHAPE.fullmatch(number):
        return Document(Scheme.CREDIT_CODE, number, valid=False)
    raise Fault("CREDIT_CODE_INVALID")


def _has_date(number: str) -> bool:
    try:
        ids.birth_date_of(number)
    except ValueError:
        return False
    return True


def _fifteen(number: str, hint: str | None) -> Document:
    """An old ID number unless the party is an organisation: one ID number in ten passes the registration check."""
    if hint != "ORGANISATION":
        try:
            return Document(Scheme.ID_NUMBER, ids.upgrade_id_number(number))
        except ValueError:
            if hint == "PERSON":
                raise Fault("ID_NUMBER_DATE") from None
    return Document(Scheme.REGISTRATION_NUMBER, number, valid=ids.is_registration_number(number))
