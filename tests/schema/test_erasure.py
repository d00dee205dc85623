"""What an erasure wipes, as the declarations say it: nothing that tells of a person is forgotten."""

from __future__ import annotations

from schema.catalog import catalog
from schema.erasure import NAMING, PERSON, is_silent, wiped
from schema.language import Column
from schema.masks import ERASED
from tests.oracle.values import SILENT

#: texts in rows about people that stay: numbers of cases, decisions and instruments, classes and provisions, sentences
#: of the catalogue, who keeps a list or decided, where; statistics need them, and they name nobody
KEPT = {
    "agency_code", "area_code", "authority", "authority_code", "basis_issuer", "basis_number", "batch_number",
    "case_number", "case_type", "categories", "category", "cause", "certificate_serial", "court_code",
    "credit_code", "decision_number", "document_number", "instruction_en", "instruction_zh", "instrument_number",
    "legal_basis", "list_name", "listing_authority", "listing_kind", "measure_code", "measure_codes",
    "original_case_number", "provider_name", "province", "remedy_en", "remedy_zh", "removal_authority", "serial",
}  # fmt: skip


def test_every_text_about_a_person_is_wiped_or_kept_on_purpose() -> None:
    """A column declared anew is a decision: personal, or here, with a reason to stay."""
    told = {
        value.name for kind in catalog().types.values() for value in kind.values.values()
        if (kind.entity.subject_led or kind.name == PERSON or "subject_id" in kind.values)
        and not kind.entity.table.startswith("government_debtor")  # bodies, never people
        and not kind.entity.view  # what the access log holds stands in its chain
        and isinstance(value.declared, Column) and not value.declared.personal
        and value.kind.cast in ("text", "text[]") and value.kind.vocabulary is None
    }  # fmt: skip
    assert told == KEPT


def test_every_person_group_is_personal() -> None:
    """What the policy holds under a person's own groups tells of the person, whatever its kind."""
    left = [value.coordinate for kind in catalog().types.values() for value in kind.values.values()
            if value.group.startswith(("person_", "responsible_person")) and not value.declared.personal]  # type: ignore[union-attr]  # fmt: skip
    assert left == []


def test_what_cannot_hold_the_marker_becomes_null_and_is_named() -> None:
    """Texts and numbers say `ERASED`; dates, numbers and words of vocabularies are null, and answers name them."""
    silent = {
        value.coordinate for kind in catalog().types.values() for value in kind.visible().values() if is_silent(value)
    }
    assert silent == SILENT
    found = wiped(catalog())
    assert (found["subject"]["name"], found["subject"]["id_number_masked"]) == (ERASED, ERASED)
    assert {found["subject"][name] for name in ("birth_date", "sex", "id_number_sealed", "id_number_pattern")} == {None}


def test_columns_that_are_wiped_take_what_is_written() -> None:
    """A marker goes into texts only, null only into what may be null, and never into a key but a name's."""
    for table, columns in wiped(catalog()).items():
        held = catalog().metadata.tables[table].c
        for name, marker in columns.items():
            assert marker is None or held[name].type.python_type is str, (table, name)
            assert marker is not None or held[name].nullable, (table, name)
    assert set(NAMING) <= set(wiped(catalog()))


def test_proofs_and_statistics_are_not_touched() -> None:
    """Snapshots, screenings and their hits, certificates, cases and closings are no tables of an erasure."""
    untouched = {
        "government_debtor_snapshot", "government_debtor_entry", "screening", "screening_item", "screening_hit",
        "enforcement_case", "terminated_case", "performance_certificate", "batch",
    }  # fmt: skip
    assert untouched.isdisjoint(wiped(catalog()))
