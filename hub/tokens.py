"""Development tokens: a key made in the data directory, an issuer of its own, and `sign` for `hub token`.

Production neither makes nor accepts any of this; see `hub.identity`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from time import time
from typing import Any
from uuid import uuid4

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from hub.caller import LONGEST_LIFE, read_claims
from hub.errors import DevelopmentOnly, KeyFileUnusable, TokenRequestInvalid
from hub.identity import DEVELOPMENT_ISSUER, LARGEST_TOKEN, LEEWAY, development_keys
from hub.key_set import DEVELOPMENT_MARK, DEVELOPMENT_PREFIX, decode_base64url, encode_base64url, thumbprint
from hub.matter import LONGEST_LIFE as LONGEST_LIFE_OF_MATTER
from hub.matter import TYPE as MATTER
from hub.matter import read, signing_input
from hub.private_file import create_private, read_private
from hub.settings import Settings
from hub.strict_json import read_object
from schema.policy import policy


@dataclass(frozen=True, slots=True)
class TokenRequest:
    """What a development token should say; the claims of `Caller`, as written on the command line."""

    roles: tuple[str, ...]
    areas: tuple[str, ...] = ()
    courts: tuple[str, ...] = ()
    agency: str = "development"
    purpose: str | None = None
    matter: str | None = None
    #: the public id of a subject, for role SE
    subject: str | None = None
    hours: int = 12
    scope: str = "read act"
    #: who asks, within the agency
    officer: str = "hub-token"


_ROLES = " ".join(policy().roles)

#: what is wrong with a claim, by the claim that `read_claims` names: in English and in Chinese
_FAULTS: tuple[tuple[str, str, str], ...] = (
    ("subject", "role SE, and no other, names the UUID of its subject", "角色 SE 必须且只有它可以指定主体的 UUID"),
    ("role", f"roles are {_ROLES}, each at most once", f"角色代码为 {_ROLES}，不得重复"),
    (
        "area",
        "areas are codes such as 33, 3302, 330211, 330211001 or 330211Z01",
        "区划代码形如 33、330211 或 330211Z01",
    ),
    ("court", "courts are codes such as 浙0211", "法院代字形如 浙0211"),
    (
        "purpose",
        "the purpose must be one of the role's in schema/law/purposes.csv",
        "用途须为 schema/law/purposes.csv 中该角色的用途",
    ),
    ("matter", "a matter number is 1 to 64 visible characters", "事项编号为 1 至 64 个可见字符"),
    ("agency", "an agency is 1 to 64 visible characters", "机构标识为 1 至 64 个可见字符"),
    (
        "sub",
        "an officer is 1 to 255 visible characters and no ID number",
        "经办人标识为 1 至 255 个可见字符，且不得为身份证号",
    ),
    ("UUID", "the subject is not a UUID", "主体标识不是有效的 UUID"),
    ("scope", "a scope is words parted by one blank", "scope 为以单个空格分隔的词"),
)


def sign(settings: Settings, request: TokenRequest) -> str:
    """A token that `hub.identity` accepts in development, signed with the key of the data directory.

    Makes the key on first use. Raises DevelopmentOnly in production, TokenRequestInvalid for claims that would be
    refused, KeyFileUnusable when the key file cannot be read or made.
    """
    refuse_production(settings, "hub token", "hub token ")
    claims = _claims(settings, request)
    _check(settings, claims)
    kid, key = development_key(settings)
    token = jwt.encode(claims, key, algorithm="EdDSA", headers={"kid": kid})
    if len(token) > LARGEST_TOKEN:
        raise TokenRequestInvalid(reason="it would be larger than 4 KB", reason_zh="令牌将超过 4 KB")
    return token


def state_matter(settings: Settings, jti: str, number: str, seconds: int = LONGEST_LIFE_OF_MATTER) -> str:
    """The value of the header `x-hub-matter` beside a development token of that `jti`.

    Raises DevelopmentOnly in production, TokenRequestInvalid for a number or a life that would be refused.
    """
    refuse_production(settings, "hub token matter", "hub token matter ")
    kid, key = development_key(settings)
    now = int(time())
    said = {"alg": "EdDSA", "kid": kid, "typ": MATTER, "matter": number, "iat": now, "exp": now + seconds}
    protected = encode_base64url(json.dumps(said, ensure_ascii=False).encode())
    value = protected + b".." + encode_base64url(key.sign(signing_input(protected, jti)))
    try:
        read(value, jti, now, 0)
    except ValueError:
        raise TokenRequestInvalid(
            reason=f"a matter number is 1 to 64 visible characters, and is stated for 1 to {LONGEST_LIFE_OF_MATTER} s",
            reason_zh=f"事项编号为 1 至 64 个可见字符，有效期为 1 至 {LONGEST_LIFE_OF_MATTER} 秒",
        ) from None
    return value.decode()


def refuse_production(settings: Settings, what: str, what_zh: str) -> None:
    """Refuse what is made for development. Raises DevelopmentOnly."""
    if settings.production:
        raise DevelopmentOnly(what=what, what_zh=what_zh)


def ensure_keys(settings: Settings) -> None:
    """Make the development keys if they are not there; a hub that starts first then has nothing to complain of."""
    if not settings.production:
        development_key(settings)


def _claims(settings: Settings, request: TokenRequest) -> dict[str, Any]:
    now = int(time())
    if not 0 < request.hours <= LONGEST_LIFE // 3600:
        raise TokenRequestInvalid(reason="hours are 1 to 24", reason_zh="有效时长为 1 至 24 小时")
    claims: dict[str, Any] = {
        "iss": DEVELOPMENT_ISSUER,
        "aud": settings.jwt_audience,
        "sub": request.officer,
        "jti": str(uuid4()),
        "iat": now,
        "nbf": now,
        "exp": now + request.hours * 3600,
        "scope": request.scope,
        "agency_id": request.agency,
        "roles": list(request.roles),
        "areas": list(request.areas),
        "courts": list(request.courts),
    }
    optional = {"purpose": request.purpose, "matter": request.matter, "subject_id": request.subject}
    return claims | {name: value for name, value in optional.items() if value is not None}


def _check(settings: Settings, claims: dict[str, Any]) -> None:
    """Refuse now, with a helping sentence, what the hub would refuse later with none, or what would open nothing."""
    try:
        purposes = {purpose for role in claims["roles"] for purpose in policy().purposes.get(role, ())}
        if claims.get("purpose") not in {None, *purposes}:
            raise ValueError("purpose is not on the list")
        read_claims(claims, issuer=DEVELOPMENT_ISSUER, audience=settings.jwt_audience, now=time(), leeway=LEEWAY)
    except ValueError as error:
        reason = str(error)
        for word, english, chinese in _FAULTS:
            if re.search(word, reason):
                raise TokenRequestInvalid(reason=english, reason_zh=chinese) from None
        raise TokenRequestInvalid(reason=reason, reason_zh="声明内容无效") from None


def development_key(settings: Settings) -> tuple[str, Ed25519PrivateKey]:
    """The key id and the first private key of the data directory, made on first use. Raises KeyFileUnusable."""
    path = development_keys(settings)
    if not path.exists():
        create_private(path, _new_key_set())
    try:
        jwk = read_object(read_private(path, strict=False))["keys"][0]
        return jwk["kid"], Ed25519PrivateKey.from_private_bytes(decode_base64url(jwk["d"].encode()))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        raise KeyFileUnusable(
            path=path, reason="it is damaged; delete it", reason_zh="内容已损坏，请删除该文件"
        ) from None


def _new_key_set() -> bytes:
    key = Ed25519PrivateKey.generate()
    public = encode_base64url(key.public_key().public_bytes_raw()).decode()
    jwk = {"kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "x": public, DEVELOPMENT_MARK: True}
    jwk["kid"] = DEVELOPMENT_PREFIX + thumbprint(jwk)
    jwk["d"] = encode_base64url(key.private_bytes_raw()).decode()
    return json.dumps({"keys": [jwk]}, indent=2).encode()
