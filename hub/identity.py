"""From the Authorization header to a `Caller`, or one sentence of refusal whatever was wrong.

In the order of one request: shape of the header → shape of the token → keys by `kid` → their pinned algorithm →
signature → claims (`hub.caller`) → what the issuer may say → revocation. The payload is not read before its signature
is good, so it is the key that tells the issuer: `kid` chooses which keys are tried, and `iss` must then be the name of
the one whose key it was. Follows RFC 8725; the checks of the JWT library are a second line behind the ones here, so it
is asked for the signature alone.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from time import monotonic, time
from typing import TYPE_CHECKING, Any

from hub import matter
from hub.caller import Caller, read_claims
from hub.errors import KeyFileUnusable, KeySetUnusable, Unauthenticated
from hub.issuers import DEVELOPMENT_ISSUER, Trusted, trusted
from hub.key_set import DEVELOPMENT_PREFIX, VerificationKey, decode_base64url, read_key_set
from hub.key_source import FileSource, KeyRing, UrlSource
from hub.private_file import read_private
from hub.revocation import LEEWAY, Revocations
from hub.settings import Settings
from hub.strict_json import read_object

if TYPE_CHECKING:
    import httpx

__all__ = ["DEVELOPMENT_ISSUER", "LARGEST_TOKEN", "LEEWAY", "Authenticator", "Caller", "development_keys",
           "made_elsewhere", "read_development_keys"]  # fmt: skip

_log = logging.getLogger(__name__)

#: bytes of a token, its two dots included
LARGEST_TOKEN = 4096
#: verified tokens remembered per process; about 1 KB each
_MOST_REMEMBERED = 10_000
_LONGEST_KID = 256

_TYPES = ("JWT", "at+jwt")
_BEARER = re.compile(rb"[Bb][Ee][Aa][Rr][Ee][Rr] ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)")
_LARGEST_HEADER = LARGEST_TOKEN + len(b"Bearer ")


@dataclass(frozen=True, slots=True)
class _Issuer:
    """One `iss`, the only keys that may sign for it, and what it may say."""

    trusted: Trusted
    keys: KeyRing


class Authenticator:
    """Verifies bearer tokens; one per process, for one event loop."""

    def __init__(self, configured: Sequence[_Issuer], development: _Issuer | None = None) -> None:
        self._configured = tuple(configured)
        self._development = (development,) if development else ()
        self._issuers = (*self._configured, *self._development)
        self._verified: dict[bytes, Caller] = {}
        self._version = 0
        self._due = 0.0
        #: what is refused before its time; whoever has a database lets it be looked at
        self.revocations = Revocations(self._forget_revoked)

    @classmethod
    def from_settings(cls, settings: Settings, transport: httpx.AsyncBaseTransport | None = None) -> Authenticator:
        """The authenticator of these settings, no key read yet; `transport` stands in for the network.

        Raises SettingInvalid for issuers that cannot be, or that production refuses.
        """
        configured = []
        for said in trusted(settings):
            source = UrlSource(said.jwks, transport) if said.remote else FileSource(Path(said.jwks))
            configured.append(_Issuer(said, KeyRing(source, made_elsewhere(settings))))
        if settings.production:
            return cls(configured)
        path = development_keys(settings)
        file = FileSource(path, partial(read_development_keys, strict=False))
        said = Trusted(DEVELOPMENT_ISSUER, str(path), settings.jwt_audience)
        return cls(configured, _Issuer(said, KeyRing(file, lambda key: key.development)))

    async def open(self) -> None:
        """Read the keys; raises KeySetUnusable when a set cannot be read or has no key to use.

        One of several issuers whose URL does not answer is waited for, as long as another one's keys are there.
        """
        late = None
        for issuer in self._configured:
            try:
                await issuer.keys.load()
            except KeySetUnusable as error:
                if not issuer.trusted.may_be_late:
                    raise
                late = error
                _log.warning("%s", error)
        if late and not any(issuer.keys.usable for issuer in self._configured):
            raise late
        await self._look()

    async def authenticate(self, headers: Sequence[bytes], matters: Sequence[bytes] = ()) -> Caller:
        """The caller of a request, from *all* values of its Authorization header, and of the one that states a matter.

        Raises Unauthenticated, the same for every fault, or RevocationsUnknown while no token can be trusted. A token
        seen before costs one hash and one look-up.
        """
        if monotonic() >= self._due:
            await self._look()
        if len(headers) != 1 or len(headers[0]) > _LARGEST_HEADER or len(matters) > 1:
            raise Unauthenticated
        digest = sha256(b"\n".join((*headers, *matters)) if matters else headers[0]).digest()
        caller = self._verified.get(digest)
        if caller is not None and time() < caller.expires:
            return caller
        try:
            caller = await self._verify(headers[0])
            if matters:
                caller = await self._about(caller, matters[0])
        except Exception as error:  # noqa: BLE001  whatever was wrong must look the same from outside
            _log.debug("token refused: %s", error)
            raise Unauthenticated from None
        self._remember(digest, caller)
        return caller

    async def _look(self) -> None:
        """Let every issuer's keys be looked at, and see that the revocations are known."""
        for issuer in self._issuers:
            await issuer.keys.look()
        self._due = min(self.revocations.blind_from, *(issuer.keys.due for issuer in self._issuers), monotonic() + 60)
        self._forget_former_keys()
        self.revocations.check_sighted()

    def _forget_revoked(self) -> None:
        """Forget remembered tokens that were revoked, so that a good one is not held against any list."""
        covers = self.revocations.covers
        self._verified = {digest: caller for digest, caller in self._verified.items() if not covers(caller)}

    def _forget_former_keys(self) -> None:
        version = sum(issuer.keys.version for issuer in self._issuers)
        if version != self._version:
            self._version = version
            self._verified.clear()

    async def _verify(self, value: bytes) -> Caller:
        match = _BEARER.fullmatch(value)
        if match is None:
            raise ValueError("not a bearer token")
        signed, _, signature = match[1].rpartition(b".")
        header, _, payload = signed.partition(b".")
        algorithm, kid = _read_header(read_object(decode_base64url(header)))
        issuer = await self._signer(kid, algorithm, signed, decode_base64url(signature))
        said = issuer.trusted
        claims = read_object(decode_base64url(payload))
        caller = read_claims(claims, issuer=said.name, audience=said.audience, now=time(), leeway=LEEWAY)
        if not said.permits(caller):
            raise ValueError("more than this issuer may say")
        if self.revocations.covers(caller):
            raise ValueError("revoked")
        return caller

    async def _about(self, caller: Caller, header: bytes) -> Caller:
        """The caller with the matter that a header of the same issuer states, for as long as both last."""
        stated = matter.read(header, caller.jti, time(), LEEWAY)
        issuer = await self._signer(stated.kid, stated.algorithm, stated.signed, stated.signature)
        if issuer.trusted.name != caller.issuer:
            raise ValueError("a matter stated by another issuer")
        if caller.matter not in (None, stated.matter):
            raise ValueError("another matter than the token's")
        return replace(caller, matter=stated.matter, expires=min(caller.expires, stated.expires))

    async def _signer(self, kid: str, algorithm: str, signed: bytes, signature: bytes) -> _Issuer:
        """Whose key of that id made the signature; the prefix alone decides between development and the rest.

        Issuers that have no such key are looked at again first, each as seldom as its source allows.
        """
        issuers = self._development if kid.startswith(DEVELOPMENT_PREFIX) else self._configured
        for again in (False, True):
            for number, issuer in enumerate(issuers):
                key = issuer.keys.get(kid)
                if key is None or key.algorithm != algorithm:
                    continue
                if any(earlier.keys.holds(key.thumbprint) for earlier in issuers[:number]):
                    continue  # it speaks for the earlier one alone
                if key.verify(signed, signature):
                    return issuer
            if again or not await self._look_for(kid, issuers):
                break
        raise ValueError("not signed with a key known by that id")

    async def _look_for(self, kid: str, issuers: Sequence[_Issuer]) -> bool:
        """Look at the issuers that have no key of that id; whether any has one now."""
        without = [issuer for issuer in issuers if issuer.keys.get(kid) is None]
        for issuer in without:
            await issuer.keys.look(unknown=True)
        self._forget_former_keys()
        return any(issuer.keys.get(kid) is not None for issuer in without)

    def _remember(self, digest: bytes, caller: Caller) -> None:
        if len(self._verified) >= _MOST_REMEMBERED:
            del self._verified[next(iter(self._verified))]
        self._verified[digest] = caller


def development_keys(settings: Settings) -> Path:
    """Where `hub token` keeps its private keys, as a JWK set."""
    return settings.data_dir / "keys" / "tokens.json"


def read_development_keys(path: Path, *, strict: bool) -> bytes:
    """The public half of the key file of `hub token`, as a JWK set; raises OSError or ValueError."""
    try:
        keys = read_object(read_private(path, strict=strict)).get("keys")
    except KeyFileUnusable as error:
        raise ValueError(error.english) from None
    if type(keys) is not list or not all(type(jwk) is dict for jwk in keys):
        raise ValueError("it has no list of keys")
    public = [{name: value for name, value in jwk.items() if name != "d"} for jwk in keys]
    return json.dumps({"keys": public}).encode()


def _read_header(header: dict[str, Any]) -> tuple[str, str]:
    """`alg` and `kid`; `crit`, `jku`, `x5u`, `jwk`, `zip`, `b64` and every other member is refused by not being one."""
    if not {"alg", "kid"} <= header.keys() <= {"alg", "kid", "typ"}:
        raise ValueError("header has other members than alg, kid and typ")
    algorithm, kid = header["alg"], header["kid"]
    if type(algorithm) is not str or type(kid) is not str or not 0 < len(kid) <= _LONGEST_KID:
        raise ValueError("alg or kid is not a text")
    if header.get("typ", "JWT") not in _TYPES:
        raise ValueError("not an access token")
    return algorithm, kid


def made_elsewhere(settings: Settings) -> Callable[[VerificationKey], bool]:
    """Which keys of the configured set may be used: none that `hub token` made, under whatever name it comes.

    A development key is known by its mark, by its name and, when both were taken off, by its thumbprint being that
    of a key in this data directory.
    """
    try:
        made_here = read_key_set(read_development_keys(development_keys(settings), strict=False)).values()
    except (OSError, ValueError):
        made_here = {}.values()
    known = {key.thumbprint for key in made_here}
    return lambda key: not key.development and key.thumbprint not in known
