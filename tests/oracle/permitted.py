"""What a caller would be refused, one field at a time, so that documents can be made that are mostly answered."""

from __future__ import annotations

from graphql import DocumentNode, FieldNode, GraphQLSchema, NameNode
from graphql.execution.values import VariableValues

from schema.catalog import ObjectType, catalog
from tests.oracle.examine import Examiner
from tests.oracle.policy import Road, Sight


class Permitted:
    """Remembers what it has asked the examiner about one caller."""

    def __init__(self, sight: Sight, schema: GraphQLSchema) -> None:
        self._sight, self._schema = sight, schema
        self._known: dict[tuple[str, str, Road], bool] = {}

    def root(self, name: str) -> bool:
        """Whether a list or a look-up of the root is open."""
        examiner = self._examiner()
        listed = name in catalog().lists
        type_name = catalog().lists[name] if listed else catalog().lookups[name]
        examiner.rows([], type_name, name, Road.LISTED if listed else Road.LOOKED_UP, None)
        return not examiner.found.refused

    def field(self, kind: ObjectType, name: str, road: Road) -> bool:
        """Whether a field may be selected on all concrete types whose rows may be there."""
        key = (kind.name, name, road)
        if key not in self._known:
            examiner = self._examiner()
            for concrete in examiner.there(kind, road, None):
                examiner.field(concrete, [FieldNode(name=NameNode(value=name))], road)
            self._known[key] = not examiner.found.refused
        return self._known[key]

    def use(self, kind: ObjectType, column: str, road: Road) -> bool:
        """Whether a column may be filtered or ordered by."""
        key = (kind.name, f"={column}", road)
        if key not in self._known:
            examiner = self._examiner()
            for concrete in examiner.there(kind, road, None):
                if column in concrete.values:
                    examiner.use(concrete.values[column], road)
            self._known[key] = not examiner.found.refused
        return self._known[key]

    def partly(self, kind: ObjectType, column: str, road: Road) -> bool:
        """Whether a column is seen in some rows and not in others, for all that the policy says before looking."""
        values = [one.values[column] for one in self._examiner().there(kind, road, None) if column in one.values]
        return any(
            self._sight.rules(value.group, road) and "F" not in self._sight.levels(value.group, road)
            for value in values
        )  # fmt: skip

    def _examiner(self) -> Examiner:
        return Examiner(self._schema, DocumentNode(definitions=()), VariableValues({}, {}), self._sight)
