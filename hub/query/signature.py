"""Signatures: what makes two concrete types' selections the same SQL: columns, sights, masks and everything below."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from hub.query.authorised import Combined, Condition, ObjectNode, Part, Selected, TypeNameNode, ValueNode


def signature(selected: Iterable[Selected]) -> Hashable:
    """Equal for selections that are compiled to the same SQL."""
    return tuple(_signature(node) for node in selected)


def _signature(node: Selected) -> Hashable:
    if isinstance(node, TypeNameNode):
        return (node.key, "__typename")
    if isinstance(node, ValueNode):
        return (node.key, node.value.name, node.sight, node.value.declared.mask.name)
    below = [(name, signature(fields)) for name, fields in node.selection.fields.items()]
    rows = tuple((visible.type_name, visible.grants) for visible in node.selection.visibility)
    link = node.link.name if node.link else ""
    if isinstance(node, ObjectNode):
        return (node.key, link, node.road, tuple(below), rows)
    parts = tuple((part.key, part.name, _part(part)) for part in node.parts)
    return (node.key, link, node.road, repr(node.arguments), parts, rows, repr(node.uses), _condition(node.where))


def _part(part: Part) -> Hashable:
    whole = tuple((name, signature(fields)) for name, fields in part.selection.fields.items()) if part.selection else ()
    inner = tuple(
        (key, name, tuple((t, signature(fields)) for t, fields in below.fields.items()) if below else ())
        for key, name, below in part.fields
    )
    return (whole, inner)


def _condition(where: Condition) -> Hashable:
    """What the policy said of a filter; what the caller said stands in the list's arguments."""
    if isinstance(where, Combined):
        return tuple(_condition(part) for part in where.parts)
    return repr(where.sights)
