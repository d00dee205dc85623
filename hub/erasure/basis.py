"""Why a person may be erased, and what stands against it."""

from __future__ import annotations

import enum
from typing import Any, Final

from psycopg import Connection

from schema.entities.subject import IN_FORCE


class Basis(enum.StrEnum):
    """The grounds of 个人信息保护法第四十七条第一款, in its order."""

    purpose_fulfilled = "PURPOSE_FULFILLED"
    retention_expired = "RETENTION_EXPIRED"
    consent_withdrawn = "CONSENT_WITHDRAWN"
    unlawful_processing = "UNLAWFUL_PROCESSING"
    other_law = "OTHER_LAW"


WORDS: Final[dict[Basis, tuple[str, str]]] = {
    Basis.purpose_fulfilled: ("the purpose is fulfilled or no longer needs the data", "目的已实现、无法实现或不再必要"),
    Basis.retention_expired: ("the service ended or the retention period is over", "停止提供服务或保存期限已届满"),
    Basis.consent_withdrawn: ("the person withdrew consent", "个人撤回同意"),
    Basis.unlawful_processing: ("processing broke law or agreement", "违反法律、行政法规或约定处理个人信息"),
    Basis.other_law: ("another law or regulation says so", "法律、行政法规规定的其他情形"),
}  # fmt: skip

#: what is kept while it lasts: listings that are in force or on their way, and cases that are enforced or closed for
#: want of assets, since the debt lives on (法〔2016〕373号); a case known from a listing alone is as open as that
_LISTED: Final = (
    "select count(*) from listing t where t.subject_id = %s and (t.state in ('PROPOSED', 'GRACE', 'SHIELDED') or "  # noqa: S608
    f"{IN_FORCE.replace('{t}', 't')})"
)
_OPEN: Final = "select count(*) from enforcement_case where subject_id = %s and state in ('ENFORCING', 'TERMINATED')"


def against(connection: Connection[Any], subject: str) -> tuple[int, int]:
    """How many listings and how many cases have the person's record kept."""
    counts = [connection.execute(query.encode(), (subject,)).fetchone() for query in (_LISTED, _OPEN)]
    listed, opened = (int(row[0]) for row in counts if row)
    return listed, opened
