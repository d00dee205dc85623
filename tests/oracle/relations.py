"""Relations: which rows one leads to from a row, as far as the caller may use the columns that it joins by."""

from __future__ import annotations

from collections.abc import Iterator

from schema.catalog import Link, ObjectType, Value, catalog
from tests.oracle.policy import Road, Sight
from tests.oracle.world import Row, World, kind_of

#: relations that leave out the row's own subject
OF_OTHERS = frozenset({"Case.otherDebtors", "ConsumptionRestriction.otherTargets"})


def near_columns(kind: ObjectType, link: Link) -> list[Value]:
    """The columns of the row that a relation leaves by which it joins, as far as they are declared."""
    return [kind.values[name] for name in link.declared.on if name in kind.values]


def far_columns(link: Link) -> list[Value]:
    """The columns of the rows that a relation across subjects reaches: joining by them is filtering by them."""
    target = catalog().types[link.target]
    names = link.declared.on.values() if link.declared.across else ()
    return [target.values[name] for name in names if name in target.values]


def onward(link: Link, road: Road) -> Road:
    """The road on the other side: a relation across subjects leaves the one that was asked about."""
    return Road.LISTED if link.declared.across else road


def tells(link: Link) -> bool:
    """Whether a relation leads from a row to the subject that it is about."""
    return link.target == "Subject" and "subject_id" in link.declared.on


def is_found(link: Link) -> bool:
    """Whether a relation leads from what an agency found by a number to the person, or to an entry about him."""
    return link.type_name == "ScreeningHit" and link.target in ("Subject", "Listing", "HonestListEntry")


def links(kind: ObjectType) -> dict[str, Link]:
    """Relations by their names in GraphQL; of an interface those of its concrete types, too."""
    return {link.field: link for one in (*catalog().concrete(kind.name), kind) for link in one.links.values()}


def reached(sight: Sight, row: Row, link: Link, road: Road, ahead: Road) -> Iterator[Row]:
    """The rows behind a relation from a row that was reached on `road`; whether they are there is not asked here."""
    kind = kind_of(catalog().leading(link.type_name), row)
    if not all(sight.comparable(value, row, road) for value in near_columns(kind, link)):
        return
    for found in _joined(sight.world, row, link):
        if link.coordinate in OF_OTHERS and found["subject_id"] == row["subject_id"]:
            continue
        if all(sight.comparable(value, found, ahead) for value in far_columns(link)):
            yield found


def _joined(world: World, row: Row, link: Link) -> Iterator[Row]:
    table = catalog().types[link.target].entity.table
    ours, theirs = list(link.declared.on), list(link.declared.on.values())
    if isinstance(row[ours[0]], list):  # a list of codes leads to each of them
        for code in dict.fromkeys(row[ours[0]]):
            yield from world.matching(table, theirs, [code])
    else:
        yield from world.matching(table, theirs, [row[name] for name in ours])
