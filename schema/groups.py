"""Groups: the GraphQL types of rows counted by dimensions."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import Annotated, Any, Optional

import strawberry

from schema.dimensions import Dimension, Groupable
from schema.inputs import constant
from schema.kinds import Money
from schema.resolved import ObjectType
from schema.space import SPACE, Namespace, described_enum, make, publish

GROUPS = (
    "分组统计 — rows under the filter, whatever the page, counted by up to three dimensions, in order; more than 1000"
    " groups are refused. Rows that you may only count (level A) add full tens, to lists of the root."
)
BY = "分组维度 — at most three."
ONLY_VISIBLE = "仅计可见 — leave out rows that you may only count; any filter may be used then."
COUNT = "数量 — rows that exist for you, and full tens of those that you may only count."


def declare_groups(kind: ObjectType, found: Groupable) -> None:
    """Publish what the rows of a type are counted by, and the type of one group."""
    members = {constant(name): name for name in found.dimensions}
    field = enum.Enum(f"{kind.name}GroupField", members)  # type: ignore[misc]
    field.__doc__ = f"分组维度 — what {kind.name} may be counted by."
    publish(field.__name__, described_enum(field, {constant(d.field): d.doc for d in found.dimensions.values()}))
    annotations: Namespace = {name: Optional[_annotation(each)] for name, each in found.dimensions.items()}
    docs = {name: f"{each.doc.rstrip('.')}; null unless grouped by it." for name, each in found.dimensions.items()}
    annotations["count"], docs["count"] = int, COUNT
    for name, value in found.sums.items():
        annotations[name] = Optional[Money]
        docs[name] = f"合计（元）— sum of {value.field} over the rows that exist for you. [{value.group}]"
    names = {name: strawberry.field(name=name, description=docs[name]) for name in annotations}
    made = make(f"{kind.name}Group", annotations, names)
    publish(made.__name__, strawberry.type(made, description=f"分组 — {kind.name} rows that are alike."))


def _annotation(dimension: Dimension) -> Any:
    """The type of a dimension; a vocabulary as it was made for GraphQL."""
    value = dimension.value
    return getattr(SPACE, dimension.annotation.__name__) if value and value.kind.is_enum else dimension.annotation


def groups_of(kind: ObjectType, never: Callable[..., Any]) -> Callable[..., Any]:
    """A function whose signature Strawberry reads as the arguments of `groups`."""

    def resolver(by: Any, only_visible: Any = False) -> Any:
        return never(by, only_visible)

    by = strawberry.argument(description=BY)
    only = strawberry.argument(description=ONLY_VISIBLE)
    dimensions: Any = list[getattr(SPACE, f"{kind.name}GroupField")]  # type: ignore[misc]
    resolver.__annotations__ = {
        "by": Annotated[dimensions, by], "only_visible": Annotated[bool, only],
        "return": list[getattr(SPACE, f"{kind.name}Group")],  # type: ignore[misc]
    }  # fmt: skip
    resolver.__module__ = SPACE.__name__
    return resolver
