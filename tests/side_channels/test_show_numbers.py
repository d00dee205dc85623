"""Rows 4–6: ID numbers in texts, in fields that add up to them, and behind masks."""

from __future__ import annotations

import re
from typing import Any

import polars as pl
import pytest
from graphql import GraphQLObjectType

from hub.actions.acting import without_identity
from hub.errors import InvalidArgument
from hub.vault import Vault, new_key_file
from loaders.cleaners import DOCUMENT, Context
from loaders.party import Claims, Identifier
from loaders.reference import grounds
from loaders.source import sources
from schema import masks
from schema.actions import ACTIONS
from schema.catalog import ObjectType, catalog
from schema.free_text import STARS, starred
from schema.identifiers import MASK_SHAPES, id_number_check_digit
from schema.readable import readable
from tests.hub.query.oracle import ROLES, Oracle, Refused
from tests.side_channels.hidden import judging, rows_of
from tests.side_channels.probes import (
    SCHEMA,
)
from tests.side_channels.schema_names import named
from tests.side_channels.twins import Worlds

NUMBER = "33021119900307901"
NUMBER += id_number_check_digit(NUMBER)
NEXT = "33021119900307902"
NEXT += id_number_check_digit(NEXT)


# --- 4: free text --------------------------------------------------------------------------------------------------

_OLD, _OLD_NEXT = (f"{number[:6]}{number[8:17]}" for number in (NUMBER, NEXT))
SPELT = (
    NUMBER, f"{NUMBER},{NEXT}", f"{NUMBER}、{NEXT}", f"{NUMBER}{NEXT}", f"0{NUMBER}", f"{NUMBER}00", " ".join(NUMBER),
    f"{NUMBER[:6]} {NUMBER[6:14]} {NUMBER[14:]}", f"{NUMBER[:6]}-{NUMBER[6:10]}-{NUMBER[10:14]}-{NUMBER[14:]}",
    f"{NUMBER[:6]}\u200b{NUMBER[6:]}", f"{NUMBER[:10]}\u3000{NUMBER[10:]}",
    f"{NUMBER[:6]}·{NUMBER[6:14]}·{NUMBER[14:]}",
    NUMBER.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}),
    NUMBER.translate({ord(digit): 0x660 + int(digit) for digit in "0123456789"}), _OLD, f"{_OLD}/{_OLD_NEXT}",
)  # fmt: skip
#: those of one number of eighteen
EIGHTEEN = [spelt for spelt in SPELT if NEXT not in spelt and _OLD not in spelt]


def _readable_numbers(text: str) -> set[str]:
    """Numbers that can be read from a text, whatever stands between their digits."""
    digits = "".join(str(int(sign)) if sign.isdecimal() else "X" if sign in "XxＸｘ" else "" for sign in text)
    return {one for one in (NUMBER, NEXT, _OLD, _OLD_NEXT) if one in digits}


@pytest.mark.parametrize("spelt", SPELT)
def test_row_04_numbers_in_every_column_of_every_source(spelt: str) -> None:
    """Channel: case titles, obligations, addresses, remarks and names hold other people's ID numbers. Rule: they are
    found at load, in every column of every source that keeps a text, and starred, or the row goes to quarantine.
    """
    assert _readable_numbers(spelt)
    kept = 0
    for source in sources().values():
        for column in source.columns:
            if column.clean is None or column.clean is DOCUMENT:
                continue
            for text in (spelt, f"向张三（身份证号：{spelt}）支付", f"张三{spelt}"):
                cleaned = column.clean(
                    pl.Series("cell", [text, "甲"]), Context(tables={"grounds": grounds(), **source.tables})
                )
                value, fault = cleaned.values[0], cleaned.faults[0]
                assert fault or value is None or not _readable_numbers(value), (source.name, column.label)
                kept += fault is None and value is not None and STARS in value

    assert kept > 50


@pytest.mark.parametrize("spelt", EIGHTEEN)
def test_row_04_document_columns_keep_no_number(spelt: str, worlds: Worlds) -> None:
    """Rule: a document number goes through the one place that makes a masked form, an index and sealed bytes of it,
    or is refused; no part that is stored holds it.
    """
    identities, faults = (identifier := Identifier(worlds.vault)).identify(
        Claims(["张三"], [[spelt]], ["PERSON"], ["1"])
    )
    stored = identifier.columns(identities, ["1"])

    assert faults != [None] or identities != [None]
    assert not {part: found for part, column in stored.items() for text in column if text
                if (found := _readable_numbers(text))}  # fmt: skip


@pytest.mark.parametrize("spelt", EIGHTEEN)
def test_row_04_texts_of_acts(spelt: str) -> None:
    """Rule: a note that an officer sends is refused while there is a number in it; there is nobody to star it for."""
    with pytest.raises(InvalidArgument):
        without_identity("note", f"当事人{spelt}已到场")
    assert without_identity("note", "已于2026年11月28日到场，标的235468.31元") is not None


def test_row_04_starring_leaves_other_texts_alone() -> None:
    """Rule: what is no ID number stays as the source wrote it: amounts, dates, account numbers, credit codes."""
    for text in (
        "支付货款235468.31元及利息，2019年3月7日起算", "合同编号20190307123456号", "账号6222 0212 0801 2345 678",
        "统一社会信用代码91330211XXC5HAF538", "（2023）浙0211执1234号", "电话13800001111、0574-86251234",
    ):  # fmt: skip
        assert starred(text) == text
    assert starred(starred(f"a{NUMBER}b")) == starred(f"a{NUMBER}b") == f"a{STARS}{NUMBER[-4:]}b"


def test_row_04_no_raw_rows_in_the_graph() -> None:
    """Rule: what a source wrote is kept sealed for replaying it, and no part of the graph, nor the right of the role
    that reads for it, reaches there. Nor is there a scalar that could hold any JSON, or highlights of texts.
    """
    assert not named("raw", "payload", "json", "highlight", "snippet", "quarantine") - {
        *(f"{name[0].upper()}{name[1:]}Payload" for name in ACTIONS), "Batch.rowsQuarantined",
    }  # fmt: skip
    assert "quarantine_row" not in readable(catalog())
    assert {name for name in SCHEMA.type_map if name == "_Any"} == {"_Any"}
    assert all(str(field.type) != "_Any" for kind in SCHEMA.type_map.values() if isinstance(kind, GraphQLObjectType)
               for field in kind.fields.values())  # fmt: skip


# --- 5: what adds up -----------------------------------------------------------------------------------------------

#: numbers that have to stay possible
FEWEST = 10_000
#: divisions that a number may begin with: those of today, by the most modest count
DIVISIONS = 2_800
#: days on which somebody of a known age was born
DAYS = 366


def _possible(born: bool, age: bool, shown: str) -> float:
    """Numbers that fit what is shown: the divisions, times the days of birth, times the sequences, over the check digit
    where that is told.
    """
    days = 1 if born else DAYS if age else DAYS * 100
    digits = [sign for sign in shown if sign != "*"]
    sequences = 1000 if not digits else 1
    return DIVISIONS * days * sequences / (11 if digits else 1)


@pytest.mark.parametrize("role", ROLES)
def test_row_05_fields_that_add_up_to_a_number(worlds: Worlds, role: str) -> None:
    """Channel: birth date, age and sex are parts of the ID number; beside its last four characters they leave few
    possible. Rule: whoever does not see a number in full is left with 10 000, whatever else of the person is shown; so
    where a birth date is clear and the number is not, no character of the number is shown either.
    """
    oracle = judging(worlds.world, role)
    kind = catalog().types["NaturalPerson"]
    for row in rows_of(worlds.world, kind):
        if not oracle.exists(kind, row) or _sight(oracle, kind, "id_number", row) == "CLEAR":
            continue
        number = (
            "" if _sight(oracle, kind, "id_number", row) is None else oracle.shown(kind, kind.values["id_number"], row)
        )
        listings = catalog().types["DishonestDebtorListing"]
        about = [
            one
            for one in rows_of(worlds.world, listings)
            if one["subject_id"] == row["id"] and oracle.exists(listings, one)
        ]
        aged = any(_sight(oracle, listings, "age", one) == "CLEAR" for one in about)
        born = _sight(oracle, kind, "birth_date", row) == "CLEAR"

        assert _possible(born, aged, number or "") >= FEWEST, (row["area_code"], number, born, aged)


def _sight(oracle: Oracle, kind: ObjectType, name: str, row: dict[str, Any]) -> str | None:
    try:
        return oracle.sight(kind, kind.values[name], row)
    except Refused:
        return None


def test_row_05_no_other_part_of_the_number() -> None:
    """Rule: there is no zodiac, no age of today, no century, no native place, no digest of a number in the schema, and
    what is derived from a number belongs to the person's groups of the policy table.
    """
    assert named(
        "zodiac", "nativePlace", "century", "birthYear", "birthPlace", "hash", "digest", "blind", "pattern"
    ) == {"GovernmentDebtorSnapshot.digest", "AccessTerm.digest"}  # the latter with a key, for inspectors
    derived = {value.coordinate: value.group for kind in catalog().types.values() for value in kind.values.values()
               if value.name in ("birth_date", "age", "sex", "id_number", "id_number_pattern")}  # fmt: skip
    assert set(derived.values()) <= {"person_birth_date", "person_profile", "person_id_number", "responsible_person_id"}
    assert len(derived) > 5


# --- 6: masks ------------------------------------------------------------------------------------------------------


def test_row_06_one_mask_of_one_length() -> None:
    """Channel: a mask that is too thin for the check digit, differs by place, or is as long as the value. Rule: at most
    the last four of eighteen, always eighteen characters, made in one place, also of what the source masked itself.
    """
    sealed = [value for kind in catalog().types.values() for value in kind.values.values() if value.kind.sealed]
    assert {value.declared.mask for value in sealed} == {masks.ID_NUMBER}
    for prefix, suffix in MASK_SHAPES:
        shown = f"{NUMBER[:prefix]}{'*' * (18 - prefix - suffix)}{NUMBER[18 - suffix :] if suffix else ''}"
        assert re.fullmatch(r"\*{14}(\*{4}|[0-9]{3}[0-9X])", _display(shown)), shown
    assert _display(NUMBER) == f"{'*' * 14}{NUMBER[-4:]}"
    assert _possible(born=False, age=False, shown=_display(NUMBER)) >= FEWEST


def _display(document: str) -> str:
    identifier = Identifier(Vault.from_key_file(new_key_file()))
    identities, faults = identifier.identify(Claims(["张三"], [[document]], ["PERSON"], ["1"]))
    assert faults == [None], document
    return str(identifier.columns(identities, ["1"])["id_number_masked"][0])


def test_row_06_masks_of_texts_have_fixed_lengths(worlds: Worlds) -> None:
    """Rule: whatever is masked, the length of the mask does not follow that of the value: a telephone number is always
    eleven, an address always twelve, a name at most four characters; and masking twice changes nothing.
    """
    lengths: dict[str, set[int]] = {}
    with worlds.first.connect("owner") as connection:
        for mask in (masks.PHONE, masks.ADDRESS, masks.NAME, masks.WITHHELD):
            for size in range(1, 60):
                text = ("13812345678" * 6 if mask is masks.PHONE else "浙江省宁波市镇海区示例路" * 6)[:size]
                once = _masked(connection, mask, text)
                assert once is None or _masked(connection, mask, once) == once
                lengths.setdefault(mask.name, set()).add(len(once or ""))

    assert lengths == {"phone": {11}, "address": {12}, "name": {1, 2, 3, 4}, "withheld": {0}}


def _masked(connection: Any, mask: masks.Mask, text: str) -> str | None:
    row = connection.execute(f"select {mask.sql.replace('{0}', '%(v)s::text')}", {"v": text}).fetchone()
    found: str | None = row[0]
    return found
