"""Whose tokens count, and for what: the one issuer of HUB_JWKS, and those of the file that HUB_ISSUERS names.

The file is a JSON list of objects: `issuer` (the `iss`), `jwks` (a file or an https URL), and as wanted `audience`,
`roles` (codes that this issuer may grant) and `agencies` (ids that it may speak for, or their beginnings followed by
`*`). Earlier entries go first: a key that two of them publish speaks for the first alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from hub.caller import Caller, Party
from hub.errors import SettingInvalid
from hub.settings import Settings, key_set
from hub.strict_json import read_list
from schema.policy import policy

#: `iss` of what `hub token` signs; nobody else may sign for it, and its keys for nobody else
DEVELOPMENT_ISSUER: Final = "urn:hub:development"
_MEMBERS: Final = frozenset({"issuer", "jwks", "audience", "roles", "agencies"})
#: a forged token is held against a key of each issuer that has one of its name
_MOST: Final = 16
_LARGEST: Final = 64 * 1024
_LONGEST: Final = 512


@dataclass(frozen=True, slots=True)
class Trusted:
    """What the operator says of one issuer."""

    #: `iss`, compared whole
    name: str
    #: file or URL of its keys
    jwks: str
    #: `aud` that its tokens must carry
    audience: str
    #: roles that it may grant; None = all
    roles: frozenset[str] | None = None
    #: ids of agencies, or beginnings of ids with `*` at the end; None = all
    agencies: tuple[str, ...] | None = None
    #: whether the hub does without its keys at the start rather than not start
    may_be_late: bool = False

    @property
    def remote(self) -> bool:
        """Whether its keys are behind a URL."""
        return "://" in self.jwks

    def permits(self, caller: Caller) -> bool:
        """Whether this issuer may say what the token says of roles and agency, of whoever acts for the caller, too.

        One that may not say everything names nobody else's people: what it says of them would stand in the access log.
        """
        if self.roles is None and self.agencies is None:
            return True
        return all(party.issuer == self.name and self._permits(party) for party in caller.parties)

    def _permits(self, party: Party) -> bool:
        if self.roles is not None and not party.roles <= self.roles:
            return False
        return self.agencies is None or any(_speaks(pattern, party.agency) for pattern in self.agencies)


def _speaks(pattern: str, agency: str) -> bool:
    return agency.startswith(pattern[:-1]) if pattern.endswith("*") else agency == pattern


def trusted(settings: Settings) -> tuple[Trusted, ...]:
    """All issuers but the development one, in their order. Raises SettingInvalid."""
    found = []
    if settings.jwks:
        found.append(Trusted(settings.jwt_issuer, settings.jwks, settings.jwt_audience))
    if settings.issuers:
        found += _read(settings.issuers, settings.jwt_audience)
    if settings.production and not found:
        raise _invalid("HUB_JWKS", "production needs the key set of your issuer", "生产环境必须配置签发机构的公钥集")
    names = [issuer.name for issuer in found]
    for number, issuer in enumerate(found):
        where = "HUB_JWKS" if settings.jwks and number == 0 else "HUB_ISSUERS"
        if issuer.name == DEVELOPMENT_ISSUER:
            name = "HUB_JWT_ISSUER" if where == "HUB_JWKS" else where
            raise _invalid(name, "this issuer is for development keys", "该签发者仅供开发密钥使用")
        if settings.production and issuer.jwks.startswith("http://"):
            raise _invalid(where, "production needs https", "生产环境必须使用 https")
        if names.index(issuer.name) != number:
            raise _invalid(where, "an issuer occurs twice", "同一签发者出现两次")
    return tuple(found)


def _read(path: Path, audience: str) -> list[Trusted]:
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST + 1)
    except OSError:
        raise _invalid("HUB_ISSUERS", "the file cannot be read", "文件无法读取") from None
    try:
        entries = read_list(text) if len(text) <= _LARGEST else []
        if not 0 < len(entries) <= _MOST:
            raise ValueError(f"it is no list of 1 to {_MOST} issuers")
        return [_entry(entry, path.parent, audience) for entry in entries]
    except ValueError as error:
        raise _invalid("HUB_ISSUERS", str(error), "内容不符合要求，见 README.zh.md") from None


def _entry(entry: Any, folder: Path, audience: str) -> Trusted:
    if type(entry) is not dict or not {"issuer", "jwks"} <= entry.keys() <= _MEMBERS:
        raise ValueError(f"an issuer has issuer and jwks, and no other members than {', '.join(sorted(_MEMBERS))}")
    roles, agencies = _texts(entry, "roles"), _texts(entry, "agencies")
    if roles is not None and not {*roles} <= {*policy().roles}:
        raise ValueError("an issuer has a role that does not exist")
    if agencies is not None and any("*" in agency[:-1] for agency in agencies):
        raise ValueError("* stands for the rest of an agency's id, at its end")
    jwks = _text(entry, "jwks")
    if "://" not in jwks:
        jwks = str(folder / jwks)  # a file beside the list moves with it
    else:
        try:
            key_set("HUB_ISSUERS", jwks)
        except SettingInvalid:
            raise ValueError("jwks is neither a file nor an https URL") from None
    return Trusted(
        name=_text(entry, "issuer"),
        jwks=jwks,
        audience=_text(entry, "audience") if "audience" in entry else audience,
        roles=None if roles is None else frozenset(roles),
        agencies=agencies,
        may_be_late="://" in jwks,
    )


def _text(entry: Mapping[str, Any], name: str) -> str:
    value = entry[name]
    if type(value) is not str or not 0 < len(value) <= _LONGEST or not value.isprintable() or value != value.strip():
        raise ValueError(f"{name} is not one line of text")
    return value


def _texts(entry: Mapping[str, Any], name: str) -> tuple[str, ...] | None:
    if name not in entry:
        return None
    values = entry[name]
    if type(values) is not list or not values:
        raise ValueError(f"{name} is not a list of texts; leave it out to allow all")
    return tuple(_text({name: value}, name) for value in values)


def _invalid(name: str, reason: str, reason_zh: str) -> SettingInvalid:
    return SettingInvalid(name=name, reason=reason, reason_zh=reason_zh)
