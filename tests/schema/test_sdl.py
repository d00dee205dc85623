"""The GraphQL schema: committed as printed, described throughout, the same in every process."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    get_named_type,
    is_input_type,
    is_introspection_type,
    is_specified_scalar_type,
    validate_schema,
)

import schema
from schema.catalog import catalog
from schema.sdl import printed

COMMITTED = Path(schema.__path__[0]) / "schema.graphql"
HAN = re.compile(r"[一-鿿]")


def documented() -> Iterator[tuple[str, str | None]]:
    """(coordinate, description) of everything that we declare."""
    for name, kind in catalog().graphql.type_map.items():
        if is_introspection_type(kind) or is_specified_scalar_type(kind):
            continue
        yield name, kind.description
        if isinstance(kind, GraphQLEnumType):
            yield from ((f"{name}.{value}", shown.description) for value, shown in kind.values.items())
        elif isinstance(kind, GraphQLInputObjectType):
            yield from ((f"{name}.{field}", shown.description) for field, shown in kind.fields.items())
        elif isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            for field, declared in kind.fields.items():
                yield f"{name}.{field}", declared.description
                for argument, taken in declared.args.items():
                    yield f"{name}.{field}({argument}:)", taken.description


def test_committed_schema_is_the_declared_one() -> None:
    """A review sees every consequence of a declaration; refresh with `hub schema > schema/schema.graphql`."""
    assert COMMITTED.read_text("utf-8") == printed(catalog().graphql), (
        "schema/schema.graphql is not what the declarations say; run: hub schema > schema/schema.graphql"
    )


def test_schema_is_valid() -> None:
    """The rules of the GraphQL specification hold, names and interfaces included."""
    assert validate_schema(catalog().graphql) == []


def test_everything_is_described_beginning_with_its_chinese_term() -> None:
    """Types, fields, arguments, operators and enum values: an officer finds the term, a developer the English."""
    found = list(documented())
    assert len(found) > 1000
    assert [where for where, text in found if not text or not HAN.match(text)] == []


def test_fields_name_their_row_of_the_policy() -> None:
    """Every value's description ends with its field group, which is where its visibility is decided."""
    for kind in catalog().types.values():
        fields = catalog().graphql.type_map[kind.name].fields  # type: ignore[attr-defined]
        for value in kind.visible().values():
            assert fields[value.field].description.endswith(f"[{value.group}]"), value.coordinate


def test_hidden_columns_do_not_exist_for_clients() -> None:
    """Not as a field, not in a filter, not in an ordering."""
    names = catalog().graphql.type_map
    hidden = [
        value for kind in catalog().types.values()
        for value in kind.values.values() if getattr(value.declared, "hidden", False)
    ]  # fmt: skip
    assert hidden
    for value in hidden:
        for name in (value.type_name, f"{value.type_name}Filter"):
            if name in names:
                assert value.field not in names[name].fields, value.coordinate  # type: ignore[attr-defined]
        order = names.get(f"{value.type_name}OrderField")
        assert not isinstance(order, GraphQLEnumType) or value.name not in [v.value for v in order.values.values()]


def test_what_a_mask_may_withhold_is_nullable() -> None:
    """Null is what WITHHELD shows; a non-null field would turn a mask into an error. An id is never withheld."""
    for kind in catalog().types.values():
        fields = catalog().graphql.type_map[kind.name].fields  # type: ignore[attr-defined]
        for value in kind.visible().values():
            required = str(fields[value.field].type).endswith("!")
            assert not required or value.group == "reference" or value.field == "id", value.coordinate


def test_whatever_shows_an_id_is_a_node() -> None:
    """Relay refetches by id, so no type with one is left out but those whose rows no index finds by it; interfaces of
    ours say so, too.
    """
    types = catalog().graphql.type_map
    node = types["Node"]
    with_id = {name for name, kind in types.items() if "id" in getattr(kind, "fields", {}) and not is_input_type(kind)}

    assert {kind.name for kind in catalog().types.values()} == with_id - {"Node"}
    for name in with_id - {"Node"}:
        is_node = node in types[name].interfaces  # type: ignore[attr-defined]
        assert is_node is not catalog().types[name].entity.view


def test_sealed_values_can_be_given_but_not_compared() -> None:
    """An ID number is an argument of the look-up and of acts; no filter takes one."""
    filters = [kind for name, kind in catalog().graphql.type_map.items() if name.endswith("Filter")]
    for kind in filters:
        assert isinstance(kind, GraphQLInputObjectType)
        assert [f for f, shown in kind.fields.items() if get_named_type(shown.type).name == "IdNumber"] == []


@pytest.mark.parametrize("seed", ["0", "1"])
def test_schema_is_the_same_in_every_process(seed: str) -> None:
    """Nothing depends on the order of a set: two workers print the same bytes."""
    script = (
        "from schema.catalog import catalog; from schema.sdl import printed; print(printed(catalog().graphql), end='')"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, timeout=60,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}, cwd=COMMITTED.parent.parent,
    )  # fmt: skip
    assert done.stdout.decode() == printed(catalog().graphql)


def test_no_two_vocabularies_bear_one_name() -> None:
    """In the SDL a name is one enum: of two, one would be printed with the other's words."""
    values = [value for kind in catalog().types.values() for value in kind.values.values()]
    found = {value.kind.vocabulary for value in values if value.kind.vocabulary is not None}

    assert len({vocabulary.__name__ for vocabulary in found}) == len(found) > 20
