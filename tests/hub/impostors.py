"""Impostures: what one of several issuers says in another's name, or beyond what it may say; all rightly signed."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping
from typing import Any

from hub.identity import DEVELOPMENT_ISSUER
from hub.revocation import ANY_ISSUER, Kind
from schema.policy import policy
from tests.hub.forgeries import ALGORITHMS, Forgery
from tests.hub.signers import AUDIENCE, ISSUER, Signer, b64, claims, compact

COURTS, BANKS, POLICE = "https://courts.example.cn", "https://banks.example.cn", "https://police.example.cn/certs"
SUBJECT = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
#: algorithm → key of one issuer
Signers = Mapping[str, Signer]
#: what is revoked while the impostures are tried
REVOKED: tuple[tuple[Kind, str, str], ...] = (
    ("TOKEN", ANY_ISSUER, "revoked"), ("TOKEN", COURTS, "revoked-there"), ("SUBJECT", BANKS, "dismissed"),
    ("AGENCY", ANY_ISSUER, "bank-closed"),
)  # fmt: skip


def said_by(issuer: str, **changes: Any) -> dict[str, Any]:
    """Good claims of an officer whom this issuer vouches for."""
    own: dict[str, dict[str, Any]] = {
        COURTS: {"aud": "courts-only", "roles": ["CE"], "agency_id": "court-1"},
        BANKS: {"roles": ["BK"], "agency_id": "bank-1"},
        POLICE: {"roles": ["PS"], "agency_id": "police-1"},
    }
    return claims(**{"iss": issuer, **own.get(issuer, {}), **changes})


def honest(world: Mapping[str, Signers], algorithm: str) -> dict[str, bytes]:
    """A good token of each issuer."""
    return {name: signers[algorithm].token(said_by(name)) for name, signers in world.items()}


def impostures(world: Mapping[str, Signers], algorithm: str, *, revoked: bool = True) -> list[tuple[str, list[bytes]]]:
    """All of them, as values of the Authorization header."""
    tokens = [*in_anothers_name(world, algorithm), *beyond(world[BANKS][algorithm]), *by_stolen_ids(world, algorithm)]
    tokens += development(world, algorithm)
    if revoked:
        tokens += revoked_ones(world, algorithm)
    return [(name, [b"Bearer " + token]) for name, token in tokens]


def in_anothers_name(world: Mapping[str, Signers], algorithm: str) -> Iterator[Forgery]:
    """Each issuer's key under each other issuer's claims."""
    for one, signers in world.items():
        signer = signers[algorithm]
        for other in world:
            if other == one:
                continue
            yield f"{one} as {other}", signer.token(said_by(other))
            yield f"{one} as {other}, own audience", signer.token(said_by(other, aud=said_by(one)["aud"]))
            yield f"{one} as {other}, own roles", signer.token(said_by(one, iss=other))
            yield f"{one} and {other}", signer.token(said_by(one, iss=[one, other]))
            yield f"{one} {other}", signer.token(said_by(one, iss=f"{one} {other}"))
            good = compact(said_by(one))
            for first, second in ((one, other), (other, one)):
                twice = b"{" + compact({"iss": first})[1:-1] + b"," + compact(said_by(second))[1:]
                yield f"{one} says {first}, then {second}", signer.token(twice)
            for member in ("iss", "jku", "x5u"):
                yield f"{one}, header {member} {other}", signer.token(said_by(other), signer.header(**{member: other}))
            header = b64(compact(signer.header())) + b"." + b64(good)
            foreign = world[other][algorithm].raw(*header.split(b".")).rpartition(b".")[2]
            yield f"{one} signed by {other}", header + b"." + foreign
            if said_by(one)["aud"] != said_by(other)["aud"]:
                yield f"{one} for the audience of {other}", signer.token(said_by(one, aud=said_by(other)["aud"]))


def by_stolen_ids(world: Mapping[str, Signers], algorithm: str) -> Iterator[Forgery]:
    """Another algorithm's id, a thief's key under a known id, and public keys taken for secrets."""
    thief = Signer(algorithm)
    for name, signers in world.items():
        signer = signers[algorithm]
        yield f"a thief as {name}", thief.token(said_by(name))
        yield f"{name} and the thief's jwk", thief.token(said_by(name), thief.header(jwk=thief.jwk))
        yield f"{name}, own id of the issuer", signer.token(said_by(name), signer.header(kid=f"{name}#{signer.kid}"))
        for other in ALGORITHMS:
            if other == algorithm:
                continue
            yield f"{name}, id of {other}", signer.token(said_by(name), signer.header(kid=signers[other].kid))
            yield f"{name}, alg of {other}", signer.token(said_by(name), signer.header(alg=other))
            both = signer.header(kid=signers[other].kid, alg=other)
            yield f"{name}, id and alg of {other}", signer.token(said_by(name), both)
        for text in (signer.pem, json.dumps(signer.jwk).encode(), base64.b64encode(signer.pem)):
            signed = b64(compact(signer.header(alg="HS256"))) + b"." + b64(compact(said_by(name)))
            yield f"{name}, public key as secret", signed + b"." + b64(hmac.new(text, signed, hashlib.sha256).digest())


def beyond(banks: Signer) -> Iterator[Forgery]:
    """What the banks' issuer may not say: other roles, other agencies, other people who act for its own."""
    for role in policy().roles:
        changes: dict[str, Any] = {"subject_id": SUBJECT} if role == "SE" else {}
        if role not in ("BK", "TE"):
            yield f"banks grant {role}", banks.token(said_by(BANKS, roles=[role], **changes))
            yield f"banks grant BK and {role}", banks.token(said_by(BANKS, roles=["BK", role], **changes))
            acting = {"sub": "a", "agency_id": "bank-1", "roles": [role], **changes}
            yield f"banks let {role} act", banks.token(said_by(BANKS, act=acting))
    for agency in ("court-1", "bank", "Bank-1", "xbank-1", "ｂank-1", "bank‐1", "*", "ban*", "bank*"):
        yield f"banks for {agency}", banks.token(said_by(BANKS, agency_id=agency))
        acting = {"sub": "a", "agency_id": agency, "roles": ["BK"]}
        yield f"banks let {agency} act", banks.token(said_by(BANKS, act=acting))
    for name in (ISSUER, COURTS, POLICE):
        acting = {"iss": name, "sub": "a", "agency_id": "bank-1", "roles": ["BK"]}
        yield f"banks let people of {name} act", banks.token(said_by(BANKS, act=acting))
    for audience in ("courts-only", [AUDIENCE], f"{AUDIENCE} courts-only", ""):
        yield f"banks for the audience {audience}", banks.token(said_by(BANKS, aud=audience))


def development(world: Mapping[str, Signers], algorithm: str) -> Iterator[Forgery]:
    """The issuer of `hub token` has keys of its own, and nobody else has any of its name."""
    for name, signers in world.items():
        signer = signers[algorithm]
        yield f"{name} as development", signer.token(said_by(name, iss=DEVELOPMENT_ISSUER))
        for kid in ("dev-", f"dev-{signer.kid}"):
            yield f"{name} with {kid}", signer.token(said_by(name), signer.header(kid=kid))
            marked = said_by(name, iss=DEVELOPMENT_ISSUER)
            yield f"{name} as development with {kid}", signer.token(marked, signer.header(kid=kid))


def revoked_ones(world: Mapping[str, Signers], algorithm: str) -> Iterator[Forgery]:
    """Rightly signed, and revoked by id, holder or agency."""
    for name, signers in world.items():
        yield f"{name}, revoked", signers[algorithm].token(said_by(name, jti="revoked"))
    yield "revoked there", world[COURTS][algorithm].token(said_by(COURTS, jti="revoked-there"))
    yield "dismissed", world[BANKS][algorithm].token(said_by(BANKS, sub="dismissed"))
    yield "closed", world[BANKS][algorithm].token(said_by(BANKS, agency_id="bank-closed"))
    yield "of a closed agency", world[ISSUER][algorithm].token(said_by(ISSUER, agency_id="bank-closed"))
