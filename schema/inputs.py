"""Inputs: filters and orderings of each type, and the operators of each kind."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Any, Optional

import strawberry

from schema.resolved import Link, ObjectType, Value
from schema.space import SPACE, Namespace, described_enum, make, publish

OPERATORS = {
    "eq": "等于 — equal to.",
    "in_": "属于 — equal to one of these.",
    "starts_with": "前缀 — begins with.",
    "gte": "不小于 — at or above, on or after.",
    "lte": "不大于 — at or below, on or before.",
    "gt": "大于 — above, after.",
    "lt": "小于 — below, before.",
    "has": "包含 — the list holds it.",
    "and_": "并且 — all of these hold.",
    "or_": "或者 — at least one of these holds.",
    "not_": "非 — this does not hold.",
}
QUANTIFIERS = {
    "some": "存在 — at least one satisfies it; an empty condition asks whether there is one.",
    "none": "不存在 — none satisfies it.",
    "every": "全部 — all satisfy it; also true where there are none.",
}
ORDER = {
    "field": "排序字段 — what to order by.",
    "direction": "排序方向 — ascending unless said otherwise.",
    "nulls": "空值位置 — unless said, absent values count as the greatest: last ascending, first descending.",
}
DIRECTIONS = {"ASC": "升序 — ascending.", "DESC": "降序 — descending."}
NULLS = {"FIRST": "最前 — absent values first.", "LAST": "最后 — absent values last."}


class Direction(enum.Enum):
    """排序方向 — direction of an ordering."""

    ASC = "ASC"
    DESC = "DESC"


class Nulls(enum.Enum):
    """空值位置 — where absent values stand; the placement that is not the default's costs a sort."""

    FIRST = "FIRST"
    LAST = "LAST"


def declare_inputs(kind: ObjectType, related: Iterable[Link]) -> None:
    """Publish the filter of a type, over its columns and through these relations, and its ordering."""
    if kind.filterable:
        _filter(kind, related)
    if kind.orderable:
        _order(kind)


def _filter(kind: ObjectType, related: Iterable[Link]) -> None:
    fields: Namespace = {v.name: Optional[_operators(v)] for v in kind.filterable.values()}
    docs = {v.name: v.declared.doc for v in kind.filterable.values()} | OPERATORS
    for link in related:
        fields[link.name] = f"Optional[{link.target}{'List' if link.many else ''}Filter]"
        docs[link.name] = link.declared.doc
    fields |= {"and_": f"Optional[list[{kind.name}Filter]]", "or_": f"Optional[list[{kind.name}Filter]]",
               "not_": f"Optional[{kind.name}Filter]"}  # fmt: skip
    _input(f"{kind.name}Filter", f"筛选条件 — over {kind.name}; fields given together all have to hold.", fields, docs)
    fields = dict.fromkeys(QUANTIFIERS, f"Optional[{kind.name}Filter]")
    doc = f"关联条件 — over the {kind.name} rows of a relation that exist for you; given together, all have to hold."
    _input(f"{kind.name}ListFilter", doc, fields, QUANTIFIERS)


def _order(kind: ObjectType) -> None:
    members = {constant(name): value.name for name, value in kind.orderable.items()}
    order = enum.Enum(f"{kind.name}OrderField", members)  # type: ignore[misc]
    order.__doc__ = f"排序字段 — fields that {kind.name} may be ordered by."
    docs = {constant(name): value.declared.doc for name, value in kind.orderable.items()}
    publish(order.__name__, described_enum(order, docs))
    fields = {"field": order.__name__, "direction": "Direction", "nulls": "Optional[Nulls]"}
    doc = "排序 — one ordering; ties are broken by id."
    _input(f"{kind.name}Order", doc, fields, ORDER, defaults={"direction": Direction.ASC})


def constant(name: str) -> str:
    """`filedOn` as the name of an enum value: `FILED_ON`."""
    return "".join(f"_{c}" if c.isupper() else c.upper() for c in name)


def _input(
    name: str, doc: str, fields: Namespace, docs: dict[str, str] | None = None, defaults: Namespace | None = None
) -> type:
    members = {}
    for field, annotation in fields.items():
        default = (defaults or {}).get(field, strawberry.UNSET)
        rename = field.rstrip("_") if field in ("and_", "or_", "not_", "in_") else None
        optional = "Optional" in str(annotation) or field in (defaults or {})
        extra = {"default": default} if optional else {}
        members[field] = strawberry.field(name=rename, description=(docs or {}).get(field), **extra)
    made = strawberry.input(make(name, fields, members), description=doc)
    publish(name, made)
    return made


def _operators(value: Value) -> type:
    """The operator input of a kind, made once: `DateFilter {eq gte lte gt lt}`, `TextFilter {eq in startsWith}` …"""
    name = f"{value.kind.name}Filter"
    if not hasattr(SPACE, name):
        found = value.kind.vocabulary
        inner: Any = getattr(SPACE, found.__name__) if found else value.kind.scalar
        inner = str if inner == list[str] else inner
        python = {"in": "in_", "startsWith": "starts_with"}
        fields = {python.get(op, op): Optional[list[inner] if op == "in" else inner] for op in value.kind.operators}
        _input(name, f"条件 — operators over {value.kind.name}; given together, all have to hold.", fields, OPERATORS)
    return getattr(SPACE, name)  # type: ignore[no-any-return]
