"""The catalog: everything derived from the declarations, in one place.

`catalog()` → `Catalog(types, lists, lookups, metadata, graphql)`. A wrong declaration fails here, with a sentence that
names it: an unknown kind, group or target, a relation over a missing column, an interface without concrete types.
"""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

from graphql import GraphQLSchema

from schema.dimensions import Groupable, groupable
from schema.reach import related
from schema.resolved import Link, ObjectType, Resolved, Value, physical_columns, resolve, scalar_kinds
from schema.sdl import build_schema

if TYPE_CHECKING:
    import sqlalchemy as sa


class Catalog(Resolved):
    """The resolved declarations with the tables and the GraphQL schema that follow from them."""

    @cached_property
    def metadata(self) -> sa.MetaData:
        """SQLAlchemy tables of every entity, and of what the hub keeps besides."""
        from schema.tables import build_metadata  # readers do without SQLAlchemy

        return build_metadata(self)

    @cached_property
    def graphql(self) -> GraphQLSchema:
        """The GraphQL schema, declared with Strawberry."""
        return build_schema(self, self.related, self.groupable)

    @cached_property
    def groupable(self) -> dict[str, Groupable]:
        """Type → what its rows may be counted by and summed."""
        return {name: groupable(kind) for name, kind in self.types.items()}

    @cached_property
    def related(self) -> dict[str, dict[str, Link]]:
        """Type → GraphQL name → relation that its filter may go through."""
        return related(self)


@cache
def catalog() -> Catalog:
    """The catalog of this process. Raises TypeError or KeyError for a wrong declaration."""
    found = resolve()
    return Catalog(found.types, found.lists, found.lookups)


__all__ = ["Catalog", "Link", "ObjectType", "Value", "catalog", "physical_columns", "resolve", "scalar_kinds"]
