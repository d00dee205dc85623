"""The declaration language: a wrong declaration stops the import with a sentence that names it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from schema import language
from schema.catalog import catalog
from schema.kinds import Code, CreditCode, Date, Id
from schema.language import Presence, column, computed, entity, relation
from schema.resolved import Resolved, resolve


class Colour(Code):
    """颜色 — a vocabulary for these tests."""

    RED = "RED", "红 — red."


@pytest.fixture(autouse=True)
def registry(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A registry of this test's own; the declared entities never see what is declared here."""
    catalog()  # what is really declared is read first
    monkeypatch.setattr(language, "REGISTRY", {})
    yield
    assert "Dog" not in catalog().types


def test_ten_lines_make_a_type() -> None:
    """Annotations say what a value is, `| None` what may be absent, `list[…]` what is a connection."""

    @entity(table="dog", plural="dogs", key=("id",), doc="狗 — a dog.")
    class Dog:
        id: Id = column("标识 — id.", group="reference")
        code: CreditCode | None = column("代码 — code.", group="reference", filter=True)
        colour: Colour | None = column("颜色 — colour.", group="reference", filter=True)
        age_in_days: int = computed("日龄 — age in days.", group="reference", sql="current_date - {t}.born_on")
        born_on: Date = column("出生 — birth.", group="reference", order=True, hidden=True)
        puppies: list[Dog] = relation("幼犬 — puppies.", on={"id": "id"})
        mother: Dog | None = relation("母犬 — mother.", on={"id": "id"})

    kind = resolve().types["Dog"]

    assert [value.field for value in kind.visible().values()] == ["id", "code", "colour", "ageInDays"]
    assert [name for name, value in kind.values.items() if value.nullable] == ["code", "colour"]
    assert (list(kind.filterable), list(kind.orderable)) == (["code", "colour"], ["bornOn"])
    assert [(link.field, link.target, link.many) for link in kind.links.values()] == [
        ("puppies", "Dog", True),
        ("mother", "Dog", False),
    ]


def test_interface_lends_table_key_and_columns() -> None:
    """A concrete type is one value of the discriminator over the interface's table; a column may be declared anew."""

    @entity(table="pet", plural="pets", key=("id",), discriminator="kind", loaded=True, doc="宠物 — a pet.")
    class Pet:
        id: Id = column("标识 — id.", group="reference")
        kind: Colour = column("类别 — kind.", group="reference")
        name: str = column("名 — name.", group="entity_identity")

    @entity(of=Pet, when="RED", doc="红 — a red one.")
    class Red(Pet):
        name: str = column("名 — name.", group="person_name")

    built = resolve()
    red = built.types["Red"]

    assert (red.entity.table, red.entity.key, red.entity.loaded) == ("pet", ("id",), True)
    assert (built.types["Pet"].values["name"].group, red.values["name"].group) == ("entity_identity", "person_name")
    assert built.types["Pet"].possible == ("Red",)


def declare(**members: object) -> Resolved:
    """The catalog over one entity `Dog` with an id and the given members, as name=(annotation, declaration)."""
    annotations = {"id": Id} | {
        name: member[0] if isinstance(member, tuple) else object for name, member in members.items()
    }
    values = {name: member[1] if isinstance(member, tuple) else member for name, member in members.items()}
    body = {"__annotations__": annotations, "id": column("标识 — id.", group="reference"), **values}
    dog = type("Dog", (), body | {"__module__": __name__})
    entity(table="dog", key=("id",), doc="狗 — a dog.")(dog)
    return resolve()


def test_attribute_of_another_kind_is_named() -> None:
    """An entity is built from the four words of the language and nothing else."""
    with pytest.raises(TypeError, match=r"Dog\.legs is neither column, relation nor computed"):
        declare(legs=4)


def test_annotation_without_a_kind_is_named() -> None:
    """A value whose kind is unknown could be neither stored nor rendered."""
    with pytest.raises(TypeError, match=r"Dog\.weight: .*float.* is no kind"):
        declare(weight=(float, column("重量 — weight.", group="reference")))


def test_declaration_without_annotation_is_named() -> None:
    """The annotation is the kind, so a column without one is nothing."""

    @entity(table="dog", key=("id",), doc="狗 — a dog.")
    class Dog:
        id: Id = column("标识 — id.", group="reference")
        weight = column("重量 — weight.", group="reference")

    with pytest.raises(TypeError, match=r"Dog\.weight has no annotation"):
        resolve()


def test_group_without_a_row_in_the_policy_is_named() -> None:
    """A value that no row of the policy speaks of would have no rule."""
    with pytest.raises(TypeError, match=r"Dog\.name: group 'dogs' has no row in policy\.csv"):
        declare(name=(str, column("名 — name.", group="dogs")))


def test_presence_without_a_row_in_the_policy_is_named() -> None:
    """The same for the rule that decides which rows exist."""

    @entity(table="dog", key=("id",), presence=(Presence("dogs"),), doc="狗 — a dog.")
    class Dog:
        id: Id = column("标识 — id.", group="reference")

    with pytest.raises(TypeError, match=r"Dog: presence group 'dogs' has no row in policy\.csv"):
        resolve()


def test_relation_over_a_missing_column_is_named() -> None:
    """Both ends of a relation have to be columns of their tables."""

    @entity(table="dog", key=("id",), doc="狗 — a dog.")
    class Dog:
        id: Id = column("标识 — id.", group="reference")
        owner: Dog | None = relation("主人 — owner.", on={"owner_id": "id"})

    with pytest.raises(TypeError, match=r"Dog\.owner: no columns 'owner_id' → 'id'"):
        resolve()


def test_relation_to_what_is_no_entity_is_named() -> None:
    """A relation leads to a declared entity."""
    with pytest.raises(TypeError, match=r"Dog\.owner leads to .*, which is no entity"):
        declare(owner=(Colour | None, relation("主人 — owner.", on={"id": "id"})))


def test_key_over_a_missing_column_is_named() -> None:
    """The natural key is what loaders recognise a row by; it has to exist."""

    @entity(table="dog", key=("chip",), doc="狗 — a dog.")
    class Dog:
        id: Id = column("标识 — id.", group="reference")

    with pytest.raises(TypeError, match=r"Dog: key column 'chip' does not exist"):
        resolve()


def test_description_that_does_not_begin_in_chinese_is_named() -> None:
    """The official term stands first in every description; it is what officers search for."""
    with pytest.raises(TypeError, match=r"Dog\.name: the description does not begin with its Chinese term"):
        declare(name=(str, column("name", group="reference")))


def test_discriminator_without_a_concrete_type_is_named() -> None:
    """An interface that nothing implements has no rows."""

    @entity(table="pet", key=("id",), discriminator="kind", doc="宠物 — a pet.")
    class Pet:
        id: Id = column("标识 — id.", group="reference")
        kind: Colour = column("类别 — kind.", group="reference")

    with pytest.raises(TypeError, match="Pet has a discriminator but no concrete type"):
        resolve()


def test_concrete_type_of_an_unknown_value_is_named() -> None:
    """`when` has to be a value that the discriminator can hold, or the type would never have a row."""

    @entity(table="pet", key=("id",), discriminator="kind", doc="宠物 — a pet.")
    class Pet:
        id: Id = column("标识 — id.", group="reference")
        kind: Colour = column("类别 — kind.", group="reference")

    @entity(of=Pet, when="BLUE", doc="蓝 — a blue one.")
    class Blue(Pet):
        pass

    with pytest.raises(TypeError, match=r"Blue: 'BLUE' is no value of Pet\.kind"):
        resolve()
