"""Forged and malformed tokens of one issuer, made systematically for each algorithm."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from time import time
from typing import Any

from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from hub.identity import DEVELOPMENT_ISSUER, LARGEST_TOKEN
from tests.hub.signers import ISSUER, Signer, b64, claims, compact, without

ALGORITHMS = ("ES256", "EdDSA", "RS256")
Forgery = tuple[str, bytes]

_GROUP_ORDER = {
    "ES256": 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
    "EdDSA": 2**252 + 27742317777372353535851937790883648493,
}


def unsigned(signer: Signer) -> Iterator[Forgery]:
    """No algorithm at all, in every spelling, with no, some and the true signature."""
    for name in ("none", "None", "NONE", "nOnE", ""):
        header, payload = b64(compact(signer.header(alg=name))), b64(compact(claims()))
        for kind, signature in (("no", b""), ("short", b"AA"), ("true", signer.token(claims()).rpartition(b".")[2])):
            yield f"alg {name!r}, {kind} signature", b".".join((header, payload, signature))


def public_texts(signer: Signer) -> dict[str, bytes]:
    """The public key in every written form that a careless verifier might take for a secret."""
    pem, jwk = signer.pem, signer.jwk
    lines = pem.splitlines()
    return {
        "pem": pem,
        "pem stripped": pem.strip(),
        "pem crlf": b"\r\n".join(lines) + b"\r\n",
        "pem cr": b"\r".join(lines),
        "pem blanks": b" \n".join(lines),
        "pem indented": b"\n".join(b"  " + line for line in lines),
        "pem with bom": b"\xef\xbb\xbf" + pem,
        "pem one line": b"".join(lines),
        "der": signer.private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
        "jwk": compact(jwk),
        "jwk spaced": json.dumps(jwk).encode(),
        "jwk indented": json.dumps(jwk, indent=2).encode(),
        "jwk sorted": json.dumps(jwk, sort_keys=True).encode() + b"\n",
        "key set": compact({"keys": [jwk]}),
        "kid": signer.kid.encode(),
        "nothing": b"",
        "zero": b"\0" * 32,
    }


def public_key_as_secret(signer: Signer) -> Iterator[Forgery]:
    """HMAC under a text that everybody knows."""
    for algorithm, digest in (("HS256", hashlib.sha256), ("HS384", hashlib.sha384), ("HS512", hashlib.sha512)):
        for alg in (algorithm, signer.algorithm):
            signed = b64(compact(signer.header(alg=alg))) + b"." + b64(compact(claims()))
            for name, secret in public_texts(signer).items():
                mac = hmac.new(secret, signed, digest).digest()
                yield f"{algorithm} under {name}, said to be {alg}", signed + b"." + b64(mac)


def swapped(signer: Signer, others: list[Signer]) -> Iterator[Forgery]:
    """Another algorithm in the header, or another key behind the name."""
    spellings = ("es256", "ES384", "ES256K", "ES512", "RS384", "RS512", "PS256", "Ed25519", "Ed448", "eddsa", "SM2")
    for name in {*ALGORITHMS, *spellings, f" {signer.algorithm}", f"{signer.algorithm}\x00"} - {signer.algorithm}:
        yield f"alg {name!r}", signer.token(claims(), signer.header(alg=name))
    for wrong in (None, 1, True, [signer.algorithm], {"a": 1}):
        yield f"alg of type {wrong!r}", signer.token(claims(), signer.header(alg=wrong))
    yield "no alg", signer.token(claims(), without(signer.header(), "alg"))
    for other in (*others, Signer(signer.algorithm)):
        yield f"signed by another {other.algorithm}", other.token(claims(), signer.header())
        yield f"signed by {other.algorithm}, its alg", other.token(claims(), signer.header(alg=other.algorithm))
    for other in others:
        yield f"kid of {other.algorithm}", signer.token(claims(), signer.header(kid=other.kid))


def key_names(signer: Signer) -> Iterator[Forgery]:
    """Key ids that are missing, of a wrong type, or meant for a file system, a database or a URL fetcher."""
    names: tuple[Any, ...] = (
        *("", " ", "unknown", signer.kid.upper(), f" {signer.kid}", f"{signer.kid}\n", f"{signer.kid}\x00"),
        *("../../../../dev/null", "/dev/null", "file:///etc/passwd", "http://127.0.0.1:9/jwks", "' or 1=1 --"),
        *("x" * 300, "dev-key", f"dev-{signer.kid}", None, 0, 1.5, True, [signer.kid], {"kid": signer.kid}),
    )
    for name in names:
        yield f"kid {name!r}", signer.token(claims(), signer.header(kid=name))
    yield "no kid", signer.token(claims(), without(signer.header(), "kid"))


def headers(signer: Signer) -> Iterator[Forgery]:
    """Headers that say more than alg, kid and typ, or say it twice, or are no JSON object."""
    thief = Signer(signer.algorithm)
    extra: dict[str, Any] = {
        **dict.fromkeys(("jku", "x5u", "url", "iss", "ALG", "Kid"), "http://127.0.0.1:9/keys"),
        "jwk": thief.jwk,
        "x5c": ["AAAA"],
        "x5t": "AAAA",
        "x5t#S256": "AAAA",
        "crit": ["exp"],
        "b64": True,
        "zip": "DEF",
        "cty": "JWT",
        "enc": "A256GCM",
        "p2c": 10,
        "epk": {},
        "nonce": "1",
        "": "",
        "exp": 1,
    }
    for name, value in extra.items():
        yield f"header {name!r}", signer.token(claims(), signer.header(**{name: value}))
        yield f"header {name!r}, own key", thief.token(claims(), signer.header(**{name: value}))
    for kind in ("JWS", "jwt", "JOSE", "dpop+jwt", "logout+jwt", "secevent+jwt", "", None, 1, ["JWT"]):
        yield f"typ {kind!r}", signer.token(claims(), signer.header(typ=kind))
    good = compact(signer.header())
    texts: dict[str, bytes] = {
        "alg twice": b'{"alg":"none",' + good[1:],
        "alg twice, last": good[:-1] + b',"alg":"none"}',
        "alg twice, escaped": good[:-1] + b',"\\u0061lg":"none"}',
        "kid twice": good[:-1] + b',"kid":"other"}',
        "typ twice": good[:-1] + b',"typ":"JWT"}',
        "list": b"[" + good + b"]",
        "null": b"null",
        "text": b'"JWT"',
        "empty": b"{}",
        "cut": good[:-1],
        "more": good + b"{}",
        "BOM": b"\xef\xbb\xbf" + good,
        "utf-16": good.decode().encode("utf-16"),
        "not utf-8": good[:-2] + b"\xff" + good[-2:],
        "deep": b"[" * 2000,
        "NaN": good[:-1] + b',"x":NaN}',
    }
    for name, text in texts.items():
        yield f"header {name}", signer.token(claims(), text)


def wrong_types(signer: Signer) -> Iterator[Forgery]:
    """Each claim missing, and of every other JSON type."""
    for name, good in claims().items():
        yield f"no {name}", signer.token(without(claims(), name))
        values: tuple[Any, ...] = (None, True, 1.5, [], {}, [good], "" if type(good) is not str else 7)
        for value in values:
            yield f"{name} {value!r}", signer.token(claims(**{name: value}))
    for name in ("areas", "courts", "purpose", "matter", "subject_id", "agency_type"):
        values = (None, True, 7, {}, [7], [["33"]], "")
        for value in values:
            yield f"{name} {value!r}", signer.token(claims(**{name: value}))


def wrong_values(signer: Signer) -> Iterator[Forgery]:
    """Claims of the right type outside their vocabulary."""
    wrong: dict[str, tuple[Any, ...]] = {
        "iss": (f"{ISSUER}/", ISSUER.upper(), ISSUER[:-1], f"x{ISSUER}", DEVELOPMENT_ISSUER, f"{ISSUER}\u200b"),
        "aud": ("other", "PUBLIC-CREDIT-HUB", "public-credit", ["public-credit-hub"], ["x", "public-credit-hub"]),
        "sub": (" ", " a", "a\n", "a\u200b", "x" * 256, "\ud800", "a\x00b", "\u202ea"),
        "jti": (" ", "x" * 129, "a\tb"),
        "scope": (["read"], "read  act", " read", "read ", "read\tact", "read\nact", 'a"b', "读", "a\\b"),
        "roles": (["XX"], ["bk"], [" BK"], ["BK", "BK"], ["BK", "XX"], "BK", [["BK"]], ["BK\n"], ["ＢＫ"], {"BK": 1}),
        "areas": (
            *("33", ["00"], ["000000"], ["3"], ["330"], ["33021"], ["33%"], ["33*"], [""], ["330211Z1"], ["33Z01"]),
            *(["330211Z001"], ["３３"], ["330211\n"], ["33", "33"], ["1" * 13], ["-3"], ["99"], ["330211z01"]),
        ),
        "courts": ("浙0211", ["浙021"], ["X0211"], ["%"], [""], ["浙0211\n"], ["浙０２１１"], ["浙0211", "浙0211"]),
        "purpose": (["LOAN"], "A,B", "A B", "", "x" * 65, "贷款", "LOAN\n", "1"),
        "matter": (["1"], "", " ", "x" * 65, "a\x1b[0m"),
        "agency_id": (" ", "x" * 65, "a\u2028b"),
        "subject_id": ("7c9e6679-7425-40de-944b-e07fc1f90ae7",),
    }
    for name, values in wrong.items():
        for value in values:
            yield f"{name} {value!r}", signer.token(claims(**{name: value}))
    yield "SE without subject", signer.token(claims(roles=["SE"]))
    for text in ("7C9E6679-7425-40DE-944B-E07FC1F90AE7", "{7c9e6679-7425-40de-944b-e07fc1f90ae}", "7c9e6679" * 4, "x"):
        yield f"SE with subject {text}", signer.token(claims(roles=["SE"], subject_id=text))


def wrong_times(signer: Signer) -> Iterator[Forgery]:
    """Over, not begun, from the future, for too long, or no time at all."""
    now = int(time())
    changes: tuple[dict[str, Any], ...] = (
        *({"exp": now - 31}, {"exp": now - 86400}, {"nbf": now + 600}, {"iat": now + 600}, {"iat": now - 86400}),
        *(
            {"iat": now, "exp": now + 86401},
            {"exp": now + 10**9},
            {"iat": 1, "nbf": 1},
            {"exp": 0},
            {"exp": -now},
            {"exp": 2**63},
        ),
        *(
            {"exp": f"{now + 600}"},
            {"exp": now + 600.0},
            {"iat": now + 0.5},
            {"nbf": "now"},
            {"nbf": now + 20, "exp": now},
        ),
        *({"iat": now + 20, "exp": now + 10}, {"exp": float("inf")}, {"exp": float("nan")}, {"iat": -1}, {"nbf": -1}),
    )
    for change in changes:
        yield f"times {change}", signer.token(claims(**change))


def payloads(signer: Signer) -> Iterator[Forgery]:
    """Payloads that two parsers read differently, or not at all."""
    good = compact(claims())
    for name in ("roles", "exp", "sub", "iss", "scope", "jti", "aud"):
        yield f"{name} twice", signer.token(good[:-1] + b"," + compact({name: claims()[name]})[1:])
    texts: dict[str, bytes] = {
        "nested twice": good[:-1] + b',"x":{"a":1,"a":2}}',
        "escaped twice": good[:-1] + b',"\\u0073ub":"officer-17"}',
        "list": b"[" + good + b"]",
        "null": b"null",
        "text": compact(good.decode()),
        "empty": b"{}",
        "cut": good[:-1],
        "more": good + b"x",
        "BOM": b"\xef\xbb\xbf" + good,
        "utf-16": good.decode().encode("utf-16"),
        "not utf-8": good[:-2] + b"\xff" + good[-2:],
        "deep": b'{"a":' * 500,
        "comment": good + b"//",
        "NUL": good + b"\0",
        "apostrophes": good.replace(b'"', b"'"),
        "NaN": good[:-1] + b',"x":NaN}',
        "nested token": compact(signer.token(claims()).decode()),
    }
    for name, text in texts.items():
        yield f"payload {name}", signer.token(text)
    padding = "x" * (LARGEST_TOKEN * 3 // 4)
    yield "larger than 4 KB", signer.token(claims(note=padding))


def not_canonical(part: bytes) -> bytes:
    """Base64url with stray bits in its last letter, which a lax decoder ignores."""
    alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return part[:-1] + alphabet[alphabet.index(part[-1]) | 1 :][:1]


def shapes(signer: Signer) -> Iterator[Forgery]:
    """Texts that are not exactly three parts of canonical base64url."""
    token = signer.token(claims())
    header, payload, signature = token.split(b".")
    for text in (b"", b".", b"..", header, header + b"." + payload, header + b"." + payload + b".", token[:-1]):
        yield f"only {len(text)} bytes", text
    for number in range(3):
        parts = [header, payload, signature]
        for name, new in (("empty", b""), ("padded", parts[number] + b"="), ("blank", parts[number] + b"%20")):
            yield f"part {number} {name}", b".".join([*parts[:number], new, *parts[number + 1 :]])
        for byte in (b" ", b"\n", b"\t", b"\0", b"+", b"/", b"=", b"*", "é".encode(), "．".encode()):
            new = parts[number][:4] + byte + parts[number][4:]
            yield f"part {number} with {byte!r}", b".".join([*parts[:number], new, *parts[number + 1 :]])
    for text in (token + b"." + signature, token + b".", b"." + token, token + b".AA.AA", token + b"," + token):
        yield f"{text.count(b'.') + 1} parts", text
    yield "reversed", b".".join((signature, payload, header))
    standard = base64.b64encode(compact(signer.header()) + b" " * (3 - len(compact(signer.header())) % 3 + 1))
    yield "standard base64 header", signer.raw(standard, payload)
    blanks = next(b64(compact(claims()) + b" " * n) for n in range(3) if (len(compact(claims())) + n) % 3 == 1)
    yield "stray bits in payload", signer.raw(header, not_canonical(blanks))
    yield "stray bits in signature", b".".join((header, payload, not_canonical(signature)))


def signatures(signer: Signer) -> Iterator[Forgery]:
    """Signatures that are altered, borrowed, of another encoding, or equal modulo the group order or modulus."""
    signed, _, text = signer.token(claims()).rpartition(b".")
    good = base64.urlsafe_b64decode(text + b"==")
    borrowed = base64.urlsafe_b64decode(signer.token(claims(sub="other")).rpartition(b".")[2] + b"==")
    wrong = {
        "flipped first": bytes([good[0] ^ 1]) + good[1:],
        "flipped last": good[:-1] + bytes([good[-1] ^ 1]),
        "cut": good[:-1],
        "longer": good + b"\0",
        "zero before": b"\0" + good,
        "zeros": b"\0" * len(good),
        "ones": b"\xff" * len(good),
        "twice": good + good,
        "borrowed": borrowed,
        "reversed": good[::-1],
        "one byte": b"\1",
        "hex": good.hex().encode(),
        "random": hashlib.sha512(good).digest(),
    }
    for name, signature in wrong.items():
        yield f"signature {name}", signed + b"." + b64(signature)
    for name, signature in equivalents(signer, good):
        yield f"signature {name}", signed + b"." + b64(signature)
    header, payload = signed.split(b".")
    yield "payload exchanged", header + b"." + b64(compact(claims(roles=["CH"]))) + b"." + text
    yield "header exchanged", b64(compact(without(signer.header(), "typ"))) + b"." + payload + b"." + text
    yield "parts exchanged", payload + b"." + header + b"." + text


def equivalents(signer: Signer, good: bytes) -> Iterator[Forgery]:
    """Other numbers with the same residue, and the other encoding of ECDSA."""
    if signer.algorithm == "RS256":
        number = int.from_bytes(good, "big") + signer.private.public_key().public_numbers().n
        yield "plus modulus", number.to_bytes(257, "big")
        return
    order = _GROUP_ORDER[signer.algorithm]
    if signer.algorithm == "EdDSA":
        yield "S plus order", good[:32] + (int.from_bytes(good[32:], "little") + order).to_bytes(32, "little")
        return
    r, s = int.from_bytes(good[:32], "big"), int.from_bytes(good[32:], "big")
    yield "DER", encode_dss_signature(r, s)
    for name, pair in {"r 0": (0, s), "s 0": (r, 0), "r order": (order, s), "s order": (r, order)}.items():
        yield name, b"".join(value.to_bytes(32, "big") for value in pair)
    yield "33 bytes each", r.to_bytes(33, "big") + s.to_bytes(33, "big")


def header_lines(signer: Signer) -> Iterator[tuple[str, list[bytes]]]:
    """Authorization headers that do not carry exactly one bearer token."""
    token = signer.token(claims())
    good = b"Bearer " + token
    yield "none", []
    yield "two", [good, good]
    for text in (b"", b"Bearer", b"Bearer ", token, b"Basic " + token, b"Bearer\t" + token, b"Bearer  " + token):
        yield repr(text[:8]), [text]
    for text in (b" " + good, good + b" ", good + b"\r\n", good + b", " + good, b"Bearer " + good, b"JWT " + token):
        yield repr(text[:14]), [text]
    yield "quoted", [b'Bearer "' + token + b'"']
    yield "full-width", ["Ｂearer ".encode() + token]


def forgeries(signer: Signer, others: list[Signer]) -> list[tuple[str, list[bytes]]]:
    """All of the above for one signer, as values of the Authorization header."""
    makers = (unsigned, public_key_as_secret, key_names, headers, wrong_types, wrong_values, wrong_times, payloads)
    tokens = [forgery for make in (*makers, shapes, signatures) for forgery in make(signer)]
    tokens += swapped(signer, others)
    return [*header_lines(signer), *((name, [b"Bearer " + token]) for name, token in tokens)]
