"""The catalog over the real declarations: complete, consistent, and the same for everybody who asks."""

from __future__ import annotations

import pkgutil

import pytest

from schema import entities
from schema.catalog import Catalog, catalog, physical_columns
from schema.language import Column, Computed


@pytest.fixture
def built() -> Catalog:
    return catalog()


#: what the first release has to answer about
ENTITIES = {
    "Area", "Court", "Agency", "Subject", "NaturalPerson", "Enterprise", "GovernmentBody", "Case", "Listing",
    "DishonestDebtorListing", "ConsumptionRestriction", "SeriousDishonestyListing", "TerminatedCase",
    "PerformanceCertificate", "HonestListEntry", "Source", "Batch",
}  # fmt: skip
#: values stored as they are that nobody may compare by, since a comparison would tell them bit by bit
INCOMPARABLE = ("person_id_number", "responsible_person_id", "person_contact", "person_profile")


def test_every_file_of_entities_is_found(built: Catalog) -> None:
    """A new entity is a new file; nothing lists them by hand."""
    files = {f"schema.entities.{module.name}" for module in pkgutil.iter_modules(entities.__path__)}
    assert {kind.entity.cls.__module__ for kind in built.types.values()} == files
    assert set(built.types) >= ENTITIES


def test_catalog_is_made_once() -> None:
    """Everybody in a process sees the same catalog, tables and schema."""
    assert catalog() is catalog()
    assert catalog().metadata is catalog().metadata
    assert catalog().graphql is catalog().graphql


def test_roots_lead_to_types(built: Catalog) -> None:
    """The families of the mission have a root field, and no two entities share one."""
    plurals = [kind.entity.plural for kind in built.types.values() if kind.entity.plural]
    assert len(plurals) == len(set(plurals))
    assert set(built.lists) >= {"subjects", "cases", "listings", "honestPerformance", "areas", "courts", "batches"}
    assert built.lookups == {"subject": "Subject", "accessEntry": "AccessEntry"}


def test_concrete_types_divide_their_interface(built: Catalog) -> None:
    """Every value of a discriminator is exactly one type: no row is without a type, none has two."""
    for kind in built.types.values():
        if kind.is_interface:
            told = kind.values[kind.entity.discriminator or ""]
            assert sorted(str(c.entity.when) for c in built.concrete(kind.name)) == sorted(
                member.value for member in told.annotation
            )


def test_shared_columns_have_one_kind(built: Catalog) -> None:
    """Concrete types of one table that declare the same column agree on its kind, which is one SQL type."""
    for kind in built.types.values():
        columns = physical_columns(built, kind.name)
        for name, value in kind.values.items():
            if isinstance(value.declared, Column):
                assert value.kind.name == columns[name].kind.name, value.coordinate


def test_facts_of_a_subject_lead_with_it(built: Catalog) -> None:
    """Keys and relations inside a subject go through its id, so that a distributed database keeps them together."""
    for kind in built.types.values():
        if kind.entity.subject_led:
            assert kind.entity.key[0] == "subject_id", kind.name
        for link in kind.links.values():
            target = built.types[link.target].entity
            inside = kind.entity.subject_led and target.subject_led
            if inside and not link.declared.across:
                assert link.declared.on.get("subject_id") == "subject_id", link.coordinate


def test_personal_values_cannot_be_compared(built: Catalog) -> None:
    """ID numbers, contacts and profiles are shown or masked, never filtered or ordered by."""
    for kind in built.types.values():
        comparable = {*kind.filterable.values(), *kind.orderable.values()}
        assert [v.coordinate for v in comparable if v.group in INCOMPARABLE or v.kind.sealed] == []


def test_computed_values_name_the_row(built: Catalog) -> None:
    """A computed value is SQL over its own row; one that forgot the alias would read another table's column."""
    for kind in built.types.values():
        for value in kind.values.values():
            if isinstance(value.declared, Computed):
                assert "{t}." in value.declared.sql, value.coordinate


def test_columns_that_belong_to_persons_are_not_free(built: Catalog) -> None:
    """Whatever concerns natural persons alone has a personal group; `reference` is for codes everybody may see."""
    person = built.types["NaturalPerson"]
    own = {name for name in person.entity.cls.__dict__ if name in person.values}
    assert {person.values[name].group for name in own} <= {
        "person_name", "person_contact", "person_id_number", "person_birth_date", "person_profile", "subject",
    }  # fmt: skip
