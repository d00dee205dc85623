"""Signatures: what makes two concrete types' answers to one key the same SQL: columns, sights, masks, all below."""

from __future__ import annotations

from collections.abc import Hashable

from hub.query.authorised import (
    Combined,
    Condition,
    Grouped,
    ObjectNode,
    Part,
    Related,
    Selected,
    Selection,
    TypeNameNode,
    ValueNode,
)


class Signatures:
    """Compares what one operation selects; a selection that several types share is looked at once."""

    def __init__(self) -> None:
        #: the selection stands beside its signature, so that its id is not given to another
        self._known: dict[int, tuple[Selection, Hashable]] = {}

    def of(self, node: Selected) -> Hashable:
        """Equal for what is compiled to the same SQL."""
        if isinstance(node, TypeNameNode):
            return (node.key, "__typename")
        if isinstance(node, ValueNode):
            return (node.key, node.value.name, node.sight, node.value.declared.mask.name)
        link = node.link.name if node.link else ""
        if isinstance(node, ObjectNode):
            return (node.key, link, node.road, self._selection(node.selection))
        parts = tuple((part.key, part.name, self._part(part)) for part in node.parts)
        rows = self._selection(node.selection)
        where = _condition(node.where)
        told = node.names_subjects
        return (node.key, link, node.road, repr(node.arguments), parts, rows, repr(node.uses), where, told, node.veiled)

    def _selection(self, selection: Selection | None) -> Hashable:
        if selection is None:
            return ()
        known = self._known.get(id(selection))
        if known is None:
            fields = tuple((name, tuple(map(self.of, nodes))) for name, nodes in selection.fields.items())
            rows = tuple(selection.visibility)
            known = self._known[id(selection)] = (selection, (fields, rows, selection.names_subject))
        return known[1]

    def _part(self, part: Part) -> Hashable:
        fields = tuple((key, name, self._selection(below)) for key, name, below in part.fields)
        return (self._selection(part.selection), fields, _grouped(part.grouped))


def _grouped(grouped: Grouped | None) -> Hashable:
    if grouped is None:
        return ()
    axes = tuple((axis.dimension.field, tuple(axis.opened.items())) for axis in grouped.axes)
    sums = tuple((name, tuple(opened.items())) for name, opened in grouped.sums.items())
    rows = (*grouped.visible, *grouped.counted)
    return (axes, sums, rows, len(grouped.counted), _condition(grouped.where))


def _condition(where: Condition) -> Hashable:
    """What the policy said of a filter; what the caller said stands in the list's arguments."""
    if isinstance(where, Combined):
        return tuple(_condition(part) for part in where.parts)
    if isinstance(where, Related):
        ways = tuple((name, road) for name, (_, road) in where.ways.items())
        rows = tuple(where.visibility)
        return (ways, where.complete, rows, _condition(where.part))
    return repr(where.sights)
