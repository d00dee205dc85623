"""What may be asked for: columns, relations and dimensions of a type that the caller would not be refused."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from graphql import GraphQLInputObjectType

from schema.catalog import Link, ObjectType, catalog
from tests.oracle.groups import fields_by_word
from tests.oracle.permitted import Permitted
from tests.oracle.policy import Road, Sight
from tests.oracle.relations import links, reached
from tests.oracle.sdl import committed_schema
from tests.oracle.world import Row, kind_of


@lru_cache(maxsize=64)
def offers(sight: Sight, *, polite: bool) -> Offers:
    """What a caller may ask for, or, impolitely, everything; what was found out of a caller is remembered."""
    return Offers(sight, Permitted(sight, committed_schema()) if polite else None)


class Offers:
    """For one caller; without `permitted` everything is offered."""

    def __init__(self, sight: Sight, permitted: Permitted | None) -> None:
        self._sight, self._permitted = sight, permitted

    def columns(self, kind: ObjectType, road: Road) -> tuple[str, ...]:
        """Columns to filter and order by: those that the caller sees in some rows only are the interesting ones."""
        names = sorted({value.name for value in (*kind.filterable.values(), *kind.orderable.values())})
        if self._permitted is None:
            return tuple(names)
        allowed = [name for name in names if self._permitted.use(kind, name, road)]
        return (*allowed, *[name for name in allowed if self._permitted.partly(kind, name, road)] * 8)

    def relations(self, kind: ObjectType, road: Road) -> list[Link]:
        """Relations that a filter may go through."""
        offered = committed_schema().type_map[f"{kind.name}Filter"]
        assert isinstance(offered, GraphQLInputObjectType)
        known = [link for name, link in sorted(links(kind).items()) if name in offered.fields]
        if self._permitted is None:
            return known
        allowed = [link for link in known if self._permitted.through(kind, link, road)]
        return [*allowed, *[link for link in allowed if self._is_partial(link)] * 4]

    def _is_partial(self, link: Link) -> bool:
        """Whether some rows behind a relation are there and others are not: the interesting ones."""
        kinds = catalog().concrete(link.target)
        return any(self._sight.ways(kind, Road.LISTED) != [None] * len(kind.entity.presence) for kind in kinds)

    def behind(self, type_name: str, row: Row | None, link: Link) -> Row | None:
        """A row that a relation leads to from `row`, so that a condition on it hits something."""
        if row is None or link.name not in kind_of(type_name, row).links:
            return None
        own = kind_of(type_name, row).links[link.name]
        return next(reached(self._sight, row, own, Road.LISTED, Road.LISTED), None)

    def words(self, kind: ObjectType, road: Road, *, at_root: bool) -> Sequence[str]:
        """Dimensions to count by, as `groups` names them."""
        words = fields_by_word(kind.name)
        return [
            word for word, name in words.items()
            if self._permitted is None or self._permitted.dimension(kind, name, road, at_root=at_root)
        ]  # fmt: skip

    def sums(self, kind: ObjectType, names: Sequence[str], road: Road, *, at_root: bool) -> list[str]:
        """Those of the sums that may be asked for."""
        return [
            name for name in names
            if self._permitted is None or self._permitted.sum(kind, name, road, at_root=at_root)
        ]  # fmt: skip

    def field(self, kind: ObjectType, name: str, road: Road) -> bool:
        """Whether a field may be selected."""
        return self._permitted is None or self._permitted.field(kind, name, road)

    def roots(self, names: Sequence[str]) -> list[str]:
        """Those of the root fields that may be asked for."""
        return [name for name in names if self._permitted is None or self._permitted.root(name)]

    def are_there(self, kind: ObjectType, road: Road) -> bool:
        """Whether any row of the type may be there; if not, it is for counting alone."""
        return any(self._sight.ways(one, road) for one in catalog().concrete(kind.name))

    def is_protected(self, kind: ObjectType) -> bool:
        """Whether groups of a root list count rows that do not exist for the caller."""
        return bool(self._sight.countable(kind, None))
