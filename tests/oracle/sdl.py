"""The schema as committed."""

from __future__ import annotations

from functools import cache
from importlib import resources

from graphql import GraphQLScalarType, GraphQLSchema, build_schema

from schema.catalog import scalar_kinds


@cache
def committed_schema() -> GraphQLSchema:
    """The schema as committed, with the scalars' own reading of what callers write."""
    schema = build_schema(resources.files("schema").joinpath("schema.graphql").read_text("utf-8"))
    for kind in scalar_kinds():
        scalar = schema.type_map.get(kind.name)
        if isinstance(scalar, GraphQLScalarType):
            scalar.parse_value = scalar.coerce_input_value = kind.accept  # type: ignore[assignment, method-assign]
    return schema
