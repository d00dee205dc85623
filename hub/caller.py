"""Who asks: the `Caller` a verified token speaks for, and the strict reading of the claims that make one.

Every claim is typed; a claim of the wrong type refuses the whole token, because a token that two readers understand
differently is how rights are gained. Unknown claims are left alone. Nothing here knows of signatures or keys.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol
from uuid import UUID

from schema.allowance import Allowance, allowance, least
from schema.free_text import starred
from schema.identifiers import COURT_CHARACTERS, area_prefix, is_id_number, normalise
from schema.policy import policy

#: the longest life of a token in seconds, counted from `iat` to `exp`
LONGEST_LIFE = 24 * 3600

#: how many may act for one another
MOST_ACTORS: Final = 3

#: RFC 6749 appendix A.4: what one word of a scope is made of
_SCOPE = re.compile(r"[\x21\x23-\x5b\x5d-\x7e]+")
#: whole levels only (province, city, county, town, village): a cut code would widen the right to its neighbours
_AREA = re.compile(r"[1-8]\d(?:\d{2}|\d{4}|\d{7}|\d{10})?", re.ASCII)
_ZONE = re.compile(r"[1-8]\d{5}Z\d{2}", re.ASCII)
#: 法〔2015〕137号: the province's character, then two digits for an intermediate and four for a basic court
_COURT = re.compile(rf"最高法|[{COURT_CHARACTERS}](?:\d{{4}}|\d\d)?", re.ASCII)
_PURPOSE = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,63}", re.ASCII)


class Party(Protocol):
    """What decides of one who has a part in a request: the caller, or whoever acts for him."""

    @property
    def issuer(self) -> str:
        """Who vouches for him."""

    @property
    def subject(self) -> str:
        """As the issuer writes it."""

    @property
    def agency(self) -> str:
        """The body that answers for him."""

    @property
    def roles(self) -> frozenset[str]:
        """At least one."""

    @property
    def areas(self) -> tuple[str, ...]:
        """Area prefixes."""

    @property
    def courts(self) -> tuple[str, ...]:
        """Court codes."""

    @property
    def subject_id(self) -> UUID | None:
        """The subject that he is, with role SE."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts on behalf of a caller, by the claim `act` (RFC 8693 section 4.1); the fields are those of `Caller`."""

    issuer: str
    subject: str
    agency: str
    roles: frozenset[str]
    areas: tuple[str, ...]
    courts: tuple[str, ...]
    subject_id: UUID | None = field(repr=False)

    @property
    def shape(self) -> Hashable:
        """What of it shapes a plan."""
        return tuple(sorted(self.roles)), bool(self.areas), bool(self.courts), self.subject_id is not None


@dataclass(frozen=True, slots=True)
class Caller:
    """One verified officer, system or person, with everything the policy may ask about; immutable and hashable."""

    #: `iss`; together with `subject` it is the identity, `sub` alone is not
    issuer: str
    #: `sub`, as the issuer writes it
    subject: str
    #: `agency_id` of the body that answers for this caller
    agency: str
    #: role codes, at least one, each a column of `schema/policy.csv`
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
    #: `iat`, seconds since 1970-01-01 UTC; 0 is before any instant from which tokens may be good again
    issued: int = 0
    #: who acts on the caller's behalf, the one who sent the request first; what is answered, each of them may see
    actors: tuple[Actor, ...] = ()
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
            *(actor.shape for actor in self.actors),
        )
        object.__setattr__(self, "fingerprint", plan)

    @property
    def parties(self) -> tuple[Party, ...]:
        """The caller, and whoever acts for him."""
        return self, *self.actors

    @property
    def allowance(self) -> Allowance:
        """What may be asked at once: of several parties the least."""
        if not self.actors:  # asked of every request
            return allowance(self.roles)
        return least([allowance(party.roles) for party in self.parties])


def normalised_area(code: str) -> str:
    """The prefix an area code stands for: 330200 -> 3302; see `area_prefix`.

    Raises ValueError for anything that is not a whole level or a zone such as 330211Z01.
    """
    if not _ZONE.fullmatch(code) and not _AREA.fullmatch(code):
        raise ValueError("not an area code")
    return area_prefix(code)


def read_claims(claims: Mapping[str, Any], *, issuer: str, audience: str, now: float, leeway: int) -> Caller:
    """The caller that a payload speaks for; the signature must have been checked before.

    `now` is in seconds since 1970 UTC and `leeway` in seconds. Raises ValueError, with a reason that repeats no
    value, for a claim that is missing, of the wrong type, out of its time or outside its vocabulary.
    """
    _require(_text(claims, "iss", 512) == issuer, "foreign issuer")
    _require(_text(claims, "aud", 512) == audience, "foreign audience")
    roles = frozenset(_texts(claims, "roles", _role))
    _require(bool(roles), "no role")
    return Caller(
        issuer=issuer,
        subject=_name(claims, "sub", 255),
        agency=_name(claims, "agency_id", 64),
        roles=roles,
        areas=_optional_texts(claims, "areas", normalised_area),
        courts=_optional_texts(claims, "courts", _court),
        purpose=_purpose(claims),
        matter=_optional_text(claims, "matter", 64),
        subject_id=_own_subject(claims, "SE" in roles),
        jti=_text(claims, "jti", 128),
        scopes=_scopes(claims),
        expires=_times(claims, now, leeway),
        issued=claims["iat"],
        actors=tuple(_actors(claims, issuer)),
    )


def _actors(claims: Mapping[str, Any], issuer: str) -> Iterator[Actor]:
    """The chain of `act`. RFC 8693 leaves earlier actors out of account; here each takes rights away, none adds any.

    An actor without roles has no rights, so that nothing would be answered: such a token is refused.
    """
    depth = 0
    while "act" in claims:
        depth += 1
        claims = claims["act"]
        _require(type(claims) is dict, "act is not an object")
        _require(depth <= MOST_ACTORS, "too many act for one another")
        roles = frozenset(_texts(claims, "roles", _role))
        _require(bool(roles), "an actor without a role")
        yield Actor(
            issuer=_name(claims, "iss", 512) if "iss" in claims else issuer,
            subject=_name(claims, "sub", 255),
            agency=_name(claims, "agency_id", 64),
            roles=roles,
            areas=_optional_texts(claims, "areas", normalised_area),
            courts=_optional_texts(claims, "courts", _court),
            subject_id=_own_subject(claims, "SE" in roles),
        )


def _require(held: bool, reason: str) -> None:
    if not held:
        raise ValueError(reason)


def _text(claims: Mapping[str, Any], name: str, longest: int) -> str:
    """A claim that is one line of visible text; invisible characters would make two subjects look alike."""
    value = claims.get(name)
    if type(value) is not str or not 0 < len(value) <= longest:
        raise ValueError(f"{name} is not a text")
    _require(value.isprintable() and value == value.strip(), f"{name} holds invisible characters")
    return value


def _name(claims: Mapping[str, Any], name: str, longest: int) -> str:
    """A claim that stands in logs and budgets for good: no ID number may stand in it, however spelt."""
    value = _text(claims, name, longest)
    _require(not is_id_number(normalise(value)) and starred(value) == value, f"{name} holds an ID number")
    return value


def _optional_text(claims: Mapping[str, Any], name: str, longest: int) -> str | None:
    return _text(claims, name, longest) if name in claims else None


def _texts(claims: Mapping[str, Any], name: str, item: Callable[[str], str]) -> tuple[str, ...]:
    """A claim that is a list of distinct texts, each passed through `item`; sorted."""
    values = claims.get(name)
    if type(values) is not list or not all(type(value) is str for value in values):
        raise ValueError(f"{name} is not a list of texts")
    _require(len(set(values)) == len(values), f"{name} repeats an item")
    return tuple(sorted({item(value) for value in values}))


def _optional_texts(claims: Mapping[str, Any], name: str, item: Callable[[str], str]) -> tuple[str, ...]:
    return _texts(claims, name, item) if name in claims else ()


def _role(code: str) -> str:
    _require(code in policy().roles, "unknown role")
    return code


def _court(code: str) -> str:
    _require(_COURT.fullmatch(code) is not None, "not a court code")
    return code


def _purpose(claims: Mapping[str, Any]) -> str | None:
    _optional_text(claims, "agency_type", 64)
    purpose = _optional_text(claims, "purpose", 64)
    _require(purpose is None or _PURPOSE.fullmatch(purpose) is not None, "not one purpose")
    return purpose


def _own_subject(claims: Mapping[str, Any], is_subject: bool) -> UUID | None:
    """`subject_id` in the canonical form of RFC 9562: there exactly when the caller is the subject itself."""
    text = _optional_text(claims, "subject_id", 36)
    _require((text is not None) == is_subject, "subject_id without role SE, or SE without it")
    if text is None:
        return None
    subject = UUID(text)
    _require(str(subject) == text, "subject_id is not canonical")
    return subject


def _scopes(claims: Mapping[str, Any]) -> frozenset[str]:
    """The words of RFC 6749 `scope`, parted by exactly one blank and compared whole ever after."""
    words = _text(claims, "scope", 1024).split(" ")
    _require(all(_SCOPE.fullmatch(word) for word in words), "scope is not a list of words")
    return frozenset(words)


def _seconds(claims: Mapping[str, Any], name: str) -> int:
    value = claims.get(name)
    if type(value) is not int or not 0 < value < 2**40:
        raise ValueError(f"{name} is not a whole number of seconds")
    return value


def _times(claims: Mapping[str, Any], now: float, leeway: int) -> int:
    """`exp`, after `iat`, `nbf` and `exp` have been held against the clock and against each other."""
    issued, begins, expires = (_seconds(claims, name) for name in ("iat", "nbf", "exp"))
    _require(issued <= now + leeway, "issued in the future")
    _require(begins <= now + leeway, "not valid yet")
    _require(expires > now - leeway, "expired")
    _require(begins < expires and issued < expires, "ends before it begins")
    _require(expires - issued <= LONGEST_LIFE, "lives longer than a day")
    return expires
