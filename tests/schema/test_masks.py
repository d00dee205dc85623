"""Masks, executed by PostgreSQL: what they hide stays hidden, twice is once, and nothing stays nothing."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import psycopg
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from psycopg import sql

from schema import masks
from schema.catalog import catalog
from schema.identifiers import id_number_check_digit, is_id_number
from schema.masks import Mask

MASKS = [mask for mask in vars(masks).values() if isinstance(mask, Mask)]
#: no NUL, which PostgreSQL has no place for, and no lone surrogates
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
NAMES = st.one_of(
    st.text("张王李欧阳示例买提·", min_size=1, max_size=6),
    st.text(CHARACTERS, min_size=1, max_size=6),
    st.builds("{}·{}".format, st.text("买提古丽", min_size=1), st.text("示例", min_size=1)),
)
#: the connection is shared by the examples: nothing is written
SHARED = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def connection(server: str) -> Iterator[psycopg.Connection[tuple[str | None]]]:
    with psycopg.connect(server, autocommit=True) as opened:
        yield opened


def masked(connection: psycopg.Connection[tuple[str | None]], mask: Mask, value: str | None) -> str | None:
    """What a caller sees of the value."""
    expression = sql.SQL(mask.sql.replace("{0}", "{}").replace("{}", "v"))
    row = connection.execute(
        sql.SQL("select ({})::text from (select %s::text as v) t").format(expression), [value]
    ).fetchone()
    assert row is not None
    return row[0]


@pytest.mark.parametrize("mask", MASKS, ids=lambda mask: mask.name)
def test_null_stays_null(connection: psycopg.Connection[tuple[str | None]], mask: Mask) -> None:
    """Absent is absent under every mask: stars for nothing would tell of something."""
    assert masked(connection, mask, None) is None


@pytest.mark.parametrize("mask", MASKS, ids=lambda mask: mask.name)
@SHARED
@given(text=st.one_of(NAMES, st.text(CHARACTERS, max_size=30)))
@example(text="张三")
@example(text="欧阳示例")
@example(text="买买提·示例")
@example(text="19900000010")
@example(text="浙江省宁波市镇海区示例路1号")
def test_masking_twice_is_masking_once(
    connection: psycopg.Connection[tuple[str | None]], mask: Mask, text: str
) -> None:
    """A source may have masked already; masking again neither reveals nor mangles."""
    once = masked(connection, mask, text)
    assert masked(connection, mask, once) == once


@SHARED
@given(name=NAMES)
@example(name="张")
@example(name="张三")
@example(name="张示三")
@example(name="欧阳示例")
@example(name="买买提·示例")
@example(name="·")
def test_name_shows_at_most_its_first_and_last_character(
    connection: psycopg.Connection[tuple[str | None]], name: str
) -> None:
    """Never more than the ends; of two characters only the first, of one nothing; the length stops at four."""
    seen = masked(connection, masks.NAME, name)

    assert seen is not None
    assert seen[0] == (name[0] if len(name) > 1 else "*")
    assert seen.count("*") >= 1
    assert len(seen) <= 4
    inner = seen[1:].removesuffix(name[-1]) if len(name) >= 3 else seen[1:]
    assert set(inner) <= {"*"}


@SHARED
@given(first=NAMES, second=NAMES)
def test_masked_name_tells_of_long_names_no_length(
    connection: psycopg.Connection[tuple[str | None]], first: str, second: str
) -> None:
    """Any two names of four characters and more look alike apart from their ends."""
    if min(len(first), len(second)) >= 4 and "·" not in first + second:
        one, other = (masked(connection, masks.NAME, name) for name in (first, second))
        assert one is not None
        assert other is not None
        assert one[1:-1] == other[1:-1] == "**"


@pytest.mark.parametrize(
    ("mask", "value", "seen"),
    [
        (masks.NAME, "张三", "张*"),
        (masks.NAME, "张示三", "张*三"),
        (masks.NAME, "欧阳示例", "欧**例"),
        (masks.NAME, "买买提·示例", "买**"),
        (masks.ID_NUMBER, "**************0010", "**************0010"),
        (masks.PHONE, "19900000010", "199****0010"),
        (masks.PHONE, "86270010", "***********"),
        (masks.ADDRESS, "浙江省宁波市镇海区示例路1号", "浙江省宁波市******"),
        (masks.ADDRESS, "镇海区示例路", "************"),
        (masks.WITHHELD, "1990-01-01", None),
    ],
)
def test_what_a_mask_shows(
    connection: psycopg.Connection[tuple[str | None]], mask: Mask, value: str, seen: str | None
) -> None:
    """The examples of the documentation."""
    assert masked(connection, mask, value) == seen


@SHARED
@given(phone=st.text("0123456789 -+", max_size=20), address=st.text("浙江省宁波市镇海区示例路0123", max_size=40))
@example(phone="8627001", address="镇海区")
def test_phone_and_address_have_one_length_and_never_show_all(
    connection: psycopg.Connection[tuple[str | None]], phone: str, address: str
) -> None:
    """Short values are not shown whole by a mask that was made for long ones: a third of the characters is hidden."""
    for mask, value, length, stars in ((masks.PHONE, phone, 11, 4), (masks.ADDRESS, address, 12, 6)):
        seen = masked(connection, mask, value)
        assert seen is not None
        assert len(seen) == length
        shown = len(seen) - seen.count("*")
        assert seen.count("*") >= stars
        assert shown == 0 or shown <= 2 * len(value) / 3


def test_masked_id_number_leaves_ten_thousand_candidates() -> None:
    """Counted, not argued: the last four show, the check digit rules out ten of eleven, ten counties are enough.

    The people of one province were born in far more than ten counties, so who knows the province alone still has
    more than 10 000 numbers to try.
    """
    counties = [f"3302{number:02d}" for number in (3, 5, 6, 11, 12, 13, 25, 26, 81, 82)]
    days = [
        f"{year:04d}{month:02d}{day:02d}"
        for year, month, day in itertools.product(range(1956, 2009), range(1, 13), range(1, 29))
    ]
    for shown in ("0010", "123X", "9999"):
        fitting = [
            county + day + shown
            for county, day in itertools.product(counties, days)
            if id_number_check_digit(county + day + shown[:3]) == shown[3]
        ]
        assert all(is_id_number(candidate) for candidate in fitting[:100])
        assert len(fitting) >= 10_000


def test_personal_identifiers_are_never_declared_without_a_mask_that_hides() -> None:
    """Sealed values show their masked form, names are starred, everything else of a person is withheld whole."""
    for kind in catalog().types.values():
        for value in kind.visible().values():
            if value.kind.sealed:
                assert value.declared.mask is masks.ID_NUMBER, value.coordinate
            elif value.group == "person_name":
                assert value.declared.mask is masks.NAME, value.coordinate
