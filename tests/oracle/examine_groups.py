"""What groups are counted and summed by, and what may be asked while rows count that do not exist for the caller."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphql import FieldNode, GraphQLObjectType

from schema.catalog import ObjectType, catalog
from tests.oracle.examine_filters import FilterExaminer, Kinds, presence_groups, quantified
from tests.oracle.groups import area_decides, dimension, fields_by_word, is_cut, summed
from tests.oracle.policy import Road, sure
from tests.oracle.relations import links
from tests.oracle.walk import Arguments, Ways


class GroupExaminer(FilterExaminer):
    """Walks `groups`."""

    def groups(self, nodes: list[FieldNode], kind: ObjectType, given: Arguments | None, coordinate: str, road: Road,
               only: frozenset[str] | None, *, at_root: bool) -> bool:  # fmt: skip
        """One `groups` of a list with the filter `given`; whether the caller may count anything by it."""
        connection = self.schema.type_map[f"{kind.name}Connection"]
        assert isinstance(connection, GraphQLObjectType)
        arguments = self.arguments(connection, nodes)
        seen = self.kinds(kind, road, only)
        protected = at_root and not arguments["onlyVisible"]
        counted = [one.name for one in self.sight.countable(kind, only)] if protected else []
        if not seen and not counted:
            self.refuse(coordinate, waits=any(self.sight.waits(group, road) for group in presence_groups(kind)))
            return False
        # of rows that are only counted no rule says which
        alone: dict[str, Ways] = {name: [None] for name in counted if name not in seen}
        words = fields_by_word(kind.name)
        by = list(dict.fromkeys(words[word] for word in arguments["by"]))
        for name in by:
            self.dimension(kind, name, seen, counted, road)
        for selected in self.below(nodes, f"{kind.name}Group").values():
            if selected[0].name.value.startswith("sum"):
                self.sum(kind, selected[0].name.value, {**seen, **alone}, road)
        self.filtered(kind, given, {**seen, **alone}, road)
        if counted:
            self.found.masked.add(f"{kind.name}Group.count")
            if not self._is_slice(kind, given, [*seen, *alone], road):
                self.found.faults.add("INVALID_ARGUMENT")
        return True

    def dimension(self, kind: ObjectType, name: str, seen: Kinds, counted: Sequence[str], road: Road) -> None:
        """Seen on every type that has it; what the level opens that lets rows be counted is open for counting them."""
        for one in dict.fromkeys([*seen, *counted]):
            concrete = catalog().types[one]
            value = dimension(concrete, name)
            if value is None and not is_cut(name):
                continue
            groups = {value.group} if value else area_decides(concrete)
            if one not in seen:
                groups -= self.sight.counting(concrete)
            coordinate = value.coordinate if value else f"{kind.name}Group.{name}"
            self._opened(groups, [None] if one in counted else list(seen[one]), coordinate, road)

    def sum(self, kind: ObjectType, name: str, kinds: Kinds, road: Road) -> None:
        for one, ways in kinds.items():
            value = summed(catalog().types[one], name)
            if value:
                self._opened({value.group}, list(ways), value.coordinate, road)

    def _opened(self, groups: Iterable[str], ways: Ways, coordinate: str, road: Road) -> None:
        for group in groups:
            rules = self.sight.rules(group, road)
            if "F" in self.sight.levels(group, road) or sure(ways, rules):
                continue
            if rules:
                self.found.elsewhere.add(coordinate)
            else:
                self.refuse(coordinate, waits=self.sight.waits(group, road))

    def _is_slice(self, kind: ObjectType, given: Arguments | None, kinds: Sequence[str], road: Road) -> bool:
        """Whether a filter says nothing but `eq` of dimensions that are seen everywhere."""
        for key, item in (given or {}).items():
            if item is None:
                continue
            if key == "and":
                fine = all(self._is_slice(kind, part, kinds, road) for part in item)
            elif key in kind.filterable:
                fine = set(item) == {"eq"} and self._is_clear_dimension(kind, key, kinds, road)
            else:
                fine = key not in ("or", "not") and not list(quantified(links(kind)[key], item))
            if not fine:
                return False
        return True

    def _is_clear_dimension(self, kind: ObjectType, field: str, kinds: Sequence[str], road: Road) -> bool:
        values = [catalog().types[name].values.get(kind.filterable[field].name) for name in kinds]
        clear = all("F" in self.sight.levels(value.group, road) for value in values if value)
        return clear and field in fields_by_word(kind.name).values()
