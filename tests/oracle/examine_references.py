"""Rows named by references: which tables are asked, what is refused of those that are not, and by what rows are named.

Only `node` asks about one thing, so only there does a purpose open anything, and for a subject alone.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from graphql import FieldNode, get_named_type, is_abstract_type

from schema.catalog import catalog
from tests.oracle.examine_filters import presence_groups
from tests.oracle.naming import Malformed, key_of, kinds_named_by, only_of, references
from tests.oracle.policy import Road, sure
from tests.oracle.walk import Fields, Refused

if TYPE_CHECKING:
    from tests.oracle.examine import Examiner


def examine(examiner: Examiner, root: str, nodes: list[FieldNode], given: Any) -> None:
    """One root that answers references, with the argument `given`."""
    query = examiner.schema.query_type
    assert query
    named = get_named_type(query.fields[root].type)
    assert is_abstract_type(named)
    below = {kind.name: examiner.below(nodes, kind.name) for kind in examiner.schema.get_possible_types(named)}
    _tables(examiner, root, nodes, below, only_of(root, given))
    examiner.found.naming.append(_named(examiner, root, given))


def _tables(
    examiner: Examiner, root: str, nodes: list[FieldNode], below: dict[str, Fields], only: frozenset[str] | None
) -> None:
    """A table of which no row is there refuses what is asked of its types by name, not what is asked of all alike."""
    shared = set.intersection(*(set(fields) for fields in below.values()))
    asked = False
    for leading in dict.fromkeys(map(catalog().leading, below)):
        kind = catalog().types[leading]
        road = Road.LOOKED_UP if root == "node" and leading == "Subject" else Road.LISTED
        if examiner.there(kind, road, only):
            asked = True
            examiner.rows(nodes, leading, f"Query.{root}", road, only)
            continue
        waits = any(examiner.sight.waits(group, road) for group in presence_groups(kind))
        for name in kind.possible:
            for key, fields in below[name].items():
                if key not in shared and fields[0].name.value != "__typename":
                    examiner.refuse(f"{name}.{fields[0].name.value}", waits=waits)
    if not asked:
        examiner.refuse(f"Query.{root}", waits=False)


def _named(examiner: Examiner, root: str, given: Any) -> Refused:
    """What the references that came are refused for; wrong ones are faults."""
    refused: Refused = defaultdict(set)
    for item in references(root, given):
        try:
            type_name, field, _ = key_of(root, item)
        except Malformed:
            examiner.found.faults.add("INVALID_ARGUMENT")
            continue
        if type_name != "Node":
            _key(examiner, type_name, field, refused)
    return refused


def _key(examiner: Examiner, type_name: str, field: str, refused: Refused) -> None:
    sight = examiner.sight
    if field == "person":
        number = catalog().types["NaturalPerson"].values["id_number"]
        if sight.shows_nothing(number.group, Road.LISTED):
            refused[number.coordinate].add(False)
        return
    for kind in kinds_named_by(type_name, field):
        value, ways = kind.references[field], sight.ways(kind, Road.LISTED)
        seen = "F" in sight.levels(value.group, Road.LISTED) or sure(ways, sight.rules(value.group, Road.LISTED))
        if ways and not seen:
            refused[value.coordinate].add(sight.waits(value.group, Road.LISTED))
