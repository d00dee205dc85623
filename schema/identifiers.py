"""Identifiers of Chinese public-credit data: normalising, check digits and parsing.

Pure functions without dependencies. The order of use is: `normalise` whatever a source wrote, ask the
matching ``is_…`` function, keep the answer as a flag. A failed check never rejects a row by itself, since
provisional and truncated numbers occur in real feeds.

The ``is_…`` and ``…_check_digit`` functions expect normalised text. `parse_case_number` and `masked_digits`
normalise on their own. No function here puts a number into an error message: it may identify a person.
"""

import re
import unicodedata
from datetime import date
from operator import mul
from typing import Final, Literal, NamedTuple

# ------------------------------------------------------------------------------------------------ normalising

_INVISIBLE: Final = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"), None)
_BRACKETS: Final = str.maketrans("〔【[〕】]", "((()))")
_DASHES: Final = str.maketrans(dict.fromkeys("‐‒–—−", "-"))


def normalise(text: str) -> str:
    """Return an identifier in one spelling: NFKC, no white space or invisible characters, upper case, round brackets.

    For identifiers and numbers only. In free text NFKC would also replace the Chinese colon and comma.
    """
    if text.isascii() and text.isalnum():  # nearly every identifier; three times faster than the long way
        return text.upper()
    folded = unicodedata.normalize("NFKC", text).translate(_INVISIBLE)
    return "".join(folded.split()).upper().translate(_BRACKETS).translate(_DASHES)


# --------------------------------------------------------------------------- organisation code, GB 11714 (组织机构代码)

_ORGANISATION: Final = re.compile(r"[0-9A-Z]{8}-?[0-9X]", re.ASCII)
_ORGANISATION_WEIGHTS: Final = (3, 7, 9, 10, 5, 8, 4, 2)
_BASE_36: Final = {symbol: value for value, symbol in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")}


def organisation_code_check_digit(first8: str) -> str:
    """Return the check character (0-9 or X) of the first eight characters of an organisation code (GB 11714).

    Raises KeyError for a character outside 0-9 A-Z.
    """
    total = sum(map(mul, (_BASE_36[symbol] for symbol in first8), _ORGANISATION_WEIGHTS))
    return "0123456789X"[-total % 11]


def is_organisation_code(value: str) -> bool:
    """Tell whether the value, with or without hyphen, is an organisation code with a right check character."""
    return bool(_ORGANISATION.fullmatch(value)) and organisation_code_check_digit(value[:8]) == value[-1]


def canonical_organisation_code(value: str) -> str:
    """Return the organisation code without its hyphen, the form stored and compared."""
    return value.replace("-", "")


# ------------------------------------------------------------ unified social credit code, GB 32100 (统一社会信用代码)

_CREDIT_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # 31 symbols: no I, O, S, V, Z
#: the symbols as digits of a number of base 34, which leaves the same rest by 31 as one of base 3
_CREDIT_DIGITS: Final = bytearray(b"!" * 256)
for _digit, _symbol in zip(b"0123456789abcdefghijklmnopqrstu", _CREDIT_ALPHABET.encode(), strict=True):
    _CREDIT_DIGITS[_symbol] = _digit
_CREDIT: Final = re.compile(rf"[1-9ANY][{_CREDIT_ALPHABET}]\d{{6}}[{_CREDIT_ALPHABET}]{{10}}", re.ASCII)


def credit_code_check_digit(first17: str) -> str:
    """Return the eighteenth character of a credit code from its first seventeen (GB 32100-2015).

    The standard weighs the character at place i by 3 to the i, modulo 31. Raises ValueError for what is no letter of
    the alphabet.
    """
    return _CREDIT_ALPHABET[-int(first17[::-1].encode("ascii").translate(_CREDIT_DIGITS), 34) % 31]


def is_credit_code(value: str) -> bool:
    """Tell whether the value is a unified social credit code: shape, alphabet and check character.

    All registering authorities of the standard are accepted, also A (military), N (agriculture) and Y (other).
    The organisation code inside is not looked at.
    """
    return bool(_CREDIT.fullmatch(value)) and credit_code_check_digit(value[:17]) == value[17]


#: credit codes one after the other, parted by commas
_CREDITS: Final = re.compile(rf"{_CREDIT.pattern}(?:,{_CREDIT.pattern})*+", re.ASCII)
_CREDIT_DIGITS[ord(",")] = ord(",")
#: a check character as a digit of base 34 → the rest by 31 that the number before it must have
_CREDIT_RESTS: Final = {digit: -place % 31 for place, digit in enumerate(b"0123456789abcdefghijklmnopqrstu")}


def are_credit_codes(values: list[str]) -> bool:
    """Tell whether all values are credit codes as `is_credit_code` does, in a third of its time for each."""
    together = ",".join(values)
    if not _CREDITS.fullmatch(together):
        return not values
    turned = together[::-1].encode("ascii").translate(_CREDIT_DIGITS).split(b",")
    if len(turned) != len(values):  # a comma of one of them
        return False
    return all(int(one[1:], 34) % 31 == _CREDIT_RESTS[one[0]] for one in turned)


# --------------------------------------------------------------- citizen identity number, GB 11643 (公民身份号码)

_ID_NUMBER: Final = re.compile(r"\d{17}[0-9X]", re.ASCII)
_ID_NUMBER_15: Final = re.compile(r"\d{15}", re.ASCII)
_ID_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def id_number_check_digit(first17: str) -> str:
    """Return the check character (0-9 or X) of the first seventeen digits of an ID number (ISO 7064 MOD 11-2)."""
    return "10X98765432"[sum(map(mul, map(int, first17), _ID_WEIGHTS)) % 11]


def is_id_number(value: str) -> bool:
    """Tell whether the value is an 18-character ID number: a real birth date and a right check character.

    The county in the first six digits is not compared with the birth year: people receive the code of the place
    and time of registration, so a younger county code than the birth date is normal.
    """
    return (
        bool(_ID_NUMBER.fullmatch(value))
        and _date_or_none(value[6:14]) is not None
        and id_number_check_digit(value[:17]) == value[17]
    )


def upgrade_id_number(v15: str) -> str:
    """Return the 18-character form of an old 15-digit ID number (born 19yy).

    Raises ValueError when the value is not fifteen digits with a real date inside.
    """
    if not _ID_NUMBER_15.fullmatch(v15):
        raise ValueError("not a 15-digit identity number")
    first17 = f"{v15[:6]}19{v15[6:]}"
    if _date_or_none(first17[6:14]) is None:
        raise ValueError("no real birth date in the identity number")
    return first17 + id_number_check_digit(first17)


def birth_date_of(v18: str) -> date:
    """Return the birth date written in an 18-character ID number; ValueError when there is none."""
    born = _date_or_none(v18[6:14]) if _ID_NUMBER.fullmatch(v18) else None
    if born is None:
        raise ValueError("no real birth date in the identity number")
    return born


def sex_of(v18: str) -> Literal["MALE", "FEMALE"]:
    """Return the sex written in an 18-character ID number: an odd seventeenth digit is male."""
    if not _ID_NUMBER.fullmatch(v18):
        raise ValueError("not an 18-character identity number")
    return "MALE" if int(v18[16]) % 2 else "FEMALE"


def _date_or_none(yyyymmdd: str) -> date | None:
    try:
        return date(int(yyyymmdd[:4]), int(yyyymmdd[4:6]), int(yyyymmdd[6:]))
    except ValueError:
        return None


# ------------------------------------------------------- business registration number (营业执照注册号, until 2015)

_REGISTRATION: Final = re.compile(r"\d{15}", re.ASCII)


def registration_number_check_digit(first14: str) -> str:
    """Return the fifteenth digit of a registration number from its first fourteen (ISO 7064 MOD 11,10)."""
    product = 10
    for digit in first14:
        product = ((product + int(digit)) % 10 or 10) * 2 % 11
    return str((11 - product) % 10)


def is_registration_number(value: str) -> bool:
    """Tell whether the value is a 15-digit registration number with a right check digit."""
    return bool(_REGISTRATION.fullmatch(value)) and registration_number_check_digit(value[:14]) == value[14]


# ----------------------------------------------------------------------- court case number, 法〔2015〕137号 (案号)

#: First character of a court code (法院代字): the province, 军 for military and 兵 for corps courts.
COURT_CHARACTERS: Final = "京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云藏陕甘青宁新兵军"

_DOCUMENT: Final = r"(?:之[一二三四五六七八九十]+|-\d+)"
_NEW: Final = re.compile(
    rf"\(?(?P<year>(?:19|20)\d\d)\)?(?P<court>最高法|[{COURT_CHARACTERS}](?:\d{{4}}|\d\d)?)(?P<special>知)?"
    rf"(?P<type>[一-鿿]{{1,4}}?)(?P<sequence>\d{{1,8}})(?P<inner>{_DOCUMENT})?号(?P<outer>{_DOCUMENT})?"
    r"\(?[一-鿿]{0,20}\)?",
    re.ASCII,
)
# A notarial enforcement certificate ends its maker in 证 before 执: an enforcement basis, not a court's case number.
_OLD: Final = re.compile(
    r"\(?(?P<year>(?:19|20)\d\d)\)?(?P<court>[一-鿿]{1,8}?)(?<!证)(?P<special>)"
    r"(?P<type>执恢|执异|执复|执监|执保|执协|执民|执行|民执|行执|刑执|执|民初|商初|刑初|行初|行审|民终|刑终|行终|商终|民再|民特)"
    rf"字第?(?P<sequence>\d{{1,8}})(?P<inner>{_DOCUMENT})?号(?P<outer>{_DOCUMENT})?\(?[一-鿿]{{0,20}}\)?",
    re.ASCII,
)


class CaseNumber(NamedTuple):
    """The parts of a court's case number (案号)."""

    #: year of filing (收案年度)
    year: int
    #: court code (法院代字) such as 渝0112 or 最高法; in old numbers the court's free abbreviation such as 江法
    court: str
    #: special-trial code (专门审判代字) such as 知, or empty
    special: str
    #: kind of case (类型代字) such as 执, 执恢, 民初
    type: str
    #: running number within year, court and kind
    sequence: int
    #: number of one document within the case (之一, -1), or empty
    suffix: str
    #: written by the rules before 2016-01-01 (…字第…号)
    is_old: bool = False

    @property
    def canonical(self) -> str:
        """The number of the case in one spelling, such as (2023)渝0112执1234号; the document suffix is left out."""
        written = f"字第{self.sequence}" if self.is_old else str(self.sequence)
        return f"({self.year}){self.court}{self.special}{self.type}{written}号"


def parse_case_number(text: str) -> CaseNumber | None:
    """Parse one court case number, new style or old, in any bracket or width; a document name may follow.

    ``（2023）渝0112执1234号`` and ``2003州刑初字第5号民事判决书`` are read; arbitral and notarial numbers and
    several numbers in one text give None.
    """
    written = normalise(text)
    found = _OLD.fullmatch(written)
    is_old = found is not None
    found = found or (None if "字第" in written else _NEW.fullmatch(written))
    if found is None or not (sequence := int(found["sequence"])):
        return None
    suffix = found["inner"] or found["outer"] or ""
    return CaseNumber(
        int(found["year"]), found["court"], found["special"] or "", found["type"], sequence, suffix, is_old
    )


# --------------------------------------------------------------------------- area code, GB/T 2260 (行政区划代码)


def area_prefix(code: str) -> str:
    """The prefix under which everything within a division stands: 330200 → 3302, 330000 → 33; zones as they are.

    GB/T 2260 fills a higher level with pairs of zeros and GB/T 10114 with triples (330211001000 → 330211001); cut off,
    "starts with" means "within".
    """
    for length in (9, 6):
        if len(code) > length and code.endswith("000"):
            code = code[:length]
    while 2 < len(code) <= 6 and code.endswith("00"):
        code = code[:-2]
    return code


# -------------------------------------------------------------------------------------------- masked numbers

_MASKED: Final = re.compile(r"([0-9A-Z]*)\*(?:[0-9A-Z*]*\*)?([0-9A-Z]*)", re.ASCII)


def masked_digits(text: str) -> tuple[str, str] | None:
    """Return the known first and last characters of a starred number, or None when it is not a starred number.

    The count of stars means nothing: sources hide three digits behind four stars, so the length is never checked.
    All-stars gives two empty strings. The pair makes candidates only; a match by it is probable, never certain.
    """
    found = _MASKED.fullmatch(normalise(text).replace("-", ""))
    return (found[1], found[2]) if found else None


#: (leading, trailing) digits that sources leave readable: with them a whole number can be held against masked ones
MASK_SHAPES: Final = ((10, 4), (11, 4), (6, 4), (4, 4), (0, 4), (6, 0))


def masked_pattern(head: str, tail: str) -> str:
    """The text over which the keyed index of a masked number is made."""
    return f"{head}*{tail}"
