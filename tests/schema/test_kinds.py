"""Kinds: what each accepts and refuses, in both languages, and that the loaders read it the same way."""

from __future__ import annotations

import re
from typing import Any

import polars as pl
import psycopg
import pytest

from hub.database import Database
from loaders import cleaners
from loaders.cleaners import Cleaner, Context
from schema import identifiers, kinds
from schema.catalog import catalog
from schema.entities.subject import SubjectKind
from schema.kinds import KINDS, TEXTS, Kind, kind_of

PERSON = "33021119900101003" + identifiers.id_number_check_digit("33021119900101003")
CODE = "91330211MA2AB3CD4" + identifiers.credit_code_check_digit("91330211MA2AB3CD4")
ORGANISATION = "MA2AB3CD" + identifiers.organisation_code_check_digit("MA2AB3CD")
REGISTRATION = "33021100000123" + identifiers.registration_number_check_digit("33021100000123")
UUID = "0b1d7c1e-3a7c-4b0e-9a59-0b7f4f1d2c3e"

#: kind, what a caller writes, the canonical parameter as PostgreSQL prints it
ACCEPTED = [
    (kinds.TEXT, "镇海", "镇海"),
    (kinds.TEXTS, "G1", "G1"),
    (kinds.ID, UUID.upper(), UUID),
    (kinds.DATE, "2024-02-29", "2024-02-29"),
    (kinds.INSTANT, "2024-02-29T08:00:00+08:00", "2024-02-29 08:00:00+08:00"),
    (kinds.INSTANT, "2024-02-29T00:00:00Z", "2024-02-29 00:00:00+00:00"),
    (kinds.MONEY, "1234.5", "1234.5"),
    (kinds.MONEY, "-99999999999999.99", "-99999999999999.99"),
    (kinds.POSITION, "9007199254740993", "9007199254740993"),
    (kinds.CREDIT_CODE, CODE.lower(), CODE),
    (kinds.CREDIT_CODE, f" {CODE} ", CODE),
    (kinds.ORGANISATION_CODE, f"{ORGANISATION[:8]}-{ORGANISATION[8]}", ORGANISATION),
    (kinds.REGISTRATION_NUMBER, REGISTRATION, REGISTRATION),
    (kinds.ID_NUMBER, PERSON, PERSON),
    (kinds.CASE_NUMBER, "（2023）浙0211执1234号", "(2023)浙0211执1234号"),
    (kinds.COURT_CODE, "浙0211", "浙0211"),
    (kinds.COURT_CODE, "最高法", "最高法"),
    (kinds.AREA_CODE, "33", "33"),
    (kinds.AREA_CODE, "330211Z01", "330211Z01"),
]
REFUSED = [
    (kinds.TEXT, "x" * 201),
    (kinds.TEXT, "a\0b"),
    (kinds.TEXT, 3),
    (kinds.ID, "no id"),
    (kinds.ID, 7),
    (kinds.DATE, "2023-02-29"),
    (kinds.DATE, "2024-2-9"),
    (kinds.DATE, "20240209"),
    (kinds.DATE, "２０２４-02-09"),
    (kinds.DATE, None),
    (kinds.INSTANT, "2024-02-29T08:00:00"),
    (kinds.INSTANT, "yesterday"),
    (kinds.POSITION, 1234),
    (kinds.POSITION, "-1234"),
    (kinds.POSITION, "1" * 19),
    (kinds.MONEY, 12.5),
    (kinds.MONEY, "12.345"),
    (kinds.MONEY, "1e5"),
    (kinds.MONEY, "NaN"),
    (kinds.MONEY, "١٢"),
    (kinds.MONEY, "12345678901234567"),
    (kinds.CREDIT_CODE, CODE[:17] + ("0" if CODE[17] != "0" else "1")),
    (kinds.CREDIT_CODE, CODE[:17]),
    (kinds.ORGANISATION_CODE, ORGANISATION[:8]),
    (kinds.REGISTRATION_NUMBER, REGISTRATION[:14]),
    (kinds.ID_NUMBER, PERSON[:17] + ("0" if PERSON[17] != "0" else "1")),
    (kinds.ID_NUMBER, "33021119900230003" + identifiers.id_number_check_digit("33021119900230003")),
    (kinds.CASE_NUMBER, "某案"),
    (kinds.COURT_CODE, "0211"),
    (kinds.AREA_CODE, "宁波"),
    (kinds.AREA_CODE, "330211Z1"),
    (kinds.AREA_CODE, "٣٣"),
]
#: which cleaners bring a value of the kind into the database; DOCUMENT is judged beside the name in `loaders.party`
CLEANERS: dict[str, Cleaner | None] = {
    "Text": cleaners.TEXT,
    "Texts": cleaners.TEXT_LIST,
    "Integer": cleaners.INTEGER,
    "Boolean": cleaners.FLAG,
    "Id": None,  # made by the database, never delivered
    "Date": cleaners.DATE,
    "Instant": cleaners.INSTANT,
    "Money": cleaners.MONEY,
    "CreditCode": cleaners.DOCUMENT,
    "OrganisationCode": cleaners.DOCUMENT,
    "RegistrationNumber": cleaners.DOCUMENT,
    "IdNumber": cleaners.DOCUMENT,
    "CaseNumber": cleaners.CASE_NUMBER,
    "CourtCode": cleaners.COURT,
    "AreaCode": cleaners.AREA,
}


def named(value: Any) -> str:
    return value.name if isinstance(value, Kind) else ascii(value)


@pytest.mark.parametrize(("kind", "given", "canonical"), ACCEPTED, ids=named)
def test_value_is_taken_in_its_canonical_form(kind: Kind, given: str, canonical: str) -> None:
    """However a caller spells a value, one form reaches the database."""
    assert str(kind.accept(given)) == canonical


@pytest.mark.parametrize(("kind", "given"), REFUSED, ids=named)
def test_refusal_is_a_sentence_in_both_languages(kind: Kind, given: object) -> None:
    """A wrong value is refused by ValueError, in English and Chinese, without the value being repeated."""
    with pytest.raises(ValueError, match=r"[a-z]+ .*[一-鿿]") as refused:
        kind.accept(given)
    assert str(given) not in str(refused.value)


def test_every_kind_is_tried() -> None:
    """A new kind needs examples of what it takes and refuses."""
    # GraphQL's own scalars, and what no caller writes
    checked = {kind.name for kind in (*KINDS.values(), TEXTS)} - {"Integer", "Boolean", "SearchTerm"}
    assert {kind.name for kind, *_ in ACCEPTED} == checked
    assert {kind.name for kind, _ in REFUSED} == checked - {"Texts"}


@pytest.mark.parametrize(("kind", "given", "canonical"), ACCEPTED, ids=named)
def test_parameter_fits_its_column(database: Database, kind: Kind, given: str, canonical: str) -> None:
    """What `accept` returns can be cast to the kind's SQL type by PostgreSQL itself."""
    parameter = [kind.accept(given)] if kind is TEXTS else kind.accept(given)
    with database.connect("owner") as connection, psycopg.RawCursor(connection) as cursor:
        found = cursor.execute(f"select ($1::{kind.cast}) is not null".encode(), [parameter]).fetchone()
    assert found == (True,), canonical


def test_every_kind_has_a_cleaner() -> None:
    """A kind that no cleaner can produce would be a column that stays empty for ever."""
    ours = {"Position", "SearchTerm"}  # of the access log, which no source delivers
    assert {kind.name for kind in (*KINDS.values(), TEXTS)} - ours == set(CLEANERS)


@pytest.mark.parametrize(
    ("kind", "given", "canonical"), [case for case in ACCEPTED if CLEANERS.get(case[0].name)], ids=named
)
def test_loader_and_caller_agree(kind: Kind, given: str, canonical: str) -> None:
    """A delivered value in canonical form is one that a caller's filter will find again."""
    clean = CLEANERS[kind.name]
    assert clean
    context = Context(courts={"浙0211": "浙0211", "最高法": "最高法"})
    values, faults = clean(pl.Series([str(kind.accept(given))]), context)
    assert faults.to_list() == [None]
    stored = values.to_list()[0].strip('{}"')
    again = stored.replace(" ", "T") if kind is kinds.INSTANT else stored
    assert kind.accept(again) == kind.accept(given), canonical


def test_every_kind_is_described_in_chinese_first() -> None:
    """The scalar's documentation begins with the official term."""
    assert [kind.name for kind in KINDS.values() if not re.match(r"[一-鿿]", kind.doc)] == []


def test_only_sealed_kinds_offer_no_operator() -> None:
    """A sealed value has nothing to compare; every other kind has."""
    for kind in (*KINDS.values(), TEXTS):
        assert bool(kind.operators) is not bool(kind.sealed)


def test_numbers_that_clients_would_round_leave_as_text() -> None:
    """Money has more digits than a JSON number keeps; no column is a bare 64-bit integer or numeric."""
    for kind in catalog().types.values():
        for value in kind.visible().values():
            if value.kind.cast in ("numeric", "bigint"):
                assert value.kind.render == "{}::text", value.coordinate


def test_enums_become_kinds_of_their_own() -> None:
    """An enum and a list of it are stored as text and compared whole."""
    assert (kind_of(SubjectKind).cast, kind_of(SubjectKind).operators) == ("text", ("eq", "in"))
    assert (kind_of(list[SubjectKind]).cast, kind_of(list[SubjectKind]).operators) == ("text[]", ("has",))


@pytest.mark.parametrize("annotation", [float, bytes, dict, list[int], "Text", None], ids=str)
def test_annotation_that_is_no_kind_is_named(annotation: object) -> None:
    """The error says which annotation and where kinds are declared."""
    with pytest.raises(TypeError, match=r"is no kind; see schema/kinds\.py"):
        kind_of(annotation)
