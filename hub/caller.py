"""Who asks: the `Caller` a verified token speaks for, and the strict reading of the claims that make one.

Every claim is typed; a claim of the wrong type refuses the whole token, because a token that two readers understand
differently is how rights are gained. Unknown claims are left alone. Nothing here knows of signatures or keys.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

#: role code -> (English, official Chinese term); the whole vocabulary of the `roles` claim
ROLES: dict[str, tuple[str, str]] = {
    "CE": ("court enforcement bureau", "法院执行局"),
    "CH": ("higher-court enforcement command centre", "执行指挥中心"),
    "CP": ("public credit platform operator", "公共信用平台"),
    "PL": ("political-legal committee, supervision", "政法委（监督）"),
    "GM": ("government-debtor monitoring office", "政府失信监测机构"),
    "DC": ("discipline inspection and supervision", "纪检监察机关"),
    "PS": ("public security", "公安机关"),
    "PR": ("procuratorate", "检察机关"),
    "MR": ("market regulation", "市场监管部门"),
    "PE": ("personnel bodies", "组织人事部门"),
    "FI": ("fiscal, procurement and subsidy bodies", "财政及公共资源交易部门"),
    "AP": ("other approving department", "其他审批部门"),
    "BK": ("bank or insurer", "银行保险机构"),
    "TE": ("telecommunications operator", "通信运营企业"),
    "TL": ("town or street liaison officer", "镇街联络员、网格员"),
    "DP": ("data provider", "数据报送单位"),
    "SE": ("the subject itself, by real-name login", "信用主体本人"),
    "AQ": ("authorised third party", "授权查询机构"),
    "PU": ("public", "社会公众"),
    "AU": ("auditor", "审计人员"),
    "SA": ("system administrator, no data", "系统管理员"),
}

#: the longest life of a token in seconds, counted from `iat` to `exp`
LONGEST_LIFE = 24 * 3600

#: RFC 6749 appendix A.4: what one word of a scope is made of
_SCOPE = re.compile(r"[\x21\x23-\x5b\x5d-\x7e]+")
#: whole levels only (province, city, county, town, village): a cut code would widen the right to its neighbours
_AREA = re.compile(r"[1-8]\d(?:\d{2}|\d{4}|\d{7}|\d{10})?", re.ASCII)
_ZONE = re.compile(r"[1-8]\d{5}Z\d{2}", re.ASCII)
#: 法〔2015〕137号: the province's character, then two digits for an intermediate and four for a basic court
_COURT = re.compile(
    r"(?:最高法|[京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云藏陕甘青宁新兵军](?:\d{2}|\d{4})?)", re.ASCII
)
_PURPOSE = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,63}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Caller:
    """One verified officer, system or person, with everything the policy may ask about; immutable and hashable."""

    #: `iss`; together with `subject` it is the identity, `sub` alone is not
    issuer: str
    #: `sub`, as the issuer writes it
    subject: str
    #: `agency_id` of the body that answers for this caller
    agency: str
    #: role codes, at least one, each a key of `ROLES`
    roles: frozenset[str]
    #: normalised area prefixes, sorted: "33", "3302", "330211", "330211001" or a zone "330211Z01"
    areas: tuple[str, ...]
    #: court codes, sorted, such as "浙0211"
    courts: tuple[str, ...]
    #: the one purpose of this token, or none
    purpose: str | None
    #: the caller's own file or matter number, or none
    matter: str | None = field(repr=False)
    #: the subject this caller is; present exactly with role SE
    subject_id: UUID | None = field(repr=False)
    #: `jti`, by which the token can be revoked
    jti: str
    #: whole words of `scope`
    scopes: frozenset[str]
    #: `exp`, seconds since 1970-01-01 UTC
    expires: int
    #: what shapes a policy plan; area, court, agency, matter and subject values are bound as SQL parameters instead
    fingerprint: Hashable = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        plan = (
            tuple(sorted(self.roles)),
            bool(self.areas),
            bool(self.courts),
            self.purpose,
            self.matter is not None,
            self.subject_id is not None,
        )
        object.__setattr__(self, "fingerprint", plan)
