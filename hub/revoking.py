"""Writing and listing revocations, for the command line; workers read them through `hub.revocation`.

No time of a token is believed here: a row is kept for as long as the longest token may live, so that nobody gets a
revocation to end early by handing in an altered copy of what should be revoked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import psycopg

from hub.errors import RevocationInvalid
from hub.key_set import decode_base64url
from hub.revocation import ANY_ISSUER, Kind, remembered_until
from hub.strict_json import read_object

#: characters of an `iss`, the longest of the texts
_LONGEST: Final = 512
_LIFE: Final = remembered_until(0.0)

_INSERT: Final = """
insert into revoked_token as r (kind, issuer, value, issued_before, expires_at, reason, written)
values (%(kind)s, %(issuer)s, %(value)s, case when %(kind)s <> 'TOKEN' then coalesce(%(before)s, now()) end,
        coalesce(%(before)s, now()) + make_interval(secs => %(life)s), %(reason)s, pg_current_xact_id()::text::bigint)
on conflict (kind, issuer, value) do update
set issued_before = greatest(r.issued_before, excluded.issued_before),
    expires_at = greatest(r.expires_at, excluded.expires_at), revoked_at = now(),
    reason = coalesce(excluded.reason, r.reason), written = excluded.written
"""
_LIST: Final = """
select kind, issuer, value, issued_before, revoked_at, expires_at, reason from revoked_token
where expires_at > now() order by revoked_at, kind, issuer, value
"""


@dataclass(frozen=True, slots=True)
class Order:
    """What an operator wants revoked."""

    kind: Kind
    value: str
    issuer: str = ANY_ISSUER
    #: everything issued earlier; None = now. Not for a single token
    before: datetime | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A revocation in force."""

    kind: str
    issuer: str
    value: str
    issued_before: datetime | None
    revoked_at: datetime
    expires_at: datetime
    reason: str | None

    def fields(self) -> Iterator[tuple[str, str | None]]:
        """Names and values as JSON can hold them; instants in UTC."""
        for name in self.__slots__:
            value = getattr(self, name)
            yield name, value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value


def revoke(connection: psycopg.Connection[Any], order: Order) -> None:
    """Write the order and drop rows that no living token can be about. Raises RevocationInvalid."""
    for text in filter(None, (order.value, order.issuer, order.reason)):
        if len(text) > _LONGEST or not text.isprintable():
            raise RevocationInvalid(reason="a value is not one line of text", reason_zh="内容应为单行文本")
    if not order.value:
        raise RevocationInvalid(reason="a value is empty", reason_zh="内容为空")
    _check_instant(order)
    connection.execute("delete from revoked_token where expires_at < now()")
    connection.execute(
        _INSERT,
        {"kind": order.kind, "issuer": order.issuer, "value": order.value, "before": order.before, "life": _LIFE,
         "reason": order.reason},
    )  # fmt: skip


def _check_instant(order: Order) -> None:
    if order.before is None:
        return
    now = datetime.now(UTC)
    if order.kind == "TOKEN" or order.before > now + timedelta(minutes=1):
        raise RevocationInvalid(
            reason="--issued-before is an instant of the past, for --subject or --agency",
            reason_zh="--issued-before 应为过去的时刻，且仅与 --subject 或 --agency 同用",
        )
    if order.before < now - timedelta(seconds=_LIFE):
        raise RevocationInvalid(
            reason="every token issued before that instant has ended", reason_zh="该时刻之前签发的令牌均已到期"
        )


def in_force(connection: psycopg.Connection[Any]) -> list[Listed]:
    """All revocations that a living token can be about, in the order in which they were made."""
    return [Listed(*row) for row in connection.execute(_LIST)]


def named_by(token: str) -> tuple[str, str]:
    """`iss` and `jti` of a token, as it says without being checked. Raises RevocationInvalid."""
    try:
        claims = read_object(decode_base64url(token.strip().split(".")[1].encode()))
        issuer, jti = claims["iss"], claims["jti"]
        if type(issuer) is str and type(jti) is str and issuer and jti:
            return issuer, jti
    except (IndexError, KeyError, ValueError):
        pass
    raise RevocationInvalid(reason="this is no token with iss and jti", reason_zh="不是含有 iss 与 jti 的令牌")
