"""Search: organisations whose names are like a name that the caller sends. People are never searched for by name.

How alike a name is, is worked out from that name and the one that was sent, nothing else, and told in tenths.
"""

from __future__ import annotations

from types import ModuleType
from typing import Annotated, Any, Final

import strawberry

from schema.space import make, publish

#: the root field, and the type of what it lists
ROOT: Final = "searchSubjects"
MATCH: Final = "SubjectMatch"
#: kinds of subject that are searched: values of the discriminator
SEARCHED: Final = frozenset({"ENTERPRISE", "GOVERNMENT_BODY", "OTHER_ORGANISATION"})
#: characters of a name that is looked for
LONGEST: Final = 100

_DOC: Final = (
    "按名称查找单位 — organisations whose names are like this one, the likest first: other brackets, another form of"
    " company (有限公司, 有限责任公司), branches, parts of a name, abbreviations (杭钢 for 杭州钢铁), wrong characters."
    " Equal names are told apart by what you ask of them. People are looked up by ID number and name (`subject`)."
)
_NAME: Final = "名称 — the name or a part of it, two telling characters at least."
_FIRST: Final = "前几条 — at most so many, 1 to 100; 20 unless said."


def _never(name: Any, first: Any = 20) -> Any:
    raise AssertionError("reads are compiled to SQL, never resolved")


def root_fields(space: ModuleType) -> dict[str, Any]:
    """Python name → Strawberry field of the root; `space` holds the made types."""
    subject: Any = space.Subject
    members = {
        "score": strawberry.field(
            description="相似度 — 1.0 for the same name but for signs and form of company, else down to 0.3, in tenths."
        ),
        "subject": strawberry.field(description="主体 — the organisation."),
    }
    made = make(MATCH, {"score": float, "subject": subject}, members)
    match: Any = strawberry.type(made, description="名称匹配 — an organisation, and how like its name is.")
    publish(MATCH, match)
    _never.__annotations__ = {
        "name": Annotated[str, strawberry.argument(description=_NAME)],
        "first": Annotated[int, strawberry.argument(description=_FIRST)],
        "return": list[match],
    }
    return {"search_subjects": strawberry.field(_never, description=_DOC)}
