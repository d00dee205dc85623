"""Acts that write, as GraphQL shows them: one input, one payload, and code for each."""

from __future__ import annotations

import pkgutil

import pytest
from graphql import GraphQLObjectType, get_named_type

from hub import actions
from schema.actions import ACTIONS, Action
from schema.catalog import catalog


def mutation() -> GraphQLObjectType:
    found = catalog().graphql.mutation_type
    assert found is not None
    return found


def test_mutations_are_the_declared_acts() -> None:
    """Nothing writes that is not declared, nothing is declared that cannot be asked for."""
    assert set(mutation().fields) == set(ACTIONS)


@pytest.mark.parametrize("action", ACTIONS.values(), ids=lambda action: action.field)
def test_act_takes_one_input_and_returns_an_entity(action: Action) -> None:
    """The payload's object is a declared entity, so the read path can answer it under the policy."""
    field = mutation().fields[action.field]
    payload = get_named_type(field.type)

    assert list(field.args) == ["input"]
    assert str(field.args["input"].type) == f"{action.input.__name__}!"
    assert isinstance(payload, GraphQLObjectType)
    assert list(payload.fields) == [action.payload_field]
    assert get_named_type(payload.fields[action.payload_field].type).name == action.payload_type
    assert action.payload_type in catalog().types


def test_every_act_has_its_file() -> None:
    """`hub/actions/<name>.py` does what `schema.actions` declares."""
    files = {module.name for module in pkgutil.iter_modules(actions.__path__)}
    assert {"".join(f"_{c.lower()}" if c.isupper() else c for c in name) for name in ACTIONS} <= files


def test_acts_need_a_scope_of_their_own() -> None:
    """A token that may read may not write."""
    assert {action.scope for action in ACTIONS.values()} == {"act"}
