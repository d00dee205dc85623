"""Kinds: what a value is, once, for GraphQL, PostgreSQL, the loaders and the caller's input.

A `Kind` joins a GraphQL scalar, a PostgreSQL type, the SQL that renders a stored value as JSON, the operators a
caller may filter with, and `accept`, which turns the caller's JSON value into the canonical parameter or refuses it.
The annotation of a column *is* its kind: `published_on: Date | None` needs no second word. The loaders keep one
cleaner per kind name.
"""

from __future__ import annotations

import datetime
import decimal
import enum
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NewType, Self
from uuid import UUID

import strawberry

from schema import identifiers

CreditCode = NewType("CreditCode", str)
OrganisationCode = NewType("OrganisationCode", str)
RegistrationNumber = NewType("RegistrationNumber", str)
IdNumber = NewType("IdNumber", str)
CaseNumber = NewType("CaseNumber", str)
CourtCode = NewType("CourtCode", str)
AreaCode = NewType("AreaCode", str)
Date = NewType("Date", str)
Instant = NewType("Instant", str)
Money = NewType("Money", str)
SearchTerm = NewType("SearchTerm", str)
Position = NewType("Position", str)
Id = strawberry.ID

EQUALITY = ("eq", "in")
RANGE = ("eq", "gte", "lte", "gt", "lt")
PREFIX = ("eq", "in", "startsWith")


class Code(enum.Enum):
    """A closed vocabulary: each member is written `NAME = "STORED VALUE", "official Chinese term — what it means"`."""

    #: official term and meaning, shown as the value's GraphQL documentation
    doc: str

    def __new__(cls, value: str, doc: str) -> Self:
        """A member whose value is the stored text alone."""
        member = object.__new__(cls)
        member._value_ = value
        member.doc = doc
        return member


@dataclass(frozen=True)
class Kind:
    """One kind of value; see the module docstring for what each part is for."""

    #: name in the cleaners and, for custom scalars, in GraphQL
    name: str
    #: the Python type used as annotation in entities; it decides the GraphQL scalar
    scalar: Any
    #: Chinese and English description, shown as the scalar's GraphQL documentation
    doc: str
    #: PostgreSQL type of the column, and cast that makes a parameter comparable with it
    cast: str = "text"
    #: SQL that renders the stored value as JSON; money and 64-bit integers leave as text
    render: str = "{}"
    #: operators offered when the column is filterable
    operators: tuple[str, ...] = EQUALITY
    #: the caller's JSON value → canonical parameter; ValueError refuses
    accept: Callable[[Any], Any] = lambda value: value
    #: stored as masked text plus sealed bytes, never as the value; what the vault knows such values as
    sealed: str = ""
    #: the closed vocabulary that the value, or each member of the list, comes from
    vocabulary: type[Code] | None = None

    @property
    def is_enum(self) -> bool:
        """Whether a value is one word of a closed vocabulary (and not a list of them)."""
        return self.vocabulary is not None and self.vocabulary is self.scalar


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > 200 or "\0" in value:
        raise ValueError("expected a text of at most 200 characters / 应为不超过200个字符的文本")
    return value


def _checked(test: Callable[[str], bool], label: str, tidy: Callable[[str], str] = identifiers.normalise) -> Any:
    """Build an `accept` that normalises and then applies `test`; `label` names the kind in both languages."""

    def accept(value: Any) -> str:
        text = tidy(_text(value))
        if not test(text):
            raise ValueError(f"not a valid {label}")
        return text

    return accept


def _date(value: Any) -> datetime.date:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        with suppress(ValueError):
            return datetime.date.fromisoformat(value)
    raise ValueError("expected a date YYYY-MM-DD / 应为 YYYY-MM-DD 日期")


def _instant(value: Any) -> datetime.datetime:
    with suppress(ValueError):
        moment = datetime.datetime.fromisoformat(_text(value))
        if moment.tzinfo is not None:
            return moment
    raise ValueError("expected an ISO 8601 instant with offset / 应为带时区偏移的 ISO 8601 时间")


def _money(value: Any) -> decimal.Decimal:
    text = value if isinstance(value, str) else ""
    if not re.fullmatch(r"-?\d{1,14}(\.\d{1,2})?", text, re.ASCII):
        raise ValueError('expected an amount in yuan as text, like "1234.50" / 金额应为以元为单位的文本')
    return decimal.Decimal(text)


def _position(value: Any) -> int:
    if isinstance(value, str) and re.fullmatch(r"\d{1,18}", value, re.ASCII):
        return int(value)
    raise ValueError("expected a whole number as text / 应为以文本表示的整数")


def _uuid(value: Any) -> str:
    try:
        return str(UUID(_text(value)))
    except ValueError:
        raise ValueError("not a valid id / 标识格式不正确") from None


def _case_number(value: Any) -> str:
    parsed = identifiers.parse_case_number(_text(value))
    if parsed is None:
        raise ValueError("not a valid case number / 案号格式不正确")
    return parsed.canonical


def _area(text: str) -> bool:
    return re.fullmatch(r"\d{2,12}|\d{6}Z\d{2}", text, re.ASCII) is not None


def _court(text: str) -> bool:
    return re.fullmatch(r"最高法|[一-鿿]\d{0,4}", text, re.ASCII) is not None


TEXT = Kind("Text", str, "文本", accept=_text, operators=PREFIX)
INTEGER = Kind("Integer", int, "整数", cast="integer", operators=RANGE)
BOOLEAN = Kind("Boolean", bool, "是否", cast="boolean", operators=("eq",))
TEXTS = Kind("Texts", list[str], "文本列表", cast="text[]", operators=("has",), accept=_text)
ID = Kind("Id", Id, "标识", cast="uuid", render="{}::text", accept=_uuid)
DATE = Kind(
    "Date",
    Date,
    "日期 — civil date in China (Asia/Shanghai), `YYYY-MM-DD`.",
    cast="date",
    operators=RANGE,
    accept=_date,
)
INSTANT = Kind(
    "Instant",
    Instant,
    "时刻 — an instant, ISO 8601 with offset.",
    cast="timestamptz",
    operators=RANGE,
    accept=_instant,
)
MONEY = Kind(
    "Money",
    Money,
    "金额（元）— an amount in yuan, as text with two decimals.",
    cast="numeric",
    render="{}::text",
    operators=RANGE,
    accept=_money,
)
CREDIT_CODE = Kind(
    "CreditCode",
    CreditCode,
    "统一社会信用代码 — unified social credit code, 18 characters, GB 32100-2015.",
    accept=_checked(identifiers.is_credit_code, "unified social credit code / 统一社会信用代码格式或校验位不正确"),
)
ORGANISATION_CODE = Kind(
    "OrganisationCode",
    OrganisationCode,
    "组织机构代码 — organisation code, 8+1 characters, GB 11714.",
    accept=_checked(
        identifiers.is_organisation_code,
        "organisation code / 组织机构代码格式或校验位不正确",
        lambda text: identifiers.canonical_organisation_code(identifiers.normalise(text)),
    ),
)
REGISTRATION_NUMBER = Kind(
    "RegistrationNumber",
    RegistrationNumber,
    "营业执照注册号 — business registration number, 15 digits, GS 15-2006.",
    accept=_checked(identifiers.is_registration_number, "registration number / 注册号格式或校验位不正确"),
)
ID_NUMBER = Kind(
    "IdNumber",
    IdNumber,
    "公民身份号码 — citizen ID number, 18 characters, GB 11643. Sealed; masked but for the last four.",
    accept=_checked(identifiers.is_id_number, "ID number / 公民身份号码格式或校验位不正确"),
    operators=(),
    sealed="id_number",
)
SEARCH_TERM = Kind(
    "SearchTerm",
    SearchTerm,
    "检索词 — a name or an ID number that somebody searched by. Sealed; six stars stand for it.",
    operators=(),
    sealed="audit_term",
)
POSITION = Kind(
    "Position",
    Position,
    "序号 — position in the access log, a whole number as text.",
    cast="bigint",
    render="{}::text",
    operators=RANGE,
    accept=_position,
)
CASE_NUMBER = Kind(
    "CaseNumber",
    CaseNumber,
    "案号 — court case number in canonical form, 法〔2015〕137号, e.g. `(2023)渝0112执1234号`.",
    accept=_case_number,
)
COURT_CODE = Kind(
    "CourtCode",
    CourtCode,
    "法院代字 — court code of case numbers, e.g. `浙0211`.",
    operators=PREFIX,
    accept=_checked(_court, "court code / 法院代字格式不正确"),
)
AREA_CODE = Kind(
    "AreaCode",
    AreaCode,
    "区划代码 — division code, GB/T 2260: 6 digits, 9 for towns, `330211Z01` for zones.",
    operators=PREFIX,
    accept=_checked(_area, "area code / 区划代码格式不正确"),
)

KINDS: dict[Any, Kind] = {
    kind.scalar: kind
    for kind in (
        TEXT, INTEGER, BOOLEAN, TEXTS, ID, DATE, INSTANT, MONEY, CREDIT_CODE, ORGANISATION_CODE, REGISTRATION_NUMBER,
        ID_NUMBER, CASE_NUMBER, COURT_CODE, AREA_CODE, SEARCH_TERM, POSITION,
    ) if not isinstance(kind.scalar, type(list[str]))
}  # fmt: skip


def kind_of(annotation: Any) -> Kind:
    """The kind that a column's annotation names; enums and lists of enums become kinds of their own.

    Raises TypeError for an annotation that is no kind.
    """
    if annotation == list[str]:
        return TEXTS
    if isinstance(annotation, type) and issubclass(annotation, Code):
        doc = annotation.__doc__ or ""
        return Kind(annotation.__name__, annotation, doc, accept=_text, vocabulary=annotation)
    element = getattr(annotation, "__args__", (None,))[0]
    if isinstance(element, type) and issubclass(element, Code):
        return Kind(
            f"{element.__name__}List", annotation, "", cast="text[]", operators=("has",),
            accept=_text, vocabulary=element,
        )  # fmt: skip
    if annotation in KINDS:
        return KINDS[annotation]
    raise TypeError(f"{annotation!r} is no kind; see schema/kinds.py")
